import { ShipError } from '../types/errors.ts';
import type { InputName } from '../types/inputs.ts';

/** The inputs, beside `repository`, that name a repository which has to be there: create-repository makes none of them. */
type Naming = Extract<InputName, 'destinations' | 'scan-repository' | 'from'>;

/**
 * The same error, which tells where a repository is missing that another input than `repository` names. Any other one is
 * given back as it is.
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
