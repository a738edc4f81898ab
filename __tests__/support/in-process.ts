// jest cannot link two modules at once that are loaded on demand and share a third one.
import '../../src/inputs/registry-logins.ts';
import '../../src/inputs/repository-settings.ts';
import { connecting } from '../../src/adapters/ecr/connecting.ts';
import type { DockerConfig, World } from '../../src/ports.ts';
import { ship } from '../../src/ship.ts';
import type { RawInputs } from '../../src/types/inputs.ts';
import type { Report } from '../../src/types/report.ts';
import type { LocalEcr } from '../../local-ecr/index.ts';
import { inputs, memoryWorld, run as facts, type WorldOptions } from './memory-world.ts';
import { pushingDocker } from './pushing-docker.ts';

/** A clock for real servers, on which nobody waits longer than a moment. */
export interface QuickClock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** How long work beside a run may take of each wait of the run, at most. In milliseconds. */
const momentMs = 4;

export function quickClock(): QuickClock {
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    sleep: async (ms) => {
      await new Promise((resolve) => setTimeout(resolve, Math.min(ms, momentMs)));
      skipped += Math.max(0, ms - momentMs);
    },
  };
}

export interface InProcess {
  readonly report: Report;
  /** What a user reads, line by line; warnings and notices are marked. */
  readonly log: readonly string[];
}

export interface InProcessOptions {
  /** `docker`: the engine's own builder, whose candidate has a tag; `container`: one that pushes by digest. */
  readonly buildx?: 'docker' | 'container';
  /** An image of a registry that the build pulls. */
  readonly base?: string;
  readonly files?: WorldOptions['files'];
}

/**
 * Runs the story in this process against a local ECR: the SDK, STS and the registry's HTTP interface are real, docker
 * and the machine are not. The variables of the job are those of this process.
 */
export async function shipInProcess(
  ecr: LocalEcr,
  given: Partial<RawInputs>,
  clock: QuickClock,
  { buildx = 'docker', base, files }: InProcessOptions = {},
): Promise<InProcess> {
  const memory = memoryWorld({ buildx, ...(files !== undefined && { files }) });
  const { docker, addLogins } = pushingDocker({
    about: memory.ports.docker,
    ...(base !== undefined && { base }),
  });
  const dockerConfig: DockerConfig = {
    ...memory.ports.dockerConfig,
    install: (path, logins) => {
      addLogins(logins);
      return memory.ports.dockerConfig.install(path, logins);
    },
    renew: (path, login) => {
      addLogins([login]);
      return memory.ports.dockerConfig.renew(path, login);
    },
  };
  const world: World = (tether) => ({
    ...memory.world(tether),
    docker,
    dockerConfig,
    clock,
    ...connecting(tether.signal, () => undefined),
  });
  const start = { facts: { ...facts, region: ecr.region }, world, cancelled: new AbortController().signal };
  const report = await ship(inputs(given), start);
  return { report, log: memory.log };
}
