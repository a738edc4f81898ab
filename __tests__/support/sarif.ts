/** SARIF as each scanner writes it, put together here in the form of its source. Nothing in it is of a real image. */

/** A vulnerability, as the tools report it. */
export interface Vulnerability {
  readonly id: string;
  readonly severity: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | 'UNKNOWN';
  readonly score?: string;
  readonly package: string;
  readonly installed: string;
  readonly fixed?: string;
}

export const openssl: Vulnerability = {
  id: 'CVE-2024-0001',
  severity: 'CRITICAL',
  score: '9.8',
  package: 'openssl',
  installed: '3.0.1',
  fixed: '3.0.13-r0',
};

export const zlib: Vulnerability = {
  id: 'CVE-2023-45853',
  severity: 'LOW',
  package: 'zlib',
  installed: '1:1.2.13.dfsg-1',
};

const levels = { CRITICAL: 'error', HIGH: 'error', MEDIUM: 'warning', LOW: 'note', UNKNOWN: 'note' } as const;
const scores = { CRITICAL: '9.5', HIGH: '8.0', MEDIUM: '5.5', LOW: '2.0', UNKNOWN: '0.0' } as const;

function log(...runs: readonly object[]): string {
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs,
  });
}

function trivyRule(first: Vulnerability): object {
  const { id } = first;
  return {
    id,
    name: 'OsPackageVulnerability',
    shortDescription: { text: `${id} in words` },
    fullDescription: { text: `A description of ${id}.` },
    defaultConfiguration: { level: levels[first.severity] },
    helpUri: `https://avd.aquasec.com/nvd/${id.toLowerCase()}`,
    help: {
      text: `Vulnerability ${id}\nSeverity: ${first.severity}\nPackage: ${first.package}\nFixed Version: ${first.fixed ?? ''}\nLink: [${id}](https://avd.aquasec.com/nvd/${id.toLowerCase()})\nA description.`,
      markdown: `**Vulnerability ${id}**`,
    },
    properties: {
      precision: 'very-high',
      'security-severity': first.score ?? scores[first.severity],
      tags: ['vulnerability', 'security', first.severity],
    },
  };
}

/** Source: aquasecurity/trivy, pkg/report/sarif.go (0.69). All packages of a vulnerability share a rule. */
export function trivy(
  found: readonly Vulnerability[],
  image: { id?: string; digests?: readonly string[] } = {},
): string {
  const ids = [...new Set(found.map(({ id }) => id))];
  const rules = ids.map((id) => trivyRule(found.find((one) => one.id === id) as Vulnerability));
  return log({
    tool: {
      driver: {
        fullName: 'Trivy Vulnerability Scanner',
        informationUri: 'https://github.com/aquasecurity/trivy',
        name: 'Trivy',
        rules,
        version: '0.69.3',
      },
    },
    results: found.map((one) => ({
      ruleId: one.id,
      ruleIndex: ids.indexOf(one.id),
      level: levels[one.severity],
      message: {
        text: `Package: ${one.package}\nInstalled Version: ${one.installed}\nVulnerability ${one.id}\nSeverity: ${one.severity}\nFixed Version: ${one.fixed ?? ''}\nLink: [${one.id}](https://avd.aquasec.com/nvd/${one.id.toLowerCase()})`,
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'team/app', uriBaseId: 'ROOTPATH' },
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
          },
          message: { text: `team/app: ${one.package}@${one.installed}` },
        },
      ],
    })),
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { ROOTPATH: { uri: 'file:///' } },
    properties: {
      imageName: 'team/app',
      repoDigests: image.digests ?? [],
      repoTags: [],
      ...(image.id !== undefined && { imageID: image.id }),
    },
  });
}

/**
 * Source: anchore/grype, grype/presenter/sarif/presenter.go (0.9x). There is a rule for each vulnerability in a
 * package.
 */
export function grype(found: readonly Vulnerability[], userInput = 'app:ci'): string {
  const word = (one: Vulnerability) => one.severity.toLowerCase().replace('unknown', 'low');
  return log({
    tool: {
      driver: {
        name: 'grype',
        version: '0.95.0',
        informationUri: 'https://github.com/anchore/grype',
        rules: found.map((one) => ({
          id: `${one.id}-${one.package}`,
          name: 'DpkgMatcherExactDirectMatch',
          shortDescription: { text: `${one.id} ${word(one)} vulnerability for ${one.package} package` },
          fullDescription: { text: `A description of ${one.id}.` },
          helpUri: 'https://github.com/anchore/grype',
          help: {
            text: `Vulnerability ${one.id}\nSeverity: ${word(one)}\nPackage: ${one.package}\nVersion: ${one.installed}\nFix Version: ${one.fixed ?? ''}\nType: deb\nLocation: var/lib/dpkg/status\nData Namespace: debian:distro:debian:12\nLink: [${one.id}](https://security-tracker.debian.org/tracker/${one.id})`,
            markdown: `**Vulnerability ${one.id}**`,
          },
          properties: {
            'security-severity': one.score ?? scores[one.severity],
            purls: [`pkg:deb/debian/${one.package}@${encodeURIComponent(one.installed)}?arch=amd64`],
          },
        })),
      },
    },
    results: found.map((one) => ({
      ruleId: `${one.id}-${one.package}`,
      message: {
        text: `A ${word(one)} vulnerability in deb package: ${one.package}, version ${one.installed} was found in image ${userInput} at: var/lib/dpkg/status`,
      },
      partialFingerprints: { primaryLocationLineHash: 'abc:1' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'app/var/lib/dpkg/status' },
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
          },
          logicalLocations: [
            {
              name: '/var/lib/dpkg/status',
              fullyQualifiedName: `${userInput}@sha256:${'f'.repeat(64)}:/var/lib/dpkg/status`,
            },
          ],
        },
      ],
    })),
  });
}

/**
 * Source: snyk/cli, src/lib/formatters/sarif-output.ts and get-sarif-result.ts. Ids are Snyk's own; CVEs are listed
 * beside them.
 */
export function snyk(found: readonly (Vulnerability & { readonly own: string })[], path = 'app'): string {
  const title = (one: Vulnerability) => one.severity.charAt(0) + one.severity.slice(1).toLowerCase();
  return log({
    tool: {
      driver: {
        name: 'Snyk Container',
        semanticVersion: '1.1300.0',
        properties: { artifactsScanned: 88 },
        rules: found.map((one) => ({
          id: one.own,
          shortDescription: {
            text: `${title(one)} severity - Out-of-bounds Write vulnerability in ${one.package}`,
          },
          fullDescription: { text: `(${one.id}) ${one.package}@${one.installed}` },
          help: {
            text: '',
            markdown: `## NVD Description\nWords.\n## Remediation\n${one.fixed === undefined ? `There is no fixed version for \`Debian:12\` \`${one.package}\`.` : `Upgrade \`Debian:12\` \`${one.package}\` to version ${one.fixed} or higher.`}\n`,
          },
          defaultConfiguration: { level: levels[one.severity] },
          properties: {
            tags: ['security', 'CWE-787', 'deb'],
            cvssv3_baseScore: one.score === undefined ? null : Number(one.score),
            // The result of String(undefined) if an advisory has no score.
            'security-severity': String(one.score),
          },
        })),
      },
    },
    results: found.map((one) => ({
      ruleId: one.own,
      level: levels[one.severity],
      message: {
        text: `This file introduces a vulnerable ${one.package} package with a ${one.severity.toLowerCase()} severity vulnerability.`,
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: path.replaceAll(':', '_') },
            region: { startLine: 1 },
          },
          logicalLocations: [{ fullyQualifiedName: `${one.package}@${one.installed}` }],
        },
      ],
    })),
  });
}

/** Source: SARIF of docker scout 1.20, `docker scout cves --format sarif`. A rule lists all packages, a result has one. */
export function scout(found: readonly Vulnerability[]): string {
  const purl = (one: Vulnerability) =>
    `pkg:deb/debian/${one.package}@${one.installed}?os_distro=bookworm&os_name=debian&os_version=12`;
  const ids = [...new Set(found.map(({ id }) => id))];
  return log({
    tool: {
      driver: {
        fullName: 'Docker Scout',
        informationUri: 'https://docker.com/products/docker-scout',
        name: 'docker scout',
        version: '1.20.4',
        rules: ids.map((id) => {
          const all = found.filter((one) => one.id === id);
          const first = all[0] as Vulnerability;
          return {
            id,
            name: 'OsPackageVulnerability',
            shortDescription: { text: `${id}: words` },
            helpUri: `https://scout.docker.com/v/${id}?s=debian`,
            help: { text: 'Words.\n', markdown: '> Words.\n' },
            properties: {
              affected_version: `>=${first.installed}`,
              cvssV3_severity: first.severity === 'UNKNOWN' ? 'UNSPECIFIED' : first.severity,
              fixed_version: first.fixed ?? 'not fixed',
              purls: all.map(purl),
              ...(first.score !== undefined && { 'security-severity': first.score }),
              tags: [first.severity],
            },
          };
        }),
      },
    },
    results: found.map((one) => ({
      ruleId: one.id,
      ruleIndex: ids.indexOf(one.id),
      kind: 'fail',
      level: levels[one.severity],
      message: {
        text: `  Vulnerability   : ${one.id}        \n  Severity        : ${one.severity}   \n  Package         : ${purl(one)}  \n  Affected range  : >=${one.installed}   \n  Fixed version   : ${one.fixed ?? 'not fixed'}       \n`,
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'var/lib/dpkg/status' },
            region: { startLine: 1, endLine: 1 },
          },
        },
      ],
    })),
  });
}
