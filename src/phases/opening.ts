import type { Opening, OpenRepository, Registry } from '../ports.ts';
import type { Run, Phase } from '../run.ts';
import type { Credentials } from '../types/credentials.ts';
import { registryHost, type StoredManifest } from '../types/image.ts';
import type { Inputs } from '../types/inputs.ts';
import { info, notice } from '../types/message.ts';
import type { Tag } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';
import type { ScanSettings } from '../types/scan.ts';
import { requireAccount, roleMessages } from './account.ts';

/** What the rest of the run works with once it is logged in. */
export interface Target {
  readonly repository: OpenRepository;
  readonly scanSettings: ScanSettings;
  /** The images that tags of this run point to already, and the one that the input only-new names. */
  readonly tagged: ReadonlyMap<Tag, StoredManifest>;
  /** Selects the private docker configuration for docker processes. */
  readonly dockerEnv: Readonly<Record<string, string>>;
  /** When the login is over; milliseconds since 1970. */
  readonly expiresAt: number;
  /** Takes a new login, for docker too. */
  readonly renewLogin: () => Promise<void>;
}

interface Order {
  readonly inputs: Inputs;
  readonly registry: Registry;
  /** The tags whose images are read on the way. */
  readonly tags: readonly Tag[];
}

/**
 * Logs in without a `docker login` process, and learns what the registry is like, all of it side by side.
 * The secret goes into a private file only; what has to be undone is in the journal before it is done.
 */
export const opening: Phase<Order, Target> = {
  name: 'login',
  async run({ inputs, registry, tags }, run) {
    const door = registry.open(inputs.repository);
    await requireAccount(registry, inputs.allowedAccountIds);
    const [credentials, repository, scanSettings, tagged, caller] = await Promise.all([
      takeLogin(registry, run),
      door.opened(),
      settingsOf(door, inputs),
      door.tags.read(tags),
      inputs.evidenceFile === undefined ? undefined : registry.callerArn(),
    ]);
    run.keep('repository', factsOf(repository));
    if (caller !== undefined) run.keep('caller', caller);
    const host = registryHost(repository);
    const { path, dockerEnv } = await installLogin(host, credentials, inputs, run);
    return {
      repository,
      scanSettings,
      tagged,
      dockerEnv,
      expiresAt: credentials.expiresAt,
      renewLogin: async () => run.ports.dockerConfig.renew(path, host, await takeLogin(registry, run)),
    };
  },
  tell: ({ repository, scanSettings, expiresAt }, { inputs }) => [
    ...(scanSettings.notice === undefined ? [] : [notice(scanSettings.notice)]),
    ...roleMessages(inputs.target),
    info(
      `Logged in to ${registryHost(repository)} until ${new Date(expiresAt).toISOString()} (${loginScope(inputs.login)}).`,
    ),
  ],
};

/** A login whose secrets are masked. */
export async function takeLogin(registry: Registry, { ports }: Run): Promise<Credentials> {
  const credentials = await registry.login();
  ports.job.mask(credentials.password);
  ports.job.mask(credentials.basic);
  return credentials;
}

/** The tags whose images matter to a plan. */
export function tagsToRead({ names, inputs }: Plan): readonly Tag[] {
  const compared = inputs.baselineTag === undefined ? [] : [inputs.baselineTag];
  return [...new Set([...names.map(({ tag }) => tag), ...compared])];
}

const unread: ScanSettings = { scanner: 'unknown', frequency: 'unknown' };

async function settingsOf({ scanner }: Opening, { scan }: Inputs): Promise<ScanSettings> {
  return scan === 'off' || scanner === undefined ? unread : scanner.settings();
}

/** What the registry said of a repository, without the handle. */
function factsOf({ name, uri, arn, registryId, region, mutability }: OpenRepository) {
  return { name, uri, arn, registryId, region, mutability };
}

/** Puts a login into a private docker configuration, which is in the journal before it is there. */
export async function installLogin(
  host: string,
  credentials: Credentials,
  { login }: Pick<Inputs, 'login'>,
  { ports, undo }: Run,
): Promise<{ readonly path: string; readonly dockerEnv: Readonly<Record<string, string>> }> {
  const { dockerConfig, job } = ports;
  const path = dockerConfig.choosePath();
  undo.plan({ kind: 'folder', path, isForJob: login === 'job' });
  const dockerEnv = await dockerConfig.install(path, host, credentials);
  if (login === 'job') {
    const before = Object.keys(dockerEnv).map((name) => [name, job.variable(name) ?? '']);
    undo.plan({ kind: 'job-variables', before: Object.fromEntries(before) as Record<string, string> });
    for (const [name, value] of Object.entries(dockerEnv)) job.exportVariable(name, value);
  }
  return { path, dockerEnv };
}

/** For whom a login is, in words. */
export function loginScope(login: 'job' | 'step'): string {
  return login === 'job' ? 'for this step and the later steps of the job' : 'for this step alone';
}
