// jest's globalSetup of the second opinions: engines, and the tools of other people, handed to the tests by environment.
import { say } from './engines/command.mjs';
import startEngines from './engines/jest-setup.mjs';
import { ensureExtraTools } from './extra-tools.mjs';

export default async function setup() {
  const { env } = process;
  // Whoever has tools already may say where.
  env.ECR_SHIP_EXTRA_TOOLS ??= JSON.stringify(await ensureExtraTools());
  for (const { why } of Object.values(JSON.parse(env.ECR_SHIP_EXTRA_TOOLS)))
    if (why !== undefined) say(`NOT HEARD: ${why}`);
  await startEngines();
}
