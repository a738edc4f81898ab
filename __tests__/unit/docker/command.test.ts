import { describe, expect, test } from '@jest/globals';
import { buildCommand, type BuildGoal } from '../../../src/docker/command.ts';
import { forBuildx } from '../../../src/docker/git-credential.ts';
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

describe('a credential in the address of a Git repository', () => {
  const commandOf = (given: Readonly<Record<string, string>>, builder = buildx) =>
    buildCommand({ ...bare, inputs: inputs(given) }, builder, local).slice(3);

  test.each([
    {
      what: 'a user and a password',
      context: 'https://me:hunter2@host:8443/r.git#main:sub',
      words: ['--secret', 'id=GIT_AUTH_HEADER.host:8443,src=/secrets/0', 'https://host:8443/r.git#main:sub'],
    },
    {
      what: 'a token alone',
      context: 'https://ghp_x@github.com/a/b.git',
      words: ['--secret', 'id=GIT_AUTH_HEADER.github.com,src=/secrets/0', 'https://github.com/a/b.git'],
    },
    { what: 'none', context: 'https://host/r.git', words: ['https://host/r.git'] },
    { what: 'none over HTTP', context: 'ssh://git@host/r.git', words: ['ssh://git@host/r.git'] },
    { what: 'one of an archive', context: 'https://me:x@host/r.tgz', words: ['https://me:x@host/r.tgz'] },
  ])('is a secret for its host, behind no other word: $what', ({ context, words }) => {
    expect(commandOf({ context })).toEqual(words);
  });

  test.each([
    {
      what: 'one alone',
      given: { 'build-contexts': 'a=https://me:x@host/a.git#main\nb=./b' },
      words: [
        ...['--build-context', 'a=https://host/a.git#main', '--build-context', 'b=./b'],
        ...['--secret', 'id=GIT_AUTH_HEADER.host,src=/secrets/0', '.'],
      ],
    },
    {
      what: 'two of one host, and one of another',
      given: {
        context: 'https://me:x@host/r.git',
        'build-contexts': 'a=https://me:x@host/a.git\nb=https://me:y@other/b.git',
      },
      words: [
        ...['--build-context', 'a=https://host/a.git', '--build-context', 'b=https://other/b.git'],
        ...['--secret', 'id=GIT_AUTH_HEADER.host,src=/secrets/0'],
        ...['--secret', 'id=GIT_AUTH_HEADER.other,src=/secrets/1', 'https://host/r.git'],
      ],
    },
  ])('of a further build context is a secret as well: $what', ({ given, words }) => {
    expect(commandOf(given)).toEqual(words);
  });

  test('comes after the secrets of the person', () => {
    const command = commandOf({ context: 'https://me:x@host/r.git', secrets: 'a=1\nb=2' });
    expect(command).toContain('id=GIT_AUTH_HEADER.host,src=/secrets/2');
  });

  test.each([
    { info: 'me:p%40ss', header: 'me:p@ss' },
    { info: 'me:100%', header: 'me:100%' },
    { info: 'token', header: 'token:' },
    { info: 'me:a:b', header: 'me:a:b' },
    { info: 'me:p\u00e4ss', header: 'me:p\u00e4ss' },
  ])('is what git would send: $info', ({ info, header }) => {
    const { secrets } = forBuildx(inputs({ context: `https://${info}@host/r.git` }).build).options;
    const [secret] = secrets;
    expect(secret?.kind === 'value' && secret.value).toBe(`basic ${Buffer.from(header).toString('base64')}`);
  });
});
