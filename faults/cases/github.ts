import type { FaultCase } from '../case.ts';
import { githubKinds, type GitHubKind } from '../github.ts';

/** A client notices these only by waiting. */
const waiting: readonly GitHubKind[] = ['no answer', 'dripping answer', '429'];

/**
 * GitHub's API, which is asked for what an event lacks and for a comment. A run needs neither, so it succeeds
 * whatever comes back.
 */
export const githubCases: readonly FaultCase[] = (['plan', 'comment'] as const).flatMap((scene) =>
  (Object.keys(githubKinds) as GitHubKind[]).flatMap((how) =>
    (['once', 'for ever'] as const).map((often): FaultCase => ({
      name: `${scene}: ${how} ${often}`,
      group: 'github',
      scene,
      github: { how, ...(often === 'once' && { times: 1 }) },
      expect: 'passes',
      waits: waiting.includes(how),
    })),
  ),
);
