import type { RepositoryName } from '../../types/names.ts';
import { ShipError } from '../../types/errors.ts';
import type { ScanFrequency, ScanSettings } from '../../types/scan.ts';
import { clause } from '../../types/text.ts';
import type { Client } from './ecr-client.ts';

/**
 * How the registry scans this repository. The kind of scanner is a setting of the registry; when it scans follows
 * from the registry's rules, whose filters ECR itself applies to the repository's name. What may not be read is
 * `unknown`. The repository's `scanOnPush` is deprecated and may say something else.
 * Source: ECR API reference, GetRegistryScanningConfiguration, BatchGetRepositoryScanningConfiguration.
 */
export async function readScanSettings(client: Client, name: RepositoryName): Promise<ScanSettings> {
  const [registry, repository] = await Promise.all([
    unlessDenied(readScanner(client)),
    unlessDenied(readFrequency(client, name)),
  ]);
  const denials = [registry, repository].flatMap((part) => (part.denied ? [clause(part.what)] : []));
  const notice = denials.length > 0 && {
    notice: learnt(`The scanning configuration cannot be read: ${denials.join('; ')}`),
  };
  const { registryId } = client.target;
  // Neither call takes a registry id: they describe the caller's own registry, which may be a different one.
  if (registryId !== undefined && registry.denied)
    return { scanner: 'unknown', frequency: 'unknown', ...notice };
  if (registryId !== undefined && !registry.denied && registry.value.registryId !== registryId) {
    return {
      scanner: 'unknown',
      frequency: 'unknown',
      notice: learnt(`The scanning configuration of account ${registryId} can only be read from within it`),
    };
  }
  const frequency = repository.denied ? 'unknown' : repository.value;
  const scanner = registry.denied ? 'unknown' : registry.value.scanner;
  return { scanner: scanner === 'unknown' ? scannerWith(frequency) : scanner, frequency, ...notice };
}

function learnt(why: string): string {
  return `${why}; the scan is judged by what the registry answers.`;
}

/** Only Amazon Inspector scans continuously. */
function scannerWith(frequency: ScanFrequency): ScanSettings['scanner'] {
  return frequency === 'continuous' ? 'enhanced' : 'unknown';
}

async function readScanner({ sdk, send }: Client): Promise<{
  readonly scanner: ScanSettings['scanner'];
  readonly registryId: string | undefined;
}> {
  const answer = await send('GetRegistryScanningConfiguration', undefined, (client, options) =>
    client.send(new sdk.GetRegistryScanningConfigurationCommand({}), options),
  );
  return { scanner: scannerOf(answer.scanningConfiguration?.scanType), registryId: answer.registryId };
}

/** An unknown kind is not taken for basic scanning, whose empty results are trusted soonest. */
function scannerOf(scanType: string | undefined): ScanSettings['scanner'] {
  switch (scanType) {
    case 'BASIC':
      return 'basic';
    case 'ENHANCED':
      return 'enhanced';
    default:
      return 'unknown';
  }
}

async function readFrequency({ sdk, send }: Client, name: RepositoryName): Promise<ScanFrequency> {
  const answer = await send('BatchGetRepositoryScanningConfiguration', name, (client, options) =>
    client.send(new sdk.BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [name] }), options),
  ).catch((error: unknown) => {
    // DescribeRepositories reports a missing repository; this one may be in another account.
    if (error instanceof ShipError && error.code === 'repository-not-found') return undefined;
    throw error;
  });
  switch (answer?.scanningConfigurations?.[0]?.scanFrequency) {
    case 'SCAN_ON_PUSH':
      return 'on-push';
    case 'CONTINUOUS_SCAN':
      return 'continuous';
    case 'MANUAL':
      return 'manual';
    default:
      return 'unknown';
  }
}

type Readable<T> =
  { readonly denied: false; readonly value: T } | { readonly denied: true; readonly what: string };

async function unlessDenied<T>(reading: Promise<T>): Promise<Readable<T>> {
  try {
    return { denied: false, value: await reading };
  } catch (error) {
    if (!(error instanceof ShipError) || error.code !== 'access-denied') throw error;
    return { denied: true, what: error.what };
  }
}
