import type { BuildOptions, SecretSource } from '../types/build-options.ts';
import type { InputName } from '../types/inputs.ts';
import type { Builder } from '../types/plan.ts';

/** What a builder must be able to do. */
export type Ability = 'buildx' | 'attestations' | 'cache-export';

/** A build input: its arguments, and what the builder must be able to do for it. */
interface Option {
  readonly input: InputName;
  readonly needs?: (options: BuildOptions) => Ability | undefined;
  readonly words: (options: BuildOptions, secretFolder: string) => readonly string[];
}

/**
 * Every build input that is passed to docker unchanged. `docker build` without buildx can do the rest too, with its
 * own BuildKit. Source: docker/build-push-action, src/context.ts; docker/cli, docs/reference/commandline/build.md.
 */
const table: readonly Option[] = [
  { input: 'builder', needs: () => 'buildx', words: ({ builder }) => one('--builder', builder) },
  {
    input: 'build-contexts',
    needs: () => 'buildx',
    words: ({ buildContexts }) =>
      each(
        '--build-context',
        buildContexts.map(({ name, value }) => `${name}=${value}`),
      ),
  },
  {
    input: 'secrets',
    // The classic builder supports neither secrets nor ssh. Source: docker/cli, docs/reference/commandline/build.md.
    needs: () => 'buildx',
    words: ({ secrets }, folder) =>
      each(
        '--secret',
        secrets.map((secret, at) => secretText(secret, `${folder}/${String(at)}`)),
      ),
  },
  { input: 'ssh', needs: () => 'buildx', words: ({ ssh }) => each('--ssh', ssh) },
  { input: 'cache-from', words: ({ cacheFrom }) => each('--cache-from', cacheFrom) },
  {
    input: 'cache-to',
    // Every builder can write a cache that is inside the image itself.
    needs: ({ cacheTo }) =>
      cacheTo.every((to) => /(?:^|,)type=inline(?:,|$)/.test(to)) ? 'buildx' : 'cache-export',
    words: ({ cacheTo }) => each('--cache-to', cacheTo),
  },
  { input: 'no-cache', words: ({ noCache }) => (noCache ? ['--no-cache'] : []) },
  {
    input: 'no-cache-filters',
    needs: () => 'buildx',
    words: ({ noCacheFilters }) => each('--no-cache-filter', noCacheFilters),
  },
  { input: 'pull', words: ({ pull }) => (pull ? ['--pull'] : []) },
  { input: 'add-hosts', words: ({ addHosts }) => each('--add-host', addHosts) },
  { input: 'allow', needs: () => 'buildx', words: ({ allow }) => each('--allow', allow) },
  { input: 'network', words: ({ network }) => one('--network', network) },
  { input: 'shm-size', words: ({ shmSize }) => one('--shm-size', shmSize) },
  { input: 'ulimit', words: ({ ulimit }) => each('--ulimit', ulimit) },
  { input: 'cgroup-parent', words: ({ cgroupParent }) => one('--cgroup-parent', cgroupParent) },
  {
    input: 'sbom',
    needs: ({ sbom }) => attested(sbom),
    words: ({ sbom }) => (sbom === undefined ? [] : [`--sbom=${sbom}`]),
  },
  { input: 'attests', needs: () => 'attestations', words: ({ attests }) => each('--attest', attests) },
];

/**
 * The arguments of all build inputs that were given. The values of secrets are in a folder's files, named by their
 * position.
 */
export function optionArguments(options: BuildOptions, secretFolder: string): string[] {
  return table.flatMap(({ words }) => words(options, secretFolder));
}

/**
 * `--provenance`, by default off: an attestation makes an index even for one platform, which ECR cannot scan as such
 * and AWS Lambda cannot run; since 2026 GitHub's runners would add one by themselves.
 */
export function provenanceArgument({ provenance, attests }: BuildOptions): string[] {
  if (provenance !== undefined) return [`--provenance=${provenance}`];
  return attests.some((attest) => /(?:^|,)type=provenance(?:,|$)/.test(attest)) ? [] : ['--provenance=false'];
}

/** Whether the image gets attestations. */
export function asksAttestations({ provenance, sbom, attests }: BuildOptions): boolean {
  return [provenance, sbom].some((value) => attested(value) !== undefined) || attests.length > 0;
}

/** The inputs that this builder cannot serve. */
export function unableFor(
  options: BuildOptions,
  builder: Builder,
): readonly { input: InputName; ability: Ability }[] {
  const asked = table.filter(({ words }) => words(options, '').length > 0);
  const needed = asked.flatMap(({ input, needs }) => {
    const ability = needs?.(options);
    return ability === undefined ? [] : [{ input, ability }];
  });
  const provenance = attested(options.provenance);
  const all =
    provenance === undefined ? needed : [...needed, { input: 'provenance' as const, ability: provenance }];
  return all.filter(({ ability }) => !abilitiesOf(builder).includes(ability));
}

function abilitiesOf({ tool, attestations, cacheExport }: Builder): readonly Ability[] {
  if (tool !== 'buildx') return [];
  return [
    'buildx',
    ...(attestations ? (['attestations'] as const) : []),
    ...(cacheExport ? (['cache-export'] as const) : []),
  ];
}

function attested(value: string | undefined): Ability | undefined {
  return value === undefined || value === 'false' ? undefined : 'attestations';
}

function one(flag: string, value: string | undefined): string[] {
  return value === undefined ? [] : [flag, value];
}

function each(flag: string, values: readonly string[]): string[] {
  return values.flatMap((value) => [flag, value]);
}

function secretText(secret: SecretSource, path: string): string {
  switch (secret.kind) {
    case 'value':
      return fields({ id: secret.id, src: path });
    case 'file':
      return fields({ id: secret.id, src: secret.path });
    case 'env':
      return fields({ id: secret.id, env: secret.variable });
  }
}

/**
 * Formats fields as buildx parses them: CSV, so that a path with a comma or a quote is quoted. Source: docker/buildx,
 * util/buildflags.
 */
function fields(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');
}
