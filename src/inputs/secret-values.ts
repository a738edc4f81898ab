import type { RawInputs } from '../types/inputs.ts';
import { parseSecretEnvs, parseSecrets } from './build-options.ts';

/**
 * What the inputs hold, or name, that must never be shown: known before anything is said, also where it cannot be used.
 * @param variable a variable of the job
 */
export function secretValues(raw: RawInputs, variable: (name: string) => string | undefined): string[] {
  const values = parseSecrets(raw.secrets);
  const named = parseSecretEnvs(raw['secret-envs']);
  return [
    // What cannot be read as a list of secrets may be one as a whole.
    ...(values.ok
      ? values.value.flatMap((secret) => (secret.kind === 'value' ? secret.value : []))
      : [raw.secrets]),
    ...(named.ok
      ? named.value.flatMap((secret) => (secret.kind === 'env' ? (variable(secret.variable) ?? []) : []))
      : []),
  ].filter((text) => text.trim() !== '');
}
