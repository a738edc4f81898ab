import { countFindings } from '../scan/counts.ts';
import type { Report } from '../types/report.ts';
import type { PlatformScan } from '../types/scan.ts';
import { formatBytes, formatCounts, formatTime } from './format.ts';
import { policyLine, reasonForReuse } from './plan-lines.ts';
import { code, escapeMarkdown, link, shellBlock, table } from './markdown.ts';
import { outcomeLine } from './headline.ts';
import { foreignSection } from './foreign-section.ts';
import { scannersText } from './scanners.ts';
import { unpackedText } from './layers.ts';
import { describeBreach } from './policy-error.ts';
import { posturePart } from './posture.ts';
import { destinationSection, replicaSection, smokeSection } from './proof-sections.ts';
import { comparisonSection, exceptionSection, findingSection } from './policy-section.ts';
import { tagsCell } from './tag-line.ts';
import { tagsFirstNote } from './tags-first.ts';
import { describeUnwritten } from './unwritten.ts';

/**
 * Puts the record of a run into a document for people who decide about a release: who, what, how, the scan and the
 * verdict, as Markdown between two comment lines. Replaces an earlier record of the same repository; otherwise it is
 * appended. The rest of the document stays as it is.
 */
export function evidenceIn(document: string | undefined, report: Report): string {
  const name = report.repository?.name ?? report.inputs?.repository ?? 'unknown';
  const [begin, end] = [`<!-- ecr-ship:begin ${name} -->`, `<!-- ecr-ship:end ${name} -->`];
  const part = [begin, '', evidenceOf(report), '', end];
  if (document === undefined || document.trim() === '') return `${part.join('\n')}\n`;
  const lines = document.split('\n');
  const found = findPart(lines, begin, end);
  if (found === undefined) return `${document.trimEnd()}\n\n${part.join('\n')}\n`;
  return [...lines.slice(0, found.from), ...part, ...lines.slice(found.to + 1)].join('\n');
}

/** Finds the first end that has a beginning, and the last beginning before it: half a pair must not remove other text. */
function findPart(
  lines: readonly string[],
  begin: string,
  end: string,
): { readonly from: number; readonly to: number } | undefined {
  let from: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === begin) from = index;
    if (line.trim() === end && from !== undefined) return { from, to: index };
  }
  return undefined;
}

/** The evidence itself. It says so about everything that the run did not reach. */
export function evidenceOf(report: Report): string {
  return [
    `## ${outcomeLine(report)}`,
    ...tagsFirstNote(report),
    ...verdictPart(report),
    ...whatPart(report),
    ...posturePart(report),
    ...howPart(report),
    ...scanPart(report),
    ...foreignSection(report),
    ...smokeSection(report),
    ...destinationSection(report),
    ...replicaSection(report),
    ...comparisonSection(report),
    ...findingSection(report),
    // All of them, in full: somebody answers for each of these decisions.
    ...exceptionSection(report),
  ].join('\n\n');
}

function verdictPart({ verdict, failure, inputs, unwritten, startedAt, finishedAt }: Report): string[] {
  const policy = inputs === undefined ? [] : [`- Policy: ${policyLine(inputs)}`];
  const words = verdict === undefined ? `none, because ${whyNot(failure)}` : verdict.outcome;
  const why =
    verdict?.outcome === 'failed'
      ? verdict.breaches.map((breach) => `- Broken rule: ${escapeMarkdown(describeBreach(breach))}`)
      : verdict?.outcome === 'not-scanned'
        ? [`- Not scanned: ${escapeMarkdown(verdict.why)}`]
        : [];
  const error =
    failure === undefined || failure.code === 'policy-failed'
      ? []
      : [`- Error: ${escapeMarkdown(failure.what)}`];
  const lost =
    failure?.code === 'file-failed'
      ? []
      : unwritten.map((file) => `- ${escapeMarkdown(describeUnwritten(file))}`);
  return [
    [
      `- Verdict: **${words}**`,
      ...why,
      ...error,
      ...lost,
      ...policy,
      `- Run from ${formatTime(startedAt)} to ${formatTime(finishedAt)}`,
    ].join('\n'),
  ];
}

function whatPart(report: Report): string[] {
  const { image, repository, candidate, run, caller, inputs, plan } = report;
  const digest = image?.digest ?? candidate?.digest;
  const rows: (readonly [string, string])[] = [
    [
      'Image',
      repository === undefined || digest === undefined ? 'none' : code(`${repository.uri}@${digest}`),
    ],
    ['Digest', digest === undefined ? 'none' : code(digest)],
    ['Tags', tagsCell(report)],
    ...(image === undefined
      ? []
      : ([
          [
            'Size',
            `${formatBytes(image.size)} compressed (${String(image.size)} bytes), ${unpackedText(report)}`,
          ],
          ['Media type', code(image.manifest.mediaType)],
          ...image.platforms.map(
            (one) =>
              [
                'Platform',
                `${code(one.platform)} ${code(one.digest)}, ${formatBytes(one.size)} compressed`,
              ] as const,
          ),
          ['Pushed', formatTime(image.pushedAt)],
        ] as const)),
    ['Commit', plan?.source.commit === undefined ? 'unknown' : code(plan.source.commit)],
    ['Run', run.runUrl === undefined ? 'outside a workflow' : link(run.runUrl, run.runUrl)],
    ['Account and region', `${repository?.registryId ?? 'unknown'}, ${inputs?.region ?? 'unknown'}`],
    ['Role', caller === undefined ? 'unknown: AWS STS was not asked or did not answer' : code(caller)],
  ];
  return ['### What was published, and by whom', table(['', ''], rows).join('\n')];
}

function howPart({ builder, commands, decision }: Report): string[] {
  const said = [
    ...(decision?.kind === 'reuse'
      ? [`Nothing was built: the repository had an image that ${reasonForReuse(decision)}.`]
      : []),
    ...(builder === undefined ? [] : [`Builder: ${escapeMarkdown(builder.description)}.`]),
  ];
  // One line each, so that no line of a command can look like the end of this part.
  const shown = commands.map((command) => command.replace(/\s*\n\s*/g, ' '));
  return [
    '### How it was made',
    ...said,
    shown.length === 0 ? 'No docker command was run.' : shellBlock(shown),
  ];
}

function whyNot(failure: Report['failure']): string {
  return failure === undefined ? 'nothing was pushed' : 'the run did not get that far';
}

function scanPart({ scan, failure }: Report): string[] {
  if (scan === undefined) return ['### Scan', `Not scanned: ${whyNot(failure)}.`];
  if (scan.kind === 'off') return ['### Scan', `Not scanned: ${escapeMarkdown(scan.why)}.`];
  return [
    '### Scan',
    table(['Platform', 'Scanner', 'Ended', 'Findings'], scan.platforms.map(scanRow)).join('\n'),
  ];
}

function scanRow(scan: PlatformScan): string[] {
  if (scan.outcome === 'incomplete')
    return [code(scan.platform), '–', 'no full answer', escapeMarkdown(scan.detail)];
  return [
    code(scan.platform),
    escapeMarkdown(scannersText(scan)),
    scan.completedAt === undefined ? 'not said' : formatTime(scan.completedAt),
    formatCounts(countFindings(scan.findings)),
  ];
}
