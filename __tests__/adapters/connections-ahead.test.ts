import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { HttpClient } from '@actions/http-client';
import { connectionsAhead } from '../../src/adapters/http/connections-ahead.ts';

/** A server that remembers its connections, by the port of their other end. */
const connections: Socket[] = [];
const server = createServer((_, response) => response.end('here'));
server.on('connection', (socket) => connections.push(socket));

beforeEach(async () => {
  connections.length = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const address = () => new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);

function ask(client: HttpClient): Promise<string> {
  return new Promise((resolve, reject) => {
    request(address(), { agent: client.getAgent(address().href) }, (response) => {
      response.setEncoding('utf8').on('data', resolve);
    })
      .on('error', reject)
      .end();
  });
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function clientWithAhead(proxy = '', useMs = 20_000) {
  process.env['http_proxy'] = proxy;
  const client = new HttpClient('test', undefined, { keepAlive: true });
  return { client, ahead: connectionsAhead(({ href }) => client.getAgent(href), useMs) };
}
afterEach(() => {
  delete process.env['http_proxy'];
});

test('connections that were opened before are used, and no others', async () => {
  const { client, ahead } = clientWithAhead();
  ahead.open(address(), 2);
  await until(() => connections.length === 2);
  expect(await Promise.all([ask(client), ask(client)])).toEqual(['here', 'here']);
  expect(connections).toHaveLength(2);
  client.dispose();
});

test('more requests than connections open more', async () => {
  const { client, ahead } = clientWithAhead();
  ahead.open(address(), 1);
  await until(() => connections.length === 1);
  await Promise.all([ask(client), ask(client), ask(client)]);
  expect(connections).toHaveLength(3);
  client.dispose();
});

test('a second call opens those that are missing to its number', async () => {
  const { client, ahead } = clientWithAhead();
  ahead.open(address(), 1);
  ahead.open(address(), 2);
  ahead.open(address(), 2);
  await until(() => connections.length === 2);
  await Promise.all([ask(client), ask(client)]);
  expect(connections).toHaveLength(2);
  client.dispose();
});

test('one that the server has ended is forgotten', async () => {
  const { client, ahead } = clientWithAhead();
  ahead.open(address(), 1);
  await until(() => connections.length === 1);
  const ended = new Promise((resolve) => connections[0]?.once('close', resolve));
  connections[0]?.end();
  await ended;
  expect(await ask(client)).toBe('here');
  expect(connections).toHaveLength(2);
  client.dispose();
});

test('a server that nobody reaches is no error', async () => {
  const { client, ahead } = clientWithAhead();
  ahead.open(new URL('http://127.0.0.1:1/'), 2);
  expect(await ask(client)).toBe('here');
  client.dispose();
});

test("behind a proxy nothing is opened: its agent's ways are left alone", () => {
  const { client, ahead } = clientWithAhead('http://proxy.test:8080');
  const url = new URL('http://registry.test/');
  const agent = client.getAgent(url.href);
  const before = Object.entries(agent);
  ahead.open(url, 2);
  expect(Object.entries(agent)).toEqual(before);
  expect('createConnection' in agent).toBe(false);
});

test('one that nobody has used for a while is closed, and no request goes by it', async () => {
  const { client, ahead } = clientWithAhead('', 50);
  let closed = 0;
  ahead.open(address(), 2);
  await until(() => connections.length === 2);
  for (const connection of connections) connection.on('close', () => (closed += 1));
  await until(() => closed === 2);
  expect(await ask(client)).toBe('here');
  expect(connections).toHaveLength(3);
  client.dispose();
});
