import type { Docker, Log } from '../ports.ts';
import { clause, messageOf } from '../types/text.ts';

/** Removes a name from the engine of this machine, where it would be left for ever. Never fails. */
export async function forgetLocalImage(name: string, docker: Docker, log: Log): Promise<void> {
  // Layers stay: the next build finds them in the cache.
  const removing = docker.run(['image', 'rm', '--no-prune', name], { show: false });
  const { exitCode, stderr } = await removing.catch((error: unknown) => ({
    exitCode: 1,
    stderr: messageOf(error),
  }));
  if (exitCode !== 0 && !/no such image/i.test(stderr))
    log.debug(`The engine kept ${name}: ${clause(stderr)}.`);
}
