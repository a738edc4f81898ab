import { largestEngineAnswer } from '../../types/bounds.ts';
import { request } from 'node:http';
import type { EngineAnswer } from '../../ports.ts';
import { follow } from '../../types/abort.ts';

/** A request to an engine over its socket. */
interface EngineRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path and query of the engine's API, without a version, so that any engine answers. */
  readonly path: string;
  /** How long the whole answer may take, in milliseconds. */
  readonly ms: number;
}

/**
 * Asks an engine over a socket of this machine, on a separate connection.
 * Throws an Error whose message is a clause if there is no complete answer of a reasonable size in time.
 * Source: moby, api/docs.
 * @param over aborts when nobody waits for the answer any longer
 */
export async function requestEngine(
  socketPath: string,
  { method, path, ms }: EngineRequest,
  over?: AbortSignal,
): Promise<EngineAnswer> {
  const end = new AbortController();
  const { signal } = end;
  const stopFollowing = follow(end, over === undefined ? [] : [over]);
  const late = setTimeout(() => {
    end.abort(new Error(`it gave no answer within ${String(ms / 1000)} s`));
  }, ms);
  try {
    return await new Promise((resolve, reject) => {
      const call = request(
        { socketPath, method, path, headers: { host: 'docker' }, agent: false, signal },
        (response) => {
          const chunks: Buffer[] = [];
          let size = 0;
          response.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size <= largestEngineAnswer) chunks.push(chunk);
            else call.destroy(new Error(`it answered with more than ${String(largestEngineAnswer)} bytes`));
          });
          response.on('error', reject).on('end', () => {
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      call.on('error', reject).end();
    });
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(late);
    stopFollowing();
  }
}
