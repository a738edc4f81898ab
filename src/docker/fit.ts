import { isOverSsh } from '../types/build-context.ts';
import { ShipError } from '../types/errors.ts';
import type { BuildInputs } from '../types/inputs.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { requireFitForDownload } from './download-fit.ts';
import { requireFitForGit } from './git-fit.ts';
import { unableFor, type Ability } from './options.ts';

/**
 * Throws `builder-unfit` if the builder or the job cannot do what the inputs ask for; the error has the line that
 * makes it possible.
 * @param variable reads a variable of the job
 */
export function requireFit(
  { inputs: { build }, ignoreFile }: Pick<Plan, 'inputs' | 'ignoreFile'>,
  builder: Builder,
  variable: (name: string) => string | undefined,
): void {
  if (ignoreFile !== undefined && builder.tool === 'docker-build') throw unread(ignoreFile, builder);
  requireFitForGit(build, builder);
  requireFitForDownload(build, builder);
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
  const agent = asksAgent(build, builder);
  if (agent !== undefined && (variable('SSH_AUTH_SOCK') ?? '') === '') throw noAgent(agent);
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

/** What the file excludes, perhaps secrets, would silently get into the image. */
function unread(ignoreFile: string, { description }: Builder): ShipError {
  return new ShipError({
    code: 'builder-unfit',
    what: `${ignoreFile} says what stays out of the image, and ${description} does not read it.`,
    next: 'Add docker/setup-buildx-action before this step, or move those lines into the .dockerignore of the context.',
  });
}

/**
 * Which input asks for the agent of the job: `ssh` by an id without a path, or a context over ssh if there is no such input.
 * Source: docker/buildx, docs/reference/buildx_build.md, "--ssh"; commands/build.go, IsGitSSH.
 */
function asksAgent(
  { context, options: { ssh } }: BuildInputs,
  { tool }: Builder,
): 'ssh' | 'context' | undefined {
  if (ssh.some((one) => !one.includes('='))) return 'ssh';
  return ssh.length === 0 && tool === 'buildx' && isOverSsh(context) ? 'context' : undefined;
}

function noAgent(input: 'ssh' | 'context'): ShipError {
  return new ShipError({
    code: 'builder-unfit',
    what: `Input ${input} asks for the ssh agent of the job, which has none: SSH_AUTH_SOCK is not set.`,
    next: 'Start one before this step, as webfactory/ssh-agent does, or name a key: ssh: default=<path of the key>.',
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
