import { attachmentOperations } from '../api-attachments.ts';
import { changeOperations } from '../api-image-changes.ts';
import { imageOperations } from '../api-images.ts';
import { layerOperations } from '../api-layers.ts';
import { createRepository, nameOf, repositoryOperations } from '../api-repositories.ts';
import { AwsError } from '../errors.ts';
import { imageSize, repositoryOf } from '../images.ts';
import { contentOf } from '../manifests.ts';
import type { Operation, Operations } from '../operation.ts';
import { page } from '../parameters.ts';
import type { Registry } from '../registry.ts';
import { resourceTagsIn } from '../resource-tags.ts';
import type { RepositoryState } from '../state.ts';
import { catalogDataIn } from './catalog.ts';
import { nameIn, pathOf, publicArn, type PublicRegistry } from './names.ts';

/** Operations on the registry as a whole. */
function registryOperations(publicRegistry: PublicRegistry): Operations {
  return {
    GetAuthorizationToken({ registry, caller }) {
      const { password, expiresAt } = registry.tokens.issue(caller.accessKeyId);
      const authorizationToken = Buffer.from(`AWS:${password}`).toString('base64');
      return { authorizationData: { authorizationToken, expiresAt: expiresAt / 1000 } };
    },

    DescribeRegistries: ({ registry, host }) => ({
      registries: [
        {
          registryId: registry.accountId,
          registryArn: `arn:aws:ecr-public::${registry.accountId}:registry/${registry.accountId}`,
          registryUri: `${host}/${pathOf(publicRegistry, '').replace(/\/$/, '')}`,
          verified: false,
          aliases: publicRegistry.aliases.map((name, at) => ({
            name,
            status: 'ACTIVE',
            primaryRegistryAlias: at === 0,
            defaultRegistryAlias: at === 0,
          })),
        },
      ],
    }),

    GetRegistryCatalogData: ({ registry }) => ({
      registryCatalogData: { displayName: registry.state.accountSettings['DISPLAY_NAME'] ?? '' },
    }),

    PutRegistryCatalogData({ registry, parameters }) {
      const displayName = parameters.optionalText('displayName', 0, 100) ?? '';
      registry.state.accountSettings['DISPLAY_NAME'] = displayName;
      registry.save();
      return { registryCatalogData: { displayName } };
    },
  };
}

/** Operations that create, describe and remove repositories. */
function repositoryOperationsOf(publicRegistry: PublicRegistry): Operations {
  const describe = (registry: Registry, repository: RepositoryState, host: string) => ({
    repositoryArn: publicArn(publicRegistry, nameIn(publicRegistry, repository.name)),
    ...nameOf(registry, repository),
    repositoryUri: `${host}/${repository.name}`,
    createdAt: repository.createdAt / 1000,
  });
  return {
    DescribeRepositories({ registry, parameters, host }) {
      const names = parameters.optionalTexts('repositoryNames', 1, 100);
      const all =
        names === undefined
          ? Object.values(registry.state.repositories)
          : names.map((name) => repositoryOf(registry, pathOf(publicRegistry, name)));
      const { items, nextToken } = page(all, parameters);
      return { repositories: items.map((repository) => describe(registry, repository, host)), nextToken };
    },

    CreateRepository({ registry, parameters, host }) {
      const name = parameters.repositoryName();
      const catalogData = catalogDataIn(parameters.optionalObject('catalogData'));
      const tags = resourceTagsIn(parameters.optionalList('tags', 0, 200) ?? []);
      if (registry.state.repositories[name] !== undefined) {
        throw new AwsError(
          'RepositoryAlreadyExistsException',
          `The repository with name '${name}' already exists in the registry with id '${registry.accountId}'`,
        );
      }
      const repository = createRepository(registry, name);
      repository.catalogData = catalogData;
      Object.assign(repository.resourceTags, tags);
      registry.save();
      return { repository: describe(registry, repository, host), catalogData };
    },

    DeleteRepository(call) {
      const { registry, parameters, host } = call;
      const repository = repositoryOf(registry, parameters.repositoryName());
      void repositoryOperations['DeleteRepository']?.(call);
      return { repository: describe(registry, repository, host) };
    },
  };
}

/** Catalogue data, and images as ECR Public describes them. */
const ownOperations: Operations = {
  GetRepositoryCatalogData({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    return { catalogData: repository.catalogData ?? {} };
  },

  PutRepositoryCatalogData({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    repository.catalogData = catalogDataIn(parameters.object('catalogData'));
    registry.save();
    return { catalogData: repository.catalogData };
  },

  async DescribeImages(call) {
    const answer = (await imageOperations['DescribeImages']?.(call)) as { imageDetails: object[] };
    const imageDetails = answer.imageDetails.map((detail) =>
      // Without what only a private registry tells. Source: ECR Public API reference, ImageDetail.
      Object.fromEntries(
        Object.entries(detail).filter(([name]) => !['imageStatus', 'subjectManifestDigest'].includes(name)),
      ),
    );
    return { ...answer, imageDetails };
  },

  DescribeImageTags({ registry, parameters }) {
    const repository = repositoryOf(registry, parameters.repositoryName());
    const { items, nextToken } = page(repository.tags.names(), parameters);
    return { imageTagDetails: items.map((tag) => tagDetail(repository, tag)), nextToken };
  },
};

function tagDetail(repository: RepositoryState, imageTag: string): object {
  const image = repository.images[repository.tags.digestOf(imageTag) ?? ''];
  if (image === undefined) return { imageTag };
  const content = contentOf(image);
  return {
    imageTag,
    createdAt: image.pushedAt / 1000,
    imageDetail: {
      imageDigest: image.digest,
      imageSizeInBytes: imageSize(repository, image),
      imagePushedAt: image.pushedAt / 1000,
      imageManifestMediaType: image.mediaType,
      artifactMediaType: content.artifactType ?? content.config?.mediaType,
    },
  };
}

/** Operations that work as in a private registry. */
const sharedOperations: readonly (readonly [Operations, readonly string[]])[] = [
  [changeOperations, ['BatchDeleteImage', 'PutImage']],
  [
    layerOperations,
    ['BatchCheckLayerAvailability', 'InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload'],
  ],
  [
    attachmentOperations,
    [
      'SetRepositoryPolicy',
      'GetRepositoryPolicy',
      'DeleteRepositoryPolicy',
      'TagResource',
      'UntagResource',
      'ListTagsForResource',
    ],
  ],
];

/** Every operation of ECR Public, by name. */
export function publicOperations(publicRegistry: PublicRegistry): ReadonlyMap<string, Operation> {
  const shared = sharedOperations.flatMap(([from, names]) =>
    Object.entries(from).filter(([name]) => names.includes(name)),
  );
  const own = {
    ...registryOperations(publicRegistry),
    ...repositoryOperationsOf(publicRegistry),
    ...ownOperations,
  };
  return new Map([...shared, ...Object.entries(own)]);
}
