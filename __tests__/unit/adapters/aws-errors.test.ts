import { describe, expect, test } from '@jest/globals';
import {
  ECRServiceException,
  InvalidParameterException,
  RepositoryNotFoundException,
  ServerException,
} from '@aws-sdk/client-ecr';
import { translateAwsError, type CallFacts } from '../../../src/adapters/aws-errors.ts';
import { ShipError } from '../../../src/types/errors.ts';

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

const statement = (action: string | readonly string[], resource: string) =>
  `This statement grants what is missing:\n${JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource }, null, 2)}`;

const credentialsNext =
  'Run aws-actions/configure-aws-credentials before this step, and give the job "permissions: id-token: write"; pull requests from forks get no credentials, so use push: false there.';
const reachNext = 'Check the input aws-region, and the network and proxy settings of the runner.';
const passingNext = 'If this looks like a passing fault of AWS, run the job again.';
const policyNext =
  'Add the statement printed above to the policy of the role; a whole policy is in docs/iam.md.';

interface Row {
  readonly name: string;
  readonly thrown: unknown;
  readonly call?: CallFacts;
  readonly code: ShipError['code'];
  readonly what: string;
  readonly next: string;
  readonly details?: string;
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
    next: policyNext,
    details: statement('ecr:DescribeImages', arn),
  },
  {
    name: 'a denial of an action behind the call',
    thrown: unmodelled(
      'AccessDeniedException',
      `User: ${role} is not authorized to perform: inspector2:ListCoverage on resource: arn:aws:inspector2:eu-west-1:123456789012:/coverage/list`,
    ),
    code: 'access-denied',
    what: `${role} may not call inspector2:ListCoverage.`,
    next: policyNext,
    // Whoever lacks one of the two lacks the other as well.
    details: statement(['inspector2:ListCoverage', 'inspector2:ListFindings'], '*'),
  },
  {
    name: 'a denial that says nothing',
    thrown: unmodelled('AccessDeniedException', 'Access Denied'),
    code: 'access-denied',
    what: 'The role of this job may not call ecr:DescribeImages.',
    next: policyNext,
    details: statement('ecr:DescribeImages', arn),
  },
  {
    name: 'a denial that says nothing, in the own account',
    thrown: unmodelled('AccessDeniedException', ''),
    call: {
      action: 'ecr:GetAuthorizationToken',
      region: 'eu-west-1',
      registryId: undefined,
      repository: undefined,
    },
    code: 'access-denied',
    what: 'The role of this job may not call ecr:GetAuthorizationToken.',
    next: policyNext,
    details: statement('ecr:GetAuthorizationToken', '*'),
  },
  {
    name: 'a repository that is not there',
    thrown: new RepositoryNotFoundException({ message: 'The repository does not exist', $metadata }),
    code: 'repository-not-found',
    what: 'There is no repository team/app in the registry (eu-west-1, account 123456789012).',
    next: 'Create it (aws ecr create-repository), or correct the inputs repository, aws-region or registry-id; the name stands alone, without the registry in front of it.',
  },
  {
    name: 'a repository that is not there, in the own account',
    thrown: new RepositoryNotFoundException({ message: 'The repository does not exist', $metadata }),
    call: { ...call, registryId: undefined },
    code: 'repository-not-found',
    what: 'There is no repository team/app in the registry (eu-west-1).',
    next: 'Create it (aws ecr create-repository), or correct the inputs repository, aws-region or registry-id; the name stands alone, without the registry in front of it.',
  },
  ...[
    ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
    ['InvalidSignatureException', 'Signature expired: now is later.'],
  ].map(([name = '', message = '']): Row => ({
    name: `credentials: ${name}`,
    thrown: unmodelled(name, message),
    code: 'no-credentials',
    what: `AWS did not accept this job's credentials for ecr:DescribeImages in eu-west-1 (${name}: ${message.replace(/\.$/, '')}).`,
    next: credentialsNext,
  })),
  ...['ExpiredTokenException', 'ExpiredToken'].map((name): Row => ({
    name: `credentials whose time is over: ${name}`,
    thrown: unmodelled(name, 'The security token included in the request is expired'),
    code: 'no-credentials',
    what: 'The AWS credentials of this job have expired; ecr:DescribeImages in eu-west-1 was refused (The security token included in the request is expired).',
    next: 'Give them more time (role-duration-seconds of aws-actions/configure-aws-credentials), or get them right before this step: a long build outlives credentials of an hour.',
  })),
  {
    name: 'no credentials at all',
    thrown: Object.assign(new Error('Could not load credentials from any providers'), {
      name: 'CredentialsProviderError',
      tryNextLink: false,
    }),
    code: 'no-credentials',
    what: "AWS did not accept this job's credentials for ecr:DescribeImages in eu-west-1 (CredentialsProviderError: Could not load credentials from any providers).",
    next: credentialsNext,
  },
  ...[
    ['getaddrinfo ENOTFOUND api.ecr.eu-west-9.amazonaws.com', 'ENOTFOUND'],
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
    what: `The API of Amazon ECR in eu-west-1 cannot be reached for ecr:DescribeImages (${code}: ${message}).`,
    next: reachNext,
  })),
  {
    name: 'a fault of ECR',
    thrown: new ServerException({ message: 'An internal error occurred.', $metadata }),
    code: 'registry-failed',
    what: 'ecr:DescribeImages failed in eu-west-1 (ServerException: An internal error occurred).',
    next: passingNext,
  },
  {
    name: 'a request that ECR does not take',
    thrown: new InvalidParameterException({ message: 'Invalid parameter at repositoryName', $metadata }),
    code: 'registry-failed',
    what: 'ecr:DescribeImages failed in eu-west-1 (InvalidParameterException: Invalid parameter at repositoryName).',
    next: passingNext,
  },
  {
    name: 'an error whose code is of another kind',
    thrown: withCode('odd', 'Weird'),
    code: 'registry-failed',
    what: 'ecr:DescribeImages failed in eu-west-1 (Error: odd).',
    next: passingNext,
  },
  {
    name: 'no error at all',
    thrown: 'odd',
    code: 'registry-failed',
    what: 'ecr:DescribeImages failed in eu-west-1 (Error: odd).',
    next: passingNext,
  },
];

describe('translateAwsError', () => {
  test.each(rows)('$name', ({ thrown, call: facts, code, what, next, details }) => {
    const error = translateAwsError(thrown, facts ?? call);
    expect({ code: error.code, what: error.what, next: error.next, details: error.details }).toEqual({
      code,
      what,
      next,
      details,
    });
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
    expect(error.code).toBe('no-credentials');
    expect(error.next).toContain('not those of China or GovCloud');
  });
});
