import { quote } from '../parsed.ts';

/** Matches expressions, whatever they give. */
const expressions = /\{\{\{?[^{}]*\}?\}\}/g;

/** Says, as a clause, how to fix a line that is YAML or JSON. */
export function notALine(line: string): string | undefined {
  const item = /^-\s+(.+)$/.exec(line)?.[1];
  if (item !== undefined) return `one rule a line, without the hyphen of a YAML list: ${unquoted(item)}`;
  if (/^[[\]]/.test(line) || /^\{(?!\{)/.test(line) || /^\}(?!\})/.test(line)) {
    const names = line.includes('{') ? [] : line.split(',').map((one) => unquoted(one.replace(/[[\]]/g, '')));
    const shown = names.filter((one) => one !== '').slice(0, 3);
    return `one rule a line, not JSON${shown.length === 0 ? '' : `: ${shown.join(' and ')}`}${shown.length > 1 ? ', each on a line of its own' : ''}`;
  }
  const pair = /^(["']?)([a-z]+)\1:\s+(.+)$/i.exec(line);
  return pair === null
    ? undefined
    : `${pair[2]?.toLowerCase() ?? ''}=${unquoted(pair[3] ?? '')}, with an equals sign and not a colon`;
}

/** Why a word on a line of its own cannot be meant as a tag; undefined if it can. */
export function notAWord(word: string): string | undefined {
  const literal = word.replace(expressions, '');
  const words = word.split(/[ \t]+/);
  if (/[^ \t][ \t]+[^ \t]/.test(literal) && words.length > 1)
    return `one tag a line: ${words.map((each) => quote(each)).join(' and ')} are ${String(words.length)}; if the blank is meant, write value=${word}`;
  const shell = /^\$\{?([a-z_]\w*)\}?$|^%([a-z_]\w*)%$/i.exec(literal);
  if (shell !== null)
    return `a tag, not a variable of a shell, which nothing puts in here; write \${{ env.${shell[1] ?? shell[2] ?? ''} }}`;
  if (/^[|>][-+]?$/.test(literal))
    return `rules on the lines below; ${word} goes after the colon in YAML, on the same line`;
  if (/^(['`"]).*\1$/.test(literal)) return `${word.slice(1, -1)}, without quotes`;
  const [, joint] = /[^\\;](\\n|;)[^\\;]/.exec(literal) ?? [];
  if (joint !== undefined)
    return `one tag a line: ${word
      .split(joint)
      .map((each) => quote(each))
      .join(' and ')}, without ${joint}`;
  return literal.includes('=')
    ? `a tag without =, or attributes such as type=raw,value=${word.slice(word.indexOf('=') + 1)}`
    : undefined;
}

const registryHost = /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}|[\w.-]+(?=:\d+\/))(?::\d+)?\//i;

/** If a value is an image reference: what to write instead; undefined if it is none. */
export function notAReference(value: string): string | undefined {
  // What an expression gives is unknown, but the text around it tells enough.
  const literal = value.replace(expressions, 'x');
  if (/^sha256:[0-9a-f]{32,}$/i.test(literal))
    return 'tag names only; a digest names an image and is not a tag';
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
