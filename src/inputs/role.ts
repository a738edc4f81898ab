import { parseAccountId, type AccountId } from '../types/names.ts';
import { isSessionName, parseRoleArn, type RoleArn } from '../types/role.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';
import { parseSpan } from './scalars.ts';

/** Parses `role-to-assume`: the whole ARN, because a name alone does not give the account. */
export function parseRole(text: string): Parsed<RoleArn> {
  const form = 'the ARN of a role such as arn:aws:iam::123456789012:role/deploy';
  const arn = parseRoleArn(text);
  if (arn !== undefined) return ok(arn);
  if (/:assumed-role\//.test(text)) return notAllowed(`${form}, not that of a session of the role`);
  if (!text.startsWith('arn:')) return notAllowed(`${form}, with the account in front of the name`);
  return notAllowed(form);
}

/** Parses `role-session-name`. */
export function parseSessionName(text: string): Parsed<string> {
  return isSessionName(text) ? ok(text) : notAllowed('2 to 64 letters, digits and _ + = , . @ -');
}

/** Parses `role-duration`, in seconds. Source: AWS STS API reference, AssumeRoleWithWebIdentity, DurationSeconds. */
export function parseRoleDuration(text: string): Parsed<number> {
  const form = 'a time with its unit, from 15m to 12h, such as 1h or 90m';
  const span = parseSpan(text, { from: 900_000, to: 12 * 3600_000, form });
  return span.ok ? ok(span.value / 1000) : span;
}

/** Parses one entry of `allowed-account-ids`. */
export function parseAllowedAccount(text: string): Parsed<AccountId> {
  const id = parseAccountId(text);
  return id === undefined ? notAllowed('AWS account ids of 12 digits, in quotes') : ok(id);
}
