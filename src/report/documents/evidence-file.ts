import { evidenceIn } from '../evidence.ts';
import type { Document } from './document.ts';

/** Who, what, how, scan and verdict, as Markdown for a release review; also for a failed run. */
export const evidenceDocument: Document = {
  input: 'evidence-file',
  isPart: true,
  path: ({ inputs }) => inputs?.evidenceFile,
  missing: () => undefined,
  text: (report, before) => evidenceIn(before, report),
};
