import { ShipError } from './errors.ts';
import type { RegistryType } from './image.ts';

/** The IAM actions that one run can need, and what for. The permission statements in docs and errors come from here. */
export const actions = {
  login: ['ecr:GetAuthorizationToken'],
  push: [
    'ecr:BatchCheckLayerAvailability',
    'ecr:BatchGetImage',
    'ecr:CompleteLayerUpload',
    'ecr:GetDownloadUrlForLayer',
    'ecr:InitiateLayerUpload',
    'ecr:PutImage',
    'ecr:UploadLayerPart',
  ],
  /** All that is written where the image is in the repository already. */
  tag: ['ecr:PutImage'],
  verify: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:DescribeRepositories'],
  taken: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:GetDownloadUrlForLayer'],
  scan: ['ecr:DescribeImageScanFindings'],
  /** Basic scanning alone is ever started. Source: ECR API reference, StartImageScan. */
  startScan: ['ecr:StartImageScan'],
  /** Besides them, where the registry's scanner is Amazon Inspector: ECR asks it in the name of the caller. */
  enhancedScan: ['inspector2:ListCoverage', 'inspector2:ListFindings'],
  scanSettings: ['ecr:BatchGetRepositoryScanningConfiguration', 'ecr:GetRegistryScanningConfiguration'],
  candidateTag: ['ecr:BatchDeleteImage'],
  /** On the repositories of base images that are in ECR. */
  pull: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  /** Where the repository is missing and `create-repository` is set. */
  create: ['ecr:CreateRepository', 'ecr:PutLifecyclePolicy', 'ecr:SetRepositoryPolicy', 'ecr:TagResource'],
  /** Takes a repository back that could not be made whole. */
  createUndo: ['ecr:DeleteRepository'],
  /** Where an image that is published or used again is archived. */
  restore: ['ecr:UpdateImageStorageClass'],
  /** Where replicas are waited for. */
  replication: ['ecr:DescribeImageReplicationStatus', 'ecr:DescribeRegistry'],
  /** Counts what is attached to an image that is published, so that its quota is seen while it is near. */
  referrers: ['ecr:ListImageReferrers'],
  /** What is shown of the repository; without them less is. */
  posture: ['ecr:GetLifecyclePolicy', 'ecr:GetRepositoryPolicy'],
} as const;

/** What every run of `mode: ship` with a scan needs. */
const ofShip = [
  'login',
  'push',
  'verify',
  'taken',
  'scan',
  'startScan',
  'scanSettings',
  'candidateTag',
] as const;

/** The same for ECR Public, which is pulled from without any permission, and has no scanner. */
export const publicActions = {
  /** The second one because ECR Public's logins are bearer tokens of AWS STS. */
  login: ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'],
  push: [
    'ecr-public:BatchCheckLayerAvailability',
    'ecr-public:CompleteLayerUpload',
    'ecr-public:InitiateLayerUpload',
    'ecr-public:PutImage',
    'ecr-public:UploadLayerPart',
  ],
  verify: ['ecr-public:DescribeImages', 'ecr-public:DescribeRepositories'],
  /** Where the alias in the input is not the one that a repository's URI has. */
  alias: ['ecr-public:DescribeRegistries'],
  candidateTag: ['ecr-public:BatchDeleteImage'],
  /** Where the repository is missing and `create-repository` is set. */
  create: ['ecr-public:CreateRepository', 'ecr-public:SetRepositoryPolicy', 'ecr-public:TagResource'],
} as const;

const ofPublicShip = ['login', 'push', 'verify', 'candidateTag'] as const;

/** What the IAM actions of a kind of registry begin with. */
export function servicePrefix(type: RegistryType): 'ecr' | 'ecr-public' {
  return type === 'public' ? 'ecr-public' : 'ecr';
}

export interface PolicyStatement {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** What a role may do, as IAM takes it. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/** Actions that AWS grants only on all resources. Source: service authorization reference for Amazon ECR and Inspector2. */
const onAllResources = new Set([
  'ecr:GetAuthorizationToken',
  'ecr:DescribeRegistry',
  'ecr:GetRegistryScanningConfiguration',
  'inspector2:ListCoverage',
  'inspector2:ListFindings',
  'ecr-public:GetAuthorizationToken',
  'ecr-public:DescribeRegistries',
  'sts:GetServiceBearerToken',
]);

/** The statement that grants one action, or several on the repository. */
export function statementFor(action: string | readonly string[], repositoryArn: string): PolicyStatement {
  const isGlobal = [action].flat().every((one) => onAllResources.has(one));
  return { Effect: 'Allow', Action: action, Resource: isGlobal ? '*' : repositoryArn };
}

/**
 * A whole policy for `mode: ship` on one private repository, with no action that a run does not use.
 * @param denied what a run was denied: it needs all that this belongs to, besides
 */
export function shipPolicy(repositoryArn: string, denied: readonly string[] = []): Policy {
  return policyOf([{ actions: withDenied(actions, ofShip, denied), on: [repositoryArn] }]);
}

/** A whole policy for `mode: ship` on one public repository. */
export function publicPolicy(repositoryArn: string, denied: readonly string[] = []): Policy {
  return policyOf([{ actions: withDenied(publicActions, ofPublicShip, denied), on: [repositoryArn] }]);
}

/** The actions of some rows of a table, and of every further row that what was denied can only be of. */
function withDenied<K extends string>(
  table: Readonly<Record<K, readonly string[]>>,
  rows: readonly NoInfer<K>[],
  denied: readonly string[],
): readonly string[] {
  const usual = rows.flatMap((row) => table[row]);
  const further = Object.values<readonly string[]>(table).filter((row) =>
    row.some((action) => denied.includes(action) && !usual.includes(action)),
  );
  return [...usual, ...further.flat()];
}

/** Actions on some repositories. */
export interface Grant {
  readonly actions: readonly string[];
  /** ARNs of repositories. */
  readonly on: readonly string[];
}

/** A policy that grants this and nothing else: in the first statement what AWS grants only on all resources. */
export function policyOf(grants: readonly Grant[]): Policy {
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  const everywhere = sorted(
    grants.flatMap(({ actions: names }) => names.filter((one) => onAllResources.has(one))),
  );
  const here = grants.flatMap(({ actions: names, on }) => {
    const some = sorted(names.filter((one) => !onAllResources.has(one)));
    return some.length === 0 ? [] : [allow(some, on)];
  });
  return {
    Version: '2012-10-17',
    Statement: [...(everywhere.length === 0 ? [] : [allow(everywhere, ['*'])]), ...here],
  };
}

function allow(names: readonly string[], on: readonly string[]): PolicyStatement {
  return { Effect: 'Allow', Action: names, Resource: on.length === 1 ? (on[0] ?? '') : on };
}

/** What an AWS denial says. Source: IAM user guide, "Troubleshoot access denied error messages". */
export interface Denial {
  readonly principal: string | undefined;
  readonly action: string;
  readonly resource: string | undefined;
  /** The kind of policy that forbids it (`service control policy`), where one does: no other policy outweighs that. */
  readonly forbiddenBy?: string;
}

/** Reads `User: X is not authorized to perform: Y on resource: Z because ...`, from the API or through docker. */
export function parseDenial(message: string): Denial | undefined {
  const match = /(?:User: (\S+) )?is not authorized to perform: ([\w-]+:\w+)(?: on resource: (\S+))?/.exec(
    message,
  );
  if (match?.[2] === undefined) return undefined;
  const forbiddenBy = /with an explicit deny in an? ([\w -]{3,40}policy|permissions boundary)/.exec(
    message,
  )?.[1];
  return {
    principal: match[1],
    action: match[2],
    resource: match[3],
    ...(forbiddenBy !== undefined && { forbiddenBy }),
  };
}

/** The policy of a run on one repository, on one line, so that it can be read and copied wherever an error is shown. */
export function policyText(repositoryArn: string, denied: readonly string[] = []): string {
  const isPublic = /^arn:[\w-]+:ecr-public:/.test(repositoryArn);
  return JSON.stringify((isPublic ? publicPolicy : shipPolicy)(repositoryArn, denied));
}

/** What an action is for, where nobody would guess it. Source: ECR Public API reference, GetAuthorizationToken. */
const reasons: Readonly<Record<string, string>> = {
  'sts:GetServiceBearerToken':
    ', without which there is no login to ECR Public: it is needed beside ecr-public:GetAuthorizationToken',
};

/** The statements that grant what is missing alone, with lines to read and to copy from the log. */
function grantText(denied: readonly string[], repositoryArn: string): string {
  // A denial names one action only; whoever lacks one of a pair lacks the other as well, or will.
  const pairs: readonly (readonly string[])[] = [actions.enhancedScan, publicActions.login];
  const wanted = [...new Set(denied.flatMap((one) => pairs.find((pair) => pair.includes(one)) ?? [one]))];
  const statements = [
    wanted.filter((action) => !onAllResources.has(action)),
    wanted.filter((action) => onAllResources.has(action)),
  ]
    .filter((group) => group.length > 0)
    .map((group) => statementFor(group.length === 1 ? (group[0] ?? '') : group, repositoryArn));
  return `To grant no more than what is missing:\n${statements.map((one) => JSON.stringify(one, null, 2)).join('\n')}`;
}

/**
 * The error for permissions that are missing: all that are known of, and the whole policy of a run, so that the next run
 * does not end at the next one.
 * @param denials one at least
 */
export function deniedError(
  denials: readonly [Denial, ...Denial[]],
  repositoryArn: string,
  cause: unknown,
): ShipError {
  const [first] = denials;
  const denied = [...new Set(denials.map(({ action }) => action))];
  const forbidden = denials.find(({ forbiddenBy }) => forbiddenBy !== undefined);
  const who = first.principal ?? 'The role of this job';
  const why =
    forbidden === undefined ? '' : `: an explicit deny in its ${forbidden.forbiddenBy ?? ''} forbids it`;
  return new ShipError({
    code: 'access-denied',
    what: `${who} may not call ${allOf(denied)}${denied.map((action) => reasons[action] ?? '').join('')}${why}.${otherAccount(first, repositoryArn)}`,
    next:
      forbidden === undefined
        ? `Give the role this policy, which is all that a run needs: ${policyText(repositoryArn, denied)}`
        : `Have that deny taken out, for no other policy outweighs it. All that a run needs is this: ${policyText(repositoryArn, denied)}`,
    details: grantText(denied, repositoryArn),
    cause,
  });
}

/** Whose credentials these are, where that is another account than the repository's. */
function otherAccount({ principal = '' }: Denial, repositoryArn: string): string {
  const [theirs, its] = [accountOf(principal), accountOf(repositoryArn)];
  if (theirs === undefined || its === undefined || theirs === its) return '';
  return (
    ` The credentials of this job are of account ${theirs}, and the repository is in ${its}: use credentials of that ` +
    'account, or let the policy of the repository allow these as well.'
  );
}

/** The account in an ARN. Source: AWS General Reference, "Amazon Resource Names". */
export function accountOf(arn: string): string | undefined {
  return /^arn:[\w-]+:[\w-]*:[\w-]*:(\d{12}):/.exec(arn)?.[1];
}

function allOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/**
 * The actions that the registry's HTTP interface wants for a request; undefined for a request that is none of its own.
 * BuildKit reports a refused request by method and address, without the registry's own words.
 * Source: ECR user guide, "Pushing an image", required permissions.
 */
export function actionsOfRequest(
  method: string,
  path: string,
  type: RegistryType = 'private',
): readonly string[] | undefined {
  const route = /\/(manifests|blobs\/uploads|blobs)\//.exec(path)?.[1];
  const found = route === undefined ? undefined : httpActions[`${method} ${route}`];
  if (type === 'private' || found === undefined) return found;
  const wanted: readonly string[] = publicActions.push;
  const needed = found
    .map((action) => action.replace('ecr:', 'ecr-public:'))
    .filter((one) => wanted.includes(one));
  return needed.length === 0 ? undefined : needed;
}

const httpActions: Readonly<Record<string, readonly string[]>> = {
  'HEAD manifests': ['ecr:BatchGetImage'],
  'GET manifests': ['ecr:BatchGetImage'],
  'PUT manifests': ['ecr:PutImage'],
  'HEAD blobs': ['ecr:BatchCheckLayerAvailability'],
  'GET blobs': ['ecr:GetDownloadUrlForLayer'],
  'POST blobs/uploads': ['ecr:InitiateLayerUpload'],
  'PATCH blobs/uploads': ['ecr:UploadLayerPart'],
  'PUT blobs/uploads': ['ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'],
};
