import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { summaryOf } from '../../../src/report/summary.ts';
import type { Report } from '../../../src/types/report.ts';
import { judge } from '../../../src/policy/judge.ts';
import type { ScanReport } from '../../../src/types/scan.ts';
import { digest, finding, inputs, platform } from '../support/values.ts';
import { reports } from '../support/reports.ts';

/*
 * Every summary is compared with a file in golden/. After a change that is meant, write them anew and read the diff:
 *
 *     UPDATE_GOLDEN=1 npm test -- --selectProjects unit --testPathPatterns summary
 */
const update = process.env['UPDATE_GOLDEN'] === '1';
const golden = (name: string) => new URL(`golden/${name}.md`, import.meta.url);
const all: readonly (readonly [string, Report])[] = Object.entries(reports);

describe('summaryOf', () => {
  test.each(all)('%s', (name, report) => {
    const summary = `${summaryOf(report)}\n`;
    if (update) writeFileSync(golden(name), summary);
    expect(summary).toBe(readFileSync(golden(name), 'utf8'));
  });

  test('there is a report for every golden file', () => {
    const files = readdirSync(new URL('golden/', import.meta.url));
    expect(files.filter((file) => file.endsWith('.md')).sort()).toEqual(
      all.map(([name]) => `${name}.md`).sort(),
    );
  });

  test.each(all)('%s: every row of a table has as many cells as its header', (_, report) => {
    for (const token of marked.lexer(summaryOf(report), { gfm: true })) {
      if (token.type !== 'table') continue;
      const lines = token.raw.trim().split('\n');
      const bars = lines.map((line) => (line.match(/\|/g) ?? []).length);
      expect(new Set(bars).size).toBe(1);
    }
  });

  test('on-incomplete-scan is only advised where it would help', () => {
    const failed = reports['scan-incomplete-failed'];
    const advice = 'set `on-incomplete-scan: warn`';
    expect(summaryOf(failed)).toContain(advice);
    const { verdict } = failed;
    if (verdict?.outcome !== 'failed') throw new Error('it has to fail');
    const breach = { kind: 'severity', severity: 'critical', found: 1, allowed: 0, findings: [] } as const;
    const judged = { ...verdict, breaches: [breach] as const };
    expect(summaryOf({ ...failed, verdict: judged })).not.toContain(advice);
  });

  test('the only links are those of findings, the only HTML is ours', () => {
    const html = marked.parse(summaryOf(reports['policy-failed-hostile-texts']), { gfm: true, async: false });
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name));
    expect([...tags].sort()).toEqual(
      [
        'a',
        'br',
        'code',
        'details',
        'h2',
        'p',
        'pre',
        'summary',
        'table',
        'tbody',
        'td',
        'th',
        'thead',
        'tr',
        'strong',
        'wbr',
      ].sort(),
    );
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(
      links.filter((href) => !/^https:\/\/(github\.com|eu-west-1\.console\.aws\.amazon\.com)\//.test(href)),
    ).toEqual([
      'https://evil.example/a%7Cb%29%3Cc%3E?x=1&amp;copy;=2',
      'https://evil.example/a%7Cb%29%3Cc%3E?x=1&amp;copy;=2',
    ]);
  });

  test('says how many attestations there are, and in which forms', () => {
    const { image } = reports['passed'] as Report;
    const attestations = [
      { about: image!.platforms[0]!.digest, form: 'artifact' as const },
      { about: digest(99), form: 'image' as const },
    ];
    expect(summaryOf({ ...(reports['passed'] as Report), image: { ...image!, attestations } })).toContain(
      ' · 2 attestations, stored as OCI artifact with a subject and image manifest',
    );
  });

  test('has each phase once in its timeline, also where it came twice', () => {
    const twice = [
      { phase: 'login', ms: 1000 },
      { phase: 'scan', ms: 3000 },
      { phase: 'login', ms: 500 },
    ] as const;
    const summary = summaryOf({ ...reports['passed'], timings: twice, startedAt: 0, finishedAt: 5000 });
    expect(summary).toContain('Timeline: 5.0 s · login 1.5 s · scan 3.0 s');
    expect(summary.match(/^login /gm)).toHaveLength(1);
  });

  test('no command can end the block in which commands are shown', () => {
    const report: Report = {
      ...reports['built-only'],
      commands: ["docker build 'a\n```\n<script>alert(1)</script>'", 'docker push x'],
    };
    const tokens = marked.lexer(summaryOf(report), { gfm: true });
    const blocks = tokens.flatMap((token) =>
      token.type === 'code' && token.lang === 'sh' ? [token.text as string] : [],
    );
    expect(blocks).toEqual(["docker build 'a\n```\n<script>alert(1)</script>'\ndocker push x"]);
  });

  test('stays far below the limit of 1 MiB with the longest texts', () => {
    const long = finding('critical', 'x'.repeat(5000), {
      package: '<'.repeat(5000),
      installed: '|'.repeat(5000),
      fixedIn: '&'.repeat(5000),
      uri: `https://e.example/${'('.repeat(200_000)}`,
    });
    const scan: ScanReport = {
      kind: 'complete',
      platforms: [
        {
          outcome: 'complete',
          platform: platform('linux/amd64'),
          digest: digest(1),
          scanner: 'basic',
          completedAt: 0,
          findings: Array.from({ length: 10_000 }, (_, n) => ({ ...long, id: `${String(n)}-${long.id}` })),
        },
      ],
    };
    const exceptions = Array.from({ length: 1000 }, () => ({
      id: long.id,
      package: long.package,
      reason: '*'.repeat(5000),
      expires: '2026-12-31',
      endsAt: 0,
      approvedBy: '_'.repeat(5000),
      line: 1,
    }));
    const report: Report = {
      ...reports['policy-failed'],
      exceptions: { kind: 'read', path: '.github/ecr-ship.yml', list: exceptions },
      scan,
      verdict: judge(scan, inputs().policy, { exceptions, baseline: { kind: 'unasked' }, now: 1 }),
    };
    expect(summaryOf(report).length).toBeLessThan(256 * 1024);
    expect(summaryOf(report)).toContain('\n\nand 950 more in `.github/ecr-ship.yml`.\n\n');
    expect(summaryOf(report)).toContain('\n\nand 9980 more: the input `result-file` writes all of them.\n\n');
  });
});
