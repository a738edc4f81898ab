import { expect, test } from '@jest/globals';
import { optionalActions, uses, type UseName } from '../../../scripts/iam-uses.ts';
import { groups, said, scenesOf, testUses } from '../../support/privileges.ts';

test('every action that a run does without has its words, and every use its scene and its file', () => {
  const names = Object.keys(uses) as UseName[];
  expect(Object.keys(said).sort()).toEqual(Object.keys(optionalActions).sort());
  expect(names.filter((name) => scenesOf(name).length === 0)).toEqual([]);
  expect(Object.values(groups).flat().sort()).toEqual(names.sort());
});

testUses(groups.push);
