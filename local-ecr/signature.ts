import type { IncomingMessage } from 'node:http';
import { AwsError } from './errors.ts';

/** Who signed a request, and for which region. */
export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
  /** The session token of a temporary key. */
  readonly sessionToken: string | undefined;
}

/** Reads who signed a request. Checks the signature's form, not the signature. */
export function signer(request: IncomingMessage, service: string): Signature {
  const header = request.headers.authorization ?? '';
  if (header === '')
    throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/\s]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, ?SignedHeaders=[\w;-]+, ?Signature=[0-9a-f]{64}$/.exec(
      header,
    );
  const [, accessKeyId, region = '', scope] = match ?? [];
  if (accessKeyId === undefined) {
    throw new AwsError(
      'IncompleteSignatureException',
      `Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters. Authorization=${header}`,
    );
  }
  if (scope !== service) {
    throw new AwsError(
      'InvalidSignatureException',
      `Credential should be scoped to correct service: '${service}'. `,
    );
  }
  const token = request.headers['x-amz-security-token'];
  return { accessKeyId, region, sessionToken: typeof token === 'string' ? token : undefined };
}
