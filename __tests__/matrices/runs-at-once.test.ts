import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { smallImage } from '../../faults/images.ts';
import { engine } from '../support/engines.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const runs = 20;

const repository = (imageTagMutability: string) => ({
  scenario: {
    repositories: [
      {
        name: 'team/app',
        imageTagMutability,
        ...(imageTagMutability !== 'MUTABLE' && { exclusionFilters: ['latest', 'candidate-*'] }),
      },
    ],
  },
});
const kinds = ['MUTABLE', 'IMMUTABLE_WITH_EXCLUSION'];

/** A history of as many commits as there are runs, the oldest first. */
function commits({ workspace }: Scene): string[] {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: workspace,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet');
  return Array.from({ length: runs }, (_, at) => {
    git('commit', '--quiet', '--allow-empty', '--message', `commit ${String(at)}`);
    return git('rev-parse', 'HEAD');
  });
}

/** An image of each commit, as jobs with `mode: build` leave them. */
const imagesOf = ({ ecr }: Scene, all: readonly string[]) =>
  all.map((commit) =>
    ecr.seed('team/app', smallImage(commit, 'amd64', { 'org.opencontainers.image.revision': commit })),
  );

const publish = ({ ship }: Scene, from: string, tags: string, run: number) =>
  ship({ mode: 'publish', labels: '', from, tags }, { GITHUB_RUN_ID: String(5000 + run) });

const isCandidate = (tag: string) => tag.startsWith('candidate-');

describe.each(kinds)('twenty runs at once in a repository that is %s', (mutability) => {
  test('that want the same version: one has all its tags, and every other one a clear error', async () => {
    const here = await scene(engine('containerd'), repository(mutability));
    const digests = imagesOf(here, commits(here));
    const done = await Promise.all(
      digests.map((digest, at) => publish(here, digest, 'v1.0.0\nv1.0.0-x86\nlatest', at)),
    );
    const winners = done.filter(({ main }) => main.exitCode === 0);
    expect(winners).toHaveLength(1);
    const digest = winners[0]?.main.outputs['digest'];
    expect(here.ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, 'v1.0.0-x86': digest, latest: digest });
    for (const { main } of done.filter((one) => one !== winners[0])) {
      expect(onlyError(main)).toMatch(/Another run was faster|already points to/);
      expect(main.outputs['tag-names']).toBe('');
    }
  });

  test('of twenty commits: each has its own version, and the moving tag never goes back', async () => {
    const here = await scene(engine('containerd'), repository(mutability));
    const digests = imagesOf(here, commits(here));
    const done = await Promise.all(
      digests.map((digest, at) => publish(here, digest, `v1.0.${String(at)}\nlatest`, at)),
    );
    expect(done.flatMap(({ main }) => main.errors)).toEqual([]);
    const { latest, ...fixed } = here.ecr.tags('team/app');
    expect(fixed).toEqual(Object.fromEntries(digests.map((digest, at) => [`v1.0.${String(at)}`, digest])));
    expect(digests.indexOf(latest ?? '')).toBe(runs - 1);
  });
});

test('of two runs that build the same version at once one has it, and the other one leaves nothing', async () => {
  const here = await scene(engine('containerd'), repository('MUTABLE'));
  const done = await Promise.all(
    ['a', 'b', 'c'].map((sha) =>
      here.ship(
        { tags: 'v1.0.0\nlatest', labels: `of=${sha}` },
        { GITHUB_SHA: sha.repeat(40), GITHUB_RUN_ID: String(sha.charCodeAt(0)) },
      ),
    ),
  );
  const winners = done.filter(({ main }) => main.exitCode === 0);
  expect(winners).toHaveLength(1);
  const digest = winners[0]?.main.outputs['digest'];
  expect(here.ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, latest: digest });
  expect(Object.keys(here.ecr.tags('team/app')).filter(isCandidate)).toEqual([]);
  expect(here.ecr.digests('team/app')).toEqual([digest]);
  expect(done.flatMap(({ leftovers }) => leftovers)).toEqual([]);
});
