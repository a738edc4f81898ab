import { displayCommand } from '../../docker/display.ts';
import type { Patience } from '../../ports.ts';
import { ShipError, type ErrorCode } from '../../types/errors.ts';

/** Limits the time of one command. */
export interface Limits {
  /** The command has printed something. */
  heard(): void;
  /** Does not count the time that `work` takes, because the command's silence is then not its own fault. */
  excused<T>(work: Promise<T>): Promise<T>;
  stop(): void;
}

/** Gives a command up if it is silent, or takes, longer than its patience allows. */
export function startLimits(
  args: readonly string[],
  { quietMs, totalMs }: Patience,
  giveUp: (why: ShipError) => void,
): Limits {
  const whole = setTimeout(() => {
    giveUp(gaveUp(args, `it had not ended after ${inWords(totalMs)}`));
  }, totalMs);
  const quiet = setTimeout(() => {
    giveUp(gaveUp(args, `it had said nothing for ${inWords(quietMs)}`));
  }, quietMs);
  return {
    heard: () => {
      quiet.refresh();
    },
    async excused(work) {
      const excuse = setInterval(() => quiet.refresh(), Math.ceil(quietMs / 2));
      try {
        return await work;
      } finally {
        clearInterval(excuse);
      }
    },
    stop() {
      clearTimeout(whole);
      clearTimeout(quiet);
    },
  };
}

/** The error for a docker command that was given up and has ended. */
function gaveUp(args: readonly string[], why: string): ShipError {
  const { code, next } = kindOf(args);
  return new ShipError({ code, what: `\`${nameOf(args)}\` hung and was ended: ${why}.`, next });
}

/** The error for an engine that does not answer while it should work. */
export function engineFrozen(args: readonly string[], ms: number): ShipError {
  return new ShipError({
    code: 'engine-unreachable',
    what: `The Docker engine has not answered for ${inWords(ms)}, so \`${nameOf(args)}\` was ended.`,
    next: 'Look at the engine: it, or the machine that it runs on, is stopped or out of memory. Then run the job again.',
  });
}

/** The error for a push in which nothing moves. */
export function pushStalled(args: readonly string[], ms: number): ShipError {
  return new ShipError({
    code: 'push-stalled',
    what: `\`${nameOf(args)}\` stalled: for ${inWords(ms)} it has said nothing, and next to nothing has left this machine.`,
    next: 'Look at the connection between the runner and the registry (a proxy, a firewall), then run the job again.',
  });
}

/** The error for an unusable answer. */
export function uselessAnswer(args: readonly string[], why: string): ShipError {
  return new ShipError({
    code: 'engine-unreachable',
    what: `\`${nameOf(args)}\` gave an answer that cannot be used: ${why}.`,
    next: 'Look at the docker command and at the engine of this runner.',
  });
}

function kindOf(args: readonly string[]): { readonly code: ErrorCode; readonly next: string } {
  if (args[0] === 'push')
    return {
      code: 'push-failed',
      next: 'Look at the connection between the runner and the registry, then run the job again.',
    };
  if (args[0] === 'build' || args[1] === 'build')
    return {
      code: 'build-failed',
      next: 'Look in the log for the step that hung; correct the Dockerfile, or look at the builder.',
    };
  return {
    code: 'engine-unreachable',
    next: 'Look at the engine of this runner: it, or the machine that it runs on, hangs.',
  };
}

/** The command's name, without options and operands, which may be long and contain secrets. */
export function nameOf(args: readonly string[]): string {
  const words = args.slice(0, ['buildx', 'image'].includes(args[0] ?? '') ? 2 : 1);
  return displayCommand(words);
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${String(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${String(minutes)} minutes` : `${String(Math.round(minutes / 60))} hours`;
}
