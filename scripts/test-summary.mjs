/** Pure: turns jest's results into the list of tests that did not run and a line with the counts of the others. */
export function summarize(results, nameOf = (path) => path) {
  const notRun = [];
  for (const suite of results.testResults) {
    for (const { status, fullName } of suite.assertionResults) {
      if (status !== 'passed' && status !== 'failed') notRun.push(`${nameOf(suite.name)} › ${fullName}`);
    }
  }
  // A suite that does not even load has no failed test, but it has failed.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return { notRun, count: `${results.numPassedTests} passed, ${failed} failed` };
}
