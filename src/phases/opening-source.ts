import { parseRepositoryInput } from '../inputs/repository-input.ts';
import type { Registry } from '../ports.ts';
import type { Phase, Run } from '../run.ts';
import { ShipError } from '../types/errors.ts';
import { registryHost, type RegistryTarget } from '../types/image.ts';
import type { Inputs, PublishInputs } from '../types/inputs.ts';
import { info, notice } from '../types/message.ts';
import type { RepositoryName } from '../types/names.ts';
import type { RoleRequest } from '../types/role.ts';
import { publicRegion } from '../types/regions.ts';
import { requireAccount } from './account.ts';
import { takeLogin } from './docker-login.ts';
import { missingFrom } from './missing-repository.ts';
import { settingsOf, type Target } from './opening.ts';
import { mayJudgeInTarget } from './scan-repository.ts';

/**
 * Opens the repository of the images to publish: the run's own, or another one from which they are promoted. They are
 * judged there, so that the target gets nothing of an image that does not pass. Throws `invalid-input`.
 */
export async function openSource(
  { inputs, target }: { readonly inputs: PublishInputs; readonly target: Target },
  run: Run,
): Promise<Target> {
  const { repository: written } = inputs.from;
  const { name, uri } = target.repository;
  if (written === undefined || written === name || written === uri) return target;
  const parsed = parseRepositoryInput(inOwnRegistry(written, target.repository));
  if (!parsed.ok) throw notARepository(written, uri);
  const place = parsed.value;
  const own = target.repository;
  if (place.registryType === undefined && place.name === own.name) return target;
  const isSame =
    place.name === own.name && place.registryId === own.registryId && place.region === own.region;
  if (isSame) return target;
  // A name alone is a repository of the same registry.
  const home = { ...inputs.target, ...(inputs.sourceRole !== undefined && { role: inputs.sourceRole }) };
  const registryTarget: RegistryTarget =
    place.registryType === undefined
      ? home
      : place.registryType === 'public'
        ? { ...home, type: 'public', region: publicRegion, registryId: undefined }
        : { ...home, type: 'private', region: place.region ?? home.region, registryId: place.registryId };
  const registry = await run.ports.connect(registryTarget);
  return run.do(openingSource, { inputs, target, name: place.name, registry, role: registryTarget.role });
}

/** By the host that the registry itself gives, whatever it is called, a repository of the same registry is a name. */
function inOwnRegistry(written: string, own: Target['repository']): string {
  const host = `${registryHost(own)}/`;
  return own.type === 'private' && written.startsWith(host) ? written.slice(host.length) : written;
}

interface Order {
  readonly inputs: Inputs;
  readonly target: Target;
  readonly name: RepositoryName;
  readonly registry: Registry;
  readonly role: RoleRequest | undefined;
}

const openingSource: Phase<Order, Target> = {
  name: 'login',
  async run({ inputs, target, name, registry, role }, run) {
    const door = registry.open(name);
    await requireAccount(registry, inputs.allowedAccountIds);
    const [, repository, scanSettings] = await Promise.all([
      takeLogin(registry, run),
      door.opened(),
      settingsOf(door, inputs),
    ]).catch((error: unknown) => {
      throw missingFrom('from', error);
    });
    return { ...target, repository, scanSettings, role, tagged: new Map() };
  },
  tell: (from, { target, inputs }) => [
    ...(from.scanSettings.notice === undefined ? [] : [notice(from.scanSettings.notice)]),
    info(wayOf(from, target, mayJudgeInTarget({ inputs, from, target }))),
  ],
};

/** Which way the image takes. */
function wayOf({ repository }: Target, { repository: { uri } }: Target, isJudgedThere: boolean): string {
  const way = isJudgedThere
    ? `copied to ${uri} without a tag, and judged there, for ${repository.uri} has no scanner`
    : `judged in ${repository.uri}, and copied to ${uri} when it has passed`;
  return `Logged in to ${registryHost(repository)}: the image is ${way}.`;
}

function notARepository(written: string, uri: string): ShipError {
  return new ShipError({
    code: 'invalid-input',
    what: `Input from names an image of ${JSON.stringify(written)}, which is neither ${uri} nor a repository of ECR.`,
    next: 'Give a digest or a tag alone, or the full URI of the repository from which the image is promoted.',
  });
}
