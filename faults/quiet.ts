import { execFileSync, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ipProgram } from '../scripts/engines/index.mjs';
import type { FaultCase } from './case.ts';

/**
 * Whether a case needs a quiet network: a stalled push is detected by the bytes that leave the machine, so nothing
 * else may send, not even another case.
 */
export const wantsQuiet = ({ alone }: FaultCase) => alone === true;

/** Set for a process with a network of its own: the file for the result of its one case. */
const mark = 'FAULTS_QUIET_STANDINGS';

/** Undefined if this process uses the ordinary network. */
export const quietStandings = (): string | undefined => process.env[mark];

/** Why this machine cannot provide separate networks; undefined if it can. */
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

/** Each has its own engine, and waits for minutes. */
export const quietAtOnce = 4;

/**
 * Runs one case with this program in a network that only has loopback.
 * @param args the command line, which names that case
 * @param standings the file for the result
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
