import { AwsError, invalidParameter } from './errors.ts';
import { repositoryOf } from './images.ts';
import { mutabilityIn, mutabilityMembers } from './mutability.ts';
import type { Operations } from './operation.ts';
import { page } from './parameters.ts';
import { repositoryArn, type Registry } from './registry.ts';
import { resourceTagsIn } from './resource-tags.ts';
import { frequencyOf } from './scans.ts';
import { dictionary, type RepositoryState } from './state.ts';
import { tagMap } from './tag-map.ts';

export const repositoryOperations: Operations = {
  CreateRepository({ registry, parameters, host }) {
    const name = parameters.repositoryName();
    const settings = mutabilityIn(parameters, parameters.optionalText('imageTagMutability') ?? 'MUTABLE');
    const tags = resourceTagsIn(parameters.optionalList('tags', 0, 200) ?? []);
    if (registry.state.repositories[name] !== undefined) {
      throw new AwsError(
        'RepositoryAlreadyExistsException',
        `The repository with name '${name}' already exists in the registry with id '${registry.accountId}'`,
      );
    }
    const repository = createRepository(registry, name, settings);
    repository.scanOnPush = parameters.optionalObject('imageScanningConfiguration')['scanOnPush'] === true;
    Object.assign(repository.resourceTags, tags);
    Object.assign(repository, encryptionIn(parameters.optionalObject('encryptionConfiguration'), registry));
    registry.save();
    return { repository: describe(registry, repository, host) };
  },

  DescribeRepositories({ registry, parameters, host }) {
    const names = parameters.optionalTexts('repositoryNames', 1, 100);
    const all =
      names === undefined
        ? Object.values(registry.state.repositories)
        : names.map((name) => repositoryOf(registry, name));
    const { items, nextToken } = page(all, parameters);
    return { repositories: items.map((repository) => describe(registry, repository, host)), nextToken };
  },

  DeleteRepository({ registry, parameters, host }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    if (Object.keys(repository.images).length > 0 && parameters.optionalFlag('force') !== true) {
      throw new AwsError(
        'RepositoryNotEmptyException',
        `The repository with name '${repository.name}' in registry with id '${registry.accountId}' cannot be deleted because it still contains images`,
      );
    }
    Reflect.deleteProperty(registry.state.repositories, repository.name);
    registry.save();
    return { repository: describe(registry, repository, host) };
  },

  PutImageTagMutability({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    Object.assign(repository, mutabilityIn(parameters, parameters.text('imageTagMutability')));
    registry.save();
    return { ...nameOf(registry, repository), ...mutabilityMembers(repository) };
  },

  PutImageScanningConfiguration({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    repository.scanOnPush = parameters.object('imageScanningConfiguration')['scanOnPush'] === true;
    registry.save();
    return {
      ...nameOf(registry, repository),
      imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    };
  },

  BatchGetRepositoryScanningConfiguration({ registry, parameters }) {
    const names = parameters.texts('repositoryNames', 1, 25);
    const known = names
      .map((name) => registry.state.repositories[name])
      .filter((repository) => repository !== undefined);
    return {
      scanningConfigurations: known.map((repository) => {
        const { frequency, filters } = frequencyOf(registry, repository);
        return {
          repositoryArn: repositoryArn(registry, repository.name),
          repositoryName: repository.name,
          scanOnPush: frequency !== 'MANUAL',
          scanFrequency: frequency,
          appliedScanFilters: filters.map((filter) => ({ filter, filterType: 'WILDCARD' })),
        };
      }),
      failures: names
        .filter((name) => registry.state.repositories[name] === undefined)
        .map((repositoryName) => ({
          repositoryName,
          failureCode: 'REPOSITORY_NOT_FOUND',
          failureReason: 'REPOSITORY_NOT_FOUND',
        })),
    };
  },
};

export function createRepository(
  registry: Registry,
  name: string,
  settings: { readonly imageTagMutability?: string; readonly exclusionFilters?: readonly string[] } = {},
): RepositoryState {
  const repository: RepositoryState = {
    name,
    createdAt: registry.clock.now(),
    imageTagMutability: settings.imageTagMutability ?? 'MUTABLE',
    exclusionFilters: [...(settings.exclusionFilters ?? [])],
    scanOnPush: false,
    resourceTags: dictionary(),
    images: dictionary(),
    tags: tagMap(),
    blobs: dictionary(),
  };
  registry.state.repositories[name] = repository;
  registry.save();
  return repository;
}

/** The two members that most answers have, to say what they are about. */
export function nameOf(registry: Registry, repository: RepositoryState): object {
  return { registryId: registry.accountId, repositoryName: repository.name };
}

function describe(registry: Registry, repository: RepositoryState, host: string): object {
  return {
    repositoryArn: repositoryArn(registry, repository.name),
    ...nameOf(registry, repository),
    repositoryUri: `${host}/${repository.name}`,
    createdAt: repository.createdAt / 1000,
    ...mutabilityMembers(repository),
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: repository.encryption ?? { encryptionType: 'AES256' },
  };
}

/**
 * Layers are not encrypted here; the answer only repeats what was asked for. Source: ECR API reference,
 * EncryptionConfiguration.
 */
function encryptionIn(
  given: Readonly<Record<string, unknown>>,
  registry: Registry,
): Pick<RepositoryState, 'encryption'> {
  const type = given['encryptionType'] ?? 'AES256';
  if (typeof type !== 'string' || !['AES256', 'KMS', 'KMS_DSSE'].includes(type))
    throw invalidParameter(
      'encryptionConfiguration.encryptionType',
      'Member must satisfy enum value set: [KMS_DSSE, AES256, KMS]',
    );
  if (type === 'AES256') return {};
  const key = given['kmsKey'];
  const usual = `arn:aws:kms:${registry.region}:${registry.accountId}:key/aws-ecr`;
  return { encryption: { encryptionType: type, kmsKey: typeof key === 'string' ? key : usual } };
}
