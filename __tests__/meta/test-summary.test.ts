import { expect, test } from '@jest/globals';
import { summarize } from '../../scripts/test-summary.mjs';

test('tests that are not run are named, and a suite that does not load counts as failed', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'works' },
    { status: 'pending', fullName: 'on the classic engine (not run: no root)' },
    { status: 'todo', fullName: 'later' },
    { status: 'failed', fullName: 'breaks' },
  ];
  const results = {
    numPassedTests: 1,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    testResults: [
      { name: '/p/a.test.ts', assertionResults },
      { name: '/p/broken.test.ts', assertionResults: [] },
    ],
  };
  expect(summarize(results, (path) => path.replace('/p/', ''))).toEqual({
    notRun: ['a.test.ts › on the classic engine (not run: no root)', 'a.test.ts › later'],
    count: '1 passed, 2 failed',
  });
});
