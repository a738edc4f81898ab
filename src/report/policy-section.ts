import { fixOf } from '../policy/fixable.ts';
import type { Comparison } from '../types/baseline.ts';
import type { ExceptionUse } from '../types/exceptions.ts';
import type { Report } from '../types/report.ts';
import { scannersOf } from '../types/scan.ts';
import type { JudgedFinding, Verdict } from '../types/verdict.ts';
import { isRemarkable, listed, nameGroup, severityText, shorten, standingText } from './findings.ts';
import { plural } from './format.ts';
import { blocking, grouped } from './grouped.ts';
import { code, escapeMarkdown, link, table } from './markdown.ts';
import { isMixed } from './scanners.ts';

/** How many rows of a table are shown; even with the longest texts that is far below the runner's limit of 1 MiB. */
const shownRows = 20;

/** The findings as a section of the summary or the evidence: those that count first, worst first. */
export function findingSection({ scan, verdict, resultFile }: Report): string[] {
  if (scan === undefined || scan.kind === 'off' || verdict?.counts === undefined) return [];
  const { findings } = verdict;
  if (findings.length === 0)
    return ['### Findings', scan.kind === 'complete' ? 'None.' : 'None on the platforms that were scanned.'];
  const counting = findings.filter(({ standing }) => standing.kind === 'counts');
  const others = findings.filter(({ standing }) => standing.kind !== 'counts');
  const saysWhy = others.length > 0 || counting.some(({ standing }) => isRemarkable(standing));
  const saysWho = isMixed(findings);
  const blockers = new Set(blocking(verdict));
  const header = [
    ...['Severity', 'Finding', 'Package', 'Installed', 'Fixed in', 'Platform'],
    ...(saysWho ? ['Said by'] : []),
    ...(saysWhy ? ['Standing'] : []),
  ];
  const rows = [...counting, ...others]
    .slice(0, shownRows)
    .map((one) => [
      ...findingRow(one, saysWho),
      ...(saysWhy ? [standingText(one.standing, blockers.has(one))] : []),
    ]);
  const more = findings.length - rows.length;
  return [
    '### Findings',
    ...(saysWhy ? [`${standingSentence(verdict)}.`] : []),
    table(header, rows).join('\n'),
    ...(more > 0 ? [`and ${String(more)} more: ${whereAllAre(resultFile)}.`] : []),
  ];
}

/** What becomes of the findings: `2 block, 3 allowed, 2 accepted, 1 not new, 1 without a fix`. */
export function standingSentence(verdict: Verdict): string {
  const { findings } = verdict;
  const having = (kind: JudgedFinding['standing']['kind']) =>
    findings.filter(({ standing }) => standing.kind === kind).length;
  const blockers = blocking(verdict).length;
  const parts = [
    [blockers, blockers === 1 ? 'blocks' : 'block'],
    [having('counts') - blockers, 'allowed'],
    [having('accepted'), 'accepted'],
    [having('not-new'), 'not new'],
    [having('not-fixable'), 'without a fix'],
  ] as const;
  const said = parts.flatMap(([count, words]) => (count === 0 ? [] : [`${String(count)} ${words}`]));
  return said.length === 0 ? 'no findings' : said.join(', ');
}

function findingRow({ finding, platform }: JudgedFinding, saysWho: boolean): string[] {
  const fixedIn = finding.fixedIn ?? (fixOf(finding) === 'yes' ? 'a later version' : '–');
  return [
    escapeMarkdown(severityText(finding)),
    link(shorten(finding.id), finding.uri),
    ...[finding.package, finding.installed, fixedIn].map((text) => escapeMarkdown(shorten(text ?? '–'))),
    code(platform),
    ...(saysWho ? [escapeMarkdown(shorten(scannersOf(finding).join(', ')))] : []),
  ];
}

/** Where to find what a table has no room for. */
export function whereAllAre(resultFile: string | undefined): string {
  return resultFile === undefined
    ? 'the input `result-file` writes all of them'
    : `all of them are in ${code(resultFile)}`;
}

/** How the image differs from its baseline, if the policy asks. */
export function comparisonSection({ verdict }: Report): string[] {
  return verdict?.comparison === undefined
    ? []
    : ['### Against the baseline', ...comparisonText(verdict.comparison)];
}

/** The same as sentences. */
export function comparisonText(comparison: Comparison): string[] {
  switch (comparison.kind) {
    case 'absent':
      return ['No baseline: none of these tags exists yet, so every finding is new.'];
    case 'unreadable':
      return [
        `The findings of ${code(comparison.image.tag)} (${code(comparison.image.digest)}) cannot be read in full: ` +
          `${escapeMarkdown(comparison.why)}. Every finding is new.`,
      ];
    case 'compared': {
      const { image, added, stayed, fixed, newPlatforms } = comparison;
      const fixedNames = fixed.length === 0 ? '' : `: ${listed(grouped(fixed).map(nameGroup), 10)}`;
      const without =
        newPlatforms.length === 0 ? '' : ` It does not have ${newPlatforms.map(code).join(', ')}.`;
      return [
        `Compared with ${code(image.tag)} as it was before (${code(image.digest)}): ${String(added)} new, ` +
          `${String(stayed)} as before, ${String(fixed.length)} fixed${escapeMarkdown(fixedNames)}.${without}`,
      ];
    }
  }
}

/** Every exception of the file, what became of it, and its whole reason. */
export function exceptionSection({ verdict, exceptions }: Report): string[] {
  if (exceptions?.kind === 'ignored')
    return [
      '### Accepted findings',
      `The exceptions in ${code(exceptions.path)} were not used, because ${escapeMarkdown(exceptions.why)}.`,
    ];
  const uses = [...(verdict?.exceptions ?? [])].sort((a, b) => rank(a) - rank(b));
  if (exceptions?.kind !== 'read' || uses.length === 0) return [];
  const header = ['Finding', 'Package', 'Covers', 'Until', 'Reason', 'Approved by'];
  return ['### Accepted findings', table(header, uses.map(exceptionRow)).join('\n')];
}

/** Exceptions that cover something come first. */
function rank({ findings }: ExceptionUse): number {
  return findings.length > 0 ? 0 : 1;
}

function exceptionRow({ exception, state, findings }: ExceptionUse): string[] {
  const remarks = { applied: '', ending: ' (soon)', expired: ' (expired)', unused: '', unknown: '' } as const;
  return [
    escapeMarkdown(shorten(exception.id)),
    escapeMarkdown(shorten(exception.package ?? 'any')),
    findings.length === 0 ? 'nothing' : plural(findings.length, 'finding'),
    `${exception.expires}${remarks[state]}`,
    escapeMarkdown(exception.reason),
    escapeMarkdown(shorten(exception.approvedBy ?? '–')),
  ];
}
