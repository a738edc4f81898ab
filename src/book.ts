import { displayCommand } from './docker/display.ts';
import type { Clock, Docker } from './ports.ts';
import type { ShipError } from './types/errors.ts';
import type { RunFacts } from './types/plan.ts';
import type { PhaseName, Report, Timing } from './types/report.ts';

/** What a run finds out, part by part. */
export type Found = Omit<
  Report,
  'run' | 'resultFile' | 'commands' | 'timings' | 'startedAt' | 'finishedAt' | 'failure'
>;

/** What a run has found out and how long it took, kept as it goes on, so that a failure at any point leaves all of it. */
export interface Book {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Keeps one part of what was found out, and gives it back. */
  keep<K extends keyof Found>(key: K, value: NonNullable<Found[K]>): NonNullable<Found[K]>;
  /** What was kept, if it was. */
  found<K extends keyof Found>(key: K): Partial<Found>[K];
  /** Does something and notes how long it took, also when it fails. */
  timed<T>(phase: PhaseName, work: () => Promise<T>): Promise<T>;
  /** The same docker, whose visible commands are noted. */
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
  names: [],
  destinations: [],
  replicas: [],
  candidateRemoved: false,
  unwritten: [],
};
