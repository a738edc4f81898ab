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
      'digest         sha256:',
      '## ✅ team/app: passed',
      'linux/arm64',
      '--scenario critical',
    ]) {
      expect(text).toContain(shown);
    }
  });

  test('--scenario critical ends with 1, and latest names what it named before', async () => {
    const { code, text } = await demo('--scenario', 'critical');
    expect(code).toBe(1);
    expect(text).toContain(
      'Error: The image did not pass and got no tag: 2 CRITICAL findings, none allowed: CVE-2023-45853 in zlib',
    );
    expect(text).toMatch(/What the registry holds now[^]*latest {9}sha256:[0-9a-f]{64} {2}\(as before\)/);
    expect(text).not.toContain('now points to');
  });

  test.each([
    {
      name: 'rerun',
      code: 0,
      shows: [
        'made from this very commit in the same way: it is used again, and nothing is built',
        'latest       points to this image already',
        'reused         true',
      ],
      hides: ['▼ Build', '▼ Push', ' now points to '],
    },
    {
      name: 'taken',
      code: 1,
      shows: [
        /Error: Nothing was built: in team\/app 1\.4\.2 already points to sha256:[0-9a-f]{12}, which was made from 89abcdef/,
        /1\.4\.2 {10}sha256:[0-9a-f]{64} {2}\(as before\)/,
      ],
      hides: ['▼ Build', ' now points to '],
    },
    {
      name: 'backport',
      code: 0,
      shows: [
        /latest +stays where it is \([0-9a-f]{12}…\): 2\.0\.0 is a higher version/,
        '1.4.2 now points to',
        /latest {9}sha256:[0-9a-f]{64} {2}\(as before\)/,
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
    for (const shown of shows) expect(ended.text).toMatch(shown);
    for (const hidden of hides) expect(ended.text).not.toContain(hidden);
    expect(ended.code).toBe(code);
  });

  test('a scenario that is not there is one line', async () => {
    const { code, text } = await demo('--scenario', 'nonsense');
    expect(code).toBe(2);
    expect(text).toBe(
      'demo: there is no scenario nonsense; there are demo, clean, critical, index, rerun, taken, backport, accepted\n',
    );
  });
});
