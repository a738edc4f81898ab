import { expect, test } from '@jest/globals';
import { actionsOfRequest, deniedError, parseDenial, shipPolicy } from '../../../src/types/iam.ts';

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

test('a denial names the action and prints the statement that grants it', () => {
  const error = deniedError('ecr:PutImage', undefined, arn, undefined);
  expect(error.what).toBe('The role of this job may not call ecr:PutImage.');
  expect(JSON.parse(error.details?.replace(/^.*\n/, '') ?? '')).toEqual({
    Effect: 'Allow',
    Action: 'ecr:PutImage',
    Resource: arn,
  });
});
