import { dockerfilePath } from '../types/build-context.ts';
import { hash64 } from '../types/hash.ts';
import type { Report } from '../types/report.ts';
import type { Finding, Severity } from '../types/scan.ts';
import { isForeign } from '../types/severity-word.ts';
import type { JudgedFinding } from '../types/verdict.ts';
import { shorten } from './findings.ts';
import { scannersOfRun } from './scanners.ts';

/**
 * GitHub refuses a run with more than 25,000 results or rules, and keeps the worst 5,000; ours are sorted worst first.
 * Source: GitHub docs, "SARIF results exceed one or more limits".
 */
const mostResults = 25_000;
/** The most characters of a description that GitHub shows. Source: GitHub docs, "SARIF support for code scanning". */
const mostCharacters = 1024;

/**
 * Whether a run has a SARIF file: only with a complete scan, because code scanning considers an alert fixed if a file
 * no longer contains it.
 */
export function hasSarif(report: Report): boolean {
  return report.scan?.kind === 'complete' && report.verdict !== undefined && report.repository !== undefined;
}

/**
 * The findings of a complete scan as SARIF 2.1.0: a rule for each vulnerability, a result for each package and platform.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
 */
export function sarifOf(report: Report): object {
  const repository = report.repository?.name ?? '';
  const findings = (report.verdict?.findings ?? []).slice(0, mostResults);
  const ids = [...new Set(findings.map(({ finding }) => finding.id))];
  const ruleIndex = new Map(ids.map((id, index) => [id, index]));
  // Findings come worst first, so the first one with an id is the worst.
  const worst = new Map<string, Finding>();
  for (const { finding } of findings) if (!worst.has(finding.id)) worst.set(finding.id, finding);
  const seen = new Map<string, number>();
  const fingerprint = (one: JudgedFinding) => {
    const identity = [repository, one.platform, one.finding.id, one.finding.package ?? ''].join('\n');
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    return `${hash64(identity).toString(16).padStart(16, '0')}:${String(occurrence)}`;
  };
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'ecr-ship', fullName: driverName(report), rules: [...worst.values()].map(rule) },
        },
        // A category for each image, so that several images of a repository are listed side by side.
        automationDetails: { id: `ecr-ship/${repository}/` },
        columnKind: 'utf16CodeUnits',
        results: findings.map((one) => ({
          ruleId: one.finding.id,
          ruleIndex: ruleIndex.get(one.finding.id),
          level: levels[one.finding.severity],
          message: { text: messageOf(one, repository) },
          locations: [location(one, report)],
          partialFingerprints: { primaryLocationLineHash: fingerprint(one) },
          ...(report.verdict?.comparison?.kind === 'compared' && {
            baselineState: one.isNew ? 'new' : 'unchanged',
          }),
          ...suppression(one),
          ...(one.finding.saidBy !== undefined && { properties: { saidBy: one.finding.saidBy } }),
        })),
      },
    ],
  };
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  informational: 'note',
  undefined: 'warning',
};

/**
 * The range of scores for which GitHub shows a severity, and the score for a finding whose own is not in it: code
 * scanning then shows the severity by which the image was judged, which is the distribution's and not always CVSS's.
 */
const bands: Readonly<Partial<Record<Severity, readonly [number, number, number]>>> = {
  critical: [9, 10, 9.5],
  high: [7, 8.9, 8],
  medium: [4, 6.9, 5.5],
  low: [0.1, 3.9, 2],
};

function securitySeverity({ severity, score }: Finding): { 'security-severity'?: string } {
  const band = bands[severity];
  if (band === undefined) return {};
  const [least, most, middle] = band;
  const isInside = score !== undefined && score >= least && score <= most;
  return { 'security-severity': (isInside ? score : middle).toFixed(1) };
}

function rule(finding: Finding): object {
  const { id, severity, description, uri } = finding;
  const text = description === undefined || description.trim() === '' ? id : description;
  return {
    id,
    shortDescription: { text: cut(id) },
    fullDescription: { text: cut(text) },
    help: { text: cut(uri === undefined ? text : `${text}\n\n${uri}`) },
    ...(uri !== undefined && isWebAddress(uri) && { helpUri: new URL(uri).href }),
    defaultConfiguration: { level: levels[severity] },
    properties: { ...securitySeverity(finding), tags: ['security', 'vulnerability', severity] },
  };
}

function messageOf({ finding, platform }: JudgedFinding, repository: string): string {
  const installed = finding.installed === undefined ? '' : ` ${shorten(finding.installed)}`;
  const what = finding.package === undefined ? 'The image' : `${shorten(finding.package)}${installed}`;
  const fix =
    finding.fixedIn === undefined ? 'No fixed version is named' : `Fixed in ${shorten(finding.fixedIn)}`;
  const word = isForeign(finding) ? ` The scanner calls its severity ${finding.severityAsGiven ?? ''}.` : '';
  const who = finding.saidBy === undefined ? '' : ` Said by ${finding.saidBy.join(' and ')}.`;
  return `${what} in ${repository} (${platform}) has ${shorten(finding.id)}. ${fix}.${word}${who}`;
}

/** GitHub shows a result at a file of the repository: at the Dockerfile, because that is where it can be fixed. */
function location({ finding, platform }: JudgedFinding, { repository, inputs }: Report): object {
  return {
    physicalLocation: {
      artifactLocation: {
        uri: (inputs === undefined ? 'Dockerfile' : dockerfilePath(inputs.build))
          .split('/')
          .map(encodeURIComponent)
          .join('/'),
      },
      region: { startLine: 1 },
    },
    logicalLocations: [
      {
        name: finding.package ?? repository?.name ?? 'image',
        fullyQualifiedName: `${repository?.name ?? ''}:${platform}${finding.package === undefined ? '' : `:${finding.package}`}`,
        kind: 'module',
      },
    ],
  };
}

function suppression({ standing }: JudgedFinding): object {
  if (standing.kind !== 'accepted') return {};
  return {
    suppressions: [{ kind: 'external', status: 'accepted', justification: cut(standing.exception.reason) }],
  };
}

function driverName(report: Report): string {
  return ['ecr-ship', ...scannersOfRun(report)].join(', ');
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function cut(text: string): string {
  return shorten(text, mostCharacters);
}
