import { parseDigest, type Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { DockerResult } from '../ports.ts';

/** Everything that a docker command has printed. */
export function outputOf({ stdout, stderr }: Pick<DockerResult, 'stdout' | 'stderr'>): string {
  return `${stdout}\n${stderr}`;
}

/**
 * The words that give the reason: from the last line that calls itself an error to the end, because the registry's
 * own message follows BuildKit's on separate lines; without such a line, the last one. The classic builder puts git's
 * message on lines between its own.
 */
export function lastWords(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim().replace(/^: /, ''))
    .filter((line) => line !== '' && !line.startsWith('View build details:'));
  const last = lines.findLastIndex((line) => /^error\b/i.test(line));
  const from =
    last >= 0
      ? last
      : lines.findLastIndex((line) => /^(?:denied|failed|unable to prepare context)\b/i.test(line));
  const words = from >= 0 ? lines.slice(from, from + mostLines) : lines.slice(-1);
  return (words.join(': ') || 'it said nothing').replace(/^error:\s*/i, '');
}

/** BuildKit's line, the registry's, and a few more: what a build prints after its error does not belong to it. */
const mostLines = 4;

/**
 * The digest that buildx pushed, from its metadata file.
 * Source: docker/buildx, `containerimage.digest` in the build result metadata.
 */
export function digestFromMetadata(text: string): Digest {
  const digest = parseDigest(digestField(text));
  if (digest === undefined) throw noDigest('buildx wrote no digest into its metadata file');
  return digest;
}

function digestField(text: string): string {
  try {
    const parsed = JSON.parse(text) as Record<string, unknown> | null;
    const field = parsed?.['containerimage.digest'];
    return typeof field === 'string' ? field : '';
  } catch {
    return '';
  }
}

/** The digest that `docker push` pushed, from its last line (`name: digest: sha256:... size: 528`). */
export function digestFromPush(stdout: string): Digest {
  const digest = parseDigest(/\bdigest: (sha256:[0-9a-f]{64})\b/.exec(stdout)?.[1] ?? '');
  if (digest === undefined) throw noDigest('docker push printed no digest');
  return digest;
}

/**
 * The config of the only image that a build made in containerd's store, from BuildKit's output; undefined if there
 * are several. A graph driver's engine pushes the config after all layers, so it may not be in the registry yet when
 * they are.
 * Source: moby/buildkit, exporter/containerimage/writer.go, "exporting config".
 */
export function configFromBuild(output: string): Digest | undefined {
  const found = new Set(
    [...output.matchAll(/ exporting config (sha256:[0-9a-f]{64})\b/g)].map(([, one]) => one),
  );
  const [only = ''] = found.size === 1 ? found : [];
  return parseDigest(only);
}

function noDigest(what: string): ShipError {
  return new ShipError({
    code: 'push-failed',
    what: `The image was built, but ${what}, so it is not known which image was pushed.`,
    next: 'Update Docker and buildx on the runner.',
  });
}
