import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startJob, type StepResult } from '../__tests__/support/runner.ts';
import {
  emptyScenario,
  startLocalEcr,
  type LocalEcrOptions,
  type RequestRecord,
  type Scenario,
} from '../local-ecr/index.ts';
import { demoEngine, type RunningEngine } from '../scripts/engines/index.mjs';
import { actionNode } from '../scripts/nodes.mjs';
import { cpuMs } from './cpu.ts';
import { largeByHand, largeByRun, makeLargeContext } from './large.ts';
import { interleaved, sampleOf, timeProcess, type Sample } from './measure.ts';
import { chainOnce, versionsOf } from './peers.ts';
import { growsLinearly, measureScale, scales } from './scale.ts';
import { writeScale } from './scale-table.ts';

const turns = Number(process.env['BENCH_TURNS'] ?? '7');
/** Folders of the actions with which ecr-ship is compared, set from outside: see docs/explain/performance.md. */
const peersFolder = process.env['BENCH_PEERS'];
const threeTags = ['v1.0.0', 'latest', 'v1'];
const node = await actionNode();
const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-bench-'));
const workspace = join(folder, 'workspace');
const rows: string[][] = [];

/** Prints one measurement at once: the figure, its range, and the target if there is one. */
function row(what: string, figure: string, target = ''): void {
  rows.push([what, figure, target]);
  process.stdout.write(`${what.padEnd(74)} ${figure.padStart(28)}   ${target}\n`);
}
const ms = ({ median, least, most }: Sample) =>
  `${median.toFixed(0)} ms (${least.toFixed(0)}–${most.toFixed(0)})`;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const ratio = (a: Sample, b: Sample) => `${(a.median / b.median).toFixed(2)}×`;

/** A scan on push that ends soon, with a few findings, as nearly every image has. */
const quick: Scenario = {
  ...emptyScenario,
  scanning: { type: 'BASIC', frequency: 'SCAN_ON_PUSH' },
  repositories: [{ name: 'team/app' }],
  phases: [
    { afterMs: 0, status: 'IN_PROGRESS' },
    { afterMs: 400, status: 'COMPLETE', findings: 'all' },
  ],
  results: [{ match: {}, generate: { count: 3, severities: ['LOW'] } }],
};

interface Run {
  readonly main: StepResult;
  readonly post: StepResult;
  readonly requests: readonly (RequestRecord & { readonly at: number })[];
}

/** Runs one job against a registry of its own. */
async function shipOnce(
  engine: RunningEngine,
  inputs: Readonly<Record<string, string>>,
  options: LocalEcrOptions = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const requests: (RequestRecord & { at: number })[] = [];
  const ecr = await startLocalEcr({
    scenario: quick,
    ...options,
    onRequest: (record) => requests.push({ ...record, at: performance.now() }),
  });
  const job = startJob({
    inputs: { repository: 'team/app', ...inputs },
    workspace,
    node,
    env: { ...engine.env, ...ecr.env, ...env },
  });
  const main = await job.main();
  const post = await job.post();
  job.remove();
  await ecr.close();
  if (main.exitCode !== 0) throw new Error(`the run failed:\n${main.log}`);
  return { main, post, requests };
}

async function startUp(engine: RunningEngine): Promise<void> {
  const stamp = join(folder, 'first-docker');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const realPath = engine.env['PATH'] ?? '';
  // Wraps docker, to record when it first starts.
  writeFileSync(
    join(bin, 'docker'),
    `#!/bin/sh\n[ -e ${stamp} ] || date +%s%N > ${stamp}\nPATH='${realPath}' exec docker "$@"\n`,
  );
  chmodSync(join(bin, 'docker'), 0o755);
  const measured = await interleaved(turns, {
    node: () => timeProcess(node, ['-e', '0']),
    firstDocker: async () => {
      rmSync(stamp, { force: true });
      const startedAt = Date.now();
      await shipOnce(engine, { push: 'false' }, {}, { PATH: `${bin}:${realPath}` });
      return Number(readFileSync(stamp, 'utf8')) / 1e6 - startedAt - localEcrStart;
    },
    badInput: async () => {
      const job = startJob({
        inputs: { repository: 'Not/Legal' },
        workspace,
        node,
        env: { AWS_REGION: 'eu-west-1' },
      });
      const { ms: time } = await job.main();
      job.remove();
      return time;
    },
    post: async () => (await shipOnce(engine, { tags: 'a', scan: 'off' })).post.ms,
  });
  row('node -e 0', ms(measured.node));
  row(
    'start to the first docker process',
    `${ms(measured.firstDocker)} ${ratio(measured.firstDocker, measured.node)}`,
    'at most 3×',
  );
  row('a run that ends at its inputs', `${ms(measured.badInput)} ${ratio(measured.badInput, measured.node)}`);
  row('post (no SDK loaded)', `${ms(measured.post)} ${ratio(measured.post, measured.node)}`, 'at most 2×');
}

/** How long starting the bench's own registry and folders takes, which is part of figures measured from outside. */
let localEcrStart = 0;
async function measureOwnShare(): Promise<void> {
  const own: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const startedAt = performance.now();
    const ecr = await startLocalEcr({ scenario: quick });
    const job = startJob({ inputs: { repository: 'team/app' }, workspace });
    own.push(performance.now() - startedAt);
    job.remove();
    await ecr.close();
  }
  localEcrStart = sampleOf(own).median;
}

/** A registry next door, and one as far away as most are: 50 ms per request, and 100 ms for each new connection. */
const networks = [
  { name: 'no latency', latencyMs: 0, connectionLatencyMs: 0 },
  { name: '50 ms (100 a connection)', latencyMs: 50, connectionLatencyMs: 100 },
] as const;

/** Makes each config different, as in a run, whose labels contain the time. */
let floors = 0;

/** docker build and docker push of one tag by hand, into an empty registry, as a run does: the lower bound. */
async function floor(engine: RunningEngine, network: LocalEcrOptions): Promise<number> {
  const ecr = await startLocalEcr({ scenario: quick, ...network });
  const job = startJob({
    inputs: { mode: 'login' },
    workspace,
    env: { ...engine.env, ...ecr.env },
  });
  await job.main();
  const env = { ...process.env, ...job.laterEnv() };
  const name = `${ecr.host}/team/app:floor`;
  floors += 1;
  const label = `floor=${String(floors)}`;
  const build = ['build', '-q', '--provenance=false', '--label', label, '-t', name, '.'];
  const before = cpuMs(engine.socket);
  const time =
    (await timeProcess('docker', build, env, workspace)) +
    (await timeProcess('docker', ['push', '-q', name], env, workspace));
  floorCpu.push(cpuMs(engine.socket) - before);
  await job.post();
  job.remove();
  await ecr.close();
  return time;
}

const floorCpu: number[] = [];
const runCpu: number[] = [];
/** The CPU time of node itself. */
const nodeCpu: number[] = [];
const cpuHook = fileURLToPath(new URL('cpu-time.mjs', import.meta.url));

async function wholeRuns(engine: RunningEngine): Promise<void> {
  for (const network of networks) {
    floorCpu.length = 0;
    runCpu.length = 0;
    nodeCpu.length = 0;
    const run = async (tags: string) => {
      const { main, post } = await shipOnce(engine, { tags, scan: 'off' }, network);
      return main.ms + post.ms;
    };
    const three = async () => {
      const file = join(folder, 'cpu-time');
      rmSync(file, { force: true });
      const hook = { NODE_OPTIONS: `--import ${cpuHook}`, CPU_TIME_FILE: file };
      const before = cpuMs(engine.socket);
      const { main, post } = await shipOnce(
        engine,
        { tags: threeTags.join('\n'), scan: 'off' },
        network,
        hook,
      );
      runCpu.push(cpuMs(engine.socket) - before);
      nodeCpu.push(sum(readFileSync(file, 'utf8').trim().split('\n').map(Number)));
      return main.ms + post.ms;
    };
    const ten = Array.from({ length: 10 }, (_, index) => `n${String(index)}`).join('\n');
    const measured = await interleaved(turns, {
      floor: () => floor(engine, network),
      three,
      one: () => run('n0'),
      ten: () => run(ten),
    });
    const isNear = network.latencyMs === 0;
    row(`docker build + docker push of one name (the floor), ${network.name}`, ms(measured.floor));
    row(
      `whole run, main and post, 3 names, no scan, ${network.name}`,
      `${ms(measured.three)} ${ratio(measured.three, measured.floor)}`,
      isNear ? 'at most 1.6×' : 'at most 1.5×',
    );
    // The first turn warms up and does not count.
    const [ofFloor, ofRun] = [sampleOf(floorCpu.slice(1)), sampleOf(runCpu.slice(1))];
    const ofDocker = sampleOf(runCpu.slice(1).map((all, at) => all - (nodeCpu[at + 1] ?? 0)));
    row(
      `CPU of docker's client and engine, ${network.name}`,
      `${ms(ofDocker)} ${ratio(ofDocker, ofFloor)}`,
      'at most 1.3×',
    );
    row(`CPU of all, node's two processes too, ${network.name}`, `${ms(ofRun)} ${ratio(ofRun, ofFloor)}`);
    row(
      `a further name, ${network.name}`,
      `${((measured.ten.median - measured.one.median) / 9).toFixed(0)} ms`,
      isNear ? '' : 'at most 15 ms',
    );
  }
}

/** The same three tags by the chain of actions that people use for this, if their folders are given. */
async function chains(engine: RunningEngine): Promise<void> {
  if (peersFolder === undefined) return;
  process.stdout.write(`The chain: ${versionsOf(peersFolder)}.\n`);
  for (const network of networks) {
    const measured = await interleaved(turns, {
      run: async () => {
        const { main, post } = await shipOnce(engine, { tags: threeTags.join('\n'), scan: 'off' }, network);
        return main.ms + post.ms;
      },
      chain: async () => {
        const ecr = await startLocalEcr({ scenario: quick, ...network });
        const image = `${ecr.host}/team/app`;
        const env = { ...engine.env, ...ecr.env };
        const setting = { folder: peersFolder, workspace, node, env, image, tags: threeTags };
        return chainOnce(setting).finally(() => ecr.close());
      },
    });
    row(
      `chain of five actions, main and post, without a scan, ${network.name}`,
      `${ms(measured.chain)} ${ratio(measured.chain, measured.run)}`,
      network.latencyMs === 0 ? 'at least 4× the run' : 'at least 5× the run',
    );
  }
}

/** A real multi-stage image: how long a person waits, compared with docker's own commands for the same three tags. */
async function large(engine: RunningEngine): Promise<void> {
  const context = join(folder, 'large');
  await makeLargeContext(engine, { folder: join(folder, 'base'), context });
  let size = '';
  for (const network of networks) {
    const setting = { engine, context, node, tags: threeTags, registry: { scenario: quick, ...network } };
    const measured = await interleaved(turns, {
      byHand: () => largeByHand(setting),
      run: async () => {
        const run = await largeByRun(setting);
        size = run.size;
        return run.ms;
      },
    });
    row(`docker build + docker push of 3 names, ${size}, ${network.name}`, ms(measured.byHand));
    row(
      `whole run, main and post, the same, no scan, ${network.name}`,
      `${ms(measured.run)} ${ratio(measured.run, measured.byHand)}`,
    );
  }
}

/** A run for a commit that was shipped an hour ago: nothing to build, so most of the time is the registry's. */
async function reusedRun(engine: RunningEngine): Promise<void> {
  for (const network of networks) {
    let inFlight = 0;
    let requests = 0;
    const measured = await interleaved(turns, {
      run: async () => {
        const seen: { readonly from: number; readonly to: number }[] = [];
        let agoMs = 3600_000;
        const ecr = await startLocalEcr({
          scenario: { ...quick, phases: [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }] },
          clock: { now: () => Date.now() - agoMs },
          ...network,
          onRequest: ({ ms: open }) => seen.push({ from: performance.now() - open, to: performance.now() }),
        });
        const job = () =>
          startJob({
            inputs: { repository: 'team/app', tags: 'v1.0.0\nlatest\nv1' },
            workspace,
            node,
            env: { ...engine.env, ...ecr.env },
          });
        const first = job();
        await first.main();
        await first.post();
        first.remove();
        agoMs = 0;
        seen.length = 0;
        const again = job();
        const main = await again.main();
        requests = seen.length;
        inFlight = covered(seen);
        const post = await again.post();
        again.remove();
        await ecr.close();
        if (main.outputs['reused'] !== 'true') throw new Error(`nothing was reused:\n${main.log}`);
        return main.ms + post.ms;
      },
    });
    row(
      `reused run, main and post, 3 names, scanned before, ${network.name}`,
      `${ms(measured.run)} ${(measured.run.median / inFlight).toFixed(2)}×`,
      network.latencyMs === 0 ? '' : 'at most 1.5× its requests',
    );
    process.stdout.write(
      `    ${String(requests)} requests, ${inFlight.toFixed(0)} ms in which one was open\n`,
    );
  }
}

/** How much time a set of spans covers; overlapping ones count once. */
function covered(spans: readonly { readonly from: number; readonly to: number }[]): number {
  let end = Number.NEGATIVE_INFINITY;
  let total = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return total;
}

/** The time from the end of a scan to the first tag, by the registry's clock and the requests that it sees. */
async function scanDelay(engine: RunningEngine): Promise<void> {
  const inspector = { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' } as const;
  const kinds = [
    { what: 'a basic scan of 2 s', endsAfterMs: 2000, part: {}, target: 'at most 2 s' },
    { what: 'a basic scan of 12 s', endsAfterMs: 12_000, part: {}, target: 'at most 2 s' },
    {
      what: 'a basic scan of 2 s, nothing found',
      endsAfterMs: 2000,
      part: { results: [] },
      target: 'at most 2 s',
    },
    {
      what: 'an enhanced scan of 2 s',
      endsAfterMs: 2000,
      part: { scanning: inspector },
      target: 'at most 4 s',
    },
  ];
  for (const { what, endsAfterMs, part, target } of kinds) {
    const delays: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const scenario: Scenario = {
        ...quick,
        ...part,
        phases: [
          { afterMs: 0, status: 'IN_PROGRESS' },
          { afterMs: endsAfterMs, status: 'COMPLETE', findings: 'all' },
        ],
      };
      const { requests } = await shipOnce(engine, { tags: 'a' }, { scenario });
      const puts = requests.filter(({ operation }) => operation === 'PUT manifest');
      delays.push((puts[1]?.at ?? 0) - (puts[0]?.at ?? 0) - endsAfterMs);
    }
    row(`end of ${what} to the first name set`, ms(sampleOf(delays)), target);
  }
}

async function calls(engine: RunningEngine): Promise<void> {
  const { requests } = await shipOnce(engine, { tags: 'v1.0.0\nlatest\nv1' });
  const counted = requests.filter(({ operation }) => !/blob|upload/.test(operation));
  const byName = new Map<string, number>();
  for (const { operation } of counted) byName.set(operation, (byName.get(operation) ?? 0) + 1);
  row(
    'API and registry calls, 3 names, scan ready at the second poll, no blobs',
    String(counted.length),
    'at most 14',
  );
  for (const [operation, count] of byName)
    process.stdout.write(`    ${String(count).padStart(2)} ${operation}\n`);
}

const fivePlatforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/386', 'linux/s390x'];

async function memory(engine: RunningEngine): Promise<void> {
  const file = join(folder, 'peak');
  const hook = fileURLToPath(new URL('peak-memory.mjs', import.meta.url));
  const runs = [
    { count: 0, platforms: [], type: 'BASIC', target: '' },
    { count: 10_000, platforms: [], type: 'BASIC', target: 'at most 150 MB' },
    { count: 10_000, platforms: fivePlatforms, type: 'BASIC', target: 'at most 150 MB' },
    { count: 10_000, platforms: fivePlatforms, type: 'ENHANCED', target: 'at most 150 MB' },
    { count: 50_000, platforms: fivePlatforms, type: 'ENHANCED', target: '' },
  ] as const;
  for (const { count, platforms, type, target } of runs) {
    const each = count / Math.max(1, platforms.length);
    const scenario: Scenario = {
      ...quick,
      scanning: { type, frequency: 'SCAN_ON_PUSH' },
      results: [{ match: {}, generate: { count: each, severities: ['HIGH', 'MEDIUM', 'LOW'] } }],
    };
    rmSync(file, { force: true });
    const { main, requests } = await shipOnce(
      engine,
      { tags: 'a', platforms: platforms.join(',') },
      { scenario },
      { NODE_OPTIONS: `--import ${hook}`, PEAK_MEMORY_FILE: file },
    );
    const reads = requests.filter(({ operation }) => operation === 'DescribeImageScanFindings');
    const scanned = /(?:^|\n).*\| scan \| ([^|]*) \|/.exec(main.summary)?.[1] ?? '?';
    const of = platforms.length === 0 ? '' : ` over ${String(platforms.length)} platforms`;
    row(
      `peak memory, ${count.toLocaleString('en')} ${type.toLowerCase()} findings${of} (${String(reads.length)} reads, scan ${scanned})`,
      `${(Number(readFileSync(file, 'utf8').split('\n')[0]) / 1e6).toFixed(0)} MB`,
      target,
    );
  }
}

function bundle(): void {
  const dist = fileURLToPath(new URL('../dist/', import.meta.url));
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
  const total = scripts.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
  row(`bundle, all ${String(scripts.length)} chunks`, `${(total / 1e6).toFixed(2)} MB`, 'at most 4 MB');
}

/** Whatever may be large, at full size and at half of it. Runs that publish need no engine. */
async function scale(): Promise<void> {
  const table: string[][] = [];
  for (const one of scales) {
    const { half, whole } = await measureScale(one, node);
    const isRight = half.isCorrect && whole.isCorrect;
    const times = (a: number, b: number) => `${(a / b).toFixed(1)} ×`;
    const cells = [
      `${one.full.toLocaleString('en')} ${one.what}`,
      isRight ? 'yes' : 'NO',
      `${whole.seconds.toFixed(1)} s`,
      `${whole.megabytes.toFixed(0)} MB`,
      String(whole.calls),
      times(whole.seconds, half.seconds),
      times(whole.megabytes, half.megabytes),
      times(whole.calls, half.calls),
    ];
    table.push(cells);
    row(
      cells[0] ?? '',
      cells.slice(1).join('  '),
      'correct, seconds, memory, calls, and each over half the size',
    );
    if (!isRight || !growsLinearly({ half, whole })) process.exitCode = 1;
  }
  if (!process.argv.includes('--write')) return;
  if (table.some(([, isRight]) => isRight !== 'yes')) throw new Error('what went wrong is not written down');
  writeScale(table);
}

const allParts = { bundle, startUp, wholeRuns, large, chains, reusedRun, calls, scanDelay, memory, scale };
const wanted = process.env['BENCH_PARTS']?.split(',') ?? Object.keys(allParts);
const parts = Object.entries(allParts).flatMap(([name, part]) => (wanted.includes(name) ? [part] : []));

async function run(): Promise<void> {
  process.stdout.write(
    `Medians of ${String(turns)} interleaved runs (least–most) on Node ${process.version}, action on ${node}.\n\n`,
  );
  mkdirSync(workspace);
  writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch\nCOPY a.txt /a.txt\n');
  writeFileSync(join(workspace, 'a.txt'), 'a\n');
  // Publishing needs no engine.
  const needsEngine = parts.some((part) => part !== scale);
  const engine = needsEngine ? await demoEngine({ needs: 'multi-platform' }) : undefined;
  try {
    if (!existsSync(fileURLToPath(new URL('../dist/index.js', import.meta.url))))
      throw new Error('run npm run build first');
    if (engine === undefined) {
      await scale();
      return;
    }
    await measureOwnShare();
    for (const part of parts) await part(engine);
  } finally {
    await engine?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
