import { lookup } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import type { DockerResult, Publishing } from '../../ports.ts';
import { within } from '../machine/deadline.ts';
import { engineAddress, type Variables } from './engine-endpoint.ts';

/** How this process looks at its machine, which tests give otherwise. */
export interface Machine {
  /** The name of a container is the beginning of its id, where nobody has chosen another one. */
  readonly name: string;
  readonly isContainer: boolean;
  /** The address of a host. */
  readonly find: (host: string) => Promise<string>;
}

const thisMachine: Machine = {
  name: hostname(),
  isContainer: existsSync('/.dockerenv'),
  find: async (host) => (await lookup(host)).address,
};

const here: Publishing = { address: '127.0.0.1', isOpen: false, why: undefined };
const loopback = /^(?:localhost|127(?:\.\d+){3}|::1)$/;

/**
 * Where a port that the engine publishes is asked from this process. It is the engine's machine that has it: this one on
 * 127.0.0.1, where nothing tells otherwise; another one by tcp or ssh; and for a job in a container with the engine's socket the
 * one below, unless it shares that one's network: there the gateway of the job's network is an address of that machine
 * which containers of that network alone reach, by way of the engine's own proxy.
 * Source: moby/moby#38784, #40518: with `userland-proxy: false` they do not.
 * @param ask runs docker and shows nothing
 */
export async function publishing(
  env: Variables,
  ask: (args: readonly string[]) => Promise<Pick<DockerResult, 'exitCode' | 'stdout'>>,
  machine = thisMachine,
): Promise<Publishing> {
  const address = await engineAddress(env);
  const remote = address === undefined ? undefined : remoteHost(address);
  if (remote !== undefined) return onMachine(remote, machine);
  if (!machine.isContainer) return here;
  const format = '{"mode":{{json .HostConfig.NetworkMode}},"networks":{{json .NetworkSettings.Networks}}}';
  const { exitCode, stdout } = await ask(['container', 'inspect', '--format', format, machine.name]);
  const inspected = exitCode === 0 ? parsed(stdout) : undefined;
  if (inspected === undefined || inspected.mode === 'host') return here;
  const gateway = Object.values(inspected.networks ?? {}).find((network) => network?.Gateway)?.Gateway;
  return {
    address: gateway,
    isOpen: false,
    why: 'this job runs in a container of that engine, with a network of its own',
  };
}

/** Nobody waits longer for a name. In milliseconds. */
const nameMs = 10_000;

async function onMachine(host: string, { find }: Machine): Promise<Publishing> {
  const late = () => new Error('no answer');
  const found = await within({ signals: [], ms: nameMs, late }, () => find(host)).catch(() => undefined);
  // ssh may have led elsewhere, and nobody can tell.
  const address = found === undefined || loopback.test(found) ? undefined : found;
  return { address, isOpen: true, why: `the engine is on another machine, ${host}` };
}

/** The host of an engine that is reached over a network. A user is not told. */
function remoteHost(address: string): string | undefined {
  if (!/^(?:tcp|ssh|https?):/.test(address) || !URL.canParse(address)) return undefined;
  const { hostname: bracketed } = new URL(address.replace(/^\w+:/, 'http:'));
  const host = bracketed.replace(/^\[(.*)\]$/, '$1');
  return loopback.test(host) && !address.startsWith('ssh:') ? undefined : host;
}

interface Inspected {
  readonly mode?: string;
  readonly networks?: Readonly<Record<string, { readonly Gateway?: string } | null>> | null;
}

function parsed(text: string): Inspected | undefined {
  try {
    return JSON.parse(text) as Inspected;
  } catch {
    return undefined;
  }
}
