import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { privateDockerConfig } from '../../../src/adapters/docker/docker-config.ts';
import { withLogins } from '../../../src/adapters/docker/docker-config-file.ts';
import { host } from '../support/values.ts';

const ours = [{ host, basic: 'QVdTOnNlY3JldA==' }];

describe('withLogins', () => {
  test('an empty configuration gets our login and an empty helper for our host', () => {
    expect(withLogins({}, ours)).toEqual({
      auths: { [host]: { auth: 'QVdTOnNlY3JldA==' } },
      credHelpers: { [host]: '' },
    });
  });

  test('everything that is theirs stays', () => {
    const theirs = {
      auths: { 'ghcr.io': { auth: 'dTpw' }, [host]: { auth: 'b2xk' } },
      credHelpers: { 'public.ecr.aws': 'ecr-login', [host]: 'ecr-login' },
      credsStore: 'desktop',
      currentContext: 'remote',
      proxies: { default: { httpsProxy: 'http://proxy:3128' } },
      cliPluginsExtraDirs: ['/opt/plugins'],
      HttpHeaders: { 'X-Meta': 'a' },
    };
    const before = structuredClone(theirs);
    expect(withLogins(theirs, ours)).toEqual({
      ...before,
      auths: { 'ghcr.io': { auth: 'dTpw' }, [host]: { auth: 'QVdTOnNlY3JldA==' } },
      credHelpers: { 'public.ecr.aws': 'ecr-login', [host]: '' },
    });
    expect(theirs).toEqual(before);
  });

  test('Docker Hub is filed as docker files it', () => {
    const key = 'https://index.docker.io/v1/';
    expect(withLogins({}, [...ours, { host: 'docker.io', basic: 'aHVi' }])).toEqual({
      auths: { [host]: { auth: 'QVdTOnNlY3JldA==' }, [key]: { auth: 'aHVi' } },
      credHelpers: { [host]: '', [key]: '' },
    });
  });

  test('the password itself is nowhere but in auth', () => {
    expect(JSON.stringify(withLogins({}, ours))).not.toContain('"secret"');
  });
});

describe('the private folder', () => {
  const variables = { ...process.env };
  const parent = mkdtempSync(join(tmpdir(), 'ecr-ship-config-'));
  afterEach(() => {
    process.env = { ...variables };
    rmSync(parent, { recursive: true, force: true });
  });

  test('keeps the logins of a file with a byte order mark, in a RUNNER_TEMP that nobody has made', async () => {
    process.env['RUNNER_TEMP'] = join(parent, 'not/there');
    process.env['DOCKER_CONFIG'] = join(parent, 'theirs');
    mkdirSync(join(parent, 'theirs'), { recursive: true });
    writeFileSync(join(parent, 'theirs/config.json'), '\ufeff{"auths":{"ghcr.io":{"auth":"dTpw"}}}');
    const config = privateDockerConfig();
    const path = config.choosePath();
    await config.install(path, ours);
    expect(JSON.parse(readFileSync(join(path, 'config.json'), 'utf8'))).toMatchObject({
      auths: { 'ghcr.io': { auth: 'dTpw' }, [host]: { auth: ours[0]?.basic } },
    });
  });

  test('where RUNNER_TEMP is a file there is nothing to remove', async () => {
    const file = join(parent, 'file');
    mkdirSync(parent, { recursive: true });
    writeFileSync(file, '');
    await expect(privateDockerConfig().remove(join(file, 'ecr-ship-docker-1'))).resolves.toBeUndefined();
  });
});
