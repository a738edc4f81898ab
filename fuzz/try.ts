import fc from 'fast-check';
import { mangled, mangledJson, pumps } from './texts.ts';
import type { Target } from './targets.ts';

/** The results for a target. */
export interface Tally {
  readonly name: string;
  tried: number;
  taken: number;
  refused: number;
  /** The most processor time that one text took, in milliseconds. */
  slowest: number;
}

/** A text that takes more processor time than this hangs a parser, in milliseconds; most take none. */
const mostMs = 5_000;

/**
 * Tries a target with this many texts of each kind. Throws with the text on which it fails, made as small as possible,
 * and with the seed that makes it again.
 */
export function tryTarget(
  target: Target,
  runs: number,
  seed: number,
  tally = emptyTally(target.name),
): Tally {
  const read = (given: unknown) => {
    const before = cpuMs();
    const outcome = target.kind === 'text' ? target.read(given as string) : target.read(given);
    const took = cpuMs() - before;
    tally.tried += 1;
    tally[outcome] += 1;
    tally.slowest = Math.max(tally.slowest, took);
    if (took > mostMs) throw new Error(`it took ${took.toFixed(0)} ms`);
  };
  const given: fc.Arbitrary<unknown> =
    target.kind === 'text' ? mangled(target.samples) : mangledJson(target.samples);
  fc.assert(fc.property(given, read), { numRuns: runs, seed });
  return tally;
}

/** Tries a target with texts that are long in only one way. Throws with the one on which it fails. */
export function pumpTarget(target: Target, tally = emptyTally(target.name)): Tally {
  if (target.kind === 'json') return tally;
  for (const text of pumps(target.samples)) {
    const before = cpuMs();
    try {
      tally[target.read(text)] += 1;
    } catch (error) {
      throw new Error(`${target.name} failed at ${JSON.stringify(text.slice(0, 60))}…`, { cause: error });
    }
    const took = cpuMs() - before;
    tally.tried += 1;
    tally.slowest = Math.max(tally.slowest, took);
    if (took > mostMs)
      throw new Error(`${target.name} took ${took.toFixed(0)} ms for ${JSON.stringify(text.slice(0, 60))}…`);
  }
  return tally;
}

/** A busy machine makes everything take longer, but not more processor time. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function emptyTally(name: string): Tally {
  return { name, tried: 0, taken: 0, refused: 0, slowest: 0 };
}
