import type { Source } from '../../types/source.ts';
import type { TagRule } from '../../types/rules.ts';
import { evaluate, wordsOf, type Scope } from '../../inputs/expressions.ts';
import { ok, quote, type Parsed } from '../../inputs/parsed.ts';
import { describe } from '../refs.ts';
import { preReleaseOf } from '../source.ts';
import { nothing, type Given, type Setting } from './given.ts';
import { kindOfGitTag, kindOfText } from './kinds.ts';
import { giveMatch, giveVersion, withVersionIn } from './versions.ts';

/** Applies one rule to the facts of a run. An error if an expression cannot be evaluated. */
export function give(rule: TagRule, setting: Omit<Setting, 'flavor'>): Parsed<Given> {
  const { source, scope } = setting;
  const { ref, event, commit } = source;
  switch (rule.type) {
    case 'schedule':
      return event === 'schedule'
        ? text(rule.pattern, source, scope, 'the event is schedule')
        : nothing(`the event is ${event === '' ? 'unknown' : event}, not schedule`);
    case 'semver':
    case 'pep440':
      return withVersionText(rule, source, scope, (found) => giveVersion(rule, found, setting));
    case 'match':
      return withVersionText(rule, source, scope, (found) => giveMatch(rule, found, setting));
    case 'edge': {
      const branch = rule.branch ?? source.repository.defaultBranch;
      if (ref.kind !== 'branch') return nothing(`${describe(source)} is not a branch`);
      if (branch === undefined) return nothing('the default branch is not known; name it with branch=');
      return ref.name === branch
        ? ok({ value: 'edge', kind: 'moving', latest: false, why: `the branch is ${branch}` })
        : nothing(`the branch is ${ref.name}, not ${branch}`);
    }
    case 'ref':
      return giveRef(rule.event, source);
    case 'raw':
      return text(rule.value, source, scope, 'it is always given');
    case 'sha':
      return commit === undefined
        ? nothing('no commit is known')
        : ok({
            value: rule.format === 'long' ? commit : commit.slice(0, source.shortLength),
            kind: 'fixed',
            latest: false,
            why: 'the commit is known',
          });
  }
}

function giveRef(event: 'branch' | 'tag' | 'pr', source: Source): Parsed<Given> {
  const { ref } = source;
  if (event === 'branch' && ref.kind === 'branch')
    return ok({ value: ref.name, kind: 'moving', latest: false, why: describe(source) });
  if (event === 'pr' && ref.kind === 'pull-request')
    return ok({ value: String(ref.number), kind: 'moving', latest: false, why: describe(source) });
  if (event === 'tag' && ref.kind === 'tag')
    return ok({
      value: ref.name,
      kind: kindOfGitTag(ref.name, source),
      latest: preReleaseOf(source) === undefined,
      ...withVersionIn(ref.name),
      why: describe(source),
    });
  return nothing(`${describe(source)} is not a ${event === 'pr' ? 'pull request' : event}`);
}

/** The text that semver, pep440 and match search: the rule's value, or the git tag. */
function withVersionText(
  rule: { readonly value: string | undefined },
  source: Source,
  scope: Scope,
  use: (found: string) => Parsed<Given>,
): Parsed<Given> {
  if (rule.value === undefined) {
    return source.ref.kind === 'tag'
      ? use(source.ref.name)
      : nothing(`${describe(source)} is not a tag, and the rule has no value`);
  }
  const value = evaluate(rule.value, scope);
  if (!value.ok) return value;
  return value.value === '' ? nothing('its value is empty') : use(value.value);
}

function text(template: string, source: Source, scope: Scope, why: string): Parsed<Given> {
  const value = evaluate(template, scope);
  if (!value.ok) return value;
  if (value.value.trim() === '') return nothing(`${quote(template)} is empty for ${describe(source)}`);
  // A date looks like a version or a number, but does not tie the tag to any commit.
  const undated = evaluate(template, { ...scope, date: empty, commit_date: empty });
  const isBound =
    wordsOf(template).includes('sha') || kindOfText(undated.ok ? undated.value : '', source) === 'fixed';
  return ok({ value: value.value, kind: isBound ? 'fixed' : 'moving', latest: false, why });
}

const empty = () => ok(' ');
