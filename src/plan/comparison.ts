import type { Tag } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';
import { legalTag } from './tags/legal.ts';

type Asked = Pick<Plan, 'inputs' | 'source'>;

/**
 * Whether the comment on a pull request tells how the image differs from its baseline, even if the verdict does not
 * depend on it.
 */
export function isDifferenceTold({ inputs, source }: Asked): boolean {
  return inputs.comment && source.about.kind === 'pull-request';
}

/** The tags at which to look for an image to compare with, for the verdict or only to report it. */
export function comparedTags(asked: Asked): readonly Tag[] {
  const { policy, maxGrowth } = asked.inputs;
  const isCompared = policy.onlyNew || maxGrowth !== undefined || isDifferenceTold(asked);
  return isCompared ? (baselineTags(asked) ?? []) : [];
}

/**
 * The first of these tags that exists points to the baseline; undefined means that the first moving tag of the run
 * does. On a pull request that only reports the difference, it is the image of the branch to merge into.
 */
export function baselineTags({ inputs, source }: Asked): readonly Tag[] | undefined {
  if (inputs.baselineTag !== undefined) return [inputs.baselineTag];
  const decides = inputs.policy.onlyNew || inputs.maxGrowth !== undefined;
  if (decides || !isDifferenceTold({ inputs, source })) return undefined;
  const branch = source.baseBranch;
  const isDefault = branch !== undefined && branch === source.repository.defaultBranch;
  return [branch, isDefault ? 'latest' : undefined].flatMap((name) => legalTag(name ?? '') ?? []);
}
