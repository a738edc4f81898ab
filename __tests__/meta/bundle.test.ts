import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** The chunks of dist/ that hold a text. */
function having(text: string): string[] {
  return readdirSync('dist').filter(
    (name) => name.endsWith('.js') && readFileSync(`dist/${name}`, 'utf8').includes(text),
  );
}

/** What only undici has. */
const undici = 'UND_ERR_CONNECT_TIMEOUT';
/** A path of GitHub's API that nothing here asks for, so that only the package with all of them has it. */
const octokit = 'GET /orgs/{org}/actions/cache/usage';
/** What every request to ECR Public's API begins with, and nothing else has. */
const publicApi = 'SpencerFrontendService';
/** What only the parser of YAML says. */
const yaml = 'YAMLParseError';

test('undici, Octokit, the SDK of ECR Public and YAML are chunks of their own, which no run loads that does not ask them', () => {
  const lazy = [undici, octokit, publicApi, yaml].flatMap((text) => {
    const chunks = having(text);
    expect({ text, chunks }).toEqual({ text, chunks: [expect.any(String)] });
    return chunks;
  });
  expect(new Set(lazy).size).toBe(4);
  expect(lazy).not.toContain('index.js');
  const always = readdirSync('dist').filter((name) => name.endsWith('.js') && !lazy.includes(name));
  const sizes = always.map((name) => readFileSync(`dist/${name}`, 'utf8').length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_550_000);
});

test('what asks a registry and what sets tags is loaded only when docker builds', () => {
  const index = readFileSync('dist/index.js', 'utf8');
  const lists = [...index.matchAll(/import\(\) \*\/\[([^\]]*)\]\)/g)].map(([, list = '']) =>
    [...list.matchAll(/\.e\((\d+)\)/g)].map(([, id = '']) => `${id}.index.js`),
  );
  // Post's, and main's.
  expect(lists).toHaveLength(2);
  const [post = [], main = []] = lists;
  const size = (chunks: readonly string[]) =>
    chunks.reduce((sum, name) => sum + readFileSync(`dist/${name}`, 'utf8').length, 0);
  expect(size(post)).toBeLessThan(50_000);
  expect(size(main)).toBeLessThan(810_000);
  for (const late of ['AmazonEC2ContainerRegistry_V20150921', 'The registry accepted '])
    expect({ late, early: having(late).filter((name) => main.includes(name)) }).toEqual({ late, early: [] });
});

test('the SDK of ECR Public shares what it can with that of ECR', () => {
  const [chunk = ''] = having(publicApi);
  const text = readFileSync(`dist/${chunk}`, 'utf8');
  expect(text).not.toContain('AmazonEC2ContainerRegistry_V20150921');
  expect(text.length).toBeLessThan(100_000);
});
