export const id = 94;
export const ids = [94];
export const modules = {

/***/ 5737:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fetch),
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
class ProxyAgent {
    #options;
    #agent;
    constructor(options) {
        this.#options = options;
    }
    agent(undici) {
        return (this.#agent ??= new undici.ProxyAgent(this.#options));
    }
}
async function fetch(url, { dispatcher, ...init } = {}) {
    const undici = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 1990, 19));
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

const filePatienceMs = 20_000;
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


let fences = 0;
function enterFence() {
    fences += 1;
    return () => {
        fences -= 1;
    };
}
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
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
const kilobytes = 1024;
const megabytes = 1024 * kilobytes;
const largestAwsAnswer = 16 * megabytes;
const largestTokenAnswer = 256 * kilobytes;
const largestErrorAnswer = 64 * kilobytes;
const largestManifest = 4 * megabytes;
const largestConfig = 4 * megabytes;
const largestKeptConfig = 64 * kilobytes;
const mostKeptConfigs = 64;
const largestGitHubAnswer = 16 * megabytes;
const largestProbeAnswer = 1 * megabytes;
const largestEngineAnswer = 4 * megabytes;
const largestDockerAnswer = 4 * megabytes;
const keptOfShown = 256 * kilobytes;
const mostHeldOutput = 4 * megabytes;
const longestLine = 64 * kilobytes;
const longestSequence = 64;
const largestBuildMetadata = 16 * megabytes;
const largestGitAnswer = 64 * megabytes;
const largestText = 1 * megabytes;
const largestFindingsFile = 32 * megabytes;
const largestDocument = 16 * megabytes;
const largestPayload = 25 * megabytes;
const largestDockerSetting = 1 * megabytes;
const longestBuilderName = 1 * kilobytes;
const largestGitFile = 64 * megabytes;
const mostContextFiles = 300_000;
const largestContext = 8 * 1024 * megabytes;
const deepestJson = 100;
const deepestYaml = 100;
const mostIndented = 1000;
const mostIndexEntries = 100;
const mostFindings = 50_000;


/***/ }),

/***/ 6221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ digestOfText),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
function parseDigest(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text) ? text : undefined;
}
async function digestOfText(text) {
    const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `sha256:${hex}`;
}
function shortDigest(digest) {
    return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}


/***/ }),

/***/ 6157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
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

const longest = 100;
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


const knownRegions = ('us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ' +
    'ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ' +
    'ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 ' +
    'eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-gov-east-1 us-gov-west-1 ' +
    'cn-north-1 cn-northwest-1 eusc-de-east-1').split(' ');
function nearestRegion(text) {
    const given = text
        .trim()
        .toLowerCase()
        .replace(/[_\s]+/g, '-');
    if (knownRegions.includes(text))
        return undefined;
    const begins = knownRegions.find((region) => given.startsWith(region) || region.startsWith(`${given}-`));
    return begins ?? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestWord */ .z)(given, knownRegions, 3);
}
const publicRegion = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegion */ .cf)('us-east-1');
function partitionOf(region) {
    return partitions.find(([begins]) => region.startsWith(begins))?.[1] ?? 'aws';
}
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
const severities = ['critical', 'high', 'medium', 'low', 'informational', 'undefined'];
const ownScanner = 'Amazon ECR';
function scannersOf({ saidBy = [ownScanner] }) {
    return saidBy;
}
const unnamed = 'unnamed';


/***/ })

};
