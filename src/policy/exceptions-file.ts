import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node, type YAMLMap } from 'yaml';
import type { Exception } from '../types/exceptions.ts';
import { tooDeep, tooDeepAt } from '../types/yaml-depth.ts';

/** One problem in the file, and its line. */
interface FileProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
}

type ParsedExceptions =
  | { readonly ok: true; readonly list: readonly Exception[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const dayMs = 24 * 3600_000;
const defaultMaxDays = 365;
const mostMaxDays = 3650;
const entryKeys = ['id', 'package', 'reason', 'expires', 'approved-by'];

/**
 * Parses the exceptions file. Values are not coerced and unknown keys are errors: a misspelt key would otherwise
 * accept more than its author meant. All problems are reported together. The schema for editors is
 * docs/reference/exceptions.schema.json.
 * @param now milliseconds since 1970, to compare the end dates with
 */
export function parseExceptions(text: string, now: number): ParsedExceptions {
  const deepAt = tooDeepAt(text);
  if (deepAt !== undefined) return { ok: false, problems: [{ line: deepAt, what: tooDeep }] };
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const problems: FileProblem[] = [];
  const lineOf = (node: unknown) => counter.linePos(offsetOf(node)).line;
  const report = (node: unknown, what: string) => problems.push({ line: lineOf(node), what });
  for (const { pos, message } of [...document.errors, ...document.warnings])
    problems.push({ line: counter.linePos(pos[0]).line, what: firstLine(message) });
  if (problems.length > 0) return { ok: false, problems };
  // Whoever reads a line sees what it accepts.
  visit(document, {
    Alias: (_, alias) => {
      report(alias, `*${alias.source} stands for what is written elsewhere; write the value itself`);
    },
  });
  if (problems.length > 0) return { ok: false, problems };

  const reader: Reader = { report, lineOf };
  const list = readRoot(document.contents, reader, now);
  return problems.length > 0
    ? { ok: false, problems: problems.sort((a, b) => a.line - b.line) }
    : { ok: true, list };
}

interface Reader {
  readonly report: (node: unknown, what: string) => void;
  readonly lineOf: (node: unknown) => number;
}

function readRoot(root: Node | null, reader: Reader, now: number): Exception[] {
  // A file with nothing but comments is valid and accepts nothing.
  if (root === null || (isScalar(root) && root.value === null)) return [];
  if (!isMap(root)) {
    reader.report(root, 'the file must be a mapping with the key exceptions');
    return [];
  }
  reportUnknownKeys(root, ['exceptions', 'max-days'], reader);
  const maxDays = readMaxDays(root, reader);
  const entries: unknown = root.get('exceptions', true);
  if (!isSeq(entries)) {
    const isEmpty = entries === undefined || (isScalar(entries) && entries.value === null);
    if (!isEmpty) reader.report(entries, 'exceptions must be a list');
    return [];
  }
  const seen = new Map<string, number>();
  return entries.items.flatMap((entry) => {
    const exception = readEntry(entry, reader, now + maxDays * dayMs, maxDays);
    if (exception === undefined) return [];
    const key = JSON.stringify([exception.id, exception.package]);
    const before = seen.get(key);
    if (before !== undefined) reader.report(entry, `the same finding is accepted on line ${String(before)}`);
    else seen.set(key, exception.line);
    return [exception];
  });
}

function readMaxDays(root: YAMLMap, { report }: Reader): number {
  const node: unknown = root.get('max-days', true);
  if (node === undefined) return defaultMaxDays;
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostMaxDays)
    return value;
  report(node, `max-days must be a whole number of days from 1 to ${String(mostMaxDays)}`);
  return mostMaxDays;
}

function readEntry(entry: unknown, reader: Reader, latest: number, maxDays: number): Exception | undefined {
  if (!isMap(entry)) {
    reader.report(entry, 'an exception must be a mapping with id, reason and expires');
    return undefined;
  }
  reportUnknownKeys(entry, entryKeys, reader);
  const id = readText(entry, 'id', reader);
  const reason = readText(entry, 'reason', reader);
  const expires = readText(entry, 'expires', reader);
  const [packageName, approvedBy] = ['package', 'approved-by'].map((key) =>
    entry.has(key) ? readText(entry, key, reader) : undefined,
  );
  const endsAt = expires === undefined ? undefined : endOfDay(expires);
  if (expires !== undefined && endsAt === undefined)
    reader.report(entry.get('expires', true), `expires must be a day such as 2026-12-31`);
  if (endsAt !== undefined && endsAt - dayMs > latest) {
    reader.report(
      entry.get('expires', true),
      `expires is more than ${String(maxDays)} days ahead; give an earlier day, or a larger max-days at the top of the file`,
    );
  }
  if (id === undefined || reason === undefined || expires === undefined || endsAt === undefined)
    return undefined;
  return { id, package: packageName, reason, expires, endsAt, approvedBy, line: reader.lineOf(entry) };
}

function reportUnknownKeys(map: YAMLMap, known: readonly string[], { report }: Reader): void {
  for (const { key } of map.items) {
    const name = isScalar(key) ? String(key.value) : 'something that is not a name';
    if (!known.includes(name)) report(key, `unknown key ${name}; known: ${known.join(', ')}`);
  }
}

/** Reads a string that is not blank. What YAML reads as a number or a boolean is an error that says so. */
function readText(map: YAMLMap, key: string, { report }: Reader): string | undefined {
  const node: unknown = map.get(key, true);
  const value: unknown = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && value.trim() !== '') return value.trim().replace(/\s+/g, ' ');
  const isMissing = node === undefined || value === null || typeof value === 'string';
  report(node ?? map, isMissing ? `${key} is missing` : `${key} must be text; put it in quotes`);
  return undefined;
}

/** The first moment after a day, in UTC; undefined if the text is not a date that exists. */
function endOfDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const start = Date.parse(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
  return exists ? start + dayMs : undefined;
}

function offsetOf(node: unknown): number {
  const { range } = node as { range?: readonly [number, number, number] | null };
  return range?.[0] ?? 0;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/[.:]\s*$/, '');
}
