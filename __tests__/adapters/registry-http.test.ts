import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { registryHttp } from '../../src/adapters/registry-http.ts';
import { digest, repository as theirs } from '../unit/support/values.ts';

let server: Server;
let answers: number;

beforeEach(async () => {
  answers = 0;
  server = createServer((request, response) => {
    answers += 1;
    response.on('error', () => undefined);
    if (answers > 1) return response.end('{"os":"linux"}');
    response.writeHead(200, { 'content-length': '14' }).write('{"os":');
    return setImmediate(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('an answer that breaks off in the middle is asked for again', async () => {
  const { http, repository } = loggedIn();
  expect(await http.readBlob(repository, digest(1))).toBe('{"os":"linux"}');
  expect(answers).toBe(2);
});

test('a blob is read once, another one anew', async () => {
  const { http, repository } = loggedIn();
  await http.readBlob(repository, digest(1));
  const before = answers;
  expect(await http.readBlob(repository, digest(1))).toBe('{"os":"linux"}');
  expect(answers).toBe(before);
  await http.readBlob(repository, digest(2));
  expect(answers).toBe(before + 1);
});

/** As where the repository is another account's: the API names the caller's own registry, which nobody answers for. */
function loggedIn() {
  const http = registryHttp();
  const endpoint = 'http://127.0.0.1:1';
  http.useCredentials({ basic: 'QVdTOng=', endpoint } as Parameters<typeof http.useCredentials>[0]);
  const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return { http, repository: { ...theirs, uri: `${host}/team/app` } };
}
