import { describe, expect, test } from '@jest/globals';
import { readScan } from '../../../../src/scan/foreign/read-scan.ts';
import { grype, openssl, scout, snyk, trivy, zlib, type Vulnerability } from '../../../support/sarif.ts';
import { digest } from '../../support/values.ts';

const read = (text: string) => readScan(text, { path: 'x.sarif', platform: undefined });
/** The same vulnerability in two packages, each with a fix of its own. */
const curl: Vulnerability = {
  ...openssl,
  id: 'CVE-2024-7',
  severity: 'MEDIUM',
  score: '6.5',
  package: 'curl',
};
const libcurl: Vulnerability = { ...curl, package: 'libcurl', installed: '8.5', fixed: '8.6' };
const unknown: Vulnerability = { ...zlib, id: 'CVE-2024-9', severity: 'UNKNOWN', package: 'tar' };

const shared = {
  package: 'openssl',
  installed: '3.0.1',
  severity: 'critical',
  score: 9.8,
  id: 'CVE-2024-0001',
  fixedIn: '3.0.13-r0',
};

describe("what each tool's own form says", () => {
  test('Trivy', () => {
    const scan = read(trivy([openssl, zlib, curl, libcurl, unknown]));
    expect(scan.tools).toEqual(['Trivy 0.69.3']);
    expect(scan.findings).toEqual([
      {
        ...shared,
        description: 'A description of CVE-2024-0001.',
        uri: 'https://avd.aquasec.com/nvd/cve-2024-0001',
        saidBy: ['Trivy'],
      },
      expect.objectContaining({ id: 'CVE-2023-45853', severity: 'low', score: 2, package: 'zlib' }),
      expect.objectContaining({ package: 'curl', severity: 'medium', fixedIn: '3.0.13-r0' }),
      expect.objectContaining({ package: 'libcurl', installed: '8.5', fixedIn: '8.6' }),
      // Trivy's score of 0.0 is its word for "nobody knows", and not the mildest of all.
      expect.objectContaining({ id: 'CVE-2024-9', severity: 'undefined' }),
    ]);
    // An empty fixed version is no "there is no fix".
    expect(scan.findings[1]).not.toHaveProperty('fix');
    expect(scan.findings[1]).not.toHaveProperty('fixedIn');
  });

  test('Grype, whose rules end with the name of the package', () => {
    const scan = read(grype([openssl, zlib]));
    expect(scan.tools).toEqual(['grype 0.95.0']);
    expect(scan.findings).toEqual([
      {
        ...shared,
        description: 'A description of CVE-2024-0001.',
        uri: 'https://security-tracker.debian.org/tracker/CVE-2024-0001',
        saidBy: ['grype'],
      },
      expect.objectContaining({ id: 'CVE-2023-45853', package: 'zlib', installed: '1:1.2.13.dfsg-1' }),
    ]);
  });

  test('Snyk, whose ids are its own, and which says where there is no fix', () => {
    const scan = read(
      snyk([
        { ...openssl, own: 'SNYK-DEBIAN12-OPENSSL-1' },
        { ...zlib, own: 'SNYK-DEBIAN12-ZLIB-2' },
        {
          ...openssl,
          id: 'CVE-2024-1,CVE-2024-2',
          own: 'SNYK-DEBIAN12-OPENSSL-3',
          severity: 'HIGH',
          score: '7.1',
        },
      ]),
    );
    expect(scan.tools).toEqual(['Snyk Container 1.1300.0']);
    expect(scan.findings).toEqual([
      {
        ...shared,
        description: 'Critical severity - Out-of-bounds Write vulnerability in openssl',
        uri: 'https://security.snyk.io/vuln/SNYK-DEBIAN12-OPENSSL-1',
        saidBy: ['Snyk Container'],
      },
      expect.objectContaining({ id: 'CVE-2023-45853', severity: 'low', package: 'zlib', fix: 'no' }),
      expect.objectContaining({ id: 'CVE-2024-1', severity: 'high' }),
      expect.objectContaining({ id: 'CVE-2024-2', severity: 'high' }),
    ]);
    expect(scan.findings[1]).not.toHaveProperty('score');
  });

  test('Docker Scout, which names packages by their URLs', () => {
    const scan = read(scout([openssl, zlib, curl, libcurl, unknown]));
    expect(scan.tools).toEqual(['docker scout 1.20.4']);
    expect(scan.findings).toEqual([
      {
        ...shared,
        description: 'CVE-2024-0001: words',
        uri: 'https://scout.docker.com/v/CVE-2024-0001?s=debian',
        saidBy: ['docker scout'],
      },
      expect.objectContaining({ package: 'zlib', installed: '1:1.2.13.dfsg-1', severity: 'low', fix: 'no' }),
      expect.objectContaining({ package: 'curl' }),
      expect.objectContaining({ package: 'libcurl', fixedIn: '8.6' }),
      expect.objectContaining({ id: 'CVE-2024-9', severity: 'undefined' }),
    ]);
  });

  test.each([
    ['Trivy, by the id that an engine gives it', trivy([], { id: digest(3) }), [digest(3)]],
    ['Trivy, by the digests of a registry', trivy([], { digests: [`host/app@${digest(4)}`] }), [digest(4)]],
    ['Grype, in its messages', grype([zlib], `host/app@${digest(5)}`), [digest(5)]],
    // What stands behind the name there is the digest of a layer.
    ['Grype, of an image that was scanned by its name', grype([zlib]), []],
    ['Snyk, in its locations', snyk([{ ...zlib, own: 'SNYK-1' }], `app@${digest(6)}`), [digest(6)]],
    ['Docker Scout, which does not say', scout([zlib]), []],
  ])('which image it is about: %s', (_, text, subjects) => {
    expect(read(text).subjects).toEqual(subjects);
  });
});
