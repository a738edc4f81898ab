import { describe, expect, test } from '@jest/globals';
import { summaryOf } from '../../src/report/summary.ts';
import { ShipError } from '../../src/types/errors.ts';
import type { Finding } from '../../src/types/scan.ts';
import { onPullRequest } from '../unit/support/pull-request.ts';
import { builtDigest, imageFrom, inputs, memoryWorld, run, ship } from '../support/memory-world.ts';

const critical: Finding = { id: 'CVE-2024-1', severity: 'critical', package: 'openssl' };
const otherImage = imageFrom('f'.repeat(40));
const other = otherImage.manifest.digest;
const candidate = 'candidate-4711-1-abcd1234';
const boom = new ShipError({ code: 'registry-failed', what: 'Boom.', next: 'Try again.' });

/** What changes the registry or the machine, in the order in which it happened. */
const effects = (journal: readonly string[]) =>
  journal
    .filter((entry) => !/^(connect|authorize|describe|mask|read|list|sweep)/.test(entry))
    .filter(
      (entry, index, all) => entry !== all.slice(0, index).findLast((before) => before.startsWith('undo')),
    );

describe('an image that passes', () => {
  test('is pushed without a name and named last, moving names after fixed ones', async () => {
    const world = memoryWorld();
    const report = await ship(inputs({ tags: 'latest\nv1.2.3\ntype=sha' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(effects(world.journal)).toEqual([
      'undo: folder',
      'install docker config',
      'undo: folder, job-variables',
      'export DOCKER_CONFIG',
      'export BUILDX_CONFIG',
      'undo: folder, job-variables, local-image',
      'docker buildx build',
      'undo: folder, job-variables, local-image, candidate-tag',
      'undo: folder, job-variables, local-image, candidate-tag, local-image',
      'docker tag',
      'docker push',
      'put v1.2.3',
      'put sha-0123456',
      'put latest',
      `remove ${candidate}`,
      'undo: folder, job-variables, local-image, local-image',
      'docker image rm',
      'docker image rm',
      'undo: folder, job-variables, local-image',
      'undo: folder, job-variables',
    ]);
    expect(Object.fromEntries(world.tags)).toEqual({
      latest: builtDigest,
      'v1.2.3': builtDigest,
      'sha-0123456': builtDigest,
    });
    expect(report.verdict?.outcome).toBe('passed');
    expect(report.tags.map((result) => [result.tag, result.outcome])).toEqual([
      ['latest', 'set'],
      ['v1.2.3', 'set'],
      ['sha-0123456', 'set'],
    ]);
    expect(report.timings.map((timing) => timing.phase)).toEqual([
      'plan',
      'login',
      'decide',
      'build',
      'verify',
      'scan',
      'judge',
      'tag',
      'clean-up',
    ]);
  });

  test('has no candidate tag where the builder pushes by digest', async () => {
    const world = memoryWorld({ buildx: 'container' });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(world.journal.filter((entry) => /candidate|image rm/.test(entry))).toEqual([]);
    expect(Object.fromEntries(world.tags)).toEqual({ latest: builtDigest });
  });

  test('is built and pushed in two commands where there is no buildx, and the log says what is lost', async () => {
    const world = memoryWorld({ buildx: 'none' });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(world.journal.filter((entry) => entry.startsWith('docker'))).toEqual([
      'docker build',
      'docker tag',
      'docker push',
      'docker image rm',
      'docker image rm',
    ]);
    expect(world.log.join('\n')).toContain('docker buildx is not installed');
    expect(report.commands).toHaveLength(2);
  });

  test.each(['ship', 'plan'])('mode %s says which inputs the builder has no use for', async (mode) => {
    const world = memoryWorld();
    await ship(inputs({ tags: 'latest', annotations: 'com.example.team=a', mode }), run, world);
    expect(world.log.filter((line) => line.startsWith('warning: The input annotations'))).toHaveLength(1);
  });

  test('is not scanned where scan is off, which is a verdict of its own', async () => {
    const world = memoryWorld({ findings: [critical] });
    const report = await ship(inputs({ tags: 'latest', scan: 'off' }), run, world);
    expect(report.verdict).toMatchObject({ outcome: 'not-scanned', why: 'the input scan is off' });
    expect(world.journal).not.toContain('read scan');
    expect(world.tags.get('latest')).toBe(builtDigest);
  });
});

describe('an image that does not pass', () => {
  test('gets no name, moves none, and its evidence is all there', async () => {
    const world = memoryWorld({ findings: [critical], tags: { latest: otherImage } });
    const report = await ship(inputs({ tags: 'latest\nv1.2.3' }), run, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect(world.journal.filter((entry) => entry.startsWith('put'))).toEqual([]);
    expect(Object.fromEntries(world.tags)).toEqual({ latest: other });
    expect(report.image?.digest).toBe(builtDigest);
    expect(report.scan).toMatchObject({ kind: 'complete', platforms: [{ findings: [critical] }] });
    expect(report.candidateRemoved).toBe(true);
  });

  test('passes where the policy allows what was found', async () => {
    const world = memoryWorld({ findings: [critical] });
    const report = await ship(inputs({ tags: 'latest', 'fail-on': 'critical=1' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(world.tags.get('latest')).toBe(builtDigest);
  });

  test('is refused when the scan has not ended in time, because not scanned is not clean', async () => {
    const world = memoryWorld({ scanPolls: 1000 });
    const report = await ship(inputs({ tags: 'latest', 'scan-timeout': '30s' }), run, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect(report.failure?.what).toContain('waited 30 s in vain for the scan to end');
    expect(world.tags.size).toBe(0);
  });

  test('is named with a warning when on-incomplete-scan allows it', async () => {
    const world = memoryWorld({ scanPolls: 1000 });
    const report = await ship(
      inputs({ tags: 'latest', 'scan-timeout': '30s', 'on-incomplete-scan': 'warn' }),
      run,
      world,
    );
    expect(report.failure).toBeUndefined();
    expect(report.verdict?.outcome).toBe('not-scanned');
    expect(world.tags.get('latest')).toBe(builtDigest);
  });
});

describe('a failure', () => {
  test.each([
    { at: 'authorize', code: 'registry-failed', candidateIsCleaned: false },
    { at: 'describe repository', code: 'registry-failed', candidateIsCleaned: false },
    { at: 'install docker config', code: 'registry-failed', candidateIsCleaned: false },
    { at: 'docker buildx build', code: 'registry-failed', candidateIsCleaned: false },
    { at: 'read scan', code: 'registry-failed', candidateIsCleaned: true },
    { at: 'put v1.2.3', code: 'registry-failed', candidateIsCleaned: true },
    { at: 'put latest', code: 'registry-failed', candidateIsCleaned: true },
  ])('at "$at" is reported once and leaves no candidate behind', async ({ at, code, candidateIsCleaned }) => {
    const world = memoryWorld({ failures: { [at]: boom } });
    const report = await ship(inputs({ tags: 'latest\nv1.2.3' }), run, world);
    expect(report.failure?.code).toBe(code);
    expect(world.tags.has(candidate)).toBe(false);
    expect(world.journal.includes(`remove ${candidate}`)).toBe(candidateIsCleaned);
  });

  test('of a fixed name leaves moving names where they were', async () => {
    const world = memoryWorld({ failures: { 'put v1.2.3': boom }, tags: { latest: otherImage } });
    const report = await ship(inputs({ tags: 'latest\nv1.2.3' }), run, world);
    expect(world.tags.get('latest')).toBe(other);
    expect(report.tags.map((result) => [result.tag, result.outcome])).toEqual([
      ['latest', 'not-tried'],
      ['v1.2.3', 'failed'],
    ]);
  });

  test('to remove the candidate tag is a warning that does not hide how the run ended', async () => {
    const world = memoryWorld({ failures: { [`remove ${candidate}`]: boom }, findings: [critical] });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect(world.log.join('\n')).toContain('the post step tries again');
    expect(world.state.has('candidate-removed')).toBe(false);
  });

  test('of the build shows the reason and asks the registry to remove nothing that is not there', async () => {
    const world = memoryWorld({
      dockerFails: {
        'docker buildx build': {
          exitCode: 1,
          stdout: '',
          stderr: 'x\nERROR: failed to solve: exit code: 3\n',
        },
      },
    });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure).toMatchObject({ code: 'build-failed' });
    expect(report.failure?.what).toBe('The build failed with exit code 1: exit code: 3.');
    expect(world.journal).not.toContain(`remove ${candidate}`);
  });

  test('to find what the builder reported is an error, not another image', async () => {
    const world = memoryWorld({ builderReports: other });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure?.code).toBe('verify-failed');
    expect(world.tags.size).toBe(0);
  });

  test('because a name is taken for good says which image has it', async () => {
    const world = memoryWorld({
      mutability: { default: 'immutable', exceptFilters: [] },
      tags: { 'v1.2.3': otherImage },
    });
    const report = await ship(inputs({ tags: 'v1.2.3' }), run, world);
    expect(report.failure?.code).toBe('tag-taken');
    expect(report.failure?.what).toContain(other);
    expect(world.tags.get('v1.2.3')).toBe(other);
  });
});

describe('accepted findings', () => {
  // The clock of the memory world stands in January 2026.
  const file = (expires: string) => ({
    '.github/ecr-ship.yml': `exceptions:\n  - { id: CVE-2024-1, reason: not reachable, expires: ${expires} }\n`,
  });

  test('do not keep an image from its names, and the report has them with their reason', async () => {
    const world = memoryWorld({ findings: [critical], files: file('2026-06-30') });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(world.tags.get('latest')).toBe(builtDigest);
    expect(report.verdict).toMatchObject({
      outcome: 'passed',
      counts: { critical: 1 },
      exceptions: [{ state: 'applied', exception: { reason: 'not reachable' } }],
    });
    expect(world.log.join('\n')).toContain('Verdict: passed with 1 critical; 1 accepted.');
  });

  test('count again when their exception has expired, with a warning', async () => {
    const world = memoryWorld({ findings: [critical], files: file('2026-01-01') });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect(world.tags.size).toBe(0);
    expect(world.log.join('\n')).toContain(
      'warning: Exceptions have expired, and their findings count again: CVE-2024-1',
    );
  });

  test('count where the checkout is a stranger’s', async () => {
    const foreign = 'the pull request comes from another repository, stranger/app';
    const repo = (full_name: string) => ({ repo: { full_name } });
    const payload = { pull_request: { number: 12, head: repo('stranger/app'), base: repo('team/app') } };
    const world = memoryWorld({ findings: [critical], files: file('2026-06-30') });
    const event = { ...run.event, name: 'pull_request_target', payload };
    const report = await ship(inputs({ tags: 'latest\ntype=ref,event=pr' }), { ...run, event }, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect(report.plan?.tags.map((planned) => planned.tag)).toEqual(['pr-12']);
    expect(report.exceptions).toEqual({ kind: 'ignored', path: '.github/ecr-ship.yml', why: foreign });
    expect(world.log.join('\n')).toContain(
      `warning: The exceptions in .github/ecr-ship.yml are not used, because ${foreign}`,
    );
  });

  test('in a file that is wrong end the run before anything is logged in to or built', async () => {
    const world = memoryWorld({ files: { '.github/ecr-ship.yml': 'exceptions: no\n' } });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.failure?.code).toBe('invalid-exceptions');
    expect(effects(world.journal)).toEqual([]);
  });
});

describe('only what is new', () => {
  const only = { tags: 'v1.2.3\nlatest', 'only-new': 'true' };

  test('an old critical finding passes, and its image was the baseline', async () => {
    const world = memoryWorld({ findings: [critical], tags: { latest: otherImage }, live: [critical] });
    const report = await ship(inputs(only), run, world);
    expect(report.failure).toBeUndefined();
    expect(report.baseline).toEqual({ tag: 'latest', digest: other });
    expect(report.verdict?.comparison).toMatchObject({ kind: 'compared', added: 0, stayed: 1, fixed: [] });
    expect(world.tags.get('latest')).toBe(builtDigest);
    expect(report.timings.map(({ phase }) => phase)).toContain('baseline');
  });

  test('is told from the image of the tag that the input names', async () => {
    const world = memoryWorld({ findings: [critical], tags: { main: otherImage }, live: [critical] });
    const report = await ship(inputs({ tags: 'pr-12', 'only-new': 'main' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(report.baseline).toEqual({ tag: 'main', digest: other });
    expect(world.tags.get('pr-12')).toBe(builtDigest);
  });

  test('a new critical finding fails, and the moving name stays', async () => {
    const world = memoryWorld({
      findings: [critical],
      tags: { latest: otherImage },
      live: [{ ...critical, package: 'zlib' }],
    });
    const report = await ship(inputs(only), run, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect(report.failure?.what).toContain('CVE-2024-1 in openssl (linux/amd64)');
    expect(world.tags.get('latest')).toBe(other);
  });

  test.each([
    { name: 'there is no baseline', world: {}, said: 'warning: No baseline' },
    {
      name: 'the baseline cannot be read in full',
      world: { tags: { latest: otherImage }, live: 'UNSUPPORTED_IMAGE' },
      said: 'warning: The findings of the baseline latest (',
    },
  ])('everything is new where $name, and that is said', async ({ world: some, said }) => {
    const world = memoryWorld({ findings: [critical], ...some });
    const report = await ship(inputs(only), run, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect(world.log.join('\n')).toContain(said);
  });

  test('is not asked for: the baseline is known, and its scan is not read', async () => {
    const world = memoryWorld({ tags: { latest: otherImage }, live: [critical] });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.baseline).toEqual({ tag: 'latest', digest: other });
    expect(report.verdict?.comparison).toBeUndefined();
    expect(world.journal).not.toContain('read live scan');
  });

  test('is not asked for: its size is told all the same, for it was read to decide', async () => {
    const world = memoryWorld({ tags: { latest: otherImage } });
    const report = await ship(inputs({ tags: 'latest' }), run, world);
    expect(report.before?.platforms.map(({ platform }) => platform)).toEqual(['linux/amd64']);
    expect(report.sizeChange).toBe((report.image?.size ?? 0) - (report.before?.size ?? 0));
    expect(summaryOf(report)).toContain('Since `latest`');
  });

  test('is the very image: then there is no change to tell', async () => {
    const first = memoryWorld();
    await ship(inputs({ tags: 'v1.0.0\nlatest' }), run, first);
    const report = await ship(inputs({ tags: 'v1.0.0\nlatest' }), run, first);
    expect(report.decision?.kind).toBe('reuse');
    expect(report.sizeChange).toBeUndefined();
  });
});

describe('the comment on a pull request', () => {
  const given = { tags: 'pr-7', comment: 'true' };
  const facts = { ...run, event: onPullRequest().event };

  test('compares with the image of the base branch, and lets nothing pass for it', async () => {
    const world = memoryWorld({ findings: [critical], tags: { main: otherImage }, live: [critical] });
    const report = await ship(inputs(given), facts, world);
    expect(report.failure?.code).toBe('policy-failed');
    expect(report.baseline).toEqual({ tag: 'main', digest: other });
    expect(report.verdict?.comparison).toMatchObject({ kind: 'compared', added: 0, stayed: 1, fixed: [] });
    expect(report.sizeChange).toEqual(expect.any(Number));
  });

  test.each([
    { name: 'there is no image of the base branch', world: {} },
    {
      name: 'nobody can read its findings',
      world: { tags: { main: otherImage }, live: 'UNSUPPORTED_IMAGE' },
    },
  ])('is no reason to warn or to fail where $name', async ({ world: some }) => {
    const world = memoryWorld({ findings: [], ...some });
    const report = await ship(inputs(given), facts, world);
    expect(report.failure).toBeUndefined();
    expect(report.verdict?.outcome).toBe('passed');
    expect(world.log.filter((line) => line.startsWith('warning: '))).toEqual([]);
    expect(world.tags.get('pr-7')).toBe(builtDigest);
  });
});

test('who runs this is asked for where an evidence file wants to know, and only there', async () => {
  const asked = async (given: Parameters<typeof inputs>[0]) => {
    const world = memoryWorld();
    const { caller } = await ship(inputs({ tags: 'latest', ...given }), run, world);
    return { caller, asked: world.journal.includes('ask who') };
  };
  expect(await asked({})).toEqual({ caller: undefined, asked: false });
  expect(await asked({ 'evidence-file': 'VALIDATION.md' })).toEqual({
    caller: 'arn:aws:sts::123456789012:assumed-role/ship/run',
    asked: true,
  });
});

describe('secrets and state', () => {
  test('the token is masked before anything is written, and state is saved before its effect', async () => {
    const world = memoryWorld();
    await ship(inputs({ tags: 'latest' }), run, world);
    const at = (entry: string) => {
      const index = world.journal.indexOf(entry);
      expect(index).toBeGreaterThanOrEqual(0);
      return index;
    };
    expect(at('mask secret')).toBeLessThan(at('install docker config'));
    expect(at('mask QVdTOnNlY3JldA==')).toBeLessThan(at('install docker config'));
    expect(at('undo: folder')).toBeLessThan(at('install docker config'));
    expect(at('undo: folder, job-variables')).toBeLessThan(at('export DOCKER_CONFIG'));
    expect(at('undo: folder, job-variables, local-image')).toBeLessThan(at('docker buildx build'));
    expect(at('undo: folder, job-variables, local-image, candidate-tag')).toBeLessThan(at('docker push'));
    expect([...world.state.values(), ...world.log].join('\n')).not.toContain('secret');
  });

  test('the login is for the host of the repository, also where that is another account’s', async () => {
    const world = memoryWorld();
    const hosts: string[] = [];
    const dockerConfig = {
      ...world.ports.dockerConfig,
      install: (...given: Parameters<typeof world.ports.dockerConfig.install>) => {
        hosts.push(...given[1].map(({ host }) => host));
        return world.ports.dockerConfig.install(...given);
      },
    };
    await ship(inputs({ tags: 'latest' }), run, {
      ...world,
      world: (tether) => ({ ...world.world(tether), dockerConfig }),
    });
    expect(hosts).toEqual(['123456789012.dkr.ecr.eu-west-1.amazonaws.com']);
  });

  test('login: step exports nothing', async () => {
    const world = memoryWorld();
    await ship(inputs({ tags: 'latest', login: 'step' }), run, world);
    expect(world.journal.filter((entry) => entry.startsWith('export'))).toEqual([]);
  });
});

test('push: false builds, and neither connects to a registry nor logs in', async () => {
  const world = memoryWorld();
  const report = await ship(inputs({ push: 'false' }), run, world);
  expect(report.failure).toBeUndefined();
  // The image stays in the engine for the later steps of the job, and goes in post.
  expect(world.journal).toEqual(['undo: local-image', 'docker buildx build']);
});

test('bad inputs end the run before anything is touched', async () => {
  const world = memoryWorld();
  const report = await ship(inputs({ repository: 'Team/App', push: 'yes' }), run, world);
  expect(report.failure?.code).toBe('invalid-input');
  expect(report.failure?.what).toContain('Input repository');
  expect(report.failure?.what).toContain('Input push');
  expect(world.journal).toEqual([]);
});
