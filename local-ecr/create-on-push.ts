import { createRepository } from './api-repositories.ts';
import type { Registry } from './registry.ts';
import type { CreationTemplate, RepositoryState } from './state.ts';

/**
 * Creates the repository for a push to a missing one, from the template with the longest matching prefix, or else
 * ROOT. Without a template it creates nothing. Source: ECR user guide, "Repository creation templates".
 */
export function createOnPush(registry: Registry, name: string): RepositoryState | undefined {
  const [template] = Object.values(registry.state.templates ?? {})
    .filter((one) => one.appliedFor.includes('CREATE_ON_PUSH') && fits(one, name))
    .toSorted((a, b) => length(b) - length(a));
  if (template === undefined) return undefined;
  const made = createRepository(registry, name, { imageTagMutability: template.imageTagMutability });
  if (template.lifecyclePolicy !== undefined) made.lifecyclePolicy = template.lifecyclePolicy;
  if (template.repositoryPolicy !== undefined) made.policy = template.repositoryPolicy;
  registry.save();
  return made;
}

function fits({ prefix }: CreationTemplate, name: string): boolean {
  return prefix === 'ROOT' || name.startsWith(`${prefix.replace(/\/$/, '')}/`);
}

function length({ prefix }: CreationTemplate): number {
  return prefix === 'ROOT' ? 0 : prefix.length;
}
