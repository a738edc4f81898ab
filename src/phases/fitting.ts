import { misfitsOf, sizeMisfit } from '../types/runtimes.ts';
import type { Run } from '../run.ts';
import { ShipError } from '../types/errors.ts';
import type { VerifiedImage } from '../types/image.ts';
import { warning } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import { fateOfTags } from './tags-had.ts';

/** Checks that an image in the registry can run on the runtime. Throws `runtime-unfit`. */
export function requireRuntime({ inputs }: Plan, image: VerifiedImage, run: Run): void {
  const { errors, warnings } = misfitsOf(image, inputs.runtime, run.found('unpackedSize'));
  run.tell(warnings.map(warning));
  if (errors.length > 0) throw runtimeUnfit(errors, run);
}

/** The same check with what is known about an image before it is pushed. Throws `runtime-unfit`. */
export function requireUnpackedSize({ inputs }: Plan, run: Run): void {
  const misfit = sizeMisfit(inputs.runtime, run.found('unpackedSize'));
  if (misfit !== undefined) throw runtimeUnfit([misfit], run);
}

function runtimeUnfit(clauses: readonly string[], run: Run): ShipError {
  return new ShipError({
    code: 'runtime-unfit',
    what: `The image cannot run where the input runtime says: ${clauses.join('; ')}.`,
    next: `${fateOfTags(run)} Build it in the form that is taken there (docs/reference/runtimes.md), or correct the input runtime.`,
  });
}
