import type { Clock, ImageFacts, Log, Registry, RepositoryPorts } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import type { RegistryTarget } from '../types/image.ts';
import { parseAccountId, parseRegion, parseRepositoryName, parseTag, type Tag } from '../types/names.ts';
import { parseRoleArn, type RoleRequest } from '../types/role.ts';
import type { CandidateTag } from '../types/undo.ts';

interface Tools {
  readonly log: Log;
  readonly clock: Clock;
  readonly connect: (target: RegistryTarget) => Promise<Registry>;
}

/** How far the clocks of a runner and of ECR may differ. This matters only if the registry's time was not known yet. */
const clockSkewMs = 5 * 60_000;

/** The registry may still accept a push a moment after it was cut off. In milliseconds. */
const lateMs = [0, 500, 1500];

/**
 * Removes the candidate's tag. ECR removes an image together with its last tag, so an image that got no other tag
 * goes with it; the result says so. An image that was already there without a tag before the run may be in use by
 * its digest: the tag then stays, with a warning.
 * Source: ECR API reference, BatchDeleteImage.
 */
export async function removeCandidateTag(
  undo: CandidateTag,
  { connect, log, clock }: Tools,
): Promise<'image-removed' | undefined> {
  const { tag, target, name } = parsed(undo);
  const repository = (await connect(target)).open(name);
  if (undo.state === 'not-needed') {
    await repository.tags.remove(tag);
    log.info(`Removed the candidate's tag ${tag}.`);
    return undefined;
  }
  const image = await findImage(repository, tag, undo.state === 'pushing' ? lateMs : [0], clock);
  if (image === undefined) {
    await requireAbsence(repository, undo, tag);
    return undefined;
  }
  const isLast = image.tags.length === 1;
  if (isLast && image.pushedAt < undo.runStartedAt - clockSkewMs) {
    log.warning(
      `The candidate ${image.digest} was in ${name} before this run, without a tag. Removing ${tag} would remove ` +
        'the image, which may be in use by its digest, so the tag stays. Delete it where the image is not needed.',
    );
    return undefined;
  }
  await repository.tags.remove(tag);
  log.info(
    isLast
      ? `Removed the candidate ${image.digest} from ${name}: it got no tag, and ${tag} was its only one.`
      : `Removed the candidate's tag ${tag}.`,
  );
  return isLast ? 'image-removed' : undefined;
}

/**
 * Makes sure that a tag which was seen is really gone, since one answer without it is no proof: asks for the manifest as
 * well. Throws if that exists, because then nobody can tell whether the tag may go; the post step asks again.
 */
async function requireAbsence(
  { tags }: RepositoryPorts,
  { state, repository }: CandidateTag,
  tag: Tag,
): Promise<void> {
  if (state !== 'there' || !(await tags.read([tag])).has(tag)) return;
  throw new ShipError({
    code: 'registry-failed',
    what: `The registry has a manifest for ${tag} in ${repository}, and says nothing of its image.`,
    next: 'A run of the next day removes the tag, if the post step does not.',
  });
}

async function findImage(
  { images }: RepositoryPorts,
  tag: Tag,
  delaysMs: readonly number[],
  clock: Clock,
): Promise<ImageFacts | undefined> {
  for (const delayMs of delaysMs) {
    if (delayMs > 0) await clock.sleep(delayMs);
    const [image] = await images.describe([{ tag }]);
    if (image !== undefined) return image;
  }
  return undefined;
}

/** The job's state is text: its content is parsed before anything is removed. */
function parsed(undo: CandidateTag) {
  const region = parseRegion(undo.region);
  const name = parseRepositoryName(undo.repository);
  const tag = parseTag(undo.tag);
  if (region === undefined || name === undefined || tag === undefined)
    throw new Error(`not a candidate: ${JSON.stringify(undo)}`);
  const registryId = parseAccountId(undo.registryId);
  const type = undo.registryType === 'public' ? ('public' as const) : ('private' as const);
  const target = {
    type,
    region,
    registryId,
    ...(undo.role !== undefined && { role: parsedRole(undo.role) }),
  };
  return { target, name, tag };
}

function parsedRole({ arn, sessionName, durationSeconds, audience }: RoleRequest): RoleRequest {
  const role = parseRoleArn(arn);
  if (role === undefined) throw new Error(`not a role: ${JSON.stringify(arn)}`);
  return { arn: role, sessionName, durationSeconds, audience };
}
