import type { Decision, Holder, NameDecision } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import type { Repository } from '../types/image.ts';
import type { IfExists } from '../types/inputs.ts';
import { usualPlatform, type Platform, type Tag } from '../types/names.ts';
import type { PlannedName } from '../types/plan.ts';
import { keptBackBy } from './highest.ts';
import { mayMove } from './mutability.ts';
import { immovable, taken, takenByTwo, takenForOtherPlatforms } from './taken.ts';

/** What is known of the names of a run before anything is built. */
export interface NamesBefore {
  readonly repository: Repository;
  readonly names: readonly PlannedName[];
  /** The image of each name that is there. */
  readonly held: ReadonlyMap<Tag, Digest>;
  /** The images of those names that should not or cannot move. */
  readonly holders: ReadonlyMap<Digest, Holder>;
  /** Every tag of the repository; read only where a name claims to be the highest version. */
  readonly allTags: readonly string[];
}

/** What the run is and wants. */
export interface Wish {
  readonly ifExists: IfExists;
  /** The commit that is built; undefined where it is not certain. */
  readonly commit: string | undefined;
  /** Empty: the builder's own. */
  readonly platforms: readonly Platform[];
}

/**
 * Decides what becomes of each name, and whether there is anything to build. Names that should not move are decided
 * by what holds them: an image of this very commit is used again, any other is an error now and not after the build.
 * Throws `tag-taken` or `tag-immovable`.
 */
export function decide(before: NamesBefore, wish: Wish): Decision {
  const { repository, held, holders } = before;
  const kept = before.names.flatMap((name): NameDecision[] => {
    const higher = keptBackBy(name, before.allTags);
    return higher === undefined ? [] : [{ name, state: 'kept-back', holder: held.get(name.tag), higher }];
  });
  const names = before.names.filter((name) => !kept.some((decision) => decision.name === name));
  const bound = names.filter((name) => held.has(name.tag) && isBound(name, repository, wish.ifExists));

  const reused = wish.ifExists === 'reuse' ? reusable(bound, before, wish) : undefined;
  if (reused === undefined) {
    const movable = bound.filter((name) => name.kind === 'moving');
    if (movable.length > 0) throw immovable(movable, repository, held, holders);
    if (bound.length > 0) throw taken(bound, { repository, held, holders }, wish);
  }
  const decided = before.names.map(
    (name) =>
      kept.find((decision) => decision.name === name) ??
      ({ name, state: stateOf(name, before, reused), holder: held.get(name.tag) } as const),
  );
  return reused === undefined
    ? { kind: 'build', names: decided }
    : { kind: 'reuse', digest: reused, names: decided };
}

/** Whether a name that exists has to be left where it is. */
function isBound(name: PlannedName, repository: Repository, ifExists: IfExists): boolean {
  if (!mayMove(name.tag, repository.mutability)) return true;
  return name.kind === 'fixed' && ifExists !== 'move';
}

/** The names whose images matter for the decision. */
export function boundNames(
  names: readonly PlannedName[],
  repository: Repository,
  ifExists: IfExists,
): readonly PlannedName[] {
  return names.filter((name) => isBound(name, repository, ifExists));
}

/** The one image of this commit that holds names of the run; undefined where none is held. */
function reusable(
  bound: readonly PlannedName[],
  { repository, held, holders }: NamesBefore,
  wish: Wish,
): Digest | undefined {
  const strangers = bound.filter((name) => !isOfCommit(holders.get(digestOf(name, held)), wish.commit));
  const versions = strangers.filter((name) => name.kind === 'fixed');
  if (versions.length > 0) throw taken(versions, { repository, held, holders }, wish);
  if (strangers.length > 0) throw immovable(strangers, repository, held, holders);
  const [digest, other] = new Set(bound.map((name) => digestOf(name, held)));
  if (digest === undefined) return undefined;
  if (other !== undefined) throw takenByTwo(bound, repository, held);
  const platforms = holders.get(digest)?.platforms ?? [];
  const there = new Set(platforms.map(usualPlatform));
  const missing = wish.platforms.filter((platform) => !there.has(usualPlatform(platform)));
  if (missing.length > 0) throw takenForOtherPlatforms(bound, repository, { digest, platforms, missing });
  return digest;
}

function isOfCommit(holder: Holder | undefined, commit: string | undefined): boolean {
  return commit !== undefined && holder?.revision.kind === 'known' && holder.revision.commit === commit;
}

function digestOf(name: PlannedName, held: ReadonlyMap<Tag, Digest>): Digest {
  const digest = held.get(name.tag);
  if (digest === undefined) throw new Error(`${name.tag} is not held`);
  return digest;
}

function stateOf(
  name: PlannedName,
  { held, repository }: NamesBefore,
  reused: Digest | undefined,
): NameDecision['state'] {
  const holder = held.get(name.tag);
  if (holder !== undefined) return holder === reused ? 'same' : 'moves';
  return name.kind === 'moving' && !mayMove(name.tag, repository.mutability) ? 'once' : 'new';
}
