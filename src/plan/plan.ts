import { ShipError } from '../types/errors.ts';
import { formatRecord, noRecord, recordLabel, type BuildRecord } from '../types/build-record.ts';
import type { InputName, Inputs } from '../types/inputs.ts';
import { parseTag, type Tag } from '../types/names.ts';
import { candidatePrefix, type Plan, type RunFacts } from '../types/plan.ts';
import type { Search } from '../types/rules.ts';
import type { Source } from '../types/source.ts';
import { inWords } from '../types/text.ts';
import { wordsOf } from '../inputs/expressions.ts';
import { withOwnAnnotations } from './annotations.ts';
import { cacheTags } from './cache.ts';
import { standardLabels, withOwn } from './labels.ts';
import { quote, type Parsed } from '../inputs/parsed.ts';
import type { MetadataSettings } from './metadata-settings.ts';
import { scopeOf } from './scope.ts';
import type { Wanted } from './source.ts';
import { planTags } from './tags/plan-tags.ts';

/** What a plan is made from, besides the inputs. */
interface PlanFacts {
  readonly run: RunFacts;
  readonly source: Source;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A few random letters and digits that make the candidate's tag unique. */
  readonly shortId: string;
  readonly search: Search;
  /** The settings in docker/metadata-action's variables; undefined if there are none. */
  readonly settings?: Pick<MetadataSettings, 'levels' | 'notices'>;
}

/**
 * Decides everything that can be decided before docker or AWS is asked.
 * Throws `no-tags` in `mode: ship` and `mode: publish`; in `mode: plan` the plan is shown first.
 */
export function makePlan(inputs: Inputs, facts: PlanFacts): Plan {
  const { run, source, now, shortId, search, settings } = facts;
  const scope = scopeOf(source, now);
  const setting = { flavor: inputs.flavor, source, scope, search };
  const { tags, rules } = usable('tags', planTags(inputs.tagRules, setting));
  requireOwnTags(inputs, source, tags);
  const standard = standardLabels(source, tags[0]?.tag, createdAt(run, now));
  const hasIndex = inputs.build.platforms.length > 1;
  const levels = settings?.levels ?? (hasIndex ? ['manifest', 'index'] : ['manifest']);
  const annotations = usable(
    'annotations',
    withOwnAnnotations(standard, inputs.build.annotations, { scope, levels, hasIndex }),
  );
  const plan: Plan = {
    inputs,
    source,
    tags,
    rules,
    labels: usable('labels', withOwn(standard, inputs.build.labels, scope)),
    annotations: annotations.lines,
    warnings: annotations.homeless.map(
      (line) =>
        `The annotation ${quote(line)} is not used: an image of one platform has no index. Write it without index:, or give several platforms.`,
    ),
    notices: [...(settings?.notices ?? []), ...idleNotices(inputs), ...ruleNotices(rules)],
    record: undefined,
    candidateTag: candidateTag(run, shortId),
    smokeTests: [],
    runnerPlatform: undefined,
    secretFolder: '',
  };
  // `mode: plan` shows the whole plan first, and only then that it has no tag.
  if (inputs.mode === 'ship' || inputs.mode === 'publish') requireTags(plan);
  return plan;
}

/** Throws `no-tags` if tags are needed and no rule gives one. */
export function requireTags({ inputs, tags, rules, source }: Plan): void {
  if (tags.length === 0 && inputs.push) throw noTags(rules, source);
}

/** A cache takes its tag whenever it is kept: an image under the same one would be gone with the next build. */
function requireOwnTags(inputs: Inputs, source: Source, tags: Plan['tags']): void {
  const { build, push, scanRepository } = inputs;
  if (build.cache !== 'registry' || !push || scanRepository !== undefined) return;
  const caches = cacheTags(source);
  const shared = tags.find(({ tag }) => caches.includes(tag));
  if (shared === undefined) return;
  throw new ShipError({
    code: 'invalid-input',
    what: `Input cache is "registry", which keeps the build cache of a branch under ${shared.tag}; that is a tag of this run too.`,
    next: 'Give the image another tag, or set cache: gha.',
  });
}

/** Inputs that have no effect in this run. */
function idleNotices({ idle, mode, push, findings }: Inputs): string[] {
  const [inputs, mean] = idle.length === 1 ? ['input', 'means'] : ['inputs', 'mean'];
  return [
    ...(idle.length === 0 ? [] : [`The ${inputs} ${inWords(idle)} ${mean} nothing in mode: ${mode}.`]),
    ...(push || findings.length === 0 || idle.includes('findings')
      ? []
      : ['The input findings is not read with push: false: only what is pushed is judged.']),
  ];
}

/** Rules of one kind have the same notice; once is enough. */
function ruleNotices(rules: Plan['rules']): string[] {
  return rules.flatMap(({ notice }) => (notice === undefined ? [] : [notice])).slice(0, 1);
}

/** Adds the record of what makes the image to the plan and to its labels, so that no Dockerfile can claim another one. */
export function withRecord(plan: Plan, record: BuildRecord | undefined): Plan {
  const label = `${recordLabel}=${record === undefined ? noRecord : formatRecord(record)}`;
  return { ...plan, record, labels: [...plan.labels, label].sort() };
}

/** Facts that the rules and labels of a run use but an event may lack. */
export function wantedFacts({ tagRules, flavor, build }: Inputs): Wanted {
  const templates = [
    ...tagRules.flatMap((rule) => [rule.text, rule.enable]),
    flavor.prefix,
    flavor.suffix,
    ...build.labels,
    ...build.annotations,
  ];
  const words = new Set(templates.flatMap(wordsOf));
  return {
    repository: true,
    defaultBranch:
      words.has('is_default_branch') ||
      words.has('is_not_default_branch') ||
      tagRules.some((rule) => rule.type === 'edge' && rule.branch === undefined),
    commitDate: words.has('commit_date'),
  };
}

/** The end of the year 9999; later dates have more digits than RFC 3339 allows. */
const lastSecond = Date.UTC(10_000, 0) / 1000 - 1;

function createdAt({ sourceDateEpoch }: RunFacts, now: number): number {
  if (sourceDateEpoch === undefined) return now;
  if (!/^\d{1,12}$/.test(sourceDateEpoch) || Number(sourceDateEpoch) > lastSecond) {
    throw new ShipError({
      code: 'invalid-input',
      what: `SOURCE_DATE_EPOCH is ${JSON.stringify(sourceDateEpoch)}; allowed: whole seconds since 1970, at most to the year 9999.`,
      next: 'Correct the variable, or leave it out.',
    });
  }
  return Number(sourceDateEpoch) * 1000;
}

/** A tag that nobody would pull and no other run would choose. */
function candidateTag(run: RunFacts, shortId: string): Tag {
  const tag = parseTag(`${candidatePrefix}${run.runLabel}-${shortId}`);
  if (tag === undefined) throw new Error(`not a tag: ${candidatePrefix}${run.runLabel}-${shortId}`);
  return tag;
}

function usable<T>(input: InputName, parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new ShipError({
    code: 'invalid-input',
    what: `Input ${input} cannot be used in this run; allowed: ${parsed.allowed}.`,
    next: 'Correct it in the step.',
  });
}

function noTags(rules: Plan['rules'], { doubt }: Source): ShipError {
  const each = rules.map(({ rule, why }) => `${rule}: ${why}`);
  return new ShipError({
    code: 'no-tags',
    what: `${doubt === undefined ? '' : `${doubt.what} `}No rule of the input tags gives this run a tag: ${each.join('; ')}.`,
    next:
      doubt?.next ??
      'Add a rule that fits this event, such as type=sha, or set push: false for it; mode: plan shows what each rule gives.',
  });
}
