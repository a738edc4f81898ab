import type { FaultCase } from '../case.ts';
import { githubKinds, type GitHubKind } from '../github.ts';

/** A client learns of these only by waiting. */
const waiting: readonly GitHubKind[] = ['no answer', 'dripping answer', '429'];

/**
 * GitHub's API, which is asked for what an event leaves out and for a comment: a run needs neither, so that it goes well
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
