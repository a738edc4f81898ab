import type { RawInputs, Request } from '../types/inputs.ts';
import { placeOf, scanPlaceOf } from './places.ts';
import { invalidInputs } from './problems.ts';
import { requestOf, type Usable } from './request.ts';
import { noStructured, type Structured } from './structured.ts';
import { problemsTogether } from './together.ts';
import { foreignInputs, idleInputs, readEach } from './values.ts';

/**
 * Parses the texts of all inputs. An empty text means the input's default.
 * Throws a single `invalid-input` that lists every problem.
 * @param ambientRegion the region of the environment, used if neither the input nor the URI gives one
 * @param structured the values of the inputs written in YAML
 */
export function parseInputs(
  raw: RawInputs,
  ambientRegion: string | undefined,
  structured: Structured = noStructured,
): Request {
  const { values, problems } = readEach(raw);
  const mode = values.mode ?? 'ship';
  const all = [
    ...problems.filter(({ input }) => mode !== 'login' || input !== 'repository' || raw.repository !== ''),
    ...problemsTogether(raw, values, structured, ambientRegion),
    ...structured.problems.map(({ input, line, what }) => ({ input, given: '', allowed: '', line, what })),
    ...(values.mode === undefined ? [] : foreignInputs(raw, mode)),
  ];
  if (all.length > 0) throw invalidInputs(all);
  const places = { image: placeOf(values, ambientRegion), scan: scanPlaceOf(values, ambientRegion) };
  const create = values['create-repository'] === true ? structured.settings : undefined;
  return requestOf({ ...(values as Usable), create }, places, idleInputs(raw, mode));
}
