// node scripts/dist-commit.mjs FOLDER BEFORE.json: prints the request that commits a built dist/ to the branch of
// Dependabot's pull request, or nothing if it has not changed. GH_REPO, BRANCH and COMMIT say where; BEFORE.json is
// GitHub's listing of dist/ there. The folder comes from a job that ran the code of packages: its content is only
// treated as bytes, and anything but a file of dist/ is an error.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { url } }
}`;

/** Pure: the id that git gives these bytes. */
export function blobId(bytes) {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Pure: what changes in dist/. @param built name → bytes @param before GitHub's list of dist/: name and sha of each */
export function changesOf(built, before) {
  const strange = [...built.keys()].filter((name) => !/^[\w-]+(?:\.[\w-]+)*\.(?:c?js|json|txt)$/.test(name));
  if (strange.length > 0) throw new Error(`dist/ has no files such as ${JSON.stringify(strange[0])}.`);
  if (!built.has('index.js') || !built.has('post.js'))
    throw new Error('The build has no index.js, or no post.js.');
  const known = new Map(before.map(({ name, sha }) => [name, sha]));
  return {
    additions: [...built]
      .filter(([name, bytes]) => known.get(name) !== blobId(bytes))
      .map(([name, bytes]) => ({ path: `dist/${name}`, contents: bytes.toString('base64') })),
    deletions: [...known.keys()].filter((name) => !built.has(name)).map((name) => ({ path: `dist/${name}` })),
  };
}

/** Pure: the request, as `gh api graphql --input` takes it; undefined if nothing changes. */
export function commitRequest(fileChanges, { repository, branch, commit }) {
  if (!branch.startsWith('dependabot/')) throw new Error(`${branch} is no branch of Dependabot's.`);
  if (!/^[0-9a-f]{40}$/.test(commit)) throw new Error(`${commit} is no commit.`);
  if (fileChanges.additions.length + fileChanges.deletions.length === 0) return undefined;
  const input = {
    branch: { repositoryNameWithOwner: repository, branchName: branch },
    expectedHeadOid: commit,
    // Without the second part Dependabot would no longer update the branch. Source: GitHub docs, "Managing pull
    // requests for dependency updates", "Allowing Dependabot to rebase and force push over extra commits".
    message: { headline: 'The bundle with what Dependabot moved [dependabot skip]' },
    fileChanges,
  };
  return { query: mutation, variables: { input } };
}

function readFolder(folder) {
  const names = readdirSync(folder).sort();
  const odd = names.find((name) => !lstatSync(join(folder, name)).isFile());
  if (odd !== undefined) throw new Error(`${JSON.stringify(odd)} is no file.`);
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  try {
    const [folder, before] = process.argv.slice(2);
    const { GH_REPO: repository, BRANCH: branch, COMMIT: commit } = process.env;
    const changes = changesOf(readFolder(folder), JSON.parse(readFileSync(before, 'utf8')));
    const request = commitRequest(changes, { repository, branch, commit });
    if (request !== undefined) process.stdout.write(JSON.stringify(request));
  } catch (error) {
    process.stderr.write(`::error title=dist::${error.message}\n`);
    process.exitCode = 1;
  }
