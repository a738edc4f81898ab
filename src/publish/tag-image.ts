import type { Clock } from '../ports.ts';
import type { TagDecision } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { TagResult, StoredManifest } from '../types/image.ts';
import type { IfExists } from '../types/inputs.ts';
import type { Tag } from '../types/names.ts';
import type { PlannedTag } from '../types/plan.ts';
import { eachAtOnce } from './at-once.ts';
import { mayMove } from './mutability.ts';
import { olderCommit, type Ages } from './tags-before.ts';
import { startPace } from './pace.ts';
import { settleAllTags, settleFixedTags, type RaceResult, type Target } from './races.ts';
import { readBack, type Tagging } from './read-back.ts';
import { lostRace } from './taken.ts';

/** An image that has passed, and the tags it gets. */
export interface TagOrder extends Target {
  readonly clock: Clock;
  readonly decisions: readonly TagDecision[];
  readonly ifExists: IfExists;
  readonly ages: Ages;
  /** What the registry shows for the tags of `unguardedTags`, if it was asked a moment ago. */
  readonly shown?: TagsShown | undefined;
  /** Called as soon as the image has a tag that stays, because the candidate's own tag is then not needed. */
  readonly onAnchored: () => Promise<void>;
}

/** The images to which tags point. */
export type TagsShown = Promise<ReadonlyMap<Tag, StoredManifest>>;

/**
 * ECR accepts 10 PutImage a second and region; what still meets the limit is tried again. Source: ECR service quotas.
 */
const putsPerSecond = 10;
export const tagsAtOnce = 4;

/**
 * Gives an image its tags, with one manifest PUT each: first those that can never move, and the moving ones only when
 * all others are set. Every run sets fixed tags one after the other, in the same order: of two runs that want the same
 * ones, the run that loses one stops before it takes another. Afterwards it reads back what the registry shows.
 */
export async function tagImage(order: TagOrder): Promise<Tagging> {
  const { repository, image } = order;
  return readBack(await setTags(order), repository, image);
}

/** What has been done so far. */
interface Progress {
  readonly order: TagOrder;
  readonly results: Map<Tag, TagResult>;
  readonly pace: () => Promise<void>;
  failure: ShipError | undefined;
  /** Whether another run has been seen moving one of the tags. */
  isContended: boolean;
}

async function setTags(order: TagOrder): Promise<Tagging> {
  const { decisions, repository, ages, log } = order;
  const progress: Progress = {
    order,
    results: new Map(),
    pace: startPace(putsPerSecond, order.clock),
    failure: undefined,
    isContended: false,
  };
  const { results } = progress;
  const wanted = decisions.filter(isWanted);
  for (const decision of decisions.filter((candidate) => !wanted.includes(candidate)))
    results.set(decision.planned.tag, withoutPut(decision, order));

  const { fixed, unguarded, moving } = inOrder(wanted, repository);
  if (order.ifExists !== 'move' && unguarded.length > 0)
    await attempt(progress, () => takenMeanwhile(order, unguarded));
  await setEach(progress, fixed, 1);
  await attempt(progress, () => lookAgain(progress, unguarded, moving));
  const removing = isAnchored(progress, moving.length > 0) ? order.onAnchored() : undefined;
  const current = moving.filter(({ planned }) => !results.has(planned.tag));
  await setEach(progress, current, tagsAtOnce);

  const isKept = ({ state, planned }: TagDecision) =>
    state === 'kept-back' || results.get(planned.tag)?.outcome === 'kept-back';
  const tags = decisions.filter((decision) => !isKept(decision)).map(({ planned }) => planned);
  await attempt(progress, async () => {
    const { isContended } = progress;
    return settled(progress, await settleAllTags(order, tags, { ages, clock: order.clock, isContended }));
  });
  await removing?.catch((error: unknown) => {
    log.debug(`The candidate's tag is removed later: ${asShipError(error).what}`);
  });
  return {
    results: decisions.map(
      ({ planned }) => results.get(planned.tag) ?? { ...tagOf(planned), outcome: 'not-tried' },
    ),
    failure: progress.failure,
  };
}

/** Does one more piece of work, unless something has failed. */
async function attempt(progress: Progress, work: () => Promise<ShipError | undefined>): Promise<void> {
  progress.failure ??= await work().catch(asShipError);
}

async function setEach(progress: Progress, some: readonly TagDecision[], atOnce: number): Promise<void> {
  const { order, results, pace } = progress;
  await eachAtOnce(atOnce, some, async ({ planned }) => {
    if (progress.failure === undefined) await pace();
    // Another tag may have failed while this one waited; a tag without a result was not tried.
    if (progress.failure !== undefined) return;
    try {
      results.set(planned.tag, await setTag(order, planned));
    } catch (error) {
      progress.failure = asShipError(error);
      results.set(planned.tag, { ...tagOf(planned), outcome: 'failed', detail: progress.failure.what });
    }
  });
}

function settled({ results }: Progress, { overtaken, failure }: RaceResult): ShipError | undefined {
  for (const result of overtaken) results.set(result.tag, result);
  return failure;
}

/** Whether the image has a tag that no other run takes from it in the next moment. */
function isAnchored({ failure, results, order }: Progress, isReadBack: boolean): boolean {
  if (failure !== undefined) return false;
  const { mutability } = order.repository;
  return [...results.values()].some(
    ({ tag, kind, outcome }) =>
      kind === 'fixed' &&
      (outcome === 'set' || outcome === 'unchanged') &&
      (isReadBack || !mayMove(tag, mutability)),
  );
}

/** A tag that is already set is left alone: the PUT of an immutable one could only be refused. */
function withoutPut({ planned, because }: TagDecision, { image, log }: TagOrder): TagResult {
  if (because === undefined) {
    log.info(`${planned.tag} already points to ${image.digest}`);
    return { ...tagOf(planned), outcome: 'unchanged' };
  }
  log.info(`${planned.tag} stays where it is: ${because}`);
  return { ...tagOf(planned), outcome: 'kept-back', detail: because };
}

/**
 * A repository with mutable tags does not refuse to move a tag that another run has set since the decision, so fixed
 * tags are looked at once more. Returns `tag-taken`.
 */
async function takenMeanwhile(
  { repository, image, shown }: TagOrder,
  unguarded: readonly TagDecision[],
): Promise<ShipError | undefined> {
  const now = await (shown ?? repository.tags.read(unguarded.map(({ planned }) => planned.tag)));
  const lost = unguarded.find(({ planned, holder }) => {
    const digest = now.get(planned.tag)?.digest;
    return digest !== undefined && digest !== image.digest && digest !== holder;
  });
  return lost && lostRace(lost.planned, repository, now.get(lost.planned.tag)?.digest, image.digest);
}

/**
 * One look before any moving tag is set: whether this run has the fixed tags that nothing guards, and whether another
 * run has moved a moving tag since the decision, maybe to a newer commit.
 */
async function lookAgain(
  progress: Progress,
  unguarded: readonly TagDecision[],
  moving: readonly TagDecision[],
): Promise<ShipError | undefined> {
  if (moving.length === 0) return undefined;
  const { order } = progress;
  const watched = order.ages.ifOlder === 'move' ? [] : moving;
  const asked = [...unguarded, ...watched].map(({ planned }) => planned.tag);
  if (asked.length === 0) return undefined;
  const shown = await order.repository.tags.read(asked);
  const fixed = unguarded.map(({ planned }) => planned);
  const failure = settled(progress, await settleFixedTags(order, fixed, shown));
  return failure ?? (await keepNewer(progress, watched, shown));
}

/** How often tags that keep changing are looked at. */
const mostLooks = 5;

/**
 * Moving tags that another run has moved to a newer commit stay there, or are an error, as `if-older` says. Finding out
 * which commit is newer takes a moment, in which a third run may move them, so the decision is about what was seen
 * last.
 */
async function keepNewer(
  progress: Progress,
  moving: readonly TagDecision[],
  first: ReadonlyMap<Tag, StoredManifest>,
): Promise<ShipError | undefined> {
  const { repository, image } = progress.order;
  const known = new Set<string>();
  let shown = first;
  for (let looks = 0; looks < mostLooks; looks++) {
    const left = moving.filter(({ planned }) => !progress.results.has(planned.tag));
    const changed = left.filter(({ planned, holder }) => {
      const digest = shown.get(planned.tag)?.digest;
      return (
        ![undefined, holder, image.digest].includes(digest) && !known.has(`${planned.tag} ${String(digest)}`)
      );
    });
    if (changed.length === 0) return undefined;
    progress.isContended = true;
    const failure = await judgeMoved(progress, changed, shown);
    if (failure !== undefined) return failure;
    for (const { planned } of changed) known.add(`${planned.tag} ${String(shown.get(planned.tag)?.digest)}`);
    shown = await repository.tags.read(left.map(({ planned }) => planned.tag));
  }
  return undefined;
}

async function judgeMoved(
  { order, results }: Progress,
  moved: readonly TagDecision[],
  shown: ReadonlyMap<Tag, StoredManifest>,
): Promise<ShipError | undefined> {
  const { ages, log } = order;
  for (const { planned } of moved) {
    const other = shown.get(planned.tag);
    if (other === undefined) continue;
    const age = await ages.of(planned, other);
    if (age.kind !== 'older') continue;
    if (ages.ifOlder === 'fail') return olderCommit(planned, other.digest, age);
    log.info(`${planned.tag} stays where another run has set it meanwhile: ${age.why}`);
    results.set(planned.tag, { ...tagOf(planned), outcome: 'kept-back', detail: age.why });
  }
  return undefined;
}

/**
 * The tags that a run has to look at once more before it sets any, because nothing else keeps it from taking them from
 * another run.
 */
export function unguardedTags(
  decisions: readonly TagDecision[],
  { mutability }: Pick<TagOrder['repository'], 'mutability'>,
): readonly Tag[] {
  return inOrder(decisions.filter(isWanted), { mutability }).unguarded.map(({ planned }) => planned.tag);
}

function isWanted({ state }: TagDecision): boolean {
  return state !== 'same' && state !== 'kept-back';
}

/** Fixed tags, first those that can never move, then those that nothing guards; then moving tags. */
function inOrder(
  tags: readonly TagDecision[],
  { mutability }: Pick<TagOrder['repository'], 'mutability'>,
): {
  readonly fixed: readonly TagDecision[];
  readonly unguarded: readonly TagDecision[];
  readonly moving: readonly TagDecision[];
} {
  const fixed = tags.filter(({ planned }) => planned.kind === 'fixed');
  const unguarded = fixed.filter(({ planned }) => mayMove(planned.tag, mutability));
  return {
    fixed: [...fixed.filter((decided) => !unguarded.includes(decided)), ...unguarded],
    unguarded,
    moving: tags.filter(({ planned }) => planned.kind === 'moving'),
  };
}

async function setTag({ repository, image, log }: TagOrder, planned: PlannedTag): Promise<TagResult> {
  const put = await repository.tags.set(planned.tag, image.manifest);
  if (put.kind === 'set') {
    if (put.digest !== image.digest) throw wrongDigest(planned, put.digest, image.digest);
    log.info(`${planned.tag} now points to ${image.digest}`);
    return { ...tagOf(planned), outcome: 'set' };
  }
  const [holder] = await repository.images.describe([{ tag: planned.tag }]);
  if (holder?.digest !== image.digest) throw lostRace(planned, repository, holder?.digest, image.digest);
  log.info(`${planned.tag} already points to ${image.digest}`);
  return { ...tagOf(planned), outcome: 'unchanged' };
}

function tagOf({ tag, kind }: PlannedTag): Pick<TagResult, 'tag' | 'kind'> {
  return { tag, kind };
}

function wrongDigest(planned: PlannedTag, got: Digest, wanted: Digest): ShipError {
  return new ShipError({
    code: 'tagging-failed',
    what: `The registry says that ${planned.tag} is ${got} and not ${wanted}, although it was given the same bytes.`,
    next: 'Look for a proxy between the runner and the registry that changes manifests.',
  });
}
