import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepOptions } from '../__tests__/support/runner.ts';
import type { BadPlace } from './case.ts';

/** The places of one job. */
export interface Place {
  readonly runnerTemp: string;
  /** The runner's files, where they are other ones. */
  readonly files?: Pick<StepOptions, 'commandFiles'>;
  undo(): void;
}

const fullFile: Partial<Record<BadPlace, StepOptions['commandFiles']>> = {
  'output-full': { OUTPUT: '/dev/full' },
  'state-full': { STATE: '/dev/full' },
  'summary-full': { STEP_SUMMARY: '/dev/full' },
  'env-full': { ENV: '/dev/full' },
};

/** Prepares what is wrong with a place below `temp`; `undo` is to be called in the end. Mounts, so it wants root. */
export function badPlace(place: BadPlace | undefined, temp: string): Place {
  const commandFiles = place === undefined ? undefined : fullFile[place];
  if (commandFiles !== undefined) return { runnerTemp: temp, files: { commandFiles }, undo: () => undefined };
  if (place === undefined) return { runnerTemp: temp, undo: () => undefined };
  const runnerTemp = join(temp, 'runner-temp');
  if (place === 'temp-missing') return { runnerTemp, undo: () => undefined };
  // Root may write anywhere but on a file system that cannot be written to.
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
