import type { Clock, Log, Registry } from '../ports.ts';
import type { NameDecision } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { NameResult, PublishedImage, Repository } from '../types/image.ts';
import type { IfExists } from '../types/inputs.ts';
import type { PlannedName } from '../types/plan.ts';
import { mayMove } from './mutability.ts';
import { eachAtOnce, startPace } from './pace.ts';
import { settle } from './settle.ts';
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

  let failure =
    ifExists === 'move'
      ? undefined
      : await takenMeanwhile(repository, image, wanted, tools).catch(asShipError);
  const pace = startPace(putsPerSecond, tools.clock);
  for (const wave of waves(wanted, repository)) {
    await eachAtOnce(putsAtOnce, wave, async ({ name }) => {
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
  }
  if (failure === undefined) {
    const names = decisions.filter(({ state }) => state !== 'kept-back').map(({ name }) => name);
    const settled = await settle(repository, image, names, tools).catch(asShipError);
    if (settled instanceof ShipError) failure = settled;
    else {
      for (const [tag, result] of settled.overtaken) results.set(tag, result);
      failure = settled.failure;
    }
  }
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
 * So those that should not move are looked at once more. Throws `tag-taken`.
 */
async function takenMeanwhile(
  repository: Repository,
  image: PublishedImage,
  wanted: readonly NameDecision[],
  { registry }: Tools,
): Promise<ShipError | undefined> {
  const unguarded = wanted.filter(
    ({ name }) => name.kind === 'fixed' && mayMove(name.tag, repository.mutability),
  );
  if (unguarded.length === 0) return undefined;
  const now = await registry.readTagged(
    repository.name,
    unguarded.map(({ name }) => name.tag),
  );
  const lost = unguarded.find(({ name }) => {
    const digest = now.get(name.tag)?.digest;
    return digest !== undefined && digest !== image.digest;
  });
  return lost && lostRace(lost.name, repository, now.get(lost.name.tag)?.digest, image.digest);
}

/** Fixed names one by one, those that can never move first, in one order for all runs; then those that move, at once. */
function waves(names: readonly NameDecision[], repository: Repository): NameDecision[][] {
  const rank = ({ name }: NameDecision) => (mayMove(name.tag, repository.mutability) ? 1 : 0);
  const fixed = names
    .filter(({ name }) => name.kind === 'fixed')
    .sort((a, b) => rank(a) - rank(b) || (a.name.tag < b.name.tag ? -1 : 1));
  const moving = names.filter(({ name }) => name.kind === 'moving');
  return [...fixed.map((name) => [name]), ...(moving.length === 0 ? [] : [moving])];
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
