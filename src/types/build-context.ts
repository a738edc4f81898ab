import type { BuildInputs } from './inputs.ts';

/** Where the files of a build come from, as docker reads the text that it is given. */
export type BuildContext =
  | { readonly kind: 'folder'; readonly path: string }
  /** A folder of a Git repository; `query` and `fragment` say which commit, and are empty where nothing does. */
  | {
      readonly kind: 'git';
      /** Without query and fragment. */
      readonly address: string;
      readonly query: string;
      readonly fragment: string;
      readonly folder: string;
    }
  /** An archive, or a Dockerfile alone, behind an address. */
  | { readonly kind: 'download'; readonly address: string };

/**
 * `user@host:path`, which names its user always. Source: BuildKit, util/sshutil/scpurl.go; a password in it, which
 * docker refuses, does not make it a folder.
 */
const scpStyle = /^[^/?#@\s]+@[a-z0-9.-]+:/i;

/**
 * What docker makes of the input `context`. An address over HTTP is one of a Git repository only where its path ends
 * with `.git`; `github.com/…` always is, unless it is written as a path (`./github.com/…`).
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

/** Whether the files lie somewhere else than on this machine. */
export function isRemote(context: string): boolean {
  return readContext(context).kind !== 'folder';
}

/** Whether buildx downloads the Dockerfile, which it does over HTTP alone. Source: docker/buildx, util/urlutil. */
export function isDownloaded(file: string): boolean {
  return /^https?:\/\//i.test(file);
}

/**
 * Whether the Dockerfile lies somewhere else than the rest of what is built: buildx downloads one behind an address, and with a
 * remote context takes one with a path from the root from this machine. Source: docker/buildx, build/opt.go, loadInputs.
 */
export function isDockerfileElsewhere({ context, file }: Pick<BuildInputs, 'context' | 'file'>): boolean {
  return file !== undefined && (isDownloaded(file) || (isRemote(context) && file.startsWith('/')));
}

/** Where what is built can be found by a person; undefined for a folder. Neither user nor query: both may be secret. */
export function originOf(context: string): string | undefined {
  const read = readContext(context);
  if (read.kind === 'folder') return undefined;
  const address = read.address.replace(/[?#].*$/s, '');
  const [, host, path] = /^(?:[^/]*@)?([^/@:]+):(?!\/\/)(.*)$/s.exec(address) ?? [];
  if (host !== undefined && path !== undefined) return `ssh://${host}/${path.replace(/^\//, '')}`;
  // A password with a slash of its own is no legal address, and yet it must not be shown.
  const url = address.replace(/^([a-z]+:\/\/)(?:[^/]*@|[^/:]*:(?!\d*(?:\/|$)).*@)/is, '$1');
  return url.includes('://') ? url : `https://${url}`;
}

/** Whether two addresses are of one repository, however they are written. */
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
 * What a further build context is: something behind an address (an image and another target too), an OCI layout, or a folder
 * of this machine. Source: docker/buildx, build/utils.go.
 */
export function furtherContext(value: string): 'address' | 'layout' | 'folder' {
  if (isRemote(value) || /^(?:docker-image|target):/.test(value)) return 'address';
  return value.startsWith('oci-layout:') ? 'layout' : 'folder';
}

/** `#<ref>:<folder>`, or `subdir=` in the query. Source: Docker docs, "Build context", Git repositories. */
function folderIn(query: string, fragment: string): string {
  const colon = fragment.indexOf(':');
  if (colon >= 0) return fragment.slice(colon + 1);
  return new URLSearchParams(query).get('subdir') ?? '';
}

/** The whole commit that a Git address names, as it stands there; undefined where it names none. */
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
 * The Dockerfile's path inside the repository that is built, for people and for code scanning; `Dockerfile` where it
 * lies outside. The input `file` is relative to the workspace, and with a remote context to the context.
 */
export function dockerfilePath({ context, file }: Pick<BuildInputs, 'context' | 'file'>): string {
  if (isDockerfileElsewhere({ context, file })) return 'Dockerfile';
  const read = readContext(context);
  const base = read.kind === 'folder' ? read.path : read.kind === 'git' ? `./${read.folder}` : '.';
  const path = read.kind === 'folder' && file !== undefined ? file : `${base}/${file ?? 'Dockerfile'}`;
  const parts = path.split(/[\\/]+/).filter((part) => part !== '.' && part !== '');
  return path.startsWith('/') || parts.includes('..') ? 'Dockerfile' : parts.join('/');
}
