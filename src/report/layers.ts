import type { Layer } from '../types/image.ts';
import type { Platform } from '../types/names.ts';
import type { Report } from '../types/report.ts';
import { shortDigest } from '../types/digest.ts';
import { shorten } from './findings.ts';
import { formatBytes } from './format.ts';
import { code, escapeMarkdown, table } from './markdown.ts';

/** A layer, and the platforms that have it. */
export interface PlacedLayer extends Layer {
  readonly platforms: readonly Platform[];
}

/** The largest layers of an image, the largest first; one that several platforms have once. */
export function largestLayers({ image }: Pick<Report, 'image'>, most: number): PlacedLayer[] {
  const placed = new Map<string, PlacedLayer>();
  for (const { platform, contents } of image?.platforms ?? [])
    for (const layer of contents?.layers ?? []) {
      const known = placed.get(layer.digest);
      const platforms = [...(known?.platforms ?? []), platform];
      placed.set(layer.digest, { ...layer, ...known, platforms: [...new Set(platforms)] });
    }
  return [...placed.values()].sort((a, b) => b.size - a.size).slice(0, most);
}

/** So many layers say what makes an image large. */
const shownLayers = 5;

/** The largest layers, each with the instruction that made it, folded; nothing where nobody has looked. */
export function layerSection(report: Report): string[] {
  const layers = largestLayers(report, shownLayers);
  if (layers.length === 0) return [];
  const hasSeveral = (report.image?.platforms.length ?? 0) > 1;
  const rows = layers.map(({ size, instruction, digest, platforms }) => [
    formatBytes(size),
    instruction === undefined ? 'not said' : escapeMarkdown(shorten(instruction, 120)),
    ...(hasSeveral ? [platforms.map((platform) => code(platform)).join(', ')] : []),
    code(`${shortDigest(digest)}…`),
  ]);
  const header = ['Compressed', 'Made by', ...(hasSeveral ? ['Platform'] : []), 'Layer'];
  return ['<details><summary>Largest layers</summary>', table(header, rows, [0]).join('\n'), '</details>'];
}

/** Of an image that is unpacked: `31.2 MB unpacked`, or that nobody says how large that is. */
export function unpackedText({ unpackedSize }: Pick<Report, 'unpackedSize'>): string {
  return unpackedSize === undefined
    ? 'unpacked size not known'
    : `${formatBytes(unpackedSize)} unpacked (as the engine says)`;
}
