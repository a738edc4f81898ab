import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { titlesOf } from '../support/test-titles.ts';

// What the pages say that a test proves is proven by a test: file and title are there.

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = 'docs/explain/complaints.md';

interface Row {
  readonly number: number;
  readonly answer: string;
  readonly proofs: readonly { readonly file: string; readonly title: string }[];
}

const rows: Row[] = [...read(page).matchAll(/^\| +(\d+) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$/gm)].map(
  ([, number, , answer = '', proofs = '']) => ({
    number: Number(number),
    answer,
    proofs: [...proofs.matchAll(/\[[^\]]+\]\(([^)]+)\): "(.*?)"(?=<br>| *$)/g)].map(
      ([, file = '', title = '']) => ({
        file: posix.join(posix.dirname(page), file),
        title,
      }),
    ),
  }),
);

test('every group of complaints has one line, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 49 }, (_, i) => i + 1));
});

test('a line has a proof, or says that there is no answer', () => {
  const without = rows.filter(({ proofs }) => proofs.length === 0);
  expect(without.filter(({ answer }) => !answer.includes('**It does not.**'))).toEqual([]);
});

test.each(rows.flatMap(({ number, proofs }) => proofs.map((proof) => ({ number, ...proof }))))(
  '$number is proven by $file: $title',
  ({ file, title }) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(titlesOf(read(file))).toContain(title);
  },
);

test('the bundle has no client for artifacts', () => {
  const { dependencies } = JSON.parse(read('package.json')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  expect(Object.keys(dependencies)).not.toContain('@actions/artifact');
  expect(read('dist/licenses.txt')).not.toMatch(/@actions\/artifact|@azure\/storage/);
});

describe('the reader of titles', () => {
  test('takes titles and the rows of tables, and nothing else of a file', () => {
    const titles = titlesOf(
      `const rows = [['row of a name']]; const other = 'other';
       describe("what it's like", () => { test.each(rows)('%s', () => { expect('inner').toBe('x'); });
       test.each([{ name: 'row' }])('$name', () => 1); test(\`plain\`, () => 1); });`,
    );
    expect([...titles].sort()).toEqual(['$name', '%s', 'plain', 'row', 'row of a name', "what it's like"]);
  });
});
