import type { InputName, Mode, RawInputs } from '../types/inputs.ts';
import type { Problem } from './problems.ts';
import type { Outcome, Row } from './row.ts';
import { inputDefaults, inputNames, inputTable, type ValueOf } from './table.ts';

/** The value of each input; undefined for an invalid one, which is a problem. */
export type Values = { readonly [N in InputName]: ValueOf<N> | undefined };

/** Parses each input by itself. */
export function readEach(raw: RawInputs): { readonly values: Values; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const entries = inputNames.map((input) => {
    const text = raw[input] === '' ? inputDefaults[input] : raw[input];
    const read: Outcome<unknown> = inputTable[input].parse(text);
    if (read.ok) return [input, read.value];
    if ('bad' in read) {
      const isMany = text.trim().includes('\n');
      for (const { item, allowed, line } of read.bad)
        problems.push({
          input,
          given: item,
          allowed,
          isItem: item !== text.trim(),
          line: isMany ? line : undefined,
        });
    } else problems.push({ input, given: shownText(raw, input), allowed: read.allowed });
    return [input, undefined];
  });
  return { values: Object.fromEntries(entries) as Values, problems };
}

/** Inputs that were given but have no effect in the mode. */
export function idleInputs(raw: RawInputs, mode: Mode): InputName[] {
  return givenInputs(raw).filter((input) => inputTable[input].idleIn?.includes(mode) === true);
}

/** Problems for inputs that were given but do not exist in the mode. */
export function foreignInputs(raw: RawInputs, mode: Mode): Problem[] {
  return givenInputs(raw).flatMap((input) => {
    const { modes } = inputTable[input];
    if (modes === undefined || modes.includes(mode)) return [];
    return [
      {
        input,
        given: shownText(raw, input),
        allowed: `nothing with mode: ${mode}; it is for mode: ${modes.join(', ')}`,
      },
    ];
  });
}

function shownText(raw: RawInputs, input: InputName): string {
  const { isSecret = false }: Row<unknown> = inputTable[input];
  return isSecret ? '…' : raw[input];
}

/** An input that equals its default may not have been given at all. */
function givenInputs(raw: RawInputs): InputName[] {
  return inputNames.filter((input) => raw[input] !== '' && raw[input] !== inputDefaults[input]);
}
