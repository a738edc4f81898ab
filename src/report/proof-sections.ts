import type { Report } from '../types/report.ts';
import { formatDuration } from './format.ts';
import { code, escapeMarkdown, table } from './markdown.ts';

/** The results of the smoke tests; empty if none ran. */
export function smokeSection(report: Report): string[] {
  const rows = smokeTable(report);
  return rows.length === 0 ? [] : ['### Smoke tests', ...rows];
}

/** The same without a heading. */
export function smokeTable({ smoke }: Report): string[] {
  if (smoke.length === 0) return [];
  const rows = smoke.map(({ name, outcome, detail, ms }) => [
    escapeMarkdown(name),
    outcome === 'failed' ? '**failed**' : outcome === 'skipped' ? 'left out' : 'passed',
    escapeMarkdown(detail),
    formatDuration(ms),
  ]);
  return [table(['Test', 'Outcome', 'Seen', 'Time'], rows, [3]).join('\n')];
}

/** Where ECR has copied the image by itself; empty if the run did not wait for that. */
export function replicaSection(report: Report): string[] {
  const rows = replicaTable(report);
  return rows.length === 0 ? [] : ['### Replicas', ...rows];
}

/** The same without a heading. */
export function replicaTable({ replicas }: Report): string[] {
  if (replicas.length === 0) return [];
  const rows = replicas.map(({ uri, registryId, region, state, failureCode }) => [
    code(uri),
    registryId,
    region,
    state === 'failed'
      ? `**failed**: ${escapeMarkdown(failureCode ?? 'no reason told')}`
      : state === 'complete'
        ? 'there'
        : 'on its way',
  ]);
  return [table(['Repository', 'Registry', 'Region', 'State'], rows).join('\n')];
}

const states = {
  'not-reached': 'not reached',
  copied: 'copied, not tagged',
  'partly-tagged': 'some tags set',
  tagged: 'tagged',
} as const;

/** What became of the image in each further repository; empty if there are none. */
export function destinationSection(report: Report): string[] {
  const rows = destinationTable(report);
  return rows.length === 0 ? [] : ['### Destinations', ...rows];
}

/** The same without a heading. */
export function destinationTable({ destinations }: Report): string[] {
  if (destinations.length === 0) return [];
  const rows = destinations.map(({ uri, state, tags, error }) => [
    code(uri),
    error === undefined ? states[state] : `${states[state]}: ${escapeMarkdown(error)}`,
    tags.length === 0 ? 'none' : tags.map((tag) => code(tag)).join(', '),
  ]);
  return [table(['Repository', 'State', 'Tags'], rows).join('\n')];
}
