import type { Caller } from '../principals.ts';
import { repositoryArn, type Registry } from '../registry.ts';

/**
 * An account's registry in ECR Public. Its images are pulled as `alias/name`, which is also how `registry` knows its
 * repositories; the API and IAM call them by the name alone.
 */
export interface PublicRegistry {
  readonly registry: Registry;
  /** The first one is in every repository's URI; any of them may be pulled from and pushed to. */
  readonly aliases: readonly string[];
}

/** The one region in which ECR Public is asked. Source: ECR Public user guide, "Registry authentication". */
export const publicRegion = 'us-east-1';

function primaryAlias({ aliases }: PublicRegistry): string {
  return aliases[0] ?? '';
}

/** The path by which a repository is pulled. */
export function pathOf(publicRegistry: PublicRegistry, name: string): string {
  return `${primaryAlias(publicRegistry)}/${name}`;
}

/** A path with any alias of the registry as the one that it is known by. */
export function usualPath(publicRegistry: PublicRegistry, path: string): string {
  const [, alias = '', rest = ''] = /^([^/]+)\/(.+)$/.exec(path) ?? [];
  return publicRegistry.aliases.includes(alias) ? pathOf(publicRegistry, rest) : path;
}

/** What the API calls a repository. */
export function nameIn(publicRegistry: PublicRegistry, path: string): string {
  const prefix = `${primaryAlias(publicRegistry)}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

/** Public repositories belong to no region. Source: service authorization reference, Amazon ECR Public. */
export function publicArn({ registry }: PublicRegistry, name: string): string {
  return `arn:aws:ecr-public::${registry.accountId}:repository/${name}`;
}

/** A text of the private registry's code in ECR Public's words. */
export function inPublicWords(publicRegistry: PublicRegistry, text: string): string {
  const { registry } = publicRegistry;
  const path = pathOf(publicRegistry, '');
  return text
    .replaceAll(repositoryArn(registry, path), publicArn(publicRegistry, ''))
    .replaceAll(repositoryArn(registry, ''), publicArn(publicRegistry, ''))
    .replaceAll(`'${path}`, "'");
}

/** Pulling takes no permission, with and without a login. Source: ECR Public user guide, "Public repository policies". */
const free = new Set(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:ListImages']);

/**
 * Who asks, held against the actions of ECR Public.
 * @param caller undefined: nobody who has logged in
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
