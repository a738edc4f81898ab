import { attestations, disguises } from './hostile-shapes/attestations.ts';
import { ambiguousBodies, brokenBodies, contradictoryBodies } from './hostile-shapes/bodies.ts';
import { fromBuilders } from './hostile-shapes/builders.ts';
import { hostileConfigs } from './hostile-shapes/configs.ts';
import { platformEntries, wordedEntries } from './hostile-shapes/entries.ts';
import { kitOf, type Shape } from './hostile-shapes/kit.ts';
import { foreignContent, wrongEntries } from './hostile-shapes/sources.ts';

export type { Shape } from './hostile-shapes/kit.ts';

/** The shapes for one test: every file also contains `nonce`, so that no engine knows the content from before. */
export function shapes(nonce = 'x', labels: Readonly<Record<string, string>> = {}): readonly Shape[] {
  const kit = kitOf(nonce, labels);
  return [
    fromBuilders,
    wordedEntries,
    platformEntries,
    attestations,
    disguises,
    ambiguousBodies,
    contradictoryBodies,
    brokenBodies,
    foreignContent,
    wrongEntries,
    hostileConfigs,
  ].flatMap((shapesOf) => shapesOf(kit));
}
