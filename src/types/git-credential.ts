import { readContext } from './build-context.ts';

/** A user and a password from the address of a Git repository, and the address without them. */
export interface GitCredential {
  readonly address: string;
  /** With its port, as in the address. */
  readonly host: string;
  /** What git would send as `Authorization`. */
  readonly header: string;
}

/** Takes the credential out of an address; undefined if there is none, or git sends none over HTTP. */
export function gitCredentialIn(context: string): GitCredential | undefined {
  const [, scheme = '', info, host = '', rest = ''] =
    /^(https?:\/\/)([^/?#]*)@([^/?#@]+)(.*)$/is.exec(context) ?? [];
  if (info === undefined || readContext(context).kind !== 'git') return undefined;
  const [user = '', ...password] = info.split(':');
  const header = `basic ${base64(`${decoded(user)}:${decoded(password.join(':'))}`)}`;
  return { address: `${scheme}${host}${rest}`, host, header };
}

/**
 * Decodes as git does in an address, where an incomplete escape stays as it is. Source: git, url.c, url_decode_internal.
 */
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
