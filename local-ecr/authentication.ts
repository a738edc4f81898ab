import type { IncomingMessage } from 'node:http';
import type { Principals } from './principals.ts';
import { verifySignature } from './signature-check.ts';
import { signer, type Signature } from './signature.ts';

/**
 * The secret of every access key that STS did not issue. It is not really secret: it only lets a client's signing be
 * checked.
 */
export const commonSecret = 'local-ecr';

/**
 * Who signed a request to a service's API. Throws if nobody did, if the session has expired, or if the signature is
 * wrong.
 */
export function authenticated(
  { sessions, signatures }: Principals,
  service: string,
  request: IncomingMessage,
  body: string,
): Signature {
  const signature = signer(request, service);
  sessions.check(signature.accessKeyId, signature.sessionToken);
  if (signatures !== undefined) {
    const secret = sessions.of(signature.accessKeyId)?.secretAccessKey ?? commonSecret;
    verifySignature({ request, body, secret, now: signatures.now() });
  }
  return signature;
}
