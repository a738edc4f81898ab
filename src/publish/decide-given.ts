import type { Decision, TagDecision } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { IfExists } from '../types/inputs.ts';
import { boundTags, keptBack, withVersions, type TagsBefore } from './decide.ts';
import { mayMove } from './mutability.ts';
import { immovable } from './taken.ts';

/**
 * Decides what becomes of each tag if the image is given and nothing is built. A tag that already points to it is
 * left alone; a fixed tag that points to another image ends the run before it begins.
 * Throws `tag-taken` or `tag-immovable`.
 */
export function decideGiven(before: TagsBefore, digest: Digest, ifExists: IfExists): Decision {
  const { repository, held, holders } = before;
  const kept = keptBack(before);
  const free = before.tags.filter((planned) => !kept.has(planned));
  const others = boundTags(free, repository, ifExists).filter((planned) => {
    const holder = held.get(planned.tag);
    return holder !== undefined && holder !== digest;
  });
  const fixed = others.filter((planned) => planned.kind === 'fixed');
  if (fixed.length > 0) {
    const each = fixed.map(({ tag }) => `${tag} already points to ${held.get(tag) ?? 'another image'}`);
    throw new ShipError({
      code: 'tag-taken',
      what: `Nothing was tagged: in ${repository.name} ${each.join('; ')}, and this run publishes ${digest}.`,
      next:
        ifExists === 'move'
          ? 'The repository does not let the tag move: give the image another version, or delete the tag.'
          : 'Give the image another version. Where the repository allows it, if-exists: move lets the tag move.',
    });
  }
  if (others.length > 0) throw immovable(others, repository, held, holders);
  const tags = before.tags.map((planned): TagDecision => {
    const holder = held.get(planned.tag);
    const moves = planned.kind === 'moving' && !mayMove(planned.tag, repository.mutability) ? 'once' : 'new';
    const state = holder === undefined ? moves : holder === digest ? 'same' : 'moves';
    return kept.get(planned) ?? { planned, state, holder };
  });
  return { kind: 'given', digest, tags: withVersions(tags, before) };
}
