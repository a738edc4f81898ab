import { countFindings } from '../scan/counts.ts';
import type { Report } from '../types/report.ts';
import { severities, type Severity, type SeverityCounts } from '../types/scan.ts';
import { countsOf } from './counts-of.ts';
import { formatBytes, plural, signed, signedBytes } from './format.ts';
import { code, table } from './markdown.ts';

const signs: Readonly<Record<Severity, string>> = {
  critical: '🔴 Critical',
  high: '🟠 High',
  medium: '🟡 Medium',
  low: '▫️ Low',
  informational: '▫️ Informational',
  undefined: '▫️ Undefined',
};
/** These share one row if there is nothing to say about each of them. */
const mild: readonly Severity[] = ['low', 'informational', 'undefined'];

/** Findings and size: the numbers, what has changed, what is accepted, what is allowed; empty if nothing is known. */
export function severitySection(report: Report): string[] {
  const counts = countsOf(report);
  const rows = [...(counts === undefined ? [] : severityRows(report, counts)), ...sizeRows(report)];
  if (counts === undefined && report.sizeChange === undefined && report.inputs?.maxSize === undefined)
    return [];
  const shown = columnsOf(report).filter(({ isShown }) => isShown);
  const cells = rows.map((row) => [row.name, row.now, ...shown.map(({ key }) => row[key])]);
  const header = [whereCounted(report), 'Now', ...shown.map(({ title }) => title)];
  return [table(header, cells, header.map((_, at) => at).slice(1)).join('\n')];
}

interface Row {
  readonly name: string;
  readonly now: string;
  readonly since: string;
  readonly accepted: string;
  readonly allowed: string;
}

function columnsOf({ verdict, baseline, sizeChange }: Report) {
  const { comparison } = verdict ?? {};
  const image = comparison?.kind === 'compared' ? comparison.image : baseline;
  const isAccepted = verdict?.findings.some(({ standing }) => standing.kind === 'accepted') === true;
  const isSince = comparison?.kind === 'compared' || sizeChange !== undefined;
  return [
    { key: 'since', title: image === undefined ? 'Change' : `Since ${code(image.tag)}`, isShown: isSince },
    { key: 'accepted', title: 'Accepted', isShown: isAccepted },
    { key: 'allowed', title: 'Allowed', isShown: true },
  ] as const;
}

/** A package on two platforms is two findings, as ECR counts them, which is worth saying if there are several. */
function whereCounted({ image }: Report): string {
  const count = image?.platforms.length ?? 1;
  return count === 1 ? ' ' : `On ${plural(count, 'platform')}`;
}

function severityRows(report: Report, now: SeverityCounts): Row[] {
  const limits = report.inputs?.policy.limits ?? {};
  const change = changeOf(report);
  const accepted = countFindings(
    (report.verdict?.findings ?? []).flatMap(({ finding, standing }) =>
      standing.kind === 'accepted' ? [finding] : [],
    ),
  );
  const isPlain = mild.every((severity) => limits[severity] === undefined);
  const parts: readonly (readonly [string, readonly Severity[]])[] = isPlain
    ? [
        ...severities.filter((one) => !mild.includes(one)).map((one) => [signs[one], [one]] as const),
        ['▫️ Lower', mild],
      ]
    : severities.map((one) => [signs[one], [one]] as const);
  return parts.map(([name, some]) => {
    const sum = (of: SeverityCounts) => some.reduce((all, severity) => all + of[severity], 0);
    const [first] = some;
    const limit = first === undefined ? undefined : limits[first];
    const allowed = limit === undefined ? 'any' : String(limit);
    return {
      name,
      now: strong(sum(now), limit !== undefined && sum(now) > limit),
      since: change === undefined ? '' : strong(signed(sum(change)), sum(change) > 0 && limit !== undefined),
      accepted: sum(accepted) === 0 ? '' : String(sum(accepted)),
      allowed,
    };
  });
}

function strong(text: string | number, isStrong: boolean): string {
  return isStrong ? `**${String(text)}**` : String(text);
}

/** By how many findings of each severity the image differs from its baseline; undefined if nothing was compared. */
function changeOf({ verdict }: Report): SeverityCounts | undefined {
  if (verdict?.comparison?.kind !== 'compared') return undefined;
  const added = countFindings(verdict.findings.flatMap(({ finding, isNew }) => (isNew ? [finding] : [])));
  const fixed = countFindings(verdict.comparison.fixed.map(({ finding }) => finding));
  return Object.fromEntries(
    severities.map((severity) => [severity, added[severity] - fixed[severity]]),
  ) as Record<Severity, number>;
}

function sizeRows({ image, sizeChange, inputs }: Report): Row[] {
  if (image === undefined) return [];
  const most = inputs?.maxSize;
  const growth = inputs?.maxGrowth;
  const limits = [
    ...(most === undefined ? [] : [`${formatBytes(most)}${image.platforms.length === 1 ? '' : ' each'}`]),
    ...(growth === undefined
      ? []
      : ['bytes' in growth ? `+${formatBytes(growth.bytes)}` : `+${String(growth.percent)} %`]),
  ];
  return [
    {
      name: '📦 Size',
      now: formatBytes(image.size),
      since: sizeChange === undefined ? '–' : signedBytes(sizeChange),
      accepted: '',
      allowed: limits.length === 0 ? 'any' : limits.join(', '),
    },
  ];
}
