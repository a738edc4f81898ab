import type { Clock, Docker, DockerConfig, Job, Log, Processes, Registry } from '../ports.ts';
import { engineImages } from '../docker/engine-images.ts';
import { orAborted } from '../types/abort.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { RegistryTarget } from '../types/image.ts';
import { clause } from '../types/text.ts';
import type {
  ChildProcess,
  Container,
  DockerFolder,
  JobVariables,
  LocalImage,
  Network,
  SharedLogin,
  Undo,
} from '../types/undo.ts';
import { removeCandidateTag } from './candidate-tag.ts';

/** What undoing needs from the world. Large modules are loaded only if there is something to do with them. */
export interface UndoTools {
  readonly log: Log;
  readonly clock: Clock;
  readonly job: Pick<Job, 'exportVariable'>;
  readonly folders: Pick<DockerConfig, 'remove' | 'unshare'>;
  readonly processes: Processes;
  readonly docker: () => Promise<Docker>;
  readonly connect: (target: RegistryTarget) => Promise<Registry>;
}

/** How to undo each kind of thing. */
const how: {
  readonly [Kind in Undo['kind']]: (
    undo: Extract<Undo, { kind: Kind }>,
    tools: UndoTools,
  ) => Promise<UndoOutcome>;
} = {
  'candidate-tag': removeCandidateTag,
  'local-image': async ({ name }: LocalImage, tools) => {
    await engineImages({ docker: await tools.docker(), log: tools.log }).untag([name]);
    return undefined;
  },
  container: async ({ name }: Container, tools) => {
    await removeFromEngine(['container', 'rm', '--force', '--volumes', name], tools);
    return undefined;
  },
  network: async ({ name }: Network, tools) => {
    await removeFromEngine(['network', 'rm', name], tools);
    return undefined;
  },
  process: async ({ pid, startedAt, command }: ChildProcess, { processes, log }) => {
    const end = await processes.end({ pid, startedAt, command });
    if (end === 'ended') log.info(`Ended what was left of \`${command}\`.`);
    return undefined;
  },
  folder: async ({ path, isForJob }: DockerFolder, { folders, log }) => {
    await folders.remove(path);
    if (isForJob) log.info('Removed the login of this step.');
    return undefined;
  },
  'shared-login': async ({ path }: SharedLogin, { folders, log }) => {
    await folders.unshare(path);
    log.info("Put back what was in the person's own docker configuration.");
    return undefined;
  },
  // An empty value makes docker and buildx use their own default, as if the variable were not set.
  'job-variables': ({ before }: JobVariables, { job }) => {
    for (const [name, value] of Object.entries(before)) job.exportVariable(name, value);
    return Promise.resolve(undefined);
  },
};

/** How long after a process has ended the engine may still carry out its request. In milliseconds. */
const lateMs = 1_000;

/**
 * Removes something from the engine. If it is missing, it may be about to appear, so this tries once more; then
 * missing is fine.
 */
async function removeFromEngine(args: readonly string[], { docker, clock }: UndoTools): Promise<void> {
  const engine = await docker();
  const isAbsent = ({ stderr }: { readonly stderr: string }) => /no such|not found/i.test(stderr);
  let removed = await engine.run(args, { show: false });
  if (removed.exitCode !== 0 && isAbsent(removed)) {
    await clock.sleep(lateMs);
    removed = await engine.run(args, { show: false });
  }
  const { exitCode, stderr } = removed;
  if (exitCode === 0 || isAbsent(removed)) return;
  throw new ShipError({
    code: 'engine-unreachable',
    what: `The engine keeps ${args.at(-1) ?? ''}: ${clause(stderr.trim() || 'it said nothing')}.`,
    next: `Remove it with docker ${args.join(' ')} where the engine is not made anew for each job.`,
  });
}

/** The notable result of undoing. `image-removed`: the tag was the image's last one. */
type UndoOutcome = 'image-removed' | undefined;

/** One thing that was undone, or why it was not. */
export type Undone =
  | { readonly undo: Undo; readonly outcome: UndoOutcome; readonly failure: undefined }
  | { readonly undo: Undo; readonly outcome: undefined; readonly failure: ShipError };

/**
 * Undoes one thing. Never throws.
 * @param end aborts when time is up, whatever this waits for
 */
export async function undoOne(undo: Undo, tools: UndoTools, end?: AbortSignal): Promise<Undone> {
  const takeBack = how[undo.kind] as (one: Undo, with_: UndoTools) => Promise<UndoOutcome>;
  try {
    const work = takeBack(undo, tools);
    return { undo, outcome: await (end === undefined ? work : orAborted(work, end)), failure: undefined };
  } catch (error) {
    return { undo, outcome: undefined, failure: end?.aborted === true ? noTime() : asShipError(error) };
  }
}

function noTime(): ShipError {
  return new ShipError({
    code: 'timed-out',
    what: 'There was no answer in the time that was left for it.',
    next: 'Look at what hangs: the registry, the engine, or the disk of this runner.',
  });
}

/**
 * Undoes several things, given newest first: processes before anything that they may still be making, then containers,
 * the rest in parallel. Never throws; the caller, who knows whether somebody tries again, reports what failed.
 */
export async function undoAll(
  undos: readonly Undo[],
  tools: UndoTools,
  end?: AbortSignal,
): Promise<readonly Undone[]> {
  const done: Undone[] = [];
  // A network can be removed once nothing is in it, and an image once nothing runs it.
  for (const kinds of [['process'], ['container']]) {
    const some = undos.filter(({ kind }) => kinds.includes(kind));
    done.push(...(await Promise.all(some.map((undo) => undoOne(undo, tools, end)))));
  }
  const rest = undos.filter(({ kind }) => kind !== 'process' && kind !== 'container');
  return [...done, ...(await Promise.all(rest.map((undo) => undoOne(undo, tools, end))))];
}

/** What could not be undone, as a clause that follows "could not". */
export function describeUndo(undo: Undo): string {
  switch (undo.kind) {
    case 'candidate-tag':
      return `remove the candidate's tag ${undo.tag} from ${undo.repository}`;
    case 'local-image':
      return `remove ${undo.name} from the engine of this machine`;
    case 'container':
      return `remove the container ${undo.name}`;
    case 'network':
      return `remove the network ${undo.name}`;
    case 'process':
      return `end \`${undo.command}\` (process ${String(undo.pid)})`;
    case 'folder':
      return undo.isForJob ? 'log out' : `remove the folder ${undo.path}`;
    case 'shared-login':
      return "put back what was in the person's own docker configuration";
    case 'job-variables':
      return 'restore the docker variables of the job';
  }
}
