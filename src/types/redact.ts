/** Replaces a hidden credential. */
const hiddenMark = '***';

/**
 * The user part of an address, between scheme and host. `git` is not secret: everybody writes it for ssh. Every
 * repetition is limited, so that no text can make the search slow.
 */
const userInfo = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)(?!git@)[^\s/?#'"<>@]{0,4096}(?:@[^\s/?#'"<>@]{0,4096})*@/gi;
/** A parameter of an address, as in `?private_token=…` and `&X-Amz-Signature=…`. */
const parameter = /([?&;])([\w.~%-]{1,80})=([^\s&;#'"<>]+)/g;
const secretName =
  /(?:^|[-_.])(?:token|secret|password|passwd|pwd|pass|auth|authorization|credentials?|key|sig|signature)$|(?:token|secret|password|signature|apikey)$/i;

/** Hides the credentials of addresses in a text by their position, whatever they are. */
export function withoutCredentials(text: string): string {
  const openUsers = text.includes('://') ? text.replace(userInfo, `$1${hiddenMark}@`) : text;
  if (!openUsers.includes('=')) return openUsers;
  return openUsers.replace(parameter, (all, mark: string, name: string) =>
    secretName.test(name) ? `${mark}${name}=${hiddenMark}` : all,
  );
}

/**
 * Parameters of a build context's Git URL that are not secret.
 * Source: BuildKit, frontend/dockerfile/dfgitutil/git_ref.go, loadQuery.
 */
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
/** User names that everybody has. */
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
/** Hiding a shorter text would garble unrelated parts of the log. */
const shortest = 4;
/** The same limit for what only may be a credential: a parameter with an unknown name. */
const shortestUnknown = 8;
/** User names are not this long; tokens are. */
const longestUser = 20;
/** The id of a public key, which is the user of CodeCommit over ssh. Source: IAM User Guide, "IAM identifiers", unique prefixes. */
const publicKeyId = /^APKA[A-Z0-9]+$/;

/**
 * The credentials in a build context: a Git URL's user and password or token, and all its parameters that docker does
 * not document.
 * @returns each in every spelling in which docker, git or a proxy may print it
 */
export function credentialsInContext(context: string): string[] {
  const users = addressesIn(context).flatMap(usersOf);
  // The scp form, `user@host:path`. A folder may have an @ in its name.
  const isBare = !context.includes('://') && /^[^/?#]*@[^/?#@]*:/.test(context);
  const bare = isBare ? usersOf({ scheme: 'ssh', rest: context }) : [];
  const parameters = parametersOf(context).flatMap(({ name, value }) =>
    secretName.test(name) || (!openParameters.has(name.toLowerCase()) && value.length >= shortestUnknown)
      ? [value]
      : [],
  );
  return spellings([...users, ...bare, ...parameters]);
}

/**
 * A text of the user's that may be shown: without the credentials of an address that it is or contains. For a Git URL
 * this hides more than the certain credentials: every parameter that docker does not document.
 */
export function redacted(text: string): string {
  const secrets = /^[^\s=]*(?::\/\/|@)/.test(text) ? credentialsInContext(text) : credentialsInText(text);
  return withoutSecrets(text, secrets);
}

/**
 * Hides known secrets in a text, and the credentials in addresses. Those in addresses go first: hiding a known secret
 * that is part of an unknown one would leave the rest of it. For the same reason longer secrets go before shorter
 * ones. Doing it twice changes nothing.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const left = secrets
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, () => hiddenMark), withoutCredentials(text));
  return withoutCredentials(left);
}

/** The credentials in the addresses of any other text of the user's. */
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
  /** What follows `://`. */
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
  // A password with an unescaped slash makes the address invalid, but must still not be shown.
  const isBroken = !authority.includes('@') && /:(?!\d*$)[^\]]*$/.test(authority);
  const end = (isBroken ? rest : authority).lastIndexOf('@');
  if (end < 0) return [];
  const info = rest.slice(0, end);
  const colon = info.indexOf(':');
  const user = colon < 0 ? info : info.slice(0, colon);
  const password = colon < 0 ? '' : info.slice(colon + 1);
  const isAlone = password === '' || password === 'x-oauth-basic';
  const isToken = (isAlone && /^https?$/i.test(scheme)) || user.length >= longestUser;
  const isKnown = commonUsers.has(user.toLowerCase()) || (/^ssh$/i.test(scheme) && publicKeyId.test(user));
  const pair = password === '' ? [] : [password, ...password.split(/[/?#]/), encodeBase64(decode(info))];
  return [...(isToken && !isKnown ? [user] : []), ...pair];
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

/** As written, decoded, and encoded again: an address is printed in one of these ways. */
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

/** encodeURIComponent throws at half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** As in an Authorization header; empty if `btoa` cannot encode the text. */
function encodeBase64(text: string): string {
  try {
    return btoa(text);
  } catch {
    return '';
  }
}
