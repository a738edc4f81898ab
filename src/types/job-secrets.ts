import { credentialsInText } from './redact.ts';

/**
 * Variables of a job that are always secret: AWS's, and the tokens with which a job asks GitHub and the runner.
 * Sources: AWS SDKs and Tools reference guide, "Environment variables"; GitHub docs, "OpenID Connect reference".
 */
const names = [
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'GITHUB_TOKEN',
  'GH_TOKEN',
];

/** Addresses that may hold a user and a password. Source: curl documentation, "Environment variables". */
const addresses = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);

/** No key or token is shorter (AWS's keys have 40 characters), and hiding shorter texts would garble the log. */
const shortestKey = 16;

/** Passwords that people choose are shorter than those of services. */
const shortestPassword = 8;

/**
 * The values in the job's variables that must never be shown, wherever they turn up.
 * @param variable reads a variable of the job
 */
export function jobSecrets(variable: (name: string) => string | undefined): string[] {
  const passwords = addresses.flatMap((name) => credentialsInText(variable(name) ?? ''));
  return [
    ...names.map((name) => variable(name) ?? '').filter(isAtLeast(shortestKey)),
    ...passwords.filter(isAtLeast(shortestPassword)),
  ];
}

function isAtLeast(characters: number): (text: string) => boolean {
  return (text) => text.trim().length >= characters;
}
