import { wordsOf } from '../../inputs/expressions.ts';
import { notAllowed, quote } from '../../inputs/parsed.ts';
import { inRule, type Applied } from './apply.ts';
import type { Setting } from './given.ts';
import { reservedFor } from './reserved.ts';

/**
 * Refuses a branch or git tag whose name looks like a version, `latest`, a commit, a pull request or a candidate:
 * pushing it must not give an image a tag that people trust to be something else. A rule that gives that tag
 * explicitly allows it.
 */
export function borrowedName(
  applied: readonly Applied[],
  { flavor, source: { ref } }: Setting,
): ReturnType<typeof notAllowed> | undefined {
  if (ref.kind !== 'branch' && ref.kind !== 'tag') return undefined;
  const isOfRef = ({ rule }: Applied) =>
    (rule.type === 'ref' && rule.event === ref.kind) ||
    (rule.type === 'raw' &&
      wordsOf(`${rule.prefix ?? ''}${rule.value}${rule.suffix ?? ''}`).includes(ref.kind));
  const others = applied.filter((one) => !isOfRef(one));
  const rules = others.map(({ rule }) => rule);
  const allowed = new Set(others.map(({ planned }) => planned?.tag));
  for (const { rule, planned } of applied.filter(isOfRef)) {
    if (planned === undefined || allowed.has(planned.tag)) continue;
    const of = reservedFor(planned.tag, ref.kind, rules, flavor);
    if (of !== undefined)
      return inRule(
        rule,
        notAllowed(
          `a tag of the ${ref.kind} itself; ${quote(planned.tag)} speaks of ${of}, and the ${ref.kind} ${quote(ref.name)} does not get it ` +
            `by being pushed (if it should, add the rule type=raw,value=${planned.tag} with an enable= that says when)`,
        ),
      );
  }
  return undefined;
}
