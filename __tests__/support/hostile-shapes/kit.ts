import {
  contentOf,
  entryOf,
  imageOf,
  indexOf,
  linuxAmd64,
  linuxArm64,
  ociIndex,
  ociManifest,
  stored,
  type ImageOptions,
  type Pushed,
} from '../image-shapes.ts';

/** Something that lies in a registry, and what has to become of it. */
export interface Shape {
  readonly name: string;
  readonly pushed: Pushed;
  /** The images that have to be judged, by what their who.txt says; or words of the refusal. */
  readonly verdict: { readonly judged: readonly string[] } | { readonly refused: RegExp };
  /** The image that Docker 26.1 runs for linux/amd64 with either image store, where both run one: why it matters. */
  readonly runs?: string;
  /** Docker 20.10 ends for ever when it is asked to pull this. */
  readonly stopsOldEngine?: boolean;
}

/** The shapes of which Docker 26.1 runs the attacker's image with both image stores. */
const runsEvil = new Set([
  'an artifactType on an entry',
  'an artifactType in the manifest itself',
  'the annotation of an attestation on an entry with a platform',
  'two entries for one platform',
  'a platform that the config contradicts',
  'a platform in capitals',
  'one digest as an attestation and as an image',
  'manifests and Manifests',
  'Manifests alone',
  'manifests with a long s',
  'manifests twice',
  'manifests twice, once in escapes',
  'a digest twice in an entry',
  'a digest in another case in an entry',
  'a layer with urls',
  'a foreign layer',
  'a layer that may not be distributed',
  'a layer of a type nobody knows',
  'a config inside the manifest',
]);

export const soci = 'application/vnd.amazon.soci.index.v2+json';

/** What shapes are made of: three images, and ways to put them together. */
export type Kit = ReturnType<typeof kitOf>;

/** The kit for one test: every file says `nonce`, so that no engine knows the content from before. */
export function kitOf(nonce: string, labels: Readonly<Record<string, string>>) {
  const image = (who: string, options: ImageOptions = {}) =>
    imageOf(`${who} ${nonce}`, { ...options, labels });
  const [good, arm, evil] = [image('good'), image('arm', { architecture: 'arm64' }), image('evil')];
  return {
    image,
    good,
    arm,
    evil,
    ...verdicts(nonce),
    ...bodies(good, evil),
    /** An index of which one entry is the attacker's. */
    hidden: (more: object, listed = evil) =>
      indexOf([
        [good, linuxArm64],
        [listed, more],
      ]),
  };
}

/** A shape that is refused (`one`), and one of which all images are judged (`all`). */
function verdicts(nonce: string) {
  const shape = (name: string, pushed: Pushed, verdict: Shape['verdict']): Shape => ({
    name,
    pushed,
    verdict,
    ...(runsEvil.has(name) && { runs: `evil ${nonce}` }),
    ...(name === 'a platform in capitals' && { stopsOldEngine: true }),
  });
  return {
    one: (name: string, pushed: Pushed, refused: RegExp) => shape(name, pushed, { refused }),
    all: (name: string, pushed: Pushed, ...judged: readonly string[]) =>
      shape(name, pushed, { judged: judged.map((who) => `${who} ${nonce}`) }),
  };
}

/** Indexes and manifests that are written by hand. */
function bodies(good: Pushed, evil: Pushed) {
  return {
    raw: (write: (entry: (listed: Pushed, more: object) => string) => string, mediaType = ociIndex) => ({
      top: stored(
        mediaType,
        write((listed, more) => JSON.stringify(entryOf(listed.top, more))),
      ),
      ...contentOf([good, evil]),
    }),
    manifest: (body: string): Pushed => ({
      top: stored(ociManifest, body),
      ...contentOf([good, evil]),
    }),
    list: (entries: string) => `"manifests":[${entries}]`,
    head: `{"schemaVersion":2,"mediaType":${JSON.stringify(ociIndex)}`,
    goodEntry: JSON.stringify(entryOf(good.top, linuxAmd64)),
    evilEntry: JSON.stringify(entryOf(evil.top, linuxAmd64)),
    goodTop: good.top.body.slice(1, -1),
  };
}
