import type { FindingsPlace } from '../types/foreign-scan.ts';
import { usualPlatform } from '../types/names.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';
import { parseOnePlatform } from './platforms.ts';

const form =
  'paths of files of scanners, one per line, such as trivy.sarif, each optionally followed by platform=linux/arm64';

/** Parses one line of `findings`: a path, which may contain blanks, and the platform that the file is about. */
export function parseFindingsPlace(line: string): Parsed<FindingsPlace> {
  const [, path = '', word] = /^(.*?)(?:[ \t]+platform=(\S*))?$/.exec(line) ?? [];
  if (path === '' || path.startsWith('platform=') || /[*?]/.test(path)) return notAllowed(form);
  if (word === undefined) return ok({ path, platform: undefined });
  const platform = parseOnePlatform(word);
  return platform.ok
    ? ok({ path, platform: usualPlatform(platform.value) })
    : notAllowed(`${form}; ${platform.allowed}`);
}
