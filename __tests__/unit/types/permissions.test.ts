import { describe, expect, test } from '@jest/globals';
import {
  actions,
  actionsOfRequest,
  deniedError,
  parseDenial,
  publicPolicy,
  shipPolicy,
  statementFor,
} from '../../../src/types/iam.ts';

const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';
const role = 'arn:aws:sts::123456789012:assumed-role/ci/GitHubActions';

describe('parseDenial', () => {
  test.each([
    {
      name: 'the API, with the reason behind it',
      message: `User: ${role} is not authorized to perform: ecr:DescribeImages on resource: ${arn} because no identity-based policy allows the ecr:DescribeImages action`,
      denial: { principal: role, action: 'ecr:DescribeImages', resource: arn },
    },
    {
      name: 'docker push',
      message: `denied: User: ${role} is not authorized to perform: ecr:InitiateLayerUpload on resource: ${arn} because no identity-based policy allows the ecr:InitiateLayerUpload action`,
      denial: { principal: role, action: 'ecr:InitiateLayerUpload', resource: arn },
    },
    {
      name: 'the token, on all resources',
      message: `User: ${role} is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action`,
      denial: { principal: role, action: 'ecr:GetAuthorizationToken', resource: '*' },
    },
    {
      name: 'another service behind ECR',
      message: `User: ${role} is not authorized to perform: inspector2:ListCoverage on resource: arn:aws:inspector2:eu-west-1:123456789012:/coverage/list`,
      denial: {
        principal: role,
        action: 'inspector2:ListCoverage',
        resource: 'arn:aws:inspector2:eu-west-1:123456789012:/coverage/list',
      },
    },
    {
      name: 'no resource',
      message: `User: ${role} is not authorized to perform: ecr:PutImage`,
      denial: { principal: role, action: 'ecr:PutImage', resource: undefined },
    },
    {
      name: 'no user',
      message: 'The caller is not authorized to perform: ecr:PutImage',
      denial: { principal: undefined, action: 'ecr:PutImage', resource: undefined },
    },
  ])('$name', ({ message, denial }) => {
    expect(parseDenial(message)).toEqual(denial);
  });

  test.each(['denied: requested access to the resource is denied', 'no basic auth credentials', ''])(
    'no denial of an action: %j',
    (message) => {
      expect(parseDenial(message)).toBeUndefined();
    },
  );
});

describe('statementFor', () => {
  test.each([
    { action: 'ecr:PutImage', resource: arn },
    { action: 'ecr:GetAuthorizationToken', resource: '*' },
    { action: 'ecr:GetRegistryScanningConfiguration', resource: '*' },
    { action: 'inspector2:ListCoverage', resource: '*' },
    { action: 'inspector2:ListFindings', resource: '*' },
    { action: 'ecr:BatchGetRepositoryScanningConfiguration', resource: arn },
  ])('$action is granted on $resource', ({ action, resource }) => {
    expect(statementFor(action, arn)).toEqual({ Effect: 'Allow', Action: action, Resource: resource });
  });
});

describe('shipPolicy', () => {
  test('the whole policy', () => {
    expect(shipPolicy(arn)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['ecr:GetAuthorizationToken', 'ecr:GetRegistryScanningConfiguration'],
          Resource: '*',
        },
        {
          Effect: 'Allow',
          Action: [
            'ecr:BatchCheckLayerAvailability',
            'ecr:BatchDeleteImage',
            'ecr:BatchGetImage',
            'ecr:BatchGetRepositoryScanningConfiguration',
            'ecr:CompleteLayerUpload',
            'ecr:DescribeImageScanFindings',
            'ecr:DescribeImages',
            'ecr:DescribeRepositories',
            'ecr:GetDownloadUrlForLayer',
            'ecr:InitiateLayerUpload',
            'ecr:PutImage',
            'ecr:StartImageScan',
            'ecr:UploadLayerPart',
          ],
          Resource: arn,
        },
      ],
    });
  });

  test('holds every action of the table that every run uses, each once, and no other', () => {
    const granted = shipPolicy(arn, ['inspector2:ListFindings']).Statement.flatMap(({ Action }) => Action);
    const always = Object.entries(actions).filter(
      ([use]) =>
        !['pull', 'create', 'createUndo', 'posture', 'restore', 'replication', 'referrers'].includes(use),
    );
    expect([...granted].sort()).toEqual([...new Set(always.flatMap(([, names]) => names))].sort());
    expect(granted).not.toContain('ecr:CreateRepository');
  });

  test('holds besides what belongs to an action that was denied, and that not every run needs', () => {
    const granted = (denied: string) => shipPolicy(arn, [denied]).Statement.flatMap(({ Action }) => Action);
    expect(granted('ecr:PutLifecyclePolicy')).toContain('ecr:CreateRepository');
    expect(granted('ecr:PutImage').sort()).toEqual(granted('').sort());
    const publicArn = 'arn:aws:ecr-public::123456789012:repository/app';
    expect(JSON.stringify(publicPolicy(publicArn, ['ecr-public:DescribeRegistries']))).toContain(
      'ecr-public:DescribeRegistries',
    );
  });

  test("holds Inspector's actions only where the registry's scanner is Inspector, and on all resources", () => {
    expect(JSON.stringify(shipPolicy(arn))).not.toContain('inspector2');
    expect(shipPolicy(arn, ['inspector2:ListFindings']).Statement[0]).toEqual({
      Effect: 'Allow',
      Action: [
        'ecr:GetAuthorizationToken',
        'ecr:GetRegistryScanningConfiguration',
        'inspector2:ListCoverage',
        'inspector2:ListFindings',
      ],
      Resource: '*',
    });
  });
});

describe('ECR Public', () => {
  const publicArn = 'arn:aws:ecr-public::123456789012:repository/app';

  test('a policy of its own, whose logins are granted on everything alone', () => {
    const [everywhere, here] = publicPolicy(publicArn).Statement;
    expect(everywhere).toEqual({
      Effect: 'Allow',
      Action: ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'],
      Resource: '*',
    });
    expect(here?.Resource).toBe(publicArn);
    expect(here?.Action).not.toContain('ecr-public:BatchGetImage');
  });

  test.each([
    ['PUT', '/v2/local/app/manifests/1', ['ecr-public:PutImage']],
    [
      'PUT',
      '/v2/local/app/blobs/uploads/x',
      ['ecr-public:UploadLayerPart', 'ecr-public:CompleteLayerUpload'],
    ],
    ['GET', '/v2/local/app/manifests/1', undefined],
    ['GET', `/v2/local/app/blobs/sha256:${'0'.repeat(64)}`, undefined],
  ])('%s %s wants what ECR Public calls it, and pulling nothing', (method, path, wanted) => {
    expect(actionsOfRequest(method, path, 'public')).toEqual(wanted);
  });

  test('the second action of a login is told with its reason, and granted with the first', () => {
    const denial = { action: 'sts:GetServiceBearerToken', principal: 'me', resource: undefined };
    const error = deniedError([denial], publicArn, undefined);
    expect(error.what).toBe(
      'me may not call sts:GetServiceBearerToken, without which there is no login to ECR Public: it is needed beside ' +
        'ecr-public:GetAuthorizationToken.',
    );
    expect(error.next).toContain('"ecr-public:PutImage"');
    expect(error.details).toContain('"ecr-public:GetAuthorizationToken"');
  });
});
