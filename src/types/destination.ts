import type { Tag } from './names.ts';

/** What became of an image in one further repository. */
export interface DestinationResult {
  /** As the input destinations has it. */
  readonly uri: string;
  /** `copied`: it has the image, and no tag of this run. */
  readonly state: 'not-reached' | 'copied' | 'partly-tagged' | 'tagged';
  readonly tags: readonly Tag[];
  readonly error?: string;
}
