import type { Clock, Log, Scanner } from '../ports.ts';
import { isFromBefore, isFromTheFuture, isOutdated } from './freshness.ts';
import { countedFindings, nextStep, type NextStep } from './schedule.ts';
import { settlingFor, settlingMs, sight, type Sighting } from './stability.ts';
import type { PlatformImage } from '../types/image.ts';
import type {
  Finding,
  IncompleteReason,
  IncompleteScan,
  PlatformScan,
  ScanAnswer,
  ScanSettings,
  ScanStart,
} from '../types/scan.ts';
import { clause } from '../types/text.ts';
import { readFindings } from './read-findings.ts';

export interface ScanTools {
  readonly clock: Clock;
  readonly log: Log;
}

/** One platform's manifest, and how long its scan may take. */
export interface ScanJob {
  readonly scanner: Scanner;
  /** The registry's time, in which it reports when a scan ended; milliseconds since 1970. */
  readonly now: () => number;
  readonly platform: PlatformImage;
  readonly settings: ScanSettings;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  readonly timeoutMs: number;
  /** Reads pages for one platform after another, so that not all of them are in memory at once. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether another platform had an error that stops the run. */
  readonly isCalledOff: () => boolean;
}

/** What an answer leads to: the end, or waiting for something. */
type Outcome = PlatformScan | Wait;

export interface Wait {
  readonly outcome: 'wait';
  /** What is awaited, in words. */
  readonly awaiting: string;
  /** How much longer the result must stay the same, if that is all that is awaited. */
  readonly settlesInMs?: number;
}

/** Follows the scan of one manifest from answer to answer. */
export interface Follower {
  /** Before each poll: requests a scan if none begins by itself. Returns the end if there can be no scan. */
  readonly beforePoll: () => Promise<PlatformScan | undefined>;
  readonly take: (answer: ScanAnswer) => Promise<Outcome>;
  /** Why ECR has not accepted the request for a scan, in its own words. */
  readonly refusal: () => string | undefined;
  /** The findings that the last result of this scan listed, trusted or not. */
  readonly listed: () => readonly Finding[];
}

/** A scan on push that has not begun by now will not begin: ECR does not start one for every child of an index. */
const beginsWithinMs = 15_000;

/** What the answers so far have shown of one scan. */
interface Following {
  readonly job: ScanJob;
  readonly tools: ScanTools;
  readonly startedAt: number;
  scanner: ScanSettings['scanner'];
  asked: { readonly kind: ScanStart['kind']; readonly at: number } | undefined;
  refusal: string | undefined;
  sighting: Sighting | undefined;
  /** What the last result listed. */
  listed: readonly Finding[];
  trouble: string | undefined;
}

/**
 * Remembers what the answers have shown about one scan: which scanner it is, whether a scan was requested, and since
 * when the result is the same. Requests a scan when that is due, and reads the findings of a result that is trusted.
 */
export function followScan(job: ScanJob, tools: ScanTools): Follower {
  const following: Following = {
    job,
    tools,
    startedAt: tools.clock.now(),
    scanner: job.settings.scanner,
    asked: undefined,
    refusal: undefined,
    sighting: undefined,
    listed: [],
    trouble: undefined,
  };
  return {
    async beforePoll() {
      if (following.asked !== undefined || job.settings.frequency !== 'manual') return undefined;
      const end = await ask(following);
      return typeof end === 'string' ? undefined : end;
    },
    async take(answer) {
      const step = nextStep(answer);
      // A result that is seen again after something else has to settle again; a busy API changes nothing.
      if (step.kind !== 'read' && answer.kind !== 'busy') following.sighting = undefined;
      if (step.kind === 'give-up') return incomplete(job.platform, step.reason, step.detail);
      if (step.kind === 'read') return takeResult(following, step);
      return answer.kind === 'no-scan' ? awaitBeginning(following, step.awaiting) : waitFor(step.awaiting);
    },
    refusal: () => following.refusal,
    listed: () => following.listed,
  };
}

function say({ job, tools }: Following, text: string): void {
  tools.log.info(`${job.platform.platform}: ${text}`);
}

/** The answers show more than the configuration. Enhanced scanning, which must settle longer, is never revised. */
function learn(following: Following, kind: ScanSettings['scanner']): void {
  if (kind === 'unknown' || kind === following.scanner || following.scanner === 'enhanced') return;
  following.scanner = kind;
  say(following, `the registry answers as ${kind} scanning does.`);
}

/** Requests a scan. Returns the end if it was refused for good, and otherwise whether to request it again. */
async function ask(following: Following): Promise<PlatformScan | 'answered' | 'not-now'> {
  const { scanner, platform, settings, deadline, now } = following.job;
  const start = await scanner.start(platform.digest, deadline - following.tools.clock.now());
  if (start.kind === 'refused') return incomplete(platform, start.reason, start.detail);
  if (start.kind === 'not-now') {
    // A request that was cut off at the deadline says less than the answer before it.
    if (following.refusal === undefined || following.tools.clock.now() < deadline)
      following.refusal = start.detail;
    return 'not-now';
  }
  following.asked = { kind: start.kind, at: now() };
  following.refusal = undefined;
  say(following, startLines[start.kind]);
  // Only basic scanning accepts requests.
  learn(following, start.kind === 'starts-by-itself' ? 'enhanced' : 'basic');
  return start.kind === 'starts-by-itself' && settings.frequency === 'manual'
    ? notCovered(platform)
    : 'answered';
}

async function awaitBeginning(following: Following, awaiting: string): Promise<Outcome> {
  const { job, tools, startedAt } = following;
  const isDue = job.settings.frequency === 'unknown' || tools.clock.now() - startedAt >= beginsWithinMs;
  if (following.asked === undefined && following.scanner !== 'enhanced' && isDue) {
    const end = await ask(following);
    if (typeof end !== 'string') return end;
  }
  return waitFor(following.asked?.kind === 'already-scanned' ? 'the scan that ECR says there is' : awaiting);
}

async function takeResult(following: Following, result: NextStep & { kind: 'read' }): Promise<Outcome> {
  const { platform, now } = following.job;
  const { page, completedAt } = result;
  learn(following, page.scanner);
  if (isFromTheFuture(completedAt, now()))
    return incomplete(platform, 'unavailable', fromTheFuture(completedAt));
  // Recorded answers of basic scanning have counts even for a clean image; those of enhanced scanning have none.
  if (following.scanner === 'basic' && page.counts === undefined)
    return waitFor("ECR's counts of the findings, which the answer lacks");
  if (following.asked === undefined && following.scanner !== 'enhanced' && isOutdated(completedAt, now())) {
    say(following, 'the findings are more than 24 hours old, so a new scan is asked for.');
    const end = await ask(following);
    if (end === 'not-now') return waitFor('a new scan to be taken');
    if (end !== 'answered') return end;
  }
  const { asked } = following;
  if (asked?.kind === 'started' && isFromBefore(completedAt, asked.at)) return waitFor('the new scan');
  following.listed = page.findings;
  const moment = following.tools.clock.now();
  const sighting = sight(page, following.sighting, moment);
  following.sighting = sighting;
  const settlesInMs = sighting.since + settlingMs(page, following.scanner, now() - completedAt) - moment;
  return settlesInMs > 0 ? { ...waitFor(settlingFor(page)), settlesInMs } : readResult(following, result);
}

async function readResult(
  following: Following,
  { page, completedAt }: NextStep & { kind: 'read' },
): Promise<Outcome> {
  const { scanner, platform, deadline, inTurn } = following.job;
  const { digest } = platform;
  const reading = await inTurn(() =>
    readFindings({ scanner, digest, deadline }, page, following.tools.clock),
  );
  switch (reading.kind) {
    case 'whole':
      return {
        outcome: 'complete',
        platform: platform.platform,
        digest,
        scanner: following.scanner,
        completedAt,
        findings: reading.findings,
      };
    case 'unbelievable':
      return incomplete(platform, 'unavailable', reading.why);
    case 'differs':
      following.trouble = countedFindings(reading.difference);
      return waitFor(following.trouble);
    case 'changed':
      following.trouble = 'pages of findings that are all of the same scan';
      return waitFor(following.trouble);
    case 'out-of-time':
      return waitFor(following.trouble ?? 'the pages of findings');
  }
}

/** The end of a scan without a complete result. ECR's message becomes a clause, to fit into our sentences. */
export function incomplete(
  { platform, digest }: PlatformImage,
  reason: IncompleteReason,
  detail: string,
): IncompleteScan {
  return { outcome: 'incomplete', platform, digest, reason, detail: clause(detail) };
}

/** The end if the registry's filters leave the repository out. */
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
