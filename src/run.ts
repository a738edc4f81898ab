import { displayCommand } from './docker/display.ts';
import type { Clock, Docker } from './ports.ts';
import { asShipError, type ShipError } from './types/errors.ts';
import type { Phase, Report, Timing } from './types/report.ts';

/** What the story finds out, kept as it goes on, so that a failure at any point leaves all that came before. */
export interface Record {
  /** Keeps one finding and gives it back. */
  keep<K extends Finding>(key: K, value: NonNullable<Report[K]>): NonNullable<Report[K]>;
  /** What was kept, if it was. */
  found<K extends Finding>(key: K): Report[K] | undefined;
  readonly resultFile: string | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Runs one phase and notes how long it took, also when it fails. */
  phase<T>(phase: Phase, work: () => Promise<T>): Promise<T>;
  /** Runs the story; the first error becomes the report's failure. */
  attempt(story: () => Promise<void>): Promise<void>;
  /** The same docker, whose visible commands are noted. */
  watch(docker: Docker): Docker;
  finish(): Report;
}

type Finding =
  | 'inputs'
  | 'plan'
  | 'builder'
  | 'repository'
  | 'caller'
  | 'decision'
  | 'candidate'
  | 'image'
  | 'exceptions'
  | 'baseline'
  | 'scan'
  | 'verdict'
  | 'names'
  | 'unwritten'
  | 'candidateRemoved';

export function startRecord(asked: Pick<Report, 'run' | 'resultFile'>, clock: Clock): Record {
  const startedAt = clock.now();
  const timings: Timing[] = [];
  const commands: string[] = [];
  const found: { -readonly [K in Finding]?: Report[K] } = {};
  let failure: ShipError | undefined;

  return {
    keep(key, value) {
      found[key] = value;
      return value;
    },
    found: (key) => found[key],
    resultFile: asked.resultFile,
    startedAt,
    async phase(phase, work) {
      const began = clock.now();
      try {
        return await work();
      } finally {
        timings.push({ phase, ms: clock.now() - began });
      }
    },
    async attempt(story) {
      try {
        await story();
      } catch (error) {
        failure = asShipError(error);
      }
    },
    watch(docker) {
      return {
        ...docker,
        run(args, options) {
          if (options.show) commands.push(displayCommand(args));
          return docker.run(args, options);
        },
      };
    },
    finish: () => ({
      ...asked,
      inputs: found.inputs,
      plan: found.plan,
      builder: found.builder,
      repository: found.repository,
      caller: found.caller,
      decision: found.decision,
      candidate: found.candidate,
      image: found.image,
      exceptions: found.exceptions,
      baseline: found.baseline,
      scan: found.scan,
      verdict: found.verdict,
      names: found.names ?? [],
      candidateRemoved: found.candidateRemoved ?? false,
      commands,
      timings,
      startedAt,
      finishedAt: clock.now(),
      unwritten: found.unwritten ?? [],
      failure,
    }),
  };
}
