export const id = 411;
export const ids = [411];
export const modules = {

/***/ 5919:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FH: () => (/* binding */ withLogins),
/* harmony export */   L9: () => (/* binding */ replaceConfig),
/* harmony export */   LA: () => (/* binding */ readSetting),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Xg: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _types_bounds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2764);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9786);






/** The text of a file of docker's, or of ours beside it; undefined where there is none. Throws an Error where it is too large. */
async function readSetting(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        if (size > _types_bounds_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDockerSetting */ .hM)
            throw new Error(`it has ${String(size)} bytes, and at most ${String(_types_bounds_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDockerSetting */ .hM)} are read`);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
/** Reads a folder's configuration; an empty one where there is none. Throws `file-failed`. */
async function readConfig(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json');
    try {
        const text = (await readSetting(path)) ?? '{}';
        // docker itself passes over a file that begins with a byte order mark, and with it over every login in it.
        const plain = text.replace(/^\ufeff/, '');
        const parsed = JSON.parse(plain.trim() === '' ? '{}' : plain);
        if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
            throw new Error('it is not an object');
        return parsed;
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
/** Writes it, whole or not at all: docker may be reading it. */
async function replaceConfig(folder, config) {
    const next = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `config.json.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(next, JSON.stringify(config, null, 2), { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(next, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json'));
}
/**
 * Their configuration with our logins in it. An empty helper for a host makes docker look into this file even where a
 * `credsStore` would otherwise hold all logins.
 * Source: docker/cli, cli/config/configfile/file.go, getConfiguredCredentialStore.
 */
function withLogins(theirs, logins) {
    const keyed = logins.map(({ host, basic }) => [keyOf(host), basic]);
    return {
        ...theirs,
        auths: { ...theirs.auths, ...Object.fromEntries(keyed.map(([key, auth]) => [key, { auth }])) },
        credHelpers: { ...theirs.credHelpers, ...Object.fromEntries(keyed.map(([key]) => [key, ''])) },
    };
}
/** Docker Hub is filed under the address of its first interface. Source: docker/cli, cli/registry, IndexServer. */
function keyOf(host) {
    return host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
}
function unreadable(path, cause) {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ShipError */ .fS({
        code: 'file-failed',
        what: `Docker's configuration ${path} cannot be read: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(cause))}.`,
        next: 'Correct or remove that file; docker itself cannot use it either.',
        cause,
    });
}


/***/ }),

/***/ 4792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ share),
/* harmony export */   unshare: () => (/* binding */ unshare)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5919);




/**
 * Puts a login into the person's own configuration, for tools that read nothing else: sigstore's reads
 * `~/.docker/config.json` whatever DOCKER_CONFIG says. What was there before is kept beside it, to be put back.
 * Source: sigstore/sigstore-js, packages/oci/src/credentials.ts.
 * @param path of the file that keeps it
 */
async function share(path, { host, basic }) {
    const folder = await homeFolder();
    const key = (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(host);
    const theirs = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfig */ .Xg)(folder);
    const before = {
        folder,
        key,
        ours: basic,
        auth: theirs.auths?.[key],
        helper: theirs.credHelpers?.[key],
        wasThere: Object.keys(theirs).length > 0,
    };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, JSON.stringify(before), { mode: 0o600, flag: 'wx' });
    await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceConfig */ .L9)(folder, (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .withLogins */ .FH)(theirs, [{ host, basic }]));
}
/** Where the file itself is, which may be behind a link. */
async function homeFolder() {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true, mode: 0o700 });
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json')).catch(() => undefined);
    return real?.endsWith('/config.json') === true ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(real) : folder;
}
/** Puts back what was there before, unless somebody else has changed the login meanwhile. No error if nothing was kept. */
async function unshare(path) {
    const text = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readSetting */ .LA)(path).catch(() => undefined);
    if (text !== undefined && text !== '') {
        const before = JSON.parse(text);
        const now = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfig */ .Xg)(before.folder);
        const { auth } = (now.auths?.[before.key] ?? {});
        if (auth === before.ours)
            await putBack(before, now);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
}
async function putBack({ folder, key, auth, helper, wasThere }, now) {
    const restored = {
        ...now,
        auths: withEntry(now.auths, key, auth),
        credHelpers: withEntry(now.credHelpers, key, helper),
    };
    const left = Object.entries(restored).filter(([, value]) => !isEmpty(value));
    if (!wasThere && left.length === 0)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json'), { force: true });
    else
        await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceConfig */ .L9)(folder, Object.fromEntries(left));
}
function withEntry(entries, key, value) {
    const others = Object.entries(entries ?? {}).filter(([name]) => name !== key);
    return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}
function isEmpty(value) {
    return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
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


/***/ })

};
