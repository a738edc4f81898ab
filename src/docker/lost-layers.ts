/**
 * A known fault of containerd's image store, which GitHub's runners have since 2026: what is unpacked while another image is
 * removed may miss a layer. The next build takes all of it from the cache.
 * Source: moby/buildkit#6521, containerd/containerd#10835.
 */
const lostLayer = /failed to prepare extraction snapshot .{1,200}parent snapshot \S{1,100} does not exist/;

/**
 * Another one: of two builds at the same time, one may remove what the other has in the cache and still needs. Every build that
 * takes it from the cache fails in the same way, until one does without.
 * Source: moby/buildkit#6808, #6977, #1956; seen with BuildKit 0.33 in Docker 29.
 */
const brokenCache =
  /failed to stat (?:active key during commit|lower snapshot \S{1,100}): snapshot \S{1,100} does not exist/;

/** A build that is worth doing once more. */
export interface SecondBuild {
  readonly args: readonly string[];
  /** What is told of it, as a sentence. */
  readonly why: string;
}

/** What to build after a build whose layers the engine has lost; undefined after any other. */
export function secondBuild(args: readonly string[], output: string): SecondBuild | undefined {
  if (lostLayer.test(output))
    return {
      args,
      why: 'The image store of the engine has lost a layer while it unpacked the image; it builds once more.',
    };
  if (!brokenCache.test(output)) return undefined;
  const at = args.indexOf('build') + 1;
  return {
    args: args.includes('--no-cache') ? args : [...args.slice(0, at), '--no-cache', ...args.slice(at)],
    why: 'The cache of the engine has lost a layer that it still names; it builds once more, without the cache.',
  };
}
