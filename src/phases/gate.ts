import { isDifferenceTold } from '../plan/comparison.ts';
import { judge } from '../policy/judge.ts';
import { verdictLine } from '../report/log-lines.ts';
import { policyFailed } from '../report/policy-error.ts';
import { policyNotes } from '../report/policy-notes.ts';
import type { Phase, Run } from '../run.ts';
import type { Baseline } from '../types/baseline.ts';
import type { Exceptions } from '../types/exceptions.ts';
import { info, notice, warning, type Message } from '../types/message.ts';
import type { ScanReport } from '../types/scan.ts';
import type { Policy, Verdict } from '../types/verdict.ts';
import { readingBaseline } from './baseline.ts';
import { requireRuntime } from './fitting.ts';
import type { Target } from './opening.ts';
import { scanning, type Verified } from './scanning.ts';
import { keepSizeChange, sizing } from './sizing.ts';
import { tagsHad } from './tags-had.ts';

/** Where the image lies that this one is compared with: it need not be where this one is judged. */
export interface Compared {
  /** Where it has its tag. */
  readonly home: Target;
  /** Where its findings are. */
  readonly scanned: Target;
  /** Why it is not there, as a clause. */
  readonly lacking?: string;
}

/**
 * The gate: scans an image, judges it by the policy, and lets it pass or not. Everything that was found is recorded
 * first. Throws `policy-failed`.
 */
export async function passGate(
  verified: Verified,
  exceptions: Exceptions,
  run: Run,
  compared: Compared = { home: verified.target, scanned: verified.target },
): Promise<void> {
  const { plan } = verified;
  const { inputs } = plan;
  requireRuntime(plan, verified.image, run);
  const before = run.found('baseline');
  const isToTell = isDifferenceTold(plan) && before !== undefined;
  if (inputs.maxSize !== undefined || inputs.maxGrowth !== undefined || isToTell)
    await run.do(sizing, { verified, home: compared.home, baseline: before, isToTell });
  else keepSizeChange(verified.image, run);
  const scan = await run.do(scanning, verified);
  const isCompared = (inputs.policy.onlyNew || isToTell) && scan.kind !== 'off';
  const baseline: Baseline = isCompared ? await baselineFor(verified, compared, run) : { kind: 'unasked' };
  const verdict = await run.do(judging, { scan, baseline, exceptions, policy: inputs.policy });
  if (verdict.outcome === 'failed') throw policyFailed(verdict, tagsHad(run));
}

/** The registry's findings in the baseline; if the scanner is not asked, none are known. */
async function baselineFor(
  { plan: { inputs } }: Verified,
  { scanned, lacking }: Compared,
  run: Run,
): Promise<Baseline> {
  const image = run.found('baseline');
  const decides = inputs.policy.onlyNew;
  if (inputs.scan === 'off' && !decides) return { kind: 'unasked' };
  if (inputs.scan === 'off' && image !== undefined)
    return { kind: 'unreadable', image, why: 'the input scan is off, so that ECR is not asked' };
  if (lacking !== undefined && image !== undefined && image.isArchived !== true)
    return { kind: 'unreadable', image, why: lacking };
  return run.do(readingBaseline, { image, target: scanned, inputs, decides });
}

interface Case {
  readonly scan: ScanReport;
  readonly baseline: Baseline;
  readonly exceptions: Exceptions;
  readonly policy: Policy;
}

/** Judges what was found by the policy. */
const judging: Phase<Case, Verdict> = {
  name: 'judge',
  run({ scan, baseline, exceptions, policy }, run) {
    const accepted = exceptions.kind === 'read' ? exceptions.list : [];
    const circumstances = { exceptions: accepted, baseline, now: run.ports.clock.now() };
    return Promise.resolve(run.keep('verdict', judge(scan, policy, circumstances)));
  },
  tell: (verdict, { policy }): Message[] => {
    const notes = policyNotes(verdict, policy);
    return [
      ...notes.lines.map(info),
      info(verdictLine(verdict)),
      ...notes.notices.map(notice),
      ...notes.warnings.map(warning),
      ...(verdict.outcome === 'not-scanned' ? [warning(verdictLine(verdict))] : []),
    ];
  },
};
