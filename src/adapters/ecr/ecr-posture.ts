import type { RepositoryName } from '../../types/names.ts';
import type { Lifecycle, LifecycleRule, Posture, RepositoryAccess } from '../../types/posture.ts';
import { registryOf, type Client } from './ecr-client.ts';
import { accessIn, textsIn } from './repository-access.ts';

/**
 * Reads how a repository is configured. What this role may not see, or is not answered in time, counts as unknown:
 * nothing in the run depends on it. Changes nothing.
 */
export async function readPosture(client: Client, name: RepositoryName): Promise<Posture> {
  const [lifecycle, access] = await Promise.all([
    lifecycleOf(client, name).catch(noneWhere('LifecyclePolicyNotFoundException')),
    accessOf(client, name).catch(noneWhere('RepositoryPolicyNotFoundException')),
  ]);
  return { lifecycle, access };
}

/** What is only reported must not delay a run. In milliseconds. */
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

/** Tells the answer that there is none from a failure to get an answer. */
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
