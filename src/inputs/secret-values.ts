import type { RawInputs } from '../types/inputs.ts';
import { jobSecrets } from '../types/job-secrets.ts';
import { looksSecret } from '../types/secret-names.ts';
import { parseSecretEnvs, parseSecrets } from './build-options.ts';

/** No secret is shorter, and masking shorter values would garble unrelated parts of the log. */
const shortest = 6;

/**
 * The secrets in the inputs, in variables that they name, and in the job: collected before anything is logged, even
 * from inputs that are invalid.
 * @param variable reads a variable of the job
 */
export function secretValues(raw: RawInputs, variable: (name: string) => string | undefined): string[] {
  const values = parseSecrets(raw.secrets);
  const named = parseSecretEnvs(raw['secret-envs']);
  return [
    // A text that is not a valid list of secrets may be a secret as a whole.
    ...(values.ok
      ? values.value.flatMap((secret) => (secret.kind === 'value' ? secret.value : []))
      : [raw.secrets]),
    ...(named.ok
      ? named.value.flatMap((secret) => (secret.kind === 'env' ? (variable(secret.variable) ?? []) : []))
      : []),
    raw['github-token'],
    ...jobSecrets(variable),
    ...misplacedSecrets(raw, variable),
  ].filter((text) => text.trim() !== '');
}

/**
 * Values that look like secrets where none should be: in build arguments, which everybody can read in the image, and
 * in the variables of a smoke test. They are still in the image, but this run never shows them.
 */
function misplacedSecrets(raw: RawInputs, variable: (name: string) => string | undefined): string[] {
  const lines = raw['build-args'].split('\n').map((line) => line.trim().replace(/^"(.*)"$/, '$1'));
  const given = lines.map((line): readonly [string, string] => {
    const equals = line.indexOf('=');
    return equals < 0 ? [line, variable(line) ?? ''] : [line.slice(0, equals), line.slice(equals + 1)];
  });
  // Searched as text, because it must be known before the YAML is parsed, and even if it is invalid.
  const tested = [
    ...raw['smoke-test'].matchAll(
      /([\w.-]{1,80})["']?\s{0,8}[:=]\s{0,8}("[^"\n]{0,4096}"|'[^'\n]{0,4096}'|[^\s,}\]]{1,4096})/g,
    ),
  ].map(([, name = '', value = '']): readonly [string, string] => [
    name,
    value.replace(/^(["'])(.*)\1$/, '$2'),
  ]);
  return [...given, ...tested]
    .filter(([name, value]) => value.length >= shortest && looksSecret(name, value))
    .map(([, value]) => value);
}
