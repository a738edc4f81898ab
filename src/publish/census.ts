import type { Log, OpenRepository, RepositoryPorts } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { asShipError } from '../types/errors.ts';
import { quotas } from '../types/quota.ts';

/**
 * What has been counted in a repository so far. It goes on beside the run, which never waits for it: whatever is not known when
 * somebody asks is not said.
 */
export interface Census {
  readonly repository: Pick<OpenRepository, 'name'>;
  /** Undefined where nobody counts them. */
  readonly images: () => { readonly count: number; readonly isWhole: boolean } | undefined;
  /** How many signatures, attestations and others are attached to an image. */
  readonly referrersOf: (digest: Digest) => number;
}

/** A census that goes through all images. */
export interface FullCensus extends Census {
  /** The tags of the first ten thousand images. Throws what every call throws. */
  readonly firstTags: Promise<readonly string[]>;
}

/** Where a repository has more images than these, the first tags are those of these. In thousands. */
const firstPages = 10;

/**
 * Goes through the images of a repository, a thousand a request, one request at a time: one is all that most repositories take.
 * It ends where there are more than the quota is by default, for then the account has another one.
 */
export function takeCensus({ images, name }: OpenRepository, log: Log): FullCensus {
  const referrers = new Map<Digest, number>();
  const tags: string[] = [];
  let count = 0;
  let isWhole = false;
  const pages = images.list()[Symbol.asyncIterator]();
  /** Gives whether there is more. */
  const readPage = async (): Promise<boolean> => {
    const page = await pages.next();
    if (page.done === true) {
      isWhole = true;
      return false;
    }
    count += page.value.length;
    for (const { subject } of page.value)
      if (subject !== undefined) referrers.set(subject, (referrers.get(subject) ?? 0) + 1);
    tags.push(...page.value.flatMap((image) => image.tags));
    return count <= quotas.images.most;
  };
  const first = (async () => {
    let isMore = true;
    for (let page = 0; isMore && page < firstPages; page += 1) isMore = await readPage();
    return isMore;
  })();
  const rest = async (isMore: boolean) => {
    while (isMore && (await readPage())) tags.length = 0;
  };
  const firstTags = first.then(() => [...tags]);
  first.then(rest).catch((error: unknown) => {
    log.debug(`The images of ${name} were not counted to the end: ${asShipError(error).what}`);
  });
  return {
    repository: { name },
    images: () => ({ count, isWhole }),
    referrersOf: (digest) => referrers.get(digest) ?? 0,
    firstTags,
  };
}

/**
 * Counts what is attached to one image that was there before, where the registry says it and this role may ask. Never fails, and
 * takes a few seconds at most.
 */
export async function countReferrers(
  { name, referrers }: Pick<OpenRepository, 'name'> & Pick<RepositoryPorts, 'referrers'>,
  digest: Digest,
  log: Log,
): Promise<Census> {
  const count = await (referrers?.count(digest) ?? Promise.resolve(0)).catch((error: unknown) => {
    log.debug(`What is attached to ${digest} was not counted: ${asShipError(error).what}`);
    return 0;
  });
  return {
    repository: { name },
    images: () => undefined,
    referrersOf: (asked) => (asked === digest ? count : 0),
  };
}
