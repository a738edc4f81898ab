import type { SecretSource } from '../types/build-options.ts';
import { gitCredentialIn } from '../types/git-credential.ts';
import type { BuildInputs } from '../types/inputs.ts';

/**
 * The inputs as buildx gets them. A user and a password in the Git URL of a build context become a secret that
 * BuildKit offers only to that host: in the address they would be visible in the machine's process list, in buildx's
 * own state and in provenance. Source: moby/buildkit, source/git/source.go, authSecretNames;
 * frontend/dockerui/namedcontext.go; docker/buildx, build/localstate.go.
 */
export function forBuildx(build: BuildInputs): BuildInputs {
  const { context, options } = build;
  const all = [context, ...options.buildContexts.map(({ value }) => value)];
  const byHost = new Map(
    all.flatMap((address) => {
      const found = gitCredentialIn(address);
      return found === undefined ? [] : [[found.host, found.header] as const];
    }),
  );
  if (byHost.size === 0) return build;
  const secrets = [...byHost].map(([host, value]): SecretSource => {
    return { kind: 'value', id: `GIT_AUTH_HEADER.${host}`, value };
  });
  const buildContexts = options.buildContexts.map(({ name, value }) => ({ name, value: bare(value) }));
  return {
    ...build,
    context: bare(context),
    options: { ...options, buildContexts, secrets: [...options.secrets, ...secrets] },
  };
}

function bare(address: string): string {
  return gitCredentialIn(address)?.address ?? address;
}
