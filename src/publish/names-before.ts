import type { Registry } from '../ports.ts';
import type { Decision } from '../types/decision.ts';
import type { Plan } from '../types/plan.ts';
import { boundNames, decide } from './decide.ts';
import { readHolders } from './holders.ts';
import type { Session } from './session.ts';

/**
 * Looks at the images that have names of this run already, as far as they matter, and decides what becomes of each
 * name. Throws `tag-taken` or `tag-immovable`.
 */
export async function decideNames(plan: Plan, session: Session, registry: Registry): Promise<Decision> {
  const { repository, tagged, allTags } = session;
  const { inputs, source, names } = plan;
  const images = boundNames(names, repository, inputs.ifExists).flatMap(({ tag }) => tagged.get(tag) ?? []);
  return decide(
    {
      repository,
      names,
      held: new Map([...tagged].map(([tag, { digest }]) => [tag, digest])),
      holders: await readHolders(repository, images, registry),
      allTags,
    },
    {
      ifExists: inputs.ifExists,
      commit: source.commitOrigin === 'unverified' ? undefined : source.commit,
      platforms: inputs.build.platforms,
    },
  );
}
