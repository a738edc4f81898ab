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
async function readConfig(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json');
    try {
        const text = (await readSetting(path)) ?? '{}';
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
async function replaceConfig(folder, config) {
    const next = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `config.json.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(next, JSON.stringify(config, null, 2), { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(next, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json'));
}
function withLogins(theirs, logins) {
    const keyed = logins.map(({ host, basic }) => [keyOf(host), basic]);
    return {
        ...theirs,
        auths: { ...theirs.auths, ...Object.fromEntries(keyed.map(([key, auth]) => [key, { auth }])) },
        credHelpers: { ...theirs.credHelpers, ...Object.fromEntries(keyed.map(([key]) => [key, ''])) },
    };
}
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




async function share(path, { host, basic }) {
    const { folder, isFolderOurs } = await homeFolder();
    const key = (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(host);
    const theirs = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfig */ .Xg)(folder);
    const before = {
        folder,
        key,
        ours: basic,
        auth: theirs.auths?.[key],
        helper: theirs.credHelpers?.[key],
        wasThere: Object.keys(theirs).length > 0,
        isFolderOurs,
    };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, JSON.stringify(before), { mode: 0o600, flag: 'wx' });
    await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceConfig */ .L9)(folder, (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .withLogins */ .FH)(theirs, [{ host, basic }]));
}
async function homeFolder() {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker');
    const made = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true, mode: 0o700 });
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json')).catch(() => undefined);
    return {
        folder: real?.endsWith('/config.json') === true ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(real) : folder,
        isFolderOurs: made !== undefined,
    };
}
async function unshare(path) {
    const text = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readSetting */ .LA)(path).catch(() => undefined);
    if (text !== undefined && text !== '') {
        const before = JSON.parse(text);
        const now = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfig */ .Xg)(before.folder);
        const { auth } = (now.auths?.[before.key] ?? {});
        if (auth === before.ours)
            await putBack(before, now);
        if (before.isFolderOurs)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(before.folder).catch(() => undefined);
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


/***/ })

};
