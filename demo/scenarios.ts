import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseScenario, type Scenario } from '../local-ecr/index.ts';

/** One demo: an example, the event and the inputs of the step, and what the registry and its scanner hold. */
export interface Demo {
  readonly title: string;
  readonly example: 'web' | 'multi-platform';
  /** The git tag whose push starts the run. */
  readonly gitTag: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly scenario: Scenario;
  /** Images that exist before, by tag; each with the commit from which it says it was made. */
  readonly images: Readonly<Record<string, string>>;
  /** Files of the checkout, in addition to the example's. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether the same job ran before. */
  readonly ranBefore: boolean;
  /** Another repository with an image that was built before: its tag and its commit. */
  readonly staged?: { readonly repository: string; readonly tag: string; readonly commit: string };
  /** The user cancels the job as soon as the log says this. */
  readonly cancelledAt?: string;
  readonly needs?: 'multi-platform';
}

export const demoNames = [
  'demo',
  'clean',
  'critical',
  'index',
  'rerun',
  'taken',
  'backport',
  'accepted',
  'public',
  'promotion',
  'smoke',
  'destinations',
  'cancelled',
] as const;
export type DemoName = (typeof demoNames)[number];

/** The commit of images that exist before. */
export const otherCommit = '89abcdef0123456789abcdef0123456789abcdef';

/** The commit whose push starts the run, as in `pushOf` and the runner's variables. */
const ownCommit = '0123456789abcdef0123456789abcdef01234567';

const dayMs = 24 * 3600_000;

const inputs = {
  repository: 'team/app',
  tags: 'type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=sha',
  'result-file': 'result.json',
};
const web = {
  example: 'web',
  gitTag: 'v1.4.2',
  inputs: { ...inputs, 'build-args': 'GREETING=Hello from the demo' },
  images: { latest: otherCommit },
  files: {},
  ranBefore: false,
} as const;

/** Every demo by name; made on request, because each reads a file. `today` is in milliseconds since 1970. */
const demos: Readonly<Record<DemoName, (today: number) => Demo>> = {
  demo: () => ({
    ...web,
    title: 'An image with HIGH findings, which the default policy allows',
    scenario: readScenario('demo'),
  }),
  clean: () => ({ ...web, title: 'An image in which nothing is found', scenario: readScenario('clean') }),
  critical: () => ({
    ...web,
    title: 'An image with CRITICAL findings: it gets no tag',
    scenario: readScenario('critical'),
  }),
  index: () => ({
    ...web,
    title: 'An image for two platforms, each of them scanned',
    scenario: readScenario('index'),
    example: 'multi-platform',
    inputs: { ...inputs, platforms: 'linux/amd64,linux/arm64' },
    needs: 'multi-platform',
  }),
  rerun: () => ({
    ...web,
    title: 'The same job again, with immutable tags: its image is reused, nothing is built',
    scenario: immutable(readScenario('demo')),
    ranBefore: true,
  }),
  taken: () => ({
    ...web,
    title: 'A version that another commit already has: an error before the build',
    scenario: immutable(readScenario('clean')),
    images: { latest: otherCommit, '1.4.2': otherCommit },
  }),
  backport: () => ({
    ...web,
    title: 'A release behind a higher version: latest stays where it is',
    scenario: readScenario('clean'),
    inputs: { ...web.inputs, flavor: 'latest=highest' },
    images: { latest: otherCommit, '2.0.0': otherCommit },
  }),
  accepted: (today) => ({
    ...web,
    title: 'CRITICAL findings that are accepted, for a reason and until a date',
    scenario: readScenario('critical'),
    inputs: { ...web.inputs, 'evidence-file': 'VALIDATION.md', 'sarif-file': 'findings.sarif' },
    files: { '.github/ecr-ship.yml': exceptionsUntil(today + 10 * dayMs, today + 90 * dayMs) },
  }),
  public: () => ({
    ...web,
    title: 'An image for ECR Public, scanned in a private repository before anyone can pull it',
    scenario: { ...readScenario('clean'), publicRepositories: [{ name: 'app' }] },
    inputs: {
      ...web.inputs,
      repository: 'local/app',
      'registry-type': 'public',
      'scan-repository': 'team/app',
    },
  }),
  promotion: () => ({
    ...web,
    title: 'A release candidate from another repository is published without a build',
    scenario: withRepositories(readScenario('demo'), 'staging/app'),
    inputs: {
      repository: 'team/app',
      mode: 'publish',
      from: 'staging/app:1.4.2-rc.3',
      tags: '1.4.2\nlatest',
      'result-file': 'result.json',
    },
    staged: { repository: 'staging/app', tag: '1.4.2-rc.3', commit: ownCommit },
  }),
  smoke: () => ({
    ...web,
    title: 'A smoke test fails: the image never leaves the machine',
    scenario: readScenario('clean'),
    inputs: {
      ...web.inputs,
      'smoke-test':
        '- command: [/bin/sh, -c, "test -s /www/index.html"]\n- command: [/bin/sh, -c, "test -s /www/missing.html"]',
    },
  }),
  destinations: () => ({
    ...web,
    title: 'Several repositories, one of which has the version: an error before the build',
    scenario: withRepositories(readScenario('clean'), 'mirror/app', 'taken/app'),
    inputs: { ...web.inputs, destinations: `${ecrHost}/mirror/app\n${ecrHost}/taken/app` },
    staged: { repository: 'taken/app', tag: '1.4.2', commit: otherCommit },
  }),
  cancelled: () => ({
    ...web,
    title: 'Cancelled during the scan: no tag is set; the candidate goes with its temporary tag',
    scenario: { ...readScenario('clean'), phases: [{ afterMs: 0, status: 'IN_PROGRESS' }] },
    cancelledAt: 'waiting at most',
  }),
};

/** A line for each demo, with its name and its title. */
export function demoLines(today: number): readonly string[] {
  return demoNames.map((name) => `${name.padEnd(14)}${demos[name](today).title}`);
}

/** The heading above a demo. */
export function headingOf(name: DemoName, { title }: Demo): string {
  return `${name}: ${title}`;
}

/** @param today milliseconds since 1970; the exceptions of a demo end some days later */
export function readDemo(name: DemoName, today: number): Demo {
  return demos[name](today);
}

function exceptionsUntil(soon: number, later: number): string {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return `exceptions:
  - id: CVE-2023-45853
    package: zlib
    reason: minizip is not part of the image
    expires: ${day(later)}
    approved-by: security
  - id: CVE-2024-37371
    reason: Kerberos is not used
    expires: ${day(soon)}
`;
}

/** As in the input destinations; a local ECR answers for every host of its account and region. */
const ecrHost = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

function withRepositories(scenario: Scenario, ...names: readonly string[]): Scenario {
  return { ...scenario, repositories: [...scenario.repositories, ...names.map((name) => ({ name }))] };
}

function immutable(scenario: Scenario): Scenario {
  const repositories = scenario.repositories.map(({ name }) => ({
    name,
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    exclusionFilters: ['latest', '1.4'],
  }));
  return { ...scenario, repositories };
}

function readScenario(name: string): Scenario {
  const file = fileURLToPath(new URL(`../local-ecr/scenarios/${name}.json`, import.meta.url));
  return parseScenario(readFileSync(file, 'utf8'), name);
}
