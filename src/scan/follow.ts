import type { Clock, Log, Registry } from '../ports.ts';
import { isFromBefore, isFromTheFuture, isOutdated } from './freshness.ts';
import { countedFindings, nextStep, type NextStep } from './schedule.ts';
import { settlingFor, settlingMs, sight, type Sighting } from './stability.ts';
import type { PlatformImage, Repository } from '../types/image.ts';
import type { IncompleteReason, PlatformScan, ScanAnswer, ScanSettings, ScanStart } from '../types/scan.ts';
import { clause } from '../types/text.ts';
import { readFindings } from './read-findings.ts';

export interface ScanTools {
  readonly clock: Clock;
  readonly log: Log;
  readonly registry: Registry;
}

/** One platform's manifest, and how long its scan may take. */
export interface ScanJob {
  readonly repository: Repository;
  readonly platform: PlatformImage;
  readonly settings: ScanSettings;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  readonly timeoutMs: number;
  /** Pages are read for one platform after another, so that not all of them are in memory at once. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether another platform has met an error that stops the run. */
  readonly isCalledOff: () => boolean;
}

/** What an answer leads to: the end, or waiting for something. */
export type Outcome = PlatformScan | Wait;

export interface Wait {
  readonly outcome: 'wait';
  /** What is awaited, in words. */
  readonly awaiting: string;
  /** Where the result only has to stay as it is: for how long. */
  readonly settlesInMs?: number;
}

/** Follows the scan of one manifest from answer to answer. */
export interface Follower {
  /** Before each poll: asks for a scan where none begins by itself. Gives the end, if there can be none. */
  readonly beforePoll: () => Promise<PlatformScan | undefined>;
  readonly take: (answer: ScanAnswer) => Promise<Outcome>;
  /** Why ECR has not taken the request for a scan, in its own words. */
  readonly refusal: () => string | undefined;
}

/** A scan on push that has not begun by now will not begin: ECR does not start one for every child of an index. */
const beginsWithinMs = 15_000;

/**
 * Remembers what the answers so far have shown of one scan: which scanner it is, whether a scan was asked for, since
 * when the result is the same. Asks for a scan where that is due and reads the findings of a result that is believed.
 */
export function followScan(job: ScanJob, { clock, log, registry }: ScanTools): Follower {
  const { platform, settings, deadline } = job;
  const { repository } = job;
  const startedAt = clock.now();
  let scanner = settings.scanner;
  let asked: { readonly kind: ScanStart['kind']; readonly at: number } | undefined;
  let refusal: string | undefined;
  let sighting: Sighting | undefined;
  let trouble: string | undefined;

  const say = (text: string) => {
    log.info(`${platform.platform}: ${text}`);
  };

  /** What the answers show is more than what the configuration said; enhanced scanning, which has to settle longer, stays. */
  const learn = (kind: ScanSettings['scanner']) => {
    if (kind === 'unknown' || kind === scanner || scanner === 'enhanced') return;
    scanner = kind;
    say(`the registry answers as ${kind} scanning does.`);
  };

  /** Asks for a scan; gives the end, if it was refused for good, and whether to ask again otherwise. */
  const ask = async (): Promise<PlatformScan | 'answered' | 'not-now'> => {
    const start = await registry.startScan(repository, platform.digest);
    if (start.kind === 'refused') return incomplete(platform, start.reason, start.detail);
    if (start.kind === 'not-now') {
      refusal = start.detail;
      return 'not-now';
    }
    asked = { kind: start.kind, at: clock.now() };
    refusal = undefined;
    say(startLines[start.kind]);
    // Only basic scanning can be asked.
    learn(start.kind === 'starts-by-itself' ? 'enhanced' : 'basic');
    return start.kind === 'starts-by-itself' && settings.frequency === 'manual'
      ? notCovered(platform)
      : 'answered';
  };

  const awaitBeginning = async (awaiting: string): Promise<Outcome> => {
    const isDue = settings.frequency === 'unknown' || clock.now() - startedAt >= beginsWithinMs;
    if (asked === undefined && scanner !== 'enhanced' && isDue) {
      const end = await ask();
      if (typeof end !== 'string') return end;
    }
    return waitFor(asked?.kind === 'already-scanned' ? 'the scan that ECR says there is' : awaiting);
  };

  const takeResult = async (result: NextStep & { kind: 'read' }): Promise<Outcome> => {
    const { page, completedAt } = result;
    learn(page.scanner);
    if (isFromTheFuture(completedAt, clock.now()))
      return incomplete(platform, 'unavailable', fromTheFuture(completedAt));
    // Recorded answers of basic scanning have counts for a clean image as well; those of enhanced scanning have none.
    if (scanner === 'basic' && page.counts === undefined)
      return waitFor("ECR's counts of the findings, which the answer lacks");
    if (asked === undefined && scanner !== 'enhanced' && isOutdated(completedAt, clock.now())) {
      say('the findings are more than 24 hours old, so a new scan is asked for.');
      const end = await ask();
      if (end === 'not-now') return waitFor('a new scan to be taken');
      if (end !== 'answered') return end;
    }
    if (asked?.kind === 'started' && isFromBefore(completedAt, asked.at)) return waitFor('the new scan');
    const now = clock.now();
    sighting = sight(page, sighting, now);
    const settlesInMs = sighting.since + settlingMs(page, scanner, now - completedAt) - now;
    return settlesInMs > 0 ? { ...waitFor(settlingFor(page)), settlesInMs } : readResult(result);
  };

  const readResult = async ({ page, completedAt }: NextStep & { kind: 'read' }): Promise<Outcome> => {
    const image = { repository, digest: platform.digest, deadline };
    const reading = await job.inTurn(() => readFindings(image, page, { clock, registry }));
    switch (reading.kind) {
      case 'whole': {
        const { findings } = reading;
        const { platform: name, digest } = platform;
        return { outcome: 'complete', platform: name, digest, scanner, completedAt, findings };
      }
      case 'unbelievable':
        return incomplete(platform, 'unavailable', reading.why);
      case 'differs':
        trouble = countedFindings(reading.difference);
        return waitFor(trouble);
      case 'changed':
        trouble = 'pages of findings that are all of the same scan';
        return waitFor(trouble);
      case 'out-of-time':
        return waitFor(trouble ?? 'the pages of findings');
    }
  };

  return {
    async beforePoll() {
      if (asked !== undefined || settings.frequency !== 'manual') return undefined;
      const end = await ask();
      return typeof end === 'string' ? undefined : end;
    },
    async take(answer) {
      const step = nextStep(answer);
      // What is seen anew after something else has to settle anew; an API that is busy says nothing.
      if (step.kind !== 'read' && answer.kind !== 'busy') sighting = undefined;
      if (step.kind === 'give-up') return incomplete(platform, step.reason, step.detail);
      if (step.kind === 'read') return takeResult(step);
      return answer.kind === 'no-scan' ? awaitBeginning(step.awaiting) : waitFor(step.awaiting);
    },
    refusal: () => refusal,
  };
}

/** The end of a scan that gave no answer; ECR's words become a clause, for they stand in sentences of ours. */
export function incomplete(
  { platform, digest }: PlatformImage,
  reason: IncompleteReason,
  detail: string,
): PlatformScan {
  return { outcome: 'incomplete', platform, digest, reason, detail: clause(detail) };
}

/** The end where the registry's filters leave the repository out. */
export function notCovered(platform: PlatformImage): PlatformScan {
  return incomplete(
    platform,
    'not-started',
    "the registry's enhanced scanning does not cover this repository",
  );
}

function fromTheFuture(completedAt: number): string {
  return `ECR says that the scan ended at ${new Date(completedAt).toISOString()}, which has not come`;
}

function waitFor(awaiting: string): Wait {
  return { outcome: 'wait', awaiting };
}

const startLines = {
  started: 'scan started.',
  'already-scanned': 'ECR has scanned this image within the last 24 hours; its findings are used.',
  'starts-by-itself': 'the registry uses enhanced scanning, which starts by itself.',
} as const;
