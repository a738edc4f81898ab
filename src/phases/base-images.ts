import { readBaseImages, type BaseImages } from '../plan/base-images.ts';
import type { Run } from '../run.ts';
import { isRemote } from '../types/build-context.ts';
import type { BuildInputs } from '../types/inputs.ts';

/** Reads what a build is built on; undefined if the Dockerfile is not on this machine, or cannot be read. */
export async function baseImagesOf(
  { context, file, buildArgs }: BuildInputs,
  { ports }: Pick<Run, 'ports'>,
): Promise<BaseImages | undefined> {
  if (isRemote(context)) return undefined;
  const text = await ports.checkout.readText(file ?? `${context}/Dockerfile`).catch(() => undefined);
  return text === undefined ? undefined : readBaseImages(text, buildArgs);
}
