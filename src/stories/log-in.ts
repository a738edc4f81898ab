import { loggingIn } from '../phases/logging-in.ts';
import type { Run } from '../run.ts';
import type { LoginInputs } from '../types/inputs.ts';

/** Logs the job's docker in, and nothing else. */
export async function logIn(inputs: LoginInputs, run: Run): Promise<void> {
  const registry = await run.ports.connect(inputs.target);
  await run.do(loggingIn, { inputs, registry });
}
