import { AwsError, invalidParameter } from './errors.ts';
import type { ApiCall, Operations } from './operation.ts';
import { page } from './parameters.ts';
import type { CreationTemplate } from './state.ts';

const occasions = ['REPLICATION', 'PULL_THROUGH_CACHE', 'CREATE_ON_PUSH'];

/** Templates for repositories that are created when something is pushed to a missing one. */
export const templateOperations: Operations = {
  CreateRepositoryCreationTemplate(call) {
    const prefix = call.parameters.text('prefix');
    if (call.registry.state.templates?.[prefix] !== undefined)
      throw new AwsError(
        'TemplateAlreadyExistsException',
        `The repository creation template with prefix '${prefix}' already exists in the registry with id '${call.registry.accountId}'`,
      );
    return answer(call, store(call, { prefix, ...membersIn(call) }));
  },

  UpdateRepositoryCreationTemplate(call) {
    const known = templateOf(call);
    return answer(call, store(call, { ...known, ...membersIn(call, known) }));
  },

  DescribeRepositoryCreationTemplates({ registry, parameters }) {
    const prefixes = parameters.optionalTexts('prefixes', 1, 100);
    const all = Object.values(registry.state.templates ?? {}).filter(
      ({ prefix }) => prefixes?.includes(prefix) ?? true,
    );
    const { items, nextToken } = page(all, parameters);
    return { registryId: registry.accountId, repositoryCreationTemplates: items, nextToken };
  },

  DeleteRepositoryCreationTemplate(call) {
    const template = templateOf(call);
    Reflect.deleteProperty(call.registry.state.templates ?? {}, template.prefix);
    call.registry.save();
    return answer(call, template);
  },
};

function templateOf({ registry, parameters }: ApiCall): CreationTemplate {
  const prefix = parameters.text('prefix');
  const template = registry.state.templates?.[prefix];
  if (template !== undefined) return template;
  throw new AwsError(
    'TemplateNotFoundException',
    `The repository creation template with prefix '${prefix}' does not exist in the registry with id '${registry.accountId}'`,
  );
}

function membersIn({ parameters }: ApiCall, known?: CreationTemplate): Omit<CreationTemplate, 'prefix'> {
  const appliedFor = parameters.optionalTexts('appliedFor', 1, 3) ?? known?.appliedFor;
  if (appliedFor === undefined) throw invalidParameter('appliedFor', 'must not be null');
  if (appliedFor.some((one) => !occasions.includes(one)))
    throw invalidParameter('appliedFor', `Member must satisfy enum value set: [${occasions.join(', ')}]`);
  const lifecyclePolicy = parameters.optionalText('lifecyclePolicy');
  const repositoryPolicy = parameters.optionalText('repositoryPolicy');
  return {
    appliedFor,
    imageTagMutability:
      parameters.optionalText('imageTagMutability') ?? known?.imageTagMutability ?? 'MUTABLE',
    ...(lifecyclePolicy !== undefined && { lifecyclePolicy }),
    ...(repositoryPolicy !== undefined && { repositoryPolicy }),
  };
}

function store({ registry }: ApiCall, template: CreationTemplate): CreationTemplate {
  registry.state.templates = { ...registry.state.templates, [template.prefix]: template };
  registry.save();
  return template;
}

function answer({ registry }: ApiCall, repositoryCreationTemplate: CreationTemplate): object {
  return { registryId: registry.accountId, repositoryCreationTemplate };
}
