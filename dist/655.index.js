export const id = 655;
export const ids = [655];
export const modules = {

/***/ 8655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseRepositorySettings: () => (/* binding */ parseRepositorySettings)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _types_repository_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(859);
/* harmony import */ var _yaml_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4688);



const keys = [
    'mutability',
    'exclusion-filters',
    'encryption',
    'kms-key',
    'lifecycle',
    'policy',
    'tags',
    'catalog',
];
function parseRepositorySettings(text) {
    const yaml = (0,_yaml_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .openYaml */ .I)(text);
    const { root, problems } = yaml;
    if (root === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(root) && root.value === null))
        return { settings: _types_repository_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .plainSettings */ .Kh, problems };
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root)) {
        yaml.report(root, `the settings have to be a mapping with ${keys.join(', ')}`);
        return { settings: _types_repository_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .plainSettings */ .Kh, problems };
    }
    yaml.requireKeys(root, keys);
    const settings = {
        mutability: mutabilityIn(root, yaml),
        exclusionFilters: filtersIn(root, yaml),
        encryption: encryptionIn(root, yaml),
        lifecyclePolicy: lifecycleIn(root, yaml),
        policy: policyIn(root, yaml),
        tags: tagsIn(root, yaml),
        catalog: catalogIn(root, yaml),
    };
    return { settings, problems };
}
function mutabilityIn(root, yaml) {
    const word = (yaml.text(root, 'mutability') ?? 'mutable').toLowerCase().replace(/_with_exclusion$/, '');
    if (word === 'mutable' || word === 'immutable')
        return word;
    yaml.report(root.get('mutability', true), 'mutability has to be mutable or immutable');
    return 'mutable';
}
const filter = /^[0-9a-zA-Z._*-]{1,128}$/;
const mostFilters = 5;
function filtersIn(root, yaml) {
    const node = root.get('exclusion-filters', true);
    if (node === undefined)
        return [];
    const items = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) ? node.items : [node];
    if (items.length > mostFilters)
        yaml.report(node, `exclusion-filters can have ${String(mostFilters)} entries at most`);
    return items.flatMap((item) => {
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item) ? item.value : undefined;
        if (typeof value === 'string' && filter.test(value))
            return [value];
        yaml.report(item, 'an exclusion filter has 1 to 128 letters, digits and . _ - *, in quotes where it begins with *');
        return [];
    });
}
const encryptions = {
    aes256: 'AES256',
    kms: 'KMS',
    'kms-dsse': 'KMS_DSSE',
    kms_dsse: 'KMS_DSSE',
};
function encryptionIn(root, yaml) {
    const word = yaml.text(root, 'encryption')?.toLowerCase();
    const key = yaml.text(root, 'kms-key');
    if (word === undefined && key === undefined)
        return undefined;
    const type = encryptions[word ?? 'kms'];
    if (type === undefined) {
        yaml.report(root.get('encryption', true), 'encryption has to be aes256, kms or kms-dsse');
        return undefined;
    }
    if (type === 'AES256' && key !== undefined)
        yaml.report(root.get('kms-key', true), 'kms-key needs encryption: kms or kms-dsse');
    return { type, ...(key !== undefined && { key }) };
}
function lifecycleIn(root, yaml) {
    const node = root.get('lifecycle', true);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) || node.has('rules'))
        return documentIn(root, 'lifecycle', 'rules', yaml);
    yaml.requireKeys(node, ['keep', 'untagged-days', 'rules']);
    const keep = yaml.wholeNumber(node, 'keep', 1, 100_000);
    return (0,_types_repository_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .lifecyclePolicyFor */ .io)(keep, yaml.wholeNumber(node, 'untagged-days', 1, 3650));
}
function policyIn(root, yaml) {
    return documentIn(root, 'policy', 'Statement', yaml);
}
function documentIn(root, key, member, yaml) {
    const node = root.get(key, true);
    if (node === undefined || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null))
        return undefined;
    const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
        ? node.toJSON()
        : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node)
            ? parsedJson(String(node.value))
            : undefined;
    if (typeof value === 'object' && value !== null && member in value)
        return JSON.stringify(value);
    yaml.report(node, `${key} has to be a JSON object with ${member}`);
    return undefined;
}
function parsedJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const catalogKeys = ['description', 'about', 'usage', 'architectures', 'operating-systems'];
const longestTexts = { description: 1024, about: 25_600, usage: 25_600 };
const badges = {
    architectures: ['ARM', 'ARM 64', 'x86', 'x86-64'],
    'operating-systems': ['Linux', 'Windows'],
};
function catalogIn(root, yaml) {
    const map = yaml.map(root, 'catalog');
    if (map === undefined)
        return undefined;
    yaml.requireKeys(map, catalogKeys);
    const text = (key) => {
        const value = yaml.text(map, key);
        const most = longestTexts[key];
        if (value !== undefined && value.length > most)
            yaml.report(map.get(key, true), `${key} can have ${most.toLocaleString('en')} characters at most`);
        return value === undefined ? {} : { [key]: value };
    };
    return {
        ...text('description'),
        ...text('about'),
        ...text('usage'),
        architectures: badgesIn(map, 'architectures', yaml),
        operatingSystems: badgesIn(map, 'operating-systems', yaml),
    };
}
function badgesIn(map, key, yaml) {
    const node = map.get(key, true);
    if (node === undefined)
        return [];
    const known = badges[key];
    return ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) ? node.items : [node]).flatMap((item) => {
        const given = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item) ? String(item.value) : '';
        const badge = known.find((one) => one.toLowerCase() === given.toLowerCase());
        if (badge !== undefined)
            return [badge];
        yaml.report(item, `${key} can be ${known.join(', ')}`);
        return [];
    });
}
const mostTags = 50;
function tagsIn(root, yaml) {
    const tags = yaml.map(root, 'tags');
    if (tags === undefined)
        return [];
    if (tags.items.length > mostTags)
        yaml.report(tags, `tags can have ${String(mostTags)} entries at most`);
    return tags.items.flatMap(({ key: node }) => {
        const key = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? String(node.value) : '';
        const value = yaml.text(tags, key) ?? '';
        if (key.length >= 1 && key.length <= 128 && value.length <= 256 && !key.startsWith('aws:'))
            return [{ key, value }];
        yaml.report(node, "a tag's key has 1 to 128 characters and does not begin with aws:, its value 256 at most");
        return [];
    });
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
