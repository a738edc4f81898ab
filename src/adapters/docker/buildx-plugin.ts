import { lstat, open, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { dockerFolder, readDockerConfig, type Variables } from './engine-endpoint.ts';
import { isBelow, workspaceRoot } from '../machine/workspace.ts';

/** Where docker looks for plugins after its own folder. Source: docker/cli, cli-plugins/manager/manager_unix.go. */
const systemFolders = [
  '/usr/local/lib/docker/cli-plugins',
  '/usr/local/libexec/docker/cli-plugins',
  '/usr/lib/docker/cli-plugins',
  '/usr/libexec/docker/cli-plugins',
];

/** Set by docker when it runs a plugin, to tell the plugin that no person runs it. Source: cli-plugins/metadata. */
export const pluginVariable = 'DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND';
/** The argument with which docker asks a plugin to describe itself. Source: docker/cli, cli-plugins/metadata. */
export const metadataCommand = 'docker-cli-plugin-metadata';

/**
 * The buildx that docker would run; undefined if that is not certain: there are several or none, docker is configured
 * to search more folders, or the checkout has brought it along.
 */
export async function findBuildxPlugin(env: Variables): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  const config = await readDockerConfig(env);
  if (config === undefined || config['cliPluginsExtraDirs'] !== undefined) return undefined;
  const folders = [join(dockerFolder(env), 'cli-plugins'), ...systemFolders];
  const found = (await Promise.all(folders.map((folder) => look(join(folder, 'docker-buildx'))))).filter(
    (each) => each !== undefined,
  );
  // On some systems one of these folders is a link to another.
  const [place, ...others] = new Set(found.map((each) => each.place));
  const isCertain = place !== undefined && others.length === 0 && !isBelow(place, workspaceRoot());
  return isCertain ? found[0]?.path : undefined;
}

/** A file that exists, and its real path; undefined for a dangling link. */
async function look(path: string): Promise<{ readonly path: string; readonly place?: string } | undefined> {
  try {
    await lstat(path);
  } catch {
    return undefined;
  }
  try {
    return { path, place: await realpath(path) };
  } catch {
    return { path };
  }
}

/**
 * Whether a program is a native executable. A script in docker's place does something more, such as asking for rights
 * or calling another tool, and must not be bypassed.
 */
export async function isNative(program: string): Promise<boolean> {
  try {
    const handle = await open(program, 'r');
    try {
      const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      return buffer.toString('latin1') !== '#!';
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

/** The version that buildx reports; undefined if docker would not accept it as a plugin. */
export function versionFromMetadata(text: string): string | undefined {
  try {
    const metadata = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    const { SchemaVersion: schema, Vendor: vendor, Version: version } = metadata ?? {};
    const isPlugin = schema === '0.1.0' && typeof vendor === 'string' && vendor !== '';
    return isPlugin && typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
