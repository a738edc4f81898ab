// npm run lint:workflows: zizmor, actionlint and GitHub's own parser over every workflow, also those of the pages, and over action.yml.
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

/** They run the same everywhere: without the network, and without programs that one machine has and another has not. */
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
    // A package and no program: a script of ours asks it, through tsx, since it imports JSON as bundlers take it.
    through: [process.execPath, '--import', tsx, join(projectDir, 'scripts/workflow-parser.mjs')],
    args: [],
    more: ['action.yml'],
  },
];

/** Continuous integration must not pass for want of a linter. */
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

/** The paths of all workflows; those of the pages are written below `dir`. */
async function workflowPaths(dir) {
  // Not before there are packages.
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

/** Whether a linter has found nothing, or is missing where it may be. */
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
