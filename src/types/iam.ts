import { ShipError } from './errors.ts';
import type { RegistryType } from './image.ts';
import { inWords } from './text.ts';

/** The IAM actions that a run can need, by purpose. The permission statements in docs and errors come from here. */
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
  /** The only write if the image is already in the repository. */
  tag: ['ecr:PutImage'],
  verify: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:DescribeRepositories'],
  taken: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:GetDownloadUrlForLayer'],
  scan: ['ecr:DescribeImageScanFindings'],
  /** Only basic scanning is ever started. Source: ECR API reference, StartImageScan. */
  startScan: ['ecr:StartImageScan'],
  /** Needed as well if the registry's scanner is Amazon Inspector: ECR asks it in the caller's name. */
  enhancedScan: ['inspector2:ListCoverage', 'inspector2:ListFindings'],
  scanSettings: ['ecr:BatchGetRepositoryScanningConfiguration', 'ecr:GetRegistryScanningConfiguration'],
  candidateTag: ['ecr:BatchDeleteImage'],
  /** On the repositories of base images in ECR. */
  pull: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  /** If the repository is missing and `create-repository` is set. */
  create: ['ecr:CreateRepository', 'ecr:PutLifecyclePolicy', 'ecr:SetRepositoryPolicy', 'ecr:TagResource'],
  /** Removes a new repository that could not be set up completely. */
  createUndo: ['ecr:DeleteRepository'],
  /** If an image to be published or reused is archived. */
  restore: ['ecr:UpdateImageStorageClass'],
  /** If the run waits for replicas. */
  replication: ['ecr:DescribeImageReplicationStatus', 'ecr:DescribeRegistry'],
  /** Counts what is attached to a published image, to warn before its quota is used up. */
  referrers: ['ecr:ListImageReferrers'],
  /** For what is reported about the repository; without them the report says less. */
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

/** The same for ECR Public, where pulling needs no permission, and which has no scanner. */
export const publicActions = {
  /** The second action is needed because ECR Public's logins are bearer tokens of AWS STS. */
  login: ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'],
  push: [
    'ecr-public:BatchCheckLayerAvailability',
    'ecr-public:CompleteLayerUpload',
    'ecr-public:InitiateLayerUpload',
    'ecr-public:PutImage',
    'ecr-public:UploadLayerPart',
  ],
  verify: ['ecr-public:DescribeImages', 'ecr-public:DescribeRepositories'],
  /** If the alias in the input differs from the one in the repository's URI. */
  alias: ['ecr-public:DescribeRegistries'],
  candidateTag: ['ecr-public:BatchDeleteImage'],
  /** If the repository is missing and `create-repository` is set. */
  create: ['ecr-public:CreateRepository', 'ecr-public:SetRepositoryPolicy', 'ecr-public:TagResource'],
} as const;

const ofPublicShip = ['login', 'push', 'verify', 'candidateTag'] as const;

/** The prefix of the IAM actions of a kind of registry. */
export function servicePrefix(type: RegistryType): 'ecr' | 'ecr-public' {
  return type === 'public' ? 'ecr-public' : 'ecr';
}

interface PolicyStatement {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** An IAM policy. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/**
 * Actions that AWS grants only on all resources. Source: service authorization reference for Amazon ECR and Inspector2.
 */
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
 * A complete policy for `mode: ship` on one private repository, without any action that a run does not use.
 * @param denied actions that a run was denied: what they belong to is added
 */
export function shipPolicy(repositoryArn: string, denied: readonly string[] = []): Policy {
  return policyOf([{ actions: withDenied(actions, ofShip, denied), on: [repositoryArn] }]);
}

/** A complete policy for `mode: ship` on one public repository. */
export function publicPolicy(repositoryArn: string, denied: readonly string[] = []): Policy {
  return policyOf([{ actions: withDenied(publicActions, ofPublicShip, denied), on: [repositoryArn] }]);
}

/** The actions of some rows of a table, and of every other row to which only a denied action can belong. */
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

/** A policy that grants exactly this. What AWS grants only on all resources is in its first statement. */
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
  /** The kind of policy that forbids it (`service control policy`), if one does: no other policy can override that. */
  readonly forbiddenBy?: string;
}

/** Parses `User: X is not authorized to perform: Y on resource: Z because ...`, from the API or through docker. */
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

/** The policy for a run on one repository, on one line, so that it can be copied from wherever an error is shown. */
export function policyText(repositoryArn: string, denied: readonly string[] = []): string {
  const isPublic = /^arn:[\w-]+:ecr-public:/.test(repositoryArn);
  return JSON.stringify((isPublic ? publicPolicy : shipPolicy)(repositoryArn, denied));
}

/** What an action is for, if that is not obvious. Source: ECR Public API reference, GetAuthorizationToken. */
const reasons: Readonly<Record<string, string>> = {
  'sts:GetServiceBearerToken':
    ', without which there is no login to ECR Public: it is needed beside ecr-public:GetAuthorizationToken',
};

/** The statements that grant only what is missing, with lines to read and to copy from the log. */
function grantText(denied: readonly string[], repositoryArn: string): string {
  // A denial names only one action, but a run that needs one of a pair also needs the other.
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
 * The error for missing permissions: all that are known, and the whole policy of a run, so that the next run does not
 * fail on the next one.
 * @param denials at least one
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
    what: `${who} may not call ${inWords(denied)}${denied.map((action) => reasons[action] ?? '').join('')}${why}.${otherAccount(first, repositoryArn)}`,
    next:
      forbidden === undefined
        ? `Give the role this policy, which is all that a run needs: ${policyText(repositoryArn, denied)}`
        : `Have that deny taken out, for no other policy outweighs it. All that a run needs is this: ${policyText(repositoryArn, denied)}`,
    details: grantText(denied, repositoryArn),
    cause,
  });
}

/** Says whose credentials these are, if their account is not the repository's. */
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

/**
 * The actions that the registry's HTTP interface requires for a request; undefined for a request that is not the
 * registry's. BuildKit reports a refused request by method and address, without the registry's own message.
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
