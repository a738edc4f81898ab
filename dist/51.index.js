export const id = 51;
export const ids = [51];
export const modules = {

/***/ 5094:
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

/***/ 9067:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
/**
 * Stands in for undici in the bundle: `paths` in tsconfig.json leads there. `@actions/http-client` imports undici for
 * this one class, which it gives to Octokit and never uses itself: its own requests go through `node:https`, and through
 * a proxy with `tunnel`. The real one is 0.9 MB, and loading it was more than half of the time until main or post began.
 * Source: actions/toolkit, packages/http-client/src/index.ts, `_getProxyAgentDispatcher`.
 */
function ProxyAgent() {
    throw new Error('undici is not in this bundle: whoever needs its ProxyAgent removes the path in tsconfig.json');
}


/***/ }),

/***/ 6221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ shortDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/**
 * Takes any text and gives the digest it is, or undefined.
 * Only sha256 is accepted, because it is the only algorithm that ECR computes.
 */
function parseDigest(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text) ? text : undefined;
}
/** The first twelve hexadecimal digits, as docker prints them. */
function shortDigest(digest) {
    return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}


/***/ }),

/***/ 2700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yb: () => (/* binding */ mostFindings),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   p1: () => (/* binding */ unnamed)
/* harmony export */ });
/** From the worst to the mildest. `undefined` is ECR's own word for "no priority known". */
const severities = ['critical', 'high', 'medium', 'low', 'informational', 'undefined'];
/** The id of a finding that has none: no two of these are the same one, and no exception can mean one of them. */
const unnamed = 'unnamed';
/**
 * So many findings of one image are read. Images with ten thousand are known; what is far beyond them is an answer that
 * has no end, and would fill the memory.
 */
const mostFindings = 50_000;


/***/ })

};
