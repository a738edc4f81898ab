import { commitIn, isSameRepository, originOf, readContext } from '../types/build-context.ts';
import type { CheckoutHead, TreeState } from '../types/checkout.ts';
import type { CommitOrigin, RunnerEvent, Source, SourceRepository } from '../types/source.ts';
import { isPreRelease } from '../types/version.ts';
import { claimsOf } from './claims.ts';
import { readEvent } from './event.ts';
import { commit } from './payload.ts';
import { voiceOf, type Built } from './voice.ts';

/** What decides which commit an image is made from, besides the event. */
export interface SourceFacts {
  /** The build context, a folder or an address. */
  readonly context: string;
  /** What is at the workspace's root; undefined if the build context is an address. */
  readonly head: CheckoutHead | undefined;
  /** Whether the files are those of that commit; only needed if strangers may have written them. */
  readonly tree: TreeState | undefined;
  /** The image that is published, if nothing is built. */
  readonly image?: MadeFrom | undefined;
  readonly pullRequestCommit: 'merge' | 'head';
  /** How many digits of the commit tags show; undefined means as many as git shows. */
  readonly shortLength?: number;
}

/** What an image in the registry says about its commit. */
export interface MadeFrom {
  readonly commit: string | undefined;
  /** When the commit was made, in milliseconds since 1970. */
  readonly committedAt: number | undefined;
  /** If it names no commit: why, as a clause. */
  readonly why: string;
}

/** As many as git and docker/metadata-action show. */
export const usualShortLength = 7;

/**
 * The commit that is built, and what git calls it. If there is a checkout, it decides, because the image is made from
 * it, whatever the event is about.
 */
export function sourceOf(event: RunnerEvent, given: SourceFacts): Source {
  const facts = readEvent(event);
  const [built, origin] = builtFrom(event, given);
  const voice = voiceOf(event, built);
  const isHead =
    given.pullRequestCommit === 'head' &&
    facts.headCommit !== undefined &&
    isOfPullRequest(event, voice.commit);
  const sha = isHead ? facts.headCommit : voice.commit;
  const elsewhere = given.image === undefined ? otherOrigin(event, given.context) : undefined;
  return {
    ...voice,
    event: event.name,
    built: voice.commit,
    shortLength: given.shortLength ?? usualShortLength,
    isMarkedPreRelease: facts.isMarkedPreRelease,
    commit: sha,
    commitOrigin:
      sha === undefined && built.certainty !== 'told' ? 'unverified' : isHead ? 'pull-request-head' : origin,
    committedAt: facts.dated?.sha === sha ? facts.dated?.at : given.image?.committedAt,
    repository: facts.repository,
    ...(elsewhere !== undefined && { elsewhere }),
  };
}

/** Where the files come from, if not from the workflow's repository. */
function otherOrigin({ serverUrl, repository }: RunnerEvent, context: string): string | undefined {
  const origin = originOf(context);
  return origin !== undefined && isSameRepository(origin, `${serverUrl}/${repository}`) ? undefined : origin;
}

function builtFrom(event: RunnerEvent, given: SourceFacts): readonly [Built, CommitOrigin] {
  const { context, head, tree, image } = given;
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
    // What is built is in another repository than the root's.
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

/** Whether a commit belongs to the pull request that the event is about: its newest one, or its merge. */
function isOfPullRequest(event: RunnerEvent, sha: string | undefined): boolean {
  const { own } = claimsOf(event);
  return own.ref.kind === 'pull-request' && sha !== undefined && own.commits.includes(sha);
}

/** Why a run is about a pre-release, as a clause; undefined if nothing says so. */
export function preReleaseOf({ ref, isMarkedPreRelease }: Source): string | undefined {
  if (isMarkedPreRelease) return 'the release is marked as a pre-release';
  return ref.kind === 'tag' && isPreRelease(ref.name) ? `the tag ${ref.name} is a pre-release` : undefined;
}

/** Facts that only GitHub's API can add. */
interface ApiFacts {
  readonly repository: SourceRepository | undefined;
  readonly committedAt: number | undefined;
}

/** What is both wanted and missing; if nothing is, the API need not be asked. */
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

/** Fills gaps with the API's answers; what the event says wins. */
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
