import type * as Sdk from '@aws-sdk/client-ecr';
import { nearestWord } from '../../types/nearest.ts';

/** How many thousand repositories are searched: a hint is worth only a few requests. */
const mostPages = 3;

/** How many names are suggested. */
const mostNames = 3;

/** How much of a name may differ, as a fraction of its length. */
const farthest = 0.3;

/**
 * The repositories of a registry with names near to a missing one: those with the same last part, or that differ only
 * in case and punctuation; otherwise the one with the fewest changes. None if they may not be listed.
 * @param list returns one page of them
 */
export async function nearRepositories(
  wanted: string,
  list: (nextToken: string | undefined) => Promise<Sdk.DescribeRepositoriesResponse>,
): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    let nextToken: string | undefined;
    for (let page = 0; page === 0 || (page < mostPages && nextToken !== undefined); page += 1) {
      const answer = await list(nextToken);
      names.push(...(answer.repositories ?? []).flatMap(({ repositoryName }) => repositoryName ?? []));
      nextToken = answer.nextToken || undefined;
    }
  } catch {
    // It is only a hint, and the role may not be allowed to list.
  }
  return nearest(wanted, names);
}

/** Chooses from some names those that were probably meant. */
export function nearest(wanted: string, names: readonly string[]): readonly string[] {
  const alike = names.filter((name) => bare(name) === bare(wanted));
  const slip = nearestWord(wanted, names, Math.max(1, Math.floor(wanted.length * farthest)));
  const sameEnd = names.filter((name) => lastPart(name) === lastPart(wanted));
  return [...new Set([...alike, ...(slip === undefined ? [] : [slip]), ...sameEnd])].slice(0, mostNames);
}

function lastPart(name: string): string {
  return bare(name.slice(name.lastIndexOf('/') + 1));
}

/** Only letters, digits and slashes: `my_app`, `my-app` and `my.app` are easily confused. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9/]/g, '');
}
