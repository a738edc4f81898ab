import { probeBuilder } from './docker/probe.ts';
import { parseInputs } from './inputs/inputs.ts';
import { readStructured } from './inputs/structured.ts';
import { beginBuild } from './phases/early-build.ts';
import { readForeign } from './phases/foreign-findings.ts';
import { planning, readAccepted } from './phases/planning.ts';
import { startRun, type LookBack, type Run, type Start } from './run.ts';
import type { RegistryLogin } from './types/credentials.ts';
import type { BuildModeInputs, PlanInputs, RawInputs, ShipInputs } from './types/inputs.ts';
import type { Report } from './types/report.ts';

/**
 * The story: an image gets its tags only after it has passed. Each mode has its own part, loaded when needed. What
 * docker waits for loads first, so the long part about an image that is built loads only while docker builds. Never
 * throws: whatever happens is in the report, and what was begun is undone.
 */
export async function ship(raw: RawInputs, start: Omit<Start, 'resultFile'>): Promise<Report> {
  const run = startRun({ ...start, resultFile: raw['result-file'] || undefined });
  await run.guard(async () => {
    const structured = await readStructured(raw);
    const inputs = parseInputs(raw, run.facts.region, structured);
    if (inputs.target !== undefined) run.ports.approach(inputs.target, firstQuestions[inputs.mode]);
    switch (inputs.mode) {
      case 'login': {
        const { logIn } = await import('./later.ts');
        return logIn(inputs, run);
      }
      case 'publish': {
        const { publish } = await import('./later.ts');
        return publish(inputs, run);
      }
      default:
        return build(inputs, structured.logins, run);
    }
  });
  return run.finish(lookBack);
}

/**
 * How many API calls a run makes before the first one is answered, and so how many connections to open ahead. A run
 * that does not scan makes two fewer.
 */
const firstQuestions = { ship: 8, build: 8, publish: 8, plan: 0, login: 2 } as const;

/** Builds and judges an image, and tags it in `mode: ship`. */
async function build(
  inputs: ShipInputs | BuildModeInputs | PlanInputs,
  logins: readonly RegistryLogin[],
  run: Run,
): Promise<void> {
  run.keep('inputs', inputs);
  // The engine answers while the tags are worked out.
  const probe = probeBuilder(run.ports.docker, inputs.build.options.builder);
  if (inputs.target === undefined) probe.certain().catch(() => undefined);
  const plan = await run.do(planning, { inputs });
  const exceptions = await readAccepted(plan, run);
  await readForeign(plan, run);
  if (inputs.mode === 'plan' || inputs.target === undefined) {
    const { building, previewing } = await import('./later.ts');
    return inputs.mode === 'plan'
      ? run.do(previewing, { plan, probe })
      : run.do(building, { plan, probe, logins });
  }
  const early = beginBuild({ plan, probe, logins }, run);
  // Loading the rest keeps this process busy, so a build that can start without it starts first.
  await early.begun;
  const begun = { inputs, target: inputs.target, logins, probe, plan, exceptions, early };
  const goOn = async () => (await import('./later.ts')).finishBuild(begun, run);
  // If the story fails, the early build ends with it.
  await goOn().catch(async (error: unknown) => {
    await early.drop();
    throw error;
  });
}

/** Finds out what a run had done before it was cut off. */
const lookBack: LookBack = async (run, ports) => {
  const { lookEverywhere } = await import('./later.ts');
  return lookEverywhere(run, ports);
};
