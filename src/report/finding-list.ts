import type { Report } from '../types/report.ts';
import { scannersOf } from '../types/scan.ts';
import type { Verdict } from '../types/verdict.ts';
import { isRemarkable, listed, nameGroup, severityText, shorten, standingText } from './findings.ts';
import { plural } from './format.ts';
import {
  blocking,
  grouped,
  isCompared,
  nameCell,
  platformsCell,
  versionsCell,
  type FindingGroup,
} from './grouped.ts';
import { code, details, escapeMarkdown, table } from './markdown.ts';
import { comparisonText, standingSentence, whereAllAre } from './policy-section.ts';
import { isMixed } from './scanners.ts';

/** How many rows of a table are shown; even with the longest texts that is far below the runner's limit of 1 MiB. */
const shownRows = 20;

/** All findings, folded, with what is known about the baseline; one line if nothing was found. */
export function findingList(report: Report): string[] {
  const { scan, verdict } = report;
  if (scan === undefined || scan.kind === 'off' || verdict?.counts === undefined)
    return comparisonNote(verdict);
  if (verdict.findings.length === 0 && fixedOf(verdict).length === 0)
    return [
      ...comparisonNote(verdict),
      scan.kind === 'complete'
        ? 'Nothing was found.'
        : 'Nothing was found on the platforms that were scanned.',
    ];
  const title = `${verdict.findings.length === 1 ? 'The one finding' : `All ${plural(verdict.findings.length, 'finding')}`}${fixedTitle(verdict)}`;
  return [
    ...comparisonNote(verdict),
    ...details(title, [...findingTable(report, verdict), ...fixedNote(verdict)]),
  ];
}

function fixedOf({ comparison }: Verdict) {
  return comparison?.kind === 'compared' ? comparison.fixed : [];
}

/** In HTML, for a title. */
function fixedTitle(verdict: Verdict): string {
  const { comparison } = verdict;
  if (comparison?.kind !== 'compared') return '';
  const since = `since <code>${escapeMarkdown(comparison.image.tag)}</code>`;
  return ` · ${String(comparison.added)} new, ${String(comparison.fixed.length)} fixed ${since}`;
}

/** Anything unusual about the comparison must be visible; its result is in the tables. */
function comparisonNote(verdict: Verdict | undefined): string[] {
  return verdict?.comparison === undefined || verdict.comparison.kind === 'compared'
    ? []
    : comparisonText(verdict.comparison);
}

function fixedNote(verdict: Verdict): string[] {
  const fixed = fixedOf(verdict);
  const { comparison } = verdict;
  const without =
    comparison?.kind === 'compared' && comparison.newPlatforms.length > 0
      ? [`${code(comparison.image.tag)} does not have ${comparison.newPlatforms.map(code).join(', ')}.`]
      : [];
  return fixed.length === 0
    ? without
    : [`**Fixed:** ${escapeMarkdown(listed(grouped(fixed).map(nameGroup), 10))}`, ...without];
}

function findingTable(report: Report, verdict: Verdict): string[] {
  if (verdict.findings.length === 0) return [];
  const groups = [
    ...grouped(verdict.findings.filter(({ standing }) => standing.kind === 'counts')),
    ...grouped(verdict.findings.filter(({ standing }) => standing.kind !== 'counts')),
  ];
  const shown = groups.slice(0, shownRows);
  const columns = columnsOf(report, verdict).filter(({ isShown }) => isShown);
  const rows = shown.map((group) => columns.map(({ cell }) => cell(group)));
  const more = groups.length - shown.length;
  return [
    `${standingSentence(verdict)}.`,
    table(
      columns.map(({ title }) => title),
      rows,
    ).join('\n'),
    ...(more > 0 ? [`and ${String(more)} more: ${whereAllAre(report.resultFile)}.`] : []),
  ];
}

interface Column {
  readonly title: string;
  readonly isShown: boolean;
  readonly cell: (group: FindingGroup) => string;
}

function columnsOf({ image }: Report, verdict: Verdict): Column[] {
  const all = image?.platforms.map(({ platform }) => platform) ?? [];
  const { findings } = verdict;
  const blockers = new Set(blocking(verdict).map(({ finding }) => finding));
  return [
    { title: 'Severity', isShown: true, cell: ({ finding }) => escapeMarkdown(severityText(finding)) },
    { title: 'Finding', isShown: true, cell: (group) => nameCell(group, isCompared(verdict)) },
    { title: 'Installed → fixed in', isShown: true, cell: versionsCell },
    { title: 'Platforms', isShown: all.length > 1, cell: ({ platforms }) => platformsCell(platforms, all) },
    {
      title: 'Said by',
      isShown: isMixed(findings),
      cell: ({ finding }) => escapeMarkdown(shorten(scannersOf(finding).join(', '))),
    },
    {
      title: 'Standing',
      isShown: findings.some(({ standing }) => isRemarkable(standing)),
      cell: ({ standing, finding }) =>
        standing === undefined ? '' : standingText(standing, blockers.has(finding)),
    },
  ];
}
