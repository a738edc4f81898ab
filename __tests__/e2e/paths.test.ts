import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { onEngines } from '../support/engines.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const files = {
  'ein Päckchen/app/hello ü.txt': 'hello\n',
  'ein Päckchen/app/secret.txt': 'hunter2\n',
  'ein Päckchen/Docker files/Dockerfile.prod': 'FROM scratch\nCOPY . /app/\n',
  'ein Päckchen/Docker files/Dockerfile.prod.dockerignore': 'secret.txt\n',
};

onEngines(['buildx', 'containerd'], (on) => {
  test('a Dockerfile outside its context, with a .dockerignore of its own, in folders with spaces and umlauts', async () => {
    const here = await scene(on, { files });
    const job = here.job({
      push: 'false',
      context: 'ein Päckchen/app',
      file: 'ein Päckchen/Docker files/Dockerfile.prod',
    });
    const main = await job.main();
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    // Until the job ends, later steps have it.
    const image = String(main.outputs['image-id']);
    const container = (await here.docker(['create', image, '/none'], on.env)).trim();
    const archive = join(here.workspace, 'image.tar');
    await here.docker(['export', '--output', archive, container], on.env);
    await here.docker(['rm', container], on.env);
    await job.post();
    job.remove();
    const held = execFileSync('tar', ['--list', '--quoting-style=literal', '--file', archive], {
      encoding: 'utf8',
    });
    expect(held.split('\n').filter((path) => path.startsWith('app/'))).toEqual(['app/', 'app/hello ü.txt']);
  });
});
