import { describe, expect, test } from '@jest/globals';
import { metadataSettings } from '../../../src/plan/metadata-settings.ts';
import { plan as planOf, shown, sourceAt } from '../support/planned.ts';
import { shipErrorOf } from '../support/values.ts';

const settings = (variables: Readonly<Record<string, string>>) =>
  metadataSettings((name) => variables[name.replace('DOCKER_METADATA_', '')]);

describe('the variables of docker/metadata-action', () => {
  test('nothing is set', () => {
    expect(settings({})).toEqual({ shortLength: 7, isHead: false, levels: undefined, notices: [] });
    expect(settings({ SHORT_SHA_LENGTH: '', PR_HEAD_SHA: 'false', SET_OUTPUT_ENV: 'false' })).toEqual(
      settings({}),
    );
  });

  test('what they ask for', () => {
    expect(
      settings({ SHORT_SHA_LENGTH: '12', PR_HEAD_SHA: 'True', ANNOTATIONS_LEVELS: 'manifest, index' }),
    ).toMatchObject({ shortLength: 12, isHead: true, levels: ['manifest', 'index'] });
  });

  test('what is not used is said', () => {
    expect(settings({ SET_OUTPUT_ENV: 'true' }).notices).toEqual([
      expect.stringContaining('DOCKER_METADATA_SET_OUTPUT_ENV is not used'),
    ]);
  });

  test.each([
    { name: 'SHORT_SHA_LENGTH', value: '0', allowed: 'a whole number from 4 to 64' },
    { name: 'SHORT_SHA_LENGTH', value: 'long', allowed: 'a whole number from 4 to 64' },
    { name: 'SHORT_SHA_LENGTH', value: '65', allowed: 'a whole number from 4 to 64' },
    {
      name: 'ANNOTATIONS_LEVELS',
      value: 'image',
      allowed: 'manifest, index, manifest-descriptor, index-descriptor',
    },
  ])('$name=$value is an error', ({ name, value, allowed }) => {
    expect(shipErrorOf(() => settings({ [name]: value })).what).toContain(
      `The variable DOCKER_METADATA_${name} is "${value}"; allowed: ${allowed}`,
    );
  });

  test.each([
    { length: 4, names: 'sha-0123! x-0123!' },
    { length: 12, names: 'sha-0123456789ab! x-0123456789ab!' },
  ])('a commit of $length digits is a commit still', ({ length, names }) => {
    const source = { ...sourceAt('push to the default branch'), shortLength: length };
    expect(shown(planOf('type=sha,priority=300\nx-{{sha}}', source))).toBe(names);
  });
});
