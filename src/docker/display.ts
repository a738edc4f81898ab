import { redacted } from '../types/redact.ts';

/**
 * A docker command as one would type it, for logs, summary and evidence.
 * Values of build arguments are left out: people put secrets there, though they should not. So is the file through
 * which buildx answers us: it is gone when anybody reads this. An address is shown without its credentials.
 */
export function displayCommand(args: readonly string[]): string {
  const words = args
    .filter((word, index) => word !== '--metadata-file' && args[index - 1] !== '--metadata-file')
    .map((word, index, shown) => {
      if (shown[index - 1] === '--build-arg') return withoutValue(word);
      // Where a value lies for the time of a build is nobody's concern.
      return redacted(shown[index - 1] === '--secret' ? word.replace(/,src=.*\/\d+$/, '') : word);
    });
  return ['docker', ...words].map(quoteWord).join(' ');
}

function withoutValue(buildArg: string): string {
  const equals = buildArg.indexOf('=');
  return equals < 0 ? buildArg : `${buildArg.slice(0, equals)}=…`;
}

function quoteWord(word: string): string {
  return /^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
