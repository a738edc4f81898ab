import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { AwsError } from './errors.ts';

/** How far a client's clock may differ from the server's. Source: IAM user guide, "AWS Signature Version 4". */
const mostSkewMs = 5 * 60_000;

/** A request, and what is needed to check its signature. */
export interface SignedRequest {
  readonly request: IncomingMessage;
  readonly body: string;
  readonly secret: string;
  readonly now: number;
}

/**
 * Throws InvalidSignatureException unless a request was signed with the secret, and recently.
 * Sources: IAM user guide, "Create a signed AWS API request"; for the message about time boto/botocore#149.
 */
export function verifySignature(signed: SignedRequest): void {
  const { request, secret, now } = signed;
  const header = request.headers.authorization ?? '';
  const [, scope = '', names = '', given = ''] =
    /Credential=[^/]+\/([^,]+), ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(header) ?? [];
  const date = String(request.headers['x-amz-date'] ?? '');
  requireRecent(date, now);
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonicalRequest(signed, names))].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((derived, part) => hmac(derived, part), `AWS4${secret}`);
  if (!timingSafeEqual(hmac(key, toSign), Buffer.from(given, 'hex')))
    throw new AwsError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
}

/** Method, path, query, the signed headers, their names, and the body's hash, each on its own line. */
function canonicalRequest({ request, body }: SignedRequest, names: string): string {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const query = [...searchParams]
    .map(([name, value]) => `${strict(name)}=${strict(value)}`)
    .sort()
    .join('&');
  const headers = names
    .split(';')
    .map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}\n`,
    )
    .join('');
  // Every service except S3 encodes a path once more than HTTP does.
  const path = pathname.split('/').map(strict).join('/');
  return [request.method ?? '', path, query, headers, names, sha256(body)].join('\n');
}

/** Encodes as in RFC 3986: everything except unreserved characters. */
function strict(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function requireRecent(date: string, now: number): void {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(signedAt))
    throw new AwsError(
      'IncompleteSignatureException',
      `Date must be in ISO-8601 'basic format'. Got '${date}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  const [earliest, latest] = [now - mostSkewMs, now + mostSkewMs];
  if (signedAt < earliest)
    throw new AwsError(
      'InvalidSignatureException',
      `Signature expired: ${date} is now earlier than ${basic(earliest)} (${basic(now)} - 5 min.)`,
    );
  if (signedAt > latest)
    throw new AwsError(
      'InvalidSignatureException',
      `Signature not yet current: ${date} is still later than ${basic(latest)} (${basic(now)} + 5 min.)`,
    );
}

/** Formats a time as in signatures, to the second. */
function basic(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
