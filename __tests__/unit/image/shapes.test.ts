import { describe, expect, test } from '@jest/globals';
import type { OpenRepository } from '../../../src/ports.ts';
import { readHolders } from '../../../src/publish/holders.ts';
import { verifyImage } from '../../../src/publish/verify.ts';
import { ShipError } from '../../../src/types/errors.ts';
import { shapes } from '../../support/hostile-shapes.ts';
import { digestOf, sha256, type Pushed } from '../../support/image-shapes.ts';
import { commit } from '../support/values.ts';
import { fakeClock, fakeLog, fakeRepository } from '../support/world.ts';

/** A registry that holds exactly this, and hashes as the real adapter does. */
function holding({ top, manifests, blobs }: Pushed): OpenRepository {
  const all = [...manifests, top];
  return fakeRepository({
    readManifests: (digests) => Promise.resolve(all.filter(({ digest }) => digests.includes(digest))),
    describeImages: () =>
      Promise.resolve([{ digest: top.digest, tags: [], mediaType: top.mediaType, pushedAt: 0 }]),
    readBlob: ({ digest, size }) => {
      const found = blobs.find((blob) => sha256(blob) === digest);
      if (found?.length !== size) throw new Error(`no blob ${digest} of ${String(size)} bytes`);
      return Promise.resolve(found.toString());
    },
  });
}

const labels = { 'org.opencontainers.image.revision': commit };

describe.each(shapes('x', labels))('$name', ({ pushed, verdict }) => {
  test('judged' in verdict ? 'is judged as a whole' : 'is refused', async () => {
    const log = fakeLog();
    const candidate = { digest: pushed.top.digest, tag: undefined, platform: undefined };
    const verified = await verifyImage(holding(pushed), candidate, { clock: fakeClock(), log }).catch(
      (error: unknown) => error,
    );
    if ('judged' in verdict) {
      if (verified instanceof Error) throw verified;
      const { platforms } = verified as Awaited<ReturnType<typeof verifyImage>>;
      const judged = verdict.judged.map((who) => digestOf(pushed, who));
      expect(platforms.map(({ digest }) => digest)).toEqual(judged);
    } else {
      expect(verified).toBeInstanceOf(ShipError);
      const { code, what } = verified as ShipError;
      expect(code).toBe('verify-failed');
      expect(what).toMatch(verdict.refused);
      expect(what).toContain(pushed.top.digest);
    }
  });

  test('says what made it only where all of it can be judged', async () => {
    const { top } = pushed;
    const holders = await readHolders([top], holding(pushed).manifests);
    const kind = 'judged' in verdict ? 'known' : 'unknown';
    expect(holders.get(top.digest)?.revision.kind).toBe(kind);
  });
});
