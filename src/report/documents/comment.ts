import { countFindings } from '../../scan/counts.ts';
import type { Comparison, PlatformFinding } from '../../types/baseline.ts';
import { shortDigest } from '../../types/digest.ts';
import type { Report } from '../../types/report.ts';
import { severities } from '../../types/scan.ts';
import { countsOf } from '../counts-of.ts';
import { severityText, shorten } from '../findings.ts';
import { formatBytes, formatCounts, plural, signedBytes } from '../format.ts';
import { blocking, grouped, nameCell, platformsCell, versionsCell } from '../grouped.ts';
import { blockerTable } from '../blockers.ts';
import { layerChanges } from '../layers.ts';
import { code, details, escapeMarkdown, link, table } from '../markdown.ts';
import { headline } from '../headline.ts';
import { incompleteSection, opening } from '../summary.ts';
import { tagsCell } from '../tag-line.ts';
import { isTagsFirst, tagsFirstNote } from '../tags-first.ts';

/** The comment that a run leaves on its pull request: a document like the run's files. */
interface CommentDocument {
  readonly input: 'comment';
  readonly isAsked: (report: Pick<Report, 'inputs'>) => boolean;
  /** Its first line, which is not visible: each image has its own comment, whatever else the pull request builds. */
  readonly marker: (report: Report) => string;
  /** The whole text, beginning with the marker. */
  readonly text: (report: Report) => string;
}

/** The most characters that GitHub accepts. Source: GitHub API, "body is too long (maximum is 65536 characters)". */
const mostCharacters = 65_536;

/** How many findings of each kind are listed; fewer if their texts are too long to fit. */
const rowsToTry = [20, 8, 3, 0];

/** Verdict, size and findings compared with the image of the branch to merge into. */
export const commentDocument: CommentDocument = {
  input: 'comment',
  isAsked: ({ inputs }) => inputs?.comment === true && inputs.mode !== 'plan',
  marker: markerOf,
  text(report) {
    const texts = rowsToTry.map((rows) => () => textOf(report, rows));
    const whole = texts.map((make) => make()).find((text) => text.length <= mostCharacters);
    return whole ?? [markerOf(report), `### ${headline(report)}`, runLink(report)].join('\n\n');
  },
};

/** Repository, platforms and stage, which distinguish the images of one pull request. */
function markerOf({ inputs }: Report): string {
  const { repository = 'unknown', build } = inputs ?? {};
  const parts = [[...(build?.platforms ?? [])].sort().join(','), build?.target ?? ''];
  return `<!-- ecr-ship:comment ${[repository, ...parts].map(encodeURIComponent).join(' ').replaceAll('%2F', '/').trimEnd()} -->`;
}

function textOf(report: Report, rows: number): string {
  const findings = [...countPart(report), ...findingParts(report, rows)];
  const image = [...imagePart(report), ...layerPart(report)];
  const blockers = grouped(blocking(report.verdict));
  return [
    markerOf(report),
    `### ${headline(report)}`,
    ...tagsFirstNote(report),
    ...opening(report),
    glance(report),
    ...(rows === 0 || blockers.length === 0 ? [] : blockerTable(report, blockers, rows)),
    ...incompleteSection(report),
    ...(isWell(report)
      ? folded('Findings, image and layers', [...findings, ...image])
      : [...findings, ...folded('Image and layers', image)]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Whether everything is well: nothing failed, nothing is unknown, and nothing is worse than before. */
function isWell({ failure, verdict, inputs }: Report): boolean {
  const isPassed = verdict === undefined || verdict.outcome === 'passed';
  return failure === undefined && isPassed && !isTagsFirst(inputs) && newFindings({ verdict }).length === 0;
}

function folded(title: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : details(title, parts);
}

/** One line that is enough for most: `12.3 MB (+1.2 MB) · 2 high (1 new, 3 fixed) · Log`. */
function glance(report: Report): string {
  const { image, sizeChange } = report;
  const change = sizeChange === undefined ? '' : ` (${signedBytes(sizeChange)})`;
  const counts = countsOf(report);
  return [
    ...(image === undefined ? [] : [`${formatBytes(image.size)}${change}`]),
    ...(counts === undefined
      ? []
      : [`${formatCounts(counts)}${differenceWords(report.verdict?.comparison)}`]),
    runLink(report),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function differenceWords(comparison: Comparison | undefined): string {
  return comparison?.kind === 'compared'
    ? ` (${String(comparison.added)} new, ${String(comparison.fixed.length)} fixed)`
    : '';
}

function runLink({ run }: Report): string {
  return run.runUrl === undefined ? '' : link('Log', run.runUrl);
}

function imagePart(report: Report): string[] {
  const { image, repository, plan, candidateRemoved } = report;
  if (image === undefined || repository === undefined) return [];
  const commit = plan?.source.commit;
  const rows: (readonly [string, string])[] = [
    [
      'Image',
      candidateRemoved
        ? 'removed, because it had no tag of its own'
        : code(`${repository.uri}@${image.digest}`),
    ],
    ['Tags', tagsCell(report)],
    [
      'Platforms',
      image.platforms.map(({ platform, size }) => `${code(platform)} ${formatBytes(size)}`).join(', '),
    ],
    ...(commit === undefined ? [] : [['Commit', code(commit.slice(0, 12))] as const]),
    ...comparedWith(report).map((image) => ['Compared with', image] as const),
  ];
  return [table(['', ''], rows).join('\n')];
}

function comparedWith({ baseline, verdict, plan }: Report): string[] {
  const { comparison } = verdict ?? {};
  if (baseline === undefined) {
    const branch = plan?.source.baseBranch;
    return branch === undefined ? [] : [`nothing: no tag of ${code(branch)} is in the repository`];
  }
  const image = `${code(baseline.tag)} (${code(shortDigest(baseline.digest))})`;
  return comparison?.kind === 'unreadable'
    ? [`${image}, whose findings cannot be read in full: ${escapeMarkdown(shorten(comparison.why, 300))}`]
    : [image];
}

function countPart(report: Report): string[] {
  const counts = countsOf(report);
  if (counts === undefined) return [];
  const { comparison } = report.verdict ?? {};
  const added = countFindings(newFindings(report).map(({ finding }) => finding));
  const fixed = countFindings(fixedFindings(report).map(({ finding }) => finding));
  const isCompared = comparison?.kind === 'compared';
  const rows = severities
    .filter((severity) => counts[severity] + fixed[severity] > 0)
    .map((severity) => [
      severity,
      String(counts[severity]),
      ...(isCompared ? [String(added[severity]), String(fixed[severity])] : []),
    ]);
  if (rows.length === 0) return ['No findings.'];
  const header = ['Severity', 'Findings', ...(isCompared ? ['New', 'Fixed'] : [])];
  return [table(header, rows, [1, 2, 3]).join('\n')];
}

/** Empty if nothing was compared, because no finding is then known to be new. */
function newFindings({ verdict }: Pick<Report, 'verdict'>): readonly PlatformFinding[] {
  return verdict?.comparison?.kind === 'compared' ? verdict.findings.filter(({ isNew }) => isNew) : [];
}

function fixedFindings({ verdict }: Pick<Report, 'verdict'>): readonly PlatformFinding[] {
  return verdict?.comparison?.kind === 'compared' ? verdict.comparison.fixed : [];
}

function findingParts(report: Report, most: number): string[] {
  const blockers = new Set(blocking(report.verdict).map(({ finding }) => finding));
  const others = newFindings(report).filter(({ finding }) => !blockers.has(finding));
  return [
    ...findingPart(blockers.size === 0 ? 'New' : 'New besides', others, report, most),
    ...findingPart('Fixed', fixedFindings(report), report, most),
  ];
}

function findingPart(
  title: string,
  findings: readonly PlatformFinding[],
  { image }: Report,
  most: number,
): string[] {
  if (findings.length === 0 || most === 0) return [];
  const groups = grouped(findings);
  const all = image?.platforms.map(({ platform }) => platform) ?? [];
  const saysWhere = all.length > 1;
  const rows = groups
    .slice(0, most)
    .map((group) => [
      escapeMarkdown(severityText(group.finding)),
      nameCell(group, false),
      versionsCell(group),
      ...(saysWhere ? [platformsCell(group.platforms, all)] : []),
    ]);
  const more = groups.length - rows.length;
  const header = ['Severity', 'Finding', 'Installed → fixed in', ...(saysWhere ? ['Platforms'] : [])];
  return [
    `**${title}:** ${plural(findings.length, 'finding')}`,
    table(header, rows).join('\n'),
    ...(more > 0 ? [`and ${String(more)} more: see the job summary.`] : []),
  ];
}

/** How the layers differ from those of the baseline; empty if they were not read. */
function layerPart(report: Report): string[] {
  const { baseline, before, image } = report;
  if (image === undefined || before === undefined || baseline === undefined) return [];
  if (before.platforms.length === 0) return [];
  const { changed, kept } = layerChanges(report);
  const words = `**Layers:** ${String(kept)} as in ${code(baseline.tag)}, ${String(changed.length)} changed or new`;
  if (changed.length === 0) return [words];
  const all = image.platforms.map(({ platform }) => platform);
  const rows = changed
    .slice(0, shownLayers)
    .map(({ size, instruction, change, platforms }) => [
      formatBytes(size),
      change === undefined ? 'new' : signedBytes(change),
      `${instruction === undefined ? 'not said' : escapeMarkdown(shorten(instruction, 120))}${all.length > 1 ? `, ${platformsCell(platforms, all)}` : ''}`,
    ]);
  return [words, table(['Size', 'Change', 'Made by'], rows, [0, 1]).join('\n')];
}

/** How many layers are listed to explain a growth. */
const shownLayers = 8;
