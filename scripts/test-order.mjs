// jest's testSequencer: the files that need engines come first, those of the processor alone last. A fresh clone knows no durations,
// and jest then goes by the size of a file: a long file that began last was waited for alone. Files of a second fill that up.
import Sequencer from '@jest/test-sequencer';

export default class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const [long, short] = [true, false].map((needed) => sorted.filter((test) => hasEngines(test) === needed));
    return [...long, ...short];
  }
}

/** As in jest.config.mjs, `withEngines`. */
function hasEngines({ context }) {
  return context.config.setupFilesAfterEnv.length > 0;
}
