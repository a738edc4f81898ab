import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { githubPage, sanitised } from '../../demo/github-page.ts';
import { startBrowser, type Browser } from '../../scripts/browser.ts';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { commentDocument } from '../../src/report/documents/comment.ts';
import { summaryOf } from '../../src/report/summary.ts';
import type { Report } from '../../src/types/report.ts';
import { pictured } from '../unit/support/pictured.ts';
import { reports } from '../unit/support/reports.ts';

/** What is seen of summaries and comments in a browser, by GitHub's rules: measured, not compared pixel by pixel. */

const chromium: { readonly why: string | undefined } = await ensureChromium().then(
  () => ({ why: undefined }),
  (error: unknown) => ({ why: error instanceof Error ? error.message : String(error) }),
);

/**
 * Texts that leave the page at the right, and those that matter and are out of sight in something that scrolls. Runs in the page;
 * what is folded is unfolded first.
 */
const measure = `(() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let one = element; one !== null && one.tagName !== 'MAIN'; one = one.parentElement)
      if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return one;
    return null;
  };
  const boxes = (element) => [...element.getClientRects()];
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  const lost = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    if (node.data.trim() !== '' && boxes(range).some((box) => box.right > width + 0.5) && scrolls(node.parentElement) === null)
      lost.push(node.data);
  }
  const isWhole = (element) => element !== null && element.scrollWidth <= element.clientWidth + 1 &&
    element.getBoundingClientRect().right <= width + 0.5;
  const blockers = [...document.querySelectorAll('table')].find((one) => /Blocks the release|Does not pass/.test(one.textContent)) ?? null;
  const tags = [...document.querySelectorAll('p')].find((one) => one.textContent.startsWith('Tags ')) ?? null;
  return {
    lost,
    pageScrolls: document.documentElement.scrollWidth > width,
    headline: isWhole(document.querySelector('h2, h3')),
    blockers: blockers === null ? 'none' : isWhole(blockers),
    tags: tags === null ? 'none' : isWhole(tags),
    visibleOf: blockers === null ? 0 : blockers.querySelectorAll('tbody tr').length,
  };
})()`;

interface Seen {
  readonly lost: readonly string[];
  readonly pageScrolls: boolean;
  readonly headline: boolean;
  readonly blockers: boolean | 'none';
  readonly tags: boolean | 'none';
  readonly visibleOf: number;
}

const all: readonly (readonly [string, Report])[] = [...Object.entries(pictured), ...Object.entries(reports)];
const documents = [
  ['summary', summaryOf],
  ['comment', commentDocument.text],
] as const;

if (chromium.why === undefined)
  describe.each([1200, 400])('at %i pixels', (width) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startBrowser();
    }, 60_000);
    afterAll(() => browser.stop());

    describe.each(documents)('no %s is cut off', (_, textOf) => {
      test.each(all)('%s', async (_name, report) => {
        for (const theme of ['light', 'dark'] as const) {
          const page = await browser.show(githubPage(textOf(report), theme), width);
          const seen = (await page.evaluate(measure)) as Seen;
          expect(seen).toMatchObject({ lost: [], pageScrolls: false, headline: true });
          expect(['none', true]).toContain(seen.blockers);
          expect(['none', true]).toContain(seen.tags);
        }
      });
    });

    test('what is measured is there: blockers and tags are found, and a word that is too long is seen to be', async () => {
      const ask = async (markdown: string) =>
        (await (await browser.show(githubPage(markdown), width)).evaluate(measure)) as Seen;
      expect(await ask(summaryOf(pictured['release-failed']))).toMatchObject({
        blockers: true,
        visibleOf: 2,
      });
      expect(await ask(summaryOf(pictured['release-passed']))).toMatchObject({ tags: true });
      const long = 'x'.repeat(300);
      const table = `| Blocks the release | |\n| --- | --- |\n| ${long} | |\n`;
      expect(await ask(`## ok\n\n${table}`)).toMatchObject({ blockers: false });
      const wide = `<main><article><h2>ok</h2><p style="white-space: nowrap">${long}</p></article></main>`;
      expect(await (await browser.show(wide, width)).evaluate(measure)).toMatchObject({
        lost: [long],
        pageScrolls: true,
      });
    });

    test('dark is dark, and light is light', async () => {
      const paper = `getComputedStyle(document.querySelector('article')).backgroundColor`;
      const of = async (theme: 'light' | 'dark') =>
        (await browser.show(githubPage('text', theme), width)).evaluate(paper);
      expect([await of('light'), await of('dark')]).toEqual(['rgb(255, 255, 255)', 'rgb(13, 17, 23)']);
    });
  });
else test.skip(`(not run: ${chromium.why})`, () => undefined);

test('GitHub takes scripts, styles and addresses of scripts away', () => {
  expect(
    sanitised('<p style="x" onclick="y">a<script>b</script><a href="javascript:c">d</a><details open>'),
  ).toBe('<p>ab<a>d</a><details open>');
});
