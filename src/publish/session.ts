import type { DockerConfig, Job, Log, Registry } from '../ports.ts';
import { registryHost, type Repository, type StoredManifest } from '../types/image.ts';
import type { Tag } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';
import type { ScanSettings } from '../types/scan.ts';

/** What the rest of the run works with once it is logged in. */
export interface Session {
  readonly repository: Repository;
  /** Who runs this; undefined where nobody asked or nobody answered. */
  readonly caller: string | undefined;
  readonly scanSettings: ScanSettings;
  /** The images that have names of this run already, and the one that the input only-new names. */
  readonly tagged: ReadonlyMap<Tag, StoredManifest>;
  /** Every tag of the repository; empty where no name has to be the highest version. */
  readonly allTags: readonly string[];
  /** Selects the private docker configuration for docker processes. */
  readonly dockerEnv: Readonly<Record<string, string>>;
}

/** What has to be put back when the job is over, so that later post steps find the configuration they know. */
export interface ExportedState {
  readonly dockerConfig: string;
  readonly buildxConfig: string;
}

/**
 * Logs in without a `docker login` process, and learns what the registry is like.
 * The secret goes into a private file only; what post must undo is in the job's state before it is done.
 */
export async function openSession(
  plan: Plan,
  registry: Registry,
  { job, log, dockerConfig }: { readonly job: Job; readonly log: Log; readonly dockerConfig: DockerConfig },
): Promise<Session> {
  const { inputs, names } = plan;
  const isWanted = names.some((name) => name.kind === 'moving' && name.claim !== undefined);
  const [credentials, repository, scanSettings, tagged, allTags, caller] = await Promise.all([
    registry.authorize().then((given) => {
      job.mask(given.password);
      job.mask(given.basic);
      return given;
    }),
    registry.describeRepository(inputs.repository),
    inputs.scan === 'off' ? unread : registry.readScanSettings(inputs.repository),
    registry.readTagged(inputs.repository, [
      ...new Set([...names.map(({ tag }) => tag), ...(inputs.baselineTag ? [inputs.baselineTag] : [])]),
    ]),
    isWanted ? registry.listTags(inputs.repository) : [],
    inputs.evidenceFile === undefined ? undefined : registry.callerArn(),
  ]);
  if (scanSettings.notice !== undefined) log.notice(scanSettings.notice);

  const host = registryHost(repository);
  const path = dockerConfig.choosePath();
  job.saveState('docker-config', path);
  const dockerEnv = await dockerConfig.install(path, host, credentials);
  if (inputs.login === 'job') exportForJob(dockerEnv, job);
  log.info(
    `Logged in to ${host} until ${new Date(credentials.expiresAt).toISOString()} (${loginScope(inputs.login)}).`,
  );
  return { repository, scanSettings, dockerEnv, tagged, allTags, caller };
}

const unread: ScanSettings = { scanner: 'unknown', frequency: 'unknown' };

function exportForJob(dockerEnv: Readonly<Record<string, string>>, job: Job): void {
  const before: ExportedState = {
    dockerConfig: job.variable('DOCKER_CONFIG') ?? '',
    buildxConfig: job.variable('BUILDX_CONFIG') ?? '',
  };
  job.saveState('exported', JSON.stringify(before));
  for (const [name, value] of Object.entries(dockerEnv)) job.exportVariable(name, value);
}

function loginScope(login: 'job' | 'step'): string {
  return login === 'job' ? 'for this step and the later steps of the job' : 'for this step alone';
}
