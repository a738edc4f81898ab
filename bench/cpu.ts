import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Linux counts CPU time in hundredths of a second. Source: proc(5), sysconf(_SC_CLK_TCK). */
const tickMs = 10;

/**
 * The CPU time, in milliseconds, of everything that this process has started and, for a private engine, of the
 * engine. Processes that have not been waited for are missing.
 * @param socket the engine's socket, in the folder that its process was started with; undefined for somebody else's
 * engine
 */
export function cpuMs(socket: string | undefined): number {
  const own = statOf('self');
  const children = own === undefined ? 0 : own.ofChildren;
  return (children + (socket === undefined ? 0 : engineTicks(socket))) * tickMs;
}

function engineTicks(socket: string): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid) ?? []);
  const isEngine = ({ pid }: Stat) => commandOf(pid).some((word) => word.includes(`${dirname(socket)}/`));
  const family = new Set(all.filter(isEngine).map(({ pid }) => pid));
  // Containers' shims and BuildKit's steps are children of the engine.
  for (let before = -1; before !== family.size;) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all
    .filter(({ pid }) => family.has(pid))
    .reduce((sum, { own, ofChildren }) => sum + own + ofChildren, 0);
}

interface Stat {
  readonly pid: string;
  readonly parent: string;
  /** In ticks. */
  readonly own: number;
  /** Of children that have been waited for. */
  readonly ofChildren: number;
}

/** The parent is field 4, CPU times are fields 14 to 17. Source: proc(5), /proc/pid/stat. */
function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [user, system, usersChildren, systemsChildren] = fields.slice(11, 15).map(Number);
    return {
      pid: text.slice(0, text.indexOf(' ')),
      parent: fields[1] ?? '',
      own: (user ?? 0) + (system ?? 0),
      ofChildren: (usersChildren ?? 0) + (systemsChildren ?? 0),
    };
  } catch {
    return undefined;
  }
}

function commandOf(pid: string): string[] {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return /(?:^|\/)dockerd$/.test(words[0] ?? '') ? words : [];
  } catch {
    return [];
  }
}
