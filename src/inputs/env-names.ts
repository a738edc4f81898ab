import { nearestWord } from '../types/nearest.ts';
import { referenceNames, type EnvName } from '../types/references.ts';
import { notAllowed, ok, type Parsed } from './parsed.ts';

const form = `NAME=output, such as DOCKER_IMAGE_BACKEND=image; the outputs are ${referenceNames.join(', ')}`;

/** Parses one line of `env-names`. */
export function parseEnvName(line: string): Parsed<EnvName> {
  const equals = line.indexOf('=');
  const [name, given] = [line.slice(0, Math.max(0, equals)).trim(), line.slice(equals + 1).trim()];
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return notAllowed(form);
  const output = referenceNames.find((one) => one === given);
  if (output !== undefined) return ok({ name, output });
  const nearest = nearestWord(given, [...referenceNames], 3);
  return notAllowed(`${form}${nearest === undefined ? '' : ` (did you mean ${nearest}?)`}`);
}
