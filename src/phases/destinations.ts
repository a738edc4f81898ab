import type { CopyOrder } from '../publish/copy-image.ts';
import { tagImage, type TagOrder } from '../publish/tag-image.ts';
import { decideBeyondArchive } from '../publish/archived-tags.ts';
import type { Decided } from '../publish/tags-before.ts';
import type { Log, OpenRepository } from '../ports.ts';
import { decisionLines } from '../report/plan-lines.ts';
import type { LookBack, Phase, Run } from '../run.ts';
import type { DestinationResult } from '../types/destination.ts';
import type { Digest } from '../types/digest.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { TagResult } from '../types/image.ts';
import type { DestinationPlace } from '../types/inputs.ts';
import type { Tag } from '../types/names.ts';
import { info } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import { requireAccount } from './account.ts';
import { takeLogin } from './docker-login.ts';
import { missingFrom } from './missing-repository.ts';
import { tagsToRead } from './opening.ts';
import { copying } from './scan-repository.ts';
import type { Verified } from './scanning.ts';
import { dropCandidateTags, lookAtTags } from './tagging.ts';

/** A further repository that gets the image, and what becomes of each tag there. */
export interface Destination {
  readonly place: DestinationPlace;
  readonly repository: OpenRepository;
  readonly decided: Decided;
}

/** What the destinations are to get. */
interface Aim {
  readonly plan: Plan;
  /** The URI of the repository itself. */
  readonly own: string;
  /** The image, if it is known before anything is built. */
  readonly digest: Digest | undefined;
}

/**
 * Opens every further repository before anything is built, and decides what becomes of each tag there. A tag that is
 * taken in one of them ends the run, as in the repository itself. Errors name the destination.
 */
export const openingDestinations: Phase<Aim, readonly Destination[]> = {
  name: 'login',
  async run({ plan, own, digest }, run) {
    const { destinations } = plan.inputs;
    run.keep(
      'destinations',
      destinations.map(({ uri }) => ({ uri, state: 'not-reached', tags: [] })),
    );
    const opened = await Promise.all(
      destinations.map((place) => at(place, run, () => open(place, { plan, digest }, run))),
    );
    requireOthers(own, opened);
    return opened;
  },
  tell: (opened) =>
    opened.flatMap(({ repository, decided }) => [
      info(`Destination ${repository.uri}:`),
      ...decisionLines(decided.decision).map(info),
    ]),
};

/** Throws `invalid-input` if a destination is the repository itself, or is listed twice. */
function requireOthers(own: string, opened: readonly Destination[]): void {
  const seen = new Set([own]);
  for (const { place, repository } of opened) {
    if (seen.has(repository.uri))
      throw new ShipError({
        code: 'invalid-input',
        what:
          repository.uri === own
            ? `Input destinations names ${place.uri}, which is the repository of this run itself.`
            : `Input destinations names ${place.uri} twice.`,
        next: 'Leave that line out: a destination is a further repository, and each is named once.',
      });
    seen.add(repository.uri);
  }
}

async function open(
  place: DestinationPlace,
  { plan, digest }: Omit<Aim, 'own'>,
  run: Run,
): Promise<Destination> {
  const registry = await run.ports.connect(place.target);
  await requireAccount(registry, plan.inputs.allowedAccountIds);
  const door = registry.open(place.name);
  const [repository, tagged] = await Promise.all([
    door.opened(),
    door.tags.read(tagsToRead(plan)),
    takeLogin(registry, run),
  ]);
  // A destination gets the image of the repository itself, so reuse-paths does not apply there.
  const further = { ...plan, inputs: { ...plan.inputs, reusePaths: [] } };
  const tools = { ...run.ports, log: logOf(place, run.ports.log) };
  const decided = await decideBeyondArchive(further, { repository, tagged, isFurther: true }, tools, digest);
  return { place, repository, decided };
}

/**
 * Prefixes notices with the destination, so that they are not taken for those about the same tag in the repository
 * itself.
 */
function logOf({ uri }: DestinationPlace, log: Log): Log {
  return { ...log, notice: (text) => log.notice(`Destination ${uri}: ${text}`) };
}

/** Copies an image that has passed to every destination, by digest. No tag is set before all of them have it. */
export async function copyToDestinations(
  { target, image }: Verified,
  destinations: readonly Destination[],
  run: Run,
): Promise<void> {
  // One after the other: a copy already uses four streams, and the runner's line is the limit.
  for (const { place, repository } of destinations) {
    await at(place, run, async () => {
      const order = { source: target.repository, destination: repository, digest: image.digest };
      await run.do(copying, order).catch(async (error: unknown) => {
        if (await holds(order, run)) note(run, place, { state: 'copied' });
        throw error;
      });
    });
    note(run, place, { state: 'copied' });
  }
}

/** Checking what a failed copy has done must not delay its error for longer. In milliseconds. */
const lookingBackMs = 10_000;

/** Whether a destination has an image although the copy failed: the answer to a successful request may be lost. */
function holds({ destination, digest }: CopyOrder, { ports }: Run): Promise<boolean> {
  const look = destination.manifests.read([digest]).then(
    (found) => found.length > 0,
    () => false,
  );
  return Promise.race([look, ports.clock.sleep(lookingBackMs).then(() => false)]);
}

interface Order extends Verified {
  readonly decided: Decided;
  readonly destinations: readonly Destination[];
}

/** One of several repositories, and how the results of its tags are recorded. */
interface Recipient {
  readonly repository: OpenRepository;
  readonly decided: Decided;
  readonly keep: (results: readonly TagResult[]) => void;
  readonly fail: (error: ShipError) => ShipError;
  readonly onAnchored: TagOrder['onAnchored'];
}

/**
 * Tags the image everywhere: first the fixed tags in every repository, and only when all of those are set, the moving
 * ones. The first failure ends it; the report has the tags that were set by then.
 */
export const taggingEverywhere: Phase<Order, void> = {
  name: 'tag',
  title: 'Tags',
  async run({ plan, target, image, decided, destinations }, run) {
    const recipients: readonly Recipient[] = [
      {
        repository: target.repository,
        decided,
        keep: (results) => run.keep('tags', results),
        fail: (error) => error,
        onAnchored: () => dropCandidateTags(run, target.repository),
      },
      ...destinations.map(({ place, repository, decided: theirs }) => ({
        repository,
        decided: theirs,
        keep: (results: readonly TagResult[]) => {
          note(run, place, tagged(results));
        },
        fail: (error: ShipError) => named(place, error),
        onAnchored: () => Promise.resolve(),
      })),
    ];
    const done = new Map<Recipient, readonly TagResult[]>();
    for (const recipient of recipients) {
      done.set(
        recipient,
        recipient.decided.decision.tags.map(({ planned: { tag, kind } }) => ({
          tag,
          kind,
          outcome: 'not-tried',
        })),
      );
      recipient.keep(done.get(recipient) ?? []);
    }
    for (const kind of ['fixed', 'moving'] as const)
      for (const recipient of recipients) {
        const decisions = recipient.decided.decision.tags.filter(({ planned }) => planned.kind === kind);
        if (decisions.length === 0) continue;
        run.tell([info(`${recipient.repository.uri}:`)]);
        const { results, failure } = await tagImage({
          ...recipient,
          image,
          decisions,
          ifExists: plan.inputs.ifExists,
          ages: recipient.decided.ages,
          clock: run.ports.clock,
          log: run.ports.log,
        });
        const known = (done.get(recipient) ?? []).map(
          (one) => results.find(({ tag }) => tag === one.tag) ?? one,
        );
        done.set(recipient, known);
        recipient.keep(known);
        if (failure !== undefined) throw recipient.fail(failure);
      }
    await dropCandidateTags(run, target.repository);
  },
};

/** After a run was cut off: records what it had done in the repository and every destination. */
export const lookEverywhere: LookBack = async (run, ports) => {
  await Promise.allSettled([lookAtTags(run, ports), lookAtDestinations(run, ports)]);
};

const lookAtDestinations: LookBack = async (run, ports) => {
  const [image, results = [], inputs] = [run.found('image'), run.found('destinations'), run.found('inputs')];
  if (image === undefined || inputs === undefined) return;
  const planned = (run.found('tags') ?? []).map(({ tag }) => tag);
  const look = async (result: DestinationResult): Promise<DestinationResult> => {
    const place = inputs.destinations.find(({ uri }) => uri === result.uri);
    if (place === undefined) return result;
    const { images } = (await ports.connect(place.target)).open(place.name);
    const [now] = await images.describe([{ digest: image.digest }]);
    return now === undefined ? result : { ...result, ...shown(planned, now.tags, result) };
  };
  // A destination that does not answer keeps its last known state.
  const seen = await Promise.all(results.map((result) => look(result).catch(() => result)));
  run.keep('destinations', seen);
};

/** Which of the planned tags a destination that has the image shows. */
function shown(
  planned: readonly Tag[],
  tags: readonly string[],
  { state }: DestinationResult,
): Pick<DestinationResult, 'state' | 'tags'> {
  const set = planned.filter((tag) => tags.includes(tag));
  if (set.length === 0) return { state: 'copied', tags: set };
  return {
    state: state === 'tagged' || set.length === planned.length ? 'tagged' : 'partly-tagged',
    tags: set,
  };
}

function tagged(results: readonly TagResult[]): Partial<DestinationResult> {
  const set = results.filter(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
  const isWhole = results.every(
    ({ outcome }) => outcome === 'set' || outcome === 'unchanged' || outcome === 'kept-back',
  );
  return {
    state: set.length === 0 ? 'copied' : isWhole ? 'tagged' : 'partly-tagged',
    tags: set.map(({ tag }) => tag),
  };
}

/** Runs some work for a destination; its errors name the destination. */
async function at<T>(place: DestinationPlace, run: Run, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const error = asShipError(missingFrom('destinations', thrown));
    note(run, place, { error: error.what });
    throw named(place, error);
  }
}

function note(run: Run, { uri }: DestinationPlace, now: Partial<DestinationResult>): void {
  const before = run.found('destinations') ?? [];
  run.keep(
    'destinations',
    before.map((one) => (one.uri === uri ? { ...one, ...now } : one)),
  );
}

function named({ uri }: DestinationPlace, error: ShipError): ShipError {
  if (error.what.includes(uri)) return error;
  return new ShipError({
    code: error.code,
    what: `Destination ${uri}: ${error.what}`,
    next: error.next,
    ...(error.details !== undefined && { details: error.details }),
    cause: error,
  });
}
