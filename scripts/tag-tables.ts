import { search } from '../src/adapters/machine/search.ts';
import { parseInputs } from '../src/inputs/inputs.ts';
import { makePlan } from '../src/plan/plan.ts';
import { sourceOf } from '../src/plan/source.ts';
import { decide } from '../src/publish/decide.ts';
import { recordParts, type BuildRecord } from '../src/types/build-record.ts';
import { parseDigest } from '../src/types/digest.ts';
import { ShipError } from '../src/types/errors.ts';
import type { TagMutability } from '../src/types/image.ts';
import { inputDefaults } from '../src/inputs/table.ts';
import type { IfExists } from '../src/types/inputs.ts';
import { parseAccountId, parseRegion, parseRepositoryName, parseTag } from '../src/types/names.ts';
import { sampleCommit, sampleEvents, sampleHead, type SampleEvent } from './sample-events.ts';

/** The tags that the default rules give for an event, from the planner itself. */
export function defaultNames(event: SampleEvent, checkout: string | undefined): string {
  const inputs = parseInputs(
    { ...inputDefaults, mode: 'plan', push: 'false', repository: 'team/app' },
    undefined,
  );
  if (inputs.mode === 'login') throw new Error('a plan was asked for');
  const run = { event: sampleEvents[event], runLabel: '1-1', runUrl: undefined, region: undefined };
  const source = sourceOf(run.event, {
    context: inputs.build.context,
    head:
      checkout === undefined
        ? { kind: 'none', inner: undefined }
        : { kind: 'commit', sha: checkout, inner: undefined },
    tree: { kind: 'clean' },
    pullRequestCommit: inputs.pullRequestCommit,
  });
  const { tags } = makePlan(inputs, {
    run: { ...run, sourceDateEpoch: undefined },
    source,
    now: 0,
    shortId: 'x',
    search,
  });
  return tags.map(({ tag, kind }) => (kind === 'fixed' ? `**\`${tag}\`**` : `\`${tag}\``)).join(' ');
}

export function eventTable(): string {
  const rows = Object.keys(sampleEvents).map(
    (event) => `| ${event} | ${defaultNames(event as SampleEvent, undefined) || 'none: an error'} |`,
  );
  const afterRun = `| workflow_run, with the checkout at the commit of the run before | ${defaultNames('workflow_run', sampleHead)} |`;
  const at = rows.findIndex((row) => row.startsWith('| workflow_run |')) + 1;
  return ['| event | tags |', '| --- | --- |', ...rows.toSpliced(at, 0, afterRun)].join('\n');
}

const [mine, image] = ['1', '2'].map((digit) => parseDigest(`sha256:${digit.repeat(64)}`));
const texts = {
  reuse: 'reused, nothing is built',
  moves: 'built, and the tag moves',
  'tag-taken': '**error** `tag-taken`',
  'tag-immovable': '**error** `tag-immovable`',
} as const;

/** The record of an image: the same for both, except for the commit. */
function recordFrom(commit: string): BuildRecord {
  const parts = Object.fromEntries(recordParts.map((part) => [part, 'x'])) as BuildRecord['parts'];
  return { parts: { ...parts, commit }, committedAt: undefined };
}

/** What becomes of a tag that is taken, from the decision code itself. */
function decided(
  kind: 'fixed' | 'moving',
  mutability: TagMutability,
  isMine: boolean,
  ifExists: IfExists,
): string {
  const tag = parseTag(kind === 'fixed' ? '1.4.2' : 'latest');
  const digest = isMine ? mine : image;
  const [name, registryId] = [parseRepositoryName('team/app'), parseAccountId('1'.repeat(12))];
  const region = parseRegion('eu-west-1');
  if (
    tag === undefined ||
    digest === undefined ||
    name === undefined ||
    registryId === undefined ||
    region === undefined
  )
    throw new Error('a sample is not legal');
  const revision = { kind: 'known', commit: isMine ? sampleCommit : sampleHead } as const;
  try {
    const decision = decide(
      {
        repository: { name, uri: '', arn: '', type: 'private', registryId, region, mutability },
        tags: [{ tag, kind }],
        held: new Map([[tag, digest]]),
        holders: new Map([
          [
            digest,
            {
              digest,
              revision,
              record: recordFrom(revision.commit),
              version: undefined,
              isReadable: true,
              platforms: [],
            },
          ],
        ]),
        allTags: [],
      },
      { ifExists, commit: sampleCommit, record: recordFrom(sampleCommit), unchanged: new Set() },
    );
    return texts[decision.kind === 'reuse' ? 'reuse' : 'moves'];
  } catch (error) {
    if (error instanceof ShipError && (error.code === 'tag-taken' || error.code === 'tag-immovable'))
      return texts[error.code];
    throw error;
  }
}

export function decisionTable(): string {
  const kinds = [
    ['fixed', 'fixed (`1.4.2`, `sha-…`)'],
    ['moving', 'moving (`latest`, a branch)'],
  ] as const;
  const repositories = [
    ['yes', 'mutable'],
    ['no', 'immutable'],
  ] as const;
  const rows = kinds.flatMap(([kind, name]) =>
    repositories.flatMap(([may, setting]) =>
      [true, false].map((isMine) => {
        const outcomes = (['reuse', 'fail', 'move'] as const).map((ifExists) =>
          decided(kind, { default: setting, exceptFilters: [] }, isMine, ifExists),
        );
        const holder = isMine ? 'this commit' : 'another commit, or unknown';
        return `| ${[name, may, holder, ...outcomes].join(' | ')} |`;
      }),
    ),
  );
  return [
    '| tag | may it move in this repository? | points to an image of | `reuse` | `fail` | `move` |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
