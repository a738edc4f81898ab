import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCommands } from '../../../src/build/command.ts';
import { displayCommand } from '../../../src/build/display.ts';
import { parseInputs } from '../../../src/plan/inputs.ts';
import { parseTag } from '../../../src/types/names.ts';
import type { Builder } from '../../../src/types/plan.ts';
import { inputs, run } from '../../support/memory-world.ts';

const base: Builder = {
  tool: 'buildx',
  push: 'by-tag',
  multiPlatform: true,
  provenanceFlag: true,
  nativePlatform: undefined,
  description: '',
  notice: undefined,
};
const candidateTag = parseTag('candidate-1')!;
const push = { kind: 'push', uri: 'host/team/app', candidateTag } as const;
const all = parseInputs(
  inputs({
    file: 'a/Dockerfile',
    target: 'final',
    platforms: 'linux/amd64,linux/arm64',
    'build-args': 'A=1 2\nB',
    labels: 'x=y',
    context: 'app',
  }),
  run.region,
);
const plain = parseInputs(inputs(), run.region);
const options = [
  '--file',
  'a/Dockerfile',
  '--target',
  'final',
  '--platform',
  'linux/amd64,linux/arm64',
  '--build-arg',
  'A=1 2',
  '--build-arg',
  'B',
  '--label',
  'x=y',
];

describe('the commands', () => {
  test.each([
    {
      name: 'buildx by tag',
      builder: base,
      goal: push,
      given: all,
      build: [
        'buildx',
        'build',
        '--push',
        '--tag',
        'host/team/app:candidate-1',
        '--metadata-file',
        'm',
        '--provenance=false',
        ...options,
        'app',
      ],
      pushed: undefined,
    },
    {
      name: 'buildx by digest',
      builder: { ...base, push: 'by-digest' as const },
      goal: push,
      given: plain,
      build: [
        'buildx',
        'build',
        '--output',
        'type=image,name=host/team/app,push-by-digest=true,name-canonical=true,push=true',
        '--metadata-file',
        'm',
        '--provenance=false',
        '.',
      ],
      pushed: undefined,
    },
    {
      name: 'an old buildx',
      builder: { ...base, provenanceFlag: false },
      goal: { kind: 'local' as const },
      given: plain,
      build: ['buildx', 'build', '--metadata-file', 'm', '.'],
      pushed: undefined,
    },
    {
      name: 'docker build and push',
      builder: { ...base, tool: 'docker-build' as const },
      goal: push,
      given: all,
      build: ['build', '--tag', 'host/team/app:candidate-1', ...options, 'app'],
      pushed: ['push', 'host/team/app:candidate-1'],
    },
    {
      name: 'docker build alone',
      builder: { ...base, tool: 'docker-build' as const },
      goal: { kind: 'local' as const },
      given: plain,
      build: ['build', '.'],
      pushed: undefined,
    },
  ])('$name', ({ builder, goal, given, build, pushed }) => {
    expect(buildCommands({ inputs: given, builder }, goal, 'm')).toEqual({ build, push: pushed });
  });
});

describe('as they are shown', () => {
  test('values of build arguments and our own file are left out', () => {
    expect(
      displayCommand([
        'buildx',
        'build',
        '--metadata-file',
        '/tmp/x',
        '--build-arg',
        'TOKEN=hunter2',
        '--build-arg',
        'B',
        '.',
      ]),
    ).toBe('docker buildx build --build-arg TOKEN=… --build-arg B .');
  });

  test('words are quoted so that a shell reads them back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 6 }), (words) => {
        fc.pre(!words.some((word) => word === '--build-arg' || word === '--metadata-file'));
        expect(shellWords(displayCommand(words))).toEqual(['docker', ...words]);
      }),
    );
  });
});

/** What POSIX makes of single quotes, and of a backslash outside of them. */
function shellWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const character = line.charAt(i);
    if (character === "'") {
      quoted = !quoted;
      word ??= '';
    } else if (quoted) word = (word ?? '') + character;
    else if (character === '\\') word = (word ?? '') + line.charAt((i += 1));
    else if (character === ' ') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  return word === undefined ? words : [...words, word];
}
