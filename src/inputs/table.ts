import type { InputName, Mode } from '../types/inputs.ts';
import { parseAccountId, parseRegion, usualPlatform, type AccountId, type Region } from '../types/names.ts';
import { nearestRegion } from '../types/regions.ts';
import {
  parseAttestation,
  parseFlagLines,
  parseFlagValue,
  parseNamedContext,
  parseParts,
  parseSecretEnvs,
  parseSecretFiles,
  parseSecrets,
} from './build-options.ts';
import { parseDestination } from './destinations.ts';
import { parseEnvName } from './env-names.ts';
import { parseFailOn } from './fail-on.ts';
import { parseFindingsPlace } from './findings.ts';
import { parseFrom } from './from.ts';
import { parseBuildArg, parseGlob, parseLabel } from './names-and-values.ts';
import { notAllowed, ok, parseLines, parseWords, type BadItem, type Parsed } from './parsed.ts';
import { parseOnePlatform } from './platforms.ts';
import { parseRepositoryInput, parseScanRepository } from './repository-input.ts';
import { parseGrowth, parseSize } from './sizes.ts';
import { parseAllowedAccount, parseRole, parseRoleDuration, parseSessionName } from './role.ts';
import { parseBoolean, parseChoice, parseDuration, parseOnlyNew, parseReplicationWait } from './scalars.ts';
import { parseFlavor } from './tags/flavor.ts';
import { parseTagRules } from './tags/rules.ts';

/** A value, what would be allowed, or of a list every entry that is not. */
export type Outcome<T> = Parsed<T> | { readonly ok: false; readonly bad: readonly BadItem[] };

/** Everything there is to say of one input. */
export interface Row<T> {
  /** What it is about. */
  readonly group: 'run' | 'registry' | 'names' | 'build' | 'policy' | 'reports';
  /** What an empty text means; an empty default has no text. */
  readonly default: string;
  /** Whether the action cannot do without. */
  readonly required?: boolean;
  /** The modes in which it means nothing, which is said. */
  readonly idleIn?: readonly Mode[];
  /** The modes that know it, where not all do: to give it in another one is a mistake. */
  readonly modes?: readonly Mode[];
  /** Whether what it holds is never shown, not even in an error. */
  readonly isSecret?: boolean;
  readonly parse: (text: string) => Outcome<T>;
  /** For `action.yml` and docs/reference.md, in Markdown. */
  readonly doc: string;
}

const making = ['ship', 'build', 'plan'] as const;
const imaging = ['ship', 'build', 'publish', 'plan'] as const;

/** Every input. The parser, `action.yml` and docs/reference.md go by this table, which a test proves. */
export const inputTable = {
  mode: row({
    group: 'run',
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
    doc: '`ship` builds the image and publishes it; `build` does all of it but the tags, for a job that `publish`es later; `publish` scans, judges and tags images that are in the registry (input `from`): releases, promotion, rollback; `plan` says for the event at hand what each rule gives and what would be done, touches nothing and needs no AWS credentials; `login` only logs in, for the docker of the job.',
  }),
  from: row({
    group: 'run',
    default: '',
    modes: ['publish'],
    parse: parseFrom,
    doc: 'With `mode: publish`, what gets the tags: a digest, or one tag; or several digests, one a line, which are joined into an index (one image for each platform). `<uri>@sha256:…`, as the output `image` of an earlier job gives it, is fine.',
  }),
  repository: row({
    group: 'registry',
    default: '',
    parse: parseRepositoryInput,
    doc: 'The ECR repository: a private one by name (`team/app`) or by full URI, which then also gives account and region; a public one as `alias/name` with `registry-type: public`, or by full URI (`public.ecr.aws/alias/name`). Every mode needs it but `login`.',
  }),
  'registry-type': row({
    group: 'registry',
    default: '',
    parse: optional(
      parseChoice(['private', 'public'], {
        ecr: 'private',
        'ecr-private': 'private',
        'ecr-public': 'public',
      }),
    ),
    doc: "`private` or `public`. Default is what the repository's URI says, else `private`. [docs/ecr-public.md](ecr-public.md) has what ECR Public does otherwise.",
  }),
  'registry-id': row({
    group: 'registry',
    default: '',
    parse: optional(parseAccount),
    doc: "The account that owns the registry, 12 digits in quotes. Default is the caller's own account.",
  }),
  'aws-region': row({
    group: 'registry',
    default: '',
    parse: optional(parseAwsRegion),
    doc: "The region of the registry. Default is the region of the repository's URI, else `AWS_REGION` or `AWS_DEFAULT_REGION` of the environment. ECR Public is always asked in us-east-1; then this is the region of `scan-repository`.",
  }),
  'role-to-assume': row({
    group: 'registry',
    default: '',
    idleIn: ['plan'],
    parse: optional(parseRole),
    doc: 'The ARN of the role to work in. It is assumed with the OIDC token of the job (`permissions: id-token: write`), so that no step before this one is needed; where the job has none, with the AWS credentials that it has. [docs/credentials.md](credentials.md) has the trust policy.',
  }),
  'source-role-to-assume': row({
    modes: ['publish'],
    group: 'registry',
    default: '',
    parse: optional(parseRole),
    doc: 'The role that may read the image which is promoted (`from`), where `role-to-assume` is the one that may write the target.',
  }),
  'role-session-name': row({
    group: 'registry',
    default: 'GitHubActions',
    idleIn: ['plan'],
    parse: parseSessionName,
    doc: 'What the session of the role is called in CloudTrail.',
  }),
  'role-duration': row({
    group: 'registry',
    default: '1h',
    idleIn: ['plan'],
    parse: parseRoleDuration,
    doc: 'How long the credentials of the role last, from `15m` to `12h`, at most as long as the role allows. A run that takes longer gets new ones.',
  }),
  audience: row({
    group: 'registry',
    default: '',
    idleIn: ['plan'],
    parse: optional(ok),
    doc: 'Whom the OIDC token is for. Default is `sts.amazonaws.com`, and `sts.amazonaws.com.cn` for a role in China.',
  }),
  'allowed-account-ids': row({
    group: 'registry',
    default: '',
    idleIn: ['plan'],
    parse: (text) => parseWords(text, parseAllowedAccount, (id) => id),
    doc: 'Accounts that the AWS credentials may belong to, each 12 digits in quotes; with others the run ends before it does anything. Default is any.',
  }),
  'registry-logins': row({
    modes: imaging,
    group: 'registry',
    default: '',
    idleIn: ['plan', 'publish'],
    parse: ok,
    doc: 'Further registries that base images are pulled from, in YAML: a list of `registry`, `username` and `password` (without a registry Docker Hub). They are for this step alone, and kept nowhere else.',
  }),
  'create-repository': row({
    modes: imaging,
    group: 'registry',
    default: 'false',
    idleIn: ['plan'],
    parse: parseBoolean,
    doc: '`true` makes the repository where it is missing, as `repository-settings` say. Of one that is there nothing is changed.',
  }),
  'repository-settings': row({
    modes: imaging,
    group: 'registry',
    default: '',
    idleIn: ['plan'],
    parse: ok,
    doc: 'How `create-repository` makes it, in YAML: `mutability`, `exclusion-filters`, `encryption`, `kms-key`, `lifecycle` (`keep: 50`, `untagged-days: 14`, or JSON), `policy`, `tags`, and for ECR Public `catalog`. [docs/repositories.md](repositories.md) has an example of each.',
  }),
  tags: row({
    modes: imaging,
    group: 'names',
    default: 'type=schedule\ntype=ref,event=branch\ntype=ref,event=tag\ntype=ref,event=pr\ntype=sha',
    parse: parseTagRules,
    doc: 'The tags that the image gets when it has passed, one rule a line, in the grammar of docker/metadata-action: `schedule`, `semver`, `pep440`, `match`, `edge`, `ref`, `raw` and `sha`. A plain word is that tag. Lines that begin with `#` are comments, as in every list. [docs/tags.md](tags.md) has every rule, and what the default gives for each event.',
  }),
  flavor: row({
    modes: imaging,
    group: 'names',
    default: '',
    parse: parseFlavor,
    doc: 'What holds for all rules: `latest=auto`, `true`, `false` or `highest` (only where ECR holds no higher version), `prefix=` and `suffix=`, each with `onlatest=true` to hold for `latest` too.',
  }),
  'if-exists': row({
    modes: imaging,
    group: 'names',
    default: 'reuse',
    parse: parseChoice(['reuse', 'fail', 'move'], {
      overwrite: 'move',
      replace: 'move',
      force: 'move',
      skip: 'reuse',
      keep: 'reuse',
      error: 'fail',
    }),
    doc: 'What to do where a commit- or version-bound tag is taken: `reuse` goes on with its image, without a build, if that was made from the very same (commit, files, build-args, target, platforms, labels), builds anew if only the commit is the same, and is an error for any other; `fail` is an error; `move` moves the tag where the repository allows it.',
  }),
  'reuse-paths': row({
    modes: ['ship', 'plan'],
    group: 'names',
    default: '',
    parse: (text) => parseLines(text, parseGlob),
    doc: 'Globs, one a line, a leading `!` takes paths out: an image also counts as made from this commit if nothing below them has changed since its own (needs the history: `fetch-depth: 0`).',
  }),
  'if-older': row({
    modes: imaging,
    group: 'names',
    default: 'keep',
    parse: parseChoice(['keep', 'fail', 'move'], {
      skip: 'keep',
      overwrite: 'move',
      rollback: 'move',
      error: 'fail',
    }),
    doc: 'What to do where a moving tag points to an image of a commit that this one does not descend from: `keep` leaves the tag and goes on, `fail` is an error, `move` moves it back (a rollback).',
  }),
  'pull-request-commit': row({
    modes: imaging,
    group: 'names',
    default: 'merge',
    parse: parseChoice(['merge', 'head']),
    doc: "Which commit of a pull request tags and labels speak of: `merge`, the one that is checked out by default and built, or `head`, the newest one of the pull request's own branch.",
  }),
  context: row({
    modes: making,
    group: 'build',
    default: '.',
    parse: parseContext,
    doc: 'The build context, a folder of the checkout or a Git URL.',
  }),
  file: row({
    modes: making,
    group: 'build',
    default: '',
    parse: optional(parseFile),
    doc: 'Path of the Dockerfile, from the root of the workspace (not from the context). Default is `Dockerfile` in the context.',
  }),
  target: row({
    modes: making,
    group: 'build',
    default: '',
    parse: optional(ok),
    doc: 'The stage to build.',
  }),
  platforms: row({
    modes: making,
    group: 'build',
    default: '',
    parse: (text) => parseWords(text, parseOnePlatform, usualPlatform),
    doc: "The platforms to build for, such as `linux/amd64,linux/arm64`. Default is the builder's own.",
  }),
  'build-args': row({
    modes: making,
    group: 'build',
    default: '',
    parse: (text) => parseLines(text, parseBuildArg),
    doc: 'Build arguments, one `NAME=value` a line; `NAME` alone takes the value from the environment. A value of several lines stands in double quotes, together with its name. Not for secrets.',
  }),
  labels: row({
    modes: making,
    group: 'build',
    default: '',
    parse: (text) => parseLines(text, parseLabel),
    doc: 'Labels of the image, one `name=value` a line; expressions such as `{{sha}}` are evaluated. The standard `org.opencontainers.image` labels are there without asking; one that is given here wins.',
  }),
  annotations: row({
    modes: making,
    group: 'build',
    default: '',
    parse: (text) => parseLines(text, parseLabel),
    doc: 'Annotations of the manifest, one `name=value` or `level:name=value` a line, beside the standard ones. They need a builder that pushes by itself (docker/setup-buildx-action); without one a warning says that they are not used.',
  }),
  builder: row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseFlagValue,
    doc: 'The buildx builder that builds, by name: any driver (docker, docker-container, kubernetes, remote, cloud). Default is the one in use, `BUILDX_BUILDER` included.',
  }),
  'build-contexts': row({
    modes: making,
    group: 'build',
    default: '',
    parse: (text) => parseLines(text, parseNamedContext),
    doc: 'Further build contexts, one `name=<folder or address>` a line, such as `shared=../shared` or `alpine=docker-image://alpine:3.22`.',
  }),
  secrets: row({
    modes: making,
    isSecret: true,
    group: 'build',
    default: '',
    parse: parseSecrets,
    doc: 'Secrets for `RUN --mount=type=secret`, one `id=value` a line; a value of several lines stands in double quotes with its id. The values reach the builder in private files, and are in no argument, log, state or image.',
  }),
  'secret-envs': row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseSecretEnvs,
    doc: 'The same from variables of the job, `id=VARIABLE`.',
  }),
  'secret-files': row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseSecretFiles,
    doc: 'The same from files, one `id=path` a line.',
  }),
  ssh: row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseParts,
    doc: 'SSH agent sockets or keys for `RUN --mount=type=ssh`, such as `default`.',
  }),
  cache: row({
    modes: making,
    group: 'build',
    default: 'off',
    parse: parseChoice(['off', 'registry', 'gha'], {
      ecr: 'registry',
      github: 'gha',
      false: 'off',
      none: 'off',
    }),
    doc: "A build cache that needs no flags: `registry` keeps it in the repository itself, under `cache-<branch>`, in the form that ECR takes; `gha` in GitHub's cache. A branch begins from the default branch's cache; pull requests and strangers' code only read. Not used with `push: false`.",
  }),
  'cache-from': row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseFlagLines,
    doc: 'Where the builder looks for its cache, one a line, such as `type=registry,ref=<uri>:cache`.',
  }),
  'cache-to': row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseFlagLines,
    doc: 'Where the builder leaves its cache, one a line. Needs a builder that can (docker/setup-buildx-action).',
  }),
  'no-cache': row({
    modes: making,
    group: 'build',
    default: 'false',
    parse: parseBoolean,
    doc: '`true` builds without a cache.',
  }),
  'no-cache-filters': row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseParts,
    doc: 'Stages that are built without a cache.',
  }),
  pull: row({
    modes: making,
    group: 'build',
    default: 'false',
    parse: parseBoolean,
    doc: '`true` looks for newer base images, whatever the builder has.',
  }),
  'add-hosts': row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseParts,
    doc: 'Further hosts for the build, `name:address`.',
  }),
  allow: row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseParts,
    doc: 'Entitlements for the build, such as `network.host`.',
  }),
  network: row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseFlagValue,
    doc: 'The network of `RUN` instructions.',
  }),
  'shm-size': row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseFlagValue,
    doc: 'Size of /dev/shm in the build, such as `2g`.',
  }),
  ulimit: row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseFlagLines,
    doc: 'Limits in the build, one a line, such as `nofile=1024:1024`.',
  }),
  'cgroup-parent': row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseFlagValue,
    doc: 'The parent cgroup of the build.',
  }),
  provenance: row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseAttestation,
    doc: 'A provenance attestation: `true`, `false` or `mode=max`. Default is none, whatever the builder would do by itself: one platform stays one manifest, as AWS Lambda needs it.',
  }),
  sbom: row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseAttestation,
    doc: 'An SBOM attestation: `true`, `false` or `generator=<image>`. Default is none.',
  }),
  attests: row({
    modes: making,
    group: 'build',
    default: '',
    parse: parseFlagLines,
    doc: 'Attestations, one a line, such as `type=sbom,generator=<image>`.',
  }),
  call: row({
    modes: making,
    group: 'build',
    default: 'build',
    parse: parseChoice(['build', 'check'], { checks: 'check', lint: 'check' }),
    doc: '`check` runs the build checks of docker on the Dockerfile, and builds nothing.',
  }),
  runtime: row({
    modes: imaging,
    group: 'build',
    default: 'any',
    parse: parseChoice(['any', 'lambda', 'ecs', 'eks'], { fargate: 'ecs', kubernetes: 'eks', none: 'any' }),
    doc: '`lambda`, `ecs` or `eks`: what is to run the image. What it does not take is an error, before the build where the inputs tell, else before any tag is set: an index or attestations (Lambda), platforms that it does not have, an image that is too large for it. [docs/runtimes.md](runtimes.md) has the table.',
  }),
  'smoke-test': row({
    modes: making,
    group: 'build',
    default: '',
    isSecret: true,
    parse: ok,
    doc: 'YAML: the image is started before anything is pushed, and has to prove that it works: `command: [node, --version]` (exit code 0), `http: { path: /health, status: 200, body: ok, within: 60s }`, `lambda: { event: {} }` (the emulator in the image), or `health: true` (its HEALTHCHECK); beside it `env`, `port`, `read-only`, `memory`, `name`. A list has several tests. [docs/smoke-tests.md](smoke-tests.md) says more.',
  }),
  'max-size': row({
    modes: imaging,
    group: 'policy',
    default: '',
    parse: parseSize,
    doc: 'The most that one platform of the image may have, compressed, such as `500MB` or `1.5GiB`. Checked before the scan.',
  }),
  'max-growth': row({
    modes: imaging,
    group: 'policy',
    default: '',
    parse: parseGrowth,
    doc: 'The most by which the image may be larger than the baseline (see `only-new`), such as `10%` or `50MB`. Without a baseline anything goes.',
  }),
  push: row({
    modes: ['ship', 'plan'],
    group: 'build',
    default: 'true',
    parse: parseBoolean,
    doc: '`false` builds only: no push, no scan, and no login but for base images in ECR, where the job has credentials. For pull requests from forks.',
  }),
  scan: row({
    modes: imaging,
    group: 'policy',
    default: 'auto',
    parse: parseChoice(['auto', 'off', 'after-tags'], {
      true: 'auto',
      on: 'auto',
      yes: 'auto',
      false: 'off',
      no: 'off',
      none: 'off',
    }),
    doc: "`auto` waits for the registry's scan and judges it; `off` tags the image without one. `after-tags`, in `mode: publish` only, is for emergencies: the tags move first, and the image is judged afterwards.",
  }),
  'fail-on': row({
    modes: imaging,
    group: 'policy',
    default: 'critical',
    parse: parseFailOn,
    doc: "What must not be in the image: a severity (`critical`, `high`, `medium`, `low`, `informational`, `undefined`; that one and every worse one), `none`, or a budget for some severities (`critical=0,high=5`; what is worse than these and not named is forbidden). A severity that is not ECR's counts as critical, or as `high,severe=medium` says.",
  }),
  'only-fixable': row({
    modes: imaging,
    group: 'policy',
    default: 'false',
    parse: parseBoolean,
    doc: '`true` counts only findings that an update can fix. A finding counts also when the scanner does not say whether there is a fix.',
  }),
  'only-new': row({
    modes: imaging,
    group: 'policy',
    default: 'false',
    parse: parseOnlyNew,
    doc: '`true` counts only findings that the baseline does not have: the image that the first moving tag among `tags` points to before this run; a tag, such as `main`, compares with the image that it points to. Without a baseline everything is new.',
  }),
  exceptions: row({
    modes: imaging,
    group: 'policy',
    default: '',
    parse: optional(ok),
    doc: "File of accepted findings, each with a reason and an end date. Default is `.github/ecr-ship.yml`, if it is there. Not used where the checkout may be a fork's.",
  }),
  'on-incomplete-scan': row({
    modes: imaging,
    group: 'policy',
    default: 'fail',
    parse: parseChoice(['fail', 'warn'], { error: 'fail', warning: 'warn', ignore: 'warn', pass: 'warn' }),
    doc: '`fail` or `warn` when a scan gives no full answer (unsupported image, failed, timed out).',
  }),
  findings: row({
    modes: imaging,
    idleIn: ['plan'],
    group: 'policy',
    default: '',
    parse: (text) => parseLines(text, parseFindingsPlace),
    doc: "SARIF files of other scanners (Trivy, Grype, Snyk, Docker Scout), one a line, in the workspace or in RUNNER_TEMP: their findings are judged by the same policy and with the same exceptions, beside ECR's scan, or in its place where ECR cannot scan or `scan` is `off`. `platform=linux/arm64` behind the path says which platform a file is about. [docs/foreign-findings.md](foreign-findings.md) says how a file comes to be about this image. Not read with `push: false`.",
  }),
  'scan-timeout': row({
    modes: imaging,
    group: 'policy',
    default: '10m',
    parse: parseDuration,
    doc: 'How long to wait for the scan, such as `90s`, `10m` or `1h30m`.',
  }),
  destinations: row({
    modes: ['ship', 'publish', 'plan'],
    idleIn: ['plan'],
    group: 'registry',
    default: '',
    parse: (text) => parseLines(text, parseDestination),
    doc: 'Further repositories, one full URI a line, optionally with `role=<ARN>` behind it, private or public, in any account and region: the image is built and judged once, copied to each by its digest, and tagged alike: fixed tags everywhere first, moving ones when every repository has the image.',
  }),
  'wait-for-replication': row({
    modes: ['ship', 'publish', 'plan'],
    idleIn: ['plan'],
    group: 'registry',
    default: 'false',
    parse: parseReplicationWait,
    doc: 'Whether the step ends only when every registry that ECR replicates the repository to has the image: `true` waits up to 30 minutes, a time such as `1h` as long as it says. A copy that failed, or is not there in time, fails the step; the tags are set by then. [docs/repositories.md](repositories.md#replication) says more.',
  }),
  'scan-repository': row({
    group: 'policy',
    default: '',
    parse: optional(parseScanRepository),
    doc: 'A private repository, by name or full URI, in which a public image is scanned and judged before it is published: ECR Public has no scanner. The image that passed is copied from there, digest for digest.',
  }),
  login: row({
    group: 'registry',
    default: 'job',
    idleIn: ['plan'],
    parse: parseChoice(['job', 'step', 'shared'], { true: 'job', false: 'step', none: 'step' }),
    doc: "`job` lets later steps of the job pull from the registry; `step` leaves nothing for them; `shared` is `job` and puts the login into `~/.docker/config.json` as well, for tools that read nothing else (sigstore's), until the job ends.",
  }),
  summary: row({
    group: 'reports',
    default: 'true',
    parse: parseBoolean,
    doc: 'Whether to write the job summary.',
  }),
  comment: row({
    modes: imaging,
    idleIn: ['plan'],
    group: 'reports',
    default: 'false',
    parse: parseBoolean,
    doc: 'Whether to keep one comment on the pull request up to date: verdict, size and findings against the image of the branch that it is merged into. Needs `pull-requests: write`. [docs/pull-requests.md](pull-requests.md) says more.',
  }),
  'result-file': row({
    modes: imaging,
    group: 'reports',
    default: '',
    parse: optional(ok),
    doc: 'Where to write the result as one flat JSON object, also when the run fails: in the workspace or in RUNNER_TEMP, as every file of a run. Default is nowhere.',
  }),
  'evidence-file': row({
    modes: imaging,
    group: 'reports',
    default: '',
    parse: optional(ok),
    doc: 'Where to write the evidence of the run as Markdown, also when it fails: who, what, how, scan and verdict. In a document that is there already, the part of this repository is replaced or put at the end. Default is nowhere.',
  }),
  'sarif-file': row({
    group: 'reports',
    default: '',
    modes: imaging,
    idleIn: ['plan'],
    parse: optional(ok),
    doc: 'Where to write the findings as SARIF 2.1.0, for code scanning, also when the image does not pass. Not written without a full scan. Default is nowhere.',
  }),
  'env-file': row({
    modes: imaging,
    idleIn: ['plan'],
    group: 'reports',
    default: '',
    parse: optional(ok),
    doc: 'Where to write `NAME=value` lines for compose and scripts, such as `.env`. Lines of other names stay, so that several steps fill one file. Not touched by a run that fails. Default is nowhere.',
  }),
  'env-names': row({
    modes: imaging,
    idleIn: ['plan'],
    group: 'reports',
    default: 'IMAGE=image\nTAG=version',
    parse: (text) => parseLines(text, parseEnvName),
    doc: 'The lines of `env-file`, one `NAME=output` a line, such as `DOCKER_IMAGE_BACKEND=image` and `TAG=fixed-tag`. Every output of one line can be taken.',
  }),
  'github-token': row({
    group: 'run',
    default: '${{ github.token }}',
    parse: ok,
    doc: 'Asks GitHub for what the event does not say of the repository (`contents: read` is enough), and writes the comment (`pull-requests: write`). Nothing is asked where the event says it all.',
  }),
} as const satisfies Readonly<Record<InputName, Row<unknown>>>;

/** What an input's parser gives. */
export type ValueOf<N extends InputName> = (typeof inputTable)[N] extends Row<infer T> ? T : never;

export const inputNames = Object.keys(inputTable) as InputName[];

/** What each input means when nothing is given. */
export const inputDefaults = Object.fromEntries(
  inputNames.map((name) => [name, inputTable[name].default]),
) as Readonly<Record<InputName, string>>;

function row<T>(one: Row<T>): Row<T> {
  return one;
}

function optional<T>(parse: (text: string) => Parsed<T>): (text: string) => Parsed<T | undefined> {
  return (text) => (text === '' ? ok(undefined) : parse(text));
}

/** A leading hyphen would be read as an option by docker, or as standard input. */
function parseContext(text: string): Parsed<string> {
  return text.startsWith('-') ? notAllowed('a folder of the checkout, or a Git URL') : ok(text);
}

function parseFile(text: string): Parsed<string> {
  return text.startsWith('-')
    ? notAllowed(
        'the path of a Dockerfile; docker would read one that is called - from standard input, which is empty',
      )
    : ok(text);
}

function parseAccount(text: string): Parsed<AccountId> {
  const id = parseAccountId(text);
  return id === undefined
    ? notAllowed('an AWS account id of 12 digits; write it in quotes, or YAML drops leading zeros')
    : ok(id);
}

function parseAwsRegion(text: string): Parsed<Region> {
  const region = parseRegion(text);
  const nearest = nearestRegion(text);
  return region === undefined
    ? notAllowed(`a region such as eu-west-1${nearest === undefined ? '' : ` (did you mean ${nearest}?)`}`)
    : ok(region);
}
