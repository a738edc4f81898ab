import type {
  Archive,
  Blobs,
  Clock,
  Images,
  Log,
  Manifests,
  OpenRepository,
  Scanner,
  Tags,
} from '../../../src/ports.ts';
import type { Repository } from '../../../src/types/image.ts';
import { repository } from './values.ts';

/** A clock on which sleeping takes no time: when all work rests, it jumps to the first sleeper's end. */
export function fakeClock(startsAt = 1_000_000): Clock {
  let now = startsAt;
  let ticking = false;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const tick = () => {
    sleepers.sort((a, b) => a.at - b.at);
    const next = sleepers.shift();
    if (next !== undefined) {
      now = Math.max(now, next.at);
      next.wake();
    }
    ticking = sleepers.length > 0;
    if (ticking) setImmediate(tick);
  };
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ at: now + ms, wake: resolve });
        if (!ticking) setImmediate(tick);
        ticking = true;
      }),
  };
}

/** A log that keeps its lines. */
export function fakeLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (level: string) => (text: string) => {
    lines.push(`${level}: ${text}`);
  };
  return {
    lines,
    info: keep('info'),
    debug: keep('debug'),
    notice: keep('notice'),
    warning: keep('warning'),
    group: async (title, work) => {
      lines.push(`group: ${title}`);
      return work();
    },
  };
}

/** What a repository of a test does, call by call. */
export interface Behaviour {
  readonly now: OpenRepository['now'];
  readonly readManifests: Manifests['read'];
  readonly readBlob: Manifests['readBlob'];
  readonly writeManifest: Manifests['write'];
  readonly hasBlob: Blobs['has'];
  readonly openBlob: Blobs['open'];
  readonly bringBlob: Blobs['bring'];
  readonly describeImages: Images['describe'];
  readonly listImages: Images['list'];
  readonly readTagged: Tags['read'];
  readonly listTags: Tags['list'];
  readonly putManifest: Tags['set'];
  readonly removeTag: Tags['remove'];
  readonly readScanSettings: Scanner['settings'];
  readonly startScan: Scanner['start'];
  readonly readScan: Scanner['read'];
  /** Without it nothing is archived there. */
  readonly restore: Archive['restore'];
}

/** A repository that does what the test says; any other call is an error that names it. */
export function fakeRepository(
  behaviour: Partial<Behaviour>,
  facts: Repository = repository,
): OpenRepository {
  const unexpected = (call: string) => () => Promise.reject(new Error(`${call} was not expected`));
  const does = <K extends keyof Behaviour>(call: K): Behaviour[K] =>
    behaviour[call] ?? (unexpected(call) as unknown as Behaviour[K]);
  return {
    ...facts,
    now: behaviour.now ?? (() => 0),
    manifests: { read: does('readManifests'), readBlob: does('readBlob'), write: does('writeManifest') },
    blobs: { has: does('hasBlob'), open: does('openBlob'), bring: does('bringBlob') },
    images: { describe: does('describeImages'), list: does('listImages') },
    tags: {
      read: does('readTagged'),
      list: does('listTags'),
      set: does('putManifest'),
      remove: does('removeTag'),
    },
    ...(behaviour.restore !== undefined && { archive: { restore: behaviour.restore } }),
    scanner: { settings: does('readScanSettings'), start: does('startScan'), read: does('readScan') },
  };
}
