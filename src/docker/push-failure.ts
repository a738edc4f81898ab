/**
 * Why a push failed, from the words of docker, BuildKit and the registry:
 * - `passing`: the same push may succeed a moment later; `fault` is a clause for the log
 * - `login-expired`: the registry's token is none any more, or never was one
 * - `credentials-expired`: it is AWS's own credentials that have expired
 * - `denied`: the registry says which action is not granted, or that it does not let us
 * - `refused`: the registry answered 403 and docker does not show its words, so that it may be either of the two above
 * - `not-taken`: what answers takes no uploads, so that it is no registry
 * - `no-repository`, `immutable-tag`: what they say
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
  | 'other';

/** The first row that fits says it: what is certain stands before what is only likely. Sources: docs/contributing/facts.md. */
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
  [/\b405\b|method not allowed/i, 'not-taken'],
  [/\bdenied\b/i, 'denied'],
  [/\b403\b/, 'refused'],
];

/** Faults of connections, registries under load, and uploads that were cut off; with what to call them. */
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

/** Says why a push failed. @param words what docker or BuildKit said last, with what the registry said */
export function classifyPushFailure(words: string): PushFailure {
  const kind = table.find(([pattern]) => pattern.test(words))?.[1];
  if (kind !== undefined) return { kind };
  const fault = passing.find(([pattern]) => pattern.test(words))?.[1];
  return fault === undefined ? { kind: 'other' } : { kind: 'passing', fault };
}

/** The engine's and BuildKit's words when a registry refused the push, as against a Dockerfile that fails. */
const pushing =
  /failed to push|error pushing|denied:|unauthorized:|toomanyrequests|no basic auth credentials|\b(?:POST|PUT|PATCH) (?:request to )?"?https?:\/\//i;

/** The same words about a base image: a build pulls as well, and BuildKit says what it could not solve. */
const pulling =
  /pull access denied|pull rate limit|failed to resolve source metadata|(?:^|: )(?:Head|Get) "https?:\/\/[^"]+\/manifests\//i;
const unsolved =
  /failed to solve: (?!(?:.{0,100}?)failed to push|(?:.{0,60}?)\b(?:POST|PUT|PATCH) (?:request to )?"?https?:\/\/)/i;

/** Of a host that the build context comes from; docker quotes it, and nothing has been built. */
const preparing = /\bunable to prepare context:/i;

/** Whether a command that builds and pushes failed while it pushed. */
export function failedPushing(words: string): boolean {
  return pushing.test(words) && ![pulling, unsolved, preparing].some((other) => other.test(words));
}

/** Whether a build failed because a base image could not be had. */
export function failedPulling(words: string): boolean {
  return pulling.test(words);
}

/**
 * The host of a registry whose login in docker's configuration is over, where a build failed on a base image in it;
 * undefined where that is not why. public.ecr.aws refuses such a login even for what anybody may pull, and BuildKit shows
 * no more than the status of its token service. Sources: docs/contributing/facts.md.
 */
export function staleLogin(words: string): string | undefined {
  const [, token] = /oauth token: .{0,80}https?:\/\/([^/\s"]+)\/token\b.*?\b403\b/.exec(words) ?? [];
  if (token !== undefined) return token;
  if (!/authorization token has expired/i.test(words)) return undefined;
  return /(?:pull access denied for |source metadata for |\b(?:Head|Get) "https?:\/\/)([^/\s]+)\//.exec(
    words,
  )?.[1];
}
