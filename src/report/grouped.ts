import { fixOf } from '../policy/fixable.ts';
import type { PlatformFinding } from '../types/baseline.ts';
import type { Platform } from '../types/names.ts';
import type { Finding, Severity } from '../types/scan.ts';
import type { JudgedFinding, Standing, Verdict } from '../types/verdict.ts';
import { shorten, standingText } from './findings.ts';
import { breakable, escapeMarkdown, link } from './markdown.ts';

/** One finding in one package, and the platforms that have it in the same versions: one update fixes it. */
export interface FindingGroup {
  readonly finding: Finding;
  readonly platforms: readonly Platform[];
  readonly isNew: boolean;
  readonly standing: Standing | undefined;
}

/** The most that is ever shown of a text; groups that only differ beyond that would look alike, and are merged. */
const longestShown = 200;

type Groupable = PlatformFinding & Partial<Pick<JudgedFinding, 'isNew' | 'standing'>>;

/** The findings of all platforms, each once, in their order. */
export function grouped(findings: readonly Groupable[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { finding, platform, isNew = false, standing } of findings) {
    const { id, package: name, installed, fixedIn, severity } = finding;
    const said = standing === undefined ? '' : standingText(standing, false);
    const key = JSON.stringify([
      ...[id, name, installed, fixedIn].map((text) => text?.slice(0, longestShown)),
      severity,
      said,
      finding.saidBy,
    ]);
    const known = groups.get(key);
    groups.set(key, {
      finding,
      standing,
      platforms: [...new Set([...(known?.platforms ?? []), platform])],
      isNew: isNew || known?.isNew === true,
    });
  }
  return [...groups.values()];
}

/** The findings that keep an image from passing, worst first. */
export function blocking(verdict: Verdict | undefined): readonly JudgedFinding[] {
  if (verdict?.outcome !== 'failed') return [];
  const severities = new Set<Severity>(
    verdict.breaches.flatMap((breach) => (breach.kind === 'severity' ? [breach.severity] : [])),
  );
  return verdict.findings.filter(
    ({ finding, standing }) => standing.kind === 'counts' && severities.has(finding.severity),
  );
}

/** Whether to mark findings as new: if nothing was compared, none is known to be. */
export function isCompared(verdict: Verdict | undefined): boolean {
  return verdict?.comparison?.kind === 'compared';
}

/** `krb5 CVE-2024-37371`, with a link, and a sign if it is new. */
export function nameCell({ finding, isNew }: FindingGroup, saysNew: boolean): string {
  const where = finding.package === undefined ? '' : `${breakable(shorten(finding.package))} `;
  return `${where}${link(shorten(finding.id), finding.uri, breakable)}${saysNew && isNew ? ' 🆕' : ''}`;
}

/** `1.20.1-2 → **1.20.1-3**`: the installed version, and the fixed one. */
export function versionsCell({ finding }: FindingGroup): string {
  const installed = finding.installed === undefined ? '' : `${breakable(shorten(finding.installed))} → `;
  return `${installed}${fixText(finding)}`;
}

function fixText(finding: Finding): string {
  if (finding.fixedIn !== undefined) return `**${breakable(shorten(finding.fixedIn))}**`;
  return { yes: 'a later version', no: 'no fix yet', unknown: 'no fix known' }[fixOf(finding)];
}

/** On which of an image's platforms something is: `all 2`, or their names. */
export function platformsCell(on: readonly Platform[], all: readonly Platform[]): string {
  return on.length === all.length
    ? `all ${String(all.length)}`
    : on.map((one) => escapeMarkdown(one.replace(/^linux\//, ''))).join(', ');
}
