import type { ImageContents, Layer } from '../types/image.ts';
import type { ImageConfig } from './config.ts';
import type { ImageManifest } from './manifest.ts';

/** What a platform's image is made of, as its manifest and, where it could be read, its config say. */
export function contentsOf(manifest: ImageManifest, config: ImageConfig | undefined): ImageContents {
  return { config: manifest.config.digest, layers: layersOf(manifest, config) };
}

/** A history that does not have an instruction for each layer belongs to none of them for certain. */
function layersOf({ layers }: ImageManifest, config: ImageConfig | undefined): Layer[] {
  const instructions = config?.instructions ?? [];
  const isWhole = instructions.length === layers.length;
  return layers.map(({ digest, mediaType, size }, at) => ({
    digest,
    mediaType,
    size,
    instruction: isWhole ? instructions[at] || undefined : undefined,
  }));
}
