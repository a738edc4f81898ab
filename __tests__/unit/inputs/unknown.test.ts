import { describe, expect, test } from '@jest/globals';
import { inputNames } from '../../../src/inputs/table.ts';
import { foreignInputs, unknownInputs } from '../../../src/inputs/unknown.ts';

describe('unknownInputs', () => {
  test('what the action has is not told, in any case', () => {
    expect(unknownInputs([...inputNames, 'FAIL-ON'])).toEqual([]);
  });

  test.each([
    { name: 'tag', says: 'There is no input "tag"; did you mean tags?' },
    { name: 'FAIL_ON', says: 'There is no input "fail_on"; did you mean fail-on?' },
    { name: 'build_args', says: '"build_args"; did you mean build-args?' },
    { name: 'dockerfile', says: '"dockerfile"; did you mean file?' },
    { name: 'images', says: '"images"; did you mean repository?' },
    { name: 'platfroms', says: '"platfroms"; did you mean platforms?' },
    { name: 'cache_from', says: '"cache_from"; did you mean cache-from?' },
    { name: 'mask-password', says: '"mask-password": the password is always masked' },
    { name: 'sep-tags', says: '"sep-tags": the output tags has one per line' },
    { name: 'constructor', says: '"constructor", and it is not used.' },
  ])('$name', ({ name, says }) => {
    expect(unknownInputs([name])).toEqual([expect.stringContaining(says)]);
  });

  test('what other actions call one of our inputs, or have instead, is none of ours', () => {
    expect(foreignInputs.filter((name) => (inputNames as readonly string[]).includes(name))).toEqual([]);
  });
});
