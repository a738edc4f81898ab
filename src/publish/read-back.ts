import type { OpenRepository } from '../ports.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { TagResult, VerifiedImage } from '../types/image.ts';
import { clause } from '../types/text.ts';

/** The result of each tag, and the error if there was one. */
export interface Tagging {
  readonly results: readonly TagResult[];
  readonly failure: ShipError | undefined;
}

/** The outcomes of a tag that this run tried to set, and may have set. */
const openOutcomes: readonly string[] = ['failed', 'unknown'];

/** Errors that leave the outcome open: the lost answer may have been a success. */
const openCodes: readonly string[] = ['registry-failed', 'registry-unreachable', 'internal'];

/**
 * After tagging has failed, asks the registry once which tags the image has, so that the report says what is there: a
 * PUT whose answer was lost may have succeeded, and a tag that was set may have been moved since. It is one request,
 * with the usual limit of time. If the registry does not answer it, the report has only the earlier answers, and says
 * what is not known.
 */
export async function readBack(
  tagging: Tagging,
  repository: OpenRepository,
  image: VerifiedImage,
): Promise<Tagging> {
  if (tagging.failure === undefined) return tagging;
  const { failure } = tagging;
  try {
    const [now] = await repository.images.describe([{ digest: image.digest }]);
    return { failure, results: asShown(tagging.results, now?.tags ?? []) };
  } catch (error) {
    const results = tagging.results.map((result) => asProven(result, failure));
    return { failure: notRead(failure, asShipError(error), results), results };
  }
}

/** The results of tags, corrected by those that the registry shows on the image. */
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

/** The same failure, with what is not known because of it; unchanged if it is about the reading itself. */
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
