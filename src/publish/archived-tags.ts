import type { ImageFacts, Opening, OpenRepository, Ports } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Tag } from '../types/names.ts';
import type { Plan, PlannedTag } from '../types/plan.ts';
import { eachAtOnce } from './at-once.ts';
import { boundTags } from './decide.ts';
import { restoreArchived } from './restore.ts';
import { decideTags, type Decided, type TaggedRepository } from './tags-before.ts';

/** What becomes of each tag, and which tags point to archived images that did not need to be restored. */
interface DecidedBeyondArchive extends Decided {
  readonly archived: ReadonlyMap<Tag, Digest>;
}

/** A repository, and its tags that point to what the image is compared with. */
interface ComparedRepository extends TaggedRepository {
  readonly compared?: readonly Tag[];
  /** What was seen of some tags when `tagged` was read. */
  readonly looked?: Looked;
}

/** The images of tags, including archived ones; undefined if the tag does not exist. */
export type Looked = ReadonlyMap<Tag, ImageFacts | undefined>;

type Tools = Pick<Ports, 'history' | 'github' | 'log' | 'clock'>;

/**
 * Decides as `decideTags` does, but also considers archived images, whose manifests the registry leaves out as if
 * their tags did not exist. A fixed tag that seems not to exist is looked up again at the same time; an archived
 * image is restored so that it can be reused.
 * Throws `tag-taken` if it may not be reused, `image-archived`, and what `decideTags` throws.
 */
export async function decideBeyondArchive(
  plan: Plan,
  place: ComparedRepository,
  tools: Tools,
  given?: Digest,
): Promise<DecidedBeyondArchive> {
  const { repository, tagged } = place;
  const [decided, archived] = await Promise.all([
    decideTags(plan, place, tools, given),
    archivedTags(plan, place),
  ]);
  const { ifExists } = plan.inputs;
  const bound = boundTags(
    plan.tags.filter(({ tag }) => archived.has(tag)),
    repository,
    ifExists,
  );
  if (bound.length === 0) return { ...decided, archived };
  if (given !== undefined || ifExists !== 'reuse') throw takenByArchived(bound, archived, repository);
  await restoreArchived(
    repository,
    bound.map(({ tag }) => ({ tag })),
    tools,
  );
  const back = await repository.tags.read(bound.map(({ tag }) => tag));
  const left = new Map([...archived].filter(([tag]) => !back.has(tag)));
  const again = { ...place, tagged: new Map([...tagged, ...back]) };
  return { ...(await decideTags(plan, again, tools, given)), archived: left };
}

/** A run may have some hundred tags, and ECR answers this many calls at once without slowing down. */
const looksAtOnce = 8;

/**
 * Looks up, beside other calls, tags that most likely do not exist, such as those of a new release, which saves a
 * call later. If there are more than a few, looks up none.
 */
export async function lookAhead(
  { archive, images }: Pick<Opening, 'archive' | 'images'>,
  tags: readonly Tag[],
): Promise<Looked> {
  if (archive === undefined || tags.length > looksAtOnce) return new Map();
  return new Map(
    await Promise.all(tags.map(async (tag) => [tag, (await images.describe([{ tag }]))[0]] as const)),
  );
}

/**
 * The relevant tags whose images are archived. Looks up those that seem not to exist, with one request each: usually
 * the fixed tags, and for a comment those of the branch with which it compares.
 */
export async function archivedTags(
  { tags, inputs }: Pick<Plan, 'tags' | 'inputs'>,
  { repository, tagged, compared = [], looked = new Map() }: ComparedRepository,
): Promise<ReadonlyMap<Tag, Digest>> {
  if (repository.archive === undefined) return new Map();
  const isCompared = inputs.policy.onlyNew || inputs.maxGrowth !== undefined;
  const mattering = isCompared ? tags : boundTags(tags, repository, inputs.ifExists);
  const absent = [...new Set([...mattering.map(({ tag }) => tag), ...compared])].filter(
    (tag) => !tagged.has(tag),
  );
  const found = await eachAtOnce(looksAtOnce, absent, async (tag) => {
    const image = looked.has(tag) ? looked.get(tag) : (await repository.images.describe([{ tag }]))[0];
    return image?.archive === undefined ? [] : [[tag, image.digest] as const];
  });
  return new Map(found.flat());
}

function takenByArchived(
  tags: readonly PlannedTag[],
  archived: ReadonlyMap<Tag, Digest>,
  { name }: OpenRepository,
): ShipError {
  const each = tags.map(({ tag }) => `${tag} already points to ${archived.get(tag) ?? 'an image'}`);
  return new ShipError({
    code: 'tag-taken',
    what: `Nothing was tagged: in ${name} ${each.join('; ')}, which is archived.`,
    next: 'Give this image another version; if-exists: reuse restores the archived image, and goes on with it if it was made from the same.',
  });
}
