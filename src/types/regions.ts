import { nearestWord } from './nearest.ts';
import { parseRegion, type Region } from './names.ts';

/**
 * Regions with ECR, only for hints: a region that is missing here may be new, and its endpoint decides.
 * Source: AWS General Reference, "Amazon ECR endpoints and quotas".
 */
const knownRegions = (
  'us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ' +
  'ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ' +
  'ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 ' +
  'eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-gov-east-1 us-gov-west-1 ' +
  'cn-north-1 cn-northwest-1 eusc-de-east-1'
).split(' ');

/** The region whose name is nearest to the text; undefined if none is near, or the text is a known region. */
export function nearestRegion(text: string): string | undefined {
  const given = text
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, '-');
  if (knownRegions.includes(text)) return undefined;
  // An availability zone, or a name without its number, belongs to its region.
  const begins = knownRegions.find((region) => given.startsWith(region) || region.startsWith(`${given}-`));
  return begins ?? nearestWord(given, knownRegions, 3);
}

/**
 * The region of ECR Public's API, whatever the region of everything else: it gives logins nowhere else, and its
 * repositories belong to no region.
 * Source: ECR Public user guide, "Registry authentication"; AWS General Reference, ecr-public.
 */
export const publicRegion = parseRegion('us-east-1') as Region;

/**
 * The partition of a region, which decides the names of ECR's hosts.
 * Source: aws-sdk, partitions.json, regionRegex of each partition.
 */
export function partitionOf(region: string): Partition {
  return partitions.find(([begins]) => region.startsWith(begins))?.[1] ?? 'aws';
}

/**
 * The domain of a region's console; undefined if it is not known (isolated partitions).
 * Source: AWS documentation of each partition's console ("Getting started with the AWS Management Console").
 */
export function consoleOf(region: string): string | undefined {
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  return consoles[partitionOf(region)];
}

const consoles: Partial<Record<Partition, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

export type Partition = 'aws' | 'aws-cn' | 'aws-eusc' | 'aws-iso' | 'aws-iso-b' | 'aws-iso-e' | 'aws-iso-f';

const partitions: readonly (readonly [string, Partition])[] = [
  ['cn-', 'aws-cn'],
  ['eusc-', 'aws-eusc'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-iso-', 'aws-iso'],
];
