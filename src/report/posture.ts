import type { TagMutability } from '../types/image.ts';
import type { Lifecycle, LifecycleRule, Posture } from '../types/posture.ts';
import type { Report } from '../types/report.ts';
import type { ScanSettings } from '../types/scan.ts';
import { code, escapeMarkdown, table } from './markdown.ts';

type Row = readonly [what: string, words: string];

/** How the repository is configured, as table rows; empty if nothing of it was read. */
function postureRows({ repository, posture }: Report): Row[] {
  if (repository === undefined || posture === undefined) return [];
  const { lifecycle, access, scanning } = posture;
  return [
    ['Region', `${repository.region}, account ${repository.registryId}`],
    ['Tags', escapeMarkdown(mutabilityWords(repository.mutability))],
    ['Scanning', escapeMarkdown(scanningWords(scanning))],
    [
      'Encryption',
      repository.encryption === undefined ? unknown : code(encryptionWords(repository.encryption)),
    ],
    ['Lifecycle', escapeMarkdown(lifecycleWords(lifecycle))],
    ['May push', whoWords(access, 'push')],
    ['May pull', whoWords(access, 'pull')],
  ];
}

const unknown = 'not known to this role';

/** The same as a part of the evidence. */
export function posturePart(report: Report): string[] {
  const rows = postureRows(report);
  return rows.length === 0 ? [] : ['### How the repository is kept', table(['', ''], rows).join('\n')];
}

/** The same as a part of the summary, folded, because few look at it twice. */
export function postureSection(report: Report): string[] {
  const rows = postureRows(report);
  if (rows.length === 0) return [];
  return ['<details><summary>Repository</summary>', table(['', ''], rows).join('\n'), '</details>'];
}

/** For the result file. */
export function postureFields({ repository, posture }: Report) {
  const access = posture?.access === 'none' ? undefined : posture?.access;
  return {
    repositoryMutability: repository === undefined ? null : mutabilityWords(repository.mutability),
    repositoryEncryption: repository?.encryption?.type ?? null,
    repositoryScanning: posture === undefined ? null : scanningWords(posture.scanning),
    repositoryLifecycle: posture?.lifecycle === undefined ? null : lifecycleWords(posture.lifecycle),
    repositoryPush: access?.push ?? [],
    repositoryPull: access?.pull ?? [],
    repositoryOpenTo: access?.open ?? [],
  };
}

/** What users should know about it at once, in sentences. */
export function postureWarnings(name: string, { access }: Pick<Posture, 'access'>): string[] {
  const open = access === undefined || access === 'none' ? [] : access.open;
  if (open.length === 0) return [];
  return [
    `The policy of the repository ${name} lets anybody with an AWS account ${open.join(' and ')}. ` +
      'Name accounts or roles in the place of the principal *, or narrow it down with a condition such as aws:PrincipalOrgID.',
  ];
}

function mutabilityWords({ default: usual, exceptFilters }: TagMutability): string {
  return exceptFilters.length === 0 ? usual : `${usual}, except ${exceptFilters.join(', ')}`;
}

function scanningWords({ scanner, frequency }: ScanSettings): string {
  return scanner === 'unknown' ? 'not known' : `${scanner}, ${frequency}`;
}

function encryptionWords({
  type,
  key,
}: NonNullable<NonNullable<Report['repository']>['encryption']>): string {
  return key === undefined ? type : `${type} ${key}`;
}

function lifecycleWords(lifecycle: Lifecycle | 'none' | undefined): string {
  if (lifecycle === undefined) return unknown;
  return lifecycle === 'none'
    ? 'no policy: nothing is ever removed'
    : lifecycle.rules.map(ruleInWords).join('; ');
}

const since: Readonly<Record<string, string>> = {
  sinceImagePulled: ' without a pull',
  sinceImageTransitioned: ' in the archive',
};

/** A rule of a lifecycle policy, as a clause. */
export function ruleInWords(rule: LifecycleRule): string {
  const { tagStatus, patterns, prefixes, countType, count, action, isOfArchive } = rule;
  const which = [...patterns, ...prefixes.map((prefix) => `${prefix}*`)].filter((one) => one !== '*');
  const archived = isOfArchive ? 'archived ' : '';
  const images = `${archived}${tagStatus} images${which.length === 0 ? '' : ` of ${which.join(' and ')}`}`;
  const go = action === 'archive' ? 'are archived' : 'go';
  return countType === 'imageCountMoreThan'
    ? `of ${images} the newest ${String(count)} stay${action === 'archive' ? ', the others are archived' : ''}`
    : `${images} ${go} after ${String(count)} days${since[countType] ?? ''}`;
}

function whoWords(access: Posture['access'], use: 'push' | 'pull'): string {
  if (access === undefined) return unknown;
  const named = access === 'none' ? [] : access[use];
  const others = named.map((one) => (one === 'everybody' ? '**everybody**' : code(one)));
  return ['roles of the account whose own policies allow it', ...others].join(', ');
}
