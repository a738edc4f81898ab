import { countPlatforms } from '../scan/counts.ts';
import { severities, type SeverityCounts } from '../types/scan.ts';
import type { Report } from '../types/report.ts';
import { isWritten } from './written.ts';

/** Every output of the action, as the runner wants them: texts, empty where the run did not get that far. */
export type Outputs = Readonly<Record<OutputName, string>>;

export const outputNames = [
  'digest',
  'size',
  'image',
  'uri',
  'registry',
  'repository',
  'tags',
  'tag-names',
  'version',
  'media-type',
  'platforms',
  'pushed-at',
  'reused',
  'verdict',
  'scan-status',
  ...severities,
  'baseline-digest',
  'result-file',
  'evidence-file',
  'sarif-file',
] as const;

export type OutputName = (typeof outputNames)[number];

/** Takes what a run found out and gives its outputs. Also after a failure: digest and findings are worth most then. */
export function outputsOf(report: Report): Outputs {
  const { image, repository, inputs } = report;
  const uri = repository?.uri ?? '';
  const digest = image?.digest ?? report.candidate?.digest ?? '';
  const names = namesOf(report);
  return {
    digest,
    size: image === undefined ? '' : String(image.size),
    image: uri === '' || digest === '' ? '' : `${uri}@${digest}`,
    uri,
    registry: report.login?.host ?? uri.slice(0, Math.max(0, uri.indexOf('/'))),
    repository: repository?.name ?? inputs?.repository ?? '',
    tags: uri === '' ? '' : names.map((name) => `${uri}:${name}`).join('\n'),
    'tag-names': names.join('\n'),
    version: names[0] ?? '',
    'media-type': image?.manifest.mediaType ?? '',
    platforms: image === undefined ? '' : JSON.stringify(platformsObject(image.platforms)),
    'pushed-at': image === undefined ? '' : new Date(image.pushedAt).toISOString(),
    reused: report.decision === undefined ? '' : String(report.decision.kind === 'reuse'),
    verdict: report.verdict?.outcome ?? '',
    'scan-status': report.scan?.kind ?? '',
    ...countOutputs(report),
    'baseline-digest': report.baseline?.digest ?? '',
    'result-file': isWritten('result-file', report) ? (report.resultFile ?? '') : '',
    'evidence-file': isWritten('evidence-file', report) ? (inputs?.evidenceFile ?? '') : '',
    'sarif-file': isWritten('sarif-file', report) ? (inputs?.sarifFile ?? '') : '',
  };
}

/** The names that the image has; where the run only plans, those that it would get. */
function namesOf(report: Report): string[] {
  return report.inputs?.mode === 'plan' ? (report.plan?.names ?? []).map(({ tag }) => tag) : tagsSet(report);
}

/** The names that the image has now, in the order in which they were asked for. */
export function tagsSet(report: Report): string[] {
  return report.names
    .filter((name) => name.outcome === 'set' || name.outcome === 'unchanged')
    .map((name) => name.tag);
}

export function countsOf(report: Report): SeverityCounts | undefined {
  return report.scan === undefined || report.scan.kind === 'off'
    ? undefined
    : countPlatforms(report.scan.platforms);
}

function countOutputs(report: Report): Readonly<Record<(typeof severities)[number], string>> {
  const counts = countsOf(report);
  const texts = severities.map((severity) => [
    severity,
    counts === undefined ? '' : String(counts[severity]),
  ]);
  return Object.fromEntries(texts) as Record<(typeof severities)[number], string>;
}

function platformsObject(platforms: NonNullable<Report['image']>['platforms']): object {
  return Object.fromEntries(platforms.map(({ platform, digest, size }) => [platform, { digest, size }]));
}
