/**
 * Why a push failed, from the messages of docker, BuildKit and the registry:
 * - `passing`: the same push may succeed a moment later; `fault` is a clause for the log
 * - `login-expired`: the registry's token is no longer valid, or never was
 * - `credentials-expired`: AWS's own credentials have expired
 * - `denied`: the registry names an action that is not granted, or refuses us
 * - `refused`: the registry answered 403 and docker does not show its message: the login has expired, or access is
 *   denied
 * - `not-taken`: what answers accepts no uploads, so it is not a registry
 * - `manifest-refused`: ECR does not take the image's manifest, and says so with the same status as what takes no uploads
 * - `no-repository`, `immutable-tag`: as their names say
 */
export type PushFailure =
  { readonly kind: 'passing'; readonly fault: string } | { readonly kind: Exclude<FailureKind, 'passing'> };

type FailureKind =
  | 'passing'
  | 'login-expired'
  | 'credentials-expired'
  | 'denied'
  | 'refused'
  | 'no-repository'
  | 'immutable-tag'
  | 'not-taken'
  | 'manifest-refused'
  | 'other';

/** The first matching row decides: certain reasons come before likely ones. Sources: docs/contributing/facts.md. */
const table: readonly (readonly [RegExp, Exclude<FailureKind, 'passing' | 'other'>])[] = [
  [/authorization token has expired/i, 'login-expired'],
  [
    /ExpiredToken(?:Exception)?\b|RequestExpired|security token included in the request is expired/,
    'credentials-expired',
  ],
  [/is not authorized to perform/, 'denied'],
  [/no basic auth credentials|\b401\b|\bunauthorized\b|Not Authorized\b/i, 'login-expired'],
  [
    /does not exist in the registry|\bname[ _]unknown\b|repository name not known to registry/i,
    'no-repository',
  ],
  [/(?:image tag .* already exists|tag invalid|TAG_INVALID)[^]*\bimmutable\b/i, 'immutable-tag'],
  [/Invalid parameter at '/, 'manifest-refused'],
  [/\b405\b|method not allowed/i, 'not-taken'],
  [/\bdenied\b/i, 'denied'],
  [/\b403\b/, 'refused'],
];

/** Connection faults, overloaded registries and interrupted uploads, each with its name in the log. */
const passing: readonly (readonly [RegExp, string])[] = [
  [
    /toomanyrequests|\b429\b|Too Many Requests|Rate exceeded|Throttling/i,
    'the registry asks for fewer requests',
  ],
  [
    /\b5\d\d (?:Internal|Bad Gateway|Service Unavailable|Gateway Time)|(?:status(?: code)?|HTTP status|response):? "?5\d\d\b/i,
    'the registry had a fault of its own',
  ],
  [
    /blob[ _]upload[ _](?:invalid|unknown)|unknown blob|blob[ _]unknown|First byte of the layer part|\b416\b|provided digest did not match|size[ _]invalid/i,
    'an upload got lost',
  ],
  [/timeout|timed out|deadline exceeded|\b408\b/i, 'the registry did not answer in time'],
  [/no such host|server misbehaving|name resolution/i, "the registry's name could not be resolved"],
  [
    /\bEOF\b|connection reset|broken pipe|connection refused|closed network connection|server closed|connection lost|GOAWAY|stream error|network is unreachable|no route to host|net\/http:|http2:|\bwsarecv\b|\bwsasend\b/i,
    'the connection to the registry broke',
  ],
];

/** Finds out why a push failed. @param words the last words of docker or BuildKit, with those of the registry */
export function classifyPushFailure(words: string): PushFailure {
  const kind = table.find(([pattern]) => pattern.test(words))?.[1];
  if (kind !== undefined) return { kind };
  const fault = passing.find(([pattern]) => pattern.test(words))?.[1];
  return fault === undefined ? { kind: 'other' } : { kind: 'passing', fault };
}

/** Messages of the engine and BuildKit when a registry refuses a push, as opposed to a failing Dockerfile. */
const pushing =
  /failed to push|error pushing|denied:|unauthorized:|toomanyrequests|no basic auth credentials|\b(?:POST|PUT|PATCH) (?:request to )?"?https?:\/\//i;

/** Similar messages about a base image: a build also pulls, and BuildKit says what it could not solve. */
const pulling =
  /pull access denied|pull rate limit|failed to resolve source metadata|(?:^|: )(?:Head|Get) "https?:\/\/[^"]+\/manifests\//i;
const unsolved =
  /failed to solve: (?!(?:.{0,100}?)failed to push|(?:.{0,60}?)\b(?:POST|PUT|PATCH) (?:request to )?"?https?:\/\/)/i;

/** A message about the host of the build context, which docker quotes; nothing has been built then. */
const preparing = /\bunable to prepare context:/i;

/** Whether a command that builds and pushes failed while it pushed. */
export function failedPushing(words: string): boolean {
  return pushing.test(words) && ![pulling, unsolved, preparing].some((other) => other.test(words));
}

/** Whether a build failed because a base image could not be pulled. */
export function failedPulling(words: string): boolean {
  return pulling.test(words);
}

/**
 * The registry whose login in docker's configuration has expired, if a build failed on a base image from it;
 * undefined if that is not the reason. public.ecr.aws refuses such a login even for public images, and BuildKit shows
 * only the status of its token service. Sources: docs/contributing/facts.md.
 */
export function staleLogin(words: string): string | undefined {
  const [, token] = /oauth token: .{0,80}https?:\/\/([^/\s"]+)\/token\b.*?\b403\b/.exec(words) ?? [];
  if (token !== undefined) return token;
  if (!/authorization token has expired/i.test(words)) return undefined;
  return /(?:pull access denied for |source metadata for |\b(?:Head|Get) "https?:\/\/)([^/\s]+)\//.exec(
    words,
  )?.[1];
}
