import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { judge } from '../../../src/policy/judge.ts';
import { commentDocument } from '../../../src/report/documents/comment.ts';
import type { Report } from '../../../src/types/report.ts';
import { digest, finding, inputs, platform, tag } from '../support/values.ts';
import { reports } from '../support/reports.ts';

/*
 * Every comment is compared with a file in golden-comment/. After a change that is meant, write them anew and read the diff:
 *
 *     UPDATE_GOLDEN=1 npm test -- --selectProjects unit --testPathPatterns report/comment
 */
const update = process.env['UPDATE_GOLDEN'] === '1';
const golden = (name: string) => new URL(`golden-comment/${name}.md`, import.meta.url);
const { text, marker } = commentDocument;

const compared = reports['compared-with-baseline'];
const all: readonly (readonly [string, Report])[] = [
  ...Object.entries(reports),
  ['smaller-and-fixed', { ...compared, ...withoutNew(compared), sizeChange: -1_200_000 }],
  ['larger-with-new', { ...compared, failure: undefined, sizeChange: 1_200_000 }],
];

/** The same image, whose findings are those of its baseline without the critical one. */
function withoutNew(report: Report): Pick<Report, 'verdict' | 'scan' | 'failure'> {
  const scanned = (findings: ReturnType<typeof finding>[]) =>
    ({
      outcome: 'complete',
      platform: platform('linux/amd64'),
      digest: digest(1),
      scanner: 'basic',
      completedAt: 0,
      findings,
    }) as const;
  const [stays, goes] = [finding('low', 'CVE-2026-0004'), finding('critical', 'CVE-2026-0001')];
  const scan = { kind: 'complete', platforms: [scanned([stays])] } as const;
  const baseline = {
    kind: 'read',
    image: { tag: tag('main'), digest: digest(7) },
    platforms: [scanned([stays, goes])],
  } as const;
  const policy = (report.inputs ?? inputs()).policy;
  return { scan, verdict: judge(scan, policy, { exceptions: [], baseline, now: 0 }), failure: undefined };
}

describe('the comment of', () => {
  test.each(all)('%s', (name, report) => {
    const comment = `${text(report)}\n`;
    if (update) writeFileSync(golden(name), comment);
    expect(comment).toBe(readFileSync(golden(name), 'utf8'));
  });

  test('every golden file has a report', () => {
    const files = readdirSync(new URL('golden-comment/', import.meta.url));
    expect(files.filter((file) => file.endsWith('.md')).sort()).toEqual(
      all.map(([name]) => `${name}.md`).sort(),
    );
  });

  test.each(all)('%s begins with its marker, and every row of a table is whole', (_, report) => {
    const comment = text(report);
    expect(comment.startsWith(`${marker(report)}\n\n### `)).toBe(true);
    for (const token of marked.lexer(comment, { gfm: true })) {
      if (token.type !== 'table') continue;
      const bars = token.raw
        .trim()
        .split('\n')
        .map((line) => (line.match(/\|/g) ?? []).length);
      expect(new Set(bars).size).toBe(1);
    }
  });
});

describe('the comment', () => {
  test('is folded where all is well, and only there', () => {
    const foldedOnes = all
      .filter(([, report]) => text(report).includes('<summary>Findings, image and layers'))
      .map(([name]) => name);
    expect(foldedOnes.sort()).toEqual([
      'many-findings',
      'other-scanner-alone',
      'passed',
      'passed-with-findings',
      'smaller-and-fixed',
    ]);
  });

  test('has no HTML but ours, and no link but those of findings and of the run, whatever a finding says', () => {
    const hostile = reports['policy-failed-hostile-texts'];
    const { scan, verdict } = hostile;
    const newHostile: Report = {
      ...hostile,
      verdict: verdict && {
        ...verdict,
        comparison: {
          kind: 'compared',
          image: { tag: tag('main'), digest: digest(7) },
          added: 1,
          stayed: 0,
          fixed: verdict.findings,
          newPlatforms: [],
        },
      },
      scan,
    };
    const html = marked.parse(text(newHostile), { gfm: true, async: false }).replace(/^<!--.*-->$/m, '');
    expect(html).toContain('evil');
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name));
    expect([...tags].sort()).toEqual(
      [
        'a',
        'code',
        'details',
        'h3',
        'p',
        'strong',
        'summary',
        'table',
        'tbody',
        'td',
        'th',
        'thead',
        'tr',
        'wbr',
      ].sort(),
    );
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => new URL(href ?? '').host);
    expect(new Set(links)).toEqual(new Set(['github.com', 'evil.example']));
    expect(text(newHostile)).not.toContain('@everyone');
  });

  test('is no longer than GitHub takes, and still says how it ended', () => {
    const long = (kind: string, n: number) => ({
      platform: platform('linux/amd64'),
      finding: finding('high', `${kind}-${String(n)}${'<'.repeat(200)}`, {
        package: '|'.repeat(200),
        installed: '*'.repeat(200),
        fixedIn: '_'.repeat(200),
        uri: `https://example.org/${'a'.repeat(1900)}`,
      }),
    });
    const { verdict } = compared;
    if (verdict?.comparison?.kind !== 'compared') throw new Error('it is not compared');
    const findings = Array.from({ length: 500 }, (_, n) => ({
      ...long('new', n),
      isNew: true,
      standing: { kind: 'not-fixable' } as const,
    }));
    const fixed = Array.from({ length: 500 }, (_, n) => long('fixed', n));
    const huge: Report = {
      ...compared,
      verdict: { ...verdict, findings, comparison: { ...verdict.comparison, fixed } },
    };
    const comment = text(huge);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toContain('team/app');
    expect(comment).toContain('**New:** 500 findings');
    const endless: Report = {
      ...huge,
      tags: Array.from({ length: 2000 }, (_, n) => ({
        tag: tag(`t${String(n)}-${'x'.repeat(100)}`),
        kind: 'fixed',
        outcome: 'set',
      })),
    };
    expect(text(endless).length).toBeLessThan(1000);
    expect(text(endless)).toContain('/actions/runs/4711');
  });

  test('of another repository, of other platforms and of another stage is another one', () => {
    const of = (given: Parameters<typeof inputs>[0]) => marker({ ...reports.passed, inputs: inputs(given) });
    const markers = [
      of({}),
      of({ repository: 'team/web' }),
      of({ platforms: 'linux/arm64' }),
      of({ platforms: 'linux/arm64,linux/amd64' }),
      of({ target: 'debug' }),
      of({ target: 'a --> b' }),
    ];
    expect(new Set(markers).size).toBe(markers.length);
    expect(of({ platforms: 'linux/amd64,linux/arm64' })).toBe(of({ platforms: 'linux/arm64,linux/amd64' }));
    for (const one of markers) expect(one).toMatch(/^<!-- ecr-ship:comment [^>]* -->$/);
  });
});
