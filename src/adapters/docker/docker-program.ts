import { ShipError } from '../../types/errors.ts';
import { findBuildxPlugin, isNative, pluginVariable } from './buildx-plugin.ts';
import { findProgram } from '../machine/find-program.ts';

/** A program that can run a docker command, with the variables that it needs besides. */
export interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A docker that may be passed over, because nothing stands in its place; undefined where there is none. */
export async function nativeDocker(): Promise<string | undefined> {
  const docker = findProgram('docker');
  return docker !== undefined && (await isNative(docker)) ? docker : undefined;
}

/**
 * The programs that can run a command, the best first. buildx is run as docker would run it, which saves asking it first
 * what it is, and a process that does nothing but wait for it; where it is not certain which one it is, docker does it.
 */
export async function programsFor(args: readonly string[], env: Program['env']): Promise<readonly Program[]> {
  const docker = findProgram('docker');
  if (docker === undefined) return [];
  const direct = args[0] === 'buildx' && (await isNative(docker)) ? await findBuildxPlugin(env) : undefined;
  return [
    ...(direct === undefined ? [] : [{ path: direct, env: { [pluginVariable]: docker } }]),
    { path: docker, env: {} },
  ];
}

/** The error for a runner without docker. */
export function dockerMissing(cause?: unknown): ShipError {
  return new ShipError({
    code: 'docker-missing',
    what: 'There is no docker command on this runner.',
    next: 'Use a runner that has Docker (ubuntu-latest has), or install it before this step.',
    cause,
  });
}

/**
 * buildx asks git about the build context, with git's own rules for what a repository is, and so would run what the
 * configuration of one that a checkout brought along says. Source: docker/buildx, build/git.go.
 */
const withoutGit = { BUILDX_GIT_INFO: 'false', BUILDX_GIT_LABELS: 'false', BUILDX_GIT_CHECK_DIRTY: 'false' };

/** What a build prints is read here, and a console (`tty`) is nowhere. Source: docker/buildx, util/progress/printer.go. */
const withoutConsole = { BUILDKIT_PROGRESS: 'plain' };

/**
 * The job's variables for docker: credential helpers and caches of the person need AWS's and the runner's; the inputs
 * of this step, its token among them, are nobody's business.
 */
export function dockerVariables(): Record<string, string> {
  const given = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:INPUT|STATE)_/.test(entry[0]),
  );
  return { ...Object.fromEntries(given), ...withoutGit, ...withoutConsole };
}
