import type { CommitOrigin, DatedCommit, RunnerEvent, Source, SourceRepository } from '../types/source.ts';
import { commit, readEvent, triggeringRun } from './event.ts';

/** What decides which commit an image is made from, beside the event. */
export interface Place {
  /** The build context, a folder or a Git URL. */
  readonly context: string;
  /** The newest commit of the checkout around the context; undefined where git does not say. */
  readonly checkout: DatedCommit | undefined;
  readonly pullRequestCommit: 'merge' | 'head';
}

/**
 * The commit that is built, and what git calls it. The checkout decides where there is one: what the image is made
 * from lies there, whatever the event speaks of.
 */
export function sourceOf(event: RunnerEvent, { context, checkout, pullRequestCommit }: Place): Source {
  const facts = readEvent(event);
  const [sha, origin] = ((): readonly [string | undefined, CommitOrigin] => {
    if (isGitUrl(context)) {
      const given = commit(/#([0-9a-f]{40}(?:[0-9a-f]{24})?)(?::|$)/.exec(context)?.[1] ?? '');
      return given === undefined ? [facts.commit, 'unverified'] : [given, 'context'];
    }
    const isHeadIn = event.name !== 'pull_request_target' || checkout?.sha !== facts.commit;
    if (pullRequestCommit === 'head' && facts.headCommit !== undefined && isHeadIn)
      return [facts.headCommit, 'pull-request-head'];
    return checkout === undefined ? [facts.commit, 'event'] : [checkout.sha, 'checkout'];
  })();
  const triggering = triggeringRun(event);
  const isTriggering = triggering !== undefined && sha === triggering.commit && sha !== facts.commit;
  const about = isTriggering ? triggering : facts;
  const dated = [checkout, facts.dated].find((candidate) => candidate?.sha === sha);
  return {
    event: event.name,
    ref: about.ref,
    commit: sha,
    commitOrigin: origin,
    committedAt: dated?.at,
    baseBranch: about.baseBranch,
    repository: facts.repository,
  };
}

/** What docker takes for an address of a Git repository. Source: docker/cli, cli/command/image/build/context.go. */
export function isGitUrl(context: string): boolean {
  return /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/.test(context);
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
