import { beforeTags } from '../phases/before-tags.ts';
import {
  copyToDestinations,
  openingDestinations,
  taggingEverywhere,
  type Destination,
} from '../phases/destinations.ts';
import type { Target } from '../phases/opening.ts';
import { findReplicas, replicating, type Source } from '../phases/replicating.ts';
import type { Verified } from '../phases/scanning.ts';
import { tagging } from '../phases/tagging.ts';
import { takeCensus, type Census } from '../publish/census.ts';
import type { TagsShown } from '../publish/tag-image.ts';
import type { Decided } from '../publish/tags-before.ts';
import type { Run } from '../run.ts';
import type { Digest } from '../types/digest.ts';
import type { Message } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import { sweepCandidates } from '../undo/sweep.ts';

/** Checks the further repositories before anything is done. */
export async function reachDestinations(
  aim: { readonly plan: Plan; readonly own: string; readonly digest: Digest | undefined },
  run: Run,
): Promise<readonly Destination[]> {
  return aim.plan.inputs.destinations.length === 0 ? [] : run.do(openingDestinations, aim);
}

/** Gives an image that has passed its tags, in every repository. */
export async function release(
  order: Verified & {
    readonly decided: Decided;
    readonly destinations: readonly Destination[];
    readonly counted: readonly Census[];
    readonly shown?: TagsShown | undefined;
  },
  run: Run,
): Promise<void> {
  run.tell(outlookOf(order));
  if (order.destinations.length === 0) return run.do(tagging, order);
  await copyToDestinations(order, order.destinations, run);
  await run.do(taggingEverywhere, order);
}

/** The repositories from which ECR replicates, if the run is to wait for that. */
export async function replicatedFrom(
  { plan, target, image }: Verified,
  destinations: readonly Destination[],
): Promise<readonly Source[]> {
  if (plan.inputs.replicationTimeoutMs === undefined) return [];
  const repositories = [target.repository, ...destinations.map(({ repository }) => repository)];
  return findReplicas(repositories, image.digest);
}

/** Waits for the replicas, if the run is to end only when they exist. */
export async function awaitReplicas(
  { plan, image }: Verified,
  sources: readonly Source[],
  run: Run,
): Promise<void> {
  const { replicationTimeoutMs: timeoutMs } = plan.inputs;
  if (timeoutMs !== undefined) await run.do(replicating, { sources, digest: image.digest, timeoutMs });
}

/** What the log says before the first tag is set. */
function outlookOf({
  image,
  target,
  decided,
  counted,
}: Verified & { readonly decided: Decided; readonly counted: readonly Census[] }): Message[] {
  const { posture, repository } = target;
  return beforeTags({ image, posture, counted, decision: decided.decision, now: repository.now() });
}

/** Goes through a repository's images while the run goes on: removes what killed runs have left, and counts. */
export function lookThrough({ repository, role }: Target, run: Run): Census {
  const census = takeCensus(repository, run.ports.log);
  run.beside((tools) => sweepCandidates({ repository, role, tags: census.firstTags }, tools));
  return census;
}
