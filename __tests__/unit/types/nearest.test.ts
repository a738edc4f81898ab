import { expect, test } from '@jest/globals';
import { nearestWord } from '../../../src/types/nearest.ts';

test('a word that is near enough is meant, and nothing by a text that is no word', () => {
  const words = ['critical', 'high', 'low'];
  expect(nearestWord('critcal', words, 2)).toBe('critical');
  expect(nearestWord('medium', words, 2)).toBeUndefined();
  expect(nearestWord('h'.repeat(101), words, 200)).toBeUndefined();
});
