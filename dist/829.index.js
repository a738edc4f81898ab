export const id = 829;
export const ids = [829];
export const modules = {

/***/ 829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseExceptions: () => (/* binding */ parseExceptions)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _types_yaml_depth_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9354);


const dayMs = 24 * 3600_000;
const defaultMaxDays = 365;
const mostMaxDays = 3650;
const entryKeys = ['id', 'package', 'reason', 'expires', 'approved-by'];
function parseExceptions(text, now) {
    const deepAt = (0,_types_yaml_depth_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeepAt */ .U)(text);
    if (deepAt !== undefined)
        return { ok: false, problems: [{ line: deepAt, what: _types_yaml_depth_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .D }] };
    const counter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: counter, prettyErrors: false });
    const problems = [];
    const lineOf = (node) => counter.linePos(offsetOf(node)).line;
    const report = (node, what) => problems.push({ line: lineOf(node), what });
    for (const { pos, message } of [...document.errors, ...document.warnings])
        problems.push({ line: counter.linePos(pos[0]).line, what: firstLine(message) });
    if (problems.length > 0)
        return { ok: false, problems };
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_, alias) => {
            report(alias, `*${alias.source} stands for what is written elsewhere; write the value itself`);
        },
    });
    if (problems.length > 0)
        return { ok: false, problems };
    const reader = { report, lineOf };
    const list = readRoot(document.contents, reader, now);
    return problems.length > 0
        ? { ok: false, problems: problems.sort((a, b) => a.line - b.line) }
        : { ok: true, list };
}
function readRoot(root, reader, now) {
    if (root === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(root) && root.value === null))
        return [];
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root)) {
        reader.report(root, 'the file must be a mapping with the key exceptions');
        return [];
    }
    reportUnknownKeys(root, ['exceptions', 'max-days'], reader);
    const maxDays = readMaxDays(root, reader);
    const entries = root.get('exceptions', true);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(entries)) {
        const isEmpty = entries === undefined || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(entries) && entries.value === null);
        if (!isEmpty)
            reader.report(entries, 'exceptions must be a list');
        return [];
    }
    const seen = new Map();
    return entries.items.flatMap((entry) => {
        const exception = readEntry(entry, reader, now + maxDays * dayMs, maxDays);
        if (exception === undefined)
            return [];
        const key = JSON.stringify([exception.id, exception.package]);
        const before = seen.get(key);
        if (before !== undefined)
            reader.report(entry, `the same finding is accepted on line ${String(before)}`);
        else
            seen.set(key, exception.line);
        return [exception];
    });
}
function readMaxDays(root, { report }) {
    const node = root.get('max-days', true);
    if (node === undefined)
        return defaultMaxDays;
    const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostMaxDays)
        return value;
    report(node, `max-days must be a whole number of days from 1 to ${String(mostMaxDays)}`);
    return mostMaxDays;
}
function readEntry(entry, reader, latest, maxDays) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(entry)) {
        reader.report(entry, 'an exception must be a mapping with id, reason and expires');
        return undefined;
    }
    reportUnknownKeys(entry, entryKeys, reader);
    const id = readText(entry, 'id', reader);
    const reason = readText(entry, 'reason', reader);
    const expires = readText(entry, 'expires', reader);
    const [packageName, approvedBy] = ['package', 'approved-by'].map((key) => entry.has(key) ? readText(entry, key, reader) : undefined);
    const endsAt = expires === undefined ? undefined : endOfDay(expires);
    if (expires !== undefined && endsAt === undefined)
        reader.report(entry.get('expires', true), `expires must be a day such as 2026-12-31`);
    if (endsAt !== undefined && endsAt - dayMs > latest) {
        reader.report(entry.get('expires', true), `expires is more than ${String(maxDays)} days ahead; give an earlier day, or a larger max-days at the top of the file`);
    }
    if (id === undefined || reason === undefined || expires === undefined || endsAt === undefined)
        return undefined;
    return { id, package: packageName, reason, expires, endsAt, approvedBy, line: reader.lineOf(entry) };
}
function reportUnknownKeys(map, known, { report }) {
    for (const { key } of map.items) {
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : 'something that is not a name';
        if (!known.includes(name))
            report(key, `unknown key ${name}; known: ${known.join(', ')}`);
    }
}
function readText(map, key, { report }) {
    const node = map.get(key, true);
    const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : undefined;
    if (typeof value === 'string' && value.trim() !== '')
        return value.trim().replace(/\s+/g, ' ');
    const isMissing = node === undefined || value === null || typeof value === 'string';
    report(node ?? map, isMissing ? `${key} is missing` : `${key} must be text; put it in quotes`);
    return undefined;
}
function endOfDay(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
        return undefined;
    const start = Date.parse(`${text}T00:00:00Z`);
    const exists = !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
    return exists ? start + dayMs : undefined;
}
function offsetOf(node) {
    const { range } = node;
    return range?.[0] ?? 0;
}
function firstLine(message) {
    return (message.split('\n')[0] ?? message).replace(/[.:]\s*$/, '');
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
