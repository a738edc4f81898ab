import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { makeAuthority, type Certificates } from '../support/certificates.ts';
import { engine, nodes } from '../support/engines.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const folder = mkdtempSync(join(tmpdir(), 'api-over-tls-'));
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  rmSync(folder, { recursive: true, force: true });
});

/** What came to a front: for each connection, the name that it asked for and how many requests it carried. */
interface Seen {
  readonly connections: Map<Socket, { readonly servername: unknown; requests: number }>;
  /** How many connections there were when the first request came. */
  before: number | undefined;
}

/** The API of a registry behind TLS, as AWS has it. */
async function startFront(api: URL, { cert, key }: Certificates): Promise<{ port: number; seen: Seen }> {
  const seen: Seen = { connections: new Map(), before: undefined };
  const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (asked, response) => {
    seen.before ??= seen.connections.size;
    const line = seen.connections.get(asked.socket);
    if (line !== undefined) line.requests += 1;
    const { hostname, port } = api;
    const { method, url: path } = asked;
    // The registry, which is where the API was asked, is the plain one.
    const headers = { ...asked.headers, host: api.host };
    const passed = request({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(passed.on('error', () => response.destroy()));
  });
  server.on('secureConnection', (socket) => {
    seen.connections.set(socket, { servername: socket.servername, requests: 0 });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { port: (server.address() as AddressInfo).port, seen };
}

// An address is no name that a server could be asked for. Source: RFC 6066, section 3.
const hosts = [
  { host: 'localhost', servername: 'localhost' },
  { host: '127.0.0.1', servername: false },
];
const cases = nodes().flatMap((node) =>
  hosts.map((at) => ({ ...at, version: node.version, node: node.path })),
);

test.each(cases)(
  'connections to the API of $host open before anything is asked, over TLS, and are used, on Node $version',
  async ({ node, ...at }) => {
    const { ecr, ship } = await scene(engine('containerd'), { node });
    const { server } = await makeAuthority(folder);
    const { port, seen } = await startFront(new URL(ecr.url), server);
    const { main, post, leftovers } = await ship(
      {},
      { AWS_ENDPOINT_URL_ECR: `https://${at.host}:${String(port)}`, NODE_EXTRA_CA_CERTS: server.ca },
    );
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect([post.exitCode, post.warnings, leftovers]).toEqual([0, [], []]);
    const lines = [...seen.connections.values()];
    expect(seen.before).toBe(8);
    expect(new Set(lines.map(({ servername }) => servername))).toEqual(new Set([at.servername]));
    expect(lines.slice(0, 8).every(({ requests }) => requests > 0)).toBe(true);
    expect(lines.length).toBeLessThanOrEqual(9);
  },
);

test('a certificate that nobody has signed is the error, and nothing else', async () => {
  const { ecr, ship } = await scene(engine('containerd'));
  const { server } = await makeAuthority(folder);
  const { port } = await startFront(new URL(ecr.url), server);
  const { main, leftovers } = await ship(
    { scan: 'off' },
    { AWS_ENDPOINT_URL_ECR: `https://localhost:${String(port)}` },
  );
  expect([main.exitCode, main.errors]).toEqual([1, [expect.stringContaining('certificate')]]);
  expect(leftovers).toEqual([]);
});
