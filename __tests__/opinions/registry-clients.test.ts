import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startLocalEcr, type LocalEcr } from '../../local-ecr/index.ts';
import { writeLayout } from '../local-ecr/oci-layout.ts';
import { loginOf } from './login.ts';
import { artifactType, registryClients, tagsBy, type RegistryClient } from './registry-clients.ts';
import { ended, output, withTools } from './tools.ts';

let ecr: LocalEcr;
let folder: string;
let clock: number;

beforeEach(async () => {
  clock = 0;
  ecr = await startLocalEcr({ clock: { now: () => Date.now() + clock } });
  ecr.createRepository('team/app');
  ecr.createRepository('team/copy');
  ecr.createRepository('team/fixed', { imageTagMutability: 'IMMUTABLE' });
  folder = mkdtempSync(join(tmpdir(), 'ecr-ship-clients-'));
});
afterEach(async () => {
  await ecr.close();
  rmSync(folder, { recursive: true, force: true });
});

const platforms = [
  ['linux', 'amd64'],
  ['linux', 'arm64'],
] as const;

/** A client that is logged in, and an image of two platforms for it. */
async function begin(client: RegistryClient) {
  const home = join(folder, 'home');
  mkdirSync(home);
  const run = { env: client.env(home), cwd: folder };
  if (client.prepare !== undefined) await output(client.name, client.prepare(ecr.host), run);
  const { username, password } = await loginOf(ecr);
  const logIn = (by: string) => ended(client.name, client.login(ecr.host, username, by), run);
  // crane only keeps what it is told; whoever is nobody is found out with the first question.
  await logIn('nobody');
  expect((await ended(client.name, client.tags(`${ecr.host}/team/app`), run)).code).not.toBe(0);
  expect((await logIn(password)).code).toBe(0);
  const layout = join(folder, 'layout');
  const { index, blobs } = writeLayout(layout, platforms);
  return {
    run,
    layout,
    index,
    blobs,
    remote: (name: string) => `${ecr.host}/${name}`,
    does: (args: readonly string[]) => output(client.name, args, run),
    fails: async (args: readonly string[]) => {
      const { code, stdout, stderr } = await ended(client.name, args, run);
      expect(code).not.toBe(0);
      return stdout + stderr;
    },
  };
}

for (const client of registryClients) {
  withTools([client.name], `${client.name} as a client of local-ecr`, () => {
    test('an index of two platforms goes there, elsewhere and back without a byte changed', async () => {
      const { layout, index, blobs, remote, does, run } = await begin(client);
      await does(client.push(layout, remote('team/app:1')));
      expect(ecr.tags('team/app')).toEqual({ '1': index });
      expect((await does(client.digest(remote('team/app:1')))).trim()).toBe(index);
      expect(JSON.parse(await does(client.manifest(remote(`team/app@${index}`))))).toEqual(
        JSON.parse(String(blobs.get(index))),
      );

      await does(client.copy(remote('team/app:1'), remote('team/copy:2')));
      await does(client.copy(remote('team/copy:2'), remote('team/copy:3')));
      expect(ecr.tags('team/copy')).toEqual({ '2': index, '3': index });
      expect(await tagsBy(client, remote('team/copy'), run)).toEqual(['2', '3']);

      const back = join(folder, 'back');
      await does(client.pull(remote('team/copy:3'), back));
      for (const [digest, bytes] of blobs)
        expect(readFileSync(join(back, 'blobs', 'sha256', digest.slice(7)))).toEqual(bytes);
    });

    test('an image is deleted by its digest, and one that an index has is not', async () => {
      const { layout, index, blobs, remote, does, fails } = await begin(client);
      await does(client.push(layout, remote('team/app:1')));
      const { manifests } = JSON.parse(String(blobs.get(index))) as { manifests: { digest: string }[] };
      const child = manifests[0]?.digest ?? '';
      await fails(client.remove(remote(`team/app@${child}`)));
      await does(client.remove(remote(`team/app@${index}`)));
      expect(ecr.tags('team/app')).toEqual({});
      await does(client.remove(remote(`team/app@${child}`)));
      expect(ecr.digests('team/app')).toEqual([manifests[1]?.digest]);
    });

    test('what ECR refuses, a person reads the reason of', async () => {
      const { layout, remote, does, fails } = await begin(client);
      await does(client.push(layout, remote('team/fixed:1')));
      const other = join(folder, 'other');
      writeLayout(other, [['linux', 's390x']]);
      expect(await fails(client.push(other, remote('team/fixed:1')))).toContain(
        "The image tag '1' already exists in the 'team/fixed' repository and cannot be overwritten because the tag is immutable.",
      );
      expect(await fails(client.push(layout, remote('no/such:1')))).toMatch(
        /The repository with name 'no\/such' does not exist in the registry with id '123456789012'|404/,
      );
      expect(await fails(client.manifest(remote('team/app:none')))).toMatch(/not found|MANIFEST_UNKNOWN/i);
      clock = 13 * 3600_000;
      expect(await fails(client.manifest(remote('team/fixed:1')))).toMatch(
        /Your authorization token has expired|403/,
      );
    });

    const { referrers } = client;
    if (referrers !== undefined) {
      test('an artifact is attached to an image, and found by it', async () => {
        const { layout, index, remote, does } = await begin(client);
        await does(client.push(layout, remote('team/app:1')));
        const file = join(folder, 'opinion.txt');
        writeFileSync(file, 'well made\n');
        await does(referrers.attach(remote('team/app:1'), file));
        const listed = await does(referrers.list(remote('team/app:1')));
        const attached = ecr.digests('team/app').filter((digest) => listed.includes(digest));
        expect(listed).toContain(artifactType);
        // The image itself may be named, and one artifact is.
        expect(attached.filter((digest) => digest !== index)).toHaveLength(1);
        expect(ecr.tags('team/app')).toEqual({ '1': index });
      });
    }
  });
}
