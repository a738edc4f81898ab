/** An image's size in the engine that built it; what the engine does not tell is absent. */
export interface EngineSizes {
  /** The bytes of the unpacked image. */
  readonly unpacked?: number | undefined;
  /** The size that registries count: config and layers, compressed. */
  readonly compressed?: CompressedSize | undefined;
}

export interface CompressedSize {
  readonly bytes: number;
  /** If not, `bytes` is a lower bound. */
  readonly isExact: boolean;
}

/** One layer, in the engine that built it. */
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

/** The manifest of an image with the most layers that are possible has some 30 kB. */
const largestManifest = 65_536;

/**
 * Reads sizes from the engine's answer. A graph driver has only unpacked images. containerd's store also has the
 * compressed layers as they are pushed; since Docker 28 it tells the unpacked size and each platform's size
 * separately. Before, its size is the sum of manifest, config and layers.
 * Source: moby, api/swagger.yaml, ImageInspect and ImageManifestSummary (`Size.Content`, `ImageData.Size.Unpacked`),
 * API 1.48; for 26.1 the output of `docker save`.
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
  // The sum of several platforms tells nothing about one.
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

/** The engine lists the newest first. Source: moby, api/swagger.yaml, ImageHistory. */
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
