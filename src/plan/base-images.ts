/** The images that a Dockerfile is built on. */
export interface BaseImages {
  /** As they are written, stages of the file left out. */
  readonly images: readonly string[];
  /** Whether these are all: an image may be named by an argument, or by a base image itself (`ONBUILD`). */
  readonly isWhole: boolean;
}

/**
 * Reads which images a Dockerfile builds on: `FROM`, `COPY --from`, `RUN --mount=…,from=` and the frontend of a
 * `# syntax=` line. Arguments before the first `FROM` are filled in, which makes the list no more certain: the environment
 * may have others. Source: Dockerfile reference.
 * @param buildArgs `NAME=value`, which take the place of the file's own values
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

/** The arguments that images can be named by: those before the first `FROM`. */
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

/** A text with its variables filled in; undefined where one is not known. Source: Dockerfile reference, "Environment replacement". */
function filledIn(text: string, values: ReadonlyMap<string, string>): string | undefined {
  const filled = text.replace(
    /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g,
    (variable, braced?: string, usual?: string, bare = '') =>
      values.get(braced ?? String(bare)) ?? usual ?? variable,
  );
  return filled.includes('$') ? undefined : filled;
}

/** The lines of a Dockerfile, those that go on joined into one; the escape character may be changed by a directive. */
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

/** Registries to which this run never logs in: what is pulled from them does not wait for our login. */
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
 * Whether a build can begin before the run has logged in to its registry: no image that it builds on can lie there.
 * What is not certain waits.
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
