import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parseScenario } from '../../local-ecr/index.ts';

const folder = fileURLToPath(new URL('../../local-ecr/scenarios/', import.meta.url));

test.each(readdirSync(folder))('%s is a scenario', (file) => {
  expect(parseScenario(readFileSync(`${folder}/${file}`, 'utf8'), file).description).not.toBe('');
});

test('what a file leaves out is that of a registry nobody has set up', () => {
  expect(parseScenario('{}', 'x.json')).toMatchObject({
    scanning: { type: 'BASIC', frequency: 'MANUAL' },
    repositories: [],
    results: [],
  });
});

describe('the message names the part that is wrong', () => {
  const phase = { afterMs: 0, status: 'PENDING' };
  test.each<[string, unknown]>([
    ['the whole has to be an object, not []', []],
    [
      'phase is not known; allowed: description, scanning, repositories, registries, roles, quotas, subjects, replication, archive, publicRepositories, phases, results',
      { phase: [] },
    ],
    ['description has to be a text, not 5', { description: 5 }],
    ['scanning.frequency is missing', { scanning: { type: 'BASIC' } }],
    [
      'scanning.type is "basic"; allowed: BASIC, ENHANCED',
      { scanning: { type: 'basic', frequency: 'MANUAL' } },
    ],
    [
      'scanning.frequency is CONTINUOUS_SCAN, which only ENHANCED scanning has',
      { scanning: { type: 'BASIC', frequency: 'CONTINUOUS_SCAN' } },
    ],
    ['repositories[0] has to be an object, not "team/app"', { repositories: ['team/app'] }],
    ['repositories[0].nam is not known', { repositories: [{ nam: 'team/app' }] }],
    ['repositories[0].name is "Team/app"; a name has 2 to 256', { repositories: [{ name: 'Team/app' }] }],
    ['publicRepositories[0].name is "a"; a name has', { publicRepositories: [{ name: 'a' }] }],
    [
      'repositories[1] is there twice: team/app',
      { repositories: [{ name: 'team/app' }, { name: 'team/app' }] },
    ],
    [
      'repositories[0].exclusionFilters cannot be there with IMMUTABLE; it needs IMMUTABLE_WITH_EXCLUSION',
      { repositories: [{ name: 'team/app', imageTagMutability: 'IMMUTABLE', exclusionFilters: ['latest'] }] },
    ],
    [
      'repositories[0].exclusionFilters is missing, which MUTABLE_WITH_EXCLUSION needs',
      { repositories: [{ name: 'team/app', imageTagMutability: 'MUTABLE_WITH_EXCLUSION' }] },
    ],
    [
      'registries[0].region is "mars", and not like eu-west-1',
      { registries: [{ account: '210987654321', region: 'mars' }] },
    ],
    [
      'registries[1] is there twice: 210987654321/us-east-1',
      {
        registries: [1, 2].map(() => ({ account: '210987654321', region: 'us-east-1' })),
      },
    ],
    ['phases needs at least one entry', { phases: [] }],
    [
      'phases[1].status is "DONE"; allowed: ABSENT, PENDING,',
      { phases: [phase, { afterMs: 1, status: 'DONE' }] },
    ],
    ['phases[0].afterMs has to be a number from 0, not -1', { phases: [{ ...phase, afterMs: -1 }] }],
    ['phases[1].afterMs is earlier than the phase before it', { phases: [{ ...phase, afterMs: 5 }, phase] }],
    [
      'phases[0].findings is "some"; allowed: late, empty, counted, half, bare, all',
      { phases: [{ ...phase, findings: 'some' }] },
    ],
    ['phases[0].lie has to be an object, not "no"', { phases: [{ ...phase, lie: 'no' }] }],
    [
      'roles[0].trustPolicy.Statement has to be an object, not null',
      { roles: [{ arn: 'arn:aws:iam::123456789012:role/r', trustPolicy: {} }] },
    ],
    [
      'roles[0].policy.Statement[0].Resource[0] has to be a text',
      {
        roles: [
          {
            arn: 'arn:aws:iam::123456789012:role/r',
            trustPolicy: { Statement: { Effect: 'Allow' } },
            policy: { Statement: [{ Effect: 'Allow', Action: 'ecr:*' }] },
          },
        ],
      },
    ],
    [
      'repositories[0].policy.Statement[0].Effect is "allow"; allowed: Allow, Deny',
      { repositories: [{ name: 'team/app', policy: { Statement: [{ Effect: 'allow' }] } }] },
    ],
    ['publicRepositories[1] is there twice: app', { publicRepositories: [{ name: 'app' }, { name: 'app' }] }],
    ['quotas.tagsPerImage has to be a whole number, not 1.5', { quotas: { tagsPerImage: 1.5 } }],
    ['results[0].match is missing', { results: [{}] }],
    ['results[0].match.os is not known', { results: [{ match: { os: 'linux' } }] }],
    ['results[0].phases[0].status is missing', { results: [{ match: {}, phases: [{ afterMs: 0 }] }] }],
    [
      'results[0].findings[1].severity is missing',
      {
        results: [{ match: {}, findings: [{ id: 'a', severity: 'b' }, { id: 'c' }] }],
      },
    ],
    [
      'results[0].findings[0].score has to be a number from 0 to 10, not 11',
      {
        results: [{ match: {}, findings: [{ id: 'a', severity: 'b', score: 11 }] }],
      },
    ],
    [
      'results[0].generate.severities needs at least one entry',
      {
        results: [{ match: {}, generate: { count: 1, severities: [] } }],
      },
    ],
  ])('%s', (message, scenario) => {
    expect(() => parseScenario(JSON.stringify(scenario), 'x.json')).toThrow(`Scenario x.json: ${message}`);
  });

  test('a mark at the beginning, which some editors leave, is no part of it', () => {
    expect(parseScenario('\ufeff{"description":"x"}', 'x.json')).toMatchObject({ description: 'x' });
  });

  test('or says that it is not JSON', () => {
    expect(() => parseScenario('{', 'x.json')).toThrow('Scenario x.json: not JSON (');
  });
});
