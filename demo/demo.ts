import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startJob, type StepResult } from '../__tests__/support/runner.ts';
import { startLocalEcr, type LocalEcr } from '../local-ecr/index.ts';
import { copyBusybox, demoEngine, type RunningEngine } from '../scripts/engines/index.mjs';
import { logRenderer } from './render-log.ts';
import { githubPage } from './github-page.ts';
import { renderSummary } from './render-summary.ts';
import { demoNames, readDemo, type Demo, type DemoName } from './scenarios.ts';

const usage = `npm run demo -- [--scenario ${demoNames.join('|')}] [--markdown | --html FILE]

Ships a real image to a local ECR, as a workflow step would, and shows the log, the outputs and the job summary.
--markdown prints the summary's Markdown instead of rendering it; --html writes it as a page as well.
`;

const say = (text: string) => process.stdout.write(`${text}\n`);
const heading = (text: string) =>
  say(`\n\u001b[1m━━ ${text} ${'━'.repeat(Math.max(0, 100 - text.length))}\u001b[0m\n`);

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string' },
      markdown: { type: 'boolean' },
      html: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(usage);
    return 0;
  }
  const name = demoNames.find((candidate) => candidate === (values.scenario ?? 'demo'));
  if (name === undefined)
    throw new Error(`there is no scenario ${String(values.scenario)}; there are ${demoNames.join(', ')}`);
  const demo = readDemo(name, Date.now());
  const engine = await demoEngine(demo.needs === undefined ? {} : { needs: demo.needs });
  const ecr = await startLocalEcr({ scenario: demo.scenario });
  for (const [tag, commit] of Object.entries(demo.images))
    ecr.seedImage('team/app', tag, 'the release before', { 'org.opencontainers.image.revision': commit });
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
  const job = startJob({ ...step, onOutput: (chunk) => renderer.push(chunk) });
  const main = await job.main();
  await job.post();
  renderer.end();

  showResult(main, stage);
  showRegistry(ecr.tags('team/app'), before);
  showFiles(demo, stage);
  heading(`The step ended with exit code ${String(main.exitCode)}`);
  const others = demoNames.filter((other) => other !== name);
  say(`Try next:\n${others.map((other) => `  npm run demo -- --scenario ${other}`).join('\n')}`);
  job.remove();
  return main.exitCode;
}

/** What is going to be run, and on what. */
function showDemo(name: DemoName, demo: Demo, { engine, ecr }: Stage): void {
  heading(`${demo.title} (scenario ${name})`);
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
  for (const [output, value] of Object.entries(outputs))
    say(`  ${output.padEnd(14)} ${value.replaceAll('\n', '\n'.padEnd(18))}`);

  heading('The job summary');
  say(markdown ? summary : renderSummary(summary));
  if (html !== undefined) writeFileSync(html, githubPage(summary));
}

type Tags = Readonly<Record<string, string>>;

function showRegistry(now: Tags, before: Tags): void {
  heading('What the registry holds now');
  for (const [tag, digest] of Object.entries(now))
    say(`  ${tag.padEnd(14)} ${digest}${before[tag] === digest ? '  (as before)' : ''}`);
}

function showFiles({ inputs }: Demo, { workspace, markdown }: Stage): void {
  showFile(workspace, inputs['evidence-file'], markdown);
  const resultFile = join(workspace, 'result.json');
  if (!existsSync(resultFile)) return;
  const keys = Object.keys(JSON.parse(readFileSync(resultFile, 'utf8')) as object);
  say(`\n  The result file has ${String(keys.length)} keys, on a failure too.`);
}

/** What the runner says of the push of a tag. */
function pushOf(tag: string): Readonly<Record<string, string>> {
  return { GITHUB_EVENT_NAME: 'push', GITHUB_REF: `refs/tags/${tag}`, GITHUB_REF_NAME: tag };
}

function showFile(workspace: string, path: string | undefined, markdown: boolean): void {
  if (path === undefined) return;
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
