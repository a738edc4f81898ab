import { expect, test } from '@jest/globals';
import { parseFindingsPlace } from '../../../src/inputs/findings.ts';
import { inputs, rawInputs, shipErrorOf } from '../support/values.ts';
import { parseInputs } from '../../../src/inputs/inputs.ts';

test.each([
  ['trivy.sarif', { path: 'trivy.sarif', platform: undefined }],
  ['my reports/trivy scan.sarif', { path: 'my reports/trivy scan.sarif', platform: undefined }],
  ['a.sarif platform=linux/arm64/v8', { path: 'a.sarif', platform: 'linux/arm64' }],
  ['a b.sarif  platform=linux/arm/v7', { path: 'a b.sarif', platform: 'linux/arm' }],
])('%s', (line, value) => {
  expect(parseFindingsPlace(line)).toEqual({ ok: true, value });
});

test.each(['platform=linux/arm64', '*.sarif', 'a.sarif platform=', 'a.sarif platform=linux/amd46'])(
  '%s is not allowed',
  (line) => {
    expect(parseFindingsPlace(line).ok).toBe(false);
  },
);

test('several, one per line, with comments', () => {
  expect(inputs({ findings: '# both\ntrivy.sarif\ngrype.sarif platform=linux/arm64\n' }).findings).toEqual([
    { path: 'trivy.sarif', platform: undefined },
    { path: 'grype.sarif', platform: 'linux/arm64' },
  ]);
});

test('a public image needs no other gate beside them', () => {
  const raw = { repository: 'alias/app', 'registry-type': 'public', 'aws-region': '' };
  expect(parseInputs(rawInputs({ ...raw, findings: 'trivy.sarif' }), undefined)).toMatchObject({
    scan: 'auto',
  });
  expect(shipErrorOf(() => parseInputs(rawInputs(raw), undefined)).what).toContain(
    "or give another scanner's SARIF file in the input findings",
  );
});
