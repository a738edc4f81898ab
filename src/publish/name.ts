import type { Clock, Log, Registry } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { NameResult, PublishedImage, Repository } from '../types/image.ts';
import type { PlannedName } from '../types/plan.ts';
import { mayMove } from './mutability.ts';

interface Tools {
  readonly clock: Clock;
  readonly log: Log;
  readonly registry: Registry;
}

/** How naming went, name by name, and the error if it did not go through. */
export interface Naming {
  readonly results: readonly NameResult[];
  readonly failure: ShipError | undefined;
}

/** ECR takes 10 PutImage a second and region; what meets its limit all the same is tried again. Source: ECR service quotas. */
const putsPerSecond = 10;
const putsAtOnce = 4;

/**
 * Gives an image its names: one manifest PUT each, those that can never move first, moving ones only when all the
 * others are set. Reads back what the registry then says. A name that is there already and is the same image is fine.
 */
export async function nameImage(
  repository: Repository,
  image: PublishedImage,
  names: readonly PlannedName[],
  tools: Tools,
): Promise<Naming> {
  return tools.log.group('Name', () => setNames(repository, image, names, tools));
}

async function setNames(
  repository: Repository,
  image: PublishedImage,
  names: readonly PlannedName[],
  tools: Tools,
): Promise<Naming> {
  const results = new Map<string, NameResult>();
  let failure: ShipError | undefined;
  const pace = startPace(tools.clock);
  for (const wave of waves(names, repository)) {
    await eachAtOnce(putsAtOnce, wave, async (name) => {
      if (failure === undefined) await pace();
      // Another name may have failed while this one waited; one without a result was not tried.
      if (failure !== undefined) return;
      try {
        results.set(name.tag, await setName(repository, image, name, tools));
      } catch (error) {
        failure = asShipError(error);
        results.set(name.tag, { ...name, outcome: 'failed', detail: failure.what });
      }
    });
  }
  failure ??= await readBack(repository, image.digest, names, tools).catch(asShipError);
  return {
    results: names.map((name) => results.get(name.tag) ?? { ...name, outcome: 'not-tried' }),
    failure,
  };
}

/** Names that can never move, then names that should not, then names that are meant to. */
function waves(names: readonly PlannedName[], repository: Repository): PlannedName[][] {
  const rank = (name: PlannedName) =>
    name.kind === 'moving' ? 2 : mayMove(name.tag, repository.mutability) ? 1 : 0;
  return [0, 1, 2]
    .map((wanted) => names.filter((name) => rank(name) === wanted))
    .filter((wave) => wave.length > 0);
}

async function setName(
  repository: Repository,
  image: PublishedImage,
  name: PlannedName,
  { log, registry }: Tools,
): Promise<NameResult> {
  const put = await registry.putManifest(repository, name.tag, image.manifest);
  if (put.kind === 'set') {
    if (put.digest !== image.digest) throw wrongDigest(name, put.digest, image.digest);
    log.info(`${name.tag} now names ${image.digest}`);
    return { ...name, outcome: 'set' };
  }
  const [holder] = await registry.describeImages(repository.name, [{ tag: name.tag }]);
  if (holder?.digest === image.digest) {
    log.info(`${name.tag} already names ${image.digest}`);
    return { ...name, outcome: 'unchanged' };
  }
  throw new ShipError({
    code: 'tag-taken',
    what: `The tag ${name.tag} already names ${holder?.digest ?? 'another image'}, and the repository ${repository.name} does not let it move.`,
    next: 'Use another tag for this image, or exclude this one from the immutability of the repository.',
  });
}

/** What the registry says the names are now; the error if one of them is something else. */
async function readBack(
  repository: Repository,
  digest: Digest,
  names: readonly PlannedName[],
  { registry }: Tools,
): Promise<ShipError | undefined> {
  const images = await registry.describeImages(repository.name, [{ digest }]);
  const tags = new Set(images.flatMap((image) => image.tags));
  const missing = names.filter((name) => !tags.has(name.tag));
  if (missing.length === 0) return undefined;
  return new ShipError({
    code: 'naming-failed',
    what: `The registry accepted ${missing.map((name) => name.tag).join(', ')}, but does not show it on ${digest}.`,
    next: 'Another run may have moved the tag at the same moment; look at what else pushes to this repository.',
  });
}

function wrongDigest(name: PlannedName, got: Digest, wanted: Digest): ShipError {
  return new ShipError({
    code: 'naming-failed',
    what: `The registry says that ${name.tag} is ${got} and not ${wanted}, although it was given the same bytes.`,
    next: 'Look for a proxy between the runner and the registry that changes manifests.',
  });
}

/** Lets through at most `putsPerSecond` callers in any second, also after a time in which few came. */
function startPace(clock: Clock): () => Promise<void> {
  const starts: number[] = [];
  return async () => {
    const now = clock.now();
    const start = Math.max(now, (starts.at(-putsPerSecond) ?? Number.NEGATIVE_INFINITY) + 1000);
    starts.push(start);
    if (start > now) await clock.sleep(start - now);
  };
}

async function eachAtOnce<T>(
  limit: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}
