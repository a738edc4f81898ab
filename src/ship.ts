import { probeBuilder } from './docker/probe.ts';
import { parseInputs } from './inputs/inputs.ts';
import { deciding } from './phases/deciding.ts';
import { passGate } from './phases/gate.ts';
import { beginBuild, building, making, previewing } from './phases/making.ts';
import { opening } from './phases/opening.ts';
import { planning, readAccepted } from './phases/planning.ts';
import { lookAtTags, tagging } from './phases/tagging.ts';
import { verifying } from './phases/verifying.ts';
import { sweepCandidates } from './undo/sweep.ts';
import { startRun, type Run, type Start } from './run.ts';
import type { Digest } from './types/digest.ts';
import type { Candidate } from './types/image.ts';
import type { Inputs, RawInputs } from './types/inputs.ts';
import type { Builder } from './types/plan.ts';
import type { Report } from './types/report.ts';

/**
 * The story: an image gets its tags only after it has passed.
 * Never throws: whatever happens is in the report, and what was begun is taken back.
 */
export async function ship(raw: RawInputs, start: Omit<Start, 'resultFile'>): Promise<Report> {
  const run = startRun({ ...start, resultFile: raw['result-file'] || undefined });
  await run.guard(async () => {
    const inputs = run.keep('inputs', parseInputs(raw, run.facts.region));
    // The SDK loads and the engine answers while the tags are worked out.
    const registry = inputs.target && run.ports.connect(inputs.target);
    const probing = startProbe(run);
    const plan = await run.do(planning, inputs);
    const exceptions = await readAccepted(plan, run);
    if (inputs.mode === 'plan') return run.do(previewing, { plan, probing });
    if (registry === undefined) return run.do(building, { plan, probing });

    const early = beginBuild({ plan, probing }, run);
    const target = await run.do(opening, { plan, registry });
    const { registryId = '', role } = { ...inputs.target };
    run.beside((tools) => sweepCandidates({ ...target, registryId, role }, tools));
    const decided = await run.do(deciding, { plan, target });
    const { decision } = decided;
    if (decision.kind === 'reuse') await early.drop();
    const candidate =
      decision.kind === 'reuse'
        ? run.keep('candidate', reusedCandidate(decision, inputs))
        : await run.do(making, { plan, probing, target, early });
    const image = await run.do(verifying, { plan, target, candidate, isBuilt: decision.kind === 'build' });
    const verified = { plan, target, candidate, image };
    await passGate(verified, exceptions, run);
    await run.do(tagging, { ...verified, decided });
  });
  return run.finish(lookAtTags);
}

/** Asks the engine about itself now; whoever needs a builder later meets the failure, if there is one. */
function startProbe({ ports }: Run): Promise<Builder> {
  const probing = probeBuilder(ports.docker);
  probing.catch(() => undefined);
  return probing;
}

function reusedCandidate({ digest }: { readonly digest: Digest }, { build }: Inputs): Candidate {
  return { digest, tag: undefined, platform: build.platforms[0] };
}
