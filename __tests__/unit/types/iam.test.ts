import { describe, expect, test } from '@jest/globals';
import type { ShipError } from '../../../src/types/errors.ts';
import {
  actionsOfRequest,
  deniedError,
  parseDenial,
  shipPolicy,
  type Denial,
} from '../../../src/types/iam.ts';

const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';

test.each([
  {
    from: 'the API',
    text: `User: arn:aws:sts::1:assumed-role/ci/x is not authorized to perform: ecr:PutImage on resource: ${arn} because no identity-based policy allows the ecr:PutImage action`,
    denial: { principal: 'arn:aws:sts::1:assumed-role/ci/x', action: 'ecr:PutImage', resource: arn },
  },
  {
    from: 'docker',
    text: `denied: User: arn:aws:iam::1:user/x is not authorized to perform: ecr:InitiateLayerUpload on resource: ${arn}`,
    denial: { principal: 'arn:aws:iam::1:user/x', action: 'ecr:InitiateLayerUpload', resource: arn },
  },
  { from: 'something else', text: 'denied: requested access to the resource is denied', denial: undefined },
])('a denial as $from words it', ({ text, denial }) => {
  expect(parseDenial(text)).toEqual(denial);
});

test('the policy grants on all resources only what AWS grants no other way', () => {
  const [everywhere, here] = shipPolicy(arn).Statement;
  expect(everywhere).toEqual({
    Effect: 'Allow',
    Action: ['ecr:GetAuthorizationToken', 'ecr:GetRegistryScanningConfiguration'],
    Resource: '*',
  });
  expect(here?.Resource).toBe(arn);
  expect(here?.Action).toContain('ecr:PutImage');
  expect(here?.Action).not.toContain('ecr:GetAuthorizationToken');
});

test.each([
  ['HEAD', '/v2/team/app/manifests/latest', ['ecr:BatchGetImage']],
  ['PUT', '/v2/team/app/manifests/latest', ['ecr:PutImage']],
  ['POST', '/v2/team/app/blobs/uploads/', ['ecr:InitiateLayerUpload']],
  ['PUT', '/v2/team/app/blobs/uploads/1?digest=x', ['ecr:UploadLayerPart', 'ecr:CompleteLayerUpload']],
  ['HEAD', '/v2/team/app/blobs/sha256:0', ['ecr:BatchCheckLayerAvailability']],
  ['GET', '/v2/', undefined],
])('%s %s', (method, path, actions) => {
  expect(actionsOfRequest(method, path)).toEqual(actions);
});

describe('a denial', () => {
  const denial = (action: string, rest: Partial<Denial> = {}): Denial => ({
    principal: undefined,
    resource: undefined,
    action,
    ...rest,
  });
  const role = (account: string) => `arn:aws:sts::${account}:assumed-role/ci/job`;
  const policyIn = ({ next }: ShipError) => JSON.parse(next.slice(next.indexOf('{'))) as unknown;

  test('names all that is missing, each once, and the whole policy on one line', () => {
    const denied = ['ecr:PutImage', 'ecr:BatchGetImage', 'ecr:PutImage'].map((action) => denial(action));
    const error = deniedError([denied[0]!, ...denied], arn, undefined);
    expect(error.what).toBe('The role of this job may not call ecr:PutImage and ecr:BatchGetImage.');
    expect(error.next).not.toContain('\n');
    expect(policyIn(error)).toEqual(shipPolicy(arn));
    expect(JSON.parse(error.details?.replace(/^.*\n/, '') ?? '')).toEqual({
      Effect: 'Allow',
      Action: ['ecr:PutImage', 'ecr:BatchGetImage'],
      Resource: arn,
    });
  });

  test('of what ECR asks Amazon Inspector for gives the policy with both of its actions', () => {
    const error = deniedError([denial('inspector2:ListCoverage')], arn, undefined);
    expect(policyIn(error)).toEqual(shipPolicy(arn, ['inspector2:ListFindings']));
  });

  test('of a role of another account says which account the credentials are of', () => {
    const others = denial('ecr:DescribeRepositories', { principal: role('210987654321') });
    expect(deniedError([others], arn, undefined).what).toBe(
      `${role('210987654321')} may not call ecr:DescribeRepositories. The credentials of this job are of account ` +
        '210987654321, and the repository is in 123456789012: use credentials of that account, or let the policy of the ' +
        'repository allow these as well.',
    );
  });

  test.each(['service control policy', 'permissions boundary', 'identity-based policy', 'session policy'])(
    'by a deny in its %s is mended by no further policy',
    (kind) => {
      const words = `User: ${role('123456789012')} is not authorized to perform: ecr:PutImage on resource: ${arn} with an explicit deny in ${kind.startsWith('i') ? 'an' : 'a'} ${kind}`;
      const error = deniedError([parseDenial(words)!], arn, undefined);
      expect([error.what, error.next]).toEqual([
        `${role('123456789012')} may not call ecr:PutImage: an explicit deny in its ${kind} forbids it.`,
        `Have that deny taken out, for no other policy outweighs it. All that a run needs is this: ${JSON.stringify(shipPolicy(arn))}`,
      ]);
    },
  );
});
