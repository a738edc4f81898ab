/** A value of Terraform's language: texts as they are between their quotes, and expressions as they are written. */
export type HclValue =
  | string
  | readonly HclValue[]
  | { readonly object: Readonly<Record<string, HclValue>> }
  | { readonly code: string };

export interface HclBody {
  readonly attributes: Readonly<Record<string, HclValue>>;
  readonly blocks: readonly HclBlock[];
}

export interface HclBlock extends HclBody {
  readonly type: string;
  readonly labels: readonly string[];
}

const token = /\s+|#[^\n]*|("(?:[^"\\]|\\.)*")|([A-Za-z_][\w.]*)|(-?\d+)|([{}[\](),=:])/y;

/**
 * Reads as much of Terraform's language as the examples of docs/reference/iam use; everything else is an error.
 * Source: HCL native syntax specification.
 */
export function readHcl(text: string): HclBody {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const from = token.lastIndex;
    const found = token.exec(text);
    if (found === null) throw new Error(`unknown at ${JSON.stringify(text.slice(from, from + 30))}`);
    const word = found.slice(1).find(Boolean);
    if (word) tokens.push(word);
  }
  const reader = { tokens, at: 0 };
  const body = readBody(reader, undefined);
  if (reader.at < tokens.length) throw new Error(`${tokens[reader.at] ?? ''} was not expected`);
  return body;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function take(reader: Reader, wanted?: string): string {
  const word = reader.tokens[reader.at] ?? '';
  if (word === '' || (wanted !== undefined && word !== wanted))
    throw new Error(`${JSON.stringify(word)} in the place of ${wanted ?? 'a word'}`);
  reader.at += 1;
  return word;
}

function readBody(reader: Reader, end: string | undefined): HclBody {
  const attributes: Record<string, HclValue> = {};
  const blocks: HclBlock[] = [];
  while (reader.tokens[reader.at] !== end) {
    const name = take(reader);
    if (reader.tokens[reader.at] === '=') {
      take(reader, '=');
      attributes[name] = readValue(reader);
      continue;
    }
    const labels: string[] = [];
    while (reader.tokens[reader.at] !== '{') labels.push(unquoted(take(reader)));
    take(reader, '{');
    blocks.push({ type: name, labels, ...readBody(reader, '}') });
    take(reader, '}');
  }
  return { attributes, blocks };
}

function readValue(reader: Reader): HclValue {
  const word = take(reader);
  if (word.startsWith('"')) return unquoted(word);
  if (word === '[') return reader.tokens[reader.at] === 'for' ? code(reader, word, ']') : readList(reader);
  if (word === '{') return { object: readObject(reader) };
  if (reader.tokens[reader.at] !== '(') return { code: word };
  take(reader, '(');
  if (word !== 'jsonencode') return code(reader, `${word}(`, ')');
  const value = readValue(reader);
  take(reader, ')');
  return value;
}

function readList(reader: Reader): readonly HclValue[] {
  const items: HclValue[] = [];
  while (reader.tokens[reader.at] !== ']') {
    items.push(readValue(reader));
    if (reader.tokens[reader.at] === ',') take(reader);
  }
  take(reader, ']');
  return items;
}

function readObject(reader: Reader): Readonly<Record<string, HclValue>> {
  const members: Record<string, HclValue> = {};
  while (reader.tokens[reader.at] !== '}') {
    const name = unquoted(take(reader));
    take(reader, '=');
    members[name] = readValue(reader);
    if (reader.tokens[reader.at] === ',') take(reader);
  }
  take(reader, '}');
  return members;
}

/** An expression up to its closing bracket, with an index after it. */
function code(reader: Reader, begun: string, end: string): HclValue {
  const words = [begun];
  const opened = [end];
  const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
  while (opened.length > 0) {
    const word = take(reader);
    words.push(word);
    if (word === opened.at(-1)) opened.pop();
    else if (pairs[word] !== undefined) opened.push(pairs[word]);
  }
  while (reader.tokens[reader.at] === '[') {
    const index = code(reader, take(reader), ']');
    words.push(typeof index === 'object' && 'code' in index ? index.code : '');
  }
  return { code: words.join(' ') };
}

function unquoted(word: string): string {
  return word.startsWith('"') ? (JSON.parse(word) as string) : word;
}
