import { candidatePrefix } from '../../types/plan.ts';
import type { Flavor, TagRule } from '../../types/rules.ts';
import { wordsOf } from '../../inputs/expressions.ts';

/** A form of tag that stands for something, and what that is. */
interface Shape {
  readonly pattern: RegExp;
  readonly of: string;
  /** Whether a git tag may have such a name: releases are made by pushing tags. */
  readonly forGitTags: boolean;
}

const anyVersion = String.raw`v?\d+(?:\.\d+)+(?:[^0-9.].*)?`;

/** Reserved whatever the rules are. */
const always: readonly Shape[] = [
  { pattern: new RegExp(`^(?:${anyVersion}|v?\\d+)$`, 'i'), of: 'a version', forGitTags: true },
  { pattern: /^latest$/, of: 'the latest release', forGitTags: true },
  { pattern: /^sha-[0-9a-f]{7,64}$/i, of: 'a commit', forGitTags: false },
  { pattern: /^pr-\d+$/i, of: 'a pull request', forGitTags: false },
  { pattern: new RegExp(`^${candidatePrefix}`), of: 'an image that has not passed', forGitTags: false },
];

/**
 * What a tag stands for if a branch or git tag may not take it just by being pushed: a version, `latest`, a commit, a
 * pull request or a candidate, also in the forms that this run's rules give; undefined if it is free.
 * @param from what the tag is made from
 */
export function reservedFor(
  tag: string,
  from: 'branch' | 'tag',
  rules: readonly TagRule[],
  flavor: Flavor,
): string | undefined {
  const shapes = [...always, ...rules.flatMap((rule) => shapeOf(rule, flavor))];
  return shapes.find(({ pattern, forGitTags }) => (from === 'branch' || !forGitTags) && pattern.test(tag))
    ?.of;
}

/** The forms of the tags that a rule gives for anything but a branch or git tag; none if they can have any form. */
function shapeOf(rule: TagRule, flavor: Flavor): Shape[] {
  const shape = (inside: string, of: string, forGitTags: boolean): Shape[] => {
    const [before, after] = [rule.prefix ?? flavor.prefix, rule.suffix ?? flavor.suffix].map(literal);
    return before === undefined || after === undefined
      ? []
      : [{ pattern: new RegExp(`^${before}${inside}${after}$`), of, forGitTags }];
  };
  switch (rule.type) {
    case 'semver':
    case 'pep440':
      return wordsOf(rule.pattern).length === 0
        ? []
        : shape(patternOf(rule.pattern), `what the rule ${rule.text} gives for a version`, true);
    case 'sha':
      return shape('[0-9a-fA-F]{4,64}', `what the rule ${rule.text} gives for a commit`, false);
    case 'edge':
      return shape('edge', `what the rule ${rule.text} gives`, true);
    case 'raw': {
      const value = literal(rule.value);
      return value === undefined ? [] : shape(value, `what the rule ${rule.text} gives`, true);
    }
    case 'ref':
      return rule.event === 'pr' ? shape(String.raw`\d+`, `what the rule ${rule.text} gives`, false) : [];
    case 'schedule':
    case 'match':
      return [];
  }
}

/** A version rule's pattern as a regular expression: its words match digits, the text around them stays. */
function patternOf(pattern: string): string {
  const words = /\{\{\{?\s*(\w+)[^{}]*\}?\}\}/g;
  let expression = '';
  let end = 0;
  for (const match of pattern.matchAll(words)) {
    const [whole, word] = match;
    expression += escaped(pattern.slice(end, match.index));
    expression += ['major', 'minor', 'patch'].includes(word ?? '') ? String.raw`\d+` : `(?:${anyVersion})`;
    end = match.index + whole.length;
  }
  return expression + escaped(pattern.slice(end));
}

function literal(text: string): string | undefined {
  return wordsOf(text).length > 0 ? undefined : escaped(text);
}

/** Characters that a tag may not have are hyphens in it. */
function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/[.-]/g, String.raw`\$&`);
}
