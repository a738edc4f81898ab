import { largestFindingsFile, mostFindings } from '../types/bounds.ts';
import type { Run } from '../run.ts';
import { assign, isProven } from '../scan/foreign/assign.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { AssignedScan, FindingsPlace, ForeignScan } from '../types/foreign-scan.ts';
import type { VerifiedImage } from '../types/image.ts';
import { info, notice } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import { Refusal } from '../types/refusal.ts';
import { meant } from '../types/severity-word.ts';
import { nameInLine } from '../types/text.ts';
import { fateOfTags } from './tags-had.ts';

/**
 * Reads other scanners' findings before anything is built, so that an invalid file ends the run at once. Reads
 * nothing if nothing is judged. Throws `invalid-findings`.
 */
export async function readForeign({ inputs }: Plan, run: Run): Promise<void> {
  if (inputs.target === undefined || inputs.findings.length === 0) return;
  const scans: ForeignScan[] = [];
  for (const place of inputs.findings) scans.push(await readOne(place, run));
  const all = scans.reduce((sum, { findings }) => sum + findings.length, 0);
  const last = scans.at(-1);
  if (all > mostFindings && last !== undefined)
    throw unusable(last, `with it there are more than ${String(mostFindings)} findings`);
  run.keep('foreign', scans);
  run.tell(
    scans.map(({ path, tools, findings }) =>
      info(`Read ${nameInLine(path)} by ${tools.join(', ')}: findings ${String(findings.length)}.`),
    ),
  );
}

async function readOne(place: FindingsPlace, { ports }: Run): Promise<ForeignScan> {
  const text = await ports.checkout.readLeft(place.path, largestFindingsFile).catch((cause: unknown) => {
    const { what, next } = asShipError(cause);
    throw new ShipError({ code: 'invalid-findings', what, next, cause });
  });
  if (text === undefined)
    throw new ShipError({
      code: 'invalid-findings',
      what: `The file ${nameInLine(place.path)} of the input findings is not there.`,
      next: 'Let a step before this one scan the image and write it; where that step fails, the job has to end: not scanned is not clean.',
    });
  const { readScan } = await import('../scan/foreign/read-scan.ts');
  try {
    return readScan(text, place);
  } catch (error) {
    if (error instanceof Refusal) throw unusable(place, error.message);
    throw error;
  }
}

/**
 * Matches other scanners' findings with the image's platforms, and translates their severities as the policy says.
 * Throws `invalid-findings` if a file is about another image.
 */
export function assignForeign(plan: Plan, image: VerifiedImage, run: Run): readonly AssignedScan[] {
  const isStrange = plan.source.trust === 'stranger';
  const { words } = plan.inputs.policy;
  const scans = (run.found('foreign') ?? []).map((scan) => {
    if (isStrange && !isProven(scan))
      throw unusable(
        scan,
        `it does not say which image it is about, and the checkout, which may hold such a file, may be a stranger's: ${plan.source.strangers ?? ''}`,
      );
    return { ...assigned(scan, image, run), findings: scan.findings.map((finding) => meant(finding, words)) };
  });
  if (scans.length > 0) run.keep('foreign', scans);
  run.tell(scans.filter((scan) => !isProven(scan)).map(unproven));
  return scans;
}

function assigned(scan: ForeignScan, image: VerifiedImage, run: Run): AssignedScan {
  try {
    return assign(scan, image);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new ShipError({
      code: 'invalid-findings',
      what: `The file ${nameInLine(scan.path)} of the input findings cannot be used: ${error.message}.`,
      next: `${fateOfTags(run)} Scan exactly the image that is published (docs/how-to/foreign-findings.md), or say with platform= which platform a file is about.`,
    });
  }
}

function unproven({ path, tools }: ForeignScan) {
  return notice(
    `${nameInLine(path)} by ${tools.join(', ')} does not say by a digest which image it is about: that it is this one is taken on ` +
      'trust. Scan the image by its digest (docs/how-to/foreign-findings.md).',
  );
}

function unusable({ path }: FindingsPlace, why: string): ShipError {
  return new ShipError({
    code: 'invalid-findings',
    what: `The file ${nameInLine(path)} of the input findings cannot be used: ${why}.`,
    next: 'Look at the step that writes it; what such a file has to have is in docs/how-to/foreign-findings.md.',
  });
}
