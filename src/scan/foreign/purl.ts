/** A package, as a package URL names it. */
export interface PackageVersion {
  readonly package: string;
  readonly installed: string | undefined;
}

/** Types whose namespace is the distribution and not part of the name. Source: package-url/purl-spec, types. */
const distributed = ['deb', 'apk', 'rpm', 'alpm', 'qpkg'];

/**
 * The package that a package URL names, as scanners write it: `openssl`, `@scope/name`, `group:artifact`. Undefined
 * if the text is not a package URL. Source: package-url/purl-spec, "How to parse a purl string".
 */
export function parsePurl(text: string): PackageVersion | undefined {
  const [, type = '', rest = ''] = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]*)\/([^?#]+)/.exec(text) ?? [];
  if (rest === '') return undefined;
  const at = rest.lastIndexOf('@');
  const path = (at > 0 ? rest.slice(0, at) : rest).split('/').filter((part) => part !== '');
  const parts = path.map(decoded);
  const name = parts.at(-1);
  if (name === undefined) return undefined;
  const namespace = parts.slice(0, -1);
  const kind = type.toLowerCase();
  const whole =
    namespace.length === 0 || distributed.includes(kind)
      ? name
      : `${namespace.join('/')}${kind === 'maven' ? ':' : '/'}${name}`;
  return {
    package: whole,
    installed: at > 0 ? `${epochOf(text, kind)}${decoded(rest.slice(at + 1))}` : undefined,
  };
}

/**
 * The epoch before a distribution package's version, as its tools write it: `1:`. Source: package-url/purl-spec,
 * types, rpm.
 */
function epochOf(text: string, kind: string): string {
  const epoch = /[?&]epoch=(\d{1,9})(?:[&#]|$)/.exec(text)?.[1] ?? '0';
  return distributed.includes(kind) && epoch !== '0' ? `${epoch}:` : '';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
