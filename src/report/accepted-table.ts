import type { ExceptionUse } from '../types/exceptions.ts';
import type { Report } from '../types/report.ts';
import { shorten } from './findings.ts';
import { plural } from './format.ts';
import { code, details, escapeMarkdown, link, table } from './markdown.ts';

/** Accepted findings are few and deliberate, so more rows are shown, with less of each reason. */
const shownRows = 50;
const longestReason = 200;
const dayMs = 24 * 3600_000;

/** What is accepted, until when and why; what was accepted until it expired; and, folded, what the file lists in vain. */
export function acceptedSection(report: Report): string[] {
  const { exceptions, verdict } = report;
  if (exceptions?.kind === 'ignored')
    return [
      `⚠️ The exceptions in ${code(exceptions.path)} were not used, because ${escapeMarkdown(exceptions.why)}.`,
    ];
  if (exceptions?.kind !== 'read' || verdict === undefined) return [];
  const used = verdict.exceptions.filter(({ findings }) => findings.length > 0);
  const idle = verdict.exceptions.filter(({ findings }) => findings.length === 0);
  return [
    ...useTable('Accepted', used, report),
    ...(idle.length === 0
      ? []
      : details(
          `${plural(idle.length, 'exception')} of <code>${escapeMarkdown(exceptions.path)}</code> that ${idle.length === 1 ? 'matches' : 'match'} nothing`,
          useTable('Exception', idle, report),
        )),
  ];
}

function useTable(title: string, uses: readonly ExceptionUse[], report: Report): string[] {
  if (uses.length === 0) return [];
  const rows = uses.slice(0, shownRows).map((use) => useRow(use, report.startedAt));
  const more = uses.length - rows.length;
  const path = report.exceptions?.kind === 'read' ? report.exceptions.path : '';
  return [
    table([title, 'Until', 'Reason'], rows).join('\n'),
    ...(more > 0 ? [`and ${String(more)} more in ${code(path)}.`] : []),
  ];
}

function useRow({ exception, state, findings }: ExceptionUse, now: number): string[] {
  const { id, package: name, reason, approvedBy } = exception;
  const where = name ?? findings[0]?.package;
  const by = approvedBy === undefined ? '' : `, approved by ${escapeMarkdown(shorten(approvedBy))}`;
  return [
    `${where === undefined ? '' : `${escapeMarkdown(shorten(where))} `}${link(shorten(id), findings[0]?.uri)}`,
    untilText({ exception, state }, now),
    `${escapeMarkdown(shorten(reason, longestReason))}${by}`,
  ];
}

function untilText({ exception, state }: Pick<ExceptionUse, 'exception' | 'state'>, now: number): string {
  if (state === 'expired') return `❌ **expired** ${exception.expires}`;
  if (state !== 'ending') return exception.expires;
  const days = Math.max(0, Math.ceil((exception.endsAt - now) / dayMs));
  return `⚠️ **${exception.expires}**, in ${plural(days, 'day')}`;
}
