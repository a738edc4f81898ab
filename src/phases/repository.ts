import type { Opening } from '../ports.ts';
import type { Run } from '../run.ts';
import { ShipError } from '../types/errors.ts';
import type { Inputs } from '../types/inputs.ts';
import type { Posture } from '../types/posture.ts';
import type { RepositorySettings } from '../types/repository-settings.ts';

/** Creates the repository if it is missing and the inputs ask for that. Throws what creating it throws. */
export async function ensureRepository(
  door: Opening,
  { create, repository }: Inputs,
  { ports }: Run,
): Promise<void> {
  if (create === undefined || door.creation === undefined) return;
  const isMissing = await door.opened().then(
    () => false,
    (error: unknown) => {
      if (error instanceof ShipError && error.code === 'repository-not-found') return true;
      throw error;
    },
  );
  if (!isMissing) return;
  const outcome = await door.creation.create(create);
  ports.log.info(
    outcome === 'created'
      ? `Made the repository ${repository}, which was not there.`
      : `The repository ${repository} was made by somebody else a moment ago; nothing of it is changed.`,
  );
}

/**
 * Says, in sentences, which policies a repository lacks: a run that was killed between creating it and setting them
 * leaves it without, and existing repositories are never changed. Only what the role may see is checked.
 */
export function missingPolicies(
  name: string,
  { lifecycle, access }: Posture,
  wanted: RepositorySettings | undefined,
): string[] {
  const missing = [
    ...(wanted?.lifecyclePolicy !== undefined && lifecycle === 'none' ? ['lifecycle policy'] : []),
    ...(wanted?.policy !== undefined && access === 'none' ? ['policy'] : []),
  ];
  if (missing.length === 0) return [];
  return [
    `The repository ${name} is there without the ${missing.join(' and the ')} of repository-settings, as a run leaves it ` +
      'that was cut off just after it had made it. Nothing of a repository that is there is changed: set what is missing by hand, or delete the repository while it is empty.',
  ];
}
