import { expect, test } from '@jest/globals';
import { onEngines } from '../support/engines.ts';
import { onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

onEngines(['classic', 'buildx', 'containerd'], (on) => {
  test('an image for Lambda is one manifest, whatever the engine would make of it', async () => {
    const { ecr, ship } = await scene(on);
    const { main } = await ship({ runtime: 'lambda' });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.outputs['media-type']).toMatch(/\.(?:image\.manifest|distribution\.manifest)\.v/);
    expect(ecr.tags('team/app')).toMatchObject({ 'v1.0.0': main.outputs['digest'] });
  });
});

onEngines(['containerd'], (on) => {
  test('what Lambda does not take is told before anything is built, and of what is published before any tag', async () => {
    const { ecr, ship } = await scene(on);
    const early = await ship({ runtime: 'lambda', provenance: 'mode=max' });
    expect(onlyError(early.main)).toContain(
      'Input provenance is "mode=max"; allowed: nothing with runtime: lambda',
    );
    expect(ecr.digests('team/app')).toEqual([]);

    const built = await ship({ mode: 'build', provenance: 'mode=max', platforms: 'linux/amd64' });
    expect([built.main.exitCode, built.main.errors]).toEqual([0, []]);
    const from = String(built.main.outputs['digest']);
    const { main } = await ship({ mode: 'publish', from, labels: '', runtime: 'lambda' });
    expect(onlyError(main)).toContain('AWS Lambda takes the manifest of one platform, and no index');
    expect(main.outputs['error-code']).toBe('runtime-unfit');
    expect(Object.keys(ecr.tags('team/app')).filter((tag) => !tag.startsWith('candidate-'))).toEqual([]);
  });
});
