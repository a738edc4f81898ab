import type * as Sdk from '@aws-sdk/client-ecr';
import type { ShipError } from '../../types/errors.ts';
import { isDenial, isNoRepository, translateAwsError, type CallFacts } from './aws-errors.ts';
import { watchDenials } from './denials.ts';
import { nearRepositories } from './near-repositories.ts';

/** Returns one page of a registry's repositories. */
export type ListRepositories = (nextToken: string | undefined) => Promise<Sdk.DescribeRepositoriesResponse>;

/** Translates the errors of a client's calls, using what its other calls show about the same problem. */
interface Translator {
  /** Follows a call until it ends. */
  follow<T>(call: Promise<T>, facts: CallFacts): Promise<T>;
  translate(error: unknown, facts: CallFacts): Promise<ShipError>;
}

/**
 * Makes a translator. A denial is reported with all other denials, a missing repository with those of near names.
 * @param list undefined if a registry has no list that would help
 */
export function awsTranslator(list: ListRepositories | undefined): Translator {
  const denials = watchDenials();
  /** What was denied without a repository, such as the login, belongs to a run on the repository of the other calls. */
  let latest: string | undefined;
  const known = new Map<string, Promise<readonly string[]>>();
  // Several calls find out at once that a repository is missing.
  const nearTo = (name: string) => {
    const near = known.get(name) ?? (list === undefined ? Promise.resolve([]) : nearRepositories(name, list));
    known.set(name, near);
    return near;
  };
  return {
    follow(call, facts) {
      latest = facts.repository ?? latest;
      return denials.follow(call, facts);
    },
    async translate(error, facts) {
      if (isNoRepository(error))
        return translateAwsError(error, facts, { near: await nearTo(facts.repository ?? '') });
      if (!isDenial(error)) return translateAwsError(error, facts);
      const repository = facts.repository ?? latest;
      return translateAwsError(error, { ...facts, repository }, { denials: await denials.all() });
    },
  };
}
