import { buildCandidate, buildOnly, forgetLocalCandidate } from './build/candidate.ts';
import { probeBuilder } from './plan/probe.ts';
import { parseInputs } from './plan/inputs.ts';
import { makePlan } from './plan/plan.ts';
import type { Ports } from './ports.ts';
import { findBaseline, readBaseline } from './publish/baseline.ts';
import { removeCandidateTag } from './publish/clean-up.ts';
import { readExceptions } from './publish/exceptions.ts';
import { nameImage } from './publish/name.ts';
import { scanImage } from './publish/scan.ts';
import { openSession } from './publish/session.ts';
import { verifyImage } from './publish/verify.ts';
import { startRecord } from './record.ts';
import { planLines, scanLines, verdictLine, verifiedLine } from './report/log-lines.ts';
import { policyFailed } from './report/policy-error.ts';
import { policyNotes } from './report/policy-notes.ts';
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
    const exceptions = record.keep('exceptions', await readExceptions(inputs, ports));
    if (registry === undefined) return record.phase('build', () => buildOnly(plan, ports));

    const session = await record.phase('login', () => openSession(plan, registry, ports));
    const repository = record.keep('repository', session.repository);
    if (session.caller !== undefined) record.keep('caller', session.caller);
    const tools = { ...ports, registry };
    if (builder.push === 'by-tag') {
      cleanUp = () =>
        record.phase('clean-up', async () => {
          const [removed] = await Promise.all([
            removeCandidateTag(repository.name, plan.candidateTag, hasNames, tools),
            forgetLocalCandidate(repository, plan.candidateTag, ports),
          ]);
          record.keep('candidateRemoved', removed === 'image-removed');
          job.saveState('candidate-removed', 'true');
        });
    }

    const candidate = await record.phase('build', () =>
      buildCandidate(plan, repository, session.dockerEnv, ports),
    );
    record.keep('candidate', candidate);

    const [image, baseline] = await record.phase('verify', () =>
      Promise.all([
        verifyImage(repository, candidate.digest, plan, tools),
        findBaseline(repository, plan.names, registry),
      ]),
    );
    record.keep('image', image);
    if (baseline !== undefined) record.keep('baseline', baseline);
    log.info(verifiedLine(image));

    const scan = await record.phase('scan', () =>
      scanImage(repository, image, session.scanSettings, inputs, tools),
    );
    record.keep('scan', scan);
    scanLines(scan).forEach(log.info);

    const before =
      inputs.policy.onlyNew && scan.kind !== 'off'
        ? await record.phase('baseline', () =>
            readBaseline(plan, repository, baseline, session.scanSettings, tools),
          )
        : ({ kind: 'unasked' } as const);
    const accepted = exceptions.kind === 'read' ? exceptions.list : [];
    const grounds = { exceptions: accepted, baseline: before, now: ports.clock.now() };
    const verdict = record.keep('verdict', judge(scan, inputs.policy, grounds));
    const notes = policyNotes(verdict, inputs.policy);
    notes.lines.forEach(log.info);
    notes.notices.forEach(log.notice);
    notes.warnings.forEach(log.warning);
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
