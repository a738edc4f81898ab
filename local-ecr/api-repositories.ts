import { AwsError, invalidParameter } from './errors.ts';
import { repositoryOf } from './images.ts';
import { page, type Parameters } from './parameters.ts';
import { repositoryArn, type Registry } from './registry.ts';
import type { RepositoryState, ScanningRule } from './state.ts';

/** One operation: takes the request's parameters, gives the response's members. */
export type Operation = (
  registry: Registry,
  parameters: Parameters,
  host: string,
) => object | Promise<object>;

export const repositoryOperations: Readonly<Record<string, Operation>> = {
  CreateRepository(registry, parameters, host) {
    const name = parameters.repositoryName();
    if (registry.state.repositories[name] !== undefined) {
      throw new AwsError(
        'RepositoryAlreadyExistsException',
        `The repository with name '${name}' already exists in the registry with id '${registry.accountId}'`,
      );
    }
    const repository = createRepository(registry, name, {
      imageTagMutability: mutability(parameters),
      exclusionFilters: exclusionFilters(parameters),
    });
    return { repository: describe(registry, repository, host) };
  },

  DescribeRepositories(registry, parameters, host) {
    const names = parameters.optionalList('repositoryNames') as string[] | undefined;
    const all =
      names === undefined
        ? Object.values(registry.state.repositories)
        : names.map((name) => repositoryOf(registry, name));
    const { items, nextToken } = page(all, parameters);
    return { repositories: items.map((repository) => describe(registry, repository, host)), nextToken };
  },

  DeleteRepository(registry, parameters, host) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    if (Object.keys(repository.images).length > 0 && parameters.optionalText('force') === undefined) {
      throw new AwsError(
        'RepositoryNotEmptyException',
        `The repository with name '${repository.name}' in registry with id '${registry.accountId}' cannot be deleted because it still contains images`,
      );
    }
    Reflect.deleteProperty(registry.state.repositories, repository.name);
    registry.save();
    return { repository: describe(registry, repository, host) };
  },

  PutImageTagMutability(registry, parameters) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    repository.imageTagMutability = mutability(parameters);
    repository.exclusionFilters = exclusionFilters(parameters);
    registry.save();
    return { ...nameOf(registry, repository), ...mutabilityMembers(repository) };
  },

  PutImageScanningConfiguration(registry, parameters) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    repository.scanOnPush = parameters.object('imageScanningConfiguration')['scanOnPush'] === true;
    registry.save();
    return {
      ...nameOf(registry, repository),
      imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    };
  },

  GetRegistryScanningConfiguration: (registry) => ({
    registryId: registry.accountId,
    scanningConfiguration: { scanType: registry.state.scanType, rules: registry.state.scanRules },
  }),

  PutRegistryScanningConfiguration(registry, parameters) {
    registry.state.scanType = parameters.optionalText('scanType') ?? registry.state.scanType;
    registry.state.scanRules = (parameters.optionalList('rules') ?? []) as ScanningRule[];
    registry.save();
    return {
      registryScanningConfiguration: { scanType: registry.state.scanType, rules: registry.state.scanRules },
    };
  },

  BatchGetRepositoryScanningConfiguration(registry, parameters) {
    const names = parameters.list('repositoryNames') as string[];
    const known = names
      .map((name) => registry.state.repositories[name])
      .filter((repository) => repository !== undefined);
    return {
      scanningConfigurations: known.map((repository) => {
        const { frequency, filters } = registry.scans.frequencyOf(repository);
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
          failureReason: 'The repository does not exist',
        })),
    };
  },

  GetAccountSetting: (registry, parameters) => {
    const name = parameters.text('name');
    return { name, value: registry.state.accountSettings[name] ?? 'DISABLED' };
  },

  PutAccountSetting(registry, parameters) {
    const [name, value] = [parameters.text('name'), parameters.text('value')];
    registry.state.accountSettings[name] = value;
    registry.save();
    return { name, value };
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
    images: {},
    tags: {},
    blobs: {},
  };
  registry.state.repositories[name] = repository;
  registry.save();
  return repository;
}

function mutability(parameters: Parameters): string {
  const value = parameters.optionalText('imageTagMutability') ?? 'MUTABLE';
  const allowed = ['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE', 'MUTABLE_WITH_EXCLUSION'];
  if (!allowed.includes(value))
    throw invalidParameter(
      'imageTagMutability',
      `Member must satisfy enum value set: [${allowed.join(', ')}]`,
    );
  return value;
}

function exclusionFilters(parameters: Parameters): string[] {
  const filters = (parameters.optionalList('imageTagMutabilityExclusionFilters') ?? []) as {
    filter: string;
  }[];
  if (filters.length > 5)
    throw invalidParameter(
      'imageTagMutabilityExclusionFilters',
      'Member must have length less than or equal to 5',
    );
  return filters.map(({ filter }) => {
    if (!/^[0-9a-zA-Z._*-]{1,128}$/.test(filter))
      throw invalidParameter('filter', "must satisfy regular expression '^[0-9a-zA-Z._*-]{1,128}'");
    return filter;
  });
}

function mutabilityMembers(repository: RepositoryState): object {
  return {
    imageTagMutability: repository.imageTagMutability,
    ...(repository.exclusionFilters.length > 0 && {
      imageTagMutabilityExclusionFilters: repository.exclusionFilters.map((filter) => ({
        filterType: 'WILDCARD',
        filter,
      })),
    }),
  };
}

function nameOf(registry: Registry, repository: RepositoryState): object {
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
    encryptionConfiguration: { encryptionType: 'AES256' },
  };
}
