import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseScenario, type Scenario } from '../local-ecr/index.ts';

/** One thing to see: an example, the inputs of the step, and what the registry's scanner finds. */
export interface Demo {
  readonly title: string;
  readonly example: 'web' | 'multi-platform';
  readonly inputs: Readonly<Record<string, string>>;
  readonly scenario: Scenario;
  readonly needs?: 'multi-platform';
}

export const demoNames = ['demo', 'clean', 'critical', 'index'] as const;
export type DemoName = (typeof demoNames)[number];

export function readDemo(name: DemoName): Demo {
  const scenario = readScenario(name);
  const shared = {
    scenario,
    inputs: { repository: 'team/app', tags: 'v1.0.0\nlatest\ntype=sha', 'result-file': 'result.json' },
  };
  const web = {
    ...shared,
    example: 'web',
    inputs: { ...shared.inputs, 'build-args': 'GREETING=Hello from the demo' },
  } as const;
  switch (name) {
    case 'demo':
      return { ...web, title: 'An image with HIGH findings, which the default policy allows' };
    case 'clean':
      return { ...web, title: 'An image in which nothing is found' };
    case 'critical':
      return { ...web, title: 'An image with CRITICAL findings: it gets no name' };
    case 'index':
      return {
        ...shared,
        title: 'An image for two platforms, each of them scanned',
        example: 'multi-platform',
        inputs: { ...shared.inputs, platforms: 'linux/amd64,linux/arm64' },
        needs: 'multi-platform',
      };
  }
}

export function readScenario(name: string): Scenario {
  const file = fileURLToPath(new URL(`../local-ecr/scenarios/${name}.json`, import.meta.url));
  return parseScenario(readFileSync(file, 'utf8'), name);
}
