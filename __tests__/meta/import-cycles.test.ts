import { describe, expect, test } from '@jest/globals';
import { sourceFiles } from '../support/source-files.ts';

/*
 * eslint-plugin-import-x has a rule against cycles, but it passes over `import type`, and knowing each other is a matter
 * of types as well: five files of local-ecr knew each other so.
 */

/** Which files each file imports, types included. */
type Graph = ReadonlyMap<string, readonly string[]>;

function importGraph(): Graph {
  return new Map(sourceFiles().map(({ path, imports }) => [path, imports]));
}

/** One cycle for each file that leads back to a file on the way to it; the first file stands at the end once more. */
function cyclesIn(graph: Graph): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string) => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    graph.get(file)?.forEach(visit);
    path.pop();
    done.add(file);
  };
  [...graph.keys()].forEach(visit);
  return cycles;
}

describe('cyclesIn', () => {
  test.each([
    { name: 'none', edges: { a: ['b', 'c'], b: ['c'], c: [] }, cycles: [] },
    { name: 'itself', edges: { a: ['a'] }, cycles: [['a', 'a']] },
    {
      name: 'behind others',
      edges: { a: ['b'], b: ['c'], c: ['d'], d: ['b'] },
      cycles: [['b', 'c', 'd', 'b']],
    },
    {
      name: 'two',
      edges: { a: ['b', 'c'], b: ['a'], c: ['a'] },
      cycles: [
        ['a', 'b', 'a'],
        ['a', 'c', 'a'],
      ],
    },
  ])('$name', ({ edges, cycles }) => {
    expect(cyclesIn(new Map(Object.entries<readonly string[]>(edges)))).toEqual(cycles);
  });
});

test('no file imports one that leads back to it', () => {
  const graph = importGraph();
  // The graph is there: all files, a type that only a type import brings, and a script.
  expect(graph.size).toBeGreaterThan(300);
  expect(graph.get('local-ecr/registry.ts')).toContain('local-ecr/state.ts');
  expect(graph.get('scripts/test.mjs')).toContain('scripts/child.mjs');
  expect(cyclesIn(graph).map((cycle) => cycle.join(' → '))).toEqual([]);
});
