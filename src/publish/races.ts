import type { Clock, ImageFacts, Log, OpenRepository } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { TagResult, VerifiedImage, StoredManifest } from '../types/image.ts';
import type { Tag } from '../types/names.ts';
import type { PlannedTag } from '../types/plan.ts';
import type { Ages } from './tags-before.ts';
import { lostRace } from './taken.ts';

/** Where tags are set, and on which image. */
export interface Target {
  readonly repository: OpenRepository;
  readonly image: VerifiedImage;
  readonly log: Log;
}

/** What the registry shows for tags that were set: those that another run has taken since, and the error, if any. */
export interface RaceResult {
  readonly overtaken: readonly TagResult[];
  readonly failure: ShipError | undefined;
}

/** A tag that the image does not have, and the image that has it. */
interface Elsewhere {
  readonly planned: PlannedTag;
  readonly holder: Digest | undefined;
}

/**
 * Checks fixed tags that nothing guards against what the registry shows, before any moving tag is set. If two runs set
 * the same tags at the same moment, both see here who has the first of them: that run gets them all, and the other one
 * stops.
 * @param tags in the order in which they were set
 * @param shown what the registry shows for them now
 */
export async function settleFixedTags(
  target: Target,
  tags: readonly PlannedTag[],
  shown: ReadonlyMap<Tag, StoredManifest>,
): Promise<RaceResult> {
  const { repository, image } = target;
  const missing = tags
    .map((planned) => ({ planned, holder: shown.get(planned.tag)?.digest }))
    .filter(({ holder }) => holder !== image.digest);
  const [first] = missing;
  if (first === undefined || first.planned !== tags[0]) return setAgain(target, missing);
  return {
    overtaken: missing.map(resultOf),
    failure: lostRace(first.planned, repository, first.holder, image.digest),
  };
}

/**
 * The pauses before tags that several runs set at once are looked at again: the others have to finish what they began.
 */
const pausesMs = [500, 1_000, 2_000, 4_000];

/** How a race is watched to its end. */
interface Look {
  readonly ages: Ages;
  readonly clock: Pick<Clock, 'sleep'>;
  /** Whether another run has been seen moving one of the tags, so that what is there now may change. */
  readonly isContended: boolean;
}

/**
 * Reads all tags back. A moving tag that another run set at the same moment belongs to the newer commit, and for the
 * same commit to the image that was pushed later: its run sets the tag once more, and the other one gives it up. If
 * there was such a run, the tags are looked at again after a pause, until nothing changes.
 */
export async function settleAllTags(
  target: Target,
  tags: readonly PlannedTag[],
  look: Look,
): Promise<RaceResult> {
  const overtaken: TagResult[] = [];
  let isLast = !look.isContended;
  for (const pauseMs of [...pausesMs, undefined]) {
    const mine = tags.filter(({ tag }) => !overtaken.some((one) => one.tag === tag));
    const missing = await tagsElsewhere(target, mine);
    const lost = missing.find(({ planned, holder }) => planned.kind === 'fixed' && holder !== undefined);
    if (lost !== undefined) {
      return {
        overtaken: [...overtaken, ...missing.map(resultOf)],
        failure: lostRace(lost.planned, target.repository, lost.holder, target.image.digest),
      };
    }
    const gone = await givenUp(target, missing, look.ages);
    overtaken.push(...gone.map(resultOf));
    const left = missing.filter((found) => !gone.includes(found));
    if (left.length === 0 && (isLast || pauseMs === undefined)) return { overtaken, failure: undefined };
    if (pauseMs === undefined) return { overtaken, failure: notShown(left, target.image) };
    await setOnceMore(target, left);
    isLast = left.length === 0;
    await look.clock.sleep(pauseMs);
  }
  throw new Error('a list of pauses has an end');
}

/** The tags that another run has and keeps. */
async function givenUp(
  target: Target,
  missing: Awaited<ReturnType<typeof tagsElsewhere>>,
  ages: Ages,
): Promise<Elsewhere[]> {
  const gone: Elsewhere[] = [];
  for (const found of missing) {
    const why = await whyOvertaken(target, found, ages);
    if (why === undefined) continue;
    gone.push(found);
    const { planned, holder } = found;
    target.log.warning(`${planned.tag} points to ${holder ?? 'another image'}, which ${why}; it stays so.`);
  }
  return gone;
}

async function setOnceMore({ repository, image, log }: Target, missing: readonly Elsewhere[]): Promise<void> {
  for (const { planned } of missing) {
    log.info(`${planned.tag} was moved away by another run at the same moment; it is set again.`);
    await repository.tags.set(planned.tag, image.manifest);
  }
}

async function setAgain(target: Target, missing: readonly Elsewhere[]): Promise<RaceResult> {
  if (missing.length === 0) return { overtaken: [], failure: undefined };
  await setOnceMore(target, missing);
  const tags = missing.map(({ planned }) => planned);
  const lost = await tagsElsewhere(target, tags);
  return { overtaken: [], failure: lost.length === 0 ? undefined : notShown(lost, target.image) };
}

async function tagsElsewhere(
  { repository, image }: Target,
  tags: readonly PlannedTag[],
): Promise<(Elsewhere & { readonly facts: ImageFacts | undefined })[]> {
  const [now] = await repository.images.describe([{ digest: image.digest }]);
  const missing = tags.filter((planned) => now?.tags.includes(planned.tag) !== true);
  return Promise.all(
    missing.map(async (planned) => {
      const [facts] = await repository.images.describe([{ tag: planned.tag }]);
      const isOther = facts !== undefined && facts.digest !== image.digest;
      return { planned, facts, holder: isOther ? facts.digest : undefined };
    }),
  );
}

/** Why a tag stays on the other image: that image is of the newer commit, or else it was pushed later. */
async function whyOvertaken(
  { repository, image }: Target,
  { planned, holder, facts }: Elsewhere & { readonly facts: ImageFacts | undefined },
  ages: Ages,
): Promise<string | undefined> {
  if (holder === undefined || facts === undefined) return undefined;
  const [manifest] = ages.ifOlder === 'move' ? [] : await repository.manifests.read([holder]);
  const age = manifest === undefined ? undefined : await ages.of(planned, manifest);
  if (age?.kind === 'older') return 'another run has set and which is of a newer commit';
  if (age?.kind === 'newer') return undefined;
  // The same commit, or nothing tells: then all runs go by one order.
  return isLater(facts, image) ? 'another run pushed after this one' : undefined;
}

/** One order for all runs: by the time at which the registry received the image, and by digest if that is the same. */
function isLater(other: Pick<ImageFacts, 'digest' | 'pushedAt'>, mine: VerifiedImage): boolean {
  return other.pushedAt === mine.pushedAt ? other.digest > mine.digest : other.pushedAt > mine.pushedAt;
}

function resultOf({ planned, holder }: Elsewhere): TagResult {
  const { tag, kind } = planned;
  return { tag, kind, outcome: 'overtaken', detail: `another run set it to ${holder ?? 'another image'}` };
}

function notShown(lost: readonly Elsewhere[], image: VerifiedImage): ShipError {
  const tags = lost.map(({ planned }) => planned.tag).join(', ');
  return new ShipError({
    code: 'tagging-failed',
    what: `The registry accepted ${tags}, but does not show it on ${image.digest}.`,
    next: 'Another run may have moved the tag at the same moment; look at what else pushes to this repository.',
  });
}
