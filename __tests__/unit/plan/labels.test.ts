import { describe, expect, test } from '@jest/globals';
import { standardLabels, withOwn } from '../../../src/plan/labels.ts';
import { scopeOf } from '../../../src/plan/scope.ts';
import { commit, now, source } from '../support/values.ts';

const scope = scopeOf(source, now);
const known = {
  ...source,
  repository: {
    isDescribed: true,
    name: 'app',
    description: `Tom & Jerry's "app" <b>`,
    url: 'https://github.com/team/app',
    defaultBranch: 'main',
    license: 'MIT',
  },
};

test('the standard labels, sorted, nothing escaped', () => {
  expect(withOwn(standardLabels(known, '1.2.3', now), [], scope)).toEqual({
    ok: true,
    value: [
      'org.opencontainers.image.created=2026-03-04T05:05:00.000Z',
      `org.opencontainers.image.description=Tom & Jerry's "app" <b>`,
      'org.opencontainers.image.licenses=MIT',
      `org.opencontainers.image.revision=${commit}`,
      'org.opencontainers.image.source=https://github.com/team/app',
      'org.opencontainers.image.title=app',
      'org.opencontainers.image.url=https://github.com/team/app',
      'org.opencontainers.image.version=1.2.3',
    ],
  });
});

test('of files from somewhere else the repository of the workflow says neither the source nor the license', () => {
  const labels = standardLabels({ ...known, elsewhere: 'https://example.com/other.git' }, undefined, 0);
  expect(labels.get('org.opencontainers.image.source')).toBe('https://example.com/other.git');
  expect(labels.get('org.opencontainers.image.url')).toBe('https://github.com/team/app');
  expect(labels.has('org.opencontainers.image.licenses')).toBe(false);
});

test('what is not known is left out', () => {
  const nobody = {
    isDescribed: true,
    name: undefined,
    description: '',
    url: undefined,
    defaultBranch: 'main',
    license: undefined,
  };
  const labels = standardLabels({ ...source, commit: undefined, repository: nobody }, undefined, 0);
  expect([...labels]).toEqual([['org.opencontainers.image.created', '1970-01-01T00:00:00.000Z']]);
});

describe("the person's own", () => {
  const standard = new Map([['org.opencontainers.image.title', 'app']]);
  const title = 'org.opencontainers.image.title';

  test.each([
    { what: 'come beside the standard ones', own: ['b=1', 'a=2'], all: ['a=2', 'b=1', `${title}=app`] },
    { what: 'win', own: [`${title}=mine`], all: [`${title}=mine`] },
    { what: 'may be empty', own: [`${title}=`], all: [`${title}=`] },
    { what: 'win over each other, the last one', own: ['a=1', 'a=2'], all: ['a=2', `${title}=app`] },
    { what: 'may hold equals signs', own: ['a=b=c'], all: ['a=b=c', `${title}=app`] },
    { what: 'may hold expressions', own: ['a={{branch}}@{{sha}}'], all: ['a=main@0123456', `${title}=app`] },
  ])('$what', ({ own, all }) => {
    expect(withOwn(standard, own, scope)).toEqual({ ok: true, value: all });
  });

  test('an expression that does not exist is an error that names the line', () => {
    expect(withOwn(standard, ['a=1', 'b={{shaa}}'], scope)).toEqual({
      ok: false,
      allowed: expect.stringMatching(/^in "b=\{\{shaa\}\}" the expressions .* \(did you mean sha\?\)$/),
    });
  });
});
