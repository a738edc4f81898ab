import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../scripts/engines/index.mjs';
import type { FaultCase, Moment } from './case.ts';
import { engineProcess } from './processes.ts';
import type { Stage } from './stage.ts';

/** When the runner signals a cancelled step. Source: actions/runner, ProcessInvoker.cs. */
const sigtermAfterMs = 7_500;
const sigkillAfterMs = 10_000;

/** What is done to a run from outside, at certain moments. */
export interface Attack {
  /** Whether all moments came. */
  wasReached(): boolean;
  /** Whether the process was killed. */
  hasKilled(): boolean;
  /** Ends the attack, because the run is over. */
  end(): void;
  /** Thaws a frozen engine. */
  undo(): void;
}

/** Waits for the moments of a case, and then sends signals to main, attacks the engine, or recalls the token. */
export function startAttack(child: ChildProcess, stage: Stage, fault: FaultCase): Attack {
  const { signal, engine, tokenExpiresAt } = fault;
  const over = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const missing = new Set<Moment>();
  let hasKilled = false;
  let undo: () => void = () => undefined;
  const at = (moment: Moment, what: () => void) => {
    missing.add(moment);
    void reach(moment, stage, over.signal).then((isReached) => {
      if (!isReached) return;
      missing.delete(moment);
      what();
    });
  };
  const kill = () => {
    hasKilled = true;
    child.kill('SIGKILL');
  };
  const cancel = () => {
    child.kill('SIGINT');
    timers.push(
      setTimeout(() => child.kill('SIGTERM'), sigtermAfterMs),
      setTimeout(kill, sigkillAfterMs),
    );
  };
  if (tokenExpiresAt !== undefined) at(tokenExpiresAt, () => stage.ecr.expireTokens());
  if (signal !== undefined) at(signal.at, signal.how === 'kill' ? kill : cancel);
  if (engine !== undefined)
    at(engine.at, () => {
      undo = attackEngine(stage.engine, engine.how);
    });
  return {
    wasReached: () => missing.size === 0,
    hasKilled: () => hasKilled,
    end: () => {
      over.abort();
      timers.forEach(clearTimeout);
    },
    undo: () => undo(),
  };
}

/** Freezes or kills the engine. Returns the function that thaws it. */
function attackEngine({ socket = '' }: Engine, how: 'frozen' | 'killed'): () => void {
  const pid = engineProcess(socket)?.pid;
  if (pid === undefined) throw new Error('the engine of this case has no process of its own');
  process.kill(pid, how === 'frozen' ? 'SIGSTOP' : 'SIGKILL');
  return () => {
    if (how === 'frozen') process.kill(pid, 'SIGCONT');
  };
}

/** Waits for a moment; false if the run is over before it. */
async function reach(moment: Moment, stage: Stage, over: AbortSignal): Promise<boolean> {
  const isOver = new Promise<false>((resolve) => {
    over.addEventListener('abort', () => resolve(false));
  });
  if (moment.kind === 'request') {
    const met = new Promise<true>((resolve) => {
      stage.ecr.addFault({ ...moment.fault, delayMs: moment.holdMs, times: 1, met: () => resolve(true) });
    });
    return Promise.race([met, isOver]);
  }
  if (moment.kind === 'build') return Promise.race([stage.building.then(() => true as const), isOver]);
  if (moment.kind === 'after') return Promise.race([sleep(moment.ms).then(() => true as const), isOver]);
  while (!over.aborted) {
    if (stage.docker.hasSeen(moment.command)) return true;
    await sleep(10);
  }
  return false;
}
