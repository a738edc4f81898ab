import { buildCandidate, buildOnly } from '../docker/candidate.ts';
import { requireFit } from '../plan/plan.ts';
import { builderLines, builderWarnings } from '../report/plan-lines.ts';
import type { Phase, Run } from '../run.ts';
import { asShipError } from '../types/errors.ts';
import type { Candidate } from '../types/image.ts';
import { info, notice, warning } from '../types/message.ts';
import type { Builder, Plan } from '../types/plan.ts';
import type { Target } from './opening.ts';
import { expectCandidateTag } from './scanning.ts';

/** What is built, with what. */
interface Job {
  readonly plan: Plan;
  readonly probing: Promise<Builder>;
}

/** Says how the image would be built on this machine. */
export const previewing: Phase<Job, void> = {
  name: 'build',
  async run({ plan, probing }, run) {
    const builder = await probing.catch(asShipError);
    run.tell([...builderLines(plan, builder).map(info), ...builderWarnings(plan, builder).map(warning)]);
  },
};

/** Builds and pushes nothing. */
export const building: Phase<Job, void> = {
  name: 'build',
  async run({ plan, probing }, run) {
    await buildOnly(plan, await fitBuilder(plan, probing, run), run.ports);
  },
};

/** Builds the image and pushes it, under no tag that a person would pull. */
export const making: Phase<Job & { readonly target: Target }, Candidate> = {
  name: 'build',
  async run({ plan, probing, target }, run) {
    const builder = await fitBuilder(plan, probing, run);
    const { repository, dockerEnv } = target;
    if (builder.push === 'by-digest') {
      return run.keep('candidate', await buildCandidate(plan, builder, repository, dockerEnv, run.ports));
    }
    const undo = expectCandidateTag({ plan, target }, run);
    run.undo.plan({ kind: 'local-image', name: `${repository.uri}:${plan.candidateTag}` });
    const candidate = await buildCandidate(plan, builder, repository, dockerEnv, run.ports);
    run.undo.change(undo, { state: 'there' });
    return run.keep('candidate', candidate);
  },
};

/** The builder at hand, if it can do what the inputs ask for. Throws `builder-unfit`. */
async function fitBuilder(plan: Plan, probing: Promise<Builder>, run: Run): Promise<Builder> {
  const builder = run.keep('builder', await probing);
  requireFit(plan, builder);
  run.tell([
    info(`Builder: ${builder.description}`),
    ...(builder.notice === undefined ? [] : [notice(builder.notice)]),
    ...builderWarnings(plan, builder).map(warning),
  ]);
  return builder;
}
