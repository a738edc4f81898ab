import type { Clock, Log, Registry } from '../ports.ts';
import type { NameDecision } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { NameResult, PublishedImage, Repository } from '../types/image.ts';
import type { IfExists } from '../types/inputs.ts';
import type { PlannedName } from '../types/plan.ts';
import { mayMove } from './mutability.ts';
import { eachAtOnce, startPace } from './pace.ts';
import { settle, settleFixed, type Settled } from './settle.ts';
import { lostRace } from './taken.ts';

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
 * others are set. Fixed names are set one after the other, in the same order by every run: of two runs that want the
 * same ones, the run that loses one stops before it takes another. What the registry then says is read back.
 */
export async function nameImage(
  repository: Repository,
  image: PublishedImage,
  decisions: readonly NameDecision[],
  ifExists: IfExists,
  tools: Tools,
): Promise<Naming> {
  return tools.log.group('Name', () => setNames(repository, image, decisions, ifExists, tools));
}

async function setNames(
  repository: Repository,
  image: PublishedImage,
  decisions: readonly NameDecision[],
  ifExists: IfExists,
  tools: Tools,
): Promise<Naming> {
  const results = new Map<string, NameResult>();
  const wanted = decisions.filter(({ state }) => state !== 'same' && state !== 'kept-back');
  for (const decision of decisions.filter((candidate) => !wanted.includes(candidate)))
    results.set(decision.name.tag, withoutPut(decision, image, tools.log));

  const pace = startPace(putsPerSecond, tools.clock);
  let failure: ShipError | undefined;
  const attempt = async (work: () => Promise<ShipError | undefined>) => {
    failure ??= await work().catch(asShipError);
  };
  const setAll = async (some: readonly NameDecision[], atOnce: number) =>
    eachAtOnce(atOnce, some, async ({ name }) => {
      if (failure === undefined) await pace();
      // Another name may have failed while this one waited; one without a result was not tried.
      if (failure !== undefined) return;
      try {
        results.set(name.tag, await setName(repository, image, name, tools));
      } catch (error) {
        failure = asShipError(error);
        results.set(name.tag, { ...nameOf(name), outcome: 'failed', detail: failure.what });
      }
    });
  const settled = ({ overtaken, failure: found }: Settled) => {
    for (const result of overtaken) results.set(result.tag, result);
    return found;
  };

  const { fixed, moving, unguarded } = inOrder(wanted, repository);
  if (ifExists !== 'move' && unguarded.length > 0)
    await attempt(() => takenMeanwhile(repository, image, unguarded, tools));
  await setAll(fixed, 1);
  if (unguarded.length > 0 && moving.length > 0)
    await attempt(async () => settled(await settleFixed(repository, image, unguarded, tools)));
  await setAll(moving, putsAtOnce);
  const names = decisions.filter(({ state }) => state !== 'kept-back').map(({ name }) => name);
  await attempt(async () => settled(await settle(repository, image, names, tools)));
  return {
    results: decisions.map(
      ({ name }) => results.get(name.tag) ?? { ...nameOf(name), outcome: 'not-tried' as const },
    ),
    failure,
  };
}

/** A name that is there already is left alone: an immutable one could only be refused. */
function withoutPut({ name, higher }: NameDecision, image: PublishedImage, log: Log): NameResult {
  if (higher === undefined) {
    log.info(`${name.tag} already names ${image.digest}`);
    return { ...nameOf(name), outcome: 'unchanged' };
  }
  log.info(`${name.tag} stays where it is: ${higher} is a higher version`);
  return { ...nameOf(name), outcome: 'kept-back', detail: `${higher} is a higher version` };
}

/**
 * A repository whose tags may move does not refuse to give away a name that another run has set since the decision.
 * So those that should not move are looked at once more. Gives `tag-taken`.
 */
async function takenMeanwhile(
  repository: Repository,
  image: PublishedImage,
  unguarded: readonly PlannedName[],
  { registry }: Tools,
): Promise<ShipError | undefined> {
  const now = await registry.readTagged(
    repository.name,
    unguarded.map(({ tag }) => tag),
  );
  const lost = unguarded.find(({ tag }) => {
    const digest = now.get(tag)?.digest;
    return digest !== undefined && digest !== image.digest;
  });
  return lost && lostRace(lost, repository, now.get(lost.tag)?.digest, image.digest);
}

/** Fixed names, those that can never move first; among them those that nothing guards; then those that are meant to move. */
function inOrder(
  names: readonly NameDecision[],
  { mutability }: Repository,
): {
  readonly fixed: readonly NameDecision[];
  readonly unguarded: readonly PlannedName[];
  readonly moving: readonly NameDecision[];
} {
  const fixed = names.filter(({ name }) => name.kind === 'fixed');
  const unguarded = fixed.filter(({ name }) => mayMove(name.tag, mutability));
  return {
    fixed: [...fixed.filter((name) => !unguarded.includes(name)), ...unguarded],
    unguarded: unguarded.map(({ name }) => name),
    moving: names.filter(({ name }) => name.kind === 'moving'),
  };
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
    return { ...nameOf(name), outcome: 'set' };
  }
  const [holder] = await registry.describeImages(repository.name, [{ tag: name.tag }]);
  if (holder?.digest !== image.digest) throw lostRace(name, repository, holder?.digest, image.digest);
  log.info(`${name.tag} already names ${image.digest}`);
  return { ...nameOf(name), outcome: 'unchanged' };
}

function nameOf({ tag, kind }: PlannedName): Pick<NameResult, 'tag' | 'kind'> {
  return { tag, kind };
}

function wrongDigest(name: PlannedName, got: Digest, wanted: Digest): ShipError {
  return new ShipError({
    code: 'naming-failed',
    what: `The registry says that ${name.tag} is ${got} and not ${wanted}, although it was given the same bytes.`,
    next: 'Look for a proxy between the runner and the registry that changes manifests.',
  });
}
