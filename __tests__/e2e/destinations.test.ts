import { describe, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { criticalFinding, onlyError, quickScans } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const on = () => engine('containerd');

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const repositories = [
  { name: 'team/app' },
  { name: 'team/copy' },
  { name: 'team/fixed', imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION', exclusionFilters: ['latest'] },
];
const destinations = `${host}/team/copy\n${host}/team/fixed`;

interface State {
  readonly state: string;
  readonly tags: readonly string[];
  readonly error?: string;
}
const statesOf = (outputs: Readonly<Record<string, string>>) =>
  JSON.parse(outputs['destinations'] ?? '') as Record<string, State>;

describe('several destinations', () => {
  test('get the image that was built and judged once, with the same digest and the same tags', async () => {
    const { ecr, ship } = await scene(on(), { scenario: { repositories } });
    const { main, leftovers } = await ship({ destinations });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const { digest } = main.outputs;
    for (const name of ['team/app', 'team/copy', 'team/fixed'])
      expect(ecr.tags(name)).toEqual({ 'v1.0.0': digest, latest: digest });
    expect(statesOf(main.outputs)).toEqual({
      [`${host}/team/copy`]: { state: 'tagged', tags: ['v1.0.0', 'latest'] },
      [`${host}/team/fixed`]: { state: 'tagged', tags: ['v1.0.0', 'latest'] },
    });
    expect(leftovers).toEqual([]);

    const again = await ship({ destinations });
    expect([again.main.exitCode, again.main.errors]).toEqual([0, []]);
    expect(again.main.outputs).toMatchObject({ reused: 'true', digest });
  });

  test('have nothing of an image that does not pass', async () => {
    const { ecr, ship } = await scene(on(), {
      scenario: { repositories, results: [{ match: {}, findings: [criticalFinding] }] },
    });
    const { main } = await ship({ destinations });
    expect(onlyError(main)).toContain('1 CRITICAL finding');
    expect([ecr.digests('team/copy'), ecr.digests('team/fixed')]).toEqual([[], []]);
  });

  test('a tag that is taken in one of them ends the run before the build', async () => {
    const { ecr, ship } = await scene(on(), { scenario: { repositories } });
    ecr.seedImage('team/fixed', 'v1.0.0', 'another release');
    const { main } = await ship({ destinations });
    expect(onlyError(main)).toContain('team/fixed');
    expect(onlyError(main)).toContain('v1.0.0 already points to');
    expect([ecr.tags('team/app'), ecr.tags('team/copy')]).toEqual([{}, {}]);
  });

  test('where one is not there nothing is tagged anywhere, and it is named', async () => {
    const { ecr, ship } = await scene(on(), { scenario: { repositories } });
    const { main } = await ship({ destinations: `${host}/team/copy\n${host}/team/missing` });
    expect(onlyError(main)).toContain('team/missing');
    expect(statesOf(main.outputs)[`${host}/team/missing`]?.error).toContain('team/missing');
    expect([ecr.tags('team/app'), ecr.tags('team/copy')]).toEqual([{}, {}]);
  });
});

describe('promotion', () => {
  test('copies what has passed where it lies, by its digest, and tags it', async () => {
    const { ecr, ship } = await scene(on(), { scenario: { repositories } });
    const staged = await ship({ tags: 'sha-1' });
    const given = { mode: 'publish', labels: '', repository: `${host}/team/fixed`, tags: 'v1.0.0\nlatest' };
    const { main } = await ship({ ...given, from: `${host}/team/app:sha-1` });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const { digest } = staged.main.outputs;
    expect(ecr.tags('team/fixed')).toEqual({ 'v1.0.0': digest, latest: digest });
    expect(ecr.tags('team/app')).toEqual({ 'sha-1': digest });
    expect(main.outputs['image']).toBe(`${ecr.host}/team/fixed@${String(digest)}`);
  });

  test('leaves the target alone where the image does not pass any more', async () => {
    const { ecr, ship } = await scene(on(), { scenario: { repositories } });
    const staged = await ship({ tags: 'sha-1' });
    ecr.setScenario({ ...quickScans, repositories, results: [{ match: {}, findings: [criticalFinding] }] });
    const { main } = await ship({
      mode: 'publish',
      labels: '',
      repository: 'team/copy',
      from: `team/app@${String(staged.main.outputs['digest'])}`,
    });
    expect(onlyError(main)).toContain('1 CRITICAL finding');
    expect(ecr.digests('team/copy')).toEqual([]);
  });
});
