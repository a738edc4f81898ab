import { deepestYaml, mostIndented } from './bounds.ts';

/**
 * The line, counted from 1, on which a YAML text is nested too deeply; undefined if it is not. A YAML parser recurses
 * once per level, and Node ends the whole process if a regular expression is compiled when no stack is left (V8,
 * `RegExpCompiler Allocation failed`), so that nothing would be undone. Brackets count wherever they are: those in
 * quotes or in block text have to be closed too.
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
