import { withoutSecrets } from '../types/redact.ts';

/** What this run has been told to hide, and the one way in which a text is rid of it. */
export interface Secrets {
  add(secret: string): void;
  /** The text without any of the secrets, and without the credentials of addresses that nobody has named. */
  hide(text: string): string;
  /** The length of the longest one: whoever cuts a text into pieces must not cut through it. */
  longest(): number;
}

/** None yet. The process has one of these, made by index.ts and given to whatever writes something that stays. */
export function startSecrets(): Secrets {
  let secrets: string[] = [];
  return {
    add(secret) {
      if (secret === '' || secrets.includes(secret)) return;
      secrets = [...secrets, secret].sort((a, b) => b.length - a.length);
    },
    hide: (text) => withoutSecrets(text, secrets),
    longest: () => secrets[0]?.length ?? 0,
  };
}
