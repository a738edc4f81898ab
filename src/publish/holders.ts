import type { Registry } from '../ports.ts';
import { formatRecord, parseRecord, recordLabel, revisionLabel } from '../types/build-record.ts';
import type { Holder } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import type { Repository, StoredManifest } from '../types/image.ts';
import { parseManifest, platformOfConfig } from './manifest.ts';

/** Reads of each image for which platforms it is, and from which commit it says it was made. */
export async function readHolders(
  repository: Repository,
  images: readonly StoredManifest[],
  registry: Registry,
): Promise<ReadonlyMap<Digest, Holder>> {
  const distinct = new Map(images.map((image) => [image.digest, image]));
  const holders = await Promise.all(
    [...distinct.values()].map((image) => readHolder(repository, image, registry)),
  );
  return new Map(holders.map((holder) => [holder.digest, holder]));
}

async function readHolder(
  repository: Repository,
  image: StoredManifest,
  registry: Registry,
): Promise<Holder> {
  const unknown = (why: string): Holder => ({
    digest: image.digest,
    isReadable: false,
    revision: { kind: 'unknown', why },
    record: undefined,
    version: undefined,
    platforms: [],
  });
  const manifest = parseManifest(image);
  if (manifest === undefined) return unknown('it is not a container image');
  if (manifest.kind === 'manifest') {
    const config = await registry.readBlob(repository, manifest.config.digest);
    if (config === undefined) return unknown(unreadable);
    const platform = platformOfConfig(config);
    const platforms = platform === undefined ? [] : [platform];
    return { digest: image.digest, isReadable: true, ...describedBy(config), platforms };
  }
  const entries = manifest.entries.filter((entry) => entry.isImage);
  const platforms = entries.flatMap(({ platform }) => (platform === undefined ? [] : [platform]));
  const manifests = await registry.readManifests(
    repository.name,
    entries.map((entry) => entry.digest),
  );
  const described = await Promise.all(manifests.map((one) => readHolder(repository, one, registry)));
  const [first, ...others] = described;
  if (first === undefined) return unknown('its index lists no image that is there');
  const mute = described.find(({ isReadable }) => !isReadable);
  if (mute !== undefined) return { ...mute, digest: image.digest, platforms };
  // One build makes all platforms of an index, and labels them all alike; what somebody put together is no such image.
  const isOne = described.length === entries.length && others.every((other) => saysTheSame(other, first));
  return isOne
    ? { ...first, digest: image.digest, platforms }
    : { ...unknown('its platforms were made from different things'), isReadable: true, platforms };
}

function saysTheSame(one: Holder, other: Holder): boolean {
  const textOf = ({ record, revision }: Holder) => JSON.stringify([record && formatRecord(record), revision]);
  return textOf(one) === textOf(other);
}

const unreadable =
  'its config cannot be read; grant ecr:GetDownloadUrlForLayer on the repository to the role of this job';

/** What an image's own labels say of it; whoever may push to the repository may write them. */
export function describedBy(config: string): Pick<Holder, 'revision' | 'record' | 'version'> {
  const labels = labelsOf(config);
  const label = (name: string) => {
    const value = Object.hasOwn(labels, name) ? labels[name] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const revision = label(revisionLabel);
  return {
    revision:
      revision === undefined
        ? { kind: 'unknown', why: `it has no label ${revisionLabel}` }
        : { kind: 'known', commit: revision },
    record: parseRecord(label(recordLabel) ?? ''),
    version: label('org.opencontainers.image.version'),
  };
}

/** Source: OCI image specification, config.md: `config.Labels`. */
function labelsOf(config: string): Readonly<Record<string, unknown>> {
  try {
    const parsed = JSON.parse(config) as {
      config?: { Labels?: Record<string, unknown> | null } | null;
    } | null;
    return parsed?.config?.Labels ?? {};
  } catch {
    return {};
  }
}
