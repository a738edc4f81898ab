import { parseDigest, type Digest } from '../types/digest.ts';
import { isObject, membersOf, shownJson, textOf, type Json, type Members } from '../types/json.ts';
import { quoted, Refusal } from '../types/refusal.ts';

/** What a manifest or an index refers to: its media type, digest and size in bytes. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
}

/** The digest of the two bytes `{}`, which stand for "no config". Source: OCI image specification, manifest.md. */
const emptyJson = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
const emptyJsonInBase64 = 'e30=';

/** Whether a blob is exactly `{}`: its digest decides, whatever its media type says. */
export function isEmptyJson({ digest, size }: Descriptor): boolean {
  return digest === emptyJson && size === 2;
}

/** The members of a descriptor. Source: OCI image specification, descriptor.md. */
const descriptorNames = [
  'mediaType',
  'digest',
  'size',
  'urls',
  'annotations',
  'data',
  'platform',
  'artifactType',
];

/** Reads a descriptor. Messages call it `what`. Throws Refusal. */
export function readDescriptor(
  value: Json | undefined,
  what: string,
): Descriptor & { readonly members: Members } {
  const members = membersOf(value, descriptorNames, what);
  const mediaType = textOf(members, 'mediaType', what);
  const given = textOf(members, 'digest', what);
  const digest = parseDigest(given ?? '');
  const size = members.get('size');
  if (mediaType === undefined) throw new Refusal(`${what} has no mediaType`);
  if (digest === undefined)
    throw new Refusal(
      `${what} has ${given === undefined ? 'no digest' : `the digest ${quoted(given)}`}; sha256 is what ECR stores`,
    );
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw new Refusal(`${what} has the size ${shownJson(size)}, which is not a number of bytes`);
  const descriptor = { mediaType, digest, size };
  refuseOtherPlaces(members.get('urls'), what);
  refuseData(members.get('data'), descriptor, what);
  return { ...descriptor, members };
}

/** Refuses `urls`: content that an engine may fetch from elsewhere has not been checked here. */
function refuseOtherPlaces(urls: Json | undefined, what: string): void {
  if (urls === undefined || urls === null || (Array.isArray(urls) && urls.length === 0)) return;
  throw new Refusal(`${what} may be fetched from elsewhere, its urls being ${shownJson(urls)}`);
}

/**
 * Refuses `data`: some programs take such inline content for the blob and others do not. `{}` is allowed, since its
 * digest proves it.
 */
function refuseData(data: Json | undefined, descriptor: Descriptor, what: string): void {
  if (data === undefined || data === null || data === '') return;
  if (isEmptyJson(descriptor) && data === emptyJsonInBase64) return;
  throw new Refusal(`${what} carries content of its own beside its digest (data)`);
}

/**
 * Reads a map of strings, such as annotations; empty if there is none. Its keys are the author's and stay as they are.
 */
export function textsOf(value: Json | undefined, what: string): ReadonlyMap<string, string> {
  if (value === undefined || value === null) return new Map();
  if (!isObject(value)) throw new Refusal(`${what} are no object`);
  return new Map(
    Object.entries(value).map(([name, text]) => {
      if (typeof text !== 'string') throw new Refusal(`${what} have a ${quoted(name)} that is not text`);
      return [name, text] as const;
    }),
  );
}
