import { longestLine, longestSequence } from '../../types/bounds.ts';
import { StringDecoder } from 'node:string_decoder';
import { visibleInColour } from '../../types/text.ts';
import type { Secrets } from '../machine/secrets.ts';

/** The end of an output; everything before it is only in the log. */
interface Tail {
  add(text: string): void;
  text(): string;
}

/** Keeps the last characters of an output of any length: at least `most`, and less than twice as many. */
export function tailOf(most: number): Tail {
  let kept: string[] = [];
  let size = 0;
  const text = () => kept.join('');
  return {
    add(piece) {
      kept.push(piece);
      size += piece.length;
      if (size < 2 * most) return;
      // A slice would keep the whole original in memory; this makes a copy.
      kept = [Buffer.from(text().slice(-most)).toString()];
      size = most;
    },
    text,
  };
}

/** Takes an output in chunks, and returns what may be shown by now. */
interface Showable {
  next(chunk: Buffer): string;
  end(): string;
}

/**
 * Makes an output fit to be shown: without the run's secrets, and without terminal orders except colours. It works by
 * lines, so that nothing that must be seen as a whole is cut at the end of a chunk. A carriage return ends a line,
 * because what follows it would overwrite that line.
 */
export function showable(secrets: Pick<Secrets, 'hide' | 'longest'>): Showable {
  const decoder = new StringDecoder('utf8');
  // The pieces of an unfinished line, joined only when shown: joining many small ones each time would take for ever.
  let held: string[] = [];
  let heldLength = 0;
  let carriageReturn = '';
  const fit = (text: string) =>
    // The runner obeys nothing here, but its log would show these as headings and errors of its own.
    visibleInColour(secrets.hide(text.replace(/\r+\n?/g, '\n'))).replaceAll('##[', String.raw`#\#[`);
  const hold = (text: string) => {
    held.push(text);
    heldLength += text.length;
  };
  const release = (upTo: (text: string) => number): string => {
    const text = held.join('');
    const cut = upTo(text);
    [held, heldLength] = [[], 0];
    hold(text.slice(cut));
    return fit(text.slice(0, cut));
  };
  return {
    next(chunk) {
      const piece = carriageReturn + decoder.write(chunk);
      // Only what follows a carriage return tells whether it is half a line end.
      carriageReturn = piece.endsWith('\r') ? '\r' : '';
      const text = piece.slice(0, piece.length - carriageReturn.length);
      hold(text);
      const lineEnd = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
      if (lineEnd > 0) return release((all) => all.length - text.length + lineEnd);
      return heldLength > longestLine ? release((all) => cutInLine(all, secrets.longest())) : '';
    },
    end() {
      hold(carriageReturn + decoder.end());
      return release((all) => all.length);
    },
  };
}

/** How many lines are remembered: far more than the layers of a push, each with a handful of states. */
const mostRemembered = 10_000;

/**
 * Leaves out lines that were shown before, and returns the rest of a piece. A line that does not end in this piece is
 * let through.
 */
export function onlyNews(): (shown: string) => string {
  const seen = new Set<string>();
  const isNew = (line: string) => {
    if (seen.has(line)) return false;
    if (seen.size < mostRemembered) seen.add(line);
    return true;
  };
  return (shown) =>
    shown
      .split(/(?<=\n)/)
      .filter((line) => !line.endsWith('\n') || isNew(line))
      .join('');
}

/** Where to cut an unfinished line: its last characters may begin a secret or an escape sequence. */
function cutInLine(text: string, longestSecret: number): number {
  const cut = Math.max(0, text.length - Math.max(longestSecret, longestSequence));
  return /[\ud800-\udbff]/.test(text.charAt(cut - 1)) ? cut - 1 : cut;
}
