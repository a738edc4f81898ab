import type { DestinationPlace } from '../types/inputs.ts';
import { publicRegion } from '../types/regions.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';
import { parseRepositoryInput } from './repository-input.ts';

const form =
  'full URIs of repositories, one a line, such as 210987654321.dkr.ecr.us-east-1.amazonaws.com/team/app or public.ecr.aws/team/app';

/** One line of `destinations`. */
export function parseDestination(line: string): Parsed<DestinationPlace> {
  const uri = line.trim();
  const parsed = parseRepositoryInput(uri);
  if (!parsed.ok) return notAllowed(`${form}; ${parsed.allowed}`);
  const { name, registryId, registryType, region } = parsed.value;
  if (registryType === 'public')
    return ok({ uri, name, target: { type: 'public', region: publicRegion, registryId } });
  if (region === undefined || registryId === undefined) return notAllowed(form);
  return ok({ uri, name, target: { type: 'private', region, registryId } });
}
