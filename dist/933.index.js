export const id = 933;
export const ids = [933];
export const modules = {

/***/ 7933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSarif: () => (/* binding */ readSarif)
});

// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __webpack_require__(6221);
// EXTERNAL MODULE: ./src/types/json.ts
var json = __webpack_require__(9055);
// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __webpack_require__(3617);
// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
;// CONCATENATED MODULE: ./src/scan/foreign/json-members.ts

/** A member of what may be an object; undefined where it is none, or has no such member of its own. */
function memberOf(value, name) {
    return (0,json/* isObject */.Gv)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
/** What stands at the end of a path of members. */
function memberAt(value, ...path) {
    return path.reduce(memberOf, value);
}
/** The objects of a list; nothing where it is no list. */
function objectsOf(value) {
    return Array.isArray(value) ? value.filter(json/* isObject */.Gv) : [];
}
/** A text of at most so many characters; undefined where it is no text, or a blank one. */
function wordOf(value, most) {
    if (typeof value !== 'string')
        return undefined;
    const text = value.slice(0, most).trim();
    return text === '' ? undefined : text;
}
/** A whole number from 0 on. */
function positionOf(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

// EXTERNAL MODULE: ./src/scan/foreign/merge.ts
var merge = __webpack_require__(2502);
;// CONCATENATED MODULE: ./src/scan/foreign/purl.ts
/** Kinds whose namespace is the distribution, which is no part of the name. Source: package-url/purl-spec, types. */
const distributed = ['deb', 'apk', 'rpm', 'alpm', 'qpkg'];
/**
 * The package that a package URL names, in the form in which scanners write it: `openssl`, `@scope/name`,
 * `group:artifact`. Undefined for what is no package URL. Source: package-url/purl-spec, "How to parse a purl string".
 */
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
    return { package: whole, installed: at > 0 ? decoded(rest.slice(at + 1)) : undefined };
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
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
/** What these lines are about stands at the beginning; what follows may be a description without an end. */
const readCharacters = 4096;
const readLines = 20;
/**
 * The lines of a text. Trivy writes `Package: musl` and `Vulnerability CVE-2026-1`, Grype `Fix Version: 1.2`, Docker
 * Scout `Fixed version   : not fixed`. The first line of a name counts, also an empty one.
 * Source: aquasecurity/trivy, pkg/report/sarif.go; anchore/grype, grype/presenter/sarif/presenter.go; SARIF of docker
 * scout 1.20.
 */
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

// EXTERNAL MODULE: ./src/types/severity-word.ts
var severity_word = __webpack_require__(8959);
;// CONCATENATED MODULE: ./src/scan/foreign/severity.ts

/**
 * The severity of a result: its score by the bands in which GitHub and CVSS have it, else the tool's word, else SARIF's
 * level. A score of 0 says nothing: Trivy and Grype write it where they do not know.
 * Source: GitHub docs, "SARIF support for code scanning", reportingDescriptor; FIRST, CVSS v3.1, "Qualitative Severity
 * Rating Scale"; the two tools' sources (see said.ts).
 */
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
/** Trivy's and Docker Scout's words for "nobody knows" are ECR's `undefined`; any other foreign word counts as the worst. */
function ofWord(word) {
    const lower = word.toLowerCase();
    if (lower === 'unknown' || lower === 'unspecified')
        return { severity: 'undefined' };
    if (lower === 'negligible')
        return { severity: 'informational' };
    return (0,severity_word/* parseSeverity */.lv)(word);
}
/** Tools give `error` to what is high and to what is critical, so that it counts as the worst until the policy says what it means. */
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

;// CONCATENATED MODULE: ./src/scan/foreign/result-finding.ts





/** Longer names and versions are none. */
const mostCharacters = 300;
const mostDescription = 1000;
/** A rule of Docker Scout lists every package that it is about. */
const mostPackages = 50;
/**
 * What a result says, in our words: one finding, or several where it is about several packages or vulnerabilities. What
 * each tool writes where is in docs/how-to/foreign-findings.md.
 */
function findingsIn(given) {
    const { result, rule, ruleId, tool } = given;
    const message = textAt(result, 'message', 'text') ?? '';
    const said = bestSaid(message, textAt(rule, 'help', 'text') ?? '');
    const isSnyk = /^snyk/i.test(tool);
    const found = {
        ...severityOf({
            score: scoreIn(result) ?? scoreIn(rule),
            word: wordIn(said, given, isSnyk),
            level: levelOf(result, rule),
        }),
        ...fixOf(said, given, isSnyk),
        ...addressOf(said, given, isSnyk),
        ...descriptionOf(rule, isSnyk),
        ...(isSuppressed(result) && { setAside: 'SUPPRESSED' }),
        saidBy: [tool],
    };
    const packages = packagesOf(said, message, given, isSnyk);
    return idsOf(said, ruleId, rule, isSnyk).flatMap((id) => packages.map(({ package: name, installed }) => ({
        ...found,
        id,
        ...(name !== undefined && { package: name.slice(0, mostCharacters) }),
        ...(installed !== undefined && { installed: installed.slice(0, mostCharacters) }),
    })));
}
/** What was asked for and is not granted suppresses nothing. Source: SARIF 2.1.0, 3.27.23 and 3.35.3 (`status`). */
function isSuppressed(result) {
    const all = objectsOf(memberOf(result, 'suppressions'));
    const isGranted = (one) => (memberOf(one, 'status') ?? 'accepted') === 'accepted';
    return all.length > 0 && all.every(isGranted);
}
/** A rule may be that of several packages, so that its text is about this result only where the message names none. */
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
/** Snyk's word stands at the beginning of its title: `High severity - Out-of-bounds Write vulnerability in zlib`. */
function wordIn(said, { result, rule }, isSnyk) {
    const title = isSnyk ? textAt(rule, 'shortDescription', 'text') : undefined;
    return (said.get('severity') ||
        wordOf(memberAt(result, 'properties', 'cvssV3_severity'), mostCharacters) ||
        wordOf(memberAt(rule, 'properties', 'cvssV3_severity'), mostCharacters) ||
        /^(\w+) severity - /.exec(title ?? '')?.[1]);
}
/** Source: SARIF 2.1.0, 3.27.10: the result's own, else that of its rule, else `warning`. */
function levelOf(result, rule) {
    return (wordOf(memberOf(result, 'level'), mostCharacters) ??
        wordOf(memberAt(rule, 'defaultConfiguration', 'level'), mostCharacters) ??
        'warning');
}
/** A fix is only denied in so many words: an empty version is the tool's silence. */
function fixOf(said, { result, rule }, isSnyk) {
    const given = said.get('fixed') ??
        textAt(result, 'properties', 'fixed_version') ??
        textAt(rule, 'properties', 'fixed_version');
    if (given !== undefined && given.trim() !== '')
        return /^not fixed$/i.test(given.trim())
            ? { fix: 'no' }
            : { fixedIn: given.trim().slice(0, mostCharacters) };
    return isSnyk ? remedyOf(result, rule) : {};
}
/** Source: snyk/cli, get-sarif-result.ts (`fixes`), and the words of its advisories. */
function remedyOf(result, rule) {
    const advice = textAt(rule, 'help', 'markdown') ?? '';
    const version = /\bUpgrade (?:`[^`\n]{1,200}` ){1,2}to version ([^\s]{1,200}) or higher/.exec(advice)?.[1];
    if (version !== undefined)
        return { fixedIn: version };
    if (/\bThere is no fixed version for `/.test(advice))
        return { fix: 'no' };
    return objectsOf(memberOf(result, 'fixes')).length > 0 ? { fix: 'yes' } : {};
}
function addressOf(said, { rule, ruleId }, isSnyk) {
    const linked = /\((https?:\/\/[^\s()]{1,1000})\)/.exec(said.get('link') ?? '')?.[1];
    const help = wordOf(memberOf(rule, 'helpUri'), 2000);
    const snyk = isSnyk && ruleId !== undefined && /^[\w:.-]+$/.test(ruleId);
    const uri = linked ?? help ?? (snyk ? `https://security.snyk.io/vuln/${ruleId}` : undefined);
    return uri === undefined ? {} : { uri };
}
/** The long text of Snyk is the package and its version. */
function descriptionOf(rule, isSnyk) {
    const [first, second] = isSnyk
        ? ['shortDescription', 'fullDescription']
        : ['fullDescription', 'shortDescription'];
    const description = wordOf(memberAt(rule, first, 'text'), mostDescription) ??
        wordOf(memberAt(rule, second, 'text'), mostDescription);
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
/** A rule of Grype's is for a name, whatever its version; the message has the one that was found. */
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
/** `pkg@version`. Source: snyk/cli, get-sarif-result.ts, logicalLocations. */
function snykPackage(result) {
    const [location] = objectsOf(memberOf(result, 'locations'));
    const [logical] = objectsOf(memberOf(location, 'logicalLocations'));
    const name = wordOf(memberOf(logical, 'fullyQualifiedName'), mostCharacters * 2);
    if (name === undefined)
        return undefined;
    const at = name.lastIndexOf('@');
    return at > 0
        ? { package: name.slice(0, at), installed: name.slice(at + 1) || undefined }
        : { package: name, installed: undefined };
}
/**
 * The ids by which people know it, and accept it: Grype's rules end with the package's name, and Snyk's have CVEs beside
 * an id of their own: `(CVE-2026-1,CVE-2026-2) zlib@1.3`.
 */
function idsOf(said, ruleId, rule, isSnyk) {
    const own = ruleId?.slice(0, mostCharacters);
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








/** A file of more runs than this is no scan of an image. Snyk writes one for each project in it. */
const mostRuns = 100;
const mostName = 60;
/**
 * Reads what another scanner found, as SARIF 2.1.0. Throws Refusal for whatever is no full answer of a tool that has
 * looked: a file that cannot be read is not one without findings.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
 */
function readSarif(text, place) {
    const log = (0,json/* readJson */.Vh)(text);
    const version = memberOf(log, 'version');
    if (version !== '2.1.0' || !Array.isArray(memberOf(log, 'runs')))
        throw new refusal/* Refusal */.P_(`it is no SARIF 2.1.0${typeof version === 'string' ? `: its version is ${(0,refusal/* quoted */.TL)(version)}` : ''}`);
    const list = memberOf(log, 'runs');
    if (list.length === 0)
        throw new refusal/* Refusal */.P_('it has no runs: no tool has looked at anything');
    if (list.length > mostRuns)
        throw new refusal/* Refusal */.P_(`it has ${String(list.length)} runs, and at most ${String(mostRuns)} are read`);
    const runs = list.map((run, at) => readRun(run, `run ${String(at + 1)}`));
    const findings = (0,merge/* distinct */.d)(runs.flatMap((run) => run.findings));
    if (findings.length > scan/* mostFindings */.Yb)
        throw new refusal/* Refusal */.P_(`it has more than ${String(scan/* mostFindings */.Yb)} findings`);
    const ends = runs.flatMap(({ endedAt }) => endedAt ?? []);
    return {
        ...place,
        tools: [...new Set(runs.map(({ tool }) => tool))],
        subjects: [...new Set(runs.flatMap(({ subjects }) => subjects))],
        endedAt: ends.length === 0 ? undefined : Math.max(...ends),
        findings,
    };
}
function readRun(run, what) {
    if (!(0,json/* isObject */.Gv)(run))
        throw new refusal/* Refusal */.P_(`its ${what} is no object`);
    const driver = memberAt(run, 'tool', 'driver');
    const name = wordOf(memberOf(driver, 'name'), mostName);
    if (name === undefined)
        throw new refusal/* Refusal */.P_(`its ${what} does not say which tool it is of`);
    const tool = (0,types_text/* clause */.sb)(name);
    const version = wordOf(memberOf(driver, 'semanticVersion') ?? memberOf(driver, 'version'), mostName);
    requireSuccess(run, tool);
    const results = memberOf(run, 'results');
    if (!Array.isArray(results))
        throw new refusal/* Refusal */.P_(`its ${what}, of ${tool}, has no list of results: the tool did not look for any`);
    if (results.length > scan/* mostFindings */.Yb)
        throw new refusal/* Refusal */.P_(`${tool} has ${String(results.length)} results, and at most ${String(scan/* mostFindings */.Yb)} are read`);
    if (objectsOf(memberAt(run, 'externalPropertyFileReferences', 'results')).length > 0)
        throw new refusal/* Refusal */.P_(`the results of ${tool} are in other files (externalPropertyFileReferences)`);
    const present = results.filter((result) => isPresent(result, tool));
    const rules = rulesOf(run);
    return {
        tool: version === undefined ? tool : `${tool} ${(0,types_text/* clause */.sb)(version)}`,
        subjects: subjectsOf(run, present),
        endedAt: endOf(run),
        findings: present.flatMap((result) => findingsIn({ ...rules(result), result, tool })),
    };
}
/** Source: SARIF 2.1.0, 3.20.14: `executionSuccessful` is false where the tool's run failed. */
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
/** What does not say that something is wrong. Source: SARIF 2.1.0, 3.27.9 (`kind`) and 3.27.24 (`baselineState`). */
const harmless = ['pass', 'notApplicable', 'informational'];
function isPresent(result, tool) {
    if (!(0,json/* isObject */.Gv)(result))
        throw new refusal/* Refusal */.P_(`a result of ${tool} is no object`);
    const kind = memberOf(result, 'kind');
    return (memberOf(result, 'baselineState') !== 'absent' && !(typeof kind === 'string' && harmless.includes(kind)));
}
/** Source: SARIF 2.1.0, 3.27.5 to 3.27.7 and 3.52.4: by `ruleIndex` or `rule`, in the driver or in an extension, or by the id. */
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
        // Older Grype gives every result the index 0: a rule of another name is not this result's.
        const isMeant = typeof given !== 'string' || own === undefined || given === own || given.startsWith(`${own}/`);
        const rule = isMeant && indexed !== undefined ? indexed : byId.get(typeof given === 'string' ? given : '');
        return {
            rule,
            ruleId: typeof given === 'string' && given !== '' ? given : wordOf(memberOf(rule, 'id'), 1000),
        };
    };
}
/** So many results are asked which image they are in; they all say the same. */
const askedResults = 20;
/**
 * The digests by which a run calls its image: Trivy in its properties, Grype in its messages, Snyk in its locations,
 * with the colon written as an underscore.
 * Source: aquasecurity/trivy, pkg/report/sarif.go; anchore/grype, presenter.go, resultMessage; snyk/cli,
 * get-sarif-result.ts, getArtifactLocationUri.
 */
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


/***/ })

};
