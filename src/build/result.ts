import { parseDigest, type Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import { clause } from '../types/text.ts';

/**
 * The digest that buildx says it pushed, from its metadata file.
 * Source: docker/buildx, `containerimage.digest` in the build result metadata.
 */
export function digestFromMetadata(text: string): Digest {
  const digest = parseDigest(digestField(text));
  if (digest === undefined) throw noDigest('buildx wrote no digest into its metadata file');
  return digest;
}

function digestField(text: string): string {
  try {
    const parsed = JSON.parse(text) as Record<string, unknown> | null;
    const field = parsed?.['containerimage.digest'];
    return typeof field === 'string' ? field : '';
  } catch {
    return '';
  }
}

/** The digest that `docker push` says it pushed, from its last line (`name: digest: sha256:... size: 528`). */
export function digestFromPush(stdout: string): Digest {
  const digest = parseDigest(/\bdigest: (sha256:[0-9a-f]{64})\b/.exec(stdout)?.[1] ?? '');
  if (digest === undefined) throw noDigest('docker push printed no digest');
  return digest;
}

function noDigest(what: string): ShipError {
  return new ShipError({
    code: 'push-failed',
    what: `The image was built, but ${what}, so it cannot be told which image was pushed.`,
    next: 'Update Docker and buildx on the runner.',
  });
}

/** The engine's and BuildKit's words when a registry refused the push, as against a Dockerfile that fails. */
const pushFailure =
  /failed to push|error pushing|denied:|unauthorized:|toomanyrequests|no basic auth credentials/i;

/** The same words about a base image: a build pulls as well, and BuildKit says what it could not solve. */
const pullFailure = /pull access denied|pull rate limit|failed to resolve source metadata/i;
const unsolved = /failed to solve: (?!failed to push)/i;

/** The one error for a docker command that failed while building or pushing. */
export function dockerFailed(step: 'build' | 'push', exitCode: number, output: string): ShipError {
  const reason = lastError(output);
  const pulling = pullFailure.test(reason) || unsolved.test(reason);
  const pushing = step === 'push' || (pushFailure.test(reason) && !pulling);
  return pushing
    ? new ShipError({
        code: 'push-failed',
        what: `The push failed (docker ended with exit code ${String(exitCode)}): ${reason}.`,
        next: pushAdvice(reason),
      })
    : new ShipError({
        code: 'build-failed',
        what: `The build failed (docker ended with exit code ${String(exitCode)}): ${reason}.`,
        next: pullFailure.test(reason)
          ? 'Correct the base image in the Dockerfile, or log in to its registry before this step.'
          : 'The log above shows the step that failed; correct the Dockerfile or its context.',
      });
}

function pushAdvice(reason: string): string {
  const action = /not authorized to perform: (ecr:\w+)/.exec(reason)?.[1];
  if (action !== undefined) return `Grant ${action} on the repository to the role of this job.`;
  if (/does not exist in the registry/.test(reason))
    return 'Create the repository, or correct the input repository.';
  return 'Run the job again; if it fails again, look at the connection between the runner and the registry.';
}

/** The line that says why: the last one that calls itself an error, else the last one, without decoration. */
function lastError(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line = lines.findLast((candidate) => /^(?:error|denied|failed)\b/i.test(candidate)) ?? lines.at(-1);
  return clause((line ?? 'it said nothing').replace(/^error:\s*/i, ''));
}
