import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { engine, onEngines } from '../support/engines.ts';
import type { Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';
import { loginOf } from './login.ts';
import { registryClients, tagsBy } from './registry-clients.ts';
import { output, withTools, type Run } from './tools.ts';

const scene = scenesOfThisFile();
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'ecr-ship-published-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A client that is logged in to a scene's registry, by its name. */
async function client(name: string, { ecr }: Scene) {
  const found = registryClients.find((one) => one.name === name)!;
  const run: Run = { env: found.env(home), cwd: home };
  const { username, password } = await loginOf(ecr);
  if (found.prepare !== undefined) await output(name, found.prepare(ecr.host), run);
  await output(name, found.login(ecr.host, username, password), run);
  return { ...found, run, says: (args: readonly string[]) => output(name, args, run) };
}

withTools(['crane', 'regctl', 'skopeo'], 'what the action has published, as others see it', () => {
  onEngines(['classic', 'buildx', 'containerd'], (on) => {
    test('crane finds it whole, and digest, tags and labels are those of the outputs', async () => {
      const here = await scene(on);
      const { main } = await here.ship({ labels: 'com.example.team=a team' });
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      const { digest = '', image = '', 'tag-names': names = '' } = main.outputs;
      const crane = await client('crane', here);
      await crane.says(['validate', '--remote', image]);
      const remote = `${here.ecr.host}/team/app`;
      expect(await tagsBy(crane, remote, crane.run)).toEqual(names.split('\n').sort());
      for (const name of names.split('\n'))
        expect((await crane.says(crane.digest(`${remote}:${name}`))).trim()).toBe(digest);
      const config = JSON.parse(await crane.says(['config', image])) as {
        os: string;
        config: { Labels: Record<string, string> };
      };
      expect(config.os).toBe('linux');
      expect(config.config.Labels).toMatchObject({
        'com.example.team': 'a team',
        'org.opencontainers.image.revision': '0123456789abcdef0123456789abcdef01234567',
        'org.opencontainers.image.source': 'https://github.com/team/app',
      });
      const files = join(home, 'files.tar');
      await crane.says(['export', image, files]);
      expect(readFileSync(files).toString('latin1')).toContain('hello.txt');
    });

    test('skopeo and regctl see the same', async () => {
      const here = await scene(on);
      const { main } = await here.ship();
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      const { digest = '', image = '' } = main.outputs;
      const skopeo = await client('skopeo', here);
      const seen = JSON.parse(await skopeo.says(['inspect', '--tls-verify=false', `docker://${image}`])) as {
        Digest: string;
        RepoTags: string[];
        Labels: Record<string, string>;
      };
      expect(seen).toMatchObject({ Digest: digest, RepoTags: ['latest', 'v1.0.0'] });
      expect(seen.Labels['org.opencontainers.image.version']).toBe('v1.0.0');
      const regctl = await client('regctl', here);
      expect((await regctl.says(regctl.digest(`${here.ecr.host}/team/app:latest`))).trim()).toBe(digest);
      // Copied, every blob is read and its digest computed.
      await regctl.says(regctl.pull(image, join(home, 'copy')));
    });
  });

  test('an index has the platforms of the outputs, each of them whole', async () => {
    const here = await scene(engine('containerd'));
    const { main } = await here.ship({ platforms: 'linux/amd64,linux/arm64' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const parts = JSON.parse(main.outputs['platforms'] ?? '{}') as Record<string, { digest: string }>;
    const { image = '' } = main.outputs;
    const crane = await client('crane', here);
    await crane.says(['validate', '--remote', image]);
    for (const [platform, { digest }] of Object.entries(parts)) {
      expect((await crane.says(['digest', '--platform', platform, image])).trim()).toBe(digest);
      const config = JSON.parse(await crane.says(['config', '--platform', platform, image])) as object;
      expect(config).toMatchObject({ os: 'linux', architecture: platform.split('/')[1] });
    }
    const skopeo = await client('skopeo', here);
    const { manifests } = JSON.parse(await skopeo.says(skopeo.manifest(image))) as {
      manifests: { digest: string; platform: { os: string; architecture: string } }[];
    };
    const listed = manifests
      .filter(({ platform }) => platform.os !== 'unknown')
      .map(({ digest, platform }) => [`${platform.os}/${platform.architecture}`, digest]);
    expect(Object.fromEntries(listed)).toEqual(
      Object.fromEntries(Object.entries(parts).map(([platform, { digest }]) => [platform, digest])),
    );
  });
});
