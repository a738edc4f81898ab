import { deepestYaml, mostIndented } from './bounds.ts';

/**
 * The line, from 1, on which a YAML text is nested deeper than anybody means; undefined where it is not. A parser of YAML goes
 * one call deeper with each level, and Node ends the whole process where a regular expression is compiled with no stack left
 * (V8, `RegExpCompiler Allocation failed`), so that nothing would be taken back any more. Brackets are counted wherever they
 * stand: what is in quotes or in a block of text has to close them as well.
 */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const [lead = ''] = /^\s*(?:[?:-]\s+)*/.exec(line) ?? [];
    if (lead.replace(/\s/g, '').length > deepestYaml || lead.length > mostIndented) return at + 1;
    for (const character of line) {
      if (character === '[' || character === '{') depth += 1;
      else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
      if (depth > deepestYaml) return at + 1;
    }
  }
  return undefined;
}

/** What is wrong with such a line. */
export const tooDeep = `it is nested deeper than ${String(deepestYaml)} levels`;
