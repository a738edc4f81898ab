import { isRemote } from '../types/build-context.ts';
import type { BuildOptions } from '../types/build-options.ts';
import type { BuildInputs } from '../types/inputs.ts';
import { ShipError } from '../types/errors.ts';
import { credentialsInContext } from '../types/redact.ts';
import { looksSecret } from '../types/secret-names.ts';

/**
 * A sentence for each build argument that looks like a secret. Throws `invalid-input` with `provenance: mode=max`, which
 * publishes every build argument beside the image, and the addresses of what is built as they are given.
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
  if (/\bmode=max\b/.test(all)) requireBareAddresses(options);
  return names.map(
    (name) =>
      `The build argument ${name} looks like a secret, and whoever can pull the image can read it. Give it by the input secrets and mount it (RUN --mount=type=secret).`,
  );
}

/**
 * Every step has its address in `git.fullurl`, credentials and all. That of the build context has none when docker gets it.
 * Source: tried with BuildKit 0.13; BuildKit, client/llb/source.go.
 */
function requireBareAddresses({ buildContexts }: BuildOptions): void {
  const secret = buildContexts.find(({ value }) => isRemote(value) && credentialsInContext(value).length > 0);
  if (secret === undefined) return;
  throw new ShipError({
    code: 'invalid-input',
    what: `The credential in the line ${secret.name} of the input build-contexts would be published: provenance with mode=max holds every address as it is given.`,
    next: 'Give it by the input secrets, GIT_AUTH_TOKEN=<token>, or leave mode=max out.',
  });
}
