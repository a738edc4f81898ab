import { describe, expect, test } from '@jest/globals';
import type { CandidateTag, Undo } from '../../../src/types/undo.ts';
import { readJournal, startJournal } from '../../../src/undo/journal.ts';
import { undoAll, type UndoTools } from '../../../src/undo/undo.ts';

const folder: Undo = { kind: 'folder', path: '/temp/login', isForJob: true };
const child: Undo = { kind: 'process', pid: 7, startedAt: '99', command: 'docker push' };
const variables: Undo = { kind: 'job-variables', before: { DOCKER_CONFIG: '/theirs' } };

function tools(given: Partial<UndoTools>) {
  const done: string[] = [];
  const all = {
    log: { info: () => undefined },
    job: { exportVariable: (name: string, value: string) => done.push(`${name}=${value}`) },
    folders: {
      remove: (path: string) => {
        done.push(`rm ${path}`);
        return Promise.resolve();
      },
      unshare: (path: string) => {
        done.push(`unshare ${path}`);
        return Promise.resolve();
      },
    },
    processes: {
      end: ({ pid }: { readonly pid: number }) => {
        done.push(`end ${String(pid)}`);
        return Promise.resolve('ended');
      },
    },
    ...given,
  } as unknown as UndoTools;
  return { all, done };
}

describe('undoAll', () => {
  test('ends processes before it takes back what they might still be making', async () => {
    const { all, done } = tools({});
    await undoAll([folder, variables, child, { kind: 'shared-login', path: '/temp/before' }], all);
    expect(done).toEqual(['end 7', 'rm /temp/login', 'DOCKER_CONFIG=/theirs', 'unshare /temp/before']);
  });

  test('takes back all it can where one thing hangs, and says that there was no time for that one', async () => {
    const { all, done } = tools({
      folders: { remove: () => new Promise(() => undefined), unshare: () => Promise.resolve() },
    });
    const end = new AbortController();
    const undoing = undoAll([folder, variables], all, end.signal);
    // Everything else has had its turn by now.
    await new Promise(setImmediate);
    end.abort();
    const undone = await undoing;
    expect(undone.map(({ undo, failure }) => [undo.kind, failure?.code])).toEqual([
      ['folder', 'timed-out'],
      ['job-variables', undefined],
    ]);
    expect(done).toEqual(['DOCKER_CONFIG=/theirs']);
  });
});

describe('what is in the engine', () => {
  const network: Undo = { kind: 'network', name: 'ecr-ship-smoke-1' };
  const absent = {
    exitCode: 1,
    stdout: '',
    stderr: 'Error response from daemon: network ecr-ship-smoke-1 not found',
  };
  const gone = { exitCode: 0, stdout: '', stderr: '' };

  test.each([
    { name: 'and comes late is removed all the same', answers: [absent, gone], failure: undefined },
    { name: 'and never was there is fine', answers: [absent, absent], failure: undefined },
    {
      name: 'and stays is told',
      answers: [absent, { ...absent, stderr: 'it has endpoints' }],
      failure: 'engine-unreachable',
    },
  ])('$name', async ({ answers, failure }) => {
    const left = [...answers];
    const slept: number[] = [];
    const { all } = tools({
      clock: { now: () => 0, sleep: (ms) => Promise.resolve(void slept.push(ms)) },
      docker: () => Promise.resolve({ run: () => Promise.resolve(left.shift()) } as never),
    });
    const [undone] = await undoAll([network], all);
    expect([undone?.failure?.code, left, slept]).toEqual([failure, [], [1000]]);
  });
});

describe('the journal', () => {
  test('holds in the state what is left at every moment, and reads as it was written', () => {
    let state = '';
    const journal = startJournal((text) => {
      state = text;
    });
    journal.plan(folder);
    const planned = journal.plan(child);
    expect(readJournal(state)).toEqual([child, folder]);
    journal.strike({ ...planned });
    expect(readJournal(state)).toEqual([folder]);
    expect(readJournal('')).toEqual([]);
  });

  test('knows one thing again of which more is known by now', () => {
    const journal = startJournal(() => undefined);
    const tag = journal.plan<CandidateTag>({
      kind: 'candidate-tag',
      registryType: 'private',
      region: 'eu-west-1',
      registryId: '',
      repository: 'team/app',
      tag: 'candidate-1',
      runStartedAt: 1,
      state: 'pushing',
    });
    journal.change(tag, { state: 'there' });
    journal.strike(tag);
    expect(journal.left()).toEqual([]);
  });
});
