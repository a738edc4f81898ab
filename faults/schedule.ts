import { ensureEngines, type Engine } from '../scripts/engines/index.mjs';
import type { FaultCase } from './case.ts';
import { runCase, type Outcome } from './run-case.ts';

interface Schedule {
  /** The engine that all cases share, except those that attack an engine. */
  readonly engine: Engine;
  /** How many cases that are busy run at once. */
  readonly jobs: number;
  readonly done: (outcome: Outcome) => void;
}

/** How many cases that mostly wait run beside the others. */
const waitingAtOnce = 12;

/** Runs all cases, several at once. Returns their outcomes in the order of the cases. */
export async function runAll(
  cases: readonly FaultCase[],
  { engine, jobs, done }: Schedule,
): Promise<Outcome[]> {
  const outcomes = new Map<FaultCase, Outcome>();
  const runAndTell = async (fault: FaultCase) => {
    const outcome = await runOne(fault, engine);
    outcomes.set(fault, outcome);
    done(outcome);
  };
  const alone = cases.filter((fault) => fault.alone === true);
  const others = cases.filter((fault) => fault.alone !== true);
  const waiting = others.filter(({ waits, engine: attacked }) => waits === true && attacked === undefined);
  const attacks = others.filter(({ engine: attacked }) => attacked !== undefined);
  const busy = others.filter((fault) => !waiting.includes(fault) && !attacks.includes(fault));
  await Promise.all([
    inLanes(busy, jobs, runAndTell),
    inLanes(waiting, waitingAtOnce, runAndTell),
    inLanes(attacks, 1, runAndTell),
  ]);
  await inLanes(alone, alone.length, runAndTell);
  return cases.flatMap((fault) => outcomes.get(fault) ?? []);
}

async function inLanes(
  cases: readonly FaultCase[],
  lanes: number,
  run: (fault: FaultCase) => Promise<void>,
): Promise<void> {
  const queue = [...cases];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Runs one case: on the given engine, or on one of its own if it attacks it. */
export async function runOne(fault: FaultCase, engine: Engine): Promise<Outcome> {
  if (fault.engine === undefined) return runCase(fault, engine);
  const { engines, stop } = await ensureEngines([engine.name], { required: true });
  try {
    const [own] = engines;
    if (own === undefined) throw new Error('there is no engine');
    return await runCase(fault, own);
  } finally {
    await stop();
  }
}
