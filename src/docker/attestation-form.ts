import type { Plan } from '../types/plan.ts';
import { asksAttestations } from './options.ts';
import { lastWords } from './printed.ts';
import type { OtherForm } from './retried-push.ts';

const told =
  'The registry refused a manifest, as registries do that do not know its subject field. Pushing the attestations in the older ' +
  'form, which every registry takes; nothing is built again.';

/**
 * From 0.32 on BuildKit writes attestations as OCI artifacts with a `subject`, which ECR long refused and other
 * registries still do. This is how to go back to the older form; undefined if the image has no attestations.
 * @param take switches the push to the older form, with an image's config and no subject
 */
export function olderForm(
  { inputs }: Pick<Plan, 'inputs'>,
  take: () => Promise<void>,
): OtherForm | undefined {
  return asksAttestations(inputs.build.options) ? { suits: refusesForm, told, take } : undefined;
}

/**
 * A registry that does not know `subject` accepts all of an image except the manifest that has one, as ECR did until
 * 2026. Docker and older BuildKits show only the status, BuildKit 0.34 the registry's own message.
 * Source: moby/buildkit#5747, #6171; tried with BuildKit 0.34.2.
 */
const manifestRefused =
  /\bPUT request to https?:\/\/\S+\/manifests\/sha256:[0-9a-f]{64}\S*: 405\b|\bunsupported: Invalid parameter at 'ImageManifest'/;

/** Whether the registry may have refused the form of the attestations. */
function refusesForm(output: string): boolean {
  return manifestRefused.test(lastWords(output));
}
