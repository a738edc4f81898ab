import type { RawInputs } from '../types/inputs.ts';
import { jobSecrets } from '../types/job-secrets.ts';
import { looksSecret } from '../types/secret-names.ts';
import { parseSecretEnvs, parseSecrets } from './build-options.ts';

/** No secret is as short, and a shorter value would be hidden all over a log that has nothing to do with it. */
const shortest = 6;

/**
 * What the inputs hold, or name, that must never be shown, and what the job has besides: known before anything is said,
 * also where it cannot be used.
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
    raw['github-token'],
    ...jobSecrets(variable),
    ...misplacedSecrets(raw, variable),
  ].filter((text) => text.trim() !== '');
}

/**
 * What looks like a secret where none should stand: in build arguments, which everybody can read in the image, and in the
 * variables of a smoke test. The image has the former all the same; nothing else of this run has it.
 */
function misplacedSecrets(raw: RawInputs, variable: (name: string) => string | undefined): string[] {
  const lines = raw['build-args'].split('\n').map((line) => line.trim().replace(/^"(.*)"$/, '$1'));
  const given = lines.map((line): readonly [string, string] => {
    const equals = line.indexOf('=');
    return equals < 0 ? [line, variable(line) ?? ''] : [line.slice(0, equals), line.slice(equals + 1)];
  });
  // Read as text: it has to be known before the YAML is, and also where it is none.
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
