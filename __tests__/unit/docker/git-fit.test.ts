import { describe, expect, test } from '@jest/globals';
import { requireFitForGit } from '../../../src/docker/git-fit.ts';
import { buildx, classic, inputs, shipErrorOf } from '../support/values.ts';

const old = { ...buildx, gitQuery: false, description: 'buildx 0.13.1, driver docker' };

describe('a query in a Git URL', () => {
  test.each([
    { input: 'context', given: { context: 'https://host/r.git?commit=abc' } },
    { input: 'build-contexts', given: { 'build-contexts': 'lib=https://host/r.git?branch=x' } },
  ])('in $input needs a builder that reads it, or says that it cannot', ({ input, given }) => {
    const error = shipErrorOf(() => requireFitForGit(inputs(given).build, old));
    expect([error.code, error.what]).toEqual([
      'builder-unfit',
      `Input ${input} is a Git URL with a query, which buildx 0.13.1, driver docker does not read.`,
    ]);
    expect(() => requireFitForGit(inputs(given).build, buildx)).not.toThrow();
  });

  test.each(['https://host/r.git#main:sub', 'https://host/x.tar.gz?a=b', '.'])('is none: %s', (context) => {
    expect(() => requireFitForGit(inputs({ context }).build, old)).not.toThrow();
  });
});

describe('a credential in a Git URL', () => {
  test.each(['https://me:hunter2hunter2@host/r.git', 'me:hunter2hunter2@host:r.git'])(
    'would be published by the builder that clones by itself: %s',
    (context) => {
      const error = shipErrorOf(() => requireFitForGit(inputs({ context }).build, classic));
      expect(error.code).toBe('builder-unfit');
      expect(error.what).toContain('would write to .git/config');
      expect(error.message).not.toContain('hunter2');
      expect(() => requireFitForGit(inputs({ context }).build, buildx)).not.toThrow();
    },
  );

  test.each([
    'https://host/r.git',
    'git@host:r.git',
    'git@host:r.git#main:a',
    'https://me:hunter2hunter2@host/x.tar.gz',
  ])('is none that it would write there: %s', (context) => {
    expect(() => requireFitForGit(inputs({ context }).build, classic)).not.toThrow();
  });
});

describe('an address over ssh that docker takes for a path', () => {
  test.each([
    'ssh://git@host/r.git',
    'SSH://git@host:22/r.git#main',
    'deploy@host:r.git',
    'APKAEIBAERJR2EXAMPLE@host:r',
  ])('is told of the builder without BuildKit alone: %s', (context) => {
    const error = shipErrorOf(() => requireFitForGit(inputs({ context }).build, classic));
    expect([error.code, error.next]).toEqual(['builder-unfit', expect.stringContaining('git@host:')]);
    expect(error.what).toContain('takes for a path');
    expect(() => requireFitForGit(inputs({ context }).build, buildx)).not.toThrow();
  });
});
