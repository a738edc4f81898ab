import { describe, expect, test } from '@jest/globals';
import type { Scenario } from '../../local-ecr/index.ts';
import { engine } from '../support/engines.ts';

import { onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const far = { accountId: '210987654321', region: 'us-east-1' };

const replicated = (more: object = {}): Partial<Scenario> => ({
  registries: [{ account: far.accountId, region: far.region }],
  replication: {
    rules: [{ destinations: [{ region: far.region, registryId: far.accountId }] }],
    takesMs: 3000,
    ...more,
  },
});

describe('wait-for-replication', () => {
  test('ends when the other registry has the image, under its tags, and says so', async () => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario: replicated() });
    const { main, leftovers } = await ship({
      scan: 'off',
      'wait-for-replication': 'true',
      'result-file': 'result.json',
    });
    expect([main.exitCode, main.errors, leftovers]).toEqual([0, [], []]);
    const { digest = '' } = main.outputs;
    expect(ecr.tags('team/app', far)).toEqual({ 'v1.0.0': digest, latest: digest });
    expect(main.log).toContain('the image is in registry 210987654321 in us-east-1');
    expect(main.summary).toContain('Replicas: 1 of 1 there');
  });

  test('a copy that fails is an error with registry, region and code, and the tags stay', async () => {
    const failures = [{ region: far.region, failureCode: 'AccessDenied' }];
    const { ecr, ship } = await scene(engine('containerd'), { scenario: replicated({ failures }) });
    const { main } = await ship({ scan: 'off', 'wait-for-replication': 'true' });
    expect(main.exitCode).toBe(1);
    expect(onlyError(main)).toContain('to registry 210987654321 in us-east-1: AccessDenied.');
    expect(main.outputs['error-code']).toBe('replication-failed');
    expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(['latest', 'v1.0.0']);
  });

  test('one that takes longer than it may is an error', async () => {
    const { ship } = await scene(engine('containerd'), { scenario: replicated({ takesMs: 3600_000 }) });
    const { main } = await ship({ scan: 'off', 'wait-for-replication': '2s' });
    expect(onlyError(main)).toContain('is not in registry 210987654321 in us-east-1 after 2 s.');
  });

  test('where nothing is replicated a notice says it, and nothing is waited for', async () => {
    const { ship } = await scene(engine('containerd'));
    const { main } = await ship({ scan: 'off', 'wait-for-replication': 'true' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toMatch(
      /::notice.*Nothing is replicated from .*team\/app, so there was nothing to wait for/,
    );
  });
});
