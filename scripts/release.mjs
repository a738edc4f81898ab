// node scripts/release.mjs notes v1.4.2 < CHANGELOG.md: prints the notes of a release.
// node scripts/release.mjs follows v1.4.2 < tags: prints what moves to it, as outputs.
// Only uses the standard library, because it runs with a token that may write.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Pure: splits `v1.4.2` or `v1.4.2-rc.1` into its parts. */
export function versionOf(tag) {
  const [, version, major, minor, patch, pre] =
    /^v((0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([\da-z]+(?:\.[\da-z]+)*))?)$/.exec(tag) ?? [];
  if (version === undefined)
    throw new Error(`The tag ${tag} names no release; a release is v1.4.2 or v1.4.2-rc.1.`);
  return { version, numbers: [major, minor, patch].map(Number), isPreRelease: pre !== undefined };
}

/** Pure: the changelog's section about a version. A release without notes is an error. */
export function notesOf(changelog, tag) {
  const { version } = versionOf(tag);
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((each) => /^\[([^\]]+)\]/.exec(each)?.[1] === version);
  if (section === undefined)
    throw new Error(
      `CHANGELOG.md has no section [${version}]; name [Unreleased] so, with the day, in the commit that gets the tag.`,
    );
  const [heading = '', ...lines] = section.split('\n');
  if (!/^\[[^\]]+\] - \d{4}-\d\d-\d\d$/.test(heading))
    throw new Error(
      `The section [${version}] of CHANGELOG.md has no day; write ## [${version}] - 2026-11-30.`,
    );
  // The addresses at the end of the file belong to no section.
  const notes = lines
    .filter((line) => !/^\[[^\]]+\]: /.test(line))
    .join('\n')
    .trim();
  if (notes === '') throw new Error(`The section [${version}] of CHANGELOG.md says nothing.`);
  return `${notes}\n`;
}

/** Pure: what moves to a release. Neither the major tag nor "latest" moves back to a backport, or to a pre-release. */
export function followersOf(tag, tags) {
  const { numbers, isPreRelease } = versionOf(tag);
  const higher = tags
    .filter((other) => /^v\d+\.\d+\.\d+$/.test(other))
    .map((other) => versionOf(other).numbers)
    .filter((other) => compare(other, numbers) > 0);
  const isHighestOfMajor = !higher.some(([major]) => major === numbers[0]);
  return {
    major: isPreRelease || !isHighestOfMajor ? '' : `v${numbers[0]}`,
    isLatest: !isPreRelease && higher.length === 0,
    isPreRelease,
  };
}

function compare(a, b) {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}

function main([what, tag = '']) {
  const input = readFileSync(0, 'utf8');
  if (what === 'notes') return notesOf(input, tag);
  if (what !== 'follows') throw new Error(`What is ${what}? It is notes or follows.`);
  const tags = input.split('\n').map((line) => line.replace(/^.*refs\/tags\//, ''));
  const { major, isLatest, isPreRelease } = followersOf(tag, tags);
  return `major=${major}\nlatest=${isLatest}\npre-release=${isPreRelease}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  try {
    process.stdout.write(main(process.argv.slice(2)));
  } catch (error) {
    process.stderr.write(`::error title=release::${error.message}\n`);
    process.exitCode = 1;
  }
