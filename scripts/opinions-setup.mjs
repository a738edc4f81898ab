// jest's globalSetup for the second opinions: engines, and other people's tools, passed to the tests in the environment.
import { say } from './engines/command.mjs';
import startEngines from './engines/jest-setup.mjs';
import { ensureExtraTools } from './extra-tools.mjs';

export default async function setup() {
  const { env } = process;
  // The paths can be given, if the tools are already there.
  env.ECR_SHIP_EXTRA_TOOLS ??= JSON.stringify(await ensureExtraTools());
  for (const { why } of Object.values(JSON.parse(env.ECR_SHIP_EXTRA_TOOLS)))
    if (why !== undefined) say(`NOT HEARD: ${why}`);
  await startEngines();
}
