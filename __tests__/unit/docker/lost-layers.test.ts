import { expect, test } from '@jest/globals';
import { secondBuild } from '../../../src/docker/lost-layers.ts';

const args = ['buildx', 'build', '--load', '--build-arg', 'A=build', '.'];

test('a layer that was lost while the image was unpacked is in the cache', () => {
  const output =
    'ERROR: failed to prepare extraction snapshot "extract-244-9R4k sha256:8df3": parent snapshot sha256:7a1a does not exist: not found';
  expect(secondBuild(args, output)?.args).toEqual(args);
});

test.each([
  // Seen with Docker 29 and two builds at a time, and from then on in every build of that Dockerfile.
  'ERROR: failed to solve: failed to commit wsweu47l to cn67qb40 during finalize: failed to stat active key during commit: snapshot wsweu47l does not exist: not found',
  // moby/buildkit#6977
  'ERROR: failed to apply diffs: failed to stat lower snapshot oqp2tt0j: snapshot oqp2tt0j does not exist: not found',
])('a layer that the cache has lost is made anew: %s', (output) => {
  expect(secondBuild(args, output)?.args).toEqual([
    'buildx',
    'build',
    '--no-cache',
    '--load',
    '--build-arg',
    'A=build',
    '.',
  ]);
  expect(secondBuild(['build', '.'], output)?.args).toEqual(['build', '--no-cache', '.']);
  expect(secondBuild(['build', '--no-cache', '.'], output)?.args).toEqual(['build', '--no-cache', '.']);
});

test.each(['', 'ERROR: process "/bin/sh -c make" did not complete', 'snapshot x does not exist'])(
  '%j is no such fault',
  (output) => {
    expect(secondBuild(args, output)).toBeUndefined();
  },
);
