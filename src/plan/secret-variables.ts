import type { BuildInputs } from '../types/inputs.ts';

/**
 * A warning for each variable that `secret-envs` names and the job does not have: buildx then gives the build an empty secret, even
 * one that the Dockerfile calls required. Source: docker/buildx, util/buildflags/secrets.go; moby/buildkit,
 * session/secrets/secretsprovider/store.go (os.Getenv); tried with buildx 0.13.
 */
export function unsetSecrets(
  { options }: Pick<BuildInputs, 'options'>,
  variable: (name: string) => string | undefined,
): string[] {
  return options.secrets.flatMap((secret) =>
    secret.kind === 'env' && variable(secret.variable) === undefined
      ? [
          `The input secret-envs takes the secret ${secret.id} from ${secret.variable}, a variable that this job does not have: the build ` +
            `gets an empty one. Set it by env: in the step, or leave the secret out.`,
        ]
      : [],
  );
}
