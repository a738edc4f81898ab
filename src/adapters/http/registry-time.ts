/** The registry's own time, from its answers. */
export interface RegistryTime {
  /** Takes the `Date` header of an answer that has just arrived. */
  note(date: string | undefined): void;
  /** Milliseconds since 1970; before any answer, the machine's own time. */
  now(): number;
}

/** A `Date` header has whole seconds, and an answer takes a while to arrive: smaller differences do not count. */
const sameMs = 5_000;

/**
 * A runner's clock may be off by hours, but the times of pushes and scans are the registry's: the two must not be
 * compared. Source: RFC 9110, 6.6.1, Date.
 */
export function registryTime(machine: () => number = Date.now): RegistryTime {
  let offsetMs = 0;
  return {
    note(date) {
      const at = Date.parse(date ?? '');
      if (Number.isNaN(at)) return;
      const differs = at - machine();
      // The offset stays as first seen, so that it does not change back and forth with every answer.
      if (Math.abs(differs - offsetMs) >= sameMs) offsetMs = differs;
    },
    now: () => machine() + offsetMs,
  };
}
