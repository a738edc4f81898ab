import { AwsError } from './errors.ts';
import { generateFindings } from './findings.ts';
import { matchesFilter } from './iam.ts';
import { contentOf, isImage } from './manifests.ts';
import { tagsOf } from './images.ts';
import { platformOf } from './platforms.ts';
import type { Registry } from './registry.ts';
import type { ScanPhase, ScanResult, ScenarioFinding } from './scenario.ts';
import type { ImageState, RepositoryState } from './state.ts';

const dayMs = 24 * 3600_000;

/** What a scan looks like at this moment. */
export interface ScanView {
  readonly phase: ScanPhase;
  readonly completedAt: number | undefined;
  readonly findings: readonly ScenarioFinding[];
  /** What the counts speak of: more than the findings where these are still coming. */
  readonly counted: readonly ScenarioFinding[];
  /** An empty list and no counts, as enhanced scanning was seen to answer. */
  readonly isBare: boolean;
}

/** The registry's scanner: it starts scans, and time does the rest. */
export interface Scans {
  frequencyOf(repository: RepositoryState): { frequency: string; filters: readonly string[] };
  /** Starts what the registry's rules want scanned, after a push or after a new name. */
  afterPut(repository: RepositoryState, image: ImageState, isNew: boolean): void;
  /** StartImageScan. Throws its exceptions. */
  start(image: ImageState): void;
  view(repository: RepositoryState, image: ImageState): ScanView | undefined;
}

export function scansOf(registry: Registry): Scans {
  const scanOf = (image: ImageState) => image.scans?.[registry.state.scanType];
  const begin = (image: ImageState) => {
    image.scans = { ...image.scans, [registry.state.scanType]: { startedAt: registry.clock.now() } };
  };

  const frequencyOf = (repository: RepositoryState) => {
    for (const rule of registry.state.scanRules) {
      const filters = rule.repositoryFilters
        .map(({ filter }) => filter)
        .filter((filter) => matchesFilter(repository.name, filter));
      if (filters.length > 0) return { frequency: rule.scanFrequency, filters };
    }
    return {
      frequency: repository.scanOnPush && registry.state.scanType === 'BASIC' ? 'SCAN_ON_PUSH' : 'MANUAL',
      filters: [],
    };
  };

  return {
    frequencyOf,

    afterPut(repository, image, isNew) {
      if (frequencyOf(repository).frequency === 'MANUAL') return;
      if (registry.scenario.scanning.untagged !== 'ignored') {
        if (isNew && isImage(image.mediaType, contentOf(image))) begin(image);
        return;
      }
      if (tagsOf(repository, image.digest).length === 0) return;
      // The tag of an index is its children's as well: they are what is scanned.
      const children = (contentOf(image).manifests ?? []).map(({ digest }) => repository.images[digest]);
      for (const one of [image, ...children]) {
        if (one !== undefined && isImage(one.mediaType, contentOf(one)) && scanOf(one) === undefined)
          begin(one);
      }
    },

    start(image) {
      if (registry.state.scanType === 'ENHANCED')
        throw new AwsError('ValidationException', 'This feature is disabled');
      if (!isImage(image.mediaType, contentOf(image))) {
        throw new AwsError(
          'UnsupportedImageTypeException',
          `An artifact with media type '${image.mediaType}' cannot be scanned. For more information, see the Amazon ECR documentation.`,
        );
      }
      const before = scanOf(image);
      if (before !== undefined && registry.clock.now() - before.startedAt < dayMs) {
        throw new AwsError(
          'LimitExceededException',
          'The scan quota per image has been exceeded. Wait and try again.',
        );
      }
      begin(image);
      registry.save();
    },

    view(repository, image) {
      const scan = scanOf(image);
      if (scan === undefined) return undefined;
      const result = resultFor(registry, repository, image);
      const elapsed = registry.clock.now() - scan.startedAt;
      const phases = result?.phases ?? registry.scenario.phases;
      const phase = phases.findLast((candidate) => candidate.afterMs <= elapsed);
      if (phase === undefined || phase.status === 'ABSENT') return undefined;
      const { findings: how = 'late' } = phase;
      const isNothing = how === 'late' || how === 'empty' || how === 'bare';
      const all = isNothing || result === undefined ? [] : findingsOf(result);
      const there = how === 'half' ? all.slice(0, Math.ceil(all.length / 2)) : all;
      return {
        phase,
        completedAt: how === 'late' ? undefined : scan.startedAt + phase.afterMs,
        findings: how === 'counted' ? [] : there,
        counted: there,
        isBare: how === 'bare',
      };
    },
  };
}

/** The first rule of the scenario that matches an image. */
function resultFor(
  registry: Registry,
  repository: RepositoryState,
  image: ImageState,
): ScanResult | undefined {
  return registry.scenario.results.find(
    ({ match }) =>
      (match.digest === undefined || match.digest === image.digest) &&
      (match.repository === undefined || matchesFilter(repository.name, match.repository)) &&
      (match.platform === undefined || match.platform === platformOf(registry, image)),
  );
}

function findingsOf(result: ScanResult): readonly ScenarioFinding[] {
  return [
    ...(result.findings ?? []),
    ...(result.generate === undefined ? [] : generateFindings(result.generate)),
  ];
}
