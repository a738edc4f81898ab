import type { DestinationPlace } from '../types/inputs.ts';
import { publicRegion } from '../types/regions.ts';
import type { RoleArn } from '../types/role.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';
import { parseRepositoryInput } from './repository-input.ts';
import { parseRole } from './role.ts';

const form =
  'full URIs of repositories, one per line, such as 210987654321.dkr.ecr.us-east-1.amazonaws.com/team/app or public.ecr.aws/team/app, optionally followed by role=<ARN>';

/** Parses one line of `destinations`: a URI, and optionally the role for that repository. */
export function parseDestination(line: string): Parsed<DestinationPlace> {
  const [uri = '', ...rest] = line.split(/[\s,]+/).filter((word) => word !== '');
  const role = parseRoleOf(rest);
  if (!role.ok) return role;
  const parsed = parseRepositoryInput(uri);
  if (!parsed.ok) return notAllowed(`${form}; ${parsed.allowed}`);
  const { name, registryId, registryType, region } = parsed.value;
  const shared = { uri, name, role: role.value };
  if (registryType === 'public')
    return ok({ ...shared, target: { type: 'public', region: publicRegion, registryId } });
  if (region === undefined || registryId === undefined) return notAllowed(form);
  return ok({ ...shared, target: { type: 'private', region, registryId } });
}

function parseRoleOf([word, ...more]: readonly string[]): Parsed<RoleArn | undefined> {
  if (word === undefined) return ok(undefined);
  if (!word.startsWith('role=') || more.length > 0) return notAllowed(form);
  return parseRole(word.slice('role='.length));
}
