import { ShipError } from '../types/errors.ts';
import type { InputName } from '../types/inputs.ts';

/** The inputs besides `repository` that name a repository which must exist: create-repository does not create it. */
type Naming = Extract<InputName, 'destinations' | 'scan-repository' | 'from'>;

/**
 * Adds to a `repository-not-found` error which input other than `repository` names the missing one. Returns any other
 * error unchanged.
 */
export function missingFrom(input: Naming, thrown: unknown): unknown {
  if (!(thrown instanceof ShipError) || thrown.code !== 'repository-not-found') return thrown;
  return new ShipError({
    code: thrown.code,
    what: thrown.what,
    next:
      input === 'from'
        ? 'Correct the input from: it names the repository in which the image lies.'
        : `Correct the input ${input}, or make that repository before: create-repository makes the one of the input repository alone.`,
    ...(thrown.details !== undefined && { details: thrown.details }),
    cause: thrown,
  });
}
