import { describe, expect, test } from '@jest/globals';
import { filesOf, unwrittenNotices, usedFiles } from '../../../src/report/files.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import { unwrittenError } from '../../../src/report/unwritten.ts';
import type { UnwrittenFile } from '../../../src/types/files.ts';
import type { Report } from '../../../src/types/report.ts';
import { reports, type ReportName } from '../support/reports.ts';
import { inputs } from '../support/values.ts';

const all = inputs({ 'evidence-file': 'e.md', 'sarif-file': 's.sarif' });
const wanting = (name: ReportName): Report => ({ ...reports[name], resultFile: 'r.json', inputs: all });

describe('filesOf', () => {
  test('nothing is written that nobody asked for', () => {
    expect(filesOf(reports.passed)).toEqual([]);
    expect(filesOf(reports['nothing-reached'])).toEqual([]);
  });

  test.each(['passed', 'policy-failed', 'tagging-failed'] as const)('%s: all three', (name) => {
    const files = filesOf(wanting(name));
    expect(files.map(({ input, path }) => [input, path])).toEqual([
      ['result-file', 'r.json'],
      ['evidence-file', 'e.md'],
      ['sarif-file', 's.sarif'],
    ]);
    const [result = '', evidence = '', sarif = ''] = files.map(({ text }) => text('# before\n'));
    expect(JSON.parse(result)).toMatchObject({ schemaVersion: 2 });
    expect(evidence).toMatch(/^# before\n\n<!-- ecr-ship:begin team\/app -->/);
    expect(JSON.parse(sarif)).toMatchObject({ version: '2.1.0' });
    expect(unwrittenNotices(wanting(name))).toEqual([]);
  });

  test('the result is written also where another input cannot be used', () => {
    const files = filesOf({ ...reports['nothing-reached'], resultFile: 'r.json' });
    expect(files.map(({ path, text }) => [path, JSON.parse(text(undefined)) as object])).toMatchObject([
      ['r.json', { succeeded: false, repository: null }],
    ]);
  });

  test.each(['scan-incomplete-failed', 'scan-off', 'build-failed', 'built-only'] as const)(
    '%s: no SARIF, which is said',
    (name) => {
      expect(filesOf(wanting(name)).map(({ input }) => input)).toEqual(['result-file', 'evidence-file']);
      expect(unwrittenNotices(wanting(name))).toEqual([
        's.sarif was not written: without a full scan it would close alerts that nobody has fixed.',
      ]);
      expect(unwrittenNotices(reports[name])).toEqual([]);
    },
  );
});

describe('a file that cannot be written', () => {
  const why = 'it is a link';
  const lost: UnwrittenFile = { input: 'evidence-file', path: 'e.md', why };

  test('is not tried again, and no output names it', () => {
    const report = { ...wanting('passed'), unwritten: [lost] };
    expect(filesOf(report).map(({ input }) => input)).toEqual(['result-file', 'sarif-file']);
    expect(outputsOf(report)).toMatchObject({
      'result-file': 'r.json',
      'evidence-file': '',
      'sarif-file': 's.sarif',
    });
  });

  test('all of them make one error', () => {
    const error = unwrittenError([{ ...lost, input: 'result-file', path: '/proc/r.json' }, lost]);
    expect([error.code, error.message]).toEqual([
      'file-failed',
      'The result file /proc/r.json cannot be written: it is a link. ' +
        'The evidence file e.md cannot be written: it is a link. ' +
        'Give the inputs result-file and evidence-file a path inside the workspace or RUNNER_TEMP that can be ' +
        'written: a regular file, with no link that leads out.',
    ]);
  });
});

describe('the env file', () => {
  const names = 'DOCKER_IMAGE_BACKEND=image\nTAG=fixed-tag';
  const asked = inputs({ 'env-file': '.env', 'env-names': names });
  const textOf = (name: ReportName, before?: string) =>
    filesOf({ ...reports[name], inputs: asked }).map(({ text }) => text(before));

  test('has a line for each name, in the place of the one that was there; every other line stays', () => {
    const image = outputsOf(reports.passed).image;
    const lines = `DOCKER_IMAGE_BACKEND=${image}\nTAG=sha-0123456\n`;
    expect(textOf('passed')).toEqual([lines]);
    expect(
      textOf('passed', '# theirs\n\nTAG=old\nexport DOCKER_IMAGE_BACKEND=x\nDOCKER_IMAGE_FRONTEND=y'),
    ).toEqual([`# theirs\n\nDOCKER_IMAGE_FRONTEND=y\n${lines}`]);
    expect(textOf('passed', lines)).toEqual([lines]);
  });

  test.each(['policy-failed', 'build-failed', 'built-only'] as const)(
    '%s: is not touched, which is said',
    (name) => {
      expect(textOf(name)).toEqual([]);
      expect(unwrittenNotices({ ...reports[name], inputs: asked })).toHaveLength(1);
    },
  );
});

test('no document may take the place of a file that another input names', () => {
  const given = inputs({
    exceptions: 'e.yml',
    findings: 't.sarif\ng.sarif platform=linux/arm64',
    file: 'D',
    'secret-files': 'a=s.txt',
    secrets: 'b=c',
  });
  expect(usedFiles(given)).toEqual([
    { input: 'exceptions', path: 'e.yml' },
    { input: 'findings', path: 't.sarif' },
    { input: 'findings', path: 'g.sarif' },
    { input: 'file', path: 'D' },
    { input: 'secret-files', path: 's.txt' },
  ]);
});
