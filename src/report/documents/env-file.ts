import type { Report } from '../../types/report.ts';
import { referencesOf } from '../references.ts';
import type { Document } from './document.ts';

/**
 * `NAME=value` lines for compose and scripts. Lines with other names stay, so that several steps can fill one file.
 * Only an image that may be deployed is written: a failed run leaves the file as it is.
 */
export const envDocument: Document = {
  input: 'env-file',
  isPart: true,
  path: ({ inputs }) => inputs?.envFile,
  missing: ({ failure, image, inputs }) => {
    if (failure !== undefined) return 'the run failed, and what it holds is what was deployed last';
    return image === undefined || inputs?.mode === 'plan' ? 'nothing was pushed' : undefined;
  },
  text: (report, before) => {
    const lines = linesOf(report);
    const there = (before ?? '').replace(/\r?\n$/, '');
    const kept = there === '' ? [] : there.split(/\r?\n/).filter((line) => !lines.has(nameOf(line)));
    return [...kept, ...lines.values()].map((line) => `${line}\n`).join('');
  },
};

/** What an image does not have (such as a fixed tag) becomes an empty value, so that no line of an earlier run stays. */
function linesOf(report: Report): ReadonlyMap<string, string> {
  const values = referencesOf(report);
  const names = report.inputs?.envNames ?? [];
  return new Map(names.map(({ name, output }) => [name, `${name}=${values[output]}`]));
}

function nameOf(line: string): string {
  return line
    .slice(0, Math.max(0, line.indexOf('=')))
    .replace(/^export\s+/, '')
    .trim();
}
