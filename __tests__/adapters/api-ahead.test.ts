import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { connectToApi, likelyApi } from '../../src/adapters/aws/api-ahead.ts';

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

test('requests go by the connections that were opened, which say nothing before', async () => {
  const connections: Socket[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.end('here');
  });
  server.on('connection', (socket) => connections.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const { httpAgent } = connectToApi('eu-west-1', { AWS_ENDPOINT_URL: url });
  while (connections.length < 6) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(requests).toEqual([]);

  const { request } = await import('node:http');
  await new Promise<void>((resolve, reject) => {
    request(url, { agent: httpAgent }, (response) => {
      response.resume().on('end', resolve);
    })
      .on('error', reject)
      .end();
  });
  expect(requests).toHaveLength(1);
  expect(connections).toHaveLength(6);
  httpAgent.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('nothing is opened where the API is not plain to see', () => {
  const { httpAgent, httpsAgent } = connectToApi('cn-north-1', {});
  expect([httpAgent.totalSocketCount, httpsAgent.totalSocketCount]).toEqual([0, 0]);
});
