// dist/licenses.txt: the packages that a build has put into dist/, each with its full licence. ncc's own `--license`
// gives every chunk the same file name, so only the last chunk's packages would stay.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Packages that are published without a licence file, and another package of the same repository that has it. */
const withoutFile = {
  '@aws-sdk/credential-provider-http': '@aws-sdk/client-ecr',
  '@aws-sdk/credential-provider-login': '@aws-sdk/client-ecr',
  '@aws-sdk/nested-clients': '@aws-sdk/client-ecr',
};

/**
 * Pure: the folders of the packages whose modules are in a chunk, from webpack's statistics. A module that was
 * concatenated with others has no chunk of its own but is listed below the one that has.
 */
export function bundledFolders(stats) {
  const folders = new Set();
  const visit = (module) => {
    const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.nameForCondition ?? '') ?? [];
    if (folder) folders.add(folder);
    module.modules?.forEach(visit);
  };
  stats.modules.filter(({ chunks }) => chunks.length > 0).forEach(visit);
  return [...folders].sort();
}

/** Pure: whether a file of a package is part of its licence; NOTICE is, by section 4(d) of the Apache License. */
export function isLicenseFile(name) {
  return (
    /^(?:licen[cs]e|copying|notice)(?:[.-][\w-]+)*$/i.test(name) && !/\.(?:[cm]?[jt]s|json|map)$/i.test(name)
  );
}

/** What a package's folder says about its licence: name, version, SPDX expression, and the texts of its licence files. */
export async function readLicense(folder) {
  const { name, version, license, repository } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const files = (await readdir(folder)).filter(isLicenseFile).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return { name, version, license, repository: repository?.url ?? repository, texts: texts.map(clean) };
}

/** The whole text, with line ends as Git keeps them, and without surrounding blank lines. */
const clean = (text) => `${text.replaceAll('\r\n', '\n').replace(/^\n+|\s+$/g, '')}\n`;

/**
 * Pure: the file, from what the packages say. Throws if a package has no licence, or if `lenders` (a package without
 * a licence file → one of its repository that has it) is wrong or has an unneeded entry.
 */
export function licensesFile(packages, lenders = withoutFile) {
  const byName = new Map(packages.map((each) => [each.name, each]));
  for (const name of Object.keys(lenders)) {
    if (byName.get(name)?.texts.length !== 0)
      throw new Error(
        `scripts/licenses.mjs: ${name} needs no other package's licence: remove it from the table`,
      );
  }
  return [...packages]
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
    .map((each) =>
      entry(each, each.texts.length > 0 ? each.texts : lent(each, byName.get(lenders[each.name]))),
    )
    .join('\n');
}

function lent({ name, license, repository }, lender) {
  if (!lender || lender.texts.length === 0)
    throw new Error(
      `${name} has no licence file: name a package of its repository that has one in scripts/licenses.mjs, or leave it out of the bundle`,
    );
  if (lender.repository !== repository || lender.license !== license)
    throw new Error(`${name} cannot have the licence of ${lender.name}: repository or licence differ`);
  return lender.texts;
}

const rule = '='.repeat(80);

function entry({ name, version, license }, texts) {
  if (!license) throw new Error(`${name} names no licence in its package.json`);
  return `${rule}\n${name}\n${version}, ${license}\n${rule}\n\n${texts.join('\n')}`;
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
