import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ensureBuildkitd, version } from '../../scripts/buildkitd.mjs';
import { busybox } from '../../scripts/engines/index.mjs';
import { addRemoteBuilder, exposeBuildKit, type BuildKit, type RemoteBuilder } from '../support/buildkit.ts';
import { startBuildKit } from '../support/buildkitd.ts';
import { makeAuthority, type Authority, type Certificates } from '../support/certificates.ts';
import { engine } from '../support/engines.ts';
import { serversOfThisFile } from '../support/http-server.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

let folder: string;
let program: Buffer;
let authority: Authority;
let strangers: Authority;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ecr-ship-tls-'));
  program = readFileSync(await busybox());
  authority = await makeAuthority(join(folder, 'ours'));
  strangers = await makeAuthority(join(folder, 'strangers'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});
function kept<T extends { close(): Promise<void> }>(one: T): T {
  open.push(one);
  return one;
}

const base = 'FROM scratch\nCOPY --chmod=755 busybox /bin/busybox\nSHELL ["/bin/busybox", "sh", "-c"]\n';

function give(here: Scene, instructions: string): void {
  writeFileSync(join(here.workspace, 'busybox'), program);
  writeFileSync(join(here.workspace, 'Dockerfile'), `${base}${instructions}\n`);
}

/** What was stored in the registry, in order: digests, and tags by their names. */
function manifestsPut(here: Scene): string[] {
  return here.ecr.requests.flatMap((request) =>
    request.operation === 'PUT manifest' && 'path' in request ? [request.path.split('/').at(-1) ?? ''] : [],
  );
}

type Way = 'a socket' | 'TCP with TLS';

/** BuildKit behind one way to it, and a builder of buildx's for that, which nothing but the input `builder` chooses. */
type Start = (way: Way, tls?: Certificates) => Promise<{ kit: BuildKit; builder: RemoteBuilder }>;

const ofEngine: Start = async (way, tls = authority.client) => {
  const on = engine('containerd');
  const kit = kept(
    await exposeBuildKit(
      on,
      way === 'a socket' ? { socket: join(folder, 'buildkit.sock') } : { tls: authority.server },
    ),
  );
  const asked = way === 'a socket' ? { use: false } : { use: false, tls };
  return { kit, builder: kept(await addRemoteBuilder(on, kit.endpoint, asked)) };
};

const ofDaemon: Start = async (way, tls = authority.client) => {
  const kit = kept(await startBuildKit(authority.server));
  const asked = way === 'a socket' ? { use: false } : { use: false, tls };
  const endpoint = way === 'a socket' ? kit.socket : kit.endpoint;
  return { kit, builder: kept(await addRemoteBuilder(engine('containerd'), endpoint, asked)) };
};

/** Two builds and a container take long where others want the machine too; buildx itself waits 20 seconds for a builder. */
const patient = 90_000;

/** All of a run with a remote builder, whatever it is made of. */
function buildsOver(start: Start): void {
  test.each<Way>(['a socket', 'TCP with TLS'])(
    'over %s: tested in the engine, pushed by digest without a candidate tag, secrets nowhere',
    async (way) => {
      const { builder } = await start(way);
      const here = await scene(engine('containerd'));
      give(
        here,
        'RUN --mount=type=secret,id=npm,required=true /bin/busybox wc -c /run/secrets/npm > /length',
      );
      const given = {
        builder: 'remote',
        secrets: 'npm=v4lue-of-npm',
        'smoke-test': 'command: [/bin/busybox, grep, "12", /length]',
      };
      const { main, leftovers } = await here.ship(given, builder.env);
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      expect(main.log).toMatch(/Builder: buildx \S+, driver remote/);
      expect(main.log).toContain('The smoke test command 1 passed');
      const digest = main.outputs['digest'] ?? '';
      expect(here.ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, latest: digest });
      expect(manifestsPut(here)).toEqual([digest, 'v1.0.0', 'latest']);
      const seen = [main.log.replace(/^::add-mask::.*$/gm, ''), main.summary, JSON.stringify(main.outputs)];
      expect(seen.filter((text) => text.includes('v4lue-of-npm'))).toEqual([]);
      expect(leftovers).toEqual([]);
    },
    patient,
  );

  test(
    'an image that does not start is not pushed, and a failing instruction is shown at its line',
    async () => {
      const { builder } = await start('TCP with TLS');
      const here = await scene(engine('containerd'));
      give(here, 'CMD ["/bin/busybox", "false"]');
      const dies = await here.ship(
        { builder: 'remote', 'smoke-test': 'command: [/bin/busybox, "false"]' },
        builder.env,
      );
      expect(onlyError(dies.main)).toContain('ended with exit code 1');
      expect(manifestsPut(here)).toEqual([]);
      give(here, 'RUN echo because; exit 3');
      const { main } = await here.ship({ builder: 'remote' }, builder.env);
      expect(onlyError(main)).toContain('did not complete successfully: exit code: 3');
      expect(main.log).toMatch(/^::error title=[^,]*build-failed,file=Dockerfile,line=4::/m);
    },
    patient,
  );

  test('attestations are pushed with the index that lists them', async () => {
    const { builder } = await start('TCP with TLS');
    const here = await scene(engine('containerd'));
    const given = { builder: 'remote', provenance: 'mode=max', tags: 'v1' };
    const { main } = await here.ship(given, builder.env);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.summary).toMatch(
      /· 1 attestation of provenance, stored as (?:image manifest|OCI artifact with a subject)\n/,
    );
  });
}

describe("a builder of buildx's driver remote, with the BuildKit of an engine", () => {
  buildsOver(ofEngine);

  test.each([
    {
      name: 'our certificate is one of strangers',
      tls: () => ({ ...strangers.client, ca: authority.client.ca }),
    },
    {
      name: 'its own certificate is one of strangers',
      tls: () => ({ ...authority.client, ca: strangers.client.ca }),
    },
  ])(
    '$name: told in one error, and the Dockerfile is not blamed',
    async ({ tls }) => {
      const { builder } = await ofEngine('TCP with TLS', tls());
      const here = await scene(engine('containerd'));
      const { main } = await here.ship({ builder: 'remote' }, builder.env);
      expect(onlyError(main)).toContain('Check that BuildKit runs at the address');
      expect(onlyError(main)).toContain('cacert, cert, key and servername');
      expect(main.log).toContain('builder-unreachable');
      expect(manifestsPut(here)).toEqual([]);
    },
    90_000,
  );

  test(
    'that is gone, before the build and in the middle of it: told in one error',
    async () => {
      const { kit, builder } = await ofEngine('TCP with TLS');
      const here = await scene(engine('containerd'));
      give(here, 'RUN /bin/busybox sleep 600');
      const job = here.job({ builder: 'remote' }, builder.env);
      const main = await job.main({
        killAfter: (log) => {
          if (/RUN \/bin\/busybox sleep 600$/m.test(log)) void kit.close();
          return false;
        },
      });
      expect(onlyError(main)).toContain('The connection to the builder broke');
      await job.post();
      job.remove();
      const again = await here.ship({ builder: 'remote' }, builder.env);
      expect(onlyError(again.main)).toContain('Check that BuildKit runs at the address');
      expect(manifestsPut(here)).toEqual([]);
    },
    patient,
  );
});

const startServer = serversOfThisFile();

const daemon = await ensureBuildkitd();
describe(`BuildKit ${version} in a process of its own`, () => {
  if ('why' in daemon) test.skip(`(not run: ${daemon.why})`, () => undefined);
  else {
    buildsOver(ofDaemon);

    test(
      'downloads a build context with the secret that it knows for the host, which nobody sees',
      async () => {
        const { builder } = await ofDaemon('a socket');
        const here = await scene(engine('containerd'), { files: {} });
        const unique = String(Date.now());
        const server = await startServer((_, response) => {
          // BuildKit calls what it has downloaded `context`. An image needs a layer.
          response.end(`FROM scratch\nCOPY context /${unique}\n`);
        });
        const secrets = 'HTTP_AUTH_TOKEN_127.0.0.1=hunter2-hunter2';
        const given = { builder: 'remote', context: `${server.url}/x`, secrets, provenance: 'mode=max' };
        const { main } = await here.ship({ ...given, scan: 'off', tags: 'v1' }, builder.env);
        expect([main.exitCode, main.errors]).toEqual([0, []]);
        expect(server.asked.map(({ authorization }) => authorization)).toContain('Bearer hunter2-hunter2');
        expect(main.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('hunter2');
      },
      patient,
    );

    test(
      'writes attestations as OCI artifacts, and in the older form for a registry that knows no subject',
      async () => {
        const { builder } = await ofDaemon('a socket');
        const given = { builder: 'remote', provenance: 'mode=max', tags: 'v1' };
        const taking = await scene(engine('containerd'));
        const { main } = await taking.ship(given, builder.env);
        expect([main.exitCode, main.errors]).toEqual([0, []]);
        expect(main.summary).toContain('stored as OCI artifact with a subject');
        const refusing = await scene(engine('containerd'), { scenario: { subjects: 'refused' } });
        const older = await refusing.ship(given, builder.env);
        expect([older.main.exitCode, older.main.errors]).toEqual([0, []]);
        expect(older.main.log).toContain(
          'The registry refused a manifest, as registries do that do not know its subject field',
        );
        expect(older.main.summary).toContain('stored as image manifest');
      },
      patient,
    );
  }
});
