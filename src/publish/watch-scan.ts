import type { Clock, Log, Registry } from '../ports.ts';
import { isFromBefore, isOutdated } from '../scan/freshness.ts';
import { nextStep, pollDelayMs, type NextStep } from '../scan/schedule.ts';
import { foreignSeverities } from '../scan/severities.ts';
import { settlingFor, settlingMs, settlingPollMs, sight, type Sighting } from '../scan/settle.ts';
import type { PlatformImage, Repository } from '../types/image.ts';
import type { IncompleteReason, PlatformScan, ScanAnswer, ScanSettings, ScanStart } from '../types/scan.ts';
import { clause } from '../types/text.ts';
import { pollPage, readFindings } from './read-findings.ts';

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

/** A scan on push that has not begun by now will not begin: ECR does not start one for every child of an index. */
const beginsWithinMs = 15_000;

/** A person who watches the log sees a line this often. */
const progressEveryMs = 15_000;

/** What an answer leads to: the end, or waiting for something; `settlesInMs` where the result only has to stay as it is. */
type Outcome =
  PlatformScan | { readonly outcome: 'wait'; readonly awaiting: string; readonly settlesInMs?: number };

/**
 * Follows the scan of one manifest to its end, starts it where it does not start by itself, and reads the findings.
 * A scan that gives no answer is a result; an error of the registry is thrown.
 */
export async function watchScan(job: ScanJob, tools: ScanTools): Promise<PlatformScan> {
  const { clock, log, registry } = tools;
  const { platform, settings, deadline } = job;
  const repository = job.repository.name;
  const startedAt = clock.now();
  let scanner = settings.scanner;
  let asked: { readonly kind: ScanStart['kind']; readonly at: number } | undefined;
  let saidLast: string | undefined;
  let sighting: Sighting | undefined;
  let trouble: string | undefined;

  const incomplete = (reason: IncompleteReason, detail: string): PlatformScan => ({
    outcome: 'incomplete',
    platform: platform.platform,
    digest: platform.digest,
    reason,
    detail,
  });
  const say = (text: string) => {
    log.info(`${platform.platform}: ${text}`);
  };
  const notCovered = () =>
    incomplete('not-started', "the registry's enhanced scanning does not cover this repository");
  const learn = (kind: ScanSettings['scanner']) => {
    if (scanner !== 'unknown' || kind === 'unknown') return;
    scanner = kind;
    say(`the registry answers as ${kind} scanning does.`);
  };

  /** Asks for a scan; gives the end, if it was refused for good, and whether to ask again otherwise. */
  const ask = async (): Promise<PlatformScan | 'answered' | 'not-now'> => {
    const start = await registry.startScan(repository, platform.digest);
    if (start.kind === 'refused') return incomplete(start.reason, start.detail);
    if (start.kind === 'not-now') {
      saidLast = start.detail;
      return 'not-now';
    }
    asked = { kind: start.kind, at: clock.now() };
    saidLast = undefined;
    say(startLines[start.kind]);
    // Only basic scanning can be asked.
    learn(start.kind === 'starts-by-itself' ? 'enhanced' : 'basic');
    return start.kind === 'starts-by-itself' && settings.frequency === 'manual' ? notCovered() : 'answered';
  };

  const awaitBeginning = async (awaiting: string): Promise<Outcome> => {
    const isDue = settings.frequency === 'unknown' || clock.now() - startedAt >= beginsWithinMs;
    if (asked === undefined && scanner !== 'enhanced' && isDue) {
      const end = await ask();
      if (typeof end !== 'string') return end;
    }
    return {
      outcome: 'wait',
      awaiting: asked?.kind === 'already-scanned' ? 'the scan that ECR says there is' : awaiting,
    };
  };

  const takeResult = async ({ page, completedAt }: NextStep & { kind: 'read' }): Promise<Outcome> => {
    learn(page.scanner);
    if (asked === undefined && scanner !== 'enhanced' && isOutdated(completedAt, clock.now())) {
      say('the findings are more than 24 hours old, so a new scan is asked for.');
      const end = await ask();
      if (end === 'not-now') return { outcome: 'wait', awaiting: 'a new scan to be taken' };
      if (end !== 'answered') return end;
    }
    if (asked?.kind === 'started' && isFromBefore(completedAt, asked.at))
      return { outcome: 'wait', awaiting: 'the new scan' };
    const now = clock.now();
    sighting = sight(page, sighting, now);
    const settlesInMs = sighting.since + settlingMs(page, scanner) - now;
    if (settlesInMs > 0) return { outcome: 'wait', awaiting: settlingFor(page), settlesInMs };
    const image = { repository, digest: platform.digest, deadline };
    const reading = await job.inTurn(() => readFindings(image, page, tools));
    switch (reading.kind) {
      case 'whole': {
        const { findings } = reading;
        const foreign = foreignSeverities(findings);
        if (foreign !== undefined) say(foreign);
        return {
          outcome: 'complete',
          platform: platform.platform,
          digest: platform.digest,
          scanner,
          completedAt,
          findings,
        };
      }
      case 'endless':
        return incomplete('unavailable', 'ECR leads from one page of findings to the same page for ever');
      case 'fewer':
        trouble = 'the findings that ECR counts';
        return { outcome: 'wait', awaiting: trouble };
      case 'changed':
        trouble = 'pages of findings that are all of the same scan';
        return { outcome: 'wait', awaiting: trouble };
      case 'out-of-time':
        return { outcome: 'wait', awaiting: trouble ?? 'the pages of findings' };
    }
  };

  const follow = async (answer: ScanAnswer): Promise<Outcome> => {
    const step = nextStep(answer);
    // What is seen anew after something else has to settle anew; an API that is busy says nothing.
    if (step.kind !== 'read' && answer.kind !== 'busy') sighting = undefined;
    if (step.kind === 'give-up') return incomplete(step.reason, step.detail);
    if (step.kind === 'read') return takeResult(step);
    return answer.kind === 'no-scan'
      ? awaitBeginning(step.awaiting)
      : { outcome: 'wait', awaiting: step.awaiting };
  };

  if (settings.scanner === 'enhanced' && settings.frequency === 'manual') return notCovered();
  say(`${expectation(settings)}, waiting at most ${seconds(job.timeoutMs)}.`);
  let nextProgress = progressEveryMs;
  for (;;) {
    if (asked === undefined && settings.frequency === 'manual') {
      const end = await ask();
      if (typeof end !== 'string') return end;
    }
    const next = await follow(await registry.readScan(repository, platform.digest, pollPage));
    if (next.outcome !== 'wait') return next;
    if (job.isCalledOff()) return incomplete('unavailable', 'another platform has stopped the run');
    const left = deadline - clock.now();
    if (left <= 0) {
      const said = saidLast === undefined ? '' : `; ECR said last: ${clause(saidLast)}`;
      return incomplete('timed-out', `waited ${seconds(job.timeoutMs)} in vain for ${next.awaiting}${said}`);
    }
    const waited = clock.now() - startedAt;
    if (waited >= nextProgress) {
      say(`waiting for ${next.awaiting}, ${seconds(waited)} so far, at most ${seconds(job.timeoutMs)}.`);
      nextProgress = waited + progressEveryMs;
    }
    await clock.sleep(
      Math.min(next.settlesInMs === undefined ? pollDelayMs(waited) : settlingPollMs(next.settlesInMs), left),
    );
  }
}

const startLines = {
  started: 'scan started.',
  'already-scanned': 'ECR has scanned this image within the last 24 hours; its findings are used.',
  'starts-by-itself': 'the registry uses enhanced scanning, which starts by itself.',
} as const;

function expectation({ scanner, frequency }: ScanSettings): string {
  const kind = scanner === 'unknown' ? 'scanning of a kind that is not known yet' : `${scanner} scanning`;
  switch (frequency) {
    case 'on-push':
      return `${kind}, started by the push`;
    case 'continuous':
      return `${kind}, continuous`;
    case 'manual':
      return `${kind}, started by this run`;
    case 'unknown':
      return kind;
  }
}

function seconds(ms: number): string {
  return `${String(Math.round(ms / 1000))} s`;
}
