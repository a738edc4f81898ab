import { afterEach } from '@jest/globals';
import { startScene, type Scene } from './scene.ts';

/** Starts scenes that end with the test that started them. Call once at the top of a test file. */
export function scenesOfThisFile(): (...args: Parameters<typeof startScene>) => Promise<Scene> {
  const open: Scene[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((scene) => scene.close()));
  });
  return async (...args) => {
    const scene = await startScene(...args);
    open.push(scene);
    return scene;
  };
}
