import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A process of this machine. */
export interface Found {
  readonly pid: number;
  readonly command: string;
}

/** The variable that marks every process of a case, even one that outlives whoever started it. */
export const caseVariable = 'ECR_SHIP_FAULT_CASE';

/** The processes whose environment has the mark of a case; none if there is no /proc. */
export function processesOf(mark: string): Found[] {
  return processes((folder) =>
    readFileSync(join(folder, 'environ'), 'latin1').split('\0').includes(`${caseVariable}=${mark}`),
  );
}

/** The dockerd of a private engine, found by the configuration beside its socket. */
export function engineProcess(socket: string): Found | undefined {
  const config = join(dirname(socket), 'daemon.json');
  return processes((folder) => {
    const [program = '', ...args] = argv(folder);
    return program.endsWith('dockerd') && args.includes(config);
  })[0];
}

function processes(isWanted: (folder: string) => boolean): Found[] {
  return pids().flatMap((pid) => {
    const folder = `/proc/${String(pid)}`;
    try {
      // A process that has ended and waits for its parent has no command any more.
      const command = argv(folder).join(' ').trim();
      return command !== '' && isWanted(folder) ? [{ pid, command }] : [];
    } catch {
      return [];
    }
  });
}

function argv(folder: string): string[] {
  return readFileSync(join(folder, 'cmdline'), 'utf8').split('\0');
}

function pids(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
