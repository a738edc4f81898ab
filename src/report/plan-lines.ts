import { localName } from '../docker/image-names.ts';
import { buildCommand, type BuildGoal } from '../docker/command.ts';
import { wrappedCommand } from '../docker/display.ts';
import type { Decision, TagDecision } from '../types/decision.ts';
import { shortDigest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Inputs } from '../types/inputs.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { severities } from '../types/scan.ts';
import type { GitRef, Source } from '../types/source.ts';
import type { Policy } from '../types/verdict.ts';
import { formatDuration } from './format.ts';

/** The plan as people read it before anything is done. */
export function planLines(plan: Plan): string[] {
  const { inputs, tags, rules, source } = plan;
  return [
    ...aligned([
      ['Repository', repositoryText(plan)],
      ['Event', eventText(source)],
      ['Commit', commitText(source)],
      ['Speaks for', source.says],
      ['Tags', tagsText(plan)],
      ['Policy', policyLine(inputs)],
    ]),
    'Rules',
    ...aligned(rules.map(({ rule, tag, why }) => [`  ${rule}`, tag ?? '–', why])),
    ...(tags.length > 0 && inputs.push ? [`If a tag is taken: ${ifTaken[inputs.ifExists]}`] : []),
  ];
}

const ifTaken = {
  reuse: 'an image made from the same commit and inputs is reused; an image of another commit is an error',
  fail: 'that is an error',
  move: 'the tag moves, where the repository lets it',
} as const;

/** What the user should know before it is too late. */
export function planWarnings({ rules, source, warnings }: Plan): string[] {
  const surprises = rules
    .filter((rule) => rule.isSurprise)
    .map(({ rule, why }) => `${rule} gives no tag: ${why}.`);
  const { doubt } = source;
  return [...(doubt === undefined ? [] : [`${doubt.what} ${doubt.next}`]), ...surprises, ...warnings];
}

/** How the image would be built; says so if there is no builder to ask. */
export function builderLines(plan: Plan, builder: Builder | ShipError): string[] {
  if (builder instanceof ShipError)
    return [
      `Builder: none on this machine. ${builder.what}`,
      ...(plan.labels.length === 0 ? [] : ['Labels']),
      ...plan.labels.map((label) => `  ${label}`),
    ];
  const { inputs, candidateTag } = plan;
  const candidate = !inputs.push
    ? 'stays in the builder'
    : builder.push === 'by-digest'
      ? 'pushed by digest, without a tag'
      : `pushed as ${candidateTag}, a temporary tag that is removed at the end`;
  return [
    ...aligned([
      ['Builder', builder.description],
      ['Candidate', candidate],
    ]),
    ...commandsOf(plan, builder).map(wrappedCommand),
  ];
}

/** The commands that would run, as one would type them; a long one has several lines. */
export function previewOf(plan: Plan, builder: Builder): string[] {
  return commandsOf(plan, builder).map((args) => wrappedCommand(args).replace(/^\$ /, ''));
}

/** The host is unknown until the registry is asked: the repository's name stands for it. */
function commandsOf(plan: Plan, builder: Builder): (readonly string[])[] {
  const { inputs, candidateTag } = plan;
  const isPushedApart = inputs.push && builder.push === 'by-tag';
  return [
    buildCommand(plan, builder, goalOf(plan, builder)),
    ...(isPushedApart ? [['push', `${gateName(inputs)}:${candidateTag}`]] : []),
  ];
}

function goalOf({ inputs, candidateTag }: Plan, builder: Builder): BuildGoal {
  if (!inputs.push) return { kind: 'local' };
  return builder.push === 'by-tag'
    ? { kind: 'engine', name: localName(candidateTag) }
    : { kind: 'push', uri: gateName(inputs), metadataFile: 'metadata.json' };
}

/** Where a candidate is pushed. */
function gateName({ repository, scanRepository }: Plan['inputs']): string {
  return scanRepository?.name ?? repository;
}

/**
 * What was asked for but this builder cannot do, if the image is still useful without it.
 * @param variable reads a variable of the job
 */
export function builderWarnings(
  { inputs }: Plan,
  builder: Builder | ShipError,
  variable: (name: string) => string | undefined,
): string[] {
  if (builder instanceof ShipError) return [];
  const asksClassic = builder.tool === 'buildx' && /^(?:0|f|false)$/i.test(variable('DOCKER_BUILDKIT') ?? '');
  const isDropped = !builder.annotations && inputs.push && inputs.build.annotations.length > 0;
  return [...(asksClassic ? [notClassic] : []), ...(isDropped ? [withoutAnnotations(builder)] : [])];
}

const notClassic =
  'DOCKER_BUILDKIT asks for the classic builder, and is not followed: buildx is there, and builds with BuildKit alone.';

function withoutAnnotations(builder: Builder): string {
  return (
    `The input annotations is not used: ${builder.description} cannot write them to the manifest. ` +
    'Add docker/setup-buildx-action before this step.'
  );
}

/** What becomes of each tag, now that it is known where they point. */
export function decisionLines(decision: Decision): string[] {
  return [
    ...leadLines(decision),
    ...aligned(decision.tags.map((decided) => [decided.planned.tag, stateText(decided)])),
  ];
}

function leadLines(decision: Decision): string[] {
  switch (decision.kind) {
    case 'given':
      return [`${decision.digest} is published; nothing is built.`];
    case 'reuse':
      return [`${decision.digest} ${reasonForReuse(decision)}: it is reused, and nothing is built.`];
    case 'build':
      return decision.remade.map(
        ({ tag, digest, why }) =>
          `${tag} points to ${digest}, which was made from this commit and cannot be used again: ${why}.`,
      );
  }
}

/** What users may not expect of a run that builds nothing: scheduled runs are often meant to renew an image. */
export function decisionNotices(decision: Decision, { source }: Plan): string[] {
  if (decision.kind !== 'reuse' || source.event !== 'schedule') return [];
  return [
    'This scheduled run builds nothing: the image of its commit is there, and is judged by its newest findings. ' +
      "To build again, on newer base images, give scheduled runs no fixed tag: type=sha,enable=${{ github.event_name != 'schedule' }}.",
  ];
}

/** Why nothing is built, in words that follow "an image that". */
export function reasonForReuse({ since }: Extract<Decision, { kind: 'reuse' }>): string {
  return since === undefined
    ? 'was built from this commit with the same inputs'
    : `was built with the same inputs from ${since}, and nothing below reuse-paths has changed since`;
}

function stateText({ state, holder, because, planned }: TagDecision): string {
  const there = holder === undefined ? '' : ` (${shortDigest(holder)}…)`;
  switch (state) {
    case 'new':
      return `new, ${planned.kind}`;
    case 'once':
      return 'new, and can be set only once in this repository';
    case 'same':
      return 'points to this image already';
    case 'moves':
      return `moves from the image that has it now${there}`;
    case 'kept-back':
      return `stays where it is${there}: ${because ?? ''}`;
  }
}

function repositoryText({ inputs }: Plan): string {
  const where = [
    ...(inputs.registryType === 'public' ? ['public'] : []),
    ...(inputs.scanRepository === undefined ? [] : [`scanned in ${inputs.scanRepository.name} before`]),
    ...(inputs.region === undefined ? [] : [inputs.region]),
    ...(inputs.registryId === undefined ? [] : [`account ${inputs.registryId}`]),
  ];
  return where.length === 0 ? inputs.repository : `${inputs.repository} (${where.join(', ')})`;
}

function tagsText({ inputs, tags }: Plan): string {
  const listed = tags.map((planned) => `${planned.tag} (${planned.kind})`).join(', ') || 'none';
  return inputs.push ? listed : `none are set, because push is false: ${listed}`;
}

function eventText(source: Source): string {
  const name = source.event === '' ? 'none' : source.event;
  const about = refText(source.about);
  const base = source.baseBranch === undefined ? '' : ` into ${source.baseBranch}`;
  return about === '' ? name : `${name}, ${about}${base}`;
}

function refText(ref: GitRef): string {
  switch (ref.kind) {
    case 'branch':
      return `branch ${ref.name}`;
    case 'tag':
      return `tag ${ref.name}`;
    case 'pull-request':
      return `pull request ${String(ref.number)}`;
    case 'merge-queue':
      return 'merge queue';
    case 'none':
      return '';
  }
}

function commitText({ commit, commitOrigin }: Source): string {
  if (commit === undefined) return 'not known';
  const origin = {
    checkout: 'the checkout',
    event: 'the event',
    'pull-request-head': "the pull request's own newest commit, as pull-request-commit: head asks for",
    context: 'the Git URL of the build context',
    image: 'the image that is published',
    unverified: 'nobody',
  }[commitOrigin];
  return `${commit} (from ${origin})`;
}

/** The policy on one line: what is allowed, and who scans. */
export function policyLine({
  policy,
  scan,
  scanTimeoutMs,
  findings,
}: Pick<Inputs, 'policy' | 'scan' | 'scanTimeoutMs' | 'findings'>): string {
  if (scan === 'off' && findings.length === 0) return 'not scanned, because scan is off';
  const order = scan === 'after-tags' ? 'judged after the tags were set: ' : '';
  const others = findings.map(({ path }) => path).join(', ');
  const source =
    scan === 'off'
      ? `held against ${others} alone, because scan is off`
      : `waits at most ${formatDuration(scanTimeoutMs)}${others === '' ? '' : `; also held against ${others}`}`;
  return `${order}${limitsText(policy)}${wordsText(policy)}${scopeText(policy)}; an incomplete scan ${policy.onIncompleteScan === 'fail' ? 'fails' : 'is a warning'}; ${source}`;
}

function limitsText(policy: Policy): string {
  const limits = severities.flatMap((severity) => {
    const most = policy.limits[severity];
    return most === undefined ? [] : [`${most === 0 ? 'no' : `at most ${String(most)}`} ${severity}`];
  });
  return limits.length === 0 ? 'any finding is allowed' : `${limits.join(', ')} allowed`;
}

/** What the policy says about words that are not ECR's: `, severe counts as high`. */
function wordsText({ words }: Policy): string {
  return [...words].map(([word, severity]) => `, ${word} counts as ${severity}`).join('');
}

function scopeText({ onlyFixable, onlyNew }: Policy): string {
  const kinds = [
    ...(onlyFixable ? ['with a fix'] : []),
    ...(onlyNew ? ['that the baseline does not have'] : []),
  ];
  return kinds.length === 0 ? '' : `, counting only findings ${kinds.join(' and ')}`;
}

/** Aligns columns; the last one is not padded. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widthOf = (at: number) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)) + 2;
  return rows.map((row) =>
    row.map((text, at) => (at === row.length - 1 ? text : text.padEnd(widthOf(at)))).join(''),
  );
}
