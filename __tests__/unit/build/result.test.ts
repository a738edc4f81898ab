import { describe, expect, test } from '@jest/globals';
import { digestFromMetadata, digestFromPush, dockerFailed } from '../../../src/build/result.ts';
import { digestOf } from '../../support/memory-world.ts';

const digest = digestOf('x');
const repository = {
  name: 'team/app',
  arn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app',
} as Parameters<typeof dockerFailed>[3];

describe('the digest', () => {
  test('of buildx is in its metadata', () => {
    expect(digestFromMetadata(JSON.stringify({ 'containerimage.digest': digest, 'image.name': 'x' }))).toBe(
      digest,
    );
  });
  test.each(['', '{}', 'null', '{"containerimage.digest":"sha256:1"}', '{"containerimage.digest":4}'])(
    'is missing in %s',
    (text) => {
      expect(() => digestFromMetadata(text)).toThrow('buildx wrote no digest');
    },
  );
  test('of docker push is in its last line', () => {
    expect(
      digestFromPush(
        `The push refers to repository [x]\nabc: Pushed\ncandidate-1: digest: ${digest} size: 528\n`,
      ),
    ).toBe(digest);
    expect(() => digestFromPush('abc: Pushed\n')).toThrow('docker push printed no digest');
  });
});

describe('a failure', () => {
  test.each([
    {
      name: 'of a step in BuildKit',
      step: 'build' as const,
      output:
        '#7 ERROR: process "/bin/sh -c false" did not complete successfully: exit code: 1\n------\nERROR: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1\n',
      code: 'build-failed',
      says: 'failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1',
    },
    {
      name: 'of a step in the classic builder',
      step: 'build' as const,
      output:
        'Step 2/3 : COPY x /\nCOPY failed: file not found in build context or excluded by .dockerignore: stat x: file does not exist\n',
      code: 'build-failed',
      says: 'COPY failed: file not found',
    },
    {
      name: 'of a push, forbidden',
      step: 'build' as const,
      output:
        'ERROR: failed to solve: failed to push host/team/app:c: unexpected status from PUT request to https://host/v2/team/app/manifests/c: 403 Forbidden',
      code: 'push-failed',
      says: 'The registry answers so when ecr:PutImage is not granted',
    },
    {
      name: 'of a push, forbidden somewhere else',
      step: 'build' as const,
      output:
        'ERROR: failed to solve: failed to push host/other:c: unexpected status from PUT request to https://host/v2/other/manifests/c: 403 Forbidden',
      code: 'push-failed',
      says: 'Run the job again',
    },
    {
      name: 'of a push, denied in words',
      step: 'push' as const,
      output:
        'denied: User: arn:aws:iam::1:user/x is not authorized to perform: ecr:InitiateLayerUpload on resource: y',
      code: 'access-denied',
      says: 'arn:aws:iam::1:user/x may not call ecr:InitiateLayerUpload',
    },
    {
      name: 'of a push, connection',
      step: 'push' as const,
      output: 'write tcp 127.0.0.1: connection reset by peer',
      code: 'push-failed',
      says: 'connection reset by peer',
    },
    {
      name: 'without a word',
      step: 'build' as const,
      output: '',
      code: 'build-failed',
      says: 'it said nothing',
    },
  ])('$name', ({ step, output, code, says }) => {
    const error = dockerFailed(step, 1, output, repository);
    expect(error.code).toBe(code);
    expect(error.message).toContain(says);
  });
});
