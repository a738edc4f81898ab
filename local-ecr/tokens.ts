import { randomBytes } from 'node:crypto';

/** Whoever a token was given to, until when. */
interface Token {
  readonly principal: string;
  expiresAt: number;
}

/** Tokens for the registry's HTTP interface: opaque, bound to who asked for them, and not for ever. */
export interface Tokens {
  issue(principal: string): { readonly password: string; readonly expiresAt: number };
  /** Who a password belongs to; `expired` or `unknown` where it lets nobody in. */
  check(password: string): { readonly principal: string } | 'expired' | 'unknown';
  expireAll(): void;
}

export function startTokens(clock: { now(): number }, lifetimeMs: number): Tokens {
  const tokens = new Map<string, Token>();
  return {
    issue(principal) {
      const password = randomBytes(96).toString('base64url');
      const expiresAt = clock.now() + lifetimeMs;
      tokens.set(password, { principal, expiresAt });
      return { password, expiresAt };
    },
    check(password) {
      const token = tokens.get(password);
      if (token === undefined) return 'unknown';
      return token.expiresAt <= clock.now() ? 'expired' : { principal: token.principal };
    },
    expireAll() {
      for (const token of tokens.values()) token.expiresAt = 0;
    },
  };
}
