export { formatDuration } from '../types/duration.ts';
import { severities, type SeverityCounts } from '../types/scan.ts';

/** Formats bytes in the decimal units in which registries bill: `12.3 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  // What would round to 1000 of a unit is shown as 1.0 of the next.
  const found = units.findIndex((_, index) => bytes / 1000 ** index < 999.5);
  const power = found < 0 ? units.length - 1 : found;
  const value = bytes / 1000 ** power;
  return `${power === 0 ? String(value) : value.toFixed(value < 99.95 ? 1 : 0)} ${units[power] ?? 'GB'}`;
}

/** A difference of bytes with its sign: `+1.2 MB`, `±0`. */
export function signedBytes(bytes: number): string {
  return bytes === 0 ? '±0' : `${bytes > 0 ? '+' : '−'}${formatBytes(Math.abs(bytes))}`;
}

/** A difference of counts with its sign: `+2`, `−3`, `±0`. */
export function signed(count: number): string {
  return count === 0 ? '±0' : `${count > 0 ? '+' : '−'}${String(Math.abs(count))}`;
}

export function formatTime(epochMs: number): string {
  return new Date(epochMs)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
}

/** `2 critical, 1 low`, or `no findings`. */
export function formatCounts(counts: SeverityCounts): string {
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${String(counts[severity])} ${severity}`);
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

export function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
