import { adviceFor } from '../scan/advice.ts';
import { ShipError } from '../types/errors.ts';
import type { Breach, Verdict } from '../types/verdict.ts';
import { listed, nameGroup } from './findings.ts';
import { grouped } from './grouped.ts';

/** How many findings of a breach are named; the summary and the result file have all of them. */
const namedFindings = 3;

/**
 * The error for an image that did not pass: which rules it breaks, and what to do.
 * @param tags those that it has all the same, because they were set first
 */
export function policyFailed(
  verdict: Extract<Verdict, { outcome: 'failed' }>,
  tags: readonly string[] = [],
): ShipError {
  const advice = [
    ...(tags.length === 0
      ? []
      : ['The tags stay where they are: publish an image that passes as soon as you can.']),
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
    what: `The image did not pass and ${tags.length === 0 ? 'got no tag' : `HAS ITS TAGS ${tags.join(', ')}, which scan: after-tags set first`}: ${verdict.breaches.map(describeBreach).join('; ')}.`,
    next: advice.join(' '),
  });
}

/** One broken rule, and by what, as a clause. */
export function describeBreach(breach: Breach): string {
  switch (breach.kind) {
    case 'severity':
      return `${String(breach.found)} ${breach.severity.toUpperCase()} ${breach.found === 1 ? 'finding' : 'findings'}, ${
        breach.allowed === 0 ? 'none' : `at most ${String(breach.allowed)}`
      } allowed: ${listed(grouped(breach.findings).map(nameGroup), namedFindings)}`;
    case 'incomplete-scan':
      return `no full scan of ${breach.platform}: ${breach.detail}`;
  }
}
