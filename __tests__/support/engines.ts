import { describe, test } from '@jest/globals';
import type { Engine, Flavour, MissingEngine } from '../../scripts/engines/index.mjs';

export type { Engine, Flavour };

/** The engines that the run has started, the plainest first. */
export function engines(): Engine[] {
  return (fromEnvironment('ECR_SHIP_ENGINES') as Engine[] | undefined) ?? [];
}

/** The engine of a flavour; an error says why there is none. */
export function engine(flavour: Flavour): Engine {
  const found = engines().find(({ name }) => name === flavour);
  if (!found) throw new Error(whyMissing(flavour));
  return found;
}

/**
 * Declares the tests of a body once for each flavour. If the machine lacks a flavour, a skipped test stands in for
 * them, which the final output names and CI turns into a failure.
 */
export function onEngines(wanted: readonly Flavour[], body: (engine: Engine) => void): void {
  for (const flavour of wanted) {
    const found = engines().find(({ name }) => name === flavour);
    describe(`on the ${flavour} engine`, () => {
      if (found) body(found);
      else test.skip(`(not run: ${whyMissing(flavour)})`, () => undefined);
    });
  }
}

interface NodeBinary {
  readonly version: string;
  readonly path: string;
}

/** The Node binaries to run the action on. */
export function nodes(): NodeBinary[] {
  const here = { version: process.versions.node, path: process.execPath };
  return (fromEnvironment('ECR_SHIP_NODES') as NodeBinary[] | undefined) ?? [here];
}

function whyMissing(flavour: Flavour): string {
  const missing = fromEnvironment('ECR_SHIP_ENGINES_MISSING') as MissingEngine[] | undefined;
  if (!missing) return 'engines are started for the projects e2e and local-ecr only';
  return missing.find(({ name }) => name === flavour)?.why ?? `no ${flavour} engine was asked for`;
}

function fromEnvironment(name: string): unknown {
  const text = process.env[name];
  return text === undefined ? undefined : JSON.parse(text);
}
