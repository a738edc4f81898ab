import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Whoever a token was given to, until when. */
interface Token {
  readonly accessKeyId: string;
  readonly expiresAt: number;
  /** Makes tokens of the same moment differ, and tells those before a recall from those after it. */
  readonly serial: string;
}

/** Tokens for the registry's HTTP interface: opaque, bound to who asked for them, and not for ever. */
export interface Tokens {
  issue(accessKeyId: string): { readonly password: string; readonly expiresAt: number };
  /** Whose a password is; `expired` or `unknown` where it lets nobody in. */
  check(password: string): { readonly accessKeyId: string } | 'expired' | 'unknown';
  expireAll(): void;
}

/** Tokens hold what they say and a signature, so that a registry that was stopped and started still knows them. */
export function startTokens(clock: { now(): number }, lifetimeMs: number, key: string): Tokens {
  let era = randomBytes(8).toString('hex');
  const recalled = new Set<string>();
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest('base64url');
  return {
    issue(accessKeyId) {
      const expiresAt = clock.now() + lifetimeMs;
      const token: Token = { accessKeyId, expiresAt, serial: `${era}:${randomBytes(16).toString('hex')}` };
      const payload = Buffer.from(JSON.stringify(token)).toString('base64url');
      return { password: `${payload}.${sign(payload)}`, expiresAt };
    },
    check(password) {
      const [payload = '', signature = ''] = password.split('.');
      const [given, right] = [Buffer.from(signature), Buffer.from(sign(payload))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return 'unknown';
      const token = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Token;
      const isRecalled = recalled.has(token.serial.split(':')[0] ?? '');
      return isRecalled || token.expiresAt <= clock.now() ? 'expired' : { accessKeyId: token.accessKeyId };
    },
    expireAll() {
      recalled.add(era);
      era = randomBytes(8).toString('hex');
    },
  };
}
