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

/** The baseline was scanned when it was shipped; what is still missing is not waited for as long as a new image's scan. */
const mostPatienceMs = 120_000;

/** Where the comparison is only told, nobody waits for what is missing. */
const tellingPatienceMs = 20_000;

/**
 * The image that the first of the tags given that is there points to, or else, without any, the one that the first moving tag of the run pointed to at login,
 * before this run sets any. A tag that a higher version keeps back comes last: what it points to is no predecessor. From
 * here on the image is known by its digest, so that a tag that moves meanwhile changes nothing.
 */
export function findBaseline(
  names: readonly TagDecision[],
  given: readonly Tag[] | undefined,
  { tagged, archived = new Map() }: Seen,
): BaselineImage | undefined {
  const away = (tag: Tag): BaselineImage | undefined => {
    const digest = archived.get(tag);
    return digest && { tag, digest, isArchived: true };
  };
  if (given !== undefined) {
    for (const tag of given) {
      const image = tagged.get(tag);
      if (image !== undefined) return { tag, digest: image.digest };
      if (archived.has(tag)) return away(tag);
    }
    return undefined;
  }
  const moving = names.filter(({ name }) => name.kind === 'moving');
  const keptBack = moving.filter(({ state }) => state === 'kept-back');
  for (const { name, holder } of [...moving.filter(({ state }) => state !== 'kept-back'), ...keptBack])
    if (holder !== undefined) return { tag: name.tag, digest: holder };
  for (const { name } of moving) if (archived.has(name.tag)) return away(name.tag);
  return undefined;
}

/** What the tags of a repository were seen to point to. */
interface Seen {
  readonly tagged: ReadonlyMap<Tag, { readonly digest: Digest }>;
  /** Those whose images are archived. */
  readonly archived?: ReadonlyMap<Tag, Digest>;
}

/** What the baseline is read with. */
export interface BaselineOrder {
  readonly image: BaselineImage | undefined;
  readonly target: Pick<Target, 'repository' | 'scanSettings'>;
  readonly inputs: Pick<Inputs, 'scanTimeoutMs' | 'build'>;
  /** Whether the verdict depends on it. */
  readonly decides: boolean;
}

/** Why a baseline is not read: a restore takes minutes and money, and nobody asked for the image. A clause. */
export const archivedBaseline = 'it is archived, and an image is not restored just to be compared with';

/**
 * All findings of the baseline. Never throws because they cannot be read in full: then everything counts as new,
 * which the result says.
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
