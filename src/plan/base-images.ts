/** The images that a Dockerfile builds on. */
export interface BaseImages {
  /** As written, without the file's own stages. */
  readonly images: readonly string[];
  /** Whether the list is complete: an argument may name an image, or a base image may bring another one (`ONBUILD`). */
  readonly isWhole: boolean;
}

/**
 * Finds the images that a Dockerfile builds on: `FROM`, `COPY --from`, `RUN --mount=…,from=` and the frontend of a `#
 * syntax=` line. Arguments before the first `FROM` are filled in, but leave the list uncertain, because the
 * environment may set others. Source: Dockerfile reference.
 * @param buildArgs `NAME=value`, which override the file's own values
 */
export function readBaseImages(dockerfile: string, buildArgs: readonly string[] = []): BaseImages {
  const values = argumentsOf(instructionsOf(dockerfile), buildArgs);
  const stages = new Set<string>();
  const images = new Set<string>();
  let isWhole = true;
  const add = (written: string) => {
    if (written.includes('$')) isWhole = false;
    const image = filledIn(written, values);
    if (image === undefined) return;
    if (image !== '' && image !== 'scratch' && !stages.has(image.toLowerCase()) && !/^\d+$/.test(image))
      images.add(image);
  };
  for (const line of instructionsOf(dockerfile)) {
    const syntax = /^#\s*syntax\s*=\s*(\S+)/i.exec(line)?.[1];
    if (syntax !== undefined) add(syntax);
    if (line.startsWith('#')) continue;
    const [, instruction = '', rest = ''] = /^\s*([a-z]+)\s+(.*)$/i.exec(line) ?? [];
    if (/^onbuild$/i.test(instruction)) isWhole = false;
    if (/^from$/i.test(instruction)) {
      const [image = '', as = '', stage = ''] = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
      add(image);
      if (/^as$/i.test(as)) stages.add(stage.toLowerCase());
    }
    for (const [, from = ''] of rest.matchAll(/(?:--from=|\bfrom=)([^\s,]+)/gi)) add(from);
  }
  return { images: [...images], isWhole };
}

/** The arguments that can name images: those before the first `FROM`. */
function argumentsOf(lines: readonly string[], buildArgs: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of lines) {
    if (/^\s*from\s/i.test(line)) break;
    const [, declared = ''] = /^\s*arg\s+(.*)$/i.exec(line) ?? [];
    for (const [, name = '', value] of declared.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g))
      if (value !== undefined)
        values.set(name, filledIn(value.replace(/^(["'])(.*)\1$/, '$2'), values) ?? '');
  }
  for (const given of buildArgs) {
    const equals = given.indexOf('=');
    if (equals > 0) values.set(given.slice(0, equals), given.slice(equals + 1));
  }
  return values;
}

/** Fills in a text's variables; undefined if one is unknown. Source: Dockerfile reference, "Environment replacement". */
function filledIn(text: string, values: ReadonlyMap<string, string>): string | undefined {
  const filled = text.replace(
    /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g,
    (variable, braced?: string, usual?: string, bare = '') =>
      values.get(braced ?? String(bare)) ?? usual ?? variable,
  );
  return filled.includes('$') ? undefined : filled;
}

/** The lines of a Dockerfile, with continued ones joined; a directive may change the escape character. */
function instructionsOf(dockerfile: string): string[] {
  const escape = /^#\s*escape\s*=\s*`/im.test(dockerfile) ? '`' : '\\';
  const joined: string[] = [];
  let open = '';
  for (const line of dockerfile.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (open !== '' && line.trimStart().startsWith('#')) continue;
    const text = open + line;
    const goesOn = text.trimEnd().endsWith(escape) && !text.startsWith('#');
    open = goesOn ? `${text.trimEnd().slice(0, -1)} ` : '';
    if (!goesOn) joined.push(text);
  }
  return open === '' ? joined : [...joined, open];
}

/** Registries to which this run never logs in, so that pulling from them does not wait for its login. */
const otherRegistries = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'ghcr.io',
  'quay.io',
  'gcr.io',
  'mcr.microsoft.com',
  'registry.k8s.io',
  'cgr.dev',
]);

/**
 * Whether a build can begin before the run has logged in to its registry, because no image that it builds on can be
 * there. In doubt it waits.
 */
export function needsNoLogin({ images, isWhole }: BaseImages): boolean {
  return (
    isWhole &&
    images.every((image) => hostOf(image) === undefined || otherRegistries.has(hostOf(image) ?? ''))
  );
}

/** The registry's host in an image reference; undefined for Docker Hub's short form. Source: distribution/reference. */
function hostOf(image: string): string | undefined {
  const slash = image.indexOf('/');
  const first = slash < 0 ? '' : image.slice(0, slash).toLowerCase();
  return /[.:]/.test(first) || first === 'localhost' ? first : undefined;
}
