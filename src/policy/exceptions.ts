import type { Exception, ExceptionState, ExceptionUse } from '../types/exceptions.ts';
import { unnamed, type Finding } from '../types/scan.ts';

/** From so many days before its end on, an exception is worth a warning. */
export const endingWithinDays = 14;

/** What the exceptions say of one finding. */
export interface Acceptance {
  /** The first one in the file that accepts it now. */
  readonly inForce: Exception | undefined;
  /** The first one that did until it expired. */
  readonly expired: Exception | undefined;
}

/**
 * Asks the exceptions about findings. An exception covers a finding by its id, and by its package where one is given;
 * both exactly as written. A finding without an id is none that anybody can have meant.
 * @param now milliseconds since 1970
 */
export function acceptanceBy(
  exceptions: readonly Exception[],
  now: number,
): (finding: Finding) => Acceptance {
  if (exceptions.length === 0) return () => noAcceptance;
  const [inForce, expired] = [firstByKey(), firstByKey()];
  for (const [at, exception] of exceptions.entries())
    (exception.endsAt > now ? inForce : expired).add(exception, at);
  return (finding) => ({ inForce: inForce.covering(finding), expired: expired.covering(finding) });
}

const noAcceptance: Acceptance = { inForce: undefined, expired: undefined };

/** The first exception for each id and package, so that no finding has to be held against all of them. */
function firstByKey() {
  const first = byIdAndPackage<{ readonly exception: Exception; readonly at: number }>();
  return {
    add(exception: Exception, at: number): void {
      if (first.of(exception) === undefined) first.set(exception, { exception, at });
    },
    covering(finding: Finding): Exception | undefined {
      const [one, other] = first.covering(finding);
      return other !== undefined && one !== undefined && other.at < one.at ? other.exception : one?.exception;
    },
  };
}

/** One value for each id and package (or any) of exceptions. Names may be long, so that no key is put together of them. */
function byIdAndPackage<T>() {
  const ids = new Map<string, Map<string | undefined, T>>();
  return {
    of: ({ id, package: name }: Exception): T | undefined => ids.get(id)?.get(name),
    set({ id, package: name }: Exception, value: T): void {
      ids.set(id, (ids.get(id) ?? new Map<string | undefined, T>()).set(name, value));
    },
    /** The values of exceptions that cover a finding: for any package, and for its own. */
    covering({ id, package: name }: Finding): T[] {
      const packages = id === unnamed ? undefined : ids.get(id);
      if (packages === undefined) return [];
      const names = name === undefined ? [undefined] : [undefined, name];
      return names.flatMap((one) => packages.get(one) ?? []);
    },
  };
}

/**
 * What became of every exception.
 * @param everythingScanned whether an exception without a finding really matches nothing
 */
export function exceptionUses(
  exceptions: readonly Exception[],
  findings: readonly Finding[],
  now: number,
  everythingScanned: boolean,
): ExceptionUse[] {
  const matching = matchingFindings(exceptions, findings, now);
  return exceptions.map((exception) => {
    const { all, unaccepted } = matching(exception);
    // What another one accepts does not count again because this one is over.
    const covered = exception.endsAt > now ? all : unaccepted;
    return {
      exception,
      state: stateOf(exception, covered.length, now, everythingScanned),
      findings: covered,
    };
  });
}

/** The findings that an exception matches, and those of them that no exception accepts now. */
interface Matching {
  readonly all: Finding[];
  readonly unaccepted: Finding[];
}

/** Each finding is looked at once: most runs have few exceptions or none, and thousands of findings. */
function matchingFindings(
  exceptions: readonly Exception[],
  findings: readonly Finding[],
  now: number,
): (exception: Exception) => Matching {
  const table = byIdAndPackage<Matching>();
  for (const exception of exceptions)
    if (table.of(exception) === undefined) table.set(exception, { all: [], unaccepted: [] });
  const acceptance = acceptanceBy(exceptions, now);
  for (const finding of exceptions.length === 0 ? [] : findings) {
    const isAccepted = acceptance(finding).inForce !== undefined;
    for (const { all, unaccepted } of table.covering(finding)) {
      all.push(finding);
      if (!isAccepted) unaccepted.push(finding);
    }
  }
  return (exception) => table.of(exception) ?? { all: [], unaccepted: [] };
}

function stateOf(
  { endsAt }: Exception,
  covered: number,
  now: number,
  everythingScanned: boolean,
): ExceptionState {
  if (covered === 0) return everythingScanned ? 'unused' : 'unknown';
  if (endsAt <= now) return 'expired';
  return endsAt - now <= endingWithinDays * 24 * 3600_000 ? 'ending' : 'applied';
}
