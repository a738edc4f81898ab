import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** docker and git that record every word of their commands. */
export interface RecordingPrograms {
  /** PATH with these first. */
  readonly path: string;
  /** The words of every command so far. */
  commands(): string[][];
}

/** A command ends with a line of its own. */
const end = '\u0001\n';

/** Puts them into their own folder. */
export function recordPrograms(folder: string, realPath: string): RecordingPrograms {
  const note = join(folder, 'commands');
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['docker', 'git']) {
    const lines = [
      '#!/bin/sh',
      // One write for each command, so that two at once do not mix.
      `words=$(printf '%s\\002' ${name} "$@"; printf x)`,
      `printf '%s\\001\\n' "\${words%x}" >> '${note}'`,
      `PATH='${realPath}' exec ${name} "$@"`,
    ];
    writeFileSync(join(bin, name), `${lines.join('\n')}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return {
    path: `${bin}${delimiter}${realPath}`,
    commands: () =>
      !existsSync(note)
        ? []
        : readFileSync(note, 'utf8')
            .split(end)
            .filter((command) => command !== '')
            .map((command) => command.split('\u0002').slice(0, -1)),
  };
}
