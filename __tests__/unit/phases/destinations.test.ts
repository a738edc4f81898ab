import { expect, test } from '@jest/globals';
import { openBook } from '../../../src/book.ts';
import { lookEverywhere } from '../../../src/phases/destinations.ts';
import type { ImageFacts, Ports } from '../../../src/ports.ts';
import type { DestinationResult } from '../../../src/types/destination.ts';
import type { Inputs } from '../../../src/types/inputs.ts';
import type { RunFacts } from '../../../src/types/plan.ts';
import { image, inputs, tag } from '../support/values.ts';
import { fakeClock, fakeRepository } from '../support/world.ts';

const names = ['copied-only', 'tagged-since', 'half', 'silent', 'without'];
const planned = [tag('v1.0.0'), tag('latest')];
const region = inputs().target?.region ?? '';

test('a run that was cut off says of every destination what it shows now, and of a silent one what was known last', async () => {
  const shows: Record<string, readonly string[] | undefined> = {
    'copied-only': ['another'],
    'tagged-since': ['v1.0.0', 'latest'],
    half: ['v1.0.0'],
    without: undefined,
  };
  const facts = (tags: readonly string[]): ImageFacts => ({
    digest: image.digest,
    tags,
    mediaType: undefined,
    pushedAt: 0,
  });
  const ports = {
    connect: () => ({
      open: (name: string) =>
        fakeRepository({
          describeImages: () => {
            if (name === 'silent') return Promise.reject(new Error('no answer'));
            const tags = shows[name];
            return Promise.resolve(tags === undefined ? [] : [facts(tags)]);
          },
        }),
    }),
  } as unknown as Ports;
  const book = openBook({ run: {} as RunFacts, resultFile: undefined }, fakeClock());
  const places = names.map((name) => ({ uri: `host/${name}`, name, target: { region } }));
  book.keep('inputs', { ...inputs(), target: undefined, destinations: places } as unknown as Inputs);
  book.keep('image', image);
  book.keep(
    'tags',
    planned.map((one) => ({ tag: one, kind: 'fixed', outcome: 'not-tried' })),
  );
  const before: DestinationResult = { uri: '', state: 'not-reached', tags: [] };
  book.keep(
    'destinations',
    names.map((name) => ({ ...before, uri: `host/${name}`, ...(name === 'silent' && { state: 'copied' }) })),
  );
  await lookEverywhere(book, ports);
  expect(book.found('destinations')?.map(({ state, tags }) => [state, ...tags])).toEqual([
    ['copied'],
    ['tagged', 'v1.0.0', 'latest'],
    ['partly-tagged', 'v1.0.0'],
    ['copied'],
    ['not-reached'],
  ]);
});
