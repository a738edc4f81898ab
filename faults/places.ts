import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepOptions } from '../__tests__/support/runner.ts';
import type { BadPlace } from './case.ts';

/** The files and folders of one job. */
export interface Place {
  readonly runnerTemp: string;
  /** The runner's files, if they differ from the usual ones. */
  readonly files?: Pick<StepOptions, 'commandFiles'>;
  undo(): void;
}

const fullFile: Partial<Record<BadPlace, StepOptions['commandFiles']>> = {
  'output-full': { OUTPUT: '/dev/full' },
  'state-full': { STATE: '/dev/full' },
  'summary-full': { STEP_SUMMARY: '/dev/full' },
  'env-full': { ENV: '/dev/full' },
};

/** Prepares a faulty place below `temp`; call `undo` at the end. It mounts file systems, so it requires root. */
export function badPlace(place: BadPlace | undefined, temp: string): Place {
  const commandFiles = place === undefined ? undefined : fullFile[place];
  if (commandFiles !== undefined) return { runnerTemp: temp, files: { commandFiles }, undo: () => undefined };
  if (place === undefined) return { runnerTemp: temp, undo: () => undefined };
  const runnerTemp = join(temp, 'runner-temp');
  if (place === 'temp-missing') return { runnerTemp, undo: () => undefined };
  // Root may write anywhere except on a full or read-only file system.
  mkdirSync(runnerTemp);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k,nr_inodes=64', 'ecr-ship-fault', runnerTemp]);
  const undo = () => void execFileSync('umount', ['--lazy', runnerTemp]);
  try {
    if (place === 'temp-full') writeFileSync(join(runnerTemp, 'fills'), Buffer.alloc(4096));
    else execFileSync('mount', ['-o', 'remount,ro', runnerTemp]);
  } catch (error) {
    undo();
    throw error;
  }
  return { runnerTemp, undo };
}
