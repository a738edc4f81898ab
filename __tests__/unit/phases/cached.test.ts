import { describe, expect, test } from '@jest/globals';
import { withPlannedCache } from '../../../src/phases/cached.ts';
import type { OpenRepository } from '../../../src/ports.ts';
import type { Run } from '../../../src/run.ts';
import type { Inputs } from '../../../src/types/inputs.ts';
import type { Message } from '../../../src/types/message.ts';
import type { Plan } from '../../../src/types/plan.ts';
import { digest, inputs, plan, repository, storedManifest } from '../support/values.ts';
import { fakeRepository } from '../support/world.ts';

const uri = 'host/team/app';
const cacheOf = (tag: string, at = uri) => `type=registry,ref=${at}:${tag},mode=max`;
const anImage = { config: { mediaType: 'application/vnd.oci.image.config.v1+json' } };
const aCache = { config: { mediaType: 'application/vnd.buildkit.cacheconfig.v0' } };

/** Plans a build with these entries of `cache-to`, where the repository has these tags. */
async function cached(
  cacheTo: readonly string[],
  held: Readonly<Record<string, object>> = {},
  more: Partial<Inputs> = {},
  gate = repository,
): Promise<{ readonly cacheTo: readonly string[]; readonly told: readonly Message[] }> {
  const own = { ...repository, uri };
  const told: Message[] = [];
  const run = {
    found: () => own,
    tell: (messages: readonly Message[]) => told.push(...messages),
  } as unknown as Run;
  const given = inputs({ 'cache-to': cacheTo.join('\n') });
  const asked: Plan = { ...plan(), inputs: { ...given, ...more } as Inputs };
  const handle: OpenRepository = fakeRepository(
    {
      readTagged: (tags) =>
        Promise.resolve(
          new Map(
            tags.flatMap((tag) => {
              const content = held[tag];
              return content === undefined ? [] : [[tag, storedManifest(digest(1), content)] as const];
            }),
          ),
        ),
    },
    gate === repository ? own : gate,
  );
  const { build } = (await withPlannedCache(asked, handle, run)).inputs;
  return { cacheTo: build.options.cacheTo, told };
}

describe('the tag of a build cache', () => {
  test('that is free, or has a cache, is written', async () => {
    const entries = [cacheOf('free'), cacheOf('mine')];
    expect(await cached(entries, { mine: aCache })).toEqual({ cacheTo: entries, told: [] });
  });

  test('that an image has is left to it', async () => {
    const entries = [cacheOf('mine'), cacheOf('theirs'), 'type=gha,scope=x'];
    const { cacheTo, told } = await cached(entries, { mine: aCache, theirs: anImage });
    expect(cacheTo).toEqual([entries[0], entries[2]]);
    expect(told).toEqual([
      { level: 'warning', text: expect.stringContaining('in team/app the tag theirs points to an image') },
    ]);
  });

  test('is not asked for where the cache goes elsewhere', async () => {
    const elsewhere = [cacheOf('main', 'elsewhere/team/app'), 'type=local,dest=x'];
    expect(await cached(elsewhere, { main: anImage })).toEqual({ cacheTo: elsewhere, told: [] });
  });
});

describe('a cache under a tag of this run is refused', () => {
  const tag = plan().tags[0]?.tag ?? '';
  const refused = (at: string) =>
    `Nothing was built: input cache-to keeps a build cache under ${at}:${tag}, and that is a tag of this run too.`;

  test('in its repository', async () => {
    await expect(cached([cacheOf(tag)])).rejects.toThrow(refused(uri));
  });

  test('in the repository to which it is published, where it is built for another one', async () => {
    const gate = { ...repository, uri: 'host/gate' };
    await expect(cached([cacheOf(tag)], {}, {}, gate)).rejects.toThrow(refused(uri));
    const entries = [cacheOf(tag, 'host/gate')];
    expect((await cached(entries, {}, {}, gate)).cacheTo).toEqual(entries);
  });

  test('in a destination', async () => {
    const destinations = [{ uri: 'other/team/app' }] as unknown as Inputs['destinations'];
    const entries = [cacheOf(tag, 'other/team/app')];
    await expect(cached(entries, {}, { destinations })).rejects.toThrow(refused('other/team/app'));
  });
});
