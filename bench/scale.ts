import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startJob, type StepResult } from '../__tests__/support/runner.ts';
import { imageOf, indexOf, stored, type Pushed } from '../__tests__/support/image-shapes.ts';
import { emptyScenario, startLocalEcr, type LocalEcr, type Scenario } from '../local-ecr/index.ts';

/** The measurements of one run at one size. */
export interface Measured {
  readonly isCorrect: boolean;
  /** CPU time of all node processes: elapsed time would include everything else on the machine. */
  readonly seconds: number;
  readonly megabytes: number;
  readonly calls: number;
}

/** Something that may be large: its full size, and a run of it at any size. */
export interface Scale {
  readonly what: string;
  readonly full: number;
  readonly run: (size: number, node: string) => Promise<Measured>;
}

const hooks = ['peak-memory.mjs', 'cpu-time.mjs']
  .map((name) => `--import ${fileURLToPath(new URL(name, import.meta.url))}`)
  .join(' ');

interface Given {
  readonly size: number;
  readonly ecr: LocalEcr;
  readonly workspace: string;
}

/** A job that publishes what is in a registry, which needs no engine because nothing is built. */
interface Publication {
  readonly scenario?: (size: number) => Partial<Scenario>;
  /** Fills the registry and the workspace. Returns the inputs. */
  readonly set: (given: Given) => Readonly<Record<string, string>>;
  readonly isCorrect: (given: Given & { readonly main: StepResult }) => boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** How many jobs run at once, each with its own inputs. */
  readonly jobs?: (size: number) => number;
}

const scanned: Scenario = {
  ...emptyScenario,
  scanning: { type: 'BASIC', frequency: 'SCAN_ON_PUSH' },
  repositories: [{ name: 'team/app' }],
  phases: [{ afterMs: 0, status: 'COMPLETE', findings: 'all' }],
};

function publication(what: string, full: number, order: Publication): Scale {
  return { what, full, run: (size, node) => measure(order, size, node) };
}

async function measure(
  { scenario, set, isCorrect, jobs, env = {} }: Publication,
  size: number,
  node: string,
) {
  // Scans ended long ago, so that nothing has to be waited for.
  const clock = { now: () => Date.now() };
  const ecr = await startLocalEcr({ clock, scenario: { ...scanned, ...scenario?.(size) } });
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-scale-'));
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  try {
    const inputs = set({ size, ecr, workspace });
    const before = ecr.requests.length;
    const cpu = join(folder, 'cpu');
    const done = await Promise.all(
      Array.from({ length: jobs?.(size) ?? 1 }, async (_, at) => {
        const file = join(folder, `peak-${String(at)}`);
        const job = startJob({
          inputs: {
            repository: jobs === undefined ? 'team/app' : `team/app-${String(at)}`,
            mode: 'publish',
            labels: '',
            'fail-on': 'none',
            ...inputs,
          },
          workspace,
          node,
          env: {
            ...ecr.env,
            ...env,
            NODE_OPTIONS: hooks,
            CPU_TIME_FILE: cpu,
            PEAK_MEMORY_FILE: file,
            GITHUB_RUN_ID: String(at + 1),
          },
        });
        const main = await job.main();
        await job.post();
        job.remove();
        return { main, megabytes: Number(readFileSync(file, 'utf8').split('\n')[0]) / 1e6 };
      }),
    );
    const ms = readFileSync(cpu, 'utf8').trim().split('\n').map(Number);
    const wrong = done.find(({ main }) => !isCorrect({ size, ecr, workspace, main }));
    if (wrong !== undefined) process.stderr.write(`${wrong.main.log.slice(-2000)}\n`);
    return {
      isCorrect: wrong === undefined,
      seconds: ms.reduce((sum, one) => sum + one, 0) / 1000,
      megabytes: Math.max(...done.map(({ megabytes }) => megabytes)),
      calls: ecr.requests.length - before,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await ecr.close();
  }
}

const isWell = ({ main }: { readonly main: StepResult }) => main.exitCode === 0 && main.errors.length === 0;

function seed(
  ecr: LocalEcr,
  { top, manifests, blobs }: Pushed,
  tag?: string,
  repository = 'team/app',
): string {
  return ecr.seed(repository, { manifests: [...manifests, top], blobs }, tag);
}

/** An index of `count` platforms, which differ in their variants. */
function platforms(count: number): Pushed {
  return indexOf(
    Array.from({ length: count }, (_, at) => {
      const platform = { os: 'linux', architecture: 'arm', variant: `v${String(at)}` };
      const image = imageOf(`platform ${String(at)}`, {
        architecture: 'arm',
        config: { variant: platform.variant },
      });
      return [image, { platform }] as const;
    }),
  );
}

const commit = '0123456789abcdef0123456789abcdef01234567';
const words = 'a word of many '.repeat(60);
const numbered = <T>(count: number, name: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => name(at));
const inAYear = () => new Date(Date.now() + 300 * 24 * 3600_000).toISOString().slice(0, 10);

/** The most that GitHub accepts as a step's summary. Source: GitHub docs, "Workflow commands", Adding a job summary. */
const mostSummary = 1024 * 1024;

export const scales: readonly Scale[] = [
  publication('tags on one image', 200, {
    set: ({ size, ecr }) => {
      seed(ecr, imageOf('many tags'), 'sha-1');
      return { from: 'sha-1', tags: numbered(size, (at) => `v1.${String(at)}.0`).join('\n') };
    },
    isCorrect: ({ size, ecr, main }) =>
      isWell({ main }) && Object.keys(ecr.tags('team/app')).length === size + 1,
  }),
  publication('platforms in one index', 100, {
    set: ({ size, ecr }) => ({ from: seed(ecr, platforms(size)), tags: 'v1.0.0' }),
    isCorrect: ({ size, main }) =>
      isWell({ main }) &&
      Object.keys(JSON.parse(main.outputs['platforms'] ?? '{}') as object).length === size,
  }),
  publication('findings, a tenth of them with an exception', 50_000, {
    scenario: (size) => ({
      results: [{ match: {}, generate: { count: size, severities: ['HIGH', 'MEDIUM', 'LOW'] } }],
    }),
    set: ({ size, ecr, workspace }) => {
      const entries = numbered(
        size / 10,
        (at) =>
          `  - { id: CVE-2025-${String(10_000 + at * 10)}, reason: it is not reached, expires: ${inAYear()} }`,
      );
      writeFileSync(join(workspace, 'accepted.yml'), ['exceptions:', ...entries, ''].join('\n'));
      seed(ecr, imageOf('many findings'), 'sha-1');
      return {
        from: 'sha-1',
        tags: 'v1.0.0',
        exceptions: 'accepted.yml',
        'result-file': 'result.json',
        'sarif-file': 'x.sarif',
      };
    },
    isCorrect: ({ size, main }) => isWell({ main }) && main.outputs['accepted'] === String(size / 10),
  }),
  publication('tags in the repository', 100_000, {
    // Whether latest belongs to the highest version is only known after reading all tags.
    env: { GITHUB_SHA: commit, GITHUB_REF: 'refs/tags/v1.0.0', GITHUB_EVENT_NAME: 'push' },
    set: ({ size, ecr }) => {
      // An image for each tag, as releases are: one answer has a thousand of them.
      const { top, blobs } = imageOf('old');
      const old = numbered(size, (at) =>
        stored(top.mediaType, { ...(JSON.parse(top.body) as object), annotations: { number: String(at) } }),
      );
      ecr.seed('team/app', { manifests: old, blobs });
      ecr.setTags(
        'team/app',
        Object.fromEntries(old.map(({ digest }, at) => [`v0.${String(at)}.1`, digest] as const)),
      );
      seed(ecr, imageOf('new', { labels: { 'org.opencontainers.image.revision': commit } }), 'sha-1');
      return { from: 'sha-1', tags: 'type=semver,pattern=v{{version}}', flavor: 'latest=highest' };
    },
    isCorrect: ({ ecr, main }) =>
      isWell({ main }) && ecr.tags('team/app')['latest'] === main.outputs['digest'],
  }),
  publication('bytes of a manifest', 4_100_000, {
    set: ({ size, ecr }) => {
      const image = imageOf('large manifest', { more: { annotations: { note: 'x'.repeat(size) } } });
      return { from: seed(ecr, image), tags: 'v1.0.0' };
    },
    isCorrect: isWell,
  }),
  publication('destinations', 50, {
    scenario: (size) => ({
      repositories: [
        { name: 'team/app' },
        ...numbered(size, (at) => `team/copy-${String(at)}`).map((name) => ({ name })),
      ],
    }),
    set: ({ size, ecr }) => ({
      from: seed(ecr, imageOf('many places')),
      tags: 'v1.0.0\nlatest',
      destinations: numbered(
        size,
        (at) => `${ecr.accountId}.dkr.ecr.${ecr.region}.amazonaws.com/team/copy-${String(at)}`,
      ).join('\n'),
    }),
    isCorrect: ({ size, ecr, main }) =>
      isWell({ main }) &&
      numbered(size, (at) => `team/copy-${String(at)}`).every(
        (name) => Object.keys(ecr.tags(name)).length === 2,
      ),
  }),
  publication('findings of long words on each of 100 platforms, in one summary', 200, {
    scenario: (size) => ({
      results: [
        {
          match: {},
          findings: numbered(size, (at) => `CVE-2025-${String(at)}`).map((id) => ({
            id,
            severity: 'HIGH',
            package: `package-${words}`,
            version: words,
            fixedIn: words,
            description: words,
            uri: `https://example.com/${'x'.repeat(1900)}`,
          })),
        },
      ],
    }),
    set: ({ ecr }) => ({ from: seed(ecr, platforms(100)), tags: 'v1.0.0' }),
    isCorrect: ({ main }) =>
      isWell({ main }) && main.summary.length > 0 && Buffer.byteLength(main.summary) < mostSummary,
  }),
  publication('runs at once, each with a repository of its own', 20, {
    scenario: (size) => ({
      repositories: numbered(size, (at) => `team/app-${String(at)}`).map((name) => ({ name })),
    }),
    set: ({ size, ecr }) => {
      for (const name of numbered(size, (at) => `team/app-${String(at)}`))
        seed(ecr, imageOf(name), 'sha-1', name);
      return { from: 'sha-1', tags: 'v1.0.0\nlatest' };
    },
    jobs: (size) => size,
    isCorrect: isWell,
  }),
];

/** One row of the table: the full size, and how much more it takes than half of it. */
export async function measureScale(
  { full, run }: Scale,
  node: string,
): Promise<{ readonly half: Measured; readonly whole: Measured }> {
  const half = await run(full / 2, node);
  return { half, whole: await run(full, node) };
}

/** Twice the size takes at most twice the calls; a scan that takes longer is polled a little more often. */
export function growsLinearly({
  half,
  whole,
}: {
  readonly half: Measured;
  readonly whole: Measured;
}): boolean {
  return whole.calls <= 2.25 * half.calls;
}
