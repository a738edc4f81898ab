import type { Undo } from '../types/undo.ts';

/** What a run has to undo, saved in the job's state at every moment. */
export interface Journal {
  /** Records something before it is done. */
  plan<U extends Undo>(undo: U): U;
  /** Updates an entry of which more is known now. */
  change<U extends Undo>(undo: U, now: Partial<U>): U;
  /** Removes what was undone or never came into being. */
  strike(undo: Undo): void;
  /** The remaining entries, newest first. */
  left(): readonly Undo[];
}

/**
 * Starts an empty journal.
 * @param save writes the whole journal into the job's state, in place of the previous text
 */
export function startJournal(save: (text: string) => void): Journal {
  let entries: readonly Undo[] = [];
  const keep = (now: readonly Undo[]) => {
    entries = now;
    save(JSON.stringify(entries));
  };
  return {
    plan(undo) {
      keep([...entries, undo]);
      return undo;
    },
    change(undo, now) {
      const changed = { ...undo, ...now };
      if (entries.some((entry) => isSame(entry, undo)))
        keep(entries.map((entry) => (isSame(entry, undo) ? changed : entry)));
      return changed;
    },
    strike(undo) {
      if (entries.some((entry) => isSame(entry, undo))) keep(entries.filter((entry) => !isSame(entry, undo)));
    },
    left: () => entries.toReversed(),
  };
}

/** Whether two entries are about the same thing, however much is known about it. */
function isSame(one: Undo, other: Undo): boolean {
  return one.kind === other.kind && whatOf(one) === whatOf(other);
}

function whatOf(undo: Undo): string {
  switch (undo.kind) {
    case 'candidate-tag':
      return undo.tag;
    case 'local-image':
    case 'container':
    case 'network':
      return undo.name;
    case 'process':
      return `${String(undo.pid)} ${undo.startedAt}`;
    case 'folder':
    case 'shared-login':
      return undo.path;
    case 'job-variables':
      return '';
  }
}

/** Reads a journal from the job's state, newest entry first; empty if there is none. */
export function readJournal(text: string): readonly Undo[] {
  return text === '' ? [] : (JSON.parse(text) as readonly Undo[]).toReversed();
}
