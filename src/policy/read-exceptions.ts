import type { Checkout, Clock, Log } from '../ports.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { Exceptions } from '../types/exceptions.ts';
import { defaultExceptionsFile } from '../types/inputs.ts';

/** How many of a file's problems the error names; each one is also annotated at its line. */
const namedProblems = 5;

/**
 * Reads the exceptions file of the checkout. If the run sets tags and strangers may have written the checkout, the
 * file is ignored with a warning: whoever writes the image must not also decide which of its findings count. Throws
 * `invalid-exceptions`.
 * @param foreign why strangers may have written the checkout, as a clause; undefined if they cannot have
 */
export async function readExceptions(
  { exceptionsFile, push }: { readonly exceptionsFile: string | undefined; readonly push: boolean },
  foreign: string | undefined,
  { checkout, clock, log }: { readonly checkout: Checkout; readonly clock: Clock; readonly log: Log },
): Promise<Exceptions> {
  const path = exceptionsFile ?? defaultExceptionsFile;
  const text = await checkout.readText(path).catch((cause: unknown) => {
    const { what, next } = asShipError(cause);
    throw new ShipError({ code: 'invalid-exceptions', what, next, cause });
  });
  if (text === undefined) {
    if (exceptionsFile === undefined) return { kind: 'none' };
    throw new ShipError({
      code: 'invalid-exceptions',
      what: `The exceptions file ${path} is not in the checkout.`,
      next: 'Correct the input exceptions, or check the repository out before this step.',
    });
  }
  if (push && foreign !== undefined) {
    log.warning(`The exceptions in ${path} are not used, because ${foreign}. Every finding counts.`);
    return { kind: 'ignored', path, why: foreign };
  }
  // The YAML parser is a chunk of its own, because most runs have no such file.
  const { parseExceptions } = await import('./exceptions-file.ts');
  const parsed = parseExceptions(text, clock.now());
  if (parsed.ok) return { kind: 'read', path, list: parsed.list };
  const places = parsed.problems.map(({ line, what }) => ({
    file: path,
    line,
    what: `${path}, line ${String(line)}: ${what}.`,
  }));
  const problems = parsed.problems.map(({ line, what }) => `line ${String(line)}: ${what}`);
  const more = problems.length - namedProblems;
  throw new ShipError({
    code: 'invalid-exceptions',
    what: `The exceptions file ${path} cannot be used: ${problems.slice(0, namedProblems).join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`,
    next: 'Correct the file; what may be in it is in docs/reference/policy.md.',
    places,
  });
}
