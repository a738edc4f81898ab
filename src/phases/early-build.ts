import { requireFit } from '../docker/fit.ts';
import { buildLocally, type LocalBuild } from '../docker/build-image.ts';
import { buildCommand } from '../docker/command.ts';
import { localName } from '../docker/image-names.ts';
import type { Probe } from '../docker/probe.ts';
import { needsNoLogin } from '../plan/base-images.ts';
import type { Run } from '../run.ts';
import type { RegistryLogin } from '../types/credentials.ts';
import type { BuildInputs } from '../types/inputs.ts';
import { latch } from '../types/latch.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { baseImagesOf } from './base-images.ts';
import { putSecrets } from './build-secrets.ts';

/** What to build, and with what. */
export interface BuildJob {
  readonly plan: Plan;
  readonly probe: Probe;
  /** Logins to further registries, for base images. */
  readonly logins?: readonly RegistryLogin[];
}

/** A build that runs while the registry is asked, and shows nothing until the answers are reported. */
export interface EarlyBuild {
  /**
   * Settles once the build runs, or will not begin early, or takes long to start: nothing should wait for it any longer.
   */
  readonly begun: Promise<void>;
  /**
   * Shows the build, and waits for it. Undefined if it has not begun, because it may need the login, or if it was
   * begun with other arguments than this builder needs.
   */
  finish(builder: Builder): Promise<LocalBuild | undefined>;
  /** Ends it, because there is nothing to build. */
  drop(): Promise<void>;
}

/**
 * If engine and builder must be asked through docker, that takes a tenth of a second, which is more than an early
 * start gains.
 */
const longestStartMs = 60;

/**
 * Begins to build if that needs no registry of this run: with the engine's own builder, on base images that cannot be
 * there. It starts with the most likely builder, and asks buildx for its version only after that. Never throws:
 * `finish` reports what went wrong.
 */
export function beginBuild({ plan, probe, logins = [] }: BuildJob, run: Run): EarlyBuild {
  const dropped = new AbortController();
  const { opened: shownFrom, open: show } = latch();
  const { opened: begun, open: onStarted } = latch();
  const { opened: decided, open: decide } = latch();
  let begunWith: Builder | undefined;
  const begin = async () => {
    const [likely, selfContained] = await Promise.all([
      probe.likely,
      logins.length === 0 && isSelfContained(plan.inputs.build, run),
    ]);
    const builder = likely ?? (await probe.certain());
    if (builder.push !== 'by-tag' || !selfContained || !isFit(plan, builder, run)) return undefined;
    dropped.signal.throwIfAborted();
    await putSecrets(plan, run);
    run.undo.plan({ kind: 'local-image', name: localName(plan.candidateTag) });
    begunWith = builder;
    decide();
    return buildLocally(plan, builder, { shownFrom, signal: dropped.signal, onStarted }, run.ports);
  };
  const building = begin();
  building
    .catch(() => undefined)
    .finally(() => {
      decide();
      onStarted();
    });
  void begun.then(() => probe.certain().catch(() => undefined));
  const drop = async () => {
    dropped.abort(new Error('there is nothing to build'));
    await building.catch(() => undefined);
  };
  return {
    begun: Promise.race([begun, run.ports.clock.sleep(longestStartMs)]),
    async finish(builder) {
      await decided;
      if (begunWith !== undefined && !buildsAlike(plan, begunWith, builder)) {
        await drop();
        return undefined;
      }
      show();
      return building;
    },
    drop,
  };
}

/** Whether two builders get the same command. */
function buildsAlike(plan: Plan, one: Builder, other: Builder): boolean {
  const goal = { kind: 'engine', name: localName(plan.candidateTag) } as const;
  const [a, b] = [one, other].map((builder) => buildCommand(plan, builder, goal).join('\0'));
  return a === b;
}

/** Whether the builder fits. If it does not, a later phase reports why. */
function isFit(plan: Plan, builder: Builder, run: Run): boolean {
  try {
    requireFit(plan, builder, run.ports.job.variable);
    return true;
  } catch {
    return false;
  }
}

/** Whether nothing that the build is based on can be in a registry to which this run logs in. */
async function isSelfContained(build: BuildInputs, run: Run): Promise<boolean> {
  const { buildContexts, cacheFrom, cacheTo } = build.options;
  if (build.cache !== 'off' || [...buildContexts, ...cacheFrom, ...cacheTo].length > 0) return false;
  const bases = await baseImagesOf(build, run);
  return bases !== undefined && needsNoLogin(bases);
}
