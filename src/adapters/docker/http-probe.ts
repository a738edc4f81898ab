import { largestProbeAnswer } from '../../types/bounds.ts';
import { request } from 'node:http';
import type { HttpProbe, ProbeAnswer } from '../../ports.ts';
import { messageOf } from '../../types/text.ts';
import { collect } from '../http/http-answer.ts';
import { within } from '../machine/deadline.ts';

/** The limit for one answer of a server that is starting; it is asked again. In milliseconds. */
const mostMs = 10_000;

/**
 * Asks a container on this machine, without proxy, redirects, shared connections, or any of the job's credentials.
 * @param over the end of the run
 */
export function httpProbe(over: AbortSignal): HttpProbe {
  return async (url, body, withinMs) => {
    try {
      const ms = Math.max(1, Math.min(mostMs, withinMs));
      const late = () => new Error(`nothing within ${String(Math.round(ms / 1000))} s`);
      return await within({ signals: [over], ms, late }, (signal) => ask(url, body, signal));
    } catch (error) {
      return { kind: 'none', why: messageOf(error).slice(0, 200) };
    }
  };
}

async function ask(url: URL, body: string | undefined, signal: AbortSignal): Promise<ProbeAnswer> {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const method = body === undefined ? 'GET' : 'POST';
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request(url, { method, headers, agent: false, signal }, resolve).on('error', reject).end(body);
  });
  const bytes = await collect(response, largestProbeAnswer);
  return { kind: 'answer', status: response.statusCode ?? 0, body: bytes.toString('utf8') };
}
