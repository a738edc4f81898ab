import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LocalEcr, Role } from '../../local-ecr/index.ts';
import { engine } from '../support/engines.ts';
import { onlyError, type SceneOptions } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const arn = 'arn:aws:iam::123456789012:role/ship';
const provider = 'token.actions.githubusercontent.com';
const sub = 'repo:team/app:ref:refs/heads/main';

const trusting = (condition: Record<string, Record<string, string>>): Role => ({
  arn,
  trustPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: condition,
      },
    ],
  },
});
const ours = trusting({
  StringEquals: { [`${provider}:aud`]: 'sts.amazonaws.com', [`${provider}:sub`]: sub },
});
const chaining: Role = {
  arn,
  trustPolicy: {
    Statement: [{ Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' }],
  },
};
const withRoles = (...roles: Role[]): SceneOptions => ({ scenario: { roles } });

/** A job without any credentials of its own. */
const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
const role = { 'role-to-assume': arn };
/** All that a job without this step can see or keep. */
const rest = ({
  log,
  state,
  env,
  outputs,
  summary,
}: {
  log: string;
  state: object;
  env: object;
  outputs: object;
  summary: string;
}) => log.replaceAll(/^::add-mask::.*$/gm, '') + JSON.stringify([state, env, outputs]) + summary;
const stsCalls = (ecr: LocalEcr) =>
  ecr.requests
    .filter(({ kind }) => kind === 'sts')
    .map(({ body }) => new URLSearchParams(body).get('Action'));

describe('a role by OIDC', () => {
  test('is all that a job needs: it ships, and leaves no credential anywhere', async () => {
    const { ecr, ship } = await scene(engine('containerd'), withRoles(ours));
    const { main, post } = await ship(
      { ...role, 'allowed-account-ids': '123456789012', 'result-file': 'result.json' },
      { ...noKeys, ...ecr.oidcEnv(sub) },
    );
    expect(main.errors).toEqual([]);
    expect(main.exitCode).toBe(0);
    expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(['latest', 'v1.0.0']);
    expect(main.log).toContain(`Assumed ${arn} as GitHubActions.`);
    expect(stsCalls(ecr)).toEqual(['AssumeRoleWithWebIdentity']);
    const token = new URLSearchParams(ecr.requests.find(({ kind }) => kind === 'sts')?.body).get(
      'WebIdentityToken',
    );
    expect(main.masks).toContain(token);
    for (const mask of main.masks) expect(rest(main) + rest(post)).not.toContain(mask);
    expect(Object.keys(main.env).filter((name) => name.startsWith('AWS_'))).toEqual([]);
  });

  test('is taken anew when its credentials have ended in the middle', async () => {
    let late = 0;
    const clock = { now: () => Date.now() + late };
    const { ecr, ship } = await scene(engine('containerd'), { ...withRoles(ours), clock });
    ecr.addFault({
      operation: 'DescribeImageScanFindings',
      times: 1,
      met: () => {
        late = 2 * 3600_000;
      },
    });
    const { main } = await ship(role, { ...noKeys, ...ecr.oidcEnv(sub) });
    expect(main.errors).toEqual([]);
    expect(stsCalls(ecr)).toEqual(['AssumeRoleWithWebIdentity', 'AssumeRoleWithWebIdentity']);
  });

  test('takes back in post what a killed run has left, and the state holds no secret for that', async () => {
    const { ecr, job } = await scene(engine('containerd'), {
      scenario: { roles: [ours], phases: [{ afterMs: 0, status: 'IN_PROGRESS' }] },
    });
    const running = job(role, { ...noKeys, ...ecr.oidcEnv(sub) });
    const main = await running.main({ killAfter: (log) => log.includes('Verified sha256:') });
    expect(Object.keys(ecr.tags('team/app'))).toHaveLength(1);
    for (const mask of main.masks) expect(JSON.stringify(main.state)).not.toContain(mask);
    const post = await running.post();
    expect(post.warnings).toEqual([]);
    expect(ecr.tags('team/app')).toEqual({});
    expect(post.masks.length).toBeGreaterThan(1);
    running.remove();
  });
});

describe('a role that does not let the job in', () => {
  test.each([
    ['repo:team/app:ref:refs/heads/dev', ''],
    [
      'repo:team@12/app@34:ref:refs/heads/main',
      'a policy with repo:team/app:ref:refs/heads/main does not match',
    ],
    ['repo:team/app:environment:prod', 'The job has an environment'],
  ])('%s: its own sub and aud, and the statement that would match', async (given, hint) => {
    const { ecr, ship } = await scene(engine('classic'), withRoles(ours));
    const { main } = await ship(role, { ...noKeys, ...ecr.oidcEnv(given) });
    expect(main.exitCode).toBe(1);
    const error = onlyError(main);
    expect(error).toContain(`sub ${given} and aud sts.amazonaws.com`);
    expect(error).toContain('Not authorized to perform sts:AssumeRoleWithWebIdentity');
    expect(error).toContain(hint);
    expect(main.log).toContain(`"${provider}:sub": "${given}"`);
    expect(main.log).toContain(`"Federated": "arn:aws:iam::123456789012:oidc-provider/${provider}"`);
    for (const mask of main.masks) expect(rest(main)).not.toContain(mask);
    expect(ecr.requests.filter(({ kind }) => kind === 'api')).toEqual([]);
  });

  test('the statement that is printed lets the job in', async () => {
    const given = 'repo:team@12/app@34:environment:prod';
    const { ecr, ship } = await scene(engine('containerd'), withRoles(ours));
    const env = { ...noKeys, ...ecr.oidcEnv(given) };
    const { main } = await ship({ ...role, audience: 'mine' }, env);
    const statement =
      /trust policy lets the token of this job in:\n(\{[\s\S]*?\n\})/.exec(main.log)?.[1] ?? '';
    ecr.addRole({ arn, trustPolicy: { Statement: [JSON.parse(statement) as never] } });
    expect((await ship({ ...role, audience: 'mine' }, env)).main.errors).toEqual([]);
  });
});

describe('a job without a token', () => {
  test('is told the permission that it lacks', async () => {
    const { ship } = await scene(engine('classic'), withRoles(ours));
    const { main } = await ship(role, noKeys);
    expect(onlyError(main)).toMatch(/no OIDC token for role-to-assume.*permissions: id-token: write/s);
  });

  test('of a pull request from a fork is told that there is none to be had', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-event-'));
    const event = join(folder, 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { head: { repo: { full_name: 'guest/app' } } } }));
    const { ship } = await scene(engine('classic'), withRoles(ours));
    const env = { ...noKeys, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event };
    const { main } = await ship(role, env);
    rmSync(folder, { recursive: true });
    expect(onlyError(main)).toMatch(/pull request from the fork guest\/app.*push: false/s);
  });

  test('goes on from the credentials that it has', async () => {
    const { ecr, ship } = await scene(engine('containerd'), withRoles(chaining));
    const { main } = await ship(role);
    expect(main.errors).toEqual([]);
    expect(stsCalls(ecr)).toEqual(['AssumeRole']);
  });

  test('whose credentials may not assume the role is told both policies', async () => {
    const { ship } = await scene(engine('classic'), withRoles(ours));
    const { main } = await ship(role);
    expect(onlyError(main)).toContain(`The AWS credentials of this job may not assume ${arn}`);
    expect(main.log).toContain('"AWS": "arn:aws:iam::123456789012:role/local-ecr"');
  });
});

test('a role that refuses the token and trusts the credentials of the job is assumed with these', async () => {
  const { ecr, ship } = await scene(engine('containerd'), withRoles(chaining));
  const { main } = await ship(role, ecr.oidcEnv(sub));
  expect(main.errors).toEqual([]);
  expect(stsCalls(ecr)).toEqual(['AssumeRoleWithWebIdentity', 'AssumeRole']);
});

test.each([{}, role])('credentials of an account that was not meant do nothing: %j', async (given) => {
  const { ecr, ship } = await scene(engine('classic'), withRoles(ours));
  const { main } = await ship({ ...given, 'allowed-account-ids': '210987654321' }, ecr.oidcEnv(sub));
  expect(onlyError(main)).toMatch(/belong to the account 123456789012; allowed-account-ids has 210987654321/);
  expect(ecr.requests.filter(({ kind }) => kind === 'api' || kind === 'registry')).toEqual([]);
});
