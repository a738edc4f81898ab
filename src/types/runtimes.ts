import type { VerifiedImage } from './image.ts';
import { usualPlatform, type Platform } from './names.ts';
import type { Runtime } from './inputs.ts';

/** What runs images at AWS, and what of them it takes. */
interface Taken {
  readonly name: string;
  /** Whether it picks its platform from an index, in which attestations may lie too. */
  readonly index: boolean;
  readonly platforms: readonly string[];
  /** The most bytes of an image that is unpacked. */
  readonly mostUnpacked?: number;
  /** Layers of a kind that its documentation does not name. */
  readonly undocumented?: RegExp;
  /** Beyond so many bytes of a manifest it is slower. */
  readonly bestManifest?: number;
}

/**
 * One row for each; the sources are in docs/contributing/facts.md, "What runs an image".
 * Lambda's 10 GB are taken for GiB: an image that is refused here would be refused there in any case.
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

/** Where images run, by their names for people. */
export function runtimeName(runtime: Exclude<Runtime, 'any'>): string {
  return taken[runtime].name;
}

/** Why none of these platforms runs there, as a clause; undefined where one does. */
export function platformMisfit(runtime: Runtime, platforms: readonly Platform[]): string | undefined {
  if (runtime === 'any' || platforms.length === 0) return undefined;
  const { name, platforms: known } = taken[runtime];
  return platforms.some((platform) => known.includes(usualPlatform(platform)))
    ? undefined
    : `${name} runs ${known.join(', ')}, and the image is for ${platforms.join(', ')}`;
}

/** Why an index does not run there, as a clause; undefined where it does. */
export function indexMisfit(runtime: Runtime): string | undefined {
  return runtime === 'any' || taken[runtime].index
    ? undefined
    : `${taken[runtime].name} takes the manifest of one platform, and no index`;
}

/** Why an image does not fit there unpacked, as a clause; undefined where it does, or where its size is not known. */
export function sizeMisfit(runtime: Runtime, atLeast: number | undefined): string | undefined {
  if (runtime === 'any' || atLeast === undefined) return undefined;
  const { name, mostUnpacked } = taken[runtime];
  return mostUnpacked === undefined || atLeast <= mostUnpacked
    ? undefined
    : `it has at least ${String(atLeast)} bytes where it is unpacked, and ${name} takes ${String(mostUnpacked)}`;
}

/** What keeps an image from running somewhere, and what may. */
export interface Misfits {
  /** Clauses. */
  readonly errors: readonly string[];
  /** Sentences. */
  readonly warnings: readonly string[];
}

/**
 * Holds what is in the registry against what a runtime takes.
 * @param unpackedSize of the image in bytes; undefined where it is not known: then it has as many as it has compressed
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
