export const id = 497;
export const ids = [497];
export const modules = {

/***/ 1497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseRegistryLogins: () => (/* binding */ parseRegistryLogins),
/* harmony export */   passwordsIn: () => (/* binding */ passwordsIn)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _yaml_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4688);


const keys = ['registry', 'username', 'password'];
function parseRegistryLogins(text) {
    const yaml = (0,_yaml_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .openYaml */ .I)(text);
    const seen = new Set();
    const logins = (0,_yaml_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .M)(yaml.root).flatMap((entry) => {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(entry)) {
            yaml.report(entry, 'a login has to be a mapping with registry, username and password');
            return [];
        }
        yaml.requireKeys(entry, keys);
        const host = hostOf(yaml.text(entry, 'registry') ?? 'docker.io');
        const username = yaml.requiredText(entry, 'username');
        const password = yaml.requiredText(entry, 'password');
        if (host === undefined)
            yaml.report(entry.get('registry', true), 'registry has to be a host such as ghcr.io');
        else if (seen.has(host))
            yaml.report(entry, `there are two logins for ${host}`);
        if (username?.includes(':') === true)
            yaml.report(entry.get('username', true), 'username cannot have a colon in it');
        if (host === undefined || username === undefined || password === undefined)
            return [];
        seen.add(host);
        return [{ host, username, password }];
    });
    return { logins, problems: yaml.problems };
}
function hostOf(registry) {
    const host = registry
        .trim()
        .replace(/^https?:\/\//, '')
        .replace(/\/(?:v[12]\/?)?$/, '')
        .toLowerCase();
    if (/^(?:(?:index|registry-1)\.)?docker\.io$/.test(host))
        return 'docker.io';
    return /^[a-z0-9.-]+(?::\d{1,5})?$/.test(host) && host !== '' ? host : undefined;
}
function passwordsIn(text) {
    const parsed = parseRegistryLogins(text).logins.map(({ password }) => password);
    const written = [...text.matchAll(/password["']?\s*:\s*(.+?)\s*[,}]?\s*$/gm)].map(([, value = '']) => value);
    const bare = written.map((value) => value.replace(/^(["'])(.*)\1$/, '$2'));
    return [...parsed, ...written, ...bare].filter((value) => value.length > 3 && !/^[|>][-+]?$/.test(value));
}


/***/ }),

/***/ 4688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ openYaml),
/* harmony export */   M: () => (/* binding */ entriesOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _types_yaml_depth_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9354);


function openYaml(text) {
    const counter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const deepAt = (0,_types_yaml_depth_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeepAt */ .U)(text);
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(deepAt === undefined ? text : '', {
        lineCounter: counter,
        prettyErrors: false,
    });
    const problems = [...document.errors, ...document.warnings].map(({ pos, code }) => ({
        line: counter.linePos(pos[0]).line,
        what: `it is not YAML: ${code.toLowerCase().replaceAll('_', ' ')}`,
    }));
    if (deepAt !== undefined)
        problems.push({ line: deepAt, what: _types_yaml_depth_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .D });
    const report = (node, what) => {
        const { range } = node;
        problems.push({ line: counter.linePos(range?.[0] ?? 0).line, what });
    };
    if (problems.length === 0)
        refuseAliases(document, report);
    const text_ = (map, key) => {
        const node = map.get(key, true);
        if (node === undefined || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null))
            return undefined;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value === 'string' && node.value.trim() !== '')
            return node.value;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value === 'number' && node.source !== undefined)
            return node.source;
        report(node, `${key} has to be text; put it in quotes`);
        return undefined;
    };
    return {
        root: problems.length > 0 ? null : document.contents,
        problems,
        report,
        text: text_,
        requireKeys(map, known) {
            for (const { key } of map.items) {
                const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : 'something that is not a name';
                if (!known.includes(name))
                    report(key, `there is no key ${name}; there are ${known.join(', ')}`);
            }
        },
        requiredText(map, key) {
            const before = problems.length;
            const found = text_(map, key);
            if (found === undefined && problems.length === before)
                report(map, `${key} is missing`);
            return found;
        },
        wholeNumber(map, key, from, to) {
            const node = map.get(key, true);
            if (node === undefined)
                return undefined;
            const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : undefined;
            if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to)
                return value;
            report(node, `${key} has to be a whole number from ${String(from)} to ${String(to)}`);
            return undefined;
        },
        map(map, key) {
            const node = map.get(key, true);
            if (node === undefined || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
                return node;
            report(node, `${key} has to be a mapping`);
            return undefined;
        },
    };
}
function refuseAliases(document, report) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_, alias) => {
            report(alias, 'what begins with * stands for what is written elsewhere; write the value itself, in quotes');
        },
    });
}
function entriesOf(root) {
    if (root === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(root) && root.value === null))
        return [];
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(root) ? root.items : [root];
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
