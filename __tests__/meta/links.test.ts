import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { anchorsOf, linksOf, slugOf } from '../support/markdown.ts';

// Whatever is named of the documentation is there: the links of every page, and the pages that action.yml, workflows, examples,
// errors and comments name. What leads out of the repository is not looked at: that would be a test of the network.

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));

/** What a test expects of a rendering is no page. */
const pages = tracked.filter(
  (path) => path.endsWith('.md') && !path.startsWith('__tests__/') && !path.startsWith('dist/'),
);

interface Place {
  readonly from: string;
  readonly path: string;
  readonly anchor: string;
}

function placeOf(from: string, link: string): Place {
  const [target = '', anchor = ''] = link.split('#');
  return { from, path: target === '' ? from : posix.join(posix.dirname(from), decodeURI(target)), anchor };
}

const links = pages.flatMap((page) =>
  linksOf(read(page))
    .filter((link) => !/^[a-z][a-z+.-]*:/i.test(link))
    .map((link) => placeOf(page, link)),
);

/**
 * Pages and files of the documentation that a text names by their path. `docker/cli, docs/…` is somebody else's: a source is
 * named by its project, a comma and the path there.
 */
function namedIn(text: string): string[] {
  return [
    ...text.matchAll(/(?<![\w/.-]|\w, )docs\/[\w./-]*\w\.(?:md|json|png|tf|yml|ts)\b(?:#[\w-]+)?/g),
  ].map(([name]) => name);
}

/** Where pages are named by their path, beside the pages themselves. */
const texts = tracked.filter(
  (path) =>
    /^(?:action\.yml|eslint\.config\.mjs|\.prettierignore|(?:\.github|examples|src|scripts|local-ecr|faults|bench|demo|fuzz)\/.*\.(?:ts|mjs|ya?ml|json))$/.test(
      path,
    ) || pages.includes(path),
);
const named = texts.flatMap((from) =>
  namedIn(read(from)).map((name) => ({ ...placeOf('README.md', name), from })),
);

const withoutFile = (places: readonly Place[]) => places.filter(({ path }) => !existsSync(join(root, path)));
const anchors = new Map(pages.map((page) => [page, anchorsOf(read(page))]));
const withoutHeading = (places: readonly Place[]) =>
  places.filter(({ path, anchor }) => anchor !== '' && anchors.get(path)?.includes(anchor) !== true);

describe('the links of the pages', () => {
  test('lead to files and folders that are there', () => {
    expect(withoutFile(links)).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
    expect(links.length).toBeGreaterThan(100);
  });

  test('lead to headings that are there', () => {
    expect(withoutHeading(links)).toEqual([]);
    expect(links.filter(({ anchor }) => anchor !== '').length).toBeGreaterThan(20);
  });

  test('stay in the repository', () => {
    expect(links.filter(({ path }) => path.startsWith('..'))).toEqual([]);
  });
});

describe('the pages that texts name by their path', () => {
  test('are there, and have the headings', () => {
    expect(withoutFile(named)).toEqual([]);
    expect(withoutHeading(named)).toEqual([]);
  });

  test.each(['action.yml', '.github/workflows/', 'src/'])('are named in %s, too', (where) => {
    expect(named.filter(({ from }) => from.startsWith(where)).length).toBeGreaterThan(0);
  });
});

test('the test files that a page names are there', () => {
  const testFiles = pages.flatMap((page) =>
    [
      ...read(page).matchAll(/(?<![\w/.-])(?:e2e|unit|story|adapters|meta|local-ecr)\/[\w/-]+\.test\.ts\b/g),
    ].map(([path]) => ({
      from: page,
      path: `__tests__/${path}`,
      anchor: '',
    })),
  );
  expect(withoutFile(testFiles)).toEqual([]);
  expect(testFiles.length).toBeGreaterThan(20);
});

test('every page of docs is reached from its index', () => {
  const reached = new Set(['docs/README.md']);
  for (const page of reached)
    for (const { path } of links.filter(({ from }) => from === page))
      if (path.startsWith('docs/')) reached.add(path);
  expect(pages.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
  const listed = links.filter(({ from }) => from === 'docs/README.md').map(({ path }) => path);
  expect(
    pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md' && !listed.includes(page)),
  ).toEqual([]);
});

describe('the reader', () => {
  test.each([
    ['Making one that is missing', 'making-one-that-is-missing'],
    ['`no-tags`', 'no-tags'],
    ['Which commit, and for which ref: the run speaks', 'which-commit-and-for-which-ref-the-run-speaks'],
    ['docker/metadata-action & co', 'dockermetadata-action--co'],
    ['Über snake_case – ½', 'über-snake_case--'],
  ])('makes of the heading %j the anchor %j', (heading, anchor) => {
    expect(slugOf(heading.replaceAll('`', ''))).toBe(anchor);
    expect(anchorsOf(`# ${heading}\n`)).toEqual([anchor]);
  });

  test('counts headings of one name, and takes none out of code', () => {
    expect(anchorsOf('# A\n\n## A\n\n```sh\n# B\n```\n\n## [A](b.md) `c`\n\nA\n===\n')).toEqual([
      'a',
      'a-1',
      'a-c',
      'a-2',
    ]);
  });

  test('finds links in tables and lists and by reference, and none in code', () => {
    const page =
      '- [a](b.md#c)\n\n| x |\n| - |\n| ![d](e.png) |\n\n`[f](g)` [h]\n\n```\n[i](j)\n```\n\n[h]: k.md\n';
    expect(linksOf(page)).toEqual(['b.md#c', 'e.png', 'k.md']);
  });

  test('knows whose page is named', () => {
    expect(
      namedIn('See docs/a/b.md#c, or docs/d.json. Source: docker/cli, docs/e.md; https://x.org/docs/f.md'),
    ).toEqual(['docs/a/b.md#c', 'docs/d.json']);
  });
});
