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
      env: { ...dockerVariables(), ...env },
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

/**
 * buildx asks git about the build context, with git's own rules for what a repository is, and so would run what the
 * configuration of one that a checkout brought along says. Source: docker/buildx, build/git.go.
 */
const withoutGit = { BUILDX_GIT_INFO: 'false', BUILDX_GIT_LABELS: 'false', BUILDX_GIT_CHECK_DIRTY: 'false' };

/**
 * The job's variables for docker: credential helpers and caches of the person need AWS's and the runner's; the inputs
 * of this step, its token among them, are nobody's business.
 */
function dockerVariables(): Record<string, string> {
  const given = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:INPUT|STATE)_/.test(entry[0]),
  );
  return { ...Object.fromEntries(given), ...withoutGit };
}
