import type { Ports } from '../ports.ts';
import type { Inputs } from '../types/inputs.ts';
import type { Plan, RunFacts } from '../types/plan.ts';
import type { Source } from '../types/source.ts';
import { makePlan, wantedFacts } from './plan.ts';
import { isGitUrl, missingFacts, sourceOf, withApiFacts } from './source.ts';

type Tools = Pick<Ports, 'checkout' | 'github' | 'clock' | 'job'>;

/** Finds out what is built (the event, the checkout, GitHub's API only for what both leave open) and plans the run. */
export async function preparePlan(inputs: Inputs, run: RunFacts, tools: Tools): Promise<Plan> {
  const source = await findSource(inputs, run, tools);
  return makePlan(inputs, run, source, tools.clock.now(), tools.job.shortId());
}

async function findSource(inputs: Inputs, run: RunFacts, { checkout, github }: Tools): Promise<Source> {
  const { context } = inputs.build;
  const known = sourceOf(run.event, {
    context,
    checkout: isGitUrl(context) ? undefined : await checkout.head(context),
    pullRequestCommit: inputs.pullRequestCommit,
  });
  const missing = missingFacts(known, wantedFacts(inputs));
  const [repository, committedAt] = await Promise.all([
    missing.repository || missing.defaultBranch ? github.repository() : undefined,
    missing.commitDate && known.commit !== undefined ? github.committedAt(known.commit) : undefined,
  ]);
  return withApiFacts(known, { repository, committedAt });
}
