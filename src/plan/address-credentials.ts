import { isDownloaded, isRemote, readContext } from '../types/build-context.ts';
import type { BuildOptions } from '../types/build-options.ts';
import { ShipError } from '../types/errors.ts';
import { gitCredentialIn, type GitCredential } from '../types/git-credential.ts';
import type { BuildInputs } from '../types/inputs.ts';
import { credentialsInContext } from '../types/redact.ts';

/** An address that is built from, and how an error names the place where a person has written it. */
interface Given {
  readonly place: string;
  readonly value: string;
  /** What has to be done without a credential in it. */
  readonly instead: string;
}

/**
 * A sentence for each credential that docker takes in an address alone, so that it can be read there. Throws `invalid-input` where
 * one would be published: provenance has the address without its user, and with mode=max once more as it is given, in the step
 * that reads it. Source: tried with BuildKit 0.13; BuildKit, solver/llbsolver/provenance/capture.go and client/llb/source.go.
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

/** What provenance shows of an address; nothing where none is asked for. */
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

/** Whether docker gets one with the address; that of a Git repository over HTTP it gets as a secret. */
function hasCredential({ value }: Pick<Given, 'value'>): boolean {
  const address = gitCredentialIn(value)?.address ?? value;
  return isRemote(address) && credentialsInContext(address).length > 0;
}

/** BuildKit looks for a credential by the host alone. Source: moby/buildkit, source/git/source.go, authSecretNames. */
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

/** The secret of the person that BuildKit takes for an address without a credential, by its name in place of its value. */
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
