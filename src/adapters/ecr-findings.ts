import type { EnhancedImageScanFinding, ImageScanFinding } from '@aws-sdk/client-ecr';
import { severities, type Finding, type Severity } from '../types/scan.ts';

/** A finding of the basic scanner in our words. Attribute keys: see docs/facts.md, "Basic findings". */
export function fromBasic(finding: ImageScanFinding): Finding {
  const attribute = (key: string) => finding.attributes?.find((candidate) => candidate.key === key)?.value;
  const score = Number(attribute('CVSS3_SCORE') ?? attribute('CVSS2_SCORE') ?? Number.NaN);
  return withoutUndefined({
    id: finding.name ?? 'unnamed',
    ...severity(finding.severity),
    package: attribute('package_name'),
    installed: attribute('package_version'),
    fixedIn: attribute('patched_version'),
    fix: attribute('patched_version') === undefined ? undefined : ('yes' as const),
    score: Number.isFinite(score) ? score : undefined,
    description: finding.description,
    uri: finding.uri,
  });
}

/** A finding of the enhanced scanner (Amazon Inspector): one for each package that it names. */
export function fromEnhanced(finding: EnhancedImageScanFinding): Finding[] {
  const details = finding.packageVulnerabilityDetails;
  const shared = {
    id: details?.vulnerabilityId ?? finding.title ?? finding.findingArn ?? 'unnamed',
    ...severity(finding.severity),
    score: finding.score,
    fix: fixes[finding.fixAvailable ?? ''],
    description: finding.description,
    uri: details?.sourceUrl,
  };
  const packages = details?.vulnerablePackages ?? [];
  if (packages.length === 0) return [withoutUndefined(shared)];
  return packages.map((item) =>
    withoutUndefined({
      ...shared,
      package: item.name,
      installed: item.version,
      fixedIn: item.fixedInVersion === 'NotAvailable' ? undefined : item.fixedInVersion,
    }),
  );
}

/** What `fixAvailable` can be; any other word is no answer. Source: Inspector2 API reference, Finding. */
const fixes: Readonly<Record<string, Finding['fix']>> = { YES: 'yes', PARTIAL: 'partial', NO: 'no' };

/** ECR's words in ours. A word that is not ours counts as `undefined` and is kept, so that it is never lost. */
function severity(given: string | undefined): { severity: Severity; severityAsGiven?: string } {
  const known = severities.find((candidate) => candidate === given?.toLowerCase());
  return known === undefined
    ? { severity: 'undefined', severityAsGiven: given ?? 'none' }
    : { severity: known };
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
