import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { commentDocument } from '../../../src/report/documents/comment.ts';
import { summaryOf } from '../../../src/report/summary.ts';
import type { Report } from '../../../src/types/report.ts';
import { pictured } from '../support/pictured.ts';

/*
 * What the pictures show, as text: the summary and the comment of each report, compared with a file in golden-pictured/.
 * After a change that is meant, write them anew, read the diff, and make the pictures of docs/ anew:
 *
 *     UPDATE_GOLDEN=1 npm test -- --selectProjects unit --testPathPatterns report/pictured
 *     npm run pictures
 */
const update = process.env['UPDATE_GOLDEN'] === '1';
const folder = new URL('golden-pictured/', import.meta.url);
if (update) mkdirSync(folder, { recursive: true });

const documents = [
  ['summary', summaryOf],
  ['comment', commentDocument.text],
] as const;
const all = Object.entries<Report>(pictured).flatMap(([name, report]) =>
  documents.map(([kind, textOf]) => [`${kind}-${name}`, `${textOf(report)}\n`] as const),
);

describe('of what is pictured,', () => {
  test.each(all)('%s', (name, text) => {
    const golden = new URL(`${name}.md`, folder);
    if (update) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test.each(all)('%s: every row of a table has as many cells as its header', (_, text) => {
    for (const token of marked.lexer(text, { gfm: true })) {
      if (token.type !== 'table') continue;
      const bars = token.raw
        .trim()
        .split('\n')
        .map((line) => (line.match(/(?<!\\)\|/g) ?? []).length);
      expect(new Set(bars).size).toBe(1);
    }
  });

  test('there is a picture for every golden file', () => {
    expect(readdirSync(folder).sort()).toEqual(all.map(([name]) => `${name}.md`).sort());
  });
});
