import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { formatBytes, formatDuration } from '../../../src/report/format.ts';
import { outputNames, outputsOf } from '../../../src/report/outputs.ts';
import { resultFileOf } from '../../../src/report/result-file.ts';
import { summaryOf } from '../../../src/report/summary.ts';
import { ship } from '../../../src/ship.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { Finding } from '../../../src/types/scan.ts';
import {
  builtDigest,
  digestOf,
  inputs,
  memoryWorld,
  run,
  type WorldOptions,
} from '../../support/memory-world.ts';

const evil: Finding = {
  id: 'CVE-2024-1|</td><script>',
  severity: 'critical',
  package: '`curl`\n::error::x',
  installed: '<b>1</b>',
  fixedIn: '2',
  uri: 'javascript:alert(1)',
  score: 9.8,
};
const many: Finding[] = Array.from({ length: 45 }, (_, index) => ({
  id: `CVE-2024-${String(100 + index)}`,
  severity: 'low',
  package: 'x',
  uri: 'https://example.com/a(b)',
}));

/** Each case is a whole run of the story, so that what is rendered is what a run can really say. */
const cases: readonly { name: string; given: Parameters<typeof inputs>[0]; world: WorldOptions }[] = [
  { name: 'passed', given: { tags: 'v1.2.3\nlatest' }, world: { findings: many } },
  { name: 'failed', given: { tags: 'v1.2.3\nlatest' }, world: { findings: [evil, ...many] } },
  {
    name: 'not-scanned',
    given: { tags: 'latest', 'scan-timeout': '1s', 'on-incomplete-scan': 'warn' },
    world: { scanPolls: 1000 },
  },
  { name: 'bad-input', given: { repository: '' }, world: {} },
  {
    name: 'half-named',
    given: { tags: 'v1.2.3\nlatest' },
    world: {
      failures: { 'put latest': new ShipError({ code: 'registry-failed', what: 'Boom.', next: 'Again.' }) },
    },
  },
  { name: 'built-only', given: { push: 'false' }, world: {} },
];

describe('the summary', () => {
  // UPDATE_GOLDEN=1 npm test -- --selectProjects unit writes the files anew; read the difference before committing it.
  test.each(cases)('$name', async ({ name, given, world }) => {
    const summary = `${summaryOf(await ship(inputs(given), run, memoryWorld(world).ports))}\n`;
    const file = new URL(`golden/${name}.md`, import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, summary);
    expect(existsSync(file)).toBe(true);
    expect(summary).toBe(readFileSync(file, 'utf8'));
  });

  test('stays far below the limit of the runner, whatever is found', async () => {
    const long = 'x'.repeat(10_000);
    const findings = Array.from({ length: 2000 }, () => ({
      ...evil,
      id: long,
      package: long,
      installed: long,
      fixedIn: long,
    }));
    const summary = summaryOf(await ship(inputs({ tags: 'latest' }), run, memoryWorld({ findings }).ports));
    expect(summary.length).toBeLessThan(100_000);
    expect(summary).toContain('and 1980 more.');
  });
});

describe('outputs', () => {
  test('of a run that passed', async () => {
    const outputs = outputsOf(
      await ship(inputs({ tags: 'v1.2.3\nlatest' }), run, memoryWorld({ findings: many }).ports),
    );
    const uri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
    expect(outputs).toMatchObject({
      digest: builtDigest,
      image: `${uri}@${builtDigest}`,
      registry: '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
      repository: 'team/app',
      tags: `${uri}:v1.2.3\n${uri}:latest`,
      'tag-names': 'v1.2.3\nlatest',
      version: 'v1.2.3',
      verdict: 'passed',
      critical: '0',
      low: '45',
    });
    expect(Object.keys(outputs).sort()).toEqual([...outputNames].sort());
  });

  test('of a run that failed hold digest and findings, and no name', async () => {
    const outputs = outputsOf(
      await ship(inputs({ tags: 'latest' }), run, memoryWorld({ findings: [evil] }).ports),
    );
    expect(outputs).toMatchObject({
      digest: builtDigest,
      verdict: 'failed',
      critical: '1',
      tags: '',
      version: '',
    });
  });

  test('are empty, not zero, where there was no answer', async () => {
    const outputs = outputsOf(await ship(inputs({ tags: 'latest', scan: 'off' }), run, memoryWorld().ports));
    expect(outputs).toMatchObject({ verdict: 'not-scanned', 'scan-status': 'off', critical: '' });
  });
});

describe('the result file', () => {
  test.each(cases)('has one level and the same keys: $name', async ({ given, world }) => {
    const result = resultFileOf(await ship(inputs(given), run, memoryWorld(world).ports));
    const complete = resultFileOf(await ship(inputs({ tags: 'latest' }), run, memoryWorld().ports));
    expect(Object.keys(result).sort()).toEqual(Object.keys(complete).sort());
    for (const value of Object.values(result).flat())
      expect(['string', 'number', 'boolean', 'object']).toContain(typeof value);
    for (const value of Object.values(result).flat()) if (typeof value === 'object') expect(value).toBeNull();
    expect(result['schemaVersion']).toBe(1);
  });

  test('of a failed run says why', async () => {
    const result = resultFileOf(
      await ship(
        inputs({ tags: 'latest' }),
        run,
        memoryWorld({ findings: [evil], tags: { latest: digestOf('x') } }).ports,
      ),
    );
    expect(result).toMatchObject({
      succeeded: false,
      errorCode: 'policy-failed',
      verdict: 'failed',
      critical: 1,
      tags: [],
    });
    expect(result['error']).toContain('1 CRITICAL finding, none allowed');
  });
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [1_234_567, '1.2 MB'],
  [123_456_789, '123 MB'],
  [1_640_000_000, '1.6 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [12, '12 ms'],
  [4200, '4.2 s'],
  [200_000, '3 min 20 s'],
  [600_000, '10 min'],
])('%d ms are %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
