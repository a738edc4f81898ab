import { afterEach, beforeAll } from '@jest/globals';
import { baseImage, type BaseKind } from './base-images.ts';
import { openDeployment, type Deployment } from './deployment.ts';
import { engine, type Flavour } from './engines.ts';
import type { SceneOptions } from './scene.ts';

/** An example on an engine that has the base images it needs. Call once at the top of a test file. */
export function deploymentsOf(
  name: string,
  kinds: readonly BaseKind[],
  flavour: Flavour = 'containerd',
): { readonly open: (options?: SceneOptions) => Promise<Deployment> } {
  const opened: Deployment[] = [];
  beforeAll(async () => {
    for (const kind of kinds) await baseImage(engine(flavour), kind);
  }, 120_000);
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  return {
    async open(options = {}) {
      const one = await openDeployment(engine(flavour), name, options);
      opened.push(one);
      return one;
    },
  };
}
