import type { Clock, Log, Registry } from '../ports.ts';
import type { PlatformImage, PublishedImage, Repository } from '../types/image.ts';
import type {
  CompleteScan,
  Finding,
  IncompleteReason,
  PlatformScan,
  ScanPage,
  ScanReport,
  ScanSettings,
} from '../types/scan.ts';
import { nextStep, pollDelayMs } from '../scan/schedule.ts';

interface Tools {
  readonly clock: Clock;
  readonly log: Log;
  readonly registry: Registry;
}

/** A scan on push that has not begun by now will not begin: ECR does not start one for every child of an index. */
const beginsWithinMs = 15_000;

/** A person who watches the log sees a line this often. */
const progressEveryMs = 15_000;

/**
 * Scans every platform of an image and reads all findings. An index has no findings itself: its platforms have.
 * Never throws because a scan gave no answer; that is a result.
 */
export async function scanImage(
  repository: Repository,
  image: PublishedImage,
  settings: ScanSettings,
  wishes: { readonly scan: 'auto' | 'off'; readonly scanTimeoutMs: number },
  tools: Tools,
): Promise<ScanReport> {
  if (wishes.scan === 'off') return { kind: 'off', why: 'the input scan is off' };
  const timeoutMs = wishes.scanTimeoutMs;
  const deadline = tools.clock.now() + timeoutMs;
  const platforms = await tools.log.group('Scan', () =>
    Promise.all(
      image.platforms.map((platform) =>
        scanPlatform({ repository, platform, settings, deadline, timeoutMs }, tools),
      ),
    ),
  );
  const complete = platforms.filter((platform): platform is CompleteScan => platform.outcome === 'complete');
  return complete.length === platforms.length
    ? { kind: 'complete', platforms: complete }
    : { kind: 'incomplete', platforms };
}

interface ScanJob {
  readonly repository: Repository;
  readonly platform: PlatformImage;
  readonly settings: ScanSettings;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  readonly timeoutMs: number;
}

async function scanPlatform(job: ScanJob, tools: Tools): Promise<PlatformScan> {
  const { clock, log, registry } = tools;
  const { repository, platform, settings } = job;
  const incomplete = (reason: IncompleteReason, detail: string): PlatformScan => ({
    outcome: 'incomplete',
    platform: platform.platform,
    digest: platform.digest,
    reason,
    detail,
  });
  if (settings.scanner === 'enhanced' && settings.startsByItself === false) {
    return incomplete('not-started', "the registry's enhanced scanning does not cover this repository");
  }

  log.info(`${platform.platform}: ${expectation(settings)}, waiting at most ${seconds(job.timeoutMs)}.`);
  const startedAt = clock.now();
  let asked = false;
  let nextProgress = progressEveryMs;
  if (settings.startsByItself === false) {
    const refusal = await askForScan(job, tools);
    if (refusal !== undefined) return incomplete(refusal.reason, refusal.detail);
    asked = true;
  }
  for (;;) {
    const answer = await registry.readScan(repository.name, platform.digest);
    const step = nextStep(answer);
    if (step.kind === 'give-up') return incomplete(step.reason, step.detail);
    if (step.kind === 'read') {
      const findings = await readAllPages(job, step.page, tools);
      if (findings === undefined)
        return incomplete('unavailable', 'the scan changed while its pages of findings were read');
      return {
        outcome: 'complete',
        platform: platform.platform,
        digest: platform.digest,
        scanner: settings.scanner === 'unknown' ? step.page.scanner : settings.scanner,
        completedAt: step.completedAt,
        findings,
      };
    }
    const waited = clock.now() - startedAt;
    if (
      answer.kind === 'no-scan' &&
      !asked &&
      (settings.startsByItself === 'unknown' || waited >= beginsWithinMs)
    ) {
      const refusal = await askForScan(job, tools);
      if (refusal !== undefined) return incomplete(refusal.reason, refusal.detail);
      asked = true;
    }
    const left = job.deadline - clock.now();
    if (left <= 0)
      return incomplete('timed-out', `waited ${seconds(job.timeoutMs)} in vain for ${step.awaiting}`);
    if (waited >= nextProgress) {
      log.info(
        `${platform.platform}: waiting for ${step.awaiting}, ${seconds(waited)} so far, at most ${seconds(job.timeoutMs)}.`,
      );
      nextProgress = waited + progressEveryMs;
    }
    await clock.sleep(Math.min(pollDelayMs(waited), left));
  }
}

function expectation({ scanner, startsByItself }: ScanSettings): string {
  const kind = scanner === 'unknown' ? 'scanning of a kind that is not known yet' : `${scanner} scanning`;
  switch (startsByItself) {
    case true:
      return `${kind}, started by the push`;
    case false:
      return `${kind}, started by this run`;
    case 'unknown':
      return kind;
  }
}

/** Starts a scan; gives the refusal, if it was refused for good. */
async function askForScan(
  { repository, platform }: ScanJob,
  { log, registry }: Tools,
): Promise<{ reason: IncompleteReason; detail: string } | undefined> {
  const start = await registry.startScan(repository.name, platform.digest);
  switch (start.kind) {
    case 'refused':
      return start;
    case 'started':
      log.info(`${platform.platform}: scan started.`);
      return undefined;
    case 'already-scanned':
      log.info(
        `${platform.platform}: ECR has scanned this image within the last 24 hours; its findings are used.`,
      );
      return undefined;
    case 'starts-by-itself':
      log.info(`${platform.platform}: the registry uses enhanced scanning, which starts by itself.`);
      return undefined;
  }
}

/** All findings; undefined where a later page does not speak of the same finished scan. */
async function readAllPages(
  { repository, platform }: ScanJob,
  firstPage: ScanPage,
  { registry }: Tools,
): Promise<readonly Finding[] | undefined> {
  const findings = [...firstPage.findings];
  let nextToken = firstPage.nextToken;
  while (nextToken !== undefined) {
    const answer = await registry.readScan(repository.name, platform.digest, nextToken);
    if (answer.kind !== 'status' || answer.page.status !== firstPage.status) return undefined;
    for (const finding of answer.page.findings) findings.push(finding);
    nextToken = answer.page.nextToken;
  }
  return findings;
}

function seconds(ms: number): string {
  return `${String(Math.round(ms / 1000))} s`;
}
