/**
 * Somebody else's message as a clause of our own sentence: on one line, not endless, and without the full stop that
 * our sentence brings.
 */
export function clause(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > 600 ? `${line.slice(0, 599)}…` : line;
  return short.replace(/[.?!:;,\s]+$/, '');
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
