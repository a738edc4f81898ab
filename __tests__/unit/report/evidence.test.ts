import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { evidenceIn, evidenceOf } from '../../../src/report/evidence.ts';
import { judge } from '../../../src/policy/judge.ts';
import { reports, type ReportName } from '../support/reports.ts';
import { exception, inputs } from '../support/values.ts';

/* Compared with files in golden-evidence/; UPDATE_GOLDEN=1 writes them anew. */
const update = process.env['UPDATE_GOLDEN'] === '1';
const folder = new URL('golden-evidence/', import.meta.url);
const shown: readonly ReportName[] = [
  'passed',
  'policy-failed',
  'policy-failed-exceptions',
  'policy-failed-hostile-texts',
  'compared-with-baseline',
  'scan-incomplete-failed',
  'other-scanners',
  'scan-off',
  'tagging-failed',
  'build-failed',
  'built-only',
  'tags-first-failed',
];

describe('evidenceOf', () => {
  test.each(shown)('%s', (name) => {
    const evidence = `${evidenceOf(reports[name])}\n`;
    const file = new URL(`${name}.md`, folder);
    if (update) writeFileSync(file, evidence);
    expect(evidence).toBe(readFileSync(file, 'utf8'));
  });

  test('there is a report for every golden file', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
    expect(files.sort()).toEqual(shown.map((name) => `${name}.md`).sort());
  });

  test.each(Object.entries(reports))(
    '%s: every row of a table has as many cells as its header',
    (_, report) => {
      for (const token of marked.lexer(evidenceOf(report), { gfm: true })) {
        if (token.type !== 'table') continue;
        const bars = token.raw
          .trim()
          .split('\n')
          .map((line) => (line.match(/\|/g) ?? []).length);
        expect(new Set(bars).size).toBe(1);
      }
    },
  );

  test('every exception is there with its whole reason', () => {
    const list = Array.from({ length: 120 }, (_, n) =>
      exception(`CVE-2026-${String(n)}`, { reason: `because ${'x'.repeat(900)} ${String(n)}.` }),
    );
    const verdict = judge({ kind: 'complete', platforms: [] }, inputs().policy, {
      exceptions: list,
      baseline: { kind: 'unasked' },
      now: 0,
    });
    const evidence = evidenceOf({
      ...reports.passed,
      exceptions: { kind: 'read', path: 'x.yml', list },
      verdict,
    });
    for (const { reason } of list) expect(evidence).toContain(reason);
  });

  test('no foreign text becomes markup', () => {
    const html = marked.parse(evidenceOf(reports['policy-failed-hostile-texts']), {
      gfm: true,
      async: false,
    });
    expect(html).not.toContain('<img');
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(html).toContain('href="https://github.com/o/r/actions/runs/4711"');
  });
});

describe('evidenceIn', () => {
  const report = reports.passed;
  const part = `<!-- ecr-ship:begin team/app -->\n\n${evidenceOf(report)}\n\n<!-- ecr-ship:end team/app -->`;
  const begin = '<!-- ecr-ship:begin team/app -->';
  const end = '<!-- ecr-ship:end team/app -->';

  test.each([
    { name: 'no document', before: undefined, after: `${part}\n` },
    { name: 'an empty one', before: '\n', after: `${part}\n` },
    {
      name: 'another text',
      before: '# Go or no-go\n\nAll well.\n',
      after: `# Go or no-go\n\nAll well.\n\n${part}\n`,
    },
    { name: 'a text without an end of line', before: 'All well.', after: `All well.\n\n${part}\n` },
    {
      name: 'a part of an earlier run',
      before: `# Go\n\n${begin}\nold\n${end}\n\nSigned: A\n`,
      after: `# Go\n\n${part}\n\nSigned: A\n`,
    },
    {
      name: 'the part of another repository',
      before: '<!-- ecr-ship:begin team/web -->\nweb\n<!-- ecr-ship:end team/web -->\n',
      after: `<!-- ecr-ship:begin team/web -->\nweb\n<!-- ecr-ship:end team/web -->\n\n${part}\n`,
    },
    { name: 'a beginning without an end', before: `${begin}\nmine\n`, after: `${begin}\nmine\n\n${part}\n` },
    { name: 'an end without a beginning', before: `${end}\nmine\n`, after: `${end}\nmine\n\n${part}\n` },
    {
      name: 'half a pair before a whole one',
      before: `${begin}\nmine\n${begin}\nold\n${end}\nend\n`,
      after: `${begin}\nmine\n${part}\nend\n`,
    },
    {
      name: 'a text that speaks of the marks',
      before: `See \`${begin}\` and \`${end}\`.\n`,
      after: `See \`${begin}\` and \`${end}\`.\n\n${part}\n`,
    },
  ])('$name', ({ before, after }) => {
    expect(evidenceIn(before, report)).toBe(after);
  });

  test.each(Object.entries(reports))('%s: written twice is written once', (_, of) => {
    const once = evidenceIn('# Go\n', of);
    expect(evidenceIn(once, of)).toBe(once);
  });

  test('no command can end the part before its end', () => {
    const hostile = { ...report, commands: [`docker build 'a\n${end}\n'`] };
    const once = evidenceIn('# Go\n\nrest\n', hostile);
    expect(once.split('\n').filter((line) => line.trim() === end)).toHaveLength(1);
    expect(evidenceIn(once, report)).toBe(`# Go\n\nrest\n\n${part}\n`);
  });
});
