import { describe, expect, test } from '@jest/globals';
import { missingPolicies } from '../../../src/phases/repository.ts';
import { plainSettings } from '../../../src/types/repository-settings.ts';

const wanted = { ...plainSettings, lifecyclePolicy: '{"rules":[]}', policy: '{"Statement":[]}' };
const rules = { rules: [] };
const access = { push: [], pull: [], open: [] };

describe('a repository that is there without what its settings name is told', () => {
  test.each([
    {
      name: 'both are missing',
      posture: { lifecycle: 'none', access: 'none' },
      said: 'lifecycle policy and the policy',
    },
    { name: 'one is missing', posture: { lifecycle: rules, access: 'none' }, said: 'without the policy of' },
    {
      name: 'the other one is missing',
      posture: { lifecycle: 'none', access },
      said: 'without the lifecycle policy of',
    },
  ] as const)('$name', ({ posture, said }) => {
    expect(missingPolicies('team/app', posture, wanted)).toEqual([expect.stringContaining(said)]);
  });

  test.each([
    { name: 'nothing is missing', posture: { lifecycle: rules, access }, settings: wanted },
    { name: 'nobody may see it', posture: { lifecycle: undefined, access: undefined }, settings: wanted },
    {
      name: 'nothing was asked for',
      posture: { lifecycle: 'none', access: 'none' },
      settings: plainSettings,
    },
    { name: 'nothing is to be made', posture: { lifecycle: 'none', access: 'none' }, settings: undefined },
  ] as const)('not where $name', ({ posture, settings }) => {
    expect(missingPolicies('team/app', posture, settings)).toEqual([]);
  });
});
