import { describe, expect, test } from '@jest/globals';
import { findingOperations } from '../../../local-ecr/api-findings.ts';
import { imageOperations } from '../../../local-ecr/api-images.ts';
import { startFindingLists } from '../../../local-ecr/finding-lists.ts';
import { startLists } from '../../../local-ecr/lists.ts';
import type { Operation } from '../../../local-ecr/operation.ts';
import { parametersOf } from '../../../local-ecr/parameters.ts';
import type { Registry } from '../../../local-ecr/registry.ts';
import { emptyScenario, type Scenario, type ScenarioFinding } from '../../../local-ecr/scenario.ts';
import { dictionary, type ImageState, type RepositoryState } from '../../../local-ecr/state.ts';
import { tagMap } from '../../../local-ecr/tag-map.ts';

/** An object of which every member that is read is counted. */
function counted<T extends object>(target: T): { readonly value: T; readonly reads: () => number } {
  let reads = 0;
  const value = new Proxy(target, {
    get(object, name) {
      if (typeof name === 'string' && name !== 'length') reads += 1;
      return Reflect.get(object, name) as unknown;
    },
  });
  return { value, reads: () => reads };
}

const count = 2000;
const numbers = [...Array(count).keys()];
const digestOf = (n: number) => `sha256:${n.toString(16).padStart(64, '0')}`;
const mediaType = 'application/vnd.oci.image.manifest.v1+json';

function registryOf(repository: RepositoryState, scenario: Partial<Scenario> = {}): Registry {
  const lists = startLists();
  // What these operations do not use is left out, so that a test fails where they begin to.
  return {
    accountId: '123456789012',
    region: 'eu-west-1',
    clock: { now: () => 1_000_000 },
    state: {
      repositories: dictionary({ [repository.name]: repository }),
      scanType: 'BASIC',
      scanRules: [],
      accountSettings: {},
      signingKey: '',
    },
    lists,
    findingsOf: startFindingLists(),
    scenario: { ...emptyScenario, ...scenario },
    save: () => lists.forget(),
  } as unknown as Registry;
}

function repositoryOf(
  images: Record<string, ImageState>,
  tags: Readonly<Record<string, string>> = {},
): RepositoryState {
  return {
    name: 'team/app',
    createdAt: 0,
    imageTagMutability: 'MUTABLE',
    exclusionFilters: [],
    scanOnPush: false,
    resourceTags: {},
    images,
    tags: tagMap(tags),
    blobs: {},
  };
}

/** All pages of an operation, one after the other. */
async function pages(
  operation: Operation | undefined,
  registry: Registry,
  body: object,
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let nextToken: unknown;
  do {
    const parameters = parametersOf({ repositoryName: 'team/app', ...body, nextToken });
    const call = { registry, parameters, host: 'h', caller: {} } as Parameters<Operation>[0];
    const answer = (await operation?.(call)) as Record<string, unknown>;
    found.push(answer);
    nextToken = answer['nextToken'];
  } while (nextToken !== undefined);
  return found;
}

describe('pages of findings', () => {
  const every = counted(numbers.map((n): ScenarioFinding => ({ id: `CVE-${String(n)}`, severity: 'LOW' })));
  const image = {
    digest: digestOf(1),
    mediaType,
    body: '{}',
    pushedAt: 0,
    scans: { BASIC: { startedAt: 0 } },
  };

  test('each finding is looked at once, however many pages there are', async () => {
    const registry = registryOf(repositoryOf({ [image.digest]: image }), {
      results: [{ match: {}, findings: every.value }],
    });
    const body = { imageId: { imageDigest: image.digest }, maxResults: 10 };
    const answers = await pages(findingOperations['DescribeImageScanFindings'], registry, body);
    expect(answers).toHaveLength(count / 10);
    const names = answers.flatMap(({ imageScanFindings }) =>
      (imageScanFindings as { findings: { name: string }[] }).findings.map(({ name }) => name),
    );
    expect(names).toEqual(numbers.map((n) => `CVE-${String(n)}`));
    expect(answers.at(-1)?.['imageScanFindings']).toMatchObject({ findingSeverityCounts: { LOW: count } });
    expect(every.reads()).toBe(count);
  });
});

describe('pages of images', () => {
  const made = () => {
    const images = counted(
      dictionary(
        Object.fromEntries(
          numbers.map((n) => [digestOf(n), { digest: digestOf(n), mediaType, body: '{}', pushedAt: 0 }]),
        ),
      ),
    );
    // Every other image has a tag, the first one a second.
    const tags = Object.fromEntries(
      numbers.filter((n) => n % 2 === 0).map((n) => [`v${String(n)}`, digestOf(n)]),
    );
    const repository = repositoryOf(images.value, { ...tags, latest: digestOf(0) });
    return { images, repository, registry: registryOf(repository) };
  };

  test.each([
    { operation: 'ListImages', member: 'imageIds', tagStatus: 'ANY', expected: count + 1 },
    { operation: 'ListImages', member: 'imageIds', tagStatus: 'TAGGED', expected: count / 2 + 1 },
    { operation: 'DescribeImages', member: 'imageDetails', tagStatus: 'UNTAGGED', expected: count / 2 },
  ])(
    '$operation of $tagStatus ones: each image is looked at once, however many pages there are',
    async ({ operation, member, tagStatus, expected }) => {
      const { images, registry } = made();
      const answers = await pages(imageOperations[operation], registry, {
        maxResults: 10,
        filter: { tagStatus },
      });
      expect(answers.flatMap((answer) => answer[member])).toHaveLength(expected);
      expect(images.reads()).toBe(count);
    },
  );

  test('a change is seen by the next request', async () => {
    const { registry, repository } = made();
    const listed = async () => {
      const [first] = await pages(imageOperations['ListImages'], registry, {
        maxResults: 1000,
        filter: { tagStatus: 'TAGGED' },
      });
      return first?.['imageIds'];
    };
    await listed();
    repository.tags.set('new', digestOf(1));
    registry.save();
    expect(await listed()).toContainEqual({ imageDigest: digestOf(1), imageTag: 'new' });
  });
});

describe('tagMap', () => {
  test('a tag names one digest, a digest has its tags, and what is saved is read back', () => {
    const tags = tagMap({ b: 'x', constructor: 'y', ['__proto__']: 'x' });
    tags.set('a', 'x');
    tags.set('b', 'y');
    tags.remove('nothing');
    expect(tags.of('x')).toEqual(['__proto__', 'a']);
    expect(tags.of('y')).toEqual(['b', 'constructor']);
    expect([tags.countOf('y'), tags.countOf('z')]).toEqual([2, 0]);
    tags.remove('a');
    expect([tags.digestOf('a'), tags.digestOf('constructor')]).toEqual([undefined, 'y']);
    const again = tagMap(JSON.parse(JSON.stringify(tags)) as Record<string, string>);
    expect(again.names()).toEqual(['__proto__', 'b', 'constructor']);
    expect(again.of('x')).toEqual(['__proto__']);
  });

  test('the sorted list of all is made once, and anew after a change', () => {
    const tags = tagMap({ b: 'x', a: 'x' });
    const first = tags.names();
    expect(tags.names()).toBe(first);
    tags.set('c', 'y');
    expect(tags.names()).toEqual(['a', 'b', 'c']);
  });
});
