/** Whether docker leaves a path of the build context out; a folder is asked for like a file. */
export interface IgnoreRules {
  /** @param path relative to the build context, with forward slashes */
  readonly leavesOut: (path: string) => boolean;
  /** Whether something below a folder that is left out may come back, so that one has to look into it. */
  readonly hasExceptions: boolean;
}

/**
 * Reads a `.dockerignore` as BuildKit does: one pattern a line, the last one that matches a path or a folder around it
 * decides, and `!` brings back. A file with a pattern that cannot be read leaves nothing out.
 * Source: moby/patternmatcher, patternmatcher.go and ignorefile/ignorefile.go.
 */
export function readIgnoreRules(text: string): IgnoreRules {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const patterns = lines.map(readPattern);
  const readable = patterns.filter((pattern) => pattern !== undefined);
  if (readable.length < patterns.length) return { leavesOut: () => false, hasExceptions: false };
  return {
    leavesOut(path) {
      const around = pathsAround(path);
      let isOut = false;
      for (const { brings, expression } of readable)
        if (isOut === brings && around.some((one) => expression.test(one))) isOut = !brings;
      return isOut;
    },
    hasExceptions: readable.some(({ brings }) => brings),
  };
}

interface Pattern {
  readonly brings: boolean;
  readonly expression: RegExp;
}

/**
 * What has more stars takes longer with every further one. Such a pattern, and one with a character class or a backslash,
 * which Go reads in its own way, leaves nothing out: a file too many is compared, never one too few.
 */
const mostStars = 4;

function readPattern(line: string): Pattern | undefined {
  const brings = line.startsWith('!');
  const path = cleaned(brings ? line.slice(1).trim() : line);
  if (/[[\]\\]/.test(path) || (path.match(/\*+/g) ?? []).length > mostStars) return undefined;
  try {
    return { brings, expression: new RegExp(`^${expressionOf(path)}$`, 's') };
  } catch {
    return undefined;
  }
}

/** Go's filepath.Clean, and no slash in front. */
function cleaned(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function expressionOf(pattern: string): string {
  let expression = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? '';
    if (character === '*' && pattern[at + 1] === '*') {
      at += pattern[at + 2] === '/' ? 2 : 1;
      expression += at === pattern.length - 1 ? '.*' : '(?:.*/)?';
    } else if (character === '*') expression += '[^/]*';
    else if (character === '?') expression += '[^/]';
    else if (character === '\\') {
      at += 1;
      expression += escaped(pattern[at] ?? '\\');
    } else expression += '[]^-'.includes(character) ? character : escaped(character);
  }
  return expression;
}

function escaped(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/]/, String.raw`\$&`);
}

/** A path and every folder around it. */
function pathsAround(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
