import type { Docker, Publishing } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import type { SmokeTest } from '../types/smoke.ts';
import { clause } from '../types/text.ts';

/** Whether a test asks its container over the network. Otherwise the engine alone decides. */
export function isAsked({ proof }: SmokeTest): boolean {
  return proof.kind === 'http' || proof.kind === 'lambda';
}

const local: Publishing = { address: '127.0.0.1', isOpen: false, why: undefined };

/**
 * Finds the address at which the tests' containers can be asked. Throws `smoke-failed` before any test starts if this
 * process could not reach a container, or if other machines could reach its port and the test does not allow that.
 */
export async function reachOf(
  tests: readonly SmokeTest[],
  docker: Docker,
): Promise<{ readonly address: string; readonly why: string | undefined }> {
  const asked = tests.filter(isAsked);
  const { address, isOpen, why } = (asked.length > 0 ? await docker.publishing?.() : undefined) ?? local;
  const refused = asked.find(({ openPort }) => address === undefined || (isOpen && !openPort));
  if (address !== undefined && refused === undefined) return { address, why };
  const beside =
    'run the job beside the engine: on its machine, or in a container with options: --network host (docs/how-to/smoke-tests.md)';
  throw notBegun(
    refused?.name ?? '',
    `it asks its container on 127.0.0.1, and ${clause(why ?? '')}`,
    address === undefined
      ? `prove it by health: true or by a command, which the engine itself runs, or ${beside}`
      : `say open-port: true in the test, which opens the container's port at ${address} for as long as the test takes, to all who ` +
          `reach that machine; or prove it by health: true or by a command; or ${beside}`,
  );
}

/** Throws `smoke-failed` if docker's message says that the engine's machine does not have this address. */
export function requireAddress(words: string, { name }: SmokeTest, address: string): void {
  if (!/cannot assign requested address/i.test(words)) return;
  throw notBegun(
    name,
    `the engine's machine is reached at ${address}, and does not have that address itself`,
    'prove it by health: true or by a command, which the engine itself runs (docs/how-to/smoke-tests.md)',
  );
}

function notBegun(name: string, why: string, how: string): ShipError {
  return new ShipError({
    code: 'smoke-failed',
    what: `The smoke test ${name} was not started: ${why}.`,
    next: `Nothing was pushed. To have it proven, ${how}.`,
  });
}
