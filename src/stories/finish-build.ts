import type { Probe } from '../docker/probe.ts';
import { beginBaselineSize } from '../phases/baseline-size.ts';
import { deciding, lookForBaseline } from '../phases/deciding.ts';
import type { EarlyBuild } from '../phases/early-build.ts';
import { handingOver } from '../phases/handing-over.ts';
import { making } from '../phases/making.ts';
import { nearQuotas } from '../phases/near-quotas.ts';
import { opening, tagsToRead, unusedTags } from '../phases/opening.ts';
import { bringToGate, openGate, passInto } from '../phases/scan-repository.ts';
import { lookBeside } from '../phases/tagging.ts';
import { verifying } from '../phases/verifying.ts';
import type { Run } from '../run.ts';
import type { RegistryLogin } from '../types/credentials.ts';
import type { Digest } from '../types/digest.ts';
import type { Exceptions } from '../types/exceptions.ts';
import type { Candidate, RegistryTarget } from '../types/image.ts';
import type { BuildModeInputs, Inputs, ShipInputs } from '../types/inputs.ts';
import { notice, type Message } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import { awaitReplicas, lookThrough, reachDestinations, release, replicatedFrom } from './release.ts';

/** What is planned and about to be built. */
interface Begun {
  readonly inputs: ShipInputs | BuildModeInputs;
  readonly logins: readonly RegistryLogin[];
  readonly target: RegistryTarget;
  readonly probe: Probe;
  readonly plan: Plan;
  readonly exceptions: Exceptions;
  readonly early: EarlyBuild;
}

/** From the login to the tags. */
export async function finishBuild(begun: Begun, run: Run): Promise<void> {
  const { inputs, logins, probe, plan, exceptions, early } = begun;
  const registry = await run.ports.connect(begun.target);
  const asked = { tags: tagsToRead(plan), unused: unusedTags(plan) };
  const target = await run.do(opening, { inputs, registry, ...asked, logins });
  const gate = await openGate({ inputs, target }, run);
  const counted = [...new Set([target, gate])].map((place) => lookThrough(place, run));
  if (inputs.mode === 'build') await lookForBaseline({ plan, target }, run);
  const decided = inputs.mode === 'build' ? undefined : await run.do(deciding, { plan, target });
  const reused = decided?.decision.kind === 'reuse' ? decided.decision.digest : undefined;
  const destinations = await reachDestinations({ plan, own: target.repository.uri, digest: reused }, run);
  const isReused = decided?.decision.kind === 'reuse';
  const before = isReused ? Promise.resolve(undefined) : beginBaselineSize({ plan, target }, run);
  if (isReused) {
    await early.drop();
    run.tell(notTestedAgain(plan));
  }
  const candidate = isReused
    ? run.keep('candidate', reusedCandidate(decided.decision, inputs))
    : await run.do(making, { plan, probe, target: gate, early, before });
  if (isReused) await bringToGate(candidate.digest, { target, gate }, run);
  const shown = decided && lookBeside({ plan, target }, decided);
  const image = await run.do(verifying, { plan, target: gate, candidate, isBuilt: !isReused });
  const passed = await passInto(target, { plan, target: gate, candidate, image }, exceptions, run);
  if (decided === undefined) {
    run.tell(nearQuotas(passed.image, counted));
    return run.do(handingOver, passed);
  }
  const sources = await replicatedFrom(passed, destinations);
  await release({ ...passed, decided, destinations, counted, shown }, run);
  await awaitReplicas(passed, sources, run);
}

/** A reused image is already in the registry; the run that built it has tested it. */
function notTestedAgain({ smokeTests }: Plan): Message[] {
  return smokeTests.length === 0 ? [] : [notice('Nothing was built, so no smoke test was run.')];
}

function reusedCandidate(
  { digest }: { readonly digest: Digest },
  { build: { platforms } }: Inputs,
): Candidate {
  return { digest, tag: undefined, platform: platforms[0] };
}
