import type { Brand } from './brand.ts';
import { digestOfText } from './digest.ts';

/** The parts of what an image was made from. Every part is compared; `tree` is what differs from the commit. */
export const recordParts = [
  'commit',
  'tree',
  'context',
  'file',
  'target',
  'platforms',
  'build-args',
  'labels',
  'annotations',
  'environment',
] as const;

export type RecordPart = (typeof recordParts)[number];

/**
 * Everything that made an image, as far as this action decides it: the commit, `clean` or a digest of what differs
 * from it, and a digest of each other part. The action sets the label that carries it, so that neither a Dockerfile
 * nor the input labels can claim another record; whoever may push to the repository can.
 */
export interface BuildRecord {
  readonly parts: Readonly<Record<RecordPart, string>>;
  /** When the commit was made, in milliseconds since 1970. It does not count as part of what made the image. */
  readonly committedAt: number | undefined;
}

/** The label that carries an image's record. */
export const recordLabel = 'org.ecr-ship.record';

/** The label of the commit. Source: OCI image specification, annotations.md. */
export const revisionLabel = 'org.opencontainers.image.revision';

/** Changes with the action's major version, and whenever the same inputs begin to make a different image. */
const format = 'v1';

/** The label's value if it is unknown what made the image. */
export const noRecord = `${format},unknown`;

/** Formats the label's value, without anything that a shell would expand. */
export function formatRecord({ parts, committedAt }: BuildRecord): string {
  const at = committedAt === undefined ? [] : [`at=${String(Math.round(committedAt / 1000))}`];
  return [format, ...at, ...recordParts.map((part) => `${part}=${parts[part]}`)].join(',');
}

/** Parses the label; undefined if this version of the action has not written it, or wrote that it does not know. */
export function parseRecord(text: string): BuildRecord | undefined {
  const [version, ...fields] = text.split(',');
  if (version !== format) return undefined;
  const found = new Map<string, string>();
  for (const field of fields) {
    const [, name, value] = /^([a-z-]+)=([0-9a-z]{1,64})$/.exec(field) ?? [];
    if (name === undefined || value === undefined || found.has(name)) return undefined;
    found.set(name, value);
  }
  const seconds = found.get('at') ?? '';
  const parts = recordParts.map((part) => [part, found.get(part)] as const);
  if (parts.some(([, value]) => value === undefined)) return undefined;
  if (found.size !== parts.length + (seconds === '' ? 0 : 1)) return undefined;
  return {
    parts: Object.fromEntries(parts) as Record<RecordPart, string>,
    committedAt: /^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : undefined,
  };
}

/** The parts in which two images were made differently; if there are none, one can be used for the other. */
export function differences(one: BuildRecord, other: BuildRecord): RecordPart[] {
  return recordParts.filter((part) => one.parts[part] !== other.parts[part]);
}

/** How a sentence names each part. */
export const partNames: Readonly<Record<RecordPart, string>> = {
  commit: 'the commit',
  tree: 'files that are not those of the commit',
  context: 'the build context',
  file: 'the Dockerfile',
  target: 'the target',
  platforms: 'the platforms',
  'build-args': 'build-args',
  labels: 'labels',
  annotations: 'annotations',
  environment: "the builder's variables",
};

/** 128 bits as hexadecimal digits. */
type ShortHash = Brand<string, 'ShortHash'>;

/** The beginning of a text's SHA-256, long enough that nobody finds a second text with the same. */
export async function shortHash(text: string): Promise<ShortHash> {
  const digest = await digestOfText(text);
  return digest.slice('sha256:'.length, 'sha256:'.length + 32) as ShortHash;
}
