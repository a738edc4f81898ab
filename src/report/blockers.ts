import { fixOf } from '../policy/fixable.ts';
import { defaultExceptionsFile } from '../types/inputs.ts';
import type { Report } from '../types/report.ts';
import { unnamed, type Finding } from '../types/scan.ts';
import { listed, shorten } from './findings.ts';
import {
  blocking,
  grouped,
  isCompared,
  nameCell,
  platformsCell,
  versionsCell,
  type FindingGroup,
} from './grouped.ts';
import { block, details, escapeMarkdown, table } from './markdown.ts';
import { tagsSet } from './tags-set.ts';

/** How many blocking findings are shown: with more of them, people first look for an update of the base image. */
const shownBlockers = 10;

/** What keeps the image from passing, each finding once, and what to do about it; empty if nothing does. */
export function blockerSection(report: Report): string[] {
  const groups = grouped(blocking(report.verdict));
  return groups.length === 0 ? [] : [...blockerTable(report, groups), ...remedy(report, groups)];
}

/** Only the table, for reports with less room. */
export function blockerTable(
  report: Report,
  groups: readonly FindingGroup[],
  most = shownBlockers,
): string[] {
  const { verdict, image } = report;
  const isTagged = tagsSet(report).length > 0;
  const all = image?.platforms.map(({ platform }) => platform) ?? [];
  const rows = groups.slice(0, most).map((group) => [
    // Two columns fit on a phone, three do not.
    `${nameCell(group, isCompared(verdict))}${group.platforms.length < all.length ? `<br>${platformsCell(group.platforms, all)} only` : ''}`,
    versionsCell(group),
  ]);
  const more = groups.length - rows.length;
  const header = [isTagged ? 'Does not pass' : 'Blocks the release', 'Installed → fixed in'];
  return [table(header, rows).join('\n'), ...(more > 0 ? [`and ${String(more)} more, see below.`] : [])];
}

/** What to do: update what has a fix, and for the rest an entry for the exceptions file, ready to be copied. */
function remedy(report: Report, groups: readonly FindingGroup[]): string[] {
  const fixable = groups.filter(({ finding }) => fixOf(finding) === 'yes');
  const stuck = groups.filter((group) => !fixable.includes(group));
  return [remedyWords(fixable, stuck), ...entrySection(report, stuck.length === 0 ? groups : stuck)];
}

function remedyWords(fixable: readonly FindingGroup[], stuck: readonly FindingGroup[]): string {
  const all = fixable.length + stuck.length;
  if (fixable.length === 0)
    return all === 1
      ? '**It has no fix yet.** Change the base image, or accept it for a time.'
      : '**None has a fix yet.** Change the base image, or accept them for a time.';
  const packages = [...new Set(fixable.map(({ finding }) => shorten(finding.package ?? 'what holds it')))];
  const update = `update ${escapeMarkdown(listed(packages, 5))} or the base image, and push again.`;
  if (stuck.length === 0) return `**${all === 1 ? 'It has a fix' : 'Each has a fix'}:** ${update}`;
  const rest = stuck.length === 1 ? 'The other one has none yet' : 'The others have none yet';
  const having = `${String(fixable.length)} of ${String(all)} ${fixable.length === 1 ? 'has' : 'have'} a fix`;
  return `**${having}:** ${update} ${rest}, and can be accepted for a time.`;
}

/** Whether an exceptions file can name it; no scanner has ids of hundreds of letters. */
function isNameable({ id, package: name = '' }: Finding): boolean {
  return id !== unnamed && id.length <= 200 && name.length <= 200;
}

/** How many entries are written out. */
const shownEntries = 10;

function entrySection({ inputs, startedAt }: Report, groups: readonly FindingGroup[]): string[] {
  const findings = groups.map(({ finding }) => finding).filter(isNameable);
  if (findings.length === 0) return [];
  const path = inputs?.exceptionsFile ?? defaultExceptionsFile;
  const until = new Date(startedAt + 90 * 24 * 3600_000).toISOString().slice(0, 10);
  const keys = new Map(findings.map((finding) => [JSON.stringify([finding.id, finding.package]), finding]));
  const entries = [...keys.values()].slice(0, shownEntries).flatMap((finding) => entryLines(finding, until));
  const which =
    keys.size > shownEntries
      ? `the first ${String(shownEntries)} entries`
      : keys.size === 1
        ? 'an entry'
        : 'entries';
  const title = `To accept ${keys.size === 1 ? 'it' : 'them'}: ${which} for <code>${escapeMarkdown(path)}</code>`;
  return details(title, [block('yaml', ['exceptions:', ...entries])]);
}

function entryLines({ id, package: name }: Finding, until: string): string[] {
  return [
    `  - id: ${yamlText(id)}`,
    ...(name === undefined ? [] : [`    package: ${yamlText(name)}`]),
    '    reason: # why it does no harm here',
    `    expires: ${until}`,
  ];
}

/**
 * A YAML scalar: plain if it is safe to leave it so, and otherwise quoted as JSON, which is valid YAML. Source: YAML
 * 1.2, 1.3.
 */
function yamlText(text: string): string {
  return /^[A-Za-z][\w.+/-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
