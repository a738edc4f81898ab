// jest's testSequencer: files that wait (for engines, for time itself) come first, those of the processor alone last. A fresh clone
// knows no durations, and jest then goes by the size of a file: a long file that began last was waited for alone. Files of a second
// fill that up.
import Sequencer from '@jest/test-sequencer';

export default class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [isWithEngines, isOfAdapters, isOther].flatMap((isOne) => sorted.filter(isOne));
  }
}

/** As in jest.config.mjs, `withEngines`. */
const isWithEngines = ({ context }) => context.config.setupFilesAfterEnv.length > 0;
const isOfAdapters = (test) => !isWithEngines(test) && test.context.config.displayName?.name === 'adapters';
const isOther = (test) => !isWithEngines(test) && !isOfAdapters(test);
