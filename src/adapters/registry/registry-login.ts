import type { Credentials } from '../../types/credentials.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { firstError, saysExpired } from './registry-errors.ts';

/** A login that expires this soon is renewed before it is used. In milliseconds. */
const leastLoginMs = 60_000;

/** The login in use: taken once for all who want one at the same time, and renewed before it expires. */
export function keepLogin(
  login: () => Promise<Credentials>,
  now: () => number,
): {
  current(): Promise<Credentials>;
  renew(): Promise<Credentials>;
} {
  let held: Promise<Credentials> | undefined;
  const renew = () => {
    const taking = login();
    held = taking;
    taking.catch(() => {
      if (held === taking) held = undefined;
    });
    return taking;
  };
  return {
    async current() {
      const credentials = await (held ?? renew());
      return credentials.expiresAt - now() < leastLoginMs ? renew() : credentials;
    },
    renew,
  };
}

/**
 * ECR answers 401 or 403 to an expired login, and says that it has expired. Source: docs/contributing/facts.md, "An
 * expired token".
 */
export function mayHaveExpired({ status, body }: HttpAnswer): boolean {
  return status === 401 || (status === 403 && saysExpired(firstError(body)));
}
