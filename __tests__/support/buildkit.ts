import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Engine } from './engines.ts';

/** A builder that is not the engine's own, as `docker/setup-buildx-action` makes one: it pushes by digest. */
export interface RemoteBuilder {
  /** Selects a docker configuration of a person who has chosen that builder. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Makes a builder with buildx's `remote` driver. BuildKit is the one inside the engine, reached the way the engine's
 * own driver reaches it (an upgrade of `POST /grpc`), so that a real BuildKit is at work and no image has to be pulled.
 * Source: moby, api/server/router/grpc.
 */
export async function startRemoteBuilder(engine: Engine): Promise<RemoteBuilder> {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-builder-'));
  const socketPath = join(folder, 'buildkit.sock');
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.pause();
    const upgrade = request({
      socketPath: engine.env['DOCKER_HOST']?.replace('unix://', ''),
      path: '/grpc',
      method: 'POST',
      headers: { connection: 'Upgrade', upgrade: 'h2c' },
    });
    upgrade.on('upgrade', (_, engineSocket: Socket, head) => {
      sockets.add(engineSocket);
      client.write(head);
      client.pipe(engineSocket).pipe(client);
      client.on('error', () => engineSocket.destroy());
      engineSocket.on('error', () => client.destroy());
    });
    upgrade.on('error', () => client.destroy()).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(socketPath, resolve);
  });
  // A test that fails before it closes this must not keep the test run alive.
  server.unref();
  const dockerConfig = join(folder, 'docker');
  mkdirSync(dockerConfig);
  cpSync(engine.dockerConfigDir, dockerConfig, { recursive: true });
  const env = { ...engine.env, DOCKER_CONFIG: dockerConfig };
  await promisify(execFile)(
    'docker',
    ['buildx', 'create', '--name', 'remote', '--driver', 'remote', '--use', `unix://${socketPath}`],
    { env },
  );
  return {
    env,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
