import { ShipError } from '../../types/errors.ts';
import { findBuildxPlugin, isNative, pluginVariable } from './buildx-plugin.ts';
import { findProgram } from '../machine/find-program.ts';

/** A program that can run a docker command, and its environment. */
export interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A docker that may be bypassed, because it is not a script; undefined if there is none. */
export async function nativeDocker(): Promise<string | undefined> {
  const docker = findProgram('docker');
  return docker !== undefined && (await isNative(docker)) ? docker : undefined;
}

/**
 * The programs that can run a command, best first. buildx is run directly, as docker would run it: that saves asking
 * it to describe itself, and a process that only waits for it. If it is not certain which buildx it would be, docker
 * runs it.
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
 * buildx asks git about the build context by git's own rules for finding a repository, which would run what the
 * configuration of a repository in the checkout says. Source: docker/buildx, build/git.go.
 */
const withoutGit = { BUILDX_GIT_INFO: 'false', BUILDX_GIT_LABELS: 'false', BUILDX_GIT_CHECK_DIRTY: 'false' };

/**
 * The output of a build is read here, where there is no console (`tty`). Source: docker/buildx, util/progress/printer.go.
 */
const withoutConsole = { BUILDKIT_PROGRESS: 'plain' };

/**
 * The job's variables for docker: the user's credential helpers and caches need AWS's and the runner's. The inputs of
 * this step, including its token, are left out.
 */
export function dockerVariables(): Record<string, string> {
  const given = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:INPUT|STATE)_/.test(entry[0]),
  );
  return { ...Object.fromEntries(given), ...withoutGit, ...withoutConsole };
}
