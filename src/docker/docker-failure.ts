import { ShipError } from '../types/errors.ts';
import { actionsOfRequest, deniedError, parseDenial, policyText } from '../types/iam.ts';
import type { Repository } from '../types/image.ts';
import { quotaReached } from '../types/quota.ts';
import { clause } from '../types/text.ts';
import { buildFailed } from './build-failure.ts';
import { lastWords } from './printed.ts';
import { classifyPushFailure, failedPushing, type PushFailure } from './push-failure.ts';

/** A docker command that failed while building or pushing. */
interface DockerFailure {
  readonly step: 'build' | 'push';
  readonly exitCode: number;
  readonly output: string;
  /** The Dockerfile's path in the workspace; undefined if it is somewhere else. */
  readonly dockerfile?: string | undefined;
  /** Where it pushed to; undefined if it did not push. */
  readonly repository: Pick<Repository, 'name' | 'arn' | 'type'> | undefined;
  /** How often the push was tried; by default once. */
  readonly tries?: number;
  /** Whether the login was renewed before the last try, so that it cannot have expired. */
  readonly isRenewed?: boolean;
}

/** Why a command failed while it pushed; undefined if it failed earlier, while it built. */
export function pushFailureOf({
  step,
  output,
}: Pick<DockerFailure, 'step' | 'output'>): PushFailure | undefined {
  const words = lastWords(output);
  return step === 'push' || failedPushing(words) ? classifyPushFailure(words) : undefined;
}

/** The error for a docker command that failed while building or pushing. */
export function dockerFailed(failed: DockerFailure): ShipError {
  const failure = pushFailureOf(failed);
  if (failure === undefined) return buildFailed(failed);
  const words = lastWords(failed.output);
  const quota = quotaReached(words, undefined);
  if (quota !== undefined) return quota;
  const { repository, tries = 1, exitCode } = failed;
  const denial = failure.kind === 'denied' ? parseDenial(words) : undefined;
  if (denial !== undefined)
    return deniedError([denial], repository?.arn ?? denial.resource ?? '*', clause(words));
  const missing =
    failure.kind === 'refused' && repository !== undefined ? forbiddenActions(words, repository) : undefined;
  const often = tries === 1 ? '' : ` ${String(tries)} times`;
  return new ShipError({
    code: failure.kind === 'credentials-expired' ? 'credentials-expired' : 'push-failed',
    what: `The push failed${often} with exit code ${String(exitCode)}: ${clause(words)}.`,
    next:
      missing === undefined || repository === undefined
        ? advice(failure.kind, failed)
        : refusedAdvice(missing, repository.arn, failed),
  });
}

/**
 * The permissions most likely missing if BuildKit reports a refused request to our repository without the registry's
 * message.
 */
function forbiddenActions(
  words: string,
  repository: Pick<Repository, 'name' | 'type'>,
): readonly string[] | undefined {
  const match = /from ([A-Z]+) request to (https?:\/\/\S+): 403\b/.exec(words);
  const [, method, address] = match ?? [];
  if (method === undefined || address === undefined || !URL.canParse(address)) return undefined;
  const path = new URL(address).pathname;
  return path.startsWith(`/v2/${repository.name}/`)
    ? actionsOfRequest(method, path, repository.type)
    : undefined;
}

/** An expired login is refused with the same status, and docker shows nothing more. */
function refusedAdvice(
  missing: readonly string[],
  repositoryArn: string,
  { isRenewed = false }: DockerFailure,
): string {
  const answer = `The registry gives this answer when ${missing.join(' or ')} is not granted on the repository`;
  const others = [
    ...(isRenewed ? [] : ['when the login has expired']),
    // docker shows only the status. Source: ECR user guide, "Troubleshooting".
    ...(missing.includes('ecr:PutImage')
      ? ['when the repository has as many images as the quota allows']
      : []),
  ];
  return `${[answer, ...others].join(', or ')}. This policy is all that a run needs: ${policyText(repositoryArn)}`;
}

function advice(kind: PushFailure['kind'], { isRenewed = false }: DockerFailure): string {
  switch (kind) {
    case 'login-expired':
      return isRenewed
        ? "A new login did not help: look at what the registry's policy says, and at who else changes docker's configuration."
        : 'The login to the registry has expired, or is not used: run the job again.';
    case 'credentials-expired':
      return "Let the step that gets the job's AWS credentials ask for a longer session: role-duration-seconds of aws-actions/configure-aws-credentials.";
    case 'no-repository':
      return 'Create the repository, or correct the input repository.';
    case 'immutable-tag':
      return "Another run has pushed under this run's candidate tag: run the job again, which takes a tag of its own.";
    case 'not-taken':
      return 'Look at the host of that address: what answers there is not a registry that takes images, or a proxy in front of one.';
    case 'manifest-refused':
      return (
        'ECR does not take the manifest of this image. An image needs a layer, so an instruction that adds a file; without attestations ' +
        '(provenance: false, sbom: false) it has the plainest form.'
      );
    case 'denied':
    case 'refused':
      return 'Look at what the policies of the role and of the repository grant; docs/reference/permissions.md has the actions of a push.';
    case 'passing':
    case 'other':
      return 'Run the job again; if it fails again, look at the connection between the runner and the registry.';
  }
}
