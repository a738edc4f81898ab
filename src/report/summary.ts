import { countFindings } from '../scan/counts.ts';
import { shortDigest } from '../types/digest.ts';
import type { VerifiedImage } from '../types/image.ts';
import { helpOn } from '../types/error-text.ts';
import type { ErrorCode } from '../types/errors.ts';
import type { RunFacts } from '../types/plan.ts';
import type { PlatformScan } from '../types/scan.ts';
import { severities } from '../types/scan.ts';
import type { Report } from '../types/report.ts';
import { formatBytes, formatDuration, formatTime, plural } from './format.ts';
import { code, escapeMarkdown, shellBlock, table } from './markdown.ts';
import { outcomeWords } from './outcome.ts';
import { isTagsFirst, tagsFirstNote } from './tags-first.ts';
import { tagsSet } from './tags-set.ts';
import { reasonForReuse } from './plan-lines.ts';
import { describeBreach } from './policy-error.ts';
import { describeUnwritten } from './unwritten.ts';
import { foreignSection } from './foreign-section.ts';
import { layerSection, unpackedText } from './layers.ts';
import { destinationSection, smokeSection } from './proof-sections.ts';
import { postureSection } from './posture.ts';
import { comparisonSection, exceptionSection, findingSection } from './policy-section.ts';

/** The job summary of a run, also of a failed one, as Markdown. */
export function summaryOf(report: Report): string {
  return [
    `## ${headline(report)}`,
    ...tagsFirstNote(report),
    ...opening(report),
    ...voiceSection(report),
    ...planSection(report),
    ...imageSection(report),
    ...platformSection(report),
    ...layerSection(report),
    ...smokeSection(report),
    ...destinationSection(report),
    ...foreignSection(report),
    ...comparisonSection(report),
    ...findingSection(report),
    ...exceptionSection(report),
    ...postureSection(report),
    ...timingSection(report),
  ].join('\n\n');
}

/** What the run was about and how it ended, on one line. */
export function headline(report: Report): string {
  const name = escapeMarkdown(report.inputs?.repository ?? 'ecr-ship');
  return `${sign(report)} ${name}: ${outcomeWords(report)}`;
}

function sign({ verdict, failure, inputs }: Report): string {
  if (failure !== undefined) return '❌';
  if (inputs?.mode === 'plan') return '📋';
  if (isTagsFirst(inputs)) return '⚠️';
  return verdict === undefined || verdict.outcome === 'passed' ? '✅' : '⚠️';
}

/** Why it failed and what to do, or what else has to be known first. */
export function opening({ verdict, failure, names, unwritten, run }: Report): string[] {
  const warned =
    verdict?.outcome === 'not-scanned' ? [`**Not scanned:** ${escapeMarkdown(verdict.why)}.`] : [];
  if (failure === undefined) return warned;
  const lost =
    failure.code === 'file-failed' ? [] : unwritten.map((file) => escapeMarkdown(describeUnwritten(file)));
  if (failure.code === 'policy-failed' && verdict?.outcome === 'failed') {
    const isTagged = names.some(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
    return [
      verdict.breaches.map((breach) => `- ${escapeMarkdown(describeBreach(breach))}`).join('\n'),
      `${isTagged ? '' : 'No tag was set or moved. '}${escapeMarkdown(failure.next)} ${helpLink(failure.code, run)}`,
      ...lost,
    ];
  }
  const isSet = names.filter((name) => name.outcome === 'set');
  const done =
    isSet.length === 0
      ? []
      : [`${isSet.length === names.length ? 'All' : 'Some'} tags were set before it failed, see below.`];
  return [
    `**${escapeMarkdown(failure.what)}**`,
    [escapeMarkdown(failure.next), helpLink(failure.code, run), ...done].join(' '),
    ...lost,
  ];
}

/** Where a code is explained: a link where it is known which version of this action runs. */
function helpLink(errorCode: ErrorCode, { docs }: RunFacts): string {
  return docs === undefined
    ? `More: ${code(helpOn(errorCode))}`
    : `[More on ${errorCode}](${helpOn(errorCode, docs)})`;
}

/** Which ref the run speaks for: in `mode: plan` always, elsewhere where it is less than the event is about. */
function voiceSection({ inputs, plan }: Report): string[] {
  const source = plan?.source;
  if (source === undefined || (inputs?.mode !== 'plan' && source.doubt === undefined)) return [];
  const doubt = source.doubt === undefined ? '' : ` ${escapeMarkdown(source.doubt.what)}`;
  return [`**Speaks for** ${escapeMarkdown(source.says)}.${doubt}`];
}

/** In `mode: plan` the rules are what was asked for; and where they gave no name they are what to look at. */
function planSection({ inputs, plan, decision }: Report): string[] {
  const reused =
    decision?.kind === 'reuse'
      ? [`Nothing was built: the repository has an image that ${reasonForReuse(decision)}.`]
      : [];
  if (inputs?.mode !== 'plan' || plan === undefined) return reused;
  const rows = plan.rules.map(({ rule, tag, why }) => [
    code(rule),
    tag === undefined ? '–' : code(tag),
    escapeMarkdown(why),
  ]);
  return [
    table(['Rule', 'Tag', 'Why'], rows).join('\n'),
    '<details><summary>Labels</summary>',
    shellBlock(plan.labels),
    '</details>',
  ];
}

function imageSection(report: Report): string[] {
  const { image, repository } = report;
  if (image === undefined || repository === undefined) return [];
  const names = tagsSet(report);
  const commit = report.plan?.source.commit;
  const reference =
    names[0] === undefined ? `${repository.uri}@${image.digest}` : `${repository.uri}:${names[0]}`;
  const rows: (readonly [string, string])[] = [
    ['Tags', tagsCell(report)],
    [
      'Size',
      `${formatBytes(image.size)} compressed, ${plural(image.platforms.length, 'platform')}${unpackedPart(report)}`,
    ],
    ['Media type', code(image.manifest.mediaType)],
    ...(image.attestations.length === 0 ? [] : [['Attestations', attestationsText(image)] as const]),
    ['Pushed', formatTime(image.pushedAt)],
    ...(commit === undefined ? [] : [['Commit', code(commit)] as const]),
  ];
  const pull = report.candidateRemoved
    ? ['The candidate was removed from the repository, because it had no tag of its own.']
    : [shellBlock([`docker pull ${reference}`])];
  const header = ['Image', code(`${repository.uri}@${image.digest}`)];
  return [table(header, rows).join('\n'), ...pull];
}

/** By platform, and in which of BuildKit's forms: a registry or a tool may know the older one alone. */
function attestationsText({ attestations, platforms }: VerifiedImage): string {
  const forms = { image: 'an image manifest', artifact: 'an OCI artifact with a subject' } as const;
  return attestations
    .map(({ about, form }) => {
      const platform = platforms.find(({ digest }) => digest === about)?.platform;
      return `${code(platform ?? shortDigest(about))} as ${forms[form]}`;
    })
    .join(', ');
}

/** Only where it is known: of most images it is not. */
function unpackedPart(report: Report): string {
  return report.unpackedSize === undefined ? '' : `, ${unpackedText(report)}`;
}

/** The names and what became of each, for a table's cell. */
export function tagsCell({ names }: Report): string {
  if (names.length === 0) return 'none';
  const remarks = {
    set: '',
    unchanged: ' (was there already)',
    'kept-back': ' (not moved)',
    overtaken: ' (another run set it)',
    failed: ' (failed)',
    unknown: ' (not known whether it was set)',
    'not-tried': ' (not set)',
  } as const;
  return names
    .map(({ tag, outcome, detail }) =>
      outcome === 'kept-back' && detail !== undefined
        ? `${code(tag)}, not moved: ${escapeMarkdown(detail)}`
        : `${code(tag)}${remarks[outcome]}`,
    )
    .join(', ');
}

function platformSection({ image, scan }: Report): string[] {
  if (image === undefined) return [];
  const scans = scan === undefined || scan.kind === 'off' ? [] : scan.platforms;
  const rows = image.platforms.map(({ platform, digest, size }) => {
    const about = scans.filter((candidate) => candidate.digest === digest);
    const found = about.find(({ outcome }) => outcome === 'complete') ?? about[0];
    return [code(platform), formatBytes(size), ...scanCells(found), code(`${shortDigest(digest)}…`)];
  });
  const header = ['Platform', 'Size', ...severities.map(capital), 'Digest'];
  return ['### Platforms', table(header, rows, [1, 2, 3, 4, 5, 6, 7]).join('\n'), ...incompleteNotes(scans)];
}

function scanCells(scan: PlatformScan | undefined): string[] {
  if (scan?.outcome !== 'complete') return severities.map(() => '–');
  const counts = countFindings(scan.findings);
  return severities.map((severity) => (counts[severity] === 0 ? '0' : `**${String(counts[severity])}**`));
}

function incompleteNotes(scans: readonly PlatformScan[]): string[] {
  return scans.flatMap((scan) =>
    scan.outcome === 'incomplete'
      ? [`No full scan of ${code(scan.platform)}: ${escapeMarkdown(scan.detail)}.`]
      : [],
  );
}

function timingSection({ timings, commands, startedAt, finishedAt }: Report): string[] {
  const rows = timings.map(({ phase, ms }) => [phase, formatDuration(ms)]);
  const total = ['**total**', `**${formatDuration(finishedAt - startedAt)}**`];
  const shown = commands.length === 0 ? [] : [shellBlock(commands)];
  return [
    '<details><summary>Timings and commands</summary>',
    table(['Phase', 'Time'], [...rows, total], [1]).join('\n'),
    ...shown,
    '</details>',
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
