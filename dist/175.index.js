export const id = 175;
export const ids = [175,371];
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

/***/ 4829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ privateDockerConfig),
/* harmony export */   O: () => (/* binding */ privateFolderPrefix)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4218);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5094);
/* harmony import */ var _docker_config_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6148);
/* harmony import */ var _shared_login_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8371);
/* harmony import */ var _temporary_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76);









/** What the names of our private configuration folders begin with. */
const privateFolderPrefix = 'ecr-ship-docker-';
/**
 * A docker configuration of our own beside the person's: their settings and logins keep working, and nothing that
 * other jobs on the machine share is touched.
 */
function privateDockerConfig() {
    return {
        choosePath: () => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,_temporary_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .temporaryFolder */ .yy)(), `${privateFolderPrefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`),
        install: (path, logins) => orUnwritable(path, () => install(path, logins)),
        renew: (path, login) => orUnwritable(path, () => renew(path, login)),
        share: (path, login) => orUnwritable(path, () => (0,_shared_login_js__WEBPACK_IMPORTED_MODULE_6__/* .share */ .u)(path, login)),
        unshare: (path) => (0,_deadline_js__WEBPACK_IMPORTED_MODULE_8__/* .withDeadline */ .N)(() => (0,_shared_login_js__WEBPACK_IMPORTED_MODULE_6__.unshare)(path)),
        putSecrets: (path, secrets) => orUnwritable(path, async () => {
            (0,_temporary_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .makeFolders */ .wZ)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path, { mode: 0o700 });
            for (const { name, text } of secrets)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, name), text, { mode: 0o600, flag: 'wx' });
        }),
        async remove(path) {
            // Links are removed, never followed.
            await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_8__/* .withDeadline */ .N)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true }));
        },
    };
}
/** The folder is in RUNNER_TEMP, which may be full or read-only. Throws `file-failed`. */
async function orUnwritable(path, write) {
    try {
        return await write();
    }
    catch (cause) {
        if (cause instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ShipError */ .fS)
            throw cause;
        throw (0,_temporary_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .temporaryUnusable */ .HK)(path, cause);
    }
}
async function install(path, logins) {
    const theirs = process.env['DOCKER_CONFIG'] ?? '';
    const origin = theirs === '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.docker') : theirs;
    (0,_temporary_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .makeFolders */ .wZ)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path, { mode: 0o700 });
    await linkEverythingElse(origin, path);
    const config = (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .withLogins */ .FH)(await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readConfig */ .Xg)(origin), logins);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'config.json'), JSON.stringify(config, null, 2), {
        mode: 0o600,
        flag: 'wx',
    });
    const theirBuildx = process.env['BUILDX_CONFIG'] ?? '';
    return {
        DOCKER_CONFIG: path,
        BUILDX_CONFIG: theirBuildx === '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(origin, 'buildx') : theirBuildx,
    };
}
async function renew(path, login) {
    await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .replaceConfig */ .L9)(path, (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .withLogins */ .FH)(await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readConfig */ .Xg)(path), [login]));
}
/** Contexts, plugins, certificates: whatever is in their folder stays where it is and is seen through a link. */
async function linkEverythingElse(origin, path) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(origin, { withFileTypes: true }).catch(() => []);
    const linked = entries.filter((entry) => entry.name !== 'config.json' && !entry.name.endsWith('.lock'));
    await Promise.all(linked.map((entry) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(origin, entry.name), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, entry.name), 'junction')));
}


/***/ }),

/***/ 5402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ workFolders),
/* harmony export */   QY: () => (/* binding */ unlessAbsent),
/* harmony export */   _W: () => (/* binding */ placeToWrite),
/* harmony export */   v$: () => (/* binding */ placeToRead)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _docker_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4829);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1841);




/**
 * Variables that name what the runner, docker and the AWS SDKs obey: whoever writes there speaks for other steps.
 * Source: GitHub docs, "Workflow commands", Environment files; docker CLI and AWS SDK reference, environment variables.
 */
const obeyedVariables = [
    'DOCKER_CONFIG',
    'BUILDX_CONFIG',
    'AWS_CONFIG_FILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
];
/**
 * The runner's own files. They lie below RUNNER_TEMP, and those of the other steps beside them.
 * Source: GitHub docs, "Default environment variables"; actions/runner, FileCommandManager.cs.
 */
const runnerVariables = [
    'GITHUB_OUTPUT',
    'GITHUB_ENV',
    'GITHUB_STATE',
    'GITHUB_PATH',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_EVENT_PATH',
];
/**
 * The runner's own folders below RUNNER_TEMP. In a container they are mounted under a second path, so that a path of
 * a variable does not tell all.
 * Source: actions/runner, FileCommandManager.cs, and the mounts in its logs of container actions.
 */
const runnerFolders = ['_runner_file_commands', '_github_workflow', '_github_home'];
/** Where nothing is a file of a disk. */
const kernelFolders = ['/proc', '/sys', '/dev'];
/**
 * Where a report file may be written: in the workspace or in RUNNER_TEMP, wherever links on the way lead, and in no
 * place that something else obeys. Whether the file itself is a link is for whoever opens it to find out.
 * Throws an Error whose message is a clause.
 */
async function placeToWrite(path) {
    const roots = await Promise.all(workFolders().map(rootAt));
    const full = fullPath(path);
    const { real, missing } = await deepestFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(full));
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, ...missing, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(full));
    requireInside(place, full, roots);
    for (const { variable, folder } of await obeyedPlaces(roots))
        if ((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(place, folder))
            throw new Error(`${variable} is kept there, which other steps obey`);
    return { path: place, missing: missing.map((_, at) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, ...missing.slice(0, at + 1))) };
}
/** Where the steps of a job leave their files: the workspace and RUNNER_TEMP. */
function workFolders() {
    const temp = process.env['RUNNER_TEMP'] ?? '';
    return temp === '' ? [(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)()] : [(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)(), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(temp)];
}
/**
 * The real path of a file that has to be in one of these folders, by default in the workspace; undefined where there is
 * none. Throws an Error whose message is a clause.
 */
async function placeToRead(path, folders = [(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)()]) {
    const full = fullPath(path);
    const roots = await Promise.all(folders.map(rootAt));
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(full).catch(unlessAbsent)) === undefined)
        return undefined;
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full);
    requireInside(real, full, roots);
    return real;
}
function fullPath(path) {
    if (/[\u0000-\u001f\u007f-\u009f]/.test(path))
        throw new Error('its path has a control character');
    if (/[/\\]$/.test(path))
        throw new Error('its path ends as that of a folder does');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)(), path);
}
/** A path that says it is in one of the roots must not leave it by a link, not even for another root. */
function requireInside(place, full, roots) {
    const [nearest] = roots
        .filter(({ given, real }) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(full, given) || (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(full, real))
        .sort((a, b) => b.real.length - a.real.length);
    const allowed = nearest === undefined ? roots : [nearest];
    const root = allowed.find(({ real }) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(place, real) && place !== real);
    const isOfKernel = kernelFolders.some((folder) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(place, folder) && !(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(root?.real ?? '/', folder));
    if (root === undefined || isOfKernel)
        throw new Error(nearest === undefined || place === nearest.real
            ? `it is not inside ${roots.map(({ given }) => given).join(' or ')}`
            : `a link on the way leads out of ${nearest.given}`);
    const parts = place.slice(root.real.length).toLowerCase().split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    if (parts.includes('.git'))
        throw new Error('it is inside a .git folder');
    if (parts.some((part) => runnerFolders.includes(part)))
        throw new Error('the runner keeps its own files there, which other steps obey');
    if (parts.some((part) => part.startsWith(_docker_config_js__WEBPACK_IMPORTED_MODULE_2__/* .privateFolderPrefix */ .O)))
        throw new Error('the private docker configuration of a run is there');
}
/** The real path of the deepest folder that is there, and the names of those that are missing below it. */
async function deepestFolder(folder) {
    const missing = [];
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        // A link that leads nowhere is there all the same: it must not pass for a folder that can be made.
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(at).catch(unlessAbsent)) !== undefined)
            return { real: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(at), missing };
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            throw new Error('there is no folder for it');
        missing.unshift((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(at));
    }
}
async function rootAt(folder) {
    return { given: folder, real: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder).catch(() => folder) };
}
async function obeyedPlaces(roots) {
    const named = [...runnerVariables, ...obeyedVariables].flatMap((variable) => {
        const path = process.env[variable] ?? '';
        return path === '' ? [] : [{ variable, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path) }];
    });
    const real = await Promise.all(named.map(async ({ variable, path }) => ({ variable, path: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => path) })));
    return real.flatMap(({ variable, path }) => {
        const beside = runnerVariables.includes(variable) ? [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)] : [];
        // A folder that holds the workspace or RUNNER_TEMP is not the runner's own, whatever else is kept in it.
        return [path, ...beside]
            .filter((folder) => !roots.some((root) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(root.real, folder)))
            .map((folder) => ({ variable, folder }));
    });
}
/** Undefined where nothing is there; other errors stay errors. */
function unlessAbsent(error) {
    const { code } = error;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    throw error;
}


/***/ }),

/***/ 8175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VX: () => (/* binding */ readRegular),
/* harmony export */   c1: () => (/* binding */ readLinked),
/* harmony export */   lf: () => (/* binding */ openRegular),
/* harmony export */   oD: () => (/* binding */ readWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5094);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5402);




/** No link is followed, and no pipe waited for. Windows has neither flag. */
const careful = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK;
/** Read only; read and write what is there; make a new one. */
const flags = {
    read: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY,
    change: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR,
    make: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_EXCL,
};
/**
 * Opens a regular file and nothing else: no link, pipe, device, socket or folder. `change` and `make` take no file
 * that has a second name (a hard link) either, for that one may be anywhere.
 * Throws an Error whose message is a clause, or the system's.
 */
async function openRegular(path, way) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, flags[way] | careful, 0o666).catch((error) => {
        const { code } = error;
        if (code === 'ELOOP' || code === 'EMLINK')
            throw new Error('it is a link');
        if (code === 'EISDIR')
            throw new Error('it is a folder');
        if (code === 'ENXIO')
            throw new Error('it is no regular file');
        throw error;
    });
    try {
        const facts = await handle.stat();
        if (!facts.isFile())
            throw new Error(facts.isDirectory() ? 'it is a folder' : 'it is no regular file');
        if (way !== 'read' && facts.nlink > 1)
            throw new Error('it is a hard link: another file has the same content');
        // Where the system knows no O_NOFOLLOW, a link is found here.
        const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
        if (there.ino !== facts.ino || there.dev !== facts.dev)
            throw new Error('it is a link, or was just replaced');
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/** All bytes of a file; more than `most` are an error that says how many. Throws an Error whose message is a clause. */
async function readWhole(handle, most) {
    const { size } = await handle.stat();
    if (size > most)
        throw new Error(`it has ${String(size)} bytes, and at most ${String(most)} are read`);
    // One byte more than there should be, to see whether there is more.
    const bytes = Buffer.alloc(size + 1);
    let length = 0;
    while (length < bytes.length) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
        if (bytesRead === 0)
            break;
        length += bytesRead;
    }
    if (length > size)
        throw new Error('it grows while it is read');
    return bytes.subarray(0, length);
}
/** The text of a regular file; undefined where there is none. Throws an Error whose message is a clause, or the system's. */
async function readRegular(path, most) {
    return (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .N)(async () => {
        const handle = await openRegular(path, 'read').catch(_places_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessAbsent */ .QY);
        if (handle === undefined)
            return undefined;
        try {
            return (await readWhole(handle, most)).toString('utf8');
        }
        finally {
            await handle.close();
        }
    });
}
/** The same wherever links lead, for a file that is not the checkout's to choose. */
async function readLinked(path, most) {
    const real = await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .N)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path).catch(_places_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessAbsent */ .QY));
    return real === undefined ? undefined : readRegular(real, most);
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


/***/ }),

/***/ 76:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HK: () => (/* binding */ temporaryUnusable),
/* harmony export */   wE: () => (/* binding */ makeTemporaryFolder),
/* harmony export */   wZ: () => (/* binding */ makeFolders),
/* harmony export */   yy: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9786);






/** Where files of this run alone go: the runner's RUNNER_TEMP, which it empties after each job; else the machine's own. */
function temporaryFolder() {
    return process.env['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
}
/**
 * Makes a folder of our own below it, and the folder itself where it is missing: a container or a self-hosted runner may
 * name one that nobody has made. Throws `file-failed`.
 * @param prefix what its name begins with
 * @param planned is told its path before it is there
 */
function makeTemporaryFolder(prefix, planned) {
    const parent = temporaryFolder();
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    planned?.(path);
    try {
        makeFolders(parent);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
        return path;
    }
    catch (cause) {
        throw temporaryUnusable(parent, cause);
    }
}
/**
 * Makes a folder and those on the way to it that are missing. Node's own way of that (`recursive`) never ends below /proc,
 * where a folder is missing however often it was made. Throws the system's errors.
 */
function makeFolders(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return;
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) !== path)
        makeFolders((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path);
    }
    catch (error) {
        // Another step may make the same one at the same time.
        if (error.code !== 'EEXIST')
            throw error;
    }
}
/** The error for a folder of temporary files that cannot be made or written to. */
function temporaryUnusable(path, cause) {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ShipError */ .fS({
        code: 'file-failed',
        what: `The folder for temporary files cannot be used, ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .clause */ .sb)(path)}: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(cause))}.`,
        next: 'Look at RUNNER_TEMP: this user has to be able to make that folder and to write to it, and its disk needs some space.',
        cause,
    });
}


/***/ }),

/***/ 1841:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yw: () => (/* binding */ isBelow),
/* harmony export */   oS: () => (/* binding */ workspaceRoot),
/* harmony export */   ve: () => (/* binding */ inWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** The root of the workspace, without links: where actions/checkout puts the repository. */
function workspaceRoot() {
    const given = process.env['GITHUB_WORKSPACE'] ?? '';
    const root = given === '' ? process.cwd() : given;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
    }
    catch {
        return root;
    }
}
/** Whether a path is a folder or lies in it. Both without links. */
function isBelow(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way) && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);
}
/** A path as docker takes it, from the workspace: `link/..` is where the system says it is, not the folder of the link. */
function inWorkspace(root, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : `${root}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${path}`;
}


/***/ })

};
