import type { TagRule } from '../../types/rules.ts';
import { unknownWord, wordsOf } from '../expressions.ts';
import { lines, notAllowed, ok, parseEach, quote, type Parsed, type ParsedList } from '../parsed.ts';
import { parseAttributes, splitField, splitFields, type Attributes } from './attributes.ts';

/** What each type knows beside the attributes that all have, and its priority. Source: docs/tags.md. */
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

const commonAttributes = ['enable', 'priority', 'prefix', 'suffix'] as const;

/** Reads the `tags` input: one rule a line; lines that begin with # are comments. */
export function parseTagRules(text: string): ParsedList<TagRule> {
  const rules = lines(text).filter((line) => !line.startsWith('#'));
  if (rules.length === 0)
    return {
      ok: false,
      bad: [{ item: text, allowed: 'at least one rule, such as type=sha or a plain word' }],
    };
  return parseEach(rules, parseTagRule);
}

function parseTagRule(line: string): Parsed<TagRule> {
  if (/\s#/.test(line)) return notAllowed('a comment on a line of its own, not after a rule');
  const record = parseAttributes(line);
  if (!record.ok) return record;
  const attributes = record.value;
  const type = attributes.get('type') ?? 'raw';
  if (!isType(type)) return notAllowed(unknownWord('the types', type, Object.keys(types)));
  const nameless = splitFields(line)?.find((field) => splitField(field).name === undefined);
  if (nameless !== undefined && type !== 'raw')
    return notAllowed(
      `for type=${type} name=value between commas, not ${quote(nameless)}; a field with a comma in it stands in double quotes`,
    );
  const known = ['type', ...types[type].attributes, ...commonAttributes];
  const unknown = [...attributes.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined)
    return notAllowed(unknownWord(`for type=${type} the attributes`, unknown, known));

  const priority = wholeNumber(attributes.get('priority') ?? String(types[type].priority));
  if (priority === undefined)
    return notAllowed(`a whole number as priority, not ${quote(attributes.get('priority') ?? '')}`);
  const enable = attributes.get('enable') ?? 'true';
  if (wordsOf(enable).length === 0 && enable !== 'true' && enable !== 'false')
    return notAllowed(`enable=true, enable=false or an expression that gives one, not ${quote(enable)}`);

  const own = parseOwn(type, attributes);
  if (!own.ok) return own;
  const defaultPrefix = { ref: attributes.get('event') === 'pr' ? 'pr-' : undefined, sha: 'sha-' };
  const prefix =
    attributes.get('prefix') ?? (type === 'ref' || type === 'sha' ? defaultPrefix[type] : undefined);
  return ok({ text: line, enable, priority, prefix, suffix: attributes.get('suffix'), ...own.value });
}

type Own<T = TagRule> = T extends TagRule
  ? Omit<T, 'text' | 'enable' | 'priority' | 'prefix' | 'suffix'>
  : never;

function parseOwn(type: keyof typeof types, attributes: Attributes): Parsed<Own> {
  switch (type) {
    case 'schedule':
      return ok({ type, pattern: attributes.get('pattern') ?? 'nightly' });
    case 'semver':
    case 'pep440':
      return parseVersionRule(type, attributes);
    case 'match':
      return parseMatchRule(attributes);
    case 'edge':
      return ok({ type, branch: attributes.get('branch') });
    case 'ref': {
      const event = attributes.get('event');
      return event === 'branch' || event === 'tag' || event === 'pr'
        ? ok({ type, event })
        : notAllowed(`for type=ref event=branch, event=tag or event=pr${insteadOf(event)}`);
    }
    case 'raw': {
      const value = attributes.get('value') ?? '';
      return value === '' ? notAllowed('for type=raw a value') : ok({ type, value });
    }
    case 'sha': {
      const format = attributes.get('format') ?? 'short';
      return format === 'short' || format === 'long'
        ? ok({ type, format })
        : notAllowed(`for type=sha format=short or format=long${insteadOf(format)}`);
    }
  }
}

function parseVersionRule(type: 'semver' | 'pep440', attributes: Attributes): Parsed<Own> {
  const pattern = attributes.get('pattern') ?? '';
  if (pattern === '') return notAllowed(`for type=${type} a pattern such as {{version}}`);
  const given = attributes.get('match');
  const match = given === undefined ? undefined : parseRegExp(given);
  if (given !== undefined && (match === undefined || groupsOf(match) === 0))
    return notAllowed(`as match a regular expression with a group around the version, not ${quote(given)}`);
  return ok({ type, pattern, value: attributes.get('value'), match });
}

function parseMatchRule(attributes: Attributes): Parsed<Own> {
  const given = attributes.get('pattern') ?? '';
  const pattern = given === '' ? undefined : parseRegExp(given);
  if (pattern === undefined)
    return notAllowed(String.raw`for type=match a pattern such as \d+\.\d+ or /v(\d+)/i${insteadOf(given)}`);
  const group = wholeNumber(attributes.get('group') ?? '0');
  const most = groupsOf(pattern);
  if (group === undefined || group < 0 || group > most)
    return notAllowed(`a group from 0 to ${String(most)}, which the pattern ${quote(given)} has`);
  return ok({ type: 'match', pattern, group, value: attributes.get('value') });
}

/** `pattern` or `/pattern/flags`; undefined for what is not a regular expression. */
function parseRegExp(text: string): RegExp | undefined {
  const delimited = /^\/(.+)\/([a-z]*)$/.exec(text);
  try {
    // Without g and y: those carry a position from one use to the next.
    return new RegExp(delimited?.[1] ?? text, (delimited?.[2] ?? '').replace(/[gy]/g, ''));
  } catch {
    return undefined;
  }
}

/** How many groups an expression captures: an empty alternative always matches, and its result lists them all. */
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
