/** How large an image is in the engine that has built it; what that does not say is not there. */
export interface EngineSizes {
  /** The bytes that it takes where it is unpacked. */
  readonly unpacked?: number | undefined;
  /** As registries count: config and layers, compressed. */
  readonly compressed?: CompressedSize | undefined;
}

export interface CompressedSize {
  readonly bytes: number;
  /** Where it is not, it has at least so many. */
  readonly isExact: boolean;
}

/** One layer in the engine that has built it. */
export interface BuiltLayer {
  /** Unpacked bytes. */
  readonly size: number;
  /** The instruction that made it. Foreign text. */
  readonly instruction: string;
}

interface Inspected {
  readonly Size?: unknown;
  readonly Manifests?: unknown;
}

interface InspectedManifest {
  readonly Kind?: unknown;
  readonly Available?: unknown;
  readonly Descriptor?: { readonly size?: unknown } | null;
  readonly Size?: { readonly Content?: unknown } | null;
  readonly ImageData?: { readonly Size?: { readonly Unpacked?: unknown } | null } | null;
}

/** The manifest of an image with as many layers as there may be has some 30 kB. */
const largestManifest = 65_536;

/**
 * A graph driver has images unpacked and nothing else. containerd's store has the compressed layers too, as they are pushed;
 * it says apart what is unpacked, and what is a platform's own, since Docker 28. Before, its size is that of manifest, config
 * and layers together.
 * Source: moby, api/swagger.yaml, ImageInspect and ImageManifestSummary (`Size.Content`, `ImageData.Size.Unpacked`), API 1.48;
 * for 26.1 what `docker save` gives.
 */
export function sizesIn(body: string, isGraphDriver: boolean): EngineSizes {
  const image = parsed(body) as Inspected | undefined;
  const [size] = bytes(image?.Size);
  if (isGraphDriver) return size === undefined ? {} : { unpacked: size };
  if (!Array.isArray(image?.Manifests))
    return size === undefined || size <= largestManifest
      ? {}
      : { compressed: { bytes: size - largestManifest, isExact: false } };
  const images = (image.Manifests as readonly (InspectedManifest | null)[]).filter(
    (manifest) => manifest?.Kind === 'image',
  );
  // What several platforms take together says nothing of one.
  const [only] = images.length === 1 ? images : [];
  const [unpacked] = bytes(only?.ImageData?.Size?.Unpacked);
  const [content] = only?.Available === true ? bytes(only.Size?.Content) : [];
  const [manifest] = bytes(only?.Descriptor?.size);
  return {
    ...(unpacked !== undefined && { unpacked }),
    ...(content !== undefined &&
      manifest !== undefined && { compressed: { bytes: content - manifest, isExact: true } }),
  };
}

/** Source: moby, api/swagger.yaml, ImageHistory: the newest first. */
export function historyIn(body: string): BuiltLayer[] {
  const history = parsed(body);
  const entries = Array.isArray(history) ? (history as readonly unknown[]) : [];
  return [...entries].reverse().flatMap((entry) => {
    const { Size: size, CreatedBy: by } = (entry ?? {}) as {
      readonly Size?: unknown;
      readonly CreatedBy?: unknown;
    };
    return bytes(size).map((count) => ({ size: count, instruction: typeof by === 'string' ? by : '' }));
  });
}

function bytes(value: unknown): number[] {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? [value] : [];
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) ?? undefined;
  } catch {
    return undefined;
  }
}
