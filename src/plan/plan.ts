import { ShipError } from '../types/errors.ts';
import type { Inputs } from '../types/inputs.ts';
import { parseTag, type Tag } from '../types/names.ts';
import { candidatePrefix, type Builder, type Plan, type RunFacts } from '../types/plan.ts';
import { namesFromRules } from './tags.ts';

/**
 * Decides everything that can be decided before anything is done.
 * @param shortId a few random letters and digits that make the candidate's tag unique
 */
export function makePlan(inputs: Inputs, run: RunFacts, builder: Builder, shortId: string): Plan {
  const names = namesFromRules(inputs.tagRules, run);
  if (!names.ok) {
    throw new ShipError({
      code: 'invalid-input',
      what: `Input tags cannot be used in this run; allowed: ${names.allowed}.`,
      next: 'Correct it in the step.',
    });
  }
  requirePlatforms(inputs, builder);
  return { inputs, names: names.value, builder, candidateTag: candidateTag(run, shortId) };
}

/** A tag that no person would pull and no other run would choose. */
function candidateTag(run: RunFacts, shortId: string): Tag {
  const tag = parseTag(`${candidatePrefix}${run.runLabel}-${shortId}`);
  if (tag === undefined) throw new Error(`not a tag: ${candidatePrefix}${run.runLabel}-${shortId}`);
  return tag;
}

function requirePlatforms(inputs: Inputs, builder: Builder): void {
  if (inputs.build.platforms.length < 2 || builder.multiPlatform) return;
  throw new ShipError({
    code: 'builder-unfit',
    what: `Input platforms asks for ${String(inputs.build.platforms.length)} platforms in one build, which ${builder.description} cannot do.`,
    next:
      'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine, ' +
      'or give one platform.',
  });
}
