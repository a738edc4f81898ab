import type { Exception, ExceptionState, ExceptionUse } from '../types/exceptions.ts';
import { unnamed, type Finding } from '../types/scan.ts';

/** From so many days before its end on, an exception is worth a warning. */
export const endingWithinDays = 14;

/**
 * An exception covers a finding by its id, and by its package where one is given; both exactly as written. A finding
 * without an id is none that anybody can have meant.
 */
export function covers(exception: Exception, finding: Finding): boolean {
  return (
    finding.id !== unnamed &&
    exception.id === finding.id &&
    (exception.package === undefined || exception.package === finding.package)
  );
}

/** The exception that accepts a finding now, else the one that did until it expired. */
export function exceptionFor(
  finding: Finding,
  exceptions: readonly Exception[],
  now: number,
): { readonly inForce: Exception | undefined; readonly expired: Exception | undefined } {
  const matching = exceptions.filter((exception) => covers(exception, finding));
  return {
    inForce: matching.find((exception) => exception.endsAt > now),
    expired: matching.find((exception) => exception.endsAt <= now),
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
  const inForce = exceptions.filter(({ endsAt }) => endsAt > now);
  return exceptions.map((exception) => {
    const matching = findings.filter((finding) => covers(exception, finding));
    // What another one accepts does not count again because this one is over.
    const covered =
      exception.endsAt > now
        ? matching
        : matching.filter((finding) => !inForce.some((other) => covers(other, finding)));
    return {
      exception,
      state: stateOf(exception, covered.length, now, everythingScanned),
      findings: covered,
    };
  });
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
