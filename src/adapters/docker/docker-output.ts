import { longestLine, longestSequence } from '../../types/bounds.ts';
import { StringDecoder } from 'node:string_decoder';
import { visibleInColour } from '../../types/text.ts';
import type { Secrets } from '../machine/secrets.ts';

/** The end of an output; what comes before it is in the log and nowhere else. */
export interface Tail {
  add(text: string): void;
  text(): string;
}

/** Keeps the last characters of an output of any length: `most` at least, and less than twice as many. */
export function tailOf(most: number): Tail {
  let kept: string[] = [];
  let size = 0;
  const text = () => kept.join('');
  return {
    add(piece) {
      kept.push(piece);
      size += piece.length;
      if (size < 2 * most) return;
      // A slice would keep all of what it was cut from in memory; this makes a text of its own.
      kept = [Buffer.from(text().slice(-most)).toString()];
      size = most;
    },
    text,
  };
}

/** Takes an output as it comes, and gives what of it may be shown by now. */
export interface Showable {
  next(chunk: Buffer): string;
  end(): string;
}

/**
 * Makes an output fit to be shown: without the run's secrets, and without what a terminal would obey except colours.
 * It goes by lines, so that nothing that has to be seen as a whole is cut where one chunk ends. A carriage return ends
 * a line, for what follows it would be written over what stands there.
 */
export function showable(secrets: Pick<Secrets, 'hide' | 'longest'>): Showable {
  const decoder = new StringDecoder('utf8');
  // Pieces of a line that has not ended: joined only when it is shown, or many small ones would take for ever.
  let held: string[] = [];
  let heldLength = 0;
  let carriageReturn = '';
  const fit = (text: string) =>
    // The runner obeys nothing in here, but its log would show these as headings and errors of its own.
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
      // What follows a carriage return says whether it is half of a line's end.
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

/** So many lines are remembered: far more than a push has layers, each with a handful of states. */
const mostRemembered = 10_000;

/** Leaves out lines that were there before; gives what is left of a piece. What does not end in this piece passes. */
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

/** Where a line that does not end is cut: its last characters may be the beginning of a secret, or of an escape. */
function cutInLine(text: string, longestSecret: number): number {
  const cut = Math.max(0, text.length - Math.max(longestSecret, longestSequence));
  return /[\ud800-\udbff]/.test(text.charAt(cut - 1)) ? cut - 1 : cut;
}
