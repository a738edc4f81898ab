// The limits on how much is read of what others have written: answers, files, outputs, texts. Each limit has its
// reason, and exceeding it is an error that names it. A test looks for reads without a limit.

const kilobytes = 1024;
const megabytes = 1024 * kilobytes;

// Answers of AWS, of registries and of GitHub, in bytes.

/**
 * The largest answer is BatchGetImage's: each manifest may have 4 MiB, but a hundred of those that builders write
 * have less than one. A small runner has enough memory to hold, parse and judge this much.
 */
export const largestAwsAnswer = 16 * megabytes;

/** A token has some 2 KB, and what STS says about a role has no more. */
export const largestTokenAnswer = 256 * kilobytes;

/** An error, or an answer that only confirms, has a few lines. */
export const largestErrorAnswer = 64 * kilobytes;

/** The largest manifest that ECR accepts. Source: ECR API reference, PutImage, imageManifest. */
export const largestManifest = 4 * megabytes;

/** A config has a few kilobytes, or a few hundred with BuildKit's inline cache; anything larger is not a config. */
export const largestConfig = 4 * megabytes;

/** Limits the configs kept in memory, in size and number, however many a hostile index lists. */
export const largestKeptConfig = 64 * kilobytes;
export const mostKeptConfigs = 64;

/** GitHub's answer about a commit with many files has some megabytes. */
export const largestGitHubAnswer = 16 * megabytes;

/** A health endpoint in a smoke test answers briefly. */
export const largestProbeAnswer = 1 * megabytes;

// What docker, its engine and git print, in bytes or characters.

/** An engine's description of itself has some kilobytes. */
export const largestEngineAnswer = 4 * megabytes;

/** docker's answer about itself, its builder or an image that it removes has some kilobytes. */
export const largestDockerAnswer = 4 * megabytes;

/**
 * How much of each stream is kept of a command whose output is shown, in characters. The text of an error and the
 * digest of a push are in the last lines; a build may print any amount before them.
 */
export const keptOfShown = 256 * kilobytes;

/** How much is kept of what a command prints before it may be shown: a few seconds of a build. */
export const mostHeldOutput = 4 * megabytes;

/** A longer line is shown in pieces. In characters. */
export const longestLine = 64 * kilobytes;

/** No valid escape sequence is longer. In characters. */
export const longestSequence = 64;

/** buildx writes some kilobytes, or some hundred with a long provenance. */
export const largestBuildMetadata = 16 * megabytes;

/** Enough for the list of half a million files. */
export const largestGitAnswer = 64 * megabytes;

// Files, in bytes.

/** A larger list of exceptions or ignored paths, or a larger Dockerfile, was not written by people. */
export const largestText = 1 * megabytes;

/** The largest images have some ten megabytes of findings; GitHub accepts ten, compressed. */
export const largestFindingsFile = 32 * megabytes;

/** A document that people read, part of which a run replaces. */
export const largestDocument = 16 * megabytes;

/** GitHub sends no larger event payload. Source: GitHub docs, "Webhook events and payloads", Payload cap. */
export const largestPayload = 25 * megabytes;

/** A docker context or configuration has a few kilobytes, even with the logins of many registries. */
export const largestDockerSetting = 1 * megabytes;

/** A builder's name is short. */
export const longestBuilderName = 1 * kilobytes;

/** A file with a ref has some fifty bytes; packed-refs and a shallow checkout's list have one line per entry. */
export const largestGitFile = 64 * megabytes;

/**
 * How many files of a build context are looked at, and how many bytes of them are read: docker would have to copy as
 * many.
 */
export const mostContextFiles = 300_000;
export const largestContext = 8 * 1024 * megabytes;

// Texts that are parsed.

/** Manifests and image configs are five levels deep; one that is far deeper was made to be expensive. */
export const deepestJson = 100;

/** No YAML input is nested half as deep. */
export const deepestYaml = 100;

/** Deeper indentation is not structure any more. In characters. */
export const mostIndented = 1000;

/**
 * An index of twenty platforms with two attachments each has sixty entries; one with more than this was made to be
 * expensive.
 */
export const mostIndexEntries = 100;

/**
 * How many findings of one image are read. Images with ten thousand are known; an answer with far more has no end and
 * would fill the memory.
 */
export const mostFindings = 50_000;
