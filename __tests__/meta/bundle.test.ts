import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ProxyAgent } from '../../src/adapters/left-out-undici.ts';

interface LockFile {
  readonly packages: Readonly<Record<string, Entry>>;
}
interface Entry {
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

test('undici is left out of the bundle only as long as nothing but the HTTP client of the toolkit wants it', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;
  const wanting = Object.entries(packages).filter(
    ([, { dev, dependencies }]) => dev !== true && dependencies?.['undici'] !== undefined,
  );
  expect(wanting.map(([path]) => path)).toEqual(['node_modules/@actions/http-client']);
});

test('its stand-in works for nobody in silence', () => {
  expect(() => ProxyAgent()).toThrow('removes the path in tsconfig.json');
});

test('the bundle has the stand-in', () => {
  const chunks = readdirSync('dist').filter((name) => name.endsWith('.js'));
  const texts = chunks.map((name) => readFileSync(`dist/${name}`, 'utf8'));
  expect(texts.some((text) => text.includes('undici is not in this bundle'))).toBe(true);
  const always = texts.filter((text) => !text.includes(publicApi));
  expect(always.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(2_600_000);
});

/** What every request to ECR Public's API begins with, and nothing else has. */
const publicApi = 'SpencerFrontendService';

test("ECR Public's SDK is a chunk of its own, so that a run with private registries alone does not load it", () => {
  const having = readdirSync('dist').filter(
    (name) => name.endsWith('.js') && readFileSync(`dist/${name}`, 'utf8').includes(publicApi),
  );
  expect(having).toHaveLength(1);
  const [chunk = ''] = having;
  const text = readFileSync(`dist/${chunk}`, 'utf8');
  expect(text).not.toContain('AmazonEC2ContainerRegistry_V20150921');
  expect(text.length).toBeLessThan(100_000);
});
