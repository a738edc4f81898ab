import type { Caller } from '../principals.ts';
import { repositoryArn, type Registry } from '../registry.ts';

/**
 * An account's registry in ECR Public. Its images are pulled as `alias/name`, which is also the repository's name
 * inside `registry`; the API and IAM use the name alone.
 */
export interface PublicRegistry {
  readonly registry: Registry;
  /** The first one is in every repository's URI; pulling and pushing works with any of them. */
  readonly aliases: readonly string[];
}

/** The only region of ECR Public's API. Source: ECR Public user guide, "Registry authentication". */
export const publicRegion = 'us-east-1';

function primaryAlias({ aliases }: PublicRegistry): string {
  return aliases[0] ?? '';
}

/** The path by which a repository is pulled. */
export function pathOf(publicRegistry: PublicRegistry, name: string): string {
  return `${primaryAlias(publicRegistry)}/${name}`;
}

/** Replaces any alias of the registry in a path by the first one. */
export function usualPath(publicRegistry: PublicRegistry, path: string): string {
  const [, alias = '', rest = ''] = /^([^/]+)\/(.+)$/.exec(path) ?? [];
  return publicRegistry.aliases.includes(alias) ? pathOf(publicRegistry, rest) : path;
}

/** The API's name of a repository. */
export function nameIn(publicRegistry: PublicRegistry, path: string): string {
  const prefix = `${primaryAlias(publicRegistry)}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

/** Public repositories belong to no region. Source: service authorization reference, Amazon ECR Public. */
export function publicArn({ registry }: PublicRegistry, name: string): string {
  return `arn:aws:ecr-public::${registry.accountId}:repository/${name}`;
}

/** Rewrites a message of the private registry's code for ECR Public. */
export function inPublicWords(publicRegistry: PublicRegistry, text: string): string {
  const { registry } = publicRegistry;
  const path = pathOf(publicRegistry, '');
  return text
    .replaceAll(repositoryArn(registry, path), publicArn(publicRegistry, ''))
    .replaceAll(repositoryArn(registry, ''), publicArn(publicRegistry, ''))
    .replaceAll(`'${path}`, "'");
}

/** Pulling needs no permission, with or without a login. Source: ECR Public user guide, "Public repository policies". */
const free = new Set(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:ListImages']);

/**
 * Wraps a caller so that it is checked for the actions of ECR Public.
 * @param caller undefined if nobody has logged in
 */
export function publicCaller(publicRegistry: PublicRegistry, caller: Caller | undefined): Caller {
  return {
    accessKeyId: caller?.accessKeyId ?? '',
    arn: caller?.arn ?? 'anonymous',
    accountId: caller?.accountId ?? '',
    may: (action, resource) => caller?.may(action, resource) ?? false,
    denial(action, resource) {
      if (free.has(action)) return undefined;
      const [own, where] = [action.replace(/^ecr:/, 'ecr-public:'), inPublicWords(publicRegistry, resource)];
      return caller === undefined
        ? `User: anonymous is not authorized to perform: ${own} on resource: ${where}`
        : caller.denial(own, where);
    },
  };
}
