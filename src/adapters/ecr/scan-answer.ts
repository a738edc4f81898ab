import { mostFindings } from '../../types/bounds.ts';
import type {
  DescribeImageScanFindingsResponse,
  EnhancedImageScanFinding,
  ImageScanFinding,
  StartImageScanResponse,
} from '@aws-sdk/client-ecr';
import type { Digest } from '../../types/digest.ts';
import type { Repository } from '../../types/image.ts';
import type { ScanAnswer, ScanPage } from '../../types/scan.ts';
import { parseSeverity, severityKey } from '../../types/severity-word.ts';
import { tallyOf, type Tally } from '../../types/tally.ts';
import { fromBasic, fromEnhanced, imagesOf, objectOf, setAsideWord, textOf } from './ecr-findings.ts';

/** The image that a request was about. */
export interface Asked {
  readonly repository: Pick<Repository, 'name' | 'registryId'>;
  readonly digest: Digest;
}

/**
 * One answer of DescribeImageScanFindings in our terms. It counts only for the image that it names, which must be the
 * one asked about, and not at all if it contradicts itself. Never throws, whatever the answer contains: the SDK
 * checks no types.
 */
export function scanAnswer(answer: DescribeImageScanFindingsResponse, asked: Asked): ScanAnswer {
  const other = otherSubject(answer, asked);
  if (other !== undefined) return contradiction(other);
  const status = textOf(objectOf(answer.imageScanStatus)?.['status']);
  // Reported for images whose scan has not begun, instead of an exception (aws/containers-roadmap#2656).
  if (status === undefined) return { kind: 'no-scan', detail: 'the answer has no status' };
  if (!namesImage(answer)) return contradiction('ECR answered without saying about which image');
  const found = answer.imageScanFindings ?? undefined;
  if (found !== undefined && objectOf(found) === undefined)
    return contradiction('ECR answered with findings that are not an object');
  const basic = listOf(found?.findings);
  const enhanced = listOf(found?.enhancedFindings);
  const counts = countsOf(found?.findingSeverityCounts);
  if (basic === 'broken' || enhanced === 'broken')
    return contradiction('ECR answered with a list of findings that is not a list');
  if (typeof counts === 'string') return contradiction(counts);
  if ((basic?.length ?? 0) > 0 && (enhanced?.length ?? 0) > 0)
    return contradiction('ECR answered with findings of basic and of enhanced scanning at once');
  const stranger = (enhanced ?? []).flatMap(imagesOf).find((image) => image !== asked.digest);
  if (stranger !== undefined)
    return contradiction(`ECR was asked about ${asked.digest} and listed a finding of ${shown(stranger)}`);
  const completedAt = timeOf(found?.imageScanCompletedAt);
  const detail = textOf(answer.imageScanStatus?.description);
  const nextToken = textOf(answer.nextToken);
  const page: ScanPage = {
    scanner: scannerOf(status, basic, enhanced),
    status,
    ...(detail !== undefined && { detail }),
    ...(completedAt !== undefined && { completedAt }),
    ...(counts !== undefined && { counts }),
    hasList: basic !== undefined || enhanced !== undefined,
    listed: tallyOf([...(basic ?? []), ...(enhanced ?? [])].map(keyOf)),
    setAside: tallyOf((enhanced ?? []).filter((finding) => setAsideWord(finding) !== undefined).map(keyOf)),
    findings: [...(basic ?? []).map(fromBasic), ...(enhanced ?? []).flatMap(fromEnhanced)],
    ...(nextToken !== undefined && { nextToken }),
  };
  return { kind: 'status', page };
}

/** Why the answer to StartImageScan is not about the image to be scanned; undefined if it is. */
export function otherStart(answer: StartImageScanResponse, asked: Asked): string | undefined {
  return (
    otherSubject(answer, asked) ??
    (namesImage(answer) ? undefined : 'ECR answered without saying which image it scans')
  );
}

type Subject = Pick<DescribeImageScanFindingsResponse, 'registryId' | 'repositoryName' | 'imageId'>;

function otherSubject(said: Subject, { repository, digest }: Asked): string | undefined {
  const members: readonly (readonly [string, string, unknown])[] = [
    ['image', digest, objectOf(said.imageId)?.['imageDigest']],
    ['repository', repository.name, said.repositoryName],
    ['registry', repository.registryId, said.registryId],
  ];
  const wrong = members.find(([, wanted, is]) => is !== undefined && is !== null && is !== wanted);
  if (wrong === undefined) return undefined;
  const [what, wanted, is] = wrong;
  return `ECR was asked about ${what} ${wanted} and answered about ${shown(is)}`;
}

function namesImage({ imageId }: Subject): boolean {
  return textOf(objectOf(imageId)?.['imageDigest']) !== undefined;
}

/** A list of objects; undefined if there is none, `broken` if it is something else. */
function listOf<T extends object>(promised: readonly T[] | undefined): readonly T[] | undefined | 'broken' {
  const value: unknown = promised ?? undefined;
  if (value === undefined) return undefined;
  const isList = Array.isArray(value) && value.every((item) => objectOf(item) !== undefined);
  return isList ? promised : 'broken';
}

/** ECR's counts by severity, or what is wrong with them, as a clause. */
function countsOf(value: unknown): Tally | undefined | string {
  if (value === undefined || value === null) return undefined;
  const members = objectOf(value);
  if (members === undefined) return 'ECR answered with counts of findings that are not an object';
  const counts = new Map<string, number>();
  for (const [word, count] of Object.entries(members)) {
    const key = severityKey(parseSeverity(word));
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > mostFindings)
      return `ECR counts ${shown(count)} ${key} findings; from 0 to ${String(mostFindings)} can be`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

function keyOf({ severity }: ImageScanFinding | EnhancedImageScanFinding): string {
  return severityKey(parseSeverity(severity));
}

function timeOf(value: unknown): number | undefined {
  const time = value instanceof Date ? value.getTime() : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}

/** An enhanced registry may answer with an empty list of basic findings, so an empty list tells nothing. */
function scannerOf(
  status: string,
  basic: readonly unknown[] | undefined,
  enhanced: readonly unknown[] | undefined,
): ScanPage['scanner'] {
  if (enhanced !== undefined || status === 'ACTIVE') return 'enhanced';
  return basic !== undefined && basic.length > 0 ? 'basic' : 'unknown';
}

function contradiction(detail: string): ScanAnswer {
  return { kind: 'contradiction', detail };
}

/** Formats a value of any type, shortened. */
function shown(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : typeof value;
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
