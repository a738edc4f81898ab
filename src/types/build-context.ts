import type { BuildInputs } from './inputs.ts';

/** Where the files of a build come from, as docker reads the input. */
type BuildContext =
  | { readonly kind: 'folder'; readonly path: string }
  /** A folder of a Git repository. `query` and `fragment` name the commit, and are empty if nothing does. */
  | {
      readonly kind: 'git';
      /** Without query and fragment. */
      readonly address: string;
      readonly query: string;
      readonly fragment: string;
      readonly folder: string;
    }
  /** An archive or a single Dockerfile, downloaded from an address. */
  | { readonly kind: 'download'; readonly address: string };

/**
 * Matches `user@host:path`, which always has a user. A password in it, which docker refuses, does not make it a folder.
 * Source: BuildKit, util/sshutil/scpurl.go.
 */
const scpStyle = /^[^/?#@\s]+@[a-z0-9.-]+:/i;

/**
 * Reads the input `context` as docker does. An HTTP address is a Git repository only if its path ends with `.git`;
 * `github.com/…` always is one, unless it is written as a path (`./github.com/…`).
 * Source: BuildKit, frontend/dockerfile/dfgitutil/git_ref.go and util/gitutil/git_url.go; docker/cli,
 * cli/command/image/build/context.go.
 */
export function readContext(text: string): BuildContext {
  const [, address = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
  const isHttp = /^https?:\/\//i.test(text);
  const isGit = isHttp
    ? address.endsWith('.git')
    : /^(?:(?:git|ssh):\/\/|github\.com\/)/i.test(text) || scpStyle.test(text);
  if (isGit) return { kind: 'git', address, query, fragment, folder: folderIn(query, fragment) };
  return isHttp ? { kind: 'download', address: text } : { kind: 'folder', path: text };
}

/** Whether the files are somewhere else than on this machine. */
export function isRemote(context: string): boolean {
  return readContext(context).kind !== 'folder';
}

/** Whether git gets the files over ssh, with a key in the place of a password. */
export function isOverSsh(context: string): boolean {
  return readContext(context).kind === 'git' && (/^ssh:/i.test(context) || scpStyle.test(context));
}

/** Whether buildx downloads the Dockerfile, which it does only over HTTP. Source: docker/buildx, util/urlutil. */
export function isDownloaded(file: string): boolean {
  return /^https?:\/\//i.test(file);
}

/**
 * Whether the Dockerfile comes from somewhere else than the build context: buildx downloads one at an address, and
 * with a remote context reads an absolute path from this machine. Source: docker/buildx, build/opt.go, loadInputs.
 */
export function isDockerfileElsewhere({ context, file }: Pick<BuildInputs, 'context' | 'file'>): boolean {
  return file !== undefined && (isDownloaded(file) || (isRemote(context) && file.startsWith('/')));
}

/** Where people can find what is built; undefined for a folder. Without user and query, which may be secret. */
export function originOf(context: string): string | undefined {
  const read = readContext(context);
  if (read.kind === 'folder') return undefined;
  const address = read.address.replace(/[?#].*$/s, '');
  const [, host, path] = /^(?:[^/]*@)?([^/@:]+):(?!\/\/)(.*)$/s.exec(address) ?? [];
  if (host !== undefined && path !== undefined) return `ssh://${host}/${path.replace(/^\//, '')}`;
  // A password with an unescaped slash makes the address invalid, but must still not be shown.
  const url = address.replace(/^([a-z]+:\/\/)(?:[^/]*@|[^/:]*:(?!\d*(?:\/|$)).*@)/is, '$1');
  return url.includes('://') ? url : `https://${url}`;
}

/** Whether two addresses are of the same repository, however they are written. */
export function isSameRepository(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) =>
    address
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/(?:\.git)?\/*$/, ''),
  );
  return a === b;
}

/**
 * What kind of further build context this is: an address (also an image or another target), an OCI layout, or a
 * folder of this machine. Source: docker/buildx, build/utils.go.
 */
export function furtherContext(value: string): 'address' | 'layout' | 'folder' {
  if (isRemote(value) || /^(?:docker-image|target):/.test(value)) return 'address';
  return value.startsWith('oci-layout:') ? 'layout' : 'folder';
}

/**
 * The folder is in `#<ref>:<folder>`, or in the query's `subdir=`. Source: Docker docs, "Build context", Git
 * repositories.
 */
function folderIn(query: string, fragment: string): string {
  const colon = fragment.indexOf(':');
  if (colon >= 0) return fragment.slice(colon + 1);
  return new URLSearchParams(query).get('subdir') ?? '';
}

/** The full commit that a Git address names, as written; undefined if it names none. */
export function commitIn(context: string): string | undefined {
  const read = readContext(context);
  if (read.kind !== 'git') return undefined;
  const [ref = ''] = read.fragment.split(':');
  const query = new URLSearchParams(read.query);
  return [ref, query.get('commit') ?? '', query.get('checksum') ?? ''].find((text) =>
    /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text),
  );
}

/**
 * The Dockerfile's path inside the repository that is built, for people and for code scanning; `Dockerfile` if it is
 * outside. The input `file` is relative to the workspace, or, with a remote context, to the context.
 */
export function dockerfilePath({ context, file }: Pick<BuildInputs, 'context' | 'file'>): string {
  if (isDockerfileElsewhere({ context, file })) return 'Dockerfile';
  const read = readContext(context);
  const base = read.kind === 'folder' ? read.path : read.kind === 'git' ? `./${read.folder}` : '.';
  const path = read.kind === 'folder' && file !== undefined ? file : `${base}/${file ?? 'Dockerfile'}`;
  const parts = path.split(/[\\/]+/).filter((part) => part !== '.' && part !== '');
  return path.startsWith('/') || parts.includes('..') ? 'Dockerfile' : parts.join('/');
}
