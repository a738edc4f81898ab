import { startFakeGitHub, type FakeGitHub } from '../__tests__/support/fake-github.ts';
import { drip, pour } from '../__tests__/support/endless-answers.ts';

type Answer = FakeGitHub['disturbances'][number];

const page = '<!DOCTYPE html>\n<html><body>Sign in to the network</body></html>\n';
const json = { 'content-type': 'application/json; charset=utf-8' };
const says = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer => {
  return (response) =>
    response
      .writeHead(status, { ...json, ...headers })
      .end(JSON.stringify({ message, status: String(status) }));
};

/** What can be wrong with an answer of GitHub's API. Sources: GitHub REST API, "Troubleshooting" and "Rate limits". */
export const githubKinds = {
  'no answer': () => undefined,
  'connection reset': (response) => response.destroy(),
  'half an answer': (response) => {
    response.writeHead(200, { ...json, 'content-length': '1000' }).write('{"name":"app","descr');
    setTimeout(() => response.destroy(), 20);
  },
  'dripping answer': (response) => drip(250)(response.req, response),
  'endless answer': (response) => pour()(response.req, response),
  'HTML, 200': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  'HTML, 502': (response) => response.writeHead(502, { 'content-type': 'text/html' }).end(page),
  'truncated JSON': (response) => response.writeHead(200, json).end('{"data":{"repo'),
  'empty answer': (response) => response.writeHead(200, json).end(),
  'a list': (response) => response.writeHead(200, json).end('[]'),
  '401': says(401, 'Bad credentials'),
  '403': says(403, 'Resource not accessible by integration'),
  '403, rate limit': says(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' }),
  '404': says(404, 'Not Found'),
  '429': says(429, 'You have exceeded a secondary rate limit', { 'retry-after': '60' }),
  '500': says(500, 'Server Error'),
  '503': says(503, 'Service Unavailable'),
  'a redirect to another host': (response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:1/repos/team/app' }).end(),
  'a redirect to itself': (response) => response.writeHead(302, { location: '/repos/team/app' }).end(),
} as const satisfies Readonly<Record<string, Answer>>;

export type GitHubKind = keyof typeof githubKinds;

/** What is wrong with GitHub's API in a case. */
export interface GitHubFault {
  readonly how: GitHubKind;
  /** How often; for ever by default. */
  readonly times?: number;
}

/** More requests than any run makes. */
const forEver = 200;

/** GitHub for one case. */
export interface CaseGitHub {
  readonly env: Readonly<Record<string, string>>;
  /** Whether a request has met the fault. */
  wasMet(): boolean;
  close(): Promise<void>;
}

/** Starts a GitHub in which the job's token may do everything, with the given fault. */
export async function startCaseGitHub(fault: GitHubFault | undefined): Promise<CaseGitHub> {
  const github = await startFakeGitHub();
  github.tokens.set('job', { login: 'github-actions', pullRequests: 'write' });
  const faults = fault === undefined ? 0 : (fault.times ?? forEver);
  if (fault !== undefined)
    github.disturbances.push(...Array.from({ length: faults }, () => githubKinds[fault.how]));
  return {
    env: { GITHUB_API_URL: github.url },
    wasMet: () => github.disturbances.length < faults,
    close: () => github.close(),
  };
}
