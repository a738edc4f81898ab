import {
  artifact,
  attestation,
  attestationOf,
  contentOf,
  describeBlob,
  dockerList,
  emptyType,
  entryOf,
  imageOf,
  indexOf,
  linuxAmd64,
  linuxArm64,
  ociConfig,
  ociIndex,
  ociManifest,
  sha256,
  stored,
  unknownPlatform,
  type ImageOptions,
  type Pushed,
} from './image-shapes.ts';

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

const soci = 'application/vnd.amazon.soci.index.v2+json';

/** The shapes for one test: every file says `nonce` as well, so that no engine knows the content from before. */
export function shapes(nonce = 'x', labels: Readonly<Record<string, string>> = {}): readonly Shape[] {
  const image = (who: string, options: ImageOptions = {}) =>
    imageOf(`${who} ${nonce}`, { ...options, labels });
  const good = image('good');
  const arm = image('arm', { architecture: 'arm64' });
  const evil = image('evil');
  const marks = (name: string) => ({
    ...(runsEvil.has(name) && { runs: `evil ${nonce}` }),
    ...(name === 'a platform in capitals' && { stopsOldEngine: true }),
  });
  const one = (name: string, pushed: Pushed, refused: RegExp): Shape => ({
    name,
    pushed,
    verdict: { refused },
    ...marks(name),
  });
  const all = (name: string, pushed: Pushed, ...judged: readonly string[]): Shape => ({
    name,
    pushed,
    verdict: { judged: judged.map((who) => `${who} ${nonce}`) },
    ...marks(name),
  });
  /** An index of which one entry is the attacker's. */
  const hidden = (more: object, listed = evil) =>
    indexOf([
      [good, linuxArm64],
      [listed, more],
    ]);
  /** The body of an index by hand. */
  const raw = (write: (entry: (listed: Pushed, more: object) => string) => string, mediaType = ociIndex) => ({
    top: stored(
      mediaType,
      write((listed, more) => JSON.stringify(entryOf(listed.top, more))),
    ),
    ...contentOf([good, evil]),
  });
  const head = `{"schemaVersion":2,"mediaType":${JSON.stringify(ociIndex)}`;
  const goodEntry = JSON.stringify(entryOf(good.top, linuxAmd64));
  const evilEntry = JSON.stringify(entryOf(evil.top, linuxAmd64));
  const goodTop = good.top.body.slice(1, -1);
  const manifest = (
    body: string,
    from: readonly Pushed[] = [good, evil],
    mediaType = ociManifest,
  ): Pushed => ({
    top: stored(mediaType, body),
    ...contentOf(from),
  });
  const list = (entries: string) => `"manifests":[${entries}]`;

  return [
    // What builders make, and what has to go on working.
    all('one manifest as docker pushes it', image('good', { docker: true }), 'good'),
    all(
      'a list of Docker schema 2',
      indexOf(
        [
          [image('good', { docker: true }), linuxAmd64],
          [image('arm', { docker: true, architecture: 'arm64' }), linuxArm64],
        ],
        {},
        dockerList,
      ),
      'good',
      'arm',
    ),
    ...(['image', 'artifact'] as const).map((form) =>
      all(
        `an index of BuildKit's with attestations, each an ${form}`,
        indexOf([
          [good, linuxAmd64],
          [arm, { platform: { ...linuxArm64.platform, variant: 'v8' } }],
          [attestation(good.top, form), attestationOf(good.top.digest)],
          [attestation(arm.top, form), attestationOf(arm.top.digest)],
        ]),
        'good',
        'arm',
      ),
    ),
    all(
      'attestations in signed envelopes',
      indexOf([
        [good, linuxAmd64],
        [
          attestation(good.top, 'artifact', 'application/vnd.in-toto.spdx+dsse'),
          attestationOf(good.top.digest),
        ],
      ]),
      'good',
    ),
    all(
      'an index of SOCI beside its image',
      indexOf([
        [good, linuxAmd64],
        [artifact(soci), { ...linuxAmd64, artifactType: soci }],
      ]),
      'good',
    ),
    all(
      'an image that is a subject’s referrer as well',
      image('good', { more: { subject: entryOf(arm.top) } }),
      'good',
    ),

    // Words about an entry, which engines do not look at.
    all('an artifactType on an entry', hidden({ ...linuxAmd64, artifactType: soci }), 'good', 'evil'),
    all(
      'an artifactType in the manifest itself',
      hidden(linuxAmd64, image('evil', { more: { artifactType: soci } })),
      'good',
      'evil',
    ),
    all(
      'the annotation of an attestation on an entry with a platform',
      hidden({ ...attestationOf(good.top.digest), ...linuxAmd64 }),
      'good',
      'evil',
    ),
    all('an entry for any platform', hidden({}), 'good', 'evil'),
    all('an entry with an empty platform', hidden({ platform: {} }), 'good', 'evil'),
    all('an entry with a platform of null', hidden({ platform: null }), 'good', 'evil'),
    all(
      'two entries for one platform',
      indexOf([
        [evil, linuxAmd64],
        [good, linuxAmd64],
      ]),
      'evil',
      'good',
    ),
    all(
      'a platform that the config contradicts',
      indexOf([[image('evil', { architecture: 's390x' }), linuxAmd64]]),
      'evil',
    ),
    one(
      'an image as unknown/unknown',
      hidden(unknownPlatform),
      /for unknown\/unknown, but it is an image that engines run: a config of type \S+ and a layer of type/,
    ),
    one(
      'an image in the clothes of an attestation',
      hidden(attestationOf(good.top.digest)),
      /it is an image that engines run/,
    ),
    all(
      'an unknown operating system alone',
      hidden({ platform: { os: 'unknown', architecture: 'amd64' } }),
      'good',
      'evil',
    ),
    all(
      'an unknown architecture alone',
      hidden({ platform: { os: 'linux', architecture: 'unknown' } }),
      'good',
      'evil',
    ),
    one(
      'a platform in capitals',
      hidden({ platform: { os: 'Linux', architecture: 'AMD64' } }),
      /for Linux\/AMD64, which is no platform/,
    ),
    one(
      'a platform without an architecture',
      hidden({ platform: { os: 'linux', architecture: '' } }),
      /for linux\/, which is no platform/,
    ),
    one(
      'a platform whose os is given in another case as well',
      raw(
        (entry) =>
          `${head},${list(entry(evil, { platform: { os: 'unknown', OS: 'linux', architecture: 'unknown' } }))}}`,
      ),
      /has the member "OS", which some programs read as os/,
    ),
    one(
      'one digest as an attestation and as an image',
      indexOf([
        [good, linuxArm64],
        [evil, attestationOf(good.top.digest)],
        [evil, linuxAmd64],
      ]),
      /for unknown\/unknown, but it is an image/,
    ),
    one(
      'an attestation for a real platform',
      indexOf([
        [attestation(good.top), { ...attestationOf(good.top.digest), ...linuxAmd64 }],
        [good, linuxAmd64],
      ]),
      /for linux\/amd64, but it holds attestations and no image/,
    ),
    one(
      'an attestation about nothing here',
      indexOf([
        [good, linuxAmd64],
        [attestation(arm.top), attestationOf(arm.top.digest)],
      ]),
      /these attestations are about sha256:\w+, which is no image of this index/,
    ),
    one(
      'an attestation about itself',
      (() => {
        const mine = attestation(good.top);
        return indexOf([
          [good, linuxAmd64],
          [mine, attestationOf(mine.top.digest)],
        ]);
      })(),
      /which is no image of this index/,
    ),
    one(
      'an attestation that refers to nothing',
      indexOf([
        [good, linuxAmd64],
        [attestation(good.top), unknownPlatform],
      ]),
      /are about nothing/,
    ),
    one('attestations alone', attestation(good.top), /it holds attestations and no image/),
    one('an artifact alone', artifact(soci), /an artifact that no engine runs/),
    one('an index of artifacts alone', indexOf([[artifact(soci), linuxAmd64]]), /lists no image/),
    one(
      'a layer among attestations',
      hidden(
        attestationOf(good.top.digest),
        image('evil', { layer: { mediaType: 'application/vnd.in-toto+json+gzip' } }),
      ),
      /layer 1 is of the media type "application\/vnd\.in-toto\+json\+gzip"/,
    ),
    one(
      'a tar in an artifact with an empty config',
      hidden(linuxAmd64, artifact(soci, { layerType: 'application/vnd.example.tar' })),
      /its config is of the media type/,
    ),
    one(
      'an artifact whose config is an image’s',
      hidden(
        linuxAmd64,
        image('evil', { configDescriptor: { mediaType: emptyType }, more: { artifactType: soci } }),
      ),
      /its config is of the media type "application\/vnd\.oci\.empty\.v1\+json"/,
    ),
    one(
      'a config of no type that engines take for an image’s',
      image('evil', { configDescriptor: { mediaType: 'application/octet-stream' } }),
      /its config is of the media type "application\/octet-stream"/,
    ),

    // Bodies that are read in two ways.
    one(
      'manifests and Manifests',
      raw(() => `${head},${list(goodEntry)},"Manifests":[${evilEntry}]}`),
      /has the member "Manifests", which some programs read as manifests/,
    ),
    one(
      'Manifests alone',
      raw(() => `${head},"Manifests":[${evilEntry}]}`),
      /has the member "Manifests"/,
    ),
    one(
      'manifests with a long s',
      raw(() => `${head},${list(goodEntry)},"manifeſts":[${evilEntry}]}`),
      /has the member "manifeſts"/,
    ),
    one(
      'manifests twice',
      raw(() => `${head},${list(goodEntry)},${list(evilEntry)}}`),
      /the member "manifests" twice/,
    ),
    one(
      'manifests twice, once in escapes',
      raw(() => `${head},${list(goodEntry)},"m\\u0061nifests":[${evilEntry}]}`),
      /the member "manifests" twice/,
    ),
    one(
      'a digest twice in an entry',
      raw(() => `${head},${list(evilEntry.replace('{', `{"digest":"${good.top.digest}",`))}}`),
      /the member "digest" twice/,
    ),
    one(
      'a digest in another case in an entry',
      raw(
        () =>
          `${head},${list(goodEntry.replace('}', `},"Digest":"${evil.top.digest}"`).replace('}}', '}'))}}`,
      ),
      /has the member "Digest"/,
    ),
    one(
      'layers beside manifests in an index',
      indexOf([[good, linuxAmd64]], { layers: [] }),
      /it is an index and has layers as well/,
    ),
    one(
      'a config beside manifests in an index',
      indexOf([[good, linuxAmd64]], { config: null }),
      /it is an index and has config as well/,
    ),
    one(
      'manifests beside layers in a manifest',
      manifest(`{${goodTop},${list(evilEntry)}}`),
      /it is a manifest and has manifests as well/,
    ),
    one('layers twice in a manifest', manifest(`{${goodTop},"layers":[]}`), /the member "layers" twice/),
    one('Layers in a manifest', manifest(`{${goodTop},"Layers":[]}`), /has the member "Layers"/),
    one('fsLayers in a manifest', manifest(`{${goodTop},"fsLayers":[]}`), /has fsLayers as well/),
    one(
      'a manifest that calls itself an index',
      manifest(good.top.body.replace(ociManifest, ociIndex)),
      /it calls itself .*index.* and is stored as/,
    ),
    one(
      'an index that is stored as a manifest',
      {
        ...contentOf([good]),
        top: stored(ociManifest, { schemaVersion: 2, manifests: [entryOf(good.top, linuxAmd64)] }),
      },
      /it is a manifest and has manifests as well/,
    ),
    one(
      'a byte order mark',
      raw(() => `\ufeff${head},${list(goodEntry)}}`),
      /it is not JSON/,
    ),
    one(
      'bytes behind the end',
      raw(() => `${head},${list(goodEntry)}}{${list(evilEntry)}}`),
      /it is not JSON/,
    ),
    one(
      'a thousand levels',
      raw(() => `${head},${list(goodEntry)},"x":${'['.repeat(1000)}${']'.repeat(1000)}}`),
      /more than 100 levels deep/,
    ),
    one(
      'schema version 1',
      raw(() => `${head.replace('2', '1')},${list(goodEntry)}}`),
      /its schemaVersion is 1, and not 2/,
    ),

    // Where the content is from.
    one(
      'a layer with urls',
      image('evil', { layer: { urls: ['http://127.0.0.1:1/layer'] } }),
      /layer 1 may be fetched from elsewhere \(urls: .*127\.0\.0\.1:1/,
    ),
    one(
      'an entry with urls',
      hidden({ ...linuxAmd64, urls: ['http://127.0.0.1:1/x'] }),
      /entry 2 of the index may be fetched from elsewhere/,
    ),
    one(
      'a foreign layer',
      image('evil', { layer: { mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip' } }),
      /layer 1 is foreign/,
    ),
    one(
      'a layer that may not be distributed',
      image('evil', { layer: { mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip' } }),
      /layer 1 is foreign/,
    ),
    one(
      'a layer of a type nobody knows',
      image('evil', { layer: { mediaType: 'application/vnd.oci.image.layer.v2.tar' } }),
      /no layer that scanners know/,
    ),
    one(
      'a config inside the manifest',
      image('evil', { configDescriptor: { data: 'eyJvcyI6ImxpbnV4In0=' } }),
      /its config carries content of its own beside its digest/,
    ),
    one(
      'a manifest inside the index',
      hidden({ ...linuxAmd64, data: Buffer.from(good.top.body).toString('base64') }),
      /entry 2 of the index carries content of its own/,
    ),
    one(
      'a nested index',
      hidden({}, indexOf([[evil, linuxAmd64]])),
      /entry 2 of the index is an index itself/,
    ),
    one(
      'an index that is listed as a manifest',
      (() => {
        const nested = indexOf([[evil, linuxAmd64]]);
        const entry = { ...entryOf(nested.top, linuxAmd64), mediaType: ociManifest };
        return {
          top: stored(ociIndex, { schemaVersion: 2, mediaType: ociIndex, manifests: [entry] }),
          ...contentOf([nested]),
        };
      })(),
      /as application\/vnd\.oci\.image\.manifest\.v1\+json, and it is stored as application\/vnd\.oci\.image\.index/,
    ),
    one(
      'an entry of an unknown type',
      hidden({ ...linuxAmd64, mediaType: 'application/vnd.example+json' }),
      /entry 2 of the index is of the media type "application\/vnd\.example\+json"/,
    ),
    one(
      'an entry of schema 1',
      hidden({ ...linuxAmd64, mediaType: 'application/vnd.docker.distribution.manifest.v1+prettyjws' }),
      /which is that of no image/,
    ),
    one(
      'an entry with another size',
      hidden({ ...linuxAmd64, size: 3 }),
      /says that it has 3 bytes, and it has \d+/,
    ),
    ...[-1, 1.5, '12', null, 1e21].map((size) =>
      one(
        `a layer of the size ${JSON.stringify(size)}`,
        image('evil', { layer: { size } }),
        /layer 1 has the size .*, which is no number of bytes/,
      ),
    ),
    one(
      'a digest of another algorithm',
      hidden({ ...linuxAmd64, digest: `sha512:${'0'.repeat(128)}` }),
      /has the digest "sha512:0+…"; sha256 is what ECR stores/,
    ),
    one(
      'an entry that is not there',
      {
        ...indexOf([
          [good, linuxAmd64],
          [image('absent'), linuxArm64],
        ]),
        ...contentOf([good]),
      },
      /which the repository does not hold/,
    ),
    one(
      'a hundred and one entries',
      indexOf(Array.from({ length: 101 }, () => [good, linuxAmd64] as const)),
      /it lists 101 entries; 100 is the most that is judged/,
    ),

    // Configs.
    ...(
      [
        [
          'a config with two architectures',
          '{"architecture":"arm64",',
          /its config sha256:\w+: it has the member "architecture" twice/,
        ],
        [
          'a config with an architecture in capitals',
          '{"Architecture":"arm64",',
          /has the member "Architecture"/,
        ],
        ['a config with labels in another case', '{"Config":{"Labels":{}},', /has the member "Config"/],
      ] as const
    ).map(([name, beginning, refused]) => {
      const [config = Buffer.alloc(0), ...others] = good.blobs;
      const other = Buffer.from(config.toString().replace('{', beginning));
      const body = good.top.body
        .replace(sha256(config), sha256(other))
        .replace(`"size":${String(config.length)}`, `"size":${String(other.length)}`);
      return one(name, { top: stored(ociManifest, body), manifests: [], blobs: [other, ...others] }, refused);
    }),
    one(
      'a config that is no JSON',
      (() => {
        const config = Buffer.from('<html>');
        return {
          top: stored(ociManifest, {
            schemaVersion: 2,
            mediaType: ociManifest,
            config: describeBlob(ociConfig, config),
            layers: [],
          }),
          manifests: [],
          blobs: [config],
        };
      })(),
      /its config sha256:\w+: it is not JSON/,
    ),
  ];
}
