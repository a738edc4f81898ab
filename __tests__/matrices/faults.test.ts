import { describe, expect, test } from '@jest/globals';
import { allCases } from '../../faults/cases/index.ts';
import { groups, type FaultCase } from '../../faults/case.ts';
import { judge } from '../../faults/laws.ts';
import { runOne } from '../../faults/schedule.ts';
import { engine } from '../support/engines.ts';

/** A few of the matrix that `npm run faults` runs as a whole: of each group those that take seconds. */
const subset = [
  'api: nothing at all, bad image',
  'api: GetAuthorizationToken: 500 for ever',
  'api: DescribeImageScanFindings of a bad image: 403 for ever',
  'registry: PUT of latest: done, and the answer is lost once',
  'push: PUT manifest: 403 for ever',
  'docker: docker push fails for ever: denied',
  'engine: killed at the start',
  'signals: cancelled at the login',
  'signals: cancelled when the fixed tag is set',
  'signals: cancelled while the candidate is pushed',
  'signals: killed at the start',
  'signals: killed when the candidate is removed',
  'clock: the clock is an hour ahead',
  'clock: the clock is an hour ahead, bad image',
  'files: GITHUB_STEP_SUMMARY cannot be written',
  'scenes: promotion: PUT of latest in team/app: done, and the answer is lost once',
  'scenes: destinations: PUT manifest in team/copy: half an answer for ever',
  'scenes: create: SetRepositoryPolicy: 403 for ever',
  'scene signals: destinations: cancelled just after the fixed tag is set in the first',
  'scene signals: promotion of parts: killed just after the index is pushed to the source',
  'scene signals: public: cancelled before the image comes to ECR Public',
  'scene signals: by digest: killed in the build',
  'smoke: the container hangs',
  'smoke: killed while its container runs',
  'github: plan: 500 for ever',
  'github: comment: HTML, 200 once',
  'scenes: login: AssumeRoleWithWebIdentity: 403 for ever',
  'scene signals: login: killed just after it logs in',
  'scene signals: plan: cancelled while the engine is asked',
  'scene signals: push: false: killed in the build',
  'scene signals: registry logins: cancelled in the build',
  'scene signals: create: killed just after the repository is made',
  'files: login: GITHUB_ENV cannot be written',
];
const fullName = ({ group, name }: FaultCase) => `${group}: ${name}`;
const cases = allCases.filter((fault) => subset.includes(fullName(fault)));

/** Every kind of request that some case attacks, wherever that is. */
const attacked = new Set(
  allCases
    .flatMap(({ requests = [] }) => requests)
    .map(({ kind, operation }) => `${kind ?? 'any'} ${operation}`),
);

test('names of cases are unique, and every group has one here', () => {
  const names = allCases.map(fullName);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(cases.map(fullName)).toHaveLength(subset.length);
  expect(new Set(cases.map(({ group }) => group))).toEqual(new Set(groups));
});

describe('without a fault', () => {
  const plain = allCases.filter(
    ({ scene, name }) => scene !== undefined && name === `${scene}: nothing at all`,
  );
  test.each(plain)('$name: the laws hold, and the matrix attacks every request', async (fault) => {
    const outcome = await runOne(fault, engine('containerd'));
    const broken = judge(outcome).flatMap(({ law, what = [] }) => what.map((words) => `${law.id}: ${words}`));
    const missed = outcome.requests.filter(
      ({ kind, operation }) => !attacked.has(`${kind} ${operation}`) && !attacked.has(`any ${operation}`),
    );
    expect({ broken, missed: missed.map(({ kind, operation }) => `${kind} ${operation}`) }).toEqual({
      broken: [],
      missed: [],
    });
  });
});

describe('the laws hold under', () => {
  test.each(cases)('$group: $name', async (fault) => {
    const outcome = await runOne(fault, engine('containerd'));
    const broken = judge(outcome).flatMap(({ law, what = [] }) => what.map((words) => `${law.id}: ${words}`));
    expect({ broken, wasMet: outcome.wasMet }).toEqual({ broken: [], wasMet: true });
  });
});
