import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { promisify } from 'node:util';
import type { Certificates } from './certificates.ts';
import type { Engine } from './engines.ts';

/** A builder other than the engine's own, as `docker/setup-buildx-action` makes it: it pushes by digest. */
export interface RemoteBuilder {
  /** Selects a docker configuration of a user who has chosen that builder. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** A BuildKit that can be reached without the engine, for buildx's `remote` driver. */
export interface BuildKit {
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Makes the BuildKit inside an engine reachable without the engine, in the way of its own driver (an upgrade of `POST
 * /grpc`), so that a real BuildKit works and no image has to be pulled: over a socket, or over TCP with TLS that
 * requires a client certificate. Source: moby, api/server/router/grpc.
 */
export async function exposeBuildKit(
  engine: Engine,
  way: { readonly socket: string } | { readonly tls: Certificates },
): Promise<BuildKit> {
  const sockets = new Set<Socket>();
  const serve = (client: Socket) => {
    sockets.add(client);
    // A client whose certificate nobody has signed disconnects by itself.
    client.on('error', () => client.destroy()).pause();
    joinToEngine(client, engine, sockets);
  };
  const server =
    'socket' in way
      ? createServer(serve)
      : createTlsServer(tlsOptions(way.tls), serve).on('tlsClientError', ignore);
  await new Promise<void>((resolve) => {
    if ('socket' in way) server.listen(way.socket, resolve);
    else server.listen(0, '127.0.0.1', resolve);
  });
  // A test that fails before it closes this must not keep the test run alive.
  server.unref();
  const endpoint =
    'socket' in way
      ? `unix://${way.socket}`
      : `tcp://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    endpoint,
    async close() {
      for (const socket of sockets) socket.destroy();
      await closed(server);
    },
  };
}

const ignore = () => undefined;

function tlsOptions({ ca, cert, key }: Certificates) {
  const [authority, certificate, secret] = [ca, cert, key].map((path) => readFileSync(path));
  return {
    ca: authority!,
    cert: certificate!,
    key: secret!,
    requestCert: true,
    rejectUnauthorized: true,
    ALPNProtocols: ['h2'],
  };
}

function joinToEngine(client: Socket, engine: Engine, sockets: Set<Socket>): void {
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
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** A builder with buildx's `remote` driver, for a user whose docker configuration is a copy of the engine's. */
export async function addRemoteBuilder(
  engine: Engine,
  endpoint: string,
  { tls, use = true }: { readonly tls?: Certificates; readonly use?: boolean } = {},
): Promise<RemoteBuilder> {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-builder-'));
  const dockerConfig = join(folder, 'docker');
  mkdirSync(dockerConfig);
  cpSync(engine.dockerConfigDir, dockerConfig, { recursive: true });
  const env = { ...engine.env, DOCKER_CONFIG: dockerConfig };
  const options =
    tls === undefined
      ? []
      : ['--driver-opt', `cacert=${tls.ca},cert=${tls.cert},key=${tls.key},servername=localhost`];
  const args = ['buildx', 'create', '--name', 'remote', '--driver', 'remote', ...options];
  await promisify(execFile)('docker', [...args, ...(use ? ['--use'] : []), endpoint], { env });
  return {
    env,
    close() {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

/** Makes a builder with buildx's `remote` driver, whose BuildKit is the engine's, behind a socket. */
export async function startRemoteBuilder(engine: Engine): Promise<RemoteBuilder> {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-buildkit-'));
  const buildKit = await exposeBuildKit(engine, { socket: join(folder, 'buildkit.sock') });
  const builder = await addRemoteBuilder(engine, buildKit.endpoint);
  return {
    env: builder.env,
    async close() {
      await buildKit.close();
      await builder.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
