import { requireFit } from '../docker/fit.ts';
import type { Probe } from '../docker/probe.ts';
import { builderWarnings } from '../report/plan-lines.ts';
import type { Run } from '../run.ts';
import { info, notice, warning } from '../types/message.ts';
import type { Builder, Plan } from '../types/plan.ts';

/** The builder, if it can do what the inputs ask for. Throws `builder-unfit`. */
export async function fitBuilder(plan: Plan, probe: Probe, run: Run): Promise<Builder> {
  const builder = run.keep('builder', await probe.certain());
  requireFit(plan, builder, run.ports.job.variable);
  run.tell([
    info(`Builder: ${builder.description}`),
    ...(builder.notice === undefined ? [] : [notice(builder.notice)]),
    ...builderWarnings(plan, builder, run.ports.job.variable).map(warning),
  ]);
  return builder;
}
