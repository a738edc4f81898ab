import type { DockerConfig, Job, Log, Registry, StateKey } from './ports.ts';
import { removeCandidateTag } from './publish/clean-up.ts';
import type { ExportedState } from './publish/session.ts';
import { asShipError } from './types/errors.ts';
import type { CandidateState, RegistryTarget } from './types/image.ts';
import { parseAccountId, parseRegion, parseRepositoryName, parseTag } from './types/names.ts';

interface PostTools {
  readonly log: Log;
  readonly job: Pick<Job, 'exportVariable'>;
  readonly dockerConfig: DockerConfig;
  readonly connect: (target: RegistryTarget) => Registry;
}

/**
 * Undoes what the main step left behind, from state alone: the login, the variables of the job, and the candidate's
 * tag where the main step was cut off before it could remove it. Does all it can; a failure is a warning.
 */
export async function cleanUpAfterJob(
  state: Readonly<Record<StateKey, string>>,
  tools: PostTools,
): Promise<void> {
  const { log, job, dockerConfig } = tools;
  const steps: (readonly [string, () => Promise<void> | void])[] = [];
  if (state.exported !== '')
    steps.push(['restore the docker variables of the job', () => restoreVariables(state.exported, job)]);
  if (state.candidate !== '' && state['candidate-removed'] === '') {
    steps.push(['remove the candidate tag', () => removeLeftCandidate(state.candidate, tools)]);
  }
  if (state['docker-config'] !== '') {
    steps.push([
      'log out',
      async () => {
        await dockerConfig.remove(state['docker-config']);
        log.info('Removed the login of this step.');
      },
    ]);
  }
  for (const [what, step] of steps) {
    try {
      await step();
    } catch (error) {
      log.warning(`Could not ${what}: ${asShipError(error).message}`);
    }
  }
}

/** An empty value makes docker and buildx use their own default, as if the variable were not set. */
function restoreVariables(exported: string, job: Pick<Job, 'exportVariable'>): void {
  const before = JSON.parse(exported) as ExportedState;
  job.exportVariable('DOCKER_CONFIG', before.dockerConfig);
  job.exportVariable('BUILDX_CONFIG', before.buildxConfig);
}

async function removeLeftCandidate(candidate: string, { connect, log }: PostTools): Promise<void> {
  const state = JSON.parse(candidate) as CandidateState;
  const region = parseRegion(state.region);
  const repository = parseRepositoryName(state.repository);
  const tag = parseTag(state.tag);
  if (region === undefined || repository === undefined || tag === undefined)
    throw new Error(`not a candidate: ${candidate}`);
  const registry = connect({ region, registryId: parseAccountId(state.registryId) });
  const { runStartedAt } = state;
  await removeCandidateTag({ repository, tag, runStartedAt, hasNames: false }, { registry, log });
}
