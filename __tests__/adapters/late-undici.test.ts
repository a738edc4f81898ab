import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fetch, ProxyAgent } from '../../src/adapters/github/late-undici.ts';
import { serversOfThisFile } from '../support/http-server.ts';

const servers = serversOfThisFile();

let proxy: Server;
let tunnels: (string | undefined)[];

beforeEach(async () => {
  tunnels = [];
  proxy = createServer().on('connect', (request, socket) => {
    tunnels.push(request.url);
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const there = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    socket.on('error', () => there.destroy());
    socket.on('close', () => there.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

test('what is fetched goes through the proxy of the agent', async () => {
  const { url } = await servers((_, response) => response.end('there'));
  const dispatcher = new ProxyAgent({
    uri: `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`,
  });
  expect(await (await fetch(url, { dispatcher })).text()).toBe('there');
  expect(await (await fetch(url, { dispatcher })).text()).toBe('there');
  expect(new Set(tunnels)).toEqual(new Set([new URL(url).host]));
});

test('and straight to the server without one', async () => {
  const { url } = await servers((_, response) => response.end('there'));
  expect(await (await fetch(url)).text()).toBe('there');
  expect(tunnels).toEqual([]);
});
