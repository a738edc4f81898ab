import { redacted } from '../types/redact.ts';

/**
 * A docker command as one would type it, for logs, summary and evidence.
 * Values of build arguments are left out: people put secrets there, though they should not. So is the file through
 * which buildx answers us: it is gone when anybody reads this. An address is shown without its credentials.
 */
export function displayCommand(args: readonly string[]): string {
  return displayWords(args).join(' ');
}

/** A line of the log that is longer is hard to read, and half of it is out of sight. */
const lineWidth = 100;

/** The same for the log, over as many lines as it takes: an option is never apart from its value, and a shell takes all of it. */
export function wrappedCommand(args: readonly string[]): string {
  const words = displayWords(args);
  const units = words.reduce<string[]>((some, word, at) => {
    const option = words[at - 1] ?? '';
    const isValue = /^--[a-z-]+$/.test(option) && !/^--(?:load|push|pull|no-cache)$/.test(option);
    const last = some.pop();
    return last === undefined ? [word] : isValue ? [...some, `${last} ${word}`] : [...some, last, word];
  }, []);
  const lines: string[] = [];
  for (const unit of units) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + unit.length < lineWidth) lines.splice(-1, 1, `${last} ${unit}`);
    else lines.push(last === undefined ? `$ ${unit}` : `    ${unit}`);
  }
  return lines.join(' \\\n');
}

function displayWords(args: readonly string[]): string[] {
  const words = args
    .filter((word, index) => word !== '--metadata-file' && args[index - 1] !== '--metadata-file')
    .map((word, index, shown) => {
      if (shown[index - 1] === '--build-arg') return withoutValue(word);
      // Where a value lies for the time of a build is nobody's concern.
      return redacted(shown[index - 1] === '--secret' ? word.replace(/,src=.*\/\d+$/, '') : word);
    });
  return ['docker', ...words].map(quoteWord);
}

function withoutValue(buildArg: string): string {
  const equals = buildArg.indexOf('=');
  return equals < 0 ? buildArg : `${buildArg.slice(0, equals)}=…`;
}

function quoteWord(word: string): string {
  return /^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
