import type { TagKind } from '../../types/plan.ts';
import type { Source } from '../../types/source.ts';
import { versionAtEnd } from '../../types/version.ts';

/** Fewer digits of a commit may appear in a text by chance, or be a date. Git's own short form has as many. */
const telling = 7;

/** Whether a text contains the commit that the run names, or the one that it builds. */
export function holdsCommit(text: string, { commit, built }: Pick<Source, 'commit' | 'built'>): boolean {
  return [commit, built].some((sha) => sha !== undefined && text.includes(sha.slice(0, telling)));
}

/** A full-length commit of any repository. */
const wholeCommit = /(?<![0-9a-z])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-z])/;

/** A day, as people write it: `2026.03.04`, `2026-03-04`, `20260304`, `04.03.2026`. */
const day = String.raw`(?:(?:19|20)\d\d([-._]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])([-._])(?:0[1-9]|[12]\d|3[01])\2(?:19|20)\d\d)`;
const days = new RegExp(String.raw`(?<!\d)${day}(?!\d)`, 'g');
/** A year and a month, or a year and a number: a git tag like this is a release of its own, not part of one. */
const calendarVersion = /(?<!\d)(?:19|20)\d\d[-._]\d{1,2}(?!\d)/;
/** Three or more numbers, as a version has, without leading zeros, as a date has. */
const fullVersion = /(?<![\d.])(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2,}(?!\d|\.\d)/;

/**
 * Whether a tag is tied to its content: a commit, a full version, or a numbered pre-release. Dates do not tie it,
 * because many commits share one, and neither do words.
 */
export function kindOfText(text: string, source: Pick<Source, 'commit' | 'built'>): TagKind {
  if (holdsCommit(text, source) || wholeCommit.test(text)) return 'fixed';
  return holdsVersion(text.replace(days, ' ')) ? 'fixed' : 'moving';
}

/** The same for a git tag, for which a date is as good a version as any. */
export function kindOfGitTag(name: string, source: Pick<Source, 'commit' | 'built'>): TagKind {
  const isCalendars = new RegExp(days.source).test(name) || calendarVersion.test(name);
  return isCalendars || holdsVersion(name) ? 'fixed' : kindOfText(name, source);
}

function holdsVersion(text: string): boolean {
  const atEnd = versionAtEnd(text);
  return fullVersion.test(text) || (atEnd?.isPreRelease === true && /\d$/.test(atEnd.text));
}
