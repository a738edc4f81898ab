import { AwsError } from './errors.ts';
import { nothingFound } from './finding-lists.ts';
import { matchesFilter } from './iam.ts';
import { contentOf, isImage } from './manifests.ts';
import { platformOf } from './platforms.ts';
import type { Registry } from './registry.ts';
import type { ScanPhase, ScanResult, ScenarioFinding } from './scenario.ts';
import type { ImageState, RepositoryState } from './state.ts';

const dayMs = 24 * 3600_000;

/** The state of a scan at this moment. */
export interface ScanView {
  readonly phase: ScanPhase;
  readonly completedAt: number | undefined;
  readonly findings: readonly ScenarioFinding[];
  /** By severity; more than the findings while these are still coming. */
  readonly counts: Readonly<Record<string, number>>;
  /** Whether the list is empty and has no counts, as observed for enhanced scanning. */
  readonly isBare: boolean;
}

/** How the registry's rules have a repository scanned, and their filters that match its name. */
export function frequencyOf(
  registry: Registry,
  repository: RepositoryState,
): { readonly frequency: string; readonly filters: readonly string[] } {
  const { scanRules, scanType } = registry.state;
  for (const rule of scanRules) {
    const filters = rule.repositoryFilters
      .map(({ filter }) => filter)
      .filter((filter) => matchesFilter(repository.name, filter));
    if (filters.length > 0) return { frequency: rule.scanFrequency, filters };
  }
  return {
    frequency: repository.scanOnPush && scanType === 'BASIC' ? 'SCAN_ON_PUSH' : 'MANUAL',
    filters: [],
  };
}

/** Starts the scans that the registry's rules require after a push or a new tag. */
export function scanAfterPut(
  registry: Registry,
  repository: RepositoryState,
  image: ImageState,
  isNew: boolean,
): void {
  if (frequencyOf(registry, repository).frequency === 'MANUAL') return;
  if (registry.scenario.scanning.untagged !== 'ignored') {
    if (isNew && isImage(image.mediaType, contentOf(image))) begin(registry, image);
    return;
  }
  if (repository.tags.countOf(image.digest) === 0) return;
  // The tag of an index also counts for its children, which are what is scanned.
  const children = (contentOf(image).manifests ?? []).map(({ digest }) => repository.images[digest]);
  for (const one of [image, ...children]) {
    if (one === undefined || !isImage(one.mediaType, contentOf(one))) continue;
    if (scanOf(registry, one) === undefined) begin(registry, one);
  }
}

/** Implements StartImageScan. Throws its exceptions. */
export function startScan(registry: Registry, image: ImageState): void {
  if (registry.state.scanType === 'ENHANCED')
    throw new AwsError('ValidationException', 'This feature is disabled');
  if (!isImage(image.mediaType, contentOf(image))) {
    throw new AwsError(
      'UnsupportedImageTypeException',
      `An artifact with media type '${image.mediaType}' cannot be scanned. For more information, see the Amazon ECR documentation.`,
    );
  }
  const before = scanOf(registry, image);
  if (before !== undefined && registry.clock.now() - before.startedAt < dayMs) {
    throw new AwsError(
      'LimitExceededException',
      'The scan quota per image has been exceeded. Wait and try again.',
    );
  }
  begin(registry, image);
  registry.save();
}

/** The state of an image's scan now. Once it has begun, it only depends on the time. */
export function scanView(
  registry: Registry,
  repository: RepositoryState,
  image: ImageState,
): ScanView | undefined {
  const scan = scanOf(registry, image);
  if (scan === undefined) return undefined;
  const result = resultFor(registry, repository, image);
  const elapsed = registry.clock.now() - scan.startedAt;
  const phases = result?.phases ?? registry.scenario.phases;
  const phase = phases.findLast((candidate) => candidate.afterMs <= elapsed);
  if (phase === undefined || phase.status === 'ABSENT') return undefined;
  const { findings: how = 'late' } = phase;
  const isNothing = how === 'late' || how === 'empty' || how === 'bare';
  const there =
    isNothing || result === undefined
      ? nothingFound
      : registry.findingsOf(result)[how === 'half' ? 'half' : 'all'];
  return {
    phase,
    completedAt: how === 'late' ? undefined : scan.startedAt + phase.afterMs,
    findings: how === 'counted' ? [] : there.items,
    counts: there.counts,
    isBare: how === 'bare',
  };
}

function scanOf(registry: Registry, image: ImageState): { readonly startedAt: number } | undefined {
  return image.scans?.[registry.state.scanType];
}

function begin(registry: Registry, image: ImageState): void {
  image.scans = { ...image.scans, [registry.state.scanType]: { startedAt: registry.clock.now() } };
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
