import { sampleEvents, type SampleEvent } from '../../../scripts/sample-events.ts';
import { search } from '../../../src/adapters/machine/search.ts';
import type { Parsed, ParsedList } from '../../../src/inputs/parsed.ts';
import { scopeOf } from '../../../src/plan/scope.ts';
import { sourceOf } from '../../../src/plan/source.ts';
import { parseFlavor } from '../../../src/inputs/tags/flavor.ts';
import { planTags, type PlannedTags } from '../../../src/plan/tags/plan-tags.ts';
import { parseTagRules } from '../../../src/inputs/tags/rules.ts';
import type { Flavor, TagRule } from '../../../src/types/rules.ts';
import type { Source } from '../../../src/types/source.ts';
import { now, placeAt } from './values.ts';

export function parsed<T>(result: Parsed<T>): T;
export function parsed<T>(result: ParsedList<T>): T[];
export function parsed<T>(result: Parsed<T> | ParsedList<T>): T | T[] {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** What the event is about; with a checkout at that commit, if one is given. */
export function sourceAt(event: SampleEvent, checkout?: string): Source {
  return sourceOf(sampleEvents[event], { ...placeAt(checkout), tree: { kind: 'clean' } });
}

export function planned(rules: readonly TagRule[], flavor: Flavor, source: Source): PlannedTags {
  return parsed(planTags(rules, { flavor, source, scope: scopeOf(source, now), search }));
}

export function plan(tags: string, event: SampleEvent | Source, flavor = ''): PlannedTags {
  const source = typeof event === 'string' ? sourceAt(event) : event;
  return planned(parsed(parseTagRules(tags)), parsed(parseFlavor(flavor)), source);
}

/** The tags in their order; those that should never move have an exclamation mark. */
export function shown({ tags }: PlannedTags): string {
  return tags.map(({ tag, kind }) => `${tag}${kind === 'fixed' ? '!' : ''}`).join(' ');
}
