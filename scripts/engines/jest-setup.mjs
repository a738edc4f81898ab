// jest's globalSetup for projects that use engines: starts them once, and passes them to the tests in the environment.
import { ensureDebianPackage, wrapProgram } from './apt.mjs';
import { findProgram, say } from './command.mjs';
import { actionNode } from '../nodes.mjs';
import { ensureEngines } from './index.mjs';

const key = Symbol.for('ecr-ship.engines');

export default async function setup() {
  globalThis[key] ??= start();
  await globalThis[key];
}

export async function stop() {
  const started = await globalThis[key];
  await started?.stop();
}

async function start() {
  const { env } = process;
  const started = await ensureEngines(undefined, { required: enginesRequired(env) });
  for (const { name, why } of started.missing)
    say(`NO ${name.toUpperCase()} ENGINE, its tests are not run: ${why}`);
  env.ECR_SHIP_ENGINES = JSON.stringify(started.engines);
  env.ECR_SHIP_ENGINES_MISSING = JSON.stringify(started.missing);
  // The oldest available flavour: what works on it works on the others.
  const plain = started.engines[0]?.env.DOCKER_HOST;
  if (plain) env.ECR_SHIP_TEST_DOCKER_HOST = plain;
  const skopeo = findProgram('skopeo') ?? (await unpackedSkopeo());
  if (skopeo) env.ECR_SHIP_SKOPEO = skopeo;
  env.ACTION_NODE = await actionNode();
  env.ECR_SHIP_NODES ??= JSON.stringify([{ version: process.versions.node, path: process.execPath }]);
  return started;
}

async function unpackedSkopeo() {
  if (!findProgram('apt-get')) return undefined;
  try {
    // The unpacked policy file is not where skopeo looks for it, and tests need not decide which images to trust.
    return await wrapProgram(await ensureDebianPackage('skopeo'), 'usr/bin/skopeo', '--insecure-policy');
  } catch (error) {
    say(`no skopeo: ${error.message}`);
    return undefined;
  }
}

/** Continuous integration must not pass without an engine. */
export const enginesRequired = (env) => env.CI === 'true' || env.ECR_SHIP_ENGINE === 'required';
