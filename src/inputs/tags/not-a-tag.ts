import { quote } from '../parsed.ts';

/** Whatever an expression gives. */
const expressions = /\{\{\{?[^{}]*\}?\}\}/g;

/** What people write in a list that is YAML or JSON and not lines. */
export function notALine(line: string): string | undefined {
  const item = /^-\s+(.+)$/.exec(line)?.[1];
  if (item !== undefined) return `one rule a line, without the hyphen of a YAML list: ${unquoted(item)}`;
  if (/^[[\]]/.test(line) || /^\{(?!\{)/.test(line) || /^\}(?!\})/.test(line)) {
    const [first] = /(?<=")[^",]+(?=")/.exec(line) ?? ['v1'];
    return `one rule a line, not JSON: ${first}`;
  }
  const pair = /^(["']?)([a-z]+)\1:\s+(.+)$/i.exec(line);
  return pair === null
    ? undefined
    : `${pair[2]?.toLowerCase() ?? ''}=${unquoted(pair[3] ?? '')}, with an equals sign and not a colon`;
}

/** Why a word on a line of its own cannot be meant as a tag; undefined where it can. */
export function notAWord(word: string): string | undefined {
  const literal = word.replace(expressions, '');
  const words = word.split(/[ \t]+/);
  if (/[^ \t][ \t]+[^ \t]/.test(literal) && words.length > 1)
    return `one tag a line: ${words.map((each) => quote(each)).join(' and ')} are ${String(words.length)}; if the blank is meant, write value=${word}`;
  return literal.includes('=')
    ? `a tag without =, or attributes such as type=raw,value=${word.slice(word.indexOf('=') + 1)}`
    : undefined;
}

const registryHost = /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}|[\w.-]+(?=:\d+\/))(?::\d+)?\//i;

/** Whether a value is the reference of an image, and which name it may have meant; undefined where it is none. */
export function notAReference(value: string): string | undefined {
  // What an expression gives is unknown; what stands around it tells.
  const literal = value.replace(expressions, 'x');
  const digest = literal.includes('@sha256:');
  const hasTag = /^(?:[\w.-]+(?::\d+)?\/)*[\w.-]*[a-z][\w.-]*:\w[\w.-]*$/i.test(literal);
  if (!digest && !hasTag && !registryHost.test(literal)) return undefined;
  const colon = value.lastIndexOf(':');
  const hint = digest || !hasTag ? '' : `; did you mean ${value.slice(colon + 1)}?`;
  return `tag names only, for the input repository says where they are${hint}`;
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
