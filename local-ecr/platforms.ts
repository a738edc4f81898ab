import { contentOf } from './manifests.ts';
import type { Registry } from './registry.ts';
import type { ImageState } from './state.ts';

/** What an image's config says about its platform; empty if there is no readable config. */
export interface ImageConfig {
  readonly os?: string;
  readonly architecture?: string;
  readonly variant?: string;
}

export function configOf(registry: Registry, image: ImageState): ImageConfig {
  const { config } = contentOf(image);
  if (config === undefined || !registry.blobs.has(config.digest)) return {};
  try {
    return JSON.parse(registry.blobs.readText(config.digest)) as ImageConfig;
  } catch {
    return {};
  }
}

/** `linux/arm64/v8`, or `unknown`. */
export function platformOf(registry: Registry, image: ImageState): string {
  const { os, architecture, variant } = configOf(registry, image);
  const parts = [os, architecture, variant].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? 'unknown' : parts.join('/');
}
