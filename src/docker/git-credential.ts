import { readContext } from '../types/build-context.ts';
import type { SecretSource } from '../types/build-options.ts';
import type { BuildInputs } from '../types/inputs.ts';

/**
 * What buildx is given to build. A user and a password in the address of a Git repository go to BuildKit as a secret that it
 * offers that host alone: in the address they would be in the machine's list of processes, in buildx's own state and in
 * provenance, as they are. Source: moby/buildkit, source/git/source.go, authSecretNames; docker/buildx, build/localstate.go.
 */
export function forBuildx(build: BuildInputs): BuildInputs {
  const credential = credentialIn(build.context);
  if (credential === undefined) return build;
  const { context, secret } = credential;
  return { ...build, context, options: { ...build.options, secrets: [...build.options.secrets, secret] } };
}

interface Credential {
  /** The address without it. */
  readonly context: string;
  readonly secret: SecretSource;
}

/** Undefined where there is none, and where git takes none over HTTP. */
function credentialIn(context: string): Credential | undefined {
  const [, scheme = '', info, host = '', rest = ''] =
    /^(https?:\/\/)([^/?#]*)@([^/?#@]+)(.*)$/is.exec(context) ?? [];
  if (info === undefined || readContext(context).kind !== 'git') return undefined;
  const [user = '', ...password] = info.split(':');
  const value = `basic ${base64(`${decoded(user)}:${decoded(password.join(':'))}`)}`;
  const id = `GIT_AUTH_HEADER.${host}`;
  return { context: `${scheme}${host}${rest}`, secret: { kind: 'value', id, value } };
}

/** As git reads them in an address, where half an escape stands for itself. Source: git, url.c, url_decode_internal. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
