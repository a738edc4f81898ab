import type { ReferenceName } from '../types/references.ts';
import type { Report } from '../types/report.ts';
import { consoleOf } from '../types/regions.ts';
import { isRefused } from './refused.ts';
import { tagsSet } from './tags-set.ts';

/** How other steps and jobs refer to an image: texts on one line, empty if there is none. */
export function referencesOf(report: Report): Readonly<Record<ReferenceName, string>> {
  const { image, repository, inputs, verdict } = report;
  const uri = repository?.uri ?? '';
  const pushed = image?.digest ?? report.candidate?.digest ?? '';
  const tags = tagsSet(report);
  const refused = isRefused(report);
  const digest = refused ? '' : pushed;
  const fixed = report.tags.find(({ tag, kind }) => kind === 'fixed' && tags.includes(tag))?.tag ?? '';
  return {
    digest,
    image: joined(uri, '@', digest),
    'candidate-digest': refused ? pushed : '',
    uri,
    registry: report.login?.host ?? uri.slice(0, Math.max(0, uri.indexOf('/'))),
    repository: repository?.name ?? inputs?.repository ?? '',
    version: tags[0] ?? '',
    'fixed-tag': fixed,
    'image-tag': joined(uri, ':', fixed),
    'account-id': repository?.registryId ?? '',
    region: repository?.region ?? inputs?.region ?? '',
    'console-url': digest === '' ? '' : consoleUrl(repository, digest),
    size: image === undefined ? '' : String(image.size),
    'media-type': image?.manifest.mediaType ?? '',
    'pushed-at': image === undefined ? '' : new Date(image.pushedAt).toISOString(),
    verdict: verdict?.outcome ?? '',
  };
}

function joined(uri: string, separator: string, rest: string): string {
  return uri === '' || rest === '' ? '' : `${uri}${separator}${rest}`;
}

/** The page where people see the image; empty in partitions whose console is not known. */
function consoleUrl(repository: Report['repository'], digest: string): string {
  const host = repository && consoleOf(repository.region);
  if (repository === undefined || host === undefined) return '';
  const { region, registryId, name, type } = repository;
  // The gallery is the public page of a repository; it has no page for a single image.
  if (type === 'public') return `https://gallery.ecr.aws/${name}`;
  return `https://${region}.${host}/ecr/repositories/private/${registryId}/${name}/_/image/${digest}/details?region=${region}`;
}
