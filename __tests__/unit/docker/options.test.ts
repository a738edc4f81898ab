import { describe, expect, test } from '@jest/globals';
import { requireFit } from '../../../src/docker/fit.ts';
import { buildCommand } from '../../../src/docker/command.ts';
import { displayCommand } from '../../../src/docker/display.ts';
import { optionArguments } from '../../../src/docker/options.ts';
import type { Builder } from '../../../src/types/plan.ts';
import type { RawInputs } from '../../../src/types/inputs.ts';
import { buildx, buildxByTag, classic, inputs, plan, shipErrorOf } from '../support/values.ts';

const noVariables = () => undefined;

const argumentsFor = (given: Partial<RawInputs>) =>
  optionArguments(inputs(given).build.options, '/run/secrets');

describe('every build input is handed to docker as docker/build-push-action does it', () => {
  test.each<[Partial<RawInputs>, string[]]>([
    [{ builder: 'remote-1' }, ['--builder', 'remote-1']],
    [
      { 'build-contexts': 'shared=../shared\nalpine=docker-image://alpine:3.22' },
      ['--build-context', 'shared=../shared', '--build-context', 'alpine=docker-image://alpine:3.22'],
    ],
    [{ ssh: 'default,deploy=/run/agent' }, ['--ssh', 'default', '--ssh', 'deploy=/run/agent']],
    [
      { 'cache-from': 'type=registry,ref=a/b:cache\ntype=gha,scope=x' },
      ['--cache-from', 'type=registry,ref=a/b:cache', '--cache-from', 'type=gha,scope=x'],
    ],
    [{ 'cache-to': 'type=gha,mode=max' }, ['--cache-to', 'type=gha,mode=max']],
    [{ 'no-cache': 'true' }, ['--no-cache']],
    [{ 'no-cache-filters': 'build,test' }, ['--no-cache-filter', 'build', '--no-cache-filter', 'test']],
    [{ pull: 'true' }, ['--pull']],
    [
      { 'add-hosts': 'docker:10.180.0.1\nb:10.0.0.2' },
      ['--add-host', 'docker:10.180.0.1', '--add-host', 'b:10.0.0.2'],
    ],
    [
      { allow: 'network.host,security.insecure' },
      ['--allow', 'network.host', '--allow', 'security.insecure'],
    ],
    [{ network: 'host' }, ['--network', 'host']],
    [{ 'shm-size': '2g' }, ['--shm-size', '2g']],
    [{ ulimit: 'nofile=1024:1024\nnproc=3' }, ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=3']],
    [{ 'cgroup-parent': 'ci.slice' }, ['--cgroup-parent', 'ci.slice']],
    [{ sbom: 'true' }, ['--sbom=true']],
    [{ attests: 'type=sbom,generator=x/y' }, ['--attest', 'type=sbom,generator=x/y']],
    [
      {
        secrets: 'npm=s3cret\n"key=line 1\nline 2"',
        'secret-envs': 'aws=AWS_KEY,PIP',
        'secret-files': 'rc=a, "b".npmrc',
      },
      [
        '--secret',
        'id=npm,src=/run/secrets/0',
        '--secret',
        'id=key,src=/run/secrets/1',
        '--secret',
        'id=aws,env=AWS_KEY',
        '--secret',
        'id=PIP,env=PIP',
        '--secret',
        'id=rc,"src=a, ""b"".npmrc"',
      ],
    ],
    [{ 'no-cache': 'false', pull: '', secrets: '# nothing\n', network: '' }, []],
  ])('%j', (given, words) => {
    expect(argumentsFor(given)).toEqual(words);
  });

  test('the value of a secret is in no argument, and its file in no log', () => {
    const planned = { ...plan({ secrets: 'npm=s3cret' }), secretFolder: '/tmp/ecr-ship-docker-1' };
    const args = buildCommand(planned, buildx, { kind: 'local' });
    expect(args.join(' ')).toContain('--secret id=npm,src=/tmp/ecr-ship-docker-1/0');
    expect(args.join(' ')).not.toContain('s3cret');
    expect(displayCommand(args)).toContain('--secret id=npm ');
    expect(displayCommand(args)).not.toContain('/tmp/');
  });
});

test.each<[Partial<RawInputs>, string[]]>([
  [{}, ['--provenance=false']],
  [{ provenance: 'mode=max' }, ['--provenance=mode=max']],
  [{ provenance: 'True' }, ['--provenance=true']],
  [{ sbom: 'true' }, ['--provenance=false', '--sbom=true']],
  [{ attests: 'type=provenance,mode=min' }, ['--attest', 'type=provenance,mode=min']],
])('attestations are there only where they are asked for: %j', (given, words) => {
  const args = buildCommand(plan(given), buildx, { kind: 'local' });
  expect(
    args.filter((word, at) => /^--(?:provenance|sbom|attest)/.test(word) || args[at - 1] === '--attest'),
  ).toEqual(words);
});

describe('what the builder cannot do is told before the build, with what gives it', () => {
  test.each<[string, Partial<RawInputs>, Builder, string]>([
    ['a named context without buildx', { 'build-contexts': 'a=docker-image://b' }, classic, 'build-contexts'],
    ['secrets without buildx', { secrets: 'a=b' }, classic, 'secrets'],
    ['ssh without buildx', { ssh: 'default' }, classic, 'ssh'],
    [
      'a cache on the engine alone',
      { 'cache-to': 'type=gha' },
      { ...buildxByTag, cacheExport: false },
      'cache-to',
    ],
    [
      'an attestation on the engine alone',
      { provenance: 'true' },
      { ...buildxByTag, attestations: false },
      'provenance',
    ],
    ['checks without buildx', { call: 'check' }, classic, 'call'],
  ])('%s', (_, given, builder, input) => {
    const error = shipErrorOf(() => {
      requireFit(plan(given), builder, noVariables);
    });
    expect([error.code, error.what]).toEqual([
      'builder-unfit',
      expect.stringContaining(`Input ${input} asks for`),
    ]);
    expect(error.next).toContain('Add docker/setup-buildx-action before this step');
  });

  test('ssh without the agent that it asks for', () => {
    const fit = (ssh: string, socket: string | undefined) => () => {
      requireFit(plan({ ssh }), buildx, (name) => (name === 'SSH_AUTH_SOCK' ? socket : undefined));
    };
    for (const socket of [undefined, '']) {
      const error = shipErrorOf(fit('deploy=/run/key\ndefault', socket));
      expect([error.code, error.what]).toEqual([
        'builder-unfit',
        'Input ssh asks for the ssh agent of the job, which has none: SSH_AUTH_SOCK is not set.',
      ]);
      expect(error.next).toContain('ssh: default=<path of the key>');
    }
    expect(fit('default', '/run/agent')).not.toThrow();
    expect(fit('default=/run/key', undefined)).not.toThrow();
  });

  test.each(['ssh://git@host/r.git', 'git@host:r.git#main'])(
    'a context over ssh without the agent that buildx then takes: %s',
    (context) => {
      const fit = (ssh: string, builder: Builder) => () => {
        requireFit(plan({ context, ssh }), builder, noVariables);
      };
      expect(shipErrorOf(fit('', buildx)).what).toBe(
        'Input context asks for the ssh agent of the job, which has none: SSH_AUTH_SOCK is not set.',
      );
      expect(fit('default=/run/key', buildx)).not.toThrow();
    },
  );

  test('git on this machine has keys of its own', () => {
    expect(() => requireFit(plan({ context: 'git@host:r.git' }), classic, noVariables)).not.toThrow();
  });

  test.each<[string, Partial<RawInputs>, Builder]>([
    ['a cache inside the image', { 'cache-to': 'type=inline' }, { ...buildxByTag, cacheExport: false }],
    ['no attestation', { provenance: 'false' }, { ...buildxByTag, attestations: false }],
    ['a network without buildx', { network: 'host' }, classic],
  ])('%s is fine', (_, given, builder) => {
    expect(() => {
      requireFit(plan(given), builder, noVariables);
    }).not.toThrow();
  });
});
