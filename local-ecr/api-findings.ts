import { AwsError } from './errors.ts';
import { findOrThrow } from './api-images.ts';
import { repositoryOf } from './images.ts';
import { page } from './parameters.ts';
import type { Operation } from './api-repositories.ts';
import type { ScenarioFinding } from './scenario.ts';

export const findingOperations: Readonly<Record<string, Operation>> = {
  DescribeImageScanFindings(registry, parameters) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const id = parameters.object('imageId') as { imageDigest?: string; imageTag?: string };
    const image = findOrThrow(registry, repository, id);
    const view = registry.scans.view(repository, image);
    if (view === undefined) {
      throw new AwsError(
        'ScanNotFoundException',
        `Image scan does not exist for the image with '{imageDigest:'${image.digest}', imageTag:'${id.imageTag ?? 'null'}'}' in the repository with name '${repository.name}' in the registry with id '${registry.accountId}'`,
      );
    }
    const isEnhanced = registry.state.scanType === 'ENHANCED';
    const { items, nextToken } = page(view.findings, parameters);
    const findings = isEnhanced ? { enhancedFindings: items.map(enhanced) } : { findings: items.map(basic) };
    return {
      registryId: registry.accountId,
      repositoryName: repository.name,
      imageId: { imageDigest: image.digest, ...(id.imageTag !== undefined && { imageTag: id.imageTag }) },
      imageScanStatus: {
        status: view.phase.status,
        description: view.phase.description ?? descriptions[view.phase.status],
      },
      ...(view.completedAt !== undefined && {
        imageScanFindings: {
          imageScanCompletedAt: view.completedAt / 1000,
          vulnerabilitySourceUpdatedAt: view.completedAt / 1000 - 3600,
          findingSeverityCounts: counts(view.findings),
          ...findings,
        },
      }),
      nextToken,
    };
  },
};

/** Source: ECR API reference, DescribeImageScanFindings, examples. */
const descriptions: Readonly<Record<string, string>> = {
  COMPLETE: 'The scan was completed successfully.',
  ACTIVE: 'Continuous scan is selected for image.',
};

function counts(findings: readonly ScenarioFinding[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { severity } of findings) found[severity] = (found[severity] ?? 0) + 1;
  return found;
}

function basic(finding: ScenarioFinding): object {
  const attributes = {
    package_version: finding.version,
    package_name: finding.package,
    CVSS3_SCORE: finding.score?.toFixed(1),
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

function enhanced(finding: ScenarioFinding): object {
  return {
    awsAccountId: '123456789012',
    description: finding.description,
    severity: finding.severity,
    status: 'ACTIVE',
    title: `${finding.id} - ${finding.package ?? ''}`,
    type: 'PACKAGE_VULNERABILITY',
    score: finding.score,
    fixAvailable: finding.fixedIn === undefined ? 'NO' : 'YES',
    packageVulnerabilityDetails: {
      vulnerabilityId: finding.id,
      sourceUrl: finding.uri,
      source: 'NVD',
      vulnerablePackages: [
        {
          name: finding.package,
          version: finding.version,
          fixedInVersion: finding.fixedIn ?? 'NotAvailable',
        },
      ],
    },
  };
}
