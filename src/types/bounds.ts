// How much is taken in of what others have written, wherever it comes in: answers, files, outputs, texts. Each number has
// its reason, and what is beyond it is an error that says the number. A test finds reads that have none.

const kilobytes = 1024;
const megabytes = 1024 * kilobytes;

// Answers of AWS, of registries and of GitHub, in bytes.

/**
 * The largest answer is one of BatchGetImage, whose manifests may have 4 MiB each; a hundred of those that builders write
 * have less than one. Kept in memory, parsed and judged it stays below what a small runner has.
 */
export const largestAwsAnswer = 16 * megabytes;

/** A token has some 2 KB, and what STS says of a role no more. */
export const largestTokenAnswer = 256 * kilobytes;

/** An error, or an answer that says no more than done, has a few lines. */
export const largestErrorAnswer = 64 * kilobytes;

/** The largest manifest that ECR takes. Source: ECR API reference, PutImage, imageManifest. */
export const largestManifest = 4 * megabytes;

/** A config is a few kilobytes, a few hundred with BuildKit's inline cache; what is larger than this is not one. */
export const largestConfig = 4 * megabytes;

/** What is remembered of configs stays small, however many a hostile index has: their size, and how many. */
export const largestKeptConfig = 64 * kilobytes;
export const mostKeptConfigs = 64;

/** A commit of many files is an answer of some megabytes. */
export const largestGitHubAnswer = 16 * megabytes;

/** A health endpoint of a smoke test says little. */
export const largestProbeAnswer = 1 * megabytes;

// What docker, its engine and git print, in bytes or characters.

/** What an engine says about itself has some kilobytes. */
export const largestEngineAnswer = 4 * megabytes;

/** What docker says about itself, its builder or an image that it removes has some kilobytes. */
export const largestDockerAnswer = 4 * megabytes;

/**
 * So much of each stream is kept of a command that is shown, in characters: the words of an error and the digest of a
 * push are in the last lines, and a build may print as much as it likes before them.
 */
export const keptOfShown = 256 * kilobytes;

/** So much is kept of what a command prints before it is shown: a few seconds of a build. */
export const mostHeldOutput = 4 * megabytes;

/** A line that is longer is shown in pieces. In characters. */
export const longestLine = 64 * kilobytes;

/** No escape sequence that means anything is longer. In characters. */
export const longestSequence = 64;

/** buildx writes some kilobytes, and with a long provenance some hundred. */
export const largestBuildMetadata = 16 * megabytes;

/** The list of half a million files. */
export const largestGitAnswer = 64 * megabytes;

// Files, in bytes.

/** A list of exceptions or of paths to ignore, or a Dockerfile, that is larger was not written by people. */
export const largestText = 1 * megabytes;

/** The largest images have some ten megabytes of findings; GitHub takes ten, compressed. */
export const largestFindingsFile = 32 * megabytes;

/** A document that people read, of which a part is replaced. */
export const largestDocument = 16 * megabytes;

/** GitHub sends no larger payload of an event. Source: GitHub docs, "Webhook events and payloads", Payload cap. */
export const largestPayload = 25 * megabytes;

/** A context or a configuration of docker is a few kilobytes, also with the logins of many registries. */
export const largestDockerSetting = 1 * megabytes;

/** A builder's name is short. */
export const longestBuilderName = 1 * kilobytes;

/** A file that holds a ref has some fifty bytes; packed-refs and the list of a shallow checkout have a line for each. */
export const largestGitFile = 64 * megabytes;

/** So many files of a build context are looked at, and so many bytes of them read: docker would copy as many. */
export const mostContextFiles = 300_000;
export const largestContext = 8 * 1024 * megabytes;

// Texts that are taken apart.

/** Manifests and image configs are five levels deep; what is far deeper is made to be expensive. */
export const deepestJson = 100;

/** Nothing that is asked for in YAML is nested half as deep. */
export const deepestYaml = 100;

/** Indentation that is deeper than this is no structure any more. In characters. */
export const mostIndented = 1000;

/** An index of twenty platforms with two attachments each has sixty; one that has more than this is made to be expensive. */
export const mostIndexEntries = 100;

/**
 * So many findings of one image are read. Images with ten thousand are known; what is far beyond them is an answer that
 * has no end, and would fill the memory.
 */
export const mostFindings = 50_000;
