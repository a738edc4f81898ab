import { nameOf } from './api-repositories.ts';
import { AwsError, invalidParameter } from './errors.ts';
import { repositoryOf } from './images.ts';
import type { ApiCall, Operations } from './operation.ts';
import { repositoryArn, type Registry } from './registry.ts';
import { requireFew, resourceTagsIn } from './resource-tags.ts';
import type { RepositoryState } from './state.ts';

/**
 * What can be attached to a repository: its policy, its lifecycle policy, its tags. Lifecycle policies are stored but
 * not applied.
 */
export const attachmentOperations: Operations = {
  SetRepositoryPolicy(call) {
    const repository = repositoryIn(call);
    const policyText = call.parameters.text('policyText', 0, 10_240);
    const { Statement } = parsed(policyText) ?? {};
    if (!Array.isArray(Statement)) throw invalidParameter('PolicyText', 'Invalid repository policy provided');
    repository.policy = policyText;
    call.registry.save();
    return { ...nameOf(call.registry, repository), policyText };
  },

  GetRepositoryPolicy(call) {
    const repository = repositoryIn(call);
    return { ...nameOf(call.registry, repository), policyText: policyOf(call.registry, repository) };
  },

  DeleteRepositoryPolicy(call) {
    const repository = repositoryIn(call);
    const policyText = policyOf(call.registry, repository);
    delete repository.policy;
    call.registry.save();
    return { ...nameOf(call.registry, repository), policyText };
  },

  PutLifecyclePolicy(call) {
    const repository = repositoryIn(call);
    const lifecyclePolicyText = call.parameters.text('lifecyclePolicyText', 100, 30_720);
    const { rules } = parsed(lifecyclePolicyText) ?? {};
    if (!Array.isArray(rules)) {
      throw invalidParameter(
        'LifecyclePolicyText',
        'Lifecycle policy validation failure: Lifecycle policy text must be a JSON object with rules',
      );
    }
    repository.lifecyclePolicy = lifecyclePolicyText;
    call.registry.save();
    return { ...nameOf(call.registry, repository), lifecyclePolicyText };
  },

  GetLifecyclePolicy(call) {
    const repository = repositoryIn(call);
    return {
      ...nameOf(call.registry, repository),
      lifecyclePolicyText: lifecyclePolicyOf(call.registry, repository),
    };
  },

  DeleteLifecyclePolicy(call) {
    const repository = repositoryIn(call);
    const lifecyclePolicyText = lifecyclePolicyOf(call.registry, repository);
    delete repository.lifecyclePolicy;
    call.registry.save();
    return { ...nameOf(call.registry, repository), lifecyclePolicyText };
  },

  TagResource(call) {
    const { resourceTags } = repositoryByArn(call);
    const tags = resourceTagsIn(call.parameters.list('tags', 0, 200));
    requireFew({ ...resourceTags, ...tags });
    Object.assign(resourceTags, tags);
    call.registry.save();
    return {};
  },

  UntagResource(call) {
    const { resourceTags } = repositoryByArn(call);
    for (const key of call.parameters.texts('tagKeys', 0, 200)) Reflect.deleteProperty(resourceTags, key);
    call.registry.save();
    return {};
  },

  ListTagsForResource: (call) => ({
    tags: Object.entries(repositoryByArn(call).resourceTags).map(([Key, Value]) => ({ Key, Value })),
  }),
};

function repositoryIn({ registry, parameters }: ApiCall): RepositoryState {
  return repositoryOf(registry, parameters.repositoryName());
}

function repositoryByArn({ registry, parameters }: ApiCall): RepositoryState {
  const arn = parameters.text('resourceArn');
  const prefix = repositoryArn(registry, '');
  if (!arn.startsWith(prefix)) throw invalidParameter('resourceArn', 'Invalid ARN');
  return repositoryOf(registry, arn.slice(prefix.length));
}

function policyOf(registry: Registry, repository: RepositoryState): string {
  if (repository.policy !== undefined) return repository.policy;
  throw new AwsError(
    'RepositoryPolicyNotFoundException',
    `Repository policy does not exist for the repository with name '${repository.name}' in the registry with id '${registry.accountId}'`,
  );
}

function lifecyclePolicyOf(registry: Registry, repository: RepositoryState): string {
  if (repository.lifecyclePolicy !== undefined) return repository.lifecyclePolicy;
  throw new AwsError(
    'LifecyclePolicyNotFoundException',
    `Lifecycle policy does not exist for the repository with name '${repository.name}' in the registry with id '${registry.accountId}'`,
  );
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
