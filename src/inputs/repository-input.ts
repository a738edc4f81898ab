import { parseAccountId, parseRegion, parseRepositoryName } from '../types/names.ts';
import type { AccountId, Region, RepositoryName } from '../types/names.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';

/** What the `repository` input says: a name alone, or a full URI that also gives account and region. */
export interface RepositoryInput {
  readonly name: RepositoryName;
  readonly registryId: AccountId | undefined;
  readonly region: Region | undefined;
}

/**
 * Hosts of private ECR in every partition, FIPS and dual-stack ones included.
 * Source: awslabs/amazon-ecr-credential-helper, ecr-login/api/client.go.
 */
const privateHost =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9][a-z0-9-]*)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.com\.cn)|sc2s\.sgov\.gov|c2s\.ic\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

const form =
  'the name of a private repository such as team/app, or its URI such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';

export function parseRepositoryInput(text: string): Parsed<RepositoryInput> {
  if (text === '') return notAllowed(form);
  if (/^https?:\/\//.test(text)) return notAllowed(`${form}, without https://`);
  if (text.includes('@')) return notAllowed(`${form}, without a digest`);
  const slash = text.indexOf('/');
  const host = slash < 0 ? text : text.slice(0, slash);
  const afterLastSlash = text.slice(text.lastIndexOf('/') + 1);
  if (afterLastSlash.includes(':')) return notAllowed(`${form}, without a tag; tags go into the input tags`);
  if (host === 'public.ecr.aws' || host === 'ecr-public.aws.com') {
    return notAllowed(`${form}; ECR Public is not supported yet`);
  }
  const match = privateHost.exec(host);
  if (match !== null && slash < 0) return notAllowed(`${form}; this is the registry, without a repository`);
  if (match === null) {
    if (slash >= 0 && (host.includes('.') || host.includes(':')))
      return notAllowed(`${form}; ${host} is not a host of private ECR`);
    const name = parseRepositoryName(text);
    return name === undefined
      ? notAllowed(`${form}; a name has 2 to 256 lower-case letters, digits, and single . _ - / between them`)
      : ok({ name, registryId: undefined, region: undefined });
  }
  const name = parseRepositoryName(text.slice(slash + 1));
  return name === undefined
    ? notAllowed(form)
    : ok({ name, registryId: parseAccountId(match[1] ?? ''), region: parseRegion(match[2] ?? '') });
}
