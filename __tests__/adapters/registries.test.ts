import { getMaxListeners } from 'node:events';
import { expect, test } from '@jest/globals';
import { registries } from '../../src/adapters/ecr/registries.ts';

test('as many calls as there are may listen to the end of the run: node would take that for a leak, on stderr', () => {
  const { signal } = new AbortController();
  registries(signal, () => undefined);
  expect(getMaxListeners(signal)).toBe(Infinity);
});
