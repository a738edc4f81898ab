import type { PhaseName, Report } from '../types/report.ts';
import { formatDuration } from './format.ts';
import { block, details, shellBlock } from './markdown.ts';

/** Phases that take less than this fraction of the run are not named in the title. */
const worthNaming = 0.05;
const barWidth = 24;

/** Where the time went, folded: the title is enough for most. */
export function timelineSection({ timings: all, startedAt, finishedAt }: Report): string[] {
  const timings = summedUp(all);
  const total = finishedAt - startedAt;
  const named = timings
    .filter(({ ms }) => ms >= total * worthNaming && ms > 0)
    .map(({ phase, ms }) => `${phase} ${formatDuration(ms)}`);
  const most = Math.max(1, ...timings.map(({ ms }) => ms));
  const lines = timings.map(({ phase, ms }) =>
    `${phase.padEnd(10)} ${formatDuration(ms).padStart(12)}  ${'█'.repeat(Math.round((ms / most) * barWidth))}`.trimEnd(),
  );
  const title = [`Timeline: ${formatDuration(total)}`, ...named].join(' · ');
  return lines.length === 0 ? [title] : details(title, [block('text', lines)]);
}

/** Each phase once, where it first occurs: a run may log in to two registries, or verify in two places. */
function summedUp(timings: Report['timings']): Report['timings'] {
  const sums = new Map<PhaseName, number>();
  for (const { phase, ms } of timings) sums.set(phase, (sums.get(phase) ?? 0) + ms);
  return [...sums].map(([phase, ms]) => ({ phase, ms }));
}

/** The docker commands and the labels of the image, folded. */
export function commandSection({ commands, plan }: Report): string[] {
  const labels = plan?.labels ?? [];
  const parts = [
    ...(commands.length === 0 ? [] : [shellBlock(commands)]),
    ...(labels.length === 0 ? [] : [block('text', labels)]),
  ];
  const title = [
    ...(commands.length === 0 ? [] : ['commands']),
    ...(labels.length === 0 ? [] : ['labels']),
  ].join(' and ');
  return parts.length === 0 ? [] : details(title.charAt(0).toUpperCase() + title.slice(1), parts);
}
