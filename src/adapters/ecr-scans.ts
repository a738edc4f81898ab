import type * as Sdk from '@aws-sdk/client-ecr';
import type { PageRequest } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { RepositoryName } from '../types/names.ts';
import type { ScanAnswer, ScanPage, ScanStart } from '../types/scan.ts';
import { registryOf, type Client } from './ecr-client.ts';
import { fromBasic, fromEnhanced } from './ecr-findings.ts';

export async function startScan(
  { sdk, send, target }: Client,
  name: RepositoryName,
  digest: Digest,
): Promise<ScanStart> {
  try {
    await send(
      'StartImageScan',
      name,
      (client) =>
        client.send(
          new sdk.StartImageScanCommand({
            ...registryOf(target),
            repositoryName: name,
            imageId: { imageDigest: digest },
          }),
        ),
      { once: true },
    );
    return { kind: 'started' };
  } catch (error) {
    if (error instanceof sdk.LimitExceededException) return { kind: 'already-scanned' };
    // Answered for a while just after a push.
    if (error instanceof sdk.ImageNotFoundException) return { kind: 'not-now', detail: error.message };
    if (error instanceof sdk.UnsupportedImageTypeException) {
      return { kind: 'refused', reason: 'unsupported', detail: error.message };
    }
    if (error instanceof sdk.ImageArchivedException)
      return { kind: 'refused', reason: 'archived', detail: error.message };
    if (error instanceof sdk.ValidationException) {
      // What enhanced scanning answers, as observed by several tools; AWS documents no text.
      return /feature is disabled/i.test(error.message)
        ? { kind: 'starts-by-itself' }
        : { kind: 'refused', reason: 'unavailable', detail: error.message };
    }
    // The call is sent once, so that what the SDK would try again comes out here; whoever polls asks again.
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
  name: RepositoryName,
  digest: Digest,
  { size, token }: PageRequest,
): Promise<ScanAnswer> {
  try {
    const answer = await send('DescribeImageScanFindings', name, (client) =>
      client.send(
        new sdk.DescribeImageScanFindingsCommand({
          ...registryOf(target),
          repositoryName: name,
          imageId: { imageDigest: digest },
          maxResults: size,
          ...(token !== undefined && { nextToken: token }),
        }),
      ),
    );
    const status = answer.imageScanStatus?.status ?? '';
    // Reported of images whose scan has not begun, in place of an exception (aws/containers-roadmap#2656).
    if (status === '') return { kind: 'no-scan', detail: 'the answer has no status' };
    return { kind: 'status', page: scanPage(status, answer) };
  } catch (error) {
    // Both are answered for a while just after a push.
    if (error instanceof sdk.ScanNotFoundException || error instanceof sdk.ImageNotFoundException) {
      return { kind: 'no-scan', detail: error.message };
    }
    // The SDK has tried several times; whoever polls has more patience.
    if (isPassing(error)) return { kind: 'busy', detail: error.what };
    throw error;
  }
}

function scanPage(status: string, answer: Sdk.DescribeImageScanFindingsResponse): ScanPage {
  const found = answer.imageScanFindings;
  const enhanced = found?.enhancedFindings;
  const counts: Readonly<Record<string, number>> = found?.findingSeverityCounts ?? {};
  const completedAt = found?.imageScanCompletedAt?.getTime();
  const detail = answer.imageScanStatus?.description;
  return {
    scanner: scannerOf(status, found),
    status,
    ...(detail !== undefined && { detail }),
    ...(completedAt !== undefined && { completedAt }),
    announced: Object.values(counts).reduce((total, count) => total + count, 0),
    received: (found?.findings?.length ?? 0) + (enhanced?.length ?? 0),
    findings: [...(found?.findings ?? []).map(fromBasic), ...(enhanced ?? []).flatMap(fromEnhanced)],
    ...(answer.nextToken !== undefined && { nextToken: answer.nextToken }),
  };
}

/** An enhanced registry can answer with an empty list of basic findings, so that an empty list tells nothing. */
function scannerOf(status: string, found: Sdk.ImageScanFindings | undefined): ScanPage['scanner'] {
  if (found?.enhancedFindings !== undefined || status === 'ACTIVE') return 'enhanced';
  return found?.findings !== undefined && found.findings.length > 0 ? 'basic' : 'unknown';
}
