import type { Plan } from '../types/plan.ts';
import { asksAttestations } from './options.ts';
import { refusesForm } from './push-failure.ts';
import type { OtherForm } from './retried-push.ts';

const told =
  'The registry refused a manifest, as registries do that do not know its subject field. Pushing the attestations in the older ' +
  'form, which every registry takes; nothing is built again.';

/**
 * BuildKit writes attestations as OCI artifacts with a `subject` from 0.32 on, which ECR refused for long and other registries do
 * still; undefined where the image has none.
 * @param take makes the older form, with an image's config and no subject, the one that is pushed
 */
export function olderForm(
  { inputs }: Pick<Plan, 'inputs'>,
  take: () => Promise<void>,
): OtherForm | undefined {
  return asksAttestations(inputs.build.options) ? { suits: refusesForm, told, take } : undefined;
}
