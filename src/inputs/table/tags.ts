import { parseGlob } from '../names-and-values.ts';
import { parseLines } from '../parsed.ts';
import { parseChoice } from '../scalars.ts';
import { parseFlavor } from '../tags/flavor.ts';
import { parseTagRules } from '../tags/rules.ts';
import { imaging, row } from '../row.ts';

/** Which tags the image gets. */
export const tagsInputs = {
  tags: row({
    modes: imaging,
    default: 'type=schedule\ntype=ref,event=branch\ntype=ref,event=tag\ntype=ref,event=pr\ntype=sha',
    parse: parseTagRules,
    doc: 'The tags that the image gets when it has passed, one rule per line, in the grammar of docker/metadata-action: `schedule`, `semver`, `pep440`, `match`, `edge`, `ref`, `raw` and `sha`. A plain word is that tag. Lines that begin with `#` are comments, as in every list. docs/reference/tags.md has every rule, and what the default gives for each event.',
  }),
  flavor: row({
    modes: imaging,
    default: '',
    parse: parseFlavor,
    doc: 'What applies to all rules: `latest=auto`, `true`, `false` or `highest` (only where ECR holds no higher version), `prefix=` and `suffix=`, each with `onlatest=true` to apply to `latest` too.',
  }),
  'if-exists': row({
    modes: imaging,
    default: 'reuse',
    parse: parseChoice(['reuse', 'fail', 'move'], {
      overwrite: 'move',
      replace: 'move',
      force: 'move',
      skip: 'reuse',
      keep: 'reuse',
      error: 'fail',
    }),
    doc: 'What to do if a commit- or version-bound tag is taken: `reuse` goes on with its image, without a build, if that was made from the same inputs (commit, files, build-args, target, platforms, labels), builds again if only the commit is the same, and is an error for any other; `fail` is an error; `move` moves the tag if the repository allows it.',
  }),
  'reuse-paths': row({
    modes: ['ship', 'plan'],
    default: '',
    parse: (text) => parseLines(text, parseGlob),
    doc: 'Globs, one per line, a leading `!` takes paths out: an image also counts as made from this commit if nothing below them has changed since its own (needs the history: `fetch-depth: 0`).',
  }),
  'if-older': row({
    modes: imaging,
    default: 'keep',
    parse: parseChoice(['keep', 'fail', 'move'], {
      skip: 'keep',
      overwrite: 'move',
      rollback: 'move',
      error: 'fail',
    }),
    doc: 'What to do if a moving tag points to an image of a commit that this one does not descend from: `keep` leaves the tag and goes on, `fail` is an error, `move` moves it back (a rollback).',
  }),
  'pull-request-commit': row({
    modes: imaging,
    default: 'merge',
    parse: parseChoice(['merge', 'head']),
    doc: "Which commit of a pull request tags and labels refer to: `merge`, the one that is checked out by default and built, or `head`, the newest one of the pull request's own branch.",
  }),
} as const;
