import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { ensureSigstoreOci } from '../../scripts/sigstore.mjs';
import { engine } from '../support/engines.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const sigstore: { readonly path: string } | { readonly why: string } = await ensureSigstoreOci().then(
  (path) => ({ path }),
  (error: unknown) => ({ why: error instanceof Error ? error.message : String(error) }),
);

/** What actions/attest does with push-to-registry, and no more: it finds the login, and attaches something to a digest. */
const attach = `
const oci = require(process.argv[1]);
const [imageName, imageDigest] = process.argv[2].split('@');
const credentials = oci.getRegistryCredentials(imageName);
oci.attachArtifactToImage({
  credentials, imageName, imageDigest,
  artifact: Buffer.from('{"signed":true}'),
  mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  annotations: { 'dev.sigstore.bundle.content': 'dsse-envelope' },
}).then(({ digest }) => console.log(JSON.stringify({ user: credentials.username, digest })));
`;

async function attachTo(image: string, env: Readonly<Record<string, string>>) {
  if (!('path' in sigstore)) throw new Error(sigstore.why);
  const args = ['-e', attach, sigstore.path, image];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...env } });
  return JSON.parse(stdout) as { user: string; digest: string };
}

if ('why' in sigstore) test.skip(`(not run: @sigstore/oci cannot be had: ${sigstore.why})`, () => undefined);
else
  describe('the library by which actions/attest finds a login', () => {
    test('attaches to the digest between verdict and tags, after login: shared, and the tags name the very image', async () => {
      const { ecr, ship, job } = await scene(engine('containerd'));
      const running = job({ mode: 'build', login: 'shared' });
      const built = await running.main();
      expect([built.exitCode, built.errors]).toEqual([0, []]);
      const { image = '', digest = '' } = built.outputs;
      const attached = await attachTo(image, running.laterEnv());
      expect(attached.user).toBe('AWS');
      await running.post();
      running.remove();
      expect(ecr.digests('team/app')).toContain(attached.digest);

      const { main } = await ship({ mode: 'publish', labels: '', from: image });
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, latest: digest });
      const { manifests } = JSON.parse(await referrers(ecr, digest)) as {
        manifests: readonly { digest: string }[];
      };
      expect(manifests.map((one) => one.digest)).toEqual([attached.digest]);
    });

    test('finds nothing with a login that is for docker alone', async () => {
      const { job } = await scene(engine('containerd'));
      const running = job({ mode: 'build' });
      const built = await running.main();
      expect([built.exitCode, built.errors]).toEqual([0, []]);
      const attaching = attachTo(String(built.outputs['image']), running.laterEnv());
      await expect(attaching).rejects.toThrow('No credential file found');
      await running.post();
      running.remove();
    });
  });

/** What the registry lists as belonging to a digest. */
async function referrers(
  { url, env }: { readonly url: string; readonly env: Readonly<Record<string, string>> },
  digest: string,
): Promise<string> {
  const { ECRClient, GetAuthorizationTokenCommand } = await import('@aws-sdk/client-ecr');
  const credentials = { accessKeyId: String(env['AWS_ACCESS_KEY_ID']), secretAccessKey: 'x' };
  const client = new ECRClient({ endpoint: url, region: 'eu-west-1', credentials });
  const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
  const authorization = `Basic ${authorizationData?.[0]?.authorizationToken ?? ''}`;
  return (await fetch(`${url}/v2/team/app/referrers/${digest}`, { headers: { authorization } })).text();
}
