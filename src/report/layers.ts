import type { ImageExtent, Layer } from '../types/image.ts';
import type { Platform } from '../types/names.ts';
import type { Report } from '../types/report.ts';
import { formatBytes } from './format.ts';

/** A layer, and the platforms that have it. */
interface PlacedLayer extends Layer {
  readonly platforms: readonly Platform[];
}

/** The largest layers of an image, largest first; one that several platforms share is listed once. */
export function largestLayers(
  { image }: { readonly image: ImageExtent | undefined },
  most: number,
): PlacedLayer[] {
  const placed = new Map<string, PlacedLayer>();
  for (const { platform, contents } of image?.platforms ?? [])
    for (const layer of contents?.layers ?? []) {
      const known = placed.get(layer.digest);
      const platforms = [...(known?.platforms ?? []), platform];
      placed.set(layer.digest, { ...layer, ...known, platforms: [...new Set(platforms)] });
    }
  return [...placed.values()].sort((a, b) => b.size - a.size).slice(0, most);
}

/** A layer that the image has and the baseline has not. */
interface ChangedLayer extends PlacedLayer {
  /** By how many bytes it is larger than the one that the same instruction made before; undefined if it is new. */
  readonly change: number | undefined;
}

/** How the layers of an image differ from the baseline's, largest first. */
export function layerChanges({ image, before }: Pick<Report, 'image' | 'before'>): {
  readonly changed: readonly ChangedLayer[];
  readonly kept: number;
} {
  const now = largestLayers({ image }, Infinity);
  const then = largestLayers({ image: before }, Infinity);
  const digests = new Set(then.map(({ digest }) => digest));
  const changed = now.filter(({ digest }) => !digests.has(digest));
  const gone = then.filter(({ digest }) => !now.some((layer) => layer.digest === digest));
  return {
    kept: now.length - changed.length,
    changed: changed.map((layer) => {
      const was = gone.find((one) => isSuccessor(layer, one));
      return { ...layer, change: was && layer.size - was.size };
    }),
  };
}

/** Whether a layer replaces another one: the same instruction made both, on at least one common platform. */
function isSuccessor(layer: PlacedLayer, before: PlacedLayer): boolean {
  return (
    layer.instruction !== undefined &&
    layer.instruction === before.instruction &&
    layer.platforms.some((platform) => before.platforms.includes(platform))
  );
}

/** The unpacked size: `31.2 MB unpacked`, or that it is not known. */
export function unpackedText({ unpackedSize }: Pick<Report, 'unpackedSize'>): string {
  return unpackedSize === undefined
    ? 'unpacked size not known'
    : `${formatBytes(unpackedSize)} unpacked (as the engine says)`;
}
