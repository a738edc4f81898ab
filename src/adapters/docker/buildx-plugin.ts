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

/** What docker sets for a plugin that it runs, which then knows that it is not run by a person. Source: cli-plugins/metadata. */
export const pluginVariable = 'DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND';
/** The argument with which docker asks a plugin what it is. Source: docker/cli, cli-plugins/metadata. */
export const metadataCommand = 'docker-cli-plugin-metadata';

/**
 * The buildx that docker would run; undefined where that cannot be told for certain: there are several of them, or none,
 * or folders that docker is told to look into besides, or the checkout has brought it along.
 */
export async function findBuildxPlugin(env: Variables): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  const config = await readDockerConfig(env);
  if (config === undefined || config['cliPluginsExtraDirs'] !== undefined) return undefined;
  const folders = [join(dockerFolder(env), 'cli-plugins'), ...systemFolders];
  const found = (await Promise.all(folders.map((folder) => look(join(folder, 'docker-buildx'))))).filter(
    (each) => each !== undefined,
  );
  // On some systems one of these folders is a link to another one.
  const [place, ...others] = new Set(found.map((each) => each.place));
  const isCertain = place !== undefined && others.length === 0 && !isBelow(place, workspaceRoot());
  return isCertain ? found[0]?.path : undefined;
}

/** A file that is there, and where it really is; undefined for a link that leads nowhere. */
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
 * Whether a program is one of the machine's own kind. A script in docker's place does something else besides, which must
 * not be passed over: it asks for rights, or calls another tool.
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

/** The version that buildx says it has; undefined where docker would not take it for a plugin. */
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
