/** A terminal shows so many columns at least. */
export const columns = 100;

const colour = /\u001b\[[0-9;]*m/g;

/** A line in lines that are no longer than that, broken at blanks where there are any; what is a table stays as it is. */
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

/** Where a line is broken: at its last blank that leaves something on it, or else where it is full. */
function seam(text: string): number {
  let full = columns;
  for (const { index, 0: code } of text.matchAll(colour)) if (index < full) full += code.length;
  const blank = text.lastIndexOf(' ', full);
  return blank > columns / 2 ? blank : full;
}
