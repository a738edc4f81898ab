import type { Census } from '../publish/census.ts';
import { fateOf } from '../publish/lifecycle.ts';
import type { Decision } from '../types/decision.ts';
import type { VerifiedImage } from '../types/image.ts';
import { notice, warning, type Message } from '../types/message.ts';
import type { Posture } from '../types/posture.ts';
import { isNear, quotas } from '../types/quota.ts';
import { formatTime } from '../report/format.ts';
import { ruleInWords } from '../report/posture.ts';
import { nearQuotas } from './near-quotas.ts';

/** What is known when an image is about to get its tags. */
export interface Outlook {
  readonly image: Pick<VerifiedImage, 'digest' | 'platforms' | 'tags' | 'pushedAt'>;
  readonly decision: Decision;
  readonly posture: Posture | undefined;
  /** What has been counted in the repositories to which this run pushes. */
  readonly counted: readonly Census[];
  /** The registry's time, in milliseconds since 1970. */
  readonly now: number;
}

const dayMs = 24 * 3600_000;
/** An image that will be gone within a week deserves a warning before it is tagged. */
const soonMs = 7 * dayMs;

/** What people should know before the first tag is set: quotas that are nearly used up, and images that will not stay. */
export function beforeTags(outlook: Outlook): Message[] {
  return [...nearTags(outlook), ...nearQuotas(outlook.image, outlook.counted), ...notForLong(outlook)];
}

function tagsAfter({ image, decision }: Outlook): readonly string[] {
  const set = decision.tags.filter(({ state }) => state !== 'kept-back').map(({ planned }) => planned.tag);
  return [...new Set([...image.tags, ...set])];
}

function nearTags(outlook: Outlook): Message[] {
  const count = tagsAfter(outlook).length;
  if (!isNear(count, quotas.tags)) return [];
  return [
    warning(
      `The image will have ${String(count)} of the ${String(quotas.tags.most)} tags that ECR lets it have; this quota cannot be raised. ` +
        'Remove tags that nobody needs: aws ecr batch-delete-image.',
    ),
  ];
}

/**
 * Tagging does not make an image newer: a lifecycle policy counts from its push. Only for images that were there
 * before this run.
 */
function notForLong(outlook: Outlook): Message[] {
  const { image, decision, posture, now } = outlook;
  const { lifecycle } = posture ?? {};
  if (decision.kind === 'build' || lifecycle === undefined || lifecycle === 'none') return [];
  const fate = fateOf(lifecycle, { tags: tagsAfter(outlook), pushedAt: image.pushedAt });
  if (fate === undefined) return [];
  const { rule, at } = fate;
  const pushed = `The image was pushed at ${formatTime(image.pushedAt)}, and a new tag does not make it newer`;
  const why = `the lifecycle policy says: ${ruleInWords(rule)}`;
  if (at === undefined)
    return now - image.pushedAt < soonMs ? [] : [notice(`${pushed}: ${why}. Newer images count before it.`)];
  if (at - now > soonMs) return [];
  const does = rule.action === 'archive' ? 'archives' : 'removes';
  const when = at <= now ? 'it within a day, with the tags that this run sets' : `it at ${formatTime(at)}`;
  return [
    warning(
      `${pushed}: ECR ${does} ${when}, for ${why}. Push it anew, or let the policy leave its tags out.`,
    ),
  ];
}
