import { parseEnvName } from '../env-names.ts';
import { ok, parseLines } from '../parsed.ts';
import { parseBoolean } from '../scalars.ts';
import { imaging, optional, row } from '../row.ts';

/** What a run writes. */
export const reportsInputs = {
  summary: row({
    default: 'true',
    parse: parseBoolean,
    doc: 'Whether to write the job summary.',
  }),
  comment: row({
    modes: imaging,
    idleIn: ['plan'],
    default: 'false',
    parse: parseBoolean,
    doc: 'Whether to keep one comment on the pull request up to date: verdict, size and findings against the image of the branch that it is merged into. Needs `pull-requests: write`. docs/how-to/pull-requests.md says more.',
  }),
  'result-file': row({
    modes: imaging,
    default: '',
    parse: optional(ok),
    doc: 'Where to write the result as one flat JSON object, also when the run fails: in the workspace or in RUNNER_TEMP, as every file of a run. Default is nowhere.',
  }),
  'evidence-file': row({
    modes: imaging,
    default: '',
    parse: optional(ok),
    doc: "Where to write the evidence of the run as Markdown, also when it fails: who, what, how, scan and verdict. In an existing document, this repository's part is replaced, or added at the end. Default is nowhere.",
  }),
  'sarif-file': row({
    default: '',
    modes: imaging,
    idleIn: ['plan'],
    parse: optional(ok),
    doc: 'Where to write the findings as SARIF 2.1.0, for code scanning, also when the image does not pass. Not written without a full scan. Default is nowhere.',
  }),
  'env-file': row({
    modes: imaging,
    idleIn: ['plan'],
    default: '',
    parse: optional(ok),
    doc: 'Where to write `NAME=value` lines for compose and scripts, such as `.env`. Lines with other names stay, so several steps can write to one file. Not touched by a run that fails. Default is nowhere.',
  }),
  'env-names': row({
    modes: imaging,
    idleIn: ['plan'],
    default: 'IMAGE=image\nTAG=version',
    parse: (text) => parseLines(text, parseEnvName),
    doc: 'The lines of `env-file`, one `NAME=output` per line, such as `DOCKER_IMAGE_BACKEND=image` and `TAG=fixed-tag`. Every output can be taken that names the image or what is known of it; a line with any other is an error that lists them.',
  }),
} as const;
