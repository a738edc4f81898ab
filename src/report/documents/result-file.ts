import { resultFileOf } from '../result-file.ts';
import { jsonText, type Document } from './document.ts';

/** The whole run as one JSON object; also for a failed run. */
export const resultDocument: Document = {
  input: 'result-file',
  isPart: false,
  path: ({ resultFile }) => resultFile,
  missing: () => undefined,
  text: (report) => jsonText(resultFileOf(report)),
};
