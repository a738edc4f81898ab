import { expect, test } from '@jest/globals';
import { lastLine } from '../../../src/report/last-line.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { Report } from '../../../src/types/report.ts';
import { pictured } from '../support/pictured.ts';
import { reports } from '../support/reports.ts';
import { inputs } from '../support/values.ts';

const image =
  /^.* → 123456789012\.dkr\.ecr\.eu-(central|west)-1\.amazonaws\.com\/team\/app@sha256:[0-9a-f]{64} \(.*\)$/;
const { passed } = reports;
const login: Report = {
  ...reports['nothing-reached'],
  failure: undefined,
  login: { host: 'h.example', expiresAt: Date.UTC(2026, 0, 1) },
};

test.each<[name: string, report: Report, line: string, hasImage: boolean]>([
  ['published', pictured['release-passed'], 'Published 1.4.2, 1.4, latest, sha-0123456', true],
  ['promoted', pictured.promotion, 'Published 1.4.2, 1.4, latest, sha-0123456', true],
  ['rolled back', pictured.rollback, 'Published latest', true],
  [
    'published without a full scan',
    reports['scan-off'],
    'Published sha-0123456, latest without a full scan',
    true,
  ],
  [
    'tags first',
    pictured['after-tags'],
    'team/app 1.4.2 was published before it was judged, and DID NOT PASS',
    true,
  ],
  [
    'built for a later job',
    { ...passed, inputs: inputs({ mode: 'build' }), tags: [] },
    'Passed, not tagged yet',
    true,
  ],
  ['built alone', pictured['push-false'], 'Built, not pushed → sha256:', false],
  ['planned', pictured.plan, 'Planned: team/app would get 1.4.2, 1.4, latest, sha-0123456', false],
  ['logged in', login, 'Logged in to h.example until 2026-01-01 00:00:00 UTC', false],
  [
    'refused',
    pictured['release-failed'],
    'team/app 1.4.2 was not published: 3 critical findings, 0 allowed',
    false,
  ],
  ['not built', pictured['build-failed'], 'team/app 1.4.2 was not published: the build failed', false],
  [
    'in part',
    reports['tagging-failed'],
    'team/app sha-0123456 is published, but not under all tags: a tag is taken',
    true,
  ],
  [
    'cancelled',
    {
      ...pictured['build-failed'],
      failure: new ShipError({ code: 'cancelled', what: 'It was.', next: 'Again.' }),
    },
    'team/app 1.4.2 was not published: the run was cancelled',
    false,
  ],
  ['nothing known', reports['nothing-reached'], 'The step failed: an input cannot be used', false],
])('the last line says what has happened: %s', (_, report, line, hasImage) => {
  expect(lastLine(report)).toMatch(/ \(\d[^()]*s\)$/);
  expect(lastLine(report).startsWith(line)).toBe(true);
  expect(image.test(lastLine(report))).toBe(hasImage);
});
