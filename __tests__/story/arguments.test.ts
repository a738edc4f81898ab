import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mangled } from '../../fuzz/texts.ts';
import type { InputName } from '../../src/types/inputs.ts';
import { inputs, memoryWorld, run, ship, type WorldOptions } from '../support/memory-world.ts';

/** What somebody would write who wants docker to take it for an option, or for two words. */
const options = [
  '--push',
  '--output=type=local,dest=/',
  '-v=/:/host',
  '--privileged',
  '-',
  '--',
  '--build-arg A=b',
  'a --push',
  'a\n--push',
  '"--push"',
  "'--push'",
  '=--push',
  '../--push',
  'a=--push',
  '--a=b',
  '-o=/etc/passwd',
  '\u202e--push',
  '../../etc/passwd',
  '$(touch /tmp/x)',
  '`id`',
  ';id',
  'é-ü=ß',
];
const text = fc.oneof(
  fc.constantFrom(...options),
  fc.tuple(fc.constantFrom('a=', 'A=', '', 'x='), fc.constantFrom(...options)).map((parts) => parts.join('')),
  mangled(options),
);

/** Inputs whose texts reach a command. */
const names: readonly InputName[] = [
  'repository',
  'tags',
  'context',
  'file',
  'target',
  'platforms',
  'build-args',
  'labels',
  'annotations',
  'builder',
  'build-contexts',
  'secrets',
  'secret-envs',
  'secret-files',
  'ssh',
  'cache-from',
  'cache-to',
  'no-cache-filters',
  'add-hosts',
  'allow',
  'network',
  'shm-size',
  'ulimit',
  'cgroup-parent',
  'provenance',
  'sbom',
  'attests',
];

/** docker's own grammar: options that take the word behind them whatever it is, options that stand alone, and joined ones. */
const valued = new Set(
  [
    'tag',
    'output',
    'metadata-file',
    'file',
    'target',
    'platform',
    'build-arg',
    'label',
    'annotation',
    'builder',
    'build-context',
    'secret',
    'ssh',
    'cache-from',
    'cache-to',
    'no-cache-filter',
    'add-host',
    'allow',
    'network',
    'shm-size',
    'ulimit',
    'cgroup-parent',
    'attest',
    'name',
    'pull',
    'env-file',
    'memory',
    'pids-limit',
    'security-opt',
    'tmpfs',
    'publish',
    'entrypoint',
    'format',
    'filter',
    'tail',
  ].map((name) => `--${name}`),
);
const lone = new Set([
  '--load',
  '--push',
  '--no-cache',
  '--no-prune',
  '--pull',
  '--force',
  '--volumes',
  '--detach',
  '--read-only',
]);
const joined = /^--(?:provenance|sbom|call)=/;

/** What docker would take for words of its own, in a command of ours. Throws where it would take one for an option that is none of ours. */
function wordsIn(args: readonly string[]): string[] {
  const isRun = args[0] === 'run';
  const isBuild = args.includes('build');
  const words: string[] = [];
  for (
    let at =
      args[0] === 'buildx' || args[0] === 'image' || args[0] === 'container' || args[0] === 'network' ? 2 : 1;
    at < args.length;
    at += 1
  ) {
    const word = args[at] ?? '';
    // In a build --pull stands alone; a container is told how to pull.
    if (valued.has(word) && !(isBuild && word === '--pull')) at += 1;
    else if (!lone.has(word) && !joined.test(word)) {
      if (word.startsWith('-')) throw new Error(`${word} would be an option in ${JSON.stringify(args)}`);
      words.push(word);
      // Behind the image everything is the container's.
      if (isRun) return words;
    }
  }
  return words;
}

const smokeTests = fc
  .tuple(fc.constantFrom(...options), fc.constantFrom(...options))
  .map(([one, other]) => JSON.stringify({ command: [one, other], env: { A: other } }));

async function commandsOf(given: Parameters<typeof inputs>[0], more: WorldOptions): Promise<string[][]> {
  const world = memoryWorld(more);
  const { docker } = world.ports;
  const commands: string[][] = [];
  Object.assign(world.ports, {
    docker: {
      ...docker,
      run(args: readonly string[], how: Parameters<typeof docker.run>[1]) {
        commands.push([...args]);
        return docker.run(args, how);
      },
    },
  });
  await ship(inputs({ tags: 'v1', ...given }), run, world);
  return commands;
}

describe('no text is taken for an option, whatever it is', () => {
  test.each(['docker', 'container', 'none'] as const)('with the builder %s', async (buildx) => {
    let built = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        text,
        fc.constantFrom('true', 'false'),
        async (name, value, push) => {
          const commands = await commandsOf({ [name]: value, push }, { buildx });
          for (const args of commands) {
            const words = wordsIn(args);
            if (!args.includes('build')) continue;
            built += 1;
            // One context, and nothing else that docker could take for one.
            expect(words).toHaveLength(1);
          }
        },
      ),
      { numRuns: 500 },
    );
    // Most texts are refused before anything is built; enough of them are not.
    expect(built).toBeGreaterThan(40);
  });

  test('nor what a smoke test starts', async () => {
    let started = 0;
    await fc.assert(
      fc.asyncProperty(smokeTests, async (smokeTest) => {
        for (const args of await commandsOf({ 'smoke-test': smokeTest }, {})) {
          const [image] = wordsIn(args);
          if (args[0] !== 'run') continue;
          started += 1;
          expect(image).toMatch(/^ecr-ship\.invalid\/candidate:/);
        }
      }),
      { numRuns: 100 },
    );
    expect(started).toBeGreaterThan(50);
  });
});

test('the grammar of this test finds what it is there for', () => {
  expect(() => wordsIn(['buildx', 'build', '--label', 'a', '--privileged', '.'])).toThrow('--privileged');
  expect(wordsIn(['buildx', 'build', '--label', '--privileged', '.'])).toEqual(['.']);
  expect(wordsIn(['run', '--name', 'x', 'image', '--privileged'])).toEqual(['image']);
});
