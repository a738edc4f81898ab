import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { busybox } from '../../scripts/engines/index.mjs';
import { onEngines, type Engine } from '../support/engines.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

let program: Buffer;
beforeAll(async () => {
  program = readFileSync(await busybox());
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** An engine that is reached over a network: at an address of this machine that is none of its loopback interface. */
async function overTcp(on: Engine): Promise<string> {
  const socket = String(on.env['DOCKER_HOST']).replace('unix://', '');
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const engine = createConnection({ path: socket, allowHalfOpen: true });
    client.pipe(engine).pipe(client);
    client.on('error', () => engine.destroy());
    engine.on('error', () => client.destroy());
  });
  servers.push(server);
  const address = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  if (address === undefined) throw new Error('this machine has no address but its own');
  await new Promise<void>((listening) => server.listen(0, address, listening));
  return `tcp://${address}:${String((server.address() as AddressInfo).port)}`;
}

function give(here: Scene): void {
  const start = `/bin/busybox mkdir -p /tmp/www
/bin/busybox sleep 1
printf '%s' '{"status":"healthy"}' > /tmp/www/health
exec /bin/busybox httpd -f -p 3000 -h /tmp/www
`;
  writeFileSync(join(here.workspace, 'busybox'), program, { mode: 0o755 });
  writeFileSync(join(here.workspace, 'start.sh'), start, { mode: 0o755 });
  const lines = [
    'FROM scratch',
    'COPY busybox /bin/busybox',
    'COPY start.sh /start.sh',
    'ENTRYPOINT ["/bin/busybox", "sh", "/start.sh"]',
  ];
  writeFileSync(join(here.workspace, 'Dockerfile'), lines.join('\n'));
}

onEngines(['classic', 'buildx', 'containerd'], (on) => {
  test('a container on the engine of another machine is asked there, where the test allows its port to be open', async () => {
    const here = await scene(on);
    give(here);
    const host = await overTcp(on);
    const { hostname } = new URL(host.replace('tcp:', 'http:'));
    const given = (more: string) => ({
      push: 'false',
      'smoke-test': `http: { path: /health, body: '"healthy"', within: 20s }\n${more}`,
    });
    const closed = await here.ship(given(''), { DOCKER_HOST: host });
    expect(onlyError(closed.main)).toContain(
      `The smoke test http 1 was not begun: it asks its container on 127.0.0.1, and the engine is on another machine, ${hostname}.`,
    );
    expect(onlyError(closed.main)).toContain('say open-port: true in the test');

    const { main } = await here.ship(given('open-port: true\n'), { DOCKER_HOST: host });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain(`A smoke test asks its container at ${hostname}: the engine is on another`);
    expect(main.log).toContain('The smoke test http 1 passed: it answered 200');
    const left = await here.docker(['ps', '--all', '--format', '{{.Names}}'], on.env);
    expect(left).not.toContain('ecr-ship-smoke');
  });
});
