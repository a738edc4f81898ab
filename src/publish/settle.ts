import type { ImageFacts, Log, Registry } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import type { NameResult, PublishedImage, Repository } from '../types/image.ts';
import type { PlannedName } from '../types/plan.ts';
import type { Ages } from './names-before.ts';
import { lostRace } from './taken.ts';

interface Tools {
  readonly log: Log;
  readonly registry: Registry;
}

/** What the registry says of names that were set: those that another run has taken since, and the error, if any. */
export interface Settled {
  readonly overtaken: readonly NameResult[];
  readonly failure: ShipError | undefined;
}

/**
 * Reads fixed names back where the registry lets them move, before any moving name is set. Two runs that set the same
 * ones at the same moment both find here who has the first of them, and that run has them all; the other one stops.
 * @param names in the order in which they were set
 */
export async function settleFixed(
  repository: Repository,
  image: PublishedImage,
  names: readonly PlannedName[],
  tools: Tools,
): Promise<Settled> {
  const missing = await namesElsewhere(repository, image, names, tools);
  const [first] = missing;
  if (first === undefined || first.name !== names[0]) return putAgain(repository, image, missing, tools);
  return {
    overtaken: missing.map(resultOf),
    failure: lostRace(first.name, repository, first.holder?.digest, image.digest),
  };
}

/**
 * Reads all names back. A moving name that another run set at the same moment belongs to the image that was pushed
 * later: its run sets it once more, the other one lets go.
 */
export async function settle(
  repository: Repository,
  image: PublishedImage,
  names: readonly PlannedName[],
  tools: Tools & { readonly ages: Ages },
): Promise<Settled> {
  const missing = await namesElsewhere(repository, image, names, tools);
  const lost = missing.find(({ name, holder }) => name.kind === 'fixed' && holder !== undefined);
  if (lost !== undefined) {
    return {
      overtaken: missing.map(resultOf),
      failure: lostRace(lost.name, repository, lost.holder?.digest, image.digest),
    };
  }
  const overtaken: Elsewhere[] = [];
  for (const found of missing) {
    const why = await whyOvertaken(repository, image, found, tools);
    if (why === undefined) continue;
    overtaken.push(found);
    tools.log.warning(
      `${found.name.tag} names ${found.holder?.digest ?? 'another image'}, which ${why}; it stays so.`,
    );
  }
  const { failure } = await putAgain(
    repository,
    image,
    missing.filter((found) => !overtaken.includes(found)),
    tools,
  );
  return { overtaken: overtaken.map(resultOf), failure };
}

async function putAgain(
  repository: Repository,
  image: PublishedImage,
  missing: readonly Elsewhere[],
  tools: Tools,
): Promise<Settled> {
  if (missing.length === 0) return { overtaken: [], failure: undefined };
  for (const { name } of missing) {
    tools.log.info(`${name.tag} was moved away by another run at the same moment; it is set again`);
    await tools.registry.putManifest(repository, name.tag, image.manifest);
  }
  const names = missing.map(({ name }) => name);
  const lost = await namesElsewhere(repository, image, names, tools);
  return { overtaken: [], failure: lost.length === 0 ? undefined : notShown(lost, image) };
}

/** A name that the image does not have, with the image that has it. */
interface Elsewhere {
  readonly name: PlannedName;
  readonly holder: ImageFacts | undefined;
}

async function namesElsewhere(
  repository: Repository,
  image: PublishedImage,
  names: readonly PlannedName[],
  { registry }: Tools,
): Promise<Elsewhere[]> {
  const [now] = await registry.describeImages(repository.name, [{ digest: image.digest }]);
  const missing = names.filter((name) => now?.tags.includes(name.tag) !== true);
  return Promise.all(
    missing.map(async (name) => {
      const [holder] = await registry.describeImages(repository.name, [{ tag: name.tag }]);
      return { name, holder: holder?.digest === image.digest ? undefined : holder };
    }),
  );
}

/** Why a name stays with the other image: that of the newer commit has it, or else the one that was pushed later. */
async function whyOvertaken(
  repository: Repository,
  image: PublishedImage,
  { name, holder }: Elsewhere,
  { registry, ages }: Tools & { readonly ages: Ages },
): Promise<string | undefined> {
  if (holder === undefined) return undefined;
  const [manifest] =
    ages.ifOlder === 'move' ? [] : await registry.readManifests(repository.name, [holder.digest]);
  const age = manifest === undefined ? undefined : await ages.of(name, manifest);
  if (age?.kind === 'older') return 'another run has set and which is of a newer commit';
  if (age?.kind === 'newer') return undefined;
  // The same commit, or nothing tells: then all runs go by one order.
  return isLater(holder, image) ? 'another run pushed after this one' : undefined;
}

/** One order for all runs: by the time at which the registry got the image, and where that is the same by digest. */
function isLater(other: Pick<ImageFacts, 'digest' | 'pushedAt'>, mine: PublishedImage): boolean {
  return other.pushedAt === mine.pushedAt ? other.digest > mine.digest : other.pushedAt > mine.pushedAt;
}

function resultOf({ name, holder }: Elsewhere): NameResult {
  const { tag, kind } = name;
  return {
    tag,
    kind,
    outcome: 'overtaken',
    detail: `another run set it to ${holder?.digest ?? 'another image'}`,
  };
}

function notShown(lost: readonly Elsewhere[], image: PublishedImage): ShipError {
  const tags = lost.map(({ name }) => name.tag).join(', ');
  return new ShipError({
    code: 'naming-failed',
    what: `The registry accepted ${tags}, but does not show it on ${image.digest}.`,
    next: 'Another run may have moved the tag at the same moment; look at what else pushes to this repository.',
  });
}
