import type { Opening, OpenRepository, Registry } from '../ports.ts';
import type { Run, Phase } from '../run.ts';
import type { Credentials } from '../types/credentials.ts';
import { registryHost, type StoredManifest } from '../types/image.ts';
import { ShipError } from '../types/errors.ts';
import type { Inputs } from '../types/inputs.ts';
import { info, notice } from '../types/message.ts';
import type { Tag } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';
import { accountOfCaller } from '../types/role.ts';
import type { ScanSettings } from '../types/scan.ts';

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

/**
 * Logs in without a `docker login` process, and learns what the registry is like, all of it side by side.
 * The secret goes into a private file only; what has to be undone is in the journal before it is done.
 */
export const opening: Phase<{ readonly plan: Plan; readonly registry: Registry }, Target> = {
  name: 'login',
  async run({ plan, registry }, run) {
    const { inputs } = plan;
    const door = registry.open(inputs.repository);
    await requireAccount(registry, inputs);
    const [credentials, repository, scanSettings, tagged, caller] = await Promise.all([
      takeLogin(registry, run),
      door.opened(),
      settingsOf(door, inputs),
      door.tags.read(tagsToRead(plan)),
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
  tell: ({ repository, scanSettings, expiresAt }, { plan }) => [
    ...(scanSettings.notice === undefined ? [] : [notice(scanSettings.notice)]),
    ...roleLines(plan.inputs).map(info),
    info(
      `Logged in to ${registryHost(repository)} until ${new Date(expiresAt).toISOString()} (${loginScope(plan.inputs.login)}).`,
    ),
  ],
};

function roleLines({ target }: Inputs): string[] {
  const role = target?.role;
  return role === undefined ? [] : [`Assumed ${role.arn} as ${role.sessionName}.`];
}

/** Nothing is done with the credentials of an account that was not meant. Throws `wrong-account`. */
async function requireAccount(registry: Registry, { allowedAccountIds: allowed }: Inputs): Promise<void> {
  if (allowed.length === 0) return;
  const arn = await registry.callerArn();
  const account = accountOfCaller(arn ?? '');
  if (account !== undefined && allowed.includes(account)) return;
  throw new ShipError({
    code: 'wrong-account',
    what:
      account === undefined
        ? 'AWS STS does not say which account the credentials of this job belong to, and allowed-account-ids is set.'
        : `The credentials of this job (${arn ?? ''}) belong to the account ${account}; allowed-account-ids has ${allowed.join(', ')}.`,
    next: 'Correct role-to-assume, the credentials of the job, or the list.',
  });
}

async function takeLogin(registry: Registry, { ports }: Run): Promise<Credentials> {
  const credentials = await registry.login();
  ports.job.mask(credentials.password);
  ports.job.mask(credentials.basic);
  return credentials;
}

function tagsToRead({ names, inputs }: Plan): readonly Tag[] {
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

async function installLogin(
  host: string,
  credentials: Credentials,
  { login }: Inputs,
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

function loginScope(login: 'job' | 'step'): string {
  return login === 'job' ? 'for this step and the later steps of the job' : 'for this step alone';
}
