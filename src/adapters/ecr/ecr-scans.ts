import type * as Sdk from '@aws-sdk/client-ecr';
import type { PageRequest } from '../../ports.ts';
import { ShipError } from '../../types/errors.ts';
import type { ScanAnswer, ScanStart } from '../../types/scan.ts';
import { registryOf, type Client } from './ecr-client.ts';
import { otherStart, scanAnswer, type Asked } from './scan-answer.ts';

export async function startScan(
  { sdk, send, target }: Client,
  asked: Asked,
  withinMs: number,
): Promise<ScanStart> {
  const { name } = asked.repository;
  try {
    const answer = await send(
      'StartImageScan',
      name,
      (client, options) =>
        client.send(
          new sdk.StartImageScanCommand({
            ...registryOf(target),
            repositoryName: name,
            imageId: { imageDigest: asked.digest },
          }),
          options,
        ),
      { once: true, withinMs },
    );
    const other = otherStart(answer, asked);
    return other === undefined
      ? { kind: 'started' }
      : { kind: 'refused', reason: 'unavailable', detail: other };
  } catch (error) {
    if (error instanceof sdk.LimitExceededException) return { kind: 'already-scanned' };
    // This is the answer for a while just after a push.
    if (error instanceof sdk.ImageNotFoundException) return { kind: 'not-now', detail: error.message };
    if (error instanceof sdk.UnsupportedImageTypeException) {
      return { kind: 'refused', reason: 'unsupported', detail: error.message };
    }
    if (error instanceof sdk.ImageArchivedException)
      return { kind: 'refused', reason: 'archived', detail: error.message };
    if (error instanceof sdk.ValidationException) {
      // What enhanced scanning answers, as several tools have observed; AWS documents no text.
      return /feature is disabled/i.test(error.message)
        ? { kind: 'starts-by-itself' }
        : { kind: 'refused', reason: 'unavailable', detail: error.message };
    }
    // The call is sent once, so errors that the SDK would retry arrive here; the caller polls and asks again.
    if (isPassing(error)) return { kind: 'not-now', detail: error.what };
    throw error;
  }
}

/** Too many requests at once, or a fault within AWS. Source: AWS common errors. */
function isPassing(error: unknown): error is ShipError {
  if (!(error instanceof ShipError)) return false;
  if (error.code === 'registry-unreachable') return true;
  const { name, $metadata } = (error.cause ?? {}) as Partial<Sdk.ECRServiceException>;
  return /Throttl|TooManyRequests|^TimeoutError$/.test(name ?? '') || ($metadata?.httpStatusCode ?? 0) >= 500;
}

export async function readScan(
  { sdk, send, target }: Client,
  asked: Asked,
  { size, token, withinMs }: PageRequest,
): Promise<ScanAnswer> {
  const { name } = asked.repository;
  try {
    const answer = await send(
      'DescribeImageScanFindings',
      name,
      (client, options) =>
        client.send(
          new sdk.DescribeImageScanFindingsCommand({
            ...registryOf(target),
            repositoryName: name,
            imageId: { imageDigest: asked.digest },
            maxResults: size,
            ...(token !== undefined && { nextToken: token }),
          }),
          options,
        ),
      withinMs === undefined ? {} : { withinMs },
    );
    return scanAnswer(answer, asked);
  } catch (error) {
    // Both are answers for a while just after a push.
    if (error instanceof sdk.ScanNotFoundException || error instanceof sdk.ImageNotFoundException) {
      return { kind: 'no-scan', detail: error.message };
    }
    // The SDK has tried several times; the caller polls, and is more patient.
    if (isPassing(error)) return { kind: 'busy', detail: error.what };
    throw error;
  }
}
