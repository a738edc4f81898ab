import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { policyOfUse, uses, type Use, type UseName } from '../../scripts/iam-uses.ts';
import { policyOf, type Policy } from '../../src/types/iam.ts';
import { evidenceOf } from '../../src/report/evidence.ts';
import type { LocalEcr } from '../../local-ecr/index.ts';
import { iamScenes, runScene, type IamScene } from './iam-scenes.ts';
import { quickClock, type InProcess } from './in-process.ts';

// Each use of docs/reference/iam under exactly its policy, and once without each of its actions. The story, the SDK,
// STS and the registry's HTTP interface are real, against a local ECR that enforces every policy; docker is made up,
// and sends the registry docker's requests. matrices/permissions.test.ts tests what a real docker is told when it is
// refused.

const clock = quickClock();
const ended: Promise<void>[] = [];

/** The uses, in a test file for each group, so that the files run side by side. */
export const groups = {
  push: [
    'private-without-scan',
    'private-basic-scan',
    'private-enhanced-scan',
    'posture',
    'create-repository',
    'wait-for-replication',
  ],
  publish: ['build', 'publish', 'publish-archived', 'promotion-source', 'promotion-target', 'login'],
  further: [
    'base-images',
    'public',
    'public-alias',
    'public-login',
    'public-scan-repository',
    'destinations',
  ],
} as const satisfies Record<string, readonly UseName[]>;

/** The scenes of a use; a role of several is one of a scene that has them all. */
export function scenesOf(name: UseName): readonly IamScene[] {
  const own = Object.entries(iamScenes).filter(
    ([of, { roles = {} }]) => of === name || of.startsWith(`${name}: `) || name in roles,
  );
  return own.map(([, scene]) => scene);
}

/** Runs a scene with the policies of all roles; the role of this use has the given one. */
function runWith(scene: IamScene, name: UseName, policy: Policy): Promise<InProcess> {
  const limit = (ecr: LocalEcr) => {
    if (scene.roles === undefined) ecr.setPolicy(policy);
    else
      for (const [of, { arn }] of Object.entries(scene.roles))
        ecr.setPolicy(of === name ? policy : policyOfUse(of as UseName), arn);
  };
  return runScene(scene, clock, { limit, ended });
}

function without(name: UseName, action: string): Policy {
  const { grants }: Use = uses[name];
  return policyOf(
    grants.map(({ actions, on }) => ({ on, actions: actions.filter((one) => one !== action) })),
  );
}

/** What a user reads of a run: its log, its error, and the repository's settings. */
function textOf({ log, report }: InProcess): string {
  return [...log, report.failure?.what, report.failure?.next, evidenceOf(report)].join('\n');
}

/** What is reported if an action is missing that a run does without. */
export const said: Readonly<Record<string, RegExp>> = {
  'ecr:BatchDeleteImage': /warning: Could not remove the candidate.* may not call ecr:BatchDeleteImage/,
  'ecr-public:BatchDeleteImage':
    /warning: Could not remove the candidate.* may not call ecr-public:BatchDeleteImage/,
  'ecr:BatchGetRepositoryScanningConfiguration':
    /notice: The scanning configuration cannot be read: .*ecr:BatchGetRepositoryScanningConfiguration/,
  'ecr:GetRegistryScanningConfiguration':
    /notice: The scanning configuration cannot be read: .*ecr:GetRegistryScanningConfiguration/,
  'ecr:GetDownloadUrlForLayer':
    /notice: The config of the image cannot be read without ecr:GetDownloadUrlForLayer/,
  'ecr:DescribeRegistry':
    /notice: The replication rules of registry .* are not known, without ecr:DescribeRegistry/,
  'ecr:ListImageReferrers': /debug: What is attached to sha256:.* was not counted: .*ecr:ListImageReferrers/,
  'ecr:GetLifecyclePolicy': /Lifecycle.*not known/,
  'ecr:GetRepositoryPolicy': /not known/,
  'ecr:DeleteRepository': /was made, and is there without all its policies/,
};

/** Tests some uses: each under exactly its policy, and once without each of its actions. */
export function testUses(names: readonly UseName[]): void {
  const before = { ...process.env };
  beforeAll(() => {
    process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
  });
  afterAll(async () => {
    await Promise.all(ended);
    for (const key of Object.keys(process.env))
      if (!(key in before)) Reflect.deleteProperty(process.env, key);
    Object.assign(process.env, before);
  });

  describe.each(names)('%s', (name) => {
    const { optional }: Use = uses[name];
    const actions = policyOfUse(name).Statement.flatMap(({ Action }) => Action);

    test('its policy is enough', async () => {
      for (const scene of scenesOf(name)) {
        const result = await runWith(scene, name, policyOfUse(name));
        expect(result.report.failure?.code).toBe(scene.fails);
        expect(result.log.filter((line) => /may not call|cannot be read/.test(line))).toEqual([]);
      }
    });

    test.each([...new Set(actions)])(
      'without %s it fails and names it, or says what it does without',
      async (action) => {
        const scenes = scenesOf(name);
        const scene = scenes.find(({ only }) => only?.includes(action)) ?? scenes[0]!;
        const told = await runWith(scene, name, without(name, action));
        const { failure, tags: tagged } = told.report;
        if (optional.includes(action)) {
          expect(failure?.code).toBe(scene.fails);
          expect(textOf(told)).toMatch(said[action] ?? /^$/);
          return;
        }
        expect(`${failure?.what ?? ''} ${failure?.next ?? ''}`).toContain(action);
        expect(failure?.code).not.toBe('internal');
        expect(tagged.filter(({ kind, outcome }) => kind === 'moving' && outcome === 'set')).toEqual([]);
      },
    );
  });
}
