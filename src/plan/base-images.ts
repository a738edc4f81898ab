/** The images that a Dockerfile is built on. */
export interface BaseImages {
  /** As they are written, stages of the file left out. */
  readonly images: readonly string[];
  /** Whether these are all: an image may be named by an argument, or by a base image itself (`ONBUILD`). */
  readonly isWhole: boolean;
}

/**
 * Reads which images a Dockerfile builds on: `FROM`, `COPY --from`, `RUN --mount=…,from=` and the frontend of a
 * `# syntax=` line. Source: Dockerfile reference.
 */
export function readBaseImages(dockerfile: string): BaseImages {
  const stages = new Set<string>();
  const images = new Set<string>();
  let isWhole = true;
  const add = (image: string) => {
    if (image.includes('$')) isWhole = false;
    else if (image !== '' && image !== 'scratch' && !stages.has(image.toLowerCase()) && !/^\d+$/.test(image))
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
