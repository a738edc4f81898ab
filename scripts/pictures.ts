import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pictured } from '../__tests__/unit/support/pictured.ts';
import { githubPage, type Theme } from '../demo/github-page.ts';
import { commentDocument } from '../src/report/documents/comment.ts';
import { summaryOf } from '../src/report/summary.ts';
import type { Report } from '../src/types/report.ts';
import { startBrowser, type Browser } from './browser.ts';

const usage = `npm run pictures -- [--all FOLDER]

Writes the pictures of docs/: job summaries as GitHub shows them. With --all, every summary and comment there is goes into a
folder, light and dark, 1200 and 400 pixels wide, to be looked at.
`;

/** The pictures on the pages: the file in docs/, the summary, and the theme. */
const shown: readonly (readonly [file: string, name: keyof typeof pictured, theme: Theme])[] = [
  ['summary', 'release-accepted', 'light'],
  ['summary-failed', 'release-failed', 'light'],
  ['summary-dark', 'release-accepted', 'dark'],
];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { all: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const browser = await startBrowser();
  try {
    if (values.all === undefined) await writeDocs(browser);
    else await writeAll(browser, values.all);
  } finally {
    await browser.stop();
  }
}

async function writeDocs(browser: Browser): Promise<void> {
  for (const [file, name, theme] of shown) {
    const path = fileURLToPath(new URL(`../docs/${file}.png`, import.meta.url));
    await write(browser, path, { markdown: summaryOf(pictured[name]), theme, width: 1000 });
  }
}

async function writeAll(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, report] of Object.entries<Report>(pictured))
    for (const [kind, markdown] of [
      ['summary', summaryOf(report)],
      ['comment', commentDocument.text(report)],
    ] as const)
      for (const theme of ['light', 'dark'] as const)
        for (const width of [1200, 400])
          await write(browser, join(folder, `${kind}-${name}-${theme}-${String(width)}.png`), {
            markdown,
            theme,
            width,
          });
}

async function write(
  browser: Browser,
  path: string,
  { markdown, theme, width }: { readonly markdown: string; readonly theme: Theme; readonly width: number },
): Promise<void> {
  const page = await browser.show(githubPage(markdown, theme), width);
  writeFileSync(path, await page.picture());
  process.stdout.write(`${path}\n`);
}

await main();
