import { parseArgs } from 'node:util';
import { targets } from './targets.ts';
import { emptyTally, pumpTarget, tryTarget, type Tally } from './try.ts';

/**
 * npm run fuzz -- [--seconds N] [--seed N] [--only <words of a name>]: gives every parser texts that nobody should give
 * it.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
  },
});
const seconds = Number(values.seconds);
const seed = Number(values.seed);
const wanted = targets.filter(({ name }) => name.includes(values.only));
const usage = 'usage: npm run fuzz -- [--seconds 60] [--seed 1] [--only "tag rules"]';

/** Each target in turn gets its share of the time, and at least one round. */
function run(): number {
  if (!(seconds > 0) || !Number.isInteger(seed) || wanted.length === 0) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const share = (seconds * 1000) / wanted.length;
  const failed: string[] = [];
  const tallies = wanted.map((target) => {
    const tally = emptyTally(target.name);
    const until = performance.now() + share;
    try {
      pumpTarget(target, tally);
      for (let round = 0; round === 0 || performance.now() < until; round += 1)
        tryTarget(target, 200, seed + round, tally);
    } catch (error) {
      failed.push(`${target.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    process.stdout.write(`${lineOf(tally)}\n`);
    return tally;
  });
  const tried = tallies.reduce((sum, one) => sum + one.tried, 0);
  process.stdout.write(
    `\n${String(tried)} texts for ${String(tallies.length)} parsers, seed ${String(seed)}: ${String(failed.length)} failed.\n`,
  );
  for (const one of failed) process.stdout.write(`\n${one}\n`);
  return failed.length === 0 ? 0 : 1;
}

function lineOf({ name, tried, taken, refused, slowest }: Tally): string {
  const figures = [tried, taken, refused].map((figure) => String(figure).padStart(8));
  return `${name.padEnd(30)}${figures.join('')}  slowest ${slowest.toFixed(0).padStart(5)} ms`;
}

process.exitCode = run();
