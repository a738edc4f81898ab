import type { BadPlace, FaultCase } from '../case.ts';
import { moments } from '../moments.ts';

const hourMs = 3600_000;
const dayMs = 24 * hourMs;

/** The machine's clock is wrong; the registry's is right. */
const clocks: readonly FaultCase[] = [
  { offMs: hourMs, words: 'an hour ahead' },
  { offMs: -hourMs, words: 'an hour behind' },
  { offMs: 6 * 60_000, words: 'six minutes ahead' },
  { offMs: dayMs, words: 'a day ahead' },
  { offMs: -dayMs, words: 'a day behind' },
].flatMap(({ offMs, words }): FaultCase[] => [
  { name: `the clock is ${words}`, group: 'clock', clockOffMs: offMs, expect: 'passes' },
  {
    name: `the clock is ${words}, bad image`,
    group: 'clock',
    clockOffMs: offMs,
    image: 'bad',
    expect: 'fails',
    cause: [/critical/i],
  },
  {
    name: `the clock is ${words}, killed when the candidate is pushed`,
    group: 'clock',
    clockOffMs: offMs,
    signal: { how: 'kill', at: moments['when the candidate is pushed'] },
    expect: 'fails',
  },
]);

interface Place {
  readonly place: BadPlace;
  readonly words: string;
  readonly expect: FaultCase['expect'];
  readonly cause: RegExp;
}

const places: readonly Place[] = [
  {
    place: 'temp-missing',
    words: 'RUNNER_TEMP is missing',
    expect: 'either',
    cause: /RUNNER_TEMP|runner-temp/,
  },
  {
    place: 'temp-full',
    words: 'RUNNER_TEMP is full',
    expect: 'either',
    cause: /RUNNER_TEMP|runner-temp|no space|ENOSPC/,
  },
  {
    place: 'temp-read-only',
    words: 'RUNNER_TEMP is read-only',
    expect: 'either',
    cause: /RUNNER_TEMP|runner-temp|read-only|EROFS/,
  },
  {
    place: 'output-full',
    words: 'GITHUB_OUTPUT cannot be written',
    expect: 'fails',
    cause: /outputs?|GITHUB_OUTPUT/,
  },
  {
    place: 'state-full',
    words: 'GITHUB_STATE cannot be written',
    expect: 'fails',
    cause: /state|GITHUB_STATE/,
  },
  { place: 'env-full', words: 'GITHUB_ENV cannot be written', expect: 'fails', cause: /variable|GITHUB_ENV/ },
  {
    place: 'summary-full',
    words: 'GITHUB_STEP_SUMMARY cannot be written',
    expect: 'passes',
    cause: /summary/,
  },
];

/** What every mode does with the runner's files and folders, even one that builds or publishes nothing. */
const ofOtherModes = (['login', 'plan', 'push: false'] as const).flatMap((scene) =>
  places.map(({ place, words, cause }): FaultCase => ({
    name: `${scene}: ${words}`,
    group: 'files',
    scene,
    place,
    expect: 'either',
    cause: [cause],
  })),
);

const files = places.flatMap(({ place, words, expect, cause }): FaultCase[] => [
  { name: words, group: 'files', place, expect, cause: [cause] },
  {
    name: `${words}, bad image`,
    group: 'files',
    place,
    image: 'bad',
    expect: 'fails',
    cause: [new RegExp(`critical|${cause.source}`, 'i')],
  },
]);

/** The machine around a run: its clock, and the runner's files and folders. */
export const worldCases: readonly FaultCase[] = [...clocks, ...files, ...ofOtherModes];
