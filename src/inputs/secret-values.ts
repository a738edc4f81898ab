import type { RawInputs } from '../types/inputs.ts';
import { jobSecrets } from '../types/job-secrets.ts';
import { credentialsInContext, credentialsInText } from '../types/redact.ts';
import { looksSecret } from '../types/secret-names.ts';
import { parseSecretEnvs, parseSecrets } from './build-options.ts';

/** No secret is shorter, and masking shorter values would garble unrelated parts of the log. */
const shortest = 6;

/** Reads a variable of the job. */
type Variable = (name: string) => string | undefined;

/**
 * The secrets in the inputs, in variables that they name, and in the job. They must be masked before anything is
 * logged, so they are collected even from inputs that are invalid.
 */
export function secretValues(raw: RawInputs, variable: Variable): string[] {
  const buildArgs = readBuildArgs(raw['build-args'], variable);
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
    ...addressCredentials(raw, buildArgs),
    ...misplacedSecrets([...buildArgs, ...smokeTestVariables(raw['smoke-test'])]),
  ].filter((text) => text.trim() !== '');
}

/** A variable of a build or a smoke test. */
type NameAndValue = readonly [name: string, value: string];

/** The build arguments. One without a value takes that of the job's variable with its name, as docker does. */
function readBuildArgs(text: string, variable: Variable): NameAndValue[] {
  const lines = text.split('\n').map((line) => line.trim().replace(/^"(.*)"$/, '$1'));
  return lines.map((line) => {
    const equals = line.indexOf('=');
    return equals < 0 ? [line, variable(line) ?? ''] : [line.slice(0, equals), line.slice(equals + 1)];
  });
}

/**
 * What a smoke test sets. Searched as text: it must be known before the YAML is parsed, and even if it is invalid. What
 * follows a name may be its value, or the next name with a value of its own.
 */
function smokeTestVariables(text: string): NameAndValue[] {
  const found = text.matchAll(
    /([\w.-]{1,80})["']?\s{0,8}[:=]\s{0,8}(?=("[^"\n]{0,4096}"|'[^'\n]{0,4096}'|[^\s,}\]]{1,4096}))/g,
  );
  return [...found].map(([, name = '', value = '']) => [name, value.replace(/^(["'])(.*)\1$/, '$2')]);
}

/** The credentials in the build context, and in addresses in other inputs and in build arguments from variables. */
function addressCredentials(raw: RawInputs, buildArgs: readonly NameAndValue[]): string[] {
  const others = Object.entries(raw).filter(([name]) => name !== 'context' && name !== 'github-token');
  const texts = [...others.map(([, text]) => text), ...buildArgs.map(([, value]) => value)];
  return [...credentialsInContext(raw.context), ...texts.flatMap(credentialsInText)];
}

/**
 * Values that look like secrets where none should be: in build arguments, which everybody can read in the image, and
 * in the variables of a smoke test. They are still in the image, but this run never shows them.
 */
function misplacedSecrets(given: readonly NameAndValue[]): string[] {
  return given
    .filter(([name, value]) => value.length >= shortest && looksSecret(name, value))
    .map(([, value]) => value);
}
