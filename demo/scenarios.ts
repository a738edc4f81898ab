import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseScenario, type Scenario } from '../local-ecr/index.ts';

/** One thing to see: an example, the event and the inputs of the step, and what the registry and its scanner hold. */
export interface Demo {
  readonly title: string;
  readonly example: 'web' | 'multi-platform';
  /** The git tag whose push starts the run. */
  readonly gitTag: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly scenario: Scenario;
  /** Images that are there before, by tag; each with the commit that it says it was made from. */
  readonly images: Readonly<Record<string, string>>;
  /** Files of the checkout beside the example's. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether the same job has run before. */
  readonly ranBefore: boolean;
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
] as const;
export type DemoName = (typeof demoNames)[number];

const otherCommit = '89abcdef0123456789abcdef0123456789abcdef';

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

/** Every demo by name; made when it is asked for, since each reads a file. `today` is in milliseconds since 1970. */
const demos: Readonly<Record<DemoName, (today: number) => Demo>> = {
  demo: () => ({
    ...web,
    title: 'An image with HIGH findings, which the default policy allows',
    scenario: readScenario('demo'),
  }),
  clean: () => ({ ...web, title: 'An image in which nothing is found', scenario: readScenario('clean') }),
  critical: () => ({
    ...web,
    title: 'An image with CRITICAL findings: it gets no name',
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
    title: 'The same job again, where tags are immutable: its image is used, nothing is built',
    scenario: immutable(readScenario('demo')),
    ranBefore: true,
  }),
  taken: () => ({
    ...web,
    title: 'A version that an image of another commit has: an error before the build',
    scenario: immutable(readScenario('clean')),
    images: { latest: otherCommit, '1.4.2': otherCommit },
  }),
  backport: () => ({
    ...web,
    title: 'A release behind a higher one: latest stays where it is',
    scenario: readScenario('clean'),
    inputs: { ...web.inputs, flavor: 'latest=highest' },
    images: { latest: otherCommit, '2.0.0': otherCommit },
  }),
  accepted: (today) => ({
    ...web,
    title: 'CRITICAL findings that are accepted, for a reason and until a date',
    scenario: readScenario('critical'),
    inputs: { ...web.inputs, 'evidence-file': 'VALIDATION.md' },
    files: { '.github/ecr-ship.yml': exceptionsUntil(today + 10 * dayMs, today + 90 * dayMs) },
  }),
};

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
