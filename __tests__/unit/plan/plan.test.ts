import { describe, expect, test } from '@jest/globals';
import { search } from '../../../src/adapters/machine/search.ts';
import { requireFit } from '../../../src/docker/fit.ts';
import { makePlan, wantedFacts } from '../../../src/plan/plan.ts';
import type { Builder } from '../../../src/types/plan.ts';
import {
  buildx,
  buildxByTag,
  commit,
  inputs,
  now,
  plan,
  run,
  shipErrorOf,
  source,
} from '../support/values.ts';

const noVariables = () => undefined;

describe('makePlan', () => {
  test.each([
    {
      given: { mode: 'plan', findings: 'trivy.sarif' },
      told: 'The input findings means nothing in mode: plan.',
    },
    {
      given: { push: 'false', findings: 'trivy.sarif' },
      told: 'The input findings is not read with push: false: only what is pushed is judged.',
    },
    { given: { findings: 'trivy.sarif' }, told: undefined },
    { given: { push: 'false' }, told: undefined },
  ] as const)('an input without effect is told: $given', ({ given, told }) => {
    const { notices } = makePlan(inputs(given), { run, source, now, shortId: 'k3x9', search });
    expect(notices).toEqual(told === undefined ? [] : [told]);
  });

  test('names, labels and a candidate tag of this run alone', () => {
    const given = inputs({
      tags: 'latest\ntype=sha',
      labels: 'team=a b\norg.opencontainers.image.title=mine',
    });
    expect(makePlan(given, { run, source, now, shortId: 'k3x9', search })).toMatchObject({
      inputs: given,
      source,
      tags: [
        { tag: 'latest', kind: 'moving' },
        { tag: 'sha-0123456', kind: 'fixed' },
      ],
      labels: [
        'org.opencontainers.image.created=2026-03-04T05:05:00.000Z',
        `org.opencontainers.image.revision=${commit}`,
        'org.opencontainers.image.source=https://github.com/o/r',
        'org.opencontainers.image.title=mine',
        'org.opencontainers.image.url=https://github.com/o/r',
        'org.opencontainers.image.version=latest',
        'team=a b',
      ],
      candidateTag: 'candidate-4711-1-k3x9',
    });
  });

  test('the candidate tag outside a workflow', () => {
    const { candidateTag } = makePlan(inputs({ tags: 'a' }), {
      run: { ...run, runLabel: 'local' },
      source,
      now,
      shortId: 'z',
      search,
    });
    expect(candidateTag).toBe('candidate-local-z');
  });

  test('rules that give no name are an error that says what each gave', () => {
    const nowhere = { ...source, commit: undefined };
    const given = inputs({ tags: 'type=sha\ntype=ref,event=tag' });
    const error = shipErrorOf(() => makePlan(given, { run, source: nowhere, now, shortId: 'z', search }));
    expect([error.code, error.what]).toEqual([
      'no-tags',
      'No rule of the input tags gives this run a tag: type=ref,event=tag: the branch main is not a tag; type=sha: no commit is known; flavor latest=auto: there is no other tag.',
    ]);
    expect(error.details).toBeUndefined();
  });

  test('without a push no name is needed', () => {
    expect(plan({ tags: 'type=ref,event=tag', push: 'false' }).tags).toEqual([]);
  });

  test('an expression that cannot be evaluated is an input error that names the rule', () => {
    const unknown = { ...source, repository: { ...source.repository, defaultBranch: undefined } };
    const given = inputs({ tags: 'a,enable={{is_default_branch}}' });
    const error = shipErrorOf(() => makePlan(given, { run, source: unknown, now, shortId: 'z', search }));
    expect([error.code, error.what]).toEqual([
      'invalid-input',
      'Input tags cannot be used in this run; allowed: in the rule "a,enable={{is_default_branch}}" {{is_default_branch}} only where the default branch is known; let the input github-token have contents: read.',
    ]);
  });

  test.each([
    { epoch: '0', created: '1970-01-01T00:00:00.000Z' },
    { epoch: '1700000000', created: '2023-11-14T22:13:20.000Z' },
  ])('SOURCE_DATE_EPOCH=$epoch makes the labels of a run those of every run', ({ epoch, created }) => {
    const labels = [now, now + 5_000].map(
      (at) =>
        makePlan(inputs(), { run: { ...run, sourceDateEpoch: epoch }, source, now: at, shortId: 'z', search })
          .labels,
    );
    expect(labels[0]).toContain(`org.opencontainers.image.created=${created}`);
    expect(labels[1]).toEqual(labels[0]);
  });

  test.each(['', 'now', '-1', '1.5', '253402300800'])(
    'SOURCE_DATE_EPOCH=%j is an error',
    (sourceDateEpoch) => {
      const error = shipErrorOf(() =>
        makePlan(inputs(), { run: { ...run, sourceDateEpoch }, source, now, shortId: 'z', search }),
      );
      expect(error.what).toContain('allowed: whole seconds since 1970');
    },
  );
});

describe('requireFit', () => {
  test('several platforms need a builder that can', () => {
    const several = plan({ platforms: 'linux/amd64,linux/arm64' });
    const error = shipErrorOf(() => requireFit(several, buildxByTag, noVariables));
    expect([error.code, error.what, error.next]).toEqual([
      'builder-unfit',
      'Input platforms asks for 2 platforms in one build, which buildx 0.30.1, driver docker on Docker 28.2.2, overlay2 image store cannot do.',
      'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine, or give one platform.',
    ]);
  });

  test.each([
    { name: 'one platform, any builder', platforms: 'linux/arm64', builder: buildxByTag },
    { name: 'several platforms, a builder that can', platforms: 'linux/amd64,linux/arm64', builder: buildx },
  ])('$name', ({ platforms, builder }) => {
    expect(() => requireFit(plan({ platforms }), builder, noVariables)).not.toThrow();
  });
});

describe('an ignore file of the Dockerfile itself', () => {
  const classic: Builder = {
    ...buildxByTag,
    tool: 'docker-build',
    description: 'docker build on Docker 19.3',
  };
  const withFile = { ...plan({}), ignoreFile: 'Dockerfile.prod.dockerignore' };

  test('which the classic builder passes over is no reason to put secrets into an image', () => {
    const error = shipErrorOf(() => requireFit(withFile, classic, noVariables));
    expect([error.code, error.what, error.next]).toEqual([
      'builder-unfit',
      'Dockerfile.prod.dockerignore says what stays out of the image, and docker build on Docker 19.3 does not read it.',
      'Add docker/setup-buildx-action before this step, or move those lines into the .dockerignore of the context.',
    ]);
  });

  test('is read by BuildKit, and where there is none nothing is passed over', () => {
    expect(() => requireFit(withFile, buildxByTag, noVariables)).not.toThrow();
    expect(() => requireFit(plan({}), classic, noVariables)).not.toThrow();
  });
});

describe('wantedFacts', () => {
  test.each([
    { name: 'the default rules', given: {}, defaultBranch: false, commitDate: false },
    { name: 'edge', given: { tags: 'type=edge' }, defaultBranch: true, commitDate: false },
    {
      name: 'edge of a branch',
      given: { tags: 'type=edge,branch=x' },
      defaultBranch: false,
      commitDate: false,
    },
    {
      name: 'enable',
      given: { tags: 'a,enable={{is_default_branch}}' },
      defaultBranch: true,
      commitDate: false,
    },
    {
      name: 'a label',
      given: { labels: "a={{commit_date 'YYYY'}}" },
      defaultBranch: false,
      commitDate: true,
    },
    {
      name: 'the flavor',
      given: { flavor: "suffix=-{{commit_date 'YYYY'}}" },
      defaultBranch: false,
      commitDate: true,
    },
  ])('$name', ({ given, defaultBranch, commitDate }) => {
    expect(wantedFacts(inputs(given))).toEqual({ repository: true, defaultBranch, commitDate });
  });
});

describe('a tag under which a build cache is kept', () => {
  test.each([
    { tags: 'cache-main', says: 'under cache-main; that is a tag of this run too' },
    { tags: 'cache-other', says: undefined },
  ])('$tags', ({ tags, says }) => {
    const planned = () =>
      makePlan(inputs({ tags, cache: 'registry' }), { run, source, now, shortId: 'z', search });
    if (says === undefined) expect(planned).not.toThrow();
    else expect(shipErrorOf(planned).what).toContain(says);
    expect(() =>
      makePlan(inputs({ tags, cache: 'gha' }), { run, source, now, shortId: 'z', search }),
    ).not.toThrow();
  });
});
