import { configOf, platformOf } from './platforms.ts';
import { repositoryArn, type Registry } from './registry.ts';
import type { ScenarioFinding } from './scenario.ts';
import { sha256 } from './manifests.ts';
import type { ImageState, RepositoryState } from './state.ts';

/** A finding in the basic scanner's format. Source: ECR API reference, ImageScanFinding. */
export function asBasic(finding: ScenarioFinding): object {
  const attributes = {
    package_version: finding.version,
    package_name: finding.package,
    CVSS3_SCORE: finding.score?.toFixed(1),
    CVSS3_VECTOR: finding.vector,
    patched_version: finding.fixedIn,
  };
  return {
    name: finding.id,
    description: finding.description,
    uri: finding.uri,
    severity: finding.severity,
    attributes: Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ({ key, value })),
  };
}

/**
 * The findings of an image in Amazon Inspector's format, as ECR passes it on. What all of them share is computed
 * once. Source: ECR API reference, EnhancedImageScanFinding.
 */
export function enhancedShape(
  registry: Registry,
  repository: RepositoryState,
  image: ImageState,
): (finding: ScenarioFinding) => object {
  const imageArn = `${repositoryArn(registry, repository.name)}/${image.digest}`;
  const { architecture = 'unknown' } = configOf(registry, image);
  const resource = {
    id: imageArn,
    type: 'AWS_ECR_CONTAINER_IMAGE',
    tags: { ...repository.resourceTags },
    details: {
      awsEcrContainerImage: {
        architecture,
        imageHash: image.digest,
        imageTags: repository.tags.of(image.digest),
        platform: platformOf(registry, image),
        pushedAt: image.pushedAt / 1000,
        registry: registry.accountId,
        repositoryName: repository.name,
      },
    },
  };
  const about: AboutImage = {
    accountId: registry.accountId,
    region: registry.region,
    imageArn,
    observedAt: (image.scans?.['ENHANCED']?.startedAt ?? image.pushedAt) / 1000,
    arch: architecture === 'amd64' ? 'X86_64' : architecture.toUpperCase(),
    resource,
  };
  return (finding) => asEnhanced(about, finding);
}

interface AboutImage {
  readonly accountId: string;
  readonly region: string;
  readonly imageArn: string;
  /** Seconds since 1970. */
  readonly observedAt: number;
  readonly arch: string;
  readonly resource: object;
}

function asEnhanced(about: AboutImage, finding: ScenarioFinding): object {
  const fixAvailable = finding.fixAvailable ?? (finding.fixedIn === undefined ? 'NO' : 'YES');
  const score = finding.score ?? 0;
  const cvss = { scoringVector: finding.vector, version: '3.1' };
  const id = sha256(`${about.imageArn} ${finding.id} ${finding.package ?? ''}`).slice(7, 39);
  return {
    awsAccountId: about.accountId,
    findingArn: `arn:aws:inspector2:${about.region}:${about.accountId}:finding/${id}`,
    description: finding.description,
    severity: finding.severity,
    status: 'ACTIVE',
    title: `${finding.id} - ${finding.package ?? ''}`,
    type: 'PACKAGE_VULNERABILITY',
    firstObservedAt: about.observedAt,
    lastObservedAt: about.observedAt,
    updatedAt: about.observedAt,
    score,
    scoreDetails: { cvss: { ...cvss, adjustments: [], score, scoreSource: 'NVD' } },
    fixAvailable,
    exploitAvailable: finding.exploitAvailable ?? 'NO',
    remediation: { recommendation: { text: 'None Provided' } },
    packageVulnerabilityDetails: {
      vulnerabilityId: finding.id,
      source: 'NVD',
      sourceUrl: finding.uri,
      cvss: finding.score === undefined ? [] : [{ ...cvss, baseScore: finding.score, source: 'NVD' }],
      referenceUrls: finding.uri === undefined ? [] : [finding.uri],
      relatedVulnerabilities: [],
      vendorSeverity: finding.vendorSeverity,
      vulnerablePackages: [
        {
          arch: about.arch,
          epoch: 0,
          name: finding.package,
          packageManager: finding.packageManager ?? 'OS',
          filePath: finding.filePath,
          version: finding.version,
          fixedInVersion: finding.fixedIn ?? 'NotAvailable',
        },
      ],
    },
    resources: [about.resource],
  };
}
