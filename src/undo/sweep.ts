import type { Log, OpenRepository } from '../ports.ts';
import { asShipError } from '../types/errors.ts';
import { parseTag, type Tag } from '../types/names.ts';
import { candidatePrefix } from '../types/plan.ts';
import type { RoleRequest } from '../types/role.ts';
import type { CandidateTag } from '../types/undo.ts';
import { undoOne, type UndoTools } from './undo.ts';

/** A run lasts six hours at most, so after a day nobody works on a candidate any more. */
const oldMs = 24 * 3600_000;

/** How many candidates one run removes. Cancelled jobs leave a few; any more are left to the next runs. */
const mostAtOnce = 20;

/** What to sweep. */
interface SweepOrder {
  readonly repository: OpenRepository;
  /** The tags among which to look for candidates; not all tags of a large repository. */
  readonly tags: Promise<readonly string[]>;
  readonly role?: RoleRequest | undefined;
}

/**
 * Removes the candidate tags of runs that were killed before they could do so. Never throws: the next run tries again.
 */
export async function sweepCandidates(
  { repository, tags, role }: SweepOrder,
  tools: UndoTools,
): Promise<void> {
  const { log } = tools;
  try {
    const found = (await tags).flatMap((tag) => leftOver(tag, repository)).slice(0, mostAtOnce);
    const old = role === undefined ? found : found.map((one) => ({ ...one, role }));
    for (const undo of await ofOldImages(old, repository))
      tellSwept(undo, (await undoOne(undo, tools)).failure?.what, log);
  } catch (error) {
    log.debug(`Old candidates were not looked for: ${asShipError(error).what}`);
  }
}

function leftOver(tag: string, repository: OpenRepository): CandidateTag[] {
  const { type: registryType, region, registryId, name, now } = repository;
  const runStartedAt = candidateTime(tag);
  if (runStartedAt === undefined || now() - runStartedAt < oldMs || parseTag(tag) === undefined) return [];
  const place = { registryType, region, registryId, repository: name };
  return [{ kind: 'candidate-tag', ...place, tag, runStartedAt, state: 'there' }];
}

/**
 * Keeps the candidates whose image has been in the registry for as long as their tag says: the tag's time comes
 * from a runner, whose clock may be days behind. An image that is older than its candidate tag may be in use by its
 * digest, and silently stays.
 */
async function ofOldImages(
  old: readonly CandidateTag[],
  { images, now }: OpenRepository,
): Promise<readonly CandidateTag[]> {
  if (old.length === 0) return [];
  const there = await images.describe(old.flatMap(({ tag }) => idOf(tag)));
  return old.filter(({ tag, runStartedAt }) =>
    there.some(
      ({ tags, pushedAt }) =>
        tags.includes(tag) && now() - pushedAt >= oldMs && (tags.length > 1 || pushedAt >= runStartedAt),
    ),
  );
}

function idOf(text: string): { readonly tag: Tag }[] {
  const tag = parseTag(text);
  return tag === undefined ? [] : [{ tag }];
}

function tellSwept({ tag }: CandidateTag, failure: string | undefined, log: Log): void {
  if (failure === undefined) log.info(`${tag} was left by a run of more than a day ago.`);
  else log.debug(`${tag}, which a run of more than a day ago has left, could not be removed: ${failure}`);
}

/**
 * When a candidate's tag was made, in milliseconds since 1970, from the end that `candidateId` makes; undefined for
 * any other tag.
 */
export function candidateTime(tag: string): number | undefined {
  if (!tag.startsWith(candidatePrefix)) return undefined;
  const seconds = /-t([0-9a-z]{7})[0-9a-z]{4}$/.exec(tag)?.[1];
  return seconds === undefined ? undefined : Number.parseInt(seconds, 36) * 1000;
}

/**
 * Makes the end of a candidate's tag, which tells later runs how old it is.
 * @param now milliseconds since 1970
 * @param random four letters or digits
 */
export function candidateId(now: number, random: string): string {
  return `t${Math.floor(now / 1000)
    .toString(36)
    .padStart(7, '0')}${random}`;
}
