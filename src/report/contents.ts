import { countFindings } from '../scan/counts.ts';
import { shortDigest, type Digest } from '../types/digest.ts';
import type { AttestationForm, Layer, PlatformImage } from '../types/image.ts';
import type { Report } from '../types/report.ts';
import type { PlatformScan } from '../types/scan.ts';
import { shorten } from './findings.ts';
import { formatBytes, formatCounts, formatTime, plural, signedBytes } from './format.ts';
import { layerChanges, unpackedText } from './layers.ts';
import { block, code, details } from './markdown.ts';

/** How many layers of a platform are shown; the rest share one line. */
const shownLayers = 5;
const barWidth = 24;
/** For how many platforms layers are shown. */
const shownPlatforms = 4;

/** Platforms and layers, each layer with its instruction and a bar; empty if there is no image. */
export function contentsSection(report: Report): string[] {
  const { image, failure, repository } = report;
  if (image === undefined || repository === undefined) return [];
  const shown = image.platforms.slice(0, shownPlatforms);
  const more = image.platforms.length - shown.length;
  const lines = shown.flatMap((platform, at) => [
    ...(at === 0 ? [] : ['']),
    ...platformLines(platform, report),
  ]);
  const about = [
    `Media type ${code(image.manifest.mediaType)}`,
    `pushed ${formatTime(image.pushedAt)}`,
    ...(report.unpackedSize === undefined ? [] : [unpackedText(report)]),
    ...attestationWords(report),
  ].join(' · ');
  const title =
    image.platforms.length === 1
      ? 'Layers'
      : `${plural(image.platforms.length, 'platform')} and their layers`;
  return details(
    title,
    [block('text', [...lines, ...(more > 0 ? ['', `and ${plural(more, 'platform')} more`] : [])]), about],
    failure === undefined || failure.code === 'too-large',
  );
}

function platformLines({ platform, digest, size, contents }: PlatformImage, report: Report): string[] {
  const scans = report.scan === undefined || report.scan.kind === 'off' ? [] : report.scan.platforms;
  const found = scans.find((one) => one.digest === digest);
  const head = [
    platform,
    formatBytes(size),
    `${digest.slice(0, 'sha256:'.length)}${shortDigest(digest)}…`,
    ...scanWords(found),
  ];
  return [head.join('  '), ...layerLines(contents?.layers ?? [], changesIn(report))];
}

function scanWords(scan: PlatformScan | undefined): string[] {
  if (scan === undefined) return [];
  return [scan.outcome === 'complete' ? formatCounts(countFindings(scan.findings)) : 'no full scan'];
}

/** What to say about each layer besides its size, by digest. */
function changesIn(report: Report): ReadonlyMap<Digest, string> {
  // Without the platforms of the baseline it is unknown which layers are new.
  if (report.before === undefined || report.before.platforms.length === 0) return new Map();
  return new Map(
    layerChanges(report).changed.map(({ digest, change }) => [
      digest,
      change === undefined ? '(new)' : `(${signedBytes(change)})`,
    ]),
  );
}

/** The largest first; the small ones together. */
function layerLines(layers: readonly Layer[], changes: ReadonlyMap<Digest, string>): string[] {
  const sorted = [...layers].sort((a, b) => b.size - a.size);
  // A single one left over would not be shorter as a sum.
  const shown = sorted.slice(0, sorted.length === shownLayers + 1 ? sorted.length : shownLayers);
  const rest = sorted.slice(shown.length);
  const most = shown[0]?.size ?? 0;
  const line = (size: number, words: string) =>
    `  ${formatBytes(size).padStart(8)}  ${bar(size, most).padEnd(barWidth)}  ${words}`;
  return [
    ...shown.map(({ size, instruction, digest }) =>
      line(
        size,
        [instructionText(instruction), ...(changes.has(digest) ? [changes.get(digest)] : [])].join('  '),
      ),
    ),
    ...(rest.length === 0
      ? []
      : [
          line(
            rest.reduce((sum, { size }) => sum + size, 0),
            plural(rest.length, 'smaller layer'),
          ),
        ]),
  ];
}

/** Formats an instruction, which is foreign text, on one line. */
function instructionText(instruction: string | undefined): string {
  return instruction === undefined ? 'not said' : shorten(instruction.replace(/\s+/g, ' ').trim(), 100);
}

function bar(size: number, most: number): string {
  return '█'.repeat(most === 0 ? 0 : Math.min(barWidth, Math.max(1, Math.round((size / most) * barWidth))));
}

const formWords: Readonly<Record<AttestationForm, string>> = {
  image: 'image manifest',
  artifact: 'OCI artifact with a subject',
};

/**
 * What BuildKit attests about the image, and in which form: a registry or a tool may only support the older one.
 * Source: BuildKit, docs/attestations/attestation-storage.md.
 */
function attestationWords({ image, inputs }: Report): string[] {
  const attestations = image?.attestations ?? [];
  if (attestations.length === 0) return [];
  const { provenance, sbom } = inputs?.build.options ?? {};
  const kinds = [
    ...(provenance === undefined || provenance === 'false' ? [] : ['provenance']),
    ...(sbom === undefined || sbom === 'false' ? [] : ['SBOM']),
  ];
  const forms = [...new Set(attestations.map(({ form }) => formWords[form]))];
  const about = kinds.length === 0 ? '' : ` of ${kinds.join(' and ')}`;
  return [`${plural(attestations.length, 'attestation')}${about}, stored as ${forms.join(' and ')}`];
}
