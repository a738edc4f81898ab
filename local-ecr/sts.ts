import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authenticated } from './authentication.ts';
import { AwsError } from './errors.ts';
import { issuer, type Oidc } from './oidc.ts';
import type { Caller, Principals } from './principals.ts';
import { accountOf, type Role, type Session } from './sessions.ts';
import { decideResource } from './resource-policy.ts';

export interface StsContext {
  readonly principals: Principals;
  readonly oidc: Oidc;
}

/** The operation of a request in the query protocol. */
export function stsOperationOf(body: string): string {
  return new URLSearchParams(body).get('Action') ?? '';
}

/** AWS STS in the query protocol: the caller's identity, and assuming roles. */
export function answerSts(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  context: StsContext,
): void {
  response.setHeader('content-type', 'text/xml');
  try {
    const parameters = new URLSearchParams(body);
    const action = parameters.get('Action') ?? '';
    const operation = Object.hasOwn(operations, action) ? operations[action] : undefined;
    if (operation === undefined) throw new AwsError('InvalidAction', `Could not find operation ${action}`);
    const call: StsCall = { ...context, parameters, caller: () => callerOf(request, body, context) };
    const result = operation(call);
    response
      .writeHead(200)
      .end(
        `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result>` +
          `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
      );
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    response
      .writeHead(error.status === 400 && forbidden.has(codeOf(error)) ? 403 : error.status)
      .end(
        `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>` +
          `<Code>${codeOf(error)}</Code><Message>${escaped(error.message)}</Message></Error></ErrorResponse>`,
      );
  }
}

/**
 * With some exceptions, STS names its errors without the suffix that ECR uses. Source: AWS STS API reference, "Common
 * Errors".
 */
function codeOf({ type }: AwsError): string {
  return otherNames[type] ?? type.replace(/Exception$/, '');
}

const otherNames: Readonly<Record<string, string>> = {
  ExpiredTokenException: 'ExpiredTokenException',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  UnrecognizedClientException: 'InvalidClientTokenId',
};

const forbidden: ReadonlySet<string> = new Set([
  'AccessDenied',
  'InvalidClientTokenId',
  'MissingAuthenticationToken',
  'SignatureDoesNotMatch',
]);

interface StsCall extends StsContext {
  readonly parameters: URLSearchParams;
  /** Who signed the request. Throws if nobody did. */
  readonly caller: () => Caller;
}

/** Each operation returns the XML of its result. Source: AWS STS API reference. */
const operations: Readonly<Record<string, (call: StsCall) => string>> = {
  GetCallerIdentity({ caller }) {
    const { arn, accessKeyId, accountId } = caller();
    return `<Arn>${escaped(arn)}</Arn><UserId>AROALOCALECR:${escaped(accessKeyId)}</UserId><Account>${accountId}</Account>`;
  },

  AssumeRole(call) {
    const caller = call.caller();
    const arn = required(call, 'RoleArn');
    const role = call.principals.role(arn);
    const facts = {
      'aws:principalarn': caller.roleArn ?? caller.arn,
      'aws:principalaccount': caller.accountId,
      'sts:externalid': call.parameters.get('ExternalId') ?? undefined,
      'sts:rolesessionname': required(call, 'RoleSessionName'),
    };
    const trust =
      role === undefined ? 'not allowed' : decideResource(role.trustPolicy, 'sts:AssumeRole', caller, facts);
    // If the trust policy names the caller, it is enough within an account; otherwise the caller's own policies
    // decide too.
    const isEnough = trust === 'allowed' && accountOf(arn) === caller.accountId;
    const isAllowed =
      (trust === 'allowed' || trust === 'delegated') && (isEnough || caller.may('sts:AssumeRole', arn));
    if (role === undefined || !isAllowed)
      throw new AwsError(
        'AccessDenied',
        `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
        403,
      );
    // Every caller here is itself a role's session.
    return assumed(call, role, {
      seconds: 3600,
      what: 'the 1 hour session limit for roles assumed by role chaining',
    });
  },

  AssumeRoleWithWebIdentity(call) {
    const token = required(call, 'WebIdentityToken');
    const claims = claimsIn(call.oidc, token);
    const arn = required(call, 'RoleArn');
    const role = call.principals.role(arn);
    const provider = issuer.replace('https://', '');
    const facts = {
      ...Object.fromEntries(
        Object.entries(claims).map(([name, value]) => [`${provider}:${name}`, String(value)]),
      ),
      'sts:rolesessionname': required(call, 'RoleSessionName'),
    };
    const federated = {
      arn: `arn:aws:iam::${accountOf(arn)}:oidc-provider/${provider}`,
      accountId: undefined,
    };
    const decision =
      role === undefined
        ? 'not allowed'
        : decideResource(role.trustPolicy, 'sts:AssumeRoleWithWebIdentity', federated, facts);
    if (role === undefined || decision !== 'allowed')
      throw new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403);
    const subject = escaped(String(claims['sub']));
    return (
      assumed(call, role, { seconds: 43_200, what: 'the 12 hours that a session may have' }) +
      `<SubjectFromWebIdentityToken>${subject}</SubjectFromWebIdentityToken>` +
      `<Audience>${escaped(String(claims['aud']))}</Audience><Provider>${federated.arn}</Provider>`
    );
  },
};

function claimsIn(oidc: Oidc, token: string) {
  const claims = oidc.read(token);
  if (claims === 'forged')
    throw new AwsError(
      'InvalidIdentityToken',
      "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    );
  if (claims === 'expired')
    throw new AwsError(
      'ExpiredTokenException',
      'Token expired: current date/time must be before the expiration date/time',
    );
  return claims;
}

/** Opens a session, if it may last that long. */
function assumed(
  call: StsCall,
  role: Role,
  most: { readonly seconds: number; readonly what: string },
): string {
  const { principals, parameters } = call;
  const name = required(call, 'RoleSessionName');
  const seconds = Number(parameters.get('DurationSeconds') ?? '3600');
  if (seconds > (role.maxSessionSeconds ?? 3600))
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  if (seconds > most.seconds)
    throw new AwsError('ValidationError', `The requested DurationSeconds exceeds ${most.what}`);
  return sessionXml(principals.sessions.open(role, name, seconds));
}

function sessionXml({ accessKeyId, secretAccessKey, sessionToken, expiresAt, arn, userId }: Session): string {
  return (
    `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>` +
    `<SessionToken>${sessionToken}</SessionToken><Expiration>${new Date(expiresAt).toISOString()}</Expiration></Credentials>` +
    `<AssumedRoleUser><AssumedRoleId>${escaped(userId)}</AssumedRoleId><Arn>${escaped(arn)}</Arn></AssumedRoleUser>`
  );
}

function callerOf(request: IncomingMessage, body: string, { principals }: StsContext): Caller {
  return principals.caller(authenticated(principals, 'sts', request, body).accessKeyId);
}

function required({ parameters }: StsCall, name: string): string {
  const value = parameters.get(name);
  if (value !== null && value !== '') return value;
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value at '${name.charAt(0).toLowerCase()}${name.slice(1)}' failed to satisfy constraint: Member must not be null`,
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
