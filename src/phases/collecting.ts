import { joinImages } from '../image/join.ts';
import type { MadeFrom } from '../plan/source.ts';
import { madeBy } from '../publish/age.ts';
import { readHolders } from '../publish/holders.ts';
import { restoreArchived } from '../publish/restore.ts';
import type { ImageId, OpenRepository } from '../ports.ts';
import type { Phase, Run } from '../run.ts';
import type { Holder } from '../types/decision.ts';
import { shortDigest, type Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { StoredManifest } from '../types/image.ts';
import type { From, PublishInputs } from '../types/inputs.ts';
import { info } from '../types/message.ts';
import { Refusal } from '../types/refusal.ts';
import { clause } from '../types/text.ts';
import type { Target } from './opening.ts';

/** What to publish, before anything is done with it. */
export interface Collected {
  /** The image that gets the tags: an existing one, or the index made of several. */
  readonly image: StoredManifest;
  /** The images of an index that does not exist yet; empty if it exists. */
  readonly parts: readonly StoredManifest[];
  /** The commit for which the run may speak: every part's. */
  readonly made: MadeFrom;
}

interface Order {
  readonly inputs: PublishInputs;
  readonly target: Target;
}

/**
 * Finds the images to publish, and the commits from which they were made according to their labels. Throws
 * `image-not-found`.
 */
export const collecting: Phase<Order, Collected> = {
  name: 'collect',
  title: 'Collect',
  async run({ inputs, target }, run) {
    const { repository } = target;
    const images = await imagesOf(inputs.from, target, run);
    const holders = await readHolders(images, repository.manifests);
    const [first] = images;
    if (first === undefined) throw new Error('nothing is to be published');
    return {
      image: images.length === 1 ? first : await joined(images, repository),
      parts: images.length === 1 ? [] : images,
      made: madeFrom([...holders.values()]),
    };
  },
  tell: ({ image, parts, made }, { inputs: { from } }) => [
    ...('tag' in from.images ? [info(`${from.images.tag} points to ${image.digest}.`)] : []),
    ...(parts.length === 0
      ? []
      : [
          info(
            `Joins ${parts.map(({ digest }) => shortDigest(digest)).join(', ')} to the index ${image.digest}.`,
          ),
        ]),
    info(`Made from ${made.commit ?? `an unknown commit: ${made.why}`}.`),
  ],
};

/**
 * The registry returns no manifest of an archived image, as if it did not exist, so missing ones are looked for in
 * the archive.
 */
async function imagesOf(
  { images }: From,
  { repository }: Target,
  { ports }: Run,
): Promise<readonly StoredManifest[]> {
  if ('tag' in images) {
    const { tag } = images;
    const read = async () => (await repository.tags.read([tag])).get(tag);
    const image = (await read()) ?? (await restoreArchived(repository, [{ tag }], ports).then(read));
    if (image === undefined) throw notFound(`no tag ${tag}`, repository);
    return [image];
  }
  const { digests } = images;
  const there = await repository.manifests.read(digests);
  const away = digests.filter((digest) => !there.some((image) => image.digest === digest));
  if (away.length === 0) return inOrder(digests, there);
  const ids = away.map((digest): ImageId => ({ digest }));
  await restoreArchived(repository, ids, ports);
  const found = [...there, ...(await repository.manifests.read(away))];
  const missing = away.filter((digest) => !found.some((image) => image.digest === digest));
  if (missing.length > 0) throw notFound(missing.join(' and no '), repository);
  return inOrder(digests, found);
}

function inOrder(digests: readonly Digest[], images: readonly StoredManifest[]): readonly StoredManifest[] {
  const byDigest = new Map(images.map((image) => [image.digest, image]));
  return digests.flatMap((digest) => byDigest.get(digest) ?? []);
}

function notFound(what: string, { name, region, registryId }: OpenRepository): ShipError {
  return new ShipError({
    code: 'image-not-found',
    what: `The repository ${name} of account ${registryId} in ${region} has ${what.startsWith('no ') ? what : `no ${what}`}.`,
    next:
      'Correct the input from; an image that was built and never tagged is removed after a day. ' +
      `This lists what is there: aws ecr describe-images --region ${region} --registry-id ${registryId} --repository-name ${name}`,
  });
}

async function joined(
  images: readonly StoredManifest[],
  { manifests }: OpenRepository,
): Promise<StoredManifest> {
  try {
    return await joinImages(images, manifests);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new ShipError({
      code: 'invalid-input',
      what: `The images of the input from cannot be joined to an index: ${clause(error.message)}.`,
      next: 'Give one image for each platform, as the jobs with mode: build give them.',
    });
  }
}

/** Several images speak for a commit only if all name it. */
function madeFrom(holders: readonly Holder[]): MadeFrom {
  const all = holders.map(madeBy);
  const [first] = all;
  const [holder] = holders;
  if (first?.commit === undefined) {
    const why = holder?.revision.kind === 'unknown' ? holder.revision.why : 'its labels do not say it';
    return { commit: undefined, committedAt: undefined, why: `the image does not say its commit: ${why}` };
  }
  if (all.some(({ commit }) => commit !== first.commit)) {
    const why = `the images are of different commits: ${[...new Set(all.map(({ commit }) => commit?.slice(0, 12) ?? 'unknown'))].join(', ')}`;
    return { commit: undefined, committedAt: undefined, why };
  }
  return { commit: first.commit, committedAt: first.at, why: '' };
}
