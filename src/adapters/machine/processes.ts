import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that this action has started, as kept in the job's state. */
export interface StartedProcess {
  /** Its number, which is also its group's. */
  readonly pid: number;
  /** What {@link startTimeOf} returned when it started: the number may later belong to another process. */
  readonly startedAt: string;
  /** For people, without secrets. */
  readonly command: string;
}

/**
 * When a process started, in clock ticks since the machine's start; '' if there is no such process, or no /proc. A
 * process that has ended and waits for its parent to notice does not count.
 * Source: proc(5), /proc/pid/stat, field 22.
 */
export function startTimeOf(pid: number): string {
  const stat = statOf(pid);
  return stat === undefined || hasEnded(stat) ? '' : stat.startTime;
}

/**
 * How long a process has to end by itself, in milliseconds. The runner kills a cancelled step 2.5 s after its last
 * signal.
 */
const graceMs = 2_000;
/** How long to wait for a killed process: the kernel ends it at once, unless it waits for a device. In milliseconds. */
const killedMs = 2_000;
/** How often to check, in milliseconds. */
const lookMs = 20;

/**
 * Ends a process and its group, first with SIGTERM, after a while with SIGKILL, and waits for it. Leaves a process
 * alone that only has the same number; if the machine does not tell start times, that is every process.
 */
export async function endProcess({ pid, startedAt }: StartedProcess): Promise<'ended' | 'gone'> {
  if (startedAt === '' || startTimeOf(pid) !== startedAt) return 'gone';
  await endGroup(pid);
  return 'ended';
}

/**
 * Ends a process group that the caller knows to be its own.
 * @param pid the group's leader; on Windows, which has no groups, the process itself
 * @param atOnce kills it, because whatever it would still do is not needed
 */
export async function endGroup(pid: number, atOnce = false): Promise<void> {
  const kill = ['SIGKILL', killedMs] as const;
  for (const [name, ms] of atOnce ? [kill] : [['SIGTERM', graceMs] as const, kill]) {
    if (!signalGroup(pid, name)) return;
    const until = performance.now() + ms;
    while (groupLives(pid) && performance.now() < until) await sleep(lookMs);
  }
}

/** False if nothing receives the signal. */
function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  try {
    return process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    return false;
  }
}

/**
 * Whether any process of a group runs. While processes come and go a list may miss one, so only two lists that agree
 * prove that none does.
 */
function groupLives(pid: number): boolean {
  return signalGroup(pid, 0) && (isListed(pid) || isListed(pid));
}

/** Whether a process of the group is seen to run, or none of the group is listed at all. */
function isListed(pid: number): boolean {
  const members = processes().filter((each) => each.group === pid);
  return members.length === 0 || members.some((each) => !hasEnded(each));
}

interface Stat {
  readonly state: string;
  readonly group: number;
  readonly startTime: string;
}

function hasEnded({ state }: Stat): boolean {
  return state === 'Z' || state === 'X';
}

function processes(): Stat[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(Number(name)) ?? []);
  } catch {
    return [];
  }
}

/** The program's name is in brackets and may itself contain blanks and brackets; the numbers follow the last bracket. */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state = '', , group = ''] = fields;
    return { state, group: Number(group), startTime: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
