import type { Log, OpenRepository, RepositoryPorts } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { asShipError } from '../types/errors.ts';
import { quotas } from '../types/quota.ts';

/**
 * What has been counted in a repository so far. The run never waits for the count: whatever is not known when it is
 * needed is left out.
 */
export interface Census {
  readonly repository: Pick<OpenRepository, 'name'>;
  /** Undefined if nobody counts them. */
  readonly images: () => { readonly count: number; readonly isWhole: boolean } | undefined;
  /** How many signatures, attestations and the like are attached to an image. */
  readonly referrersOf: (digest: Digest) => number;
}

/** A census of all images. */
interface FullCensus extends Census {
  /** The tags of the first ten thousand images. Throws what every call throws. */
  readonly firstTags: Promise<readonly string[]>;
}

/** How many pages of a thousand images contribute to the first tags. */
const firstPages = 10;

/**
 * Goes through a repository's images, one request for a thousand at a time; most repositories need only one. Stops
 * once there are more than the default quota, because the account then has a higher one.
 */
export function takeCensus({ images, name }: OpenRepository, log: Log): FullCensus {
  const referrers = new Map<Digest, number>();
  const tags: string[] = [];
  let count = 0;
  let isWhole = false;
  const pages = images.list()[Symbol.asyncIterator]();
  /** Returns whether there are more. */
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
 * Counts what is attached to an image from before this run, if the registry tells and this role may ask. Never
 * throws, and takes a few seconds at most.
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
