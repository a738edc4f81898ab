import { matchesSteps, type Step } from '../types/wildcard.ts';

/** Whether docker leaves a path out of the build context; folders are asked about like files. */
export interface IgnoreRules {
  /** @param path relative to the build context, with forward slashes */
  readonly leavesOut: (path: string) => boolean;
  /** Whether something below an excluded folder may be included again, so that the folder must be searched. */
  readonly hasExceptions: boolean;
}

/**
 * Reads a `.dockerignore` as BuildKit does: one pattern per line; the last one that matches a path or a folder above
 * it decides, and `!` includes again. A file with a pattern that cannot be read excludes nothing.
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
      for (const { isException, steps } of readable)
        if (isOut === isException && around.some((one) => matchesSteps(steps, one))) isOut = !isException;
      return isOut;
    },
    hasExceptions: readable.some(({ isException }) => isException),
  };
}

interface Pattern {
  readonly isException: boolean;
  readonly steps: readonly Step[];
}

/** No path is longer, and a pattern need not be. In characters. Source: Linux, PATH_MAX. */
const longest = 4096;

/**
 * Undefined for a pattern with a character class or a backslash, which Go reads in its own way. The file then
 * excludes nothing, so that too many files are compared, and never too few.
 */
function readPattern(line: string): Pattern | undefined {
  const isException = line.startsWith('!');
  const path = cleaned(isException ? line.slice(1).trim() : line);
  if (/[[\]\\]/.test(path) || path.length > longest) return undefined;
  return { isException, steps: stepsOf(path) };
}

/** Cleans a path as Go's filepath.Clean does, and removes a leading slash. */
function cleaned(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Source: moby/patternmatcher, patternmatcher.go, compile. */
function stepsOf(pattern: string): Step[] {
  const steps: Step[] = [];
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '*' && characters[at + 1] === '*') {
      at += characters[at + 2] === '/' ? 2 : 1;
      steps.push({ kind: at === characters.length - 1 ? 'all' : 'folders' });
    } else if (character === '*') steps.push({ kind: 'name' });
    else if (character === '?') steps.push({ kind: 'one' });
    else steps.push({ kind: 'literal', character });
  }
  return steps;
}

/** A path and every folder above it. */
function pathsAround(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
