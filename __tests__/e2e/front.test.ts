import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onEngines } from '../support/engines.ts';
import { onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

/** Where a run says that docker pushed to: host and port. */
const pushedTo = (log: string) => /^\$ docker push ([^/]+)\//m.exec(log)?.[1];

onEngines(['containerd'], (on) => {
  test('an engine of this machine pushes through the step, and nothing of that stays', async () => {
    const { ecr, ship, docker } = await scene(on);
    const { main, post, leftovers } = await ship();
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(pushedTo(main.log)).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(pushedTo(main.log)).not.toBe(ecr.host);
    expect(ecr.tags('team/app')).toEqual({
      'v1.0.0': main.outputs['digest'],
      latest: main.outputs['digest'],
    });
    expect(main.log).toContain("Removed the candidate's tag");
    expect(post.exitCode).toBe(0);
    expect(leftovers).toEqual([]);
    expect(await docker(['image', 'ls', '--format', '{{.Repository}}'], on.env)).not.toContain(
      pushedTo(main.log),
    );
  });

  test('the login of the job is the one to ECR alone', async () => {
    const { ecr, job } = await scene(on);
    const running = job();
    const main = await running.main();
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const folder = String(running.laterEnv()['DOCKER_CONFIG']);
    const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as { auths: object };
    expect(Object.keys(config.auths)).toEqual([ecr.host]);
    expect(readdirSync(running.temp).filter((name) => name.startsWith('ecr-ship-'))).toHaveLength(1);
    await running.post();
    running.remove();
  });

  test('what ECR refuses is said in its words, of its own host', async () => {
    const { ecr, ship } = await scene(on);
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: 'ecr:*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr:InitiateLayerUpload', Resource: '*' },
      ],
    });
    const { main, leftovers } = await ship();
    const error = onlyError(main);
    expect(main.outputs['error-code']).toBe('access-denied');
    expect(error).toContain('ecr:InitiateLayerUpload');
    expect(error).not.toContain(String(pushedTo(main.log)));
    expect(ecr.tags('team/app')).toEqual({});
    expect(leftovers).toEqual([]);
  });
});

onEngines(['classic', 'buildx'], (on) => {
  test('an engine that goes by what it remembers of a registry pushes straight there', async () => {
    const { ecr, ship } = await scene(on);
    const { main } = await ship();
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(pushedTo(main.log)).toBe(ecr.host);
  });
});
