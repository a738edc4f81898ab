import type { Source } from '../types/source.ts';
import { formatDate } from './dates.ts';
import { plain, type Scope } from '../inputs/expressions.ts';
import { notAllowed, ok, type Parsed } from '../inputs/parsed.ts';

/**
 * The expressions that tags, labels and annotations share. What does not apply to the event is empty; what cannot be
 * known is an error, not a guess.
 * @param now milliseconds since 1970
 */
export function scopeOf(source: Source, now: number): Scope {
  const { ref, commit, shortLength, committedAt, baseBranch } = source;
  return {
    branch: plain(ok(ref.kind === 'branch' ? ref.name : '')),
    tag: plain(ok(ref.kind === 'tag' ? ref.name : '')),
    sha: plain(
      commit === undefined
        ? notAllowed(
            '{{sha}} only where it is certain which commit is built; check out the repository before this step',
          )
        : ok(commit.slice(0, shortLength)),
    ),
    base_ref: plain(ok(baseBranch ?? '')),
    is_default_branch: plain(isDefaultBranch(source, (answer) => answer)),
    is_not_default_branch: plain(isDefaultBranch(source, (answer) => !answer)),
    date: (call) => formatDate(now, call),
    commit_date: (call) =>
      committedAt === undefined
        ? notAllowed(
            '{{commit_date}} only where the commit is known; check out the repository before this step, ' +
              'or let the input github-token have contents: read',
          )
        : formatDate(committedAt, call),
  };
}

function isDefaultBranch(
  { ref, repository }: Source,
  answer: (isDefault: boolean) => boolean,
): Parsed<string> {
  if (ref.kind !== 'branch') return ok('false');
  return repository.defaultBranch === undefined
    ? notAllowed(
        '{{is_default_branch}} only where the default branch is known; let the input github-token have contents: read',
      )
    : ok(String(answer(ref.name === repository.defaultBranch)));
}
