import { parseDigest, type Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import { actionsOfRequest, deniedError, grantText, parseDenial } from '../types/iam.ts';
import type { Repository } from '../types/image.ts';
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
export function dockerFailed(
  step: 'build' | 'push',
  exitCode: number,
  output: string,
  repository: Pick<Repository, 'name' | 'arn'> | undefined,
): ShipError {
  const reason = lastError(output);
  const pulling = pullFailure.test(reason) || unsolved.test(reason);
  if (step === 'build' && (pulling || !pushFailure.test(reason))) {
    return new ShipError({
      code: 'build-failed',
      what: `The build failed (docker ended with exit code ${String(exitCode)}): ${reason}.`,
      next: pullFailure.test(reason)
        ? 'Correct the base image in the Dockerfile, or log in to its registry before this step.'
        : 'The log above shows the step that failed; correct the Dockerfile or its context.',
    });
  }
  const denial = parseDenial(output);
  if (denial !== undefined) {
    return deniedError(denial.action, denial.principal, denial.resource ?? repository?.arn ?? '*', reason);
  }
  const forbidden = repository === undefined ? undefined : forbiddenActions(reason, repository);
  return new ShipError({
    code: 'push-failed',
    what: `The push failed (docker ended with exit code ${String(exitCode)}): ${reason}.`,
    next:
      forbidden === undefined
        ? pushAdvice(reason)
        : `The registry answers so when ${forbidden.join(' or ')} is not granted on the repository.`,
    ...(forbidden !== undefined &&
      repository !== undefined && { details: grantText(forbidden, repository.arn) }),
  });
}

/** What is most likely missing where BuildKit shows a refused request of our repository without the registry's words. */
function forbiddenActions(
  reason: string,
  repository: Pick<Repository, 'name'>,
): readonly string[] | undefined {
  const match = /from ([A-Z]+) request to (https?:\/\/\S+): 403\b/.exec(reason);
  const [, method, address] = match ?? [];
  if (method === undefined || address === undefined || !URL.canParse(address)) return undefined;
  const path = new URL(address).pathname;
  return path.startsWith(`/v2/${repository.name}/`) ? actionsOfRequest(method, path) : undefined;
}

function pushAdvice(reason: string): string {
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
