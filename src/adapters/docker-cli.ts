import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { answerPatience } from '../docker/patience.ts';
import type { BuildxFacts, Docker, DockerOptions, DockerResult, EngineAnswer } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import { clause, messageOf, withoutColour } from '../types/text.ts';
import { readWhole } from './bounded-file.ts';
import { chosenDriver } from './buildx-files.ts';
import {
  findBuildxPlugin,
  isNative,
  metadataCommand,
  pluginVariable,
  versionFromMetadata,
} from './buildx-plugin.ts';
import { follow } from './docker-aborts.ts';
import { engineFrozen, nameOf, startLimits, uselessAnswer, type Limits } from './docker-limits.ts';
import { showable, tailOf } from './docker-output.ts';
import { chunksOf, runProcess, type Children } from './docker-process.ts';
import { engineSocket } from './engine-endpoint.ts';
import { requestEngine } from './engine-socket.ts';
import { engineTimings, watchEngine, type EngineTimings, type EngineWatch } from './engine-watch.ts';
import { findProgram } from './find-program.ts';
import { withoutCommands } from './github-job.ts';
import type { Secrets } from './secrets.ts';

/** What the docker command line of one run is bound to. */
export interface DockerSetting {
  readonly secrets: Secrets;
  /** The run's: when it aborts, every docker process is ended and awaited, and none is started any more. */
  readonly signal: AbortSignal;
  readonly children: Children;
  /** For tests, which cannot wait so long. */
  readonly timings?: EngineTimings;
}

/** The docker command line of this machine. What it prints has none of the secrets any more when it gets here. */
export function dockerCli(setting: DockerSetting): Docker {
  return {
    run(args, options) {
      const job = { args, options, setting };
      return options.show ? withoutCommands(() => runShown(job)) : runQuietly(job);
    },
    engine: { request: requestOwnEngine },
    buildx: () => askBuildx(setting),

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
    return (await readWhole(path, largestMetadata)) ?? '';
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
  readonly options: DockerOptions;
  readonly setting: DockerSetting;
  /** A plugin to run in docker's place. */
  readonly plugin?: string;
}

/**
 * So much of each stream is kept of a command that is shown, in characters: the words of an error and the digest of a
 * push are in the last lines, and a build may print as much as it likes before them.
 */
const keptOfShown = 256 * 1024;

/** Runs docker and shows what it prints, as it comes. Only the end of it is kept. */
function runShown(job: DockerJob): Promise<DockerResult> {
  const { secrets } = job.setting;
  return runWatched(job, async (from, { limits, signal }) => {
    const tail = tailOf(keptOfShown);
    const output = showable(secrets);
    const print = async (shown: string) => {
      tail.add(withoutColour(shown));
      // The log may be read more slowly than docker writes: what waits for it must not pile up here.
      if (shown !== '' && !process.stdout.write(shown))
        await limits.excused(once(process.stdout, 'drain', { signal }));
    };
    for await (const chunk of chunksOf(from)) {
      limits.heard();
      await print(output.next(chunk));
    }
    await print(output.end());
    return tail.text();
  });
}

/** What docker says about itself, its builder or an image that it removes has some kilobytes. In bytes. */
const largestAnswer = 4 * 1024 * 1024;

/** Runs docker and shows nothing. Throws `engine-unreachable` where there is no answer of a reasonable size in time. */
function runQuietly(job: DockerJob): Promise<DockerResult> {
  return runWatched(job, async (from, { limits, giveUp }) => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunksOf(from)) {
      limits.heard();
      size += chunk.length;
      if (size <= largestAnswer) chunks.push(chunk);
      else giveUp(uselessAnswer(job.args, `it printed more than ${String(largestAnswer)} bytes`));
    }
    return job.setting.secrets.hide(Buffer.concat(chunks).toString('utf8'));
  });
}

/** What watches over one process while its output is read. */
interface Watched {
  readonly limits: Pick<Limits, 'heard' | 'excused'>;
  readonly giveUp: (why: ShipError) => void;
  readonly signal: AbortSignal;
}

/** Runs docker to its end, or until the run, its patience or its engine ends it. */
async function runWatched(
  job: DockerJob,
  read: (from: Readable, watched: Watched) => Promise<string>,
): Promise<DockerResult> {
  job.setting.signal.throwIfAborted();
  const env = { ...dockerVariables(), ...job.options.env };
  let notStarted: unknown;
  for (const program of await programsFor(job, env)) {
    try {
      return await runProgram(job, { ...program, env: { ...env, ...program.env } }, read);
    } catch (error) {
      if (!['ENOENT', 'EACCES', 'ENOEXEC'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      notStarted = error;
    }
  }
  throw dockerMissing(notStarted);
}

interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

async function runProgram(
  { args, options, setting }: DockerJob,
  { path, env }: Program,
  read: (from: Readable, watched: Watched) => Promise<string>,
): Promise<DockerResult> {
  const end = new AbortController();
  const stopFollowing = follow(end, [setting.signal]);
  const giveUp = (why: ShipError) => {
    end.abort(why);
  };
  const limits = startLimits(args, options.patience ?? answerPatience, giveUp);
  const engine = options.engine === true ? watchOver(args, env, setting, giveUp) : undefined;
  const heard = () => {
    limits.heard();
    engine?.heard();
  };
  const watched = { limits: { ...limits, heard }, giveUp, signal: end.signal };
  const order = {
    program: path,
    args,
    env,
    command: nameOf(args),
    read: (from: Readable) => read(from, watched),
  };
  try {
    return await runProcess(order, end.signal, setting.children);
  } finally {
    stopFollowing();
    limits.stop();
    engine?.stop();
  }
}

/**
 * The programs that can run a command, the best first. buildx is run as docker would run it, which saves asking it first
 * what it is, and a process that does nothing but wait for it; where it is not certain which one it is, docker does it.
 */
async function programsFor({ args, plugin }: DockerJob, env: Program['env']): Promise<readonly Program[]> {
  if (plugin !== undefined) return [{ path: plugin, env: {} }];
  const docker = findProgram('docker');
  if (docker === undefined) return [];
  const direct = args[0] === 'buildx' && (await isNative(docker)) ? await findBuildxPlugin(env) : undefined;
  return [
    ...(direct === undefined ? [] : [{ path: direct, env: { [pluginVariable]: docker } }]),
    { path: docker, env: {} },
  ];
}

/** The engine needs milliseconds for an answer about itself, and one that takes longer is asked by docker. In milliseconds. */
const engineAnswerMs = 10_000;

/** Asks the engine of this machine over its socket; not where a script stands in docker's place. */
async function requestOwnEngine(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
): Promise<EngineAnswer | undefined> {
  const docker = findProgram('docker');
  if (docker === undefined || !(await isNative(docker))) return undefined;
  const socket = await engineSocket(process.env);
  return socket === undefined ? undefined : requestEngine(socket, { method, path, ms: engineAnswerMs });
}

/** What buildx says about itself, and its files about the builder that it would use. */
async function askBuildx(setting: DockerSetting): Promise<BuildxFacts | undefined> {
  const docker = findProgram('docker');
  if (docker === undefined || !(await isNative(docker))) return undefined;
  const plugin = await findBuildxPlugin(process.env);
  if (plugin === undefined) return undefined;
  const asking = { args: [metadataCommand], options: { show: false }, setting, plugin };
  const [metadata, driver] = await Promise.all([
    runQuietly(asking).catch(() => undefined),
    chosenDriver(process.env),
  ]);
  const version = metadata?.exitCode === 0 ? versionFromMetadata(metadata.stdout) : undefined;
  return version === undefined || driver === undefined ? undefined : { version, driver };
}

function watchOver(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  setting: DockerSetting,
  giveUp: (why: ShipError) => void,
): EngineWatch {
  const ask = async (ms: number, over: AbortSignal) => {
    const socket = await engineSocket(env);
    if (socket !== undefined)
      return isAnswered(requestEngine(socket, { method: 'GET', path: '/_ping', ms }, over));
    const end = new AbortController();
    const stopFollowing = follow(end, [setting.signal, over]);
    const asking = { ...setting, signal: end.signal };
    const options = { env, show: false, patience: { quietMs: ms, totalMs: ms } };
    const words = ['version', '--format', '{{.Server.Version}}'];
    const { exitCode } = await runQuietly({ args: words, options, setting: asking })
      .catch(() => ({ exitCode: 1 }))
      .finally(stopFollowing);
    return exitCode === 0;
  };
  return watchEngine(setting.timings ?? engineTimings, ask, (ms) => giveUp(engineFrozen(args, ms)));
}

function isAnswered(answer: Promise<unknown>): Promise<boolean> {
  return answer.then(
    () => true,
    () => false,
  );
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
