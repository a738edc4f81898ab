import type { ImageFacts, Log, Registry } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import type { NameResult, PublishedImage, Repository } from '../types/image.ts';
import type { PlannedName } from '../types/plan.ts';
import { lostRace } from './taken.ts';

interface Tools {
  readonly log: Log;
  readonly registry: Registry;
}

/** What the registry says when the names are set: those that another run has taken since, and the error, if any. */
export interface Settled {
  readonly overtaken: ReadonlyMap<string, NameResult>;
  readonly failure: ShipError | undefined;
}

/**
 * Reads the names back. Where another run sets the same names at the same moment, both runs find that some are not
 * theirs; then the image that was pushed later has them all: its run sets them once more, the other one lets go.
 */
export async function settle(
  repository: Repository,
  image: PublishedImage,
  names: readonly PlannedName[],
  tools: Tools,
): Promise<Settled> {
  const missing = await namesElsewhere(repository, image, names, tools);
  const overtaken = missing.filter(({ holder }) => holder !== undefined && isLater(holder, image));
  const mine = missing.filter((found) => !overtaken.includes(found)).map(({ name }) => name);
  for (const name of mine) {
    tools.log.info(`${name.tag} was moved away by another run at the same moment; it is set again`);
    await tools.registry.putManifest(repository, name.tag, image.manifest);
  }
  const lost = mine.length === 0 ? [] : await namesElsewhere(repository, image, mine, tools);
  return {
    overtaken: new Map(overtaken.map(({ name, holder }) => [name.tag, resultOf(name, holder)])),
    failure: lost.length > 0 ? notShown(lost, image) : failureOf(overtaken, repository, image, tools.log),
  };
}

interface Elsewhere {
  readonly name: PlannedName;
  readonly holder: ImageFacts | undefined;
}

/** The names that the image does not have, each with the image that has it. */
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

/** One order for all runs: by the time at which the registry got the image, and where that is the same by digest. */
function isLater(other: Pick<ImageFacts, 'digest' | 'pushedAt'>, mine: PublishedImage): boolean {
  return other.pushedAt === mine.pushedAt ? other.digest > mine.digest : other.pushedAt > mine.pushedAt;
}

function resultOf({ tag, kind }: PlannedName, holder: ImageFacts | undefined): NameResult {
  return {
    tag,
    kind,
    outcome: 'overtaken',
    detail: `another run set it to ${holder?.digest ?? 'another image'}`,
  };
}

/** A name that moves may be overtaken by a later image; one that should not move has a loser. */
function failureOf(
  overtaken: readonly Elsewhere[],
  repository: Repository,
  image: PublishedImage,
  log: Log,
): ShipError | undefined {
  const fixed = overtaken.find(({ name }) => name.kind === 'fixed');
  if (fixed !== undefined) return lostRace(fixed.name, repository, fixed.holder?.digest, image.digest);
  for (const { name, holder } of overtaken) {
    log.warning(
      `${name.tag} names ${holder?.digest ?? 'another image'}, which another run pushed after this one; it stays so.`,
    );
  }
  return undefined;
}

function notShown(lost: readonly Elsewhere[], image: PublishedImage): ShipError {
  const tags = lost.map(({ name }) => name.tag).join(', ');
  return new ShipError({
    code: 'naming-failed',
    what: `The registry accepted ${tags}, but does not show it on ${image.digest}.`,
    next: 'Another run may have moved the tag at the same moment; look at what else pushes to this repository.',
  });
}
