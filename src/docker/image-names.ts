import type { Repository } from '../types/image.ts';
import type { Tag } from '../types/names.ts';

/** A name that nobody can pull or push by accident: no host is ever called so. Source: RFC 2606, `.invalid`. */
export function localName(tag: Tag): string {
  return `ecr-ship.invalid/candidate:${tag}`;
}

export function registryName(repository: Repository, tag: Tag): string {
  return `${repository.uri}:${tag}`;
}

/** The same image on a front of the registry. */
export function frontName({ host }: { readonly host: string }, { name }: Repository, tag: Tag): string {
  return `${host}/${name}:${tag}`;
}
