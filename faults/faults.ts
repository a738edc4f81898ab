import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureEngines } from '../scripts/engines/index.mjs';
import { groups, type FaultCase } from './case.ts';
import { allCases } from './cases/index.ts';
import { keepStandings, readStandings, standingsOf, writeCounts } from './counts.ts';
import { quietAtOnce, quietStandings, runInQuiet, wantsQuiet, whyNoQuietNetwork } from './quiet.ts';
import { runAll } from './schedule.ts';
import { breachesOf, countsOf, heading, lineOf, standingOf } from './table.ts';

const usage = `npm run faults -- [--list] [--only REGEX] [--group ${groups.join('|')}] [--all] [-j JOBS] [--log] [--counts FILE]

Runs the bundle (main, then post) once for each fault, on a real engine against a local ECR, and holds what it leaves
against the laws of a run. Exits with 1 where a law is broken, and where a fault was never met.
--all adds the cases that take long, and those that show nearly the same as another one; --log prints the whole log of each case that breaks a law.
--counts keeps how each case of whole groups went in a JSON file, beside what earlier runs have put there, and writes the table of docs/explain/reliability.md.
`;

const reliability = fileURLToPath(new URL('../docs/explain/reliability.md', import.meta.url));

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Parses the command line. */
function asked() {
  return parseArgs({
    options: {
      list: { type: 'boolean' },
      only: { type: 'string' },
      group: { type: 'string' },
      all: { type: 'boolean' },
      log: { type: 'boolean' },
      counts: { type: 'string' },
      jobs: { type: 'string', short: 'j', default: '2' },
      help: { type: 'boolean' },
    },
  }).values;
}
type Asked = ReturnType<typeof asked>;

async function run(): Promise<number> {
  const values = asked();
  if (values.help === true) {
    process.stdout.write(usage);
    return 0;
  }
  const cases = wanted(values);
  if (cases.length === 0) throw new Error('no case is wanted; --list shows all');
  if (values.counts !== undefined && (values.only !== undefined || values.all !== true))
    throw new Error('the table is of whole groups: give --counts with --all, and without --only');
  if (values.list === true) {
    for (const { name, group } of cases) say(`${group}: ${name}`);
    say(`${String(cases.length)} cases`);
    return 0;
  }
  if (quietStandings() !== undefined) return runHere(cases.filter(wantsQuiet), values);
  const [quiet, others] = partition(cases, wantsQuiet);
  const exitCode = others.length === 0 ? 0 : await runHere(others, values);
  if (quiet.length === 0) return exitCode;
  const why = whyNoQuietNetwork();
  if (why === undefined) return Math.max(exitCode, await runApart(quiet, values));
  for (const { name, group } of quiet) say(`NOT RUN, for ${why}: ${group}: ${name}`);
  return exitCode;
}

function wanted({ only, group: chosen, all }: Asked): readonly FaultCase[] {
  const isNamed = new RegExp(only ?? '');
  return allCases.filter(
    ({ name, group, extra }) =>
      isNamed.test(`${group}: ${name}`) && (chosen ?? group) === group && (all === true || extra !== true),
  );
}

/** Runs cases on an engine started for them, and prints how they went. */
async function runHere(cases: readonly FaultCase[], values: Asked): Promise<number> {
  const { engines, stop } = await ensureEngines(['containerd'], { required: true });
  try {
    const [engine] = engines;
    if (engine === undefined) throw new Error('there is no engine');
    const [able, notRun] = partition(cases, (fault) => engine.private || !wantsRoot(fault));
    for (const { name, group } of notRun)
      say(`NOT RUN, as it takes root and a private engine: ${group}: ${name}`);
    say(heading());
    const outcomes = await runAll(able, {
      engine,
      jobs: Number(values.jobs),
      done: (outcome) => {
        say(lineOf(outcome));
        if (values.log === true && standingOf(outcome) === 'laws broken')
          say(
            `${outcome.main.log}\n${outcome.main.stderr}\n--- post\n${outcome.post.log}\n${outcome.post.stderr}`,
          );
      },
    });
    breachesOf(outcomes).forEach(say);
    const apart = quietStandings();
    if (apart !== undefined) keepStandings(apart, standingsOf(outcomes), allCases);
    if (values.counts !== undefined)
      writeCounts(reliability, keepStandings(values.counts, standingsOf(outcomes), allCases));
    say(`\n${countsOf(outcomes)}`);
    return outcomes.every((outcome) => !['laws broken', 'never met'].includes(standingOf(outcome))) ? 0 : 1;
  } finally {
    await stop();
  }
}

/** Runs each case in a network and a process of its own. */
async function runApart(quiet: readonly FaultCase[], { counts, log }: Asked): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-quiet-'));
  const queue = [...quiet.entries()];
  let worst = 0;
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [at, { group, name }] = next;
      const standings = join(folder, `${String(at)}.json`);
      const only = `^${`${group}: ${name}`.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
      const args = ['--all', '--only', only, ...(log === true ? ['--log'] : [])];
      const { exitCode, said } = await runInQuiet(args, standings);
      say(said);
      worst = Math.max(worst, exitCode);
      if (counts !== undefined && existsSync(standings))
        writeCounts(reliability, keepStandings(counts, readStandings(standings), allCases));
    }
  };
  await Promise.all(Array.from({ length: quietAtOnce }, lane));
  rmSync(folder, { recursive: true, force: true });
  return worst;
}

/** Whether a case attacks a private engine or mounts something, which requires root. */
function wantsRoot({ engine, place }: FaultCase): boolean {
  return engine !== undefined || place === 'temp-full' || place === 'temp-read-only';
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

run().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(
      `faults: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
