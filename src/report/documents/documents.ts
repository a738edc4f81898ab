import { envDocument } from './env-file.ts';
import { evidenceDocument } from './evidence-file.ts';
import { resultDocument } from './result-file.ts';
import { sarifDocument } from './sarif-file.ts';
import type { Document } from './document.ts';

/** Every document, in the order in which they are written. */
export const documents: readonly Document[] = [resultDocument, evidenceDocument, sarifDocument, envDocument];
