import { getExecOutput } from '@actions/exec';
import type { Checkout } from '../ports.ts';
import { readText } from './text-file.ts';

/** The checkout on this machine, through git. */
export function gitCheckout(): Checkout {
  return {
    readText,
    async head(folder) {
      const args = ['-C', folder, 'log', '-1', '--no-show-signature', '--format=%H %ct', 'HEAD'];
      // No git, no repository, one without commits, one that git does not trust: the event's commit has to do.
      const answer = await getExecOutput('git', args, { silent: true, ignoreReturnCode: true }).catch(
        () => undefined,
      );
      const match = /^([0-9a-f]{40}|[0-9a-f]{64}) (\d+)\s*$/.exec(answer?.stdout ?? '');
      if (match?.[1] === undefined) return undefined;
      return { sha: match[1], at: Number(match[2]) * 1000 };
    },
  };
}
