import type { Exception, ExceptionState, ExceptionUse } from '../types/exceptions.ts';
import { unnamed, type Finding } from '../types/scan.ts';

/** How many days before its end an exception starts to cause a warning. */
export const endingWithinDays = 14;

/** What the exceptions say about one finding. */
export interface Acceptance {
  /** The first one in the file that accepts it now. */
  readonly inForce: Exception | undefined;
  /** The first one that accepted it until it expired. */
  readonly expired: Exception | undefined;
}

/**
 * Returns a function that looks up a finding in the exceptions. An exception covers a finding by its id, and by its
 * package if it names one; both must match exactly. No exception covers a finding without an id.
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

/** Finds the first exception for each id and package, so that a finding is not compared with all of them. */
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

/**
 * A map keyed by an exception's id and package (or any package). It is nested because joined keys of long names
 * cost memory.
 */
function byIdAndPackage<T>() {
  const ids = new Map<string, Map<string | undefined, T>>();
  return {
    of: ({ id, package: name }: Exception): T | undefined => ids.get(id)?.get(name),
    set({ id, package: name }: Exception, value: T): void {
      ids.set(id, (ids.get(id) ?? new Map<string | undefined, T>()).set(name, value));
    },
    /** The values of the exceptions that cover a finding: those for any package, and those for its own. */
    covering({ id, package: name }: Finding): T[] {
      const packages = id === unnamed ? undefined : ids.get(id);
      if (packages === undefined) return [];
      const names = name === undefined ? [undefined] : [undefined, name];
      return names.flatMap((one) => packages.get(one) ?? []);
    },
  };
}

/**
 * Says for every exception whether it was used.
 * @param everythingScanned whether no finding really means that the exception matches nothing
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
    // An expired exception counts only findings that no other exception accepts.
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

/** Looks at each finding once: most runs have thousands of findings, and few exceptions or none. */
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
