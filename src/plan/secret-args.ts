import type { BuildInputs } from '../types/inputs.ts';
import { ShipError } from '../types/errors.ts';
import { looksSecret } from '../types/secret-names.ts';

/**
 * A warning for each build argument that looks like a secret. Throws `invalid-input` with `provenance: mode=max`,
 * which publishes every build argument with the image.
 * Source: BuildKit, docs/attestations/slsa-definitions.md.
 */
export function secretArguments(
  { buildArgs, options }: Pick<BuildInputs, 'buildArgs' | 'options'>,
  variable: (name: string) => string | undefined,
): string[] {
  const names = buildArgs.flatMap((argument) => {
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument : argument.slice(0, equals);
    const value = equals < 0 ? (variable(name) ?? '') : argument.slice(equals + 1);
    return looksSecret(name, value) ? [name] : [];
  });
  const all = [options.provenance ?? '', ...options.attests].join(' ');
  if (names.length > 0 && /\bmode=max\b/.test(all))
    throw new ShipError({
      code: 'invalid-input',
      what: `The build argument${names.length === 1 ? '' : 's'} ${names.join(' and ')} would be published: provenance with mode=max holds the value of every build argument.`,
      next: 'Give it by the input secrets and mount it (RUN --mount=type=secret), or leave mode=max out.',
    });
  return names.map(
    (name) =>
      `The build argument ${name} looks like a secret, and whoever can pull the image can read it. Give it by the input secrets and mount it (RUN --mount=type=secret).`,
  );
}
