import { lookup } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import type { DockerResult, Publishing } from '../../ports.ts';
import { within } from '../machine/deadline.ts';
import { engineAddress, type Variables } from './engine-endpoint.ts';

/** What this process knows about its machine; tests replace it. */
interface Machine {
  /** A container's name is the beginning of its id, unless somebody chose another. */
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
 * Finds where this process can reach a port that the engine publishes. The port is on the engine's machine: usually
 * this one, on 127.0.0.1; another one if the engine is reached by tcp or ssh. For a job in a container with the
 * engine's socket it is the machine below, unless the container shares that one's network: the gateway of the job's
 * network is then an address of that machine, which only containers of that network reach, through the engine's own
 * proxy. With `userland-proxy: false` they do not reach it.
 * Source: moby/moby#38784, #40518.
 * @param ask runs docker without showing its output
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

/** How long to wait for a host's address. In milliseconds. */
const nameMs = 10_000;

async function onMachine(host: string, { find }: Machine): Promise<Publishing> {
  const late = () => new Error('no answer');
  const found = await within({ signals: [], ms: nameMs, late }, () => find(host)).catch(() => undefined);
  // ssh may lead elsewhere, which cannot be known here.
  const address = found === undefined || loopback.test(found) ? undefined : found;
  return { address, isOpen: true, why: `the engine is on another machine, ${host}` };
}

/** The host of an engine that is reached over a network; a user in the address is left out. */
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
