import { baselineTags } from '../plan/comparison.ts';
import type { Opening, OpenRepository, Registry } from '../ports.ts';
import type { Phase } from '../run.ts';
import type { EcrImage } from '../plan/ecr-images.ts';
import { postureWarnings } from '../report/posture.ts';
import type { DockerLogin, RegistryLogin } from '../types/credentials.ts';
import { registryHost, type Repository, type StoredManifest } from '../types/image.ts';
import type { Inputs } from '../types/inputs.ts';
import { info, notice, warning } from '../types/message.ts';
import type { Tag } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';
import type { Posture } from '../types/posture.ts';
import type { RoleRequest } from '../types/role.ts';
import type { ScanSettings } from '../types/scan.ts';
import { lookAhead, type Looked } from '../publish/archived-tags.ts';
import { requireAccount, roleMessages } from './account.ts';
import { ecrImagesOf, loginsForBaseImages } from './base-image-logins.ts';
import { besideOurs, installLogin, loginScope, takeLogin } from './docker-login.ts';
import { ensureRepository, missingPolicies } from './repository.ts';

/** What the rest of the run works with after the login. */
export interface Target {
  readonly repository: OpenRepository;
  readonly scanSettings: ScanSettings;
  readonly posture: Posture | undefined;
  /** The role with which its registry is asked. */
  readonly role: RoleRequest | undefined;
  /** The images to which tags of this run already point, and that of the tag in the input only-new. */
  readonly tagged: ReadonlyMap<Tag, StoredManifest>;
  /** What was seen of the tags in `Order.unused` at the same moment. */
  readonly looked: Looked;
  /** Selects the private docker configuration for docker processes. */
  readonly dockerEnv: Readonly<Record<string, string>>;
  /** When the login expires, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** Base images in other registries of ECR. */
  readonly ecrImages: readonly EcrImage[];
  /** Gets a new login, for docker too. */
  readonly renewLogin: () => Promise<void>;
  /** Adds a login for another host, or a newer one, to docker's configuration. */
  readonly addLogin: (login: DockerLogin) => Promise<void>;
}

interface Order {
  readonly inputs: Inputs;
  readonly registry: Registry;
  /** The tags whose images are read at the same time. */
  readonly tags: readonly Tag[];
  /** Tags that most likely do not exist, for which the run checks whether an archived image has them. */
  readonly unused?: readonly Tag[];
  /** Logins to further registries, for base images. */
  readonly logins?: readonly RegistryLogin[];
}

/**
 * Logs in without a `docker login` process, and learns about the registry at the same time. The secret goes only into
 * a private file; what has to be undone is in the journal first.
 */
export const opening: Phase<Order, Target> = {
  name: 'login',
  async run({ inputs, registry, tags, unused = [], logins = [] }, run) {
    const door = registry.open(inputs.repository);
    await requireAccount(registry, inputs.allowedAccountIds);
    await ensureRepository(door, inputs, run);
    const [credentials, repository, scanSettings, tagged, looked, posture, caller] = await Promise.all([
      takeLogin(registry, run),
      door.opened(),
      settingsOf(door, inputs),
      door.tags.read(tags),
      lookAhead(door, unused),
      door.posture?.read(),
      inputs.evidenceFile === undefined ? undefined : registry.callerArn(),
    ]);
    run.keep('repository', factsOf(repository));
    if (posture !== undefined) run.keep('posture', { ...posture, scanning: scanSettings });
    if (caller !== undefined) run.keep('caller', caller);
    const host = registryHost(repository);
    const ecrImages = isBuilding(inputs) ? await ecrImagesOf(inputs.build, host, run) : [];
    const { type, region, registryId } = repository;
    const own = { credentials, target: inputs.target ?? { type, region, registryId } };
    const ours = [{ host, basic: credentials.basic }, ...(await loginsForBaseImages(ecrImages, own, run))];
    const { further, messages } = besideOurs(ours, logins);
    run.tell(messages);
    const { path, dockerEnv } = await installLogin([...ours, ...further], inputs.login, run);
    const addLogin = (login: DockerLogin) => run.ports.dockerConfig.renew(path, login);
    return {
      repository,
      scanSettings,
      posture,
      role: inputs.target?.role,
      tagged,
      looked,
      dockerEnv,
      ecrImages,
      expiresAt: credentials.expiresAt,
      async renewLogin() {
        const { basic } = await takeLogin(registry, run);
        await addLogin({ host, basic });
      },
      addLogin,
    };
  },
  tell: ({ repository, scanSettings, posture, expiresAt }, { inputs }) => [
    ...(posture === undefined ? [] : postureWarnings(repository.name, posture).map(warning)),
    ...(posture === undefined ? [] : missingPolicies(repository.name, posture, inputs.create).map(warning)),
    ...(scanSettings.notice === undefined ? [] : [notice(scanSettings.notice)]),
    ...roleMessages(inputs.target),
    info(
      `Logged in to ${registryHost(repository)} until ${new Date(expiresAt).toISOString()} (${loginScope(inputs.login)}).`,
    ),
  ],
};

/** The tags of a plan that no image should have yet. */
export function unusedTags({ tags, inputs }: Plan): readonly Tag[] {
  const isNew = inputs.mode === 'ship' && inputs.ifExists !== 'move';
  return isNew ? tags.filter(({ kind }) => kind === 'fixed').map(({ tag }) => tag) : [];
}

/** The tags whose images matter to a plan. */
export function tagsToRead(plan: Plan): readonly Tag[] {
  return [...new Set([...plan.tags.map(({ tag }) => tag), ...(baselineTags(plan) ?? [])])];
}

function isBuilding({ mode }: Inputs): boolean {
  return mode === 'ship' || mode === 'build';
}

const unread: ScanSettings = { scanner: 'unknown', frequency: 'unknown' };

/** How the repository is scanned, if the run needs to know. */
export async function settingsOf({ scanner }: Opening, { scan }: Inputs): Promise<ScanSettings> {
  return scan === 'off' || scanner === undefined ? unread : scanner.settings();
}

/** What the registry said about a repository, without the handle. */
function factsOf(repository: OpenRepository): Repository {
  const { name, uri, arn, type, registryId, region, mutability, encryption } = repository;
  return { name, uri, arn, type, registryId, region, mutability, ...(encryption && { encryption }) };
}
