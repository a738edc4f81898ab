import { mostFindings } from '../../../../src/types/bounds.ts';
import { describe, expect, test } from '@jest/globals';
import { readScan } from '../../../../src/scan/foreign/read-scan.ts';
import { Refusal } from '../../../../src/types/refusal.ts';

const read = (text: string) => readScan(text, { path: 'x.sarif', platform: undefined });
const tool = (more: object = {}) => ({ driver: { name: 'T', ...more } });
const one = (run: object) => read(JSON.stringify({ version: '2.1.0', runs: [run] }));
const findings = (results: readonly object[], rules: readonly object[] = []) =>
  one({ tool: tool({ rules }), results }).findings;

const unknown =
  'it is none of the forms that are read: SARIF 2.1.0, CycloneDX with vulnerabilities, and the JSON of Trivy, Grype and OSV-Scanner';

describe('what is no full answer is refused', () => {
  test.each([
    ['', 'it is empty'],
    ['\ufeff\n', 'it is empty'],
    [
      Buffer.from('\ufeff{}', 'utf16le').toString('utf8'),
      'it is not UTF-8: what PowerShell writes with > is UTF-16, so let the scanner write its file itself',
    ],
    ['<html>', 'it is not JSON'],
    ['[]', unknown],
    ['{"matches":[]}', unknown],
    ['{"version":"2.0.0","runs":[]}', 'it is no SARIF 2.1.0: its version is "2.0.0"'],
    ['{"version":"2.1.0"}', 'it is no SARIF 2.1.0: its version is "2.1.0"'],
    ['{"version":"2.1.0","runs":[]}', 'it has no runs: no tool has looked at anything'],
    ['{"version":"2.1.0","runs":[null]}', 'its run 1 is no object'],
    ['{"version":"2.1.0","runs":[{"results":[]}]}', 'its run 1 does not say which tool it is of'],
    ['{"version":"2.1.0","version":"2.1.0","runs":[]}', 'it has the member "version" twice in one object'],
  ])('%s', (text, why) => {
    expect(() => read(text)).toThrow(new Refusal(why));
  });

  test.each([
    [{}, 'its run 1, of T, has no list of results: the tool did not look for any'],
    [{ results: null }, 'its run 1, of T, has no list of results: the tool did not look for any'],
    [{ results: ['x'] }, 'a result of T is no object'],
    [
      { results: [], invocations: [{ executionSuccessful: true }, { executionSuccessful: false }] },
      'T says that its own run failed (executionSuccessful: false)',
    ],
    [
      { results: [], invocations: [{ executionSuccessful: false, exitCodeDescription: 'no\ndatabase.' }] },
      'T says that its own run failed (executionSuccessful: false): no database',
    ],
    [
      { results: [], externalPropertyFileReferences: { results: [{ location: { uri: 'more.json' } }] } },
      'the results of T are in other files (externalPropertyFileReferences)',
    ],
    [
      { results: Array.from({ length: mostFindings + 1 }, () => ({})) },
      'T has 50001 results, and at most 50000 are read',
    ],
  ])('a run with %j', (run, why) => {
    expect(() => one({ tool: tool(), ...run })).toThrow(new Refusal(why));
  });

  test('a mark of its encoding at the beginning is no part of a file', () => {
    const text = JSON.stringify({ version: '2.1.0', runs: [{ tool: tool(), results: [] }] });
    expect(read(`\ufeff${text}`)).toEqual(read(text));
  });

  test('a file that is deeper than any scanner writes', () => {
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
    expect(() => read(`{"version":"2.1.0","runs":[{"results":${deep}}]}`)).toThrow(
      new Refusal('it is more than 100 levels deep'),
    );
  });

  test('more runs than a file of one image has', () => {
    const runs = Array.from({ length: 101 }, () => ({ tool: tool(), results: [] }));
    expect(() => read(JSON.stringify({ version: '2.1.0', runs }))).toThrow(/101 runs/);
  });
});

describe('what is read', () => {
  test('an empty list of results is an answer, of all runs together', () => {
    const runs = [
      {
        tool: tool({ version: '1' }),
        results: [],
        invocations: [{ executionSuccessful: true, endTimeUtc: '2026-01-02T03:04:05Z' }],
      },
      { tool: { driver: { name: 'U' } }, results: [] },
    ];
    expect(read(JSON.stringify({ version: '2.1.0', runs }))).toEqual({
      path: 'x.sarif',
      platform: undefined,
      tools: ['T 1', 'U'],
      subjects: [],
      endedAt: Date.parse('2026-01-02T03:04:05Z'),
      findings: [],
    });
  });

  test('what has gone, and what is no failure, is not among the findings; what was suppressed is', () => {
    const results = [
      { ruleId: 'A', baselineState: 'absent' },
      { ruleId: 'B', kind: 'pass' },
      { ruleId: 'C', kind: 'notApplicable' },
      { ruleId: 'D', kind: 'open' },
      { ruleId: 'E', suppressions: [{ kind: 'external' }] },
      { ruleId: 'F', suppressions: [{ kind: 'external', status: 'accepted' }] },
      { ruleId: 'G', suppressions: [{ kind: 'inSource' }, { kind: 'external', status: 'underReview' }] },
      { ruleId: 'H', suppressions: [{ kind: 'external', status: 'rejected' }] },
      {},
    ];
    expect(findings(results)).toEqual([
      { id: 'D', severity: 'medium', saidBy: ['T'] },
      { id: 'E', severity: 'medium', saidBy: ['T'], setAside: 'SUPPRESSED' },
      { id: 'F', severity: 'medium', saidBy: ['T'], setAside: 'SUPPRESSED' },
      { id: 'G', severity: 'medium', saidBy: ['T'] },
      { id: 'H', severity: 'medium', saidBy: ['T'] },
      { id: 'unnamed', severity: 'medium', saidBy: ['T'] },
    ]);
  });

  test('the same in several places is one finding, and has the worst severity', () => {
    const at = (level: string) => ({ ruleId: 'A', level, message: { text: 'Package: p\nVersion: 1' } });
    expect(findings([at('note'), at('warning'), at('note')])).toEqual([
      { id: 'A', severity: 'medium', package: 'p', installed: '1', saidBy: ['T'] },
    ]);
  });

  test.each([
    ['ruleIndex', { ruleIndex: 1 }, 'B'],
    ['rule.index', { rule: { index: 1 } }, 'B'],
    ['ruleId alone', { ruleId: 'B' }, 'B'],
    ['rule.id', { rule: { id: 'B' } }, 'B'],
    ['an id below the rule', { ruleId: 'B/1', ruleIndex: 1 }, 'B/1'],
    // Grype of 2022 gave every result the index 0.
    ['an index of another rule', { ruleId: 'B', ruleIndex: 0 }, 'B'],
    ['an index that leads nowhere', { ruleId: 'B', ruleIndex: 7 }, 'B'],
  ])('the rule by %s', (_, result, id) => {
    const rules = [
      { id: 'A', properties: { 'security-severity': '9.8' } },
      { id: 'B', properties: { 'security-severity': '5.0' } },
    ];
    expect(findings([result], rules)).toEqual([{ id, severity: 'medium', score: 5, saidBy: ['T'] }]);
  });

  test('a rule of an extension', () => {
    const run = {
      tool: {
        driver: { name: 'T' },
        extensions: [{ name: 'e', rules: [{ id: 'X', helpUri: 'https://x.example' }] }],
      },
      results: [{ rule: { index: 0, toolComponent: { index: 0 } } }],
    };
    expect(one(run).findings).toEqual([
      { id: 'X', severity: 'medium', uri: 'https://x.example', saidBy: ['T'] },
    ]);
  });

  test('names of all objects are no members', () => {
    expect(findings([{ ruleId: 'constructor', message: { text: 'toString: x' } }])).toEqual([
      { id: 'constructor', severity: 'medium', saidBy: ['T'] },
    ]);
  });
});
