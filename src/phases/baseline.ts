import { verifyImage } from '../publish/verify.ts';
import type { Phase } from '../run.ts';
import { scanImage } from '../scan/scan-image.ts';
import type { Baseline, BaselineImage } from '../types/baseline.ts';
import type { TagDecision } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Inputs } from '../types/inputs.ts';
import type { Tag } from '../types/names.ts';
import { clause } from '../types/text.ts';
import type { Target } from './opening.ts';

/** The baseline was scanned when it was shipped, so a scan that is still missing gets less time than a new image's. */
const mostPatienceMs = 120_000;

/** If the verdict does not depend on the comparison, a missing scan is hardly waited for. */
const tellingPatienceMs = 20_000;

/**
 * Finds the image to compare with: the one to which the first existing tag of `given` points, or, without `given`,
 * the one to which the first moving tag of the run pointed at login, before this run sets any. A tag that is kept
 * back comes last, because its image is no predecessor. From here on the image is known by its digest, so a tag that
 * moves meanwhile changes nothing.
 */
export function findBaseline(
  tags: readonly TagDecision[],
  given: readonly Tag[] | undefined,
  { tagged, archived = new Map() }: Seen,
): BaselineImage | undefined {
  const archivedImage = (tag: Tag): BaselineImage | undefined => {
    const digest = archived.get(tag);
    return digest && { tag, digest, isArchived: true };
  };
  if (given !== undefined) {
    for (const tag of given) {
      const image = tagged.get(tag);
      if (image !== undefined) return { tag, digest: image.digest };
      if (archived.has(tag)) return archivedImage(tag);
    }
    return undefined;
  }
  const moving = tags.filter(({ planned }) => planned.kind === 'moving');
  const keptBack = moving.filter(({ state }) => state === 'kept-back');
  for (const { planned, holder } of [...moving.filter(({ state }) => state !== 'kept-back'), ...keptBack])
    if (holder !== undefined) return { tag: planned.tag, digest: holder };
  for (const { planned } of moving) if (archived.has(planned.tag)) return archivedImage(planned.tag);
  return undefined;
}

/** To what the tags of a repository point. */
interface Seen {
  readonly tagged: ReadonlyMap<Tag, { readonly digest: Digest }>;
  /** Tags whose images are archived. */
  readonly archived?: ReadonlyMap<Tag, Digest>;
}

/** What reading the baseline needs. */
interface BaselineOrder {
  readonly image: BaselineImage | undefined;
  readonly target: Pick<Target, 'repository' | 'scanSettings'>;
  readonly inputs: Pick<Inputs, 'scanTimeoutMs' | 'build'>;
  /** Whether the verdict depends on it. */
  readonly decides: boolean;
}

/**
 * Why an archived baseline is not read, as a clause: restoring it takes minutes and money, and nobody asked for the
 * image.
 */
export const archivedBaseline = 'it is archived, and an image is not restored just to be compared with';

/**
 * All findings of the baseline. If they cannot be read completely it does not throw: every finding then counts as
 * new, and the result says so.
 */
export const readingBaseline: Phase<BaselineOrder, Baseline> = {
  name: 'baseline',
  title: 'Scan of the baseline',
  async run({ image, target, inputs, decides }, { ports }) {
    if (image === undefined) return { kind: 'absent' };
    if (image.isArchived === true) return { kind: 'unreadable', image, why: archivedBaseline };
    const { repository, scanSettings: settings } = target;
    ports.log.info(`Comparing with ${image.tag}, which pointed to ${image.digest} at login.`);
    const timeoutMs = Math.min(inputs.scanTimeoutMs, decides ? mostPatienceMs : tellingPatienceMs);
    const candidate = { digest: image.digest, tag: undefined, platform: inputs.build.platforms[0] };
    try {
      const found = await verifyImage(repository, candidate, ports);
      const scan = await scanImage({ repository, image: found, settings, timeoutMs }, ports);
      if (scan.kind === 'complete') return { kind: 'read', image, platforms: scan.platforms };
      const gaps = (scan.kind === 'off' ? [] : scan.platforms).flatMap((platform) =>
        platform.outcome === 'incomplete' ? [`${platform.platform}: ${platform.detail}`] : [],
      );
      return { kind: 'unreadable', image, why: gaps.join('; ') };
    } catch (error) {
      if (!(error instanceof ShipError)) throw error;
      return { kind: 'unreadable', image, why: clause(error.what) };
    }
  },
};
