import { largestDockerSetting } from '../../types/bounds.ts';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readLinked } from '../machine/regular-file.ts';

/** The variables that a docker process gets. */
export type Variables = Readonly<Record<string, string | undefined>>;

type JsonObject = Readonly<Record<string, unknown>>;

/** Where docker keeps what a person has set. Source: docker/cli, cli/config/config.go. */
export function dockerFolder(env: Variables): string {
  return env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker');
}

/** docker's configuration; an empty one where there is none, undefined where it cannot be understood. */
export async function readDockerConfig(env: Variables): Promise<JsonObject | undefined> {
  return readObject(join(dockerFolder(env), 'config.json'), {});
}

/**
 * The name of the context that docker uses.
 * Source: docker/cli, cli/command/cli.go, resolveContextName: DOCKER_HOST comes before any context.
 */
export async function currentContext(env: Variables): Promise<string | undefined> {
  if (env['DOCKER_HOST']) return 'default';
  if (env['DOCKER_CONTEXT']) return env['DOCKER_CONTEXT'];
  const config = await readDockerConfig(env);
  const chosen = config?.['currentContext'] ?? '';
  return config === undefined || typeof chosen !== 'string' ? undefined : chosen || 'default';
}

/**
 * The socket of the engine that docker would talk to, as a path of this machine; undefined where that goes another way
 * (ssh, tcp, TLS, a pipe of Windows), or cannot be told for certain. Then only docker itself can ask the engine.
 */
export async function engineSocket(env: Variables): Promise<string | undefined> {
  if (process.platform === 'win32' || env['DOCKER_TLS'] || env['DOCKER_TLS_VERIFY']) return undefined;
  const context = await currentContext(env);
  if (context === undefined) return undefined;
  return context === 'default'
    ? pathOf(env['DOCKER_HOST'] || 'unix:///var/run/docker.sock')
    : socketOfContext(context, env);
}

/**
 * The address of the engine as docker has it, such as `ssh://deploy@host`; undefined where it cannot be told.
 */
export async function engineAddress(env: Variables): Promise<string | undefined> {
  const context = await currentContext(env);
  if (context === undefined) return undefined;
  return context === 'default'
    ? env['DOCKER_HOST'] || 'unix:///var/run/docker.sock'
    : addressOfContext(context, env);
}

export async function socketOfContext(name: string, env: Variables): Promise<string | undefined> {
  if (existsSync(join(dockerFolder(env), 'contexts', 'tls', idOf(name)))) return undefined;
  const address = await addressOfContext(name, env);
  return address === undefined ? undefined : pathOf(address);
}

/** A context's files lie in folders that its name's hash names. Source: docker/cli, cli/context/store/metadatastore.go. */
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

/** A file that holds one JSON object; undefined where it holds something else or cannot be read. */
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
