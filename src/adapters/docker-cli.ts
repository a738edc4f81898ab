import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getExecOutput } from '@actions/exec';
import type { Docker, DockerResult } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import { withoutCommands } from './github-job.ts';

/** The docker command line of this machine. */
export function dockerCli(): Docker {
  return {
    async run(args, { env, show }) {
      const run = () => execute(args, env ?? {}, show);
      return show ? withoutCommands(run) : run();
    },

    async withOutputFile(use) {
      const directory = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'ecr-ship-build-'));
      const path = join(directory, 'metadata.json');
      try {
        return await use(path, async () => readFile(path, 'utf8').catch(() => ''));
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    },
  };
}

async function execute(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  show: boolean,
): Promise<DockerResult> {
  try {
    return await getExecOutput('docker', [...args], {
      env: { ...definedVariables(), ...env },
      ignoreReturnCode: true,
      // Not silent, the toolkit would print the whole command, values of build arguments included.
      silent: true,
      ...(show && { listeners: { stdout: print, stderr: print } }),
    });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('Unable to locate executable file')) throw error;
    throw new ShipError({
      code: 'docker-missing',
      what: 'There is no docker command on this runner.',
      next: 'Use a runner that has Docker (ubuntu-latest has), or install it before this step.',
      cause: error,
    });
  }
}

function print(chunk: Buffer): void {
  process.stdout.write(chunk);
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
