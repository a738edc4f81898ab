import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LocalEcr, ResourcePolicy } from '../../local-ecr/index.ts';
import { actions } from '../../src/types/iam.ts';
import { engine } from '../support/engines.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const other = { accountId: '210987654321', region: 'eu-west-1' };
const registries = [{ account: other.accountId, region: other.region, repositories: [{ name: 'base/app' }] }];
const mayPull: ResourcePolicy = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: '123456789012' },
      Action: actions.pull,
    },
  ],
};
const mayAll: ResourcePolicy = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:*' }] };

/** A base image in the registry of another account: made by the engine, pushed with that account's login. */
async function pushBase({ ecr, docker, workspace }: Scene): Promise<string> {
  const on = engine('containerd');
  const name = `${ecr.hostOf(other)}/base/app:1`;
  ecr.setRepositoryPolicy('base/app', mayAll, other);
  const folder = mkdtempSync(join(workspace, '..', 'base-'));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY base.txt /base.txt\n');
  writeFileSync(join(folder, 'base.txt'), `base ${ecr.host}\n`);
  const config = join(folder, 'config');
  mkdirSync(config);
  const auth = await passwordOf(ecr);
  writeFileSync(join(config, 'config.json'), JSON.stringify({ auths: { [ecr.hostOf(other)]: { auth } } }));
  const env = { ...on.env, PATH: process.env['PATH'] ?? '' };
  await docker(['build', '--tag', name, folder], env);
  await docker(['--config', config, 'push', name], env);
  await docker(['image', 'rm', name], env);
  return name;
}

async function passwordOf({ url }: LocalEcr): Promise<string> {
  const { ECRClient, GetAuthorizationTokenCommand } = await import('@aws-sdk/client-ecr');
  const client = new ECRClient({
    endpoint: url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'LOCALECR', secretAccessKey: 'x' },
  });
  const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
  return authorizationData?.[0]?.authorizationToken ?? '';
}

describe('a base image in the registry of another account', () => {
  test.each(['FROM BASE', 'ARG FROM_IMAGE=BASE\nFROM $FROM_IMAGE'])(
    'is pulled with the same credentials: %s',
    async (from) => {
      const at = await scene(engine('containerd'), { scenario: { registries } });
      const name = await pushBase(at);
      at.ecr.setRepositoryPolicy('base/app', mayPull, other);
      writeFileSync(join(at.workspace, 'Dockerfile'), `${from.replace('BASE', name)}\nCOPY hello.txt /\n`);
      const { main, leftovers } = await at.ship();
      expect(main.errors).toEqual([]);
      expect(main.log).toContain(`Logged in to ${at.ecr.hostOf(other)} for the base image ${name}.`);
      expect(leftovers).toEqual([]);
    },
  );

  test('is pulled as a named build context too, in the place of what the Dockerfile names', async () => {
    const at = await scene(engine('containerd'), { scenario: { registries } });
    const name = await pushBase(at);
    at.ecr.setRepositoryPolicy('base/app', mayPull, other);
    writeFileSync(join(at.workspace, 'Dockerfile'), 'FROM base\nCOPY hello.txt /\n');
    const { main } = await at.ship({ 'build-contexts': `base=docker-image://${name}` });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain(`Logged in to ${at.ecr.hostOf(other)} for the base image ${name}.`);
  });

  test('is pulled with push: false after a step with mode: login', async () => {
    const at = await scene(engine('containerd'), { scenario: { registries } });
    const name = await pushBase(at);
    at.ecr.setRepositoryPolicy('base/app', mayAll, other);
    writeFileSync(join(at.workspace, 'Dockerfile'), `FROM ${name}\nCOPY hello.txt /\n`);
    const without = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    const stranger = (await at.ship({ push: 'false' }, without)).main;
    expect(onlyError(stranger)).toContain('The build failed');
    const first = at.job({
      mode: 'login',
      repository: 'base/app',
      'registry-id': other.accountId,
      tags: '',
      labels: '',
    });
    const login = await first.main();
    expect([login.exitCode, login.errors]).toEqual([0, []]);
    const { main } = await at.ship({ push: 'false' }, { ...first.laterEnv(), ...without });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    await first.post();
    first.remove();
  });

  test('is pulled with push: false with the credentials of the job, whose login is gone then', async () => {
    const at = await scene(engine('containerd'), { scenario: { registries } });
    const name = await pushBase(at);
    at.ecr.setRepositoryPolicy('base/app', mayPull, other);
    writeFileSync(join(at.workspace, 'Dockerfile'), `FROM ${name}\nCOPY hello.txt /\n`);
    const { main, leftovers } = await at.ship({ push: 'false' });
    expect([main.exitCode, main.errors, leftovers]).toEqual([0, [], []]);
    expect(main.log).toContain(`Logged in to ${at.ecr.hostOf(other)} for the base image ${name}.`);
    expect(main.env).not.toHaveProperty('DOCKER_CONFIG');
  });

  test('that push: false may not pull is named like any other', async () => {
    const at = await scene(engine('containerd'), { scenario: { registries } });
    const name = await pushBase(at);
    at.ecr.setRepositoryPolicy('base/app', undefined, other);
    writeFileSync(join(at.workspace, 'Dockerfile'), `FROM ${name}\nCOPY hello.txt /\n`);
    const { main } = await at.ship({ push: 'false' });
    expect(onlyError(main)).toContain(`The base image ${name} is in another registry of ECR`);
  });

  test('that does not let this run pull is named, with what both sides have to allow', async () => {
    const at = await scene(engine('containerd'), { scenario: { registries } });
    const name = await pushBase(at);
    at.ecr.setRepositoryPolicy('base/app', undefined, other);
    writeFileSync(join(at.workspace, 'Dockerfile'), `FROM ${name}\nCOPY hello.txt /\n`);
    const { main } = await at.ship({ 'result-file': 'result.json' });
    expect(onlyError(main)).toContain(`The base image ${name} is in another registry of ECR`);
    expect(main.log).toContain('"ecr:BatchGetImage"');
    expect(JSON.parse(readFileSync(join(at.workspace, 'result.json'), 'utf8'))).toMatchObject({
      errorCode: 'base-image-refused',
    });
  });
});

test('registry-logins pull base images, and are in no log, state, variable, file or process', async () => {
  const at = await scene(engine('containerd'), { scenario: { registries } });
  const name = await pushBase(at);
  at.ecr.setRepositoryPolicy('base/app', mayAll, other);
  const host = at.ecr.hostOf(other);
  const password = Buffer.from(await passwordOf(at.ecr), 'base64')
    .toString()
    .slice('AWS:'.length);
  writeFileSync(join(at.workspace, 'Dockerfile'), `FROM ${name}\nCOPY hello.txt /\n`);
  const logins = `- registry: ${host}\n  username: AWS\n  password: ${password}\n- registry: ghcr.io\n  username: me\n  password: "hunter2: x"\n`;
  const { main, post, leftovers } = await at.ship({ push: 'false', 'registry-logins': logins });
  expect(main.errors).toEqual([]);
  expect(main.masks).toEqual(expect.arrayContaining([password, 'hunter2: x']));
  const seen = (step: typeof main) =>
    step.log.replaceAll(/^::add-mask::.*$/gm, '') +
    JSON.stringify([step.state, step.env, step.outputs]) +
    step.summary;
  for (const secret of [password, 'hunter2']) expect(seen(main) + seen(post)).not.toContain(secret);
  expect(leftovers).toEqual([]);
});

describe('login: shared', () => {
  const configOf = (home: string) => join(home, '.docker', 'config.json');

  test('is in the configuration that sigstore reads until the job ends, and then it is as it was', async () => {
    const { ecr, job } = await scene(engine('containerd'));
    const running = job({ login: 'shared' });
    const file = configOf(join(running.temp, 'home'));
    mkdirSync(join(running.temp, 'home', '.docker'));
    const theirs = {
      auths: { 'ghcr.io': { auth: 'dTpw' }, [ecr.host]: { auth: 'b2xk' } },
      credsStore: 'none',
    };
    writeFileSync(file, JSON.stringify(theirs));
    const main = await running.main();
    expect(main.errors).toEqual([]);
    const shared = JSON.parse(readFileSync(file, 'utf8')) as { auths: Record<string, { auth: string }> };
    expect(Buffer.from(shared.auths[ecr.host]?.auth ?? '', 'base64').toString()).toMatch(/^AWS:.{100}/);
    expect(shared.auths['ghcr.io']).toEqual({ auth: 'dTpw' });
    expect(JSON.stringify(main.state)).not.toContain('b2xk');
    const post = await running.post();
    expect(post.warnings).toEqual([]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(theirs);
    running.remove();
  });

  test('leaves no configuration where there was none, and a login that somebody else made since', async () => {
    const { ecr, job } = await scene(engine('containerd'));
    const first = job({ login: 'shared' });
    const file = configOf(join(first.temp, 'home'));
    await first.main();
    expect(existsSync(file)).toBe(true);
    await first.post();
    expect(existsSync(dirname(file))).toBe(false);
    first.remove();

    const second = job({ login: 'shared', mode: 'login', tags: '', labels: '' });
    await second.main();
    const theirs = configOf(join(second.temp, 'home'));
    writeFileSync(theirs, JSON.stringify({ auths: { [ecr.host]: { auth: 'bmV3' } } }));
    await second.post();
    expect(readFileSync(theirs, 'utf8')).toContain('bmV3');
    second.remove();
  });
});
