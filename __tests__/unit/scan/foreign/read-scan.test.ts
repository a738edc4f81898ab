import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readScan } from '../../../../src/scan/foreign/read-scan.ts';

const read = (text: string) => readScan(text, { path: 'x.json', platform: undefined });
const readFile = (name: string) => read(readFileSync(`__tests__/support/scanner-files/${name}`, 'utf8'));
const readValue = (value: unknown) => read(JSON.stringify(value));

const manifest = 'sha256:04b3f91e0a0a578c06dde52ed560c1f048bdee487ab14d89b8af4aeaad1f87af';
const config = 'sha256:167ef2a0482d47f92c74bca933d789a84e9a061f96917a17bf5673f09454cc58';

/** What Grype found in one image, whichever form it wrote. */
const left = {
  id: 'GHSA-aaaa-bbbb-cccc',
  severity: 'critical',
  score: 9.8,
  package: '@scope/left',
  installed: '1.3.0',
  fixedIn: '1.3.1',
  saidBy: ['grype'],
};
const ssl = {
  id: 'CVE-2024-0001',
  severity: 'high',
  package: 'libssl3',
  installed: '3.0.11-1',
  fixedIn: '3.0.99-1',
};
const zlib = { id: 'CVE-2024-0002', package: 'zlib1g', installed: '1:1.2.13.dfsg-1' };

describe('Grype 0.121.2', () => {
  test.each(['grype-0.121.2.json', 'grype-0.121.2.cyclonedx.json'])('%s', (name) => {
    const scan = readFile(name);
    expect(scan.tools).toEqual(['grype 0.121.2']);
    expect(scan.subjects).toContain(manifest);
    expect(new Date(scan.endedAt ?? 0).toISOString()).toContain('2026-11-30T14:00:02');
    const byId = Object.fromEntries(scan.findings.map((finding) => [finding.id, finding]));
    expect(scan.findings).toHaveLength(3);
    expect(byId[left.id]).toMatchObject(left);
    expect(byId[ssl.id]).toMatchObject(ssl);
    expect(byId[zlib.id]).toMatchObject({ ...zlib, severity: 'informational' });
  });

  test('its JSON says that there is no fix, and its image by both digests', () => {
    const { findings, subjects } = readFile('grype-0.121.2.json');
    expect(findings.find(({ id }) => id === zlib.id)).toMatchObject({ fix: 'no' });
    expect(subjects).toEqual([config, manifest]);
  });

  test('its SARIF has the same findings, with a score for every word', () => {
    const { findings, tools } = readFile('grype-0.121.2.sarif');
    expect(tools).toEqual(['grype 0.121.2']);
    const byId = Object.fromEntries(findings.map((finding) => [finding.id, finding]));
    expect(byId[left.id]).toMatchObject(left);
    expect(byId[ssl.id]).toMatchObject(ssl);
    expect(byId[zlib.id]).toMatchObject({ ...zlib, severity: 'low' });
  });

  test('of an image without findings', () => {
    const grype = (more: object) => ({ descriptor: { name: 'grype', version: '1' }, matches: [], ...more });
    expect(readValue(grype({ source: { type: 'image', target: {} } })).findings).toEqual([]);
    expect(() => readValue(grype({ source: { type: 'directory', target: '.' } }))).toThrow(
      'it is about no image: Grype calls what it has looked at directory',
    );
    expect(() => readValue(grype({ source: { type: 'image' }, matches: undefined }))).toThrow(
      'it has no list of matches',
    );
  });
});

/** Another image with the same packages, and the id of npm's advisory by its CVE. */
const trivys = {
  id: 'sha256:a0268b2e2ff1fb4442421b0025d7de120a11331fec677543bda1a9f2e8935275',
  digest: 'sha256:85bcc5cf6ec51fe030cfee29879258332cb1161e19b02944cbe08b114d21970b',
};

describe('Trivy 0.74.0', () => {
  test.each([
    ['trivy-0.74.0.json', 'Trivy'],
    ['trivy-0.74.0.sarif', 'Trivy'],
    ['trivy-0.74.0.cyclonedx.json', 'trivy'],
  ])('%s: the same findings, and the image by id and digest', (name, tool) => {
    const scan = readFile(name);
    expect(scan.tools).toEqual([`${tool} 0.74.0`]);
    expect([...scan.subjects].sort()).toEqual([trivys.digest, trivys.id]);
    const uri = (id: string) => `https://avd.aquasec.com/nvd/${id.toLowerCase()}`;
    expect(scan.findings).toMatchObject([
      { ...ssl, score: 7.5, uri: uri(ssl.id), saidBy: [tool] },
      { ...zlib, severity: 'low', uri: uri(zlib.id) },
      { ...left, id: 'CVE-2024-0003', uri: uri('CVE-2024-0003'), saidBy: [tool] },
    ]);
    expect(scan.findings).toHaveLength(3);
  });

  test('its JSON says when it looked, and that there will be no fix', () => {
    const { endedAt, findings } = readFile('trivy-0.74.0.json');
    expect(new Date(endedAt ?? 0).toISOString()).toContain('2026-11-30T17:20:10');
    expect(findings.map(({ fix }) => fix)).toEqual([undefined, 'no', undefined]);
  });

  test('its CycloneDX has an empty list where it has not looked, so that it is not taken', () => {
    expect(() => readFile('trivy-0.74.0.sbom.cyclonedx.json')).toThrow(
      'give it --format sarif or --format json',
    );
  });
});

describe('OSV-Scanner 1.9.2', () => {
  test('its JSON: by the CVE, with the score that it has worked out, else with the word of the advisory', () => {
    const { tools, subjects, findings } = readFile('osv-scanner-1.9.2.json');
    expect([tools, subjects]).toEqual([['OSV-Scanner'], []]);
    expect(findings).toEqual([
      {
        id: 'CVE-2024-0003',
        severity: 'critical',
        score: 9.8,
        package: '@scope/left',
        installed: '1.3.0',
        fixedIn: '1.3.1',
        description: 'A made-up pollution in left',
        uri: 'https://osv.dev/vulnerability/GHSA-aaaa-bbbb-cccc',
        saidBy: ['OSV-Scanner'],
      },
      {
        id: 'GHSA-dddd-eeee-ffff',
        severity: 'medium',
        package: 'pad',
        installed: '2.0.0',
        description: 'A made-up loop in pad',
        uri: 'https://osv.dev/vulnerability/GHSA-dddd-eeee-ffff',
        saidBy: ['OSV-Scanner'],
      },
    ]);
  });

  test('its SARIF calls a critical finding a warning, so that it is not taken', () => {
    expect(() => readFile('osv-scanner-1.9.2.sarif')).toThrow('give it --format json, which has the scores');
  });

  test('its CycloneDX does not say whose it is, so that it is not taken', () => {
    expect(() => readFile('osv-scanner-1.9.2.cyclonedx.json')).toThrow('it does not say which tool it is of');
  });

  test('a distribution’s advisory goes by the CVE that it is about, and an image by its digest', () => {
    const vulnerabilities = [{ id: 'DEBIAN-CVE-2024-1', upstream: ['CVE-2024-1'] }];
    const packages = [{ package: { name: 'zlib', version: '1' }, vulnerabilities }];
    const source = { path: `team/app@${manifest}`, type: 'docker' };
    const scan = readValue({ results: [{ source, packages }] });
    expect(scan.subjects).toEqual([manifest]);
    expect(scan.findings).toMatchObject([{ id: 'CVE-2024-1', severity: 'undefined', package: 'zlib' }]);
    expect(readValue({ results: [] }).findings).toEqual([]);
    expect(() => readValue({ results: [1] })).toThrow('one of its results is no object');
    const odd = { source, packages: [{ package: { name: 'zlib' }, vulnerabilities: { 0: {} } }] };
    expect(() => readValue({ results: [odd] })).toThrow('it has no list of vulnerabilities');
  });
});

describe('Trivy’s JSON', () => {
  const trivy = (more: object) => ({
    SchemaVersion: 2,
    CreatedAt: '2026-01-02T03:04:05Z',
    ArtifactName: 'team/app:1',
    ArtifactType: 'container_image',
    Metadata: { ImageID: config, RepoDigests: [`team/app@${manifest}`] },
    ...more,
  });
  const one = {
    VulnerabilityID: 'CVE-2024-0001',
    PkgName: 'libssl3',
    InstalledVersion: '3.0.11-1',
    FixedVersion: '3.0.99-1',
    SeveritySource: 'debian',
    Severity: 'HIGH',
    CVSS: { nvd: { V3Score: 9.8 } },
    PrimaryURL: 'https://avd.aquasec.com/nvd/cve-2024-0001',
  };

  test('names its image, also where it found nothing', () => {
    expect(readValue(trivy({}))).toMatchObject({
      tools: ['Trivy'],
      subjects: [config, manifest],
      endedAt: Date.parse('2026-01-02T03:04:05Z'),
      findings: [],
    });
  });

  test('counts by the word that Trivy has chosen, and by the score of the same source', () => {
    const scores = { debian: { V3Score: 9.1 } };
    const results = [
      { Vulnerabilities: [one, { ...one, VulnerabilityID: 'CVE-2', CVSS: scores, Status: 'will_not_fix' }] },
      { Secrets: [{ RuleID: 'aws-key', Severity: 'CRITICAL', Title: 'A key' }] },
      { Misconfigurations: [{ ID: 'DS002', Status: 'PASS', Severity: 'HIGH' }] },
    ];
    expect(readValue(trivy({ Results: results })).findings).toMatchObject([
      { ...ssl, severity: 'high' },
      { id: 'CVE-2', severity: 'critical', score: 9.1, fix: 'no' },
      { id: 'aws-key', severity: 'critical' },
    ]);
  });

  test.each(['Vulnerabilities', 'Misconfigurations', 'Secrets', 'Licenses'])(
    'no part of the list of %s is passed over',
    (name) => {
      const of = (list: unknown) => () => readValue(trivy({ Results: [{ Class: 'os-pkgs', [name]: list }] }));
      expect(of({ 0: one })).toThrow(`it has no list of ${name}`);
      expect(of([one, 'CVE-2024-2'])).toThrow(`one of its ${name} is no object`);
      expect([of(null)().findings, of([])().findings]).toEqual([[], []]);
    },
  );

  test('of secrets alone is none that looked for vulnerabilities', () => {
    const secrets = { Class: 'secret', Secrets: [{ RuleID: 'aws-key', Severity: 'LOW' }] };
    const refused = 'Trivy did not look for vulnerabilities';
    expect(() => readValue(trivy({ Results: [secrets] }))).toThrow(refused);
    expect(() => readValue(trivy({ Results: [{ Class: 'license' }, { Class: 'config' }] }))).toThrow(refused);
    expect(readValue(trivy({ Results: [{ Class: 'os-pkgs' }, secrets] })).findings).toHaveLength(1);
  });

  test('of a file system is about no image', () => {
    expect(() => readValue(trivy({ ArtifactType: 'filesystem' }))).toThrow(
      'Trivy calls what it has looked at filesystem',
    );
  });
});

describe('CycloneDX', () => {
  const bom = (more: object, name = 'other') => ({
    bomFormat: 'CycloneDX',
    metadata: { tools: [{ vendor: 'a', name, version: '1.0' }] },
    ...more,
  });
  const rated = (...ratings: object[]) =>
    readValue(bom({ vulnerabilities: [{ id: 'CVE-1', ratings, affects: [{ ref: 'pkg:npm/%40a/b@1' }] }] }))
      .findings[0];

  test('the worst of several ratings counts, a score only where it is CVSS’s', () => {
    expect(rated({ severity: 'low' }, { severity: 'high' })).toMatchObject({
      severity: 'high',
      package: '@a/b',
      installed: '1',
      saidBy: ['other'],
    });
    expect(rated({ severity: 'low', score: 9.9, method: 'other' })).toMatchObject({ severity: 'low' });
    expect(rated({ severity: 'low', score: 9.9, method: 'CVSSv4' })).toMatchObject({ severity: 'critical' });
    expect(rated({ severity: 'info' })).toMatchObject({ severity: 'informational' });
    expect(rated()).toMatchObject({ severity: 'undefined' });
  });

  test('a vector alone is a word that nobody knows: it counts as the worst until fail-on says what it means', () => {
    expect(rated({ method: 'CVSSv31', vector: 'CVSS:3.1/…' })).toMatchObject({
      severity: 'critical',
      severityAsGiven: 'unrated',
    });
  });

  test('what an analysis has set aside counts all the same, and what was withdrawn does not', () => {
    const vulnerabilities = [
      { id: 'CVE-1', ratings: [{ severity: 'high' }], analysis: { state: 'not_affected' } },
      { id: 'CVE-2', ratings: [{ severity: 'high' }], rejected: '2026-01-01T00:00:00Z' },
    ];
    expect(readValue(bom({ vulnerabilities })).findings).toMatchObject([
      { id: 'CVE-1', severity: 'high', setAside: 'NOT_AFFECTED' },
    ]);
  });

  test.each<[string, object, string]>([
    ['an SBOM alone', bom({}), 'it is an SBOM without a list of vulnerabilities'],
    [
      'an empty list of Trivy',
      bom({ vulnerabilities: [] }, 'trivy'),
      'which Trivy writes also where it has not looked',
    ],
    ['nobody’s', { bomFormat: 'CycloneDX', vulnerabilities: [] }, 'it does not say which tool it is of'],
    ['no list', bom({ vulnerabilities: {} }), 'it has no list of vulnerabilities'],
    [
      'a reference to two packages',
      bom({
        components: [
          { 'bom-ref': 'a', name: 'x' },
          { 'bom-ref': 'a', name: 'y' },
        ],
        vulnerabilities: [],
      }),
      'two of its components have the bom-ref a,',
    ],
  ])('%s is no scan', (_, value, why) => {
    expect(() => readValue(value)).toThrow(why);
  });

  test('the same component may be there twice', () => {
    const twice = { 'bom-ref': 'a', name: 'x', version: '1' };
    const vulnerabilities = [{ id: 'CVE-1', affects: [{ ref: 'a' }] }];
    expect(readValue(bom({ components: [twice, { ...twice }], vulnerabilities })).findings).toMatchObject([
      { id: 'CVE-1', package: 'x', installed: '1' },
    ]);
  });

  test('Grype leaves the list out where it found nothing, and does nothing but look', () => {
    expect(readValue(bom({}, 'grype')).findings).toEqual([]);
    expect(readValue(bom({ vulnerabilities: [] })).findings).toEqual([]);
  });
});

test('what is in none of the forms is refused with those that are read', () => {
  expect(() => readValue({ vulnerabilities: [] })).toThrow(
    'it is none of the forms that are read: SARIF 2.1.0, CycloneDX with vulnerabilities, and the JSON of Trivy, Grype and OSV-Scanner',
  );
});
