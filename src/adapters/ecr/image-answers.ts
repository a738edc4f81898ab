import type { ImageFacts, ImageId, ListedImage } from '../../ports.ts';
import { parseDigest } from '../../types/digest.ts';
import type { Tag } from '../../types/names.ts';
import { badAnswer, type ServiceName } from '../aws/aws-errors.ts';

/** DescribeImages of a repository: both kinds of registry have it, with the same form of answer. */
export interface Describing {
  readonly service: ServiceName;
  readonly ask: (wanted: Wanted) => Promise<Answer>;
  /** Whether an error says that an image does not exist. */
  readonly isAbsent: (error: unknown) => boolean;
}

/** What to ask DescribeImages for: images by name, or a page of all of them. */
interface Wanted {
  readonly imageIds?: { readonly imageDigest?: string; readonly imageTag?: string }[];
  readonly maxResults?: number;
  readonly nextToken?: string;
}

interface Answer {
  readonly imageDetails?: readonly Detail[] | undefined;
  readonly nextToken?: string | undefined;
}

/** What is read about one image. ECR Public has no archive, and gives no subject. */
interface Detail {
  readonly imageDigest?: string | undefined;
  readonly imageTags?: readonly string[] | undefined;
  readonly imageManifestMediaType?: string | undefined;
  readonly imagePushedAt?: Date | undefined;
  readonly imageStatus?: string | undefined;
  readonly subjectManifestDigest?: string | undefined;
}

/** DescribeImages accepts 1 to 100 identifiers. Source: API references of ECR and ECR Public. */
const mostIds = 100;

/** Facts about images; missing images are left out. */
export async function describeEach(
  describing: Describing,
  ids: readonly ImageId[],
): Promise<readonly ImageFacts[]> {
  if (ids.length > mostIds) {
    const first = await describeEach(describing, ids.slice(0, mostIds));
    return [...first, ...(await describeEach(describing, ids.slice(mostIds)))];
  }
  if (ids.length === 0) return [];
  try {
    const imageIds = ids.map((id) => ('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag }));
    const { imageDetails = [] } = await describing.ask({ imageIds });
    return imageDetails.map((detail) => imageFacts(detail, describing.service));
  } catch (error) {
    // One missing image makes the whole call fail, and the answer does not always say which.
    if (!describing.isAbsent(error)) throw error;
    if (ids.length === 1) return [];
    const each = await Promise.all(ids.map((id) => describeEach(describing, [id])));
    return each.flat();
  }
}

function imageFacts(detail: Detail, service: ServiceName): ImageFacts {
  const digest = parseDigest(detail.imageDigest ?? '');
  if (digest === undefined) throw badAnswer('DescribeImages', 'an image without a digest', service);
  return {
    digest,
    tags: detail.imageTags ?? [],
    mediaType: detail.imageManifestMediaType,
    pushedAt: detail.imagePushedAt?.getTime() ?? 0,
    ...(detail.imageStatus === 'ARCHIVED' && { archive: 'archived' }),
    ...(detail.imageStatus === 'ACTIVATING' && { archive: 'activating' }),
  };
}

/** A repository holds at most 100,000 images unless AWS raises that; ten times as many means an answer without end. */
const mostPages = 1000;

/** The images of a repository, a thousand per answer, for as long as the caller wants more. */
export async function* listEach({ service, ask }: Describing): AsyncGenerator<readonly ListedImage[]> {
  const seen = new Set<string>();
  let nextToken: string | undefined;
  do {
    const answer = await ask({ maxResults: 1000, ...(nextToken !== undefined && { nextToken }) });
    yield (answer.imageDetails ?? []).map(({ imageTags: tags = [], subjectManifestDigest = '' }) => ({
      tags,
      subject: parseDigest(subjectManifestDigest),
    }));
    // An empty token also ends a list.
    nextToken = answer.nextToken || undefined;
    if (nextToken !== undefined && (seen.has(nextToken) || seen.size >= mostPages))
      throw badAnswer('DescribeImages', 'pages of images that have no end', service);
    if (nextToken !== undefined) seen.add(nextToken);
  } while (nextToken !== undefined);
}

/** Every tag of the images that are listed. */
export async function tagsOfEach(describing: Describing): Promise<string[]> {
  const tags: string[] = [];
  for await (const page of listEach(describing)) tags.push(...page.flatMap((image) => image.tags));
  return tags;
}

/** The answer of BatchDeleteImage. */
interface Removal {
  readonly imageIds?: readonly { readonly imageTag?: string | undefined }[] | undefined;
  readonly failures?:
    | readonly {
        readonly failureCode?: string | undefined;
        readonly failureReason?: string | undefined;
      }[]
    | undefined;
}

/** Whether a tag was removed, by the answer: one that names nothing has removed nothing. */
export function removalOf(
  { imageIds = [], failures = [] }: Removal,
  tag: Tag,
  service: ServiceName,
): 'removed' | 'absent' {
  if (imageIds.some(({ imageTag }) => imageTag === tag)) return 'removed';
  const [failure] = failures;
  if (failure === undefined)
    throw badAnswer('BatchDeleteImage', `nothing of ${tag}, which was to be removed`, service);
  const { failureCode = 'a failure', failureReason = '' } = failure;
  if (failureCode === 'ImageNotFound') return 'absent';
  throw badAnswer('BatchDeleteImage', `${failureCode}: ${failureReason}`, service);
}
