import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import type { DockerResult } from '../../ports.ts';
import { endGroup, startTimeOf, type StartedProcess } from '../machine/processes.ts';

/** Whoever keeps in mind which processes run, so that they can be ended after this one was killed. */
export interface Children {
  started(child: StartedProcess): void;
  ended(pid: number): void;
}

/** A program to run, with an empty standard input, so that nothing waits for an answer that nobody gives. */
export interface ProcessOrder {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** For people, without secrets. */
  readonly command: string;
  /** Whether it is killed where it is ended, since nobody needs it any more; otherwise it is asked first. */
  readonly isDropped?: () => boolean;
  /** Takes one of its outputs to its end, and gives what is kept of it. */
  readonly read: (from: Readable) => Promise<string>;
}

/** A process that docker has started and that holds its output open is waited for so long after docker's end. In milliseconds. */
const lingeringMs = 10_000;

/**
 * Runs a program as the leader of a group of its own, to its end. When the signal aborts, the whole group is ended, and
 * awaited, before this throws the signal's reason.
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
    // A group of its own. Windows has none, and would open a window for it.
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
      // Of a process that was ended nobody waits for this any more; outputs that are open keep node running by themselves.
      lingering = setTimeout(letGo, lingeringMs).unref();
    });
  });
  try {
    const [exitCode, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)]);
    signal.throwIfAborted();
    return { exitCode, stdout, stderr };
  } catch (error) {
    // What one of its readers throws must not leave it alone.
    if (!signal.aborted && pid !== undefined && child.exitCode === null && child.signalCode === null) stop();
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(lingering);
    signal.removeEventListener('abort', stop);
    await ending;
    if (pid !== undefined) children.ended(pid);
  }
}

/** What comes from a process until its end, or until nobody waits for it any longer. */
export async function* chunksOf(from: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of from) yield chunk as Buffer;
  } catch (error) {
    if (!from.destroyed) throw error;
  }
}
