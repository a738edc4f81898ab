import { rm } from 'node:fs/promises';
import { clockUntil } from './adapters/machine/clock.ts';
import { endSoon } from './adapters/runner/ending.ts';
import { endProcess } from './adapters/machine/processes.ts';
import { exportVariable, mask, runnerLog } from './adapters/runner/runner-commands.ts';
import { startSecrets, type Secrets } from './adapters/machine/secrets.ts';
import { asShipError } from './types/errors.ts';
import { jobSecrets } from './types/job-secrets.ts';
import { readJournal } from './undo/journal.ts';
import { describeUndo, undoAll, type UndoTools } from './undo/undo.ts';

/** The post step must not hold up the job, whatever hangs. */
const budgetMs = 120_000;

/**
 * Undoes what the main step left: the job's login and variables, and whatever it could not undo because it was
 * killed. Does as much as it can; a failure is a warning. Large modules are loaded only if they are needed.
 * @param state the journal that the main step saved in the job's state
 */
export async function post(state: string): Promise<void> {
  const signal = AbortSignal.timeout(budgetMs);
  const secrets = startSecrets();
  jobSecrets((name) => process.env[name]).forEach(secrets.add);
  const log = runnerLog(secrets);
  try {
    for (const { undo, failure } of await undoAll(readJournal(state), toolsUntil(signal, secrets), signal))
      if (failure !== undefined)
        log[undo.kind === 'local-image' ? 'info' : 'warning'](
          `Could not ${describeUndo(undo)}: ${failure.message}`,
        );
  } catch (error) {
    log.warning(asShipError(error).message);
  }
  endSoon();
}

function toolsUntil(signal: AbortSignal, secrets: Secrets): UndoTools {
  return {
    log: runnerLog(secrets),
    clock: clockUntil(signal),
    job: { exportVariable },
    folders: {
      remove: async (path) => rm(path, { recursive: true, force: true }),
      async unshare(path) {
        const { unshare } = await import('./adapters/docker/shared-login.ts');
        await unshare(path);
      },
    },
    processes: { end: endProcess },
    async docker() {
      const { dockerCli } = await import('./adapters/docker/docker-cli.ts');
      const children = { started: () => undefined, ended: () => undefined };
      return dockerCli({ secrets, signal, children });
    },
    async connect(target) {
      const { registries } = await import('./adapters/ecr/registries.ts');
      return registries(signal, (secret) => {
        secrets.add(secret);
        mask(secret);
      })(target);
    },
  };
}
