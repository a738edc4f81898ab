import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Milliseconds of several runs. */
export interface Sample {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function sampleOf(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
    : (sorted[Math.floor(middle)] ?? 0);
  return { median, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

/** Runs several things in turn, so that a slowing machine slows all of them; the first turn does not count. */
export async function interleaved<Name extends string>(
  turns: number,
  things: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, Sample>> {
  const values = Object.fromEntries(Object.keys(things).map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const name of Object.keys(things) as Name[]) {
      const value = await things[name]();
      if (turn > 0) values[name].push(value);
    }
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, list]) => [name, sampleOf(list as number[])]),
  ) as Record<Name, Sample>;
}

/** How long a process takes from start to end, in milliseconds. */
export async function timeProcess(
  command: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
  cwd?: string,
): Promise<number> {
  const startedAt = performance.now();
  await promisify(execFile)(command, [...args], {
    env: env ?? process.env,
    ...(cwd !== undefined && { cwd }),
    maxBuffer: 1e8,
  });
  return performance.now() - startedAt;
}
