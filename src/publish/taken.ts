import { partNames } from '../types/build-record.ts';
import type { Decision, Holder, Remade } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Repository } from '../types/image.ts';
import type { IfExists } from '../types/inputs.ts';
import type { Tag } from '../types/names.ts';
import type { PlannedTag } from '../types/plan.ts';
import { inWords } from '../types/text.ts';
import { matchesWildcard } from '../types/wildcard.ts';

interface Taken {
  readonly repository: Repository;
  readonly held: ReadonlyMap<Tag, Digest>;
  readonly holders: ReadonlyMap<Digest, Holder>;
}

/**
 * The error for fixed tags that point to an image which this run may not replace.
 * @param remade images of this very commit that were made differently
 */
export function taken(
  tags: readonly PlannedTag[],
  { repository, held, holders }: Taken,
  { ifExists, commit }: { readonly ifExists: IfExists; readonly commit: string | undefined },
  remade: readonly Remade[] = [],
): ShipError {
  const each = tags.map((planned) => {
    const digest = held.get(planned.tag);
    const holder = digest === undefined ? undefined : holders.get(digest);
    const why = remade.find(({ tag }) => tag === planned.tag)?.why;
    return `${planned.tag} already points to ${digest ?? 'an image'}, ${originOf(holder)}${why === undefined ? '' : `, and ${why}`}`;
  });
  const here = commit === undefined ? 'the commit of this run is not certain' : `this run builds ${commit}`;
  return new ShipError({
    code: 'tag-taken',
    what: `Nothing was built: in ${repository.name} ${each.join('; ')}; ${here}.`,
    next: {
      reuse:
        remade.length > 0
          ? `Give this image tags of its own (such as a suffix in the input flavor), or let the tag move in the settings of the repository.${ofOtherFiles(remade)}`
          : 'Give this image another version, or run the job for the commit of that image. ' +
            'Where the repository allows it, if-exists: move lets the tag move.',
      fail: 'Give this image another version; if-exists: reuse goes on with an image of the same commit.',
      move: `The repository does not let the tag move: give this image another version, or delete the tag.`,
    }[ifExists],
  });
}

/** What to do if the checkout's files are the difference: usually an earlier step has left them. */
function ofOtherFiles(remade: readonly Remade[]): string {
  return remade.some(({ why }) => why.includes(partNames.tree))
    ? ' Files that earlier steps leave in the checkout and that are no part of the image belong in .dockerignore.'
    : '';
}

function originOf(holder: Holder | undefined): string {
  const revision = holder?.revision;
  if (revision?.kind === 'known') return `which was made from ${revision.commit}`;
  return `and it is not known from which commit that was made${revision === undefined ? '' : `: ${revision.why}`}`;
}

/** The error for a tag that is meant to move in a repository that does not allow it. */
export function immovable(
  tags: readonly PlannedTag[],
  repository: Repository,
  held: ReadonlyMap<Tag, Digest>,
  holders: ReadonlyMap<Digest, Holder>,
): ShipError {
  const each = tags.map((planned) => {
    const digest = held.get(planned.tag);
    const revision = digest === undefined ? undefined : holders.get(digest)?.revision;
    const made = revision?.kind === 'known' ? ` (made from ${revision.commit})` : '';
    return `${planned.tag} points to ${digest ?? 'an image'}${made}`;
  });
  const [word, it] = tags.length === 1 ? ['tag', 'it'] : ['tags', 'them'];
  return new ShipError({
    code: 'tag-immovable',
    what:
      `Nothing was built: ${repository.name} does not let tags move, but ${inWords(each)}, ` +
      `and this run would have to move ${it}.`,
    next: `Leave the ${word} out of the input tags, or let ${it} move. ${settingThatAllows(
      tags.map((planned) => planned.tag),
      repository,
    )}`,
  });
}

const mostFilters = 5;

/** The command for the setting that lets tags move. Source: ECR API reference, PutImageTagMutability. */
export function settingThatAllows(
  tags: readonly string[],
  { name, region, registryId, mutability }: Repository,
): string {
  const command = `aws ecr put-image-tag-mutability --region ${region} --registry-id ${registryId} --repository-name ${name}`;
  const filters = (patterns: readonly string[]) =>
    patterns.map((pattern) => `'filterType=WILDCARD,filter=${pattern}'`).join(' ');
  const option = '--image-tag-mutability-exclusion-filters';
  if (mutability.default === 'immutable') {
    const wanted = [...mutability.exceptFilters, ...tags];
    const limit =
      wanted.length > mostFilters
        ? `; ECR takes ${String(mostFilters)} filters at most, so join some with *`
        : '';
    return `This setting lets ${inWords(tags)} move${limit}: ${command} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION ${option} ${filters(wanted)}`;
  }
  const rest = mutability.exceptFilters.filter((filter) => !tags.some((tag) => matchesWildcard(tag, filter)));
  const setting =
    rest.length === 0
      ? '--image-tag-mutability MUTABLE'
      : `--image-tag-mutability MUTABLE_WITH_EXCLUSION ${option} ${filters(rest)}`;
  return `This setting lets ${inWords(tags)} move: ${command} ${setting}`;
}

/** Warns before the build about tags that can be set this once and never again. */
export function warningsOfSetOnce(decision: Decision, repository: Repository): string[] {
  const once = decision.tags.filter(({ state }) => state === 'once').map(({ planned }) => planned.tag);
  if (once.length === 0) return [];
  return [
    `${repository.name} does not let tags move: ${inWords(once)} can be set this once, and the next image cannot ` +
      `have ${once.length === 1 ? 'it' : 'them'}. ${settingThatAllows(once, repository)}`,
  ];
}

/** The error if tags of one run point to two images of the same commit. */
export function takenByTwo(
  tags: readonly PlannedTag[],
  repository: Repository,
  held: ReadonlyMap<Tag, Digest>,
): ShipError {
  const each = tags.map((planned) => `${planned.tag} points to ${held.get(planned.tag) ?? ''}`);
  return new ShipError({
    code: 'tag-taken',
    what: `Nothing was built: in ${repository.name} tags of this run point to different images of its commit: ${each.join(', ')}.`,
    next: 'Delete the tag that is wrong, or leave it out of the input tags.',
  });
}

/** The error for a tag that another run set while this one was building. */
export function lostRace(
  planned: PlannedTag,
  repository: Repository,
  holder: Digest | undefined,
  mine: Digest,
): ShipError {
  return new ShipError({
    code: 'tag-taken',
    what:
      `Another run was faster: ${planned.tag} in ${repository.name} now points to ${holder ?? 'another image'}, ` +
      `and not to ${mine}, the image of this run.`,
    next: 'Its tags stay as they are. Run this job again: where it builds, it goes on with that image if it was made from the same commit; an image that it publishes needs another version.',
  });
}
