import { buildCandidate, buildOnly, forgetLocalCandidate } from './docker/candidate.ts';
import { passGate } from './phases/gate.ts';
import { parseInputs } from './inputs/inputs.ts';
import { requireFit, requireNames } from './plan/plan.ts';
import { preparePlan } from './plan/prepare.ts';
import { probeBuilder } from './docker/probe.ts';
import type { Log, Ports } from './ports.ts';
import { findBaseline } from './publish/baseline.ts';
import { rememberCandidate } from './publish/candidate-tag.ts';
import { removeCandidateTag } from './publish/clean-up.ts';
import { checkOwnRecord } from './publish/built-record.ts';
import { readExceptions } from './policy/read-exceptions.ts';
import { nameImage } from './publish/name.ts';
import { decideNames } from './publish/names-before.ts';
import { openSession } from './publish/session.ts';
import { warnOfSetOnce } from './publish/taken.ts';
import { verifyImage } from './publish/verify.ts';
import { startRecord } from './run.ts';
import { tryFiles } from './tell.ts';
import { verifiedLine } from './report/log-lines.ts';
import {
  builderLines,
  builderWarnings,
  decisionLines,
  decisionNotices,
  planLines,
  planWarnings,
} from './report/plan-lines.ts';
import type { Digest } from './types/digest.ts';
import { asShipError } from './types/errors.ts';
import type { Candidate, NameResult } from './types/image.ts';
import type { Inputs, RawInputs } from './types/inputs.ts';
import type { Builder, Plan, RunFacts } from './types/plan.ts';
import type { Report } from './types/report.ts';

/**
 * The story: an image gets its names only after it has passed.
 * Never throws: whatever happens is in the report, and what was begun is cleaned up.
 */
export async function ship(raw: RawInputs, run: RunFacts, world: Ports): Promise<Report> {
  const record = startRecord({ run, resultFile: raw['result-file'] || undefined }, world.clock);
  const ports: Ports = { ...world, docker: record.watch(world.docker) };
  const { log, job } = ports;
  let cleanUp = async () => {};
  let hasNames = false;

  await record.attempt(async () => {
    const inputs = record.keep('inputs', parseInputs(raw, run.region));
    // The SDK loads and the engine answers while the names are worked out.
    const registry = inputs.target && ports.connect(inputs.target);
    const probing = startProbe(ports);
    const plan = await record.phase('plan', async () => {
      await tryFiles(inputs, record, ports.files);
      return record.keep('plan', await preparePlan(inputs, run, ports));
    });
    await log.group('Plan', () => {
      planLines(plan).forEach(log.info);
    });
    planWarnings(plan).forEach(log.warning);
    plan.notices.forEach(log.notice);
    const foreign = plan.source.trust === 'stranger' ? plan.source.strangers : undefined;
    const exceptions = await readExceptions(inputs, foreign, ports);
    record.keep('exceptions', exceptions);
    if (inputs.mode === 'plan') {
      const builder = await probing.catch(asShipError);
      builderLines(plan, builder).forEach(log.info);
      builderWarnings(plan, builder).forEach(log.warning);
      requireNames(plan);
      return;
    }
    if (registry === undefined) {
      const builder = record.keep('builder', fit(await probing, plan, log));
      return record.phase('build', () => buildOnly(plan, builder, ports));
    }

    const tools = { ...ports, registry };
    const session = await record.phase('login', () => openSession(plan, registry, ports));
    const repository = record.keep('repository', session.repository);
    if (session.caller !== undefined) record.keep('caller', session.caller);
    const { decision, ages } = await record.phase('decide', () => decideNames(plan, session, tools));
    record.keep('decision', decision);
    const baseline = findBaseline(decision.names, inputs.baselineTag, session.tagged);
    if (baseline !== undefined) record.keep('baseline', baseline);
    await log.group('Decide', () => {
      decisionLines(decision).forEach(log.info);
    });
    decisionNotices(decision, plan).forEach(log.notice);
    warnOfSetOnce(decision, repository, log);

    const runStartedAt = record.startedAt;
    const candidateEnd = { repository: repository.name, tag: plan.candidateTag, runStartedAt };
    /** Post must know of the tag before it is there. */
    const expectCandidateTag = (forget?: () => Promise<void>) => {
      rememberCandidate(plan, repository, runStartedAt, job);
      cleanUp = () =>
        record.phase('clean-up', async () => {
          const [removed] = await Promise.all([
            removeCandidateTag({ ...candidateEnd, hasNames }, tools),
            forget?.(),
          ]);
          record.keep('candidateRemoved', removed === 'image-removed');
          job.saveState('candidate-removed', 'true');
        });
    };
    const build = async (): Promise<Candidate> => {
      const builder = record.keep('builder', fit(await probing, plan, log));
      if (builder.push === 'by-tag')
        expectCandidateTag(() => forgetLocalCandidate(repository, plan.candidateTag, ports));
      return record.phase('build', () => buildCandidate(plan, builder, repository, session.dockerEnv, ports));
    };
    const candidate = decision.kind === 'reuse' ? reusedCandidate(decision, inputs) : await build();
    record.keep('candidate', candidate);

    const image = await record.phase('verify', () => verifyImage(repository, candidate, tools));
    record.keep('image', image);
    if (decision.kind === 'build') await checkOwnRecord(plan, repository, image, tools);
    log.info(verifiedLine(image));

    await passGate({ plan, session, exceptions, candidate, image, expectCandidateTag }, record, tools);

    const naming = await record.phase('name', () =>
      nameImage(repository, image, decision.names, { ifExists: inputs.ifExists, ages }, tools),
    );
    hasNames = isNamed(record.keep('names', naming.results));
    if (naming.failure !== undefined) throw naming.failure;
  });

  await cleanUp().catch((error: unknown) => {
    log.warning(
      `The candidate's tag could not be removed; the post step tries again. ${asShipError(error).what}`,
    );
  });
  return record.finish();
}

/** Asks the engine about itself now; whoever needs a builder later meets the failure, if there is one. */
function startProbe({ docker }: Ports): Promise<Builder> {
  const probing = probeBuilder(docker);
  probing.catch(() => undefined);
  return probing;
}

function fit(builder: Builder, plan: Plan, log: Log): Builder {
  requireFit(plan, builder);
  log.info(`Builder: ${builder.description}`);
  if (builder.notice !== undefined) log.notice(builder.notice);
  builderWarnings(plan, builder).forEach(log.warning);
  return builder;
}

function reusedCandidate({ digest }: { readonly digest: Digest }, { build }: Inputs): Candidate {
  return { digest, tag: undefined, platform: build.platforms[0] };
}

function isNamed(results: readonly NameResult[]): boolean {
  return results.some((name) => name.outcome === 'set' || name.outcome === 'unchanged');
}
