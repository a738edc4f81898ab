import { expect, test } from '@jest/globals';
import { requireFitForDownload } from '../../../src/docker/download-fit.ts';
import { buildx, classic, inputs, shipErrorOf } from '../support/values.ts';

const file = 'https://me:hunter2hunter2@host/Dockerfile';

test('a Dockerfile at an address needs buildx', () => {
  const error = shipErrorOf(() => requireFitForDownload(inputs({ file }).build, classic));
  expect([error.code, error.what]).toEqual([
    'builder-unfit',
    `Input file is an address, and ${classic.description} does not download a Dockerfile.`,
  ]);
  expect(() => requireFitForDownload(inputs({ file }).build, buildx)).not.toThrow();
});

test.each(['docker/Dockerfile', '/w/Dockerfile', 'github.com/Dockerfile'])('%s is none', (path) => {
  expect(() => requireFitForDownload(inputs({ file: path }).build, classic)).not.toThrow();
});
