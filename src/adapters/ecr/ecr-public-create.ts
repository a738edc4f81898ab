import type { RepositoryName } from '../../types/names.ts';
import type { RepositorySettings } from '../../types/repository-settings.ts';
import { quotaReached } from '../../types/quota.ts';
import { halfMade, isThere } from './ecr-create.ts';
import { publicNameOf, requireAlias } from './ecr-public-access.ts';
import type { PublicClient } from './ecr-public-client.ts';

/**
 * Creates a public repository, with its gallery data and its policy, always in the registry of the caller's own
 * account, whose aliases are checked first. Throws what every call throws.
 * Source: ECR Public API reference, CreateRepository, SetRepositoryPolicy.
 */
export async function createPublicRepository(
  client: PublicClient,
  name: RepositoryName,
  { policy, tags, catalog }: RepositorySettings,
): Promise<'created' | 'there'> {
  const { sdk, send } = client;
  await requireAlias(client, name);
  const { own } = publicNameOf(name);
  const { description, about, usage, architectures = [], operatingSystems = [] } = catalog ?? {};
  const catalogData = {
    ...(description !== undefined && { description }),
    ...(about !== undefined && { aboutText: about }),
    ...(usage !== undefined && { usageText: usage }),
    ...(architectures.length > 0 && { architectures: [...architectures] }),
    ...(operatingSystems.length > 0 && { operatingSystems: [...operatingSystems] }),
  };
  try {
    await send('CreateRepository', name, (ecr, options) =>
      ecr.send(
        new sdk.CreateRepositoryCommand({
          repositoryName: own,
          ...(catalog !== undefined && { catalogData }),
          ...(tags.length > 0 && { tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
        }),
        options,
      ),
    );
  } catch (error) {
    if (isThere(error)) return 'there';
    throw quotaReached(error instanceof Error ? error.message : '', error) ?? error;
  }
  if (policy !== undefined) await setPolicy(client, name, policy);
  return 'created';
}

async function setPolicy({ sdk, send }: PublicClient, name: RepositoryName, policy: string): Promise<void> {
  const repositoryName = publicNameOf(name).own;
  try {
    await send('SetRepositoryPolicy', name, (ecr, options) =>
      ecr.send(new sdk.SetRepositoryPolicyCommand({ repositoryName, policyText: policy }), options),
    );
  } catch (error) {
    throw await halfMade(name, error, () =>
      send('DeleteRepository', name, (ecr, options) =>
        ecr.send(new sdk.DeleteRepositoryCommand({ repositoryName }), options),
      ),
    );
  }
}
