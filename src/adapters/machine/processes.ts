import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that this action has started, as the job's state keeps it. */
export interface StartedProcess {
  /** Its number, which is that of its group too. */
  readonly pid: number;
  /** What {@link startTimeOf} said when it was started: a number may be given to another process later. */
  readonly startedAt: string;
  /** For people, without secrets. */
  readonly command: string;
}

/**
 * When a process was started, in clock ticks since the machine's start; '' where no such process runs, or where there is
 * no /proc. One that has ended and waits for its parent to notice runs no more.
 * Source: proc(5), /proc/pid/stat, field 22.
 */
export function startTimeOf(pid: number): string {
  const stat = statOf(pid);
  return stat === undefined || hasEnded(stat) ? '' : stat.startTime;
}

/** What a process gets to end by itself, in milliseconds. The runner kills a cancelled step 2.5 s after its last signal. */
const graceMs = 2_000;
/** The kernel ends a killed process at once, but for one that waits for a device. In milliseconds. */
const killedMs = 2_000;
/** How often it is looked at, in milliseconds. */
const lookMs = 20;

/**
 * Ends a process and its group, first with SIGTERM, after a while with SIGKILL, and waits for it. Does nothing to a
 * process that only has the same number, which is any one where the machine does not tell when it was started.
 */
export async function endProcess({ pid, startedAt }: StartedProcess): Promise<'ended' | 'gone'> {
  if (startedAt === '' || startTimeOf(pid) !== startedAt) return 'gone';
  await endGroup(pid);
  return 'ended';
}

/**
 * Ends a group of processes of which the caller knows that it is its own.
 * @param pid the process that leads it; for Windows, which has no groups, the process itself
 * @param atOnce kills them: nobody needs what they would still do
 */
export async function endGroup(pid: number, atOnce = false): Promise<void> {
  const kill = ['SIGKILL', killedMs] as const;
  for (const [name, ms] of atOnce ? [kill] : [['SIGTERM', graceMs] as const, kill]) {
    if (!signalGroup(pid, name)) return;
    const until = performance.now() + ms;
    while (groupLives(pid) && performance.now() < until) await sleep(lookMs);
  }
}

/** False where there is nobody to get the signal. */
function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  try {
    return process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    return false;
  }
}

/** Whether any process of a group runs. A list of processes that come and go may miss one: only two that agree say that none does. */
function groupLives(pid: number): boolean {
  return signalGroup(pid, 0) && (isListed(pid) || isListed(pid));
}

/** Whether one of a group is seen to run, or none of it is seen at all. */
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

/** The program's name stands in brackets and may hold blanks and brackets itself; numbers follow the last one. */
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
