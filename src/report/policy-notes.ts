import { fixOf } from '../scan/fixable.ts';
import type { Exception, ExceptionState } from '../types/exceptions.ts';
import type { Policy, Verdict } from '../types/verdict.ts';
import { plural } from './format.ts';
import { listed } from './findings.ts';

/**
 * What a person should know about the policy besides the verdict, one annotation for each kind, however many
 * exceptions there are.
 */
export function policyNotes(
  verdict: Verdict,
  policy: Policy,
): { readonly warnings: readonly string[]; readonly notices: readonly string[] } {
  const inState = (state: ExceptionState) =>
    verdict.exceptions.filter((use) => use.state === state).map((use) => use.exception);
  const sentences = (exceptions: readonly Exception[], begin: string, end: string) =>
    exceptions.length === 0 ? [] : [`${begin}: ${listed(exceptions.map(describe), 5)}. ${end}`];
  return {
    warnings: [
      ...sentences(
        inState('expired'),
        'Exceptions have expired, and their findings count again',
        'Update the package, or decide anew.',
      ),
      ...sentences(inState('ending'), 'Exceptions end soon', 'After that day their findings count again.'),
      ...baselineWarnings(verdict),
    ],
    notices: [
      ...sentences(
        inState('unused'),
        'Exceptions match no finding',
        'They can be removed, or their id or package is not what the scanner writes.',
      ),
      ...(policy.onlyFixable ? unknownFixes(verdict) : []),
    ],
  };
}

function describe(exception: Exception): string {
  const where = exception.package === undefined ? '' : ` in ${exception.package}`;
  return `${exception.id}${where} (line ${String(exception.line)}, until ${exception.expires})`;
}

function baselineWarnings({ comparison }: Verdict): string[] {
  if (comparison?.kind === 'absent')
    return ['There is no baseline, for no moving name of this run names an image yet: every finding is new.'];
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
