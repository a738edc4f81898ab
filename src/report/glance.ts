import { endingWithinDays } from '../policy/exceptions.ts';
import type { Report } from '../types/report.ts';
import { severities } from '../types/scan.ts';
import { formatBytes, plural, signedBytes } from './format.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * What people need to know at once besides the headline: accepted findings, size and platforms. Markdown on one line;
 * empty if nothing is known.
 */
export function glance(report: Report): string {
  return [
    ...acceptedWords(report),
    ...sizeWords(report),
    ...platformWords(report),
    ...gateWords(report),
  ].join(' · ');
}

/** A pass that relies on accepted findings is not the same as one without findings. */
function acceptedWords({ verdict, startedAt }: Report): string[] {
  if (verdict === undefined || verdict.outcome === 'failed') return [];
  const accepted = verdict.findings.flatMap(({ finding, standing }) =>
    standing.kind === 'accepted' ? [{ severity: finding.severity, exception: standing.exception }] : [],
  );
  const worst = severities.find((severity) => accepted.some((one) => one.severity === severity));
  if (worst === undefined) return [];
  const count = accepted.filter(({ severity }) => severity === worst).length;
  const ends = accepted.map(({ exception }) => exception).sort((a, b) => a.endsAt - b.endsAt)[0];
  const isSoon = ends !== undefined && ends.endsAt - startedAt <= endingWithinDays * 24 * 3600_000;
  const others = accepted.length - count;
  const until = ends === undefined || !isSoon ? '' : `, the first only until ${ends.expires}`;
  const more = others === 0 ? '' : ` and ${String(others)} milder`;
  return [
    `⚠️ **${String(count)} ${worst} ${count === 1 ? 'finding is' : 'findings are'} accepted**${more}${escapeMarkdown(until)}`,
  ];
}

function sizeWords({ image, sizeChange, unpackedSize, imageId }: Report): string[] {
  if (image === undefined)
    return imageId === undefined || unpackedSize === undefined
      ? []
      : [`${formatBytes(unpackedSize)} unpacked`];
  const change = sizeChange === undefined ? '' : ` (${signedBytes(sizeChange)})`;
  return [`${formatBytes(image.size)}${change}`];
}

function platformWords({ image }: Report): string[] {
  if (image === undefined) return [];
  const [first] = image.platforms;
  return [
    image.platforms.length === 1 && first !== undefined
      ? escapeMarkdown(first.platform)
      : plural(image.platforms.length, 'platform'),
  ];
}

function gateWords({ inputs }: Report): string[] {
  return inputs?.scanRepository === undefined
    ? []
    : [`scanned in ${escapeMarkdown(inputs.scanRepository.name)}`];
}
