import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { tooDeep, tooDeepAt } from '../types/yaml-depth.ts';

/** One problem in a YAML input, and its line, counted from 1. It never contains a value, which may be a secret. */
export interface YamlProblem {
  readonly line: number;
  readonly what: string;
}

/** Reads parts of a document. Whatever is invalid is reported, and gives undefined. */
export interface YamlReader {
  readonly root: Node | null;
  readonly problems: readonly YamlProblem[];
  report(node: unknown, what: string): void;
  /** Reports every key that is not one of these. */
  requireKeys(map: YAMLMap, known: readonly string[]): void;
  /** A text that is not blank; undefined if there is none. A number is taken as it is written. */
  text(map: YAMLMap, key: string): string | undefined;
  /** The same, but its absence is a problem. */
  requiredText(map: YAMLMap, key: string): string | undefined;
  wholeNumber(map: YAMLMap, key: string, from: number, to: number): number | undefined;
  map(map: YAMLMap, key: string): YAMLMap | undefined;
}

/** Parses a YAML input. */
export function openYaml(text: string): YamlReader {
  const counter = new LineCounter();
  const deepAt = tooDeepAt(text);
  const document = parseDocument(deepAt === undefined ? text : '', {
    lineCounter: counter,
    prettyErrors: false,
  });
  // The parser's messages quote what it does not understand, which may be half a password.
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map(({ pos, code }) => ({
    line: counter.linePos(pos[0]).line,
    what: `it is not YAML: ${code.toLowerCase().replaceAll('_', ' ')}`,
  }));
  if (deepAt !== undefined) problems.push({ line: deepAt, what: tooDeep });
  const report = (node: unknown, what: string) => {
    const { range } = node as { range?: readonly [number, number, number] | null };
    problems.push({ line: counter.linePos(range?.[0] ?? 0).line, what });
  };
  if (problems.length === 0) refuseAliases(document, report);
  const text_ = (map: YAMLMap, key: string): string | undefined => {
    const node: unknown = map.get(key, true);
    if (node === undefined || (isScalar(node) && node.value === null)) return undefined;
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value;
    if (isScalar(node) && typeof node.value === 'number' && node.source !== undefined) return node.source;
    report(node, `${key} has to be text; put it in quotes`);
    return undefined;
  };
  return {
    root: problems.length > 0 ? null : document.contents,
    problems,
    report,
    text: text_,
    requireKeys(map, known) {
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : 'something that is not a name';
        if (!known.includes(name)) report(key, `there is no key ${name}; there are ${known.join(', ')}`);
      }
    },
    requiredText(map, key) {
      const before = problems.length;
      const found = text_(map, key);
      if (found === undefined && problems.length === before) report(map, `${key} is missing`);
      return found;
    },
    wholeNumber(map, key, from, to) {
      const node: unknown = map.get(key, true);
      if (node === undefined) return undefined;
      const value = isScalar(node) ? node.value : undefined;
      if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
      report(node, `${key} has to be a whole number from ${String(from)} to ${String(to)}`);
      return undefined;
    },
    map(map, key) {
      const node: unknown = map.get(key, true);
      if (node === undefined || isMap(node)) return node;
      report(node, `${key} has to be a mapping`);
      return undefined;
    },
  };
}

/** Reports aliases, without their names: one may be a password that is not in quotes. */
function refuseAliases(document: Document, report: YamlReader['report']): void {
  visit(document, {
    Alias: (_, alias) => {
      report(
        alias,
        'what begins with * stands for what is written elsewhere; write the value itself, in quotes',
      );
    },
  });
}

/** The entries of a list; a single entry counts as a list of one. */
export function entriesOf(root: Node | null): readonly unknown[] {
  if (root === null || (isScalar(root) && root.value === null)) return [];
  return isSeq(root) ? root.items : [root];
}
