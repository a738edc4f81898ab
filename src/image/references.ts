import type { StoredManifest } from '../types/image.ts';
import { membersOf, readJson, type Json } from '../types/json.ts';
import { isIndexType } from '../types/media-types.ts';
import { Refusal } from '../types/refusal.ts';
import { readDescriptor, type Descriptor } from './descriptor.ts';

/** Everything that a manifest or an index refers to, and that must be in a repository before the manifest can be. */
interface References {
  readonly blobs: readonly Descriptor[];
  readonly manifests: readonly Descriptor[];
}

/** How many levels of manifests are followed: an index of indexes of images. Anything deeper was made never to end. */
export const mostLevels = 3;

const topNames = [
  'schemaVersion',
  'mediaType',
  'artifactType',
  'config',
  'layers',
  'manifests',
  'subject',
  'annotations',
];

/**
 * Reads what a manifest refers to, without its subject: the registry does not need that one to be there. Throws
 * Refusal for what is not a manifest, or refers to content elsewhere.
 */
export function referencesOf({ body, mediaType }: Pick<StoredManifest, 'body' | 'mediaType'>): References {
  const top = membersOf(readJson(body), topNames, 'the manifest');
  if (isIndexType(mediaType)) return { blobs: [], manifests: listOf(top.get('manifests'), 'entry') };
  const config = top.get('config');
  if (config === undefined) throw new Refusal('it is a manifest without a config');
  return {
    blobs: [descriptorOf(config, 'its config'), ...listOf(top.get('layers'), 'layer')],
    manifests: [],
  };
}

/** BuildKit writes null where a list is empty. */
function listOf(list: Json | undefined, what: string): readonly Descriptor[] {
  if (list === null) return [];
  if (!Array.isArray(list)) throw new Refusal(`it has no list where there is one for each ${what}`);
  return (list as readonly Json[]).map((value, at) => descriptorOf(value, `${what} ${String(at + 1)}`));
}

function descriptorOf(value: Json, what: string): Descriptor {
  const { mediaType, digest, size } = readDescriptor(value, what);
  return { mediaType, digest, size };
}
