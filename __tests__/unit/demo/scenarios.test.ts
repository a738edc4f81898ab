import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { demoLines, demoNames, headingOf, readDemo } from '../../../demo/scenarios.ts';
import { renderSummary } from '../../../demo/render-summary.ts';
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

  test('is listed and headed, each with a title of its own that fits on its line', () => {
    const titles = demoNames.map((name) => readDemo(name, today).title);
    expect(new Set(titles).size).toBe(titles.length);
    const lines = demoLines(today);
    expect(lines.map((line) => /^(\S+) +(.*)$/.exec(line)?.slice(1))).toEqual(
      demoNames.map((name, at) => [name, titles[at]]),
    );
    const headings = demoNames.map((name) => headingOf(name, readDemo(name, today)));
    for (const line of [...lines, ...headings.map((text) => `━━ ${text} ━`)])
      expect(line.length).toBeLessThanOrEqual(columns);
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

test('a table of the demo is as narrow as its words, and a link elsewhere has its address', () => {
  const link = '[zlib `CVE-2023-45853`](https://security-tracker.debian.org/tracker/CVE-2023-45853)';
  const shown = stripVTControlCharacters(renderSummary(`${link}\n\n| Finding |\n| --- |\n| ${link} |\n`));
  const [outside = '', table = ''] = shown.split('┌');
  expect(outside).toContain('(https://security-tracker.debian.org/tracker/CVE-2023-45853)');
  expect(table).toContain('│ zlib CVE-2023-45853 │');
});

test('a table that is too wide for a terminal is shown as lines', () => {
  const reason = 'word '.repeat(30).trim();
  const table = `| Finding | Reason |\n| --- | --- |\n| \`CVE-2023-45853\` | ${reason} |\n`;
  const shown = stripVTControlCharacters(renderSummary(`before\n\n${table}\nafter\n`));
  expect(shown.trim()).toBe(`before\n\nFinding · Reason\nCVE-2023-45853 · ${reason}\n\nafter`);
  const keys = stripVTControlCharacters(renderSummary(`|  |  |\n| --- | --- |\n| Image | ${reason} |\n`));
  expect(keys.trim()).toBe(`Image · ${reason}`);
});
