import { severities } from '../types/scan.ts';
import { referenceNames } from '../types/references.ts';
import type { Report } from '../types/report.ts';
import { countsOf } from './counts-of.ts';
import { filePaths } from './files.ts';
import { referencesOf } from './references.ts';
import { scannersOfRun } from './scanners.ts';
import { tagsSet } from './tags-set.ts';

/** Every output of the action, as the runner wants them: texts, empty if the run did not get that far. */
export type Outputs = Readonly<Record<OutputName, string>>;

export const outputNames = [
  ...referenceNames,
  'image-id',
  'tags',
  'tag-names',
  'platforms',
  'reused',
  'scan-status',
  'scanners',
  ...severities,
  'accepted',
  'new',
  'fixed',
  'baseline-digest',
  'destinations',
  'size-change',
  'result-file',
  'evidence-file',
  'sarif-file',
  'env-file',
  'error-code',
  'error',
] as const;

type OutputName = (typeof outputNames)[number];

/** Makes the outputs from what a run found out, also after a failure, when findings matter most. */
export function outputsOf(report: Report): Outputs {
  const { image, repository, verdict, failure } = report;
  const tags = tagsOf(report);
  const uri = repository?.uri ?? '';
  const compared = verdict?.comparison?.kind === 'compared' ? verdict.comparison : undefined;
  return {
    ...referencesOf(report),
    'image-id': report.imageId ?? '',
    tags: uri === '' ? '' : tags.map((tag) => `${uri}:${tag}`).join('\n'),
    'tag-names': tags.join('\n'),
    version: tags[0] ?? '',
    platforms: image === undefined ? '' : JSON.stringify(platformsObject(image.platforms, uri)),
    reused: report.decision === undefined ? '' : String(report.decision.kind === 'reuse'),
    'scan-status': report.scan?.kind ?? '',
    scanners: scannersOfRun(report).join(', '),
    ...countOutputs(report),
    accepted: verdict === undefined || verdict.outcome === 'not-scanned' ? '' : String(acceptedIn(verdict)),
    new: compared === undefined ? '' : String(compared.added),
    fixed: compared === undefined ? '' : String(compared.fixed.length),
    'baseline-digest': report.baseline?.digest ?? '',
    destinations:
      report.destinations.length === 0 ? '' : JSON.stringify(destinationsObject(report.destinations)),
    'size-change': report.sizeChange === undefined ? '' : String(report.sizeChange),
    ...filePaths(report),
    'error-code': failure?.code ?? '',
    error: (failure?.message ?? '').replace(/\s+/g, ' '),
  };
}

function acceptedIn({ findings }: NonNullable<Report['verdict']>): number {
  return findings.filter(({ standing }) => standing.kind === 'accepted').length;
}

/** The image's tags; if the run only plans, those that it would get. */
function tagsOf(report: Report): string[] {
  return report.inputs?.mode === 'plan' ? (report.plan?.tags ?? []).map(({ tag }) => tag) : tagsSet(report);
}

function countOutputs(report: Report): Readonly<Record<(typeof severities)[number], string>> {
  const counts = countsOf(report);
  const texts = severities.map((severity) => [
    severity,
    counts === undefined ? '' : String(counts[severity]),
  ]);
  return Object.fromEntries(texts) as Record<(typeof severities)[number], string>;
}

/** Each platform also has its own reference, because AWS Lambda takes no index. */
function platformsObject(platforms: NonNullable<Report['image']>['platforms'], uri: string): object {
  return Object.fromEntries(
    platforms.map(({ platform, digest, size }) => [platform, { digest, size, image: `${uri}@${digest}` }]),
  );
}

function destinationsObject(destinations: Report['destinations']): object {
  return Object.fromEntries(destinations.map(({ uri, ...result }) => [uri, result]));
}
