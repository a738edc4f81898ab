/** Outputs of one line by which an image, or what is known of it, is handed to another step; `env-names` takes these. */
export const referenceNames = [
  'digest',
  'image',
  'candidate-digest',
  'uri',
  'registry',
  'repository',
  'version',
  'fixed-tag',
  'image-tag',
  'account-id',
  'region',
  'console-url',
  'size',
  'media-type',
  'pushed-at',
  'verdict',
] as const;

export type ReferenceName = (typeof referenceNames)[number];

/** A line of the env file: the name that a person chose, and what it holds. */
export interface EnvName {
  readonly name: string;
  readonly output: ReferenceName;
}
