import { helpOn } from '../types/error-text.ts';
import type { ErrorCode } from '../types/errors.ts';
import type { RunFacts } from '../types/plan.ts';
import type { Report } from '../types/report.ts';
import { adviceFor } from '../scan/advice.ts';
import { acceptedSection } from './accepted-table.ts';
import { blockerSection } from './blockers.ts';
import { contentsSection } from './contents.ts';
import { findingList } from './finding-list.ts';
import { foreignTable } from './foreign-section.ts';
import { glance } from './glance.ts';
import { headline } from './headline.ts';
import { linkLine } from './links.ts';
import { block, code, details, escapeMarkdown, shellBlock, table } from './markdown.ts';
import { policyLine, reasonForReuse } from './plan-lines.ts';
import { postureSection } from './posture.ts';
import { destinationTable, replicaTable, smokeTable } from './proof-sections.ts';
import { isRefused } from './refused.ts';
import { severitySection } from './severity-table.ts';
import { nothingSet, tagLine } from './tag-line.ts';
import { tagsFirstNote } from './tags-first.ts';
import { tagsSet } from './tags-set.ts';
import { commandSection, timelineSection } from './timeline.ts';
import { describeUnwritten } from './unwritten.ts';

/**
 * The job summary of a run, also of a failed one, as Markdown: first what people need within ten seconds, and folded
 * below it what only some need.
 */
export function summaryOf(report: Report): string {
  return [
    `## ${headline(report)}`,
    ...tagsFirstNote(report),
    ...factLines(report),
    ...imageSection(report),
    ...tagSection(report),
    ...blockerSection(report),
    ...incompleteSection(report),
    ...planSection(report),
    ...severitySection(report),
    ...acceptedSection(report),
    ...findingList(report),
    ...foreignPart(report),
    ...smokePart(report),
    ...destinationPart(report),
    ...replicaPart(report),
    ...contentsSection(report),
    ...postureSection(report),
    ...timelineSection(report),
    ...commandSection(report),
  ].join('\n\n');
}

/** Why it failed and what to do; then size, what became of the tags, and where to find more. */
function factLines(report: Report): string[] {
  const { failure } = report;
  const isUntagged = failure !== undefined && isAboutTags(report) && tagsSet(report).length === 0;
  const lines = [
    ...(isUntagged ? [nothingSet(report)] : []),
    ...(failure === undefined ? [glance(report)] : []),
    madeOf(report),
    [linkLine(report), ...policyHelp(report)].filter((part) => part !== '').join(' · '),
  ].filter((line) => line !== '');
  return [...opening(report), ...(lines.length === 0 ? [] : [lines.join('<br>\n')])];
}

/**
 * For a failed policy, the broken rules are in the headline and in the table of blockers, and what to do is below that.
 */
export function opening(report: Report): string[] {
  const { verdict, failure, unwritten, run } = report;
  const warned =
    verdict?.outcome === 'not-scanned' ? [`**Not scanned:** ${escapeMarkdown(verdict.why)}.`] : [];
  const doubt = doubtOf(report);
  if (failure === undefined) return [...warned, ...doubt];
  const lost =
    failure.code === 'file-failed' ? [] : unwritten.map((file) => escapeMarkdown(describeUnwritten(file)));
  if (failure.code === 'policy-failed') return [...lost, ...doubt];
  const next = `${escapeMarkdown(failure.next)} ${helpLink(failure.code, run)}`;
  return [`**${escapeMarkdown(failure.what)}**`, next, ...lost, ...doubt];
}

function policyHelp({ failure, run }: Report): string[] {
  return failure?.code === 'policy-failed' ? [helpLink(failure.code, run)] : [];
}

/** Whether the run got far enough for tags to matter. */
function isAboutTags({ decision, candidate }: Report): boolean {
  return decision !== undefined || candidate !== undefined;
}

/** Where a code is explained: a link if it is known which version of this action runs. */
function helpLink(errorCode: ErrorCode, { docs }: RunFacts): string {
  return docs === undefined
    ? `More: ${code(helpOn(errorCode))}`
    : `[More on ${errorCode}](${helpOn(errorCode, docs)})`;
}

/** The ref that the run speaks for, if it is not all that the event is about. */
function doubtOf({ inputs, plan }: Report): string[] {
  const source = plan?.source;
  if (source?.doubt === undefined || inputs?.mode === 'plan') return [];
  return [`**Speaks for** ${escapeMarkdown(source.says)}. ${escapeMarkdown(source.doubt.what)}`];
}

/** Where the image comes from, if it was not built. */
function madeOf({ decision, inputs }: Report): string {
  if (decision?.kind === 'reuse')
    return `Nothing was built: the repository has an image that ${reasonForReuse(decision)}.`;
  if (inputs?.mode !== 'publish') return '';
  const { repository, images } = inputs.from;
  const which = 'tag' in images ? code(images.tag) : images.digests.map((digest) => code(digest)).join(', ');
  const where = repository === undefined ? '' : ` of ${code(repository)}`;
  return `Nothing was built: this is ${which}${where}.`;
}

/** The image by its digest, to be copied; not if it is gone or did not pass. */
function imageSection(report: Report): string[] {
  const { image, repository, imageId } = report;
  if (image === undefined || repository === undefined)
    return imageId === undefined
      ? []
      : ['Later steps of this job find it in the engine as', block('text', [imageId])];
  return isRefused(report) ? [] : [block('text', [`${repository.uri}@${image.digest}`])];
}

function tagSection(report: Report): string[] {
  const line = tagLine(report);
  if (line !== undefined) return [line];
  const { inputs, plan } = report;
  const tags = plan?.tags.map(({ tag }) => code(tag)) ?? [];
  if (tags.length === 0 || inputs?.mode !== 'build' || report.failure !== undefined) return [];
  return [`**Tags** none yet; to come: ${tags.join(', ')}`];
}

/** Platforms without a complete scan, and what to do about each reason. */
export function incompleteSection({ scan, verdict }: Report): string[] {
  const platforms = scan === undefined || scan.kind === 'off' ? [] : scan.platforms;
  const isBreach =
    verdict?.outcome === 'failed' && verdict.breaches.some(({ kind }) => kind === 'incomplete-scan');
  const way = isBreach ? ' If it may be published all the same, set `on-incomplete-scan: warn`.' : '';
  return platforms.flatMap((one) =>
    one.outcome === 'incomplete'
      ? [
          `⚠️ **No full scan of ${escapeMarkdown(one.platform)}:** ${escapeMarkdown(one.detail)}. ${escapeMarkdown(adviceFor(one.reason))}${way}`,
        ]
      : [],
  );
}

/** In `mode: plan` the rules are the result, and if they gave no tag, they are where to look. */
function planSection({ inputs, plan, preview }: Report): string[] {
  if (inputs?.mode !== 'plan' || plan === undefined) return [];
  const { source } = plan;
  const rows = plan.rules.map(({ rule, tag, why }) => [
    code(rule),
    tag === undefined ? '–' : code(tag),
    escapeMarkdown(why),
  ]);
  const doubt = source.doubt === undefined ? '' : ` ${escapeMarkdown(source.doubt.what)}`;
  return [
    table(['Rule', 'Tag', 'Why'], rows).join('\n'),
    `**Speaks for** ${escapeMarkdown(source.says)}.${doubt}`,
    `**Policy** ${escapeMarkdown(policyLine(inputs))}.`,
    ...(preview === undefined ? [] : ['**Build**', shellBlock(preview)]),
  ];
}

function foreignPart(report: Report): string[] {
  const rows = foreignTable(report);
  return rows.length === 0 ? [] : details('Other scanners', rows);
}

/** Folded if all have passed. */
function smokePart(report: Report): string[] {
  const rows = smokeTable(report);
  if (rows.length === 0) return [];
  const failed = report.smoke.filter(({ outcome }) => outcome === 'failed').length;
  const count = `${String(report.smoke.length - failed)} of ${String(report.smoke.length)} passed`;
  return details(`Smoke tests: ${count}`, rows, failed > 0);
}

/** Folded if every one has its tags. */
function destinationPart(report: Report): string[] {
  const rows = destinationTable(report);
  if (rows.length === 0) return [];
  const { destinations } = report;
  const done = destinations.filter(({ state }) => state === 'tagged').length;
  const isDone = done === destinations.length;
  return details(`Destinations: ${String(done)} of ${String(destinations.length)} tagged`, rows, !isDone);
}

function replicaPart(report: Report): string[] {
  const rows = replicaTable(report);
  if (rows.length === 0) return [];
  const { replicas } = report;
  const there = replicas.filter(({ state }) => state === 'complete').length;
  const isDone = there === replicas.length;
  return details(`Replicas: ${String(there)} of ${String(replicas.length)} there`, rows, !isDone);
}
