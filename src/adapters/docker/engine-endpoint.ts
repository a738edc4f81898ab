import { largestDockerSetting } from '../../types/bounds.ts';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readLinked } from '../machine/regular-file.ts';

/** The environment of a docker process. */
export type Variables = Readonly<Record<string, string | undefined>>;

type JsonObject = Readonly<Record<string, unknown>>;

/** The folder of the user's docker configuration. Source: docker/cli, cli/config/config.go. */
export function dockerFolder(env: Variables): string {
  return env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker');
}

/** docker's configuration; empty if there is none, undefined if it cannot be parsed. */
export async function readDockerConfig(env: Variables): Promise<JsonObject | undefined> {
  return readObject(join(dockerFolder(env), 'config.json'), {});
}

/**
 * The name of the context that docker uses. DOCKER_HOST takes precedence over any context.
 * Source: docker/cli, cli/command/cli.go, resolveContextName.
 */
export async function currentContext(env: Variables): Promise<string | undefined> {
  if (env['DOCKER_HOST']) return 'default';
  if (env['DOCKER_CONTEXT']) return env['DOCKER_CONTEXT'];
  const config = await readDockerConfig(env);
  const chosen = config?.['currentContext'] ?? '';
  return config === undefined || typeof chosen !== 'string' ? undefined : chosen || 'default';
}

/**
 * The path of the engine's socket on this machine; undefined if docker reaches the engine in another way (ssh, tcp,
 * TLS, a Windows pipe), or if that is not certain. Only docker itself can then ask the engine.
 */
export async function engineSocket(env: Variables): Promise<string | undefined> {
  if (process.platform === 'win32' || env['DOCKER_TLS'] || env['DOCKER_TLS_VERIFY']) return undefined;
  const context = await currentContext(env);
  if (context === undefined) return undefined;
  return context === 'default'
    ? pathOf(env['DOCKER_HOST'] || 'unix:///var/run/docker.sock')
    : socketOfContext(context, env);
}

/** The engine's address as docker has it, such as `ssh://deploy@host`; undefined if it cannot be told. */
export async function engineAddress(env: Variables): Promise<string | undefined> {
  const context = await currentContext(env);
  if (context === undefined) return undefined;
  return context === 'default'
    ? env['DOCKER_HOST'] || 'unix:///var/run/docker.sock'
    : addressOfContext(context, env);
}

async function socketOfContext(name: string, env: Variables): Promise<string | undefined> {
  if (existsSync(join(dockerFolder(env), 'contexts', 'tls', idOf(name)))) return undefined;
  const address = await addressOfContext(name, env);
  return address === undefined ? undefined : pathOf(address);
}

/**
 * A context's files are in a folder named by the hash of its name. Source: docker/cli,
 * cli/context/store/metadatastore.go.
 */
async function addressOfContext(name: string, env: Variables): Promise<string | undefined> {
  const context = await readObject(join(dockerFolder(env), 'contexts', 'meta', idOf(name), 'meta.json'));
  if (context?.['Name'] !== name) return undefined;
  const { docker } = (context['Endpoints'] ?? {}) as { docker?: { Host?: unknown } };
  return typeof docker?.Host === 'string' ? docker.Host : undefined;
}

function idOf(context: string): string {
  return createHash('sha256').update(context).digest('hex');
}

function pathOf(host: string): string | undefined {
  return /^unix:\/\/(\/.+)$/.exec(host)?.[1];
}

/** Reads a file with one JSON object; undefined if it contains anything else or cannot be read. */
export async function readObject(path: string, absent?: JsonObject): Promise<JsonObject | undefined> {
  try {
    const text = await readLinked(path, largestDockerSetting);
    if (text === undefined) return absent;
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}
