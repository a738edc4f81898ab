import { isDifferenceTold } from '../plan/comparison.ts';
import { copyImage, type CopyOrder } from '../publish/copy-image.ts';
import type { Registry } from '../ports.ts';
import { copiedLine } from '../report/log-lines.ts';
import type { Phase, Run } from '../run.ts';
import type { Copied } from '../types/copied.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Exceptions } from '../types/exceptions.ts';
import { registryHost, type Candidate } from '../types/image.ts';
import type { Inputs } from '../types/inputs.ts';
import { info, notice } from '../types/message.ts';
import type { RepositoryName } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';
import { clause } from '../types/text.ts';
import { passGate, type Compared } from './gate.ts';
import { takeLogin } from './docker-login.ts';
import { missingFrom } from './missing-repository.ts';
import { settingsOf, type Target } from './opening.ts';
import type { Verified } from './scanning.ts';
import { dropCandidateTags, isIn } from './tagging.ts';
import { tagsHad } from './tags-had.ts';
import { verifying } from './verifying.ts';

/**
 * Opens the repository where an image is pushed, verified, scanned and judged: that of the input scan-repository, or
 * else the target itself.
 */
export async function openGate(
  { inputs, target }: { readonly inputs: Inputs; readonly target: Target },
  run: Run,
): Promise<Target> {
  const { scanRepository: place } = inputs;
  if (place?.target === undefined) return target;
  const registry = await run.ports.connect(place.target);
  return run.do(openingScanRepository, { inputs, target, name: place.name, registry });
}

interface Order {
  readonly inputs: Inputs;
  readonly target: Target;
  readonly name: RepositoryName;
  readonly registry: Registry;
}

/** Adds a second login to the first one's docker configuration. The tags considered are still the target's. */
const openingScanRepository: Phase<Order, Target> = {
  name: 'login',
  async run({ inputs, target, name, registry }, run) {
    const door = registry.open(name);
    const [credentials, repository, scanSettings] = await Promise.all([
      takeLogin(registry, run),
      door.opened(),
      settingsOf(door, inputs),
    ]).catch((error: unknown) => {
      throw missingFrom('scan-repository', error);
    });
    const host = registryHost(repository);
    await target.addLogin({ host, basic: credentials.basic });
    return {
      ...target,
      repository,
      scanSettings,
      expiresAt: Math.min(target.expiresAt, credentials.expiresAt),
      renewLogin: async () => {
        await target.renewLogin();
        const { basic } = await takeLogin(registry, run);
        await target.addLogin({ host, basic });
      },
    };
  },
  tell: ({ repository, scanSettings }, { target }) => [
    ...(scanSettings.notice === undefined ? [] : [notice(scanSettings.notice)]),
    info(
      `Logged in to ${registryHost(repository)}: the image is scanned in ${repository.name} before it comes to ` +
        `${target.repository.uri}.`,
    ),
  ],
};

interface NamedCopy extends CopyOrder {
  /** Whether the copied image is the baseline and not the run's own. */
  readonly isBaseline?: boolean;
}

/** Copies an image by its digest. */
export const copying: Phase<NamedCopy, Copied> = {
  name: 'copy',
  title: ({ destination, isBaseline }) =>
    `Copy ${isBaseline === true ? 'of the baseline ' : ''}to ${destination.uri}`,
  run: (order) => copyImage(order),
  tell: (copied, order) => [info(copiedLine(copied, order))],
};

/**
 * Whether an image from elsewhere is judged in the target, where it comes without a tag: ECR Public has no scanner, and what
 * is promoted from there could be judged nowhere else.
 */
export function mayJudgeInTarget({ inputs, from, target }: Promotion): boolean {
  if (from === target || inputs.scan === 'off') return false;
  return from.repository.scanner === undefined && target.repository.scanner !== undefined;
}

interface Promotion {
  readonly inputs: Inputs;
  readonly from: Target;
  readonly target: Target;
}

/** A candidate that is judged in the target has no tag there, and needs none any more where it came from. */
export async function leaveSource(candidate: Candidate, from: Target, run: Run): Promise<Candidate> {
  await dropCandidateTags(run, from.repository);
  return run.keep('candidate', { ...candidate, tag: undefined });
}

/** Where an image is, and where it is judged. */
interface Route extends Pick<NamedCopy, 'isBaseline'> {
  readonly target: Target;
  readonly gate: Target;
}

/** Copies an image from the target to where it is judged; does nothing if that is the same place. */
export async function bringToGate(digest: Digest, route: Route, run: Run): Promise<void> {
  const { target, gate, isBaseline = false } = route;
  if (gate === target) return;
  await run.do(copying, { source: target.repository, destination: gate.repository, digest, isBaseline });
}

/**
 * Judges an image where it is, and once it has passed copies it into the target and reads it back there. Throws
 * `policy-failed` before the target has any of it.
 */
export async function passInto(
  target: Target,
  verified: Verified,
  exceptions: Exceptions,
  run: Run,
): Promise<Verified> {
  const { target: gate, plan } = verified;
  if (gate === target) {
    await passGate(verified, exceptions, run);
    return verified;
  }
  await passGate(verified, exceptions, run, await compareIn({ target, gate }, plan, run));
  await copyInto(target, verified, run);
  await dropCandidateTags(run, gate.repository);
  return readThere(target, verified, run);
}

/**
 * Copies an image into the target without judging it, for emergencies in which tags move first. The copy to be judged
 * stays where it is until `judgeAfterTags`.
 */
export async function carryInto(target: Target, verified: Verified, run: Run): Promise<Verified> {
  if (verified.target === target) return verified;
  await copyInto(target, verified, run);
  return readThere(target, verified, run);
}

/** Judges an image that already has its tags. Throws `policy-failed`, and leaves the tags as they are. */
export async function judgeAfterTags(
  target: Target,
  verified: Verified,
  exceptions: Exceptions,
  run: Run,
): Promise<void> {
  const { target: gate, image, plan } = verified;
  if (gate === target) {
    const tags = [...new Set([...image.tags, ...tagsHad(run)])];
    await passGate({ ...verified, image: { ...image, tags } }, exceptions, run);
    return;
  }
  await passGate(verified, exceptions, run, await compareIn({ target, gate }, plan, run));
  await dropCandidateTags(run, gate.repository);
}

function copyInto(target: Target, { target: gate, image }: Verified, run: Run): Promise<Copied> {
  const { digest } = image;
  return run.do(copying, { source: gate.repository, destination: target.repository, digest });
}

/** Reads back what was copied to where it gets its tags. */
async function readThere(target: Target, verified: Verified, run: Run): Promise<Verified> {
  const { plan } = verified;
  const isTaggedThere = run.undo
    .left()
    .some((undo) => undo.kind === 'candidate-tag' && isIn(undo, target.repository));
  const candidate = run.keep('candidate', {
    ...verified.candidate,
    tag: isTaggedThere ? verified.candidate.tag : undefined,
  });
  const there = await run.do(verifying, { plan, target, candidate, isBuilt: false });
  return { plan, target, candidate, image: there };
}

/**
 * Where the baseline's findings are. It lies in the target, which is asked if it has a scanner: the role of a source may only be
 * allowed to read. Otherwise the baseline is copied to the gate if the verdict depends on it, and looked for there if not.
 */
async function compareIn(route: Route, plan: Plan, run: Run): Promise<Compared> {
  const { target: home, gate } = route;
  const baseline = run.found('baseline');
  const { onlyNew } = plan.inputs.policy;
  const isAsked = onlyNew || isDifferenceTold(plan);
  if (home.repository.scanner !== undefined) return { home, scanned: home };
  if (!isAsked || baseline === undefined || baseline.isArchived === true) return { home, scanned: gate };
  try {
    if (onlyNew) await bringToGate(baseline.digest, { ...route, isBaseline: true }, run);
    const [there] = await gate.repository.manifests.read([baseline.digest]);
    const lacking = `it is not in ${gate.repository.name}, where images are scanned`;
    return { home, scanned: gate, ...(there === undefined && { lacking }) };
  } catch (error) {
    if (!(error instanceof ShipError)) throw error;
    return {
      home,
      scanned: gate,
      lacking: `it cannot be brought to where it is scanned: ${clause(error.what)}`,
    };
  }
}
