import type { Patience } from '../ports.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * What docker says about itself, its builder or an image that it removes comes in a second or two, and on a busy
 * machine in some more. An engine that takes longer is one that hangs.
 */
export const answerPatience: Patience = { quietMs: 30 * second, totalMs: 30 * second };

/**
 * Where it writes to no terminal docker says nothing while it sends a layer: one of 10 GB takes 15 minutes at 100
 * Mbit/s. An engine that hangs is found long before. 2 hours are four layers of the size that such a line sends in the
 * half hour. Source: moby, pkg/jsonmessage, which leaves progress out.
 * Silence is no proof that nothing moves; that no byte leaves the machine is one, but for a registry that takes its time to
 * put a large layer together: two minutes are more than that.
 */
export const pushPatience: Patience = { quietMs: 30 * minute, totalMs: 2 * hour, stillMs: 2 * minute };

/**
 * A build is silent as long as its longest step is: a compiler, a test. 6 hours is what GitHub gives a job on its own
 * machines. Source: GitHub, "Actions limits", job execution time.
 */
export const buildPatience: Patience = { quietMs: hour, totalMs: 6 * hour };
