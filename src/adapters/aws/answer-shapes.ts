import { badAnswer, type ServiceName } from './aws-errors.ts';

/** What a member of an answer is promised to be. */
type Kind = 'text' | 'texts' | 'object' | 'objects' | 'time';

/**
 * The members that are read, wherever they stand: in these APIs a name is of one kind. The SDK passes on whatever comes.
 * Source: API references of ECR and ECR Public, data types.
 */
const common: Readonly<Record<string, Kind>> = {
  aliases: 'objects',
  authorizationToken: 'text',
  destinations: 'objects',
  digest: 'text',
  encryptionConfiguration: 'object',
  encryptionType: 'text',
  expiresAt: 'time',
  failureCode: 'text',
  failureReason: 'text',
  failures: 'objects',
  filter: 'text',
  image: 'object',
  imageDetails: 'objects',
  imageDigest: 'text',
  imageId: 'object',
  imageIds: 'objects',
  imageManifest: 'text',
  imageManifestMediaType: 'text',
  imagePushedAt: 'time',
  imageStatus: 'text',
  imageTag: 'text',
  imageTagMutability: 'text',
  imageTagMutabilityExclusionFilters: 'objects',
  imageTags: 'texts',
  images: 'objects',
  kmsKey: 'text',
  lifecyclePolicyText: 'text',
  name: 'text',
  nextToken: 'text',
  policyText: 'text',
  proxyEndpoint: 'text',
  referrers: 'objects',
  region: 'text',
  registries: 'objects',
  registryId: 'text',
  registryUri: 'text',
  replicationConfiguration: 'object',
  replicationStatuses: 'objects',
  repositories: 'objects',
  repository: 'object',
  repositoryArn: 'text',
  repositoryFilters: 'objects',
  repositoryName: 'text',
  repositoryUri: 'text',
  rules: 'objects',
  scanFrequency: 'text',
  scanType: 'text',
  scanningConfiguration: 'object',
  scanningConfigurations: 'objects',
  status: 'text',
  subjectManifestDigest: 'text',
};

const kindsOf: Readonly<Record<ServiceName, ReadonlyMap<string, Kind>>> = {
  ecr: new Map([...Object.entries(common), ['authorizationData', 'objects']]),
  'ecr-public': new Map([...Object.entries(common), ['authorizationData', 'object']]),
};

/** What they say of a scan is evidence, and held against more than this where it is read. */
const judgedElsewhere: readonly string[] = ['DescribeImageScanFindings', 'StartImageScan'];

const kindWords: Readonly<Record<Kind, string>> = {
  text: 'text',
  texts: 'a list of texts',
  object: 'an object',
  objects: 'a list of objects',
  time: 'a time',
};

/**
 * An answer whose members are what they are promised to be, so that nothing further on stumbles over them; `null` is what
 * is not there. Throws `registry-failed`.
 */
export function wellFormed<Answer>(answer: Answer, action: string, service: ServiceName): Answer {
  if (judgedElsewhere.includes(action) || !isObject(answer)) return answer;
  const kinds = kindsOf[service];
  const member = (name: string, value: unknown): unknown => {
    const kind = kinds.get(name);
    if (kind === undefined) return value;
    if (!isOf(kind, value)) throw badAnswer(action, `${name} that is not ${kindWords[kind]}`, service);
    if (kind === 'object') return members(value as object);
    return kind === 'objects' ? (value as object[]).map(members) : value;
  };
  const members = (value: object): object =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([, one]) => one !== null && one !== undefined)
        .map(([name, one]) => [name, member(name, one)]),
    );
  return members(answer) as Answer;
}

function isOf(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'object':
      return isObject(value);
    case 'objects':
      return Array.isArray(value) && value.every(isObject);
    case 'time':
      return value instanceof Date && !Number.isNaN(value.getTime());
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
