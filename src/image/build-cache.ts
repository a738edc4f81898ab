import { isObject, readJson, type Json } from '../types/json.ts';
import { Refusal } from '../types/refusal.ts';

/** What describes a build cache: the config of its manifest, or in its older form one entry of its index. */
const cacheConfigType = 'application/vnd.buildkit.cacheconfig.v0';

/**
 * Whether a manifest is a build cache that BuildKit keeps, and no image.
 * Source: moby/buildkit, cache/remotecache/v1/spec.go and cache/remotecache/export.go.
 * @param body the manifest's text
 */
export function isBuildCache(body: string): boolean {
  try {
    const top = readJson(body);
    if (!isObject(top)) return false;
    const { config, manifests } = top;
    return [config, ...(Array.isArray(manifests) ? (manifests as Json[]) : [])].some(
      (descriptor) => isObject(descriptor) && descriptor['mediaType'] === cacheConfigType,
    );
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
