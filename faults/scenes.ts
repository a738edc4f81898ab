import type { StepResult } from '../__tests__/support/runner.ts';
import type { LocalEcr, Place, Role, Scenario } from '../local-ecr/index.ts';
import { candidateId } from '../src/undo/sweep.ts';
import { fixedTag, movingTag, repository } from './names.ts';
import { baseImage, smallImage } from './images.ts';

/** A repository that a case watches, and what a run may do to it. */
export interface Shop {
  readonly name: string;
  /** The registry of another account; by default the main one. */
  readonly at?: Place;
  readonly isPublic?: boolean;
  /** `source`: none of its tags may change. Elsewhere the image gets its tags when it has passed. */
  readonly part: 'target' | 'destination' | 'source';
  /** Whether it is missing before the run. */
  readonly isMissing?: boolean;
}

/** What a run is asked to do, and where: everything about a case except its fault. */
export interface Scene {
  readonly scenario?: Partial<Scenario>;
  /** The repositories whose laws are checked; the target comes first. */
  readonly shops: readonly Shop[];
  /** Whether a run that passes leaves its candidate under the candidate's tag, and sets no other: `mode: build`. */
  readonly handsOver?: boolean;
  /** Whether no image is judged, so that the scanner's findings do not matter. */
  readonly isUnjudged?: boolean;
  /** Whether its outputs only say what would be done. */
  readonly onlyPlans?: boolean;
  /** Whether it has no result file, and after a success no summary. */
  readonly isSilent?: boolean;
  /** Whether the checkout is a git repository; otherwise it is a folder. */
  readonly isGit?: boolean;
  /** The event of the job, as GitHub sends it; by default none. */
  readonly event?: { readonly name: string; readonly payload: object };
  /** The Dockerfile, if the image builds on another one. */
  readonly dockerfile?: (ecr: LocalEcr) => string;
  /** What must be true after a next run, besides the laws. Returns what is not. */
  readonly afterNext?: (ecr: LocalEcr, next: StepResult) => readonly string[];
  /** The builder, if it is one that pushes by itself. */
  readonly builder?: 'remote';
  /** Fills the registries, and returns the inputs of the step. `mark` is unique. */
  readonly set: (ecr: LocalEcr, mark: string) => Readonly<Record<string, string>>;
  /** Whether the job has an OIDC token instead of credentials. */
  readonly hasToken?: boolean;
}

const tags = `${fixedTag}\n${movingTag}`;
const publish = { mode: 'publish', labels: '', tags, repository };
const [home, other] = ['123456789012', '210987654321'];
const there: Place = { accountId: other, region: 'us-east-1' };
const thereName = `${other}.dkr.ecr.us-east-1.amazonaws.com/${repository}`;
const homeHost = `${home}.dkr.ecr.eu-west-1.amazonaws.com`;

/** A role that admits the job's token. */
const roleOf = (account: string, name: string): Role => ({
  arn: `arn:aws:iam::${account}:role/${name}`,
  trustPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:sub': 'repo:team/app:ref:refs/heads/main',
          },
        },
      },
    ],
  },
});
const [reader, publisher] = [roleOf(home, 'read'), roleOf(other, 'publish')];
const further = [{ account: other, region: there.region, repositories: [{ name: repository }] }];
const target: Shop = { name: repository, part: 'target' };

/** An image that an earlier job has left in a repository, under a tag. */
function leave(ecr: LocalEcr, mark: string, name: string, tag?: string): string {
  return ecr.seed(name, smallImage(mark), tag);
}

/** Images of two platforms, as two jobs with `mode: build` leave them. */
function leaveParts(ecr: LocalEcr, mark: string): string[] {
  return ['amd64', 'arm64'].map((architecture, at) =>
    ecr.seed(
      repository,
      smallImage(mark, architecture),
      `candidate-4700-1-${candidateId(Date.now(), `par${String(at)}`)}`,
    ),
  );
}

/** A repository that a run only reads, if at all. */
const untouched: Shop = { name: repository, part: 'source' };

/** A base image in another account's registry, which lets everybody pull it: one login opens a whole region. */
const base = 'base/app';
const near: Place = { accountId: other, region: 'eu-west-1' };
const withBase = [{ account: other, region: near.region, repositories: [{ name: base }] }];
const onBase = (ecr: LocalEcr) => `FROM ${ecr.hostOf(near)}/${base}:1\n`;

function leaveBase(ecr: LocalEcr, mark: string): void {
  ecr.seed(base, baseImage(mark), '1', near);
  ecr.setRepositoryPolicy(base, { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:*' }] }, near);
}

const repositorySettings = [
  'mutability: immutable',
  `exclusion-filters: [${movingTag}, "candidate-*"]`,
  'lifecycle: { keep: 50, untagged-days: 14 }',
  'policy: { Statement: [{ Effect: Allow, Principal: "*", Action: "ecr:BatchGetImage" }] }',
].join('\n');

/** The scenes of the matrix. Except for the first, they build nothing unless they must, so that they are quick. */
export const scenes = {
  ship: { shops: [target], set: () => ({ repository, tags }) },
  'tag again': {
    shops: [target],
    set: (ecr, mark) => {
      leave(ecr, mark, repository, 'sha-1');
      return { ...publish, from: 'sha-1' };
    },
  },
  join: {
    shops: [target],
    set: (ecr, mark) => ({ ...publish, from: leaveParts(ecr, mark).join('\n') }),
  },
  promotion: {
    scenario: { registries: further, roles: [reader, publisher] },
    shops: [
      { ...target, at: there },
      { name: repository, part: 'source' },
    ],
    hasToken: true,
    set: (ecr, mark) => ({
      ...publish,
      repository: thereName,
      'role-to-assume': publisher.arn,
      'source-role-to-assume': reader.arn,
      from: `${homeHost}/${repository}@${leave(ecr, mark, repository, 'sha-1')}`,
    }),
  },
  'promotion of parts': {
    scenario: { registries: further, roles: [reader, publisher] },
    shops: [
      { ...target, at: there },
      { name: repository, part: 'source' },
    ],
    hasToken: true,
    set: (ecr, mark) => ({
      ...publish,
      repository: thereName,
      'role-to-assume': publisher.arn,
      'source-role-to-assume': reader.arn,
      from: leaveParts(ecr, mark)
        .map((digest) => `${homeHost}/${repository}@${digest}`)
        .join('\n'),
    }),
  },
  destinations: {
    scenario: {
      repositories: [
        { name: repository },
        { name: 'team/copy' },
        {
          name: 'team/fixed',
          imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
          exclusionFilters: [movingTag],
        },
      ],
      registries: further,
      roles: [reader, publisher],
    },
    shops: [
      target,
      { name: 'team/copy', part: 'destination' },
      { name: 'team/fixed', part: 'destination' },
      { name: repository, at: there, part: 'destination' },
    ],
    hasToken: true,
    set: (ecr, mark) => {
      leave(ecr, mark, repository, 'sha-1');
      return {
        ...publish,
        from: 'sha-1',
        'role-to-assume': reader.arn,
        destinations: [
          `${homeHost}/team/copy`,
          `${homeHost}/team/fixed`,
          `${thereName} role=${publisher.arn}`,
        ].join('\n'),
      };
    },
  },
  create: {
    scenario: { repositories: [{ name: 'team/staged' }] },
    shops: [
      { ...target, isMissing: true },
      { name: 'team/staged', part: 'source' },
    ],
    set: (ecr, mark) => ({
      ...publish,
      'create-repository': 'true',
      'repository-settings': repositorySettings,
      from: `${homeHost}/team/staged@${leave(ecr, mark, 'team/staged', 'sha-1')}`,
    }),
    // After a run that was killed in between, the next one must complete it, or say that it is incomplete.
    afterNext(ecr, { warnings }) {
      const { lifecycle, policy } = ecr.policies(repository);
      const isWhole = lifecycle !== undefined && policy !== undefined;
      return isWhole || /is there without the .*policy of repository-settings/.test(warnings.join())
        ? []
        : ['the repository lacks its policies, and the next run does not say so'];
    },
  },
  login: {
    scenario: { roles: [reader] },
    shops: [untouched],
    hasToken: true,
    isUnjudged: true,
    isSilent: true,
    set: () => ({
      mode: 'login',
      'result-file': '',
      tags: '',
      labels: '',
      login: 'shared',
      repository,
      'role-to-assume': reader.arn,
    }),
  },
  plan: {
    shops: [untouched],
    isUnjudged: true,
    isGit: true,
    onlyPlans: true,
    set: () => ({ mode: 'plan', repository, tags, 'github-token': 'job' }),
  },
  'push: false': {
    shops: [untouched],
    isUnjudged: true,
    isGit: true,
    set: () => ({ push: 'false', repository, tags, secrets: 'npm=a-secret-of-the-build' }),
  },
  'registry logins': {
    scenario: { registries: withBase },
    shops: [untouched, { name: base, at: near, part: 'source' }],
    isUnjudged: true,
    dockerfile: onBase,
    set: (ecr, mark) => {
      leaveBase(ecr, mark);
      const login = `- { registry: "${ecr.hostOf(near)}", username: AWS, password: "${ecr.password(near)}" }`;
      return { push: 'false', repository, tags, 'registry-logins': login };
    },
  },
  'base image': {
    scenario: { registries: withBase },
    shops: [target, { name: base, at: near, part: 'source' }],
    dockerfile: onBase,
    set: (ecr, mark) => {
      leaveBase(ecr, mark);
      return { repository, tags };
    },
  },
  comment: {
    shops: [target],
    event: {
      name: 'pull_request',
      payload: {
        number: 7,
        pull_request: {
          number: 7,
          head: { ref: 'feature', repo: { full_name: 'team/app' } },
          base: { ref: 'main', repo: { full_name: 'team/app' } },
        },
        repository: { name: 'app', full_name: 'team/app', default_branch: 'main' },
      },
    },
    set: (ecr, mark) => {
      leave(ecr, mark, repository, 'sha-1');
      return { ...publish, from: 'sha-1', comment: 'true', 'github-token': 'job' };
    },
  },
  public: {
    scenario: { publicRepositories: [{ name: 'app' }] },
    shops: [
      { name: 'app', isPublic: true, part: 'target' },
      { name: repository, part: 'source' },
    ],
    set: () => ({
      repository: 'local/app',
      tags,
      'registry-type': 'public',
      'scan-repository': repository,
    }),
  },
  build: {
    shops: [target],
    handsOver: true,
    set: () => ({ repository, tags, mode: 'build' }),
  },
  'by digest': {
    shops: [target],
    builder: 'remote',
    set: () => ({ repository, tags }),
  },
  'build by digest': {
    shops: [target],
    handsOver: true,
    builder: 'remote',
    set: () => ({ repository, tags, mode: 'build' }),
  },
} as const satisfies Readonly<Record<string, Scene>>;

export type SceneName = keyof typeof scenes;
