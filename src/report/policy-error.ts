import { adviceFor } from '../scan/advice.ts';
import { ShipError } from '../types/errors.ts';
import type { Breach, Verdict } from '../types/verdict.ts';
import { listed, nameFinding } from './findings.ts';

/** So many findings of a breach are named; the summary and the result file have them all. */
const namedFindings = 3;

/** The error for an image that did not pass: which rules it breaks, and what a person can do. */
export function policyFailed(verdict: Extract<Verdict, { outcome: 'failed' }>): ShipError {
  const advice = [
    ...(verdict.breaches.some((breach) => breach.kind === 'severity')
      ? [
          'Update the packages that the summary lists, accept a finding for a time in the exceptions file, or change the input fail-on.',
        ]
      : []),
    ...new Set(
      verdict.breaches.flatMap((breach) =>
        breach.kind === 'incomplete-scan' ? [adviceFor(breach.reason)] : [],
      ),
    ),
    ...(verdict.breaches.some((breach) => breach.kind === 'incomplete-scan')
      ? ['If an image without a full scan may be published, set on-incomplete-scan: warn.']
      : []),
  ];
  return new ShipError({
    code: 'policy-failed',
    what: `The image did not pass and got no tag: ${verdict.breaches.map(describeBreach).join('; ')}.`,
    next: advice.join(' '),
  });
}

/** One rule that is broken, and by what, as a clause. */
export function describeBreach(breach: Breach): string {
  switch (breach.kind) {
    case 'severity':
      return `${String(breach.found)} ${breach.severity.toUpperCase()} ${breach.found === 1 ? 'finding' : 'findings'}, ${
        breach.allowed === 0 ? 'none' : `at most ${String(breach.allowed)}`
      } allowed: ${listed(breach.findings.map(nameFinding), namedFindings)}`;
    case 'incomplete-scan':
      return `no full scan of ${breach.platform}: ${breach.detail}`;
  }
}
