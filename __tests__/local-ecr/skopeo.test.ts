import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeLayout } from './oci-layout.ts';
import { refusal, standsOfThisFile, type Stand } from './stand.ts';

const stand = standsOfThisFile();
const program = process.env['ECR_SHIP_SKOPEO'] ?? 'skopeo';
const isThere = spawnSync(program, ['--version']).status === 0;
const name = 'skopeo as a client of local-ecr';

if (isThere) describe(name, clientTests);
else
  test.skip(`${name} (not run: there is no skopeo; set-up gives ECR_SHIP_SKOPEO where it can)`, () =>
    undefined);

function clientTests(): void {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-ecr-skopeo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const skopeo = async (...args: string[]) =>
    (await promisify(execFile)(program, ['--insecure-policy', ...args])).stdout;
  const platforms = [
    ['linux', 'amd64'],
    ['linux', 'arm64'],
  ] as const;

  /** What skopeo needs to reach a stand as the source, or as the destination of a copy. */
  async function access({ client, tokenOf }: Stand, side: 'src-' | 'dest-' | '') {
    const credentials = Buffer.from(await tokenOf(client), 'base64').toString();
    return [`--${side}tls-verify=false`, `--${side}creds`, credentials];
  }

  test('an index of two platforms goes there and back without a byte changed', async () => {
    const on = await stand();
    const there = join(folder, 'there');
    const back = join(folder, 'back');
    const { index, blobs } = writeLayout(there, platforms);
    const remote = `docker://${on.ecr.host}/team/app:1`;
    await skopeo('copy', '--all', ...(await access(on, 'dest-')), `oci:${there}:all`, remote);
    expect(on.ecr.tags('team/app')).toEqual({ '1': index });
    expect([...on.ecr.digests('team/app')].sort()).toHaveLength(3);

    await skopeo('copy', '--all', ...(await access(on, 'src-')), remote, `oci:${back}:all`);
    const { manifests } = JSON.parse(readFileSync(join(back, 'index.json'), 'utf8')) as {
      manifests: { digest: string }[];
    };
    expect(manifests.map(({ digest }) => digest)).toEqual([index]);
    for (const [digest, bytes] of blobs)
      expect(readFileSync(join(back, 'blobs', 'sha256', digest.slice(7)))).toEqual(bytes);
  });

  test('the digest is what skopeo itself makes of the manifest, for one platform too', async () => {
    const on = await stand();
    const { blobs } = writeLayout(folder, platforms);
    const remote = `docker://${on.ecr.host}/team/app:arm`;
    const pick = ['--override-arch', 'arm64', '--override-os', 'linux'];
    await skopeo(...pick, 'copy', ...(await access(on, 'dest-')), `oci:${folder}:all`, remote);
    const shown = await skopeo(...pick, 'inspect', ...(await access(on, '')), remote);
    const inspected = JSON.parse(shown) as { Digest: string; Architecture: string; RepoTags: string[] };
    expect(inspected).toMatchObject({ Architecture: 'arm64', RepoTags: ['arm'] });
    expect(on.ecr.tags('team/app')).toEqual({ arm: inspected.Digest });
    expect(blobs.has(inspected.Digest)).toBe(true);
  });

  test('an immutable tag, a missing repository and a token of nobody are refused in words', async () => {
    const on = await stand();
    on.ecr.createRepository('fixed/app', { imageTagMutability: 'IMMUTABLE' });
    writeLayout(folder, platforms);
    const copy = async (to: string, sign?: string[]) =>
      skopeo(
        'copy',
        '--all',
        ...(sign ?? (await access(on, 'dest-'))),
        `oci:${folder}:all`,
        `docker://${on.ecr.host}/${to}`,
      );
    await copy('fixed/app:1');
    expect((await refusal(copy('fixed/app:1'))).message).toContain(
      'cannot be overwritten because the tag is immutable',
    );
    expect((await refusal(copy('no/such:1'))).message).toContain(
      "The repository with name 'no/such' does not exist in the registry with id '123456789012'",
    );
    const nobody = ['--dest-tls-verify=false', '--dest-creds', 'AWS:made.up'];
    expect((await refusal(copy('team/app:1', nobody))).message).toMatch(
      /unauthorized|Not Authorized|invalid username/i,
    );
  });

  test('an image is deleted', async () => {
    const on = await stand();
    writeLayout(folder, platforms);
    const remote = `docker://${on.ecr.host}/team/app:1`;
    await skopeo('copy', '--all', ...(await access(on, 'dest-')), `oci:${folder}:all`, remote);
    await skopeo('delete', ...(await access(on, '')), remote);
    expect(on.ecr.tags('team/app')).toEqual({});
  });
}
