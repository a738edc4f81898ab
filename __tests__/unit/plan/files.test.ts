import { describe, expect, test } from '@jest/globals';
import { ownIgnoreFile, requireFiles } from '../../../src/plan/files.ts';
import type { ShipError } from '../../../src/types/errors.ts';
import type { CheckoutHead } from '../../../src/types/checkout.ts';
import type { RawInputs } from '../../../src/types/inputs.ts';
import { commit, inputs } from '../support/values.ts';

const none = { kind: 'none', inner: undefined } as const;
const checkout = { kind: 'commit', sha: commit, inner: undefined } as const;

const looked = async (given: Partial<RawInputs>, there: readonly string[], found: CheckoutHead = none) => {
  const tried: string[] = [];
  const exists = (path: string) => {
    tried.push(path);
    return Promise.resolve(there.includes(path));
  };
  // What has no dot in its last part and is no Dockerfile is a folder.
  const isFolder = (path: string) =>
    Promise.resolve(there.includes(path) && !/[^./]\.\w+$|ockerfile/.test(path));
  const head = () => Promise.resolve(found);
  const error = await requireFiles(inputs(given), { exists, isFolder, head }).then(
    () => undefined,
    (thrown: unknown) => thrown as ShipError,
  );
  return { tried, error };
};

describe('the context and the Dockerfile', () => {
  test.each([
    { given: {}, there: ['.', 'Dockerfile'] },
    { given: {}, there: ['.', 'dockerfile'] },
    { given: { context: './api/' }, there: ['./api/', 'api/Dockerfile'] },
    { given: { context: 'api', file: 'docker/prod.Dockerfile' }, there: ['api', 'docker/prod.Dockerfile'] },
    { given: { file: 'https://host/Dockerfile' }, there: ['.'] },
    { given: { context: 'https://github.com/o/r.git', file: 'x' }, there: [] },
    { given: { context: 'github.com/o/r' }, there: [] },
  ])('$given is there', async ({ given, there }) => {
    expect((await looked(given, there)).error).toBeUndefined();
  });

  test.each([
    {
      given: { context: 'services/apii' },
      there: ['.'],
      what: 'Input context is "services/apii", and there is no such folder in the workspace.',
      next: 'from the root of the workspace',
    },
    {
      given: { context: 'api' },
      there: ['api'],
      what: 'There is no Dockerfile at "api/Dockerfile", where the input context, "api", has it.',
      next: 'Name it with the input file',
    },
    {
      given: { context: 'api', file: 'prod.Dockerfile' },
      there: ['api', 'api/prod.Dockerfile'],
      what: 'Input file is "prod.Dockerfile", and there is no such file in the workspace.',
      next: 'it is not relative to context ("api"). Write file: api/prod.Dockerfile.',
    },
    {
      given: { context: 'api/Dockerfile' },
      there: ['api/Dockerfile'],
      what: 'Input context is "api/Dockerfile", which is a file, not a folder.',
      next: 'Give the folder whose files the build takes',
    },
    {
      given: { file: 'docker' },
      there: ['.', 'docker'],
      what: 'Input file is "docker", which is a folder, not a Dockerfile.',
      next: 'such as docker/Dockerfile',
    },
    {
      given: { file: 'prod.Dockerfile' },
      there: ['.'],
      what: 'Input file is "prod.Dockerfile", and there is no such file in the workspace.',
      next: 'add actions/checkout before this step',
    },
  ])('$given is not', async ({ given, there, what, next }) => {
    const { error } = await looked(given, there);
    expect([error?.code, error?.what]).toEqual(['invalid-input', what]);
    expect(error?.next).toContain(next);
  });

  test('without a checkout and a target no Dockerfile is looked for that nobody named', async () => {
    expect((await looked({ mode: 'plan' }, ['.'])).error).toBeUndefined();
    expect((await looked({ mode: 'plan' }, ['.'], checkout)).error?.code).toBe('invalid-input');
    expect((await looked({ mode: 'plan', file: 'x' }, ['.'])).error?.code).toBe('invalid-input');
    expect((await looked({ push: 'false' }, ['.'])).error).toBeUndefined();
    expect((await looked({}, ['.'])).error?.code).toBe('invalid-input');
  });
});

describe('the ignore file of a Dockerfile', () => {
  test.each([
    { given: {}, there: ['Dockerfile.dockerignore', '.dockerignore'], found: 'Dockerfile.dockerignore' },
    {
      given: { context: './api/' },
      there: ['api/Dockerfile.dockerignore'],
      found: 'api/Dockerfile.dockerignore',
    },
    {
      given: { context: 'api', file: 'docker/prod.Dockerfile' },
      there: ['docker/prod.Dockerfile.dockerignore'],
      found: 'docker/prod.Dockerfile.dockerignore',
    },
    { given: { file: 'Dockerfile.prod' }, there: ['.dockerignore'], found: undefined },
    {
      given: { context: 'https://github.com/o/r.git' },
      there: ['Dockerfile.dockerignore'],
      found: undefined,
    },
  ])('$given among $there', async ({ given, there, found }) => {
    const exists = (path: string) => Promise.resolve((there as readonly string[]).includes(path));
    expect(await ownIgnoreFile(inputs(given).build, { exists })).toBe(found);
  });
});
