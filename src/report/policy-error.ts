import { adviceFor } from '../scan/advice.ts';
import { ShipError } from '../types/errors.ts';
import type { Breach, Verdict } from '../types/verdict.ts';

/** The error for an image that did not pass: which rules it breaks, and what a person can do. */
export function policyFailed(verdict: Extract<Verdict, { outcome: 'failed' }>): ShipError {
  const advice = [
    ...(verdict.breaches.some((breach) => breach.kind === 'severity')
      ? ['Update the packages that the summary lists, or change the input fail-on.']
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
    what: `The image did not pass and got no name: ${verdict.breaches.map(describeBreach).join('; ')}.`,
    next: advice.join(' '),
  });
}

export function describeBreach(breach: Breach): string {
  switch (breach.kind) {
    case 'severity':
      return `${String(breach.found)} ${breach.severity.toUpperCase()} ${breach.found === 1 ? 'finding' : 'findings'}, ${
        breach.allowed === 0 ? 'none' : `at most ${String(breach.allowed)}`
      } allowed`;
    case 'incomplete-scan':
      return `no full scan of ${breach.platform}: ${breach.detail}`;
  }
}
