import { describe, expect, test } from '@jest/globals';
import { targets } from '../../../fuzz/targets.ts';
import { tryTarget } from '../../../fuzz/try.ts';

// `npm run fuzz` tries longer, and with texts that are long in one way only.
describe('whatever a parser is given, it takes it or refuses it in its own words', () => {
  test.each(targets.map((target) => ({ name: target.name, target })))('$name', ({ target }) => {
    const { tried } = tryTarget(target, 60, 20_261_130);
    expect(tried).toBe(60);
  });

  test.each(
    targets.flatMap((target) =>
      target.kind === 'text' && !target.name.startsWith('input ') ? [target] : [],
    ),
  )('the samples of $name are taken, so that what is made of them gets far', ({ samples, read }) => {
    expect(samples.map((sample) => read(sample))).toContain('taken');
  });
});
