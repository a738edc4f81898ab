import type { Inputs } from '../types/inputs.ts';
import type { Report } from '../types/report.ts';
import { tagsSet } from './tags-set.ts';

/** Whether the run was told to set tags before anything was judged. */
export function isTagsFirst(inputs: Pick<Inputs, 'mode' | 'scan'> | undefined): boolean {
  return inputs?.mode === 'publish' && inputs.scan === 'after-tags';
}

/** The warning before the first tag is set. */
export const tagsFirstWarning =
  'scan: after-tags: the tags are set NOW, before anything is known of the image. It is scanned and judged afterwards; if it ' +
  'does not pass, the step fails and the tags stay. This is for emergencies: take the line out when it is over.';

/** The same for summary and evidence, as Markdown; empty if the order was the usual one, or no tag was set. */
export function tagsFirstNote(report: Report): string[] {
  if (!isTagsFirst(report.inputs) || tagsSet(report).length === 0) return [];
  const { verdict } = report;
  const end =
    verdict === undefined
      ? 'It has **not been judged**.'
      : verdict.outcome === 'failed'
        ? 'It **did not pass**, and its tags stay.'
        : verdict.outcome === 'passed'
          ? 'It has passed since.'
          : 'There was no full scan.';
  return [`**The tags were set before the image was judged** (\`scan: after-tags\`). ${end}`];
}

/** How such a run ended, in words that follow the image's name. */
export function tagsFirstWords({ verdict }: Report): string {
  const published = 'was published before it was judged';
  switch (verdict?.outcome) {
    case undefined:
      return `${published}, and has NOT BEEN JUDGED`;
    case 'failed':
      return `${published}, and DID NOT PASS`;
    case 'passed':
      return `${published}, and has passed since`;
    case 'not-scanned':
      return `${published}, and there was no full scan`;
  }
}
