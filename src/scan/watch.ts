import { pollDelayMs } from './schedule.ts';
import { settlingPollMs } from './stability.ts';
import type { PlatformScan, ScanAnswer, ScanSettings } from '../types/scan.ts';
import { clause } from '../types/text.ts';
import {
  followScan,
  incomplete,
  notCovered,
  type Follower,
  type ScanJob,
  type ScanTools,
  type Wait,
} from './follow.ts';
import { pollPage } from './read-findings.ts';

/** A request at the very deadline still gets a moment to be answered. */
const leastAnswerMs = 1000;

/** Whoever watches the log sees a line this often. */
const progressEveryMs = 15_000;

/**
 * Polls the scan of one manifest until it ends or the deadline has come, and sometimes logs what is awaited. A scan
 * without an answer is a result, and what was listed belongs to it; an error of the registry is thrown.
 */
export async function watchScan(job: ScanJob, tools: ScanTools): Promise<PlatformScan> {
  const follower = followScan(job, tools);
  const end = await pollToEnd(job, tools, follower);
  const findings = follower.listed();
  return end.outcome === 'complete' || findings.length === 0 ? end : { ...end, findings };
}

async function pollToEnd(job: ScanJob, tools: ScanTools, follower: Follower): Promise<PlatformScan> {
  const { clock, log } = tools;
  const { platform, settings, deadline } = job;
  const atMost = span(job.timeoutMs);
  const startedAt = clock.now();
  let nextProgress = progressEveryMs;
  let busy: ScanAnswer | undefined;
  // Enhanced scanning accepts no requests: if it does not begin by itself, there is nothing to wait for.
  if (settings.scanner === 'enhanced' && settings.frequency === 'manual') return notCovered(platform);
  log.info(`${platform.platform}: ${expectation(settings)}, waiting at most ${atMost}.`);
  for (;;) {
    const end = await follower.beforePoll();
    if (end !== undefined) return end;
    const withinMs = Math.max(leastAnswerMs, deadline - clock.now());
    const read = await job.scanner.read(platform.digest, { ...pollPage, withinMs });
    // A poll that was cut off at the deadline says less than the answer before it.
    const isCut = read.kind === 'busy' && clock.now() >= deadline;
    const answer = isCut && busy !== undefined ? busy : read;
    busy = answer.kind === 'busy' ? answer : undefined;
    const next = await follower.take(answer);
    if (next.outcome !== 'wait') return next;
    if (job.isCalledOff()) return incomplete(platform, 'unavailable', 'another platform has stopped the run');
    const left = deadline - clock.now();
    if (left <= 0) {
      const refusal = follower.refusal();
      const said = refusal === undefined ? '' : `; ECR said last: ${clause(refusal)}`;
      return incomplete(platform, 'timed-out', `waited ${atMost} in vain for ${next.awaiting}${said}`);
    }
    const waited = clock.now() - startedAt;
    if (waited >= nextProgress) {
      log.info(
        `${platform.platform}: still waiting for ${next.awaiting} after ${span(waited)}, at most ${atMost}.`,
      );
      nextProgress = waited + progressEveryMs;
    }
    await clock.sleep(Math.min(pauseMs(next, waited), left));
  }
}

/** How long to wait for the next poll: longer and longer, but a result that has to settle is checked on time. */
function pauseMs({ settlesInMs }: Wait, waitedMs: number): number {
  return settlesInMs === undefined ? pollDelayMs(waitedMs) : settlingPollMs(settlesInMs);
}

function expectation({ scanner, frequency }: ScanSettings): string {
  const kind = scanner === 'unknown' ? 'scanning of a kind that is not known yet' : `${scanner} scanning`;
  switch (frequency) {
    case 'on-push':
      return `${kind} on push`;
    case 'continuous':
      return `${kind}, continuous`;
    case 'manual':
      return `${kind}, started by this run`;
    case 'unknown':
      return kind;
  }
}

/** Whole seconds, or minutes if there are at least two and nothing else. */
function span(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds >= 120 && seconds % 60 === 0 ? `${String(seconds / 60)} min` : `${String(seconds)} s`;
}
