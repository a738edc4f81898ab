import { execFileSync, spawn } from 'node:child_process';
import { ipProgram } from '../scripts/engines/index.mjs';
import type { FaultCase } from './case.ts';

/**
 * A push in which nothing moves any more is told by the bytes that leave the machine, so that it can be judged only where
 * nothing else sends.
 */
export const wantsQuiet = ({ alone }: FaultCase) => alone === true;

/** Set for a process that has a network to itself. */
const mark = 'FAULTS_QUIET_NETWORK';

export const isQuiet = () => process.env[mark] === '1';

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

/** Runs this program once more in a network that has loopback and nothing else; gives its exit code. */
export async function runInQuiet(args: readonly string[]): Promise<number> {
  const ip = await ipProgram();
  const again = [process.execPath, ...process.execArgv, process.argv[1] ?? '', ...args];
  const inside = ['/bin/sh', '-c', '"$0" link set lo up && exec "$@"', ip, ...again];
  const child = spawn('unshare', ['--net', '--', ...inside], {
    stdio: 'inherit',
    env: { ...process.env, [mark]: '1' },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve(code ?? 1));
  });
}
