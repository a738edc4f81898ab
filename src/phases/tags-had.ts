import type { Run } from '../run.ts';

/** The tags that the run's image already has: none, unless they are set before it is judged. */
export function tagsHad(run: Pick<Run, 'found'>): readonly string[] {
  const tags = run.found('tags') ?? [];
  return tags.flatMap(({ tag, outcome }) => (outcome === 'set' || outcome === 'unchanged' ? [tag] : []));
}

/** What happened to the tags of an image that does not pass, as a sentence. */
export function fateOfTags(run: Pick<Run, 'found'>): string {
  return tagsHad(run).length === 0 ? 'No tag was set.' : 'Its tags were set first, and stay.';
}
