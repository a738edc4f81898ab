import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { PolicyDocument, Role } from '../../local-ecr/index.ts';
import { engine } from '../support/engines.ts';
import { imageOf, type ImageOptions } from '../support/image-shapes.ts';
import { criticalFinding, onlyError, quickScans, type Scene, type SceneOptions } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

const [staging, production] = ['123456789012', '210987654321'];
const provider = 'token.actions.githubusercontent.com';
const sub = 'repo:team/app:ref:refs/heads/main';
const place = { account: production, region: 'us-east-1' };
const there = { accountId: production, region: 'us-east-1' };
const target = `${production}.dkr.ecr.us-east-1.amazonaws.com/team/app`;
const source = `${staging}.dkr.ecr.eu-west-1.amazonaws.com/team/app`;

const roleIn = (account: string, name: string): Role => ({
  arn: `arn:aws:iam::${account}:role/${name}`,
  trustPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${provider}:sub`]: sub } },
      },
    ],
  },
});
const [reader, publisher] = [roleIn(staging, 'read'), roleIn(production, 'publish')];

/** Two accounts, neither of which lets the other one in. */
const scenario: SceneOptions['scenario'] = {
  repositories: [{ name: 'team/app' }],
  registries: [{ ...place, repositories: [{ name: 'team/app' }] }],
  roles: [reader, publisher],
};
const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
const promotion = {
  mode: 'publish',
  labels: '',
  repository: target,
  'role-to-assume': publisher.arn,
  'source-role-to-assume': reader.arn,
};

describe('promotion with a role for each side', () => {
  test('copies what has passed from one account to the other', async () => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario });
    const staged = await ship({ tags: 'sha-1' });
    const { digest } = staged.main.outputs;
    const { main } = await ship(
      { ...promotion, from: `${source}@${String(digest)}`, tags: 'v1.0.0\nlatest' },
      { ...noKeys, ...ecr.oidcEnv(sub) },
    );
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(ecr.tags('team/app', there)).toEqual({ 'v1.0.0': digest, latest: digest });
    expect(ecr.tags('team/app')).toEqual({ 'sha-1': digest });
  });

  test('leaves nothing in either of them where the joined image does not pass', async () => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario });
    const parts: string[] = [];
    for (const platforms of ['linux/amd64', 'linux/arm64']) {
      const { main } = await ship({ tags: platforms.replace('/', '-'), platforms });
      parts.push(`${source}@${String(main.outputs['digest'])}`);
    }
    ecr.setScenario({ ...quickScans, ...scenario, results: [{ match: {}, findings: [criticalFinding] }] });
    const { main, post } = await ship(
      { ...promotion, from: parts.join('\n') },
      { ...noKeys, ...ecr.oidcEnv(sub) },
    );
    expect(onlyError(main)).toContain('CRITICAL');
    // The index had a tag of the run in the source, which the reader's role takes away.
    expect(Object.keys(ecr.tags('team/app')).sort()).toEqual(['linux-amd64', 'linux-arm64']);
    expect(ecr.digests('team/app', there)).toEqual([]);
    expect([main.warnings, post.warnings]).toEqual([[], []]);
  });
});

describe('promotion with the policies that the docs have', () => {
  const snippet = (name: string, ...more: readonly string[]): PolicyDocument => {
    const path = new URL(`../../docs/reference/iam/${name}.json`, import.meta.url);
    const { Statement } = JSON.parse(readFileSync(path, 'utf8')) as PolicyDocument;
    return {
      Statement: [
        ...Statement,
        ...more.map((Action) => ({ Effect: 'Allow' as const, Action, Resource: '*' })),
      ],
    };
  };
  const toSource = ['ecr:PutImage', 'ecr:BatchDeleteImage'];
  const toTarget = ['ecr:DescribeImageScanFindings', 'ecr:StartImageScan'];
  const page = readFileSync(new URL('../../docs/how-to/promotion.md', import.meta.url), 'utf8');
  const old = { id: 'CVE-2020-0001', severity: 'CRITICAL', package: 'zlib' };
  const withPolicies = (read: PolicyDocument, publish: PolicyDocument) => ({
    ...scenario,
    roles: [
      { ...reader, policy: read },
      { ...publisher, policy: publish },
    ],
  });
  const seeded = ({ ecr }: Scene, who: string, options: ImageOptions = {}) => {
    const { top, blobs } = imageOf(who, options);
    return ecr.seed('team/app', { manifests: [top], blobs });
  };

  test('only-new compares with what is live in the target, and leaves the source as it is', async () => {
    const here = await scene(engine('containerd'), {
      scenario: {
        ...withPolicies(snippet('promotion-source'), snippet('promotion-target', ...toTarget)),
        results: [{ match: {}, findings: [old] }],
      },
    });
    const { ecr, ship } = here;
    const { top, blobs } = imageOf('live');
    ecr.seed('team/app', { manifests: [top], blobs }, 'latest', there);
    const digest = seeded(here, 'new');
    const env = { ...noKeys, ...ecr.oidcEnv(sub), PATH: '/nonexistent' };
    const from = `${source}@${digest}`;
    const { main } = await ship({ ...promotion, from, tags: 'latest', 'only-new': 'true' }, env);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(ecr.tags('team/app', there)).toEqual({ latest: digest });
    expect(ecr.digests('team/app')).toEqual([digest]);
    for (const action of toTarget) expect(page).toContain(action);
  });

  test('images of two platforms are joined in the source with two actions more', async () => {
    const here = await scene(engine('containerd'), {
      scenario: withPolicies(snippet('promotion-source', ...toSource), snippet('promotion-target')),
    });
    const { ecr, ship } = here;
    const parts = [seeded(here, 'one'), seeded(here, 'other', { architecture: 'arm64' })];
    const env = { ...noKeys, ...ecr.oidcEnv(sub), PATH: '/nonexistent' };
    const from = parts.map((digest) => `${source}@${digest}`).join('\n');
    const { main } = await ship({ ...promotion, from, tags: 'v1.0.0' }, env);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(ecr.tags('team/app', there)).toEqual({ 'v1.0.0': main.outputs['digest'] });
    expect(ecr.tags('team/app')).toEqual({});
    for (const action of toSource) expect(page).toContain(action);
  });
});

describe('a destination with a role of its own', () => {
  const env = (ecr: { oidcEnv: (of: string) => Readonly<Record<string, string>> }) => ({
    ...noKeys,
    ...ecr.oidcEnv(sub),
  });
  const given = { 'role-to-assume': reader.arn, destinations: `${target} role=${publisher.arn}` };

  test('gets the image and its tags', async () => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario });
    const { main } = await ship(given, env(ecr));
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    const { digest } = main.outputs;
    expect(ecr.tags('team/app', there)).toEqual({ 'v1.0.0': digest, latest: digest });
  });

  test('has to be of an account that is allowed, before anything is built', async () => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario });
    const { main } = await ship({ ...given, 'allowed-account-ids': staging }, env(ecr));
    expect(onlyError(main)).toContain(`belong to the account ${production}`);
    expect([ecr.digests('team/app'), ecr.digests('team/app', there)]).toEqual([[], []]);
  });
});
