import type { IncomingMessage } from 'node:http';
import { AwsError } from './errors.ts';

/** The access key that signed a request. The form of a signature is checked, the signature is not. */
export function signer(request: IncomingMessage, service: string): string {
  const header = request.headers.authorization ?? '';
  if (header === '')
    throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/\s]+)\/\d{8}\/[a-z0-9-]+\/([a-z0-9-]+)\/aws4_request, ?SignedHeaders=[\w;-]+, ?Signature=[0-9a-f]{64}$/.exec(
      header,
    );
  const [, accessKeyId, scope] = match ?? [];
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
  return accessKeyId;
}
