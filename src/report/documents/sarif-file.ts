import { hasSarif, sarifOf } from '../sarif.ts';
import { jsonText, type Document } from './document.ts';

/** The findings for code scanning. */
export const sarifDocument: Document = {
  input: 'sarif-file',
  isPart: false,
  path: ({ inputs }) => inputs?.sarifFile,
  missing: (report) =>
    hasSarif(report) ? undefined : 'without a full scan it would close alerts that nobody has fixed',
  text: (report) => jsonText(sarifOf(report)),
};
