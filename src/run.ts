import { openBook, type Book } from './book.ts';
import type { Ports, World } from './ports.ts';
import { follow, orAborted } from './types/abort.ts';
import { asShipError, type ShipError } from './types/errors.ts';
import type { Message } from './types/message.ts';
import type { RunFacts } from './types/plan.ts';
import type { PhaseName, Report } from './types/report.ts';
import { isForJob, type Undo } from './types/undo.ts';
import { startJournal, type Journal } from './undo/journal.ts';
import { describeUndo, undoAll, undoOne, type Undone, type UndoTools } from './undo/undo.ts';

/** One part of the story: what it does, and what to tell about its result. */
export interface Phase<In, Out> {
  readonly name: PhaseName;
  /** The title of its group in the log, unique in a run. Without a title its lines are not grouped. */
  readonly title?: string | ((input: In) => string);
  readonly run: (input: In, run: Run) => Promise<Out>;
  readonly tell?: (out: Out, input: In) => readonly Message[];
}

/** What every part of the story works with. */
export interface Run extends Pick<Book, 'keep' | 'found' | 'startedAt'> {
  readonly ports: Ports;
  readonly facts: RunFacts;
  readonly resultFile: string | undefined;
  readonly undo: Journal;
  tell(messages: readonly Message[]): void;
  /** Runs one phase, records how long it took, even if it fails, and tells its result. */
  do<In, Out>(phase: Phase<In, Out>, input: In): Promise<Out>;
  /** Undoes one thing before the end. If that fails, it is tried again at the end. */
  takeBack(undo: Undo): Promise<void>;
  /** Runs work beside the story. The end of the run waits for it only briefly. Must not throw. */
  beside(work: (tools: UndoTools) => Promise<void>): void;
}

/** A run from its beginning to its end. */
interface WholeRun extends Run {
  /** Runs the story. Its first error, or the reason why the run was cut off, becomes the report's failure. */
  guard(story: () => Promise<void>): Promise<void>;
  /** Undoes what later steps do not need, ends what still runs, and returns the report. */
  finish(lookBack?: LookBack): Promise<Report>;
}

/** Finds out what a run did before it was cut off, in a world that lasts a little longer. */
export type LookBack = (run: Pick<Run, 'keep' | 'found'>, ports: Ports) => Promise<void>;

/** What a run is given. */
export interface Start {
  readonly facts: RunFacts;
  readonly resultFile: string | undefined;
  readonly world: World;
  /** Aborts with the error to report when the job is cancelled or its time is up. */
  readonly cancelled: AbortSignal;
}

/**
 * After a cancellation the runner waits ten seconds in all before it kills. Source: actions/runner, ProcessInvoker.cs.
 */
const rescueMs = 6_000;

/**
 * How long undoing may take, so that nothing hangs the job. What is left is tried again at the end, and then by the
 * post step.
 */
const cleanUpMs = 15_000;

/** How long the end waits for what runs beside the story: it has had the whole run already. */
const besideMs = 3_000;

/** Begins a run: everything that it does in the world ends with it. */
export function startRun({ facts, resultFile, world, cancelled }: Start): WholeRun {
  const over = new AbortController();
  const stopFollowing = follow(over, [cancelled]);
  const { signal } = over;
  const undo = startJournal((text) => {
    ports.job.saveState('undo', text);
  });
  const ports = tie(world, signal, undo);
  const book = openBook({ run: facts, resultFile }, ports.clock);
  let failure: ShipError | undefined;
  const besides: Promise<void>[] = [];
  const note = ({ undo: one, outcome, failure: failed }: Undone) => {
    if (failed === undefined) undo.strike(one);
    if (outcome === 'image-removed') book.keep('candidateRemoved', true);
  };
  const run: Run = {
    ports: { ...ports, docker: book.noting(ports.docker) },
    facts,
    resultFile,
    startedAt: book.startedAt,
    undo,
    keep: book.keep,
    found: book.found,
    tell: (messages) => {
      for (const { level, text } of messages) ports.log[level](text);
    },
    do: (phase, input) => book.timed(phase.name, () => perform(phase, input, run)),
    takeBack: async (one) => {
      note(await undoOne(one, undoTools(ports), AbortSignal.timeout(cleanUpMs)));
    },
    beside: (work) => {
      besides.push(work(undoTools(ports)));
    },
  };
  return {
    ...run,
    async guard(story) {
      failure = await failureOf(story(), signal);
      stopFollowing();
    },
    async finish(lookBack = () => Promise.resolve()) {
      if (!signal.aborted && besides.length > 0)
        await Promise.race([Promise.all(besides), ports.clock.sleep(besideMs)]);
      // The signal that ended the run has ended its world too, so this uses a second one while the runner still waits.
      const rescue = signal.aborted ? AbortSignal.timeout(rescueMs) : undefined;
      const last = rescue === undefined ? ports : tie(world, rescue, undo);
      if (rescue !== undefined) await orAborted(lookBack(run, last), rescue).catch(() => undefined);
      const left = undo.left().filter((one) => !isForJob(one));
      const takeBack = () => undoAll(left, undoTools(last), rescue ?? AbortSignal.timeout(cleanUpMs));
      const undone = left.length === 0 ? [] : await book.timed('clean-up', takeBack);
      undone.forEach(note);
      run.tell(undone.flatMap(tellUndone));
      over.abort(new Error('the run is over'));
      return book.report(failure);
    },
  };
}

/** How long a story that was cut off may take to unwind, so that what it has done is known. In milliseconds. */
const unwindingMs = 500;

/** Why a story failed: its first error, or the reason of the signal. Does not wait for what hangs. */
async function failureOf(story: Promise<void>, signal: AbortSignal): Promise<ShipError | undefined> {
  try {
    await orAborted(story, signal);
    return undefined;
  } catch (error) {
    if (!signal.aborted) return asShipError(error);
    await orAborted(story, AbortSignal.timeout(unwindingMs)).catch(() => undefined);
    return asShipError(signal.reason);
  }
}

/** Makes a world that ends with a signal, and keeps its processes and folders in the journal while they exist. */
function tie(world: World, signal: AbortSignal, undo: Journal): Ports {
  const running = new Map<number, Undo>();
  return world({
    signal,
    children: {
      started(child) {
        running.set(child.pid, undo.plan({ kind: 'process', ...child }));
      },
      ended(pid) {
        const entry = running.get(pid);
        if (entry !== undefined) undo.strike(entry);
        running.delete(pid);
      },
    },
    folders: {
      planned(path) {
        undo.plan({ kind: 'folder', path, isForJob: false });
      },
      removed(path) {
        undo.strike({ kind: 'folder', path, isForJob: false });
      },
    },
  });
}

/** Runs a phase inside its group and tells its result: info lines inside the group, everything else after it. */
async function perform<In, Out>(phase: Phase<In, Out>, input: In, run: Run): Promise<Out> {
  let messages: readonly Message[] = [];
  const work = async () => {
    const out = await phase.run(input, run);
    messages = phase.tell?.(out, input) ?? [];
    run.tell(messages.filter(({ level }) => level === 'info'));
    return out;
  };
  const title = typeof phase.title === 'function' ? phase.title(input) : phase.title;
  const out = await (title === undefined ? work() : run.ports.log.group(title, work));
  run.tell(messages.filter(({ level }) => level !== 'info'));
  return out;
}

function undoTools(ports: Ports): UndoTools {
  return {
    ...ports,
    folders: ports.dockerConfig,
    docker: () => Promise.resolve(ports.docker),
  };
}

function tellUndone({ undo, failure }: Undone): Message[] {
  if (failure === undefined) return [];
  const text = `Could not ${describeUndo(undo)}; the post step tries again. ${failure.what}`;
  // A name left in the engine hardly matters: most machines are thrown away after the job.
  return [{ level: undo.kind === 'local-image' ? 'info' : 'warning', text }];
}
