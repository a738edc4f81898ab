import type * as Sdk from '@aws-sdk/client-ecr';
import { nearestWord } from '../../types/nearest.ts';

/** A hint is worth a few requests: so many thousand repositories are looked at. */
const mostPages = 3;

/** So many names are told. */
const mostNames = 3;

/** So much of a name may be another one, as a part of its length. */
const farthest = 0.3;

/**
 * The repositories of a registry whose names are near to one that is not there: those with the same last part or only
 * other capitals and marks, else the one that takes the fewest changes. None where they may not be listed.
 * @param list gives one page of them
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
    // It is only a hint, and a role need not be allowed to list.
  }
  return nearest(wanted, names);
}

/** Pure: which of some names a person may have meant. */
export function nearest(wanted: string, names: readonly string[]): readonly string[] {
  const alike = names.filter((name) => bare(name) === bare(wanted));
  const slip = nearestWord(wanted, names, Math.max(1, Math.floor(wanted.length * farthest)));
  const sameEnd = names.filter((name) => lastPart(name) === lastPart(wanted));
  return [...new Set([...alike, ...(slip === undefined ? [] : [slip]), ...sameEnd])].slice(0, mostNames);
}

function lastPart(name: string): string {
  return bare(name.slice(name.lastIndexOf('/') + 1));
}

/** Letters and digits alone: `my_app`, `my-app` and `my.app` are easily taken for each other. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9/]/g, '');
}
