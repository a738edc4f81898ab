import type { Decided } from '../publish/tags-before.ts';
import { tagImage, unguardedTags, type TagsShown } from '../publish/tag-image.ts';
import { asShown } from '../publish/read-back.ts';
import type { LookBack, Phase, Run } from '../run.ts';
import type { Repository } from '../types/image.ts';
import type { CandidateTag, Undo } from '../types/undo.ts';
import type { Verified } from './scanning.ts';

interface Tagged extends Verified {
  readonly decided: Decided;
  readonly shown?: TagsShown | undefined;
}

/**
 * Checks unguarded tags while the image is verified, if nothing delays the tags after that: this saves waiting for
 * one answer of the registry. Undefined if they have to be checked later.
 */
export function lookBeside(
  { plan, target }: Pick<Verified, 'plan' | 'target'>,
  { decision }: Decided,
): TagsShown | undefined {
  const { scan, ifExists, scanRepository, destinations } = plan.inputs;
  const tags = unguardedTags(decision.tags, target.repository);
  const isElsewhere = scanRepository !== undefined || destinations.length > 0;
  if (scan !== 'off' || isElsewhere || ifExists === 'move' || tags.length === 0) return undefined;
  const shown = target.repository.tags.read(tags);
  shown.catch(() => undefined);
  return shown;
}

/** Gives an image that has passed its tags, and removes the candidate's as soon as another tag is certain to stay. */
export const tagging: Phase<Tagged, void> = {
  name: 'tag',
  title: 'Tags',
  async run({ plan, target, image, decided, shown }, run) {
    run.keep(
      'tags',
      decided.decision.tags.map(({ planned: { tag, kind } }) => ({ tag, kind, outcome: 'not-tried' })),
    );
    const { results, failure } = await tagImage({
      repository: target.repository,
      image,
      decisions: decided.decision.tags,
      ifExists: plan.inputs.ifExists,
      ages: decided.ages,
      shown,
      onAnchored: () => dropCandidateTags(run, target.repository),
      clock: run.ports.clock,
      log: run.ports.log,
    });
    run.keep('tags', results);
    if (failure !== undefined) throw failure;
    // An image that is judged after its tags keeps its candidate there until then.
    notNeeded(run, target.repository);
  },
};

/** After a run was cut off while it set tags: records what the registry shows of them. */
export const lookAtTags: LookBack = async (run, ports) => {
  const [results, image, repository] = [run.found('tags'), run.found('image'), run.found('repository')];
  const target = run.found('inputs')?.target;
  if (results === undefined || image === undefined || repository === undefined || target === undefined)
    return;
  const { images } = (await ports.connect(target)).open(repository.name);
  const [now] = await images.describe([{ digest: image.digest }]);
  run.keep('tags', asShown(results, now?.tags ?? []));
};

/**
 * Removes the candidate's tags, because the image has its own tags now, or is where it gets them.
 * @param of the repository in which to remove them; undefined means everywhere
 */
export async function dropCandidateTags(run: Run, of?: RepositoryIdentity): Promise<void> {
  for (const undo of notNeeded(run, of)) await run.takeBack(undo);
}

/** Whether a candidate's tag is in a repository. In a promotion both repositories may have the same name. */
export function isIn(
  { repository, registryType, registryId, region }: CandidateTag,
  of: RepositoryIdentity,
): boolean {
  return (
    repository === of.name && registryType === of.type && registryId === of.registryId && region === of.region
  );
}

/** One of two repositories in which a run may have a candidate. */
type RepositoryIdentity = Pick<Repository, 'type' | 'name' | 'registryId' | 'region'>;

/** Marks candidate tags as not needed: they can then be removed without checking whether one is its image's last tag. */
function notNeeded(run: Run, of?: RepositoryIdentity): readonly Undo[] {
  return run.undo
    .left()
    .filter((undo): undo is CandidateTag => undo.kind === 'candidate-tag')
    .filter((undo) => of === undefined || isIn(undo, of))
    .map((undo) => run.undo.change(undo, { state: 'not-needed' }));
}
