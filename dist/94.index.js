export const id = 94;
export const ids = [94];
export const modules = {

/***/ 5737:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fetch),
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
/**
 * Stands before undici in the bundle: `paths` in tsconfig.json leads here. `@actions/http-client` imports undici at its own
 * beginning for a class that only `@actions/github` uses; the real one is 0.9 MB, and loading it was more than half of the
 * time until main or post began. It is a chunk of its own, and loaded when somebody fetches.
 * Source: actions/toolkit, packages/http-client/src/index.ts, `_getProxyAgentDispatcher`, and packages/github/src/internal/utils.ts.
 */
class ProxyAgent {
    #options;
    #agent;
    constructor(options) {
        this.#options = options;
    }
    /** The real one, made once, so that its connections are kept. */
    agent(undici) {
        return (this.#agent ??= new undici.ProxyAgent(this.#options));
    }
}
/** What undici's `fetch` does, with the agent above for its `dispatcher`. */
async function fetch(url, { dispatcher, ...init } = {}) {
    const undici = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19));
    const through = dispatcher === undefined ? {} : { dispatcher: dispatcher.agent(undici) };
    return undici.fetch(url, { ...init, ...through });
}


/***/ }),

/***/ 6092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline),
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _types_abort_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(951);

/** A file on this machine is there at once; what is not is a file system that hangs. In milliseconds. */
const filePatienceMs = 20_000;
/** Runs `work`, and gives it up after a time: an operation on a file cannot be stopped, only left alone. */
async function withDeadline(work, ms = filePatienceMs) {
    let timer;
    const end = new Promise((_, reject) => {
        timer = setTimeout(() => {
            reject(new Error(`it did not end within ${String(ms / 1000)} s`));
        }, ms);
    });
    try {
        return await Promise.race([work(), end]);
    }
    finally {
        clearTimeout(timer);
    }
}
/** Does one piece of work whose signal ends with the first of some others, and in time at the latest. */
async function within({ signals, ms, late, }, work) {
    const end = new AbortController();
    const stopFollowing = (0,_types_abort_js__WEBPACK_IMPORTED_MODULE_0__/* .follow */ .e)(end, signals);
    const timer = setTimeout(() => {
        end.abort(late());
    }, ms);
    try {
        return await (0,_types_abort_js__WEBPACK_IMPORTED_MODULE_0__/* .orAborted */ .H)(work(end.signal), end.signal);
    }
    finally {
        clearTimeout(timer);
        stopFollowing();
    }
}


/***/ }),

/***/ 1508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ enterFence),
/* harmony export */   O: () => (/* binding */ timedCall)
/* harmony export */ });
/* harmony import */ var _types_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6157);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9786);


/** How many of the texts that are printed stand where the runner obeys nothing. */
let fences = 0;
/** What is printed from here on until the function is called that this gives is obeyed by nobody. */
function enterFence() {
    fences += 1;
    return () => {
        fences -= 1;
    };
}
/** Whether the person has asked for debug lines. Source: GitHub docs, "Enabling debug logging", RUNNER_DEBUG. */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Does something and, with `ACTIONS_STEP_DEBUG`, says how long it took and what came of it.
 * @param what has no secret in it
 * @param outcomeOf of a result, in a word
 */
async function timedCall(what, work, outcomeOf = () => 'done') {
    if (!isDebug())
        return work();
    const began = performance.now();
    const tell = (outcome) => {
        debugLine(`${what()}: ${outcome} in ${(0,_types_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(performance.now() - began)}`);
    };
    try {
        const result = await work();
        tell(outcomeOf(result));
        return result;
    }
    catch (error) {
        tell(error instanceof Error ? error.name : 'failed');
        throw error;
    }
}
/** One line, in which nothing acts on the runner or on a terminal: a command has whatever the event and the inputs say. */
function debugLine(text) {
    const line = (0,_types_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutOrders */ .g4)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).replace(/\s+/g, ' '));
    process.stdout.write(fences > 0 ? `[debug] ${line}\n` : `::debug::${line.replaceAll('%', '%25')}\n`);
}


/***/ }),

/***/ 2764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ largestDockerAnswer),
/* harmony export */   Ac: () => (/* binding */ largestGitHubAnswer),
/* harmony export */   Ah: () => (/* binding */ largestBuildMetadata),
/* harmony export */   BQ: () => (/* binding */ largestErrorAnswer),
/* harmony export */   DK: () => (/* binding */ deepestJson),
/* harmony export */   Du: () => (/* binding */ largestFindingsFile),
/* harmony export */   Ji: () => (/* binding */ largestKeptConfig),
/* harmony export */   Ln: () => (/* binding */ largestProbeAnswer),
/* harmony export */   N9: () => (/* binding */ longestLine),
/* harmony export */   R0: () => (/* binding */ largestConfig),
/* harmony export */   Rn: () => (/* binding */ largestGitAnswer),
/* harmony export */   VE: () => (/* binding */ mostKeptConfigs),
/* harmony export */   WZ: () => (/* binding */ largestDocument),
/* harmony export */   Yb: () => (/* binding */ mostFindings),
/* harmony export */   Yf: () => (/* binding */ mostHeldOutput),
/* harmony export */   aJ: () => (/* binding */ mostIndexEntries),
/* harmony export */   hM: () => (/* binding */ largestDockerSetting),
/* harmony export */   io: () => (/* binding */ largestText),
/* harmony export */   l: () => (/* binding */ mostIndented),
/* harmony export */   lL: () => (/* binding */ longestBuilderName),
/* harmony export */   nK: () => (/* binding */ largestGitFile),
/* harmony export */   oU: () => (/* binding */ largestManifest),
/* harmony export */   op: () => (/* binding */ longestSequence),
/* harmony export */   pM: () => (/* binding */ keptOfShown),
/* harmony export */   sQ: () => (/* binding */ largestContext),
/* harmony export */   ss: () => (/* binding */ largestAwsAnswer),
/* harmony export */   uh: () => (/* binding */ largestTokenAnswer),
/* harmony export */   vW: () => (/* binding */ largestEngineAnswer),
/* harmony export */   wW: () => (/* binding */ deepestYaml),
/* harmony export */   wZ: () => (/* binding */ mostContextFiles),
/* harmony export */   zW: () => (/* binding */ largestPayload)
/* harmony export */ });
// How much is taken in of what others have written, wherever it comes in: answers, files, outputs, texts. Each number has
// its reason, and what is beyond it is an error that says the number. A test finds reads that have none.
const kilobytes = 1024;
const megabytes = 1024 * kilobytes;
// Answers of AWS, of registries and of GitHub, in bytes.
/**
 * The largest answer is one of BatchGetImage, whose manifests may have 4 MiB each; a hundred of those that builders write
 * have less than one. Kept in memory, parsed and judged it stays below what a small runner has.
 */
const largestAwsAnswer = 16 * megabytes;
/** A token has some 2 KB, and what STS says of a role no more. */
const largestTokenAnswer = 256 * kilobytes;
/** An error, or an answer that says no more than done, has a few lines. */
const largestErrorAnswer = 64 * kilobytes;
/** The largest manifest that ECR takes. Source: ECR API reference, PutImage, imageManifest. */
const largestManifest = 4 * megabytes;
/** A config is a few kilobytes, a few hundred with BuildKit's inline cache; what is larger than this is not one. */
const largestConfig = 4 * megabytes;
/** What is remembered of configs stays small, however many a hostile index has: their size, and how many. */
const largestKeptConfig = 64 * kilobytes;
const mostKeptConfigs = 64;
/** A commit of many files is an answer of some megabytes. */
const largestGitHubAnswer = 16 * megabytes;
/** A health endpoint of a smoke test says little. */
const largestProbeAnswer = 1 * megabytes;
// What docker, its engine and git print, in bytes or characters.
/** What an engine says about itself has some kilobytes. */
const largestEngineAnswer = 4 * megabytes;
/** What docker says about itself, its builder or an image that it removes has some kilobytes. */
const largestDockerAnswer = 4 * megabytes;
/**
 * So much of each stream is kept of a command that is shown, in characters: the words of an error and the digest of a
 * push are in the last lines, and a build may print as much as it likes before them.
 */
const keptOfShown = 256 * kilobytes;
/** So much is kept of what a command prints before it is shown: a few seconds of a build. */
const mostHeldOutput = 4 * megabytes;
/** A line that is longer is shown in pieces. In characters. */
const longestLine = 64 * kilobytes;
/** No escape sequence that means anything is longer. In characters. */
const longestSequence = 64;
/** buildx writes some kilobytes, and with a long provenance some hundred. */
const largestBuildMetadata = 16 * megabytes;
/** The list of half a million files. */
const largestGitAnswer = 64 * megabytes;
// Files, in bytes.
/** A list of exceptions or of paths to ignore, or a Dockerfile, that is larger was not written by people. */
const largestText = 1 * megabytes;
/** The largest images have some ten megabytes of findings; GitHub takes ten, compressed. */
const largestFindingsFile = 32 * megabytes;
/** A document that people read, of which a part is replaced. */
const largestDocument = 16 * megabytes;
/** GitHub sends no larger payload of an event. Source: GitHub docs, "Webhook events and payloads", Payload cap. */
const largestPayload = 25 * megabytes;
/** A context or a configuration of docker is a few kilobytes, also with the logins of many registries. */
const largestDockerSetting = 1 * megabytes;
/** A builder's name is short. */
const longestBuilderName = 1 * kilobytes;
/** A file that holds a ref has some fifty bytes; packed-refs and the list of a shallow checkout have a line for each. */
const largestGitFile = 64 * megabytes;
/** So many files of a build context are looked at, and so many bytes of them read: docker would copy as many. */
const mostContextFiles = 300_000;
const largestContext = 8 * 1024 * megabytes;
// Texts that are taken apart.
/** Manifests and image configs are five levels deep; what is far deeper is made to be expensive. */
const deepestJson = 100;
/** Nothing that is asked for in YAML is nested half as deep. */
const deepestYaml = 100;
/** Indentation that is deeper than this is no structure any more. In characters. */
const mostIndented = 1000;
/** An index of twenty platforms with two attachments each has sixty; one that has more than this is made to be expensive. */
const mostIndexEntries = 100;
/**
 * So many findings of one image are read. Images with ten thousand are known; what is far beyond them is an answer that
 * has no end, and would fill the memory.
 */
const mostFindings = 50_000;


/***/ }),

/***/ 6221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ digestOfText),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/**
 * Takes any text and gives the digest it is, or undefined.
 * Only sha256 is accepted, because it is the only algorithm that ECR computes.
 */
function parseDigest(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text) ? text : undefined;
}
/** The digest of a text in UTF-8. */
async function digestOfText(text) {
    const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `sha256:${hex}`;
}
/** The first twelve hexadecimal digits, as docker prints them. */
function shortDigest(digest) {
    return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}


/***/ }),

/***/ 6157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/** `350 ms`, `4.2 s`, `3 min 20 s`. */
function formatDuration(ms) {
    if (ms < 999.5)
        return `${String(Math.round(ms))} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    const rest = seconds % 60 === 0 ? '' : ` ${String(seconds % 60)} s`;
    return `${String(Math.floor(seconds / 60))} min${rest}`;
}


/***/ }),

/***/ 9623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ nearestWord)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7785);

/** Nobody means a word by a text that is so long, and comparing takes time in proportion to both. In characters. */
const longest = 100;
/**
 * The word that somebody may have meant, where one is near enough.
 * @param maxDistance characters that are missing, too many or others
 */
function nearestWord(given, words, maxDistance) {
    if (given.length > longest)
        return undefined;
    return (0,leven__WEBPACK_IMPORTED_MODULE_0__/* .closestMatch */ .h)(given, [...words], { maxDistance });
}


/***/ }),

/***/ 5800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ nearestRegion),
/* harmony export */   AJ: () => (/* binding */ publicRegion),
/* harmony export */   Fl: () => (/* binding */ consoleOf),
/* harmony export */   iQ: () => (/* binding */ partitionOf)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9623);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2357);


/**
 * Regions with ECR, for a hint only: a region that is not here may be new, and its endpoint decides.
 * Source: AWS General Reference, "Amazon ECR endpoints and quotas".
 */
const knownRegions = ('us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ' +
    'ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ' +
    'ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 ' +
    'eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-gov-east-1 us-gov-west-1 ' +
    'cn-north-1 cn-northwest-1 eusc-de-east-1').split(' ');
/** The region whose name is nearest to what was written; undefined where none is near. A known region has no hint. */
function nearestRegion(text) {
    const given = text
        .trim()
        .toLowerCase()
        .replace(/[_\s]+/g, '-');
    if (knownRegions.includes(text))
        return undefined;
    // A zone, or a name without its number, is its region's.
    const begins = knownRegions.find((region) => given.startsWith(region) || region.startsWith(`${given}-`));
    return begins ?? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestWord */ .z)(given, knownRegions, 3);
}
/**
 * Where ECR Public is asked, whatever the region of everything else: it has its logins nowhere else, and its repositories
 * belong to no region. Source: ECR Public user guide, "Registry authentication"; AWS General Reference, ecr-public.
 */
const publicRegion = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegion */ .cf)('us-east-1');
/**
 * Which partition a region belongs to: those of the hosts that ECR has there.
 * Source: aws-sdk, partitions.json, regionRegex of each partition.
 */
function partitionOf(region) {
    return partitions.find(([begins]) => region.startsWith(begins))?.[1] ?? 'aws';
}
/**
 * What the console's hosts of a region end with; undefined where that is not known (isolated partitions).
 * Source: AWS documentation of each partition's console ("Getting started with the AWS Management Console").
 */
function consoleOf(region) {
    if (region.startsWith('us-gov-'))
        return 'console.amazonaws-us-gov.com';
    return consoles[partitionOf(region)];
}
const consoles = {
    aws: 'console.aws.amazon.com',
    'aws-cn': 'console.amazonaws.cn',
    'aws-eusc': 'console.amazonaws-eusc.eu',
};
const partitions = [
    ['cn-', 'aws-cn'],
    ['eusc-', 'aws-eusc'],
    ['us-isob-', 'aws-iso-b'],
    ['us-isof-', 'aws-iso-f'],
    ['eu-isoe-', 'aws-iso-e'],
    ['us-iso-', 'aws-iso'],
];


/***/ }),

/***/ 2700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ scannersOf),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   p1: () => (/* binding */ unnamed)
/* harmony export */ });
/* unused harmony export ownScanner */
/** From the worst to the mildest. `undefined` is ECR's own word for "no priority known". */
const severities = ['critical', 'high', 'medium', 'low', 'informational', 'undefined'];
/** How the registry's own scanners are called beside others. */
const ownScanner = 'Amazon ECR';
/** Who says a finding, by name. */
function scannersOf({ saidBy = [ownScanner] }) {
    return saidBy;
}
/** The id of a finding that has none: no two of these are the same one, and no exception can mean one of them. */
const unnamed = 'unnamed';


/***/ })

};
