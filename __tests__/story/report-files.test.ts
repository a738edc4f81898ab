import { describe, expect, test } from '@jest/globals';
import { errorText } from '../../src/types/error-text.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { tell } from '../../src/tell.ts';
import { ShipError } from '../../src/types/errors.ts';
import { inputs, memoryWorld, run, type WorldOptions, ship } from '../support/memory-world.ts';

const files = { 'result-file': 'r.json', 'evidence-file': 'e.md', 'sarif-file': 's.sarif' };

async function shipped(options: WorldOptions, given: Parameters<typeof inputs>[0] = {}, unset?: ShipError) {
  const world = memoryWorld(options);
  const found = await ship(inputs({ tags: 'v1.2.3\nlatest', ...files, ...given }), run, world);
  const { report, besides } = await tell(found, world.ports.files, () => unset);
  const result = world.written.get('r.json');
  return {
    world,
    report,
    besides,
    summary: summaryOf(report),
    outputs: outputsOf(report),
    evidence: world.written.get('e.md'),
    result: result === undefined ? undefined : (JSON.parse(result) as Record<string, unknown>),
  };
}

describe('a path that cannot be written', () => {
  const unwritable = { 'e.md': 'it is a link', 's.sarif': 'it is a folder' };

  test.each(['ship', 'plan'])(
    'ends the run before anything is done, all of them in one error (mode %s)',
    async (mode) => {
      const { world, report, besides, result, outputs } = await shipped({ unwritable }, { mode });
      expect(report.failure?.code).toBe('file-failed');
      expect(report.failure?.what).toBe(
        'The evidence file e.md cannot be written: it is a link. The sarif file s.sarif cannot be written: it is a folder.',
      );
      expect(world.journal.filter((word) => word !== 'connect')).toEqual([
        'check r.json e.md s.sarif',
        'write r.json',
      ]);
      expect(besides).toEqual([]);
      expect(result).toMatchObject({
        succeeded: false,
        errorCode: 'file-failed',
        error: report.failure && errorText(report.failure),
      });
      expect([outputs['result-file'], outputs['evidence-file'], outputs['sarif-file']]).toEqual([
        'r.json',
        '',
        '',
      ]);
    },
  );

  test('is found before the first question to the registry', async () => {
    const { world } = await shipped({});
    const [check, authorize] = ['check r.json e.md s.sarif', 'authorize'].map((word) =>
      world.journal.indexOf(word),
    );
    expect(check).toBeGreaterThanOrEqual(0);
    expect(authorize).toBeGreaterThan(check ?? Infinity);
  });
});

describe('a file that cannot be written once the names are set', () => {
  const full = () => 'ENOSPC: no space left on device';

  test('is the failure of the run, which every report tells, and the names are told as set', async () => {
    const { world, report, besides, result, evidence, outputs, summary } = await shipped({
      breaks: { 's.sarif': full },
    });
    expect(Object.keys(Object.fromEntries(world.tags)).sort()).toEqual(['latest', 'v1.2.3']);
    const what = 'The sarif file s.sarif cannot be written: ENOSPC: no space left on device.';
    expect(report.failure).toMatchObject({ code: 'file-failed', what });
    expect(besides).toEqual([]);
    expect(result).toMatchObject({
      succeeded: false,
      errorCode: 'file-failed',
      error: report.failure && errorText(report.failure),
      tags: ['v1.2.3', 'latest'],
      verdict: 'passed',
    });
    expect(outputs).toMatchObject({
      'tag-names': 'v1.2.3\nlatest',
      'result-file': 'r.json',
      'sarif-file': '',
    });
    expect(summary).toContain('## ❌ team/app v1.2.3 is published, but not every file was written');
    expect(summary).toContain('The sarif file s.sarif cannot be written');
    expect(evidence).toContain('## team/app v1.2.3 is published, but not every file was written');
    expect(evidence?.match(/ecr-ship:begin/g)).toHaveLength(1);
    expect(world.journal.filter((word) => word.startsWith('write'))).toEqual([
      'write r.json',
      'write e.md',
      'write s.sarif',
      'write r.json',
      'write e.md',
    ]);
  });

  test('the one that breaks when it is written again is told as well', async () => {
    const breaks = {
      's.sarif': full,
      'e.md': (attempt: number) => (attempt > 1 ? 'EIO: i/o error' : undefined),
    };
    const { report, result, outputs, summary } = await shipped({ breaks });
    expect(report.failure?.what).toContain('The evidence file e.md cannot be written: EIO: i/o error');
    expect(result).toMatchObject({ error: report.failure && errorText(report.failure) });
    expect(outputs['evidence-file']).toBe('');
    expect(summary).toContain('The evidence file e.md cannot be written');
  });

  test('none of them can be written: outputs and summary still agree', async () => {
    const { report, result, outputs, summary } = await shipped({
      breaks: { 'r.json': full, 'e.md': full, 's.sarif': full },
    });
    expect(result).toBeUndefined();
    expect(report.failure?.what.match(/cannot be written/g)).toHaveLength(3);
    expect([outputs['result-file'], outputs['tag-names']]).toEqual(['', 'v1.2.3\nlatest']);
    expect(summary).toContain('is published, but not every file was written');
  });

  test('is a warning where the run failed for something else, and the summary names it', async () => {
    const findings = [{ id: 'CVE-2024-1', severity: 'critical', package: 'openssl' }] as const;
    const { report, besides, result, summary } = await shipped({ breaks: { 's.sarif': full }, findings });
    expect(report.failure?.code).toBe('policy-failed');
    expect(besides.map(({ code, what }) => [code, what])).toEqual([
      ['file-failed', 'The sarif file s.sarif cannot be written: ENOSPC: no space left on device.'],
    ]);
    expect(result).toMatchObject({ errorCode: 'policy-failed' });
    expect(summary).toContain('was not published: 1 critical finding, 0 allowed');
    expect(summary).toContain('The sarif file s.sarif cannot be written');
  });

  const unset = new ShipError({ code: 'file-failed', what: 'No outputs.', next: 'Look.' });

  test('the outputs are of the same kind: the files are told', async () => {
    const { report, result, evidence } = await shipped({}, {}, unset);
    expect(report.failure).toBe(unset);
    expect(result).toMatchObject({
      succeeded: false,
      error: 'No outputs.\nLook. More: docs/reference/errors.md#file-failed',
      tags: ['v1.2.3', 'latest'],
    });
    expect(evidence).toContain('No outputs.');
  });

  test('outputs that cannot be set either are a warning beside the failure', async () => {
    const { report, besides } = await shipped({ breaks: { 's.sarif': full } }, {}, unset);
    expect(report.failure?.what).toContain('s.sarif cannot be written');
    expect(besides).toEqual([unset]);
  });
});
