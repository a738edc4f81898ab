// What a role needs for each use of the action. docs/reference/iam has a policy for each, made from these, and a test
// runs each use with exactly its policy, and once without each of its actions.
import { actions, policyOf, publicActions, type Grant, type Policy } from '../src/types/iam.ts';

const account = '123456789012';
const production = '210987654321';
const inRegion = (region: string, name: string, of = account) =>
  `arn:aws:ecr:${region}:${of}:repository/${name}`;

/** Where the image is. */
export const repositories = {
  target: inRegion('eu-west-1', 'team/app'),
  base: inRegion('eu-west-1', 'base/app'),
  elsewhere: inRegion('eu-central-1', 'team/app'),
  production: inRegion('us-east-1', 'team/app', production),
  public: `arn:aws:ecr-public::${account}:repository/app`,
} as const;

type Row = keyof typeof actions;
type PublicRow = keyof typeof publicActions;

/** One use: what it is, and what its role needs. */
export interface Use {
  /** Shown in the table of docs/reference/permissions.md. */
  readonly title: string;
  readonly grants: readonly Grant[];
  /** Which of its actions a run can do without, and then says so. */
  readonly optional: readonly string[];
}

const on = (repository: string, ...rows: readonly Row[]): Grant => ({
  actions: rows.flatMap((row) => actions[row]),
  on: [repository],
});
const onPublic = (repository: string, ...rows: readonly PublicRow[]): Grant => ({
  actions: rows.flatMap((row) => publicActions[row]),
  on: [repository],
});

const pushing = ['login', 'push', 'verify', 'taken', 'candidateTag'] as const;
const basicScanning = ['scan', 'startScan', 'scanSettings'] as const;
const publicPushing = ['login', 'push', 'verify', 'candidateTag'] as const;
const { target, base, elsewhere, public: open } = repositories;

/** Actions that a run can do without, and what happens then; the latter is copied into docs/reference/permissions.md. */
export const optionalActions: Readonly<Record<string, string>> = {
  'ecr:BatchDeleteImage':
    'the tag of the candidate stays, with a warning, and so do those that killed runs left behind',
  'ecr-public:BatchDeleteImage': 'the tag of the candidate stays, with a warning',
  'ecr:BatchGetRepositoryScanningConfiguration':
    'the run does not know how the repository is scanned, gives a notice, and goes by the answers',
  'ecr:GetRegistryScanningConfiguration':
    'the run does not know how the registry scans, gives a notice, and goes by the answers',
  'ecr:GetDownloadUrlForLayer':
    'the run assumes the platform that was asked for, with a notice, and reuses no image; required wherever an image is copied, published or pulled',
  'ecr:DescribeRegistry':
    'the run does not know where the image is to be replicated, and goes by what ECR says of the image',
  'ecr:ListImageReferrers':
    'the signatures and attestations of an image are not counted before it is published: no warning if the quota is nearly reached',
  'ecr:GetLifecyclePolicy': 'the lifecycle policy is shown as not known',
  'ecr:GetRepositoryPolicy': 'who may push and pull is shown as not known',
  'ecr:DeleteRepository':
    'a repository that could not get its policies stays without them, and the error says so',
};

function use(title: string, grants: readonly Grant[], needed: readonly string[] = []): Use {
  const all = new Set(grants.flatMap(({ actions: names }) => names));
  return {
    title,
    grants,
    optional: Object.keys(optionalActions).filter((one) => all.has(one) && !needed.includes(one)),
  };
}

const config = 'ecr:GetDownloadUrlForLayer';

/** Every use by the name of its policy in docs/reference/iam. */
export const uses = {
  'private-without-scan': use('push to a private repository, `scan: off`', [on(target, ...pushing)]),
  'private-basic-scan': use('push to a private repository, basic scanning', [
    on(target, ...pushing, ...basicScanning),
  ]),
  'private-enhanced-scan': use('push to a private repository, enhanced scanning', [
    on(target, ...pushing, 'scan', 'scanSettings', 'enhancedScan'),
  ]),
  posture: use('the same with basic scanning, and the settings of the repository in the summary', [
    on(target, ...pushing, ...basicScanning, 'posture'),
  ]),
  'create-repository': use('the same with basic scanning, and `create-repository: true` with all settings', [
    on(target, ...pushing, ...basicScanning, 'create', 'createUndo'),
  ]),
  'wait-for-replication': use('the same with basic scanning, and `wait-for-replication`', [
    on(target, ...pushing, ...basicScanning, 'replication'),
  ]),
  'base-images': use(
    'the same with basic scanning, on a base image in another private repository',
    [on(target, ...pushing, ...basicScanning), on(base, 'pull')],
    [config],
  ),
  build: use('`mode: build`, basic scanning', [on(target, ...pushing, ...basicScanning)]),
  publish: use(
    '`mode: publish` of an image in the repository, basic scanning',
    [on(target, 'login', 'verify', 'taken', 'tag', ...basicScanning, 'candidateTag', 'referrers')],
    [config],
  ),
  'publish-archived': use(
    '`mode: publish` of an archived image, basic scanning',
    [on(target, 'login', 'verify', 'taken', 'tag', ...basicScanning, 'restore', 'referrers')],
    [config],
  ),
  'promotion-source': use(
    '`mode: publish` from another account: `source-role-to-assume`, which scans there',
    [on(target, 'login', 'verify', 'taken', ...basicScanning)],
    [config],
  ),
  'promotion-target': use(
    '`mode: publish` from another account: `role-to-assume`',
    [on(repositories.production, 'login', 'verify', 'taken', 'push', 'scanSettings', 'referrers')],
    [config],
  ),
  public: use('push to ECR Public, `scan: off`', [onPublic(open, ...publicPushing)]),
  'public-alias': use('the same by an alias other than the one in the URI of the repository', [
    onPublic(open, ...publicPushing, 'alias'),
  ]),
  'public-scan-repository': use(
    'push to ECR Public with `scan-repository`, basic scanning',
    [on(target, ...pushing, ...basicScanning), onPublic(open, 'login', 'push', 'verify')],
    [config],
  ),
  destinations: use(
    '`destinations` in another region and in ECR Public with one role, basic scanning',
    [
      on(target, ...pushing, ...basicScanning),
      on(elsewhere, 'login', 'verify', 'taken', 'push'),
      onPublic(open, 'login', 'push', 'verify'),
    ],
    [config],
  ),
  login: use('`mode: login`; later steps need permissions of their own', [on(target, 'login')]),
  'public-login': use('`mode: login` to ECR Public', [onPublic(open, 'login', 'alias')]),
} as const satisfies Readonly<Record<string, Use>>;

export type UseName = keyof typeof uses;

/** The policy of a use, with example names. */
export function policyOfUse(name: UseName): Policy {
  return policyOf(uses[name].grants);
}
