import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { copyBusybox } from '../../scripts/engines/index.mjs';
import { demo, joined, tooLong } from '../support/demo.ts';
import { onEngines, type Engine } from '../support/engines.ts';
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

// The other scenarios: matrices/demo.test.ts.
describe('npm run demo', () => {
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

  test('a scenario that is not there is one line', async () => {
    const { code, text } = await demo('--scenario', 'nonsense');
    expect(code).toBe(2);
    expect(text).toBe('demo: there is no scenario nonsense; --list shows those there are\n');
  });
});
