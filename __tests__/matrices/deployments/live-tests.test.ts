import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { baseName } from '../../support/base-images.ts';
import { deploymentsOf } from '../../support/deployments.ts';
import { engine } from '../../support/engines.ts';
import { onlyError } from '../../support/scene.ts';

/* Live tests: examples/live-tests. All of its workflow is run for real: the image, its pull, its start, and the tests that ask it. */
const deployments = deploymentsOf('live-tests', ['node']);
const more = { ship: { 'build-args': `BASE=${baseName('node')}` } };
const open = () => deployments.open({ scenario: { repositories: [{ name: 'team/links' }] } });
const running = () =>
  execFileSync('docker', ['ps', '--all', '--quiet', '--filter', 'name=^live$'], {
    env: engine('containerd').env,
    encoding: 'utf8',
  });

test('the tests read the flat result, and ask what was started from the registry', async () => {
  const { commit, run } = await open();
  commit();
  const image = await run('live.yml', 'image', { more });
  expect([image.shipped[0]!.errors, image.succeeded]).toEqual([[], true]);
  const live = await run('live.yml', 'live', {});
  const log = live.scripts.map((script) => script.log).join('\n');
  expect([live.succeeded, live.scripts.map(({ exitCode }) => exitCode)]).toEqual([true, [0, 0, 0]]);
  expect(log).toMatch(/# tests 4\n[^]*# pass 4\n/);
  expect(running()).toBe('');
});

test('a service that is not what was tested for fails the live tests, and its container goes all the same', async () => {
  const { commit, run, edit } = await open();
  edit('server.mjs', ['return answer(201', 'return answer(200']);
  commit();
  expect((await run('live.yml', 'image', { more })).succeeded).toBe(true);
  const live = await run('live.yml', 'live', {});
  expect(live.succeeded).toBe(false);
  expect(live.scripts[1]!.log).toMatch(/200 !== 201|not ok \d+ - a link is kept and followed/);
  expect(running()).toBe('');
});

test('of an image that did not pass there is a result too, which says why and names no image', async () => {
  const { commit, run, edit, read } = await open();
  edit('server.mjs', ["if (pathname === '/health')", "if (pathname === '/healthz')"]);
  edit('.github/workflows/live.yml', ['within: 60s', 'within: 3s']);
  commit();
  const image = await run('live.yml', 'image', { more });
  expect(onlyError(image.shipped[0]!)).toContain('it answered 404');
  expect(JSON.parse(read('ecr-ship.json'))).toMatchObject({
    succeeded: false,
    errorCode: 'smoke-failed',
    image: null,
  });
});
