import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DockerCommand, DockerFault } from './case.ts';

/** A docker in front of docker. */
export interface DockerWrapper {
  /** PATH with this docker first. */
  readonly path: string;
  /** Whether such a command was started. */
  hasSeen(command: DockerCommand): boolean;
  /** Makes docker work normally from now on. */
  mend(): void;
}

const patterns: Readonly<Record<DockerCommand, string>> = {
  info: 'info*',
  inspect: 'buildx\\ inspect*',
  build: 'buildx\\ build\\ *|build\\ *',
  push: 'push*',
  'image rm': 'image\\ rm*|rmi*',
  'network create': 'network\\ create*',
  run: 'run\\ *',
  'container inspect': 'container\\ inspect*',
  logs: 'logs*',
  'container rm': 'container\\ rm*',
  'network rm': 'network\\ rm*',
};

/** What the shell does for the affected command; `run` calls the real docker. */
const deeds: Readonly<Record<DockerFault['how'], string>> = {
  fails: 'cat "$dir/says" >&2; exit 1',
  hangs: 'exec sleep 3600',
  'hangs-after': 'run "$@"; exec sleep 3600',
  'is-killed': 'kill -KILL $$',
  floods: 'yes "a line of the output, and another" | head -c 600000000; run "$@"; exit',
  'floods-errors': 'yes "a line of the output, and another" | head -c 600000000 >&2; run "$@"; exit',
  'says-nothing': 'run "$@" >/dev/null 2>&1; exit',
};

/** Writes the wrapper into a folder of its own. `hold` makes a command wait before it does anything. */
export function wrapDocker(
  folder: string,
  realPath: string,
  fault: DockerFault | undefined,
  hold?: { readonly command: DockerCommand; readonly ms: number },
): DockerWrapper {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(folder, 'says'), `${fault?.says ?? 'Error: it does not work'}\n`);
  const counted = (times: number | undefined) =>
    times === undefined ? 'true' : `echo >> "$dir/met" && [ "$(wc -l < "$dir/met")" -le ${String(times)} ]`;
  const seen = Object.entries(patterns).map(
    ([name, pattern]) => `${pattern}) : > "$dir/${seenMark(name)}" ;;`,
  );
  const holding =
    hold === undefined
      ? []
      : [`case "$*" in ${patterns[hold.command]}) sleep ${(hold.ms / 1000).toFixed(3)} ;; esac`];
  const faulty =
    fault === undefined
      ? []
      : [
          `case "$*" in ${patterns[fault.on]})`,
          `  if [ ! -e "$dir/mended" ] && ${counted(fault.times)}; then : > "$dir/met-once"; ${deeds[fault.how]}; fi ;;`,
          'esac',
        ];
  const lines = [
    '#!/bin/sh',
    `dir='${folder}'`,
    `run() { PATH='${realPath}' docker "$@"; }`,
    `case "$*" in ${seen.join(' ')} esac`,
    ...holding,
    ...faulty,
    `PATH='${realPath}' exec docker "$@"`,
  ];
  writeFileSync(join(bin, 'docker'), `${lines.join('\n')}\n`);
  chmodSync(join(bin, 'docker'), 0o755);
  return {
    path: `${bin}:${realPath}`,
    hasSeen: (command) => existsSync(join(folder, fault?.on === command ? 'met-once' : seenMark(command))),
    mend: () => writeFileSync(join(folder, 'mended'), ''),
  };
}

function seenMark(command: string): string {
  return `seen-${command.replace(' ', '-')}`;
}
