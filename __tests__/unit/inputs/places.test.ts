import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../src/inputs/inputs.ts';
import type { RawInputs } from '../../../src/types/inputs.ts';
import { host, rawInputs, shipErrorOf } from '../support/values.ts';

const publicUri = 'public.ecr.aws/alias/app';

function placesOf(given: Partial<RawInputs>, ambient: string | undefined = 'eu-west-1') {
  const parsed = parseInputs(rawInputs({ 'aws-region': '', ...given }), ambient);
  if (parsed.mode === 'login') throw new Error('the mode is not login');
  const { repository, registryType, region, target, scanRepository } = parsed;
  return { repository, registryType, region, target, scanRepository };
}

const us = { type: 'public', region: 'us-east-1', registryId: undefined };

describe('a public repository is asked in us-east-1, whatever the region of the job', () => {
  test.each<[string, Partial<RawInputs>]>([
    ['by its URI', { repository: publicUri }],
    ['by alias and name', { repository: 'alias/app', 'registry-type': 'public' }],
    ['both', { repository: publicUri, 'registry-type': 'public' }],
    ['with the one region that there is', { repository: publicUri, 'aws-region': 'us-east-1' }],
  ])('%s', (_, given) => {
    expect(placesOf({ ...given, scan: 'off' })).toEqual({
      repository: 'alias/app',
      registryType: 'public',
      region: 'us-east-1',
      target: us,
      scanRepository: undefined,
    });
  });

  test('no region of the environment is needed', () => {
    expect(
      parseInputs(rawInputs({ repository: publicUri, scan: 'off', 'aws-region': '' }), undefined),
    ).toMatchObject({ region: 'us-east-1' });
  });

  test('another account is named as for a private one', () => {
    const given = { repository: publicUri, scan: 'off', 'registry-id': '210987654321' };
    expect(placesOf(given).target).toEqual({ ...us, registryId: '210987654321' });
  });
});

describe('scan-repository is in a region of its own', () => {
  test.each<[string, Partial<RawInputs>, string, string | undefined]>([
    ['that of the environment', { 'scan-repository': 'team/app' }, 'eu-west-1', undefined],
    [
      'that of aws-region',
      { 'scan-repository': 'team/app', 'aws-region': 'eu-north-1' },
      'eu-north-1',
      undefined,
    ],
    ['that of its URI', { 'scan-repository': `${host}/team/app` }, 'eu-west-1', '123456789012'],
  ])('%s', (_, given, region, registryId) => {
    expect(placesOf({ repository: publicUri, ...given })).toMatchObject({
      target: us,
      scanRepository: { name: 'team/app', target: { type: 'private', region, registryId } },
    });
  });

  test.each<[string, Partial<RawInputs>]>([['with scan: off it is not used', { scan: 'off' }]])(
    '%s',
    (_, given) => {
      const { scanRepository } = placesOf({ repository: publicUri, 'scan-repository': 'team/app', ...given });
      expect(scanRepository).toBeUndefined();
    },
  );

  test('it needs a region', () => {
    const raw = rawInputs({ repository: publicUri, 'scan-repository': 'team/app', 'aws-region': '' });
    expect(shipErrorOf(() => parseInputs(raw, undefined)).what).toBe(
      'Input aws-region is empty; allowed: a region such as eu-west-1; AWS_REGION is not set either.',
    );
  });
});

describe('what does not go together is told before anything is done', () => {
  const noScanner =
    'allowed: off for ECR Public, which has no scanner; or name a private repository in the input scan-repository, in ' +
    'which the image is scanned and judged before it is published; ' +
    "or give another scanner's SARIF file in the input findings.";
  test.each<[string, Partial<RawInputs>, string]>([
    ['a gate without a scanner', { repository: publicUri }, `Input scan is "auto"; ${noScanner}`],
    [
      'also where nothing is forbidden',
      { repository: publicUri, scan: 'auto', 'fail-on': 'none' },
      `Input scan is "auto"; ${noScanner}`,
    ],
    ['in mode plan', { repository: publicUri, mode: 'plan' }, `Input scan is "auto"; ${noScanner}`],
    [
      'another region than the one there is',
      { repository: publicUri, scan: 'off', 'aws-region': 'eu-west-1' },
      'Input aws-region is "eu-west-1"; allowed: us-east-1 or nothing, because ECR Public is asked nowhere else.',
    ],
    [
      'a private URI that is called public',
      { repository: `${host}/team/app`, 'registry-type': 'public', scan: 'off' },
      'Input registry-type is "public"; allowed: private, as the repository\'s URI says, or nothing.',
    ],
    [
      'a public URI that is called private',
      { repository: publicUri, 'registry-type': 'private', scan: 'off' },
      'Input registry-type is "private"; allowed: public, as the repository\'s URI says, or nothing.',
    ],
    [
      'a public name without an alias',
      { repository: 'app', 'registry-type': 'public', scan: 'off' },
      'Input repository is "app"; allowed: the alias of the public registry and the repository\'s name, such as ' +
        'alias/name, or its URI such as public.ecr.aws/alias/name.',
    ],
    [
      'a scan elsewhere of a private image',
      { repository: 'team/app', 'scan-repository': 'team/other' },
      'Input scan-repository is "team/other"; allowed: nothing for a private repository, which is scanned where it is.',
    ],
    [
      'aws-region against the URI of scan-repository',
      { repository: publicUri, 'scan-repository': `${host}/team/app`, 'aws-region': 'eu-north-1' },
      'Input aws-region is "eu-north-1"; allowed: the region of the URI in scan-repository, eu-west-1, or nothing.',
    ],
  ])('%s', (_, given, what) => {
    const error = shipErrorOf(() => placesOf(given));
    expect(error.code).toBe('invalid-input');
    expect(error.what).toBe(what);
  });

  test('a build that is not pushed needs no gate', () => {
    expect(placesOf({ repository: publicUri, push: 'false' }).target).toBeUndefined();
  });
});
