/**
 * Why foreign bytes are not trusted, as a clause without a full stop. Thrown by parsers; the caller turns it into an
 * error that says what to do, or does without the bytes.
 */
export class Refusal extends Error {}

/** A foreign word for a sentence of ours: quoted, with control characters escaped, and shortened. */
export function quoted(word: string): string {
  return JSON.stringify(shortened(word));
}

/** Shortens a text to a hundred characters. */
export function shortened(text: string): string {
  const most = 100;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
