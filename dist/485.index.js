export const id = 485;
export const ids = [485];
export const modules = {

/***/ 485:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSmokeTests: () => (/* binding */ parseSmokeTests)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11);
/* harmony import */ var _types_yaml_depth_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9354);



const keys = [
    'name',
    'env',
    'port',
    'command',
    'http',
    'lambda',
    'health',
    'read-only',
    'open-port',
    'memory',
    'within',
];
const httpKeys = ['path', 'status', 'body', 'within', 'port'];
const proofs = ['command', 'http', 'lambda', 'health'];
const lambdaPort = 8080;
const usualPort = 3000;
const usualWithinMs = 60_000;
const usualMemory = '2g';
const leastMemory = 6 * 1024 ** 2;
function parseSmokeTests(text) {
    const deepAt = (0,_types_yaml_depth_js__WEBPACK_IMPORTED_MODULE_2__/* .tooDeepAt */ .U)(text);
    if (deepAt !== undefined)
        return { ok: false, problems: [{ line: deepAt, what: _types_yaml_depth_js__WEBPACK_IMPORTED_MODULE_2__/* .tooDeep */ .D }] };
    const counter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const documents = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, { lineCounter: counter, prettyErrors: false });
    const problems = [];
    const report = (node, what) => {
        const range = node?.range;
        problems.push({ line: counter.linePos(range?.[0] ?? 0).line, what });
    };
    if (!Array.isArray(documents))
        return { ok: true, tests: [] };
    const tests = [];
    for (const document of documents) {
        for (const { pos, message } of document.errors)
            problems.push({
                line: counter.linePos(pos[0]).line,
                what: (message.split('\n')[0] ?? '').replace(/:$/, ''),
            });
        if (document.errors.length > 0)
            continue;
        const root = document.contents;
        const entries = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(root) ? root.items : root === null ? [] : [root];
        for (const entry of entries) {
            const test = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(entry) ? readTest(entry, tests.length + 1, report) : undefined;
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(entry))
                report(entry, `a test is a mapping with one of ${proofs.join(', ')}`);
            if (test !== undefined)
                tests.push(test);
        }
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, tests };
}
function readTest(map, number, report) {
    unknownKeys(map, keys, report);
    const given = proofs.filter((proof) => map.has(proof));
    const [kind] = given;
    if (kind === undefined || given.length > 1) {
        report(map, `a test has one of ${proofs.join(', ')}${given.length > 1 ? `, and this one has ${given.join(' and ')}` : ''}`);
        return undefined;
    }
    const inner = map.get(kind, true);
    const nested = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(inner) ? inner : undefined;
    if (nested !== undefined)
        unknownKeys(nested, kind === 'http' ? httpKeys : ['event', 'within'], report);
    const proof = readProof(kind, inner, report);
    const within = readWithin(nested?.get('within', true) ?? map.get('within', true), report);
    const portNode = nested?.get('port', true) ?? map.get('port', true);
    const port = portNode === undefined ? (kind === 'lambda' ? lambdaPort : usualPort) : numberOf(portNode);
    if (port === undefined || port < 1 || port > 65_535)
        report(portNode, 'port is a number from 1 to 65535');
    if (proof === undefined || port === undefined)
        return undefined;
    return {
        name: textOf(map.get('name', true)) ?? `${kind} ${String(number)}`,
        proof,
        withinMs: within,
        port,
        env: readEnv(map.get('env', true), report),
        readOnly: readFlag('read-only', map, report),
        openPort: readFlag('open-port', map, report),
        memory: readMemory(map.get('memory', true), report),
    };
}
function readProof(kind, node, report) {
    switch (kind) {
        case 'command': {
            const words = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) ? node.items.map(textOf) : [];
            if (words.length > 0 && words.every((word) => word !== undefined))
                return { kind, command: words };
            report(node, 'command is a list of words, such as [node, dist/index.js, --version]');
            return undefined;
        }
        case 'http':
            return readHttp(node, report);
        case 'lambda': {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && !isNothing(node) && !isTrue(node)) {
                report(node, "lambda is a mapping, such as { event: '{}' }");
                return undefined;
            }
            const event = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.get('event', true) : undefined;
            if (event === undefined)
                return { kind, event: '{}' };
            const text = textOf(event) ?? JSON.stringify(event.toJSON());
            if (isJson(text))
                return { kind, event: text };
            report(event, 'event is JSON');
            return undefined;
        }
        case 'health':
            if (isTrue(node))
                return { kind };
            report(node, 'health is true: a test that is not wanted is left out');
            return undefined;
    }
}
function readHttp(node, report) {
    const isShort = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value === 'string';
    const path = isShort
        ? String(node.value)
        : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
            ? (textOf(node.get('path', true)) ?? '/')
            : undefined;
    if (path?.startsWith('/') !== true || /[\s\p{Cc}]/u.test(path)) {
        report(node, 'http has a path that begins with /, such as { path: /api/health, status: 200 }');
        return undefined;
    }
    const statusNode = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.get('status', true) : undefined;
    const status = statusNode === undefined ? 200 : numberOf(statusNode);
    if (status === undefined || status < 100 || status > 599) {
        report(statusNode, 'status is a number such as 200');
        return undefined;
    }
    return { kind: 'http', path, status, body: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? textOf(node.get('body', true)) : undefined };
}
function readEnv(node, report) {
    if (node === undefined)
        return [];
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
        report(node, 'env is a mapping, such as { NODE_ENV: production }');
        return [];
    }
    return node.items.flatMap(({ key, value }) => {
        const [name, text] = [textOf(key), textOf(value)];
        if (name !== undefined && text !== undefined && /^[A-Za-z_]\w*$/.test(name) && !/[\r\n]/.test(text))
            return [`${name}=${text}`];
        report(key, 'env has names and values of one line');
        return [];
    });
}
function readWithin(node, report) {
    if (node === undefined)
        return usualWithinMs;
    const parsed = (0,_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(textOf(node) ?? '');
    if (!parsed.ok)
        report(node, `within is ${parsed.allowed}`);
    return parsed.ok ? parsed.value : usualWithinMs;
}
function readFlag(name, map, report) {
    const node = map.get(name, true);
    if (node === undefined)
        return false;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value === 'boolean')
        return node.value;
    report(node, `${name} is true or false`);
    return false;
}
function readMemory(node, report) {
    if (node === undefined)
        return usualMemory;
    const text = textOf(node) ?? '';
    const [, number = '', unit = ''] = /^(\d+)([bkmg]?)$/i.exec(text) ?? [];
    if (number === '' || Number(number) * bytesOf(unit.toLowerCase()) < leastMemory)
        report(node, 'memory is a size such as 512m or 2g, and at least 6m');
    return text;
}
function bytesOf(unit) {
    return 1024 ** Math.max(0, ['b', 'k', 'm', 'g'].indexOf(unit));
}
function isTrue(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === true;
}
function isNothing(node) {
    return node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null);
}
function unknownKeys(map, known, report) {
    for (const { key } of map.items) {
        const name = textOf(key) ?? '';
        if (!known.includes(name))
            report(key, `there is no ${JSON.stringify(name)}; a test has ${known.join(', ')}`);
    }
}
function textOf(node) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || node.value === null)
        return undefined;
    return typeof node.value === 'string' ? node.value : (node.source ?? JSON.stringify(node.value));
}
function numberOf(node) {
    const text = textOf(node);
    return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ tooDeep),
/* harmony export */   U: () => (/* binding */ tooDeepAt)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2764);

function tooDeepAt(text) {
    let depth = 0;
    const lines = text.split('\n');
    for (const [at, line] of lines.entries()) {
        const [lead = ''] = /^\s*(?:[?:-]\s+)*/.exec(line) ?? [];
        if (lead.replace(/\s/g, '').length > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .deepestYaml */ .wW || lead.length > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .mostIndented */ .l)
            return at + 1;
        for (const character of line) {
            if (character === '[' || character === '{')
                depth += 1;
            else if (character === ']' || character === '}')
                depth = Math.max(0, depth - 1);
            if (depth > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .deepestYaml */ .wW)
                return at + 1;
        }
    }
    return undefined;
}
const tooDeep = `it is nested deeper than ${String(_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .deepestYaml */ .wW)} levels`;


/***/ })

};
