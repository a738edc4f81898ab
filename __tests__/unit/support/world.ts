import type { Clock, Log, Registry } from '../../../src/ports.ts';

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

/** A registry that does what the test says; any other call is an error that names it. */
export function fakeRegistry(behaviour: Partial<Registry>): Registry {
  const unexpected = (call: string) => () => Promise.reject(new Error(`${call} was not expected`));
  return {
    authorize: unexpected('authorize'),
    callerArn: unexpected('callerArn'),
    describeRepository: unexpected('describeRepository'),
    readScanSettings: unexpected('readScanSettings'),
    readManifests: unexpected('readManifests'),
    readTagged: unexpected('readTagged'),
    listTags: unexpected('listTags'),
    describeImages: unexpected('describeImages'),
    readBlob: unexpected('readBlob'),
    startScan: unexpected('startScan'),
    readScan: unexpected('readScan'),
    putManifest: unexpected('putManifest'),
    removeTag: unexpected('removeTag'),
    ...behaviour,
  };
}
