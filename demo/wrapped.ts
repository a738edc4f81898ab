/** The least number of columns of a terminal. */
export const columns = 100;

const colour = /\u001b\[[0-9;]*m/g;

/** Breaks a line into lines of at most that length, at blanks if there are any; a table stays as it is. */
export function wrapped(line: string): string {
  if (width(line) <= columns || /[│┌├└]/.test(line)) return line;
  const indent = ' '.repeat(Math.min(24, (/^ */.exec(line)?.[0].length ?? 0) + 4));
  const lines: string[] = [];
  let rest = line;
  while (width(rest) > columns) {
    const at = seam(rest);
    lines.push(rest.slice(0, at));
    rest = `${indent}${rest.slice(at).trimStart()}`;
  }
  return [...lines, rest].join('\n');
}

function width(text: string): number {
  return text.replace(colour, '').length;
}

/** Where to break a line: at its last blank that leaves something on it, or else where it is full. */
function seam(text: string): number {
  let full = columns;
  for (const { index, 0: code } of text.matchAll(colour)) if (index < full) full += code.length;
  const blank = text.lastIndexOf(' ', full);
  return blank > columns / 2 ? blank : full;
}
