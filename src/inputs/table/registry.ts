import { parseAccountId, parseRegion, type AccountId, type Region } from '../../types/names.ts';
import { nearestRegion } from '../../types/regions.ts';
import { parseDestination } from '../destinations.ts';
import { notAllowed, ok, parseLines, parseWords, type Parsed } from '../parsed.ts';
import { parseRepositoryInput } from '../repository-input.ts';
import { parseAllowedAccount, parseRole, parseRoleDuration, parseSessionName } from '../role.ts';
import { parseBoolean, parseChoice, parseReplicationWait } from '../scalars.ts';
import { imaging, optional, row } from '../row.ts';

/** Where the image goes, and with whose credentials. */
export const registryInputs = {
  repository: row({
    default: '',
    parse: parseRepositoryInput,
    doc: 'The ECR repository: a private one by name (`team/app`) or by full URI, which then also gives account and region; a public one as `alias/name` with `registry-type: public`, or by full URI (`public.ecr.aws/alias/name`). Every mode needs it but `login`.',
  }),
  'registry-type': row({
    default: '',
    parse: optional(
      parseChoice(['private', 'public'], {
        ecr: 'private',
        'ecr-private': 'private',
        'ecr-public': 'public',
      }),
    ),
    doc: "`private` or `public`. Default is what the repository's URI says, else `private`. docs/how-to/ecr-public.md says what is different with ECR Public.",
  }),
  'registry-id': row({
    default: '',
    parse: optional(parseAccount),
    doc: "The account that owns the registry, 12 digits in quotes. Default is the caller's own account.",
  }),
  'aws-region': row({
    default: '',
    parse: optional(parseAwsRegion),
    doc: "The region of the registry. Default is the region of the repository's URI, else `AWS_REGION` or `AWS_DEFAULT_REGION` of the environment. ECR Public is always asked in us-east-1; then this is the region of `scan-repository`.",
  }),
  'role-to-assume': row({
    default: '',
    idleIn: ['plan'],
    parse: optional(parseRole),
    doc: 'The ARN of the role to work in. It is assumed with the OIDC token of the job (`permissions: id-token: write`), so no step before this one is needed; if the job has no token, with its AWS credentials. docs/explain/credentials.md has the trust policy.',
  }),
  'source-role-to-assume': row({
    modes: ['publish'],
    default: '',
    parse: optional(parseRole),
    doc: 'The role that may read the image to promote (`from`), if `role-to-assume` is the one that may write to the target.',
  }),
  'role-session-name': row({
    default: 'GitHubActions',
    idleIn: ['plan'],
    parse: parseSessionName,
    doc: "The name of the role's session in CloudTrail.",
  }),
  'role-duration': row({
    default: '1h',
    idleIn: ['plan'],
    parse: parseRoleDuration,
    doc: 'How long the credentials of the role last, from `15m` to `12h`, at most as long as the role allows. A run that takes longer gets new ones.',
  }),
  audience: row({
    default: '',
    idleIn: ['plan'],
    parse: optional(ok),
    doc: 'Whom the OIDC token is for. Default is `sts.amazonaws.com`, and `sts.amazonaws.com.cn` for a role in China.',
  }),
  'allowed-account-ids': row({
    default: '',
    idleIn: ['plan'],
    parse: (text) => parseWords(text, parseAllowedAccount, (id) => id),
    doc: 'Accounts that the AWS credentials may belong to, each 12 digits in quotes; with any other, the run ends before it does anything. Default is any.',
  }),
  'registry-logins': row({
    modes: imaging,
    default: '',
    idleIn: ['plan', 'publish'],
    parse: ok,
    doc: 'Further registries that base images are pulled from, in YAML: a list of `registry`, `username` and `password` (without a registry Docker Hub). They are for this step only, and kept nowhere else.',
  }),
  'create-repository': row({
    modes: imaging,
    default: 'false',
    idleIn: ['plan'],
    parse: parseBoolean,
    doc: '`true` creates the repository if it is missing, as `repository-settings` say. An existing one is never changed.',
  }),
  'repository-settings': row({
    modes: imaging,
    default: '',
    idleIn: ['plan'],
    parse: ok,
    doc: 'How `create-repository` creates it, in YAML: `mutability`, `exclusion-filters`, `encryption`, `kms-key`, `lifecycle` (`keep: 50`, `untagged-days: 14`, or JSON), `policy`, `tags`, and for ECR Public `catalog`. docs/how-to/repositories.md has an example of each.',
  }),
  destinations: row({
    modes: ['ship', 'publish', 'plan'],
    idleIn: ['plan'],
    default: '',
    parse: (text) => parseLines(text, parseDestination),
    doc: 'Further repositories, one full URI per line, optionally followed by `role=<ARN>`, private or public, in any account and region: the image is built and judged once, copied to each by its digest, and tagged in the same way: fixed tags everywhere first, moving ones once every repository has the image.',
  }),
  'wait-for-replication': row({
    modes: ['ship', 'publish', 'plan'],
    idleIn: ['plan'],
    default: 'false',
    parse: parseReplicationWait,
    doc: 'Whether the step ends only when every registry that ECR replicates the repository to has the image: `true` waits up to 30 minutes, a time such as `1h` as long as it says. A copy that failed, or is not there in time, fails the step; the tags are set by then. docs/how-to/repositories.md says more.',
  }),
  login: row({
    default: 'job',
    idleIn: ['plan'],
    parse: parseChoice(['job', 'step', 'shared'], { true: 'job', false: 'step', none: 'step' }),
    doc: "`job` lets later steps of the job pull from the registry; `step` leaves nothing for them; `shared` is like `job` and also puts the login into `~/.docker/config.json`, for tools that read nothing else (sigstore's), until the job ends.",
  }),
} as const;

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
