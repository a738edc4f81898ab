import { parseFrom } from '../from.ts';
import { ok } from '../parsed.ts';
import { parseChoice } from '../scalars.ts';
import { row } from '../row.ts';

/** What the run does, and for whom. */
export const jobInputs = {
  mode: row({
    default: 'ship',
    parse: parseChoice(['ship', 'build', 'publish', 'plan', 'login'], {
      preview: 'plan',
      'dry-run': 'plan',
      push: 'ship',
      release: 'publish',
      promote: 'publish',
      rollback: 'publish',
      retag: 'publish',
    }),
    doc: "`ship` builds the image and publishes it; `build` does all of it but the tags, for a job that `publish`es later; `publish` scans, judges and tags images that are in the registry (input `from`): releases, promotion, rollback; `plan` says for the current event what each rule gives and what would be done, touches nothing and needs no AWS credentials; `login` only logs the job's docker in.",
  }),
  from: row({
    default: '',
    modes: ['publish'],
    parse: parseFrom,
    doc: 'With `mode: publish`, what gets the tags: a digest, or one tag; or several digests, one per line, which are joined into an index (one image for each platform). `<uri>@sha256:…`, as the output `image` of an earlier job gives it, is fine.',
  }),
  'github-token': row({
    default: '${{ github.token }}',
    parse: ok,
    doc: 'Asks GitHub for what the event does not say of the repository (`contents: read` is enough), and writes the comment (`pull-requests: write`). GitHub is not asked if the event says everything.',
  }),
} as const;
