import { ShipError } from '../types/errors.ts';
import type { UnwrittenFile } from '../types/files.ts';
import { inWords, nameInLine } from '../types/text.ts';

/** The error for files that cannot be written, all of them in one. */
export function unwrittenError(files: readonly UnwrittenFile[]): ShipError {
  const inputs = files.map(({ input }) => input);
  return new ShipError({
    code: 'file-failed',
    what: files.map(describeUnwritten).join(' '),
    next:
      `Give the input${inputs.length === 1 ? '' : 's'} ${inWords(inputs)} a path inside the workspace or ` +
      'RUNNER_TEMP that can be written: a regular file, with no link that leads out.',
  });
}

/** One file that cannot be written, as a sentence. */
export function describeUnwritten({ input, path, why }: UnwrittenFile): string {
  return `The ${input.replace('-', ' ')} ${nameInLine(path)} cannot be written: ${why}.`;
}
