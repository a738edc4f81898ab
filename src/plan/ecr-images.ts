import { isPublicHost, privateRegistryOf } from '../inputs/repository-input.ts';
import type { AccountId, Region } from '../types/names.ts';

/** A base image in a registry of ECR other than the one to publish to. */
export interface EcrImage {
  /** As it is written. */
  readonly image: string;
  /** The registry's host, and its port unless it is the default. */
  readonly host: string;
  /** Whether it is in ECR Public, which also serves images without a login, but fewer. */
  readonly isPublic: boolean;
  /** Undefined for ECR Public, and for a registry on this machine, whose host does not tell. */
  readonly place: { readonly registryId: AccountId; readonly region: Region } | undefined;
}

/**
 * The base images that the same credentials may open: those in private ECR (of other accounts and regions, and in
 * pull-through caches, which are ordinary repositories) and in ECR Public. On a machine with an ECR of its own
 * (local-ecr) these are the images at its port on another loopback address.
 * @param own the host to publish to, where the run logs in anyway; empty if nothing is published
 * @param near a host of this machine's own ECR
 */
export function ecrImagesIn(images: readonly string[], own: string, near = own): EcrImage[] {
  return images.flatMap((image): EcrImage[] => {
    const slash = image.indexOf('/');
    const host = slash < 0 ? '' : image.slice(0, slash).toLowerCase();
    if (host === '' || host === own) return [];
    const place = privateRegistryOf(host);
    const isPublic = isPublicHost(host);
    return place !== undefined || isPublic || isSameMachine(host, near)
      ? [{ image, host, isPublic, place }]
      : [];
  });
}

/** Only loopback addresses match, so that a login is never sent beyond this machine. */
function isSameMachine(host: string, own: string): boolean {
  const [, port] = /^127(?:\.\d{1,3}){3}(:\d{1,5})$/.exec(host) ?? [];
  const [, ownPort] = /^127(?:\.\d{1,3}){3}(:\d{1,5})$/.exec(own) ?? [];
  return port !== undefined && port === ownPort;
}
