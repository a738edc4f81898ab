import { asShipError, ShipError } from '../../types/errors.ts';
import type { RepositoryName } from '../../types/names.ts';
import type { RepositorySettings } from '../../types/repository-settings.ts';
import { quotaReached } from '../../types/quota.ts';
import { clause } from '../../types/text.ts';
import { registryOf, type Client } from './ecr-client.ts';

/**
 * Creates a repository, and then sets its lifecycle policy and its own policy, which need an existing one. If two
 * runs create it at once, ECR lets one do so, and the other uses what is there. Throws what every call throws.
 * Source: ECR API reference, CreateRepository, PutLifecyclePolicy, SetRepositoryPolicy.
 */
export async function createRepository(
  client: Client,
  name: RepositoryName,
  settings: RepositorySettings,
): Promise<'created' | 'there'> {
  const { sdk, send, target } = client;
  try {
    await send('CreateRepository', name, (ecr, options) =>
      ecr.send(
        new sdk.CreateRepositoryCommand({
          ...registryOf(target),
          repositoryName: name,
          ...membersOf(settings),
        }),
        options,
      ),
    );
  } catch (error) {
    if (isThere(error)) return 'there';
    throw quotaReached(error instanceof Error ? error.message : '', error) ?? error;
  }
  await addPolicies(client, name, settings);
  return 'created';
}

/** Whether another run was faster, which is fine. */
export function isThere(error: unknown): boolean {
  const { cause } = error as { readonly cause?: unknown };
  return cause instanceof Error && cause.name === 'RepositoryAlreadyExistsException';
}

function membersOf({ mutability, exclusionFilters, encryption, tags }: RepositorySettings) {
  const base = mutability === 'immutable' ? ('IMMUTABLE' as const) : ('MUTABLE' as const);
  return {
    ...(exclusionFilters.length === 0
      ? { imageTagMutability: base }
      : {
          imageTagMutability: `${base}_WITH_EXCLUSION` as const,
          imageTagMutabilityExclusionFilters: exclusionFilters.map((filter) => ({
            filterType: 'WILDCARD' as const,
            filter,
          })),
        }),
    ...(encryption !== undefined && {
      encryptionConfiguration: {
        encryptionType: encryption.type,
        ...(encryption.key !== undefined && { kmsKey: encryption.key }),
      },
    }),
    ...(tags.length > 0 && { tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
  };
}

/**
 * Sets the policies, or removes the repository if that fails: without them the next run would find an existing
 * repository, and leave it as it is.
 */
async function addPolicies(
  client: Client,
  name: RepositoryName,
  { lifecyclePolicy, policy }: RepositorySettings,
): Promise<void> {
  const { sdk, send, target } = client;
  const of = { ...registryOf(target), repositoryName: name };
  try {
    if (lifecyclePolicy !== undefined)
      await send('PutLifecyclePolicy', name, (ecr, options) =>
        ecr.send(new sdk.PutLifecyclePolicyCommand({ ...of, lifecyclePolicyText: lifecyclePolicy }), options),
      );
    if (policy !== undefined)
      await send('SetRepositoryPolicy', name, (ecr, options) =>
        ecr.send(new sdk.SetRepositoryPolicyCommand({ ...of, policyText: policy }), options),
      );
  } catch (error) {
    throw await halfMade(name, error, () =>
      send('DeleteRepository', name, (ecr, options) =>
        ecr.send(new sdk.DeleteRepositoryCommand({ ...registryOf(target), repositoryName: name }), options),
      ),
    );
  }
}

/**
 * The error for a repository that was created but could not be set up completely.
 * @param remove deletes it; ECR deletes only an empty one unless forced, so that nothing of another run is lost
 */
export async function halfMade(
  name: RepositoryName,
  cause: unknown,
  remove: () => Promise<unknown>,
): Promise<ShipError> {
  const { code, what, next, details } = asShipError(cause);
  const removed = await remove().then(
    () => true,
    () => false,
  );
  const state = removed
    ? `The repository ${name} was made, and removed again because its policies could not be set.`
    : `The repository ${name} was made, and is there without all its policies: no later run sets them.`;
  return new ShipError({
    code,
    what: `${state} ${what}`,
    next: removed ? next : `${clause(next)}; then delete the repository, or set them by hand.`,
    ...(details !== undefined && { details }),
    cause,
  });
}
