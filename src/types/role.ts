import type { Brand } from './brand.ts';
import { parseAccountId, type AccountId } from './names.ts';

/** The ARN of an IAM role. Made by `parseRoleArn`. */
export type RoleArn = Brand<string, 'RoleArn'>;

/** The role that a run takes on, and how. It is plain data and no secret: the post step takes it on once more. */
export interface RoleRequest {
  readonly arn: RoleArn;
  readonly sessionName: string;
  readonly durationSeconds: number;
  /** Whom the job's OIDC token is for. */
  readonly audience: string;
}

/** What an OIDC token says of itself, as far as a trust policy asks for it. Claims are no secret, the token is. */
export interface TokenClaims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
}

const form = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/[\w+=,.@/-]{1,576}$/;

/** The whole ARN of a role, path included. Source: IAM user guide, "IAM identifiers"; names have 64, paths 512 characters. */
export function parseRoleArn(text: string): RoleArn | undefined {
  return form.test(text) ? (text as RoleArn) : undefined;
}

/** The account that the role belongs to. */
export function accountOfRole(arn: RoleArn): AccountId {
  const [, , account = ''] = form.exec(arn) ?? [];
  const id = parseAccountId(account);
  if (id === undefined) throw new Error(`no role: ${arn}`);
  return id;
}

export function partitionOfRole(arn: RoleArn): string {
  return form.exec(arn)?.[1] ?? 'aws';
}

/** Legal in the name of a session. Source: AWS STS API reference, AssumeRoleWithWebIdentity, RoleSessionName. */
export function isSessionName(text: string): boolean {
  return /^[\w+=,.@-]{2,64}$/.test(text);
}

/** The account in the ARN of a caller; undefined where it has none. */
export function accountOfCaller(arn: string): AccountId | undefined {
  return parseAccountId(/^arn:aws[a-z-]*:(?:iam|sts)::(\d{12}):/.exec(arn)?.[1] ?? '');
}

/**
 * The statement of a trust policy that lets exactly this token in. The provider and the condition keys are called after
 * the issuer without its scheme. Source: IAM user guide, "Create a role for OpenID Connect federation".
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

/** The statement of a trust policy that lets a caller of AssumeRole in. */
export function chainStatement(callerArn: string): object {
  return { Effect: 'Allow', Principal: { AWS: roleOfSession(callerArn) }, Action: 'sts:AssumeRole' };
}

/** The role of a session, which is what a policy names; its path is not in the session's ARN. */
function roleOfSession(arn: string): string {
  return arn.replace(/^(arn:aws[a-z-]*:)sts(::\d{12}:)assumed-role\/([^/]+)\/.*$/, '$1iam$2role/$3');
}
