import { isDownloaded, isRemote, readContext } from '../types/build-context.ts';
import type { BuildOptions } from '../types/build-options.ts';
import { ShipError } from '../types/errors.ts';
import { gitCredentialIn, type GitCredential } from '../types/git-credential.ts';
import type { BuildInputs } from '../types/inputs.ts';
import { credentialsInContext } from '../types/redact.ts';

/** An address that the build uses, and how an error names the place where the user wrote it. */
interface Given {
  readonly place: string;
  readonly value: string;
  /** What to do instead of putting a credential in it. */
  readonly instead: string;
}

/**
 * A warning for each credential that docker takes only as part of an address, where others can read it. Throws
 * `invalid-input` if one would be published: provenance has the address without its user, and with mode=max once more
 * unchanged, in the step that reads it.
 * Source: tried with BuildKit 0.13; BuildKit, solver/llbsolver/provenance/capture.go and client/llb/source.go.
 */
export function addressCredentials(build: BuildInputs): string[] {
  requireOneByHost(build);
  const left = contextsOf(build).filter(hasCredential);
  const shown = shownBy(build.options);
  const published = left.find(({ value }) => hasCredential({ value: shown(value) }));
  if (published !== undefined)
    throw new ShipError({
      code: 'invalid-input',
      what: `The credential in the ${published.place} would be published: provenance holds that address.`,
      next: `${published.instead}, or ask for no provenance.`,
    });
  const file = {
    place: 'input file',
    value: build.file ?? '',
    instead: 'Download it in a step before, and give its path',
  };
  return [...left, ...[file].filter(({ value }) => isDownloaded(value) && hasCredential({ value }))].map(
    ({ place, instead }) =>
      `The credential in the ${place} can be read by whoever else uses the machine, in docker's arguments and in what buildx keeps of a build: docker takes it in no other way. ${instead}.`,
  );
}

/** What provenance shows of an address; nothing if no provenance is asked for. */
function shownBy({ provenance = 'false', attests }: BuildOptions): (address: string) => string {
  const asked = [
    ...(provenance === 'false' ? [] : [provenance]),
    ...attests.filter((attest) => /(?:^|,)type=provenance(?:,|$)/.test(attest)),
  ];
  if (asked.some((text) => /\bmode=max\b/.test(text))) return (address) => address;
  return asked.length === 0 ? () => '' : (address) => address.replace(/^(https?:\/\/)[^/?#]*@/i, '$1');
}

function contextsOf({ context, options }: BuildInputs): Given[] {
  const further = options.buildContexts.map(({ name, value }) => ({
    place: `line ${name} of the input build-contexts`,
    value,
  }));
  return [{ place: 'input context', value: context }, ...further].map((one) => ({
    ...one,
    instead:
      readContext(one.value).kind === 'download'
        ? 'Download it in a step before, and give its folder'
        : 'Give it by the input secrets, GIT_AUTH_TOKEN=<token>, or a key by the input ssh',
  }));
}

/**
 * Whether docker gets a credential as part of the address. Those of a Git repository over HTTP are passed as secrets
 * instead.
 */
function hasCredential({ value }: Pick<Given, 'value'>): boolean {
  const address = gitCredentialIn(value)?.address ?? value;
  return isRemote(address) && credentialsInContext(address).length > 0;
}

/**
 * Throws if two credentials are for the same host, because BuildKit finds a credential by the host alone.
 * Source: moby/buildkit, source/git/source.go, authSecretNames.
 */
function requireOneByHost(build: BuildInputs): void {
  const known = new Map<string, { readonly place: string; readonly header: string }>();
  for (const { place, value } of contextsOf(build)) {
    const found = gitCredentialIn(value) ?? gitSecretFor(value, build.options);
    if (found === undefined) continue;
    const { host, header } = found;
    const other = known.get(host);
    if (other !== undefined && other.header !== header)
      throw new ShipError({
        code: 'invalid-input',
        what: `The ${other.place} and the ${place} have different credentials for ${host}, and BuildKit takes one for each host.`,
        next: 'Give both the same one, that of a user or a token that may read both repositories, or check one of them out with actions/checkout and give its folder.',
      });
    known.set(host, { place, header });
  }
}

/**
 * The user's secret that BuildKit uses for an address without a credential, identified by its name instead of its value.
 */
function gitSecretFor(
  address: string,
  { secrets }: BuildOptions,
): Pick<GitCredential, 'host' | 'header'> | undefined {
  const host = /^https?:\/\/([^/?#@]+)/i.exec(address)?.[1];
  if (host === undefined || readContext(address).kind !== 'git') return undefined;
  const names = [`GIT_AUTH_HEADER.${host}`, `GIT_AUTH_TOKEN.${host}`, 'GIT_AUTH_HEADER', 'GIT_AUTH_TOKEN'];
  const header = names.find((name) => secrets.some(({ id }) => id === name));
  return header === undefined ? undefined : { host, header };
}
