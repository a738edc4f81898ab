import { parseTag } from '../types/names.ts';
import type { TagRule } from '../types/inputs.ts';
import type { PlannedName, RunFacts } from '../types/plan.ts';
import { lines, notAllowed, ok, parseEach, quote, type Parsed } from './parsed.ts';

/** Reads the `tags` input: one rule a line, a plain word is a raw tag, lines that begin with # are comments. */
export function parseTagRules(text: string): Parsed<TagRule[]> {
  const rules = lines(text).filter((line) => !line.startsWith('#'));
  if (rules.length === 0)
    return notAllowed('at least one tag: a plain word, type=raw,value=..., or type=sha');
  return parseEach(rules, parseTagRule);
}

function parseTagRule(line: string): Parsed<TagRule> {
  const attributes = new Map<string, string>();
  for (const field of line.split(',').map((part) => part.trim())) {
    const equals = field.indexOf('=');
    const key = equals < 0 ? 'value' : field.slice(0, equals).trim().toLowerCase();
    if (attributes.has(key)) return notAllowed(`one ${key} a rule`);
    attributes.set(key, equals < 0 ? field : field.slice(equals + 1).trim());
  }
  const type = attributes.get('type') ?? 'raw';
  attributes.delete('type');
  switch (type) {
    case 'raw':
      return rawRule(attributes);
    case 'sha':
      return shaRule(attributes);
    default:
      return notAllowed(`rules of type raw or sha, not ${quote(type)}`);
  }
}

function rawRule(attributes: ReadonlyMap<string, string>): Parsed<TagRule> {
  const unknown = firstUnknown(attributes, ['value']);
  if (unknown !== undefined) return notAllowed(`for type=raw the attribute value, not ${quote(unknown)}`);
  const value = attributes.get('value') ?? '';
  return parseTag(value) === undefined ? notAllowed(tagForm) : ok({ type: 'raw', value });
}

function shaRule(attributes: ReadonlyMap<string, string>): Parsed<TagRule> {
  const unknown = firstUnknown(attributes, ['format', 'prefix']);
  if (unknown !== undefined)
    return notAllowed(`for type=sha the attributes format and prefix, not ${quote(unknown)}`);
  const format = attributes.get('format') ?? 'short';
  if (format !== 'short' && format !== 'long') return notAllowed('for type=sha format=short or format=long');
  const prefix = attributes.get('prefix') ?? 'sha-';
  if (parseTag(`${prefix}${'0'.repeat(40)}`) === undefined)
    return notAllowed(`a prefix that makes a legal tag: ${tagForm}`);
  return ok({ type: 'sha', format, prefix });
}

const tagForm = 'tags of at most 128 letters, digits, . _ and -, that begin with a letter, a digit or _';

function firstUnknown(attributes: ReadonlyMap<string, string>, known: readonly string[]): string | undefined {
  return [...attributes.keys()].find((key) => !known.includes(key));
}

/**
 * The names that the rules give for this run, each once, in the order of the rules.
 * An error text where a rule needs something that the run does not have.
 */
export function namesFromRules(rules: readonly TagRule[], run: RunFacts): Parsed<PlannedName[]> {
  const names = new Map<string, PlannedName>();
  for (const rule of rules) {
    const name = nameFromRule(rule, run);
    if (!name.ok) return name;
    if (!names.has(name.value.tag)) names.set(name.value.tag, name.value);
  }
  return ok([...names.values()]);
}

function nameFromRule(rule: TagRule, run: RunFacts): Parsed<PlannedName> {
  const text = rule.type === 'raw' ? rule.value : shaTag(rule, run);
  const tag = text === undefined ? undefined : parseTag(text);
  if (tag === undefined)
    return notAllowed('type=sha only where GITHUB_SHA holds the commit; elsewhere give plain tags');
  return ok({ tag, kind: rule.type === 'sha' || isFullVersion(tag) ? 'fixed' : 'moving' });
}

function shaTag(rule: { format: 'short' | 'long'; prefix: string }, run: RunFacts): string | undefined {
  if (run.sha === undefined) return undefined;
  return `${rule.prefix}${rule.format === 'long' ? run.sha : run.sha.slice(0, 7)}`;
}

/** `1.2.3`, `v1.2.3-rc.1`: a version that names one release for good, unlike `1` or `1.2`. */
function isFullVersion(text: string): boolean {
  return /^v?\d+\.\d+\.\d+(?:[-.][0-9A-Za-z.-]+)?$/.test(text);
}
