import { longestBuilderName } from '../../types/bounds.ts';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readLinked } from '../machine/regular-file.ts';
import { currentContext, dockerFolder, readObject, type Variables } from './engine-endpoint.ts';

/** The files have content that is not understood, so only buildx itself can tell. */
class NotUnderstood extends Error {}

/**
 * Reads from buildx's own files the driver of the builder that it would use; `''` is the engine's own builder, which
 * no file mentions. Undefined if only buildx itself can tell. Unlike buildx, this writes nothing.
 * Source: docker/buildx, store/storeutil/storeutil.go (GetCurrentInstance, GetNodeGroup), store/store.go (Current).
 */
export async function chosenDriver(env: Variables): Promise<string | undefined> {
  const folder = env['BUILDX_CONFIG'] || join(dockerFolder(env), 'buildx');
  const context = await currentContext(env);
  if (context === undefined) return undefined;
  try {
    const named = env['BUILDX_BUILDER'] ?? '';
    const driver =
      named === '' ? await currentDriver(folder, endpointOf(context, env)) : await driverOf(folder, named);
    if (driver !== undefined) return driver;
    // For another context's engine, or a missing builder, buildx has its own error messages.
    if (named !== '' && named !== context) return undefined;
    return (await driverOf(folder, context)) ?? '';
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

/** The key by which buildx stores a choice: the context's name, or the engine's address for the default one. */
function endpointOf(context: string, env: Variables): string {
  return context === 'default' ? env['DOCKER_HOST'] || 'unix:///var/run/docker.sock' : context;
}

/** The driver of the builder that the user chose with `--use`; undefined if there is none, or it is gone. */
async function currentDriver(folder: string, endpoint: string): Promise<string | undefined> {
  const current = await object(join(folder, 'current'));
  const { Name: name = '', Key: key = '', Global: isGlobal = false } = current ?? {};
  if (typeof name !== 'string' || typeof key !== 'string' || typeof isGlobal !== 'boolean')
    throw new NotUnderstood();
  if (name !== '') {
    const driver = await driverOf(folder, name);
    if (isGlobal && driver !== undefined) return driver;
    if (key === endpoint) return driver;
  }
  const hash = createHash('sha256').update(endpoint).digest('hex').slice(0, 20);
  const byDefault = await readLinked(join(folder, 'defaults', hash), longestBuilderName).catch(() => {
    throw new NotUnderstood();
  });
  return byDefault === undefined ? undefined : driverOf(folder, byDefault);
}

/** The driver of a builder with this name; undefined if there is none. Names are compared in lower case. */
async function driverOf(folder: string, name: string): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9._-]*$/i.test(name)) return undefined;
  const instance = await object(join(folder, 'instances', name.toLowerCase()));
  if (instance === undefined) return undefined;
  const { Driver: driver } = instance;
  if (typeof driver !== 'string' || driver === '') throw new NotUnderstood();
  return driver;
}

/** Reads a file with one JSON object; undefined if there is no file. */
async function object(path: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const absent = {};
  const read = await readObject(path, absent);
  if (read === undefined) throw new NotUnderstood();
  return read === absent ? undefined : read;
}
