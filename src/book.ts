import { displayCommand } from './docker/display.ts';
import type { Clock, Docker } from './ports.ts';
import type { ShipError } from './types/errors.ts';
import type { RunFacts } from './types/plan.ts';
import type { PhaseName, Report, Timing } from './types/report.ts';

/** What a run finds out, one part at a time. */
type Found = Omit<
  Report,
  'run' | 'resultFile' | 'commands' | 'timings' | 'startedAt' | 'finishedAt' | 'failure'
>;

/** Records what a run finds out and how long each phase takes, so that a failure at any point loses nothing. */
export interface Book {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Stores one part of the findings and returns it. */
  keep<K extends keyof Found>(key: K, value: NonNullable<Found[K]>): NonNullable<Found[K]>;
  /** Returns a stored part, or undefined if there is none yet. */
  found<K extends keyof Found>(key: K): Partial<Found>[K];
  /** Runs `work` and records how long it took, even if it fails. */
  timed<T>(phase: PhaseName, work: () => Promise<T>): Promise<T>;
  /** Wraps docker so that the commands whose output is shown are recorded for the report. */
  noting(docker: Docker): Docker;
  report(failure: ShipError | undefined): Report;
}

/** Opens an empty book. */
export function openBook(
  asked: { readonly run: RunFacts; readonly resultFile: string | undefined },
  clock: Clock,
): Book {
  const startedAt = clock.now();
  const commands: string[] = [];
  const timings: Timing[] = [];
  const found: Partial<{ -readonly [K in keyof Found]: Found[K] }> = {};
  return {
    startedAt,
    keep(key, value) {
      found[key] = value;
      return value;
    },
    found: (key) => found[key],
    async timed(phase, work) {
      const began = clock.now();
      try {
        return await work();
      } finally {
        timings.push({ phase, ms: clock.now() - began });
      }
    },
    noting: (docker) => ({
      ...docker,
      run(args, options) {
        const note = () => {
          commands.push(displayCommand(args));
        };
        if (options.shownFrom === undefined && options.show) note();
        else options.shownFrom?.then(note, () => undefined);
        return docker.run(args, options);
      },
    }),
    report: (failure) => ({
      ...asked,
      ...nothing,
      ...found,
      commands,
      timings,
      startedAt,
      finishedAt: clock.now(),
      failure,
    }),
  };
}

const nothing: Found = {
  inputs: undefined,
  plan: undefined,
  builder: undefined,
  preview: undefined,
  repository: undefined,
  login: undefined,
  caller: undefined,
  posture: undefined,
  decision: undefined,
  imageId: undefined,
  smoke: [],
  candidate: undefined,
  image: undefined,
  exceptions: undefined,
  baseline: undefined,
  unpackedSize: undefined,
  sizeChange: undefined,
  before: undefined,
  foreign: [],
  scan: undefined,
  verdict: undefined,
  tags: [],
  destinations: [],
  replicas: [],
  candidateRemoved: false,
  unwritten: [],
};
