import type { Lifecycle, LifecycleRule } from '../types/posture.ts';
import { matchesWildcard } from '../types/wildcard.ts';

/** What a lifecycle policy does to an image, and when (milliseconds since 1970). */
interface Fate {
  readonly rule: LifecycleRule;
  /** Undefined if it depends on how many images are newer, which is not known here. */
  readonly at: number | undefined;
}

const dayMs = 24 * 3600_000;

/**
 * What a policy does to an image with these tags: the first rule by priority whose tags match decides, and no later
 * one. Undefined if none matches, or if it depends on anything but the time of the push, such as the last pull.
 * Source: ECR user guide, "Automate the cleanup of images by using lifecycle policies", evaluation rules.
 */
export function fateOf(
  { rules }: Lifecycle,
  { tags, pushedAt }: { readonly tags: readonly string[]; readonly pushedAt: number },
): Fate | undefined {
  const rule = [...rules].sort((a, b) => a.priority - b.priority).find((one) => fits(one, tags));
  switch (rule?.countType) {
    case 'sinceImagePushed':
      return { rule, at: pushedAt + rule.count * dayMs };
    case 'imageCountMoreThan':
      return { rule, at: undefined };
    default:
      return undefined;
  }
}

/**
 * With several patterns or prefixes, an image must have a tag for each. Source: ECR user guide, "Lifecycle policy
 * properties".
 */
function fits(
  { tagStatus, patterns, prefixes, isOfArchive }: LifecycleRule,
  tags: readonly string[],
): boolean {
  if (isOfArchive || (tagStatus === 'untagged') === tags.length > 0) return false;
  if (tagStatus !== 'tagged') return true;
  return (
    patterns.every((pattern) => tags.some((tag) => matchesWildcard(tag, pattern))) &&
    prefixes.every((prefix) => tags.some((tag) => tag.startsWith(prefix)))
  );
}
