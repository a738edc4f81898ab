import { execFileSync, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ipProgram } from '../scripts/engines/index.mjs';
import type { FaultCase } from './case.ts';

/**
 * A push in which nothing moves any more is told by the bytes that leave the machine, so that it can be judged only where
 * nothing else sends: no other case either.
 */
export const wantsQuiet = ({ alone }: FaultCase) => alone === true;

/** Set for a process that has a network to itself: where it puts how its one case went. */
const mark = 'FAULTS_QUIET_STANDINGS';

/** Undefined where this process has the network that everybody has. */
export const quietStandings = (): string | undefined => process.env[mark];

/** Why this machine gives nobody a network of their own; undefined where it does. */
export function whyNoQuietNetwork(): string | undefined {
  if (process.platform !== 'linux') return 'a network of their own is there on Linux alone';
  if (process.getuid?.() !== 0) return 'a network of their own takes root';
  try {
    execFileSync('unshare', ['--net', 'true'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'this machine gives no network of their own (unshare --net)';
  }
}

/** Each has an engine of its own, and waits for minutes. */
export const quietAtOnce = 4;

/**
 * Runs one case by this program in a network that has loopback and nothing else.
 * @param args of the command line, which name that case
 * @param standings the file for how it went
 */
export async function runInQuiet(
  args: readonly string[],
  standings: string,
): Promise<{ readonly exitCode: number; readonly said: string }> {
  const ip = await ipProgram();
  const again = [process.execPath, ...process.execArgv, process.argv[1] ?? '', ...args];
  const inside = ['/bin/sh', '-c', '"$0" link set lo up && exec "$@"', ip, ...again];
  const child = spawn('unshare', ['--net', '--', ...inside], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, [mark]: standings },
  });
  const ending = new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      resolve(code ?? 1);
    });
  });
  const [said, exitCode] = await Promise.all([text(child.stdout), ending]);
  return { exitCode, said };
}
