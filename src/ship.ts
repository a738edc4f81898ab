import { probeBuilder } from './docker/probe.ts';
import { parseInputs } from './inputs/inputs.ts';
import { readStructured } from './inputs/structured.ts';
import { beginBaselineSize } from './phases/baseline-size.ts';
import { collecting } from './phases/collecting.ts';
import { deciding, lookForBaseline } from './phases/deciding.ts';
import {
  copyToDestinations,
  lookEverywhere,
  openingDestinations,
  taggingEverywhere,
  type Destination,
} from './phases/destinations.ts';
import { readForeign } from './phases/foreign-findings.ts';
import { handingOver } from './phases/handing-over.ts';
import { joining } from './phases/joining.ts';
import { loggingIn } from './phases/logging-in.ts';
import { beginBuild, building, making, previewing, type EarlyBuild } from './phases/making.ts';
import { nearQuotas } from './phases/near-quotas.ts';
import { opening, tagsToRead, unusedTags, type Target } from './phases/opening.ts';
import { openSource } from './phases/opening-source.ts';
import { planning, readAccepted } from './phases/planning.ts';
import { findReplicas, replicating, type Source } from './phases/replicating.ts';
import { retireCandidateTags } from './phases/retiring.ts';
import { bringToGate, carryInto, judgeAfterTags, openGate, passInto } from './phases/scan-repository.ts';
import { lookBeside, tagging } from './phases/tagging.ts';
import { countReferrers, takeCensus, type Census } from './publish/census.ts';
import type { TagsShown } from './publish/tag-image.ts';
import { verifying } from './phases/verifying.ts';
import type { Verified } from './phases/scanning.ts';
import type { Registry } from './ports.ts';
import type { Decided } from './publish/tags-before.ts';
import { beforeTags } from './phases/before-tags.ts';
import { tagsFirstWarning } from './report/tags-first.ts';
import { sweepCandidates } from './undo/sweep.ts';
import { startRun, type Run, type Start } from './run.ts';
import type { RegistryLogin } from './types/credentials.ts';
import type { Digest } from './types/digest.ts';
import type { Exceptions } from './types/exceptions.ts';
import type { Candidate } from './types/image.ts';
import type {
  BuildModeInputs,
  Inputs,
  PlanInputs,
  PublishInputs,
  RawInputs,
  ShipInputs,
} from './types/inputs.ts';
import { notice, warning, type Message } from './types/message.ts';
import type { Builder, Plan } from './types/plan.ts';
import type { Report } from './types/report.ts';

/**
 * The story: an image gets its tags only after it has passed.
 * Never throws: whatever happens is in the report, and what was begun is taken back.
 */
export async function ship(raw: RawInputs, start: Omit<Start, 'resultFile'>): Promise<Report> {
  const run = startRun({ ...start, resultFile: raw['result-file'] || undefined });
  await run.guard(async () => {
    const structured = await readStructured(raw);
    const inputs = parseInputs(raw, run.facts.region, structured);
    switch (inputs.mode) {
      case 'login':
        await run.do(loggingIn, { inputs, registry: run.ports.connect(inputs.target) });
        return;
      case 'publish':
        return publish(inputs, run);
      default:
        return build(inputs, structured.logins, run);
    }
  });
  return run.finish(lookEverywhere);
}

/** What is built, judged and, in `mode: ship`, given its tags. */
async function build(
  inputs: ShipInputs | BuildModeInputs | PlanInputs,
  logins: readonly RegistryLogin[],
  run: Run,
): Promise<void> {
  run.keep('inputs', inputs);
  // The engine answers while the tags are worked out.
  const probing = startProbe(inputs, run);
  const plan = await run.do(planning, { inputs });
  const exceptions = await readAccepted(plan, run);
  await readForeign(plan, run);
  if (inputs.mode === 'plan') return run.do(previewing, { plan, probing });
  if (inputs.target === undefined) return run.do(building, { plan, probing, logins });

  const early = beginBuild({ plan, probing, logins }, run);
  // The SDK keeps this process busy while it loads: what can be built without it is on its way by then.
  await early.begun;
  const registry = run.ports.connect(inputs.target);
  const begun = { inputs, logins, registry, probing, plan, exceptions, early };
  // Whatever ends the story ends what goes on beside it.
  await finishBuild(begun, run).catch(async (error: unknown) => {
    await early.drop();
    throw error;
  });
}

/** What is planned, and on its way to be built. */
interface Begun {
  readonly inputs: ShipInputs | BuildModeInputs;
  readonly logins: readonly RegistryLogin[];
  readonly registry: Registry;
  readonly probing: Promise<Builder>;
  readonly plan: Plan;
  readonly exceptions: Exceptions;
  readonly early: EarlyBuild;
}

/** From the login to the tags. */
async function finishBuild(begun: Begun, run: Run): Promise<void> {
  const { inputs, logins, registry, probing, plan, exceptions, early } = begun;
  const asked = { tags: tagsToRead(plan), unused: unusedTags(plan) };
  const target = await run.do(opening, { inputs, registry, ...asked, logins });
  const gate = await openGate({ inputs, target }, run);
  const counted = [...new Set([target, gate])].map((place) => lookThrough(place, run));
  if (inputs.mode === 'build') await lookForBaseline({ plan, target }, run);
  const decided = inputs.mode === 'build' ? undefined : await run.do(deciding, { plan, target });
  const reused = decided?.decision.kind === 'reuse' ? decided.decision.digest : undefined;
  const destinations = await reachDestinations({ plan, digest: reused }, run);
  const isReused = decided?.decision.kind === 'reuse';
  const before = isReused ? Promise.resolve(undefined) : beginBaselineSize({ plan, target }, run);
  if (isReused) {
    await early.drop();
    run.tell(notTestedAgain(plan));
  }
  const candidate = isReused
    ? run.keep('candidate', reusedCandidate(decided.decision, inputs))
    : await run.do(making, { plan, probing, target: gate, early, before });
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

/** What is in the registry already, judged and given its tags: releases, promotion, rollback, platforms joined. */
async function publish(inputs: PublishInputs, run: Run): Promise<void> {
  run.keep('inputs', inputs);
  const registry = run.ports.connect(inputs.target);
  const opened = await run.do(opening, { inputs, registry, tags: [] });
  const source = await openSource({ inputs, target: opened }, run);
  const collected = await run.do(collecting, { inputs, target: source });
  const counting = countReferrers(opened.repository, collected.image.digest, run.ports.log);
  const plan = await run.do(planning, { inputs, image: collected.made });
  const exceptions = await readAccepted(plan, run);
  await readForeign(plan, run);
  const target = { ...opened, tagged: await opened.repository.tags.read(tagsToRead(plan)) };
  const decided = await run.do(deciding, { plan, target, given: collected.image.digest });
  const destinations = await reachDestinations({ plan, digest: collected.image.digest }, run);
  const from = source === opened ? target : source;
  const candidate = await run.do(joining, { plan, target: from, collected });
  const gate = await openGate({ inputs, target: from }, run);
  await bringToGate(candidate.digest, { target: from, gate }, run);
  const image = await run.do(verifying, { plan, target: gate, candidate, isBuilt: false });
  const verified = { plan, target: gate, candidate, image };
  const isTagsFirst = inputs.scan === 'after-tags';
  if (isTagsFirst) run.tell([warning(tagsFirstWarning)]);
  const passed = isTagsFirst
    ? await carryInto(target, verified, run)
    : await passInto(target, verified, exceptions, run);
  const sources = await replicatedFrom(passed, destinations);
  await release({ ...passed, decided, destinations, counted: [await counting] }, run);
  if (from === target) await retireCandidateTags(passed, collected, run);
  if (isTagsFirst) await judgeAfterTags(target, verified, exceptions, run);
  await awaitReplicas(passed, sources, run);
}

/** The further repositories, looked at before anything is done. */
async function reachDestinations(
  aim: { readonly plan: Plan; readonly digest: Digest | undefined },
  run: Run,
): Promise<readonly Destination[]> {
  return aim.plan.inputs.destinations.length === 0 ? [] : run.do(openingDestinations, aim);
}

/** What has passed gets its tags, everywhere. */
async function release(
  order: Verified & {
    readonly decided: Decided;
    readonly destinations: readonly Destination[];
    readonly counted: readonly Census[];
    readonly shown?: TagsShown | undefined;
  },
  run: Run,
): Promise<void> {
  run.tell(outlookOf(order));
  if (order.destinations.length === 0) return run.do(tagging, order);
  await copyToDestinations(order, order.destinations, run);
  await run.do(taggingEverywhere, order);
}

/** The repositories whose images ECR copies by itself, where that is to be waited for. */
async function replicatedFrom(
  { plan, target, image }: Verified,
  destinations: readonly Destination[],
): Promise<readonly Source[]> {
  if (plan.inputs.replicationTimeoutMs === undefined) return [];
  const repositories = [target.repository, ...destinations.map(({ repository }) => repository)];
  return findReplicas(repositories, image.digest);
}

/** The end of a run that is to end when the copies are there. */
async function awaitReplicas({ plan, image }: Verified, sources: readonly Source[], run: Run): Promise<void> {
  const { replicationTimeoutMs: timeoutMs } = plan.inputs;
  if (timeoutMs !== undefined) await run.do(replicating, { sources, digest: image.digest, timeoutMs });
}

/** What is said before the first tag is set. */
function outlookOf({
  image,
  target,
  decided,
  counted,
}: Verified & { readonly decided: Decided; readonly counted: readonly Census[] }): Message[] {
  const { posture, repository } = target;
  return beforeTags({ image, posture, counted, decision: decided.decision, now: repository.now() });
}

/** Goes through what is in a repository, beside the run: removes what killed runs have left, and counts. */
function lookThrough({ repository, role }: Target, run: Run): Census {
  const census = takeCensus(repository, run.ports.log);
  run.beside((tools) => sweepCandidates({ repository, role, tags: census.firstTags }, tools));
  return census;
}

/** Asks the engine about itself now; whoever needs a builder later meets the failure, if there is one. */
function startProbe({ build }: Inputs, { ports }: Run): Promise<Builder> {
  const probing = probeBuilder(ports.docker, build.options.builder);
  probing.catch(() => undefined);
  return probing;
}

/** An image that is used again lies in the registry, and was tested by the run that built it. */
function notTestedAgain({ smokeTests }: Plan): Message[] {
  return smokeTests.length === 0 ? [] : [notice('Nothing was built, so no smoke test was run.')];
}

function reusedCandidate(
  { digest }: { readonly digest: Digest },
  { build: { platforms } }: Inputs,
): Candidate {
  return { digest, tag: undefined, platform: platforms[0] };
}
