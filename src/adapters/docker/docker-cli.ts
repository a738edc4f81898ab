import { largestBuildMetadata } from '../../types/bounds.ts';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Docker, EngineAnswer } from '../../ports.ts';
import { ShipError } from '../../types/errors.ts';
import { clause, messageOf } from '../../types/text.ts';
import { displayCommand } from '../../docker/display.ts';
import { timedCall } from '../runner/debug.ts';
import { readLinked } from '../machine/regular-file.ts';
import { chosenDriver } from './buildx-files.ts';
import { findBuildxPlugin, metadataCommand, versionFromMetadata } from './buildx-plugin.ts';
import { nativeDocker } from './docker-program.ts';
import { runQuietly, runShown, type DockerSetting } from './docker-run.ts';
import { engineSocket } from './engine-endpoint.ts';
import { requestEngine } from './engine-socket.ts';
import { makeTemporaryFolder } from '../machine/temporary-folder.ts';

/** The docker command line of this machine. Secrets are already removed from its output. */
export function dockerCli(setting: DockerSetting): Docker {
  return {
    run(args, options) {
      const job = { args, options, setting };
      return timedCall(
        () => setting.secrets.hide(displayCommand(args)),
        () => (options.show ? runShown(job) : runQuietly(job)),
        ({ exitCode }) => `exit code ${String(exitCode)}`,
      );
    },
    engine: { request: requestOwnEngine },
    buildx: {
      driver: async () => ((await ownBuildx()) === undefined ? undefined : chosenDriver(process.env)),
      version: () => buildxVersion(setting),
    },
    async publishing() {
      const { publishing } = await import('./published-ports.ts');
      return publishing(process.env, (args) => runQuietly({ args, options: { show: false }, setting }));
    },

    async withOutputFile(use) {
      const directory = makeTemporaryFolder('ecr-ship-build-', setting.folders?.planned);
      const path = join(directory, 'metadata.json');
      try {
        return await use(path, () => readMetadata(path));
      } finally {
        await rm(directory, { recursive: true, force: true });
        setting.folders?.removed(directory);
      }
    },
  };
}

/** Empty if docker has written nothing. */
async function readMetadata(path: string): Promise<string> {
  try {
    return (await readLinked(path, largestBuildMetadata)) ?? '';
  } catch (cause) {
    throw new ShipError({
      code: 'push-failed',
      what: `What docker wrote about the build cannot be read: ${clause(messageOf(cause))}.`,
      next: 'Update Docker and buildx on the runner.',
      cause,
    });
  }
}

/**
 * The engine answers questions about itself in milliseconds; if it takes longer, docker asks instead. In milliseconds.
 */
const engineAnswerMs = 10_000;

/** Asks this machine's engine over its socket, unless there is a script in docker's place. */
async function requestOwnEngine(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
): Promise<EngineAnswer | undefined> {
  if ((await nativeDocker()) === undefined) return undefined;
  const socket = await engineSocket(process.env);
  return socket === undefined ? undefined : requestEngine(socket, { method, path, ms: engineAnswerMs });
}

/** The buildx of this machine; undefined if only docker can tell, or there is a script in docker's place. */
async function ownBuildx(): Promise<string | undefined> {
  return (await nativeDocker()) === undefined ? undefined : findBuildxPlugin(process.env);
}

/** What buildx says about itself. */
async function buildxVersion(setting: DockerSetting): Promise<string | undefined> {
  const plugin = await ownBuildx();
  if (plugin === undefined) return undefined;
  const metadata = await runQuietly({ args: [metadataCommand], options: { show: false }, setting, plugin });
  return metadata.exitCode === 0 ? versionFromMetadata(metadata.stdout) : undefined;
}
