import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import type { DockerResult } from '../../ports.ts';
import { engineAddress, type Variables } from './engine-endpoint.ts';

/** How this process looks at its machine, which tests give otherwise. */
export interface Machine {
  /** The name of a container is the beginning of its id, where nobody has chosen another one. */
  readonly name: string;
  readonly isContainer: boolean;
}

const thisMachine: Machine = { name: hostname(), isContainer: existsSync('/.dockerenv') };

/**
 * Why a port that the engine publishes on 127.0.0.1 is none of this machine, as a clause; undefined where it is one, or where
 * that cannot be told. It is the engine's machine that has it: another one by tcp or ssh, and for a job in a container with
 * the engine's socket the one below, unless it shares that one's network.
 * @param ask runs docker and shows nothing
 */
export async function publishedElsewhere(
  env: Variables,
  ask: (args: readonly string[]) => Promise<Pick<DockerResult, 'exitCode' | 'stdout'>>,
  machine = thisMachine,
): Promise<string | undefined> {
  const address = await engineAddress(env);
  const remote = address === undefined ? undefined : remoteHost(address);
  if (remote !== undefined) return `the engine is on another machine, ${remote}`;
  if (!machine.isContainer) return undefined;
  const format = '{{.HostConfig.NetworkMode}}';
  const { exitCode, stdout } = await ask(['container', 'inspect', '--format', format, machine.name]);
  if (exitCode !== 0 || stdout.trim() === 'host') return undefined;
  return 'this job runs in a container of that engine, with a network of its own';
}

/** The host of an engine that is reached over a network. A user is not told. */
function remoteHost(address: string): string | undefined {
  if (!/^(?:tcp|ssh|https?):/.test(address) || !URL.canParse(address)) return undefined;
  const { hostname: host } = new URL(address.replace(/^\w+:/, 'http:'));
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host) && !address.startsWith('ssh:')
    ? undefined
    : host;
}
