import { commitIn, isSameRepository, originOf, readContext } from '../types/build-context.ts';
import type { CheckoutHead, TreeState } from '../types/checkout.ts';
import type { CommitOrigin, RunnerEvent, Source, SourceRepository } from '../types/source.ts';
import { isPreRelease } from '../types/version.ts';
import { claimsOf } from './claims.ts';
import { readEvent } from './event.ts';
import { commit } from './payload.ts';
import { voiceOf, type Built } from './voice.ts';

/** What decides which commit an image is made from, beside the event. */
export interface Place {
  /** The build context, a folder or an address. */
  readonly context: string;
  /** What lies at the workspace's root; undefined where the build context is an address. */
  readonly head: CheckoutHead | undefined;
  /** Whether the files are those of that commit; needed only where they may be a stranger's. */
  readonly tree: TreeState | undefined;
  /** The image that is published, where nothing is built. */
  readonly image?: MadeFrom | undefined;
  readonly pullRequestCommit: 'merge' | 'head';
  /** How many digits of the commit names show; undefined: as many as git does. */
  readonly shortLength?: number;
}

/** What an image that is in the registry says of its commit. */
export interface MadeFrom {
  readonly commit: string | undefined;
  /** When the commit was made, in milliseconds since 1970. */
  readonly committedAt: number | undefined;
  /** Where it says none: why, as a clause. */
  readonly why: string;
}

/** As many as git shows, and docker/metadata-action. */
export const usualShortLength = 7;

/**
 * The commit that is built, and what git calls it. The checkout decides where there is one: what the image is made
 * from lies there, whatever the event speaks of.
 */
export function sourceOf(event: RunnerEvent, place: Place): Source {
  const facts = readEvent(event);
  const [built, origin] = builtFrom(event, place);
  const voice = voiceOf(event, built);
  const isHead =
    place.pullRequestCommit === 'head' &&
    facts.headCommit !== undefined &&
    isOfPullRequest(event, voice.commit);
  const sha = isHead ? facts.headCommit : voice.commit;
  const elsewhere = place.image === undefined ? otherOrigin(event, place.context) : undefined;
  return {
    ...voice,
    event: event.name,
    built: voice.commit,
    shortLength: place.shortLength ?? usualShortLength,
    isMarkedPreRelease: facts.isMarkedPreRelease,
    commit: sha,
    commitOrigin:
      sha === undefined && built.certainty !== 'told' ? 'unverified' : isHead ? 'pull-request-head' : origin,
    committedAt: facts.dated?.sha === sha ? facts.dated?.at : place.image?.committedAt,
    repository: facts.repository,
    ...(elsewhere !== undefined && { elsewhere }),
  };
}

/** Where the files come from, if not from the repository of the workflow. */
function otherOrigin({ serverUrl, repository }: RunnerEvent, context: string): string | undefined {
  const origin = originOf(context);
  return origin !== undefined && isSameRepository(origin, `${serverUrl}/${repository}`) ? undefined : origin;
}

function builtFrom(event: RunnerEvent, place: Place): readonly [Built, CommitOrigin] {
  const { context, head, tree, image } = place;
  if (image !== undefined) {
    const advice = adviceOnImage;
    return image.commit === undefined
      ? [{ commit: undefined, certainty: 'unknown', why: image.why, tree, advice }, 'unverified']
      : [{ commit: image.commit, certainty: 'read', why: '', tree, verb: 'published', advice }, 'image'];
  }
  const { own } = claimsOf(event);
  const told = commit(event.sha);
  const certain = { certainty: 'read', why: '', tree } as const;
  if (head === undefined) {
    const pinned = commit(commitIn(context) ?? '');
    const isGit = readContext(context).kind === 'git';
    const why = `the build context is ${isGit ? 'a Git URL that does not name a commit' : 'an archive at an address, which names no commit'}`;
    return pinned === undefined
      ? [{ commit: undefined, certainty: 'unknown', why, tree }, 'unverified']
      : [{ ...certain, commit: pinned }, 'context'];
  }
  if (head.kind === 'unreadable') {
    const why = `the repository at the root of the workspace cannot be read: ${head.why}`;
    return [{ commit: undefined, certainty: 'unknown', why, tree }, 'unverified'];
  }
  const { inner } = head;
  if (inner !== undefined && !inner.isPinned) {
    // What is built lies in another repository than that of the root.
    if (inner.sha !== undefined && own.commits.includes(inner.sha))
      return [{ ...certain, commit: inner.sha }, 'checkout'];
    const where = inner.sha === undefined ? '' : `, at ${inner.sha.slice(0, 12)}`;
    const why = `the build context lies in a repository of its own, ${inner.path}${where}`;
    const root = head.kind === 'commit' ? head.sha : undefined;
    return [{ commit: root, certainty: 'unknown', why, tree }, 'checkout'];
  }
  if (head.kind === 'commit') return [{ ...certain, commit: head.sha }, 'checkout'];
  const why = 'there is no checkout that could say otherwise';
  return [{ commit: told ?? own.commits[0], certainty: 'told', why, tree }, 'event'];
}

const adviceOnImage =
  'Publish, with the input from, the image of ${{ github.sha }}, or give the tag by a rule of its own, such as a plain word.';

/** Whether a commit is one of the pull request that the event is about: its newest one, or its merge. */
function isOfPullRequest(event: RunnerEvent, sha: string | undefined): boolean {
  const { own } = claimsOf(event);
  return own.ref.kind === 'pull-request' && sha !== undefined && own.commits.includes(sha);
}

/** Why a run is about something before a release, as a clause; undefined where nothing says so. */
export function preReleaseOf({ ref, isMarkedPreRelease }: Source): string | undefined {
  if (isMarkedPreRelease) return 'the release is marked as a pre-release';
  return ref.kind === 'tag' && isPreRelease(ref.name) ? `the tag ${ref.name} is a pre-release` : undefined;
}

/** Facts that only GitHub's API can add. */
export interface ApiFacts {
  readonly repository: SourceRepository | undefined;
  readonly committedAt: number | undefined;
}

/** What is missing and wanted; nothing where the API need not be asked. */
export function missingFacts(source: Source, wanted: Wanted): Wanted {
  return {
    repository: wanted.repository && !source.repository.isDescribed,
    defaultBranch: wanted.defaultBranch && source.repository.defaultBranch === undefined,
    commitDate: wanted.commitDate && source.committedAt === undefined && source.commit !== undefined,
  };
}

export interface Wanted {
  readonly repository: boolean;
  readonly defaultBranch: boolean;
  readonly commitDate: boolean;
}

/** What the event says comes first; the API fills gaps. */
export function withApiFacts(source: Source, { repository, committedAt }: ApiFacts): Source {
  const { repository: known } = source;
  return {
    ...source,
    committedAt: source.committedAt ?? committedAt,
    repository: {
      isDescribed: known.isDescribed || repository !== undefined,
      name: known.name ?? repository?.name,
      description: known.description ?? repository?.description,
      url: known.url ?? repository?.url,
      defaultBranch: known.defaultBranch ?? repository?.defaultBranch,
      license: known.license ?? repository?.license,
    },
  };
}
