import { nearestWord } from '../types/nearest.ts';
import { notAllowed, ok, quote, type Parsed } from './parsed.ts';

/** Makes a word that takes no arguments. */
export function plain(value: Parsed<string>): Scope[string] {
  return ({ positional, named }) =>
    positional.length + named.size === 0
      ? value
      : notAllowed(
          `arguments for {{date}} and {{commit_date}} only, not ${quote([...positional, ...named.values()].join(' '))}`,
        );
}

/** The words that expressions may use. Each gives a text from its arguments, or says what is wrong with them. */
export type Scope = Readonly<Record<string, (call: Call) => Parsed<string>>>;

/** The arguments of one expression. */
export interface Call {
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** In Handlebars three braces turn escaping off; here nothing is escaped anyway. */
const expression = /(?<!\{)(?:\{\{\{([^{}]*)\}\}\}|\{\{([^{}]*)\}\})/g;

/**
 * Replaces every `{{word}}` and `{{word 'argument' name='argument'}}` in a text. Nothing is escaped, because the
 * result is a tag or a label, not HTML. An unknown word is an error that names the nearest known one.
 */
export function evaluate(text: string, scope: Scope): Parsed<string> {
  let problem: Parsed<string> | undefined;
  const value = text.replace(expression, (whole: string, three: string | undefined, two: string) => {
    const given = evaluateOne(whole, three ?? two, scope);
    if (given.ok) return given.value;
    problem ??= given;
    return whole;
  });
  if (problem !== undefined) return problem;
  if (text.replace(expression, '').includes('{{'))
    return notAllowed(`expressions that are closed, such as {{sha}} (in ${quote(text)} one is not)`);
  return ok(value);
}

/** The words that a text's expressions use. */
export function wordsOf(text: string): string[] {
  return [...text.matchAll(expression)].map(
    ([, three, two = '']) => (three ?? two).trim().split(/\s/)[0] ?? '',
  );
}

function evaluateOne(whole: string, inside: string, scope: Scope): Parsed<string> {
  const call = parseCall(inside.trim());
  if (call === undefined)
    return notAllowed(
      `expressions such as {{sha}} or {{date 'YYYYMMDD' tz='Asia/Seoul'}}, not ${quote(whole)}`,
    );
  const word = Object.hasOwn(scope, call.word) ? scope[call.word] : undefined;
  if (word === undefined) return notAllowed(unknownWord('the expressions', call.word, Object.keys(scope)));
  return word(call);
}

function parseCall(text: string): (Call & { readonly word: string }) | undefined {
  const match = /^(\w+)((?:\s+(?:\w+=)?(?:'[^']*'|"[^"]*"))*)$/.exec(text);
  if (match?.[1] === undefined) return undefined;
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, quoted = ''] of (match[2] ?? '').matchAll(/(?:(\w+)=)?('[^']*'|"[^"]*")/g)) {
    const value = quoted.slice(1, -1);
    if (name === undefined) positional.push(value);
    else named.set(name, value);
  }
  return { word: match[1], positional, named };
}

/** Formats an error such as `the attributes a, b and c, not "d" (did you mean c?)`. */
export function unknownWord(what: string, given: string, known: readonly string[]): string {
  const nearest = nearestWord(given.toLowerCase(), known, Math.max(2, Math.floor(given.length / 3)));
  const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
  return `${what} ${known.join(', ')}, not ${quote(given)}${hint}`;
}
