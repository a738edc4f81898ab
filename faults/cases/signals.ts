import type { FaultCase } from '../case.ts';
import { moments, type MomentName } from '../moments.ts';

const names = Object.keys(moments) as MomentName[];

/** Everything that the user wanted is done by then, so ending as if nothing had happened is right too. */
const isAtTheEnd = (name: MomentName) => /moving tag is set|removed|forgets/.test(name);

function casesOf(how: 'cancel' | 'kill', image: 'good' | 'bad'): FaultCase[] {
  const reached = (name: MomentName) => image === 'good' || !/tag is set/.test(name);
  return names.filter(reached).map((name) => ({
    name: `${how === 'cancel' ? 'cancelled' : 'killed'} ${name}${image === 'bad' ? ', bad image' : ''}`,
    group: 'signals',
    image,
    signal: { how, at: moments[name] },
    // The next run must not ship a bad image either.
    ...(image === 'good' && { next: 'at once' as const }),
    expect: isAtTheEnd(name) || image === 'bad' ? 'either' : 'fails',
    cause: [image === 'good' ? /cancel/i : /cancel|critical/i],
    mayMiss: moments[name].kind === 'docker',
  }));
}

const late: readonly MomentName[] = [
  'when the candidate is pushed',
  'while it scans',
  'before the candidate is removed',
  'when the candidate is removed',
];

/** Cancelled as by the runner, and killed, in each phase; then post, and a next run. */
export const signalCases: readonly FaultCase[] = [
  ...casesOf('cancel', 'good'),
  ...casesOf('kill', 'good'),
  ...casesOf('cancel', 'bad').filter(({ name }) => late.some((moment) => name.includes(moment))),
  ...casesOf('kill', 'bad').filter(({ name }) => late.some((moment) => name.includes(moment))),
];
