import type { LocalBuild } from '../docker/build-image.ts';
import { pushBuilt } from '../docker/push-image.ts';
import type { PushFront } from '../docker/push-ways.ts';
import { tagsAtOnce } from '../publish/tag-image.ts';
import type { Run } from '../run.ts';
import { registryHost, type Candidate } from '../types/image.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { baseImagesOf } from './base-images.ts';
import { installLogin } from './docker-login.ts';
import type { Target } from './opening.ts';
import { expectCandidateTag } from './scanning.ts';

/** Docker pushes up to five layers at once; for a small image three connections are enough. */
const connectionsOfPush = 3;

/**
 * Opens a front for the engine to push through, while it builds. Undefined if the engine cannot reach one, or if a base image
 * comes from the same registry: only under the registry's own name does an engine take its layers over (blob mounting).
 * Never throws: without a front the engine pushes straight to the registry.
 */
export async function openFrontFor(
  { plan, builder, target }: { readonly plan: Plan; readonly builder: Builder; readonly target: Target },
  run: Run,
): Promise<PushFront | undefined> {
  const { repository } = target;
  if (builder.machine === undefined || repository.openFront === undefined) return undefined;
  try {
    const bases = await baseImagesOf(plan.inputs.build, run);
    const own = `${registryHost(repository)}/`;
    if (bases?.images.some((image) => image.startsWith(own)) === true) return undefined;
    const front = await repository.openFront(builder.machine);
    if (front === undefined) return undefined;
    repository.connectAhead?.(connectionsOfPush);
    const { basic, ...rest } = front;
    const { dockerEnv } = await installLogin([{ host: front.host, basic }], 'step', run);
    return { ...rest, env: dockerEnv };
  } catch {
    return undefined;
  }
}

/** Pushes what was built into the engine under the run's candidate tag, which is in the journal before it exists. */
export async function pushCandidate(
  local: LocalBuild,
  {
    plan,
    target,
    front,
  }: { readonly plan: Plan; readonly target: Target; readonly front: PushFront | undefined },
  run: Run,
): Promise<Candidate> {
  const { repository, dockerEnv: env, renewLogin } = target;
  const atOnce = Math.min(tagsAtOnce, plan.tags.filter(({ kind }) => kind === 'moving').length);
  // For reading the config, and then for setting several tags at once.
  repository.connectAhead?.(Math.max(front === undefined ? 1 : connectionsOfPush, atOnce));
  const undo = expectCandidateTag({ plan, target }, run);
  const onNamed = (name: string) => run.undo.plan({ kind: 'local-image', name });
  const tools = { ...run.ports, renewLogin, onNamed };
  const candidate = await pushBuilt(local, { repository, env, front }, tools).finally(() => front?.close());
  run.undo.change(undo, { state: 'there' });
  return candidate;
}
