import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3792:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cancellation)
/* harmony export */ });
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4218);

const budgetMs = 6 * 3600_000;
function cancellation() {
    const cancelled = new AbortController();
    const budget = setTimeout(() => {
        cancelled.abort(new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
            code: 'timed-out',
            what: `The run was stopped after ${String(budgetMs / 3600_000)} hours.`,
            next: 'Look in the log for what it was waiting for; no tag was set after that.',
        }));
    }, budgetMs);
    budget.unref();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.on(signal, () => {
            cancelled.abort(new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
                code: 'cancelled',
                what: `The run was cancelled (${signal}).`,
                next: 'Everything it had started was undone; run the job again.',
            }));
        });
    }
    return cancelled.signal;
}


/***/ }),

/***/ 9407:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _adapters_runner_cancellation_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3792);


if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(process.argv[1] ?? '') === 'post.js') {
    const { post } = await Promise.all(/* import() */[__nccwpck_require__.e(985), __nccwpck_require__.e(91)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6091));
    await post(process.env['STATE_undo'] ?? '');
}
else {
    const cancelled = (0,_adapters_runner_cancellation_js__WEBPACK_IMPORTED_MODULE_1__/* .cancellation */ .W)();
    const { main } = await Promise.all(/* import() */[__nccwpck_require__.e(114), __nccwpck_require__.e(143), __nccwpck_require__.e(238), __nccwpck_require__.e(441), __nccwpck_require__.e(985), __nccwpck_require__.e(270), __nccwpck_require__.e(96)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8096));
    await main(cancelled);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4218:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ asShipError),
/* harmony export */   fS: () => (/* binding */ ShipError)
/* harmony export */ });
/* unused harmony export errorCodes */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9786);

const errorCodes = (/* unused pure expression or super */ null && ([
    'invalid-input',
    'no-tags',
    'invalid-exceptions',
    'invalid-findings',
    'checkout-unreadable',
    'docker-missing',
    'engine-unreachable',
    'builder-unfit',
    'builder-unreachable',
    'no-credentials',
    'credentials-refused',
    'credentials-expired',
    'no-oidc-token',
    'role-refused',
    'wrong-account',
    'base-image-refused',
    'quota-reached',
    'access-denied',
    'repository-not-found',
    'image-not-found',
    'image-archived',
    'registry-failed',
    'registry-unreachable',
    'build-failed',
    'smoke-failed',
    'too-large',
    'runtime-unfit',
    'push-failed',
    'push-stalled',
    'verify-failed',
    'policy-failed',
    'copy-failed',
    'tag-taken',
    'tag-immovable',
    'older-commit',
    'tagging-failed',
    'replication-failed',
    'file-failed',
    'cancelled',
    'timed-out',
    'internal',
]));
class ShipError extends Error {
    code;
    what;
    next;
    details;
    places;
    constructor(options) {
        super(`${options.what} ${options.next}`, { cause: options.cause });
        this.name = 'ShipError';
        this.code = options.code;
        this.what = options.what;
        this.next = options.next;
        this.details = options.details;
        this.places = options.places ?? [];
    }
}
function asShipError(thrown) {
    if (thrown instanceof ShipError)
        return thrown;
    return new ShipError({
        code: 'internal',
        what: `Something happened that ecr-ship did not foresee: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .clause */ .sb)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown))}.`,
        next: 'Please open an issue with this log.',
        details: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
        cause: thrown,
    });
}


/***/ }),

/***/ 2024:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ credentialsInText),
/* harmony export */   Ny: () => (/* binding */ credentialsInContext),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   pc: () => (/* binding */ redacted),
/* harmony export */   ri: () => (/* binding */ withoutCredentials)
/* harmony export */ });
const hiddenMark = '***';
const userInfo = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)(?!git@)[^\s/?#'"<>@]{0,4096}(?:@[^\s/?#'"<>@]{0,4096})*@/gi;
const parameter = /([?&;])([\w.~%-]{1,80})=([^\s&;#'"<>]+)/g;
const secretName = /(?:^|[-_.])(?:token|secret|password|passwd|pwd|pass|auth|authorization|credentials?|key|sig|signature)$|(?:token|secret|password|signature|apikey)$/i;
function withoutCredentials(text) {
    const openUsers = text.includes('://') ? text.replace(userInfo, `$1${hiddenMark}@`) : text;
    if (!openUsers.includes('='))
        return openUsers;
    return openUsers.replace(parameter, (all, mark, name) => secretName.test(name) ? `${mark}${name}=${hiddenMark}` : all);
}
const openParameters = new Set([
    'branch',
    'tag',
    'ref',
    'subdir',
    'commit',
    'checksum',
    'keep-git-dir',
    'submodules',
    'mtime',
    'fetch-by-commit',
]);
const commonUsers = new Set([
    'git',
    'oauth2',
    'x-access-token',
    'x-token-auth',
    'aws',
    'token',
    'user',
    'x-oauth-basic',
]);
const shortest = 4;
const shortestUnknown = 8;
const longestUser = 20;
const publicKeyId = /^APKA[A-Z0-9]+$/;
function credentialsInContext(context) {
    const users = addressesIn(context).flatMap(usersOf);
    const isBare = !context.includes('://') && /^[^/?#]*@[^/?#@]*:/.test(context);
    const bare = isBare ? usersOf({ scheme: 'ssh', rest: context }) : [];
    const parameters = parametersOf(context).flatMap(({ name, value }) => secretName.test(name) || (!openParameters.has(name.toLowerCase()) && value.length >= shortestUnknown)
        ? [value]
        : []);
    return spellings([...users, ...bare, ...parameters]);
}
function redacted(text) {
    const secrets = /^[^\s=]*(?::\/\/|@)/.test(text) ? credentialsInContext(text) : credentialsInText(text);
    return withoutSecrets(text, secrets);
}
function withoutSecrets(text, secrets) {
    const left = secrets
        .toSorted((a, b) => b.length - a.length)
        .reduce((rest, secret) => rest.replaceAll(secret, () => hiddenMark), withoutCredentials(text));
    return withoutCredentials(left);
}
function credentialsInText(text) {
    const addresses = addressesIn(text);
    const parameters = addresses.flatMap(({ rest }) => parametersOf(rest));
    return spellings([
        ...addresses.flatMap(usersOf),
        ...parameters.filter(({ name }) => secretName.test(name)).map(({ value }) => value),
    ]);
}
function addressesIn(text) {
    return [...text.matchAll(/\b([a-z][a-z0-9+.-]{0,20}):\/\/(?=(\S{1,4096}))/gi)].map(([, scheme = '', rest = '']) => ({
        scheme,
        rest,
    }));
}
function usersOf({ scheme, rest }) {
    const [authority = ''] = rest.split(/[/?#]/);
    const isBroken = !authority.includes('@') && /:(?!\d*$)[^\]]*$/.test(authority);
    const end = (isBroken ? rest : authority).lastIndexOf('@');
    if (end < 0)
        return [];
    const info = rest.slice(0, end);
    const colon = info.indexOf(':');
    const user = colon < 0 ? info : info.slice(0, colon);
    const password = colon < 0 ? '' : info.slice(colon + 1);
    const isAlone = password === '' || password === 'x-oauth-basic';
    const isToken = (isAlone && /^https?$/i.test(scheme)) || user.length >= longestUser;
    const isKnown = commonUsers.has(user.toLowerCase()) || (/^ssh$/i.test(scheme) && publicKeyId.test(user));
    const pair = password === '' ? [] : [password, ...password.split(/[/?#]/), encodeBase64(decode(info))];
    return [...(isToken && !isKnown ? [user] : []), ...pair];
}
function parametersOf(address) {
    const begin = address.search(/[?#]/);
    if (begin < 0)
        return [];
    return [...address.slice(begin).matchAll(/[?&;]([^=&;#?\s]{1,80})=([^&;#\s]*)/g)].map(([, name = '', value = '']) => ({
        name: decode(name),
        value,
    }));
}
function spellings(secrets) {
    const all = secrets.flatMap((secret) => {
        const decoded = decode(secret);
        return [secret, decoded, encodeURIComponent(wellFormed(decoded)), encodeURI(wellFormed(decoded))];
    });
    return [...new Set(all)].filter((secret) => secret.length >= shortest && !commonUsers.has(secret));
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function wellFormed(text) {
    return text.replace(/\p{Cs}/gu, '\ufffd');
}
function encodeBase64(text) {
    try {
        return btoa(text);
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 9786:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ nameInLine),
/* harmony export */   H5: () => (/* binding */ shortHashes),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   Zb: () => (/* binding */ withoutColour),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   g4: () => (/* binding */ withoutOrders),
/* harmony export */   r4: () => (/* binding */ inWords),
/* harmony export */   sb: () => (/* binding */ clause),
/* harmony export */   yV: () => (/* binding */ visibleInColour)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2024);

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}](?<![\t\n\u200d\ufe0f])|\ufe0f(?<!\p{Extended_Pictographic}\ufe0f)|\u200d(?:(?<!\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?\ufe0f?\u200d)|(?!\p{Extended_Pictographic}))/gu;
const beyondPlain = /[^\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u034e\u0370-\u05ff\u2010-\u2027\u2030-\u205f\u2070-\u2fff\u3000-\u3163\u3165-\ud7ff\ufffd]/;
function visible(text) {
    return beyondPlain.test(text) ? text.replace(hidden, codeOf) : text;
}
const look = String.raw `\x1b\[[0-9;:]{0,32}m`;
const looks = new RegExp(look, 'g');
const aroundLooks = new RegExp(`(${look})`);
const orders = /\x1b\[(?![0-9;:]{0,32}m)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b[\]PX^_][^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\)|\x1b[ -/]{1,2}[0-~]|\x1b(?![[\]PX^_ -/])[0-~]/g;
function visibleInColour(text) {
    if (!beyondPlain.test(text))
        return text;
    return text
        .replace(orders, '')
        .split(aroundLooks)
        .map((part, index) => (index % 2 === 1 ? part : visible(part)))
        .join('');
}
function withoutColour(text) {
    return text.includes('\x1b') ? text.replace(looks, '') : text;
}
function withoutOrders(text) {
    if (!text.includes('::') && !text.includes('##['))
        return text;
    return text.replace(/^(\s*)::/gm, String.raw `$1\::`).replaceAll('##[', String.raw `#\#[`);
}
function codeOf(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
function nameInLine(text) {
    const line = visible((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCredentials */ .ri)(text).replace(/\s+/g, ' ').trim());
    return line.length > 600 ? `${line.slice(0, 599).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
function clause(text) {
    return nameInLine(text).replace(/[.?!:;,\s]+$/, '');
}
function shortHashes(text) {
    return text.replace(/(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/g, (hash) => hash.slice(0, 12));
}
function inWords(items) {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 8300:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9407);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
