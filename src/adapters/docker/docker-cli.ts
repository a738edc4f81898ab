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

/** The docker command line of this machine. What it prints has none of the secrets any more when it gets here. */
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

/** Empty where docker has written nothing. */
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

/** The engine needs milliseconds for an answer about itself, and one that takes longer is asked by docker. In milliseconds. */
const engineAnswerMs = 10_000;

/** Asks the engine of this machine over its socket; not where a script stands in docker's place. */
async function requestOwnEngine(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
): Promise<EngineAnswer | undefined> {
  if ((await nativeDocker()) === undefined) return undefined;
  const socket = await engineSocket(process.env);
  return socket === undefined ? undefined : requestEngine(socket, { method, path, ms: engineAnswerMs });
}

/** The buildx of this machine; undefined where only docker can tell, or a script stands in docker's place. */
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
