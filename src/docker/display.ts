import { redacted } from '../types/redact.ts';

/**
 * Formats a docker command as one would type it, for logs, summary and evidence. Leaves out the values of build
 * arguments, because people put secrets there although they should not, and the file through which buildx reports to
 * us, which is gone by then. Addresses are shown without their credentials.
 */
export function displayCommand(args: readonly string[]): string {
  return displayWords(args).join(' ');
}

/** Longer lines of the log are hard to read and partly out of sight. */
const lineWidth = 100;

/**
 * The same for the log, over several lines: an option is never separated from its value, and a shell accepts the whole.
 */
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
      // The path of a secret during the build does not matter to anybody.
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
