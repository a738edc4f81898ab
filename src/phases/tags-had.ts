import type { Run } from '../run.ts';

/** The tags that the image of a run has already: none, but where they are set before it is judged. */
export function tagsHad(run: Pick<Run, 'found'>): readonly string[] {
  const names = run.found('names') ?? [];
  return names.flatMap(({ tag, outcome }) => (outcome === 'set' || outcome === 'unchanged' ? [tag] : []));
}

/** What has become of the tags where an image does not pass, as a sentence. */
export function fateOfTags(run: Pick<Run, 'found'>): string {
  return tagsHad(run).length === 0 ? 'No tag was set.' : 'Its tags were set first, and stay.';
}
