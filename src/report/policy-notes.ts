import { fixOf } from '../policy/fixable.ts';
import { setAsideFindings, unknownSeverities, untriagedFindings } from '../policy/severities.ts';
import type { Exception, ExceptionState } from '../types/exceptions.ts';
import type { Policy, Verdict } from '../types/verdict.ts';
import { plural } from './format.ts';
import { listed, nameGroup, shorten } from './findings.ts';
import { grouped } from './grouped.ts';

/** What to tell beside a verdict: annotations, few however many exceptions there are, and log lines. */
interface PolicyNotes {
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
  readonly lines: readonly string[];
}

/** How many items one annotation or line names. */
const named = 5;

/** What users should know about the policy besides the verdict. */
export function policyNotes(verdict: Verdict, policy: Policy): PolicyNotes {
  const inState = (state: ExceptionState) =>
    verdict.exceptions.filter((use) => use.state === state).map((use) => use.exception);
  const sentences = (exceptions: readonly Exception[], begin: string, end: string) =>
    exceptions.length === 0 ? [] : [`${begin}: ${listed(exceptions.map(describe), named)}. ${end}`];
  const all = verdict.findings.map(({ finding }) => finding);
  return {
    lines: [...comparisonLines(verdict), ...acceptedLines(verdict), ...ifAny(untriagedFindings(all))],
    warnings: [
      ...ifAny(unknownSeverities(all, policy.words)),
      ...sentences(
        inState('expired'),
        'Exceptions have expired, and their findings count again',
        'Update the package, or decide again.',
      ),
      ...sentences(inState('ending'), 'Exceptions end soon', 'After that day their findings count again.'),
      ...(policy.onlyNew ? baselineWarnings(verdict) : []),
    ],
    notices: [
      ...sentences(
        inState('unused'),
        'Exceptions match no finding',
        'They can be removed, or their id or package is not what the scanner writes.',
      ),
      ...ifAny(setAsideFindings(all)),
      ...(policy.onlyFixable ? unknownFixes(verdict) : []),
    ],
  };
}

function ifAny(sentence: string | undefined): string[] {
  return sentence === undefined ? [] : [sentence];
}

function describe(exception: Exception): string {
  const where = exception.package === undefined ? '' : ` in ${shorten(exception.package)}`;
  return `${shorten(exception.id)}${where} (line ${String(exception.line)}, until ${exception.expires})`;
}

function comparisonLines({ comparison }: Verdict): string[] {
  if (comparison?.kind !== 'compared') return [];
  const { image, added, stayed, fixed } = comparison;
  const names = fixed.length === 0 ? '' : `: ${listed(grouped(fixed).map(nameGroup), named)}`;
  return [
    `Compared with ${image.tag} (${image.digest}): ${String(added)} new, ${String(stayed)} as before, ${String(fixed.length)} fixed${names}.`,
  ];
}

/** One line for each exception that covers something, and how many more there are. */
function acceptedLines({ exceptions }: Verdict): string[] {
  const used = exceptions.filter(({ state }) => state === 'applied' || state === 'ending');
  const more = used.length - named;
  return [
    ...used
      .slice(0, named)
      .map(({ exception }) => `Accepted: ${describe(exception)}: ${shorten(exception.reason, 200)}`),
    ...(more > 0 ? [`and ${plural(more, 'exception')} more.`] : []),
  ];
}

function baselineWarnings({ comparison }: Verdict): string[] {
  if (comparison?.kind === 'absent')
    return ['No baseline: none of these tags exists yet, so every finding is new.'];
  if (comparison?.kind === 'unreadable')
    return [
      `The findings of the baseline ${comparison.image.tag} (${comparison.image.digest}) cannot be read in full: ${comparison.why}. Every finding is new.`,
    ];
  return [];
}

function unknownFixes({ findings }: Verdict): string[] {
  const unknown = findings.filter(
    ({ finding, standing }) => standing.kind === 'counts' && fixOf(finding) === 'unknown',
  ).length;
  return unknown === 0
    ? []
    : [
        `Of ${plural(unknown, 'finding')} the scanner does not say whether there is a fix; with only-fixable they count.`,
      ];
}
