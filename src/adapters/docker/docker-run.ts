import { keptOfShown, mostHeldOutput, largestDockerAnswer } from '../../types/bounds.ts';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { answerPatience } from '../../docker/patience.ts';
import type { DockerOptions, DockerResult, Tether } from '../../ports.ts';
import { follow, orAborted } from '../../types/abort.ts';
import type { ShipError } from '../../types/errors.ts';
import { withoutColour } from '../../types/text.ts';
import {
  engineFrozen,
  nameOf,
  pushStalled,
  startLimits,
  uselessAnswer,
  type Limits,
} from './docker-limits.ts';
import { onlyNews, showable, tailOf } from './docker-output.ts';
import { chunksOf, runProcess, type Children } from './docker-process.ts';
import { dockerMissing, dockerVariables, programsFor, type Program } from './docker-program.ts';
import { engineSocket } from './engine-endpoint.ts';
import { requestEngine } from './engine-socket.ts';
import { engineTraffic } from './engine-traffic.ts';
import { engineTimings, watchEngine, type EngineTimings } from './engine-watch.ts';
import { stopCommands } from '../runner/github-job.ts';
import type { Secrets } from '../machine/secrets.ts';
import type { ProcessWatch } from './process-watch.ts';
import { watchForStall } from './stall-watch.ts';

/** What the docker command line of one run depends on. */
export interface DockerSetting {
  readonly secrets: Secrets;
  /** The run's: when it aborts, every docker process is ended and awaited, and no more are started. */
  readonly signal: AbortSignal;
  readonly children: Children;
  /** Records the folders in which docker writes files for us. */
  readonly folders?: Tether['folders'];
  /** For tests, which cannot wait that long. */
  readonly timings?: EngineTimings;
}

/** One docker command of a run. */
interface DockerJob {
  readonly args: readonly string[];
  readonly options: DockerOptions;
  readonly setting: DockerSetting;
  /** A plugin to run instead of docker. */
  readonly plugin?: string;
}

/** Runs docker and shows its output as it comes. Keeps only the end of it. */
export function runShown(job: DockerJob): Promise<DockerResult> {
  const { secrets } = job.setting;
  const fence = startFence(job.options.shownFrom);
  const reading = runWatched(job, async (from, { limits, signal }) => {
    const tail = tailOf(keptOfShown);
    const output = showable(secrets);
    const news = job.options.onlyNews === true ? onlyNews() : (shown: string) => shown;
    const print = async (shown: string) => {
      const plain = withoutColour(shown);
      tail.add(plain);
      job.options.onShown?.(plain);
      // The log may be read more slowly than docker writes, and the waiting output must not pile up here.
      if (shown !== '' && !process.stdout.write(shown))
        await limits.excused(once(process.stdout, 'drain', { signal }));
    };
    const opened = limits.excused(orAborted(fence.opened, signal));
    for await (const chunk of heldUntil(opened, chunksOf(from))) {
      const shown = news(output.next(chunk));
      if (shown !== '' || job.options.onlyNews !== true) limits.heard();
      await print(shown);
    }
    await print(news(output.end()));
    return tail.text();
  });
  return reading.finally(fence.close);
}

/**
 * The chunks of an output, held back until a moment. They are read before that too, up to a limit, because node
 * discards what nobody has read by the end of a process.
 */
async function* heldUntil(moment: Promise<void>, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const held: Buffer[] = [];
  let size = 0;
  let next = chunks.next();
  // Whoever awaits it gets the error.
  next.catch(() => undefined);
  while (size < mostHeldOutput) {
    const result = await Promise.race([next, moment]);
    if (result === undefined || result.done === true) break;
    held.push(result.value);
    size += result.value.length;
    next = chunks.next();
    next.catch(() => undefined);
  }
  await moment;
  yield* held;
  for (let result = await next; result.done !== true; result = await chunks.next()) yield result.value;
}

/** Keeps the runner from obeying the output, from the moment that any is shown. */
function startFence(shownFrom: Promise<void> | undefined): {
  readonly opened: Promise<void>;
  readonly close: () => void;
} {
  let resume = shownFrom === undefined ? stopCommands() : undefined;
  let isOver = false;
  const opened = (shownFrom ?? Promise.resolve()).then(() => {
    if (!isOver) resume ??= stopCommands();
  });
  return {
    opened,
    close() {
      isOver = true;
      resume?.();
    },
  };
}

/**
 * Runs docker without showing its output. Throws `engine-unreachable` if there is no answer of a reasonable size in time.
 */
export function runQuietly(job: DockerJob): Promise<DockerResult> {
  return runWatched(job, async (from, { limits, giveUp }) => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunksOf(from)) {
      limits.heard();
      size += chunk.length;
      if (size <= largestDockerAnswer) chunks.push(chunk);
      else giveUp(uselessAnswer(job.args, `it printed more than ${String(largestDockerAnswer)} bytes`));
    }
    return job.setting.secrets.hide(Buffer.concat(chunks).toString('utf8'));
  });
}

/** Watches one process while its output is read. */
interface Watched {
  readonly limits: Pick<Limits, 'heard' | 'excused'>;
  readonly giveUp: (why: ShipError) => void;
  readonly signal: AbortSignal;
}

/** Runs docker until it ends, or until the run, its patience or its engine ends it. */
async function runWatched(
  job: DockerJob,
  read: (from: Readable, watched: Watched) => Promise<string>,
): Promise<DockerResult> {
  job.setting.signal.throwIfAborted();
  const env = { ...dockerVariables(), ...job.options.env };
  let notStarted: unknown;
  for (const program of job.plugin === undefined
    ? await programsFor(job.args, env)
    : [{ path: job.plugin, env: {} }]) {
    try {
      return await runProgram(job, { ...program, env: { ...env, ...program.env } }, read);
    } catch (error) {
      if (!['ENOENT', 'EACCES', 'ENOEXEC'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      notStarted = error;
    }
  }
  throw dockerMissing(notStarted);
}

async function runProgram(
  { args, options, setting }: DockerJob,
  { path, env }: Program,
  read: (from: Readable, watched: Watched) => Promise<string>,
): Promise<DockerResult> {
  const end = new AbortController();
  const own = options.signal === undefined ? [] : [options.signal];
  const stopFollowing = follow(end, [setting.signal, ...own]);
  const giveUp = (why: ShipError) => {
    end.abort(why);
  };
  const limits = startLimits(args, options.patience ?? answerPatience, giveUp);
  const engine = options.engine === true ? watchOver(args, env, setting, giveUp) : undefined;
  const stall = watchBytes(args, env, options.patience?.stillMs, giveUp);
  const heard = () => {
    limits.heard();
    engine?.heard();
    stall?.heard();
  };
  const watched = { limits: { ...limits, heard }, giveUp, signal: end.signal };
  const order = {
    program: path,
    args,
    env,
    command: nameOf(args),
    read: (from: Readable) => read(from, watched),
    // buildx takes a second to end when asked; the engine gives a build up when the connection closes.
    isDropped: () => options.signal?.aborted === true && !setting.signal.aborted,
  };
  try {
    const { started, ended } = setting.children;
    const children: Children = {
      ended,
      started(child) {
        started(child);
        options.onStarted?.();
      },
    };
    return await runProcess(order, end.signal, children);
  } finally {
    stopFollowing();
    limits.stop();
    engine?.stop();
    stall?.stop();
  }
}

function watchBytes(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  stillMs: number | undefined,
  giveUp: (why: ShipError) => void,
): ProcessWatch | undefined {
  if (stillMs === undefined) return undefined;
  return watchForStall(
    stillMs,
    (over) => engineTraffic(env, over),
    () => giveUp(pushStalled(args, stillMs)),
  );
}

function watchOver(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  setting: DockerSetting,
  giveUp: (why: ShipError) => void,
): ProcessWatch {
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
