import type { ImageContents, Layer } from '../types/image.ts';
import type { ImageConfig } from './config.ts';
import type { ImageManifest } from './manifest.ts';

/** What a platform's image consists of, from its manifest and, if it could be read, its config. */
export function contentsOf(manifest: ImageManifest, config: ImageConfig | undefined): ImageContents {
  return { config: manifest.config.digest, layers: layersOf(manifest, config) };
}

/** If the history does not have one instruction per layer, no instruction can be matched to a layer for certain. */
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
