import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../src/plan/inputs.ts';
import { ShipError } from '../../../src/types/errors.ts';
import { inputDefaults, type RawInputs } from '../../../src/types/inputs.ts';

const blank = Object.fromEntries(Object.keys(inputDefaults).map((name) => [name, ''])) as RawInputs;
const raw = (given: Partial<RawInputs>): RawInputs => ({
  ...blank,
  repository: 'team/app',
  'aws-region': 'eu-west-1',
  ...given,
});

function problemsOf(given: Partial<RawInputs>, region?: string): string {
  try {
    parseInputs(raw(given), region);
  } catch (error) {
    if (error instanceof ShipError) return error.message;
    throw error;
  }
  throw new Error('no problem was found');
}

test('an empty text is the default of every input', () => {
  expect(parseInputs(raw({}), undefined)).toEqual({
    repository: 'team/app',
    registryId: undefined,
    region: 'eu-west-1',
    tagRules: [{ type: 'sha', format: 'short', prefix: 'sha-' }],
    build: { context: '.', file: undefined, target: undefined, platforms: [], buildArgs: [], labels: [] },
    push: true,
    scan: 'auto',
    policy: { limits: { critical: 0 }, onIncompleteScan: 'fail' },
    scanTimeoutMs: 600_000,
    login: 'job',
    summary: true,
    resultFile: undefined,
  });
});

test('all problems are told at once, each with its input, what was given and what is allowed', () => {
  const text = problemsOf({
    repository: '',
    push: 'yes',
    'fail-on': 'blocker',
    'scan-timeout': '10',
    login: 'never',
  });
  expect(text).toContain('Input repository is empty; allowed: the name of a private repository');
  expect(text).toContain('Input push is "yes"; allowed: true or false.');
  expect(text).toContain('Input fail-on is "blocker"; allowed: none, one of critical, high');
  expect(text).toContain('Input scan-timeout is "10"; allowed: a time with its unit');
  expect(text).toContain('Input login is "never"; allowed: job or step.');
  expect(text).toMatch(/Correct them in the step\.$/);
});

describe('the region', () => {
  const uri = '123456789012.dkr.ecr.us-east-2.amazonaws.com/team/app';
  test.each([
    { name: 'input first', given: { 'aws-region': 'eu-west-1' }, ambient: 'us-west-2', region: 'eu-west-1' },
    {
      name: 'then the URI',
      given: { 'aws-region': '', repository: uri },
      ambient: 'us-west-2',
      region: 'us-east-2',
    },
    { name: 'then the environment', given: { 'aws-region': '' }, ambient: 'us-west-2', region: 'us-west-2' },
  ])('$name', ({ given, ambient, region }) => {
    expect(parseInputs(raw(given), ambient).region).toBe(region);
  });

  test.each([
    {
      name: 'none at all',
      given: { 'aws-region': '' },
      ambient: undefined,
      says: 'AWS_REGION is not set either',
    },
    {
      name: 'a bad one in the environment',
      given: { 'aws-region': '' },
      ambient: 'Dublin',
      says: 'AWS_REGION holds "Dublin"',
    },
    {
      name: 'a bad input',
      given: { 'aws-region': 'Dublin' },
      ambient: 'us-west-2',
      says: 'Input aws-region is "Dublin"',
    },
    {
      name: 'not that of the URI',
      given: { repository: uri },
      ambient: undefined,
      says: "the region of the repository's URI, us-east-2",
    },
  ])('is refused: $name', ({ given, ambient, says }) => {
    expect(problemsOf(given, ambient)).toContain(says);
  });
});

test('the account comes from the input or the URI, and they must agree', () => {
  const uri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
  expect(parseInputs(raw({ 'registry-id': '000000000001' }), undefined).registryId).toBe('000000000001');
  expect(parseInputs(raw({ repository: uri }), undefined).registryId).toBe('123456789012');
  expect(problemsOf({ repository: uri, 'registry-id': '000000000001' })).toContain(
    '123456789012, or nothing',
  );
  expect(problemsOf({ 'registry-id': '1' })).toContain('12 digits; write it in quotes');
});

test.each([
  {
    input: 'platforms',
    given: 'linux/amd64, linux/arm64\nlinux/amd64',
    value: ['linux/amd64', 'linux/arm64'],
  },
  { input: 'build-args', given: 'A=1\n\n B \nC=x=y', value: ['A=1', 'B', 'C=x=y'] },
  { input: 'labels', given: 'a.b=c d', value: ['a.b=c d'] },
] as const)('$input is read line by line', ({ input, given, value }) => {
  const { build } = parseInputs(raw({ [input]: given }), undefined);
  expect(
    input === 'platforms' ? build.platforms : input === 'labels' ? build.labels : build.buildArgs,
  ).toEqual(value);
});

test.each([
  { input: 'platforms', given: 'linux', says: 'platforms such as linux/amd64' },
  { input: 'build-args', given: '=x', says: 'one NAME=value a line' },
  { input: 'labels', given: 'no value', says: 'one name=value a line' },
  { input: 'context', given: '-', says: 'a folder of the checkout, or a Git URL' },
  { input: 'scan', given: 'on', says: 'auto or off' },
  { input: 'on-incomplete-scan', given: 'ignore', says: 'fail or warn' },
  { input: 'summary', given: '1', says: 'true or false' },
] as const)('$input: $given is refused', ({ input, given, says }) => {
  expect(problemsOf({ [input]: given })).toContain(
    `Input ${input} is ${JSON.stringify(given)}; allowed: ${says}`,
  );
});
