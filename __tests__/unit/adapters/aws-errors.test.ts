import { describe, expect, test } from '@jest/globals';
import {
  ECRServiceException,
  InvalidParameterException,
  RepositoryNotFoundException,
  ServerException,
} from '@aws-sdk/client-ecr';
import { translateAwsError, type Beside, type CallFacts } from '../../../src/adapters/aws/aws-errors.ts';
import { ShipError } from '../../../src/types/errors.ts';
import { shipPolicy } from '../../../src/types/iam.ts';

const call: CallFacts = {
  action: 'ecr:DescribeImages',
  region: 'eu-west-1',
  repository: 'team/app',
  registryId: '123456789012',
};
const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';
const role = 'arn:aws:sts::123456789012:assumed-role/ci/GitHubActions';
const $metadata = { httpStatusCode: 400, requestId: 'r' };

/** What the SDK makes of an error that its model does not know, such as those of authentication. */
const unmodelled = (name: string, message: string) =>
  new ECRServiceException({ name, message, $fault: 'client', $metadata });

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });

const granting = (repositoryArn: string, denied: readonly string[] = []) =>
  `Give the role this policy, which is all that a run needs: ${JSON.stringify(shipPolicy(repositoryArn, denied))}`;
const reachNext = 'Check the input aws-region, and the network and proxy settings of the runner.';
const passingNext = 'If this looks like a temporary fault at AWS, run the job again.';
const absent = "The repository with name 'team/app' does not exist in the registry with id '123456789012'";
const creating = (owner: string) =>
  'Correct the inputs repository, aws-region or registry-id, or create it: aws ecr create-repository --region eu-west-1' +
  `${owner} --repository-name team/app (or set create-repository: true).`;

interface Row {
  readonly name: string;
  readonly thrown: unknown;
  readonly call?: CallFacts;
  readonly code: ShipError['code'];
  readonly what: string;
  readonly next: string;
  readonly beside?: Beside;
}

const rows: readonly Row[] = [
  {
    name: 'a denial that says who, what and where',
    thrown: unmodelled(
      'AccessDeniedException',
      `User: ${role} is not authorized to perform: ecr:DescribeImages on resource: ${arn} because no identity-based policy allows the ecr:DescribeImages action`,
    ),
    code: 'access-denied',
    what: `${role} may not call ecr:DescribeImages.`,
    next: granting(arn),
  },
  {
    name: 'a denial with others beside it',
    thrown: unmodelled(
      'AccessDeniedException',
      `User: ${role} is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action`,
    ),
    call: { ...call, action: 'ecr:GetAuthorizationToken', registryId: undefined },
    beside: {
      denials: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:DescribeRepositories'].map(
        (action) => ({
          action,
          principal: role,
          resource: undefined,
        }),
      ),
    },
    code: 'access-denied',
    what: `${role} may not call ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:DescribeRepositories.`,
    next: granting(arn),
  },
  {
    name: 'a denial of an action behind the call',
    thrown: unmodelled(
      'AccessDeniedException',
      `User: ${role} is not authorized to perform: inspector2:ListCoverage on resource: arn:aws:inspector2:eu-west-1:123456789012:/coverage/list`,
    ),
    code: 'access-denied',
    what: `${role} may not call inspector2:ListCoverage.`,
    next: granting(arn, ['inspector2:ListCoverage']),
  },
  {
    name: 'a denial that says nothing',
    thrown: unmodelled('AccessDeniedException', 'Access Denied'),
    code: 'access-denied',
    what: 'The role of this job may not call ecr:DescribeImages.',
    next: granting(arn),
  },
  {
    name: 'a denial that says nothing, in the own account, in China',
    thrown: unmodelled('AccessDeniedException', ''),
    call: {
      action: 'ecr:GetAuthorizationToken',
      region: 'cn-north-1',
      registryId: undefined,
      repository: undefined,
    },
    code: 'access-denied',
    what: 'The role of this job may not call ecr:GetAuthorizationToken.',
    next: granting('arn:aws-cn:ecr:cn-north-1:*:repository/*'),
  },
  {
    name: 'a repository that is not there',
    thrown: new RepositoryNotFoundException({ message: absent, $metadata }),
    code: 'repository-not-found',
    what: 'There is no repository team/app in the registry of account 123456789012 in eu-west-1.',
    next: creating(' --registry-id 123456789012'),
  },
  {
    name: 'a repository that is not there, in the own account, which is said to be the one of the credentials',
    thrown: new RepositoryNotFoundException({ message: absent, $metadata }),
    call: { ...call, registryId: undefined },
    beside: { near: ['team/app-api', 'teams/app'] },
    code: 'repository-not-found',
    what:
      'There is no repository team/app in the registry of account 123456789012 in eu-west-1, the account of the credentials of this job. ' +
      'Did you mean team/app-api or teams/app?',
    next: creating(''),
  },
  ...[
    ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
    ['InvalidSignatureException', 'Signature expired: now is later.'],
    ['MissingAuthenticationTokenException', 'Request is missing Authentication Token'],
  ].map(([name = '', message = '']): Row => ({
    name: `credentials that are refused: ${name}`,
    thrown: unmodelled(name, message),
    code: 'credentials-refused',
    what: `AWS refused the credentials of this job for ecr:DescribeImages in eu-west-1: ${name}: ${message.replace(/\.$/, '')}.`,
    next: expect.stringMatching(
      /\. Look at the step that gives them, and at AWS_ variables/,
    ) as unknown as string,
  })),
  ...['ExpiredTokenException', 'ExpiredToken', 'RequestExpired'].map((name): Row => ({
    name: `credentials whose time is over: ${name}`,
    thrown: unmodelled(name, 'The security token included in the request is expired'),
    code: 'credentials-expired',
    what: 'The credentials of this job expired before ecr:DescribeImages in eu-west-1: The security token included in the request is expired.',
    next: 'Ask for more time (role-duration-seconds of aws-actions/configure-aws-credentials), or get them right before this step: a long build outlives credentials of an hour. With the input role-to-assume a run gets new ones by itself.',
  })),
  {
    name: 'credentials of a role that the run has assumed, whose time is over',
    thrown: unmodelled('ExpiredTokenException', 'The security token included in the request is expired'),
    call: { ...call, role: 'arn:aws:iam::123456789012:role/ship' },
    code: 'credentials-expired',
    what: 'The credentials of arn:aws:iam::123456789012:role/ship, which this run has assumed, expired before ecr:DescribeImages in eu-west-1: The security token included in the request is expired.',
    next: 'Ask for more time with the input role-duration, at most the MaxSessionDuration of the role; where new credentials have expired as well, look at the clock of the runner.',
  },
  {
    name: 'credentials of a role that the run has assumed, which are refused',
    thrown: unmodelled(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    ),
    call: { ...call, role: 'arn:aws:iam::123456789012:role/ship' },
    code: 'credentials-refused',
    what: 'AWS refused the credentials of arn:aws:iam::123456789012:role/ship, which this run has assumed, for ecr:DescribeImages in eu-west-1: UnrecognizedClientException: The security token included in the request is invalid.',
    next: expect.stringMatching(
      /look at the inputs role-to-assume and aws-region, and at AWS_ENDPOINT_URL variables\.$/,
    ) as unknown as string,
  },
  ...['eu-west-9', 'eu-wset-1'].map((region): Row => ({
    name: `a region that is none: ${region}`,
    thrown: withCode(`getaddrinfo ENOTFOUND api.ecr.${region}.amazonaws.com`, 'ENOTFOUND'),
    call: { ...call, region },
    code: 'registry-unreachable',
    what: `There is no API of Amazon ECR in the region ${region}; did you mean eu-west-1?`,
    next: `Correct the input aws-region; if ${region} is right, check the network of the runner: getaddrinfo ENOTFOUND api.ecr.${region}.amazonaws.com.`,
  })),
  ...[
    ['getaddrinfo ENOTFOUND api.ecr.eu-west-1.amazonaws.com', 'ENOTFOUND'],
    ['connect ECONNREFUSED 10.0.0.1:443', 'ECONNREFUSED'],
    ['read ECONNRESET', 'ECONNRESET'],
    ['unable to verify the first certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['self-signed certificate in certificate chain', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ['self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['unable to get local issuer certificate', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['certificate has expired', 'CERT_HAS_EXPIRED'],
    ["Hostname/IP does not match certificate's altnames", 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ].map(([message = '', code = '']): Row => ({
    name: `connection: ${code}`,
    thrown: withCode(message, code),
    code: 'registry-unreachable',
    what: `The API of Amazon ECR in eu-west-1 cannot be reached for ecr:DescribeImages: ${message.includes(code) ? '' : `${code}: `}${message}.`,
    next: reachNext,
  })),
  {
    name: 'a fault of ECR',
    thrown: new ServerException({ message: 'An internal error occurred.', $metadata }),
    code: 'registry-failed',
    what: 'ecr:DescribeImages failed in eu-west-1: ServerException: An internal error occurred.',
    next: passingNext,
  },
  {
    name: 'a request that ECR does not take',
    thrown: new InvalidParameterException({ message: 'Invalid parameter at repositoryName', $metadata }),
    code: 'registry-failed',
    what: 'ecr:DescribeImages failed in eu-west-1: InvalidParameterException: Invalid parameter at repositoryName.',
    next: passingNext,
  },
  {
    name: 'an error whose code is of another kind',
    thrown: withCode('odd', 'Weird'),
    code: 'registry-failed',
    what: 'ecr:DescribeImages failed in eu-west-1: Error: odd.',
    next: passingNext,
  },
  {
    name: 'no error at all',
    thrown: 'odd',
    code: 'registry-failed',
    what: 'ecr:DescribeImages failed in eu-west-1: Error: odd.',
    next: passingNext,
  },
];

describe('translateAwsError', () => {
  test.each(rows)('$name', ({ thrown, call: facts, beside, code, what, next }) => {
    const error = translateAwsError(thrown, facts ?? call, beside);
    expect({ code: error.code, what: error.what, next: error.next }).toEqual({ code, what, next });
    expect(error.details !== undefined).toBe(code === 'access-denied');
    expect(error.cause).toBe(thrown);
  });

  test('leaves a ShipError as it is', () => {
    const error = new ShipError({ code: 'verify-failed', what: 'a', next: 'b' });
    expect(translateAwsError(error, call)).toBe(error);
  });
});

describe('ECR Public', () => {
  const publicCall: CallFacts = {
    action: 'ecr-public:DescribeRepositories',
    region: 'us-east-1',
    repository: 'alias/team/app',
    registryId: undefined,
  };

  test('a repository that is not there is told without its alias, with the command that makes it', () => {
    const thrown = new RepositoryNotFoundException({ message: 'no', $metadata });
    const error = translateAwsError(thrown, publicCall);
    expect(error.code).toBe('repository-not-found');
    expect(error.what).toBe('There is no repository team/app in the public registry of this account.');
    expect(error.next).toContain(
      'aws ecr-public create-repository --region us-east-1 --repository-name team/app',
    );
    expect(error.next).toContain('alias is taken for the alias');
  });

  test('a denial without a resource is granted on the ARN, which has neither region nor alias', () => {
    const error = translateAwsError(unmodelled('AccessDeniedException', ''), publicCall);
    expect(error.details).toContain('arn:aws:ecr-public::*:repository/team/app');
  });

  test('another region has no such thing', () => {
    const error = translateAwsError(unmodelled('UnsupportedCommandException', 'no'), publicCall);
    expect(error.what).toBe('There is no ecr-public:DescribeRepositories in us-east-1.');
    expect(error.next).toContain('AWS_ENDPOINT_URL_ECR_PUBLIC');
  });

  test('credentials of another partition are one reason not to be accepted', () => {
    const error = translateAwsError(unmodelled('UnrecognizedClientException', 'no'), publicCall);
    expect(error.code).toBe('credentials-refused');
    expect(error.next).toContain('not those of China or GovCloud');
  });
});
