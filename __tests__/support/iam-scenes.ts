import { startLocalEcr, type LocalEcr, type Role, type Scenario } from '../../local-ecr/index.ts';
import { candidateId } from '../../src/undo/sweep.ts';
import type { RawInputs } from '../../src/types/inputs.ts';
import { shipInProcess, type InProcess, type InProcessOptions, type QuickClock } from './in-process.ts';
import { criticalFinding, quickScans } from './scene.ts';

const account = '123456789012';
const other = '210987654321';
const sub = 'repo:team/app:ref:refs/heads/main';
const provider = 'token.actions.githubusercontent.com';

/** One use of the action, which can be run under any policy. */
export interface IamScene {
  readonly scenario: Partial<Scenario>;
  readonly inputs: Partial<RawInputs>;
  readonly options?: InProcessOptions;
  /** The actions of the use that this scene is about, if other scenes of the same use prove the rest. */
  readonly only?: readonly string[];
  /** How it ends with all permissions; absent if it succeeds. */
  readonly fails?: string;
  /** Whose role each policy belongs to; without it everybody has the only role. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Prepares the scene with every permission; returns further inputs. */
  readonly before?: (ecr: LocalEcr, clock: QuickClock) => Promise<Before>;
}

interface Before {
  readonly inputs?: Partial<RawInputs>;
  readonly options?: InProcessOptions;
}

const role = (of: string, name: string): Role => ({
  arn: `arn:aws:iam::${of}:role/${name}`,
  trustPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${of}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${provider}:sub`]: sub } },
      },
    ],
  },
});
const [reader, publisher] = [role(account, 'read'), role(other, 'publish')];

const byHand = { type: 'BASIC', frequency: 'MANUAL' } as const;
const tags = 'v1.0.0\nlatest';
const elsewhere = { account, region: 'eu-central-1', repositories: [{ name: 'team/app' }] };
const published = [{ name: 'app' }];

async function built(ecr: LocalEcr, clock: QuickClock, given: Partial<RawInputs>): Promise<string> {
  const { report } = await shipInProcess(ecr, { tags: 'sha-1', scan: 'off', ...given }, clock);
  if (report.image === undefined) throw new Error(report.failure?.what ?? 'there is no image');
  return report.image.digest;
}

/** Leaves the candidate of a run of more than a day ago. */
async function leaveCandidate(ecr: LocalEcr, clock: QuickClock): Promise<Before> {
  ecr.seedImage('team/app', `candidate-1-1-${candidateId(clock.now(), 'abcd')}`, 'left');
  await clock.sleep(25 * 3600_000);
  return {};
}

const whole =
  'lifecycle: { keep: 50 }\ntags: { team: a }\npolicy: { Statement: [{ Effect: Allow, Principal: { AWS: "123456789012" }, Action: "ecr:BatchGetImage" }] }';

/**
 * The scenes by the name of their use in docs/reference/iam. What an action is needed for when a run goes wrong is in a
 * second scene of the same use.
 */
export const iamScenes: Readonly<Record<string, IamScene>> = {
  'private-without-scan': { scenario: {}, inputs: { tags, scan: 'off' } },
  'private-basic-scan': { scenario: { scanning: byHand }, inputs: { tags }, before: leaveCandidate },
  'private-enhanced-scan': {
    scenario: { scanning: { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' } },
    inputs: { tags },
  },
  'create-repository': {
    scenario: { repositories: [], scanning: byHand },
    inputs: {
      tags,
      'create-repository': 'true',
      'repository-settings': whole,
    },
  },
  'create-repository: half made': {
    scenario: { repositories: [], scanning: byHand },
    inputs: { tags, 'create-repository': 'true', 'repository-settings': whole },
    before: (ecr) => {
      ecr.addFault({ operation: 'SetRepositoryPolicy', type: 'InvalidParameterException', status: 400 });
      return Promise.resolve({});
    },
    only: ['ecr:DeleteRepository'],
    fails: 'registry-failed',
  },
  posture: { scenario: { scanning: byHand }, inputs: { tags } },
  'wait-for-replication': {
    scenario: {
      scanning: byHand,
      replication: {
        rules: [{ destinations: [{ region: 'eu-central-1', registryId: account }] }],
        takesMs: 5000,
      },
    },
    inputs: { tags, 'wait-for-replication': 'true' },
  },
  build: { scenario: { scanning: byHand }, inputs: { mode: 'build', tags: '' } },
  'build: of an image that does not pass': {
    scenario: { scanning: byHand, results: [{ match: {}, findings: [criticalFinding] }] },
    inputs: { mode: 'build', tags: '' },
    only: ['ecr:BatchDeleteImage'],
    fails: 'policy-failed',
  },
  publish: {
    scenario: { scanning: byHand },
    inputs: { mode: 'publish', tags },
    before: async (ecr, clock) => {
      const each: string[] = [];
      for (const platforms of ['linux/amd64', 'linux/arm64'])
        each.push(await built(ecr, clock, { mode: 'build', tags: '', platforms }));
      return { inputs: { from: each.join('\n') } };
    },
  },
  'publish-archived': {
    scenario: { scanning: byHand, archive: { restoreMs: 60_000 } },
    inputs: { mode: 'publish', tags },
    before: async (ecr, clock) => {
      const digest = await built(ecr, clock, { mode: 'build', tags: '' });
      ecr.archive('team/app', digest);
      return { inputs: { from: digest } };
    },
  },
  promotion: {
    scenario: {
      scanning: byHand,
      registries: [{ account: other, region: 'us-east-1', repositories: [{ name: 'team/app' }] }],
      roles: [reader, publisher],
    },
    inputs: {
      mode: 'publish',
      tags,
      repository: `${other}.dkr.ecr.us-east-1.amazonaws.com/team/app`,
      'role-to-assume': publisher.arn,
      'source-role-to-assume': reader.arn,
    },
    roles: { 'promotion-source': reader, 'promotion-target': publisher },
    before: async (ecr, clock) => {
      const digest = await built(ecr, clock, {});
      return { inputs: { from: `${account}.dkr.ecr.eu-west-1.amazonaws.com/team/app@${digest}` } };
    },
  },
  public: {
    scenario: { publicRepositories: published },
    inputs: { repository: 'public.ecr.aws/local/app', tags, scan: 'off' },
  },
  'public-scan-repository': {
    scenario: { publicRepositories: published, scanning: byHand },
    inputs: { repository: 'public.ecr.aws/local/app', tags, 'scan-repository': 'team/app' },
  },
  destinations: {
    scenario: { scanning: byHand, registries: [elsewhere], publicRepositories: published },
    inputs: {
      tags,
      destinations: `${account}.dkr.ecr.eu-central-1.amazonaws.com/team/app\npublic.ecr.aws/local/app`,
    },
  },
  'base-images': {
    scenario: { repositories: [{ name: 'team/app' }, { name: 'base/app' }], scanning: byHand },
    inputs: { tags },
    before: async (ecr, clock) => {
      await built(ecr, clock, { repository: 'base/app', tags: 'v1' });
      const base = `${ecr.host}/base/app:v1`;
      return { options: { base, files: { './Dockerfile': `FROM ${base}` } } };
    },
  },
  'public-alias': {
    scenario: { publicRepositories: published },
    inputs: { repository: 'public.ecr.aws/second/app', tags, scan: 'off' },
  },
  login: { scenario: {}, inputs: { mode: 'login', repository: '' } },
  'public-login': { scenario: {}, inputs: { mode: 'login', repository: '', 'registry-type': 'public' } },
};

interface Limits {
  /** Sets the policies. */
  readonly limit: (ecr: LocalEcr) => void;
  /** Collects what has to end after the scene. */
  readonly ended: Promise<void>[];
}

/** Starts what a scene needs, runs it once, and returns the result. */
export async function runScene(
  { scenario, inputs, options, roles, before }: IamScene,
  clock: QuickClock,
  { limit, ended }: Limits,
): Promise<InProcess & { readonly ecr: LocalEcr }> {
  const ecr = await startLocalEcr({
    scenario: { ...quickScans, ...scenario },
    publicAliases: ['local', 'second'],
    clock,
  });
  Object.assign(process.env, ecr.env);
  try {
    const more = (await before?.(ecr, clock)) ?? {};
    if (roles !== undefined)
      Object.assign(process.env, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', ...ecr.oidcEnv(sub) });
    limit(ecr);
    const result = await shipInProcess(ecr, { ...inputs, ...more.inputs }, clock, {
      ...options,
      ...more.options,
    });
    return { ...result, ecr };
  } finally {
    ended.push(ecr.close());
  }
}
