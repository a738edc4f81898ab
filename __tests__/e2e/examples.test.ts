import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { copyBusybox } from '../../scripts/engines/index.mjs';
import { engine, onEngines, type Engine } from '../support/engines.ts';
import { startJob } from '../support/runner.ts';
import { quickScans } from '../support/scene.ts';
import { startLocalEcr } from '../../local-ecr/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const architecture = (on: Engine) => (on.capabilities.architecture === 'aarch64' ? 'arm64' : 'amd64');

onEngines(['classic', 'buildx', 'containerd'], (on) => {
  test('examples/web ships, and the image that was named is the one that was asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-example-'));
    cpSync(join(root, 'examples/web'), folder, { recursive: true });
    await copyBusybox(folder, [architecture(on)]);
    const ecr = await startLocalEcr({ scenario: quickScans });
    const inputs = {
      repository: 'team/app',
      tags: 'latest',
      'build-args': `GREETING=Good day\nTARGETARCH=${architecture(on)}`,
    };
    const job = startJob({ inputs, workspace: folder, env: { ...on.env, ...ecr.env } });
    try {
      const main = await job.main();
      expect(main.errors).toEqual([]);
      const run = [
        'run',
        '--rm',
        '--network',
        'none',
        `${ecr.host}/team/app:latest`,
        '/bin/cat',
        '/www/index.html',
      ];
      const { stdout } = await promisify(execFile)('docker', run, { env: job.laterEnv() });
      expect(stdout).toContain('Good day from an image that got its name after it had passed.');
    } finally {
      await job.post();
      job.remove();
      await ecr.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** A text in which every run of blanks is one: what the demo wraps at 100 columns is a line again. */
const joined = (text: string) => text.replace(/\s+/g, ' ');

/** The lines that a terminal of 100 columns would break. */
const tooLong = (text: string) => text.split('\n').filter((line) => line.length > 100);

describe('npm run demo', () => {
  async function demo(...args: string[]): Promise<{ code: number; text: string }> {
    const env = { ...process.env, ...engine('containerd').env };
    const options = { env, maxBuffer: 1e8, cwd: root };
    return promisify(execFile)('node', ['scripts/run.mjs', 'demo/demo.ts', ...args], options).then(
      ({ stdout, stderr }) => ({ code: 0, text: stripVTControlCharacters(stdout + stderr) }),
      (error: unknown) => {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, text: stripVTControlCharacters(stdout + stderr) };
      },
    );
  }

  test('--scenario index ships two platforms and shows what happened', async () => {
    const { code, text } = await demo('--scenario', 'index');
    expect(code).toBe(0);
    for (const shown of [
      '▼ Plan',
      '▼ Build',
      '▼ Push',
      'Verdict: passed',
      '## ✅ team/app 1.4.2 is published',
      'linux/arm64',
      'Try next: npm run demo -- --scenario rerun, or --list for all of them',
    ]) {
      expect(text).toContain(shown);
    }
    expect(text).toMatch(/The outputs that later steps and jobs read[^]*\n {2}digest +sha256:[0-9a-f]{64}\n/);
  });

  test('--scenario critical ends with 1, and latest names what it named before', async () => {
    const { code, text } = await demo('--scenario', 'critical');
    expect(code).toBe(1);
    expect(joined(text)).toContain(
      'Error: The image did not pass and got no tag: 2 CRITICAL findings, none allowed: CVE-2023-45853 in zlib',
    );
    expect(text).toContain('## ❌ team/app 1.4.2 was not published: 2 critical findings, 0 allowed');
    expect(text).toMatch(/\n {2}Empty: digest, image, /);
    expect(text).toMatch(
      /What the registry holds now[^]*\n {4}latest {6}sha256:[0-9a-f]{64} \(as before\)\n/,
    );
    expect(tooLong(text)).toEqual([]);
    expect(text).not.toContain('now points to');
  });

  test.each([
    {
      name: 'rerun',
      code: 0,
      shows: [
        'with the same inputs: it is reused, and nothing is built',
        /latest +points to this image already/,
        /\n {2}reused +true\n/,
      ],
      hides: ['▼ Build', '▼ Push', ' now points to '],
    },
    {
      name: 'taken',
      code: 1,
      shows: [
        /Error: Nothing was built: in team\/app 1\.4\.2 already points to sha256:[0-9a-f]{12}, which was made from 89abcdef/,
        /\n {4}1\.4\.2 {7}sha256:[0-9a-f]{64} \(as before\)\n/,
      ],
      hides: ['▼ Build', ' now points to '],
    },
    {
      name: 'backport',
      code: 0,
      shows: [
        /latest +stays where it is \([0-9a-f]{12}…\): 2\.0\.0 is a higher version/,
        '1.4.2 now points to',
        /\n {4}latest {6}sha256:[0-9a-f]{64} \(as before\)\n/,
      ],
      hides: ['latest now points to'],
    },
    {
      name: 'accepted',
      code: 0,
      shows: [
        'latest now points to',
        '5 allowed, 2 accepted.',
        'The evidence, VALIDATION.md',
        'minizip is not part of the image',
        /20\d\d-\d\d-\d\d \(soon\)/,
      ],
      hides: ['ecr-ship:begin'],
    },
  ])('--scenario $name', async ({ name, code, shows, hides }) => {
    const ended = await demo('--scenario', name);
    // As it is printed, or as it is where its lines are joined.
    for (const shown of shows) expect(`${ended.text}\n${joined(ended.text)}`).toMatch(shown);
    for (const hidden of hides) expect(joined(ended.text)).not.toContain(hidden);
    expect([ended.code, tooLong(ended.text)]).toEqual([code, []]);
  });

  test('a scenario that is not there is one line', async () => {
    const { code, text } = await demo('--scenario', 'nonsense');
    expect(code).toBe(2);
    expect(text).toBe('demo: there is no scenario nonsense; --list shows those there are\n');
  });
});
