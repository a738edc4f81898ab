import { randomBytes } from 'node:crypto';
import { AwsError } from './errors.ts';
import type { PolicyDocument } from './iam.ts';
import type { ResourcePolicy } from './resource-policy.ts';

/** A role that can be assumed. */
export interface Role {
  readonly arn: string;
  readonly trustPolicy: ResourcePolicy;
  /** What its sessions may do; by default everything in their account. */
  readonly policy?: PolicyDocument;
  /** By default an hour, as at AWS. */
  readonly maxSessionSeconds?: number;
}

/** The credentials of a role's session. */
export interface Session {
  readonly role: Role;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAt: number;
  readonly arn: string;
  readonly userId: string;
}

export interface Sessions {
  /** Opens a session, without checking the trust policy. */
  open(role: Role, name: string, seconds: number): Session;
  of(accessKeyId: string): Session | undefined;
  /** Checks an access key's session token and its expiry. Throws as ECR does. */
  check(accessKeyId: string, sessionToken: string | undefined): void;
}

/** The prefix of keys issued by STS. Source: IAM user guide, "Unique identifiers". */
const prefix = 'ASIA';

export function startSessions(clock: { now(): number }): Sessions {
  const sessions = new Map<string, Session>();
  return {
    of: (accessKeyId) => sessions.get(accessKeyId),
    open(role, name, seconds) {
      const account = accountOf(role.arn);
      const roleName = role.arn.slice(role.arn.lastIndexOf('/') + 1);
      const session: Session = {
        role,
        accessKeyId: `${prefix}${randomBytes(8).toString('hex').toUpperCase()}`,
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: randomBytes(120).toString('base64'),
        expiresAt: clock.now() + seconds * 1000,
        arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${name}`,
        userId: `AROALOCALECR${account}:${name}`,
      };
      sessions.set(session.accessKeyId, session);
      return session;
    },
    check(accessKeyId, sessionToken) {
      const session = sessions.get(accessKeyId);
      const isRight =
        session === undefined ? !accessKeyId.startsWith(prefix) : session.sessionToken === sessionToken;
      if (!isRight)
        throw new AwsError(
          'UnrecognizedClientException',
          'The security token included in the request is invalid.',
        );
      if (session !== undefined && session.expiresAt <= clock.now())
        throw new AwsError('ExpiredTokenException', 'The security token included in the request is expired');
    },
  };
}

export function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}
