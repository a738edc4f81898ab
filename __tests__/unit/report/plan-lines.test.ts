import { describe, expect, test } from '@jest/globals';
import {
  builderLines,
  builderWarnings,
  decisionLines,
  planLines,
  planWarnings,
  policyLine,
  previewOf,
} from '../../../src/report/plan-lines.ts';
import { sourceOf } from '../../../src/plan/source.ts';
import type { Decision } from '../../../src/types/decision.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { Policy } from '../../../src/types/verdict.ts';
import { buildx, buildxByTag, classic, commit, digest, placeAt, plan, run, tag } from '../support/values.ts';

describe('planLines', () => {
  test('what is built, what each rule gives, and what happens to a name that is taken', () => {
    expect(planLines(plan({ tags: 'latest\ntype=sha\ntype=ref,event=pr' }))).toEqual([
      'Repository  team/app (eu-west-1)',
      'Event       push, branch main',
      `Commit      ${commit} (from the event)`,
      'Speaks for  the branch main: there is no checkout that could say otherwise',
      'Tags        latest (moving), sha-0123456 (fixed)',
      'Policy      no critical allowed; an incomplete scan fails; waits at most 10 min',
      'Rules',
      '  type=ref,event=pr   –            the branch main is not a pull request',
      '  latest              latest       it is always given',
      '  type=sha            sha-0123456  the commit is known',
      '  flavor latest=auto  –            latest, the first of the tags, is not a release that a version or a git tag gives',
      'If a tag is taken: an image made from the same commit and inputs is reused; an image of another commit is an error',
    ]);
  });

  test('another account, no scan', () => {
    const lines = planLines(plan({ tags: 'a', 'registry-id': '012345678901', scan: 'off' }));
    expect([lines[0], lines[5]]).toEqual([
      'Repository  team/app (eu-west-1, account 012345678901)',
      'Policy      not scanned, because scan is off',
    ]);
  });

  test('no push', () => {
    const lines = planLines(plan({ push: 'false', tags: 'a' }));
    expect(lines[4]).toBe('Tags        none are set, because push is false: a (moving)');
    expect(lines.join('\n')).not.toContain('If a name is taken');
  });
});

describe('planWarnings', () => {
  test('a version rule that finds no version in the git tag', () => {
    const given = { ...plan({ tags: 'type=semver,pattern={{version}},value=1.2\ntype=sha' }) };
    expect(planWarnings(given)).toEqual([
      'type=semver,pattern={{version}},value=1.2 gives no tag: "1.2" is not a version of SemVer.',
    ]);
  });

  test('a Git URL whose commit is not certain', () => {
    const remote = { ...placeAt(undefined), head: undefined, context: 'https://github.com/o/r.git' };
    const [warning] = planWarnings({ ...plan(), source: sourceOf(run.event, remote) });
    expect(warning).toBe(
      'This run may not speak for the branch main, because the build context is a Git URL that does not name a commit: ' +
        'its tag, latest and is_default_branch do not belong to what is built. Check out ${{ github.sha }} at the root of ' +
        'the workspace (a Git URL ends with #${{ github.sha }}), or give the tag by a rule of its own, such as a plain word.',
    );
  });

  test('nothing where all is well', () => {
    expect(planWarnings(plan())).toEqual([]);
  });
});

describe('builderLines', () => {
  // What is built is in unit/docker/command.test.ts; here it is how a person sees it, without any secret.
  const given = plan({ tags: 'a', 'build-args': 'TOKEN=hunter2' });
  const bare = { ...given, labels: [], annotations: [] };

  test('by digest', () => {
    expect(builderLines(bare, buildx)).toEqual([
      'Builder    buildx 0.30.1, driver docker-container',
      'Candidate  pushed by digest, without a tag',
      [
        '$ docker buildx build \\',
        '    --output type=image,name=team/app,push-by-digest=true,name-canonical=true,push=true \\',
        '    --provenance=false --build-arg TOKEN=… .',
      ].join('\n'),
    ]);
    expect(previewOf(bare, buildx)).toEqual([
      [
        'docker buildx build \\',
        '    --output type=image,name=team/app,push-by-digest=true,name-canonical=true,push=true \\',
        '    --provenance=false --build-arg TOKEN=… .',
      ].join('\n'),
    ]);
  });

  test('by tag', () => {
    expect(builderLines(bare, buildxByTag).slice(1)).toEqual([
      'Candidate  pushed as candidate-4711-1-k3x9, a temporary tag that is removed at the end',
      [
        '$ docker buildx build --load --tag ecr-ship.invalid/candidate:candidate-4711-1-k3x9 \\',
        '    --provenance=false --build-arg TOKEN=… .',
      ].join('\n'),
      '$ docker push team/app:candidate-4711-1-k3x9',
    ]);
  });

  test('docker build, no push', () => {
    const local = { ...plan({ push: 'false' }), labels: [], annotations: [] };
    expect(builderLines(local, classic).slice(1)).toEqual([
      'Candidate  stays in the builder',
      '$ docker build .',
    ]);
  });

  test('none: then the labels are not in a command', () => {
    const none = new ShipError({ code: 'docker-missing', what: 'There is no docker.', next: 'Install it.' });
    expect(builderLines(bare, none)).toEqual(['Builder: none on this machine. There is no docker.']);
    expect(builderLines({ ...bare, labels: ['a=b'] }, none).slice(1)).toEqual(['Labels', '  a=b']);
  });
});

describe('builderWarnings', () => {
  const noVariables = () => undefined;

  test.each([
    { builder: buildx, value: '0', isSaid: true },
    { builder: buildxByTag, value: 'false', isSaid: true },
    { builder: buildx, value: '1', isSaid: false },
    { builder: classic, value: '0', isSaid: false },
  ])('DOCKER_BUILDKIT=$value is said where it is not followed: $isSaid', ({ builder, value, isSaid }) => {
    const said = builderWarnings(plan({}), builder, (name) =>
      name === 'DOCKER_BUILDKIT' ? value : undefined,
    );
    expect(said.some((line) => line.startsWith('DOCKER_BUILDKIT asks for the classic builder'))).toBe(isSaid);
  });

  const annotated = plan({ tags: 'a', annotations: 'com.example.team=a' });

  test('annotations that the builder cannot write', () => {
    expect(builderWarnings(annotated, buildxByTag, noVariables)).toEqual([
      `The input annotations is not used: ${buildxByTag.description} cannot write them to the manifest. Add docker/setup-buildx-action before this step.`,
    ]);
  });

  test.each([
    { name: 'the builder writes them', of: annotated, builder: buildx },
    { name: 'nobody asked for any', of: plan({ tags: 'a' }), builder: buildxByTag },
    {
      name: 'nothing is pushed',
      of: plan({ annotations: 'com.example.team=a', push: 'false' }),
      builder: buildxByTag,
    },
    {
      name: 'there is no builder',
      of: annotated,
      builder: new ShipError({ code: 'docker-missing', what: 'There is no docker.', next: 'Install it.' }),
    },
  ])('none where $name', ({ of, builder }) => {
    expect(builderWarnings(of, builder, noVariables)).toEqual([]);
  });
});

test('decisionLines say what becomes of each name', () => {
  const name = (text: string, kind: 'fixed' | 'moving' = 'moving') => ({ tag: tag(text), kind });
  const decision: Decision = {
    kind: 'reuse',
    digest: digest(1),
    since: undefined,
    tags: [
      { planned: name('1.2.3', 'fixed'), state: 'same', holder: digest(1) },
      { planned: name('1.2'), state: 'new', holder: undefined },
      { planned: name('main'), state: 'moves', holder: digest(2) },
      { planned: name('stable'), state: 'once', holder: undefined },
      {
        planned: name('latest'),
        state: 'kept-back',
        holder: digest(3),
        because: '2.0.0 is a higher version',
      },
    ],
  };
  expect(decisionLines(decision)).toEqual([
    `${digest(1)} was built from this commit with the same inputs: it is reused, and nothing is built.`,
    '1.2.3   points to this image already',
    '1.2     new, moving',
    'main    moves from the image that has it now (000000000000…)',
    'stable  new, and can be set only once in this repository',
    'latest  stays where it is (000000000000…): 2.0.0 is a higher version',
  ]);
});

describe('policyLine', () => {
  const words = new Map();
  const all = { words, onlyFixable: false, onlyNew: false };
  const rows: readonly { name: string; policy: Policy; line: string }[] = [
    {
      name: 'limits and budgets, the worst first',
      policy: { ...all, limits: { low: 5, critical: 0 }, onIncompleteScan: 'fail' },
      line: 'no critical, at most 5 low allowed; an incomplete scan fails; waits at most 1 min 30 s',
    },
    {
      name: "what words mean that are not ECR's",
      policy: {
        ...all,
        limits: { critical: 0, high: 2 },
        words: new Map([
          ['severe', 'critical'],
          ['moderate', 'medium'],
        ]),
        onIncompleteScan: 'fail',
      },
      line: 'no critical, at most 2 high allowed, severe counts as critical, moderate counts as medium; an incomplete scan fails; waits at most 1 min 30 s',
    },
    {
      name: 'no limits',
      policy: { ...all, limits: {}, onIncompleteScan: 'warn' },
      line: 'any finding is allowed; an incomplete scan is a warning; waits at most 1 min 30 s',
    },
    {
      name: 'only some findings count',
      policy: { limits: { critical: 0 }, words, onIncompleteScan: 'fail', onlyFixable: true, onlyNew: true },
      line: 'no critical allowed, counting only findings with a fix and that the baseline does not have; an incomplete scan fails; waits at most 1 min 30 s',
    },
  ];
  test.each(rows)('$name', ({ policy, line }) => {
    expect(policyLine({ policy, scan: 'auto', scanTimeoutMs: 90_000, findings: [] })).toBe(line);
  });

  test.each([
    ['off', [], 'not scanned, because scan is off'],
    ['off', ['a.sarif', 'b.sarif'], /fails; held against a\.sarif, b\.sarif alone, because scan is off$/],
    ['auto', ['a.sarif'], /fails; waits at most 1 min 30 s; also held against a\.sarif$/],
  ] as const)('scan: %s with the files %j', (scan, files, line) => {
    const policy: Policy = { ...all, limits: {}, onIncompleteScan: 'fail' };
    const findings = files.map((path) => ({ path, platform: undefined }));
    const shown = policyLine({ policy, scan, scanTimeoutMs: 90_000, findings });
    expect(shown).toMatch(typeof line === 'string' ? new RegExp(`^${line}$`) : line);
  });
});
