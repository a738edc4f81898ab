import { AwsError } from './errors.ts';
import { matches } from './iam.ts';
import { isImage, isIndex, type ManifestContent } from './manifests.ts';
import type { Registry } from './registry.ts';
import type { ScanPhase, ScanResult, ScenarioFinding } from './scenario.ts';
import type { ImageState, RepositoryState } from './state.ts';

const dayMs = 24 * 3600_000;

/** What a scan looks like at this moment. */
export interface ScanView {
  readonly phase: ScanPhase;
  readonly completedAt: number | undefined;
  readonly findings: readonly ScenarioFinding[];
}

/** The registry's scanner: it starts scans, and time does the rest. */
export interface Scans {
  frequencyOf(repository: RepositoryState): { frequency: string; filters: readonly string[] };
  afterPush(repository: RepositoryState, image: ImageState, content: ManifestContent): void;
  start(image: ImageState): void;
  view(repository: RepositoryState, image: ImageState): ScanView | undefined;
}

export function scansOf(registry: Registry): Scans {
  const frequencyOf = (repository: RepositoryState) => {
    for (const rule of registry.state.scanRules) {
      const filters = rule.repositoryFilters
        .map(({ filter }) => filter)
        .filter((filter) => matches(repository.name, filter));
      if (filters.length > 0) return { frequency: rule.scanFrequency, filters };
    }
    return {
      frequency: repository.scanOnPush && registry.state.scanType === 'BASIC' ? 'SCAN_ON_PUSH' : 'MANUAL',
      filters: [],
    };
  };

  return {
    frequencyOf,

    afterPush(repository, image, content) {
      if (frequencyOf(repository).frequency === 'MANUAL' || !isImage(image.mediaType, content)) return;
      image.scan = { startedAt: registry.clock.now() };
    },

    start(image) {
      if (registry.state.scanType === 'ENHANCED')
        throw new AwsError('ValidationException', 'This feature is disabled');
      const content = JSON.parse(image.body) as ManifestContent;
      if (isIndex(image.mediaType) || !isImage(image.mediaType, content)) {
        throw new AwsError(
          'UnsupportedImageTypeException',
          `An artifact with media type '${image.mediaType}' cannot be scanned. For more information, see the Amazon ECR documentation.`,
        );
      }
      if (image.scan !== undefined && registry.clock.now() - image.scan.startedAt < dayMs) {
        throw new AwsError(
          'LimitExceededException',
          'The scan quota per image has been exceeded. Wait and try again.',
        );
      }
      image.scan = { startedAt: registry.clock.now() };
      registry.save();
    },

    view(repository, image) {
      if (image.scan === undefined) return undefined;
      const result = resultFor(registry, repository, image);
      const phases = result?.phases ?? registry.scenario.phases;
      const elapsed = registry.clock.now() - image.scan.startedAt;
      const phase = phases.findLast((candidate) => candidate.afterMs <= elapsed);
      if (phase === undefined || phase.status === 'ABSENT') return undefined;
      const ended = phase.findings === 'all' || phase.findings === 'empty';
      return {
        phase,
        completedAt: ended ? image.scan.startedAt + phase.afterMs : undefined,
        findings: phase.findings === 'all' && result !== undefined ? findingsOf(result) : [],
      };
    },
  };
}

function resultFor(
  registry: Registry,
  repository: RepositoryState,
  image: ImageState,
): ScanResult | undefined {
  return registry.scenario.results.find(
    ({ match }) =>
      (match.digest === undefined || match.digest === image.digest) &&
      (match.repository === undefined || matches(repository.name, match.repository)) &&
      (match.platform === undefined || match.platform === platformOf(registry, image)),
  );
}

/** What the image's config says it runs on. */
function platformOf(registry: Registry, image: ImageState): string {
  const { config } = JSON.parse(image.body) as ManifestContent;
  if (config === undefined || !registry.blobs.has(config.digest)) return 'unknown';
  const { os, architecture, variant } = JSON.parse(registry.blobs.readText(config.digest)) as Record<
    string,
    string
  >;
  return [os, architecture, variant].filter((part) => part !== undefined && part !== '').join('/');
}

function findingsOf(result: ScanResult): readonly ScenarioFinding[] {
  if (result.generate === undefined) return result.findings ?? [];
  const { count, severities } = result.generate;
  return Array.from({ length: count }, (_, index) => ({
    id: `CVE-2025-${String(10000 + index)}`,
    severity: severities[index % severities.length] ?? 'LOW',
    package: `package-${String(index % 500)}`,
    version: `1.${String(index % 97)}.0`,
    description: `A made-up vulnerability, number ${String(index)}.`,
    uri: `https://example.com/CVE-2025-${String(10000 + index)}`,
  }));
}
