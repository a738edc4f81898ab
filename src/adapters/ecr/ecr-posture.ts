import type { RepositoryName } from '../../types/names.ts';
import type { Lifecycle, LifecycleRule, Posture, RepositoryAccess } from '../../types/posture.ts';
import { registryOf, type Client } from './ecr-client.ts';
import { accessIn, textsIn } from './repository-access.ts';

/**
 * How a repository is kept. What this role may not see, or has no answer in time, is not known: nothing of it decides about
 * the run. Nothing is changed.
 */
export async function readPosture(client: Client, name: RepositoryName): Promise<Posture> {
  const [lifecycle, access] = await Promise.all([
    lifecycleOf(client, name).catch(noneWhere('LifecyclePolicyNotFoundException')),
    accessOf(client, name).catch(noneWhere('RepositoryPolicyNotFoundException')),
  ]);
  return { lifecycle, access };
}

/** What is shown must not hold a run up. In milliseconds. */
const bounds = { once: true, withinMs: 10_000 };

async function lifecycleOf(
  { sdk, send, target }: Client,
  name: RepositoryName,
): Promise<Lifecycle | undefined> {
  const { lifecyclePolicyText: text } = await send(
    'GetLifecyclePolicy',
    name,
    (ecr, options) =>
      ecr.send(new sdk.GetLifecyclePolicyCommand({ ...registryOf(target), repositoryName: name }), options),
    bounds,
  );
  return text === undefined ? undefined : { rules: rulesIn(text) };
}

async function accessOf(
  { sdk, send, target }: Client,
  name: RepositoryName,
): Promise<RepositoryAccess | undefined> {
  const { policyText } = await send(
    'GetRepositoryPolicy',
    name,
    (ecr, options) =>
      ecr.send(new sdk.GetRepositoryPolicyCommand({ ...registryOf(target), repositoryName: name }), options),
    bounds,
  );
  return policyText === undefined ? undefined : accessIn(policyText);
}

/** The answer that there is none, as against none that can be had. */
function noneWhere(name: string): (error: unknown) => 'none' | undefined {
  return (error) => {
    const { cause } = error as { readonly cause?: unknown };
    return cause instanceof Error && cause.name === name ? 'none' : undefined;
  };
}

/** Source: ECR user guide, "Lifecycle policy properties". */
function rulesIn(text: string): LifecycleRule[] {
  const { rules } = JSON.parse(text) as { rules?: unknown };
  return (Array.isArray(rules) ? (rules as unknown[]) : []).map(ruleOf);
}

function ruleOf(rule: unknown): LifecycleRule {
  const { rulePriority, selection, action } = (rule ?? {}) as {
    rulePriority?: unknown;
    selection?: Readonly<Record<string, unknown>>;
    action?: { readonly type?: unknown };
  };
  const of = (name: string) => textsIn(selection?.[name]);
  return {
    priority: Number(rulePriority),
    tagStatus: of('tagStatus')[0] ?? 'any',
    patterns: of('tagPatternList'),
    prefixes: of('tagPrefixList'),
    isOfArchive: of('storageClass')[0] === 'archive',
    countType: of('countType')[0] ?? '',
    count: Number(selection?.['countNumber']),
    action: action?.type === 'transition' ? 'archive' : 'remove',
  };
}
