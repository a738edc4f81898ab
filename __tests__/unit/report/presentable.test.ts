import { describe, expect, test } from '@jest/globals';
import { presentable } from '../../../src/report/presentable.ts';
import { ShipError } from '../../../src/types/errors.ts';
import { reports } from '../support/reports.ts';
import { finding } from '../support/values.ts';

describe.each(Object.keys(reports).map((name) => ({ name: name as keyof typeof reports })))(
  'a report as it may be shown: $name',
  ({ name }) => {
    test('is the same where there is nothing to hide', () => {
      const report = reports[name];
      const { run, failure } = report;
      expect(presentable(report, (text) => text)).toEqual({
        ...report,
        failure,
        run: { ...run, event: { ...run.event, payload: undefined } },
      });
    });

    test('has no text that has not been looked at', () => {
      const shown = presentable(reports[name], () => '!');
      const left: string[] = [];
      JSON.stringify({ ...shown, failure: undefined }, (_, value: unknown) => {
        if (typeof value === 'string' && value !== '!') left.push(value);
        return value;
      });
      expect(left).toEqual([]);
    });
  },
);

test('an error keeps its code and its cause', () => {
  const cause = new Error('x');
  const failure = new ShipError({ code: 'push-failed', what: 'a', next: 'b', details: 'c', cause });
  const shown = presentable({ ...reports.passed, failure }, (text) => text.toUpperCase()).failure;
  expect(shown).toMatchObject({
    code: 'push-failed',
    what: 'A',
    next: 'B',
    details: 'C',
    message: 'A B',
    cause,
  });
});

test('what is fit is not copied, and what stands in two places is one thing in both', () => {
  const report = reports['policy-failed'];
  const { scan, verdict } = presentable(report, (text) => text);
  expect(scan).toBe(report.scan);
  expect(verdict).toBe(report.verdict);
  const twice = [finding('critical', 'cve-1')];
  const shown = presentable(
    { ...report, exceptions: { kind: 'none' }, ...{ one: twice, other: twice } },
    (text) => text.toUpperCase(),
  ) as unknown as { one: object; other: object };
  expect(shown.one).toEqual([{ ...twice[0], id: 'CVE-1', severity: 'CRITICAL' }]);
  expect(shown.other).toBe(shown.one);
});
