import { isProven } from '../scan/foreign/assign.ts';
import type { Report } from '../types/report.ts';
import { code, escapeMarkdown, table } from './markdown.ts';

/**
 * Which other scanners' files were judged, and how it is known that they are about this image; empty if there are none.
 */
export function foreignSection(report: Report): string[] {
  const rows = foreignTable(report);
  return rows.length === 0 ? [] : ['### Other scanners', ...rows];
}

/** The same without a heading. */
export function foreignTable({ foreign }: Report): string[] {
  if (foreign.length === 0) return [];
  const rows = foreign.map((scan) => [
    code(scan.path),
    escapeMarkdown(scan.tools.join(', ')),
    scan.platform === undefined ? '–' : code(scan.platform),
    String(scan.findings.length),
    isProven(scan) ? 'names its digest' : 'names none, taken on trust',
  ]);
  return [table(['File', 'Scanner', 'Platform', 'Findings', 'This image'], rows, [3]).join('\n')];
}
