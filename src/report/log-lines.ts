import { adviceFor } from '../scan/advice.ts';
import { countFindings } from '../scan/counts.ts';
import type { Copied } from '../types/copied.ts';
import type { Repository, VerifiedImage } from '../types/image.ts';
import type { CompleteScan, IncompleteScan, ScanReport } from '../types/scan.ts';
import type { Verdict } from '../types/verdict.ts';
import { formatBytes, formatCounts, plural } from './format.ts';
import { describeBreach } from './policy-error.ts';
import { standingSentence } from './policy-section.ts';
import { scannersText } from './scanners.ts';

export function verifiedLine(image: VerifiedImage): string {
  const [first, ...others] = image.platforms;
  const platforms =
    others.length === 0 && first !== undefined
      ? `, ${first.platform}`
      : `: ${image.platforms.map(({ platform, size }) => `${platform} ${formatBytes(size)}`).join(', ')}`;
  return `Verified ${image.digest} (${image.kind}, ${formatBytes(image.size)} compressed${platforms}).`;
}

/** One line for each platform's scan. */
export function scanLines(scan: ScanReport): string[] {
  if (scan.kind === 'off') return [`Not scanned: ${scan.why}.`];
  return scan.platforms.map((platform) =>
    platform.outcome === 'complete'
      ? `Scanned ${platform.platform} by ${scannersText(platform)}: ${formatCounts(countFindings(platform.findings))}.${insteadText(platform)}`
      : `No full scan of ${platform.platform}: ${platform.detail}.${listedText(platform)} ${adviceFor(platform.reason)}`,
  );
}

function listedText({ findings }: IncompleteScan): string {
  return findings === undefined
    ? ''
    : ` ECR had listed ${formatCounts(countFindings(findings))}, and these count.`;
}

function insteadText({ instead }: CompleteScan): string {
  return instead === undefined ? '' : ` ECR's own scan is not part of it: ${instead}.`;
}

export function verdictLine(verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'passed':
      return `Verdict: passed with ${formatCounts(verdict.counts)}${exemptText(verdict)}.`;
    case 'failed':
      return `Verdict: failed: ${verdict.breaches.map(describeBreach).join('; ')}${exemptText(verdict)}.`;
    case 'not-scanned':
      return `Verdict: not scanned: ${verdict.why}.`;
  }
}

function exemptText(verdict: Verdict): string {
  const isPlain = verdict.findings.every(({ standing }) => standing.kind === 'counts');
  return verdict.findings.length === 0 || (isPlain && verdict.outcome !== 'failed')
    ? ''
    : `; ${standingSentence(verdict)}`;
}

/** From where to where an image was copied. */
interface Route {
  readonly source: Pick<Repository, 'uri'>;
  readonly destination: Pick<Repository, 'uri'>;
  readonly digest: string;
}

/** What a copy took, on one line. */
export function copiedLine(
  { uploaded, mounted, present, bytes, manifests }: Copied,
  { source, destination, digest }: Route,
): string {
  if (manifests === 0)
    return `${destination.uri} has ${digest} already: nothing is copied from ${source.uri}.`;
  const counts = [
    plural(manifests, 'manifest'),
    ...(uploaded === 0 ? [] : [`${plural(uploaded, 'blob')} uploaded (${formatBytes(bytes)})`]),
    ...(mounted === 0 ? [] : [`${plural(mounted, 'blob')} mounted`]),
    ...(present === 0 ? [] : [`${plural(present, 'blob')} there before`]),
  ];
  return `Copied ${source.uri}@${digest} to ${destination.uri}: ${counts.join(', ')}.`;
}
