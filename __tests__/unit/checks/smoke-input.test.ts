import { expect, test } from '@jest/globals';
import { parseSmokeTests } from '../../../src/checks/smoke-input.ts';

const problemsIn = (text: string) => {
  const parsed = parseSmokeTests(text);
  return parsed.ok ? [] : parsed.problems.map(({ line, what }) => `${String(line)}: ${what}`);
};

const health = '1: health is true: a test that is not wanted is left out';
const lambda = "1: lambda is a mapping, such as { event: '{}' }";
const memory = '2: memory is a size such as 512m or 2g, and at least 6m';

test.each([
  ['health: true', []],
  ['health: false', [health]],
  ['health: yes, please', [health]],
  ['health:', [health]],
  ['lambda:', []],
  ['lambda: true', []],
  ['lambda: {}', []],
  ['lambda: false', [lambda]],
  ['lambda: hello', [lambda]],
  ['lambda: [{}]', [lambda]],
  ['health: true\nmemory: 0', [memory]],
  ['health: true\nmemory: 0g', [memory]],
  ['health: true\nmemory: 5m', [memory]],
  ['health: true\nmemory: 6143k', [memory]],
  ['health: true\nmemory: 1.5g', [memory]],
  ['health: true\nmemory: 6m', []],
  ['health: true\nmemory: 6144K', []],
  ['health: true\nmemory: 6291456', []],
  ['health: true\nmemory: 6291456b', []],
])('%j', (text, problems) => {
  expect(problemsIn(text)).toEqual(problems);
});
