import { ShipError } from '../types/errors.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { unableFor, type Ability } from './options.ts';

/** Throws `builder-unfit` where the builder cannot do what the inputs ask for, with the one line that gives it. */
export function requireFit(
  { inputs: { build }, ignoreFile }: Pick<Plan, 'inputs' | 'ignoreFile'>,
  builder: Builder,
): void {
  if (ignoreFile !== undefined && builder.tool === 'docker-build') throw unread(ignoreFile, builder);
  if (build.cache !== 'off' && !builder.cacheExport)
    throw new ShipError({
      code: 'builder-unfit',
      what: `Input cache asks for ${whatFor['cache-export']}, which ${builder.description} cannot do.`,
      next: whatGives['cache-export'],
    });
  const [unable] = unableFor(build.options, builder);
  if (unable !== undefined)
    throw new ShipError({
      code: 'builder-unfit',
      what: `Input ${unable.input} asks for ${whatFor[unable.ability]}, which ${builder.description} cannot do.`,
      next: whatGives[unable.ability],
    });
  if (build.call === 'check' && !builder.checks)
    throw new ShipError({
      code: 'builder-unfit',
      what: `Input call asks for build checks, which ${builder.description} cannot do.`,
      next: 'Add docker/setup-buildx-action before this step; build checks need buildx 0.15.',
    });
  if (build.platforms.length < 2 || builder.multiPlatform) return;
  throw new ShipError({
    code: 'builder-unfit',
    what: `Input platforms asks for ${String(build.platforms.length)} platforms in one build, which ${builder.description} cannot do.`,
    next:
      'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine, ' +
      'or give one platform.',
  });
}

/** What the file leaves out, secrets perhaps, would get into the image in silence. */
function unread(ignoreFile: string, { description }: Builder): ShipError {
  return new ShipError({
    code: 'builder-unfit',
    what: `${ignoreFile} says what stays out of the image, and ${description} does not read it.`,
    next: 'Add docker/setup-buildx-action before this step, or move those lines into the .dockerignore of the context.',
  });
}

const whatFor: Readonly<Record<Ability, string>> = {
  buildx: 'something that only buildx knows',
  attestations: 'attestations',
  'cache-export': 'a cache outside the image',
};

const whatGives: Readonly<Record<Ability, string>> = {
  buildx: 'Add docker/setup-buildx-action before this step.',
  attestations:
    'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine.',
  'cache-export':
    'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine.',
};
