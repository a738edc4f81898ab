import { describe, expect, test } from '@jest/globals';
import { readBaseImages } from '../../../src/plan/base-images.ts';
import { ecrImagesIn } from '../../../src/plan/ecr-images.ts';

const ecr = (account: string, region = 'eu-west-1') => `${account}.dkr.ecr.${region}.amazonaws.com`;
const own = ecr('123456789012');

describe('images that arguments name', () => {
  test.each([
    ['ARG BASE=x.io/a:1\nFROM $BASE', [], ['x.io/a:1']],
    ['ARG BASE="x.io/a:1"\nFROM ${BASE}', [], ['x.io/a:1']],
    ['ARG HOST=x.io TAG=1\nFROM ${HOST}/a:${TAG}', [], ['x.io/a:1']],
    ['ARG HOST=x.io\nARG BASE=$HOST/a\nFROM $BASE', [], ['x.io/a']],
    ['ARG TAG\nFROM x.io/a:${TAG:-2}', [], ['x.io/a:2']],
    ['ARG TAG=1\nFROM x.io/a:$TAG', ['TAG=3'], ['x.io/a:3']],
    ['ARG TAG\nFROM x.io/a:$TAG', ['TAG'], []],
    ['FROM x.io/a:$UNKNOWN', [], []],
  ])('%s with %j', (dockerfile, given, images) => {
    // The environment may have other values: what is named so is never the whole truth.
    expect(readBaseImages(dockerfile, given)).toEqual({ images, isWhole: false });
  });

  test('an argument of a stage names no image', () => {
    expect(readBaseImages('FROM a\nARG X=x.io/b\nCOPY --from=$X / /').images).toEqual(['a']);
  });
});

describe('images in other registries of ECR', () => {
  const found = (...images: string[]) => ecrImagesIn(images, own);

  test('accounts, regions and pull-through caches, with all hosts that ECR has', () => {
    const other = `${ecr('210987654321', 'us-east-1')}/docker-hub/library/node:22`;
    expect(found(other)).toEqual([
      {
        image: other,
        host: ecr('210987654321', 'us-east-1'),
        isPublic: false,
        place: { registryId: '210987654321', region: 'us-east-1' },
      },
    ]);
    expect(found('123456789012.dkr-ecr.eu-west-1.on.aws/a')).toHaveLength(1);
    expect(found('public.ecr.aws/docker/library/node:22')).toMatchObject([
      { host: 'public.ecr.aws', isPublic: true, place: undefined },
    ]);
  });

  test.each([
    `${own}/base:1`,
    'node:22',
    'ghcr.io/a/b',
    'public.ecr.aws.evil.example/a/b',
    '210987654321.dkr.ecr.us-east-1.amazonaws.com.evil.example/a',
    'evil.example/210987654321.dkr.ecr.us-east-1.amazonaws.com/a',
    '127.0.0.2:5055/a',
  ])('%s gets no login of ours', (image) => {
    expect(found(image)).toEqual([]);
  });

  test('on one machine the other addresses of its ECR, and no other port', () => {
    const images = ['127.0.0.2:5055/a', '127.0.0.2:5056/a', '10.0.0.2:5055/a', '127.0.0.1:5055/a'];
    expect(ecrImagesIn(images, '127.0.0.1:5055').map(({ image }) => image)).toEqual(['127.0.0.2:5055/a']);
  });

  test('where nothing is published every one of them, and none of a machine without an ECR', () => {
    const images = ['127.0.0.1:5055/a', '127.0.0.2:5055/a', `${own}/base:1`];
    expect(ecrImagesIn(images, '', '127.0.0.1:5055').map(({ image }) => image)).toEqual(images);
    expect(ecrImagesIn(images, '').map(({ image }) => image)).toEqual([`${own}/base:1`]);
  });
});
