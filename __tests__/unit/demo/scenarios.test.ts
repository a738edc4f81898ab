import { describe, expect, test } from '@jest/globals';
import { demoNames, listDemos, readDemo } from '../../../demo/scenarios.ts';
import { columns, wrapped } from '../../../demo/wrapped.ts';
import { parseInputs } from '../../../src/inputs/inputs.ts';
import { rawInputs } from '../support/values.ts';

const today = Date.UTC(2026, 0, 1);

describe('what the demo can show', () => {
  test.each(demoNames)('%s has inputs that the action takes, and repositories that they name', (name) => {
    const { inputs, scenario, staged, title } = readDemo(name, today);
    const parsed = parseInputs(rawInputs(inputs), undefined);
    if (parsed.mode === 'login') throw new Error('it shows an image');
    const there = [
      ...scenario.repositories.map((one) => one.name),
      ...(scenario.publicRepositories ?? []).map((one) => `local/${one.name}`),
    ];
    expect(there).toContain(parsed.repository);
    for (const { name: destination } of parsed.destinations) expect(there).toContain(destination);
    if (staged !== undefined) expect(there).toContain(staged.repository);
    expect(title.length).toBeGreaterThan(10);
  });

  test('is listed, each with a title of its own that fits on its line', () => {
    const list = listDemos(today);
    expect(list.map(([name]) => name)).toEqual(demoNames);
    expect(new Set(list.map(([, title]) => title)).size).toBe(list.length);
  });
});

describe('a line of the demo', () => {
  const bold = (text: string) => `\u001b[1m${text}\u001b[0m`;
  test.each([
    ['short', 'a b c'],
    ['of words', 'word '.repeat(60)],
    ['of one word', 'x'.repeat(350)],
    ['with colours', bold('word '.repeat(60))],
    ['indented', `        ${'word '.repeat(60)}`],
  ])('%s fits, and loses nothing', (_, line) => {
    const shown = wrapped(line);

    const plain = (text: string) => text.replace(/\u001b\[[0-9;]*m/g, '');
    for (const one of shown.split('\n')) expect(plain(one).length).toBeLessThanOrEqual(columns);
    expect(shown.replace(/\s+/g, '')).toBe(line.replace(/\s+/g, ''));
  });
});
