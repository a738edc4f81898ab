import { invalidParameter } from './errors.ts';
import { matchesFilter } from './iam.ts';
import type { Parameters } from './parameters.ts';
import type { RepositoryState } from './state.ts';

const modes = ['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE', 'MUTABLE_WITH_EXCLUSION'];

/**
 * Whether an existing tag may move to another image: filters reverse the mode for the tags that they match.
 * Source: ECR API reference, ImageTagMutabilityExclusionFilter.
 */
export function mayMove(repository: RepositoryState, tag: string): boolean {
  const { imageTagMutability: mode, exclusionFilters } = repository;
  const isExcluded =
    mode.endsWith('_WITH_EXCLUSION') && exclusionFilters.some((filter) => matchesFilter(tag, filter));
  return mode.startsWith('IMMUTABLE') === isExcluded;
}

/** The mode and the filters in a request. Throws InvalidParameterException. */
export function mutabilityIn(
  parameters: Parameters,
  mode: string,
): { readonly imageTagMutability: string; readonly exclusionFilters: string[] } {
  if (!modes.includes(mode)) {
    throw invalidParameter('imageTagMutability', `Member must satisfy enum value set: [${modes.join(', ')}]`);
  }
  const given = parameters.optionalList('imageTagMutabilityExclusionFilters', 1, 5) ?? [];
  // What is refused is established; the wording of the two refusals is not.
  if (given.length > 0 && !mode.endsWith('_WITH_EXCLUSION')) {
    throw invalidParameter(
      'imageTagMutabilityExclusionFilters',
      `must not be set when imageTagMutability is ${mode}`,
    );
  }
  if (given.length === 0 && mode.endsWith('_WITH_EXCLUSION')) {
    throw invalidParameter(
      'imageTagMutabilityExclusionFilters',
      `must be set when imageTagMutability is ${mode}`,
    );
  }
  return { imageTagMutability: mode, exclusionFilters: given.map(filterIn) };
}

function filterIn(given: unknown): string {
  const { filter, filterType } = given as { filter?: unknown; filterType?: unknown };
  if (filterType !== 'WILDCARD')
    throw invalidParameter('filterType', 'Member must satisfy enum value set: [WILDCARD]');
  if (typeof filter !== 'string' || !/^[0-9a-zA-Z._*-]{1,128}$/.test(filter)) {
    throw invalidParameter('filter', "must satisfy regular expression '^[0-9a-zA-Z._*-]{1,128}'");
  }
  return filter;
}

export function mutabilityMembers(repository: RepositoryState): object {
  return {
    imageTagMutability: repository.imageTagMutability,
    ...(repository.exclusionFilters.length > 0 && {
      imageTagMutabilityExclusionFilters: repository.exclusionFilters.map((filter) => ({
        filterType: 'WILDCARD',
        filter,
      })),
    }),
  };
}
