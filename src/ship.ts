import { buildCandidate, buildOnly, forgetLocalCandidate } from './build/candidate.ts';
import { probeBuilder } from './plan/probe.ts';
import { parseInputs } from './plan/inputs.ts';
import { makePlan } from './plan/plan.ts';
import type { Ports } from './ports.ts';
import { candidateTagging, needsTagForScan, rememberCandidate, tagForScan } from './publish/candidate-tag.ts';
import { removeCandidateTag } from './publish/clean-up.ts';
import { nameImage } from './publish/name.ts';
import { scanImage } from './publish/scan.ts';
import { openSession } from './publish/session.ts';
import { verifyImage } from './publish/verify.ts';
import { startRecord } from './record.ts';
import { planLines, scanLines, verdictLine, verifiedLine } from './report/log-lines.ts';
import { policyFailed } from './report/policy-error.ts';
import { judge } from './scan/judge.ts';
import { asShipError } from './types/errors.ts';
import type { NameResult } from './types/image.ts';
import type { RawInputs } from './types/inputs.ts';
import type { RunFacts } from './types/plan.ts';
import type { Report } from './types/report.ts';

/**
 * The story: an image gets its names only after it has passed.
 * Never throws: whatever happens is in the report, and what was begun is cleaned up.
 */
export async function ship(raw: RawInputs, run: RunFacts, world: Ports): Promise<Report> {
  const record = startRecord(run, world.clock);
  const ports: Ports = { ...world, docker: record.watch(world.docker) };
  const { log, job } = ports;
  let cleanUp = async () => {};
  let hasNames = false;

  await record.attempt(async () => {
    const inputs = record.keep('inputs', parseInputs(raw, run.region));
    const registry = inputs.push ? ports.connect(inputs) : undefined;
    const builder = await record.phase('plan', () => probeBuilder(ports.docker));
    const plan = record.keep('plan', makePlan(inputs, run, builder, job.shortId()));
    await log.group('Plan', () => {
      planLines(plan).forEach(log.info);
    });
    if (builder.notice !== undefined) log.notice(builder.notice);
    if (registry === undefined) return record.phase('build', () => buildOnly(plan, ports));

    const session = await record.phase('login', () => openSession(plan, registry, ports));
    const repository = record.keep('repository', session.repository);
    const tools = { ...ports, registry };
    const tagging = candidateTagging(plan, session.scanSettings);
    const expectCandidateTag = () => {
      rememberCandidate(plan, repository, job);
      cleanUp = () =>
        record.phase('clean-up', async () => {
          const [removed] = await Promise.all([
            removeCandidateTag(repository.name, plan.candidateTag, hasNames, tools),
            tagging === 'from-push' ? forgetLocalCandidate(repository, plan.candidateTag, ports) : undefined,
          ]);
          record.keep('candidateRemoved', removed === 'image-removed');
          job.saveState('candidate-removed', 'true');
        });
    };
    if (tagging === 'from-push') expectCandidateTag();

    const candidate = await record.phase('build', () =>
      buildCandidate(plan, repository, session.dockerEnv, ports),
    );
    record.keep('candidate', candidate);

    const image = await record.phase('verify', () => verifyImage(repository, candidate.digest, plan, tools));
    record.keep('image', image);
    log.info(verifiedLine(image));

    const scan = await record.phase('scan', async () => {
      if (tagging === 'for-scan' && needsTagForScan(image)) {
        expectCandidateTag();
        await tagForScan(plan, repository, image, tools);
        record.keep('candidate', { ...candidate, tag: plan.candidateTag });
      }
      return scanImage(repository, image, session.scanSettings, inputs, tools);
    });
    record.keep('scan', scan);
    scanLines(scan).forEach(log.info);

    const verdict = record.keep('verdict', judge(scan, inputs.policy));
    log.info(verdictLine(verdict));
    if (verdict.outcome === 'failed') throw policyFailed(verdict);
    if (verdict.outcome === 'not-scanned') log.warning(verdictLine(verdict));

    const naming = await record.phase('name', () => nameImage(repository, image, plan.names, tools));
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

function isNamed(results: readonly NameResult[]): boolean {
  return results.some((name) => name.outcome === 'set' || name.outcome === 'unchanged');
}
