export const id = 371;
export const ids = [371];
export const modules = {

/***/ 6148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FH: () => (/* binding */ withLogins),
/* harmony export */   L9: () => (/* binding */ replaceConfig),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Xg: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9786);





/** Reads a folder's configuration; an empty one where there is none. Throws `file-failed`. */
async function readConfig(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json');
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch((error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return '{}';
        throw unreadable(path, error);
    });
    try {
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
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ShipError */ .fS({
        code: 'file-failed',
        what: `Docker's configuration ${path} cannot be read: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause))}.`,
        next: 'Correct or remove that file; docker itself cannot use it either.',
        cause,
    });
}


/***/ }),

/***/ 8371:
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
/* harmony import */ var _docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6148);




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
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined);
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


/***/ })

};
