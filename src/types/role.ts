import type { Brand } from './brand.ts';
import { parseAccountId, type AccountId } from './names.ts';

/** The ARN of an IAM role. Made by `parseRoleArn`. */
export type RoleArn = Brand<string, 'RoleArn'>;

/** The role that a run assumes, and how. It is plain data and not secret: the post step assumes it again. */
export interface RoleRequest {
  readonly arn: RoleArn;
  readonly sessionName: string;
  readonly durationSeconds: number;
  /** The audience of the job's OIDC token. */
  readonly audience: string;
}

/** The claims of an OIDC token that trust policies ask for. Claims are not secret, the token is. */
export interface TokenClaims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
}

const form = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/[\w+=,.@/-]{1,576}$/;

/**
 * The whole ARN of a role, with its path. Names have up to 64, paths up to 512 characters.
 * Source: IAM user guide, "IAM identifiers".
 */
export function parseRoleArn(text: string): RoleArn | undefined {
  return form.test(text) ? (text as RoleArn) : undefined;
}

/** The account to which the role belongs. */
export function accountOfRole(arn: RoleArn): AccountId {
  const [, , account = ''] = form.exec(arn) ?? [];
  const id = parseAccountId(account);
  if (id === undefined) throw new Error(`no role: ${arn}`);
  return id;
}

export function partitionOfRole(arn: RoleArn): string {
  return form.exec(arn)?.[1] ?? 'aws';
}

/** Whether a text is a valid session name. Source: AWS STS API reference, AssumeRoleWithWebIdentity, RoleSessionName. */
export function isSessionName(text: string): boolean {
  return /^[\w+=,.@-]{2,64}$/.test(text);
}

/** The account in a caller's ARN; undefined if it has none. */
export function accountOfCaller(arn: string): AccountId | undefined {
  return parseAccountId(/^arn:aws[a-z-]*:(?:iam|sts)::(\d{12}):/.exec(arn)?.[1] ?? '');
}

/**
 * The statement of a trust policy that admits exactly this token. The provider and the condition keys are named after
 * the issuer, without its scheme. Source: IAM user guide, "Create a role for OpenID Connect federation".
 */
export function trustStatement(role: RoleRequest, { iss, sub, aud }: TokenClaims): object {
  const provider = iss.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return {
    Effect: 'Allow',
    Principal: {
      Federated: `arn:${partitionOfRole(role.arn)}:iam::${accountOfRole(role.arn)}:oidc-provider/${provider}`,
    },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${provider}:aud`]: aud, [`${provider}:sub`]: sub } },
  };
}

/** The statement of a trust policy that admits a caller of AssumeRole. */
export function chainStatement(callerArn: string): object {
  return { Effect: 'Allow', Principal: { AWS: roleOfSession(callerArn) }, Action: 'sts:AssumeRole' };
}

/** The role of a session, which is what policies name; a session's ARN does not have the role's path. */
function roleOfSession(arn: string): string {
  return arn.replace(/^(arn:aws[a-z-]*:)sts(::\d{12}:)assumed-role\/([^/]+)\/.*$/, '$1iam$2role/$3');
}
