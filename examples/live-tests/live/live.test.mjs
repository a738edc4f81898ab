import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { readStack } from './stack.mjs';

const { endpoint, image, digest, fixedTag, imageTag, verdict, critical, size } = readStack();

test('what runs is the image that was judged', () => {
  assert.equal(verdict, 'passed');
  assert.equal(critical, 0);
  assert.ok(size > 0 && size < 500_000_000, `${size} bytes`);
  assert.ok(image.endsWith(`@${digest}`) && imageTag.endsWith(`:${fixedTag}`));
  const running = execFileSync('docker', ['inspect', '--format', '{{.Config.Image}}', 'live'], {
    encoding: 'utf8',
  });
  assert.equal(running.trim(), image);
});

test('the service is healthy', async () => {
  const response = await fetch(new URL('/health', endpoint));
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: 'healthy' });
});

test('a link is kept and followed', async () => {
  const link = new URL('/links/docs', endpoint);
  assert.equal((await fetch(link, { redirect: 'manual' })).status, 404);
  assert.equal((await fetch(link, { method: 'PUT', body: 'https://example.org/docs' })).status, 201);
  const followed = await fetch(link, { redirect: 'manual' });
  assert.deepEqual([followed.status, followed.headers.get('location')], [302, 'https://example.org/docs']);
});

test('what is no address is refused', async () => {
  const response = await fetch(new URL('/links/broken', endpoint), { method: 'PUT', body: 'docs' });
  assert.equal(response.status, 400);
});
