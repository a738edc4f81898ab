import type { Tag } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';
import { legalTag } from './tags/legal.ts';

type Asked = Pick<Plan, 'inputs' | 'source'>;

/** Whether the comment on a pull request tells how the image differs from its baseline, also where nothing depends on it. */
export function isDifferenceTold({ inputs, source }: Asked): boolean {
  return inputs.comment && source.about.kind === 'pull-request';
}

/** The tags by which something is found to compare the image with, for the verdict or to tell of it. */
export function comparedTags(asked: Asked): readonly Tag[] {
  const { policy, maxGrowth } = asked.inputs;
  const isCompared = policy.onlyNew || maxGrowth !== undefined || isDifferenceTold(asked);
  return isCompared ? (baselineTags(asked) ?? []) : [];
}

/**
 * The tags of which the first that is there points to the baseline; undefined: the first moving tag of the run does. On a
 * pull request that only tells of the difference it is the image of the branch that it is merged into.
 */
export function baselineTags({ inputs, source }: Asked): readonly Tag[] | undefined {
  if (inputs.baselineTag !== undefined) return [inputs.baselineTag];
  const decides = inputs.policy.onlyNew || inputs.maxGrowth !== undefined;
  if (decides || !isDifferenceTold({ inputs, source })) return undefined;
  const branch = source.baseBranch;
  const isDefault = branch !== undefined && branch === source.repository.defaultBranch;
  return [branch, isDefault ? 'latest' : undefined].flatMap((name) => legalTag(name ?? '') ?? []);
}
