import type { Patience } from '../ports.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * docker answers about itself, its builder or an image to remove within a second or two, or a little more on a busy
 * machine. An engine that takes longer hangs.
 */
export const answerPatience: Patience = { quietMs: 30 * second, totalMs: 30 * second };

/**
 * Without a terminal docker prints nothing while it sends a layer: one of 10 GB takes 15 minutes at 100 Mbit/s. An engine
 * that hangs is detected long before. 2 hours are enough for four layers of the size that such a line sends in half an
 * hour. Source: moby, pkg/jsonmessage, which leaves progress out. Silence does not prove that nothing moves. That no byte
 * leaves the machine does, unless the registry is still assembling a large layer, which takes less than two minutes.
 */
export const pushPatience: Patience = { quietMs: 30 * minute, totalMs: 2 * hour, stillMs: 2 * minute };

/**
 * A build is silent for as long as its longest step, such as a compiler or a test. 6 hours is the longest that a job
 * runs on GitHub's own machines. Source: GitHub, "Actions limits", job execution time.
 */
export const buildPatience: Patience = { quietMs: hour, totalMs: 6 * hour };
