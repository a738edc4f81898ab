import type { TagRule } from '../../types/rules.ts';
import { unknownWord, wordsOf } from '../expressions.ts';
import type { Entry, Part } from '../list.ts';
import { notAllowed, ok, parseList, quote, type Parsed, type ParsedList } from '../parsed.ts';
import { parseBoolean } from '../scalars.ts';
import { parseAttributes, splitField, type Attributes } from './attributes.ts';
import { notALine, notAReference, notAWord } from './not-a-tag.ts';

/** The attributes of each type besides those that all have, and its priority. Source: docs/reference/tags.md. */
const types = {
  schedule: { attributes: ['pattern'], priority: 1000 },
  semver: { attributes: ['pattern', 'value', 'match'], priority: 900 },
  pep440: { attributes: ['pattern', 'value', 'match'], priority: 900 },
  match: { attributes: ['pattern', 'group', 'value'], priority: 800 },
  edge: { attributes: ['branch'], priority: 700 },
  ref: { attributes: ['event'], priority: 600 },
  raw: { attributes: ['value'], priority: 200 },
  sha: { attributes: ['format'], priority: 100 },
} as const;

const commonAttributes = ['enable', 'priority', 'prefix', 'suffix', 'moves'] as const;

/** Parses the `tags` input: one rule per line; lines that begin with # are comments. */
export function parseTagRules(text: string): ParsedList<TagRule> {
  const rules = parseList(text, 'parts', parseTagRule, notALine);
  return rules.ok && rules.value.length === 0
    ? {
        ok: false,
        bad: [
          { item: text, allowed: 'at least one rule, such as type=sha or a plain word', line: undefined },
        ],
      }
    : rules;
}

/** A tag has at most 128 characters, and a rule a few words more. */
const longestRule = 4096;

function parseTagRule({ text: line, parts }: Entry): Parsed<TagRule> {
  if (line.length > longestRule) return notAllowed(`a rule of at most ${String(longestRule)} characters`);
  if (/\s#/.test(line)) return notAllowed('a comment on a line of its own, not after a rule');
  const otherForm = notALine(line);
  if (otherForm !== undefined) return notAllowed(otherForm);
  const record = parseAttributes(parts);
  if (!record.ok) return record;
  const attributes = record.value;
  const given = (name: string) => attributes.get(name) || undefined;
  const type = given('type') ?? 'raw';
  if (!isType(type)) return notAllowed(unknownWord('the types', type, Object.keys(types)));
  const problem = unknownAttribute(type, attributes, parts);
  if (problem !== undefined) return notAllowed(problem);

  const common = parseCommon(type, given, attributes);
  if (!common.ok) return common;
  const own = parseOwn(type, given, attributes);
  if (!own.ok) return own;
  const isOff = common.value.enable === 'false';
  const mistaken = own.value.type !== 'raw' || isOff ? undefined : mistakenFor(own.value.value, parts);
  if (mistaken !== undefined) return notAllowed(mistaken);
  const defaultPrefix = { ref: given('event') === 'pr' ? 'pr-' : undefined, sha: 'sha-' };
  const prefix =
    attributes.get('prefix') ?? (type === 'ref' || type === 'sha' ? defaultPrefix[type] : undefined);
  return ok({ text: line, prefix, suffix: attributes.get('suffix'), ...common.value, ...own.value });
}

/** Says which attribute of a rule its type does not have. */
function unknownAttribute(
  type: keyof typeof types,
  attributes: Attributes,
  parts: readonly Part[],
): string | undefined {
  const nameless = parts.find(({ text }) => splitField(text).name === undefined);
  if (nameless !== undefined && type !== 'raw')
    return `for type=${type} name=value between commas, not ${quote(nameless.text)}; put a field with a comma in double quotes`;
  const known = ['type', ...types[type].attributes, ...commonAttributes];
  const unknown = [...attributes.keys()].find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  const hint = unknownWord(`for type=${type} the attributes`, unknown, known);
  // A line with a single field may be a plain word that contains an equals sign, unless it is near to an attribute.
  const [only] = parts;
  const isWord = parts.length === 1 && type === 'raw' && !hint.includes('did you mean');
  return (isWord && only !== undefined ? notAWord(only.text) : undefined) ?? hint;
}

/** Reads an attribute; one that an expression left empty counts as not given. */
type Given = (name: string) => string | undefined;

function parseCommon(
  type: keyof typeof types,
  given: Given,
  attributes: Attributes,
): Parsed<Pick<TagRule, 'enable' | 'priority' | 'moves'>> {
  const priority = wholeNumber(given('priority') ?? String(types[type].priority));
  if (priority === undefined)
    return notAllowed(`a whole number as priority, not ${quote(given('priority') ?? '')}`);
  // Empty does not count as "not given" here: a flag that does not exist would switch the rule on.
  const enable = attributes.get('enable') ?? 'true';
  const isOn = parseBoolean(enable);
  if (wordsOf(enable).length === 0 && !isOn.ok)
    return notAllowed(
      `enable=true, enable=false or an expression that gives one, not ${quote(enable)}${isOn.allowed.replace(/^true or false/, '')}`,
    );
  const moves = given('moves') === undefined ? undefined : parseBoolean(given('moves') ?? '');
  if (moves?.ok === false) return notAllowed(`moves=true or moves=false, not ${quote(given('moves') ?? '')}`);
  return ok({ enable: isOn.ok ? String(isOn.value) : enable, priority, moves: moves?.value });
}

/** Refuses a value that is an image reference or several words: as a tag it would be a mistake that nobody notices. */
function mistakenFor(value: string, parts: readonly Part[]): string | undefined {
  const [only] = parts;
  const isPlain = parts.length === 1 && only !== undefined && splitField(only.text).name === undefined;
  return notAReference(value) ?? (isPlain ? notAWord(value) : undefined);
}

type Own<T = TagRule> = T extends TagRule
  ? Omit<T, 'text' | 'enable' | 'priority' | 'moves' | 'prefix' | 'suffix'>
  : never;

function parseOwn(type: keyof typeof types, given: Given, attributes: Attributes): Parsed<Own> {
  switch (type) {
    case 'schedule':
      return ok({ type, pattern: given('pattern') ?? 'nightly' });
    case 'semver':
    case 'pep440':
      return parseVersionRule(type, given);
    case 'match':
      return parseMatchRule(given);
    case 'edge':
      return ok({ type, branch: given('branch') });
    case 'ref': {
      const event = given('event');
      return event === 'branch' || event === 'tag' || event === 'pr'
        ? ok({ type, event })
        : notAllowed(`for type=ref event=branch, event=tag or event=pr${insteadOf(event)}`);
    }
    case 'raw': {
      const value = attributes.get('value');
      return value === undefined ? notAllowed('for type=raw a value') : ok({ type, value });
    }
    case 'sha': {
      const format = given('format') ?? 'short';
      return format === 'short' || format === 'long'
        ? ok({ type, format })
        : notAllowed(`for type=sha format=short or format=long${insteadOf(format)}`);
    }
  }
}

function parseVersionRule(type: 'semver' | 'pep440', given: Given): Parsed<Own> {
  const pattern = given('pattern') ?? '';
  if (pattern === '') return notAllowed(`for type=${type} a pattern such as {{version}}`);
  const text = given('match');
  const match = text === undefined ? undefined : parseRegExp(text);
  if (text !== undefined && (match === undefined || groupsOf(match) === 0))
    return notAllowed(`as match a regular expression with a group around the version, not ${quote(text)}`);
  return ok({ type, pattern, value: given('value'), match });
}

function parseMatchRule(given: Given): Parsed<Own> {
  const text = given('pattern') ?? '';
  const pattern = text === '' ? undefined : parseRegExp(text);
  if (pattern === undefined)
    return notAllowed(String.raw`for type=match a pattern such as \d+\.\d+ or /v(\d+)/i${insteadOf(text)}`);
  const group = wholeNumber(given('group') ?? '0');
  const most = groupsOf(pattern);
  if (group === undefined || group < 0 || group > most)
    return notAllowed(`a group from 0 to ${String(most)}, which the pattern ${quote(text)} has`);
  return ok({ type: 'match', pattern, group, value: given('value') });
}

/** Parses `pattern` or `/pattern/flags`; undefined if it is not a regular expression. */
function parseRegExp(text: string): RegExp | undefined {
  const delimited = /^\/(.+)\/([a-z]*)$/.exec(text);
  try {
    // Without g and y, which carry a position from one use to the next.
    return new RegExp(delimited?.[1] ?? text, (delimited?.[2] ?? '').replace(/[gy]/g, ''));
  } catch {
    return undefined;
  }
}

/** How many groups an expression captures. An added empty alternative always matches, and its result lists them all. */
function groupsOf(expression: RegExp): number {
  return (new RegExp(`${expression.source}|`, expression.flags).exec('')?.length ?? 1) - 1;
}

function wholeNumber(text: string): number | undefined {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function insteadOf(given: string | undefined): string {
  return given === undefined || given === '' ? '' : `, not ${quote(given)}`;
}

function isType(text: string): text is keyof typeof types {
  return Object.hasOwn(types, text);
}
