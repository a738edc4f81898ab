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

/** An engine sends up to five layers at once; one connection each is more than a small image needs. */
const connectionsOfPush = 3;

/**
 * Opens a nearer door to the registry for the engine, while it builds. Undefined where it could not come in, and where it may
 * take layers over from a base image in the same registry, which it does only where it knows the registry by its own name.
 * Never fails: what an engine can do by itself it does without.
 */
export async function openFrontFor(
  { plan, builder, target }: { readonly plan: Plan; readonly builder: Builder; readonly target: Target },
  run: Run,
): Promise<PushFront | undefined> {
  const { repository } = target;
  if (builder.machine === undefined || repository.openFront === undefined) return undefined;
  const bases = await baseImagesOf(plan.inputs.build, run);
  const own = `${registryHost(repository)}/`;
  if (bases?.images.some((image) => image.startsWith(own)) === true) return undefined;
  try {
    const front = await repository.openFront(builder.machine);
    if (front === undefined) return undefined;
    repository.connectAhead?.(connectionsOfPush);
    const { dockerEnv } = await installLogin([front], 'step', run);
    return { ...front, env: dockerEnv };
  } catch {
    return undefined;
  }
}

/** Pushes what was built into the engine, under the run's candidate tag, which is noted before it is there. */
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
  const atOnce = Math.min(tagsAtOnce, plan.names.filter(({ kind }) => kind === 'moving').length);
  // A config to read, and then so many tags at once; the registry's answers need no more.
  repository.connectAhead?.(Math.max(front === undefined ? 1 : connectionsOfPush, atOnce));
  const undo = expectCandidateTag({ plan, target }, run);
  const onNamed = (name: string) => run.undo.plan({ kind: 'local-image', name });
  const candidate = await pushBuilt(local, { repository, env, front }, { ...run.ports, renewLogin, onNamed });
  run.undo.change(undo, { state: 'there' });
  return candidate;
}
