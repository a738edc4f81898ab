// Texts that each parser accepts, from which the fuzz run makes those that it may not.
const d = (n: number) => `sha256:${String(n).repeat(64).slice(0, 64)}`;
export const digest = d(1);
export const manifestType = 'application/vnd.oci.image.manifest.v1+json';
export const indexType = 'application/vnd.oci.image.index.v1+json';
const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';

export const tagRules = [
  'type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\nlatest',
  'type=raw,value=app-{{branch}}-{{sha}},enable=true,priority=200\ntype=ref,event=pr,prefix=pr-',
  'type=match,pattern=v(\\d+.\\d+),group=1\ntype=pep440,pattern={{version}},value=1.0.dev1',
  "\"type=raw,value=a b\",suffix=-x\n# a comment\ntype=schedule,pattern={{date 'YYYYMMDD-HHmm' tz='Asia/Tokyo'}}",
  'type=sha,format=long,prefix=\ntype=edge,branch=main,moves=true',
];
export const exceptions = [
  'exceptions:\n  - id: CVE-2026-1234\n    reason: not reached\n    expires: 2026-12-31\n    package: openssl\n',
  'max-days: 90\nexceptions: []\n',
  '- id: CVE-2024-1\n  reason: |\n    two\n    lines\n  expires: 2026-07-01\n  approved-by: a@b.c\n',
];
export const smokeTests = [
  'http:\n  path: /health\n  status: 200\n  within: 20s\nport: 8080\nenv:\n  - A=b\n',
  '- name: it starts\n  command: ["node", "-v"]\n- lambda: {event: {a: 1}}\n  memory: 512m\n',
  'health: true\nread-only: true\n---\ncommand: ./x --version\nwithin: 1m\n',
];
export const registryLogins = [
  '- registry: ghcr.io\n  username: me\n  password: secret\n- username: hub\n  password: "other: one"\n',
];
export const repositorySettings = [
  'mutability: immutable\nexclusion-filters: [latest, "dev-*"]\nencryption: KMS\nkms-key: alias/x\ntags:\n  team: a\n',
  'lifecycle:\n  keep: 50\n  untagged-days: 14\npolicy: |\n  {"Version":"2012-10-17","Statement":[]}\n',
];
export const references = [
  'team/app',
  '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app',
  'public.ecr.aws/a1b2c3d4/team/app:v1.2.3',
  `https://123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app@${digest}`,
  arn,
];

const descriptor = (n: number, type: string, more: object = {}) => ({
  mediaType: type,
  digest: d(n),
  size: n * 100,
  ...more,
});
export const manifests = [
  JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: descriptor(2, 'application/vnd.oci.image.config.v1+json'),
    layers: [descriptor(3, 'application/vnd.oci.image.layer.v1.tar+gzip')],
    annotations: { a: 'b' },
  }),
];
export const indexes = [
  JSON.stringify({
    schemaVersion: 2,
    mediaType: indexType,
    manifests: [
      descriptor(4, manifestType, { platform: { os: 'linux', architecture: 'amd64' } }),
      descriptor(5, manifestType, { platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } }),
      descriptor(6, manifestType, {
        platform: { os: 'unknown', architecture: 'unknown' },
        annotations: {
          'vnd.docker.reference.digest': d(4),
          'vnd.docker.reference.type': 'attestation-manifest',
        },
      }),
    ],
  }),
];
export const configs = [
  JSON.stringify({
    os: 'linux',
    architecture: 'amd64',
    config: { Labels: { 'org.opencontainers.image.revision': 'a'.repeat(40) }, Cmd: ['/a'] },
    history: [{ created_by: 'COPY a /a' }],
    rootfs: { type: 'layers', diff_ids: [d(7)] },
  }),
];
export const records = [
  `v1,at=1780000000,commit=${'a'.repeat(40)},tree=clean,${['context', 'file', 'target', 'platforms', 'build-args', 'labels', 'annotations', 'environment'].map((part) => `${part}=${'b'.repeat(32)}`).join(',')}`,
  'v1,unknown',
];
export const dockerfiles = [
  '# syntax=docker/dockerfile:1\nARG A=node:24\nFROM --platform=$BUILDPLATFORM ${A:-x} AS build\nRUN --mount=type=bind,from=y,target=/y \\\n  # a comment\n  true\nFROM scratch\nCOPY --from=build /a /b\n',
  '# escape=`\nFROM a AS b\nRUN <<EOF\nFROM c\nEOF\nCOPY --from=b:1 a b\n',
];
export const ignoreFiles = [
  '# comment\n**/node_modules\n!src/**/*.ts\n/dist/\n[a-c]?.*\n\\#x\n',
  '*\n!deep/**/er\n',
];
export const contexts = [
  '.',
  'https://user:token@github.com/a/b.git?ref=main&token=x#v1:sub',
  'git@github.com:a/b.git#main',
  'github.com/a/b#a',
  'https://example.com/a.tar.gz?X-Amz-Signature=abc&b=c',
];
export const metadata = [JSON.stringify({ 'containerimage.digest': digest, 'buildx.build.ref': 'a/b/c' })];
export const pushOutputs = [
  `The push refers to repository [h/team/app]\nabc: Pushed\nv1: digest: ${digest} size: 528\n`,
  'error parsing HTTP 403 response body: unexpected end of JSON input: ""\n',
  'unauthorized: authentication required\ndenied: Your authorization token has expired. Reauthenticate and try again.\n',
  'failed commit on ref "layer-sha256:1": unexpected status from PUT request: 500 Internal Server Error\n',
];
export const buildOutputs = [
  '#5 [2/3] RUN false\n#5 ERROR: process "/bin/sh -c false" did not complete successfully: exit code: 1\n------\n > [2/3] RUN false:\n0.1 oh no\n------\nDockerfile:3\n--------------------\n   1 | FROM a\n   3 | >>> RUN false\n--------------------\nERROR: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1\n',
  "Step 2/3 : RUN false\n ---> Running in 1\nThe command '/bin/sh -c false' returned a non-zero code: 1\n",
  'panic: runtime error: invalid memory address\ngoroutine 1 [running]:\n',
  'ERROR: failed to solve: node:24: failed to resolve source metadata for docker.io/library/node:24: 429 Too Many Requests\n',
];
export const buildWarnings = [
  '\n 2 warnings found (use docker --debug to expand):\n - JSONArgsRecommended: JSON arguments recommended for CMD (line 3)\n - FromAsCasing: as and FROM (line 1)\n',
  'WARNING: JSONArgsRecommended - https://docs.docker.com/go/x/\nJSON arguments recommended\nDockerfile:3\n--------------------\n   3 | CMD a\n--------------------\n',
];
export const packageUrls = [
  'pkg:deb/debian/openssl@3.0?arch=amd64',
  'pkg:npm/%40scope/name@1.2.3#a',
  'pkg:maven/group/artifact@1',
];
const rule = {
  id: 'CVE-2026-1',
  help: {
    text: 'Vulnerability CVE-2026-1\nSeverity: HIGH\nPackage: a\nFixed Version: 2\nLink: [x](https://x/y)',
  },
  properties: { 'security-severity': '8.1', purls: ['pkg:npm/a@1'] },
};
const result = {
  ruleId: rule.id,
  ruleIndex: 0,
  level: 'error',
  message: { text: 'Package: a\nInstalled Version: 1\nVulnerability CVE-2026-1' },
  suppressions: [{ kind: 'external', status: 'rejected' }],
};
const driver = (name: string) => ({ driver: { name, semanticVersion: '1.2.3', rules: [rule] } });
const scanned = { imageID: d(8), repoDigests: [`h/a@${d(9)}`] };
export const sarif = ['Trivy', 'grype', 'Snyk Container', 'docker scout'].map((name) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: driver(name),
        results: [result],
        properties: scanned,
        invocations: [{ executionSuccessful: true }],
      },
    ],
  }),
);
export const denials = [
  `User: arn:aws:sts::123456789012:assumed-role/ship/run is not authorized to perform: ecr:PutImage on resource: ${arn} because no identity-based policy allows the ecr:PutImage action`,
  `User: x is not authorized to perform: ecr:PutImage on resource: ${arn} with an explicit deny in a service control policy`,
];
export const shown = [
  'plain',
  'a\u001b[31mred\u001b[0m \u202eabc\u202c \u0000 \u2028',
  '::error::no',
  '\r\n%0A',
];

const commit = 'a'.repeat(40);
export const runner = {
  ref: 'refs/heads/main',
  sha: commit,
  repository: 'team/app',
  serverUrl: 'https://github.com',
};
export const eventNames = [
  'push',
  'pull_request',
  'release',
  'merge_group',
  'workflow_dispatch',
  'schedule',
  'create',
];
export const events: readonly unknown[] = [
  {
    ref: 'refs/tags/v1.2.3',
    base_ref: null,
    head_commit: { id: commit, timestamp: '2026-05-06T07:08:09Z', message: 'x' },
    repository: {
      name: 'app',
      full_name: 'team/app',
      html_url: 'https://github.com/team/app',
      default_branch: 'main',
      license: { spdx_id: 'MIT' },
    },
    pull_request: {
      number: 4,
      merged: true,
      head: { sha: commit, ref: 'x', repo: { full_name: 'fork/app' } },
      base: { ref: 'main', repo: { full_name: 'team/app' } },
    },
    release: { tag_name: 'v1.2.3', prerelease: true },
    merge_group: {
      base_ref: 'refs/heads/main',
      head_sha: commit,
      head_commit: { id: commit, timestamp: '2026-05-06T07:08:09Z' },
    },
  },
];
const image = { registryId: '123456789012', repositoryName: 'team/app', imageId: { imageDigest: digest } };
export const scanAnswers: readonly unknown[] = [
  {
    ...image,
    imageScanStatus: { status: 'COMPLETE', description: 'done' },
    imageScanFindings: {
      imageScanCompletedAt: 1_780_000_000,
      findingSeverityCounts: { CRITICAL: 1, LOW: 2 },
      findings: [
        {
          name: 'CVE-2026-1',
          severity: 'CRITICAL',
          uri: 'https://x',
          description: 'bad',
          attributes: [
            { key: 'package_name', value: 'openssl' },
            { key: 'package_version', value: '1' },
          ],
        },
      ],
    },
    nextToken: 'x',
  },
  {
    ...image,
    imageScanStatus: { status: 'ACTIVE' },
    imageScanFindings: {
      enhancedFindings: [
        {
          severity: 'HIGH',
          status: 'ACTIVE',
          title: 'CVE-2026-2 - b',
          packageVulnerabilityDetails: {
            vulnerabilityId: 'CVE-2026-2',
            vulnerablePackages: [
              { name: 'b', version: '1', fixedInVersion: '2', arch: 'X86_64', filePath: 'a' },
            ],
          },
          resources: [
            {
              details: {
                awsEcrContainerImage: {
                  imageHash: digest,
                  registry: '123456789012',
                  repositoryName: 'team/app',
                },
              },
            },
          ],
        },
      ],
    },
  },
];

/** Values of each input from real files; for the other inputs, a word. */
const given: Readonly<Record<string, readonly string[]>> = {
  tags: tagRules,
  repository: references,
  'registry-logins': registryLogins,
  'repository-settings': repositorySettings,
  'smoke-test': smokeTests,
  labels: ['a.b=c\n"d=e,f"\n# g\nh={"i":1}', 'org.opencontainers.image.title=x'],
  annotations: ['index:a=b\nmanifest,index-descriptor:c=d'],
  'build-args': ['A=b\nC\n"D=e\nf"', 'HTTP_PROXY=http://u:p@h'],
  platforms: ['linux/amd64,linux/arm64/v8', 'linux/amd64\nlinux/arm/v7'],
  secrets: ['id=value\n"a=b\nc"'],
  'secret-envs': ['id=ENV'],
  'secret-files': ['id=./file'],
  ssh: ['default=$SSH_AUTH_SOCK'],
  'build-contexts': ['a=docker-image://b:c', 'd=../e\nf=https://github.com/g/h.git'],
  'fail-on': ['critical,high', 'critical: 0\nhigh: 5', 'none'],
  'max-size': ['500MB', '1.5GiB'],
  'max-growth': ['10%', '50MB'],
  'scan-timeout': ['10m', '1h30m'],
  'env-names': ['DOCKER_IMAGE=image\nTAG=fixed-tag'],
  'role-to-assume': ['arn:aws:iam::123456789012:role/ship'],
  destinations: ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/b role=arn:aws:iam::123456789012:role/x'],
  from: ['v1.2.3', `${digest}\n${d(2)}`, 'team/staging:v1'],
  context: contexts,
};

export function inputSamples(name: string): readonly string[] {
  return [...(given[name] ?? []), 'true', 'a=b', 'word', '1h', 'id=x,src=y'];
}

/** The formats of other scanners beside SARIF. */
export const scans = [
  {
    bomFormat: 'CycloneDX',
    metadata: { tools: { components: [{ name: 'grype', version: '1' }] }, component: { version: d(1) } },
    components: [{ 'bom-ref': 'r', name: 'a', version: '1', purl: 'pkg:npm/%40s/a@1', components: [] }],
    vulnerabilities: [
      {
        id: 'CVE-2026-1',
        ratings: [{ score: 9.8, severity: 'critical', method: 'CVSSv31', vector: 'CVSS:3.1/AV:N' }],
        affects: [{ ref: 'r', versions: [{ range: 'vers:npm/>=2', status: 'unaffected' }] }],
        analysis: { state: 'not_affected' },
      },
    ],
  },
  {
    descriptor: { name: 'grype', version: '1', timestamp: '2026-01-01T00:00:00Z' },
    source: { type: 'image', target: { imageID: d(1), repoDigests: [`a@${d(2)}`] } },
    matches: [
      {
        artifact: { name: 'a', version: '1' },
        vulnerability: {
          id: 'CVE-2026-1',
          severity: 'High',
          cvss: [{ metrics: { baseScore: 7.5 } }],
          fix: { state: 'fixed', versions: ['2'] },
        },
      },
    ],
  },
  {
    SchemaVersion: 2,
    ArtifactType: 'container_image',
    Metadata: { ImageID: d(1) },
    Results: [
      {
        Vulnerabilities: [
          { VulnerabilityID: 'CVE-2026-1', PkgName: 'a', Severity: 'HIGH', CVSS: { nvd: { V3Score: 7.5 } } },
        ],
        Secrets: [{ RuleID: 'key', Severity: 'LOW' }],
      },
    ],
  },
  {
    results: [
      {
        source: { path: `a@${d(1)}`, type: 'docker' },
        packages: [
          {
            package: { name: 'a', version: '1' },
            vulnerabilities: [
              {
                id: 'GHSA-1',
                aliases: ['CVE-2026-1'],
                affected: [{ package: { name: 'a' }, ranges: [{ events: [{ fixed: '2' }] }] }],
              },
            ],
            groups: [{ ids: ['GHSA-1'], aliases: ['CVE-2026-1'], max_severity: '9.8' }],
          },
        ],
      },
    ],
  },
].map((scan) => JSON.stringify(scan));
