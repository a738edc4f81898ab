import type { RepositoryName } from '../types/names.ts';
import type { Lifecycle, Posture, RepositoryAccess } from '../types/posture.ts';
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
function rulesIn(text: string): string[] {
  const { rules } = JSON.parse(text) as { rules?: unknown };
  return (Array.isArray(rules) ? (rules as unknown[]) : []).map(ruleInWords);
}

function ruleInWords(rule: unknown): string {
  const { selection } = (rule ?? {}) as { selection?: Readonly<Record<string, unknown>> };
  const of = (name: string) => textsIn(selection?.[name]).join(', ');
  const which = of('tagPatternList') || of('tagPrefixList');
  const images = `${of('tagStatus') || 'any'} images${which === '' || which === '*' ? '' : ` (${which})`}`;
  const count = of('countNumber');
  return of('countType') === 'imageCountMoreThan'
    ? `of ${images} the newest ${count} stay`
    : `${images} go after ${count} days`;
}
