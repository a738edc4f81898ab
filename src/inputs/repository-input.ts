import { parseAccountId, parseRegion, parseRepositoryName } from '../types/names.ts';
import type { RepositoryPlace } from '../types/inputs.ts';
import type { AccountId, Region, RepositoryName } from '../types/names.ts';
import { nearestRegion, partitionOf, type Partition } from '../types/regions.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';

/**
 * The endings of private ECR hosts in every partition, including FIPS and dual-stack ones.
 * Source: awslabs/amazon-ecr-credential-helper, ecr-login/api/client.go.
 */
const endings: Readonly<Record<string, Partition>> = {
  'amazonaws.com': 'aws',
  'on.aws': 'aws',
  'amazonaws.com.cn': 'aws-cn',
  'on.amazonwebservices.com.cn': 'aws-cn',
  'amazonaws.eu': 'aws-eusc',
  'c2s.ic.gov': 'aws-iso',
  'sc2s.sgov.gov': 'aws-iso-b',
  'cloud.adc-e.uk': 'aws-iso-e',
  'csp.hci.ic.gov': 'aws-iso-f',
};
const privateHost = new RegExp(
  String.raw`^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9][a-z0-9-]*)\.(${Object.keys(endings)
    .map((ending) => ending.replaceAll('.', String.raw`\.`))
    .join('|')})$`,
);

/** ECR Public's host, and its dual-stack one. Source: the same file. */
const publicHosts: ReadonlySet<string> = new Set(['public.ecr.aws', 'ecr-public.aws.com']);

/** Whether a host is that of ECR Public. */
export function isPublicHost(host: string): boolean {
  return publicHosts.has(host);
}

const privateForm =
  'the name of a private repository such as team/app, or its URI such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';

/** What `repository` may be, as a clause. */
const form = `${privateForm}; a public one as public.ecr.aws/alias/name`;

/** What a public repository may be, as a clause. */
export const publicForm =
  "the alias of the public registry and the repository's name, such as alias/name, or its URI such as public.ecr.aws/alias/name";

/** Parses the input `repository`. */
export function parseRepositoryInput(text: string): Parsed<RepositoryPlace> {
  return parsePlace(text, form);
}

/** Parses the input `scan-repository`: a private repository, because ECR Public has no scanner. */
export function parseScanRepository(text: string): Parsed<RepositoryPlace> {
  const parsed = parsePlace(text, privateForm);
  return parsed.ok && parsed.value.registryType === 'public'
    ? notAllowed(`${privateForm}; ECR Public has no scanner`)
    : parsed;
}

/** Whether a name begins with an alias and has a valid length for ECR Public. Source: ECR Public API reference. */
export function isPublicName(name: RepositoryName): boolean {
  const slash = name.indexOf('/');
  const own = name.slice(slash + 1);
  return slash > 0 && own.length >= 2 && own.length <= 205;
}

/** @param allowed what the input may be, as a clause */
function parsePlace(text: string, allowed: string): Parsed<RepositoryPlace> {
  if (text === '') return notAllowed(allowed);
  if (/^https?:\/\//.test(text)) return notAllowed(`${allowed}, without https://`);
  if (text.includes('@')) return notAllowed(`${allowed}, without a digest`);
  const slash = text.indexOf('/');
  const host = slash < 0 ? text : text.slice(0, slash);
  const afterLastSlash = text.slice(text.lastIndexOf('/') + 1);
  if (afterLastSlash.includes(':'))
    return notAllowed(`${allowed}, without a tag; tags go into the input tags`);
  if (publicHosts.has(host)) return parsePublic(text.slice(host.length + 1), host);
  const match = privateHost.exec(host);
  if (match === null) return parseNameAlone(text, host, allowed);
  if (slash < 0) return notAllowed(`${allowed}; this is the registry, without a repository`);
  const [, account = '', regionName = '', ending = ''] = match;
  const region = parseRegion(regionName);
  const wrong = wrongRegion(regionName, region, ending);
  if (wrong !== undefined) return notAllowed(`${allowed}; ${wrong}`);
  const path = text.slice(slash + 1);
  const name = parseRepositoryName(path);
  return name === undefined
    ? notAllowed(`${allowed}${lowerCaseOf(path, `${host}/`)}`)
    : ok({ name, registryType: 'private', registryId: parseAccountId(account), region });
}

function parsePublic(path: string, host: string): Parsed<RepositoryPlace> {
  const name = parseRepositoryName(path);
  return name === undefined || !isPublicName(name)
    ? notAllowed(`${publicForm}${lowerCaseOf(path, `${host}/`)}`)
    : ok({ name, registryType: 'public', registryId: undefined, region: undefined });
}

function parseNameAlone(text: string, host: string, allowed: string): Parsed<RepositoryPlace> {
  if (host !== text && (host.includes('.') || host.includes(':')))
    return notAllowed(`${allowed}; ${host} is not a host of ECR`);
  const name = parseRepositoryName(text);
  return name === undefined
    ? notAllowed(
        `${allowed}; a name has 2 to 256 lower-case letters, digits, and single . _ - / between them${lowerCaseOf(text, '') || bareOf(text)}`,
      )
    : ok({ name, registryType: undefined, registryId: undefined, region: undefined });
}

/** Account and region of a private ECR host; undefined for any other host. */
export function privateRegistryOf(
  host: string,
): { readonly registryId: AccountId; readonly region: Region } | undefined {
  const [, account = '', regionName = ''] = privateHost.exec(host) ?? [];
  const registryId = parseAccountId(account);
  const region = parseRegion(regionName);
  return registryId === undefined || region === undefined ? undefined : { registryId, region };
}

/** Why a host's region cannot be right, as a clause. */
function wrongRegion(given: string, region: Region | undefined, ending: string): string | undefined {
  if (region === undefined) {
    const nearest = nearestRegion(given);
    return `${given} is not a region${nearest === undefined ? '' : ` (did you mean ${nearest}?)`}`;
  }
  if (partitionOf(region) === endings[ending]) return undefined;
  const [right = ''] =
    Object.keys(endings)
      .find((other) => endings[other] === partitionOf(region))
      ?.split(' ') ?? [];
  return `hosts of ${region} end with ${right}, not with ${ending}`;
}

/** Suggests a name without surrounding quotes or slashes. */
function bareOf(text: string): string {
  const bare = text.replace(/^(["'])(.*)\1$/, '$2').replace(/^\/+|(?<!\/)\/+$/g, '');
  return bare !== text && parseRepositoryName(bare) !== undefined ? ` (did you mean ${bare}?)` : '';
}

/** Suggests lower case: people often write the name of a GitHub repository, which may have capitals. */
function lowerCaseOf(name: string, before: string): string {
  const lower = name.toLowerCase();
  return lower !== name && parseRepositoryName(lower) !== undefined
    ? ` (did you mean ${before}${lower}?)`
    : '';
}
