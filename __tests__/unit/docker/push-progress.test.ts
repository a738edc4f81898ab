import { expect, test } from '@jest/globals';
import { whenLayersAreThere } from '../../../src/docker/push-progress.ts';

/** After which of the pieces it was called. */
function callsOf(pieces: readonly string[]): number[] {
  const calls: number[] = [];
  let at = 0;
  const take = whenLayersAreThere(() => calls.push(at));
  for (const piece of pieces) {
    take(piece);
    at += 1;
  }
  return calls;
}

const begin = 'The push refers to repository [127.0.0.1/team/app]\n';
const end = 'candidate-1: digest: sha256:12 size: 528\n';

test.each<[string, readonly string[], readonly number[]]>([
  ['one layer', [begin, '3bb6ef08c001: Waiting\n', '3bb6ef08c001: Pushed\n', end], [2]],
  [
    'the last of two layers',
    [
      begin,
      'aaaaaaaaaaaa: Waiting\nbbbbbbbbbbbb: Waiting\n',
      'aaaaaaaaaaaa: Pushed\n',
      'bbbbbbbbbbbb: Layer already exists\n',
    ],
    [3],
  ],
  ['a line in two pieces', ['3bb6ef08c001: Waiting\n3bb6ef08', 'c001: Pus', 'hed\n', end], [2]],
  ['a layer of another repository', ['3bb6ef08c001: Waiting\n3bb6ef08c001: Mounted from team/base\n'], [0]],
  ['no layer', [begin, end], []],
  ['a push that breaks off', [begin, '3bb6ef08c001: Waiting\n', 'unexpected EOF\n'], []],
  ['two tries', ['3bb6ef08c001: Pushed\n', '3bb6ef08c001: Pushed\n'], [0]],
])('of %s it calls once the registry has all that was named', (_case, pieces, expected) => {
  expect(callsOf(pieces)).toEqual(expected);
});

test('a line without an end does not pile up', () => {
  const take = whenLayersAreThere(() => undefined);
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 2_000; at += 1) take('x'.repeat(100_000));
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
});
