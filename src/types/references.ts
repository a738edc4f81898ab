/** The single-line outputs that hand an image, or facts about it, to another step; `env-names` accepts these. */
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

/** A line of the env file: the name that the user chose, and the output that it holds. */
export interface EnvName {
  readonly name: string;
  readonly output: ReferenceName;
}
