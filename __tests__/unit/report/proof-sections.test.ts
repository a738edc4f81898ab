import { describe, expect, test } from '@jest/globals';
import { destinationSection, smokeSection } from '../../../src/report/proof-sections.ts';
import { evidenceOf } from '../../../src/report/evidence.ts';
import { summaryOf } from '../../../src/report/summary.ts';
import type { Tag } from '../../../src/types/names.ts';
import type { Report } from '../../../src/types/report.ts';
import { reports } from '../support/reports.ts';

const report: Report = {
  ...reports.passed,
  smoke: [
    { name: 'health', outcome: 'passed', detail: 'it answered 200', ms: 1200 },
    { name: '<b>x</b>', outcome: 'failed', detail: 'it ended with exit code 7 | gone', ms: 300 },
  ],
  destinations: [
    { uri: '210987654321.dkr.ecr.us-east-1.amazonaws.com/team/app', state: 'tagged', tags: ['1.4.2' as Tag] },
    { uri: 'public.ecr.aws/team/app', state: 'copied', tags: [], error: 'The alias is gone.' },
  ],
};

describe('smoke tests and destinations', () => {
  test('stand in summary and evidence, as text', () => {
    for (const text of [summaryOf(report), evidenceOf(report)]) {
      expect(text).toContain('| health | passed | it answered 200 | 1.2 s |');
      expect(text).toContain('&#60;b&#62;x&#60;/b&#62;');
      expect(text).toContain('**failed**');
      expect(text).toContain('exit code 7 &#124; gone');
      expect(text).toContain(
        '| `210987654321.dkr.ecr.us-east-1.amazonaws.com/team/app` | tagged | `1.4.2` |',
      );
      expect(text).toContain('| `public.ecr.aws/team/app` | copied, not tagged: The alias is gone. | none |');
    }
  });

  test('are not there where there are none', () => {
    expect([smokeSection(reports.passed), destinationSection(reports.passed)]).toEqual([[], []]);
  });
});
