import type { Opening } from '../ports.ts';
import type { Run } from '../run.ts';
import { ShipError } from '../types/errors.ts';
import type { Inputs } from '../types/inputs.ts';

/** Makes the repository where it is missing and that is asked for. Throws what making it throws. */
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
