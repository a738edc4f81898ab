import type { EnhancedImageScanFinding, ImageScanFinding } from '@aws-sdk/client-ecr';
import { unnamed, type Finding } from '../../types/scan.ts';
import { parseSeverity } from '../../types/severity-word.ts';

// The SDK's types are only what the API promises; it passes on whatever comes, so nothing here relies on them.

/**
 * A finding of the basic scanner in our terms. Attribute keys: docs/contributing/facts.md, the row "Basic findings
 * carry".
 */
export function fromBasic(finding: ImageScanFinding): Finding {
  const attributes = objectsOf(finding.attributes);
  const attribute = (key: string) =>
    textOf(attributes.find((candidate) => candidate['key'] === key)?.['value']);
  const score = Number(attribute('CVSS3_SCORE') ?? attribute('CVSS2_SCORE') ?? Number.NaN);
  return withoutUndefined({
    id: textOf(finding.name) ?? unnamed,
    ...parseSeverity(finding.severity),
    package: attribute('package_name'),
    installed: attribute('package_version'),
    fixedIn: attribute('patched_version'),
    fix: attribute('patched_version') === undefined ? undefined : ('yes' as const),
    score: Number.isFinite(score) ? score : undefined,
    description: textOf(finding.description),
    uri: textOf(finding.uri),
  });
}

/** A finding of the enhanced scanner (Amazon Inspector): one for each package that it names. */
export function fromEnhanced(finding: EnhancedImageScanFinding): Finding[] {
  const details = objectOf(finding.packageVulnerabilityDetails);
  const shared = {
    id:
      textOf(details?.['vulnerabilityId']) ?? textOf(finding.title) ?? textOf(finding.findingArn) ?? unnamed,
    ...parseSeverity(finding.severity),
    score: Number.isFinite(finding.score) ? finding.score : undefined,
    fix: fixes.get(textOf(finding.fixAvailable) ?? ''),
    description: textOf(finding.description),
    uri: textOf(details?.['sourceUrl']),
    setAside: setAsideWord(finding),
  };
  const packages = objectsOf(details?.['vulnerablePackages']);
  if (packages.length === 0) return [withoutUndefined(shared)];
  return packages.map((item) => {
    const fixedIn = textOf(item['fixedInVersion']);
    return withoutUndefined({
      ...shared,
      package: textOf(item['name']),
      installed: textOf(item['version']),
      fixedIn: fixedIn === 'NotAvailable' ? undefined : fixedIn,
    });
  });
}

/** The values of `fixAvailable`; any other word means unknown. Source: Inspector2 API reference, Finding. */
const fixes: ReadonlyMap<string, Finding['fix']> = new Map([
  ['YES', 'yes'],
  ['PARTIAL', 'partial'],
  ['NO', 'no'],
]);

/** Inspector's word for a finding that is not active: SUPPRESSED or CLOSED. Source: Inspector2 API reference, Finding. */
export function setAsideWord({ status }: EnhancedImageScanFinding): string | undefined {
  const word = textOf(status);
  return word === undefined || word === 'ACTIVE' ? undefined : word;
}

/** The images that a finding of the enhanced scanner is about, by digest; empty if it does not say. */
export function imagesOf({ resources }: EnhancedImageScanFinding): string[] {
  return objectsOf(resources).flatMap((resource) => {
    const image = objectOf(objectOf(resource['details'])?.['awsEcrContainerImage']);
    return textOf(image?.['imageHash']) ?? [];
  });
}

/** A string that is not blank. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

type Members = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : undefined;
}

function objectsOf(value: unknown): Members[] {
  return Array.isArray(value)
    ? value.map(objectOf).filter((item): item is Members => item !== undefined)
    : [];
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
