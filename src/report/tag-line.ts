import type { TagDecision } from '../types/decision.ts';
import { shortDigest } from '../types/digest.ts';
import type { TagResult } from '../types/image.ts';
import type { Report } from '../types/report.ts';
import { code, escapeMarkdown } from './markdown.ts';

/** Each tag and what became of it, for a table cell. */
export function tagsCell(report: Report): string {
  return tagWordsOf(report).join(', ') || 'none';
}

/** Each tag and what became of it, as Markdown on one line; undefined if no tag was considered. */
export function tagLine(report: Report): string | undefined {
  return report.tags.length === 0 ? undefined : `**Tags** ${tagWordsOf(report).join(' · ')}`;
}

function tagWordsOf({ tags, decision }: Report): string[] {
  const before = new Map(decision?.tags.map((one) => [one.planned.tag, one]));
  return tags.map((one) => tagWords(one, before.get(one.tag)));
}

function tagWords({ tag, outcome, detail }: TagResult, before: TagDecision | undefined): string {
  const name = code(tag);
  switch (outcome) {
    case 'set':
      return `${name} ${setWords(before)}`;
    case 'unchanged':
      return `${name} was there already`;
    case 'kept-back':
      return `⚠️ ${name} not moved${detail === undefined ? '' : `: ${escapeMarkdown(detail)}`}`;
    case 'overtaken':
      return `⚠️ ${name} was set by another run`;
    case 'failed':
      return `❌ ${name} failed`;
    case 'unknown':
      return `❓ ${name} may have been set`;
    case 'not-tried':
      return `${name} not set`;
  }
}

function setWords(before: TagDecision | undefined): string {
  return before?.state === 'moves' && before.holder !== undefined
    ? `moved from ${holderWords(before)}`
    : 'new';
}

/** The image to which a tag points before the run: `1.4.1 (8a8158cbca8a)`. */
function holderWords({ holder, holderVersion, planned }: TagDecision): string {
  if (holder === undefined) return '';
  return holderVersion === undefined || holderVersion === planned.tag
    ? code(shortDigest(holder))
    : `${escapeMarkdown(holderVersion)} (${code(shortDigest(holder))})`;
}

/** If no tag was set: says so, what people still pull, and what became of the image. Markdown on one line. */
export function nothingSet(report: Report): string {
  const { decision, candidateRemoved, candidate } = report;
  const moving = decision?.tags.filter(
    ({ planned, holder }) => planned.kind === 'moving' && holder !== undefined,
  );
  const live = moving?.find(({ planned }) => planned.tag === 'latest') ?? moving?.[0];
  const still = live === undefined ? '' : `; ${code(live.planned.tag)} is still ${holderWords(live)}`;
  const image = candidateRemoved
    ? ' The candidate was deleted.'
    : candidate === undefined || decision?.kind !== 'build'
      ? ''
      : ` The candidate stays without a tag: ${code(candidate.digest)}.`;
  return `No tag was set or moved${still}.${image}`;
}
