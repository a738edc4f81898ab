import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';

/** A test's own server, and the requests it got. */
export interface TestServer {
  readonly host: string;
  readonly url: string;
  readonly asked: readonly Asked[];
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  /** Undefined if none was sent. */
  readonly authorization: string | undefined;
}

/** Starts servers on loopback that end with the test that started them. Call once at the top of a test file. */
export function serversOfThisFile(): (answer: RequestListener) => Promise<TestServer> {
  const open: ReturnType<typeof createServer>[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
  return async (answer) => {
    const asked: Asked[] = [];
    const server = createServer((request: IncomingMessage, response) => {
      const { method = '', url: path = '', headers } = request;
      asked.push({ method, path, authorization: headers.authorization });
      response.on('error', () => undefined);
      request.resume();
      answer(request, response);
    });
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return { host, url: `http://${host}`, asked };
  };
}
