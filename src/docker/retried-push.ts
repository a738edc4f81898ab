import type { Clock, DockerResult, Log } from '../ports.ts';
import type { Repository } from '../types/image.ts';
import { ShipError } from '../types/errors.ts';
import { dockerFailed, pushFailureOf } from './docker-failure.ts';

/** What a repeated push needs. */
export interface PushTools {
  readonly log: Pick<Log, 'info'>;
  readonly clock: Pick<Clock, 'sleep'>;
  /** Logs in again where docker looks for its login; absent if nobody can. */
  readonly renewLogin?: () => Promise<void>;
}

/**
 * The pause before each further try, in milliseconds. Docker and BuildKit themselves retry a few times before they
 * fail.
 */
const pausesMs = [1_000, 3_000, 9_000];

/** A command that pushes. If it also builds, it finds what it built in its cache when it runs again. */
interface PushJob {
  readonly step: 'build' | 'push';
  readonly repository: Pick<Repository, 'name' | 'arn' | 'type'>;
  /** The Dockerfile's path in the workspace, if the command also builds. */
  readonly dockerfile?: string | undefined;
  readonly run: () => Promise<DockerResult>;
  /** What to push instead if the registry refuses the form of the image; absent if there is no other form. */
  readonly otherForm?: OtherForm | undefined;
}

/** The same image in a form that more registries accept. */
export interface OtherForm {
  /** Whether a push failed because of the form. @param output what was printed */
  readonly suits: (output: string) => boolean;
  /** For the log. */
  readonly told: string;
  /** From then on the same command pushes this form. */
  readonly take: () => Promise<void>;
}

/**
 * Runs a command that pushes. Tries again in the other form if the registry refuses the first one, several times after
 * a passing fault, once after a stall, and once with a new login if the old one may have expired.
 * Throws `build-failed`, `push-failed`, `push-stalled` or `access-denied`.
 */
export async function pushRetried(
  { step, repository, dockerfile, run, otherForm }: PushJob,
  { log, clock, renewLogin }: PushTools,
): Promise<DockerResult> {
  let isRenewed = false;
  let hasStalled = false;
  let isOther = false;
  for (let tries = 1; ; tries++) {
    const result = await run().catch((error: unknown) => {
      // Each stall takes minutes, so it is retried only once.
      if (hasStalled || !(error instanceof ShipError) || error.code !== 'push-stalled') throw error;
      hasStalled = true;
      log.info(`${error.what} Trying again, without building again.`);
      return undefined;
    });
    if (result === undefined) continue;
    if (result.exitCode === 0) return result;
    const output = `${result.stdout}\n${result.stderr}`;
    const failed = { step, exitCode: result.exitCode, output, repository, dockerfile, tries, isRenewed };
    const failure = pushFailureOf(failed);
    const pause = pausesMs[tries - 1];
    if (otherForm?.suits(output) === true && !isOther) {
      isOther = true;
      log.info(otherForm.told);
      await otherForm.take();
    } else if (failure?.kind === 'passing' && pause !== undefined) {
      log.info(
        `Push failed: ${failure.fault}. Trying again in ${String(pause / 1000)} s, without building again.`,
      );
      await clock.sleep(pause);
    } else if (mayNeedLogin(failure?.kind) && renewLogin !== undefined && !isRenewed) {
      log.info(
        'Push failed (the login may have expired); logging in again, and trying again without building.',
      );
      await renewLogin();
      isRenewed = true;
    } else {
      throw dockerFailed(failed);
    }
  }
}

/** Without the registry's words, a refusal may be either; after a new login it is not an expired one. */
function mayNeedLogin(kind: string | undefined): boolean {
  return kind === 'login-expired' || kind === 'refused';
}
