/**
 * Why bytes that somebody else wrote are not believed: a clause without a full stop. Thrown while they are read; whoever
 * asked for them makes it an error that says what to do, or goes without them.
 */
export class Refusal extends Error {}

/** Somebody else's word in a sentence of ours: quoted, with control characters escaped, and not endless. */
export function quoted(word: string): string {
  return JSON.stringify(shortened(word));
}

/** A text of at most a hundred characters. */
export function shortened(text: string): string {
  const most = 100;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
