/** What stands in the place of a credential. */
export const hiddenMark = '***';

/**
 * The part of an address between its scheme and its host. `git` is what everybody writes there for ssh, and no secret.
 * Every run of characters has its bound, so that no text can make the search slow.
 */
const userInfo = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)(?!git@)[^\s/?#'"<>@]{0,4096}(?:@[^\s/?#'"<>@]{0,4096})*@/gi;
/** A parameter of an address, as in `?private_token=…` and `&X-Amz-Signature=…`. */
const parameter = /([?&;])([\w.~%-]{1,80})=([^\s&;#'"<>]+)/g;
const secretName =
  /(?:^|[-_.])(?:token|secret|password|passwd|pwd|pass|auth|authorization|credentials?|key|sig|signature)$|(?:token|secret|password|signature|apikey)$/i;

/** A text whose addresses carry no credentials: told by where they stand, whatever they are. */
export function withoutCredentials(text: string): string {
  const openUsers = text.includes('://') ? text.replace(userInfo, `$1${hiddenMark}@`) : text;
  if (!openUsers.includes('=')) return openUsers;
  return openUsers.replace(parameter, (all, mark: string, name: string) =>
    secretName.test(name) ? `${mark}${name}=${hiddenMark}` : all,
  );
}

/** What a Git URL of a build context may ask for openly. Source: BuildKit, frontend/dockerfile/dfgitutil/git_ref.go, loadQuery. */
const openParameters = new Set([
  'branch',
  'tag',
  'ref',
  'subdir',
  'commit',
  'checksum',
  'keep-git-dir',
  'submodules',
  'mtime',
  'fetch-by-commit',
]);
/** Users that are the same for everybody. */
const commonUsers = new Set([
  'git',
  'oauth2',
  'x-access-token',
  'x-token-auth',
  'aws',
  'token',
  'user',
  'x-oauth-basic',
]);
/** A shorter text would be found, and hidden, all over a log that has nothing to do with it. */
const shortest = 4;
/** The same for what only may be a credential: a parameter of a name that nobody knows. */
const shortestUnknown = 8;
/** No user's name is so long; a token is. */
const longestUser = 20;

/**
 * The credentials in a build context: a Git URL's user and password or token, and its parameters except those that
 * docker itself documents.
 * @returns each in every way in which docker, git or a proxy may write it
 */
export function credentialsInContext(context: string): string[] {
  const users = addressesIn(context).flatMap(usersOf);
  // As scp writes it: `user@host:path`. A folder may have an @ in its name.
  const isBare = !context.includes('://') && /^[^/?#]*@[^/?#@]*:/.test(context);
  const bare = isBare ? usersOf({ scheme: '', rest: context }) : [];
  const parameters = parametersOf(context).flatMap(({ name, value }) =>
    secretName.test(name) || (!openParameters.has(name.toLowerCase()) && value.length >= shortestUnknown)
      ? [value]
      : [],
  );
  return spellings([...users, ...bare, ...parameters]);
}

/**
 * A text that a person gave, as it may be shown: without the credentials of the address that it is or has in it. Of a
 * Git URL more is left out than can be told to be a credential: every parameter that docker does not document.
 */
export function redacted(text: string): string {
  const secrets = /^[^\s=]*(?::\/\/|@)/.test(text) ? credentialsInContext(text) : credentialsInText(text);
  return withoutSecrets(text, secrets);
}

/**
 * A text without the secrets that are known, and without the credentials of addresses that nobody has named. Where they
 * stand comes first: a known secret that is a part of an unknown one would leave the rest of it. The longest known one
 * goes first for the same reason. Doing it twice changes nothing.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const left = secrets
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, () => hiddenMark), withoutCredentials(text));
  return withoutCredentials(left);
}

/** The credentials in the addresses of any other text that a person gave. */
export function credentialsInText(text: string): string[] {
  const addresses = addressesIn(text);
  const parameters = addresses.flatMap(({ rest }) => parametersOf(rest));
  return spellings([
    ...addresses.flatMap(usersOf),
    ...parameters.filter(({ name }) => secretName.test(name)).map(({ value }) => value),
  ]);
}

interface Address {
  readonly scheme: string;
  /** What follows the scheme's two slashes. */
  readonly rest: string;
}

function addressesIn(text: string): Address[] {
  return [...text.matchAll(/\b([a-z][a-z0-9+.-]{0,20}):\/\/(?=(\S{1,4096}))/gi)].map(
    ([, scheme = '', rest = '']) => ({
      scheme,
      rest,
    }),
  );
}

/** The user, the password, or both, as far as they are secret. */
function usersOf({ scheme, rest }: Address): string[] {
  const [authority = ''] = rest.split(/[/?#]/);
  // A password with a slash of its own is no legal address, and yet it must not be shown.
  const isBroken = !authority.includes('@') && /:(?!\d*$)[^\]]*$/.test(authority);
  const end = (isBroken ? rest : authority).lastIndexOf('@');
  if (end < 0) return [];
  const info = rest.slice(0, end);
  const colon = info.indexOf(':');
  const user = colon < 0 ? info : info.slice(0, colon);
  const password = colon < 0 ? '' : info.slice(colon + 1);
  const isAlone = password === '' || password === 'x-oauth-basic';
  const isToken = (isAlone && /^(?:https?)?$/i.test(scheme)) || user.length >= longestUser;
  const pair = password === '' ? [] : [password, ...password.split(/[/?#]/), encodeBase64(decode(info))];
  return [...(isToken && !commonUsers.has(user.toLowerCase()) ? [user] : []), ...pair];
}

function parametersOf(address: string): { readonly name: string; readonly value: string }[] {
  const begin = address.search(/[?#]/);
  if (begin < 0) return [];
  return [...address.slice(begin).matchAll(/[?&;]([^=&;#?\s]{1,80})=([^&;#\s]*)/g)].map(
    ([, name = '', value = '']) => ({
      name: decode(name),
      value,
    }),
  );
}

/** As it was written, decoded, and encoded again; an address is printed in one of these ways. */
function spellings(secrets: readonly string[]): string[] {
  const all = secrets.flatMap((secret) => {
    const decoded = decode(secret);
    return [secret, decoded, encodeURIComponent(wellFormed(decoded)), encodeURI(wellFormed(decoded))];
  });
  return [...new Set(all)].filter((secret) => secret.length >= shortest && !commonUsers.has(secret));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** encodeURIComponent throws at half a character. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** As it stands in a header Authorization; nothing where it has characters that this cannot write. */
function encodeBase64(text: string): string {
  try {
    return btoa(text);
  } catch {
    return '';
  }
}
