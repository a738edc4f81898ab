import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { busybox } from '../../scripts/engines/index.mjs';
import { startRemoteBuilder } from '../support/buildkit.ts';
import { engine, onEngines, type Engine } from '../support/engines.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

let program: Buffer;
beforeAll(async () => {
  program = readFileSync(await busybox());
});

/** An image whose start is a script for busybox. */
function give(here: Scene, script: string, more = ''): void {
  writeFileSync(join(here.workspace, 'busybox'), program, { mode: 0o755 });
  writeFileSync(join(here.workspace, 'start.sh'), script, { mode: 0o755 });
  const lines = [
    'FROM scratch',
    'COPY busybox /bin/busybox',
    'COPY start.sh /start.sh',
    more,
    'ENTRYPOINT ["/bin/busybox", "sh", "/start.sh"]',
  ];
  writeFileSync(join(here.workspace, 'Dockerfile'), lines.join('\n'));
}

/** A server that answers whatever it is asked, and its function too. */
const server = (answer: string, before = '') =>
  `${before}
/bin/busybox mkdir -p /tmp/www/api /tmp/www/2015-03-31/functions/function
printf '%s' '${answer}' > /tmp/www/api/health
exec /bin/busybox httpd -f -p 3000 -h /tmp/www
`;

const containers = (on: Engine) =>
  execFileSync('docker', ['ps', '--all', '--quiet', '--filter', 'name=ecr-ship-smoke'], {
    env: on.env,
    encoding: 'utf8',
  }).trim();
const networks = (on: Engine) =>
  execFileSync('docker', ['network', 'ls', '--format', '{{.Name}}'], { env: on.env, encoding: 'utf8' });

/** Other files' tests may run on that engine, whose containers go away too: only what stays is left. */
async function nothingLeft(on: Engine): Promise<void> {
  const until = Date.now() + 20_000;
  while ((containers(on) !== '' || networks(on).includes('ecr-ship-smoke')) && Date.now() < until)
    await new Promise((later) => setTimeout(later, 500));
  expect(containers(on)).toBe('');
  expect(networks(on)).not.toContain('ecr-ship-smoke');
}

const healthy = `http: { path: /api/health, body: '"status":"healthy"', within: 20s }`;

onEngines(['classic', 'buildx', 'containerd'], (on) => {
  test('a server that becomes healthy late passes, and only then is it pushed', async () => {
    const here = await scene(on);
    give(here, server('{"status":"healthy"}', '/bin/busybox sleep 2'));
    const { main } = await here.ship({ 'smoke-test': healthy });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain('The smoke test http 1 passed: it answered 200');
    expect(main.log.indexOf('The smoke test http 1 passed')).toBeLessThan(main.log.indexOf('docker push'));
    await nothingLeft(on);
  });

  test('a script without its first line has failed, and is not taken for an image of another machine', async () => {
    const here = await scene(on);
    give(here, 'exit 0\n');
    const dockerfile = join(here.workspace, 'Dockerfile');
    writeFileSync(dockerfile, `${readFileSync(dockerfile, 'utf8')}\nENTRYPOINT ["/start.sh"]\n`);
    const { main } = await here.ship({ 'smoke-test': healthy });
    expect(onlyError(main)).toContain('a script needs a first line such as #!/bin/sh');
    expect(here.ecr.digests('team/app')).toEqual([]);
    await nothingLeft(on);
  });

  test('an image that dies at its start fails before anything is pushed, with its log', async () => {
    const here = await scene(on);
    give(here, 'echo "Error: Cannot find module express" >&2\nexit 7\n');
    const { main, leftovers } = await here.ship({ 'smoke-test': healthy });
    expect(onlyError(main)).toContain('it ended with exit code 7 before it answered');
    expect(main.log).toContain('Cannot find module express');
    expect(main.log).not.toContain('docker push');
    expect(here.ecr.digests('team/app')).toEqual([]);
    await nothingLeft(on);
    expect(leftovers).toEqual([]);
  });
});

const on = () => engine('containerd');

describe('a container', () => {
  test('sees the variables of its test, and nothing of the job', async () => {
    const here = await scene(on());
    give(here, 'test "$MODE" = "a b" && test -z "$AWS_SECRET_ACCESS_KEY" && test -z "$GITHUB_SHA"\n');
    const test_ = '[{ name: env, env: { MODE: "a b" }, command: [/bin/busybox, sh, /start.sh] }]';
    const { main } = await here.ship({ 'smoke-test': test_, push: 'false' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain('The smoke test env passed: it ended with exit code 0');
    expect(here.ecr.requests).toEqual([]);
  });

  test('that answers otherwise, or not at all, is told with what it said', async () => {
    const here = await scene(on());
    give(here, server('{"status":"down"}'));
    const down = await here.ship({ 'smoke-test': `http: { path: /api/health, body: healthy, within: 3s }` });
    expect(onlyError(down.main)).toContain('within 3 s it answered 200 "{\\"status\\":\\"down\\"}"');
    const absent = await here.ship({ 'smoke-test': 'http: { path: /nothing, within: 3s }' });
    expect(onlyError(absent.main)).toContain('it answered 404');
  });

  test('may not write where the test says so', async () => {
    const here = await scene(on());
    give(here, 'echo x > /written\n');
    const { main } = await here.ship({
      'smoke-test': 'read-only: true\ncommand: [/bin/busybox, sh, /start.sh]',
    });
    expect(onlyError(main)).toContain('it ended with exit code 1');
    expect(main.log).toContain('Read-only file system');
  });

  test('whose HEALTHCHECK says unhealthy does not pass', async () => {
    const here = await scene(on());
    const check = 'HEALTHCHECK --interval=1s --retries=1 CMD ["/bin/busybox", "test", "-f", "/ready"]';
    give(here, '/bin/busybox sleep 100\n', check);
    const { main } = await here.ship({ 'smoke-test': 'health: true' });
    expect(onlyError(main)).toContain('its HEALTHCHECK says unhealthy');
  });
});

test('a Lambda function is invoked, and an error of it is one', async () => {
  const here = await scene(on());
  // What the emulator answers, one question after the other.
  const emulator = (
    answer: string,
  ) => `/bin/busybox printf 'HTTP/1.1 200 OK\\r\\nconnection: close\\r\\n\\r\\n%s' '${answer}' > /answer
while true; do /bin/busybox nc -l -p 8080 < /answer > /dev/null; done
`;
  give(here, emulator('{"statusCode":200}'));
  const test_ = 'lambda: { event: { "smoke": true }, within: 20s }';
  const passed = await here.ship({ 'smoke-test': test_, push: 'false' });
  expect([passed.main.exitCode, passed.main.errors]).toEqual([0, []]);
  give(here, emulator('{"errorType":"Runtime.ImportModuleError"}'));
  const failed = await here.ship({ 'smoke-test': test_, push: 'false' });
  expect(onlyError(failed.main)).toContain('Runtime.ImportModuleError');
});

test('a builder that is not the engine gives the image to the engine first', async () => {
  const builder = await startRemoteBuilder(on());
  try {
    const here = await scene(on());
    give(here, 'exit 3\n');
    const given = { 'smoke-test': 'command: [/bin/busybox, sh, /start.sh]', tags: 'v1' };
    const failed = await here.ship(given, builder.env);
    expect(onlyError(failed.main)).toContain('it ended with exit code 3');
    expect(here.ecr.digests('team/app')).toEqual([]);
    give(here, 'exit 0\n');
    const passed = await here.ship(given, builder.env);
    expect([passed.main.exitCode, passed.main.errors]).toEqual([0, []]);
  } finally {
    await builder.close();
  }
});

test('what is wrong with a test is told at once, with its line, and no value of it', async () => {
  const here = await scene(on());
  const { main } = await here.ship({
    'smoke-test': 'env: { A: hunter2 }\nhttp: { path: health }\nwithn: 3s\n',
  });
  expect(onlyError(main)).toContain('line 2: http has a path that begins with /');
  expect(onlyError(main)).toContain('line 3: there is no "withn"');
  expect(onlyError(main)).not.toContain('hunter2');
});

describe('sizes', () => {
  test('an image over max-size gets no tag', async () => {
    // An engine whose store has images unpacked, and nothing else.
    const here = await scene(engine('buildx'));
    give(here, 'exit 0\n');
    const { main } = await here.ship({ 'max-size': '100kB' });
    expect(onlyError(main)).toMatch(
      /has .* \(\d+ bytes\) compressed, and max-size allows 100.0 kB \(100000 bytes\)/,
    );
    expect(onlyError(main)).toMatch(/Its largest layers are 1\.\d MB of COPY busybox \/bin\/busybox/);
    expect(here.ecr.tags('team/app')).toEqual({});
    const fine = await here.ship({ 'max-size': '1.5GiB', 'result-file': 'result.json' });
    expect([fine.main.exitCode, fine.main.errors]).toEqual([0, []]);
    expect(fine.main.summary).toContain('COPY busybox /bin/busybox');
    const result = JSON.parse(readFileSync(join(here.workspace, 'result.json'), 'utf8')) as {
      size: number;
      unpackedSize: number;
      layerInstructions: string[];
    };
    expect(result.layerInstructions[0]).toBe('COPY busybox /bin/busybox');
    expect(result.unpackedSize).toBeGreaterThanOrEqual(program.length);
    expect(result.unpackedSize).toBeGreaterThan(result.size);
  });

  test('an image that grows by more than it may gets no tag, and what is live stays', async () => {
    // An engine whose store has images unpacked, and nothing else.
    const here = await scene(engine('buildx'));
    const first = await here.ship({ tags: 'v1\nlatest' });
    expect([first.main.exitCode, first.main.errors]).toEqual([0, []]);
    give(here, 'exit 0\n');
    const { main } = await here.ship({ tags: 'v2\nlatest', 'max-growth': '10%', 'if-older': 'move' });
    expect(onlyError(main)).toContain('and max-growth allows 10%');
    expect(here.ecr.tags('team/app')).toEqual({
      v1: first.main.outputs['digest'],
      latest: first.main.outputs['digest'],
    });
    expect(Number(main.outputs['size-change'])).toBeGreaterThan(500_000);
  });

  test('with an engine that knows the size, an image that has grown too much is not pushed', async () => {
    const here = await scene(engine('containerd'));
    const first = await here.ship({ tags: 'v1\nlatest' });
    expect([first.main.exitCode, first.main.errors]).toEqual([0, []]);
    give(here, 'exit 0\n');
    const given = { tags: 'v2\nlatest', 'if-older': 'move' };
    const pushes = () => here.ecr.requests.filter(({ operation }) => operation === 'PUT manifest').length;
    const before = pushes();
    const { main } = await here.ship({ ...given, 'max-growth': '10%' });
    expect(onlyError(main)).toMatch(
      /it grew from .* to (?:at least )?.* compressed, by (?:at least )?.*, and max-growth allows 10%/,
    );
    expect(onlyError(main)).toContain('Nothing was pushed.');
    expect([pushes(), here.ecr.tags('team/app')]).toEqual([
      before,
      { v1: first.main.outputs['digest'], latest: first.main.outputs['digest'] },
    ]);
    const fine = await here.ship({ ...given, 'max-growth': '50MB' });
    expect([fine.main.exitCode, fine.main.errors]).toEqual([0, []]);
    expect(Number(fine.main.outputs['size-change'])).toBeGreaterThan(500_000);
  });
});
