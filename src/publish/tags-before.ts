import type { Log, OpenRepository, Ports } from '../ports.ts';
import { differences } from '../types/build-record.ts';
import type { Decision, Holder, TagDecision } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { StoredManifest } from '../types/image.ts';
import type { IfOlder } from '../types/inputs.ts';
import type { Tag } from '../types/names.ts';
import type { PlannedTag, Plan } from '../types/plan.ts';
import { ageOf, madeBy, type Age, type Made } from './age.ts';
import { decide } from './decide.ts';
import { decideGiven } from './decide-given.ts';
import { keptBackBy } from './highest.ts';
import { readHolders } from './holders.ts';

type Tools = Pick<Ports, 'history' | 'github' | 'log'>;

/** The repository, and the images to which tags of this run point there. */
export interface TaggedRepository {
  readonly repository: OpenRepository;
  readonly tagged: ReadonlyMap<Tag, StoredManifest>;
  /** Whether it gets its image from the run's own repository, so that none of its own is reused. */
  readonly isFurther?: boolean;
}

/** Tells whether moving tags may move, asked each time they are about to. */
export interface Ages {
  /** How the run's image relates to the one to which a tag points. */
  readonly of: (planned: PlannedTag, image: StoredManifest) => Promise<Age>;
  readonly ifOlder: IfOlder;
}

/** What becomes of each tag, and how to check again just before it is set. */
export interface Decided {
  readonly decision: Decision;
  readonly ages: Ages;
  /** The images to which tags of this run pointed, by digest. */
  readonly holders: ReadonlyMap<Digest, Holder>;
}

/**
 * Looks at the images that already have tags of this run, and decides what becomes of each tag.
 * Throws `tag-taken`, `tag-immovable`, or `older-commit` with `if-older: fail`.
 * @param given the image that is published, if nothing is built
 */
export async function decideTags(
  plan: Plan,
  { repository, tagged, isFurther = false }: TaggedRepository,
  tools: Tools,
  given?: Digest,
): Promise<Decided> {
  const { inputs, source, tags, record } = plan;
  const images = tags.flatMap(({ tag }) => tagged.get(tag) ?? []);
  const holders = await readHolders(images, repository.manifests);
  const held = new Map([...tagged].map(([tag, { digest }]) => [tag, digest]));
  const before = {
    repository,
    tags,
    held,
    holders,
    allTags: await rivalTags(tags, repository, held, holders),
  };
  const { ifExists } = inputs;
  const decision =
    given === undefined
      ? decide(before, {
          ifExists,
          commit: source.built,
          record,
          isFurther,
          unchanged: await unchangedImages(plan, [...holders.values()], tools),
        })
      : decideGiven(before, given, ifExists);

  const reused = decision.kind === 'reuse' ? holders.get(decision.digest) : undefined;
  const mine: Made = reused === undefined ? { commit: source.built, at: source.committedAt } : madeBy(reused);
  const known = new Map(holders);
  const ages: Ages = {
    ifOlder: inputs.ifOlder,
    async of(planned, image) {
      const holder =
        known.get(image.digest) ?? (await readHolders([image], repository.manifests)).get(image.digest);
      if (holder === undefined) throw new Error(`nothing was read of ${image.digest}`);
      known.set(image.digest, holder);
      return ageOf(planned, mine, holder, tools);
    },
  };
  const kept = await keepOlder(decision.tags, tagged, ages, tools.log);
  return { decision: { ...decision, tags: kept }, ages, holders };
}

/**
 * The tags with which a tag that claims to be the highest version is compared: every tag of the repository, or only
 * the holder's own version if that is already higher.
 */
async function rivalTags(
  tags: readonly PlannedTag[],
  repository: OpenRepository,
  held: ReadonlyMap<Tag, Digest>,
  holders: ReadonlyMap<Digest, Holder>,
): Promise<readonly string[]> {
  const claiming = tags.filter((planned) => planned.kind === 'moving' && planned.claim !== undefined);
  const versions = claiming.flatMap((planned) => {
    const holder = held.get(planned.tag);
    return (holder === undefined ? undefined : holders.get(holder)?.version) ?? [];
  });
  const isTold = claiming.every((planned) => keptBackBy(planned, versions) !== undefined);
  return isTold ? versions : repository.tags.list();
}

/** Images of other commits that were made in the same way and since which nothing below reuse-paths has changed. */
async function unchangedImages(
  { inputs, record, source }: Plan,
  holders: readonly Holder[],
  { history, log }: Tools,
): Promise<ReadonlySet<Digest>> {
  const unchanged = new Set<Digest>();
  const { built } = source;
  if (
    inputs.reusePaths.length === 0 ||
    inputs.ifExists !== 'reuse' ||
    record === undefined ||
    built === undefined
  )
    return unchanged;
  for (const holder of holders) {
    const commit = holder.record?.parts.commit;
    if (holder.record === undefined || commit === undefined || commit === built) continue;
    if (differences(record, holder.record).some((part) => part !== 'commit')) continue;
    const changed = await history.changed(commit, built, inputs.reusePaths);
    if (changed.kind === 'unknown')
      log.warning(
        `It is not known what has changed below reuse-paths since ${commit.slice(0, 12)}: ${changed.why}. The image is built again.`,
      );
    else if (changed.paths.length === 0) unchanged.add(holder.digest);
  }
  return unchanged;
}

/** Keeps moving tags that point to an image of a newer commit, or throws, as if-older says. */
async function keepOlder(
  tags: readonly TagDecision[],
  tagged: TaggedRepository['tagged'],
  ages: Ages,
  log: Log,
): Promise<TagDecision[]> {
  if (ages.ifOlder === 'move') return [...tags];
  return Promise.all(
    tags.map(async (decision) => {
      const image = tagged.get(decision.planned.tag);
      if (decision.state !== 'moves' || decision.planned.kind !== 'moving' || image === undefined)
        return decision;
      const age = await ages.of(decision.planned, image);
      if (age.kind === 'older' && ages.ifOlder === 'fail')
        throw olderCommit(decision.planned, image.digest, age);
      if (age.isResort)
        log.notice(
          `${decision.planned.tag} ${age.kind === 'older' ? 'stays' : 'moves'}, although the Git history does not show which commit is newer: ${age.why}.`,
        );
      return age.kind === 'older' ? { ...decision, state: 'kept-back' as const, because: age.why } : decision;
    }),
  );
}

/** The error for a run whose commit is older than the one to which a moving tag points. */
export function olderCommit({ tag }: PlannedTag, digest: Digest, { why }: Age): ShipError {
  return new ShipError({
    code: 'older-commit',
    what: `${tag} points to ${digest}, and this run would move it back: ${why}.`,
    next: 'Run the job for a newer commit; if-older: keep leaves the tag where it is, if-older: move is a rollback.',
  });
}
