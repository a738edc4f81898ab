import { withoutCredentials, withoutSecrets } from '../../types/redact.ts';
import { writings } from '../../types/secret-writings.ts';

/** What this run has been told to hide, and the one way in which a text is rid of it. */
export interface Secrets {
  add(secret: string): void;
  /** The text without any of the secrets, however they are written, and without the credentials of addresses that nobody has named. */
  hide(text: string): string;
  /** The length of the longest writing of one: whoever cuts a text into pieces must not cut through it. */
  longest(): number;
}

/** None yet. The process has one of these, made by index.ts and given to whatever writes something that stays. */
export function startSecrets(): Secrets {
  const known = new Set<string>();
  let writtenOnes: readonly string[] = [];
  /** Most texts hold none of them, which this tells in one pass. */
  let any: RegExp | undefined;
  return {
    add(secret) {
      if (secret === '' || known.has(secret)) return;
      known.add(secret);
      writtenOnes = [...new Set([...writtenOnes, ...writings(secret)])].sort((a, b) => b.length - a.length);
      any = new RegExp(writtenOnes.map(literal).join('|'));
    },
    hide(text) {
      const open = withoutCredentials(text);
      if (any === undefined) return open;
      const whole = any.test(open) ? withoutSecrets(open, writtenOnes) : open;
      return withoutBeginnings(whole, writtenOnes);
    },
    longest: () => writtenOnes[0]?.length ?? 0,
  };
}

/** Fewer characters of a secret tell nobody anything. */
const shortestBeginning = 8;

/** A message that was cut may end in the beginning of a secret, which is that of nothing that would be found. */
function withoutBeginnings(text: string, secrets: readonly string[]): string {
  if (!text.includes('…')) return text;
  return text
    .split('…')
    .map((part, at, parts) => (at === parts.length - 1 ? part : withoutBeginning(part, secrets)))
    .join('…');
}

function withoutBeginning(part: string, secrets: readonly string[]): string {
  const lengths = secrets.map((secret) => {
    for (let length = secret.length - 1; length >= shortestBeginning; length -= 1)
      if (part.endsWith(secret.slice(0, length))) return length;
    return 0;
  });
  const longest = Math.max(0, ...lengths);
  return longest === 0 ? part : `${part.slice(0, -longest)}***`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
