import { expect, test } from '@jest/globals';
import { demo, joined, tooLong } from '../support/demo.ts';

// What the demo shows of the scenarios that are not in e2e/examples.test.ts.

test('--scenario index ships two platforms and shows what happened', async () => {
  const { code, text } = await demo('--scenario', 'index');
  expect(code).toBe(0);
  for (const shown of [
    '▼ Plan',
    '▼ Build',
    '▼ Push',
    'Verdict: passed',
    '## ✅ team/app 1.4.2 is published',
    'linux/arm64',
    'Try next: npm run demo -- --scenario rerun, or --list for all of them',
  ]) {
    expect(text).toContain(shown);
  }
  expect(text).toMatch(/The outputs that later steps and jobs read[^]*\n {2}digest +sha256:[0-9a-f]{64}\n/);
});

test.each([
  {
    name: 'rerun',
    code: 0,
    shows: [
      'with the same inputs: it is reused, and nothing is built',
      /latest +points to this image already/,
      /\n {2}reused +true\n/,
    ],
    hides: ['▼ Build', '▼ Push', ' now points to '],
  },
  {
    name: 'taken',
    code: 1,
    shows: [
      /Error: Nothing was built: in team\/app 1\.4\.2 already points to sha256:[0-9a-f]{12}, which was made from 89abcdef/,
      /\n {4}1\.4\.2 {7}sha256:[0-9a-f]{64} \(as before\)\n/,
    ],
    hides: ['▼ Build', ' now points to '],
  },
  {
    name: 'backport',
    code: 0,
    shows: [
      /latest +stays where it is \([0-9a-f]{12}…\): 2\.0\.0 is a higher version/,
      '1.4.2 now points to',
      /\n {4}latest {6}sha256:[0-9a-f]{64} \(as before\)\n/,
    ],
    hides: ['latest now points to'],
  },
  {
    name: 'accepted',
    code: 0,
    shows: [
      'latest now points to',
      '5 allowed, 2 accepted.',
      'The evidence, VALIDATION.md',
      'minizip is not part of the image',
      /20\d\d-\d\d-\d\d \(soon\)/,
    ],
    hides: ['ecr-ship:begin'],
  },
])('--scenario $name', async ({ name, code, shows, hides }) => {
  const ended = await demo('--scenario', name);
  // As it is printed, or as it is where its lines are joined.
  for (const shown of shows) expect(`${ended.text}\n${joined(ended.text)}`).toMatch(shown);
  for (const hidden of hides) expect(joined(ended.text)).not.toContain(hidden);
  expect([ended.code, tooLong(ended.text)]).toEqual([code, []]);
});
