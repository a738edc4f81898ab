import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetAuthorizationTokenCommand, ECRClient } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startLocalEcr, type LocalEcr } from '../../local-ecr/index.ts';
import { ecrPrivate } from '../../src/adapters/ecr/ecr-private.ts';
import { clockUntil } from '../../src/adapters/machine/clock.ts';
import { verifyImage } from '../../src/publish/verify.ts';
import { ShipError } from '../../src/types/errors.ts';
import { parseRegion, parseRepositoryName } from '../../src/types/names.ts';
import { onEngines, type Engine } from '../support/engines.ts';
import { shapes, type Shape } from '../support/hostile-shapes.ts';
import { filesIn } from '../support/image-shapes.ts';
import { fakeLog } from '../unit/support/world.ts';

const name = 'team/app';
const before = { ...process.env };

afterAll(() => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
});

/** What an engine makes of a tag: the text of who.txt of what it would run, or why it runs nothing. */
type Run = { readonly runs: string } | { readonly fails: string };

function dockerOn(engine: Engine, folder: string) {
  const env = { ...engine.env, HOME: folder, DOCKER_CONFIG: join(folder, 'config') };
  mkdirSync(env.DOCKER_CONFIG);
  return (args: readonly string[], input = '') =>
    new Promise<{ code: number; output: Buffer; errors: string }>((resolve, reject) => {
      const child = spawn('docker', [...args], { env });
      const output: Buffer[] = [];
      let errors = '';
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? -1, output: Buffer.concat(output), errors }));
      child.stdin.on('error', () => undefined).end(input);
    });
}

onEngines(['classic', 'buildx', 'containerd'], (engine) => {
  const all = shapes(`${engine.name} ${String(process.pid)}-${String(Date.now())}`);
  const tagOf = (shape: Shape) => `shape-${String(all.indexOf(shape))}`;
  let ecr: LocalEcr;
  let folder: string;
  let docker: ReturnType<typeof dockerOn>;

  beforeAll(async () => {
    ecr = await startLocalEcr();
    ecr.createRepository(name);
    for (const shape of all) {
      const { top, manifests, blobs } = shape.pushed;
      ecr.seed(name, { manifests: [...manifests, top], blobs }, tagOf(shape));
    }
    folder = mkdtempSync(join(tmpdir(), 'ecr-ship-shapes-'));
    docker = dockerOn(engine, folder);
    Object.assign(process.env, ecr.env);
    const client = new ECRClient({});
    const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
    client.destroy();
    const token = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString();
    const login = ['login', '--username', 'AWS', '--password-stdin', ecr.host];
    expect((await docker(login, token.replace('AWS:', ''))).code).toBe(0);
  });
  afterAll(async () => {
    // What was pulled and could not be unpacked may have its name all the same, and an engine that has one with a broken config
    // lists no images any more. Its layers were needed until here.
    for (const shape of all) await docker(['rmi', '--force', `${ecr.host}/${name}:${tagOf(shape)}`]);
    await ecr.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function runOf(shape: Shape): Promise<Run> {
    const image = `${ecr.host}/${name}:${tagOf(shape)}`;
    const pulled = await docker(['pull', '--quiet', image]);
    if (pulled.code !== 0) return { fails: pulled.errors };
    const created = await docker(['create', image]);
    const container = created.output.toString().trim();
    const copied = await docker(['cp', `${container}:/who.txt`, '-']);
    await docker(['rm', container]);
    await docker(['rmi', '--force', image]);
    return copied.code === 0
      ? { runs: filesIn(copied.output)['who.txt']?.trim() ?? '' }
      : { fails: created.errors + copied.errors };
  }

  test.each(all.map((shape) => ({ name: shape.name, shape })))(
    '$name: what this engine runs is judged, or the image is refused',
    async ({ shape }) => {
      const { signal } = new AbortController();
      const registry = ecrPrivate(signal)({ region: parseRegion(ecr.region)!, registryId: undefined });
      const repository = await registry.open(parseRepositoryName(name)!).opened();
      const candidate = { digest: shape.pushed.top.digest, tag: undefined, platform: undefined };
      const verified = await verifyImage(repository, candidate, {
        clock: clockUntil(signal),
        log: fakeLog(),
      }).catch((error: unknown) => {
        if (error instanceof ShipError) return error;
        throw error;
      });
      const run =
        engine.name === 'classic' && shape.stopsOldEngine ? { fails: 'not tried' } : await runOf(shape);
      // The shape is an attack, and no mere mistake, where a person's engine would run it.
      if (engine.name !== 'classic' && process.arch === 'x64' && shape.runs !== undefined)
        expect(run).toEqual({ runs: shape.runs });
      if (verified instanceof ShipError) {
        expect('refused' in shape.verdict).toBe(true);
        return;
      }
      const judged = 'judged' in shape.verdict ? shape.verdict.judged : [];
      expect(verified.platforms).toHaveLength(judged.length);
      if ('runs' in run) expect(judged).toContain(run.runs);
    },
  );

  test('and it has lived through all of them', async () => {
    expect((await docker(['version'])).code).toBe(0);
  });
});
