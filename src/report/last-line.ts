import type { Report } from '../types/report.ts';
import { formatDuration, formatTime } from './format.ts';
import { outcomeWords, versionOf } from './headline.ts';
import { isTagsFirst } from './tags-first.ts';
import { tagsSet } from './tags-set.ts';

/** What happened, as the last line of the log: `Published 1.4.2, latest → …/team/app@sha256:… (6.9 s)`. */
export function lastLine(report: Report): string {
  return `${ending(report)} (${formatDuration(report.finishedAt - report.startedAt)})`;
}

function ending(report: Report): string {
  const { failure, login, inputs, repository, imageId, verdict } = report;
  if (login !== undefined && failure === undefined)
    return `Logged in to ${login.host} until ${formatTime(login.expiresAt)}`;
  const digest = report.image?.digest ?? report.candidate?.digest;
  const image = repository === undefined || digest === undefined ? '' : ` → ${repository.uri}@${digest}`;
  const tags = tagsSet(report);
  if (failure !== undefined || isTagsFirst(inputs))
    return `${subject(report)} ${outcomeWords(report)}${tags.length === 0 ? '' : image}`;
  switch (inputs?.mode) {
    case 'plan':
      return `Planned: ${subject(report)} ${outcomeWords(report)}`;
    case 'build':
      return `${verdict?.outcome === 'passed' ? 'Passed' : 'Pushed without a full scan'}, not tagged yet${image}`;
    default:
      if (verdict === undefined) return `Built, not pushed${imageId === undefined ? '' : ` → ${imageId}`}`;
      return `Published ${tags.join(', ')}${verdict.outcome === 'passed' ? '' : ' without a full scan'}${image}`;
  }
}

function subject(report: Report): string {
  const { inputs } = report;
  const version = inputs?.mode === 'plan' ? undefined : versionOf(report);
  return [inputs?.repository ?? 'The step', ...(version === undefined ? [] : [version])].join(' ');
}
