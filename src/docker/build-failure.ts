import { ShipError, type ErrorPlace } from '../types/errors.ts';
import { clause } from '../types/text.ts';
import { buildCauses } from './build-causes.ts';
import { lastWords } from './printed.ts';
import { failedPulling, staleLogin } from './push-failure.ts';

/** A build that failed before anything was pushed. */
interface FailedBuild {
  readonly exitCode: number;
  readonly output: string;
  /** The Dockerfile's path in the workspace; undefined if it is somewhere else. */
  readonly dockerfile?: string | undefined;
}

/** The error for a build that failed. It blames the Dockerfile only if nothing else explains the failure. */
export function buildFailed(failed: FailedBuild): ShipError {
  const { exitCode, output } = failed;
  const crash = crashOf(output);
  if (crash !== undefined)
    return new ShipError({
      code: 'build-failed',
      what: `docker crashed while it built, with exit code ${String(exitCode)}: ${clause(crash)}.`,
      next: 'The Dockerfile is not to blame: run the job again, and if it keeps happening, update Docker and buildx on the runner.',
    });
  const words = lastWords(output);
  const known = buildCauses.find(({ pattern, where }) => pattern.test(where === 'output' ? output : words));
  if (known !== undefined) {
    const { code, next } = known;
    return new ShipError({ code, what: whatOf(exitCode, words), next });
  }
  const place = placeOf(failed, words);
  const advice = place === undefined ? adviceFor(output) : adviceAt(place);
  return new ShipError({
    code: 'build-failed',
    what: whatOf(exitCode, words),
    next: pullAdvice(words) ?? advice,
    ...(place !== undefined && { places: [place] }),
  });
}

/**
 * Matches output of a build that has begun: BuildKit numbers its steps, and the classic builder announces what it
 * sends and does. Before that, docker checks its arguments.
 */
const begun = /^(?:#[1-9]\d* |Sending build context|Step \d)|\bfailed to solve\b/m;

function adviceFor(output: string): string {
  return output.trim() === '' || begun.test(output)
    ? 'Correct the Dockerfile or its context.'
    : 'Nothing was built: correct the input that this speaks of, or the path of the Dockerfile or of its context.';
}

/** What to do if a base image could not be pulled; undefined if something else failed. */
function pullAdvice(words: string): string | undefined {
  const stale = staleLogin(words);
  if (stale !== undefined)
    return (
      `Docker's configuration on this runner has a login to ${stale} that has expired: log in there again before this ` +
      `step, or run docker logout ${stale} if anyone may pull there: an expired login is refused even then.`
    );
  return failedPulling(words)
    ? 'Correct the base image in the Dockerfile, or log in to its registry before this step.'
    : undefined;
}

/** Prefixes by which docker and buildx only say that something called by them failed. */
const wrapping = /^(?:failed to (?:build|solve): )+/;

function whatOf(exitCode: number, words: string): string {
  return `The build failed with exit code ${String(exitCode)}: ${clause(words.replace(wrapping, ''))}.`;
}

/** What Go prints if a program crashes. Source: Go, runtime/panic.go. */
const crashLine = /^(?:panic: |fatal error: |unexpected fault address )/;

/** What docker prints last if it ended normally; a crash before that was one of a program that it ran. */
const orderly = /^(?:error\b|failed to solve|the command '.*' returned a non-zero code)/i;

/**
 * The line with which docker or buildx crashed; undefined if they did not. BuildKit numbers the lines of a step, so
 * they never match; the classic builder prints a step's output unchanged, and then its own verdict.
 */
function crashOf(output: string): string | undefined {
  const lines = output.split('\n').map((line) => line.trimEnd());
  const at = lines.findIndex((line) => crashLine.test(line));
  return at < 0 || lines.slice(at).some((line) => orderly.test(line)) ? undefined : lines[at];
}

/**
 * The line of the Dockerfile that failed: BuildKit shows it with its neighbours, or gives its number.
 * Source: BuildKit, solver/errdefs/source.go (Print), frontend/dockerfile/parser/errors.go.
 */
function placeOf({ output, dockerfile }: FailedBuild, words: string): ErrorPlace | undefined {
  if (dockerfile === undefined) return undefined;
  const shown = [...output.matchAll(/^(\S[^\n]*):(\d+)\n-{20}\n/gm)].at(-1);
  const isOurs = shown?.[1] !== undefined && nameOf(shown[1]) === nameOf(dockerfile);
  const line = isOurs ? shown[2] : /\bdockerfile parse error on line (\d+)/i.exec(words)?.[1];
  if (line === undefined) return undefined;
  const what = `${clause(words.replace(wrapping, ''))}.`;
  return { file: dockerfile, line: Number(line), what };
}

function adviceAt({ file, line }: ErrorPlace): string {
  return `Correct ${file}, line ${String(line)}, or what that instruction takes from the context.`;
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
