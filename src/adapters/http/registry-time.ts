/** The registry's own time, as its answers tell it. */
export interface RegistryTime {
  /** Takes the `Date` header of an answer that has just come. */
  note(date: string | undefined): void;
  /** Milliseconds since 1970; the machine's own time before any answer. */
  now(): number;
}

/** A `Date` header has whole seconds, and an answer takes a while to come: what differs less is the same time. */
const sameMs = 5_000;

/**
 * A runner's clock may be off by hours, and when an image was pushed or a scan ended is said in the registry's time:
 * the two must not be compared. Source: RFC 9110, 6.6.1, Date.
 */
export function registryTime(machine: () => number = Date.now): RegistryTime {
  let offsetMs = 0;
  return {
    note(date) {
      const at = Date.parse(date ?? '');
      if (Number.isNaN(at)) return;
      const differs = at - machine();
      // It stays as it was first seen, so that it does not go to and fro with every answer.
      if (Math.abs(differs - offsetMs) >= sameMs) offsetMs = differs;
    },
    now: () => machine() + offsetMs,
  };
}
