import { withoutCredentials, withoutSecrets } from '../../types/redact.ts';
import { writings } from '../../types/secret-writings.ts';

/** The secrets of this run, and the one way to remove them from a text. */
export interface Secrets {
  add(secret: string): void;
  /** Removes all secrets from a text, in whatever form, and the credentials of addresses in it. */
  hide(text: string): string;
  /** The length of the longest form of a secret: whoever splits a text must not cut through one. */
  longest(): number;
}

/**
 * Starts without secrets. The process has one such object, made by main or post and passed to whatever writes
 * something lasting.
 */
export function startSecrets(): Secrets {
  const known = new Set<string>();
  let forms: readonly string[] = [];
  /** Tells in one pass that a text has no secret, as most have none. */
  let anyForm: RegExp | undefined;
  return {
    add(secret) {
      if (secret === '' || known.has(secret)) return;
      known.add(secret);
      forms = [...new Set([...forms, ...writings(secret)])].sort((a, b) => b.length - a.length);
      anyForm = new RegExp(forms.map(literal).join('|'));
    },
    hide(text) {
      const open = withoutCredentials(text);
      if (anyForm === undefined) return open;
      const whole = anyForm.test(open) ? withoutSecrets(open, forms) : open;
      return withoutBeginnings(whole, forms);
    },
    longest: () => forms[0]?.length ?? 0,
  };
}

/** Fewer characters of a secret reveal nothing. */
const shortestBeginning = 8;

/** A message that was cut may end with the beginning of a secret, which would not be found otherwise. */
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
