import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  DescribeRepositoriesCommand,
  ECRClient,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-ecr';
import type { LocalEcr } from '../../local-ecr/index.ts';
import { engine } from '../support/engines.ts';
import { onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const settings = [
  'mutability: immutable',
  'exclusion-filters: [latest, "candidate-*"]',
  'encryption: kms',
  'lifecycle: { keep: 50, untagged-days: 14 }',
  'policy: { Statement: [{ Effect: Allow, Principal: "*", Action: "ecr:BatchGetImage" }] }',
  'tags: { team: payments }',
].join('\n');
const create = { repository: 'new/app', 'create-repository': 'true', 'repository-settings': settings };

const clientOf = ({ url, region }: LocalEcr) =>
  new ECRClient({ endpoint: url, region, credentials: { accessKeyId: 'LOCALECR', secretAccessKey: 'x' } });
const countOf = ({ requests }: LocalEcr, operation: string) =>
  requests.filter((request) => request.operation === operation).length;

describe('create-repository', () => {
  test('makes it as the settings say, and shows how it is kept', async () => {
    const { ecr, ship, workspace } = await scene(engine('containerd'));
    const files = { 'result-file': 'result.json', 'evidence-file': 'VALIDATION.md' };
    const { main } = await ship({ ...create, ...files });
    expect(main.errors).toEqual([]);
    expect(Object.keys(ecr.tags('new/app')).sort()).toEqual(['latest', 'v1.0.0']);
    const client = clientOf(ecr);
    const of = { repositoryName: 'new/app' };
    const { repositories } = await client.send(
      new DescribeRepositoriesCommand({ repositoryNames: ['new/app'] }),
    );
    expect(repositories?.[0]).toMatchObject({
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      encryptionConfiguration: { encryptionType: 'KMS' },
    });
    const { lifecyclePolicyText = '' } = await client.send(new GetLifecyclePolicyCommand(of));
    expect(lifecyclePolicyText).toContain('"countNumber":50');
    expect((await client.send(new GetRepositoryPolicyCommand(of))).policyText).toContain('"Principal":"*"');
    const resourceArn = repositories?.[0]?.repositoryArn;
    expect((await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual([
      { Key: 'team', Value: 'payments' },
    ]);

    expect(main.warnings.join()).toContain('lets anybody with an AWS account pull');
    expect(main.summary).toContain(
      '| Lifecycle | untagged images go after 14 days; of tagged images the newest 50 stay |',
    );
    const read = (name: string) => readFileSync(join(workspace, name), 'utf8');
    expect(read('VALIDATION.md')).toContain('### How the repository is kept');
    expect(JSON.parse(read('result.json'))).toMatchObject({
      repositoryMutability: 'immutable, except latest, candidate-*',
      repositoryEncryption: 'KMS',
      repositoryPull: ['everybody'],
      repositoryOpenTo: ['pull'],
    });
  });

  test('changes nothing of one that is there', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    ecr.createRepository('new/app');
    const { main } = await ship(create);
    expect(main.errors).toEqual([]);
    for (const operation of ['CreateRepository', 'PutLifecyclePolicy', 'SetRepositoryPolicy'])
      expect(countOf(ecr, operation)).toBe(0);
  });

  test('of two runs at once one makes it, and both go on', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const both = await Promise.all([
      ship({ ...create, tags: 'v1', 'repository-settings': '' }),
      ship({ ...create, tags: 'v2', 'repository-settings': '' }),
    ]);
    expect(both.flatMap(({ main }) => main.errors)).toEqual([]);
    expect(Object.keys(ecr.tags('new/app')).sort()).toEqual(['v1', 'v2']);
  });

  test('that ECR says is there already, when it was not a moment ago, is taken as it is', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    ecr.addFault({
      operation: 'CreateRepository',
      times: 1,
      status: 400,
      type: 'RepositoryAlreadyExistsException',
      message: 'exists',
      met: () => ecr.createRepository('new/app'),
    });
    const { main } = await ship(create);
    expect(main.errors).toEqual([]);
    expect(main.log).toContain('was made by somebody else a moment ago');
    expect(countOf(ecr, 'PutLifecyclePolicy')).toBe(0);
  });

  test('leaves no half-made repository, and names the action that is missing', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr:SetRepositoryPolicy', Resource: '*' },
      ],
    });
    const { main } = await ship(create);
    const error = onlyError(main);
    expect(error).toContain('was made, and removed again because its policies could not be set');
    expect(error).toContain('may not call ecr:SetRepositoryPolicy');
    expect(() => ecr.tags('new/app')).toThrow('does not exist');
  });

  test('without it a missing repository is an error, and nothing is made', async () => {
    const { ecr, ship } = await scene(engine('classic'));
    const { main } = await ship({ repository: 'new/app' });
    expect(onlyError(main)).toContain('There is no repository new/app');
    expect(countOf(ecr, 'CreateRepository')).toBe(0);
  });
});

test('a role that may see nothing of how the repository is kept ships all the same', async () => {
  const { ecr, ship } = await scene(engine('containerd'));
  ecr.setPolicy({
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: ['ecr:GetLifecyclePolicy', 'ecr:GetRepositoryPolicy'], Resource: '*' },
    ],
  });
  const { main } = await ship();
  expect(main.errors).toEqual([]);
  expect(main.summary).toContain('| Lifecycle | not known to this role |');
});

describe('quotas', () => {
  test('that are near are a warning: images, counted beside the build in the one list that there is', async () => {
    // Nobody waits for the count: the scan takes longer than 95 answers do.
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: {
        phases: [
          { afterMs: 0, status: 'IN_PROGRESS' },
          { afterMs: 3000, status: 'COMPLETE', findings: 'all' },
        ],
      },
    });
    const lists = '"tagStatus":"ANY"';
    for (let page = 1; page <= 95; page += 1)
      ecr.addFault({
        operation: 'DescribeImages',
        about: lists,
        times: 1,
        body: JSON.stringify({
          imageDetails: Array.from({ length: 1000 }, () => ({})),
          ...(page < 95 && { nextToken: String(page) }),
        }),
        contentType: 'application/x-amz-json-1.1',
      });
    const { main } = await ship();
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain(
      "team/app has 95,000 images, and ECR's default quota is 100,000, with which nothing more can be pushed.",
    );
    expect(ecr.requests.filter(({ body }) => body.includes(lists))).toHaveLength(95);
  });

  test('that are near are a warning: signatures, before the next one is made', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const first = await ship();
    expect([first.main.exitCode, first.main.errors]).toEqual([0, []]);
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const signatures = Array.from({ length: 93 }, (_, n) =>
      JSON.stringify({
        schemaVersion: 2,
        artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
        subject: { mediaType, digest: first.main.outputs['digest'], size: 1 },
        annotations: { n: String(n) },
      }),
    );
    ecr.seed('team/app', { manifests: signatures.map((body) => ({ mediaType, body })), blobs: [] });
    const says = 'the image has 93 of the 100 signatures, attestations and other referrers';

    const again = await ship();
    expect([again.main.exitCode, again.main.errors, again.main.outputs['reused']]).toEqual([0, [], 'true']);
    expect(again.main.log).toContain(says);
    expect(countOf(ecr, 'ListImageReferrers')).toBe(0);

    const published = await ship({ mode: 'publish', labels: '', from: 'latest', tags: 'production' });
    expect([published.main.exitCode, published.main.errors]).toEqual([0, []]);
    expect(published.main.log).toContain(says);
    expect(countOf(ecr, 'ListImageReferrers')).toBe(2);
  });

  test('an image that may have no more tags', async () => {
    const { ecr, ship } = await scene(engine('containerd'), { scenario: { quotas: { tagsPerImage: 2 } } });
    const { main } = await ship({ tags: 'v1\nv2\nv3', 'result-file': 'result.json' });
    expect(onlyError(main)).toContain('The image has as many tags as it may have');
    expect(Object.keys(ecr.tags('team/app')).length).toBeLessThan(3);
  });

  test('a repository that may have no more images answers with a 403, which is told as what it is', async () => {
    // Docker 20.10 shows what the registry says; the containerd store shows the status, and the front has the words.
    for (const name of ['classic', 'containerd'] as const) {
      const { ecr, ship } = await scene(engine(name), { scenario: { quotas: { imagesPerRepository: 1 } } });
      ecr.seedImage('team/app', 'old', 'x');
      const { main } = await ship();
      expect(onlyError(main)).toMatch(/has as many images as it may have.*lifecycle policy/s);
      expect(main.outputs['error-code']).toBe('quota-reached');
      expect(Object.keys(ecr.tags('team/app'))).toEqual(['old']);
    }
  });
});
