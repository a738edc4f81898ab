import type { OpenRepository } from '../ports.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { TagResult, VerifiedImage } from '../types/image.ts';
import { clause } from '../types/text.ts';

/** How it went, tag by tag, and the error if it did not go through. */
export interface Tagging {
  readonly results: readonly TagResult[];
  readonly failure: ShipError | undefined;
}

/** Of what this run has tried, it is this run that set it. */
const openOutcomes: readonly string[] = ['failed', 'unknown'];

/** What a refusal leaves open: an answer that was lost may have been a yes. */
const openCodes: readonly string[] = ['registry-failed', 'registry-unreachable', 'internal'];

/**
 * After naming went wrong, reads once from the registry which names the image has, so that what is reported is what
 * is there: a PUT whose answer was lost may have been done, and a name that was set may have been moved since. It is
 * one question, which waits no longer than any other. Where the registry does not answer it, only what it said before
 * is reported, and what is not known is said to be so.
 */
export async function readBack(
  naming: Tagging,
  repository: OpenRepository,
  image: VerifiedImage,
): Promise<Tagging> {
  if (naming.failure === undefined) return naming;
  const { failure } = naming;
  try {
    const [now] = await repository.images.describe([{ digest: image.digest }]);
    return { failure, results: asShown(naming.results, now?.tags ?? []) };
  } catch (error) {
    const results = naming.results.map((result) => asProven(result, failure));
    return { failure: notRead(failure, asShipError(error), results), results };
  }
}

/** What became of tags, by those that the registry shows on the image. */
export function asShown(results: readonly TagResult[], tags: readonly string[]): TagResult[] {
  return results.map((result) => shownResult(result, tags));
}

function shownResult(result: TagResult, tags: readonly string[]): TagResult {
  const { tag, kind, outcome } = result;
  const isHere = tags.includes(tag);
  if (outcome === 'set' || outcome === 'unchanged')
    return isHere
      ? result
      : { tag, kind, outcome: 'failed', detail: 'the registry does not show it on this image' };
  if (!isHere) return result;
  return { tag, kind, outcome: openOutcomes.includes(outcome) ? 'set' : 'unchanged' };
}

function asProven(result: TagResult, failure: ShipError): TagResult {
  const isOpen = result.outcome === 'failed' && openCodes.includes(failure.code);
  return isOpen ? { ...result, outcome: 'unknown' } : result;
}

/** The same failure, with what is not known because of it; as it is where it is about the reading itself. */
function notRead(failure: ShipError, cause: ShipError, results: readonly TagResult[]): ShipError {
  const open = results.filter(({ outcome }) => outcome === 'unknown').map(({ tag }) => tag);
  if (open.length === 0 && cause.what === failure.what) return failure;
  const unknown = open.length === 0 ? '' : ` Whether ${open.join(' and ')} was set is not known.`;
  return new ShipError({
    code: failure.code,
    what:
      `${failure.what} The registry could not be read after that, so the tags are those that it had confirmed before: ` +
      `${clause(cause.what)}.${unknown}`,
    next: failure.next,
    ...(failure.details !== undefined && { details: failure.details }),
    places: failure.places,
    cause: failure.cause ?? failure,
  });
}
