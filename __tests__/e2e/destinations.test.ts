import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

  test('a tag there of an image that was made otherwise says what differs, and a moving one where it moves', async () => {
    const { ecr, ship, workspace } = await scene(on(), { scenario: { repositories } });
    const first = await ship({ destinations });
    expect([first.main.exitCode, first.main.errors]).toEqual([0, []]);
    const again = { 'build-args': 'GREETING=again', tags: 'v1.0.1\nlatest', destinations };
    const second = await ship(again, { GITHUB_SHA: 'a'.repeat(40) });
    expect([second.main.exitCode, second.main.errors]).toEqual([0, []]);
    const moves = 'latest moves, although the Git history does not show which commit is newer';
    for (const place of ['', `Destination ${host}/team/copy: `, `Destination ${host}/team/fixed: `])
      expect(second.main.notices.filter((text) => text.startsWith(`${place}${moves}`))).toHaveLength(1);

    writeFileSync(join(workspace, 'hello.txt'), 'other\n');
    const third = await ship(again, { GITHUB_SHA: 'a'.repeat(40) });
    expect(onlyError(third.main)).toContain('it differs in files that are not those of the commit');
    expect(ecr.tags('team/app')).toEqual(ecr.tags('team/fixed'));
  });

  test('one that is named twice is an error before the build', async () => {
    const { ecr, ship } = await scene(on(), { scenario: { repositories } });
    const { main } = await ship({ destinations: `${host}/team/copy\n${host}/team/copy` });
    expect(onlyError(main)).toContain(`Input destinations names ${host}/team/copy twice.`);
    expect([ecr.digests('team/app'), ecr.digests('team/copy')]).toEqual([[], []]);
  });

  test('where one is not there nothing is tagged anywhere, and it is named', async () => {
    const { ecr, ship } = await scene(on(), { scenario: { repositories } });
    const { main } = await ship({
      destinations: `${host}/team/copy\n${host}/team/missing`,
      'create-repository': 'true',
    });
    expect(onlyError(main)).toContain('team/missing');
    expect(onlyError(main)).toContain('Correct the input destinations');
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
