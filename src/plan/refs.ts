import type { GitRef, Source } from '../types/source.ts';
import { wholeNumber } from './payload.ts';

/** Parses `refs/heads/main`, `refs/tags/v1`, `refs/pull/12/merge`, and the temporary branches of a merge queue. */
export function refOf(ref: string): GitRef {
  const queue = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]{40}$/.exec(ref);
  if (queue?.[1] !== undefined) return { kind: 'merge-queue', base: queue[1] };
  const match = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref);
  const [, kind, name = ''] = match ?? [];
  if (kind === 'heads') return { kind: 'branch', name };
  if (kind === 'tags') return { kind: 'tag', name };
  const number = kind === 'pull' ? wholeNumber(Number(/^\d+/.exec(name)?.[0])) : undefined;
  return number === undefined ? { kind: 'none' } : { kind: 'pull-request', number };
}

/** Describes what the run is about: `the branch main`, `the pull request 12`. */
export function describe({ ref, event }: Pick<Source, 'ref' | 'event'>): string {
  switch (ref.kind) {
    case 'branch':
      return `the branch ${ref.name}`;
    case 'tag':
      return `the tag ${ref.name}`;
    case 'pull-request':
      return `the pull request ${String(ref.number)}`;
    case 'merge-queue':
      return `the merge queue of ${ref.base}`;
    case 'none':
      return event === '' ? 'a run without an event' : `the event ${event}`;
  }
}
