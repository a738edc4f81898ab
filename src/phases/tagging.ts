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
 * Looks at the tags that nothing guards while the image is verified, where nothing is waited for between that and the
 * tags: one answer of the registry less to wait for. Undefined where the look is for later.
 */
export function lookBeside(
  { plan, target }: Pick<Verified, 'plan' | 'target'>,
  { decision }: Decided,
): TagsShown | undefined {
  const { scan, ifExists, scanRepository, destinations } = plan.inputs;
  const tags = unguardedTags(decision.names, target.repository);
  const isElsewhere = scanRepository !== undefined || destinations.length > 0;
  if (scan !== 'off' || isElsewhere || ifExists === 'move' || tags.length === 0) return undefined;
  const shown = target.repository.tags.read(tags);
  shown.catch(() => undefined);
  return shown;
}

/** Gives an image that has passed its tags, and takes the candidate's own away as soon as another one stays. */
export const tagging: Phase<Tagged, void> = {
  name: 'tag',
  title: 'Tags',
  async run({ plan, target, image, decided, shown }, run) {
    run.keep(
      'names',
      decided.decision.names.map(({ name: { tag, kind } }) => ({ tag, kind, outcome: 'not-tried' })),
    );
    const { results, failure } = await tagImage({
      repository: target.repository,
      image,
      decisions: decided.decision.names,
      ifExists: plan.inputs.ifExists,
      ages: decided.ages,
      shown,
      onAnchored: () => dropCandidateTags(run, target.repository),
      clock: run.ports.clock,
      log: run.ports.log,
    });
    run.keep('names', results);
    if (failure !== undefined) throw failure;
    // Where it is judged after its tags it has a candidate there until then.
    notNeeded(run, target.repository);
  },
};

/** Of a run that was cut off while it set tags: what the registry shows of them. */
export const lookAtTags: LookBack = async (run, ports) => {
  const [results, image, repository] = [run.found('names'), run.found('image'), run.found('repository')];
  const target = run.found('inputs')?.target;
  if (results === undefined || image === undefined || repository === undefined || target === undefined)
    return;
  const { images } = (await ports.connect(target)).open(repository.name);
  const [now] = await images.describe([{ digest: image.digest }]);
  run.keep('names', asShown(results, now?.tags ?? []));
};

/**
 * Takes the candidate's tags away: the image has tags of its own by now, or is where it gets them.
 * @param of the repository in which they are; undefined: wherever there is one
 */
export async function dropCandidateTags(run: Run, of?: Place): Promise<void> {
  for (const undo of notNeeded(run, of)) await run.takeBack(undo);
}

/** Whether a candidate's tag is in a repository: those of a promotion may have one name. */
export function isIn({ repository, registryType, registryId, region }: CandidateTag, of: Place): boolean {
  return (
    repository === of.name && registryType === of.type && registryId === of.registryId && region === of.region
  );
}

/** One of two repositories in which a run may have a candidate. */
type Place = Pick<Repository, 'type' | 'name' | 'registryId' | 'region'>;

/** From here on nobody has to ask whether the candidate's tag is the image's last one. */
function notNeeded(run: Run, of?: Place): readonly Undo[] {
  return run.undo
    .left()
    .filter((undo): undo is CandidateTag => undo.kind === 'candidate-tag')
    .filter((undo) => of === undefined || isIn(undo, of))
    .map((undo) => run.undo.change(undo, { state: 'not-needed' }));
}
