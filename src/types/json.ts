import { deepestJson } from './bounds.ts';
import { quoted, Refusal, shortened } from './refusal.ts';

/** A value of foreign JSON. Read an object's members with `membersOf`, never by index. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** The members of one object, by name. */
export type Members = ReadonlyMap<string, Json>;

/**
 * Parses JSON so strictly that no other program can read it differently: no byte order mark, nothing after the value,
 * no name twice in one object at any depth (Go's parser takes the last one and merges, others take the first), and at
 * most a hundred levels. The caller must have limited the text's length.
 * Throws Refusal.
 */
export function readJson(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new Refusal('it is not JSON');
  }
  refuseRepeatedNames(text);
  return value;
}

/** Goes through the tokens of a text that is known to be valid JSON. */
function refuseRepeatedNames(text: string): void {
  /** The names seen in each open object; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined);
      if (open.length > deepestJson) throw new Refusal(`it is more than ${String(deepestJson)} levels deep`);
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (isName(text, end)) refuseSecond(open.at(-1), JSON.parse(text.slice(at, end)) as string);
      at = end - 1;
    }
  }
}

/** The position after the closing quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Whether a string is a member's name: only names are followed by a colon. */
function isName(text: string, end: number): boolean {
  let at = end;
  while (/[ \t\n\r]/.test(text[at] ?? '')) at += 1;
  return text[at] === ':';
}

function refuseSecond(names: Set<string> | undefined, name: string): void {
  if (names?.has(name) === true) throw new Refusal(`it has the member ${quoted(name)} twice in one object`);
  names?.add(name);
}

/**
 * The members of an object of which programs read the given names. A name that differs from one of them only in case
 * is refused: Go's parser takes it for the same (and `ſ` for `s`, the Kelvin sign for `k`), others do not. Messages
 * call the object `what`. Throws Refusal.
 * Source: Go, encoding/json, Unmarshal and fold.go.
 */
export function membersOf(value: Json | undefined, names: readonly string[], what: string): Members {
  if (!isObject(value)) throw new Refusal(`${what} is no object`);
  const members = new Map(Object.entries(value));
  const known = new Map(names.map((name) => [folded(name), name]));
  for (const name of members.keys()) {
    const meant = known.get(folded(name));
    if (meant !== undefined && meant !== name)
      throw new Refusal(`${what} has the member ${quoted(name)}, which some programs read as ${meant}`);
  }
  return members;
}

/** A string member; undefined if it is missing. Throws Refusal for any other type. */
export function textOf(members: Members, name: string, what: string): string | undefined {
  const value = members.get(name);
  if (value === undefined || typeof value === 'string') return value;
  throw new Refusal(`${what} has a ${name} that is not text`);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Formats a value for a message: as JSON, shortened. */
export function shownJson(value: Json | undefined): string {
  return value === undefined ? 'nothing' : shortened(JSON.stringify(value));
}

function folded(name: string): string {
  return name.toUpperCase().toLowerCase();
}
