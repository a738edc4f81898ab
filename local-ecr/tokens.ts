import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** To whom a token was given, and until when. */
interface Token {
  readonly accessKeyId: string;
  readonly expiresAt: number;
  /** Distinguishes tokens made at the same moment, and those before a recall from those after it. */
  readonly serial: string;
}

/** Tokens for the registry's HTTP interface: opaque, bound to the caller, and of limited lifetime. */
export interface Tokens {
  issue(accessKeyId: string): { readonly password: string; readonly expiresAt: number };
  /** To whom a password belongs; `expired` or `unknown` if it is not valid. */
  check(password: string): { readonly accessKeyId: string } | 'expired' | 'unknown';
  expireAll(): void;
}

/** Tokens contain their data and a signature, so that a registry still knows them after a restart. */
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
