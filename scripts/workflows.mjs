// npm run lint:workflows: runs zizmor, actionlint and GitHub's own parser on every workflow, including those on the
// pages, and on action.yml.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild, script } from './child.mjs';
import { projectDir } from './engines/cache.mjs';
import { say } from './engines/command.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureActionlint, ensureWorkflowParser, ensureZizmor } from './workflow-tools.mjs';

const tsx = pathToFileURL(join(projectDir, 'node_modules/tsx/dist/loader.mjs')).href;

/** They give the same results everywhere: without the network, and without programs that only some machines have. */
const linters = [
  {
    name: 'zizmor',
    ensure: ensureZizmor,
    args: [
      '--quiet',
      '--offline',
      '--no-progress',
      '--strict-collection',
      '--persona=auditor',
      '--config=.github/zizmor.yml',
    ],
    more: ['action.yml', '.github/dependabot.yml'],
  },
  { name: 'actionlint', ensure: ensureActionlint, args: ['-shellcheck=', '-pyflakes='], more: [] },
  {
    name: '@actions/workflow-parser',
    ensure: ensureWorkflowParser,
    // A package without a program: a script of ours calls it, through tsx, because it imports JSON as bundlers do.
    through: [process.execPath, '--import', tsx, join(projectDir, 'scripts/workflow-parser.mjs')],
    args: [],
    more: ['action.yml'],
  },
];

/** Continuous integration must not pass without a linter. */
const required = process.env.CI === 'true' || process.env.ECR_SHIP_TOOLS === 'required';

await script(async () => {
  await ensurePackages();
  const shown = await mkdtemp(join(tmpdir(), 'ecr-ship-workflows-'));
  try {
    const files = await workflowPaths(shown);
    for (const linter of linters) if (!(await lint(linter, files))) process.exitCode = 1;
  } finally {
    await rm(shown, { recursive: true, force: true });
  }
});

/** The paths of all workflows; those on the pages are written below `dir`. */
async function workflowPaths(dir) {
  // Only once the packages are installed.
  const { workflows } = await import('./workflow-files.mjs');
  const paths = [];
  for (const { name, text } of await workflows()) {
    const inPage = /\.md-\d+\.yml$/.test(name);
    const path = inPage ? join(dir, name) : name;
    if (inPage) {
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(path, text);
    }
    paths.push(path);
  }
  return paths;
}

/** Whether a linter found nothing, or is missing and may be. */
async function lint({ name, ensure, through = [], args, more }, files) {
  let tool;
  try {
    tool = await ensure();
  } catch (error) {
    say(`NOT RUN: ${name}: ${error.message}`);
    if (required) say('A linter that is not run is a failure here (CI=true or ECR_SHIP_TOOLS=required).');
    return !required;
  }
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(?:GH_|GITHUB_|ZIZMOR_)/.test(key)),
  );
  const [program, ...before] = [...through, tool];
  const { code } = await runChild(program, [...before, ...args, ...files, ...more], { cwd: projectDir, env });
  process.stdout.write(
    `${name}: ${files.length + more.length} files, ${code === 0 ? 'nothing found' : 'FAILED'}\n`,
  );
  return code === 0;
}
