import type * as Sdk from '@aws-sdk/client-ecr';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { RepositoryName } from '../types/names.ts';
import type { ScanAnswer, ScanPage, ScanSettings, ScanStart } from '../types/scan.ts';
import { registryOf, type Client } from './ecr-client.ts';
import { clause } from '../types/text.ts';
import { fromBasic, fromEnhanced } from './ecr-findings.ts';

export async function readScanSettings(
  { sdk, send, target }: Client,
  name: RepositoryName,
): Promise<ScanSettings> {
  try {
    const [registry, repository] = await Promise.all([
      send('GetRegistryScanningConfiguration', undefined, (client) =>
        client.send(new sdk.GetRegistryScanningConfigurationCommand({})),
      ),
      send('BatchGetRepositoryScanningConfiguration', name, (client) =>
        client.send(new sdk.BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [name] })),
      ),
    ]);
    // Neither call takes a registry id: they speak of the caller's own registry.
    if (target.registryId !== undefined && target.registryId !== registry.registryId) {
      return learnFromAnswers(
        `The scanning configuration of account ${target.registryId} can only be read from within it`,
      );
    }
    const frequency = repository.scanningConfigurations?.[0]?.scanFrequency;
    return {
      scanner: registry.scanningConfiguration?.scanType === 'ENHANCED' ? 'enhanced' : 'basic',
      startsByItself: frequency === undefined ? 'unknown' : frequency !== 'MANUAL',
    };
  } catch (error) {
    if (!(error instanceof ShipError) || error.code !== 'access-denied') throw error;
    return learnFromAnswers(`The scanning configuration cannot be read: ${clause(error.what)}`);
  }
}

function learnFromAnswers(why: string): ScanSettings {
  return {
    scanner: 'unknown',
    startsByItself: 'unknown',
    notice: `${why}; the scan is judged by what the registry answers.`,
  };
}

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
    if (error instanceof sdk.ImageNotFoundException)
      return { kind: 'refused', reason: 'unavailable', detail: error.message };
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
    throw error;
  }
}

export async function readScan(
  { sdk, send, target }: Client,
  name: RepositoryName,
  digest: Digest,
  nextToken: string | undefined,
): Promise<ScanAnswer> {
  try {
    const answer = await send('DescribeImageScanFindings', name, (client) =>
      client.send(
        new sdk.DescribeImageScanFindingsCommand({
          ...registryOf(target),
          repositoryName: name,
          imageId: { imageDigest: digest },
          maxResults: 1000,
          ...(nextToken !== undefined && { nextToken }),
        }),
      ),
    );
    return { kind: 'status', page: scanPage(answer) };
  } catch (error) {
    // Both are answered for a while just after a push.
    if (error instanceof sdk.ScanNotFoundException || error instanceof sdk.ImageNotFoundException) {
      return { kind: 'no-scan', detail: error.message };
    }
    throw error;
  }
}

function scanPage(answer: Sdk.DescribeImageScanFindingsResponse): ScanPage {
  const found = answer.imageScanFindings;
  const enhanced = found?.enhancedFindings;
  const counts: Readonly<Record<string, number>> = found?.findingSeverityCounts ?? {};
  const completedAt = found?.imageScanCompletedAt?.getTime();
  const detail = answer.imageScanStatus?.description;
  return {
    scanner: enhanced !== undefined && enhanced.length > 0 ? 'enhanced' : 'basic',
    status: answer.imageScanStatus?.status ?? 'none',
    ...(detail !== undefined && { detail }),
    ...(completedAt !== undefined && { completedAt }),
    announced: Object.values(counts).reduce((total, count) => total + count, 0),
    findings: [...(found?.findings ?? []).map(fromBasic), ...(enhanced ?? []).flatMap(fromEnhanced)],
    ...(answer.nextToken !== undefined && { nextToken: answer.nextToken }),
  };
}
