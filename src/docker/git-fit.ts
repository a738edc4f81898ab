import { isOverSsh, readContext } from '../types/build-context.ts';
import { ShipError } from '../types/errors.ts';
import type { BuildInputs } from '../types/inputs.ts';
import type { Builder } from '../types/plan.ts';
import { credentialsInContext } from '../types/redact.ts';

/**
 * Throws `builder-unfit` if the builder would take another commit than the Git URL says, publish its credentials, or take it for a
 * path.
 */
export function requireFitForGit({ context, options }: BuildInputs, builder: Builder): void {
  const further = options.buildContexts.map(({ value }) => ({ input: 'build-contexts', value }));
  const all = [{ input: 'context', value: context }, ...further];
  const asked = all.find(({ value }) => queryOf(value) !== '');
  if (asked !== undefined && !builder.gitQuery) throw unread(asked.input, builder);
  if (builder.tool === 'docker-build' && isGit(context) && credentialsInContext(context).length > 0)
    throw published(builder);
  if (builder.tool === 'docker-build' && isOverSsh(context) && !context.startsWith('git@'))
    throw unknownToDocker(builder);
}

function isGit(context: string): boolean {
  return readContext(context).kind === 'git';
}

function queryOf(context: string): string {
  const read = readContext(context);
  return read.kind === 'git' ? read.query : '';
}

/** An older BuildKit takes the query for part of the repository's name, and builds its default branch. */
function unread(input: string, { description }: Builder): ShipError {
  return new ShipError({
    code: 'builder-unfit',
    what: `Input ${input} is a Git URL with a query, which ${description} does not read.`,
    next:
      'Write the ref and the folder behind #, as in https://host/repository.git#<branch, tag or commit>:<folder>, or add ' +
      'docker/setup-buildx-action before this step; a query needs buildx 0.29 and BuildKit 0.24.',
  });
}

/**
 * The classic builder clones on this machine and sends the clone with its `.git/config`, which contains the address.
 * Source: moby, builder/remotecontext/git/gitutils.go.
 */
function published({ description }: Builder): ShipError {
  return new ShipError({
    code: 'builder-unfit',
    what: `Input context is a Git URL with a credential, which ${description} would write to .git/config among the files of the build, so that COPY . takes it into the image.`,
    next: 'Add docker/setup-buildx-action before this step, or check the repository out with actions/checkout and give its folder.',
  });
}

/** Of addresses over ssh it knows those that begin with `git@`. Source: moby, builder/remotecontext/urlutil/urlutil.go, IsGitURL. */
function unknownToDocker({ description }: Builder): ShipError {
  return new ShipError({
    code: 'builder-unfit',
    what: `Input context is a Git URL over ssh that ${description} takes for a path.`,
    next: 'Write it as git@host:<path of the repository>, or add docker/setup-buildx-action before this step.',
  });
}
