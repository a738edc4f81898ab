import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import type { DockerResult } from '../../ports.ts';
import { endGroup, startTimeOf, type StartedProcess } from '../machine/processes.ts';

/** Records which processes run, so that they can be ended after this one was killed. */
export interface Children {
  started(child: StartedProcess): void;
  ended(pid: number): void;
}

/** A program to run. Its standard input is empty, so that it cannot wait for an answer. */
interface ProcessOrder {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** For people, without secrets. */
  readonly command: string;
  /** Whether to kill it at once, because it is no longer needed; otherwise it is asked to end first. */
  readonly isDropped?: () => boolean;
  /** Reads one of its outputs to the end, and returns what to keep of it. */
  readonly read: (from: Readable) => Promise<string>;
}

/**
 * How long to wait, after docker's end, for a process that it started and that keeps its output open. In milliseconds.
 */
const lingeringMs = 10_000;

/**
 * Runs a program to its end, as the leader of its own process group. If the signal aborts, ends the whole group,
 * waits for that, and then throws the signal's reason.
 */
export async function runProcess(
  { program, args, env, command, read, isDropped = () => false }: ProcessOrder,
  signal: AbortSignal,
  children: Children,
): Promise<DockerResult> {
  signal.throwIfAborted();
  const child = spawn(program, [...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // Its own group. Windows has no groups, and would open a window.
    detached: process.platform !== 'win32',
  });
  const { pid } = child;
  if (pid !== undefined) children.started({ pid, startedAt: startTimeOf(pid), command });
  const letGo = () => {
    child.stdout.destroy();
    child.stderr.destroy();
  };
  let ending: Promise<void> | undefined;
  const stop = () => {
    ending = pid === undefined ? undefined : endGroup(pid, isDropped());
    letGo();
  };
  signal.addEventListener('abort', stop);
  let lingering: NodeJS.Timeout | undefined;
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('exit', (code, by) => {
      resolve(code ?? 128 + (by === null ? 0 : constants.signals[by]));
      // After a process was ended, nothing needs to wait for this timer; open outputs keep node running anyway.
      lingering = setTimeout(letGo, lingeringMs).unref();
    });
  });
  try {
    const [exitCode, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)]);
    signal.throwIfAborted();
    return { exitCode, stdout, stderr };
  } catch (error) {
    // If reading its output throws, the process must not be left running.
    if (!signal.aborted && pid !== undefined && child.exitCode === null && child.signalCode === null) stop();
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(lingering);
    signal.removeEventListener('abort', stop);
    await ending;
    if (pid !== undefined) children.ended(pid);
  }
}

/** The chunks of a process's output, until it ends or nobody waits for it any longer. */
export async function* chunksOf(from: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of from) yield chunk as Buffer;
  } catch (error) {
    if (!from.destroyed) throw error;
  }
}
