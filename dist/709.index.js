export const id = 709;
export const ids = [709];
export const modules = {

/***/ 2502:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ mergeFindings),
/* harmony export */   d: () => (/* binding */ distinct)
/* harmony export */ });
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2700);

function mergeFindings(lists) {
    const merged = [];
    for (const list of lists) {
        const there = placesByKey(merged);
        for (const finding of list) {
            const at = takePlace(there.get(keyOf(finding)), merged, finding);
            const known = at === undefined ? undefined : merged[at];
            if (at === undefined || known === undefined)
                merged.push(finding);
            else
                merged[at] = mergeTwo(known, finding);
        }
    }
    return merged;
}
function distinct(findings) {
    const known = new Map();
    const kept = [];
    for (const finding of findings) {
        const key = JSON.stringify([finding.id, finding.package, finding.installed]);
        const at = finding.id === _types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .unnamed */ .p1 ? undefined : known.get(key);
        const same = at === undefined ? undefined : kept[at];
        if (at === undefined || same === undefined) {
            known.set(key, kept.length);
            kept.push(finding);
        }
        else
            kept[at] = mergeTwo(same, finding);
    }
    return kept;
}
function placesByKey(findings) {
    const places = new Map();
    for (const [at, finding] of findings.entries()) {
        if (finding.id === _types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .unnamed */ .p1)
            continue;
        const key = keyOf(finding);
        const known = places.get(key);
        if (known === undefined)
            places.set(key, [at]);
        else
            known.push(at);
    }
    return places;
}
function takePlace(left, merged, { installed }) {
    if (left === undefined || left.length === 0)
        return undefined;
    const same = left.findIndex((at) => merged[at]?.installed === installed);
    return left.splice(Math.max(0, same), 1)[0];
}
function keyOf({ id, package: name }) {
    return JSON.stringify([id, name]);
}
function mergeTwo(one, other) {
    const isWorse = _types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(other.severity) < _types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(one.severity);
    const [worse, milder] = isWorse ? [other, one] : [one, other];
    const saidBy = [...new Set([...(0,_types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .scannersOf */ .$_)(one), ...(0,_types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .scannersOf */ .$_)(other)])];
    const merged = { ...milder, ...worse, saidBy };
    if (worse.severityAsGiven === undefined)
        delete merged.severityAsGiven;
    const fix = fixes.find((said) => one.fix === said || other.fix === said);
    return fix === undefined ? merged : { ...merged, fix };
}
const fixes = ['yes', 'partial', 'no'];


/***/ }),

/***/ 2709:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readScan: () => (/* binding */ readScan)
});

// EXTERNAL MODULE: ./src/types/json.ts
var json = __webpack_require__(9055);
// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __webpack_require__(3617);
// EXTERNAL MODULE: ./src/types/bounds.ts
var bounds = __webpack_require__(2764);
// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
;// CONCATENATED MODULE: ./src/scan/foreign/json-members.ts

function memberOf(value, name) {
    return (0,json/* isObject */.Gv)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
function memberAt(value, ...path) {
    return path.reduce(memberOf, value);
}
function objectsOf(value) {
    return Array.isArray(value) ? value.filter(json/* isObject */.Gv) : [];
}
function wordOf(value, most) {
    if (typeof value !== 'string')
        return undefined;
    const text = value.slice(0, most).trim();
    return text === '' ? undefined : text;
}
function positionOf(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

;// CONCATENATED MODULE: ./src/scan/foreign/purl.ts
const distributed = ['deb', 'apk', 'rpm', 'alpm', 'qpkg'];
function parsePurl(text) {
    const [, type = '', rest = ''] = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]*)\/([^?#]+)/.exec(text) ?? [];
    if (rest === '')
        return undefined;
    const at = rest.lastIndexOf('@');
    const path = (at > 0 ? rest.slice(0, at) : rest).split('/').filter((part) => part !== '');
    const parts = path.map(decoded);
    const name = parts.at(-1);
    if (name === undefined)
        return undefined;
    const namespace = parts.slice(0, -1);
    const kind = type.toLowerCase();
    const whole = namespace.length === 0 || distributed.includes(kind)
        ? name
        : `${namespace.join('/')}${kind === 'maven' ? ':' : '/'}${name}`;
    return {
        package: whole,
        installed: at > 0 ? `${epochOf(text, kind)}${decoded(rest.slice(at + 1))}` : undefined,
    };
}
function epochOf(text, kind) {
    const epoch = /[?&]epoch=(\d{1,9})(?:[&#]|$)/.exec(text)?.[1] ?? '0';
    return distributed.includes(kind) && epoch !== '0' ? `${epoch}:` : '';
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}

// EXTERNAL MODULE: ./src/types/severity-word.ts
var severity_word = __webpack_require__(8959);
;// CONCATENATED MODULE: ./src/scan/foreign/severity.ts

function severityOf({ score: given, word, level }) {
    const score = scoreOf(given);
    if (score !== undefined)
        return { severity: bandOf(score), score };
    return word === undefined ? ofLevel(level) : ofWord(word);
}
function scoreOf(given) {
    const score = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
    return typeof score === 'number' && score > 0 && score <= 10 ? score : undefined;
}
function bandOf(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    return score >= 4 ? 'medium' : 'low';
}
function ofWord(word) {
    const lower = word.toLowerCase();
    if (lower === 'unknown' || lower === 'unspecified')
        return { severity: 'undefined' };
    if (lower === 'negligible')
        return { severity: 'informational' };
    return (0,severity_word/* parseSeverity */.lv)(word);
}
function ofLevel(level) {
    switch (level) {
        case 'warning':
            return { severity: 'medium' };
        case 'note':
            return { severity: 'low' };
        case 'none':
            return { severity: 'undefined' };
        default:
            return (0,severity_word/* parseSeverity */.lv)(level);
    }
}

// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __webpack_require__(6221);
;// CONCATENATED MODULE: ./src/scan/foreign/tool-finding.ts







const mostCharacters = 300;
const mostDescription = 1000;
const mostAddress = 2000;
const mostName = 60;
function toolFinding(given) {
    const { tool, id, severity, severityAsGiven, score, fix } = given;
    const texts = {
        package: wordOf(given.package, mostCharacters),
        installed: wordOf(given.installed, mostCharacters),
        fixedIn: wordOf(given.fixedIn, mostCharacters),
        description: wordOf(given.description, mostDescription),
        uri: addressOf(given.uri),
    };
    const known = Object.entries(texts).filter(([, text]) => text !== undefined);
    return {
        id: wordOf(id, mostCharacters) ?? scan/* unnamed */.p1,
        severity,
        ...(severityAsGiven !== undefined && { severityAsGiven }),
        ...(score !== undefined && { score }),
        ...(fix !== undefined && { fix }),
        ...Object.fromEntries(known),
        saidBy: [tool],
    };
}
function addressOf(value) {
    const text = wordOf(value, mostAddress);
    return text !== undefined && /^https?:\/\//.test(text) ? text : undefined;
}
function toolName(name, version) {
    const called = wordOf(name, mostName);
    if (called === undefined)
        throw new refusal/* Refusal */.P_('it does not say which tool it is of');
    const numbered = wordOf(version, mostName);
    return numbered === undefined ? (0,types_text/* clause */.sb)(called) : `${(0,types_text/* clause */.sb)(called)} ${(0,types_text/* clause */.sb)(numbered)}`;
}
function listOf(value, what) {
    if (!Array.isArray(value))
        throw new refusal/* Refusal */.P_(`it has no list of ${what}: the tool did not look for any`);
    const list = value;
    if (list.length > bounds/* mostFindings */.Yb)
        throw new refusal/* Refusal */.P_(`it has ${String(list.length)} ${what}, and at most ${String(bounds/* mostFindings */.Yb)} are read`);
    const objects = list.filter(json/* isObject */.Gv);
    if (objects.length < list.length)
        throw new refusal/* Refusal */.P_(`one of its ${what} is no object`);
    return objects;
}
function listIfAny(value, what) {
    return value === undefined || value === null ? [] : listOf(value, what);
}
function timeOf(value) {
    const at = Date.parse(wordOf(value, 40) ?? '');
    return Number.isNaN(at) ? undefined : at;
}
function digestsOf(texts) {
    const found = texts.flatMap((text) => {
        const [, digest = ''] = /(?:^|@)(sha256(?::|%3A)[0-9a-f]{64})(?:$|\?)/i.exec(wordOf(text, 4096) ?? '') ?? [];
        return (0,types_digest/* parseDigest */.m)(digest.replace(/%3A/i, ':')) ?? [];
    });
    return [...new Set(found)];
}

;// CONCATENATED MODULE: ./src/scan/foreign/cyclonedx.ts








function readCycloneDx(file) {
    const component = memberAt(file, 'metadata', 'component');
    const all = toolsOf(memberAt(file, 'metadata', 'tools'));
    const tools = [...new Set(all.map(({ name, version }) => toolName(name, version)))];
    const called = toolName(all[0]?.name, undefined);
    const vulnerabilities = vulnerabilitiesOf(file, tools);
    const components = componentsOf(file);
    return {
        tools,
        subjects: digestsOf([
            memberOf(component, 'version'),
            memberOf(component, 'purl'),
            memberOf(component, 'bom-ref'),
            ...propertiesOf(component),
        ]),
        endedAt: timeOf(memberAt(file, 'metadata', 'timestamp')),
        findings: vulnerabilities.filter(isPresent).flatMap((one) => findingsIn(one, components, called)),
    };
}
function vulnerabilitiesOf(file, tools) {
    const list = memberOf(file, 'vulnerabilities');
    if (list === undefined && tools.every((tool) => /^grype\b/i.test(tool)))
        return [];
    if (list === undefined)
        throw new refusal/* Refusal */.P_('it is an SBOM without a list of vulnerabilities: nobody has looked for any');
    const vulnerabilities = listOf(list, 'vulnerabilities');
    if (vulnerabilities.length === 0 && tools.some((tool) => /^trivy\b/i.test(tool)))
        throw new refusal/* Refusal */.P_('its list of vulnerabilities is empty, which Trivy writes also where it has not looked: give it --format sarif or --format json');
    return vulnerabilities;
}
function toolsOf(tools) {
    const all = [...objectsOf(tools), ...objectsOf(memberOf(tools, 'components'))];
    if (all.length === 0)
        throw new refusal/* Refusal */.P_('it does not say which tool it is of (metadata.tools)');
    return all.map((tool) => ({ name: memberOf(tool, 'name'), version: memberOf(tool, 'version') }));
}
function propertiesOf(component) {
    return objectsOf(memberOf(component, 'properties'))
        .filter((one) => /:(?:ImageID|RepoDigest)$/.test(wordOf(memberOf(one, 'name'), 200) ?? ''))
        .map((one) => memberOf(one, 'value'));
}
function componentsOf(file) {
    const found = new Map();
    const open = objectsOf(memberOf(file, 'components'));
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
        const reference = wordOf(memberOf(one, 'bom-ref'), 4096);
        if (reference !== undefined) {
            const [here, other] = [nameIn(one), found.get(reference)];
            if (other !== undefined && (other.name !== here.name || other.version !== here.version))
                throw new refusal/* Refusal */.P_(`two of its components have the bom-ref ${(0,types_text/* clause */.sb)(reference)}, which does not say which one is meant`);
            found.set(reference, here);
        }
        open.push(...objectsOf(memberOf(one, 'components')));
    }
    return found;
}
function namedBy(reference) {
    const purl = parsePurl(reference);
    return { name: purl?.package ?? reference, version: purl?.installed };
}
function nameIn(component) {
    const purl = parsePurl(wordOf(memberOf(component, 'purl'), 4096) ?? '');
    return {
        name: purl?.package ?? memberOf(component, 'name'),
        version: purl?.installed ?? memberOf(component, 'version'),
    };
}
const harmless = ['false_positive', 'not_affected', 'resolved', 'resolved_with_pedigree'];
function isPresent(vulnerability) {
    return memberOf(vulnerability, 'rejected') === undefined;
}
function findingsIn(vulnerability, components, tool) {
    const affects = objectsOf(memberOf(vulnerability, 'affects'));
    const state = wordOf(memberAt(vulnerability, 'analysis', 'state'), 40);
    const found = {
        tool,
        id: memberOf(vulnerability, 'id'),
        ...worstOf(objectsOf(memberOf(vulnerability, 'ratings'))),
        description: memberOf(vulnerability, 'description') ?? memberOf(vulnerability, 'detail'),
        uri: memberOf(objectsOf(memberOf(vulnerability, 'advisories'))[0], 'url') ??
            memberAt(vulnerability, 'source', 'url'),
    };
    const places = affects.length === 0 ? [undefined] : affects;
    return places.map((place) => {
        const reference = wordOf(memberOf(place, 'ref'), 4096) ?? '';
        const component = components.get(reference) ?? namedBy(reference);
        const finding = toolFinding({
            ...found,
            package: component.name,
            installed: component.version,
            fixedIn: fixIn(place) ?? recommendedIn(vulnerability),
        });
        return state !== undefined && harmless.includes(state)
            ? { ...finding, setAside: state.toUpperCase() }
            : finding;
    });
}
function fixIn(place) {
    const [range] = objectsOf(memberOf(place, 'versions'))
        .filter((one) => memberOf(one, 'status') === 'unaffected')
        .map((one) => wordOf(memberOf(one, 'range'), 300) ?? wordOf(memberOf(one, 'version'), 300) ?? '');
    return range?.replace(/^vers:[a-z0-9.+-]+\/(?:>=)?/, '');
}
function recommendedIn(vulnerability) {
    const advice = wordOf(memberOf(vulnerability, 'recommendation'), 1000) ?? '';
    return /^Upgrade \S+ to version ([^\s;]+)/.exec(advice)?.[1];
}
function worstOf(ratings) {
    const all = ratings.map(ratingOf);
    const [first, ...others] = all;
    if (first === undefined)
        return { severity: 'undefined' };
    return others.reduce((worst, one) => (scan/* severities */.gO.indexOf(one.severity) < scan/* severities */.gO.indexOf(worst.severity) ? one : worst), first);
}
function ratingOf(rating) {
    const method = wordOf(memberOf(rating, 'method'), 40) ?? 'CVSS';
    const score = memberOf(rating, 'score');
    const word = wordOf(memberOf(rating, 'severity'), 40);
    return severityOf({
        score: typeof score === 'number' && method.startsWith('CVSS') ? score : undefined,
        word: word === undefined ? undefined : (words[word.toLowerCase()] ?? word),
        level: (0,json/* isObject */.Gv)(rating) && 'vector' in rating ? 'unrated' : 'none',
    });
}
const words = { info: 'informational', none: 'informational' };

;// CONCATENATED MODULE: ./src/scan/foreign/grype.ts





function readGrype(file) {
    const tool = toolName('grype', undefined);
    const target = memberAt(file, 'source', 'target');
    const kind = wordOf(memberAt(file, 'source', 'type'), 40);
    if (kind !== 'image')
        throw new refusal/* Refusal */.P_(`it is about no image: Grype calls what it has looked at ${(0,types_text/* clause */.sb)(kind ?? 'nothing')}`);
    const repoDigests = memberOf(target, 'repoDigests');
    return {
        tools: [toolName('grype', memberAt(file, 'descriptor', 'version'))],
        subjects: digestsOf([
            memberOf(target, 'imageID'),
            memberOf(target, 'manifestDigest'),
            memberOf(target, 'userInput'),
            ...(Array.isArray(repoDigests) ? repoDigests : []),
        ]),
        endedAt: timeOf(memberAt(file, 'descriptor', 'timestamp')),
        findings: listOf(memberOf(file, 'matches'), 'matches').map((match) => findingOf(match, tool)),
    };
}
function findingOf(match, tool) {
    const vulnerability = memberOf(match, 'vulnerability');
    const versions = memberAt(vulnerability, 'fix', 'versions');
    const fixedIn = Array.isArray(versions) ? versions[0] : undefined;
    const scores = objectsOf(memberOf(vulnerability, 'cvss')).flatMap((one) => {
        const score = memberAt(one, 'metrics', 'baseScore');
        return typeof score === 'number' ? [score] : [];
    });
    return toolFinding({
        tool,
        id: memberOf(vulnerability, 'id'),
        ...severityOf({
            score: scores.length === 0 ? undefined : Math.max(...scores),
            word: wordOf(memberOf(vulnerability, 'severity'), 40),
            level: 'none',
        }),
        package: memberAt(match, 'artifact', 'name'),
        installed: memberAt(match, 'artifact', 'version'),
        fixedIn,
        ...fixOf(wordOf(memberAt(vulnerability, 'fix', 'state'), 40), fixedIn),
        description: memberOf(vulnerability, 'description'),
        uri: memberOf(vulnerability, 'dataSource'),
    });
}
function fixOf(state, fixedIn) {
    if (state === 'not-fixed' || state === 'wont-fix')
        return { fix: 'no' };
    return state === 'fixed' && fixedIn === undefined ? { fix: 'yes' } : {};
}

// EXTERNAL MODULE: ./src/scan/foreign/merge.ts
var merge = __webpack_require__(2502);
;// CONCATENATED MODULE: ./src/scan/foreign/osv.ts



const mostIds = 50;
function readOsv(file) {
    const tool = toolName('OSV-Scanner', undefined);
    const results = listOf(memberOf(file, 'results'), 'results');
    return {
        tools: [tool],
        subjects: digestsOf(results.map((result) => memberAt(result, 'source', 'path'))),
        endedAt: undefined,
        findings: results
            .flatMap((result) => listIfAny(memberOf(result, 'packages'), 'packages'))
            .flatMap((one) => osv_findingsIn(one, tool)),
    };
}
function osv_findingsIn(one, tool) {
    const advisories = listIfAny(memberOf(one, 'vulnerabilities'), 'vulnerabilities');
    const groups = listIfAny(memberOf(one, 'groups'), 'groups');
    const grouped = groups.map((group) => {
        const ids = textsOf(memberOf(group, 'ids'));
        return {
            ids,
            aliases: textsOf(memberOf(group, 'aliases')),
            score: wordOf(memberOf(group, 'max_severity'), 20),
            of: advisories.filter((advisory) => ids.includes(idOf(advisory))),
        };
    });
    const left = advisories.filter((advisory) => !grouped.some(({ ids }) => ids.includes(idOf(advisory))));
    const alone = left.map((advisory) => ({
        ids: [idOf(advisory)],
        aliases: [],
        score: undefined,
        of: [advisory],
    }));
    return [...grouped, ...alone].flatMap((group) => groupFindings(group, one, tool));
}
function groupFindings({ ids, aliases, score, of }, one, tool) {
    const [first] = of;
    const found = {
        tool,
        ...severityOf({ score, word: of.map(wordIn).find((word) => word !== undefined), level: 'none' }),
        package: memberAt(one, 'package', 'name'),
        installed: memberAt(one, 'package', 'version'),
        fixedIn: of.map((advisory) => osv_fixIn(advisory, one)).find((version) => version !== undefined),
        description: memberOf(first, 'summary') ?? memberOf(first, 'details'),
        uri: ids[0] === undefined ? undefined : `https://osv.dev/vulnerability/${encodeURIComponent(ids[0])}`,
    };
    const named = [...ids, ...aliases, ...of.flatMap((advisory) => namesOf(advisory))];
    const cves = [...new Set(named.flatMap((id) => /\bCVE-\d{4}-\d{1,12}$/.exec(id)?.[0] ?? []))];
    const all = cves.length > 0 ? cves.slice(0, mostIds) : [ids[0]];
    return all.map((id) => toolFinding({ ...found, id }));
}
function idOf(advisory) {
    return wordOf(memberOf(advisory, 'id'), 300) ?? '';
}
function namesOf(advisory) {
    return [...textsOf(memberOf(advisory, 'aliases')), ...textsOf(memberOf(advisory, 'upstream'))];
}
function wordIn(advisory) {
    const word = wordOf(memberAt(advisory, 'database_specific', 'severity'), 40);
    return word?.toLowerCase() === 'moderate' ? 'medium' : word;
}
function osv_fixIn(advisory, one) {
    const name = memberAt(one, 'package', 'name');
    const fixed = objectsOf(memberOf(advisory, 'affected'))
        .filter((affected) => memberAt(affected, 'package', 'name') === name)
        .flatMap((affected) => objectsOf(memberOf(affected, 'ranges')))
        .flatMap((range) => objectsOf(memberOf(range, 'events')))
        .flatMap((event) => wordOf(memberOf(event, 'fixed'), 100) ?? []);
    return fixed.length === 0 ? undefined : [...new Set(fixed)].join(', ');
}
function textsOf(value) {
    const all = Array.isArray(value) ? value : [];
    return all.flatMap((text) => wordOf(text, 300) ?? []).slice(0, mostIds);
}

;// CONCATENATED MODULE: ./src/scan/foreign/said.ts
const names = {
    vulnerability: 'vulnerability',
    severity: 'severity',
    package: 'package',
    'installed version': 'installed',
    version: 'installed',
    'fixed version': 'fixed',
    'fix version': 'fixed',
    link: 'link',
};
const readCharacters = 4096;
const readLines = 20;
function saidIn(text) {
    const said = new Map();
    for (const line of text.slice(0, readCharacters).split('\n', readLines)) {
        const colon = line.indexOf(':');
        const vulnerability = /^\s*Vulnerability\s+([^\s:]\S*)\s*$/.exec(line)?.[1];
        const [name, value] = vulnerability !== undefined
            ? ['vulnerability', vulnerability]
            : [line.slice(0, Math.max(0, colon)).trim().toLowerCase(), line.slice(colon + 1).trim()];
        if (!Object.hasOwn(names, name))
            continue;
        const meant = names[name];
        if (!said.has(meant))
            said.set(meant, value);
    }
    return said;
}

;// CONCATENATED MODULE: ./src/scan/foreign/result-finding.ts





const result_finding_mostCharacters = 300;
const result_finding_mostDescription = 1000;
const mostPackages = 50;
function result_finding_findingsIn(given) {
    const { result, rule, ruleId, tool } = given;
    const message = textAt(result, 'message', 'text') ?? '';
    const said = bestSaid(message, textAt(rule, 'help', 'text') ?? '');
    const isSnyk = /^snyk/i.test(tool);
    const found = {
        ...severityOf({
            score: scoreIn(result) ?? scoreIn(rule),
            word: result_finding_wordIn(said, given, isSnyk),
            level: levelOf(result, rule),
        }),
        ...result_finding_fixOf(said, given, isSnyk),
        ...result_finding_addressOf(said, given, isSnyk),
        ...descriptionOf(rule, isSnyk),
        ...(isSuppressed(result) && { setAside: 'SUPPRESSED' }),
        saidBy: [tool],
    };
    const packages = packagesOf(said, message, given, isSnyk);
    return idsOf(said, ruleId, rule, isSnyk).flatMap((id) => packages.map(({ package: name, installed }) => ({
        ...found,
        id,
        ...(name !== undefined && { package: name.slice(0, result_finding_mostCharacters) }),
        ...(installed !== undefined && { installed: installed.slice(0, result_finding_mostCharacters) }),
    })));
}
function isSuppressed(result) {
    const all = objectsOf(memberOf(result, 'suppressions'));
    const isGranted = (one) => (memberOf(one, 'status') ?? 'accepted') === 'accepted';
    return all.length > 0 && all.every(isGranted);
}
function bestSaid(message, help) {
    const own = saidIn(message);
    return own.has('package') ? own : new Map([...saidIn(help), ...own]);
}
function textAt(value, ...path) {
    const text = memberAt(value, ...path);
    return typeof text === 'string' ? text : undefined;
}
function scoreIn(value) {
    const score = memberAt(value, 'properties', 'security-severity');
    return typeof score === 'string' || typeof score === 'number' ? score : undefined;
}
function result_finding_wordIn(said, { result, rule }, isSnyk) {
    const title = isSnyk ? textAt(rule, 'shortDescription', 'text') : undefined;
    return (said.get('severity') ||
        wordOf(memberAt(result, 'properties', 'cvssV3_severity'), result_finding_mostCharacters) ||
        wordOf(memberAt(rule, 'properties', 'cvssV3_severity'), result_finding_mostCharacters) ||
        /^(\w+) severity - /.exec(title ?? '')?.[1]);
}
function levelOf(result, rule) {
    return (wordOf(memberOf(result, 'level'), result_finding_mostCharacters) ??
        wordOf(memberAt(rule, 'defaultConfiguration', 'level'), result_finding_mostCharacters) ??
        'warning');
}
function result_finding_fixOf(said, { result, rule }, isSnyk) {
    const given = said.get('fixed') ??
        textAt(result, 'properties', 'fixed_version') ??
        textAt(rule, 'properties', 'fixed_version');
    if (given !== undefined && given.trim() !== '')
        return /^not fixed$/i.test(given.trim())
            ? { fix: 'no' }
            : { fixedIn: given.trim().slice(0, result_finding_mostCharacters) };
    return isSnyk ? remedyOf(result, rule) : {};
}
function remedyOf(result, rule) {
    const advice = textAt(rule, 'help', 'markdown') ?? '';
    const version = /\bUpgrade (?:`[^`\n]{1,200}` ){1,2}to version ([^\s]{1,200}) or higher/.exec(advice)?.[1];
    if (version !== undefined)
        return { fixedIn: version };
    if (/\bThere is no fixed version for `/.test(advice))
        return { fix: 'no' };
    return objectsOf(memberOf(result, 'fixes')).length > 0 ? { fix: 'yes' } : {};
}
function result_finding_addressOf(said, { rule, ruleId }, isSnyk) {
    const linked = /\((https?:\/\/[^\s()]{1,1000})\)/.exec(said.get('link') ?? '')?.[1];
    const help = wordOf(memberOf(rule, 'helpUri'), 2000);
    const snyk = isSnyk && ruleId !== undefined && /^[\w:.-]+$/.test(ruleId);
    const uri = linked ?? help ?? (snyk ? `https://security.snyk.io/vuln/${ruleId}` : undefined);
    return uri === undefined ? {} : { uri };
}
function descriptionOf(rule, isSnyk) {
    const [first, second] = isSnyk
        ? ['shortDescription', 'fullDescription']
        : ['fullDescription', 'shortDescription'];
    const description = wordOf(memberAt(rule, first, 'text'), result_finding_mostDescription) ??
        wordOf(memberAt(rule, second, 'text'), result_finding_mostDescription);
    return description === undefined ? {} : { description };
}
function packagesOf(said, message, { result, rule }, isSnyk) {
    const named = said.get('package');
    if (named !== undefined && named !== '')
        return [parsePurl(named) ?? { package: named, installed: installedIn(said, message) }];
    const purls = [result, rule].flatMap(purlsOf).slice(0, mostPackages);
    if (purls.length > 0)
        return purls;
    const snyk = isSnyk ? snykPackage(result) : undefined;
    return [snyk ?? { package: undefined, installed: undefined }];
}
function installedIn(said, message) {
    const found = /(?:, version | at version )(\S{1,300}) (?:was found| which)/.exec(message)?.[1];
    return found ?? (said.get('installed') || undefined);
}
function purlsOf(value) {
    const properties = memberOf(value, 'properties');
    const several = memberOf(properties, 'purls');
    const all = [...(Array.isArray(several) ? several : []), memberOf(properties, 'purl')];
    return all.flatMap((purl) => (typeof purl === 'string' ? (parsePurl(purl) ?? []) : []));
}
function snykPackage(result) {
    const [location] = objectsOf(memberOf(result, 'locations'));
    const [logical] = objectsOf(memberOf(location, 'logicalLocations'));
    const name = wordOf(memberOf(logical, 'fullyQualifiedName'), result_finding_mostCharacters * 2);
    if (name === undefined)
        return undefined;
    const at = name.lastIndexOf('@');
    return at > 0
        ? { package: name.slice(0, at), installed: name.slice(at + 1) || undefined }
        : { package: name, installed: undefined };
}
function idsOf(said, ruleId, rule, isSnyk) {
    const own = ruleId?.slice(0, result_finding_mostCharacters);
    const vulnerability = said.get('vulnerability');
    if (vulnerability && own?.startsWith(vulnerability))
        return [vulnerability];
    const cves = isSnyk
        ? /^\(((?:CVE-\d{4}-\d{1,12},?)+)\)/.exec(textAt(rule, 'fullDescription', 'text') ?? '')
        : null;
    const listed = (cves?.[1] ?? '').split(',').filter((cve) => cve !== '');
    return listed.length > 0 ? [...new Set(listed)].slice(0, mostPackages) : [own ?? scan/* unnamed */.p1];
}

;// CONCATENATED MODULE: ./src/scan/foreign/sarif-log.ts







const mostRuns = 100;
const sarif_log_mostName = 60;
function readSarif(log) {
    const version = memberOf(log, 'version');
    if (version !== '2.1.0' || !Array.isArray(memberOf(log, 'runs')))
        throw new refusal/* Refusal */.P_(`it is no SARIF 2.1.0${typeof version === 'string' ? `: its version is ${(0,refusal/* quoted */.TL)(version)}` : ''}`);
    const list = memberOf(log, 'runs');
    if (list.length === 0)
        throw new refusal/* Refusal */.P_('it has no runs: no tool has looked at anything');
    if (list.length > mostRuns)
        throw new refusal/* Refusal */.P_(`it has ${String(list.length)} runs, and at most ${String(mostRuns)} are read`);
    const runs = list.map((run, at) => readRun(run, `run ${String(at + 1)}`));
    const ends = runs.flatMap(({ endedAt }) => endedAt ?? []);
    return {
        tools: [...new Set(runs.map(({ tool }) => tool))],
        subjects: [...new Set(runs.flatMap(({ subjects }) => subjects))],
        endedAt: ends.length === 0 ? undefined : Math.max(...ends),
        findings: runs.flatMap((run) => run.findings),
    };
}
function readRun(run, what) {
    if (!(0,json/* isObject */.Gv)(run))
        throw new refusal/* Refusal */.P_(`its ${what} is no object`);
    const driver = memberAt(run, 'tool', 'driver');
    const name = wordOf(memberOf(driver, 'name'), sarif_log_mostName);
    if (name === undefined)
        throw new refusal/* Refusal */.P_(`its ${what} does not say which tool it is of`);
    const tool = (0,types_text/* clause */.sb)(name);
    const version = wordOf(memberOf(driver, 'semanticVersion') ?? memberOf(driver, 'version'), sarif_log_mostName);
    requireSuccess(run, tool);
    const results = memberOf(run, 'results');
    if (!Array.isArray(results))
        throw new refusal/* Refusal */.P_(`its ${what}, of ${tool}, has no list of results: the tool did not look for any`);
    if (results.length > bounds/* mostFindings */.Yb)
        throw new refusal/* Refusal */.P_(`${tool} has ${String(results.length)} results, and at most ${String(bounds/* mostFindings */.Yb)} are read`);
    if (objectsOf(memberAt(run, 'externalPropertyFileReferences', 'results')).length > 0)
        throw new refusal/* Refusal */.P_(`the results of ${tool} are in other files (externalPropertyFileReferences)`);
    const present = results.filter((result) => sarif_log_isPresent(result, tool));
    const rules = rulesOf(run);
    if (/^osv-scanner\b/i.test(tool) && !present.every((result) => isScored(result, rules(result).rule)))
        throw new refusal/* Refusal */.P_('OSV-Scanner writes every result as a warning, however bad it is: give it --format json, which has the scores');
    return {
        tool: version === undefined ? tool : `${tool} ${(0,types_text/* clause */.sb)(version)}`,
        subjects: subjectsOf(run, present),
        endedAt: endOf(run),
        findings: present.flatMap((result) => result_finding_findingsIn({ ...rules(result), result, tool })),
    };
}
function isScored(result, rule) {
    return [result, rule].some((one) => memberAt(one, 'properties', 'security-severity') !== undefined);
}
function requireSuccess(run, tool) {
    for (const invocation of objectsOf(memberOf(run, 'invocations')))
        if (memberOf(invocation, 'executionSuccessful') === false) {
            const why = wordOf(memberOf(invocation, 'exitCodeDescription'), 200);
            throw new refusal/* Refusal */.P_(`${tool} says that its own run failed (executionSuccessful: false)${why === undefined ? '' : `: ${(0,types_text/* clause */.sb)(why)}`}`);
        }
}
function endOf(run) {
    const ends = objectsOf(memberOf(run, 'invocations')).flatMap((invocation) => {
        const at = Date.parse(wordOf(memberOf(invocation, 'endTimeUtc'), 40) ?? '');
        return Number.isNaN(at) ? [] : [at];
    });
    return ends.length === 0 ? undefined : Math.max(...ends);
}
const sarif_log_harmless = ['pass', 'notApplicable', 'informational'];
function sarif_log_isPresent(result, tool) {
    if (!(0,json/* isObject */.Gv)(result))
        throw new refusal/* Refusal */.P_(`a result of ${tool} is no object`);
    const kind = memberOf(result, 'kind');
    return (memberOf(result, 'baselineState') !== 'absent' && !(typeof kind === 'string' && sarif_log_harmless.includes(kind)));
}
function rulesOf(run) {
    const driver = objectsOf(memberAt(run, 'tool', 'driver', 'rules'));
    const extensions = objectsOf(memberAt(run, 'tool', 'extensions')).map((one) => objectsOf(memberOf(one, 'rules')));
    const byId = new Map();
    for (const rule of [...driver, ...extensions.flat()]) {
        const id = memberOf(rule, 'id');
        if (typeof id === 'string' && !byId.has(id))
            byId.set(id, rule);
    }
    return (result) => {
        const reference = memberOf(result, 'rule');
        const given = memberOf(result, 'ruleId') ?? memberOf(reference, 'id');
        const index = positionOf(memberOf(result, 'ruleIndex') ?? memberOf(reference, 'index'));
        const extension = positionOf(memberAt(reference, 'toolComponent', 'index'));
        const rules = extension === undefined ? driver : (extensions[extension] ?? []);
        const indexed = index === undefined ? undefined : rules[index];
        const own = wordOf(memberOf(indexed, 'id'), 1000);
        const isMeant = typeof given !== 'string' || own === undefined || given === own || given.startsWith(`${own}/`);
        const rule = isMeant && indexed !== undefined ? indexed : byId.get(typeof given === 'string' ? given : '');
        return {
            rule,
            ruleId: typeof given === 'string' && given !== '' ? given : wordOf(memberOf(rule, 'id'), 1000),
        };
    };
}
const askedResults = 20;
function subjectsOf(run, results) {
    const properties = memberOf(run, 'properties');
    const digests = memberOf(properties, 'repoDigests');
    const said = [
        memberOf(properties, 'imageID'),
        memberOf(properties, 'imageName'),
        ...(Array.isArray(digests) ? digests : []),
    ].flatMap((text) => digestsIn(text, /(?:^|@)(sha256:[0-9a-f]{64})$/));
    const shown = results
        .slice(0, askedResults)
        .flatMap((result) => [
        ...digestsIn(memberAt(result, 'message', 'text'), /\bin image [^\s@]+@(sha256:[0-9a-f]{64}) at:/),
        ...objectsOf(memberOf(result, 'locations')).flatMap((location) => digestsIn(memberAt(location, 'physicalLocation', 'artifactLocation', 'uri'), /@(sha256[_:][0-9a-f]{64})$/)),
    ]);
    return [...new Set([...said, ...shown])];
}
function digestsIn(text, pattern) {
    if (typeof text !== 'string')
        return [];
    const digest = (0,types_digest/* parseDigest */.m)(pattern.exec(text.slice(0, 4096))?.[1]?.replace('_', ':') ?? '');
    return digest === undefined ? [] : [digest];
}

;// CONCATENATED MODULE: ./src/scan/foreign/trivy.ts





function readTrivy(file) {
    const tool = toolName('Trivy', undefined);
    const kind = wordOf(memberOf(file, 'ArtifactType'), 40);
    if (kind !== 'container_image')
        throw new refusal/* Refusal */.P_(`it is about no image: Trivy calls what it has looked at ${(0,types_text/* clause */.sb)(kind ?? 'nothing')}`);
    const repoDigests = memberAt(file, 'Metadata', 'RepoDigests');
    const results = listIfAny(memberOf(file, 'Results'), 'results');
    requirePackages(results);
    return {
        tools: [toolName('Trivy', memberAt(file, 'Trivy', 'Version'))],
        subjects: digestsOf([
            memberAt(file, 'Metadata', 'ImageID'),
            memberOf(file, 'ArtifactName'),
            ...(Array.isArray(repoDigests) ? repoDigests : []),
        ]),
        endedAt: timeOf(memberOf(file, 'CreatedAt')),
        findings: results.flatMap((result) => [
            ...listIn(result, 'Vulnerabilities').map((one) => vulnerabilityOf(one, tool)),
            ...listIn(result, 'Misconfigurations')
                .filter((one) => memberOf(one, 'Status') !== 'PASS')
                .map((one) => otherOf(one, 'ID', tool)),
            ...listIn(result, 'Secrets').map((one) => otherOf(one, 'RuleID', tool)),
            ...listIn(result, 'Licenses').map((one) => otherOf(one, 'Name', tool)),
        ]),
    };
}
function listIn(result, name) {
    return listIfAny(memberOf(result, name), name);
}
function requirePackages(results) {
    const isOfPackages = (result) => !/^(?:secret|license|license-file|config)$/.test(wordOf(memberOf(result, 'Class'), 40) ?? '') ||
        listIn(result, 'Vulnerabilities').length > 0;
    if (results.length > 0 && !results.some(isOfPackages))
        throw new refusal/* Refusal */.P_('its results are about secrets, licences or configuration alone: Trivy did not look for vulnerabilities, which --scanners vuln does');
}
function vulnerabilityOf(one, tool) {
    return toolFinding({
        tool,
        id: memberOf(one, 'VulnerabilityID'),
        ...severityOf({
            score: trivy_scoreOf(one),
            word: wordOf(memberOf(one, 'Severity'), 40),
            level: 'none',
        }),
        package: memberOf(one, 'PkgName'),
        installed: memberOf(one, 'InstalledVersion'),
        fixedIn: memberOf(one, 'FixedVersion'),
        ...(deniedStates.includes(wordOf(memberOf(one, 'Status'), 40) ?? '') && { fix: 'no' }),
        description: memberOf(one, 'Title') ?? memberOf(one, 'Description'),
        uri: memberOf(one, 'PrimaryURL'),
    });
}
const deniedStates = ['will_not_fix', 'end_of_life', 'fix_deferred'];
function trivy_scoreOf(one) {
    const source = wordOf(memberOf(one, 'SeveritySource'), 40) ?? '';
    const score = memberAt(one, 'CVSS', source, 'V3Score');
    return typeof score === 'number' ? score : undefined;
}
function otherOf(one, idName, tool) {
    return toolFinding({
        tool,
        id: memberOf(one, idName),
        ...severityOf({ score: undefined, word: wordOf(memberOf(one, 'Severity'), 40), level: 'none' }),
        package: undefined,
        installed: undefined,
        description: memberOf(one, 'Title'),
    });
}

;// CONCATENATED MODULE: ./src/scan/foreign/read-scan.ts










const read_scan_forms = [
    { is: (file) => memberOf(file, 'bomFormat') === 'CycloneDX', read: readCycloneDx },
    { is: (file) => typeof memberOf(file, 'SchemaVersion') === 'number', read: readTrivy },
    { is: (file) => memberAt(file, 'descriptor', 'name') === 'grype', read: readGrype },
    { is: isOsv, read: readOsv },
    {
        is: (file) => (0,json/* isObject */.Gv)(file) && ['version', 'runs', '$schema'].some((name) => name in file),
        read: readSarif,
    },
];
const known = 'it is none of the forms that are read: SARIF 2.1.0, CycloneDX with vulnerabilities, and the JSON of Trivy, Grype and OSV-Scanner';
function readScan(text, place) {
    const file = (0,json/* readJson */.Vh)(asUtf8(text));
    const form = read_scan_forms.find(({ is }) => is(file));
    if (form === undefined)
        throw new refusal/* Refusal */.P_(known);
    const said = form.read(file);
    const findings = (0,merge/* distinct */.d)(said.findings);
    if (findings.length > bounds/* mostFindings */.Yb)
        throw new refusal/* Refusal */.P_(`it has more than ${String(bounds/* mostFindings */.Yb)} findings`);
    return { ...place, ...said, findings };
}
function asUtf8(text) {
    if (text.trim() === '')
        throw new refusal/* Refusal */.P_('it is empty');
    if (/^\ufffd{2}|^.?\0/s.test(text))
        throw new refusal/* Refusal */.P_('it is not UTF-8: what PowerShell writes with > is UTF-16, so let the scanner write its file itself');
    return text.replace(/^\ufeff/, '');
}
function isOsv(file) {
    return Array.isArray(memberOf(file, 'results')) && memberOf(file, 'runs') === undefined;
}


/***/ }),

/***/ 9055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   lS: () => (/* binding */ membersOf),
/* harmony export */   oB: () => (/* binding */ shownJson)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2764);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3617);


function readJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('it is not JSON');
    }
    refuseRepeatedNames(text);
    return value;
}
function refuseRepeatedNames(text) {
    const open = [];
    for (let at = 0; at < text.length; at += 1) {
        const character = text[at];
        if (character === '{' || character === '[') {
            open.push(character === '{' ? new Set() : undefined);
            if (open.length > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .deepestJson */ .DK)
                throw new _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it is more than ${String(_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .deepestJson */ .DK)} levels deep`);
        }
        else if (character === '}' || character === ']') {
            open.pop();
        }
        else if (character === '"') {
            const end = endOfString(text, at);
            if (isName(text, end))
                refuseSecond(open.at(-1), JSON.parse(text.slice(at, end)));
            at = end - 1;
        }
    }
}
function endOfString(text, start) {
    let at = start + 1;
    while (text[at] !== '"')
        at += text[at] === '\\' ? 2 : 1;
    return at + 1;
}
function isName(text, end) {
    let at = end;
    while (/[ \t\n\r]/.test(text[at] ?? ''))
        at += 1;
    return text[at] === ':';
}
function refuseSecond(names, name) {
    if (names?.has(name) === true)
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it has the member ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} twice in one object`);
    names?.add(name);
}
function membersOf(value, names, what) {
    if (!isObject(value))
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`${what} is no object`);
    const members = new Map(Object.entries(value));
    const known = new Map(names.map((name) => [folded(name), name]));
    for (const name of members.keys()) {
        const meant = known.get(folded(name));
        if (meant !== undefined && meant !== name)
            throw new _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`${what} has the member ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)}, which some programs read as ${meant}`);
    }
    return members;
}
function textOf(members, name, what) {
    const value = members.get(name);
    if (value === undefined || typeof value === 'string')
        return value;
    throw new _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`${what} has a ${name} that is not text`);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function shownJson(value) {
    return value === undefined ? 'nothing' : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(JSON.stringify(value));
}
function folded(name) {
    return name.toUpperCase().toLowerCase();
}


/***/ })

};
