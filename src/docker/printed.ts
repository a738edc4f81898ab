import { parseDigest, type Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { DockerResult } from '../ports.ts';

/** All that a docker command has printed. */
export function outputOf({ stdout, stderr }: Pick<DockerResult, 'stdout' | 'stderr'>): string {
  return `${stdout}\n${stderr}`;
}

/**
 * The words that say why: from the last line that calls itself an error to the end, for the registry's own words follow
 * BuildKit's on lines of their own; else the last line. The classic builder puts what git said on lines between its own words.
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

/** BuildKit's line, the registry's, and some to spare: what a build prints after its error is no part of it. */
const mostLines = 4;

/**
 * The digest that buildx says it pushed, from its metadata file.
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

/** The digest that `docker push` says it pushed, from its last line (`name: digest: sha256:... size: 528`). */
export function digestFromPush(stdout: string): Digest {
  const digest = parseDigest(/\bdigest: (sha256:[0-9a-f]{64})\b/.exec(stdout)?.[1] ?? '');
  if (digest === undefined) throw noDigest('docker push printed no digest');
  return digest;
}

/**
 * The config of the one image that a build has made in containerd's store, from what BuildKit prints. A graph driver's engine
 * pushes it after all layers, so that it is in no registry yet when those are.
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
