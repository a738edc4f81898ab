/**
 * A known fault of containerd's image store, which GitHub's runners use since 2026: if another image is removed while
 * this one is unpacked, a layer may be missing. The next build takes everything from the cache.
 * Source: moby/buildkit#6521, containerd/containerd#10835.
 */
const lostLayer = /failed to prepare extraction snapshot .{1,200}parent snapshot \S{1,100} does not exist/;

/**
 * Another one: of two concurrent builds, one may remove from the cache what the other still needs. Every build that
 * uses the cache then fails in the same way, until one does without.
 * Source: moby/buildkit#6808, #6977, #1956; seen with BuildKit 0.33 in Docker 29.
 */
const brokenCache =
  /failed to stat (?:active key during commit|lower snapshot \S{1,100}): snapshot \S{1,100} does not exist/;

/** A build that is worth repeating. */
interface SecondBuild {
  readonly args: readonly string[];
  /** Why, as a sentence for the log. */
  readonly why: string;
}

/** What to build after a build whose layers the engine has lost; undefined after any other failure. */
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
