import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { displayCommand } from '../../../src/docker/display.ts';
import { redacted } from '../../../src/types/redact.ts';

/** Splits a line into words as a POSIX shell does, as far as our quoting needs it; refuses what it does not know. */
function shellWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < line.length; at += 1) {
    const c = line.charAt(at);
    if (c === ' ') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (c === "'") {
      const end = line.indexOf("'", at + 1);
      if (end < 0) throw new Error('a quote is left open');
      word = (word ?? '') + line.slice(at + 1, end);
      at = end;
    } else if (c === '\\') {
      at += 1;
      word = (word ?? '') + line.charAt(at);
    } else if (/[\s"$`&|;<>()*?[\]#~!{}]/.test(c)) {
      throw new Error(`${c} stands outside quotes`);
    } else {
      word = (word ?? '') + c;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

describe('displayCommand', () => {
  test.each([
    {
      name: 'plain words stay plain',
      args: ['buildx', 'build', '--push', 'a/b:c@sha256:d', '.'],
      shown: 'docker buildx build --push a/b:c@sha256:d .',
    },
    { name: 'spaces are quoted', args: ['--label', 'a=b c'], shown: "docker --label 'a=b c'" },
    { name: 'quotes are quoted', args: ["it's"], shown: String.raw`docker 'it'\''s'` },
    { name: 'expansions are quoted', args: ['$HOME', '`id`', '*'], shown: "docker '$HOME' '`id`' '*'" },
    { name: 'an empty word is seen', args: [''], shown: "docker ''" },
    {
      name: 'the value of a build argument is not shown',
      args: ['--build-arg', 'TOKEN=hunter2', '.'],
      shown: 'docker --build-arg TOKEN=… .',
    },
    {
      name: 'nor what follows a second =',
      args: ['--build-arg', 'A=b=hunter2'],
      shown: 'docker --build-arg A=…',
    },
    {
      name: 'a build argument without a value is shown',
      args: ['--build-arg', 'TOKEN'],
      shown: 'docker --build-arg TOKEN',
    },
    {
      name: 'a value with spaces is not shown either',
      args: ['--build-arg', 'A=hunter 2'],
      shown: 'docker --build-arg A=…',
    },
    { name: 'nor a value without a name', args: ['--build-arg', '=hunter2'], shown: 'docker --build-arg =…' },
    { name: 'labels are shown', args: ['--label', 'a=b'], shown: 'docker --label a=b' },
  ])('$name', ({ args, shown }) => {
    expect(displayCommand(args)).toBe(shown);
  });

  const word = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.string({ unit: fc.constantFrom("'", ' ', '$', '\\', '"', 'a', '\n', '…', '`'), maxLength: 8 }),
  );

  test('a shell reads back the words that docker was given, but for credentials', () => {
    fc.assert(
      fc.property(fc.array(word), (args) => {
        expect(shellWords(displayCommand(args))).toEqual(['docker', ...args.map(redacted)]);
      }),
      { numRuns: 500 },
    );
  });

  test('a value of a build argument never shows, whatever it is', () => {
    fc.assert(
      fc.property(word, (value) => {
        const shown = displayCommand(['--build-arg', `NAME=secret-${value}`, '.']);
        expect(shown).toBe('docker --build-arg NAME=… .');
      }),
    );
  });
});
