import { ShipError } from '../types/errors.ts';
import { quote } from '../inputs/parsed.ts';
import { plainWord } from '../inputs/scalars.ts';
import { usualShortLength } from './source.ts';

/** The settings in docker/metadata-action's variables. */
export interface MetadataSettings {
  /** How many digits of a commit `type=sha` and `{{sha}}` show. */
  readonly shortLength: number;
  /** Whether a pull request's tags and labels use its own newest commit. */
  readonly isHead: boolean;
  /** The levels of annotations that name none; undefined means every level that the image has. */
  readonly levels: readonly string[] | undefined;
  /** Variables that are set but have no effect here, in sentences. */
  readonly notices: readonly string[];
}

const prefix = 'DOCKER_METADATA_';
/** With fewer digits than git ever shows, two commits would soon look the same; no commit has more than 64. */
const [fewest, most] = [4, 64];
const known = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];

/**
 * Reads the variables that workflows set for docker/metadata-action.
 * Source: docker/metadata-action, README ("Environment variables"), src/context.ts and src/meta.ts of v6.
 * Throws `invalid-input` for an invalid one.
 */
export function metadataSettings(variable: (name: string) => string | undefined): MetadataSettings {
  const text = (name: string) => plainWord(variable(`${prefix}${name}`) ?? '');
  return {
    shortLength: shortLengthOf(text('SHORT_SHA_LENGTH')),
    isHead: text('PR_HEAD_SHA') === 'true',
    levels: levelsOf(text('ANNOTATIONS_LEVELS')),
    notices:
      text('SET_OUTPUT_ENV') === 'true'
        ? [
            `${prefix}SET_OUTPUT_ENV is not used: later steps read the outputs of this step, such as steps.<id>.outputs.tags.`,
          ]
        : [],
  };
}

function shortLengthOf(text: string): number {
  if (text === '') return usualShortLength;
  const length = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (length >= fewest && length <= most) return length;
  throw unusable('SHORT_SHA_LENGTH', text, `a whole number from ${String(fewest)} to ${String(most)}`);
}

function levelsOf(text: string): readonly string[] | undefined {
  if (text === '') return undefined;
  const levels = text.split(',').map((level) => level.trim());
  if (levels.every((level) => known.includes(level))) return levels;
  throw unusable('ANNOTATIONS_LEVELS', text, `${known.join(', ')}, between commas`);
}

function unusable(name: string, given: string, allowed: string): ShipError {
  return new ShipError({
    code: 'invalid-input',
    what: `The variable ${prefix}${name} is ${quote(given)}; allowed: ${allowed}.`,
    next: 'Correct it in the env of the step or the job, or leave it out.',
  });
}
