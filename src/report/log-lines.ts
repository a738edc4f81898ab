import { buildCommands } from '../build/command.ts';
import { displayCommand } from '../build/display.ts';
import { adviceFor } from '../scan/advice.ts';
import { countFindings } from '../scan/counts.ts';
import type { PublishedImage } from '../types/image.ts';
import type { Plan } from '../types/plan.ts';
import { severities, type ScanReport } from '../types/scan.ts';
import type { Policy, Verdict } from '../types/verdict.ts';
import { formatBytes, formatCounts, formatDuration } from './format.ts';
import { describeBreach } from './policy-error.ts';

/** The plan as a person reads it before anything is done. */
export function planLines(plan: Plan): string[] {
  const { inputs, names, builder } = plan;
  const account = inputs.registryId === undefined ? '' : `, account ${inputs.registryId}`;
  const goal = inputs.push
    ? ({ kind: 'push', uri: inputs.repository, candidateTag: plan.candidateTag } as const)
    : ({ kind: 'local' } as const);
  const { build, push } = buildCommands(plan, goal, 'metadata.json');
  return aligned([
    ['Repository', `${inputs.repository} (${inputs.region}${account})`],
    [
      'Names',
      inputs.push
        ? names.map((name) => `${name.tag} (${name.kind})`).join(', ')
        : 'none, because push is false',
    ],
    ['Builder', builder.description],
    ['Build', displayCommand(build)],
    ...(push === undefined ? [] : [['Push', displayCommand(push)] as const]),
    ['Candidate', !inputs.push ? 'stays in the builder' : candidateLine(plan)],
    ['Policy', policyLine(inputs.policy, inputs.scan, inputs.scanTimeoutMs)],
  ]);
}

function candidateLine({ builder, candidateTag }: Plan): string {
  return builder.push === 'by-digest'
    ? 'pushed by digest, without a tag'
    : `pushed as ${candidateTag}, a tag that is removed in the end`;
}

export function policyLine(policy: Policy, scan: 'auto' | 'off', timeoutMs: number): string {
  if (scan === 'off') return 'not scanned, because scan is off';
  return `${limitsText(policy)}; a scan without a full answer ${policy.onIncompleteScan === 'fail' ? 'fails' : 'is a warning'}; waits at most ${formatDuration(timeoutMs)}`;
}

function limitsText(policy: Policy): string {
  const limits = severities.flatMap((severity) => {
    const most = policy.limits[severity];
    return most === undefined ? [] : [`${most === 0 ? 'no' : `at most ${String(most)}`} ${severity}`];
  });
  return limits.length === 0 ? 'any finding is allowed' : `${limits.join(', ')} allowed`;
}

export function verifiedLine(image: PublishedImage): string {
  const platforms = image.platforms
    .map((platform) => `${platform.platform} ${formatBytes(platform.size)}`)
    .join(', ');
  return `Verified ${image.digest} (${image.kind}, ${formatBytes(image.size)} compressed: ${platforms}).`;
}

/** One line for each platform's scan. */
export function scanLines(scan: ScanReport): string[] {
  if (scan.kind === 'off') return [`Not scanned: ${scan.why}.`];
  return scan.platforms.map((platform) =>
    platform.outcome === 'complete'
      ? `Scanned ${platform.platform} (${platform.scanner === 'unknown' ? 'scanner not known' : `${platform.scanner} scanning`}): ${formatCounts(countFindings(platform.findings))}.`
      : `No full scan of ${platform.platform}: ${platform.detail}. ${adviceFor(platform.reason)}`,
  );
}

export function verdictLine(verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'passed':
      return `Verdict: passed (${formatCounts(verdict.counts)}).`;
    case 'failed':
      return `Verdict: failed (${verdict.breaches.map(describeBreach).join('; ')}).`;
    case 'not-scanned':
      return `Verdict: not scanned (${verdict.why}).`;
  }
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows.map(([label, text]) => label.padEnd(width) + text);
}
