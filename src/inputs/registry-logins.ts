import { isMap } from 'yaml';
import type { RegistryLogin } from '../types/credentials.ts';
import { entriesOf, openYaml, type YamlProblem } from './yaml-reader.ts';

const keys = ['registry', 'username', 'password'];

/**
 * Parses `registry-logins`: a list of registry, user and password, like docker/login-action's `registry-auth`.
 * Without a registry it is Docker Hub. Reports all problems together, and no value in any of them.
 */
export function parseRegistryLogins(text: string): {
  readonly logins: readonly RegistryLogin[];
  readonly problems: readonly YamlProblem[];
} {
  const yaml = openYaml(text);
  const seen = new Set<string>();
  const logins = entriesOf(yaml.root).flatMap((entry): RegistryLogin[] => {
    if (!isMap(entry)) {
      yaml.report(entry, 'a login has to be a mapping with registry, username and password');
      return [];
    }
    yaml.requireKeys(entry, keys);
    const host = hostOf(yaml.text(entry, 'registry') ?? 'docker.io');
    const username = yaml.requiredText(entry, 'username');
    const password = yaml.requiredText(entry, 'password');
    if (host === undefined)
      yaml.report(entry.get('registry', true), 'registry has to be a host such as ghcr.io');
    else if (seen.has(host)) yaml.report(entry, `there are two logins for ${host}`);
    if (username?.includes(':') === true)
      yaml.report(entry.get('username', true), 'username cannot have a colon in it');
    if (host === undefined || username === undefined || password === undefined) return [];
    seen.add(host);
    return [{ host, username, password }];
  });
  return { logins, problems: yaml.problems };
}

/** The registry's name in docker's configuration; Docker Hub has several names. */
function hostOf(registry: string): string | undefined {
  const host = registry
    .trim()
    .replace(/^https?:\/\//, '')
    .replace(/\/(?:v[12]\/?)?$/, '')
    .toLowerCase();
  if (/^(?:(?:index|registry-1)\.)?docker\.io$/.test(host)) return 'docker.io';
  return /^[a-z0-9.-]+(?::\d{1,5})?$/.test(host) && host !== '' ? host : undefined;
}

/**
 * Every password that a text may contain, even if it cannot be parsed, so that it is masked before anything is logged.
 */
export function passwordsIn(text: string): string[] {
  const parsed = parseRegistryLogins(text).logins.map(({ password }) => password);
  const written = [...text.matchAll(/password["']?\s*:\s*(.+?)\s*[,}]?\s*$/gm)].map(
    ([, value = '']) => value,
  );
  const bare = written.map((value) => value.replace(/^(["'])(.*)\1$/, '$2'));
  return [...parsed, ...written, ...bare].filter((value) => value.length > 3 && !/^[|>][-+]?$/.test(value));
}
