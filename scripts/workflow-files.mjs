// The workflows of this project: those that GitHub runs, those to copy, and those on the pages.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectDir } from './engines/cache.mjs';

const deployments = ['ecs-api', 'lambda-container', 'live-tests', 'two-public-images'];
const folders = [
  '.github/workflows',
  'examples/workflows',
  ...deployments.map((name) => `examples/${name}/.github/workflows`),
];

/** Every workflow as `{ name, text }`; a page's has the page's name and a number. */
export async function workflows() {
  const files = await Promise.all(folders.map((folder) => filesOf(folder, /\.ya?ml$/)));
  const shown = (await pages()).flatMap(({ name, text }) =>
    yamlBlocks(text)
      .filter(isWorkflow)
      .map((block, i) => ({ name: `${name}-${i + 1}.yml`, text: block })),
  );
  return [...files.flat(), ...shown];
}

/** The pages, as `{ name, text }`. */
export async function pages() {
  const readme = { name: 'README.md', text: await readFile(join(projectDir, 'README.md'), 'utf8') };
  return [readme, ...(await filesOf('docs', /\.md$/))];
}

/** Pure: the YAML blocks of a page, including those in a list. */
export function yamlBlocks(page) {
  return [...page.matchAll(/^([ \t]*)```ya?ml\b[^\n]*\n([\s\S]*?)^\1```[ \t]*$/gm)].map(([, indent, block]) =>
    block.replace(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

function isWorkflow(block) {
  try {
    return typeof parse(block)?.jobs === 'object';
  } catch {
    return false;
  }
}

async function filesOf(folder, pattern) {
  const names = (await readdir(join(projectDir, folder), { recursive: true }))
    .filter((name) => pattern.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name: `${folder}/${name}`,
      text: await readFile(join(projectDir, folder, name), 'utf8'),
    })),
  );
}
