import { expect, test } from '@jest/globals';
import { shipPolicy } from '../../src/types/iam.ts';
import { engine } from '../support/engines.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const archive = { restoreMs: 300 };
const index = { platforms: 'linux/amd64,linux/arm64' };

/** A release that somebody has archived, with what it lists. */
async function archivedRelease(inputs: Readonly<Record<string, string>> = {}) {
  const here = await scene(engine('containerd'), { scenario: { archive } });
  const first = await here.ship({ tags: 'v1.0.0', ...inputs });
  expect([first.main.exitCode, first.main.errors]).toEqual([0, []]);
  here.ecr.archive('team/app', 'v1.0.0');
  return { ...here, digest: String(first.main.outputs['digest']) };
}

const restores = ({ ecr }: Pick<Scene, 'ecr'>) =>
  ecr.requests.filter(({ operation }) => operation === 'UpdateImageStorageClass').length;

test.each([
  ['its tag', () => 'v1.0.0'],
  ['its digest', (digest: string) => digest],
])(
  'publish by %s: an archived index comes back with its platforms, is judged and tagged',
  async (_by, from) => {
    const here = await archivedRelease(index);
    const { main } = await here.ship({ mode: 'publish', labels: '', from: from(here.digest), tags: 'live' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain(`${here.digest} is archived in team/app; restoring it`);
    expect(main.log).toMatch(/Restored from the archive after \d+ s/);
    expect(main.outputs).toMatchObject({ verdict: 'passed', digest: here.digest });
    expect(here.ecr.tags('team/app')).toEqual({ 'v1.0.0': here.digest, live: here.digest });
    expect(restores(here)).toBe(3);
  },
);

test('the same commit again: its archived image is used, and not built once more', async () => {
  const here = await archivedRelease();
  const { main } = await here.ship({ tags: 'v1.0.0\nlatest' });
  expect([main.exitCode, main.errors]).toEqual([0, []]);
  expect(main.outputs).toMatchObject({ reused: 'true', digest: here.digest });
  expect(here.ecr.tags('team/app')).toEqual({ 'v1.0.0': here.digest, latest: here.digest });
});

test('a fixed tag of an archived image is taken', async () => {
  const here = await archivedRelease();
  const { main } = await here.ship({ tags: 'v1.0.0', 'if-exists': 'fail' });
  expect(onlyError(main)).toContain(`v1.0.0 already points to ${here.digest.slice(0, 19)}`);
  expect(onlyError(main)).toContain('which is archived');
  expect([here.ecr.tags('team/app'), restores(here)]).toEqual([{ 'v1.0.0': here.digest }, 0]);
});

test('without the permission the error names it', async () => {
  const here = await archivedRelease();
  const arn = `arn:aws:ecr:${here.ecr.region}:${here.ecr.accountId}:repository/team/app`;
  here.ecr.setPolicy(shipPolicy(arn));
  const { main } = await here.ship({ mode: 'publish', labels: '', from: 'v1.0.0', tags: 'live' });
  expect(onlyError(main)).toContain('may not call ecr:UpdateImageStorageClass');
  expect(here.ecr.tags('team/app')).toEqual({ 'v1.0.0': here.digest });
});

test('a baseline is not brought back only to be compared with', async () => {
  const here = await scene(engine('containerd'), { scenario: { archive } });
  await here.ship({ tags: 'v1.0.0\nlive' });
  here.ecr.archive('team/app', 'live');
  const { main } = await here.ship({
    tags: 'v1.1.0\nlive',
    'only-new': 'true',
    'max-growth': '10%',
    'build-args': 'GREETING=again',
  });
  expect([main.exitCode, main.errors]).toEqual([0, []]);
  expect(main.warnings.join('\n')).toContain('not restored just to be compared with');
  expect(restores(here)).toBe(0);
});
