import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startJob, type StepResult } from '../__tests__/support/runner.ts';
import { startLocalEcr, type LocalEcr } from '../local-ecr/index.ts';
import { copyBusybox, demoEngine, type RunningEngine } from '../scripts/engines/index.mjs';
import { logRenderer } from './render-log.ts';
import { githubPage } from './github-page.ts';
import { renderSummary } from './render-summary.ts';
import { demoLines, demoNames, headingOf, readDemo, type Demo, type DemoName } from './scenarios.ts';
import { columns, wrapped } from './wrapped.ts';

const usage = `npm run demo -- [--scenario NAME] [--markdown | --html FILE]
npm run demo -- --list

Ships a real image to a local ECR, as a workflow step would, and shows the log, the outputs, the job
summary and the files. --list names what can be shown; --markdown prints the summary's Markdown
instead of rendering it; --html writes it as a page as well.
`;

const say = (text: string) => {
  for (const line of text.split('\n')) process.stdout.write(`${wrapped(line)}\n`);
};
const heading = (text: string) => {
  say(`\n\u001b[1m━━ ${text} ${'━'.repeat(Math.max(0, columns - text.length - 4))}\u001b[0m\n`);
};

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string' },
      markdown: { type: 'boolean' },
      html: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.list === true) {
    for (const line of demoLines(Date.now())) say(line);
    return 0;
  }
  if (values.help === true) {
    process.stdout.write(usage);
    return 0;
  }
  const name = demoNames.find((candidate) => candidate === (values.scenario ?? 'demo'));
  if (name === undefined)
    throw new Error(`there is no scenario ${String(values.scenario)}; --list shows those there are`);
  const demo = readDemo(name, Date.now());
  const engine = await demoEngine(demo.needs === undefined ? {} : { needs: demo.needs });
  const ecr = await startLocalEcr({ scenario: demo.scenario });
  for (const [tag, commit] of Object.entries(demo.images))
    ecr.seedImage('team/app', tag, 'the release before', { 'org.opencontainers.image.revision': commit });
  if (demo.staged !== undefined)
    ecr.seedImage(demo.staged.repository, demo.staged.tag, 'the release candidate', {
      'org.opencontainers.image.revision': demo.staged.commit,
    });
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-demo-'));
  const workspace = join(folder, 'workspace');
  try {
    await prepareWorkspace(demo, workspace, engine);
    return await showStep(name, demo, {
      engine,
      ecr,
      workspace,
      markdown: values.markdown === true,
      html: values.html,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await ecr.close();
    await engine.stop();
  }
}

/** The checkout of the job: the example, the demo's own files, and the program that its Dockerfile copies. */
async function prepareWorkspace(demo: Demo, workspace: string, engine: RunningEngine): Promise<void> {
  cpSync(fileURLToPath(new URL(`../examples/${demo.example}`, import.meta.url)), workspace, {
    recursive: true,
  });
  for (const [path, text] of Object.entries(demo.files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const own = engine.capabilities.architecture === 'aarch64' ? 'arm64' : 'amd64';
  await copyBusybox(workspace, demo.needs === 'multi-platform' ? ['amd64', 'arm64'] : [own]);
}

interface Stage {
  readonly engine: RunningEngine;
  readonly ecr: LocalEcr;
  readonly workspace: string;
  readonly markdown: boolean;
  readonly html: string | undefined;
}

async function showStep(name: DemoName, demo: Demo, stage: Stage): Promise<number> {
  const { engine, ecr, workspace } = stage;
  showDemo(name, demo, stage);
  const step = { inputs: demo.inputs, workspace, env: { ...engine.env, ...ecr.env, ...pushOf(demo.gitTag) } };
  if (demo.ranBefore) {
    say('\nThe job runs once, and then again:');
    const first = startJob(step);
    await first.main();
    await first.post();
    first.remove();
  }

  heading('The log, as GitHub shows it');
  const before = ecr.tags('team/app');
  const renderer = logRenderer(say);
  let cancel: (() => void) | undefined;
  const job = startJob({
    ...step,
    onOutput: (chunk) => {
      renderer.push(chunk);
      if (demo.cancelledAt !== undefined && chunk.includes(demo.cancelledAt)) cancel?.();
    },
  });
  const main = await job.main({
    started: (child) => {
      cancel = () => {
        cancel = undefined;
        child.kill('SIGINT');
      };
    },
  });
  renderer.end();
  heading('After the job: the post step');
  await job.post();
  renderer.end();

  showResult(main, stage);
  showRegistry(ecr.tags('team/app'), before);
  for (const name of demo.scenario.publicRepositories ?? [])
    showTags(`public.ecr.aws/local/${name.name}`, ecr.public.tags(name.name), {});
  showFiles(demo, stage);
  heading(`The step ended with exit code ${String(main.exitCode)}`);
  const next = demoNames[(demoNames.indexOf(name) + 1) % demoNames.length] ?? 'demo';
  say(`Try next: npm run demo -- --scenario ${next}, or --list for all of them`);
  job.remove();
  return main.exitCode;
}

/** What is about to run, and on what. */
function showDemo(name: DemoName, demo: Demo, { engine, ecr }: Stage): void {
  heading(headingOf(name, demo));
  say(
    `local ECR at ${ecr.url} · Docker ${engine.capabilities.version}${engine.private ? ', started for this' : ''} · dist/index.js\n`,
  );
  say(`  on: push of the tag ${demo.gitTag}`);
  for (const [input, value] of Object.entries(demo.inputs))
    say(`  ${input}: ${value.replaceAll('\n', ' | ')}`);
  for (const [path, text] of Object.entries(demo.files))
    say(`\n  ${path}:\n${text.replace(/^/gm, '    ').trimEnd()}`);
}

function showResult({ outputs, summary }: StepResult, { markdown, html }: Stage): void {
  heading('The outputs that later steps and jobs read');
  const all = Object.entries(outputs);
  const set = all.filter(([, value]) => value !== '');
  const column = Math.max(...set.map(([output]) => output.length)) + 2;
  for (const [output, value] of set)
    say(`  ${output.padEnd(column)}${value.replaceAll('\n', '\n'.padEnd(column + 3))}`);
  const empty = all.filter(([, value]) => value === '').map(([output]) => output);
  if (empty.length > 0) say(`\n  Empty: ${empty.join(', ')}`);

  heading('The job summary');
  say(markdown ? summary : renderSummary(summary));
  if (html !== undefined) writeFileSync(html, githubPage(summary));
}

type Tags = Readonly<Record<string, string>>;

function showRegistry(now: Tags, before: Tags): void {
  heading('What the registry holds now');
  showTags('team/app', now, before);
}

function showTags(repository: string, now: Tags, before: Tags): void {
  say(`  ${repository}${Object.keys(now).length === 0 ? ': no tags' : ''}`);
  for (const [tag, digest] of Object.entries(now))
    say(`    ${tag.padEnd(12)}${digest}${before[tag] === digest ? ' (as before)' : ''}`);
}

function showFiles({ inputs }: Demo, { workspace, markdown }: Stage): void {
  showFile(workspace, inputs['evidence-file'], markdown);
  const sarif = join(workspace, inputs['sarif-file'] ?? 'none');
  if (existsSync(sarif)) showSarif(sarif);
  const resultFile = join(workspace, 'result.json');
  if (!existsSync(resultFile)) return;
  const result = JSON.parse(readFileSync(resultFile, 'utf8')) as Record<string, unknown>;
  heading(`The result file, result.json: ${String(Object.keys(result).length)} keys, on a failure too`);
  for (const key of ['succeeded', 'errorCode', 'image', 'tags', 'verdict', 'critical', 'high', 'size'])
    say(`  ${key.padEnd(14)} ${JSON.stringify(result[key])}`);
}

/** What GitHub shows of a SARIF file beside the code. */
function showSarif(path: string): void {
  heading(`The SARIF file, ${basename(path)}`);
  const { runs } = JSON.parse(readFileSync(path, 'utf8')) as {
    runs: readonly {
      results: readonly { ruleId: string; level: string; suppressions?: readonly object[] }[];
    }[];
  };
  for (const { ruleId, level, suppressions = [] } of runs.flatMap(({ results }) => results))
    say(`  ${level.padEnd(8)} ${ruleId}${suppressions.length > 0 ? '  suppressed: accepted' : ''}`);
}

/** The runner's variables for the push of a tag. */
function pushOf(tag: string): Readonly<Record<string, string>> {
  return { GITHUB_EVENT_NAME: 'push', GITHUB_REF: `refs/tags/${tag}`, GITHUB_REF_NAME: tag };
}

function showFile(workspace: string, path: string | undefined, markdown: boolean): void {
  if (path === undefined) return;
  // A run that ended early leaves none.
  if (!existsSync(join(workspace, path))) return;
  heading(`The evidence, ${path}`);
  const text = readFileSync(join(workspace, path), 'utf8');
  say(markdown ? text : renderSummary(text));
}

run().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
