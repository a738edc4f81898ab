import type { Clock, Log, Registry } from '../ports.ts';
import type { NameDecision } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { NameResult, PublishedImage, Repository } from '../types/image.ts';
import type { IfExists } from '../types/inputs.ts';
import type { PlannedName } from '../types/plan.ts';
import { mayMove } from './mutability.ts';
import { olderCommit, type Ages } from './names-before.ts';
import { eachAtOnce, startPace } from './pace.ts';
import { readBack } from './read-back.ts';
import { settle, settleFixed, type Settled } from './settle.ts';
import { lostRace } from './taken.ts';

interface Tools {
  readonly clock: Clock;
  readonly log: Log;
  readonly registry: Registry;
}

/** What holds while names are set. */
export interface NamingRules {
  readonly ifExists: IfExists;
  readonly ages: Ages;
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
  rules: NamingRules,
  tools: Tools,
): Promise<Naming> {
  return tools.log.group('Name', async () => {
    const naming = await setNames(repository, image, decisions, rules, tools);
    return readBack(naming, repository, image, tools);
  });
}

async function setNames(
  repository: Repository,
  image: PublishedImage,
  decisions: readonly NameDecision[],
  { ifExists, ages }: NamingRules,
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

  const { fixed, moving, unguarded: loose } = inOrder(wanted, repository);
  const unguarded = loose.map(({ name }) => name);
  if (ifExists !== 'move' && loose.length > 0)
    await attempt(() => takenMeanwhile(repository, image, loose, tools));
  await setAll(fixed, 1);
  if (unguarded.length > 0 && moving.length > 0)
    await attempt(async () => settled(await settleFixed(repository, image, unguarded, tools)));
  const late =
    failure === undefined ? await movedMeanwhile(repository, image, moving, { ...tools, ages }) : undefined;
  for (const result of late?.kept ?? []) results.set(result.tag, result);
  failure ??= late?.failure;
  const current = moving.filter(({ name }) => !results.has(name.tag));
  await setAll(current, putsAtOnce);
  const isKept = ({ state, name }: NameDecision) =>
    state === 'kept-back' || results.get(name.tag)?.outcome === 'kept-back';
  const names = decisions.filter((decision) => !isKept(decision)).map(({ name }) => name);
  await attempt(async () => settled(await settle(repository, image, names, { ...tools, ages })));
  return {
    results: decisions.map(
      ({ name }) => results.get(name.tag) ?? { ...nameOf(name), outcome: 'not-tried' as const },
    ),
    failure,
  };
}

/** A name that is there already is left alone: an immutable one could only be refused. */
function withoutPut({ name, because }: NameDecision, image: PublishedImage, log: Log): NameResult {
  if (because === undefined) {
    log.info(`${name.tag} already names ${image.digest}`);
    return { ...nameOf(name), outcome: 'unchanged' };
  }
  log.info(`${name.tag} stays where it is: ${because}`);
  return { ...nameOf(name), outcome: 'kept-back', detail: because };
}

/**
 * A repository whose tags may move does not refuse to give away a name that another run has set since the decision.
 * So those that should not move are looked at once more. Gives `tag-taken`.
 */
async function takenMeanwhile(
  repository: Repository,
  image: PublishedImage,
  unguarded: readonly NameDecision[],
  { registry }: Tools,
): Promise<ShipError | undefined> {
  const now = await registry.readTagged(
    repository.name,
    unguarded.map(({ name }) => name.tag),
  );
  const lost = unguarded.find(({ name, holder }) => {
    const digest = now.get(name.tag)?.digest;
    return digest !== undefined && digest !== image.digest && digest !== holder;
  });
  return lost && lostRace(lost.name, repository, now.get(lost.name.tag)?.digest, image.digest);
}

interface Late {
  readonly kept: readonly NameResult[];
  readonly failure: ShipError | undefined;
}

/** Moving names that another run has moved since the decision, maybe to a newer commit: looked at once more. */
async function movedMeanwhile(
  repository: Repository,
  image: PublishedImage,
  moving: readonly NameDecision[],
  { registry, ages, log }: Tools & { readonly ages: Ages },
): Promise<Late> {
  if (moving.length === 0 || ages.ifOlder === 'move') return { kept: [], failure: undefined };
  const kept: NameResult[] = [];
  try {
    const now = await registry.readTagged(
      repository.name,
      moving.map(({ name }) => name.tag),
    );
    for (const { name, holder } of moving) {
      const other = now.get(name.tag);
      if (other === undefined || other.digest === holder || other.digest === image.digest) continue;
      const age = await ages.of(name, other);
      if (age.kind !== 'older') continue;
      if (ages.ifOlder === 'fail') return { kept, failure: olderCommit(name, other.digest, age) };
      log.info(`${name.tag} stays where another run has set it meanwhile: ${age.why}`);
      kept.push({ ...nameOf(name), outcome: 'kept-back', detail: age.why });
    }
    return { kept, failure: undefined };
  } catch (error) {
    return { kept, failure: asShipError(error) };
  }
}

/** Fixed names, those that can never move first; among them those that nothing guards; then those that are meant to move. */
function inOrder(
  names: readonly NameDecision[],
  { mutability }: Repository,
): {
  readonly fixed: readonly NameDecision[];
  readonly unguarded: readonly NameDecision[];
  readonly moving: readonly NameDecision[];
} {
  const fixed = names.filter(({ name }) => name.kind === 'fixed');
  const unguarded = fixed.filter(({ name }) => mayMove(name.tag, mutability));
  return {
    fixed: [...fixed.filter((name) => !unguarded.includes(name)), ...unguarded],
    unguarded,
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
