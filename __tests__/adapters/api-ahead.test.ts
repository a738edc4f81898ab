import { createServer, request, type Agent, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { apiAhead, connectToApi, likelyApi } from '../../src/adapters/aws/api-ahead.ts';

test.each<[string, Record<string, string>, string | undefined]>([
  ['eu-west-1', {}, 'https://api.ecr.eu-west-1.amazonaws.com/'],
  ['us-gov-west-1', {}, 'https://api.ecr.us-gov-west-1.amazonaws.com/'],
  ['eu-west-1', { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' }, 'http://127.0.0.1:4566/'],
  ['eu-west-1', { AWS_ENDPOINT_URL_ECR: 'http://a/', AWS_ENDPOINT_URL: 'http://b/' }, 'http://a/'],
  ['eu-west-1', { AWS_ENDPOINT_URL: '', AWS_PROFILE: '' }, 'https://api.ecr.eu-west-1.amazonaws.com/'],
  [
    'eu-west-1',
    { AWS_ENDPOINT_URL: 'http://b/', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
    'https://api.ecr.eu-west-1.amazonaws.com/',
  ],
  // Where the SDK may ask somewhere else nothing is opened.
  ['eu-west-1', { AWS_ENDPOINT_URL: 'not an address' }, undefined],
  ['cn-north-1', {}, undefined],
  ['eusc-de-east-1', {}, undefined],
  ['eu-west-1', { AWS_USE_FIPS_ENDPOINT: 'true' }, undefined],
  ['eu-west-1', { AWS_USE_DUALSTACK_ENDPOINT: 'true' }, undefined],
  ['eu-west-1', { AWS_PROFILE: 'other' }, undefined],
  ['eu-west-1', { https_proxy: 'http://proxy:3128' }, undefined],
])('the API of %s with %j is most likely %s', (region, variables, url) => {
  expect(likelyApi(region, variables)?.href).toBe(url);
});

/** A server that knows what came to it. */
async function startServer() {
  const connections: Socket[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((asked, response) => {
    requests.push(asked);
    response.end('here');
  });
  server.on('connection', (socket) => connections.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const ask = (agent: Agent) =>
    new Promise<void>((resolve, reject) => {
      request(url, { agent }, (response) => {
        response.resume().on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { connections, requests, url, ask, close };
}

test('requests go by the connections that were opened, which say nothing before', async () => {
  const { connections, requests, url, ask, close } = await startServer();
  const { httpAgent } = connectToApi('eu-west-1', { AWS_ENDPOINT_URL: url }, 8);
  while (connections.length < 8) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(requests).toEqual([]);
  await ask(httpAgent);
  expect(requests).toHaveLength(1);
  expect(connections).toHaveLength(8);
  httpAgent.destroy();
  await close();
});

test('where the API is not plain to see the first connection is that of the first request', async () => {
  const { connections, url, ask, close } = await startServer();
  const { httpAgent } = connectToApi('eu-west-1', { AWS_ENDPOINT_URL: url, AWS_PROFILE: 'other' }, 8);
  await ask(httpAgent);
  expect(connections).toHaveLength(1);
  httpAgent.destroy();
  await close();
});

test('what was opened for a region is handed over once', async () => {
  const { connections, url, ask, close } = await startServer();
  const ahead = apiAhead({ AWS_ENDPOINT_URL: url });
  ahead.open('eu-west-1', 8);
  ahead.open('eu-west-1', 8);
  while (connections.length < 8) await new Promise((resolve) => setTimeout(resolve, 5));
  const { httpAgent } = ahead.take('eu-west-1');
  await ask(httpAgent);
  expect(connections).toHaveLength(8);
  const second = ahead.take('eu-west-1');
  expect(second.httpAgent).not.toBe(httpAgent);
  await ask(second.httpAgent);
  expect(connections).toHaveLength(9);
  httpAgent.destroy();
  second.httpAgent.destroy();
  await close();
});
