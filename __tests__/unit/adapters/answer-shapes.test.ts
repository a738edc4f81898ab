import { describe, expect, test } from '@jest/globals';
import { wellFormed } from '../../../src/adapters/aws/answer-shapes.ts';
import { shipErrorOf } from '../support/values.ts';

const of = (answer: object, action = 'DescribeImages') => wellFormed(answer, action, 'ecr');

describe('an answer', () => {
  test('as it is promised stays as it is, with what nobody reads here', () => {
    const answer = {
      $metadata: { httpStatusCode: 200, attempts: null },
      imageDetails: [
        { imageDigest: 'sha256:1', imageTags: ['a'], imagePushedAt: new Date(5), more: [1, null] },
      ],
      nextToken: 'x',
    };
    expect(of(answer)).toEqual(answer);
  });

  test('that says null says nothing, at any depth', () => {
    expect(of({ nextToken: null, imageDetails: [{ imageTags: null, imageDigest: 'sha256:1' }] })).toEqual({
      imageDetails: [{ imageDigest: 'sha256:1' }],
    });
  });

  test.each<[object, string]>([
    [{ imageDetails: {} }, 'imageDetails that is not a list of objects'],
    [{ imageDetails: 'x' }, 'imageDetails that is not a list of objects'],
    [{ imageDetails: [null] }, 'imageDetails that is not a list of objects'],
    [{ imageDetails: [{ imageTags: 'latest' }] }, 'imageTags that is not a list of texts'],
    [{ imageDetails: [{ imageTags: [5] }] }, 'imageTags that is not a list of texts'],
    [{ imageDetails: [{ imagePushedAt: new Date(Number.NaN) }] }, 'imagePushedAt that is not a time'],
    [{ images: [{ imageManifest: 5 }] }, 'imageManifest that is not text'],
    [{ repositories: [{ repositoryUri: -1 }] }, 'repositoryUri that is not text'],
    [{ repositories: [{ encryptionConfiguration: [] }] }, 'encryptionConfiguration that is not an object'],
    [{ nextToken: true }, 'nextToken that is not text'],
    [{ authorizationData: {} }, 'authorizationData that is not a list of objects'],
  ])('%j is refused with what is wrong', (answer, what) => {
    const { code, what: told } = shipErrorOf(() => of(answer));
    expect([code, told]).toEqual(['registry-failed', `ecr:DescribeImages answered with ${what}.`]);
  });

  test('of ECR Public has one login', () => {
    const one = { authorizationData: { authorizationToken: 'x' } };
    expect(wellFormed(one, 'GetAuthorizationToken', 'ecr-public')).toEqual(one);
  });

  test('about a scan is held against more where it is read', () => {
    const odd = { imageScanStatus: 5, nextToken: 5 };
    expect(of(odd, 'DescribeImageScanFindings')).toBe(odd);
  });
});
