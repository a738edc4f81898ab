import { describe, expect, test } from '@jest/globals';
import { buildCommands, type BuildGoal } from '../../../src/docker/command.ts';
import type { Builder } from '../../../src/types/plan.ts';
import { buildx, buildxByTag, classic, inputs, repository, tag } from '../support/values.ts';

const push: BuildGoal = { kind: 'push', uri: repository.uri, candidateTag: tag('candidate-1') };
const local: BuildGoal = { kind: 'local' };
const name = `${repository.uri}:candidate-1`;
const byDigest = `type=image,name=${repository.uri},push-by-digest=true,name-canonical=true,push=true`;
const metadata = ['--metadata-file', 'm.json'];

const bare = { inputs: inputs(), labels: [], annotations: [] };

interface Row {
  readonly name: string;
  readonly builder: Builder;
  readonly goal: BuildGoal;
  readonly build: readonly string[];
  readonly push?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'buildx by digest, push',
    builder: buildx,
    goal: push,
    build: ['buildx', 'build', '--output', byDigest, ...metadata, '--provenance=false', '.'],
  },
  {
    name: 'buildx by digest, local',
    builder: buildx,
    goal: local,
    build: ['buildx', 'build', '--provenance=false', '.'],
  },
  {
    name: 'buildx by tag, push',
    builder: buildxByTag,
    goal: push,
    build: ['buildx', 'build', '--load', '--tag', name, '--provenance=false', '.'],
    push: ['push', name],
  },
  {
    name: 'buildx by tag, local',
    builder: buildxByTag,
    goal: local,
    build: ['buildx', 'build', '--provenance=false', '.'],
  },
  {
    name: 'buildx by tag, into the engine under a name of its own',
    builder: buildxByTag,
    goal: { kind: 'engine', name: 'ecr-ship.invalid/candidate:x' },
    build: ['buildx', 'build', '--load', '--tag', 'ecr-ship.invalid/candidate:x', '--provenance=false', '.'],
  },
  {
    name: 'docker build, into the engine under a name of its own',
    builder: classic,
    goal: { kind: 'engine', name: 'ecr-ship.invalid/candidate:x' },
    build: ['build', '--tag', 'ecr-ship.invalid/candidate:x', '.'],
  },
  {
    name: 'an old buildx gets no --provenance',
    builder: { ...buildxByTag, provenanceFlag: false },
    goal: push,
    build: ['buildx', 'build', '--load', '--tag', name, '.'],
    push: ['push', name],
  },
  {
    name: 'docker build, push',
    builder: classic,
    goal: push,
    build: ['build', '--tag', name, '.'],
    push: ['push', name],
  },
  { name: 'docker build, local', builder: classic, goal: local, build: ['build', '.'] },
];

describe('buildCommands', () => {
  test.each(rows)('$name', ({ builder, goal, build, push: pushing }) => {
    expect(buildCommands(bare, builder, goal, 'm.json')).toEqual({ build, push: pushing });
  });

  const everything = {
    inputs: inputs({
      context: 'app',
      file: 'app/Dockerfile.prod',
      target: 'prod',
      platforms: 'linux/amd64,linux/arm64',
      'build-args': 'A=1\nB',
    }),
    labels: ['x=y', 'z=a b'],
    annotations: ['a=b', 'index:c=d', 'manifest[linux/amd64],index:e=f'],
  };
  const common = [
    '--file',
    'app/Dockerfile.prod',
    '--target',
    'prod',
    '--platform',
    'linux/amd64,linux/arm64',
    '--build-arg',
    'A=1',
    '--build-arg',
    'B',
    '--label',
    'x=y',
    '--label',
    'z=a b',
  ];
  const annotations = [
    '--annotation',
    'manifest,index:a=b',
    '--annotation',
    'index:c=d',
    '--annotation',
    'manifest[linux/amd64],index:e=f',
  ];

  test('every input of the build, with buildx', () => {
    const { build } = buildCommands(everything, buildx, push, 'm.json');
    expect(build).toEqual([
      'buildx',
      'build',
      '--output',
      byDigest,
      ...metadata,
      '--provenance=false',
      ...common,
      ...annotations,
      'app',
    ]);
  });

  test('annotations of one platform go to its manifest', () => {
    const { build } = buildCommands({ ...bare, annotations: ['a=b'] }, buildx, push, 'm.json');
    expect(build.slice(-3)).toEqual(['--annotation', 'a=b', '.']);
  });

  test('every input of the build, with docker build', () => {
    const { build } = buildCommands(everything, classic, push, 'm.json');
    expect(build).toEqual(['build', '--tag', name, ...common, 'app']);
  });
});
