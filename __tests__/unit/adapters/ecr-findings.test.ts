import { describe, expect, test } from '@jest/globals';
import type { EnhancedImageScanFinding, FindingSeverity, ImageScanFinding } from '@aws-sdk/client-ecr';
import { fromBasic, fromEnhanced } from '../../../src/adapters/ecr/ecr-findings.ts';
import type { Finding } from '../../../src/types/scan.ts';

/** A finding as the ECR API reference shows one, with the attributes that newer scans add. */
const basic: ImageScanFinding = {
  name: 'CVE-2019-5188',
  description: 'A code execution vulnerability exists in the directory rehashing functionality of E2fsprogs.',
  uri: 'http://people.ubuntu.com/~ubuntu-security/cve/CVE-2019-5188',
  severity: 'MEDIUM',
  attributes: [
    { key: 'package_version', value: '1.44.1-1ubuntu1.1' },
    { key: 'package_name', value: 'e2fsprogs' },
    { key: 'CVSS2_VECTOR', value: 'AV:L/AC:L/Au:N/C:P/I:P/A:P' },
    { key: 'CVSS2_SCORE', value: '4.6' },
  ],
};

const fromDocs: Finding = {
  id: 'CVE-2019-5188',
  severity: 'medium',
  package: 'e2fsprogs',
  installed: '1.44.1-1ubuntu1.1',
  score: 4.6,
  description: 'A code execution vulnerability exists in the directory rehashing functionality of E2fsprogs.',
  uri: 'http://people.ubuntu.com/~ubuntu-security/cve/CVE-2019-5188',
};

/** A severity that the SDK's type does not know, but the API sends. */
const untyped = (text: string) => text as FindingSeverity;

describe('fromBasic', () => {
  const rows: readonly { name: string; given: ImageScanFinding; finding: Finding }[] = [
    { name: 'the finding of the API reference', given: basic, finding: fromDocs },
    {
      name: 'CVSS 3 goes before CVSS 2',
      given: { ...basic, attributes: [...(basic.attributes ?? []), { key: 'CVSS3_SCORE', value: '7.5' }] },
      finding: { ...fromDocs, score: 7.5 },
    },
    {
      name: 'a fixed version, where there is one',
      given: {
        ...basic,
        attributes: [...(basic.attributes ?? []), { key: 'patched_version', value: '1.45' }],
      },
      finding: { ...fromDocs, fixedIn: '1.45', fix: 'yes' },
    },
    {
      name: 'next to nothing',
      given: { severity: 'LOW' },
      finding: { id: 'unnamed', severity: 'low' },
    },
    {
      name: 'a score that is no number',
      given: { name: 'CVE-1', severity: 'LOW', attributes: [{ key: 'CVSS3_SCORE', value: 'n/a' }] },
      finding: { id: 'CVE-1', severity: 'low' },
    },
    {
      name: 'no severity',
      given: { name: 'CVE-1' },
      finding: { id: 'CVE-1', severity: 'critical', severityAsGiven: 'not given' },
    },
    {
      name: 'a blank name is none',
      given: { name: ' ', severity: 'LOW' },
      finding: { id: 'unnamed', severity: 'low' },
    },
    {
      name: 'other types than were promised',
      given: {
        name: 5,
        severity: ['HIGH'],
        description: {},
        uri: 7,
        attributes: [null, { key: 'package_name', value: 1 }],
      } as unknown as ImageScanFinding,
      finding: { id: 'unnamed', severity: 'critical', severityAsGiven: 'not given' },
    },
    {
      name: "a severity that is not ECR's",
      given: { name: 'CVE-1', severity: untyped('SEVERE') },
      finding: { id: 'CVE-1', severity: 'critical', severityAsGiven: 'SEVERE' },
    },
    {
      name: 'a severity that is not ours',
      given: { name: 'CVE-1', severity: untyped('UNTRIAGED') },
      finding: { id: 'CVE-1', severity: 'undefined', severityAsGiven: 'UNTRIAGED' },
    },
  ];
  test.each(rows)('$name', ({ given, finding }) => {
    expect(fromBasic(given)).toStrictEqual(finding);
  });

  test.each([
    { given: 'CRITICAL', severity: 'critical' },
    { given: 'HIGH', severity: 'high' },
    { given: 'MEDIUM', severity: 'medium' },
    { given: 'LOW', severity: 'low' },
    { given: 'INFORMATIONAL', severity: 'informational' },
    { given: 'UNDEFINED', severity: 'undefined' },
  ])('$given', ({ given, severity }) => {
    expect(fromBasic({ name: 'x', severity: untyped(given) })).toStrictEqual({ id: 'x', severity });
  });
});

const enhanced: EnhancedImageScanFinding = {
  awsAccountId: '123456789012',
  description: 'A flaw in bash.',
  findingArn: 'arn:aws:inspector2:eu-west-1:123456789012:finding/f',
  packageVulnerabilityDetails: {
    source: 'UBUNTU_CVE',
    sourceUrl: 'https://people.canonical.com/~ubuntu-security/cve/2019/CVE-2019-18276.html',
    vendorSeverity: 'low',
    vulnerabilityId: 'CVE-2019-18276',
    vulnerablePackages: [
      {
        arch: 'AMD64',
        epoch: 0,
        name: 'bash',
        packageManager: 'OS',
        release: '6ubuntu1',
        version: '5.0',
        fixedInVersion: '0:5.0-6ubuntu1.2',
      },
    ],
  },
  score: 7.8,
  severity: 'HIGH',
  status: 'ACTIVE',
  title: 'CVE-2019-18276 - bash',
  type: 'PACKAGE_VULNERABILITY',
};

const shared: Finding = {
  id: 'CVE-2019-18276',
  severity: 'high',
  score: 7.8,
  description: 'A flaw in bash.',
  uri: 'https://people.canonical.com/~ubuntu-security/cve/2019/CVE-2019-18276.html',
};

describe('fromEnhanced', () => {
  const packages = (...vulnerablePackages: { name: string; version: string; fixedInVersion?: string }[]) => ({
    ...enhanced,
    packageVulnerabilityDetails: { ...enhanced.packageVulnerabilityDetails, vulnerablePackages },
  });
  const rows: readonly { name: string; given: EnhancedImageScanFinding; findings: Finding[] }[] = [
    {
      name: 'one package',
      given: enhanced,
      findings: [{ ...shared, package: 'bash', installed: '5.0', fixedIn: '0:5.0-6ubuntu1.2' }],
    },
    {
      name: 'several packages are several findings',
      given: packages({ name: 'a', version: '1' }, { name: 'b', version: '2', fixedInVersion: '3' }),
      findings: [
        { ...shared, package: 'a', installed: '1' },
        { ...shared, package: 'b', installed: '2', fixedIn: '3' },
      ],
    },
    {
      name: 'no fix is no fixed version',
      given: packages({ name: 'a', version: '1', fixedInVersion: 'NotAvailable' }),
      findings: [{ ...shared, package: 'a', installed: '1' }],
    },
    {
      name: 'a fix for all of its packages',
      given: { ...packages({ name: 'a', version: '1' }), fixAvailable: 'YES' },
      findings: [{ ...shared, package: 'a', installed: '1', fix: 'yes' }],
    },
    {
      name: 'a fix for some of its packages',
      given: { ...packages({ name: 'a', version: '1' }), fixAvailable: 'PARTIAL' },
      findings: [{ ...shared, package: 'a', installed: '1', fix: 'partial' }],
    },
    {
      name: 'no fix',
      given: { ...packages({ name: 'a', version: '1' }), fixAvailable: 'NO' },
      findings: [{ ...shared, package: 'a', installed: '1', fix: 'no' }],
    },
    {
      name: 'a word about fixes that is not known is no answer',
      given: { ...packages({ name: 'a', version: '1' }), fixAvailable: 'MAYBE' },
      findings: [{ ...shared, package: 'a', installed: '1' }],
    },
    { name: 'no package is still a finding', given: packages(), findings: [shared] },
    {
      name: 'no details: the title',
      given: { title: 'A bad thing', severity: 'CRITICAL' },
      findings: [{ id: 'A bad thing', severity: 'critical' }],
    },
    {
      name: 'no title either: the ARN',
      given: { findingArn: 'arn:f', severity: 'CRITICAL' },
      findings: [{ id: 'arn:f', severity: 'critical' }],
    },
    {
      name: 'what Inspector has set aside says so',
      given: { ...packages({ name: 'a', version: '1' }), status: 'SUPPRESSED' },
      findings: [{ ...shared, package: 'a', installed: '1', setAside: 'SUPPRESSED' }],
    },
    {
      name: 'other types than were promised',
      given: {
        score: '9.8',
        title: 5,
        severity: null,
        status: 1,
        packageVulnerabilityDetails: { vulnerabilityId: [], vulnerablePackages: [null, { name: 5 }] },
      } as unknown as EnhancedImageScanFinding,
      findings: [{ id: 'unnamed', severity: 'critical', severityAsGiven: 'not given' }],
    },
    {
      name: 'nothing at all',
      given: {},
      findings: [{ id: 'unnamed', severity: 'critical', severityAsGiven: 'not given' }],
    },
    {
      name: 'a severity that is not ours',
      given: { ...packages(), severity: 'UNTRIAGED' },
      findings: [{ ...shared, severity: 'undefined', severityAsGiven: 'UNTRIAGED' }],
    },
  ];
  test.each(rows)('$name', ({ given, findings }) => {
    expect(fromEnhanced(given)).toStrictEqual(findings);
  });
});
