import { readFile } from 'node:fs/promises';
import { engineSocket } from './engine-endpoint.ts';
import { requestEngine } from './engine-socket.ts';

/** How many bytes this machine has sent since it started; undefined if that tells nothing about an engine. */
export type Sent = () => Promise<number | undefined>;

/** The answer has some kilobytes. In milliseconds. */
const answerMs = 5_000;

/**
 * Counts what an engine on this machine sends, together with everything else that the machine sends: if nothing is
 * sent, nothing moves. Undefined if the engine sends its bytes elsewhere: its bridge is not an interface visible
 * here, as from a container with the machine's socket, or it is not reached over a socket. Linux only.
 * Sources: Linux, Documentation/filesystems/proc.rst, /proc/net/dev; moby, api/docs, NetworkInspect.
 */
export async function engineTraffic(env: Readonly<Record<string, string>>, over: AbortSignal): Promise<Sent> {
  const bridge = await bridgeOf(env, over).catch(() => undefined);
  return async () => {
    if (bridge === undefined) return undefined;
    return bytesSent(await readFile('/proc/net/dev', 'utf8').catch(() => ''), bridge);
  };
}

async function bridgeOf(
  env: Readonly<Record<string, string>>,
  over: AbortSignal,
): Promise<string | undefined> {
  const socket = await engineSocket(env);
  if (socket === undefined) return undefined;
  const order = { method: 'GET', path: '/networks/bridge', ms: answerMs } as const;
  const { body } = await requestEngine(socket, order, over);
  const { Options: options } = JSON.parse(body) as { Options?: Readonly<Record<string, unknown>> };
  const name = options?.['com.docker.network.bridge.name'];
  return typeof name === 'string' ? name : undefined;
}

/** The bytes sent over all interfaces, from the text of /proc/net/dev; undefined if the bridge is not among them. */
export function bytesSent(text: string, bridge: string): number | undefined {
  const lines = text.split('\n').flatMap((line) => {
    const [, name = '', counts = ''] = /^\s*([^\s:]+):(.*)$/.exec(line) ?? [];
    // The ninth number of a line. Source: the heading of the file.
    const sent = Number(counts.trim().split(/\s+/)[8]);
    return name !== '' && Number.isFinite(sent) ? [{ name, sent }] : [];
  });
  if (!lines.some(({ name }) => name === bridge)) return undefined;
  return lines.reduce((total, { sent }) => total + sent, 0);
}
