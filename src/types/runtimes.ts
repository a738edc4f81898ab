import type { VerifiedImage } from './image.ts';
import { usualPlatform, type Platform } from './names.ts';
import type { Runtime } from './inputs.ts';

/** A service of AWS that runs images, and what it accepts. */
interface Taken {
  readonly name: string;
  /** Whether it picks its platform from an index, which may also hold attestations. */
  readonly index: boolean;
  readonly platforms: readonly string[];
  /** The most bytes that an unpacked image may have. */
  readonly mostUnpacked?: number;
  /** Layers of a kind that its documentation does not mention. */
  readonly undocumented?: RegExp;
  /** It is slower with a manifest of more bytes. */
  readonly bestManifest?: number;
}

/**
 * One row for each runtime; the sources are in docs/contributing/facts.md, "What runs an image". Lambda's 10 GB are
 * read as GiB, so that an image refused here would certainly be refused there.
 */
const taken: Readonly<Record<Exclude<Runtime, 'any'>, Taken>> = {
  lambda: {
    name: 'AWS Lambda',
    index: false,
    platforms: ['linux/amd64', 'linux/arm64'],
    mostUnpacked: 10 * 1024 ** 3,
    undocumented: /zstd$/,
    bestManifest: 25_400,
  },
  ecs: {
    name: 'Amazon ECS',
    index: true,
    platforms: ['linux/amd64', 'linux/arm64', 'windows/amd64'],
  },
  eks: {
    name: 'Amazon EKS',
    index: true,
    platforms: ['linux/amd64', 'linux/arm64', 'windows/amd64'],
  },
};

/** A runtime's name for people. */
export function runtimeName(runtime: Exclude<Runtime, 'any'>): string {
  return taken[runtime].name;
}

/** Why none of these platforms runs there, as a clause; undefined if one does. */
export function platformMisfit(runtime: Runtime, platforms: readonly Platform[]): string | undefined {
  if (runtime === 'any' || platforms.length === 0) return undefined;
  const { name, platforms: known } = taken[runtime];
  return platforms.some((platform) => known.includes(usualPlatform(platform)))
    ? undefined
    : `${name} runs ${known.join(', ')}, and the image is for ${platforms.join(', ')}`;
}

/** Why an index does not run there, as a clause; undefined if it does. */
export function indexMisfit(runtime: Runtime): string | undefined {
  return runtime === 'any' || taken[runtime].index
    ? undefined
    : `${taken[runtime].name} takes the manifest of one platform, and no index`;
}

/** Why an unpacked image does not fit there, as a clause; undefined if it does, or if its size is not known. */
export function sizeMisfit(runtime: Runtime, atLeast: number | undefined): string | undefined {
  if (runtime === 'any' || atLeast === undefined) return undefined;
  const { name, mostUnpacked } = taken[runtime];
  return mostUnpacked === undefined || atLeast <= mostUnpacked
    ? undefined
    : `it has at least ${String(atLeast)} bytes where it is unpacked, and ${name} takes ${String(mostUnpacked)}`;
}

/** What prevents an image from running somewhere, and what may. */
interface Misfits {
  /** Clauses. */
  readonly errors: readonly string[];
  /** Sentences. */
  readonly warnings: readonly string[];
}

/**
 * Compares what is in the registry with what a runtime accepts.
 * @param unpackedSize the image's unpacked bytes; undefined if not known: its compressed bytes are then a lower bound
 */
export function misfitsOf(
  image: Pick<VerifiedImage, 'kind' | 'manifest' | 'platforms'>,
  runtime: Runtime,
  unpackedSize: number | undefined,
): Misfits {
  if (runtime === 'any') return { errors: [], warnings: [] };
  const { name, undocumented, bestManifest } = taken[runtime];
  const { platforms } = image;
  const largest = unpackedSize ?? Math.max(...platforms.map(({ size }) => size));
  const errors = [
    image.kind === 'index' ? indexMisfit(runtime) : undefined,
    platformMisfit(
      runtime,
      platforms.map(({ platform }) => platform),
    ),
    sizeMisfit(runtime, largest),
  ].filter((clause) => clause !== undefined);
  const layers = platforms.flatMap(({ contents }) => contents?.layers ?? []);
  const odd = layers.find(({ mediaType }) => undocumented?.test(mediaType));
  const bytes = new TextEncoder().encode(image.manifest.body).length;
  return {
    errors,
    warnings: [
      ...(odd === undefined
        ? []
        : [
            `The image has layers of the type ${odd.mediaType}, which the documentation of ${name} does not name: try whether it takes the image before you rely on it.`,
          ]),
      ...(bestManifest !== undefined && bytes > bestManifest
        ? [
            `The manifest has ${String(bytes)} bytes; ${name} starts faster with at most ${String(bestManifest)}: use fewer layers and annotations.`,
          ]
        : []),
    ],
  };
}
