import type { Fault } from '../local-ecr/index.ts';

/** What can be wrong with one answer. */
export interface Kind {
  readonly name: string;
  readonly fault: Omit<Fault, 'operation'>;
  /** Whether it may be over after a retry, so that a run survives it once; otherwise the answer is final. */
  readonly passes: boolean;
  /** What the error contains if the fault lasts. */
  readonly cause: RegExp;
  /** What the error must not contain. */
  readonly astray?: RegExp;
  /** Whether a client notices it only by waiting. */
  readonly waits?: boolean;
  /** Another kind shows nearly the same. */
  readonly extra?: boolean;
}

const page =
  '<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head><body>…</body></html>\n';
const broken =
  /reset|hang up|closed|cut|aborted|ended|terminated|cannot be reached|incomplete|not whole|EOF/i;
const late = /within \d|time-?out|timed out|no (?:whole )?answer|did not (?:answer|end)|deadline/i;
const strange = /JSON|HTML|pars|proxy|not believed|unexpected|Sign in/i;

/** Nothing or not enough comes back; the same for the API and for the registry. */
const ofTransport: readonly Kind[] = [
  { name: 'no answer', fault: { silent: true }, passes: true, cause: late, waits: true },
  { name: 'connection reset', fault: { reset: true }, passes: true, cause: broken },
  { name: 'half an answer', fault: { half: 'cut' }, passes: true, cause: broken },
  {
    name: 'dripping answer',
    fault: { endless: { dripMs: 250 } },
    passes: true,
    cause: late,
    waits: true,
  },
  {
    name: 'HTML, 200',
    fault: { body: page, contentType: 'text/html' },
    passes: false,
    cause: strange,
    astray: /Grant ecr:/,
  },
  {
    name: 'HTML, 502',
    extra: true,
    fault: { status: 502, body: page, contentType: 'text/html' },
    passes: true,
    cause: /502|Bad Gateway|HTML|proxy/i,
  },
];

/** A missing, invalid or wrong answer of ECR's API. Sources: ECR API reference, "Common Errors". */
export const apiKinds: readonly Kind[] = [
  ...ofTransport,
  {
    name: 'throttled',
    fault: { status: 400, type: 'ThrottlingException', message: 'Rate exceeded' },
    passes: true,
    cause: /throttl|Rate exceeded/i,
  },
  {
    name: '429',
    extra: true,
    fault: { status: 429, type: 'TooManyRequestsException', message: 'Too many requests' },
    passes: true,
    cause: /TooManyRequests|Too many requests|429/,
  },
  {
    name: '500',
    fault: {
      status: 500,
      type: 'ServerException',
      message: 'These errors are usually caused by a server-side issue.',
    },
    passes: true,
    cause: /ServerException|server-side/,
  },
  {
    name: '503',
    extra: true,
    fault: { status: 503, type: 'ServiceUnavailable', message: 'The service is not available now' },
    passes: true,
    cause: /ServiceUnavailable|not available/,
  },
  {
    name: 'truncated JSON',
    fault: { half: 'whole' },
    passes: true,
    cause: strange,
    astray: /did not foresee/,
  },
  {
    name: 'empty answer',
    extra: true,
    fault: { body: '' },
    passes: false,
    cause: /ecr:|answer|does not hold|scan to begin|scan that ECR/,
  },
  {
    name: 'endless answer',
    fault: { endless: 'pouring' },
    passes: false,
    cause: /too much|bytes|larger|long/,
  },
  {
    name: '403',
    fault: {
      status: 400,
      type: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::123456789012:assumed-role/ci/job is not authorized to perform: ecr:{operation} on resource: arn:aws:ecr:eu-west-1:123456789012:repository/team/app because no identity-based policy allows the ecr:{operation} action',
    },
    passes: false,
    cause: /ecr:\w+/,
  },
  {
    name: '401',
    fault: {
      status: 401,
      type: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    },
    passes: false,
    cause: /credentials|security token/i,
    astray: /Grant ecr:/,
  },
  {
    name: 'credentials expired',
    fault: {
      status: 400,
      type: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    },
    passes: false,
    cause: /expired/i,
    astray: /Grant ecr:|"Action"/,
  },
];

/**
 * The same for the registry's HTTP interface. Sources: OCI distribution specification; answers of ECR in
 * docs/contributing/facts.md.
 */
export const registryKinds: readonly Kind[] = [
  ...ofTransport,
  {
    name: '429',
    extra: true,
    fault: { status: 429, code: 'TOOMANYREQUESTS', message: 'Rate exceeded' },
    passes: true,
    cause: /429|too ?many ?requests|Rate exceeded/i,
  },
  {
    name: '500',
    fault: { status: 500, code: 'UNKNOWN', message: 'internal server error' },
    passes: true,
    cause: /500|internal server error/i,
  },
  {
    name: '503',
    extra: true,
    fault: { status: 503, code: 'UNAVAILABLE', message: 'service unavailable' },
    passes: true,
    cause: /503|unavailable/i,
  },
  {
    name: '403',
    fault: {
      status: 403,
      code: 'DENIED',
      message:
        'User: arn:aws:sts::123456789012:assumed-role/ci/job is not authorized to perform: ecr:{action} on resource: arn:aws:ecr:eu-west-1:123456789012:repository/team/app because no identity-based policy allows the ecr:{action} action',
    },
    passes: false,
    cause: /ecr:\w+/,
  },
  {
    name: '401',
    fault: { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' },
    passes: false,
    cause: /401|authenti|authoriz|log ?in|credentials/i,
    astray: /Grant ecr:/,
  },
  {
    name: 'token expired',
    fault: {
      status: 403,
      code: 'DENIED',
      message: 'Your authorization token has expired. Reauthenticate and try again.',
    },
    passes: true,
    cause: /expired/i,
    astray: /Grant ecr:|may not/,
  },
];

const stsError = (code: string, message: string) =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code>` +
  `<Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`;
const xml = (status: number, code: string, message: string) => ({
  status,
  body: stsError(code, message),
  contentType: 'text/xml',
});

/** The same for STS, which answers in XML. Source: AWS STS API reference, "Common Errors". */
export const stsKinds: readonly Kind[] = [
  ...ofTransport,
  {
    name: 'throttled',
    fault: xml(400, 'Throttling', 'Rate exceeded'),
    passes: true,
    cause: /throttl|Rate exceeded/i,
  },
  {
    name: '500',
    fault: xml(500, 'InternalFailure', 'The request processing has failed because of an internal error.'),
    passes: true,
    cause: /InternalFailure|internal error/i,
  },
  {
    name: '403',
    fault: xml(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
    passes: false,
    cause: /Not authorized to perform|may not assume|role/i,
  },
  {
    name: 'credentials expired',
    fault: xml(
      400,
      'ExpiredTokenException',
      'Token expired: current date/time must be before the expiration date/time',
    ),
    passes: false,
    cause: /expired/i,
  },
  { name: 'truncated JSON', fault: { half: 'whole' }, passes: true, cause: /STS|XML|answer|role/i },
];

/** The same for the runner's OIDC token service. */
export const oidcKinds: readonly Kind[] = [
  ...ofTransport,
  {
    name: '500',
    fault: { status: 500, body: '{"message":"internal error"}', contentType: 'application/json' },
    passes: true,
    cause: /500|OIDC|token/i,
  },
  {
    name: '403',
    fault: { status: 403, body: '{"message":"Forbidden"}', contentType: 'application/json' },
    passes: false,
    cause: /403|OIDC|token/i,
  },
  { name: 'truncated JSON', fault: { half: 'whole' }, passes: true, cause: /OIDC|token/i },
  {
    name: 'no token',
    fault: { body: '{}', contentType: 'application/json' },
    passes: false,
    cause: /OIDC|token/i,
  },
];
