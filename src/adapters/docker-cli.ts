import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Docker, DockerResult } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import { clause, messageOf, withoutColour } from '../types/text.ts';
import { showable, tailOf } from './docker-output.ts';
import { findProgram } from './find-program.ts';
import { withoutCommands } from './github-job.ts';
import { readLinked } from './regular-file.ts';
import type { Secrets } from './secrets.ts';

/** The docker command line of this machine. What it prints has none of the secrets any more when it gets here. */
export function dockerCli(secrets: Secrets): Docker {
  return {
    async run(args, { env, show }) {
      const job = { args, env: env ?? {}, secrets };
      return show ? withoutCommands(() => runShown(job)) : runQuietly(job);
    },

    async withOutputFile(use) {
      const directory = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'ecr-ship-build-'));
      const path = join(directory, 'metadata.json');
      try {
        return await use(path, () => readMetadata(path));
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    },
  };
}

/** buildx writes some kilobytes, and with a long provenance some hundred. In bytes. */
const largestMetadata = 16 * 1024 * 1024;

/** Empty where docker has written nothing. */
async function readMetadata(path: string): Promise<string> {
  try {
    return (await readLinked(path, largestMetadata)) ?? '';
  } catch (cause) {
    throw new ShipError({
      code: 'push-failed',
      what: `What docker wrote about the build cannot be read: ${clause(messageOf(cause))}.`,
      next: 'Update Docker and buildx on the runner.',
      cause,
    });
  }
}

interface DockerJob {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
}

/**
 * So much of each stream is kept of a command that is shown, in characters: the words of an error and the digest of a
 * push are in the last lines, and a build may print as much as it likes before them.
 */
const keptOfShown = 256 * 1024;

/** Runs docker and shows what it prints, as it comes. Only the end of it is kept. */
async function runShown(job: DockerJob): Promise<DockerResult> {
  return execute(job, async (from) => {
    const tail = tailOf(keptOfShown);
    const output = showable(job.secrets);
    const print = async (shown: string) => {
      tail.add(withoutColour(shown));
      // The log may be read more slowly than docker writes: what waits for it must not pile up here.
      if (shown !== '' && !process.stdout.write(shown)) await once(process.stdout, 'drain');
    };
    for await (const chunk of chunksOf(from)) await print(output.next(chunk));
    await print(output.end());
    return tail.text();
  });
}

/** What docker says about itself, its builder or an image that it removes has some kilobytes. In bytes. */
const largestAnswer = 4 * 1024 * 1024;
/** And it comes in a second or two; an engine that hangs is one that does not answer. In milliseconds. */
const answerPatienceMs = 120_000;

/** Runs docker and shows nothing. Throws `engine-unreachable` where there is no answer of a reasonable size in time. */
async function runQuietly(job: DockerJob): Promise<DockerResult> {
  const end = new AbortController();
  const timer = setTimeout(() => {
    end.abort(noAnswer(job.args, `it did not end within ${String(answerPatienceMs / 1000)} s`));
  }, answerPatienceMs);
  const collect = async (from: Readable) => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunksOf(from)) {
      size += chunk.length;
      if (size <= largestAnswer) chunks.push(chunk);
      else end.abort(noAnswer(job.args, `it printed more than ${String(largestAnswer)} bytes`));
    }
    return job.secrets.hide(Buffer.concat(chunks).toString('utf8'));
  };
  try {
    return await execute(job, collect, end.signal);
  } finally {
    clearTimeout(timer);
  }
}

function noAnswer(args: readonly string[], why: string): ShipError {
  const options = args.findIndex((word) => word.startsWith('-'));
  const command = ['docker', ...args.slice(0, options < 0 ? undefined : options)].join(' ');
  return new ShipError({
    code: 'engine-unreachable',
    what: `\`${command}\` gives no answer that can be used: ${why}.`,
    next: 'Look at the docker command and at the engine of this runner.',
  });
}

/** A process that docker has started and that holds its output open is waited for so long after docker's end. In milliseconds. */
const lingeringMs = 10_000;

/**
 * Runs docker with an empty standard input, so that nothing waits for an answer that nobody gives.
 * @param read takes one of its outputs to its end, and gives what is kept of it
 */
async function execute(
  { args, env }: DockerJob,
  read: (from: Readable) => Promise<string>,
  signal?: AbortSignal,
): Promise<DockerResult> {
  const program = findProgram('docker');
  if (program === undefined) throw dockerMissing();
  const child = spawn(program, [...args], {
    env: { ...dockerVariables(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const stop = () => {
    child.kill('SIGKILL');
    child.stdout.destroy();
    child.stderr.destroy();
  };
  signal?.addEventListener('abort', stop);
  let lingering: NodeJS.Timeout | undefined;
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('exit', (code, by) => {
      resolve(code ?? 128 + (by === null ? 0 : constants.signals[by]));
      lingering = setTimeout(stop, lingeringMs);
    });
  });
  try {
    const [exitCode, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)]);
    signal?.throwIfAborted();
    return { exitCode, stdout, stderr };
  } catch (error) {
    throw ['ENOENT', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')
      ? dockerMissing(error)
      : error;
  } finally {
    clearTimeout(lingering);
  }
}

/** What comes from a process until its end, or until nobody waits for it any longer. */
async function* chunksOf(from: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of from) yield chunk as Buffer;
  } catch (error) {
    if (!from.destroyed) throw error;
  }
}

function dockerMissing(cause?: unknown): ShipError {
  return new ShipError({
    code: 'docker-missing',
    what: 'There is no docker command on this runner.',
    next: 'Use a runner that has Docker (ubuntu-latest has), or install it before this step.',
    cause,
  });
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
