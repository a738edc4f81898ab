import { describe, expect, test } from '@jest/globals';
import { buildCommand, type BuildGoal } from '../../../src/docker/command.ts';
import type { Builder } from '../../../src/types/plan.ts';
import { buildx, buildxByTag, classic, inputs, repository } from '../support/values.ts';

const push: BuildGoal = { kind: 'push', uri: repository.uri, metadataFile: 'm.json' };
const name = 'ecr-ship.invalid/candidate:x';
const engine: BuildGoal = { kind: 'engine', name };
const local: BuildGoal = { kind: 'local' };
const byDigest = `type=image,name=${repository.uri},push-by-digest=true,name-canonical=true,push=true`;
const metadata = ['--metadata-file', 'm.json'];

const bare = { secretFolder: '/secrets', inputs: inputs(), labels: [], annotations: [] };

interface Row {
  readonly name: string;
  readonly builder: Builder;
  readonly goal: BuildGoal;
  readonly build: readonly string[];
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
    name: 'buildx by tag, local',
    builder: buildxByTag,
    goal: local,
    build: ['buildx', 'build', '--provenance=false', '.'],
  },
  {
    name: 'buildx by tag, into the engine under a name of its own',
    builder: buildxByTag,
    goal: engine,
    build: ['buildx', 'build', '--load', '--tag', name, '--provenance=false', '.'],
  },
  {
    name: 'buildx by digest, attestations in the form that every registry takes',
    builder: buildx,
    goal: { ...push, attestations: 'image' },
    build: [
      'buildx',
      'build',
      '--output',
      `${byDigest},oci-artifact=false`,
      ...metadata,
      '--provenance=false',
      '.',
    ],
  },
  {
    name: 'buildx by tag, attestations in the form that every registry takes',
    builder: buildxByTag,
    goal: { kind: 'engine', name, attestations: 'image' },
    build: [
      'buildx',
      'build',
      '--output',
      'type=docker,oci-artifact=false',
      '--tag',
      name,
      '--provenance=false',
      '.',
    ],
  },
  {
    name: 'docker build, into the engine under a name of its own',
    builder: classic,
    goal: engine,
    build: ['build', '--tag', name, '.'],
  },
  {
    name: 'an old buildx gets no --provenance',
    builder: { ...buildxByTag, provenanceFlag: false },
    goal: engine,
    build: ['buildx', 'build', '--load', '--tag', name, '.'],
  },
  { name: 'docker build, local', builder: classic, goal: local, build: ['build', '.'] },
];

describe('buildCommand', () => {
  test.each(rows)('$name', ({ builder, goal, build }) => {
    expect(buildCommand(bare, builder, goal)).toEqual(build);
  });

  const everything = {
    inputs: inputs({
      context: 'app',
      file: 'app/Dockerfile.prod',
      target: 'prod',
      platforms: 'linux/amd64,linux/arm64',
      'build-args': 'A=1\nB',
    }),
    secretFolder: '/secrets',
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
    const build = buildCommand(everything, buildx, push);
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
    const build = buildCommand({ ...bare, annotations: ['a=b'] }, buildx, push);
    expect(build.slice(-3)).toEqual(['--annotation', 'a=b', '.']);
  });

  test('every input of the build, with docker build', () => {
    const build = buildCommand(everything, classic, engine);
    expect(build).toEqual(['build', '--tag', name, ...common, 'app']);
  });
});
