import { isPublicHost, privateRegistryOf } from '../inputs/repository-input.ts';
import type { AccountId, Region } from '../types/names.ts';

/** A base image that is in another registry of ECR than the one that is published to. */
export interface EcrImage {
  /** As it is written. */
  readonly image: string;
  /** The registry's host, and its port where it is not the usual one. */
  readonly host: string;
  /** Whether it is in ECR Public, which gives images without a login too, fewer of them. */
  readonly isPublic: boolean;
  /** Undefined for ECR Public, and for a registry on this machine, whose host does not say it. */
  readonly place: { readonly registryId: AccountId; readonly region: Region } | undefined;
}

/**
 * The base images that the same credentials may open: those of private ECR, other accounts, other regions and pull-through
 * caches, which are repositories like any others, and of ECR Public. On a machine with an ECR of its own (local-ecr) they are those on its
 * port of another loopback address.
 * @param own the host that is published to, to which the run logs in anyway; empty where nothing is
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

/** A login is never sent further than this machine by that. */
function isSameMachine(host: string, own: string): boolean {
  const [, port] = /^127(?:\.\d{1,3}){3}(:\d{1,5})$/.exec(host) ?? [];
  const [, ownPort] = /^127(?:\.\d{1,3}){3}(:\d{1,5})$/.exec(own) ?? [];
  return port !== undefined && port === ownPort;
}
