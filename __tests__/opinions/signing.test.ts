import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { scenesOfThisFile } from '../support/scenes.ts';
import { output, withTools } from './tools.ts';

const scene = scenesOfThisFile();
const folder = mkdtempSync(join(tmpdir(), 'signing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing of sigstore's own services is asked: a key on this machine, and no transparency log. */
const alone = ['--use-signing-config=false', '--tlog-upload=false'];

/** How a signature is kept: by a tag of cosign's own, or as what belongs to the digest by OCI 1.1. */
const forms = [
  { form: 'under a tag of its own', flags: ['--new-bundle-format=false'] },
  { form: 'as a referrer', flags: [] },
];

/** How the source of a promotion is written, by which it is told from the target. */
const aws = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

type Env = Readonly<Record<string, string>>;

const run = (args: readonly string[], env: Env) =>
  output('cosign', args, { cwd: folder, env: { ...env, HOME: folder, COSIGN_PASSWORD: 'not secret' } });

const sign = (image: string, flags: readonly string[], env: Env) =>
  run(['sign', '--yes', '--key', 'cosign.key', ...alone, ...flags, image], env);
const verify = (image: string, flags: readonly string[], env: Env) =>
  run(['verify', '--key', 'cosign.pub', '--insecure-ignore-tlog=true', ...flags, image], env);

withTools(['cosign'], "cosign's signature of the digest between verdict and tags", () => {
  beforeAll(async () => {
    await run(['generate-key-pair'], {});
  });

  test.each(forms)('kept $form is that of what the tags name', async ({ flags }) => {
    const { ecr, job } = await scene(engine('containerd'));
    const building = job({ mode: 'build' });
    const built = await building.main();
    expect([built.exitCode, built.errors]).toEqual([0, []]);
    const { image = '', digest = '', uri = '' } = built.outputs;
    await sign(image, flags, building.laterEnv());
    await building.post();
    building.remove();

    const publishing = job({ mode: 'publish', labels: '', from: image });
    const published = await publishing.main();
    expect([published.exitCode, published.errors]).toEqual([0, []]);
    const { 'v1.0.0': fixed, latest, ...others } = ecr.tags('team/app');
    expect([fixed, latest]).toEqual([digest, digest]);
    expect(Object.keys(others)).toEqual(flags.length === 0 ? [] : [`${digest.replace(':', '-')}.sig`]);
    for (const tag of ['v1.0.0', 'latest'])
      expect(await verify(`${uri}:${tag}`, flags, publishing.laterEnv())).toContain(digest);
    await publishing.post();
    publishing.remove();
  });

  test.each(forms)('kept $form stays where it is when the image is promoted', async ({ flags }) => {
    const { ecr, job } = await scene(engine('containerd'));
    ecr.createRepository('team/live');
    const building = job({ mode: 'build' });
    const built = await building.main();
    expect([built.exitCode, built.errors]).toEqual([0, []]);
    const { image = '', digest = '' } = built.outputs;
    await sign(image, flags, building.laterEnv());
    await building.post();
    building.remove();

    const promoting = job({
      mode: 'publish',
      labels: '',
      from: `${aws}/team/app@${digest}`,
      repository: 'team/live',
    });
    const promoted = await promoting.main();
    expect([promoted.exitCode, promoted.errors]).toEqual([0, []]);
    expect(ecr.tags('team/live')).toEqual({ 'v1.0.0': digest, latest: digest });
    const live = String(promoted.outputs['image']);
    const env = promoting.laterEnv();
    await expect(verify(live, flags, env)).rejects.toThrow('no signatures found');
    expect(await verify(image, flags, env)).toContain(digest);
    await sign(live, flags, env);
    expect(await verify(live, flags, env)).toContain(digest);
    await promoting.post();
    promoting.remove();
  });
});
