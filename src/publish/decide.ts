import { differences, partNames, type BuildRecord } from '../types/build-record.ts';
import type { Decision, Holder, TagDecision, Remade } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import type { Repository } from '../types/image.ts';
import type { IfExists } from '../types/inputs.ts';
import type { Tag } from '../types/names.ts';
import type { PlannedTag } from '../types/plan.ts';
import { keptBackBy } from './highest.ts';
import { mayMove } from './mutability.ts';
import { immovable, taken, takenByTwo } from './taken.ts';

/** What is known about a run's tags before anything is built. */
export interface TagsBefore {
  readonly repository: Repository;
  readonly tags: readonly PlannedTag[];
  /** The image of each tag that exists. */
  readonly held: ReadonlyMap<Tag, Digest>;
  /** The images that matter for the decision. */
  readonly holders: ReadonlyMap<Digest, Holder>;
  /** Every tag of the repository; read only if a tag claims to be the highest version. */
  readonly allTags: readonly string[];
}

/** What the run is and wants. */
export interface Wish {
  readonly ifExists: IfExists;
  /** The commit that is built; undefined if it is not certain. */
  readonly commit: string | undefined;
  /** What makes the image; undefined if that is not certain. */
  readonly record: BuildRecord | undefined;
  /** Images of other commits that count as made from this one: nothing below reuse-paths has changed since. */
  readonly unchanged: ReadonlySet<Digest>;
  /** Whether the image comes from another repository, where it is built, so that none that is here is reused. */
  readonly isFurther?: boolean;
}

/**
 * Decides what becomes of each tag, and whether there is anything to build. For fixed tags the image that has them
 * decides: one that was made from exactly the same is reused; one of the same commit that was made differently gives
 * its tags to the new image, if the repository allows it; any other is an error now, not after the build. Throws
 * `tag-taken` or `tag-immovable`.
 */
export function decide(before: TagsBefore, wish: Wish): Decision {
  const { repository, held } = before;
  const kept = keptBack(before);
  const tags = before.tags.filter((planned) => !kept.has(planned));
  const bound = tags.filter(
    (planned) => held.has(planned.tag) && isBound(planned, repository, wish.ifExists),
  );

  const { reused, remade } =
    wish.ifExists === 'reuse' ? reuse(bound, tags, before, wish) : refuse(bound, before, wish);
  const decided = before.tags.map(
    (planned) =>
      kept.get(planned) ??
      ({ planned, state: stateOf(planned, before, reused), holder: held.get(planned.tag) } as const),
  );
  const named = withVersions(decided, before);
  if (reused === undefined) return { kind: 'build', tags: named, remade };
  const commit = before.holders.get(reused)?.record?.parts.commit;
  return {
    kind: 'reuse',
    digest: reused,
    tags: named,
    since: commit === wish.commit ? undefined : commit,
  };
}

/** Adds the version of each image to which a tag points now, if its labels were read. */
export function withVersions(
  tags: readonly TagDecision[],
  { holders }: Pick<TagsBefore, 'holders'>,
): TagDecision[] {
  return tags.map((one) => {
    const holderVersion = one.holder && holders.get(one.holder)?.version;
    return { ...one, ...(holderVersion !== undefined && { holderVersion }) };
  });
}

/** The tags that a higher version keeps where they are. */
export function keptBack({ tags, held, allTags }: TagsBefore): ReadonlyMap<PlannedTag, TagDecision> {
  const kept = new Map<PlannedTag, TagDecision>();
  for (const planned of tags) {
    const higher = keptBackBy(planned, allTags);
    if (higher === undefined) continue;
    const because = `${higher} is a higher version`;
    kept.set(planned, { planned, state: 'kept-back', holder: held.get(planned.tag), because });
  }
  return kept;
}

/** Whether an existing tag has to stay where it is. */
function isBound(planned: PlannedTag, repository: Repository, ifExists: IfExists): boolean {
  if (!mayMove(planned.tag, repository.mutability)) return true;
  return planned.kind === 'fixed' && ifExists !== 'move';
}

/** The tags whose images matter for the decision. */
export function boundTags(
  tags: readonly PlannedTag[],
  repository: Repository,
  ifExists: IfExists,
): readonly PlannedTag[] {
  return tags.filter((planned) => isBound(planned, repository, ifExists));
}

interface Reuse {
  readonly reused: Digest | undefined;
  readonly remade: readonly Remade[];
}

function refuse(bound: readonly PlannedTag[], before: TagsBefore, wish: Wish): Reuse {
  const { repository, held, holders } = before;
  const movable = bound.filter((planned) => planned.kind === 'moving');
  if (movable.length > 0) throw immovable(movable, repository, held, holders);
  if (bound.length > 0) throw taken(bound, before, wish);
  return { reused: undefined, remade: [] };
}

/** The only image that this run would make again and that has some of its tags; undefined if there is none. */
function reuse(
  bound: readonly PlannedTag[],
  tags: readonly PlannedTag[],
  before: TagsBefore,
  wish: Wish,
): Reuse {
  const { repository, held, holders } = before;
  const kinds = new Map(
    bound.map((planned) => [planned, kinshipOf(holders.get(digestOf(planned, held)), wish)]),
  );
  const having = (kind: Kinship['kind']) => bound.filter((planned) => kinds.get(planned)?.kind === kind);
  const strangers = having('other');
  const versions = strangers.filter((planned) => planned.kind === 'fixed');
  if (versions.length > 0) throw taken(versions, before, wish);
  if (strangers.length > 0) throw immovable(strangers, repository, held, holders);

  const same = new Set(having('same').map((planned) => digestOf(planned, held)));
  const remade = having('remade').map((planned): Remade => {
    const kinship = kinds.get(planned);
    return {
      tag: planned.tag,
      digest: digestOf(planned, held),
      why: kinship?.kind === 'remade' ? kinship.why : '',
    };
  });
  const fast = having('remade').filter((planned) => !mayMove(planned.tag, repository.mutability));
  if (same.size > 1 || (same.size === 1 && fast.length > 0)) throw takenByTwo(bound, repository, held);
  if (fast.length > 0) throw taken(fast, before, wish, remade);
  const [digest] = same;
  return {
    reused: digest ?? (remade.length === 0 ? unchangedImage(tags, before, wish) : undefined),
    remade,
  };
}

/** With reuse-paths: the image to which a moving tag points now, if nothing that made it has changed since. */
function unchangedImage(tags: readonly PlannedTag[], { held }: TagsBefore, wish: Wish): Digest | undefined {
  return tags
    .map((planned) => held.get(planned.tag))
    .find((digest) => digest !== undefined && wish.unchanged.has(digest));
}

/** How an image is related to the one that this run would make. */
type Kinship =
  { readonly kind: 'same' } | { readonly kind: 'remade'; readonly why: string } | { readonly kind: 'other' };

function kinshipOf(holder: Holder | undefined, wish: Wish): Kinship {
  const { commit, record, unchanged, isFurther = false } = wish;
  if (holder === undefined) return { kind: 'other' };
  if (unchanged.has(holder.digest)) return { kind: 'same' };
  const theirs =
    holder.record?.parts.commit ?? (holder.revision.kind === 'known' ? holder.revision.commit : undefined);
  if (commit === undefined || theirs !== commit) return { kind: 'other' };
  if (holder.record === undefined)
    return { kind: 'remade', why: 'it does not record what else it was made from' };
  if (record === undefined)
    return { kind: 'remade', why: 'it is not certain what this run makes an image from' };
  const parts = differences(record, holder.record);
  if (parts.length > 0)
    return { kind: 'remade', why: `it differs in ${parts.map((part) => partNames[part]).join(', ')}` };
  return isFurther
    ? {
        kind: 'remade',
        why: 'the repository of this run, from which it would come, does not have it under its tags',
      }
    : { kind: 'same' };
}

function digestOf(planned: PlannedTag, held: ReadonlyMap<Tag, Digest>): Digest {
  const digest = held.get(planned.tag);
  if (digest === undefined) throw new Error(`${planned.tag} is not held`);
  return digest;
}

function stateOf(
  planned: PlannedTag,
  { held, repository }: TagsBefore,
  reused: Digest | undefined,
): TagDecision['state'] {
  const holder = held.get(planned.tag);
  if (holder !== undefined) return holder === reused ? 'same' : 'moves';
  return planned.kind === 'moving' && !mayMove(planned.tag, repository.mutability) ? 'once' : 'new';
}
