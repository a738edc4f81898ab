import type { TreeState } from '../types/checkout.ts';
import type { Claim, RunnerEvent, Voice } from '../types/source.ts';
import { claimsOf } from './claims.ts';
import { describe } from './refs.ts';
import { strangersIn } from './strangers.ts';

/** What is known about the files that are built. */
export interface Built {
  /** Their commit; undefined if nothing gives it. */
  readonly commit: string | undefined;
  /**
   * - `read`: the checkout or the address of the build context gives it.
   * - `told`: there is nothing to read, so the event's commit is assumed.
   * - `unknown`: there is something to read, but it gives another commit or none.
   */
  readonly certainty: 'read' | 'told' | 'unknown';
  /** If it was not read: why, as a clause. */
  readonly why: string;
  /** Whether the files are those of the commit; only determined if strangers may have written them. */
  readonly tree: TreeState | undefined;
  /** What is done with it; by default it is built. */
  readonly verb?: 'published';
  /** What to do if the run may not speak for the ref, in a sentence. */
  readonly advice?: string;
}

/**
 * The one rule for tags, labels, exceptions and reuse: a ref's name, `latest` and `is_default_branch` belong to a run
 * only if the commit that it builds is the commit of that ref, as the event gives it. A run that builds anything else may
 * speak only for the pull request that it is about, if there is one, and for the commit that it is known to build.
 */
export function voiceOf(event: RunnerEvent, built: Built): Voice {
  const claims = claimsOf(event);
  const strangers = strangersIn(event);
  const { commit, certainty, tree, verb = 'built', advice } = built;
  const all = [claims.own, ...claims.others];
  const speak = (claim: Claim, why: string, known: string | undefined) =>
    speakFor(claim, { event, own: claims.own, strangers, commit: known, why });
  const without = (why: string, known: string | undefined) =>
    speakLess(all, { event, own: claims.own, strangers, commit: known, why, advice });

  switch (certainty) {
    case 'unknown':
      return without(built.why, strangers === undefined ? commit : undefined);
    case 'told':
      // A run that was started by a comment or by another run is not about what the job has checked out.
      if (strangers !== undefined && event.name !== 'pull_request')
        return without(`${built.why}, and ${strangers}`, undefined);
      return speak(
        claims.own,
        built.why,
        claims.own.commits.find((sha) => sha === commit),
      );
    case 'read': {
      const claim = all.find(({ commits }) => commit !== undefined && commits.includes(commit));
      if (claim === undefined) {
        // Outside a workflow the event names no ref or commit, so there is nothing to misuse.
        const isTold = claims.own.ref.kind !== 'none' || claims.own.commits.length > 0;
        return isTold || strangers !== undefined
          ? without(`${what(commit)} is ${verb}, ${told(claims.own, event.name)}`, commit)
          : speak(claims.own, 'the event tells of none', commit);
      }
      if (claim.ref.kind !== 'pull-request' && strangers !== undefined && tree?.kind !== 'clean')
        return without(`${differs(tree)}, and ${strangers}`, undefined);
      return speak(claim, `${what(commit)} is ${verb}, which the event tells as its commit`, commit);
    }
  }
}

interface Facts {
  readonly event: RunnerEvent;
  readonly own: Claim;
  readonly strangers: string | undefined;
  readonly commit: string | undefined;
  readonly why: string;
  readonly advice?: string | undefined;
}

function speakFor({ ref, baseBranch }: Claim, { event, own, strangers, commit, why }: Facts): Voice {
  const isStrangers = ref.kind === 'pull-request' && strangers !== undefined;
  return {
    about: own.ref,
    ref,
    says: `${ref.kind === 'none' ? 'no ref' : describe({ ref, event: event.name })}: ${why}`,
    doubt: undefined,
    baseBranch,
    trust: isStrangers ? 'stranger' : 'ref',
    why,
    strangers,
    commit,
  };
}

/** Speaks only for the pull request, if there is one: nobody takes its tags for anything else. */
function speakLess(claims: readonly Claim[], facts: Facts): Voice {
  const { event, own, strangers, commit, why, advice = adviceOnCommit } = facts;
  const pullRequest = claims.find(({ ref }) => ref.kind === 'pull-request');
  const ref = pullRequest?.ref ?? ({ kind: 'none' } as const);
  const trust = strangers !== undefined ? 'stranger' : pullRequest === undefined ? 'other' : 'ref';
  const name = describe({ ref: own.ref, event: event.name });
  return {
    about: own.ref,
    ref,
    says: `${ref.kind === 'none' ? 'no ref' : describe({ ref, event: event.name })}: ${why}`,
    doubt: {
      what: `This run may not speak for ${name}, because ${why}: its tag, latest and is_default_branch do not belong to what is built.`,
      next: trust === 'stranger' ? adviceOnStrangers : advice,
    },
    baseBranch: pullRequest?.baseBranch,
    trust,
    why,
    strangers,
    commit,
  };
}

const adviceOnStrangers =
  'Check out, at the root of the workspace, what is to be built, and give it tags that hold the number of the pull ' +
  'request or the commit (type=ref,event=pr, type=sha); build what has other tags where only its writers start a run.';

const adviceOnCommit =
  'Check out ${{ github.sha }} at the root of the workspace (a Git URL ends with #${{ github.sha }}), or give the tag ' +
  'by a rule of its own, such as a plain word.';

function told({ ref, commits }: Claim, event: string): string {
  const [first] = commits;
  const name = describe({ ref, event });
  return first === undefined
    ? `and the event tells no commit of ${name}`
    : `and ${name} is at ${what(first)}`;
}

function what(commit: string | undefined): string {
  return commit?.slice(0, 12) ?? 'an unknown commit';
}

function differs(tree: TreeState | undefined): string {
  switch (tree?.kind) {
    case 'differs': {
      const more = tree.count - tree.paths.length;
      const list = `${tree.paths.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
      return `the files that are built are not those of the commit, which differ in ${list}`;
    }
    case 'unknown':
      return `it is not known whether the files that are built are those of the commit: ${tree.why}`;
    default:
      return 'it is not known whether the files that are built are those of the commit';
  }
}
