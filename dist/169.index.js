export const id = 169;
export const ids = [169];
export const modules = {

/***/ 5919:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FH: () => (/* binding */ withLogins),
/* harmony export */   L9: () => (/* binding */ replaceConfig),
/* harmony export */   LA: () => (/* binding */ readSetting),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Xg: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _types_bounds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2764);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9786);






async function readSetting(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        if (size > _types_bounds_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDockerSetting */ .hM)
            throw new Error(`it has ${String(size)} bytes, and at most ${String(_types_bounds_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDockerSetting */ .hM)} are read`);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
async function readConfig(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json');
    try {
        const text = (await readSetting(path)) ?? '{}';
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
async function replaceConfig(folder, config) {
    const next = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `config.json.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(next, JSON.stringify(config, null, 2), { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(next, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json'));
}
function withLogins(theirs, logins) {
    const keyed = logins.map(({ host, basic }) => [keyOf(host), basic]);
    return {
        ...theirs,
        auths: { ...theirs.auths, ...Object.fromEntries(keyed.map(([key, auth]) => [key, { auth }])) },
        credHelpers: { ...theirs.credHelpers, ...Object.fromEntries(keyed.map(([key]) => [key, ''])) },
    };
}
function keyOf(host) {
    return host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
}
function unreadable(path, cause) {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ShipError */ .fS({
        code: 'file-failed',
        what: `Docker's configuration ${path} cannot be read: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(cause))}.`,
        next: 'Correct or remove that file; docker itself cannot use it either.',
        cause,
    });
}


/***/ }),

/***/ 4792:
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
/* harmony import */ var _docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5919);




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
async function homeFolder() {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true, mode: 0o700 });
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json')).catch(() => undefined);
    return real?.endsWith('/config.json') === true ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(real) : folder;
}
async function unshare(path) {
    const text = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readSetting */ .LA)(path).catch(() => undefined);
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

/***/ 8574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sf: () => (/* binding */ buildAndPush),
  Bi: () => (/* binding */ buildLocally),
  F0: () => (/* binding */ buildOnly),
  __: () => (/* binding */ loadForTest),
  fk: () => (/* binding */ localName),
  x3: () => (/* binding */ pushBuilt),
  jT: () => (/* binding */ registryName)
});

// EXTERNAL MODULE: ./src/types/abort.ts
var abort = __webpack_require__(951);
// EXTERNAL MODULE: ./src/types/build-context.ts
var build_context = __webpack_require__(5851);
// EXTERNAL MODULE: ./src/types/latch.ts
var latch = __webpack_require__(8223);
// EXTERNAL MODULE: ./src/types/names.ts
var names = __webpack_require__(2357);
// EXTERNAL MODULE: ./src/docker/options.ts
var options = __webpack_require__(38);
;// CONCATENATED MODULE: ./src/docker/push-failure.ts
const table = [
    [/authorization token has expired/i, 'login-expired'],
    [
        /ExpiredToken(?:Exception)?\b|RequestExpired|security token included in the request is expired/,
        'credentials-expired',
    ],
    [/is not authorized to perform/, 'denied'],
    [/no basic auth credentials|\b401\b|\bunauthorized\b|Not Authorized\b/i, 'login-expired'],
    [
        /does not exist in the registry|\bname[ _]unknown\b|repository name not known to registry/i,
        'no-repository',
    ],
    [/(?:image tag .* already exists|tag invalid|TAG_INVALID)[^]*\bimmutable\b/i, 'immutable-tag'],
    [/\b405\b|method not allowed/i, 'not-taken'],
    [/\bdenied\b/i, 'denied'],
    [/\b403\b/, 'refused'],
];
const passing = [
    [
        /toomanyrequests|\b429\b|Too Many Requests|Rate exceeded|Throttling/i,
        'the registry asks for fewer requests',
    ],
    [
        /\b5\d\d (?:Internal|Bad Gateway|Service Unavailable|Gateway Time)|(?:status(?: code)?|HTTP status|response):? "?5\d\d\b/i,
        'the registry had a fault of its own',
    ],
    [
        /blob[ _]upload[ _](?:invalid|unknown)|unknown blob|blob[ _]unknown|First byte of the layer part|\b416\b|provided digest did not match|size[ _]invalid/i,
        'an upload got lost',
    ],
    [/timeout|timed out|deadline exceeded|\b408\b/i, 'the registry did not answer in time'],
    [/no such host|server misbehaving|name resolution/i, "the registry's name could not be resolved"],
    [
        /\bEOF\b|connection reset|broken pipe|connection refused|closed network connection|server closed|connection lost|GOAWAY|stream error|network is unreachable|no route to host|net\/http:|http2:|\bwsarecv\b|\bwsasend\b/i,
        'the connection to the registry broke',
    ],
];
const manifestRefused = /\bPUT request to https?:\/\/\S+\/manifests\/sha256:[0-9a-f]{64}\S*: 405\b|\bunsupported: Invalid parameter at 'ImageManifest'/;
function refusesForm(output) {
    return manifestRefused.test(lastWords(output));
}
function classifyPushFailure(words) {
    const kind = table.find(([pattern]) => pattern.test(words))?.[1];
    if (kind !== undefined)
        return { kind };
    const fault = passing.find(([pattern]) => pattern.test(words))?.[1];
    return fault === undefined ? { kind: 'other' } : { kind: 'passing', fault };
}
const pushing = /failed to push|error pushing|denied:|unauthorized:|toomanyrequests|no basic auth credentials|\b(?:POST|PUT|PATCH) (?:request to )?"?https?:\/\//i;
const pulling = /pull access denied|pull rate limit|failed to resolve source metadata|(?:^|: )(?:Head|Get) "https?:\/\/[^"]+\/manifests\//i;
const unsolved = /failed to solve: (?!(?:.{0,100}?)failed to push|(?:.{0,60}?)\b(?:POST|PUT|PATCH) (?:request to )?"?https?:\/\/)/i;
function failedPushing(words) {
    return pushing.test(words) && !pulling.test(words) && !unsolved.test(words);
}
function failedPulling(words) {
    return pulling.test(words);
}
function staleLogin(words) {
    const [, token] = /oauth token: .{0,80}https?:\/\/([^/\s"]+)\/token\b.*?\b403\b/.exec(words) ?? [];
    if (token !== undefined)
        return token;
    if (!/authorization token has expired/i.test(words))
        return undefined;
    return /(?:pull access denied for |source metadata for |\b(?:Head|Get) "https?:\/\/)([^/\s]+)\//.exec(words)?.[1];
}
function lastWords(output) {
    const lines = output
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('View build details:'));
    const last = lines.findLastIndex((line) => /^error\b/i.test(line));
    const from = last >= 0 ? last : lines.findLastIndex((line) => /^(?:denied|failed)\b/i.test(line));
    const words = from >= 0 ? lines.slice(from, from + mostLines) : lines.slice(-1);
    return (words.join(': ') || 'it said nothing').replace(/^error:\s*/i, '');
}
const mostLines = 4;

;// CONCATENATED MODULE: ./src/docker/attestation-form.ts


const told = 'The registry refused a manifest, as registries do that do not know its subject field. Pushing the attestations in the older ' +
    'form, which every registry takes; nothing is built again.';
function olderForm({ inputs }, take) {
    return (0,options/* asksAttestations */.ak)(inputs.build.options) ? { suits: refusesForm, told, take } : undefined;
}

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
;// CONCATENATED MODULE: ./src/docker/build-warnings.ts


const shownWarnings = 5;
function warningsIn(output) {
    const text = (0,types_text/* withoutColour */.Zb)(output).replaceAll('\r\n', '\n');
    const all = [...listedWarnings(text), ...checkedWarnings(text)];
    return all.filter(({ what, line }, at) => all.findIndex((one) => one.what === what && one.line === line) === at);
}
function listedWarnings(text) {
    const lines = text.split('\n');
    const start = lines.findLastIndex((line) => /^\s{0,4}\d+ warnings? found(?: \([^)]*\))?:\s*$/.test(line));
    if (start < 0)
        return [];
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => !line.startsWith(' - '));
    return rest.slice(0, end < 0 ? rest.length : end).map((line) => {
        const [, what = '', at] = /^ - (.*?)(?: \(line (\d{1,7})\))?\s*$/.exec(line) ?? [];
        return { what: (0,types_text/* clause */.sb)(what), line: at === undefined ? undefined : Number(at) };
    });
}
function checkedWarnings(text) {
    const blocks = text.matchAll(/^WARNING: (\w{1,100})(?: - \S{1,500})?\n([^\n]{1,1000})\n\n?(?:[^\n]{1,500}:(\d{1,7})\n-{20})?/gm);
    return [...blocks].map(([, rule = '', detail = '', at]) => ({
        what: `${rule}: ${(0,types_text/* clause */.sb)(detail)}`,
        line: at === undefined ? undefined : Number(at),
    }));
}
function tellBuildWarnings(output, dockerfile, log) {
    const warnings = warningsIn(output);
    for (const { what, line } of warnings.slice(0, shownWarnings)) {
        const at = dockerfile === undefined || line === undefined ? undefined : { file: dockerfile, line };
        log.warning(`The builder warns${line === undefined ? '' : ` of line ${String(line)}`}: ${what}.`, at);
    }
    const more = warnings.length - shownWarnings;
    if (more > 0)
        log.info(`The builder has ${String(more)} more warnings; they are in its output above.`);
}
function failedCheck(output, dockerfile) {
    const warnings = warningsIn(output);
    const [first] = warnings;
    if (first === undefined)
        return undefined;
    const named = warnings.slice(0, shownWarnings).map(({ what, line }) => `${lineText(line)}${what}`);
    const more = warnings.length - named.length;
    const places = warnings.flatMap(({ what, line }) => dockerfile === undefined || line === undefined ? [] : [{ file: dockerfile, line, what: `${what}.` }]);
    return new errors/* ShipError */.fS({
        code: 'build-failed',
        what: `The checks of the Dockerfile found something: ${named.join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`,
        next: 'Correct those lines; a comment such as # check=skip=JSONArgsRecommended at the top of the Dockerfile turns a check off.',
        places,
    });
}
function lineText(line) {
    return line === undefined ? '' : `line ${String(line)}: `;
}

// EXTERNAL MODULE: ./src/docker/command.ts
var command = __webpack_require__(1721);
// EXTERNAL MODULE: ./src/docker/display.ts
var display = __webpack_require__(4722);
// EXTERNAL MODULE: ./src/docker/engine-images.ts + 1 modules
var engine_images = __webpack_require__(8878);
;// CONCATENATED MODULE: ./src/docker/lost-layers.ts
const lostLayer = /failed to prepare extraction snapshot .{1,200}parent snapshot \S{1,100} does not exist/;
const brokenCache = /failed to stat (?:active key during commit|lower snapshot \S{1,100}): snapshot \S{1,100} does not exist/;
function secondBuild(args, output) {
    if (lostLayer.test(output))
        return {
            args,
            why: 'The image store of the engine has lost a layer while it unpacked the image; it builds once more.',
        };
    if (!brokenCache.test(output))
        return undefined;
    const at = args.indexOf('build') + 1;
    return {
        args: args.includes('--no-cache') ? args : [...args.slice(0, at), '--no-cache', ...args.slice(at)],
        why: 'The cache of the engine has lost a layer that it still names; it builds once more, without the cache.',
    };
}

// EXTERNAL MODULE: ./src/docker/patience.ts
var patience = __webpack_require__(1429);
;// CONCATENATED MODULE: ./src/docker/push-progress.ts
const done = /^(?:Pushed|Layer already exists|Mounted from .+)$/;
const push_progress_layer = /^([0-9a-f]{12}): (.+)$/;
const longestLine = 1_000;
function whenLayersAreThere(call) {
    const open = new Set();
    let line = '';
    let isCalled = false;
    return (text) => {
        const lines = `${line}${text}`.split('\n');
        line = (lines.pop() ?? '').slice(0, longestLine);
        for (const one of lines) {
            const [, id, state] = push_progress_layer.exec(one.trim()) ?? [];
            if (id === undefined || state === undefined)
                continue;
            if (!done.test(state))
                open.add(id);
            else
                open.delete(id);
            if (isCalled || !done.test(state) || open.size > 0)
                continue;
            isCalled = true;
            call();
        }
    };
}

// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __webpack_require__(6221);
// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __webpack_require__(8036);
// EXTERNAL MODULE: ./src/types/quota.ts
var types_quota = __webpack_require__(637);
;// CONCATENATED MODULE: ./src/docker/build-causes.ts
const lost = [
    {
        pattern: /^ > \[internal\] waiting for connection:?$/m,
        where: 'output',
        code: 'builder-unreachable',
        next: 'Check that BuildKit runs at the address that docker buildx inspect shows, that this runner can reach it, and that ' +
            'cacert, cert, key and servername of the builder are the ones it accepts.',
    },
    {
        pattern: /^ > \[internal\] booting buildkit:?$|error for bootstrap "/m,
        where: 'output',
        code: 'builder-unreachable',
        next: "BuildKit's own container or pod could not be started: look at docker/setup-buildx-action, whose driver-opts name its " +
            'image, and at whether this runner can pull that or reach the cluster.',
    },
    {
        pattern: /failed to list workers|\bcode = Unavailable\b|\bUnavailable: (?:error reading from server|connection error|transport is closing)|\btransport: (?:authentication handshake failed|error while dialing)|no valid drivers found/i,
        where: 'words',
        code: 'builder-unreachable',
        next: 'The connection to the builder broke: look at the log of BuildKit and at the memory of its machine, and at the ' +
            'address and the certificates of the builder that docker buildx inspect shows. Then run the job again.',
    },
];
const unfit = [
    {
        pattern: /\bno builder "[^"]*" found|failed to find (?:driver|builder)\b/,
        where: 'words',
        code: 'builder-unfit',
        next: 'Correct BUILDX_BUILDER, or add docker/setup-buildx-action before this step, which makes a builder and chooses it.',
    },
    {
        pattern: /BuildKit is enabled but the buildx component is missing/,
        where: 'words',
        code: 'builder-unfit',
        next: 'Remove DOCKER_BUILDKIT=1 from the job, or add docker/setup-buildx-action before this step.',
    },
    {
        pattern: /granting entitlement \S+ is not allowed by build daemon/,
        where: 'words',
        code: 'builder-unfit',
        next: 'Input allow asks for what the builder does not grant: docker/setup-buildx-action makes one that does, with ' +
            'buildkitd-flags: --allow-insecure-entitlement security.insecure; BuildKit of your own has insecure-entitlements in buildkitd.toml.',
    },
    {
        pattern: /\b(?:network\.host|security\.insecure|device) is not allowed\b/,
        where: 'words',
        code: 'build-failed',
        next: 'If the instruction needs that, give its name to the input allow, such as allow: network.host.',
    },
    {
        pattern: /unknown (?:cache (?:exporter|importer)|attestation type)/,
        where: 'words',
        code: 'builder-unfit',
        next: 'Correct type= in the inputs cache-from, cache-to and attests, or take a builder that knows it: docker/setup-buildx-action makes one.',
    },
    {
        pattern: /buildkit-syft-scanner/,
        where: 'words',
        code: 'build-failed',
        next: 'Input sbom has that image make the list, and the builder cannot pull it: give one that it can, such as ' +
            'sbom: generator=<image>, or log in to its registry before this step.',
    },
];
const others = [
    {
        pattern: /exec format error/i,
        where: 'output',
        code: 'build-failed',
        next: 'The image holds programs of another platform than this machine: add docker/setup-qemu-action before ' +
            'docker/setup-buildx-action, or use a runner of that platform. A script without a first line such as #!/bin/sh fails in the same way.',
    },
    {
        pattern: /failed to get console|not a console|not a (?:terminal|tty)\b/i,
        where: 'words',
        code: 'build-failed',
        next: 'A job has no terminal: remove whatever asks for one, such as BUILDKIT_PROGRESS=tty or a flag of an alias.',
    },
    {
        pattern: /no space left on device/i,
        where: 'words',
        code: 'build-failed',
        next: 'Make room on the disk of the engine, for example with docker system prune before this step.',
    },
    {
        pattern: /\b405\b.*\bmethod not allowed\b|\bmethod not allowed\b/i,
        where: 'words',
        code: 'build-failed',
        next: 'Look at the host of that address: what answers there is not a registry, or a proxy in front of one.',
    },
];
const buildCauses = [...lost, ...unfit, ...others];

;// CONCATENATED MODULE: ./src/docker/build-failure.ts




function buildFailed(failed) {
    const { exitCode, output } = failed;
    const crash = crashOf(output);
    if (crash !== undefined)
        return new errors/* ShipError */.fS({
            code: 'build-failed',
            what: `docker crashed while it built, with exit code ${String(exitCode)}: ${(0,types_text/* clause */.sb)(crash)}.`,
            next: 'The Dockerfile is not to blame: run the job again, and if it keeps happening, update Docker and buildx on the runner.',
        });
    const words = lastWords(output);
    const known = buildCauses.find(({ pattern, where }) => pattern.test(where === 'output' ? output : words));
    if (known !== undefined) {
        const { code, next } = known;
        return new errors/* ShipError */.fS({ code, what: whatOf(exitCode, words), next });
    }
    const place = placeOf(failed, words);
    const advice = place === undefined ? adviceFor(output) : adviceAt(place);
    return new errors/* ShipError */.fS({
        code: 'build-failed',
        what: whatOf(exitCode, words),
        next: pullAdvice(words) ?? advice,
        ...(place !== undefined && { places: [place] }),
    });
}
const begun = /^(?:#[1-9]\d* |Sending build context|Step \d)|\bfailed to solve\b/m;
function adviceFor(output) {
    return output.trim() === '' || begun.test(output)
        ? 'Correct the Dockerfile or its context.'
        : 'Nothing was built: correct the input that this speaks of, or the path of the Dockerfile or of its context.';
}
function pullAdvice(words) {
    const stale = staleLogin(words);
    if (stale !== undefined)
        return (`Docker's configuration on this runner has a login to ${stale} that has expired: log in there again before this ` +
            `step, or run docker logout ${stale} if anyone may pull there: an expired login is refused even then.`);
    return failedPulling(words)
        ? 'Correct the base image in the Dockerfile, or log in to its registry before this step.'
        : undefined;
}
const wrapping = /^(?:failed to (?:build|solve): )+/;
function whatOf(exitCode, words) {
    return `The build failed with exit code ${String(exitCode)}: ${(0,types_text/* clause */.sb)(words.replace(wrapping, ''))}.`;
}
const crashLine = /^(?:panic: |fatal error: |unexpected fault address )/;
const orderly = /^(?:error\b|failed to solve|the command '.*' returned a non-zero code)/i;
function crashOf(output) {
    const lines = output.split('\n').map((line) => line.trimEnd());
    const at = lines.findIndex((line) => crashLine.test(line));
    return at < 0 || lines.slice(at).some((line) => orderly.test(line)) ? undefined : lines[at];
}
function placeOf({ output, dockerfile }, words) {
    if (dockerfile === undefined)
        return undefined;
    const shown = [...output.matchAll(/^(\S[^\n]*):(\d+)\n-{20}\n/gm)].at(-1);
    const isOurs = shown?.[1] !== undefined && nameOf(shown[1]) === nameOf(dockerfile);
    const line = isOurs ? shown[2] : /\bdockerfile parse error on line (\d+)/i.exec(words)?.[1];
    if (line === undefined)
        return undefined;
    const what = `${(0,types_text/* clause */.sb)(words.replace(wrapping, ''))}.`;
    return { file: dockerfile, line: Number(line), what };
}
function adviceAt({ file, line }) {
    return `Correct ${file}, line ${String(line)}, or what that instruction takes from the context.`;
}
function nameOf(path) {
    return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

;// CONCATENATED MODULE: ./src/docker/result.ts







function digestFromMetadata(text) {
    const digest = (0,types_digest/* parseDigest */.m)(digestField(text));
    if (digest === undefined)
        throw noDigest('buildx wrote no digest into its metadata file');
    return digest;
}
function digestField(text) {
    try {
        const parsed = JSON.parse(text);
        const field = parsed?.['containerimage.digest'];
        return typeof field === 'string' ? field : '';
    }
    catch {
        return '';
    }
}
function digestFromPush(stdout) {
    const digest = (0,types_digest/* parseDigest */.m)(/\bdigest: (sha256:[0-9a-f]{64})\b/.exec(stdout)?.[1] ?? '');
    if (digest === undefined)
        throw noDigest('docker push printed no digest');
    return digest;
}
function configFromBuild(output) {
    const found = new Set([...output.matchAll(/ exporting config (sha256:[0-9a-f]{64})\b/g)].map(([, one]) => one));
    const [only = ''] = found.size === 1 ? found : [];
    return (0,types_digest/* parseDigest */.m)(only);
}
function noDigest(what) {
    return new errors/* ShipError */.fS({
        code: 'push-failed',
        what: `The image was built, but ${what}, so it is not known which image was pushed.`,
        next: 'Update Docker and buildx on the runner.',
    });
}
function pushFailureOf({ step, output, }) {
    const words = lastWords(output);
    return step === 'push' || failedPushing(words) ? classifyPushFailure(words) : undefined;
}
function dockerFailed(failed) {
    const failure = pushFailureOf(failed);
    if (failure === undefined)
        return buildFailed(failed);
    const words = lastWords(failed.output);
    const quota = (0,types_quota/* quotaReached */.pJ)(words, undefined);
    if (quota !== undefined)
        return quota;
    const { repository, tries = 1, exitCode } = failed;
    const denial = failure.kind === 'denied' ? (0,iam/* parseDenial */.Pu)(words) : undefined;
    if (denial !== undefined)
        return (0,iam/* deniedError */.gF)([denial], repository?.arn ?? denial.resource ?? '*', (0,types_text/* clause */.sb)(words));
    const missing = failure.kind === 'refused' && repository !== undefined ? forbiddenActions(words, repository) : undefined;
    const often = tries === 1 ? '' : ` ${String(tries)} times`;
    return new errors/* ShipError */.fS({
        code: failure.kind === 'credentials-expired' ? 'credentials-expired' : 'push-failed',
        what: `The push failed${often} with exit code ${String(exitCode)}: ${(0,types_text/* clause */.sb)(words)}.`,
        next: missing === undefined || repository === undefined
            ? advice(failure.kind, failed)
            : refusedAdvice(missing, repository.arn, failed),
    });
}
function forbiddenActions(words, repository) {
    const match = /from ([A-Z]+) request to (https?:\/\/\S+): 403\b/.exec(words);
    const [, method, address] = match ?? [];
    if (method === undefined || address === undefined || !URL.canParse(address))
        return undefined;
    const path = new URL(address).pathname;
    return path.startsWith(`/v2/${repository.name}/`)
        ? (0,iam/* actionsOfRequest */.kc)(method, path, repository.type)
        : undefined;
}
function refusedAdvice(missing, repositoryArn, { isRenewed = false }) {
    const answer = `The registry gives this answer when ${missing.join(' or ')} is not granted on the repository`;
    const others = [
        ...(isRenewed ? [] : ['when the login has expired']),
        ...(missing.includes('ecr:PutImage')
            ? ['when the repository has as many images as the quota allows']
            : []),
    ];
    return `${[answer, ...others].join(', or ')}. This policy is all that a run needs: ${(0,iam/* policyText */.MJ)(repositoryArn)}`;
}
function advice(kind, { isRenewed = false }) {
    switch (kind) {
        case 'login-expired':
            return isRenewed
                ? "A new login did not help: look at what the registry's policy says, and at who else changes docker's configuration."
                : 'The login to the registry has expired, or is not used: run the job again.';
        case 'credentials-expired':
            return "Let the step that gets the job's AWS credentials ask for a longer session: role-duration-seconds of aws-actions/configure-aws-credentials.";
        case 'no-repository':
            return 'Create the repository, or correct the input repository.';
        case 'immutable-tag':
            return "Another run has pushed under this run's candidate tag: run the job again, which takes a tag of its own.";
        case 'not-taken':
            return 'Look at the host of that address: what answers there is not a registry that takes images, or a proxy in front of one.';
        case 'denied':
        case 'refused':
            return 'Look at what the policies of the role and of the repository grant; docs/reference/permissions.md has the actions of a push.';
        case 'passing':
        case 'other':
            return 'Run the job again; if it fails again, look at the connection between the runner and the registry.';
    }
}

;// CONCATENATED MODULE: ./src/docker/retried-push.ts


const pausesMs = [1_000, 3_000, 9_000];
async function pushRetried({ step, repository, dockerfile, run, otherForm }, { log, clock, renewLogin }) {
    let isRenewed = false;
    let hasStalled = false;
    let isOther = false;
    for (let tries = 1;; tries++) {
        const result = await run().catch((error) => {
            if (hasStalled || !(error instanceof errors/* ShipError */.fS) || error.code !== 'push-stalled')
                throw error;
            hasStalled = true;
            log.info(`${error.what} Trying again, without building again.`);
            return undefined;
        });
        if (result === undefined)
            continue;
        if (result.exitCode === 0)
            return result;
        const output = `${result.stdout}\n${result.stderr}`;
        const failed = { step, exitCode: result.exitCode, output, repository, dockerfile, tries, isRenewed };
        const failure = pushFailureOf(failed);
        const pause = pausesMs[tries - 1];
        if (otherForm?.suits(output) === true && !isOther) {
            isOther = true;
            log.info(otherForm.told);
            await otherForm.take();
        }
        else if (failure?.kind === 'passing' && pause !== undefined) {
            log.info(`Push failed: ${failure.fault}. Trying again in ${String(pause / 1000)} s, without building again.`);
            await clock.sleep(pause);
        }
        else if (mayNeedLogin(failure?.kind) && renewLogin !== undefined && !isRenewed) {
            log.info('Push failed (the login may have expired); logging in again, and trying again without building.');
            await renewLogin();
            isRenewed = true;
        }
        else {
            throw dockerFailed(failed);
        }
    }
}
function mayNeedLogin(kind) {
    return kind === 'login-expired' || kind === 'refused';
}

;// CONCATENATED MODULE: ./src/docker/candidate.ts














function buildLocally(plan, builder, way, tools) {
    return buildInto({ name: localName(plan.candidateTag), ...way }, plan, builder, tools);
}
function localName(tag) {
    return `ecr-ship.invalid/candidate:${tag}`;
}
function registryName(repository, tag) {
    return `${repository.uri}:${tag}`;
}
async function buildInto({ name, ...way }, plan, builder, tools) {
    const result = await build(plan, builder, { kind: 'engine', name, ...way }, tools);
    const config = configFromBuild(outputOf(result));
    const again = olderForm(plan, () => rebuild(plan, builder, { name, env: way.env ?? {} }, tools));
    return {
        name,
        candidateTag: plan.candidateTag,
        platform: platformOf(plan, builder),
        config,
        olderForm: again,
    };
}
async function rebuild(plan, builder, { name, env }, { docker, log }) {
    const args = (0,command/* buildCommand */.O)(plan, builder, { kind: 'engine', name, attestations: 'image' });
    log.info((0,display/* wrappedCommand */.L)(args));
    const options = { env, show: true, patience: patience/* buildPatience */.Kq, engine: true };
    const result = await docker.run(args, options);
    if (result.exitCode === 0)
        return;
    const failed = { exitCode: result.exitCode, output: outputOf(result), dockerfile: dockerfileOf(plan) };
    throw dockerFailed({ step: 'build', repository: undefined, ...failed });
}
async function pushBuilt({ name: local, candidateTag, platform, config, olderForm: older }, { repository, env }, tools) {
    const name = registryName(repository, candidateTag);
    const { stdout } = await tools.log.group('Push', async () => {
        const rename = async () => {
            if (local !== name)
                await (0,engine_images/* engineImages */.x)(tools).tag(local, name);
        };
        await rename();
        const args = ['push', name];
        tools.log.info((0,display/* wrappedCommand */.L)(args));
        const onShown = whenLayersAreThere(() => {
            if (config !== undefined)
                repository.manifests?.readAhead?.(config);
        });
        const options = {
            env,
            show: true,
            patience: patience/* pushPatience */.Mg,
            engine: true,
            onlyNews: true,
            onShown,
        };
        const otherForm = older && { ...older, take: () => older.take().then(rename) };
        const run = () => tools.docker.run(args, options);
        return pushRetried({ step: 'push', repository, run, otherForm }, tools);
    });
    return { digest: digestFromPush(stdout), tag: candidateTag, platform };
}
async function buildAndPush(plan, builder, { repository, env }, tools) {
    return tools.docker.withOutputFile(async (metadataFile, readMetadata) => {
        const goal = { kind: 'push', uri: repository.uri, metadataFile };
        let args = (0,command/* buildCommand */.O)(plan, builder, goal);
        const otherForm = olderForm(plan, () => {
            args = (0,command/* buildCommand */.O)(plan, builder, { ...goal, attestations: 'image' });
            tools.log.info((0,display/* wrappedCommand */.L)(args));
            return Promise.resolve();
        });
        await tools.log.group('Build and push', async () => {
            tools.log.info((0,display/* wrappedCommand */.L)(args));
            const options = { env, show: true, patience: patience/* buildPatience */.Kq };
            const run = () => tools.docker.run(args, options);
            const dockerfile = dockerfileOf(plan);
            const result = await pushRetried({ step: 'build', repository, dockerfile, run, otherForm }, tools);
            tellBuildWarnings(outputOf(result), dockerfile, tools.log);
        });
        const digest = digestFromMetadata(await readMetadata());
        return { digest, tag: undefined, platform: platformOf(plan, builder) };
    });
}
function loadForTest(plan, builder, { env }, tools) {
    return buildInto({ name: localName(plan.candidateTag), env }, onePlatform(plan), builder, tools);
}
function onePlatform(plan) {
    const { build } = plan.inputs;
    const { platforms } = build;
    const [first] = platforms;
    const options = { ...build.options, cacheTo: [], provenance: undefined, sbom: undefined, attests: [] };
    const one = platforms.find((platform) => platform === plan.runnerPlatform) ?? first;
    return {
        ...plan,
        inputs: { ...plan.inputs, build: { ...build, options, platforms: one === undefined ? [] : [one] } },
    };
}
async function buildOnly(plan, builder, env, tools) {
    await build(plan, builder, { kind: plan.inputs.build.call === 'check' ? 'check' : 'local', env }, tools);
}
async function build(plan, builder, { env = {}, shownFrom, signal, onStarted, ...goal }, { docker, log }) {
    const args = (0,command/* buildCommand */.O)(plan, builder, goal);
    const engine = builder.push === 'by-tag';
    const { opened, open } = (0,latch/* latch */.R)();
    const limits = { show: true, patience: patience/* buildPatience */.Kq, engine, ...(signal !== undefined && { signal }) };
    const running = docker.run(args, {
        env,
        shownFrom: opened,
        ...limits,
        ...(onStarted !== undefined && { onStarted }),
    });
    running.catch(() => undefined);
    if (shownFrom !== undefined)
        await (signal === undefined ? shownFrom : untilShown(shownFrom, signal, running));
    return log.group('Build', async () => {
        log.info((0,display/* wrappedCommand */.L)(args));
        open();
        let result = await running;
        const second = result.exitCode === 0 ? undefined : secondBuild(args, outputOf(result));
        if (second !== undefined) {
            log.info(second.why);
            result = await docker.run(second.args, { env, ...limits });
        }
        const output = outputOf(result);
        const dockerfile = dockerfileOf(plan);
        const { exitCode } = result;
        if (exitCode === 0) {
            if (!isBuiltAgain(plan, builder, goal))
                tellBuildWarnings(output, dockerfile, log);
            return result;
        }
        const found = goal.kind === 'check' ? failedCheck(output, dockerfile) : undefined;
        throw found ?? dockerFailed({ step: 'build', exitCode, output, dockerfile, repository: undefined });
    });
}
function isBuiltAgain({ inputs }, { push }, goal) {
    return goal.kind === 'engine' && push === 'by-digest' && inputs.push;
}
async function untilShown(moment, signal, running) {
    try {
        await (0,abort/* orAborted */.H)(moment, signal);
    }
    catch (error) {
        await running.catch(() => undefined);
        throw error;
    }
}
function outputOf({ stdout, stderr }) {
    return `${stdout}\n${stderr}`;
}
function dockerfileOf({ inputs }) {
    const { context, file = context } = inputs.build;
    const isOutside = file.startsWith('/') || file.split(/[\\/]/).includes('..');
    return (0,build_context/* isRemote */.Vx)(context) || isOutside ? undefined : (0,build_context/* dockerfilePath */.Se)(inputs.build);
}
function platformOf({ inputs, defaultPlatform }, builder) {
    const [asked] = inputs.build.platforms;
    return asked ?? (defaultPlatform === undefined ? builder.nativePlatform : (0,names/* parsePlatform */.FL)(defaultPlatform));
}


/***/ }),

/***/ 1721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ buildCommand)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38);

function buildCommand({ inputs, labels, annotations, secretFolder, }, builder, goal) {
    return [
        ...(builder.tool === 'buildx' ? ['buildx', 'build'] : ['build']),
        ...destinationOf(builder, goal),
        ...(builder.provenanceFlag ? (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .provenanceArgument */ .tw)(inputs.build.options) : []),
        ...commonArguments(inputs.build),
        ...(0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionArguments */ ._k)(inputs.build.options, secretFolder),
        ...labels.flatMap((label) => ['--label', label]),
        ...(builder.annotations && goal.kind === 'push'
            ? annotationArguments(annotations, inputs.build.platforms.length > 1)
            : []),
        inputs.build.context,
    ];
}
function destinationOf(builder, goal) {
    switch (goal.kind) {
        case 'local':
            return [];
        case 'check':
            return ['--call=check'];
        case 'engine':
            return [...loading(builder, goal.attestations), '--tag', goal.name];
        case 'push': {
            const output = `type=image,name=${goal.uri},push-by-digest=true,name-canonical=true,push=true`;
            return ['--output', `${output}${formOf(goal.attestations)}`, '--metadata-file', goal.metadataFile];
        }
    }
}
function loading({ tool }, form) {
    if (tool !== 'buildx')
        return [];
    return form === undefined ? ['--load'] : ['--output', `type=docker${formOf(form)}`];
}
function formOf(form) {
    return form === undefined ? '' : `,oci-artifact=${String(form === 'artifact')}`;
}
function annotationArguments(annotations, hasIndex) {
    const levels = hasIndex ? 'manifest,index:' : '';
    return annotations.flatMap((annotation) => [
        '--annotation',
        level.test(annotation) ? annotation : `${levels}${annotation}`,
    ]);
}
const level = /^(?:(?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?,?)+:/;
function commonArguments(build) {
    return [
        ...(build.file === undefined ? [] : ['--file', build.file]),
        ...(build.target === undefined ? [] : ['--target', build.target]),
        ...(build.platforms.length === 0 ? [] : ['--platform', build.platforms.join(',')]),
        ...build.buildArgs.flatMap((argument) => ['--build-arg', argument]),
    ];
}


/***/ }),

/***/ 38:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _k: () => (/* binding */ optionArguments),
/* harmony export */   ak: () => (/* binding */ asksAttestations),
/* harmony export */   f3: () => (/* binding */ unableFor),
/* harmony export */   tw: () => (/* binding */ provenanceArgument)
/* harmony export */ });
const table = [
    { input: 'builder', needs: () => 'buildx', words: ({ builder }) => one('--builder', builder) },
    {
        input: 'build-contexts',
        needs: () => 'buildx',
        words: ({ buildContexts }) => each('--build-context', buildContexts.map(({ name, value }) => `${name}=${value}`)),
    },
    {
        input: 'secrets',
        needs: () => 'buildx',
        words: ({ secrets }, folder) => each('--secret', secrets.map((secret, at) => secretText(secret, `${folder}/${String(at)}`))),
    },
    { input: 'ssh', needs: () => 'buildx', words: ({ ssh }) => each('--ssh', ssh) },
    { input: 'cache-from', words: ({ cacheFrom }) => each('--cache-from', cacheFrom) },
    {
        input: 'cache-to',
        needs: ({ cacheTo }) => cacheTo.every((to) => /(?:^|,)type=inline(?:,|$)/.test(to)) ? 'buildx' : 'cache-export',
        words: ({ cacheTo }) => each('--cache-to', cacheTo),
    },
    { input: 'no-cache', words: ({ noCache }) => (noCache ? ['--no-cache'] : []) },
    {
        input: 'no-cache-filters',
        needs: () => 'buildx',
        words: ({ noCacheFilters }) => each('--no-cache-filter', noCacheFilters),
    },
    { input: 'pull', words: ({ pull }) => (pull ? ['--pull'] : []) },
    { input: 'add-hosts', words: ({ addHosts }) => each('--add-host', addHosts) },
    { input: 'allow', needs: () => 'buildx', words: ({ allow }) => each('--allow', allow) },
    { input: 'network', words: ({ network }) => one('--network', network) },
    { input: 'shm-size', words: ({ shmSize }) => one('--shm-size', shmSize) },
    { input: 'ulimit', words: ({ ulimit }) => each('--ulimit', ulimit) },
    { input: 'cgroup-parent', words: ({ cgroupParent }) => one('--cgroup-parent', cgroupParent) },
    {
        input: 'sbom',
        needs: ({ sbom }) => attested(sbom),
        words: ({ sbom }) => (sbom === undefined ? [] : [`--sbom=${sbom}`]),
    },
    { input: 'attests', needs: () => 'attestations', words: ({ attests }) => each('--attest', attests) },
];
function optionArguments(options, secretFolder) {
    return table.flatMap(({ words }) => words(options, secretFolder));
}
function provenanceArgument({ provenance, attests }) {
    if (provenance !== undefined)
        return [`--provenance=${provenance}`];
    return attests.some((attest) => /(?:^|,)type=provenance(?:,|$)/.test(attest)) ? [] : ['--provenance=false'];
}
function asksAttestations({ provenance, sbom, attests }) {
    return [provenance, sbom].some((value) => attested(value) !== undefined) || attests.length > 0;
}
function unableFor(options, builder) {
    const asked = table.filter(({ words }) => words(options, '').length > 0);
    const needed = asked.flatMap(({ input, needs }) => {
        const ability = needs?.(options);
        return ability === undefined ? [] : [{ input, ability }];
    });
    const provenance = attested(options.provenance);
    const all = provenance === undefined ? needed : [...needed, { input: 'provenance', ability: provenance }];
    return all.filter(({ ability }) => !abilitiesOf(builder).includes(ability));
}
function abilitiesOf({ tool, attestations, cacheExport }) {
    if (tool !== 'buildx')
        return [];
    return [
        'buildx',
        ...(attestations ? ['attestations'] : []),
        ...(cacheExport ? ['cache-export'] : []),
    ];
}
function attested(value) {
    return value === undefined || value === 'false' ? undefined : 'attestations';
}
function one(flag, value) {
    return value === undefined ? [] : [flag, value];
}
function each(flag, values) {
    return values.flatMap((value) => [flag, value]);
}
function secretText(secret, path) {
    switch (secret.kind) {
        case 'value':
            return fields({ id: secret.id, src: path });
        case 'file':
            return fields({ id: secret.id, src: secret.path });
        case 'env':
            return fields({ id: secret.id, env: secret.variable });
    }
}
function fields(values) {
    return Object.entries(values)
        .map(([key, value]) => `${key}=${value}`)
        .map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}


/***/ }),

/***/ 169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/types/bounds.ts
var bounds = __webpack_require__(2764);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/adapters/machine/workspace.ts
var workspace = __webpack_require__(1071);
;// CONCATENATED MODULE: ./src/adapters/git/git-head.ts





const mostSteps = 5;
async function plainHead(tree, outside) {
    try {
        const folders = await foldersOf(tree, outside);
        if (folders === undefined)
            return { kind: 'none' };
        if (await isReftable(folders))
            return { kind: 'reftable', folders, isSha256: await isSha256(folders) };
        return await follow(folders, 'HEAD');
    }
    catch (error) {
        return { kind: 'unreadable', why: (0,types_text/* messageOf */.bD)(error) };
    }
}
async function foldersOf(tree, outside) {
    const path = (0,external_node_path_.join)(tree, '.git');
    const entry = await (0,promises_.lstat)(path).catch(absent);
    if (entry === undefined)
        return undefined;
    if (entry.isDirectory()) {
        return (await (0,promises_.lstat)((0,external_node_path_.join)(path, 'HEAD')).catch(absent)) && { own: path, common: path };
    }
    if (!entry.isFile())
        throw new Error('.git is neither a folder nor a file');
    const lead = /^gitdir: (.+)$/m.exec(await readSmall(path))?.[1]?.trim();
    if (lead === undefined)
        throw new Error('.git is a file that names no folder');
    const own = await (0,promises_.realpath)((0,external_node_path_.resolve)(tree, lead));
    if ((0,workspace/* isBelow */.Yw)(own, outside))
        throw new Error('.git leads back into the workspace');
    const common = await readSmall((0,external_node_path_.join)(own, 'commondir')).catch(absent);
    return { own, common: common === undefined ? own : await (0,promises_.realpath)((0,external_node_path_.resolve)(own, common.trim())) };
}
async function follow(folders, first) {
    let name = first;
    for (let step = 0; step < mostSteps; step += 1) {
        const text = (await readRef(folders, name))?.trim();
        if (text === undefined) {
            if (name === first)
                throw new Error('it has no HEAD');
            return { kind: 'none' };
        }
        if (isSha(text))
            return { kind: 'commit', sha: text, folders };
        const next = /^ref: (refs\/[^\s~^:?*[\\]+)$/.exec(text)?.[1];
        if (next === undefined ||
            next.split('/').some((part) => part === '' || part.startsWith('.') || part === '..'))
            throw new Error(`${name} is neither a commit nor the name of a ref`);
        name = next;
    }
    throw new Error('HEAD leads from ref to ref');
}
async function readRef({ own, common }, name) {
    const loose = await readSmall((0,external_node_path_.join)(name === 'HEAD' ? own : common, name)).catch(absent);
    if (loose !== undefined || name === 'HEAD')
        return loose;
    const packed = (await readSmall((0,external_node_path_.join)(common, 'packed-refs')).catch(absent)) ?? '';
    for (const line of packed.split('\n')) {
        const space = line.indexOf(' ');
        if (!line.startsWith('#') && space > 0 && line.slice(space + 1).trim() === name)
            return line.slice(0, space);
    }
    return undefined;
}
async function isReftable({ common }) {
    return (await (0,promises_.stat)((0,external_node_path_.join)(common, 'reftable')).catch(absent)) !== undefined;
}
async function isSha256({ common }) {
    const config = (await readSmall((0,external_node_path_.join)(common, 'config')).catch(absent)) ?? '';
    return /^\s*objectformat\s*=\s*sha256\s*$/im.test(config);
}
async function readSmall(path) {
    const entry = await (0,promises_.stat)(path);
    if (!entry.isFile())
        throw new Error(`${path} is no file`);
    const { size } = entry;
    if (size > bounds/* largestGitFile */.nK)
        throw new Error(`${path} has ${String(size)} bytes, more than the ${String(bounds/* largestGitFile */.nK)} that are read`);
    return (0,promises_.readFile)(path, 'utf8');
}
function isSha(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text);
}
function absent(error) {
    const { code } = error;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    throw error;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/adapters/git/git-objects.ts

async function readCommit(git, sha) {
    const answer = await git.run(['cat-file', 'commit', sha]);
    if (answer.kind === 'failed' || answer.exitCode !== 0)
        return undefined;
    if (objectName('commit', answer.stdout, sha.length) !== sha)
        return undefined;
    const [head = ''] = answer.stdout.toString('utf8').split('\n\n', 1);
    const tree = /^tree ([0-9a-f]+)$/m.exec(head)?.[1];
    const seconds = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(head)?.[1];
    return tree === undefined || seconds === undefined ? undefined : { tree, at: Number(seconds) * 1000 };
}
async function listTree(git, sha, commit) {
    if (commit === undefined)
        return { kind: 'unknown', why: 'git cannot read the commit' };
    const answer = await git.run(['ls-tree', '-r', '-t', '-z', '--full-tree', sha]);
    if (answer.kind === 'failed')
        return { kind: 'unknown', why: answer.why };
    if (answer.exitCode !== 0)
        return { kind: 'unknown', why: 'git cannot list the files of the commit' };
    const entries = new Map();
    const folders = new Map([['', []]]);
    for (const line of split(answer.stdout)) {
        const tab = line.indexOf(0x09);
        const [mode, , name] = line.subarray(0, tab).toString('latin1').split(' ');
        const path = line.subarray(tab + 1);
        if (mode === undefined || name === undefined || tab < 0)
            return forged;
        const slash = path.lastIndexOf(0x2f);
        const parent = folders.get(path.subarray(0, Math.max(0, slash)).toString('latin1'));
        if (parent === undefined)
            return forged;
        parent.push({ mode, name: path.subarray(slash + 1), sha: name });
        const key = path.toString('latin1');
        if (mode === '040000')
            folders.set(key, []);
        else
            entries.set(key, { mode, sha: name });
    }
    return isWhole(folders, commit.tree) ? { kind: 'known', entries } : forged;
}
const forged = { kind: 'unknown', why: 'the objects of the repository are not those of the commit' };
function isWhole(folders, root) {
    for (const [path, entries] of folders) {
        for (const { mode, name, sha } of entries) {
            if (mode !== '040000')
                continue;
            const inside = folders.get(path === '' ? name.toString('latin1') : `${path}/${name.toString('latin1')}`);
            if (inside === undefined || treeName(inside, sha.length) !== sha)
                return false;
        }
    }
    return treeName(folders.get('') ?? [], root.length) === root;
}
function treeName(entries, length) {
    const parts = entries.flatMap(({ mode, name, sha }) => [
        Buffer.from(`${mode.replace(/^0/, '')} `),
        name,
        Buffer.from([0]),
        Buffer.from(sha, 'hex'),
    ]);
    return objectName('tree', Buffer.concat(parts), length);
}
function objectName(kind, content, length) {
    const size = Buffer.byteLength(content);
    return (0,external_node_crypto_.createHash)(length === 64 ? 'sha256' : 'sha1')
        .update(`${kind} ${String(size)}\0`)
        .update(content)
        .digest('hex');
}
function* split(output) {
    let start = 0;
    for (let end = output.indexOf(0); end >= 0; end = output.indexOf(0, start)) {
        yield output.subarray(start, end);
        start = end + 1;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/adapters/machine/find-program.ts
var find_program = __webpack_require__(1266);
// EXTERNAL MODULE: ./src/adapters/machine/temporary-folder.ts
var temporary_folder = __webpack_require__(3742);
;// CONCATENATED MODULE: ./src/adapters/git/git-process.ts








const deadlineMs = 60_000;
function openGit({ common, own }, sha, planned) {
    let folder;
    const shallow = readShallow(common) ?? readShallow(own);
    function prepare() {
        folder ??= makeFolder({ head: sha, extensions: format(sha.length === 64), shallow, planned });
        return folder;
    }
    return {
        isShallow: (shallow ?? '').trim() !== '',
        async run(args) {
            const program = (0,find_program/* findProgram */.K)('git');
            if (program === undefined)
                return { kind: 'failed', why: 'there is no git on this machine' };
            try {
                return await execute(program, args, environment(prepare(), (0,external_node_path_.join)(common, 'objects')));
            }
            catch (error) {
                return { kind: 'failed', why: (0,types_text/* messageOf */.bD)(error) };
            }
        },
    };
}
async function readReftable(folders, isSha256, planned) {
    const program = (0,find_program/* findProgram */.K)('git');
    if (program === undefined)
        return undefined;
    const extensions = [...format(isSha256), '\trefStorage = reftable'];
    const folder = makeFolder({ head: 'ref: refs/heads/.invalid', extensions, planned });
    (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(folders.own, 'reftable'), (0,external_node_path_.join)(folder, 'reftable'));
    const args = ['rev-parse', '--verify', '--end-of-options', 'HEAD'];
    const answer = await execute(program, args, environment(folder, (0,external_node_path_.join)(folders.common, 'objects')));
    const text = answer.kind === 'done' && answer.exitCode === 0 ? answer.stdout.toString('utf8').trim() : '';
    return isSha(text) ? text : undefined;
}
function makeFolder({ head, extensions, shallow, planned }) {
    const folder = (0,temporary_folder/* makeTemporaryFolder */.wE)('ecr-ship-git-', planned);
    process.once('exit', () => {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    });
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, 'refs'));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'HEAD'), `${head}\n`);
    const lines = ['[core]', '\trepositoryFormatVersion = 1', '[extensions]', ...extensions, ''];
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'config'), lines.join('\n'));
    if (shallow !== undefined)
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'shallow'), shallow);
    return folder;
}
function format(isSha256) {
    return isSha256 ? ['\tobjectFormat = sha256'] : [];
}
const cutOffSomewhere = `${'0'.repeat(40)}\n`;
function readShallow(folder) {
    try {
        const path = (0,external_node_path_.join)(folder, 'shallow');
        const facts = (0,external_node_fs_.statSync)(path);
        if (!facts.isFile())
            return undefined;
        return facts.size <= bounds/* largestGitFile */.nK ? (0,external_node_fs_.readFileSync)(path, 'utf8') : cutOffSomewhere;
    }
    catch {
        return undefined;
    }
}
function environment(gitFolder, objects) {
    return {
        PATH: '/usr/bin:/bin',
        LC_ALL: 'C',
        HOME: gitFolder,
        GIT_DIR: gitFolder,
        GIT_OBJECT_DIRECTORY: objects,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_ATTR_NOSYSTEM: '1',
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_NO_LAZY_FETCH: '1',
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_PAGER: 'cat',
    };
}
function execute(program, args, env) {
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(program, args, { cwd: env['GIT_DIR'], env, stdio: ['ignore', 'pipe', 'ignore'] });
        const chunks = [];
        let size = 0;
        const end = (answer) => {
            clearTimeout(timer);
            child.kill('SIGKILL');
            resolve(answer);
        };
        const timer = setTimeout(() => {
            end({ kind: 'failed', why: `git gave no answer within ${String(deadlineMs / 1000)} s` });
        }, deadlineMs);
        child.stdout.on('data', (chunk) => {
            size += chunk.length;
            if (size > bounds/* largestGitAnswer */.Rn)
                end({ kind: 'failed', why: `git answered with more than ${String(bounds/* largestGitAnswer */.Rn)} bytes` });
            else
                chunks.push(chunk);
        });
        child.on('error', (error) => {
            end({ kind: 'failed', why: (0,types_text/* messageOf */.bD)(error) });
        });
        child.on('close', (code) => {
            end({ kind: 'done', exitCode: code ?? 128, stdout: Buffer.concat(chunks) });
        });
    });
}

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/adapters/machine/places.ts
var places = __webpack_require__(244);
// EXTERNAL MODULE: ./src/adapters/machine/regular-file.ts
var regular_file = __webpack_require__(9929);
;// CONCATENATED MODULE: ./src/adapters/machine/text-file.ts





async function readText(path) {
    return reading(path, async () => {
        const real = await (0,places/* placeToRead */.v$)(path);
        return real === undefined ? undefined : (0,regular_file/* readRegular */.VX)(real, bounds/* largestText */.io);
    });
}
async function readLeft(path, most) {
    const read = async () => {
        const real = await (0,places/* placeToRead */.v$)(path, (0,places/* workFolders */.$F)());
        return real === undefined ? undefined : (0,regular_file/* readRegular */.VX)(real, most);
    };
    return reading(path, read, 'the workspace or of RUNNER_TEMP');
}
async function readTextAnywhere(path) {
    return reading(path, () => (0,regular_file/* readLinked */.c1)(path, bounds/* largestText */.io));
}
async function reading(path, read, where = 'the workspace') {
    try {
        return await read();
    }
    catch (cause) {
        throw new errors/* ShipError */.fS({
            code: 'file-failed',
            what: `The file ${(0,types_text/* clause */.sb)(path)} cannot be read: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}.`,
            next: `Make it a regular file of ${where} that this job may read.`,
            cause,
        });
    }
}

// EXTERNAL MODULE: ./src/types/wildcard.ts
var wildcard = __webpack_require__(8919);
;// CONCATENATED MODULE: ./src/docker/ignore.ts

function readIgnoreRules(text) {
    const lines = text
        .replace(/^\ufeff/, '')
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const patterns = lines.map(readPattern);
    const readable = patterns.filter((pattern) => pattern !== undefined);
    if (readable.length < patterns.length)
        return { leavesOut: () => false, hasExceptions: false };
    return {
        leavesOut(path) {
            const around = pathsAround(path);
            let isOut = false;
            for (const { brings, steps } of readable)
                if (isOut === brings && around.some((one) => (0,wildcard/* matchesSteps */.B)(steps, one)))
                    isOut = !brings;
            return isOut;
        },
        hasExceptions: readable.some(({ brings }) => brings),
    };
}
const longest = 4096;
function readPattern(line) {
    const brings = line.startsWith('!');
    const path = cleaned(brings ? line.slice(1).trim() : line);
    if (/[[\]\\]/.test(path) || path.length > longest)
        return undefined;
    return { brings, steps: stepsOf(path) };
}
function cleaned(path) {
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}
function stepsOf(pattern) {
    const steps = [];
    const characters = Array.from(pattern);
    for (let at = 0; at < characters.length; at += 1) {
        const character = characters[at] ?? '';
        if (character === '*' && characters[at + 1] === '*') {
            at += characters[at + 2] === '/' ? 2 : 1;
            steps.push({ kind: at === characters.length - 1 ? 'all' : 'folders' });
        }
        else if (character === '*')
            steps.push({ kind: 'name' });
        else if (character === '?')
            steps.push({ kind: 'one' });
        else
            steps.push({ kind: 'literal', character });
    }
    return steps;
}
function pathsAround(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __webpack_require__(6221);
;// CONCATENATED MODULE: ./src/adapters/git/context-files.ts






async function readFolder(path, filter) {
    const found = new Map();
    let bytes = 0;
    async function visit(folder, below) {
        const entries = await (0,promises_.readdir)(folder, {
            withFileTypes: true,
            encoding: 'buffer',
        }).catch(nothingThere);
        for (const entry of entries) {
            const name = entry.name.toString('latin1');
            if (name === '.git')
                continue;
            const relative = below === '' ? name : `${below}/${name}`;
            const readable = Buffer.from(relative, 'latin1').toString('utf8');
            const isOut = !filter.always.has(readable) && filter.rules.leavesOut(readable);
            const full = Buffer.concat([folder, Buffer.from('/'), entry.name]);
            if (entry.isDirectory()) {
                const mayHold = filter.rules.hasExceptions || [...filter.always].some((one) => one.startsWith(`${readable}/`));
                if (!isOut || mayHold)
                    await visit(full, relative);
            }
            else if (!isOut) {
                const known = await describe(full, filter.nameLength);
                if (known === undefined)
                    continue;
                bytes += known.size;
                found.set(filter.prefix === '' ? relative : `${filter.prefix}/${relative}`, known.entry);
                if (found.size > bounds/* mostContextFiles */.wZ)
                    throw new Error(`there are more than ${String(bounds/* mostContextFiles */.wZ)} files`);
                if (bytes > bounds/* largestContext */.sQ)
                    throw new Error(`there are more than ${String(bounds/* largestContext */.sQ)} bytes`);
            }
        }
    }
    await visit(Buffer.from(path), '');
    return found;
}
async function describe(path, nameLength) {
    const info = await (0,promises_.lstat)(path);
    if (info.isSymbolicLink()) {
        const target = await (0,promises_.readlink)(path, 'buffer');
        return { entry: { mode: '120000', sha: objectName('blob', target, nameLength) }, size: target.length };
    }
    if (!info.isFile())
        return undefined;
    const hash = (0,external_node_crypto_.createHash)(nameLength === 64 ? 'sha256' : 'sha1').update(`blob ${String(info.size)}\0`);
    for await (const chunk of (0,external_node_fs_.createReadStream)(path))
        hash.update(chunk);
    const mode = (info.mode & 0o100) === 0 ? '100644' : '100755';
    return { entry: { mode, sha: hash.digest('hex') }, size: info.size };
}
function nothingThere(error) {
    if (error.code === 'ENOENT')
        return [];
    throw error;
}
async function readOne(folder, path, nameLength) {
    return (await describe((0,external_node_path_.join)(folder, path), nameLength).catch(() => undefined))?.entry;
}

;// CONCATENATED MODULE: ./src/adapters/git/tree-state.ts









const shownPaths = 5;
async function compareFiles(files, listing) {
    if (listing?.kind === 'unknown')
        return listing;
    const entries = listing?.entries ?? new Map();
    const [sample] = entries.values();
    try {
        return await compare(files, entries, sample?.sha.length ?? 40);
    }
    catch (error) {
        return { kind: 'unknown', why: (0,types_text/* messageOf */.bD)(error) };
    }
}
async function compare({ root, context, file, reports }, entries, nameLength) {
    if (file !== undefined && /^[a-z]+:\/\//i.test(file))
        return { kind: 'unknown', why: 'the Dockerfile is not a file of this machine' };
    const folder = await (0,promises_.realpath)((0,workspace/* inWorkspace */.ve)(root, context)).catch(() => (0,external_node_path_.resolve)(root, context));
    const isInside = (0,workspace/* isBelow */.Yw)(folder, root);
    const prefix = isInside ? latin1((0,external_node_path_.relative)(root, folder)) : '';
    const dockerfile = (0,external_node_path_.resolve)(root, file ?? (0,external_node_path_.join)(context, 'Dockerfile'));
    const ignoreFiles = [`${dockerfile}.dockerignore`, (0,external_node_path_.join)(folder, '.dockerignore')];
    const always = [dockerfile, ...(file === undefined ? [(0,external_node_path_.join)(folder, 'dockerfile')] : []), ...ignoreFiles];
    const link = await firstLink(always);
    if (link !== undefined)
        return { kind: 'unknown', why: `${(0,external_node_path_.basename)(link)} is a link, and what it leads to is not compared` };
    const rules = await rulesOf(ignoreFiles);
    const inside = new Set(always.filter((path) => (0,workspace/* isBelow */.Yw)(path, folder)).map((path) => (0,external_node_path_.relative)(folder, path)));
    const there = await readFolder(folder, { prefix, rules, always: inside, nameLength });
    const apart = always.filter((path) => !(0,workspace/* isBelow */.Yw)(path, folder));
    const names = new Map(apart.map((path) => [path, (0,workspace/* isBelow */.Yw)(path, root) ? latin1((0,external_node_path_.relative)(root, path)) : `/${(0,external_node_path_.basename)(path)}`]));
    for (const [path, name] of names) {
        const entry = await readOne('/', path, nameLength);
        if (entry !== undefined)
            there.set(name, entry);
    }
    const expected = isInside
        ? [...entries].filter(([path]) => isOf(path, { prefix, rules, always: inside }) || [...names.values()].includes(path))
        : [...entries].filter(([path]) => [...names.values()].includes(path));
    const known = new Map(expected);
    for (const report of reports) {
        const name = latin1((0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(root, report)));
        if (!known.has(name))
            there.delete(name);
    }
    return difference(there, known);
}
async function firstLink(paths) {
    for (const path of paths) {
        const isLink = await (0,promises_.lstat)(path).then((info) => info.isSymbolicLink(), () => false);
        if (isLink)
            return path;
    }
    return undefined;
}
function isOf(path, { prefix, rules, always }) {
    if (prefix !== '' && !path.startsWith(`${prefix}/`))
        return false;
    const below = Buffer.from(prefix === '' ? path : path.slice(prefix.length + 1), 'latin1').toString('utf8');
    return always.has(below) || !rules.leavesOut(below);
}
function difference(there, expected) {
    const changes = new Map();
    for (const [path, { mode, sha }] of there) {
        const known = expected.get(path);
        if (known?.mode !== mode || known.sha !== sha)
            changes.set(path, `${mode} ${sha}`);
    }
    for (const [path, { mode }] of expected)
        if (!there.has(path) && mode !== '160000')
            changes.set(path, 'gone');
    if (changes.size === 0)
        return { kind: 'clean' };
    const paths = [...changes.keys()].sort();
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const path of paths)
        hash.update(`${path}\0${changes.get(path) ?? ''}\0`, 'latin1');
    const digest = (0,types_digest/* parseDigest */.m)(`sha256:${hash.digest('hex')}`);
    if (digest === undefined)
        throw new Error('sha256 gave no digest');
    const shown = paths.slice(0, shownPaths).map((path) => Buffer.from(path, 'latin1').toString('utf8'));
    return { kind: 'differs', digest, paths: shown, count: paths.length };
}
async function rulesOf(paths) {
    const texts = (await Promise.all(paths.map((path) => readTextAnywhere(path)))).filter((text) => text !== undefined);
    const all = texts.map(readIgnoreRules);
    return {
        leavesOut: (path) => all.length > 0 && all.every((rules) => rules.leavesOut(path)),
        hasExceptions: all.some((rules) => rules.hasExceptions),
    };
}
function latin1(path) {
    return Buffer.from(path, 'utf8').toString('latin1');
}

;// CONCATENATED MODULE: ./src/adapters/git/checkout.ts








function gitCheckout(planned) {
    const root = (0,workspace/* workspaceRoot */.oS)();
    let reading;
    let git;
    const rootHead = () => (reading ??= headOf(root, planned));
    async function opened() {
        const head = await rootHead();
        if (head.kind === 'commit')
            git ??= openGit(head.folders, head.sha, planned);
        return git;
    }
    const { commitOf, listing } = objectsOf(opened);
    const checkout = {
        readText: readText,
        readLeft: readLeft,
        exists: async (path) => (0,promises_.lstat)((0,workspace/* inWorkspace */.ve)(root, path)).then(() => true, () => false),
        isFolder: async (path) => (0,promises_.stat)((0,workspace/* inWorkspace */.ve)(root, path)).then((found) => found.isDirectory(), () => false),
        async head(context) {
            const head = await rootHead();
            if (head.kind === 'unreadable')
                return head;
            const inner = await innerRepository(root, context);
            const sha = head.kind === 'commit' ? head.sha : undefined;
            const pinned = inner !== undefined && sha !== undefined ? pinnedCommit(await listing(sha), inner.path) : undefined;
            const found = inner && { ...inner, isPinned: inner.sha !== undefined && inner.sha === pinned };
            return sha === undefined ? { kind: 'none', inner: found } : { kind: 'commit', sha, inner: found };
        },
        committedAt: async (sha) => (isSha(sha) ? (await commitOf(sha))?.at : undefined),
        async treeState(commit, context, file, reports = []) {
            const files = commit === undefined ? undefined : await listing(commit);
            return compareFiles({ root, context, file, reports }, files);
        },
    };
    return { checkout, history: historyOf(opened) };
}
function objectsOf(opened) {
    const commits = new Map();
    const listings = new Map();
    async function commitOf(sha) {
        const asked = await opened();
        const known = commits.get(sha) ?? (asked && readCommit(asked, sha));
        if (known !== undefined)
            commits.set(sha, known);
        return known;
    }
    async function listing(sha) {
        const asked = await opened();
        if (asked === undefined)
            return { kind: 'unknown', why: 'there is no repository at the root of the workspace' };
        const known = listings.get(sha) ?? listTree(asked, sha, await commitOf(sha));
        listings.set(sha, known);
        return known;
    }
    return { commitOf, listing };
}
async function headOf(root, planned) {
    const head = await plainHead(root, root);
    if (head.kind !== 'reftable')
        return head;
    const sha = await readReftable(head.folders, head.isSha256, planned);
    return sha === undefined
        ? { kind: 'unreadable', why: 'its refs are kept as a reftable, which this machine’s git does not read' }
        : { kind: 'commit', sha, folders: head.folders };
}
function historyOf(opened) {
    return {
        async descends(newer, older) {
            if (newer === older)
                return 'yes';
            const git = isSha(newer) && isSha(older) ? await opened() : undefined;
            const answer = await git?.run(['merge-base', '--is-ancestor', older, newer]);
            if (answer?.kind !== 'done')
                return 'unknown';
            if (answer.exitCode === 0)
                return 'yes';
            return answer.exitCode === 1 && git?.isShallow === false ? 'no' : 'unknown';
        },
        async changed(since, until, globs) {
            if (!isSha(since) || !isSha(until))
                return { kind: 'unknown', why: 'one of the commits has no full name' };
            const git = await opened();
            if (git === undefined)
                return { kind: 'unknown', why: 'there is no repository at the root of the workspace' };
            const args = [
                'diff-tree',
                '-r',
                '-z',
                '--name-only',
                '--no-renames',
                '--no-ext-diff',
                '--ignore-submodules=none',
                since,
                until,
                '--',
            ];
            const answer = await git.run([...args, ...globs.map(pathspec)]);
            if (answer.kind === 'failed')
                return { kind: 'unknown', why: answer.why };
            if (answer.exitCode === 0)
                return {
                    kind: 'known',
                    paths: answer.stdout
                        .toString('utf8')
                        .split('\0')
                        .filter((path) => path !== ''),
                };
            return {
                kind: 'unknown',
                why: git.isShallow
                    ? 'the checkout is shallow and does not have that commit (give actions/checkout fetch-depth: 0)'
                    : 'the checkout does not have that commit',
            };
        },
    };
}
function pathspec(glob) {
    return glob.startsWith('!') ? `:(glob,exclude)${glob.slice(1)}` : `:(glob)${glob}`;
}
async function innerRepository(root, context) {
    const start = await (0,promises_.realpath)((0,workspace/* inWorkspace */.ve)(root, context)).catch(() => undefined);
    if (start === undefined || !(0,workspace/* isBelow */.Yw)(start, root))
        return undefined;
    for (let folder = start; folder !== root; folder = (0,external_node_path_.dirname)(folder)) {
        const isThere = await (0,promises_.lstat)((0,external_node_path_.resolve)(folder, '.git')).then(() => true, () => false);
        if (!isThere)
            continue;
        const head = await plainHead(folder, folder);
        return { path: (0,external_node_path_.relative)(root, folder), sha: head.kind === 'commit' ? head.sha : undefined };
    }
    return undefined;
}
function pinnedCommit(listing, path) {
    const entry = listing.kind === 'known' ? listing.entries.get(Buffer.from(path, 'utf8').toString('latin1')) : undefined;
    return entry?.mode === '160000' ? entry.sha : undefined;
}

// EXTERNAL MODULE: ./src/adapters/machine/clock.ts
var clock = __webpack_require__(8692);
// EXTERNAL MODULE: ./src/adapters/docker/docker-cli.ts + 14 modules
var docker_cli = __webpack_require__(6035);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/adapters/machine/deadline.ts
var deadline = __webpack_require__(6092);
// EXTERNAL MODULE: ./src/adapters/docker/docker-config-file.ts
var docker_config_file = __webpack_require__(5919);
// EXTERNAL MODULE: ./src/adapters/docker/shared-login.ts
var shared_login = __webpack_require__(4792);
;// CONCATENATED MODULE: ./src/adapters/docker/docker-config.ts









function privateDockerConfig() {
    return {
        choosePath: () => (0,external_node_path_.join)((0,temporary_folder/* temporaryFolder */.yy)(), `${temporary_folder/* privateFolderPrefix */.Og}${(0,external_node_crypto_.randomUUID)()}`),
        install: (path, logins) => orUnwritable(path, () => install(path, logins)),
        renew: (path, login) => orUnwritable(path, () => renew(path, login)),
        share: (path, login) => orUnwritable(path, () => (0,shared_login/* share */.u)(path, login)),
        unshare: (path) => (0,deadline/* withDeadline */.N)(() => (0,shared_login.unshare)(path)),
        putSecrets: (path, secrets) => orUnwritable(path, async () => {
            (0,temporary_folder/* makeFolders */.wZ)((0,external_node_path_.dirname)(path));
            await (0,promises_.mkdir)(path, { mode: 0o700 });
            for (const { name, text } of secrets)
                await (0,promises_.writeFile)((0,external_node_path_.join)(path, name), text, { mode: 0o600, flag: 'wx' });
        }),
        async remove(path) {
            await (0,deadline/* withDeadline */.N)(() => (0,promises_.rm)(path, { recursive: true, force: true }));
        },
    };
}
async function orUnwritable(path, write) {
    try {
        return await write();
    }
    catch (cause) {
        if (cause instanceof errors/* ShipError */.fS)
            throw cause;
        throw (0,temporary_folder/* temporaryUnusable */.HK)(path, cause);
    }
}
async function install(path, logins) {
    const theirs = process.env['DOCKER_CONFIG'] ?? '';
    const origin = theirs === '' ? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker') : theirs;
    (0,temporary_folder/* makeFolders */.wZ)((0,external_node_path_.dirname)(path));
    await (0,promises_.mkdir)(path, { mode: 0o700 });
    await linkEverythingElse(origin, path);
    const config = (0,docker_config_file/* withLogins */.FH)(await (0,docker_config_file/* readConfig */.Xg)(origin), logins);
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'config.json'), JSON.stringify(config, null, 2), {
        mode: 0o600,
        flag: 'wx',
    });
    const theirBuildx = process.env['BUILDX_CONFIG'] ?? '';
    return {
        DOCKER_CONFIG: path,
        BUILDX_CONFIG: theirBuildx === '' ? (0,external_node_path_.join)(origin, 'buildx') : theirBuildx,
    };
}
async function renew(path, login) {
    await (0,docker_config_file/* replaceConfig */.L9)(path, (0,docker_config_file/* withLogins */.FH)(await (0,docker_config_file/* readConfig */.Xg)(path), [login]));
}
async function linkEverythingElse(origin, path) {
    const entries = await (0,promises_.readdir)(origin, { withFileTypes: true }).catch(() => []);
    const linked = entries.filter((entry) => entry.name !== 'config.json' && !entry.name.endsWith('.lock'));
    await Promise.all(linked.map((entry) => (0,promises_.symlink)((0,external_node_path_.join)(origin, entry.name), (0,external_node_path_.join)(path, entry.name), 'junction')));
}

// EXTERNAL MODULE: ./src/adapters/ecr/registries.ts + 25 modules
var registries = __webpack_require__(7736);
// EXTERNAL MODULE: ./src/adapters/runner/ending.ts
var ending = __webpack_require__(5240);
;// CONCATENATED MODULE: ./src/adapters/runner/given-inputs.ts
function givenInputNames() {
    const prefix = 'INPUT_';
    return Object.keys(process.env)
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length).toLowerCase());
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(143);
// EXTERNAL MODULE: ./src/plan/payload.ts
var plan_payload = __webpack_require__(5574);
;// CONCATENATED MODULE: ./src/plan/refs.ts

function refOf(ref) {
    const queue = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]{40}$/.exec(ref);
    if (queue?.[1] !== undefined)
        return { kind: 'merge-queue', base: queue[1] };
    const match = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref);
    const [, kind, name = ''] = match ?? [];
    if (kind === 'heads')
        return { kind: 'branch', name };
    if (kind === 'tags')
        return { kind: 'tag', name };
    const number = kind === 'pull' ? (0,plan_payload/* wholeNumber */.rD)(Number(/^\d+/.exec(name)?.[0])) : undefined;
    return number === undefined ? { kind: 'none' } : { kind: 'pull-request', number };
}
function refs_describe({ ref, event }) {
    switch (ref.kind) {
        case 'branch':
            return `the branch ${ref.name}`;
        case 'tag':
            return `the tag ${ref.name}`;
        case 'pull-request':
            return `the pull request ${String(ref.number)}`;
        case 'merge-queue':
            return `the merge queue of ${ref.base}`;
        case 'none':
            return event === '' ? 'a run without an event' : `the event ${event}`;
    }
}

;// CONCATENATED MODULE: ./src/plan/event.ts


function readEvent(event) {
    const payload = (0,plan_payload/* object */.Ik)(event.payload);
    const pullRequest = (0,plan_payload/* object */.Ik)(payload['pull_request']);
    const common = {
        name: event.name,
        commit: (0,plan_payload/* commit */.cd)(event.sha),
        headCommit: (0,plan_payload/* commit */.cd)((0,plan_payload/* text */.Qq)((0,plan_payload/* object */.Ik)(pullRequest['head'])['sha'])),
        baseBranch: (0,plan_payload/* nonEmpty */.hq)((0,plan_payload/* text */.Qq)((0,plan_payload/* object */.Ik)(pullRequest['base'])['ref'])),
        isMarkedPreRelease: event.name === 'release' && (0,plan_payload/* object */.Ik)(payload['release'])['prerelease'] === true,
        dated: datedCommit((0,plan_payload/* object */.Ik)(payload['head_commit'])),
        repository: repositoryOf(event, payload),
    };
    switch (event.name) {
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment':
        case 'pull_request_target': {
            const number = (0,plan_payload/* wholeNumber */.rD)(pullRequest['number']) ?? (0,plan_payload/* wholeNumber */.rD)(payload['number']);
            const isMerged = event.name === 'pull_request' && pullRequest['merged'] === true;
            const onBranch = refOf(event.ref);
            if (number === undefined || (isMerged && onBranch.kind === 'branch'))
                return { ...common, ref: onBranch };
            return { ...common, ref: { kind: 'pull-request', number } };
        }
        case 'merge_group': {
            const group = (0,plan_payload/* object */.Ik)(payload['merge_group']);
            const base = (0,plan_payload/* text */.Qq)(group['base_ref']).replace(/^refs\/heads\//, '');
            return {
                ...common,
                ref: base === '' ? refOf(event.ref) : { kind: 'merge-queue', base },
                commit: common.commit ?? (0,plan_payload/* commit */.cd)((0,plan_payload/* text */.Qq)(group['head_sha'])),
                baseBranch: (0,plan_payload/* nonEmpty */.hq)(base),
                dated: datedCommit((0,plan_payload/* object */.Ik)(group['head_commit'])),
            };
        }
        case 'release': {
            const tag = (0,plan_payload/* text */.Qq)((0,plan_payload/* object */.Ik)(payload['release'])['tag_name']);
            const ref = refOf(event.ref);
            return { ...common, ref: ref.kind === 'none' && tag !== '' ? { kind: 'tag', name: tag } : ref };
        }
        case 'push':
            return { ...common, ref: refOf(event.ref), baseBranch: branchOf((0,plan_payload/* text */.Qq)(payload['base_ref'])) };
        default:
            return { ...common, ref: refOf(event.ref) };
    }
}
function branchOf(ref) {
    const found = refOf(ref);
    return found.kind === 'branch' ? found.name : undefined;
}
const onDefaultBranch = new Set([
    'branch_protection_rule',
    'check_run',
    'check_suite',
    'delete',
    'discussion',
    'discussion_comment',
    'fork',
    'gollum',
    'issue_comment',
    'issues',
    'label',
    'milestone',
    'page_build',
    'public',
    'registry_package',
    'repository_dispatch',
    'schedule',
    'watch',
    'workflow_run',
]);
function repositoryOf(event, payload) {
    const repository = (0,plan_payload/* object */.Ik)(payload['repository']);
    const branch = refOf(event.ref);
    const [, name] = event.repository.split('/');
    const here = `${event.serverUrl}/${event.repository}`;
    const said = repositoryFromApi(repository);
    return {
        ...said,
        name: said.name ?? name,
        url: said.url ?? (event.serverUrl === '' || event.repository === '' ? undefined : here),
        defaultBranch: said.defaultBranch ??
            (onDefaultBranch.has(event.name) && branch.kind === 'branch' ? branch.name : undefined),
    };
}
function repositoryFromApi(answer) {
    const repository = (0,plan_payload/* object */.Ik)(answer);
    return {
        isDescribed: Object.keys(repository).length > 0,
        name: (0,plan_payload/* nonEmpty */.hq)((0,plan_payload/* text */.Qq)(repository['name'])),
        description: (0,plan_payload/* nonEmpty */.hq)((0,plan_payload/* text */.Qq)(repository['description'])),
        url: (0,plan_payload/* nonEmpty */.hq)((0,plan_payload/* text */.Qq)(repository['html_url'])),
        defaultBranch: (0,plan_payload/* nonEmpty */.hq)((0,plan_payload/* text */.Qq)(repository['default_branch'])),
        license: licenseOf(repository),
    };
}
function licenseOf(repository) {
    const id = (0,plan_payload/* text */.Qq)((0,plan_payload/* object */.Ik)(repository['license'])['spdx_id']);
    return id === '' || id === 'NOASSERTION' ? undefined : id;
}
function datedCommit(head) {
    const sha = (0,plan_payload/* commit */.cd)((0,plan_payload/* text */.Qq)(head['id']));
    const at = Date.parse((0,plan_payload/* text */.Qq)(head['timestamp']));
    return sha === undefined || Number.isNaN(at) ? undefined : { sha, at };
}

;// CONCATENATED MODULE: ./src/adapters/github/github-comment.ts

const mostPages = 10;
async function keepComment(octokit, { owner, repo }, { pullRequest, marker, text }) {
    const there = await findOwn(octokit, { owner, repo, number: pullRequest }, marker);
    if (there === undefined) {
        await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body: text });
        return 'created';
    }
    if (there.body.replaceAll('\r\n', '\n').trimEnd() === text.trimEnd())
        return 'unchanged';
    await octokit.graphql('mutation($id: ID!, $text: String!) { updateIssueComment(input: { id: $id, body: $text }) { clientMutationId } }', { id: there.id, text });
    return 'updated';
}
const pageOfComments = `query($owner: String!, $repo: String!, $number: Int!, $before: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    comments(last: 100, before: $before) {
      nodes { id body viewerDidAuthor }
      pageInfo { startCursor hasPreviousPage }
    }
  } }
}`;
async function findOwn(octokit, pullRequest, marker) {
    let before = null;
    for (let pages = 0; pages < mostPages; pages += 1) {
        const page = await octokit.graphql(pageOfComments, { ...pullRequest, before });
        const comments = page.repository?.pullRequest?.comments;
        if (comments === undefined)
            throw new Error('the answer does not have the pull request');
        const own = comments.nodes.findLast(({ body, viewerDidAuthor }) => viewerDidAuthor && body.trimStart().startsWith(marker));
        if (own !== undefined || !comments.pageInfo.hasPreviousPage)
            return own;
        before = comments.pageInfo.startCursor;
    }
    return undefined;
}
function commentFailure(error) {
    const { status, errors } = error;
    const why = (0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(error));
    const types = Array.isArray(errors) ? errors.map(({ type }) => type) : [];
    const isRefused = status === 401 ||
        status === 403 ||
        types.some((type) => type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES');
    return { kind: isRefused && !/rate limit/i.test(why) ? 'forbidden' : 'failed', why };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __webpack_require__(3617);
// EXTERNAL MODULE: ./src/adapters/http/http-answer.ts
var http_answer = __webpack_require__(7196);
// EXTERNAL MODULE: ./src/adapters/http/redirects.ts
var redirects = __webpack_require__(7900);
;// CONCATENATED MODULE: ./src/adapters/github/github-fetch.ts



const mostRedirects = 3;
function boundedFetch(fetch, mostBytes) {
    return async (address, init) => {
        const home = new URL(address);
        let url = home;
        for (let followed = 0; followed <= mostRedirects; followed += 1) {
            const response = await fetch(url.href, { ...init, redirect: 'manual' });
            if (!(0,redirects/* isRedirect */.N6)(response.status))
                return whole(response, mostBytes);
            await response.body?.cancel();
            url = redirectTarget(response.headers.get('location') ?? '', url, home);
        }
        throw new refusal/* Refusal */.P_(`${home.host} redirects more than ${String(mostRedirects)} times`);
    };
}
function redirectTarget(location, from, home) {
    if (!URL.canParse(location, from.href))
        throw new refusal/* Refusal */.P_(`${from.host} redirects to ${(0,refusal/* quoted */.TL)(location)}, which is not an address`);
    const target = new URL(location, from);
    if (!(0,redirects/* isSameOrigin */.J6)(target, home))
        throw new refusal/* Refusal */.P_(`${home.host} redirects to ${(0,refusal/* quoted */.TL)(target.origin)}, which is another server`);
    return target;
}
async function whole(response, mostBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of (response.body ?? [])) {
        size += chunk.length;
        if (size > mostBytes)
            throw new http_answer/* TooLong */.VL(`the answer has ${String(size)} bytes or more, and may have ${String(mostBytes)}`);
        chunks.push(chunk);
    }
    const { status, statusText } = response;
    return new Response(size === 0 ? null : Buffer.concat(chunks, size), {
        status,
        statusText,
        headers: [...response.headers],
    });
}

;// CONCATENATED MODULE: ./src/adapters/github/github-client.ts







const github_client_bounds = { ms: 20_000, bytes: bounds/* largestGitHubAnswer */.Ac };
async function askGitHub({ url, token, pauses, tell }, ask) {
    const late = () => new Error(`no complete answer came within ${String(github_client_bounds.ms / 1000)} s`);
    return (0,deadline/* within */.u)({ signals: [], ms: github_client_bounds.ms, late }, async (signal) => {
        const { GitHub, defaults, getOctokitOptions } = await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 1845));
        const fetch = boundedFetch(defaults.request?.fetch, github_client_bounds.bytes);
        const options = { baseUrl: url, userAgent: 'ecr-ship', log: quietLog(tell), request: { fetch, signal } };
        const octokit = new GitHub(getOctokitOptions(token, options));
        askAgain(octokit, { pauses, tell }, signal);
        return ask(octokit);
    });
}
function quietLog(tell) {
    const say = (text) => {
        tell((0,types_text/* clause */.sb)(text));
    };
    return { debug: () => undefined, info: () => undefined, warn: say, error: say };
}
function askAgain(octokit, { pauses, tell }, signal) {
    octokit.hook.wrap('request', async (request, options) => {
        const isRepeatable = options.method !== 'POST' || options.url.endsWith('/graphql');
        for (const ms of isRepeatable ? pauses : []) {
            try {
                return await request(options);
            }
            catch (error) {
                if (signal.aborted || !isPassing(error))
                    throw error;
                tell(`GitHub's API is asked again: ${(0,types_text/* clause */.sb)(String(error))}`);
                await (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal });
            }
        }
        return request(options);
    });
}
function isPassing(error) {
    const { status, cause } = error;
    return (status ?? 0) >= 500 && !(cause instanceof refusal/* Refusal */.P_) && !(cause instanceof http_answer/* TooLong */.VL);
}

;// CONCATENATED MODULE: ./src/adapters/github/github-api.ts





const usualPauses = [500, 2_000];
function githubApi(tell, pauses = usualPauses) {
    async function ask(what, request) {
        const asked = access();
        if (asked === undefined)
            return undefined;
        try {
            const { data } = await askGitHub({ ...asked, pauses, tell }, (octokit) => request(octokit, asked.place));
            if (typeof data !== 'object' || data === null)
                throw new Error('the answer is not a JSON object');
            return data;
        }
        catch (error) {
            tell(`GitHub's API did not answer about ${what}: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(error))}`);
            return undefined;
        }
    }
    return {
        async repository() {
            const answer = await ask('the repository', ({ rest }, place) => rest.repos.get(place));
            return answer === undefined ? undefined : repositoryFromApi(answer);
        },
        async committedAt(sha) {
            const answer = await ask(`the commit ${sha}`, ({ rest }, place) => rest.repos.getCommit({ ...place, ref: sha }));
            const at = Date.parse(answer?.commit?.committer?.date ?? '');
            return Number.isNaN(at) ? undefined : at;
        },
        async compare(base, head) {
            const answer = await ask(`${base} and ${head}`, ({ rest }, place) => rest.repos.compareCommitsWithBasehead({
                ...place,
                basehead: `${base}...${head}`,
                per_page: 1,
                page: 2,
            }));
            return relations[answer?.status ?? ''];
        },
        async keepComment(comment) {
            const asked = access();
            if (asked === undefined)
                return { kind: 'not-asked' };
            try {
                const keep = (octokit) => keepComment(octokit, asked.place, comment);
                return { kind: await askGitHub({ ...asked, pauses, tell }, keep) };
            }
            catch (error) {
                return commentFailure(error);
            }
        },
    };
}
function access() {
    const { GITHUB_API_URL: url = '', GITHUB_REPOSITORY = '' } = process.env;
    const token = core/* getInput */.V4('github-token');
    const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
    if (token === '' || url === '' || owner === '' || repo === '')
        return undefined;
    return { url, token, place: { owner, repo, headers: { 'x-github-api-version': '2022-11-28' } } };
}
const relations = {
    identical: 'same',
    ahead: 'descends',
    behind: 'precedes',
    diverged: 'diverged',
};

// EXTERNAL MODULE: ./src/adapters/runner/github-job.ts + 1 modules
var github_job = __webpack_require__(2379);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./src/adapters/docker/http-probe.ts





const mostMs = 10_000;
function httpProbe(over) {
    return async (url, body, withinMs) => {
        try {
            const ms = Math.max(1, Math.min(mostMs, withinMs));
            const late = () => new Error(`nothing within ${String(Math.round(ms / 1000))} s`);
            return await (0,deadline/* within */.u)({ signals: [over], ms, late }, (signal) => ask(url, body, signal));
        }
        catch (error) {
            return { kind: 'none', why: (0,types_text/* messageOf */.bD)(error).slice(0, 200) };
        }
    };
}
async function ask(url, body, signal) {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const method = body === undefined ? 'GET' : 'POST';
    const response = await new Promise((resolve, reject) => {
        (0,external_node_http_.request)(url, { method, headers, agent: false, signal }, resolve).on('error', reject).end(body);
    });
    const bytes = await (0,http_answer/* collect */.Fo)(response, bounds/* largestProbeAnswer */.Ln);
    return { kind: 'answer', status: response.statusCode ?? 0, body: bytes.toString('utf8') };
}

// EXTERNAL MODULE: ./src/adapters/machine/processes.ts
var processes = __webpack_require__(1155);
;// CONCATENATED MODULE: ./src/adapters/machine/report-files.ts







function reportFiles() {
    return {
        async check(wanted, used) {
            const open = [];
            const bad = [];
            try {
                const taken = await identified(used);
                for (const file of wanted) {
                    const why = await reasonOf(async () => {
                        const opened = await openPlace(file.path);
                        open.push({ ...opened, ...file, path: opened.path });
                        if (file.isPart)
                            decode(await (0,regular_file/* readWhole */.oD)(opened.handle, bounds/* largestDocument */.WZ));
                        const other = taken.get(opened.id);
                        if (other !== undefined)
                            throw new Error(`it is the file of the input ${other}`);
                        taken.set(opened.id, file.input);
                    });
                    if (why !== undefined)
                        bad.push({ input: file.input, path: file.path, why });
                }
            }
            finally {
                for (const opened of open.reverse())
                    await leaveAsItWas(opened);
            }
            return bad;
        },
        async write(file) {
            const why = await reasonOf(() => writeOne(file));
            return why === undefined ? undefined : { input: file.input, path: file.path, why };
        },
    };
}
async function reasonOf(work) {
    try {
        await (0,deadline/* withDeadline */.N)(work);
        return undefined;
    }
    catch (error) {
        return (0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(error));
    }
}
async function writeOne({ path, isPart, text }) {
    const opened = await openPlace(path);
    const { handle } = opened;
    try {
        const before = isPart && !opened.isNew ? await (0,regular_file/* readWhole */.oD)(handle, bounds/* largestDocument */.WZ) : undefined;
        const content = Buffer.from(text(before && decode(before)), 'utf8');
        try {
            await replaceAll(handle, content);
        }
        catch (error) {
            await replaceAll(handle, before ?? Buffer.alloc(0)).catch(() => undefined);
            throw error;
        }
        await handle.close();
    }
    catch (error) {
        await leaveAsItWas(opened);
        throw error;
    }
}
async function replaceAll(handle, content) {
    let written = 0;
    while (written < content.length) {
        const { bytesWritten } = await handle.write(content, written, content.length - written, written);
        written += bytesWritten;
    }
    await handle.truncate(content.length);
}
async function openPlace(asked) {
    const { path, missing } = await (0,places/* placeToWrite */._W)(asked);
    const folders = [];
    try {
        for (const folder of missing) {
            await (0,promises_.mkdir)(folder);
            folders.push(folder);
        }
        const { handle, isNew } = await openOrMake(path);
        const { dev, ino } = await handle.stat();
        const opened = { path, handle, isNew, folders, id: idOf({ dev, ino }) };
        if ((await (0,promises_.realpath)((0,external_node_path_.dirname)(path))) === (0,external_node_path_.dirname)(path))
            return opened;
        await handle.close();
        throw new Error('a folder on the way was just replaced by a link');
    }
    catch (error) {
        await removeFolders(folders);
        throw error;
    }
}
async function openOrMake(path) {
    const handle = await (0,regular_file/* openRegular */.lf)(path, 'change').catch(places/* unlessAbsent */.QY);
    return handle === undefined
        ? { handle: await (0,regular_file/* openRegular */.lf)(path, 'make'), isNew: true }
        : { handle, isNew: false };
}
async function leaveAsItWas({ path, handle, isNew, folders }) {
    await handle.close().catch(() => undefined);
    if (isNew)
        await (0,promises_.unlink)(path).catch(() => undefined);
    await removeFolders(folders);
}
async function removeFolders(folders) {
    for (const folder of [...folders].reverse())
        await (0,promises_.rmdir)(folder).catch(() => undefined);
}
async function identified(used) {
    const known = new Map();
    for (const { input, path } of used) {
        const facts = await (0,promises_.stat)(path).catch(() => undefined);
        if (facts !== undefined)
            known.set(idOf(facts), input);
    }
    return known;
}
function idOf({ dev, ino }) {
    return `${String(dev)}:${String(ino)}`;
}
function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new Error('what is there is not UTF-8 text', { cause });
    }
}

// EXTERNAL MODULE: ./src/adapters/machine/secrets.ts + 1 modules
var machine_secrets = __webpack_require__(4207);
// EXTERNAL MODULE: ./src/types/job-secrets.ts
var job_secrets = __webpack_require__(2566);
;// CONCATENATED MODULE: ./src/types/secret-names.ts
const secretName = /(?:^|[_.-])(?:token|secret|passw(?:or)?d|pwd|credentials?|private[_-]?key|api[_-]?key|access[_-]?key)(?:$|[_.-])|(?:token|secret|password|apikey)$/i;
const secretValue = /^(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abpr]-|AKIA[0-9A-Z]{12}|-----BEGIN [A-Z ]*PRIVATE KEY)/;
function looksSecret(name, value) {
    return value !== '' && (secretName.test(name) || secretValue.test(value));
}

// EXTERNAL MODULE: ./src/inputs/build-options.ts
var build_options = __webpack_require__(8042);
;// CONCATENATED MODULE: ./src/inputs/secret-values.ts



const shortest = 6;
function secretValues(raw, variable) {
    const values = (0,build_options/* parseSecrets */.dC)(raw.secrets);
    const named = (0,build_options/* parseSecretEnvs */.sV)(raw['secret-envs']);
    return [
        ...(values.ok
            ? values.value.flatMap((secret) => (secret.kind === 'value' ? secret.value : []))
            : [raw.secrets]),
        ...(named.ok
            ? named.value.flatMap((secret) => (secret.kind === 'env' ? (variable(secret.variable) ?? []) : []))
            : []),
        raw['github-token'],
        ...(0,job_secrets/* jobSecrets */.p)(variable),
        ...misplacedSecrets(raw, variable),
    ].filter((text) => text.trim() !== '');
}
function misplacedSecrets(raw, variable) {
    const lines = raw['build-args'].split('\n').map((line) => line.trim().replace(/^"(.*)"$/, '$1'));
    const given = lines.map((line) => {
        const equals = line.indexOf('=');
        return equals < 0 ? [line, variable(line) ?? ''] : [line.slice(0, equals), line.slice(equals + 1)];
    });
    const tested = [
        ...raw['smoke-test'].matchAll(/([\w.-]{1,80})["']?\s{0,8}[:=]\s{0,8}("[^"\n]{0,4096}"|'[^'\n]{0,4096}'|[^\s,}\]]{1,4096})/g),
    ].map(([, name = '', value = '']) => [
        name,
        value.replace(/^(["'])(.*)\1$/, '$2'),
    ]);
    return [...given, ...tested]
        .filter(([name, value]) => value.length >= shortest && looksSecret(name, value))
        .map(([, value]) => value);
}

// EXTERNAL MODULE: ./src/types/nearest.ts
var types_nearest = __webpack_require__(9623);
// EXTERNAL MODULE: ./src/inputs/parsed.ts
var parsed = __webpack_require__(2344);
// EXTERNAL MODULE: ./src/inputs/table.ts + 20 modules
var table = __webpack_require__(516);
;// CONCATENATED MODULE: ./src/inputs/unknown.ts



const otherNames = {
    tag: 'tags',
    image: 'repository',
    images: 'repository',
    'image-name': 'repository',
    repo: 'repository',
    'ecr-repository': 'repository',
    registry: 'repository',
    registries: 'registry-id',
    'registry-auth': 'registry-logins',
    account: 'registry-id',
    'account-id': 'registry-id',
    'aws-account-id': 'registry-id',
    region: 'aws-region',
    dockerfile: 'file',
    'dockerfile-path': 'file',
    'docker-file': 'file',
    path: 'context',
    'context-path': 'context',
    'working-directory': 'context',
    'build-arg': 'build-args',
    args: 'build-args',
    'docker-build-args': 'build-args',
    'extra-build-args': 'build-args',
    'tag-latest': 'flavor',
    'image-tag': 'tags',
    'image-tags': 'tags',
    platform: 'platforms',
    'dry-run': 'mode',
    severity: 'fail-on',
    'fail-on-severity': 'fail-on',
    'ignore-unfixed': 'only-fixable',
    'ignore-list': 'exceptions',
    ignore: 'exceptions',
    timeout: 'scan-timeout',
    'role-duration-seconds': 'role-duration',
    role: 'role-to-assume',
    'role-arn': 'role-to-assume',
    'assume-role': 'role-to-assume',
    'create-repo': 'create-repository',
    immutable: 'repository-settings',
    token: 'github-token',
};
const instead = {
    load: 'the image is pulled by the output image, uri@digest',
    outputs: 'the image goes to the repository; other formats are for docker/build-push-action',
    'sep-tags': 'the output tags has one per line',
    'sep-labels': 'labels are set on the image, and are not an output',
    'sep-annotations': 'annotations are set on the image, and are not an output',
    'bake-target': 'this action does not bake',
    'skip-logout': 'login: step leaves no login, login: job leaves one until the job ends',
    'mask-password': 'the password is always masked',
    'http-proxy': 'set HTTPS_PROXY in env',
    'role-chaining': 'leave it out: credentials of the job are used where it has no OIDC token, or the role refuses that',
    'aws-access-key-id': 'use role-to-assume, or run aws-actions/configure-aws-credentials before this step',
    'aws-secret-access-key': 'use role-to-assume, or run aws-actions/configure-aws-credentials before this step',
    'aws-session-token': 'use role-to-assume, or run aws-actions/configure-aws-credentials before this step',
    username: 'no user name is needed; AWS credentials are',
    password: 'no password is needed; AWS credentials are',
};
function unknownInputs(given) {
    const names = [...new Set(given.map((name) => name.toLowerCase()))].toSorted();
    return names
        .filter((name) => !isKnown(name))
        .map((name) => `There is no input ${(0,parsed/* quote */.hD)(name)}${hint(name)}`);
}
function hint(given) {
    const name = given.replace(/[_.\s]+/g, '-');
    const other = isKnown(name) ? name : Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
    if (other !== undefined)
        return `; did you mean ${other}?`;
    if (Object.hasOwn(instead, name))
        return `: ${instead[name] ?? ''}.`;
    const nearest = (0,types_nearest/* nearestWord */.z)(name, table/* inputNames */.vj, Math.max(2, Math.floor(name.length / 4)));
    return nearest === undefined ? ', and it is not used.' : `; did you mean ${nearest}?`;
}
function isKnown(name) {
    return table/* inputNames */.vj.includes(name);
}
const foreignInputs = [...Object.keys(otherNames), ...Object.keys(instead)];

// EXTERNAL MODULE: ./src/types/inputs.ts
var inputs = __webpack_require__(8792);
// EXTERNAL MODULE: ./src/report/references.ts
var report_references = __webpack_require__(5362);
;// CONCATENATED MODULE: ./src/report/documents/env-file.ts

const envDocument = {
    input: 'env-file',
    isPart: true,
    path: ({ inputs }) => inputs?.envFile,
    missing: ({ failure, image, inputs }) => {
        if (failure !== undefined)
            return 'the run failed, and what it holds is what was deployed last';
        return image === undefined || inputs?.mode === 'plan' ? 'nothing was pushed' : undefined;
    },
    text: (report, before) => {
        const lines = linesOf(report);
        const there = (before ?? '').replace(/\r?\n$/, '');
        const kept = there === '' ? [] : there.split(/\r?\n/).filter((line) => !lines.has(nameOf(line)));
        return [...kept, ...lines.values()].map((line) => `${line}\n`).join('');
    },
};
function linesOf(report) {
    const values = (0,report_references/* referencesOf */.C)(report);
    const names = report.inputs?.envNames ?? [];
    return new Map(names.map(({ name, output }) => [name, `${name}=${values[output]}`]));
}
function nameOf(line) {
    return line
        .slice(0, Math.max(0, line.indexOf('=')))
        .replace(/^export\s+/, '')
        .trim();
}

// EXTERNAL MODULE: ./src/scan/counts.ts
var counts = __webpack_require__(2749);
// EXTERNAL MODULE: ./src/report/format.ts
var report_format = __webpack_require__(2011);
// EXTERNAL MODULE: ./src/report/plan-lines.ts
var plan_lines = __webpack_require__(1061);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/headline.ts
var headline = __webpack_require__(4512);
// EXTERNAL MODULE: ./src/report/foreign-section.ts
var foreign_section = __webpack_require__(2060);
// EXTERNAL MODULE: ./src/report/scanners.ts
var scanners = __webpack_require__(6859);
// EXTERNAL MODULE: ./src/report/layers.ts
var report_layers = __webpack_require__(7478);
// EXTERNAL MODULE: ./src/scan/advice.ts
var scan_advice = __webpack_require__(8733);
// EXTERNAL MODULE: ./src/report/findings.ts
var findings = __webpack_require__(9334);
// EXTERNAL MODULE: ./src/report/grouped.ts
var grouped = __webpack_require__(4388);
;// CONCATENATED MODULE: ./src/report/policy-error.ts




const namedFindings = 3;
function policyFailed(verdict, tags = []) {
    const advice = [
        ...(tags.length === 0
            ? []
            : ['The tags stay where they are: publish an image that passes as soon as you can.']),
        ...(verdict.breaches.some((breach) => breach.kind === 'severity')
            ? [
                'Update the packages that the summary lists, accept a finding for a time in the exceptions file, or change the input fail-on.',
            ]
            : []),
        ...new Set(verdict.breaches.flatMap((breach) => breach.kind === 'incomplete-scan' ? [(0,scan_advice/* adviceFor */.c)(breach.reason)] : [])),
        ...(verdict.breaches.some((breach) => breach.kind === 'incomplete-scan')
            ? ['If an image without a full scan may be published, set on-incomplete-scan: warn.']
            : []),
    ];
    return new errors/* ShipError */.fS({
        code: 'policy-failed',
        what: `The image did not pass and ${tags.length === 0 ? 'got no tag' : `HAS ITS TAGS ${tags.join(', ')}, which scan: after-tags set first`}: ${verdict.breaches.map(describeBreach).join('; ')}.`,
        next: advice.join(' '),
    });
}
function describeBreach(breach) {
    switch (breach.kind) {
        case 'severity':
            return `${String(breach.found)} ${breach.severity.toUpperCase()} ${breach.found === 1 ? 'finding' : 'findings'}, ${breach.allowed === 0 ? 'none' : `at most ${String(breach.allowed)}`} allowed: ${(0,findings/* listed */.KE)((0,grouped/* grouped */.zD)(breach.findings).map(findings/* nameGroup */.VQ), namedFindings)}`;
        case 'incomplete-scan':
            return `no full scan of ${breach.platform}: ${breach.detail}`;
    }
}

// EXTERNAL MODULE: ./src/report/posture.ts
var report_posture = __webpack_require__(450);
// EXTERNAL MODULE: ./src/report/proof-sections.ts
var proof_sections = __webpack_require__(5769);
// EXTERNAL MODULE: ./src/report/policy-section.ts
var policy_section = __webpack_require__(5936);
// EXTERNAL MODULE: ./src/report/tag-line.ts
var tag_line = __webpack_require__(1897);
// EXTERNAL MODULE: ./src/report/tags-first.ts
var tags_first = __webpack_require__(5162);
// EXTERNAL MODULE: ./src/report/unwritten.ts
var report_unwritten = __webpack_require__(3896);
;// CONCATENATED MODULE: ./src/report/evidence.ts















function evidenceIn(document, report) {
    const name = report.repository?.name ?? report.inputs?.repository ?? 'unknown';
    const [begin, end] = [`<!-- ecr-ship:begin ${name} -->`, `<!-- ecr-ship:end ${name} -->`];
    const part = [begin, '', evidenceOf(report), '', end];
    if (document === undefined || document.trim() === '')
        return `${part.join('\n')}\n`;
    const lines = document.split('\n');
    const found = findPart(lines, begin, end);
    if (found === undefined)
        return `${document.trimEnd()}\n\n${part.join('\n')}\n`;
    return [...lines.slice(0, found.from), ...part, ...lines.slice(found.to + 1)].join('\n');
}
function findPart(lines, begin, end) {
    let from;
    for (const [index, line] of lines.entries()) {
        if (line.trim() === begin)
            from = index;
        if (line.trim() === end && from !== undefined)
            return { from, to: index };
    }
    return undefined;
}
function evidenceOf(report) {
    return [
        `## ${(0,headline/* outcomeLine */.RW)(report)}`,
        ...(0,tags_first/* tagsFirstNote */.Oz)(report),
        ...verdictPart(report),
        ...whatPart(report),
        ...(0,report_posture/* posturePart */.ku)(report),
        ...howPart(report),
        ...scanPart(report),
        ...(0,foreign_section/* foreignSection */._)(report),
        ...(0,proof_sections/* smokeSection */.bN)(report),
        ...(0,proof_sections/* destinationSection */.Uy)(report),
        ...(0,proof_sections/* replicaSection */.Um)(report),
        ...(0,policy_section/* comparisonSection */.vU)(report),
        ...(0,policy_section/* findingSection */.B)(report),
        ...(0,policy_section/* exceptionSection */.$X)(report, { rows: Infinity, reason: Infinity }),
    ].join('\n\n');
}
function verdictPart({ verdict, failure, inputs, unwritten, startedAt, finishedAt }) {
    const policy = inputs === undefined ? [] : [`- Policy: ${(0,plan_lines/* policyLine */.Dx)(inputs)}`];
    const words = verdict === undefined ? `none, because ${whyNot(failure)}` : verdict.outcome;
    const why = verdict?.outcome === 'failed'
        ? verdict.breaches.map((breach) => `- Broken rule: ${(0,markdown/* escapeMarkdown */.FV)(describeBreach(breach))}`)
        : verdict?.outcome === 'not-scanned'
            ? [`- Not scanned: ${(0,markdown/* escapeMarkdown */.FV)(verdict.why)}`]
            : [];
    const error = failure === undefined || failure.code === 'policy-failed'
        ? []
        : [`- Error: ${(0,markdown/* escapeMarkdown */.FV)(failure.what)}`];
    const lost = failure?.code === 'file-failed'
        ? []
        : unwritten.map((file) => `- ${(0,markdown/* escapeMarkdown */.FV)((0,report_unwritten/* describeUnwritten */.W)(file))}`);
    return [
        [
            `- Verdict: **${words}**`,
            ...why,
            ...error,
            ...lost,
            ...policy,
            `- Run from ${(0,report_format/* formatTime */.fU)(startedAt)} to ${(0,report_format/* formatTime */.fU)(finishedAt)}`,
        ].join('\n'),
    ];
}
function whatPart(report) {
    const { image, repository, candidate, run, caller, inputs, plan } = report;
    const digest = image?.digest ?? candidate?.digest;
    const rows = [
        [
            'Image',
            repository === undefined || digest === undefined ? 'none' : (0,markdown/* code */.aY)(`${repository.uri}@${digest}`),
        ],
        ['Digest', digest === undefined ? 'none' : (0,markdown/* code */.aY)(digest)],
        ['Tags', (0,tag_line/* tagsCell */.QV)(report)],
        ...(image === undefined
            ? []
            : [
                [
                    'Size',
                    `${(0,report_format/* formatBytes */.z3)(image.size)} compressed (${String(image.size)} bytes), ${(0,report_layers/* unpackedText */.nn)(report)}`,
                ],
                ['Media type', (0,markdown/* code */.aY)(image.manifest.mediaType)],
                ...image.platforms.map((one) => [
                    'Platform',
                    `${(0,markdown/* code */.aY)(one.platform)} ${(0,markdown/* code */.aY)(one.digest)}, ${(0,report_format/* formatBytes */.z3)(one.size)} compressed`,
                ]),
                ['Pushed', (0,report_format/* formatTime */.fU)(image.pushedAt)],
            ]),
        ['Commit', plan?.source.commit === undefined ? 'unknown' : (0,markdown/* code */.aY)(plan.source.commit)],
        ['Run', run.runUrl === undefined ? 'outside a workflow' : (0,markdown/* link */.nf)(run.runUrl, run.runUrl)],
        ['Account and region', `${repository?.registryId ?? 'unknown'}, ${inputs?.region ?? 'unknown'}`],
        ['Role', caller === undefined ? 'unknown: AWS STS was not asked or did not answer' : (0,markdown/* code */.aY)(caller)],
    ];
    return ['### What was published, and by whom', (0,markdown/* table */.tp)(['', ''], rows).join('\n')];
}
function howPart({ builder, commands, decision }) {
    const said = [
        ...(decision?.kind === 'reuse'
            ? [`Nothing was built: the repository had an image that ${(0,plan_lines/* reasonForReuse */.QN)(decision)}.`]
            : []),
        ...(builder === undefined ? [] : [`Builder: ${(0,markdown/* escapeMarkdown */.FV)(builder.description)}.`]),
    ];
    const shown = commands.map((command) => command.replace(/\s*\n\s*/g, ' '));
    return [
        '### How it was made',
        ...said,
        shown.length === 0 ? 'No docker command was run.' : (0,markdown/* shellBlock */.OV)(shown),
    ];
}
function whyNot(failure) {
    return failure === undefined ? 'nothing was pushed' : 'the run did not get that far';
}
function scanPart({ scan, failure }) {
    if (scan === undefined)
        return ['### Scan', `Not scanned: ${whyNot(failure)}.`];
    if (scan.kind === 'off')
        return ['### Scan', `Not scanned: ${(0,markdown/* escapeMarkdown */.FV)(scan.why)}.`];
    return [
        '### Scan',
        (0,markdown/* table */.tp)(['Platform', 'Scanner', 'Ended', 'Findings'], scan.platforms.map(scanRow)).join('\n'),
    ];
}
function scanRow(scan) {
    if (scan.outcome === 'incomplete')
        return [(0,markdown/* code */.aY)(scan.platform), '–', 'no full answer', (0,markdown/* escapeMarkdown */.FV)(scan.detail)];
    return [
        (0,markdown/* code */.aY)(scan.platform),
        (0,markdown/* escapeMarkdown */.FV)((0,scanners/* scannersText */.D9)(scan)),
        scan.completedAt === undefined ? 'not said' : (0,report_format/* formatTime */.fU)(scan.completedAt),
        (0,report_format/* formatCounts */.gM)((0,counts/* countFindings */.Gt)(scan.findings)),
    ];
}

;// CONCATENATED MODULE: ./src/report/documents/evidence-file.ts

const evidenceDocument = {
    input: 'evidence-file',
    isPart: true,
    path: ({ inputs }) => inputs?.evidenceFile,
    missing: () => undefined,
    text: (report, before) => evidenceIn(before, report),
};

// EXTERNAL MODULE: ./src/types/error-text.ts
var error_text = __webpack_require__(6799);
;// CONCATENATED MODULE: ./src/types/report.ts
const phases = [
    'plan',
    'login',
    'collect',
    'decide',
    'build',
    'smoke',
    'join',
    'verify',
    'size',
    'scan',
    'baseline',
    'judge',
    'copy',
    'tag',
    'replicate',
    'hand-over',
    'clean-up',
];

// EXTERNAL MODULE: ./src/report/counts-of.ts
var counts_of = __webpack_require__(5728);
// EXTERNAL MODULE: ./src/scan/foreign/assign.ts
var foreign_assign = __webpack_require__(9925);
// EXTERNAL MODULE: ./src/report/tags-set.ts
var tags_set = __webpack_require__(2644);
// EXTERNAL MODULE: ./src/policy/fixable.ts
var fixable = __webpack_require__(957);
// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
;// CONCATENATED MODULE: ./src/report/verdict-fields.ts



function verdictFields({ verdict, baseline, exceptions }) {
    const findings = verdict?.findings ?? [];
    const uses = verdict?.exceptions ?? [];
    const comparison = verdict?.comparison;
    const compared = comparison?.kind === 'compared' ? comparison : undefined;
    return {
        breaches: verdict?.outcome === 'failed' ? verdict.breaches.map(describeBreach) : [],
        findings: findings.map(findingObject),
        exceptionsFile: exceptions === undefined || exceptions.kind === 'none' ? null : exceptions.path,
        exceptionsIgnored: exceptions?.kind === 'ignored' ? exceptions.why : null,
        exceptionIds: uses.map(({ exception }) => exception.id),
        exceptionPackages: uses.map(({ exception }) => exception.package ?? ''),
        exceptionReasons: uses.map(({ exception }) => exception.reason),
        exceptionExpires: uses.map(({ exception }) => exception.expires),
        exceptionApprovedBy: uses.map(({ exception }) => exception.approvedBy ?? ''),
        exceptionStates: uses.map(({ state }) => state),
        exceptionFindings: uses.map((use) => use.findings.length),
        baselineTag: baseline?.tag ?? null,
        baselineDigest: baseline?.digest ?? null,
        baselineStatus: comparison?.kind ?? null,
        newFindings: compared?.added ?? null,
        stayedFindings: compared?.stayed ?? null,
        fixedFindings: compared?.fixed.length ?? null,
        fixedFindingIds: compared?.fixed.map(({ finding }) => finding.id) ?? [],
        fixedFindingPackages: compared?.fixed.map(({ finding }) => finding.package ?? '') ?? [],
        fixedFindingPlatforms: compared?.fixed.map(({ platform }) => platform) ?? [],
    };
}
function findingObject({ finding, platform, standing }) {
    return {
        id: finding.id,
        severity: finding.severity,
        severityWord: finding.severityAsGiven ?? null,
        platform,
        package: finding.package ?? null,
        installed: finding.installed ?? null,
        fixedIn: finding.fixedIn ?? null,
        fixable: (0,fixable/* fixOf */.B)(finding),
        uri: finding.uri ?? null,
        saidBy: (0,scan/* scannersOf */.$_)(finding).join(', '),
        standing: standing.kind,
        reason: verdict_fields_reasonOf(standing) || null,
    };
}
function verdict_fields_reasonOf(standing) {
    return standing.kind === 'accepted' ? standing.exception.reason : '';
}

;// CONCATENATED MODULE: ./src/report/result-file.ts











function resultFileOf(report) {
    const { image, repository, verdict, scan, failure } = report;
    const references = (0,report_references/* referencesOf */.C)(report);
    const counts = (0,counts_of/* countsOf */.m)(report);
    const names = (0,tags_set/* tagsSet */.k)(report);
    return {
        schemaVersion: 2,
        succeeded: failure === undefined,
        errorCode: failure?.code ?? null,
        error: failure === undefined ? null : (0,error_text/* errorText */.k)(failure, report.run.docs),
        repository: repository?.name ?? report.inputs?.repository ?? null,
        uri: references.uri || null,
        accountId: references['account-id'] || null,
        region: references.region || null,
        digest: references.digest || null,
        image: references.image || null,
        candidateDigest: references['candidate-digest'] || null,
        imageId: report.imageId ?? null,
        mediaType: image?.manifest.mediaType ?? null,
        size: image?.size ?? null,
        unpackedSize: report.unpackedSize ?? null,
        sizeChange: report.sizeChange ?? null,
        platforms: image?.platforms.map((platform) => platform.platform) ?? [],
        platformDigests: image?.platforms.map((platform) => platform.digest) ?? [],
        platformSizes: image?.platforms.map((platform) => platform.size) ?? [],
        ...layerFields(report),
        pushedAt: image === undefined ? null : new Date(image.pushedAt).toISOString(),
        tags: names,
        version: names[0] ?? null,
        fixedTag: references['fixed-tag'] || null,
        imageTag: references['image-tag'] || null,
        consoleUrl: references['console-url'] || null,
        ...copyFields(report),
        reused: report.decision?.kind === 'reuse',
        candidateRemoved: report.candidateRemoved,
        ...smokeFields(report),
        verdict: verdict?.outcome ?? null,
        tagsBeforeVerdict: (0,tags_first/* isTagsFirst */.EY)(report.inputs) && names.length > 0,
        scanStatus: scan?.kind ?? null,
        ...scannerFields(report),
        critical: counts?.critical ?? null,
        high: counts?.high ?? null,
        medium: counts?.medium ?? null,
        low: counts?.low ?? null,
        informational: counts?.informational ?? null,
        undefined: counts?.undefined ?? null,
        ...verdictFields(report),
        commit: report.plan?.source.commit ?? null,
        event: report.run.event.name === '' ? null : report.run.event.name,
        runUrl: report.run.runUrl ?? null,
        caller: report.caller ?? null,
        ...(0,report_posture/* postureFields */.ul)(report),
        builder: report.builder?.description ?? null,
        commands: report.commands,
        startedAt: new Date(report.startedAt).toISOString(),
        finishedAt: new Date(report.finishedAt).toISOString(),
        ...Object.fromEntries(phases.map((phase) => [`${camelCase(phase)}Ms`, msOf(report, phase)])),
    };
}
function copyFields({ destinations, replicas }) {
    return {
        destinations: destinations.map(({ uri }) => uri),
        destinationStates: destinations.map(({ state }) => state),
        replicas: replicas.map(({ registryId, region }) => `${registryId}/${region}`),
        replicaStates: replicas.map(({ state }) => state),
    };
}
function smokeFields({ smoke }) {
    return {
        smokeTests: smoke.map(({ name }) => name),
        smokeOutcomes: smoke.map(({ outcome }) => outcome),
    };
}
function scannerFields(report) {
    return {
        scanners: (0,scanners/* scannersOfRun */.GA)(report),
        findingsFiles: report.foreign.map(({ path }) => path),
        findingsFilesOfThisImage: report.foreign.map((one) => ((0,foreign_assign/* isProven */.n)(one) ? 'proven' : 'taken-on-trust')),
    };
}
const listedLayers = 20;
function layerFields(report) {
    const layers = (0,report_layers/* largestLayers */.tE)(report, listedLayers);
    return {
        layerDigests: layers.map(({ digest }) => digest),
        layerSizes: layers.map(({ size }) => size),
        layerInstructions: layers.map(({ instruction }) => instruction ?? ''),
        layerPlatforms: layers.map(({ platforms }) => platforms.join(', ')),
    };
}
function msOf(report, phase) {
    const timing = report.timings.find((candidate) => candidate.phase === phase);
    return timing === undefined ? null : Math.round(timing.ms);
}
function camelCase(text) {
    return text.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

;// CONCATENATED MODULE: ./src/report/documents/document.ts
function jsonText(content) {
    return `${JSON.stringify(content, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./src/report/documents/result-file.ts


const resultDocument = {
    input: 'result-file',
    isPart: false,
    path: ({ resultFile }) => resultFile,
    missing: () => undefined,
    text: (report) => jsonText(resultFileOf(report)),
};

// EXTERNAL MODULE: ./src/types/build-context.ts
var build_context = __webpack_require__(5851);
;// CONCATENATED MODULE: ./src/types/hash.ts
function hash64(text) {
    let [high, low] = [0xcbf29ce4, 0x84222325];
    for (const byte of new TextEncoder().encode(text)) {
        const mixed = (low ^ byte) >>> 0;
        const product = mixed * 0x1b3;
        high = (high * 0x1b3 + mixed * 0x100 + Math.floor(product / 0x1_0000_0000)) >>> 0;
        low = product >>> 0;
    }
    return (BigInt(high) << 32n) | BigInt(low);
}

// EXTERNAL MODULE: ./src/types/severity-word.ts
var severity_word = __webpack_require__(8959);
;// CONCATENATED MODULE: ./src/report/sarif.ts





const mostResults = 25_000;
const mostCharacters = 1024;
function hasSarif(report) {
    return report.scan?.kind === 'complete' && report.verdict !== undefined && report.repository !== undefined;
}
function sarifOf(report) {
    const repository = report.repository?.name ?? '';
    const findings = (report.verdict?.findings ?? []).slice(0, mostResults);
    const ids = [...new Set(findings.map(({ finding }) => finding.id))];
    const ruleIndex = new Map(ids.map((id, index) => [id, index]));
    const worst = new Map();
    for (const { finding } of findings)
        if (!worst.has(finding.id))
            worst.set(finding.id, finding);
    const seen = new Map();
    const fingerprint = (one) => {
        const identity = [repository, one.platform, one.finding.id, one.finding.package ?? ''].join('\n');
        const occurrence = (seen.get(identity) ?? 0) + 1;
        seen.set(identity, occurrence);
        return `${hash64(identity).toString(16).padStart(16, '0')}:${String(occurrence)}`;
    };
    return {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: { name: 'ecr-ship', fullName: driverName(report), rules: [...worst.values()].map(rule) },
                },
                automationDetails: { id: `ecr-ship/${repository}/` },
                columnKind: 'utf16CodeUnits',
                results: findings.map((one) => ({
                    ruleId: one.finding.id,
                    ruleIndex: ruleIndex.get(one.finding.id),
                    level: levels[one.finding.severity],
                    message: { text: messageOf(one, repository) },
                    locations: [sarif_location(one, report)],
                    partialFingerprints: { primaryLocationLineHash: fingerprint(one) },
                    ...(report.verdict?.comparison?.kind === 'compared' && {
                        baselineState: one.isNew ? 'new' : 'unchanged',
                    }),
                    ...suppression(one),
                    ...(one.finding.saidBy !== undefined && { properties: { saidBy: one.finding.saidBy } }),
                })),
            },
        ],
    };
}
const levels = {
    critical: 'error',
    high: 'error',
    medium: 'warning',
    low: 'note',
    informational: 'note',
    undefined: 'warning',
};
const bands = {
    critical: [9, 10, 9.5],
    high: [7, 8.9, 8],
    medium: [4, 6.9, 5.5],
    low: [0.1, 3.9, 2],
};
function securitySeverity({ severity, score }) {
    const band = bands[severity];
    if (band === undefined)
        return {};
    const [least, most, middle] = band;
    const isInside = score !== undefined && score >= least && score <= most;
    return { 'security-severity': (isInside ? score : middle).toFixed(1) };
}
function rule(finding) {
    const { id, severity, description, uri } = finding;
    const text = description === undefined || description.trim() === '' ? id : description;
    return {
        id,
        shortDescription: { text: cut(id) },
        fullDescription: { text: cut(text) },
        help: { text: cut(uri === undefined ? text : `${text}\n\n${uri}`) },
        ...(uri !== undefined && isWebAddress(uri) && { helpUri: new URL(uri).href }),
        defaultConfiguration: { level: levels[severity] },
        properties: { ...securitySeverity(finding), tags: ['security', 'vulnerability', severity] },
    };
}
function messageOf({ finding, platform }, repository) {
    const installed = finding.installed === undefined ? '' : ` ${(0,findings/* shorten */.ml)(finding.installed)}`;
    const what = finding.package === undefined ? 'The image' : `${(0,findings/* shorten */.ml)(finding.package)}${installed}`;
    const fix = finding.fixedIn === undefined ? 'No fixed version is named' : `Fixed in ${(0,findings/* shorten */.ml)(finding.fixedIn)}`;
    const word = (0,severity_word/* isForeign */.jq)(finding) ? ` The scanner calls its severity ${finding.severityAsGiven ?? ''}.` : '';
    const who = finding.saidBy === undefined ? '' : ` Said by ${finding.saidBy.join(' and ')}.`;
    return `${what} in ${repository} (${platform}) has ${(0,findings/* shorten */.ml)(finding.id)}. ${fix}.${word}${who}`;
}
function sarif_location({ finding, platform }, { repository, inputs }) {
    return {
        physicalLocation: {
            artifactLocation: {
                uri: (inputs === undefined ? 'Dockerfile' : (0,build_context/* dockerfilePath */.Se)(inputs.build))
                    .split('/')
                    .map(encodeURIComponent)
                    .join('/'),
            },
            region: { startLine: 1 },
        },
        logicalLocations: [
            {
                name: finding.package ?? repository?.name ?? 'image',
                fullyQualifiedName: `${repository?.name ?? ''}:${platform}${finding.package === undefined ? '' : `:${finding.package}`}`,
                kind: 'module',
            },
        ],
    };
}
function suppression({ standing }) {
    if (standing.kind !== 'accepted')
        return {};
    return {
        suppressions: [{ kind: 'external', status: 'accepted', justification: cut(standing.exception.reason) }],
    };
}
function driverName(report) {
    return ['ecr-ship', ...(0,scanners/* scannersOfRun */.GA)(report)].join(', ');
}
function isWebAddress(text) {
    return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
function cut(text) {
    return (0,findings/* shorten */.ml)(text, mostCharacters);
}

;// CONCATENATED MODULE: ./src/report/documents/sarif-file.ts


const sarifDocument = {
    input: 'sarif-file',
    isPart: false,
    path: ({ inputs }) => inputs?.sarifFile,
    missing: (report) => hasSarif(report) ? undefined : 'without a full scan it would close alerts that nobody has fixed',
    text: (report) => jsonText(sarifOf(report)),
};

;// CONCATENATED MODULE: ./src/report/documents/documents.ts




const documents = [resultDocument, evidenceDocument, sarifDocument, envDocument];

;// CONCATENATED MODULE: ./src/report/files.ts


function wantedFiles(asked) {
    return documents.flatMap(({ input, isPart, path }) => {
        const there = path(asked);
        return there === undefined ? [] : [{ input, isPart, path: there }];
    });
}
function usedFiles({ exceptionsFile, build, mode, }) {
    const dockerfile = { input: 'file', path: build.file ?? `${build.context}/Dockerfile` };
    return [
        { input: 'exceptions', path: exceptionsFile ?? inputs/* defaultExceptionsFile */.w },
        ...(mode === 'publish' ? [] : [dockerfile]),
    ];
}
function filesOf(report, shown = report) {
    return documents.flatMap((document) => {
        const path = writtenPath(document, report);
        if (path === undefined)
            return [];
        const { input, isPart, text } = document;
        return [{ input, isPart, path, text: (before) => text(shown, before) }];
    });
}
function filePaths(report) {
    const paths = documents.map((document) => [document.input, writtenPath(document, report) ?? '']);
    return Object.fromEntries(paths);
}
function writtenPath({ input, path, missing }, report) {
    const failed = report.unwritten.some((file) => file.input === input);
    return failed || missing(report) !== undefined ? undefined : path(report);
}
function unwrittenNotices(report) {
    return documents.flatMap(({ path, missing }) => {
        const [there, why] = [path(report), missing(report)];
        return there === undefined || why === undefined ? [] : [`${there} was not written: ${why}.`];
    });
}

// EXTERNAL MODULE: ./src/types/duration.ts
var duration = __webpack_require__(6157);
;// CONCATENATED MODULE: ./src/report/last-line.ts




function lastLine(report) {
    return `${last_line_ending(report)} (${(0,duration/* formatDuration */.a)(report.finishedAt - report.startedAt)})`;
}
function last_line_ending(report) {
    const { failure, login, inputs, repository, imageId, verdict } = report;
    if (login !== undefined && failure === undefined)
        return `Logged in to ${login.host} until ${(0,report_format/* formatTime */.fU)(login.expiresAt)}`;
    const digest = report.image?.digest ?? report.candidate?.digest;
    const image = repository === undefined || digest === undefined ? '' : ` → ${repository.uri}@${digest}`;
    const tags = (0,tags_set/* tagsSet */.k)(report);
    if (failure !== undefined || (0,tags_first/* isTagsFirst */.EY)(inputs))
        return `${subject(report)} ${(0,headline/* outcomeWords */.wX)(report)}${tags.length === 0 ? '' : image}`;
    switch (inputs?.mode) {
        case 'plan':
            return `Planned: ${subject(report)} ${(0,headline/* outcomeWords */.wX)(report)}`;
        case 'build':
            return `${verdict?.outcome === 'passed' ? 'Passed' : 'Pushed without a full scan'}, not tagged yet${image}`;
        default:
            if (verdict === undefined)
                return `Built, not pushed${imageId === undefined ? '' : ` → ${imageId}`}`;
            return `Published ${tags.join(', ')}${verdict.outcome === 'passed' ? '' : ' without a full scan'}${image}`;
    }
}
function subject(report) {
    const { inputs } = report;
    const version = inputs?.mode === 'plan' ? undefined : (0,headline/* versionOf */.E4)(report);
    return [inputs?.repository ?? 'The step', ...(version === undefined ? [] : [version])].join(' ');
}

// EXTERNAL MODULE: ./src/types/references.ts
var references = __webpack_require__(935);
;// CONCATENATED MODULE: ./src/report/outputs.ts







const outputNames = [
    ...references/* referenceNames */.w,
    'image-id',
    'tags',
    'tag-names',
    'platforms',
    'reused',
    'scan-status',
    'scanners',
    ...scan/* severities */.gO,
    'accepted',
    'new',
    'fixed',
    'baseline-digest',
    'destinations',
    'size-change',
    'result-file',
    'evidence-file',
    'sarif-file',
    'env-file',
    'error-code',
    'error',
];
function outputsOf(report) {
    const { image, repository, verdict, failure } = report;
    const names = namesOf(report);
    const uri = repository?.uri ?? '';
    const compared = verdict?.comparison?.kind === 'compared' ? verdict.comparison : undefined;
    return {
        ...(0,report_references/* referencesOf */.C)(report),
        'image-id': report.imageId ?? '',
        tags: uri === '' ? '' : names.map((name) => `${uri}:${name}`).join('\n'),
        'tag-names': names.join('\n'),
        version: names[0] ?? '',
        platforms: image === undefined ? '' : JSON.stringify(platformsObject(image.platforms, uri)),
        reused: report.decision === undefined ? '' : String(report.decision.kind === 'reuse'),
        'scan-status': report.scan?.kind ?? '',
        scanners: (0,scanners/* scannersOfRun */.GA)(report).join(', '),
        ...countOutputs(report),
        accepted: verdict === undefined || verdict.outcome === 'not-scanned' ? '' : String(acceptedIn(verdict)),
        new: compared === undefined ? '' : String(compared.added),
        fixed: compared === undefined ? '' : String(compared.fixed.length),
        'baseline-digest': report.baseline?.digest ?? '',
        destinations: report.destinations.length === 0 ? '' : JSON.stringify(destinationsObject(report.destinations)),
        'size-change': report.sizeChange === undefined ? '' : String(report.sizeChange),
        ...filePaths(report),
        'error-code': failure?.code ?? '',
        error: (failure?.message ?? '').replace(/\s+/g, ' '),
    };
}
function acceptedIn({ findings }) {
    return findings.filter(({ standing }) => standing.kind === 'accepted').length;
}
function namesOf(report) {
    return report.inputs?.mode === 'plan' ? (report.plan?.names ?? []).map(({ tag }) => tag) : (0,tags_set/* tagsSet */.k)(report);
}
function countOutputs(report) {
    const counts = (0,counts_of/* countsOf */.m)(report);
    const texts = scan/* severities */.gO.map((severity) => [
        severity,
        counts === undefined ? '' : String(counts[severity]),
    ]);
    return Object.fromEntries(texts);
}
function platformsObject(platforms, uri) {
    return Object.fromEntries(platforms.map(({ platform, digest, size }) => [platform, { digest, size, image: `${uri}@${digest}` }]));
}
function destinationsObject(destinations) {
    return Object.fromEntries(destinations.map(({ uri, ...result }) => [uri, result]));
}

;// CONCATENATED MODULE: ./src/report/presentable.ts


function presentable(report, fit) {
    const { run, failure, ...rest } = report;
    const shown = textsOf({ ...rest, run: { ...run, event: { ...run.event, payload: undefined } } }, fit);
    return { ...shown, failure: failure && presentableError(failure, fit) };
}
function presentableError(error, fit) {
    const { code, what, next, details, places, cause } = error;
    return new errors/* ShipError */.fS({
        code,
        what: (0,types_text/* shortHashes */.H5)(fit(what)),
        next: (0,types_text/* shortHashes */.H5)(fit(next)),
        ...(details !== undefined && { details: fit(details) }),
        places: places.map((place) => ({ ...place, file: fit(place.file), what: fit(place.what) })),
        cause,
    });
}
function textsOf(value, fit) {
    const done = new Map();
    const walk = (one) => {
        if (typeof one === 'string')
            return fit(one);
        if (!isPlain(one))
            return one;
        if (!done.has(one))
            done.set(one, Array.isArray(one) ? listOf(one, walk) : objectOf(one, walk));
        return done.get(one);
    };
    return walk(value);
}
function isPlain(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
function listOf(list, walk) {
    const walked = list.map(walk);
    return walked.every((one, index) => one === list[index]) ? list : walked;
}
function objectOf(value, walk) {
    const members = Object.entries(value);
    const walked = members.map(([key, member]) => [key, walk(member)]);
    return walked.every(([, member], index) => member === members[index]?.[1])
        ? value
        : Object.fromEntries(walked);
}

// EXTERNAL MODULE: ./src/report/summary.ts + 7 modules
var summary = __webpack_require__(4133);
// EXTERNAL MODULE: ./src/types/names.ts
var types_names = __webpack_require__(2357);
;// CONCATENATED MODULE: ./src/docker/builder.ts



function chooseFromSocket({ info: text, buildx }) {
    const info = parseInfo(text);
    if ((info.ServerVersion ?? '') === '')
        return undefined;
    if (buildx.driver === '' && !buildsByItself(info))
        return undefined;
    return buildxBuilder(info, buildx.version, buildx.driver || 'docker');
}
function buildsByItself({ OSType, ServerVersion = '' }) {
    return OSType === 'linux' && Number(/^v?(\d+)\./.exec(ServerVersion)?.[1] ?? 0) >= 18;
}
function chooseBuilder(probe) {
    const missing = /\bno builder "([^"]*)" found/.exec(probe.inspect.stderr)?.[1];
    if (probe.inspect.exitCode !== 0 && missing !== undefined)
        throw noBuilder(missing);
    const broken = brokenBuilder(probe.inspect);
    if (broken !== undefined)
        throw broken;
    const info = parseInfo(probe.info.stdout);
    const buildx = info.ClientInfo?.Plugins?.find((plugin) => plugin.Name === 'buildx' && (plugin.Err ?? '') === '');
    const driver = buildx === undefined ? undefined : driverOf(probe.inspect);
    const engineAnswers = (info.ServerVersion ?? '') !== '';
    if (!engineAnswers && (driver === undefined || driver === 'docker'))
        throw engineUnreachable(probe, info);
    if (buildx === undefined)
        return classicBuilder(info);
    return buildxBuilder(info, buildx.Version ?? '', driver ?? 'docker');
}
function classicBuilder(info) {
    return {
        tool: 'docker-build',
        push: 'by-tag',
        multiPlatform: false,
        provenanceFlag: false,
        attestations: false,
        cacheExport: false,
        checks: false,
        annotations: false,
        graphDriver: !usesContainerdStore(info),
        nativePlatform: platformOf(info),
        description: `docker build on Docker ${info.ServerVersion ?? ''} (no buildx)`,
        notice: 'docker buildx is not installed, so docker build is used: one platform only, and the candidate carries a ' +
            'temporary tag until the image has passed.',
    };
}
function buildxBuilder(info, version, driver) {
    const containerdStore = usesContainerdStore(info);
    const byDigest = driver !== 'docker';
    const store = driver === 'docker'
        ? containerdStore
            ? ', containerd image store'
            : `, ${info.Driver ?? ''} image store`
        : '';
    const engine = driver === 'docker' ? ` on Docker ${info.ServerVersion ?? ''}` : '';
    return {
        tool: 'buildx',
        push: byDigest ? 'by-digest' : 'by-tag',
        multiPlatform: byDigest || containerdStore,
        provenanceFlag: atLeast(version, 0, 10),
        attestations: (byDigest || containerdStore) && atLeast(version, 0, 10),
        cacheExport: byDigest || containerdStore,
        checks: atLeast(version, 0, 15),
        annotations: byDigest && atLeast(version, 0, 12),
        graphDriver: driver === 'docker' && !containerdStore,
        nativePlatform: driver === 'docker' ? platformOf(info) : undefined,
        description: `buildx ${version.replace(/^v/, '')}, driver ${driver}${engine}${store}`,
        notice: undefined,
    };
}
function parseInfo(stdout) {
    for (const text of [stdout, ...stdout.split('\n').reverse()]) {
        try {
            const parsed = JSON.parse(text);
            if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
                return parsed;
        }
        catch {
        }
    }
    return {};
}
function driverOf(inspect) {
    return inspect.exitCode === 0 ? /^Driver:[ \t]*(\S+)/m.exec(inspect.stdout)?.[1] : undefined;
}
function usesContainerdStore(info) {
    return (info.DriverStatus ?? []).some(([key, value]) => key === 'driver-type' && value.startsWith('io.containerd.snapshotter'));
}
function platformOf(info) {
    const names = {
        x86_64: 'amd64',
        aarch64: 'arm64',
        armv7l: 'arm/v7',
        i686: '386',
    };
    const machine = info.Architecture ?? '';
    return (0,types_names/* parsePlatform */.FL)(`${info.OSType ?? ''}/${names[machine] ?? machine}`);
}
function atLeast(version, major, minor) {
    const match = /^v?(\d+)\.(\d+)/.exec(version);
    if (match === null)
        return true;
    const [, a, b] = match.map(Number);
    return (a ?? 0) > major || ((a ?? 0) === major && (b ?? 0) >= minor);
}
function noBuilder(name) {
    return new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: `There is no builder ${JSON.stringify((0,types_text/* clause */.sb)(name))} on this runner, which the job has chosen.`,
        next: 'Correct BUILDX_BUILDER, or add docker/setup-buildx-action before this step, which makes a builder and chooses it.',
    });
}
function brokenBuilder({ exitCode, stdout }) {
    const driver = driverOf({ exitCode, stdout, stderr: '' });
    const said = /^Error:[ \t]*(\S.*)$/m.exec(stdout)?.[1];
    if (driver === undefined || driver === 'docker' || said === undefined || /^Status:/m.test(stdout))
        return undefined;
    const name = /^Name:[ \t]*(\S.*)$/m.exec(stdout)?.[1] ?? '';
    return new errors/* ShipError */.fS({
        code: 'builder-unreachable',
        what: `buildx cannot use the builder ${JSON.stringify((0,types_text/* clause */.sb)(name))}, driver ${(0,types_text/* clause */.sb)(driver)}: ${(0,types_text/* clause */.sb)(said)}.`,
        next: 'Look at where docker buildx inspect says that it is, and at what it needs there: its address, certificates or kubeconfig.',
    });
}
function engineUnreachable(probe, info) {
    const said = (info.ServerErrors ?? []).join(' ') || probe.info.stderr.trim() || 'it said nothing';
    return new errors/* ShipError */.fS({
        code: 'engine-unreachable',
        what: `The Docker engine does not answer: ${(0,types_text/* clause */.sb)(said)}.`,
        next: 'Start the engine on this runner, or point DOCKER_HOST at one; on a container job mount its socket.',
    });
}

;// CONCATENATED MODULE: ./src/docker/probe.ts



async function probeBuilder(docker, name) {
    if (name !== undefined)
        return fromDocker(docker, name);
    return (await fromSocket(docker)) ?? (await fromDocker(docker));
}
async function fromSocket({ engine, buildx }) {
    const [info, facts] = await Promise.all([
        engine?.request('GET', '/info').catch(() => undefined),
        buildx?.().catch(() => undefined),
    ]);
    if (info?.status !== 200 || facts === undefined)
        return undefined;
    return chooseFromSocket({ info: info.body, buildx: facts });
}
async function fromDocker(docker, name) {
    const [info, inspect] = await Promise.all([
        docker.run(['info', '--format', '{{json .}}'], { show: false }),
        docker.run(['buildx', 'inspect', ...(name === undefined ? [] : [name])], { show: false }),
    ]);
    if (name !== undefined && inspect.exitCode !== 0)
        throw noSuchBuilder(name, inspect.stderr);
    return chooseBuilder({ info, inspect });
}
function noSuchBuilder(name, said) {
    return new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: `Input builder is ${JSON.stringify(name)}, and buildx cannot use it: ${(0,types_text/* clause */.sb)(said.trim() || 'it said nothing')}.`,
        next: 'Add docker/setup-buildx-action before this step and give its output name; docker buildx ls lists what is there.',
    });
}

// EXTERNAL MODULE: ./src/types/regions.ts
var regions = __webpack_require__(5800);
// EXTERNAL MODULE: ./src/inputs/repository-input.ts
var repository_input = __webpack_require__(9552);
;// CONCATENATED MODULE: ./src/inputs/places.ts




function typeOf(values) {
    return values['registry-type'] ?? values.repository?.registryType ?? 'private';
}
function placeOf(values, ambientRegion) {
    const { repository } = values;
    const type = typeOf(values);
    const registryId = values['registry-id'] ?? repository?.registryId;
    return type === 'public'
        ? { type, registryId, region: regions/* publicRegion */.AJ }
        : { type, registryId, region: regionOf(repository, values, ambientRegion) };
}
function scanPlaceOf(values, ambientRegion) {
    const place = values['scan-repository'];
    if (place === undefined || values.scan === 'off' || typeOf(values) !== 'public')
        return undefined;
    const { name, registryId } = place;
    return { name, type: 'private', registryId, region: regionOf(place, values, ambientRegion) };
}
function targetOf(place) {
    if (place?.region === undefined)
        return undefined;
    const { type, region, registryId } = place;
    return { type, region, registryId };
}
function regionOf(place, values, ambientRegion) {
    return values['aws-region'] ?? place?.region ?? (0,types_names/* parseRegion */.cf)(ambientRegion ?? '');
}
function placeProblems(raw, values, ambientRegion) {
    const of = typeOf(values) === 'public' ? publicProblems : privateProblems;
    const publishes = values.mode !== 'plan' && values.push !== false && values.call !== 'check';
    return [
        ...typeProblems(raw, values),
        ...of(values).map(({ input, allowed }) => ({ input, given: shown(raw, input), allowed })),
        ...(publishes ? missingRegion(raw, values, ambientRegion) : []),
    ];
}
function shown(raw, input) {
    return input === 'scan' && raw.scan === '' ? 'auto' : raw[input];
}
function typeProblems(raw, values) {
    const [said, own] = [values['registry-type'], values.repository?.registryType];
    if (said === undefined || own === undefined || said === own)
        return [];
    return [
        {
            input: 'registry-type',
            given: raw['registry-type'],
            allowed: `${own}, as the repository's URI says, or nothing`,
        },
    ];
}
function privateProblems(values) {
    const { repository } = values;
    const account = values['registry-id'];
    const isOtherAccount = repository?.registryId !== undefined && account !== undefined && account !== repository.registryId;
    return [
        ...(isOtherAccount
            ? [
                {
                    input: 'registry-id',
                    allowed: `the account of the repository's URI, ${repository.registryId}, or nothing`,
                },
            ]
            : []),
        ...otherRegion(repository, 'repository', values),
        ...(values['scan-repository'] === undefined
            ? []
            : [
                {
                    input: 'scan-repository',
                    allowed: 'nothing for a private repository, which is scanned where it is',
                },
            ]),
    ];
}
function publicProblems(values) {
    const { repository } = values;
    const place = values['scan-repository'];
    const region = values['aws-region'];
    const isNamed = repository === undefined || (0,repository_input/* isPublicName */.XC)(repository.name);
    const isElsewhere = place === undefined && region !== undefined && region !== regions/* publicRegion */.AJ;
    const pushes = values.push !== false && values.call !== 'check' && values.mode !== 'login';
    const isGiven = values.findings?.length !== 0;
    const isUngated = pushes && values.scan === 'auto' && place === undefined && !isGiven;
    return [
        ...(isNamed ? [] : [{ input: 'repository', allowed: repository_input/* publicForm */.u1 }]),
        ...(isElsewhere
            ? [
                {
                    input: 'aws-region',
                    allowed: `${regions/* publicRegion */.AJ} or nothing, because ECR Public is asked nowhere else`,
                },
            ]
            : []),
        ...(place === undefined ? [] : otherRegion(place, 'scan-repository', values)),
        ...(isUngated
            ? [
                {
                    input: 'scan',
                    allowed: 'off for ECR Public, which has no scanner; or name a private repository in the input scan-repository, in ' +
                        "which the image is scanned and judged before it is published; or give another scanner's SARIF file in the " +
                        'input findings',
                },
            ]
            : []),
    ];
}
function otherRegion(place, input, values) {
    const region = values['aws-region'];
    if (place?.region === undefined || region === undefined || region === place.region)
        return [];
    const whose = input === 'repository' ? "the repository's URI" : `the URI in ${input}`;
    return [{ input: 'aws-region', allowed: `the region of ${whose}, ${place.region}, or nothing` }];
}
function missingRegion(raw, values, ambientRegion) {
    const isMissing = [placeOf(values, ambientRegion), scanPlaceOf(values, ambientRegion)].some((place) => place !== undefined && place.region === undefined);
    if (raw['aws-region'] !== '' || !isMissing)
        return [];
    const allowed = ambientRegion === undefined
        ? 'a region such as eu-west-1; AWS_REGION is not set either'
        : `a region such as eu-west-1; AWS_REGION holds ${(0,parsed/* quote */.hD)(ambientRegion)}`;
    return [{ input: 'aws-region', given: '', allowed }];
}

;// CONCATENATED MODULE: ./src/inputs/problems.ts



function inOrder(problems) {
    return problems.toSorted((a, b) => table/* inputNames */.vj.indexOf(a.input) - table/* inputNames */.vj.indexOf(b.input));
}
const longestAdvice = 1000;
const mostTold = 5;
function invalidInputs(all) {
    const problems = inOrder(all);
    const inputs = [...new Set(problems.map(({ input }) => input))];
    const sentences = inputs.flatMap((input) => {
        const own = problems.filter((problem) => problem.input === input);
        const more = own.length - mostTold;
        const rest = more > 0 ? [`Input ${input} has ${String(more)} more like ${more === 1 ? 'this' : 'these'}.`] : [];
        return [...own.slice(0, mostTold).map(sentenceOf), ...rest];
    });
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: sentences.join(' '),
        next: problems.length === 1 ? 'Correct it in the step.' : 'Correct them in the step.',
    });
}
function sentenceOf({ input, given, allowed, isItem = false, line, what }) {
    if (what !== undefined)
        return `Input ${input}, line ${String(line ?? 1)}: ${what}.`;
    const where = line === undefined ? '' : ` in line ${String(line)}`;
    const end = allowed.endsWith('?') ? '' : '.';
    const advice = allowed.length > longestAdvice ? `${allowed.slice(0, longestAdvice)}…` : allowed;
    return `Input ${input} ${isItem ? 'has' : 'is'} ${given === '' ? 'empty' : (0,parsed/* quote */.hD)(given)}${where}; allowed: ${advice}${end}`;
}

// EXTERNAL MODULE: ./src/types/role.ts
var role = __webpack_require__(4141);
;// CONCATENATED MODULE: ./src/inputs/request.ts


function requestOf(values, places, idle) {
    const target = inRole(targetOf(places.image), values);
    const allowedAccountIds = values['allowed-account-ids'];
    if (values.mode === 'login') {
        const repository = values.repository?.name;
        return {
            mode: 'login',
            target: needed(target),
            repository,
            allowedAccountIds,
            login: values.login,
        };
    }
    const shared = sharedOf(values, places, idle);
    switch (values.mode) {
        case 'plan':
            return { ...shared, mode: 'plan', target: undefined };
        case 'ship':
            return {
                ...shared,
                mode: 'ship',
                target: values.push && values.call === 'build' ? target : undefined,
                puller: target,
            };
        case 'build':
            return { ...shared, mode: 'build', target: needed(target) };
        case 'publish':
            return {
                ...shared,
                mode: 'publish',
                target: needed(target),
                from: needed(values.from),
                sourceRole: roleOf(values, values['source-role-to-assume']).role,
            };
    }
}
function needed(value) {
    if (value === undefined)
        throw new Error('an input that is missing was not told');
    return value;
}
function sharedOf(values, { image, scan }, idle) {
    const { onlyNew, baselineTag } = values['only-new'];
    return {
        repository: values.repository.name,
        registryType: image.type,
        registryId: image.registryId,
        region: image.region,
        scanRepository: scan && { name: scan.name, target: inRole(targetOf(scan), values) },
        allowedAccountIds: values['allowed-account-ids'],
        create: values.create,
        tagRules: values.tags,
        flavor: values.flavor,
        ifExists: values['if-exists'],
        reusePaths: values['reuse-paths'],
        ifOlder: values['if-older'],
        pullRequestCommit: values['pull-request-commit'],
        build: buildOf(values),
        push: values.push,
        destinations: values.destinations.map((place) => ({
            ...place,
            target: { ...place.target, ...roleOf(values, place.role) },
        })),
        replicationTimeoutMs: values['wait-for-replication'],
        runtime: values.runtime,
        smokeTest: values['smoke-test'],
        maxSize: values['max-size'],
        maxGrowth: values['max-growth'],
        scan: values.scan,
        policy: {
            ...values['fail-on'],
            onlyFixable: values['only-fixable'],
            onlyNew,
            onIncompleteScan: values['on-incomplete-scan'],
        },
        baselineTag,
        exceptionsFile: values.exceptions,
        findings: values.findings,
        scanTimeoutMs: values['scan-timeout'],
        login: values.login,
        summary: values.summary,
        comment: values.comment,
        resultFile: values['result-file'],
        evidenceFile: values['evidence-file'],
        sarifFile: values['sarif-file'],
        envFile: values['env-file'],
        envNames: values['env-names'],
        idle,
    };
}
function inRole(target, values) {
    return target && { ...target, ...roleOf(values) };
}
function roleOf(values, arn = values['role-to-assume']) {
    if (arn === undefined)
        return {};
    const usual = (0,role/* partitionOfRole */.iE)(arn) === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
    return {
        role: {
            arn,
            sessionName: values['role-session-name'],
            durationSeconds: values['role-duration'],
            audience: values.audience ?? usual,
        },
    };
}
function buildOf(values) {
    return {
        context: values.context,
        file: values.file,
        target: values.target,
        platforms: values.platforms,
        buildArgs: values['build-args'],
        labels: values.labels,
        annotations: values.annotations,
        options: optionsOf(values),
        cache: values.cache,
        call: values.call,
    };
}
function optionsOf(values) {
    return {
        builder: values.builder,
        buildContexts: values['build-contexts'],
        secrets: [...values.secrets, ...values['secret-envs'], ...values['secret-files']],
        ssh: values.ssh,
        cacheFrom: values['cache-from'],
        cacheTo: values['cache-to'],
        noCache: values['no-cache'],
        noCacheFilters: values['no-cache-filters'],
        pull: values.pull,
        addHosts: values['add-hosts'],
        allow: values.allow,
        network: values.network,
        shmSize: values['shm-size'],
        ulimit: values.ulimit,
        cgroupParent: values['cgroup-parent'],
        provenance: values.provenance,
        sbom: values.sbom,
        attests: values.attests,
    };
}

// EXTERNAL MODULE: ./src/types/repository-settings.ts
var repository_settings = __webpack_require__(859);
;// CONCATENATED MODULE: ./src/inputs/structured.ts

const noStructured = { logins: [], settings: repository_settings/* plainSettings */.Kh, problems: [] };
async function readStructured(raw) {
    const { 'registry-logins': logins, 'repository-settings': settings } = raw;
    if (logins === '' && settings === '')
        return noStructured;
    const [{ parseRegistryLogins }, { parseRepositorySettings }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(497)]).then(__webpack_require__.bind(__webpack_require__, 1497)),
        Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(655)]).then(__webpack_require__.bind(__webpack_require__, 8655)),
    ]);
    const [readLogins, readSettings] = [parseRegistryLogins(logins), parseRepositorySettings(settings)];
    const of = (input, problems) => problems.map((problem) => ({ ...problem, input }));
    return {
        logins: readLogins.logins,
        settings: readSettings.settings,
        problems: [
            ...of('registry-logins', readLogins.problems),
            ...of('repository-settings', readSettings.problems),
        ],
    };
}

;// CONCATENATED MODULE: ./src/types/runtimes.ts

const taken = {
    lambda: {
        name: 'AWS Lambda',
        index: false,
        platforms: ['linux/amd64', 'linux/arm64'],
        mostUnpacked: 10 * 1024 ** 3,
        undocumented: /zstd$/,
        bestManifest: 25_400,
    },
    ecs: {
        name: 'Amazon ECS',
        index: true,
        platforms: ['linux/amd64', 'linux/arm64', 'windows/amd64'],
    },
    eks: {
        name: 'Amazon EKS',
        index: true,
        platforms: ['linux/amd64', 'linux/arm64', 'windows/amd64'],
    },
};
function runtimeName(runtime) {
    return taken[runtime].name;
}
function platformMisfit(runtime, platforms) {
    if (runtime === 'any' || platforms.length === 0)
        return undefined;
    const { name, platforms: known } = taken[runtime];
    return platforms.some((platform) => known.includes((0,types_names/* usualPlatform */.Qq)(platform)))
        ? undefined
        : `${name} runs ${known.join(', ')}, and the image is for ${platforms.join(', ')}`;
}
function indexMisfit(runtime) {
    return runtime === 'any' || taken[runtime].index
        ? undefined
        : `${taken[runtime].name} takes the manifest of one platform, and no index`;
}
function sizeMisfit(runtime, atLeast) {
    if (runtime === 'any' || atLeast === undefined)
        return undefined;
    const { name, mostUnpacked } = taken[runtime];
    return mostUnpacked === undefined || atLeast <= mostUnpacked
        ? undefined
        : `it has at least ${String(atLeast)} bytes where it is unpacked, and ${name} takes ${String(mostUnpacked)}`;
}
function misfitsOf(image, runtime, unpackedSize) {
    if (runtime === 'any')
        return { errors: [], warnings: [] };
    const { name, undocumented, bestManifest } = taken[runtime];
    const { platforms } = image;
    const largest = unpackedSize ?? Math.max(...platforms.map(({ size }) => size));
    const errors = [
        image.kind === 'index' ? indexMisfit(runtime) : undefined,
        platformMisfit(runtime, platforms.map(({ platform }) => platform)),
        sizeMisfit(runtime, largest),
    ].filter((clause) => clause !== undefined);
    const layers = platforms.flatMap(({ contents }) => contents?.layers ?? []);
    const odd = layers.find(({ mediaType }) => undocumented?.test(mediaType));
    const bytes = new TextEncoder().encode(image.manifest.body).length;
    return {
        errors,
        warnings: [
            ...(odd === undefined
                ? []
                : [
                    `The image has layers of the type ${odd.mediaType}, which the documentation of ${name} does not name: try whether it takes the image before you rely on it.`,
                ]),
            ...(bestManifest !== undefined && bytes > bestManifest
                ? [
                    `The manifest has ${String(bytes)} bytes; ${name} starts faster with at most ${String(bestManifest)}: use fewer layers and annotations.`,
                ]
                : []),
        ],
    };
}

;// CONCATENATED MODULE: ./src/inputs/runtime-problems.ts

function runtimeProblems(raw, values, type) {
    const { runtime = 'any', platforms = [], from } = values;
    if (runtime === 'any')
        return [];
    const problem = (input, allowed) => ({ input, given: raw[input], allowed });
    const misfit = platformMisfit(runtime, platforms);
    const noIndex = indexMisfit(runtime);
    const joined = from !== undefined && 'digests' in from.images && from.images.digests.length > 1;
    const attestations = ['provenance', 'sbom', 'attests'].filter((input) => asksFor(values[input]));
    return [
        ...(runtime === 'lambda' && type === 'public'
            ? [problem('runtime', `any, ecs or eks: ${runtimeName(runtime)} takes images from private ECR alone`)]
            : []),
        ...(misfit === undefined ? [] : [problem('platforms', misfit)]),
        ...(noIndex === undefined
            ? []
            : [
                ...(platforms.length > 1 ? [problem('platforms', `one platform: ${noIndex}`)] : []),
                ...attestations.map((input) => problem(input, `nothing with runtime: ${runtime}, for an attestation makes an index: ${noIndex}`)),
                ...(joined ? [problem('from', `one digest: ${noIndex}`)] : []),
            ]),
    ];
}
function asksFor(value) {
    return typeof value === 'object' ? value.length > 0 : value !== undefined && value !== 'false';
}

;// CONCATENATED MODULE: ./src/inputs/together.ts



function problemsTogether(raw, values, structured, ambientRegion) {
    const { type } = placeOf(values, ambientRegion);
    return [
        ...placeProblems(raw, values, ambientRegion),
        ...fromProblems(raw, values),
        ...orderProblems(raw, values),
        ...runtimeProblems(raw, values, type),
        ...replicationProblems(raw, values, type),
        ...fileProblems(raw),
        ...createProblems(raw, values),
        ...settingProblems(structured, type),
    ];
}
function fromProblems(raw, { mode }) {
    if (mode !== 'publish' || raw.from !== '')
        return [];
    const allowed = 'with mode: publish a digest, several digests (one per line), or a tag, such as sha-0123456';
    return [{ input: 'from', given: raw.from, allowed }];
}
function orderProblems(raw, { mode, scan }) {
    if (scan !== 'after-tags' || mode === 'publish' || mode === undefined)
        return [];
    const allowed = `auto or off with mode: ${mode}; after-tags is for emergencies, in mode: publish`;
    return [{ input: 'scan', given: raw.scan, allowed }];
}
function replicationProblems(raw, values, type) {
    if (values['wait-for-replication'] === undefined)
        return [];
    const why = type === 'public'
        ? 'for ECR Public, which is one registry for all regions'
        : values.mode !== 'publish' && (values.push === false || values.call === 'check')
            ? 'where nothing is pushed'
            : undefined;
    if (why === undefined)
        return [];
    return [{ input: 'wait-for-replication', given: raw['wait-for-replication'], allowed: `false ${why}` }];
}
function fileProblems(raw) {
    const files = ['result-file', 'evidence-file', 'sarif-file', 'env-file'];
    return files.flatMap((input, at) => {
        const same = files.slice(0, at).find((other) => raw[input] !== '' && raw[other] === raw[input]);
        return same === undefined
            ? []
            : [{ input, given: raw[input], allowed: `a path of its own; ${same} has this one` }];
    });
}
function createProblems(raw, values) {
    if (raw['repository-settings'] === '' || values['create-repository'] !== false)
        return [];
    const allowed = 'nothing without create-repository: true; the settings of a repository that is there are never changed';
    return [{ input: 'repository-settings', given: 'settings', allowed }];
}
function settingProblems({ settings }, type) {
    return (0,repository_settings/* settingsWithout */.ov)(settings, type).map((given) => ({
        input: 'repository-settings',
        given,
        isItem: true,
        allowed: type === 'public'
            ? 'policy, tags and catalog for a public repository'
            : 'catalog only for a public repository',
    }));
}

;// CONCATENATED MODULE: ./src/inputs/values.ts

function readEach(raw) {
    const problems = [];
    const entries = table/* inputNames */.vj.map((input) => {
        const text = raw[input] === '' ? table/* inputDefaults */.V0[input] : raw[input];
        const read = table/* inputTable */.Fu[input].parse(text);
        if (read.ok)
            return [input, read.value];
        if ('bad' in read) {
            const isMany = text.trim().includes('\n');
            for (const { item, allowed, line } of read.bad)
                problems.push({
                    input,
                    given: item,
                    allowed,
                    isItem: item !== text.trim(),
                    line: isMany ? line : undefined,
                });
        }
        else
            problems.push({ input, given: shownText(raw, input), allowed: read.allowed });
        return [input, undefined];
    });
    return { values: Object.fromEntries(entries), problems };
}
function idleInputs(raw, mode) {
    return givenInputs(raw).filter((input) => table/* inputTable */.Fu[input].idleIn?.includes(mode) === true);
}
function values_foreignInputs(raw, mode) {
    return givenInputs(raw).flatMap((input) => {
        const { modes } = table/* inputTable */.Fu[input];
        if (modes === undefined || modes.includes(mode))
            return [];
        return [
            {
                input,
                given: shownText(raw, input),
                allowed: `nothing with mode: ${mode}; it is for mode: ${modes.join(', ')}`,
            },
        ];
    });
}
function shownText(raw, input) {
    const { isSecret = false } = table/* inputTable */.Fu[input];
    return isSecret ? '…' : raw[input];
}
function givenInputs(raw) {
    return table/* inputNames */.vj.filter((input) => raw[input] !== '' && raw[input] !== table/* inputDefaults */.V0[input]);
}

;// CONCATENATED MODULE: ./src/inputs/inputs.ts






function parseInputs(raw, ambientRegion, structured = noStructured) {
    const { values, problems } = readEach(raw);
    const mode = values.mode ?? 'ship';
    const all = [
        ...problems.filter(({ input }) => mode !== 'login' || input !== 'repository' || raw.repository !== ''),
        ...problemsTogether(raw, values, structured, ambientRegion),
        ...structured.problems.map(({ input, line, what }) => ({ input, given: '', allowed: '', line, what })),
        ...(values.mode === undefined ? [] : values_foreignInputs(raw, mode)),
    ];
    if (all.length > 0)
        throw invalidInputs(all);
    const places = { image: placeOf(values, ambientRegion), scan: scanPlaceOf(values, ambientRegion) };
    const create = values['create-repository'] === true ? structured.settings : undefined;
    return requestOf({ ...values, create }, places, idleInputs(raw, mode));
}

// EXTERNAL MODULE: ./src/publish/at-once.ts
var at_once = __webpack_require__(8930);
// EXTERNAL MODULE: ./src/types/json.ts
var json = __webpack_require__(9055);
// EXTERNAL MODULE: ./src/image/descriptor.ts
var descriptor = __webpack_require__(5328);
;// CONCATENATED MODULE: ./src/image/instructions.ts
const mostInstruction = 500;
const usualShell = '/bin/sh -c ';
function instructionsOf(createdBy) {
    let shells = [usualShell];
    return createdBy.map((made) => {
        const text = made
            .slice(0, mostInstruction * 20)
            .replace(/\s+/g, ' ')
            .replace(/ # buildkit$/, '')
            .trim();
        const chosen = /(?:^|#\(nop\) )SHELL \[(.+)\]$/.exec(text)?.[1];
        if (chosen !== undefined)
            shells = [...new Set([`${chosen} `, usualShell])];
        return instructionOf(text, shells).slice(0, mostInstruction);
    });
}
function instructionOf(text, shells) {
    for (const shell of shells) {
        const nop = `${shell}#(nop) `;
        if (text.startsWith(nop))
            return text.slice(nop.length).trim();
    }
    const isRun = ['RUN ', '|', ...shells].some((start) => text.startsWith(start));
    return isRun ? `RUN ${commandOf(text.replace(/^RUN /, ''), shells)}` : text;
}
function commandOf(text, shells) {
    const hasArguments = text.startsWith('|');
    for (const shell of shells) {
        const at = text.indexOf(shell);
        if (at === 0 || (hasArguments && at > 0))
            return text.slice(at + shell.length);
    }
    return hasArguments ? '…' : text;
}

;// CONCATENATED MODULE: ./src/image/config.ts





const configNames = [
    'os',
    'architecture',
    'variant',
    'os.version',
    'os.features',
    'config',
    'rootfs',
    'history',
];
async function readImageConfig(config, manifests) {
    const text = await manifests.readBlob(config);
    if (text === undefined)
        return undefined;
    try {
        return parseImageConfig(text);
    }
    catch (error) {
        throw error instanceof refusal/* Refusal */.P_ ? new refusal/* Refusal */.P_(`its config ${config.digest}: ${error.message}`) : error;
    }
}
function parseImageConfig(text) {
    const what = 'the image config';
    const top = (0,json/* membersOf */.lS)((0,json/* readJson */.Vh)(text), configNames, what);
    const [os = '', architecture = '', variant = ''] = ['os', 'architecture', 'variant'].map((name) => (0,json/* textOf */.b6)(top, name, what));
    const run = top.get('config') ?? null;
    const labels = run === null ? undefined : (0,json/* membersOf */.lS)(run, ['Labels'], `config of ${what}`).get('Labels');
    return {
        platform: platformName(os, architecture, variant),
        labels: (0,descriptor/* textsOf */.CB)(labels, `the labels of ${what}`),
        instructions: layerInstructions(top.get('history')),
    };
}
function platformName(os, architecture, variant) {
    const suffix = variant === '' || (architecture === 'arm64' && variant === 'v8') ? '' : `/${variant}`;
    return (0,types_names/* parsePlatform */.FL)(`${os}/${architecture}${suffix}`);
}
function layerInstructions(history) {
    if (!Array.isArray(history))
        return [];
    const entries = history.filter(json/* isObject */.Gv);
    const made = entries.map(({ created_by: by }) => (typeof by === 'string' ? by : ''));
    const instructions = instructionsOf(made);
    return instructions.filter((_, at) => entries[at]?.['empty_layer'] !== true);
}

;// CONCATENATED MODULE: ./src/image/contents.ts
function contentsOf(manifest, config) {
    return { config: manifest.config.digest, layers: layersOf(manifest, config) };
}
function layersOf({ layers }, config) {
    const instructions = config?.instructions ?? [];
    const isWhole = instructions.length === layers.length;
    return layers.map(({ digest, mediaType, size }, at) => ({
        digest,
        mediaType,
        size,
        instruction: isWhole ? instructions[at] || undefined : undefined,
    }));
}

// EXTERNAL MODULE: ./src/image/manifest.ts
var image_manifest = __webpack_require__(596);
;// CONCATENATED MODULE: ./src/image/index-entries.ts



async function readListedImages(entries, manifests) {
    const digests = new Set(entries.map((entry) => entry.digest));
    const stored = await manifests.read([...digests]);
    const read = entries.map((entry) => ({ entry, manifest: manifestOf(entry, stored) }));
    const images = new Set(read.flatMap(({ entry, manifest }) => (manifest.kind === 'image' ? [entry.digest] : [])));
    const run = read.filter((one) => isRun(one, images));
    if (run.length === 0)
        throw new refusal/* Refusal */.P_('the index lists no image, only attestations and artifacts');
    return {
        images: run.map(({ entry, manifest }) => ({
            digest: entry.digest,
            manifest,
            platform: index_entries_platformOf(entry),
        })),
        attestations: read.flatMap(({ entry, manifest }) => manifest.kind === 'attestation' && entry.refersTo !== undefined
            ? [{ about: entry.refersTo, form: manifest.form }]
            : []),
    };
}
function index_entries_platformOf(entry) {
    const { platform } = entry;
    if (platform === undefined)
        return undefined;
    const name = platformName(platform.os, platform.architecture, platform.variant);
    if (name !== undefined)
        return name;
    throw new refusal/* Refusal */.P_(`the index lists ${entry.digest} for ${shownPlatform(entry)}, which is not a platform`);
}
function manifestOf(entry, stored) {
    const found = stored.find((manifest) => manifest.digest === entry.digest);
    if (found === undefined)
        throw new refusal/* Refusal */.P_(`the index lists ${entry.digest}, which the repository does not hold`);
    const refuse = (why) => new refusal/* Refusal */.P_(`the index lists ${entry.digest}, but ${why}`);
    if (found.mediaType !== entry.mediaType)
        throw refuse(`as ${entry.mediaType}, and it is stored as ${found.mediaType}`);
    const bytes = new TextEncoder().encode(found.body).length;
    if (bytes !== entry.size)
        throw refuse(`says that it has ${String(entry.size)} bytes, and it has ${String(bytes)}`);
    try {
        return (0,image_manifest/* parseManifest */.Ng)(found);
    }
    catch (error) {
        if (error instanceof refusal/* Refusal */.P_)
            throw refuse(error.message);
        throw error;
    }
}
function isRun({ entry, manifest }, images) {
    const isUnknown = isForNobody(entry);
    const refuse = (why) => new refusal/* Refusal */.P_(`the index lists ${entry.digest} for ${shownPlatform(entry)}, but ${why}`);
    switch (manifest.kind) {
        case 'image':
            if (isUnknown)
                throw refuse(`it is an image that engines run: a config of type ${manifest.config.mediaType} and ${index_entries_layersOf(manifest)}`);
            return true;
        case 'attestation':
            if (!isUnknown)
                throw refuse('it holds attestations, not an image');
            if (entry.refersTo === undefined || !images.has(entry.refersTo))
                throw refuse(`these attestations are about ${entry.refersTo ?? 'nothing'}, which is no image of this index ` +
                    '(vnd.docker.reference.digest)');
            if (manifest.subject !== undefined && manifest.subject !== entry.refersTo)
                throw refuse(`these attestations are about ${entry.refersTo} there, and name ${manifest.subject} as their subject`);
            return false;
        case 'artifact':
            return false;
        case 'index':
            throw refuse('it is an index itself; only one level is judged');
    }
}
function isForNobody({ platform }) {
    return platform?.os === 'unknown' && platform.architecture === 'unknown' && platform.variant === '';
}
function shownPlatform({ platform }) {
    if (platform === undefined)
        return 'any platform';
    const { os, architecture, variant } = platform;
    return JSON.stringify([os, architecture, ...(variant === '' ? [] : [variant])].join('/')).slice(1, -1);
}
function index_entries_layersOf({ layers }) {
    const [first] = layers;
    if (first === undefined)
        return 'no layers';
    return layers.length === 1
        ? `a layer of type ${first.mediaType}`
        : `${String(layers.length)} layers, the first of type ${first.mediaType}`;
}

;// CONCATENATED MODULE: ./src/publish/patience.ts
const delaysMs = [250, 500, 1000, 2000, 4000, 8000, 15000];
async function retryWhileAbsent(what, { clock, log }, ask) {
    for (const delayMs of delaysMs) {
        const [found] = await ask();
        if (found !== undefined)
            return found;
        log.debug(`Waiting ${String(delayMs)} ms for ${what} to be seen by the API.`);
        await clock.sleep(delayMs);
    }
    return (await ask())[0];
}

;// CONCATENATED MODULE: ./src/publish/verify.ts









async function verifyImage(repository, candidate, tools) {
    const { digest } = candidate;
    const [manifest, facts] = await Promise.all([
        verify_readOne(repository, digest, tools),
        describeOne(repository, digest, tools),
    ]);
    if (facts.mediaType !== undefined && facts.mediaType !== manifest.mediaType) {
        throw verifyFailed(`DescribeImages gives ${digest} the media type ${facts.mediaType}, BatchGetImage gives it ${manifest.mediaType}`);
    }
    try {
        const { kind, platforms, attestations } = await readPlatforms(repository, manifest, candidate.platform, tools);
        return {
            digest,
            manifest,
            kind,
            size: (0,image_manifest/* compressedSize */.n3)(platforms.map((platform) => platform.manifest)),
            platforms: platforms.map(({ image }) => image),
            attestations,
            tags: facts.tags,
            pushedAt: facts.pushedAt,
        };
    }
    catch (error) {
        throw error instanceof refusal/* Refusal */.P_ ? refused(manifest, error) : error;
    }
}
async function readPlatforms(repository, stored, expected, tools) {
    const parsed = (0,image_manifest/* parseManifest */.Ng)(stored);
    switch (parsed.kind) {
        case 'image':
            return {
                kind: 'manifest',
                platforms: [
                    await describeOnly(repository, { digest: stored.digest, manifest: parsed }, expected, tools),
                ],
                attestations: [],
            };
        case 'index':
            return { kind: 'index', ...(await describeListed(repository, parsed.entries, tools)) };
        case 'attestation':
            throw new refusal/* Refusal */.P_('it holds attestations, not an image');
        case 'artifact':
            throw new refusal/* Refusal */.P_('it is an artifact that no engine runs, not an image');
    }
}
async function describeOnly(repository, image, expected, { log }) {
    const config = await readImageConfig(image.manifest.config, repository.manifests);
    const platform = config?.platform ?? expected;
    if (platform === undefined && config === undefined)
        throw verifyFailed('the image config, which says for which platform the image is, cannot be read; ' +
            'grant ecr:GetDownloadUrlForLayer on the repository, or give the input platforms');
    if (platform === undefined)
        throw verifyFailed('the image config does not say for which platform it is; give the input platforms');
    if (config === undefined)
        log.notice('The config of the image cannot be read without ecr:GetDownloadUrlForLayer on the repository: the platform is taken ' +
            `to be ${platform}, and from which commit the image was made is not known.`);
    return onPlatform(platform, image, config);
}
const configsAtOnce = 4;
async function describeListed(repository, entries, tools) {
    const { images, attestations } = await readListedImages(entries, repository.manifests);
    const platforms = await (0,at_once/* eachAtOnce */.G)(configsAtOnce, images, (one) => describeEntry(repository, one, tools));
    return { platforms, attestations };
}
async function describeEntry(repository, { digest, manifest, platform: listed }, { log }) {
    const config = await readListedConfig(repository, manifest, listed, log);
    const own = config?.platform;
    const platform = listed ?? own;
    if (platform === undefined)
        throw new refusal/* Refusal */.P_(`the index does not say for which platform ${digest} is, and its config does not say it or cannot be read`);
    if (own !== undefined && machineOf(own) !== machineOf(platform)) {
        log.warning(`The index lists ${digest} for ${platform}, and its config says ${own}. Engines go by the index, so it is ` +
            `judged as ${platform}; it may not start there.`);
    }
    return onPlatform(platform, { digest, manifest }, config);
}
async function readListedConfig(repository, { config }, listed, log) {
    try {
        return await readImageConfig(config, repository.manifests);
    }
    catch (error) {
        const isOutOfReach = error instanceof errors/* ShipError */.fS && error.code === 'registry-unreachable';
        if (!isOutOfReach || listed === undefined)
            throw error;
        log.debug(`The config ${config.digest} is not compared with the index: ${error.what}`);
        return undefined;
    }
}
function onPlatform(platform, { digest, manifest }, config) {
    const contents = contentsOf(manifest, config);
    return { manifest, image: { platform, digest, size: (0,image_manifest/* compressedSize */.n3)([manifest]), contents } };
}
function machineOf(platform) {
    return (0,types_names/* usualPlatform */.Qq)(platform).split('/').slice(0, 2).join('/');
}
async function verify_readOne(repository, digest, tools) {
    const found = await retryWhileAbsent(`the manifest ${digest}`, tools, () => repository.manifests.read([digest]));
    return found ?? verify_absent(digest);
}
async function describeOne(repository, digest, tools) {
    const found = await retryWhileAbsent(`the image ${digest}`, tools, () => repository.images.describe([{ digest }]));
    return found ?? verify_absent(digest);
}
function verify_absent(digest) {
    throw verifyFailed(`${digest} was pushed, but the repository does not hold it`);
}
function verifyFailed(what) {
    return new errors/* ShipError */.fS({
        code: 'verify-failed',
        what: `The image in the registry could not be verified: ${what}.`,
        next: 'No tag was set. Run the job again; if it fails again, look at what else pushes to this repository.',
    });
}
function refused({ digest, mediaType }, { message }) {
    return new errors/* ShipError */.fS({
        code: 'verify-failed',
        what: `The image ${digest} of ${mediaType === '' ? 'no media type' : `the media type ${mediaType}`} is refused: ${message}.`,
        next: 'No tag was set: an image gets its tags only if all that an engine can get from it was judged (docs/explain/scanning.md). ' +
            'Build it again, and look at what else pushes to this repository.',
    });
}

;// CONCATENATED MODULE: ./src/phases/baseline-size.ts

function readBaselineImage({ digest }, { repository }, tools) {
    return verifyImage(repository, { digest, tag: undefined, platform: undefined }, tools);
}
async function beginBaselineSize({ plan, target }, run) {
    const seen = run.found('before');
    if (seen !== undefined)
        return seen;
    const baseline = run.found('baseline');
    if (plan.inputs.maxGrowth === undefined || baseline === undefined || baseline.isArchived === true)
        return undefined;
    const { ports } = run;
    try {
        return run.keep('before', await readBaselineImage(baseline, target, { ...ports, log: quiet(ports.log) }));
    }
    catch {
        return undefined;
    }
}
function quiet(log) {
    return { ...log, info: log.debug, notice: log.debug, warning: log.debug };
}

;// CONCATENATED MODULE: ./src/image/join.ts




const indexType = 'application/vnd.oci.image.index.v1+json';
async function joinImages(images, manifests) {
    const lists = await Promise.all(images.map((image) => entriesOf(image, manifests)));
    const entries = lists.flat().sort((one, other) => join_compare(sortKey(one), sortKey(other)));
    const twice = entries.find((entry, at) => isSamePlatform(entry, entries[at - 1]));
    if (twice !== undefined)
        throw new refusal/* Refusal */.P_(`two of the images are for ${join_nameOf(twice)}: an index has one for each platform`);
    const body = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests: entries });
    return { digest: await (0,types_digest/* digestOfText */.Nv)(body), mediaType: indexType, body };
}
async function entriesOf(image, manifests) {
    const { digest, mediaType, body } = image;
    const refuse = (why) => new refusal/* Refusal */.P_(`${digest} cannot be joined: ${why}`);
    try {
        const parsed = (0,image_manifest/* parseManifest */.Ng)(image);
        if (parsed.kind === 'index')
            return JSON.parse(body).manifests;
        if (parsed.kind !== 'image')
            throw refuse('it is not an image that an engine runs');
        const config = await readImageConfig(parsed.config, manifests);
        if (config === undefined)
            throw refuse('its config cannot be read; grant ecr:GetDownloadUrlForLayer on the repository');
        if (config.platform === undefined)
            throw refuse('its config does not say for which platform it is');
        const size = new TextEncoder().encode(body).length;
        return [{ mediaType, digest, size, platform: join_platformOf(config.platform) }];
    }
    catch (error) {
        throw error instanceof refusal/* Refusal */.P_ && !error.message.startsWith(digest) ? refuse(error.message) : error;
    }
}
function join_platformOf(platform) {
    const [os = '', architecture = '', variant] = platform.split('/');
    return { architecture, os, ...(variant !== undefined && { variant }) };
}
function join_nameOf({ platform }) {
    const { os = 'any', architecture = 'platform', variant } = platform ?? {};
    return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}
function isSamePlatform(one, other) {
    return other !== undefined && join_nameOf(one) === join_nameOf(other) && join_nameOf(one) !== 'unknown/unknown';
}
function sortKey(entry) {
    const name = join_nameOf(entry);
    return `${name === 'unknown/unknown' ? '1' : '0'} ${name} ${entry.digest}`;
}
function join_compare(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}

// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js
var pep440 = __webpack_require__(8898);
// EXTERNAL MODULE: ./node_modules/semver/functions/compare.js
var functions_compare = __webpack_require__(8469);
var compare_default = /*#__PURE__*/__webpack_require__.n(functions_compare);
// EXTERNAL MODULE: ./node_modules/semver/functions/parse.js
var parse = __webpack_require__(6353);
var parse_default = /*#__PURE__*/__webpack_require__.n(parse);
;// CONCATENATED MODULE: ./src/types/version.ts



function parseVersion(scheme, raw) {
    return scheme === 'semver' ? fromSemver(raw.trim()) : fromPep440(raw.trim());
}
function compareVersions(a, b) {
    return a.scheme === 'semver' ? compare_default()(a.version, b.version) : pep440.compare(a.version, b.version);
}
function fromSemver(raw) {
    const parsed = parse_default()(raw);
    if (parsed === null)
        return undefined;
    const { version, major, minor, patch, prerelease } = parsed;
    return { scheme: 'semver', raw, version, major, minor, patch, isFinal: prerelease.length === 0 };
}
function fromPep440(raw) {
    const [published = '', local] = raw.split('+');
    const version = pep440.clean(published);
    const parts = pep440.explain(raw);
    if (version === null || parts === null)
        return undefined;
    const [major = 0, minor = 0, patch = 0] = parts.release;
    const isFinal = !parts.is_prerelease && !parts.is_postrelease && !parts.is_devrelease;
    const build = local === undefined ? '' : `+${local.toLowerCase().replace(/[-_]/g, '.')}`;
    return { scheme: 'pep440', raw, version: `${version}${build}`, major, minor, patch, isFinal };
}
const unreleased = 'alpha|beta|rc|cr|c|pre|preview|prerelease|dev|develop|snapshot|nightly|canary|milestone|ea|next|unstable|experimental';
const withWord = new RegExp(String.raw `^\d+(?:\.\d+)*[-._]?(?:(?:${unreleased})[-._]?\d*(?:[-._]\d+)*|(?:a|b|m)[-._]?\d+)(?:[-+.][0-9a-z.+-]*)?$`, 'i');
const asSemver = /^\d+(?:\.\d+){2,}-(?=[0-9A-Za-z.-]*[A-Za-z])[0-9A-Za-z.-]+(?:\+[0-9A-Za-z.-]+)?$/;
const asNumbers = /^\d+(?:\.\d+)*(?:\+[0-9A-Za-z.-]+)?$/;
function versionAtEnd(text) {
    for (const { index } of text.matchAll(/(?<![0-9.])\d/g)) {
        const rest = text.slice(index);
        const isBehindLetter = /[a-z]/i.test(text[index - 1] ?? '') && !/(?:^|[^a-z])v$/i.test(text.slice(0, index));
        if (isBehindLetter && !/^\d+\.\d/.test(rest))
            continue;
        const found = versionIn(rest);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function versionIn(text) {
    if (/^\d+[a-z]\d*$/i.test(text))
        return undefined;
    const semver = fromSemver(text);
    if (semver !== undefined)
        return { text, isPreRelease: !semver.isFinal, version: semver };
    const version = fromPep440(text);
    const parts = version === undefined ? null : pep440.explain(text);
    if (parts !== null)
        return { text, isPreRelease: parts.is_prerelease || parts.is_devrelease, version };
    if (withWord.test(text) || asSemver.test(text))
        return { text, isPreRelease: true, version: undefined };
    return asNumbers.test(text) ? { text, isPreRelease: false, version: undefined } : undefined;
}
const channel = new RegExp(String.raw `(?:^|[^a-z0-9])(?:${unreleased}|edge|release-candidate)(?:[-_.]?\d+(?:-\d\d-\d\d)?)?$`, 'i');
function isPreRelease(text) {
    return versionAtEnd(text)?.isPreRelease === true || channel.test(text);
}

;// CONCATENATED MODULE: ./src/publish/age.ts

async function ageOf(name, mine, holder, tools) {
    const theirs = madeBy(holder);
    if (theirs.commit === undefined)
        return { kind: 'unknown', why: 'it does not say from which commit it was made', isResort: true };
    if (mine.commit === undefined)
        return {
            kind: 'older',
            why: `it was made from ${age_short(theirs)}, and which commit this run builds is not certain`,
            isResort: true,
        };
    const relation = await relationOf(mine.commit, theirs.commit, tools);
    switch (relation) {
        case 'same':
            return { kind: 'same', why: `it was made from this commit, ${age_short(theirs)}`, isResort: false };
        case 'descends':
            return {
                kind: 'newer',
                why: `it was made from ${age_short(theirs)}, from which this commit descends`,
                isResort: false,
            };
        case 'precedes':
            return { kind: 'older', why: `it was made from a newer commit, ${age_short(theirs)}`, isResort: false };
        case 'diverged':
            return ofTwoLines(name, mine, { ...theirs, version: holder.version });
        case 'unknown':
            return byTime(mine, theirs, 'the history between the two commits cannot be read');
    }
}
function madeBy({ record, revision }) {
    const label = record?.parts.commit ?? (revision.kind === 'known' ? revision.commit : '');
    const isCommit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(label);
    return { commit: isCommit ? label : undefined, at: record?.committedAt };
}
async function relationOf(mine, theirs, { history, github }) {
    if (mine === theirs)
        return 'same';
    const [down, up] = await Promise.all([history.descends(mine, theirs), history.descends(theirs, mine)]);
    if (down === 'yes')
        return 'descends';
    if (up === 'yes')
        return 'precedes';
    if (down === 'no' && up === 'no')
        return 'diverged';
    return (await github.compare(theirs, mine)) ?? 'unknown';
}
function ofTwoLines(name, mine, theirs) {
    const order = versionOrder(name.version, theirs.version);
    if (order !== undefined && order !== 0) {
        const what = `it has the version ${theirs.version ?? ''}, on another line of commits`;
        return { kind: order > 0 ? 'newer' : 'older', why: what, isResort: true };
    }
    const lines = 'neither of the two commits descends from the other';
    if (name.isOfRef === true)
        return byTime(mine, theirs, lines);
    return { kind: 'older', why: `it was made from ${age_short(theirs)}, and ${lines}`, isResort: false };
}
function versionOrder(mine, label) {
    const theirs = mine === undefined || label === undefined ? undefined : parseVersion(mine.scheme, label);
    return mine === undefined || theirs === undefined ? undefined : compareVersions(mine, theirs);
}
function byTime(mine, theirs, because) {
    if (mine.at === undefined || theirs.at === undefined)
        return { kind: 'unknown', why: `it was made from ${age_short(theirs)}, and ${because}`, isResort: true };
    const when = new Date(theirs.at).toISOString().replace(/\.\d+Z$/, 'Z');
    const isOlder = mine.at < theirs.at;
    return {
        kind: isOlder ? 'older' : 'newer',
        why: `it was made from ${age_short(theirs)} of ${when}, which is ${isOlder ? 'later' : 'not later'}; ${because}`,
        isResort: true,
    };
}
function age_short({ commit }) {
    return commit?.slice(0, 12) ?? 'an unknown commit';
}

;// CONCATENATED MODULE: ./src/types/build-record.ts

const recordParts = [
    'commit',
    'tree',
    'context',
    'file',
    'target',
    'platforms',
    'build-args',
    'labels',
    'annotations',
    'environment',
];
const recordLabel = 'org.ecr-ship.record';
const revisionLabel = 'org.opencontainers.image.revision';
const build_record_format = 'v1';
const noRecord = `${build_record_format},unknown`;
function formatRecord({ parts, committedAt }) {
    const at = committedAt === undefined ? [] : [`at=${String(Math.round(committedAt / 1000))}`];
    return [build_record_format, ...at, ...recordParts.map((part) => `${part}=${parts[part]}`)].join(',');
}
function parseRecord(text) {
    const [version, ...fields] = text.split(',');
    if (version !== build_record_format)
        return undefined;
    const found = new Map();
    for (const field of fields) {
        const [, name, value] = /^([a-z-]+)=([0-9a-z]{1,64})$/.exec(field) ?? [];
        if (name === undefined || value === undefined || found.has(name))
            return undefined;
        found.set(name, value);
    }
    const seconds = found.get('at') ?? '';
    const parts = recordParts.map((part) => [part, found.get(part)]);
    if (parts.some(([, value]) => value === undefined))
        return undefined;
    if (found.size !== parts.length + (seconds === '' ? 0 : 1))
        return undefined;
    return {
        parts: Object.fromEntries(parts),
        committedAt: /^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : undefined,
    };
}
function differences(one, other) {
    return recordParts.filter((part) => one.parts[part] !== other.parts[part]);
}
const partNames = {
    commit: 'the commit',
    tree: 'files that are not those of the commit',
    context: 'the build context',
    file: 'the Dockerfile',
    target: 'the target',
    platforms: 'the platforms',
    'build-args': 'build-args',
    labels: 'labels',
    annotations: 'annotations',
    environment: "the builder's variables",
};
async function shortHash(text) {
    const digest = await (0,types_digest/* digestOfText */.Nv)(text);
    return digest.slice('sha256:'.length, 'sha256:'.length + 32);
}

;// CONCATENATED MODULE: ./src/publish/holders.ts








async function readHolders(images, manifests) {
    const distinct = new Map(images.map((image) => [image.digest, image]));
    const holders = await Promise.all([...distinct.values()].map((image) => readHolder(image, manifests)));
    return new Map(holders.map((holder) => [holder.digest, holder]));
}
async function readHolder(image, manifests) {
    const { digest } = image;
    try {
        const parts = await readParts(image, manifests);
        const platforms = parts.flatMap(({ platform }) => (platform === undefined ? [] : [platform]));
        return { digest, ...describedByAll(parts), platforms, extent: extentOf(parts) };
    }
    catch (error) {
        if (!(error instanceof refusal/* Refusal */.P_))
            throw error;
        return { digest, ...unknown((0,types_text/* clause */.sb)(error.message)), platforms: [] };
    }
}
const holders_configsAtOnce = 4;
async function readParts(stored, manifests) {
    const read = (manifest) => readImageConfig(manifest.config, manifests);
    const parsed = (0,image_manifest/* parseManifest */.Ng)(stored);
    if (parsed.kind === 'image') {
        const config = await read(parsed);
        return [{ digest: stored.digest, manifest: parsed, platform: config?.platform, config }];
    }
    if (parsed.kind !== 'index')
        throw new refusal/* Refusal */.P_('it is not a container image');
    const { images: listed } = await readListedImages(parsed.entries, manifests);
    return (0,at_once/* eachAtOnce */.G)(holders_configsAtOnce, listed, async ({ digest, platform, manifest }) => {
        const config = await read(manifest);
        return { digest, manifest, platform: platform ?? config?.platform, config };
    });
}
function extentAtHand(stored) {
    try {
        const parsed = (0,image_manifest/* parseManifest */.Ng)(stored);
        return parsed.kind === 'image' ? { size: (0,image_manifest/* compressedSize */.n3)([parsed]), platforms: [] } : undefined;
    }
    catch (error) {
        if (!(error instanceof refusal/* Refusal */.P_))
            throw error;
        return undefined;
    }
}
function extentOf(parts) {
    const platforms = parts.flatMap(({ digest, manifest, platform, config }) => platform === undefined
        ? []
        : [{ platform, digest, size: (0,image_manifest/* compressedSize */.n3)([manifest]), contents: contentsOf(manifest, config) }]);
    return {
        size: (0,image_manifest/* compressedSize */.n3)(parts.map(({ manifest }) => manifest)),
        platforms: platforms.length === parts.length ? platforms : [],
    };
}
function describedByAll(parts) {
    const all = [];
    for (const { config } of parts) {
        if (config === undefined)
            return { ...unknown(unreadable), isReadable: false };
        all.push(describedBy(config));
    }
    const [first] = all;
    if (first === undefined)
        return unknown('it has no platform');
    return all.every((one) => identity(one) === identity(first))
        ? first
        : unknown('its platforms do not all say that they were made from the same');
}
function identity({ revision, record, version }) {
    return JSON.stringify([revision, record === undefined ? '' : formatRecord(record), version]);
}
function describedBy({ labels }) {
    const revision = labels.get(revisionLabel) ?? '';
    return {
        isReadable: true,
        revision: revision === ''
            ? { kind: 'unknown', why: `it has no label ${revisionLabel}` }
            : { kind: 'known', commit: revision },
        record: parseRecord(labels.get(recordLabel) ?? ''),
        version: labels.get('org.opencontainers.image.version') || undefined,
    };
}
function unknown(why) {
    return { isReadable: true, revision: { kind: 'unknown', why }, record: undefined, version: undefined };
}
const unreadable = 'its config cannot be read; grant ecr:GetDownloadUrlForLayer on the repository to the role of this job';

// EXTERNAL MODULE: ./src/types/media-types.ts
var media_types = __webpack_require__(5949);
;// CONCATENATED MODULE: ./src/image/references.ts




const topNames = [
    'schemaVersion',
    'mediaType',
    'artifactType',
    'config',
    'layers',
    'manifests',
    'subject',
    'annotations',
];
function referencesOf({ body, mediaType }) {
    const top = (0,json/* membersOf */.lS)((0,json/* readJson */.Vh)(body), topNames, 'the manifest');
    if ((0,media_types/* isIndexType */.$U)(mediaType))
        return { blobs: [], manifests: references_listOf(top.get('manifests'), 'entry') };
    const config = top.get('config');
    if (config === undefined)
        throw new refusal/* Refusal */.P_('it is a manifest without a config');
    return {
        blobs: [descriptorOf(config, 'its config'), ...references_listOf(top.get('layers'), 'layer')],
        manifests: [],
    };
}
function references_listOf(list, what) {
    if (list === null)
        return [];
    if (!Array.isArray(list))
        throw new refusal/* Refusal */.P_(`it has no list where there is one for each ${what}`);
    return list.map((value, at) => descriptorOf(value, `${what} ${String(at + 1)}`));
}
function descriptorOf(value, what) {
    const { mediaType, digest, size } = (0,descriptor/* readDescriptor */.qq)(value, what);
    return { mediaType, digest, size };
}

;// CONCATENATED MODULE: ./src/publish/restore.ts



const restore_mostMs = 30 * 60_000;
const shortestPauseMs = 1000;
const longestPauseMs = 15_000;
const wordEveryMs = 60_000;
const mostLevels = 3;
async function restoreArchived(repository, ids, tools) {
    if (repository.archive === undefined)
        return;
    const deadline = tools.clock.now() + restore_mostMs;
    let level = ids;
    for (let depth = 0; depth < mostLevels && level.length > 0; depth += 1) {
        const facts = await repository.images.describe(level);
        const away = facts.filter(({ archive }) => archive !== undefined);
        if (away.length > 0)
            await restoreAll(repository, away, { ...tools, deadline });
        const manifests = await repository.manifests.read(facts.map(({ digest }) => digest));
        level = [...new Set(manifests.flatMap(listedIn))].map((digest) => ({ digest }));
    }
}
function listedIn(manifest) {
    try {
        return referencesOf(manifest).manifests.map(({ digest }) => digest);
    }
    catch (error) {
        if (error instanceof refusal/* Refusal */.P_)
            return [];
        throw error;
    }
}
async function restoreAll(repository, away, { clock, log, deadline }) {
    for (const image of away)
        await askBack(repository, image, log);
    const digests = away.map(({ digest }) => digest);
    const start = clock.now();
    let saidAt = start;
    for (;;) {
        const now = clock.now();
        const left = await stillAway(repository, digests);
        if (left.length === 0)
            break;
        if (now >= deadline)
            throw notInTime(left, repository);
        if (now - saidAt >= wordEveryMs) {
            saidAt = now;
            const minutes = String(Math.round((now - start) / 60_000));
            log.info(`Waiting for ${left.join(', ')} from the archive for ${minutes} min; ECR takes up to 20 minutes.`);
        }
        await clock.sleep(Math.min(longestPauseMs, Math.max(shortestPauseMs, (now - start) / 4)));
    }
    const seconds = String(Math.round((clock.now() - start) / 1000));
    log.info(`Restored from the archive after ${seconds} s: ${digests.join(', ')}.`);
}
async function stillAway(repository, digests) {
    const facts = await repository.images.describe(digests.map((digest) => ({ digest })));
    return facts.flatMap(({ digest, archive }) => (archive === undefined ? [] : [digest]));
}
async function askBack({ archive: archives, images, name }, { digest, archive }, log) {
    if (archive === 'activating') {
        log.info(`${digest} is on its way back from the archive of ${name}; waiting for it.`);
        return;
    }
    log.info(`${digest} is archived in ${name}; restoring it, which ECR does within 20 minutes.`);
    try {
        await archives?.restore(digest);
    }
    catch (error) {
        const [now] = await images.describe([{ digest }]);
        if (now?.archive === 'archived')
            throw error;
    }
}
function notInTime(digests, { name, region, registryId }) {
    const [first] = digests;
    return new errors/* ShipError */.fS({
        code: 'image-archived',
        what: `In ${name} ${digests.join(' and ')} did not come back from the archive within ${String(restore_mostMs / 60_000)} minutes.`,
        next: 'The restore goes on without this run: run the job again as soon as the image is ACTIVE, which this shows: ' +
            `aws ecr describe-images --region ${region} --registry-id ${registryId} --repository-name ${name} --image-ids imageDigest=${first ?? ''}`,
    });
}

;// CONCATENATED MODULE: ./src/types/message.ts
function info(text) {
    return { level: 'info', text };
}
function notice(text) {
    return { level: 'notice', text };
}
function warning(text) {
    return { level: 'warning', text };
}

;// CONCATENATED MODULE: ./src/phases/collecting.ts









const collecting = {
    name: 'collect',
    title: 'Collect',
    async run({ inputs, target }, run) {
        const { repository } = target;
        const images = await imagesOf(inputs.from, target, run);
        const holders = await readHolders(images, repository.manifests);
        const [first] = images;
        if (first === undefined)
            throw new Error('nothing is to be published');
        return {
            image: images.length === 1 ? first : await joined(images, repository),
            parts: images.length === 1 ? [] : images,
            made: madeFrom([...holders.values()]),
        };
    },
    tell: ({ image, parts, made }, { inputs: { from } }) => [
        ...('tag' in from.images ? [info(`${from.images.tag} points to ${image.digest}.`)] : []),
        ...(parts.length === 0
            ? []
            : [
                info(`Joins ${parts.map(({ digest }) => (0,types_digest/* shortDigest */.VK)(digest)).join(', ')} to the index ${image.digest}.`),
            ]),
        info(`Made from ${made.commit ?? `an unknown commit: ${made.why}`}.`),
    ],
};
async function imagesOf({ images }, { repository }, { ports }) {
    if ('tag' in images) {
        const { tag } = images;
        const read = async () => (await repository.tags.read([tag])).get(tag);
        const image = (await read()) ?? (await restoreArchived(repository, [{ tag }], ports).then(read));
        if (image === undefined)
            throw notFound(`no tag ${tag}`, repository);
        return [image];
    }
    const { digests } = images;
    const there = await repository.manifests.read(digests);
    const away = digests.filter((digest) => !there.some((image) => image.digest === digest));
    if (away.length === 0)
        return collecting_inOrder(digests, there);
    const ids = away.map((digest) => ({ digest }));
    await restoreArchived(repository, ids, ports);
    const found = [...there, ...(await repository.manifests.read(away))];
    const missing = away.filter((digest) => !found.some((image) => image.digest === digest));
    if (missing.length > 0)
        throw notFound(missing.join(' and no '), repository);
    return collecting_inOrder(digests, found);
}
function collecting_inOrder(digests, images) {
    const byDigest = new Map(images.map((image) => [image.digest, image]));
    return digests.flatMap((digest) => byDigest.get(digest) ?? []);
}
function notFound(what, { name, region, registryId }) {
    return new errors/* ShipError */.fS({
        code: 'image-not-found',
        what: `The repository ${name} of account ${registryId} in ${region} has ${what.startsWith('no ') ? what : `no ${what}`}.`,
        next: 'Correct the input from; an image that was built and never tagged is removed after a day. ' +
            `This lists what is there: aws ecr describe-images --region ${region} --registry-id ${registryId} --repository-name ${name}`,
    });
}
async function joined(images, { manifests }) {
    try {
        return await joinImages(images, manifests);
    }
    catch (error) {
        if (!(error instanceof refusal/* Refusal */.P_))
            throw error;
        throw new errors/* ShipError */.fS({
            code: 'invalid-input',
            what: `The images of the input from cannot be joined to an index: ${(0,types_text/* clause */.sb)(error.message)}.`,
            next: 'Give one image for each platform, as the jobs with mode: build give them.',
        });
    }
}
function madeFrom(holders) {
    const all = holders.map(madeBy);
    const [first] = all;
    const [holder] = holders;
    if (first?.commit === undefined) {
        const why = holder?.revision.kind === 'unknown' ? holder.revision.why : 'its labels do not say it';
        return { commit: undefined, committedAt: undefined, why: `the image does not say its commit: ${why}` };
    }
    if (all.some(({ commit }) => commit !== first.commit)) {
        const why = `the images are of different commits: ${[...new Set(all.map(({ commit }) => commit?.slice(0, 12) ?? 'unknown'))].join(', ')}`;
        return { commit: undefined, committedAt: undefined, why };
    }
    return { commit: first.commit, committedAt: first.at, why: '' };
}

;// CONCATENATED MODULE: ./src/plan/tags/legal.ts


const legal_longest = 128;
const hashLength = 8;
function legalTag(text) {
    if (text.trim() === '')
        return undefined;
    const cleaned = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
    const isWhole = cleaned !== '' && cleaned.length <= legal_longest && !/[^\u0000-\u007f]/.test(text);
    if (isWhole)
        return (0,types_names/* parseTag */.ED)(cleaned);
    const kept = cleaned.slice(0, legal_longest - hashLength - 1).replace(/[.-]+$/, '');
    return (0,types_names/* parseTag */.ED)(kept === '' ? legal_shortHash(text) : `${kept}-${legal_shortHash(text)}`);
}
function legal_shortHash(text) {
    return hash64(text).toString(36).padStart(hashLength, '0').slice(-hashLength);
}

;// CONCATENATED MODULE: ./src/plan/comparison.ts

function isDifferenceTold({ inputs, source }) {
    return inputs.comment && source.about.kind === 'pull-request';
}
function comparedTags(asked) {
    const { policy, maxGrowth } = asked.inputs;
    const isCompared = policy.onlyNew || maxGrowth !== undefined || isDifferenceTold(asked);
    return isCompared ? (baselineTags(asked) ?? []) : [];
}
function baselineTags({ inputs, source }) {
    if (inputs.baselineTag !== undefined)
        return [inputs.baselineTag];
    const decides = inputs.policy.onlyNew || inputs.maxGrowth !== undefined;
    if (decides || !isDifferenceTold({ inputs, source }))
        return undefined;
    const branch = source.baseBranch;
    const isDefault = branch !== undefined && branch === source.repository.defaultBranch;
    return [branch, isDefault ? 'latest' : undefined].flatMap((name) => legalTag(name ?? '') ?? []);
}

;// CONCATENATED MODULE: ./src/publish/highest.ts

function keptBackBy(name, tags) {
    const { claim } = name;
    if (claim === undefined || name.kind === 'fixed')
        return undefined;
    return tags.find((tag) => {
        const version = highest_versionIn(tag, claim);
        return version !== undefined && isRival(version, claim) && compareVersions(version, claim.version) > 0;
    });
}
function highest_versionIn(tag, { before, after, version }) {
    if (!tag.startsWith(before) || !tag.endsWith(after))
        return undefined;
    return parseVersion(version.scheme, tag.slice(before.length, tag.length - after.length));
}
function isRival(other, { version, within }) {
    if (!other.isFinal)
        return false;
    switch (within) {
        case 'all':
            return true;
        case 'major':
            return other.major === version.major;
        case 'minor':
            return other.major === version.major && other.minor === version.minor;
        case 'patch':
            return other.major === version.major && other.minor === version.minor && other.patch === version.patch;
    }
}

;// CONCATENATED MODULE: ./src/publish/mutability.ts

function mayMove(tag, mutability) {
    const excepted = mutability.exceptFilters.some((filter) => (0,wildcard/* matchesWildcard */._)(tag, filter));
    return (mutability.default === 'mutable') !== excepted;
}

;// CONCATENATED MODULE: ./src/publish/taken.ts


function taken_taken(names, { repository, held, holders }, { ifExists, commit }, remade = []) {
    const each = names.map((name) => {
        const digest = held.get(name.tag);
        const holder = digest === undefined ? undefined : holders.get(digest);
        const why = remade.find(({ tag }) => tag === name.tag)?.why;
        return `${name.tag} already points to ${digest ?? 'an image'}, ${originOf(holder)}${why === undefined ? '' : `, and ${why}`}`;
    });
    const here = commit === undefined ? 'the commit of this run is not certain' : `this run builds ${commit}`;
    return new errors/* ShipError */.fS({
        code: 'tag-taken',
        what: `Nothing was built: in ${repository.name} ${each.join('; ')}; ${here}.`,
        next: {
            reuse: remade.length > 0
                ? 'Give this image tags of its own (such as a suffix in the input flavor), or let the tag move in the settings of the repository.'
                : 'Give this image another version, or run the job for the commit of that image. ' +
                    'Where the repository allows it, if-exists: move lets the tag move.',
            fail: 'Give this image another version; if-exists: reuse goes on with an image of the same commit.',
            move: `The repository does not let the tag move: give this image another version, or delete the tag.`,
        }[ifExists],
    });
}
function originOf(holder) {
    const revision = holder?.revision;
    if (revision?.kind === 'known')
        return `which was made from ${revision.commit}`;
    return `and it is not known from which commit that was made${revision === undefined ? '' : `: ${revision.why}`}`;
}
function immovable(names, repository, held, holders) {
    const each = names.map((name) => {
        const digest = held.get(name.tag);
        const revision = digest === undefined ? undefined : holders.get(digest)?.revision;
        const made = revision?.kind === 'known' ? ` (made from ${revision.commit})` : '';
        return `${name.tag} points to ${digest ?? 'an image'}${made}`;
    });
    return new errors/* ShipError */.fS({
        code: 'tag-immovable',
        what: `Nothing was built: ${repository.name} does not let tags move, but ${each.join(' and ')}, ` +
            'and this run would have to move it.',
        next: `Leave the tag out of the input tags, or let it move. ${settingThatAllows(names.map((name) => name.tag), repository)}`,
    });
}
const mostFilters = 5;
function settingThatAllows(tags, { name, region, registryId, mutability }) {
    const command = `aws ecr put-image-tag-mutability --region ${region} --registry-id ${registryId} --repository-name ${name}`;
    const filters = (patterns) => patterns.map((pattern) => `'filterType=WILDCARD,filter=${pattern}'`).join(' ');
    const option = '--image-tag-mutability-exclusion-filters';
    if (mutability.default === 'immutable') {
        const wanted = [...mutability.exceptFilters, ...tags];
        const limit = wanted.length > mostFilters
            ? `; ECR takes ${String(mostFilters)} filters at most, so join some with *`
            : '';
        return `This setting lets ${tags.join(' and ')} move${limit}: ${command} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION ${option} ${filters(wanted)}`;
    }
    const rest = mutability.exceptFilters.filter((filter) => !tags.some((tag) => (0,wildcard/* matchesWildcard */._)(tag, filter)));
    const setting = rest.length === 0
        ? '--image-tag-mutability MUTABLE'
        : `--image-tag-mutability MUTABLE_WITH_EXCLUSION ${option} ${filters(rest)}`;
    return `This setting lets ${tags.join(' and ')} move: ${command} ${setting}`;
}
function warningsOfSetOnce(decision, repository) {
    const once = decision.names.filter(({ state }) => state === 'once').map(({ name }) => name.tag);
    if (once.length === 0)
        return [];
    return [
        `${repository.name} does not let tags move: ${once.join(', ')} can be set this once, and the next image cannot ` +
            `have it. ${settingThatAllows(once, repository)}`,
    ];
}
function takenByTwo(names, repository, held) {
    const each = names.map((name) => `${name.tag} points to ${held.get(name.tag) ?? ''}`);
    return new errors/* ShipError */.fS({
        code: 'tag-taken',
        what: `Nothing was built: in ${repository.name} tags of this run point to different images of its commit: ${each.join(', ')}.`,
        next: 'Delete the tag that is wrong, or leave it out of the input tags.',
    });
}
function lostRace(name, repository, holder, mine) {
    return new errors/* ShipError */.fS({
        code: 'tag-taken',
        what: `Another run was faster: ${name.tag} in ${repository.name} now points to ${holder ?? 'another image'}, ` +
            `and not ${mine}, which this run built.`,
        next: 'Its tags stay as they are. Run this job again: it goes on with that image if it was made from the same commit.',
    });
}

;// CONCATENATED MODULE: ./src/publish/decide.ts




function decide(before, wish) {
    const { repository, held } = before;
    const kept = keptBack(before);
    const names = before.names.filter((name) => !kept.has(name));
    const bound = names.filter((name) => held.has(name.tag) && isBound(name, repository, wish.ifExists));
    const { reused, remade } = wish.ifExists === 'reuse' ? reuse(bound, names, before, wish) : refuse(bound, before, wish);
    const decided = before.names.map((name) => kept.get(name) ?? { name, state: stateOf(name, before, reused), holder: held.get(name.tag) });
    const named = withVersions(decided, before);
    if (reused === undefined)
        return { kind: 'build', names: named, remade };
    const commit = before.holders.get(reused)?.record?.parts.commit;
    return {
        kind: 'reuse',
        digest: reused,
        names: named,
        since: commit === wish.commit ? undefined : commit,
    };
}
function withVersions(names, { holders }) {
    return names.map((one) => {
        const holderVersion = one.holder && holders.get(one.holder)?.version;
        return { ...one, ...(holderVersion !== undefined && { holderVersion }) };
    });
}
function keptBack({ names, held, allTags }) {
    const kept = new Map();
    for (const name of names) {
        const higher = keptBackBy(name, allTags);
        if (higher === undefined)
            continue;
        const because = `${higher} is a higher version`;
        kept.set(name, { name, state: 'kept-back', holder: held.get(name.tag), because });
    }
    return kept;
}
function isBound(name, repository, ifExists) {
    if (!mayMove(name.tag, repository.mutability))
        return true;
    return name.kind === 'fixed' && ifExists !== 'move';
}
function boundTags(names, repository, ifExists) {
    return names.filter((name) => isBound(name, repository, ifExists));
}
function refuse(bound, before, wish) {
    const { repository, held, holders } = before;
    const movable = bound.filter((name) => name.kind === 'moving');
    if (movable.length > 0)
        throw immovable(movable, repository, held, holders);
    if (bound.length > 0)
        throw taken_taken(bound, before, wish);
    return { reused: undefined, remade: [] };
}
function reuse(bound, names, before, wish) {
    const { repository, held, holders } = before;
    const kinds = new Map(bound.map((name) => [name, kinshipOf(holders.get(digestOf(name, held)), wish)]));
    const having = (kind) => bound.filter((name) => kinds.get(name)?.kind === kind);
    const strangers = having('other');
    const versions = strangers.filter((name) => name.kind === 'fixed');
    if (versions.length > 0)
        throw taken_taken(versions, before, wish);
    if (strangers.length > 0)
        throw immovable(strangers, repository, held, holders);
    const same = new Set(having('same').map((name) => digestOf(name, held)));
    const remade = having('remade').map((name) => {
        const kinship = kinds.get(name);
        return {
            tag: name.tag,
            digest: digestOf(name, held),
            why: kinship?.kind === 'remade' ? kinship.why : '',
        };
    });
    const fast = having('remade').filter((name) => !mayMove(name.tag, repository.mutability));
    if (same.size > 1 || (same.size === 1 && fast.length > 0))
        throw takenByTwo(bound, repository, held);
    if (fast.length > 0)
        throw taken_taken(fast, before, wish, remade);
    const [digest] = same;
    return {
        reused: digest ?? (remade.length === 0 ? unchangedImage(names, before, wish) : undefined),
        remade,
    };
}
function unchangedImage(names, { held }, wish) {
    return names
        .map((name) => held.get(name.tag))
        .find((digest) => digest !== undefined && wish.unchanged.has(digest));
}
function kinshipOf(holder, { commit, record, unchanged }) {
    if (holder === undefined)
        return { kind: 'other' };
    if (unchanged.has(holder.digest))
        return { kind: 'same' };
    const theirs = holder.record?.parts.commit ?? (holder.revision.kind === 'known' ? holder.revision.commit : undefined);
    if (commit === undefined || theirs !== commit)
        return { kind: 'other' };
    if (holder.record === undefined)
        return { kind: 'remade', why: 'it does not record what else it was made from' };
    if (record === undefined)
        return { kind: 'remade', why: 'it is not certain what this run makes an image from' };
    const parts = differences(record, holder.record);
    return parts.length === 0
        ? { kind: 'same' }
        : { kind: 'remade', why: `it differs in ${parts.map((part) => partNames[part]).join(', ')}` };
}
function digestOf(name, held) {
    const digest = held.get(name.tag);
    if (digest === undefined)
        throw new Error(`${name.tag} is not held`);
    return digest;
}
function stateOf(name, { held, repository }, reused) {
    const holder = held.get(name.tag);
    if (holder !== undefined)
        return holder === reused ? 'same' : 'moves';
    return name.kind === 'moving' && !mayMove(name.tag, repository.mutability) ? 'once' : 'new';
}

;// CONCATENATED MODULE: ./src/publish/decide-given.ts




function decideGiven(before, digest, ifExists) {
    const { repository, held, holders } = before;
    const kept = keptBack(before);
    const free = before.names.filter((name) => !kept.has(name));
    const others = boundTags(free, repository, ifExists).filter((name) => {
        const holder = held.get(name.tag);
        return holder !== undefined && holder !== digest;
    });
    const fixed = others.filter((name) => name.kind === 'fixed');
    if (fixed.length > 0) {
        const each = fixed.map(({ tag }) => `${tag} already points to ${held.get(tag) ?? 'another image'}`);
        throw new errors/* ShipError */.fS({
            code: 'tag-taken',
            what: `Nothing was tagged: in ${repository.name} ${each.join('; ')}, and this run publishes ${digest}.`,
            next: ifExists === 'move'
                ? 'The repository does not let the tag move: give the image another version, or delete the tag.'
                : 'Give the image another version. Where the repository allows it, if-exists: move lets the tag move.',
        });
    }
    if (others.length > 0)
        throw immovable(others, repository, held, holders);
    const names = before.names.map((name) => {
        const holder = held.get(name.tag);
        const moves = name.kind === 'moving' && !mayMove(name.tag, repository.mutability) ? 'once' : 'new';
        const state = holder === undefined ? moves : holder === digest ? 'same' : 'moves';
        return kept.get(name) ?? { name, state, holder };
    });
    return { kind: 'given', digest, names: withVersions(names, before) };
}

;// CONCATENATED MODULE: ./src/publish/tags-before.ts







async function decideTags(plan, { repository, tagged }, tools, given) {
    const { inputs, source, names, record } = plan;
    const images = names.flatMap(({ tag }) => tagged.get(tag) ?? []);
    const holders = await readHolders(images, repository.manifests);
    const held = new Map([...tagged].map(([tag, { digest }]) => [tag, digest]));
    const before = {
        repository,
        names,
        held,
        holders,
        allTags: await rivalTags(names, repository, held, holders),
    };
    const { ifExists } = inputs;
    const decision = given === undefined
        ? decide(before, {
            ifExists,
            commit: source.built,
            record,
            unchanged: await unchangedImages(plan, [...holders.values()], tools),
        })
        : decideGiven(before, given, ifExists);
    const reused = decision.kind === 'reuse' ? holders.get(decision.digest) : undefined;
    const mine = reused === undefined ? { commit: source.built, at: source.committedAt } : madeBy(reused);
    const known = new Map(holders);
    const ages = {
        ifOlder: inputs.ifOlder,
        async of(name, image) {
            const holder = known.get(image.digest) ?? (await readHolders([image], repository.manifests)).get(image.digest);
            if (holder === undefined)
                throw new Error(`nothing was read of ${image.digest}`);
            known.set(image.digest, holder);
            return ageOf(name, mine, holder, tools);
        },
    };
    const kept = await keepOlder(decision.names, tagged, ages, tools.log);
    return { decision: { ...decision, names: kept }, ages, holders };
}
async function rivalTags(names, repository, held, holders) {
    const claiming = names.filter((name) => name.kind === 'moving' && name.claim !== undefined);
    const versions = claiming.flatMap((name) => {
        const holder = held.get(name.tag);
        return (holder === undefined ? undefined : holders.get(holder)?.version) ?? [];
    });
    const isTold = claiming.every((name) => keptBackBy(name, versions) !== undefined);
    return isTold ? versions : repository.tags.list();
}
async function unchangedImages({ inputs, record, source }, holders, { history, log }) {
    const unchanged = new Set();
    const { built } = source;
    if (inputs.reusePaths.length === 0 ||
        inputs.ifExists !== 'reuse' ||
        record === undefined ||
        built === undefined)
        return unchanged;
    for (const holder of holders) {
        const commit = holder.record?.parts.commit;
        if (holder.record === undefined || commit === undefined || commit === built)
            continue;
        if (differences(record, holder.record).some((part) => part !== 'commit'))
            continue;
        const changed = await history.changed(commit, built, inputs.reusePaths);
        if (changed.kind === 'unknown')
            log.warning(`It is not known what has changed below reuse-paths since ${commit.slice(0, 12)}: ${changed.why}. The image is built again.`);
        else if (changed.paths.length === 0)
            unchanged.add(holder.digest);
    }
    return unchanged;
}
async function keepOlder(names, tagged, ages, log) {
    if (ages.ifOlder === 'move')
        return [...names];
    return Promise.all(names.map(async (decision) => {
        const image = tagged.get(decision.name.tag);
        if (decision.state !== 'moves' || decision.name.kind !== 'moving' || image === undefined)
            return decision;
        const age = await ages.of(decision.name, image);
        if (age.kind === 'older' && ages.ifOlder === 'fail')
            throw olderCommit(decision.name, image.digest, age);
        if (age.isResort)
            log.notice(`${decision.name.tag} ${age.kind === 'older' ? 'stays' : 'moves'}, although the Git history does not show which commit is newer: ${age.why}.`);
        return age.kind === 'older' ? { ...decision, state: 'kept-back', because: age.why } : decision;
    }));
}
function olderCommit({ tag }, digest, { why }) {
    return new errors/* ShipError */.fS({
        code: 'older-commit',
        what: `${tag} points to ${digest}, and this run would move it back: ${why}.`,
        next: 'Run the job for a newer commit; if-older: keep leaves the tag where it is, if-older: move is a rollback.',
    });
}

;// CONCATENATED MODULE: ./src/publish/archived-tags.ts





async function decideBeyondArchive(plan, place, tools, given) {
    const { repository, tagged } = place;
    const [decided, archived] = await Promise.all([
        decideTags(plan, place, tools, given),
        archivedTags(plan, place),
    ]);
    const { ifExists } = plan.inputs;
    const bound = boundTags(plan.names.filter(({ tag }) => archived.has(tag)), repository, ifExists);
    if (bound.length === 0)
        return { ...decided, archived };
    if (given !== undefined || ifExists !== 'reuse')
        throw takenByArchived(bound, archived, repository);
    await restoreArchived(repository, bound.map(({ tag }) => ({ tag })), tools);
    const back = await repository.tags.read(bound.map(({ tag }) => tag));
    const left = new Map([...archived].filter(([tag]) => !back.has(tag)));
    const again = { repository, tagged: new Map([...tagged, ...back]) };
    return { ...(await decideTags(plan, again, tools, given)), archived: left };
}
const looksAtOnce = 8;
async function lookAhead({ archive, images }, tags) {
    if (archive === undefined || tags.length > looksAtOnce)
        return new Map();
    return new Map(await Promise.all(tags.map(async (tag) => [tag, (await images.describe([{ tag }]))[0]])));
}
async function archivedTags({ names, inputs }, { repository, tagged, compared = [], looked = new Map() }) {
    if (repository.archive === undefined)
        return new Map();
    const isCompared = inputs.policy.onlyNew || inputs.maxGrowth !== undefined;
    const mattering = isCompared ? names : boundTags(names, repository, inputs.ifExists);
    const absent = [...new Set([...mattering.map(({ tag }) => tag), ...compared])].filter((tag) => !tagged.has(tag));
    const found = await (0,at_once/* eachAtOnce */.G)(looksAtOnce, absent, async (tag) => {
        const image = looked.has(tag) ? looked.get(tag) : (await repository.images.describe([{ tag }]))[0];
        return image?.archive === undefined ? [] : [[tag, image.digest]];
    });
    return new Map(found.flat());
}
function takenByArchived(names, archived, { name }) {
    const each = names.map(({ tag }) => `${tag} already points to ${archived.get(tag) ?? 'an image'}`);
    return new errors/* ShipError */.fS({
        code: 'tag-taken',
        what: `Nothing was tagged: in ${name} ${each.join('; ')}, which is archived.`,
        next: 'Give this image another version; if-exists: reuse restores the archived image, and goes on with it if it was made from the same.',
    });
}

;// CONCATENATED MODULE: ./src/scan/freshness.ts
const dayMs = 24 * 3600_000;
function isOutdated(completedAt, now) {
    return now - completedAt > dayMs;
}
function isFromTheFuture(completedAt, now) {
    return completedAt > now + 15 * 60_000;
}
function isFromBefore(completedAt, askedAt) {
    return completedAt < askedAt - dayMs / 2;
}

// EXTERNAL MODULE: ./src/types/tally.ts
var tally = __webpack_require__(215);
;// CONCATENATED MODULE: ./src/scan/dead-ends.ts
const deadEnds = {
    FAILED: { reason: 'failed', detail: 'the scan failed' },
    UNSUPPORTED_IMAGE: {
        reason: 'unsupported',
        detail: 'the scanner does not support this image, which has no operating system that it knows',
    },
    SCAN_ELIGIBILITY_EXPIRED: {
        reason: 'expired',
        detail: 'the image is older than the period in which the scanner looks at images',
    },
    FINDINGS_UNAVAILABLE: { reason: 'unavailable', detail: 'the scanner has no findings to give' },
    LIMIT_EXCEEDED: { reason: 'limited', detail: 'a limit on scans was exceeded' },
    IMAGE_ARCHIVED: {
        reason: 'archived',
        detail: 'the image is archived, and archived images are not scanned',
    },
};
function deadEnd(status, said) {
    const found = Object.hasOwn(deadEnds, status) ? deadEnds[status] : undefined;
    if (found === undefined)
        return undefined;
    const words = said === undefined ? '' : `: ${said}`;
    const reason = /UnsupportedImageError/.test(said ?? '') ? 'unsupported' : found.reason;
    return { reason, detail: `${found.detail}: ${status}${words}` };
}

;// CONCATENATED MODULE: ./src/scan/disagreement.ts
const named = 8;
function disagreement(counts, listed, setAside) {
    const differing = [...new Set([...counts.keys(), ...listed.keys()])].filter((key) => {
        const counted = counts.get(key) ?? 0;
        const most = listed.get(key) ?? 0;
        return counted > most || counted < most - (setAside.get(key) ?? 0);
    });
    if (differing.length === 0)
        return undefined;
    const texts = differing
        .slice(0, named)
        .map((key) => `${String(counts.get(key) ?? 0)} ${key} counted, ${String(listed.get(key) ?? 0)} listed`);
    return [...texts, ...(differing.length > named ? ['and others'] : [])].join('; ');
}

;// CONCATENATED MODULE: ./src/scan/schedule.ts




function nextStep(answer) {
    if (answer.kind === 'no-scan')
        return { kind: 'wait', awaiting: 'the scan to begin' };
    if (answer.kind === 'busy')
        return { kind: 'wait', awaiting: `the API to answer: ${(0,types_text/* clause */.sb)(answer.detail)}` };
    if (answer.kind === 'contradiction')
        return { kind: 'give-up', reason: 'unavailable', detail: answer.detail };
    const { page } = answer;
    const end = deadEnd(page.status, page.detail);
    if (end !== undefined)
        return { kind: 'give-up', ...end };
    switch (page.status) {
        case 'PENDING':
            return { kind: 'wait', awaiting: 'the scan to leave the queue' };
        case 'IN_PROGRESS':
            return { kind: 'wait', awaiting: 'the scan to end' };
        case 'COMPLETE':
        case 'ACTIVE':
            return whenFinished(page);
        default:
            return {
                kind: 'give-up',
                reason: 'unknown-status',
                detail: `ECR answered with a status that this version does not know: ${page.status}`,
            };
    }
}
function whenFinished(page) {
    const { completedAt, counts, listed, setAside } = page;
    if (completedAt === undefined)
        return { kind: 'wait', awaiting: 'the findings' };
    if (!page.hasList)
        return { kind: 'wait', awaiting: 'a list of findings, which the answer lacks' };
    const received = (0,tally/* total */.X5)(listed);
    if (received > 0 && counts === undefined)
        return { kind: 'wait', awaiting: "ECR's counts of the findings that it lists" };
    if (received === 0 && counts !== undefined && (0,tally/* total */.X5)(counts) > 0)
        return { kind: 'wait', awaiting: countedFindings(disagreement(counts, listed, setAside) ?? '') };
    return { kind: 'read', page, completedAt };
}
function countedFindings(difference) {
    return `the findings that ECR counts: ${difference}`;
}
function pollDelayMs(waitedMs) {
    if (waitedMs < 60_000)
        return Math.min(1500, 500 + waitedMs / 20);
    return Math.min(15_000, waitedMs / 20);
}

;// CONCATENATED MODULE: ./src/scan/stability.ts

function sight(page, before, now) {
    const { counts, listed } = page;
    const hasMore = page.nextToken !== undefined;
    const isSame = before !== undefined &&
        before.hasMore === hasMore &&
        (before.counts === undefined) === (counts === undefined) &&
        (0,tally/* isSameTally */.Nr)(before.counts ?? nothing, counts ?? nothing) &&
        (0,tally/* isSameTally */.Nr)(before.listed, listed);
    return { counts, listed, hasMore, since: isSame ? before.since : now };
}
const nothing = new Map();
const settledAfterMs = 30 * 60_000;
function settlingMs({ listed, counts }, scanner, ageMs) {
    if (ageMs > settledAfterMs)
        return 0;
    const isEmpty = (0,tally/* total */.X5)(listed) === 0;
    if (scanner === 'basic')
        return isEmpty ? 1000 : 0;
    if (!isEmpty)
        return 1500;
    return counts === undefined ? 60_000 : 10_000;
}
function settlingFor({ listed }) {
    return (0,tally/* total */.X5)(listed) > 0
        ? 'the findings to stay the same'
        : 'findings that may come late, as the scan ended without any';
}
function settlingPollMs(settlesInMs) {
    return Math.min(settlesInMs, Math.max(2000, settlesInMs / 12));
}

;// CONCATENATED MODULE: ./src/scan/read-findings.ts



const pollPage = { size: 100 };
function wholePage({ scanner }) {
    return { size: scanner === 'enhanced' ? 250 : 500 };
}
const read_findings_mostPages = 1000;
async function readFindings(image, poll, clock) {
    if (poll.nextToken === undefined)
        return compared(poll, poll);
    const findings = [];
    let listed = new Map();
    let setAside = new Map();
    const seen = new Set();
    const first = wholePage(poll);
    let request = first;
    for (;;) {
        const withinMs = image.deadline - clock.now();
        if (withinMs <= 0)
            return { kind: 'out-of-time' };
        const answer = await image.scanner.read(image.digest, { ...request, withinMs });
        if (answer.kind === 'contradiction')
            return { kind: 'unbelievable', why: answer.detail };
        if (answer.kind !== 'status' || !isOfSameScan(answer.page, poll, seen.size === 0))
            return { kind: 'changed' };
        const { page } = answer;
        for (const finding of page.findings)
            findings.push(finding);
        listed = (0,tally/* sumOf */.XN)(listed, page.listed);
        setAside = (0,tally/* sumOf */.XN)(setAside, page.setAside);
        if (findings.length > bounds/* mostFindings */.Yb)
            return tooMany;
        const token = page.nextToken;
        if (token === undefined)
            return compared(poll, { listed, setAside, findings });
        if (seen.has(token))
            return {
                kind: 'unbelievable',
                why: 'ECR leads from one page of findings to the same page for ever',
            };
        seen.add(token);
        if (seen.size >= read_findings_mostPages)
            return tooMany;
        request = { ...first, token };
    }
}
const tooMany = {
    kind: 'unbelievable',
    why: `ECR lists more than ${String(bounds/* mostFindings */.Yb)} findings or ${String(read_findings_mostPages)} pages of them`,
};
function isOfSameScan(page, poll, isFirst) {
    if (page.status !== poll.status || !page.hasList)
        return false;
    if (page.counts === undefined || poll.counts === undefined)
        return page.counts === poll.counts || !isFirst;
    return (0,tally/* isSameTally */.Nr)(page.counts, poll.counts);
}
function compared({ counts }, { listed, setAside, findings }) {
    if (findings.length > bounds/* mostFindings */.Yb)
        return tooMany;
    const difference = counts === undefined && (0,tally/* total */.X5)(listed) === 0
        ? undefined
        : disagreement(counts ?? new Map(), listed, setAside);
    return difference === undefined ? { kind: 'whole', findings } : { kind: 'differs', difference };
}

;// CONCATENATED MODULE: ./src/scan/follow.ts





const beginsWithinMs = 15_000;
function followScan(job, tools) {
    const following = {
        job,
        tools,
        startedAt: tools.clock.now(),
        scanner: job.settings.scanner,
        asked: undefined,
        refusal: undefined,
        sighting: undefined,
        trouble: undefined,
    };
    return {
        async beforePoll() {
            if (following.asked !== undefined || job.settings.frequency !== 'manual')
                return undefined;
            const end = await follow_ask(following);
            return typeof end === 'string' ? undefined : end;
        },
        async take(answer) {
            const step = nextStep(answer);
            if (step.kind !== 'read' && answer.kind !== 'busy')
                following.sighting = undefined;
            if (step.kind === 'give-up')
                return incomplete(job.platform, step.reason, step.detail);
            if (step.kind === 'read')
                return takeResult(following, step);
            return answer.kind === 'no-scan' ? awaitBeginning(following, step.awaiting) : waitFor(step.awaiting);
        },
        refusal: () => following.refusal,
    };
}
function say({ job, tools }, text) {
    tools.log.info(`${job.platform.platform}: ${text}`);
}
function learn(following, kind) {
    if (kind === 'unknown' || kind === following.scanner || following.scanner === 'enhanced')
        return;
    following.scanner = kind;
    say(following, `the registry answers as ${kind} scanning does.`);
}
async function follow_ask(following) {
    const { scanner, platform, settings, deadline, now } = following.job;
    const start = await scanner.start(platform.digest, deadline - following.tools.clock.now());
    if (start.kind === 'refused')
        return incomplete(platform, start.reason, start.detail);
    if (start.kind === 'not-now') {
        if (following.refusal === undefined || following.tools.clock.now() < deadline)
            following.refusal = start.detail;
        return 'not-now';
    }
    following.asked = { kind: start.kind, at: now() };
    following.refusal = undefined;
    say(following, startLines[start.kind]);
    learn(following, start.kind === 'starts-by-itself' ? 'enhanced' : 'basic');
    return start.kind === 'starts-by-itself' && settings.frequency === 'manual'
        ? notCovered(platform)
        : 'answered';
}
async function awaitBeginning(following, awaiting) {
    const { job, tools, startedAt } = following;
    const isDue = job.settings.frequency === 'unknown' || tools.clock.now() - startedAt >= beginsWithinMs;
    if (following.asked === undefined && following.scanner !== 'enhanced' && isDue) {
        const end = await follow_ask(following);
        if (typeof end !== 'string')
            return end;
    }
    return waitFor(following.asked?.kind === 'already-scanned' ? 'the scan that ECR says there is' : awaiting);
}
async function takeResult(following, result) {
    const { platform, now } = following.job;
    const { page, completedAt } = result;
    learn(following, page.scanner);
    if (isFromTheFuture(completedAt, now()))
        return incomplete(platform, 'unavailable', fromTheFuture(completedAt));
    if (following.scanner === 'basic' && page.counts === undefined)
        return waitFor("ECR's counts of the findings, which the answer lacks");
    if (following.asked === undefined && following.scanner !== 'enhanced' && isOutdated(completedAt, now())) {
        say(following, 'the findings are more than 24 hours old, so a new scan is asked for.');
        const end = await follow_ask(following);
        if (end === 'not-now')
            return waitFor('a new scan to be taken');
        if (end !== 'answered')
            return end;
    }
    const { asked } = following;
    if (asked?.kind === 'started' && isFromBefore(completedAt, asked.at))
        return waitFor('the new scan');
    const moment = following.tools.clock.now();
    const sighting = sight(page, following.sighting, moment);
    following.sighting = sighting;
    const settlesInMs = sighting.since + settlingMs(page, following.scanner, now() - completedAt) - moment;
    return settlesInMs > 0 ? { ...waitFor(settlingFor(page)), settlesInMs } : readResult(following, result);
}
async function readResult(following, { page, completedAt }) {
    const { scanner, platform, deadline, inTurn } = following.job;
    const { digest } = platform;
    const reading = await inTurn(() => readFindings({ scanner, digest, deadline }, page, following.tools.clock));
    switch (reading.kind) {
        case 'whole':
            return {
                outcome: 'complete',
                platform: platform.platform,
                digest,
                scanner: following.scanner,
                completedAt,
                findings: reading.findings,
            };
        case 'unbelievable':
            return incomplete(platform, 'unavailable', reading.why);
        case 'differs':
            following.trouble = countedFindings(reading.difference);
            return waitFor(following.trouble);
        case 'changed':
            following.trouble = 'pages of findings that are all of the same scan';
            return waitFor(following.trouble);
        case 'out-of-time':
            return waitFor(following.trouble ?? 'the pages of findings');
    }
}
function incomplete({ platform, digest }, reason, detail) {
    return { outcome: 'incomplete', platform, digest, reason, detail: (0,types_text/* clause */.sb)(detail) };
}
function notCovered(platform) {
    return incomplete(platform, 'not-started', "the registry's enhanced scanning does not cover this repository");
}
function fromTheFuture(completedAt) {
    return `ECR says that the scan ended at ${new Date(completedAt).toISOString()}, which has not come`;
}
function waitFor(awaiting) {
    return { outcome: 'wait', awaiting };
}
const startLines = {
    started: 'scan started.',
    'already-scanned': 'ECR has scanned this image within the last 24 hours; its findings are used.',
    'starts-by-itself': 'the registry uses enhanced scanning, which starts by itself.',
};

;// CONCATENATED MODULE: ./src/scan/watch.ts





const leastAnswerMs = 1000;
const progressEveryMs = 15_000;
async function watchScan(job, tools) {
    const { clock, log } = tools;
    const { platform, settings, deadline } = job;
    const atMost = span(job.timeoutMs);
    const startedAt = clock.now();
    const follower = followScan(job, tools);
    let nextProgress = progressEveryMs;
    let busy;
    if (settings.scanner === 'enhanced' && settings.frequency === 'manual')
        return notCovered(platform);
    log.info(`${platform.platform}: ${expectation(settings)}, waiting at most ${atMost}.`);
    for (;;) {
        const end = await follower.beforePoll();
        if (end !== undefined)
            return end;
        const withinMs = Math.max(leastAnswerMs, deadline - clock.now());
        const read = await job.scanner.read(platform.digest, { ...pollPage, withinMs });
        const isCut = read.kind === 'busy' && clock.now() >= deadline;
        const answer = isCut && busy !== undefined ? busy : read;
        busy = answer.kind === 'busy' ? answer : undefined;
        const next = await follower.take(answer);
        if (next.outcome !== 'wait')
            return next;
        if (job.isCalledOff())
            return incomplete(platform, 'unavailable', 'another platform has stopped the run');
        const left = deadline - clock.now();
        if (left <= 0) {
            const refusal = follower.refusal();
            const said = refusal === undefined ? '' : `; ECR said last: ${(0,types_text/* clause */.sb)(refusal)}`;
            return incomplete(platform, 'timed-out', `waited ${atMost} in vain for ${next.awaiting}${said}`);
        }
        const waited = clock.now() - startedAt;
        if (waited >= nextProgress) {
            log.info(`${platform.platform}: still waiting for ${next.awaiting} after ${span(waited)}, at most ${atMost}.`);
            nextProgress = waited + progressEveryMs;
        }
        await clock.sleep(Math.min(pauseMs(next, waited), left));
    }
}
function pauseMs({ settlesInMs }, waitedMs) {
    return settlesInMs === undefined ? pollDelayMs(waitedMs) : settlingPollMs(settlesInMs);
}
function expectation({ scanner, frequency }) {
    const kind = scanner === 'unknown' ? 'scanning of a kind that is not known yet' : `${scanner} scanning`;
    switch (frequency) {
        case 'on-push':
            return `${kind} on push`;
        case 'continuous':
            return `${kind}, continuous`;
        case 'manual':
            return `${kind}, started by this run`;
        case 'unknown':
            return kind;
    }
}
function span(ms) {
    const seconds = Math.round(ms / 1000);
    return seconds >= 120 && seconds % 60 === 0 ? `${String(seconds / 60)} min` : `${String(seconds)} s`;
}

;// CONCATENATED MODULE: ./src/scan/scan-image.ts


async function scanImage({ repository, image, settings, timeoutMs }, tools) {
    const { scanner, now } = repository;
    if (scanner === undefined)
        return { kind: 'incomplete', platforms: image.platforms.map(withoutScanner) };
    const deadline = tools.clock.now() + timeoutMs;
    const inTurn = oneAfterAnother();
    let calledOff = false;
    const isCalledOff = () => calledOff;
    const watch = async (platform) => {
        const job = { scanner, now, platform, settings, deadline, timeoutMs, inTurn, isCalledOff };
        try {
            return await watchScan(job, tools);
        }
        catch (error) {
            calledOff = true;
            throw error;
        }
    };
    const watching = image.platforms.map(watch);
    await Promise.allSettled(watching);
    const platforms = await Promise.all(watching);
    const complete = platforms.filter((platform) => platform.outcome === 'complete');
    return complete.length === platforms.length
        ? { kind: 'complete', platforms: complete }
        : { kind: 'incomplete', platforms };
}
function withoutScanner(platform) {
    return incomplete(platform, 'unsupported', 'this registry has no scanner');
}
function oneAfterAnother() {
    let last = Promise.resolve();
    return (work) => {
        const mine = last.then(work);
        last = mine.catch(() => undefined);
        return mine;
    };
}

;// CONCATENATED MODULE: ./src/phases/baseline.ts




const mostPatienceMs = 120_000;
const tellingPatienceMs = 20_000;
function findBaseline(names, given, { tagged, archived = new Map() }) {
    const away = (tag) => {
        const digest = archived.get(tag);
        return digest && { tag, digest, isArchived: true };
    };
    if (given !== undefined) {
        for (const tag of given) {
            const image = tagged.get(tag);
            if (image !== undefined)
                return { tag, digest: image.digest };
            if (archived.has(tag))
                return away(tag);
        }
        return undefined;
    }
    const moving = names.filter(({ name }) => name.kind === 'moving');
    const keptBack = moving.filter(({ state }) => state === 'kept-back');
    for (const { name, holder } of [...moving.filter(({ state }) => state !== 'kept-back'), ...keptBack])
        if (holder !== undefined)
            return { tag: name.tag, digest: holder };
    for (const { name } of moving)
        if (archived.has(name.tag))
            return away(name.tag);
    return undefined;
}
const archivedBaseline = 'it is archived, and an image is not restored just to be compared with';
const readingBaseline = {
    name: 'baseline',
    title: 'Scan of the baseline',
    async run({ image, target, inputs, decides }, { ports }) {
        if (image === undefined)
            return { kind: 'absent' };
        if (image.isArchived === true)
            return { kind: 'unreadable', image, why: archivedBaseline };
        const { repository, scanSettings: settings } = target;
        ports.log.info(`Comparing with ${image.tag}, which pointed to ${image.digest} at login.`);
        const timeoutMs = Math.min(inputs.scanTimeoutMs, decides ? mostPatienceMs : tellingPatienceMs);
        const candidate = { digest: image.digest, tag: undefined, platform: inputs.build.platforms[0] };
        try {
            const found = await verifyImage(repository, candidate, ports);
            const scan = await scanImage({ repository, image: found, settings, timeoutMs }, ports);
            if (scan.kind === 'complete')
                return { kind: 'read', image, platforms: scan.platforms };
            const gaps = (scan.kind === 'off' ? [] : scan.platforms).flatMap((platform) => platform.outcome === 'incomplete' ? [`${platform.platform}: ${platform.detail}`] : []);
            return { kind: 'unreadable', image, why: gaps.join('; ') };
        }
        catch (error) {
            if (!(error instanceof errors/* ShipError */.fS))
                throw error;
            return { kind: 'unreadable', image, why: (0,types_text/* clause */.sb)(error.what) };
        }
    },
};

;// CONCATENATED MODULE: ./src/phases/deciding.ts







const deciding = {
    name: 'decide',
    title: 'Decide',
    async run({ plan, target, given }, run) {
        const { archived, ...decided } = await decideBeyondArchive(plan, withCompared(plan, target), run.ports, given);
        run.keep('decision', decided.decision);
        keepBaseline(decided.decision.names, { plan, target, archived, holders: decided.holders }, run);
        return decided;
    },
    tell: ({ decision }, { plan, target }) => [
        ...(0,plan_lines/* decisionLines */.Wp)(decision).map(info),
        ...(0,plan_lines/* decisionNotices */.KM)(decision, plan).map(notice),
        ...warningsOfSetOnce(decision, target.repository).map(warning),
    ],
};
async function lookForBaseline(about, run) {
    const { tagged } = about.target;
    const names = about.plan.names.map((name) => ({
        name,
        state: 'new',
        holder: tagged.get(name.tag)?.digest,
    }));
    const { policy, maxGrowth } = about.plan.inputs;
    const isCompared = policy.onlyNew || maxGrowth !== undefined || isDifferenceTold(about.plan);
    const archived = isCompared
        ? await archivedTags(about.plan, withCompared(about.plan, about.target))
        : new Map();
    keepBaseline(names, { ...about, archived }, run);
}
function withCompared(plan, { repository, tagged, looked }) {
    return { repository, tagged, looked, compared: comparedTags(plan) };
}
function keepBaseline(names, looked, run) {
    const { plan, target, archived, holders } = looked;
    const baseline = findBaseline(names, baselineTags(plan), { tagged: target.tagged, archived });
    if (baseline === undefined)
        return;
    run.keep('baseline', baseline);
    const stored = target.tagged.get(baseline.tag);
    const extent = holders?.get(baseline.digest)?.extent ??
        (stored?.digest === baseline.digest ? extentAtHand(stored) : undefined);
    if (extent !== undefined)
        run.keep('before', extent);
}

;// CONCATENATED MODULE: ./src/publish/pace.ts
function startPace(perSecond, clock) {
    const starts = [];
    return async () => {
        const now = clock.now();
        const start = Math.max(now, (starts.at(-perSecond) ?? Number.NEGATIVE_INFINITY) + 1000);
        starts.push(start);
        if (start > now)
            await clock.sleep(start - now);
    };
}

;// CONCATENATED MODULE: ./src/publish/races.ts


async function settleFixedTags(target, names, shown) {
    const { repository, image } = target;
    const missing = names
        .map((name) => ({ name, holder: shown.get(name.tag)?.digest }))
        .filter(({ holder }) => holder !== image.digest);
    const [first] = missing;
    if (first === undefined || first.name !== names[0])
        return setAgain(target, missing);
    return {
        overtaken: missing.map(resultOf),
        failure: lostRace(first.name, repository, first.holder, image.digest),
    };
}
const pausesMs = [500, 1_000, 2_000, 4_000];
async function settleAllTags(target, names, look) {
    const overtaken = [];
    let isLast = !look.isContended;
    for (const pauseMs of [...pausesMs, undefined]) {
        const mine = names.filter(({ tag }) => !overtaken.some((one) => one.tag === tag));
        const missing = await tagsElsewhere(target, mine);
        const lost = missing.find(({ name, holder }) => name.kind === 'fixed' && holder !== undefined);
        if (lost !== undefined) {
            return {
                overtaken: [...overtaken, ...missing.map(resultOf)],
                failure: lostRace(lost.name, target.repository, lost.holder, target.image.digest),
            };
        }
        const gone = await givenUp(target, missing, look.ages);
        overtaken.push(...gone.map(resultOf));
        const left = missing.filter((found) => !gone.includes(found));
        if (left.length === 0 && (isLast || pauseMs === undefined))
            return { overtaken, failure: undefined };
        if (pauseMs === undefined)
            return { overtaken, failure: notShown(left, target.image) };
        await setOnceMore(target, left);
        isLast = left.length === 0;
        await look.clock.sleep(pauseMs);
    }
    throw new Error('a list of pauses has an end');
}
async function givenUp(target, missing, ages) {
    const gone = [];
    for (const found of missing) {
        const why = await whyOvertaken(target, found, ages);
        if (why === undefined)
            continue;
        gone.push(found);
        const { name, holder } = found;
        target.log.warning(`${name.tag} points to ${holder ?? 'another image'}, which ${why}; it stays so.`);
    }
    return gone;
}
async function setOnceMore({ repository, image, log }, missing) {
    for (const { name } of missing) {
        log.info(`${name.tag} was moved away by another run at the same moment; it is set again.`);
        await repository.tags.set(name.tag, image.manifest);
    }
}
async function setAgain(target, missing) {
    if (missing.length === 0)
        return { overtaken: [], failure: undefined };
    await setOnceMore(target, missing);
    const names = missing.map(({ name }) => name);
    const lost = await tagsElsewhere(target, names);
    return { overtaken: [], failure: lost.length === 0 ? undefined : notShown(lost, target.image) };
}
async function tagsElsewhere({ repository, image }, names) {
    const [now] = await repository.images.describe([{ digest: image.digest }]);
    const missing = names.filter((name) => now?.tags.includes(name.tag) !== true);
    return Promise.all(missing.map(async (name) => {
        const [facts] = await repository.images.describe([{ tag: name.tag }]);
        const isOther = facts !== undefined && facts.digest !== image.digest;
        return { name, facts, holder: isOther ? facts.digest : undefined };
    }));
}
async function whyOvertaken({ repository, image }, { name, holder, facts }, ages) {
    if (holder === undefined || facts === undefined)
        return undefined;
    const [manifest] = ages.ifOlder === 'move' ? [] : await repository.manifests.read([holder]);
    const age = manifest === undefined ? undefined : await ages.of(name, manifest);
    if (age?.kind === 'older')
        return 'another run has set and which is of a newer commit';
    if (age?.kind === 'newer')
        return undefined;
    return isLater(facts, image) ? 'another run pushed after this one' : undefined;
}
function isLater(other, mine) {
    return other.pushedAt === mine.pushedAt ? other.digest > mine.digest : other.pushedAt > mine.pushedAt;
}
function resultOf({ name, holder }) {
    const { tag, kind } = name;
    return { tag, kind, outcome: 'overtaken', detail: `another run set it to ${holder ?? 'another image'}` };
}
function notShown(lost, image) {
    const tags = lost.map(({ name }) => name.tag).join(', ');
    return new errors/* ShipError */.fS({
        code: 'tagging-failed',
        what: `The registry accepted ${tags}, but does not show it on ${image.digest}.`,
        next: 'Another run may have moved the tag at the same moment; look at what else pushes to this repository.',
    });
}

;// CONCATENATED MODULE: ./src/publish/read-back.ts


const openOutcomes = ['failed', 'unknown'];
const openCodes = ['registry-failed', 'registry-unreachable', 'internal'];
async function readBack(naming, repository, image) {
    if (naming.failure === undefined)
        return naming;
    const { failure } = naming;
    try {
        const [now] = await repository.images.describe([{ digest: image.digest }]);
        return { failure, results: asShown(naming.results, now?.tags ?? []) };
    }
    catch (error) {
        const results = naming.results.map((result) => asProven(result, failure));
        return { failure: notRead(failure, (0,errors/* asShipError */.Nn)(error), results), results };
    }
}
function asShown(results, tags) {
    return results.map((result) => shownResult(result, tags));
}
function shownResult(result, tags) {
    const { tag, kind, outcome } = result;
    const isHere = tags.includes(tag);
    if (outcome === 'set' || outcome === 'unchanged')
        return isHere
            ? result
            : { tag, kind, outcome: 'failed', detail: 'the registry does not show it on this image' };
    if (!isHere)
        return result;
    return { tag, kind, outcome: openOutcomes.includes(outcome) ? 'set' : 'unchanged' };
}
function asProven(result, failure) {
    const isOpen = result.outcome === 'failed' && openCodes.includes(failure.code);
    return isOpen ? { ...result, outcome: 'unknown' } : result;
}
function notRead(failure, cause, results) {
    const open = results.filter(({ outcome }) => outcome === 'unknown').map(({ tag }) => tag);
    if (open.length === 0 && cause.what === failure.what)
        return failure;
    const unknown = open.length === 0 ? '' : ` Whether ${open.join(' and ')} was set is not known.`;
    return new errors/* ShipError */.fS({
        code: failure.code,
        what: `${failure.what} The registry could not be read after that, so the tags are those that it had confirmed before: ` +
            `${(0,types_text/* clause */.sb)(cause.what)}.${unknown}`,
        next: failure.next,
        ...(failure.details !== undefined && { details: failure.details }),
        places: failure.places,
        cause: failure.cause ?? failure,
    });
}

;// CONCATENATED MODULE: ./src/publish/tag-image.ts








const putsPerSecond = 10;
const tagsAtOnce = 4;
async function tagImage(order) {
    const { repository, image } = order;
    return readBack(await setTags(order), repository, image);
}
async function setTags(order) {
    const { decisions, repository, ages, log } = order;
    const progress = {
        order,
        results: new Map(),
        pace: startPace(putsPerSecond, order.clock),
        failure: undefined,
        isContended: false,
    };
    const { results } = progress;
    const wanted = decisions.filter(isWanted);
    for (const decision of decisions.filter((candidate) => !wanted.includes(candidate)))
        results.set(decision.name.tag, withoutPut(decision, order));
    const { fixed, unguarded, moving } = tag_image_inOrder(wanted, repository);
    if (order.ifExists !== 'move' && unguarded.length > 0)
        await attempt(progress, () => takenMeanwhile(order, unguarded));
    await setEach(progress, fixed, 1);
    await attempt(progress, () => lookAgain(progress, unguarded, moving));
    const removing = isAnchored(progress, moving.length > 0) ? order.onAnchored() : undefined;
    const current = moving.filter(({ name }) => !results.has(name.tag));
    await setEach(progress, current, tagsAtOnce);
    const isKept = ({ state, name }) => state === 'kept-back' || results.get(name.tag)?.outcome === 'kept-back';
    const names = decisions.filter((decision) => !isKept(decision)).map(({ name }) => name);
    await attempt(progress, async () => {
        const { isContended } = progress;
        return settled(progress, await settleAllTags(order, names, { ages, clock: order.clock, isContended }));
    });
    await removing?.catch((error) => {
        log.debug(`The candidate's tag is removed later: ${(0,errors/* asShipError */.Nn)(error).what}`);
    });
    return {
        results: decisions.map(({ name }) => results.get(name.tag) ?? { ...tag_image_nameOf(name), outcome: 'not-tried' }),
        failure: progress.failure,
    };
}
async function attempt(progress, work) {
    progress.failure ??= await work().catch(errors/* asShipError */.Nn);
}
async function setEach(progress, some, atOnce) {
    const { order, results, pace } = progress;
    await (0,at_once/* eachAtOnce */.G)(atOnce, some, async ({ name }) => {
        if (progress.failure === undefined)
            await pace();
        if (progress.failure !== undefined)
            return;
        try {
            results.set(name.tag, await setTag(order, name));
        }
        catch (error) {
            progress.failure = (0,errors/* asShipError */.Nn)(error);
            results.set(name.tag, { ...tag_image_nameOf(name), outcome: 'failed', detail: progress.failure.what });
        }
    });
}
function settled({ results }, { overtaken, failure }) {
    for (const result of overtaken)
        results.set(result.tag, result);
    return failure;
}
function isAnchored({ failure, results, order }, isReadBack) {
    if (failure !== undefined)
        return false;
    const { mutability } = order.repository;
    return [...results.values()].some(({ tag, kind, outcome }) => kind === 'fixed' &&
        (outcome === 'set' || outcome === 'unchanged') &&
        (isReadBack || !mayMove(tag, mutability)));
}
function withoutPut({ name, because }, { image, log }) {
    if (because === undefined) {
        log.info(`${name.tag} already points to ${image.digest}`);
        return { ...tag_image_nameOf(name), outcome: 'unchanged' };
    }
    log.info(`${name.tag} stays where it is: ${because}`);
    return { ...tag_image_nameOf(name), outcome: 'kept-back', detail: because };
}
async function takenMeanwhile({ repository, image, shown }, unguarded) {
    const now = await (shown ?? repository.tags.read(unguarded.map(({ name }) => name.tag)));
    const lost = unguarded.find(({ name, holder }) => {
        const digest = now.get(name.tag)?.digest;
        return digest !== undefined && digest !== image.digest && digest !== holder;
    });
    return lost && lostRace(lost.name, repository, now.get(lost.name.tag)?.digest, image.digest);
}
async function lookAgain(progress, unguarded, moving) {
    if (moving.length === 0)
        return undefined;
    const { order } = progress;
    const watched = order.ages.ifOlder === 'move' ? [] : moving;
    const asked = [...unguarded, ...watched].map(({ name }) => name.tag);
    if (asked.length === 0)
        return undefined;
    const shown = await order.repository.tags.read(asked);
    const fixed = unguarded.map(({ name }) => name);
    const failure = settled(progress, await settleFixedTags(order, fixed, shown));
    return failure ?? (await keepNewer(progress, watched, shown));
}
const mostLooks = 5;
async function keepNewer(progress, moving, first) {
    const { repository, image } = progress.order;
    const known = new Set();
    let shown = first;
    for (let looks = 0; looks < mostLooks; looks++) {
        const left = moving.filter(({ name }) => !progress.results.has(name.tag));
        const changed = left.filter(({ name, holder }) => {
            const digest = shown.get(name.tag)?.digest;
            return (![undefined, holder, image.digest].includes(digest) && !known.has(`${name.tag} ${String(digest)}`));
        });
        if (changed.length === 0)
            return undefined;
        progress.isContended = true;
        const failure = await judgeMoved(progress, changed, shown);
        if (failure !== undefined)
            return failure;
        for (const { name } of changed)
            known.add(`${name.tag} ${String(shown.get(name.tag)?.digest)}`);
        shown = await repository.tags.read(left.map(({ name }) => name.tag));
    }
    return undefined;
}
async function judgeMoved({ order, results }, moved, shown) {
    const { ages, log } = order;
    for (const { name } of moved) {
        const other = shown.get(name.tag);
        if (other === undefined)
            continue;
        const age = await ages.of(name, other);
        if (age.kind !== 'older')
            continue;
        if (ages.ifOlder === 'fail')
            return olderCommit(name, other.digest, age);
        log.info(`${name.tag} stays where another run has set it meanwhile: ${age.why}`);
        results.set(name.tag, { ...tag_image_nameOf(name), outcome: 'kept-back', detail: age.why });
    }
    return undefined;
}
function unguardedTags(decisions, { mutability }) {
    return tag_image_inOrder(decisions.filter(isWanted), { mutability }).unguarded.map(({ name }) => name.tag);
}
function isWanted({ state }) {
    return state !== 'same' && state !== 'kept-back';
}
function tag_image_inOrder(names, { mutability }) {
    const fixed = names.filter(({ name }) => name.kind === 'fixed');
    const unguarded = fixed.filter(({ name }) => mayMove(name.tag, mutability));
    return {
        fixed: [...fixed.filter((name) => !unguarded.includes(name)), ...unguarded],
        unguarded,
        moving: names.filter(({ name }) => name.kind === 'moving'),
    };
}
async function setTag({ repository, image, log }, name) {
    const put = await repository.tags.set(name.tag, image.manifest);
    if (put.kind === 'set') {
        if (put.digest !== image.digest)
            throw wrongDigest(name, put.digest, image.digest);
        log.info(`${name.tag} now points to ${image.digest}`);
        return { ...tag_image_nameOf(name), outcome: 'set' };
    }
    const [holder] = await repository.images.describe([{ tag: name.tag }]);
    if (holder?.digest !== image.digest)
        throw lostRace(name, repository, holder?.digest, image.digest);
    log.info(`${name.tag} already points to ${image.digest}`);
    return { ...tag_image_nameOf(name), outcome: 'unchanged' };
}
function tag_image_nameOf({ tag, kind }) {
    return { tag, kind };
}
function wrongDigest(name, got, wanted) {
    return new errors/* ShipError */.fS({
        code: 'tagging-failed',
        what: `The registry says that ${name.tag} is ${got} and not ${wanted}, although it was given the same bytes.`,
        next: 'Look for a proxy between the runner and the registry that changes manifests.',
    });
}

;// CONCATENATED MODULE: ./src/phases/account.ts



function roleMessages(target) {
    const role = target?.role;
    return role === undefined ? [] : [info(`Assumed ${role.arn} as ${role.sessionName}.`)];
}
async function requireAccount(registry, allowed) {
    if (allowed.length === 0)
        return;
    const arn = await registry.callerArn();
    const account = (0,role/* accountOfCaller */.YI)(arn ?? '');
    if (account !== undefined && allowed.includes(account))
        return;
    throw new errors/* ShipError */.fS({
        code: 'wrong-account',
        what: account === undefined
            ? 'AWS STS does not say which account the credentials of this job belong to, and allowed-account-ids is set.'
            : `The credentials of this job (${arn ?? ''}) belong to the account ${account}; allowed-account-ids has ${allowed.join(', ')}.`,
        next: 'Correct role-to-assume, the credentials of the job, or the list.',
    });
}

;// CONCATENATED MODULE: ./src/phases/docker-login.ts
async function takeLogin(registry, { ports }) {
    const credentials = await registry.login();
    ports.job.mask(credentials.password);
    ports.job.mask(credentials.basic);
    return credentials;
}
async function installLogin(logins, login, { ports, undo }) {
    const { dockerConfig, job } = ports;
    const path = dockerConfig.choosePath();
    const isForJob = login !== 'step';
    undo.plan({ kind: 'folder', path, isForJob });
    const dockerEnv = await dockerConfig.install(path, logins);
    if (isForJob) {
        const before = Object.keys(dockerEnv).map((name) => [name, job.variable(name) ?? '']);
        undo.plan({ kind: 'job-variables', before: Object.fromEntries(before) });
        for (const [name, value] of Object.entries(dockerEnv))
            job.exportVariable(name, value);
    }
    const [own] = logins;
    if (login === 'shared' && own !== undefined) {
        const kept = `${path}-before.json`;
        undo.plan({ kind: 'shared-login', path: kept });
        await dockerConfig.share(kept, own);
    }
    return { path, dockerEnv };
}
function loginScope(login) {
    switch (login) {
        case 'step':
            return 'for this step alone';
        case 'job':
            return 'for this step and the later steps of the job';
        case 'shared':
            return "for this step and the later steps of the job, in the person's own docker configuration too";
    }
}

;// CONCATENATED MODULE: ./src/types/credentials.ts
function asDockerLogin({ host, username, password }) {
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    return { host, basic: btoa(String.fromCharCode(...bytes)) };
}

// EXTERNAL MODULE: ./src/types/image.ts
var types_image = __webpack_require__(5768);
;// CONCATENATED MODULE: ./src/plan/base-images.ts
function readBaseImages(dockerfile, buildArgs = []) {
    const values = argumentsOf(base_images_instructionsOf(dockerfile), buildArgs);
    const stages = new Set();
    const images = new Set();
    let isWhole = true;
    const add = (written) => {
        if (written.includes('$'))
            isWhole = false;
        const image = filledIn(written, values);
        if (image === undefined)
            return;
        if (image !== '' && image !== 'scratch' && !stages.has(image.toLowerCase()) && !/^\d+$/.test(image))
            images.add(image);
    };
    for (const line of base_images_instructionsOf(dockerfile)) {
        const syntax = /^#\s*syntax\s*=\s*(\S+)/i.exec(line)?.[1];
        if (syntax !== undefined)
            add(syntax);
        if (line.startsWith('#'))
            continue;
        const [, instruction = '', rest = ''] = /^\s*([a-z]+)\s+(.*)$/i.exec(line) ?? [];
        if (/^onbuild$/i.test(instruction))
            isWhole = false;
        if (/^from$/i.test(instruction)) {
            const [image = '', as = '', stage = ''] = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
            add(image);
            if (/^as$/i.test(as))
                stages.add(stage.toLowerCase());
        }
        for (const [, from = ''] of rest.matchAll(/(?:--from=|\bfrom=)([^\s,]+)/gi))
            add(from);
    }
    return { images: [...images], isWhole };
}
function argumentsOf(lines, buildArgs) {
    const values = new Map();
    for (const line of lines) {
        if (/^\s*from\s/i.test(line))
            break;
        const [, declared = ''] = /^\s*arg\s+(.*)$/i.exec(line) ?? [];
        for (const [, name = '', value] of declared.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g))
            if (value !== undefined)
                values.set(name, filledIn(value.replace(/^(["'])(.*)\1$/, '$2'), values) ?? '');
    }
    for (const given of buildArgs) {
        const equals = given.indexOf('=');
        if (equals > 0)
            values.set(given.slice(0, equals), given.slice(equals + 1));
    }
    return values;
}
function filledIn(text, values) {
    const filled = text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g, (variable, braced, usual, bare = '') => values.get(braced ?? String(bare)) ?? usual ?? variable);
    return filled.includes('$') ? undefined : filled;
}
function base_images_instructionsOf(dockerfile) {
    const escape = /^#\s*escape\s*=\s*`/im.test(dockerfile) ? '`' : '\\';
    const joined = [];
    let open = '';
    for (const line of dockerfile.replace(/^\ufeff/, '').split(/\r?\n/)) {
        if (open !== '' && line.trimStart().startsWith('#'))
            continue;
        const text = open + line;
        const goesOn = text.trimEnd().endsWith(escape) && !text.startsWith('#');
        open = goesOn ? `${text.trimEnd().slice(0, -1)} ` : '';
        if (!goesOn)
            joined.push(text);
    }
    return open === '' ? joined : [...joined, open];
}
const otherRegistries = new Set([
    'docker.io',
    'index.docker.io',
    'registry-1.docker.io',
    'ghcr.io',
    'quay.io',
    'gcr.io',
    'mcr.microsoft.com',
    'registry.k8s.io',
    'cgr.dev',
]);
function needsNoLogin({ images, isWhole }) {
    return (isWhole &&
        images.every((image) => hostOf(image) === undefined || otherRegistries.has(hostOf(image) ?? '')));
}
function hostOf(image) {
    const slash = image.indexOf('/');
    const first = slash < 0 ? '' : image.slice(0, slash).toLowerCase();
    return /[.:]/.test(first) || first === 'localhost' ? first : undefined;
}

;// CONCATENATED MODULE: ./src/plan/ecr-images.ts

function ecrImagesIn(images, own, near = own) {
    return images.flatMap((image) => {
        const slash = image.indexOf('/');
        const host = slash < 0 ? '' : image.slice(0, slash).toLowerCase();
        if (host === '' || host === own)
            return [];
        const place = (0,repository_input/* privateRegistryOf */.Ol)(host);
        const isPublic = (0,repository_input/* isPublicHost */.sw)(host);
        return place !== undefined || isPublic || isSameMachine(host, near)
            ? [{ image, host, isPublic, place }]
            : [];
    });
}
function isSameMachine(host, own) {
    const [, port] = /^127(?:\.\d{1,3}){3}(:\d{1,5})$/.exec(host) ?? [];
    const [, ownPort] = /^127(?:\.\d{1,3}){3}(:\d{1,5})$/.exec(own) ?? [];
    return port !== undefined && port === ownPort;
}

// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __webpack_require__(8036);
;// CONCATENATED MODULE: ./src/phases/base-images.ts








async function baseImagesOf({ context, file, buildArgs }, { ports }) {
    if ((0,build_context/* isRemote */.Vx)(context))
        return undefined;
    const text = await ports.checkout.readText(file ?? `${context}/Dockerfile`).catch(() => undefined);
    return text === undefined ? undefined : readBaseImages(text, buildArgs);
}
async function loginsForBaseImages(images, own, run) {
    const hosts = new Map(images.map((image) => [image.host, image]));
    const logins = await Promise.all([...hosts.values()].map(async (image) => {
        try {
            const { basic } = await credentialsFor(image, own, run);
            run.ports.log.info(`Logged in to ${image.host} for the base image ${image.image}.`);
            return [{ host: image.host, basic }];
        }
        catch (error) {
            const { what } = (0,errors/* asShipError */.Nn)(error);
            run.ports.log[image.isPublic ? 'info' : 'warning'](`There is no login for the base image ${image.image}: ${what}`);
            return [];
        }
    }));
    return logins.flat();
}
function credentialsFor({ isPublic, place }, { target, credentials }, run) {
    if (isPublic) {
        const region = regions/* publicRegion */.AJ;
        return takeLogin(run.ports.connect({ ...target, type: 'public', region, registryId: undefined }), run);
    }
    const isOwn = target.type === 'private' && (place === undefined || place.region === target.region);
    if ((isOwn || place === undefined) && credentials !== undefined)
        return credentials;
    return takeLogin(run.ports.connect({ ...target, type: 'private', ...place }), run);
}
async function ecrImagesOf(build, host, run) {
    return ecrImagesIn(await base_images_imagesOf(build, run), host);
}
async function base_images_imagesOf(build, run) {
    const bases = await baseImagesOf(build, run);
    const contexts = build.options.buildContexts.flatMap(({ value }) => /^docker-image:\/\/(.+)$/.exec(value)?.[1] ?? []);
    return [...new Set([...(bases?.images ?? []), ...contexts])];
}
const credentialVariables = [
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];
async function ecrImagesToPull(build, puller, run) {
    const { job } = run.ports;
    const isSet = (name) => (job.variable(name) ?? '') !== '';
    if (puller === undefined || (puller.role === undefined && !credentialVariables.some(isSet)))
        return [];
    const endpoint = job.variable('AWS_ENDPOINT_URL_ECR') ?? '';
    const near = URL.canParse(endpoint) ? new URL(endpoint).host : '';
    return ecrImagesIn(await base_images_imagesOf(build, run), '', near);
}
const base_images_refusal = /denied|not authorized|unauthorized|no basic auth|\b40[13]\b/i;
function explainPull(error, images) {
    if (!(error instanceof errors/* ShipError */.fS) || error.code !== 'build-failed' || !base_images_refusal.test(error.what))
        return error;
    const found = images
        .filter(({ isPublic }) => !isPublic)
        .find(({ image }) => error.what.includes(image.replace(/[@:][^/]*$/, '')));
    if (found === undefined)
        return error;
    const { image, place } = found;
    const name = image.slice(image.indexOf('/') + 1).replace(/[@:][^/]*$/, '');
    const where = place === undefined ? '' : ` (account ${place.registryId}, ${place.region})`;
    return new errors/* ShipError */.fS({
        code: 'base-image-refused',
        what: `The base image ${image} is in another registry of ECR${where}, which does not let this run pull it: ${(0,types_text/* clause */.sb)(error.what)}.`,
        next: `Both sides have to allow ${iam/* actions */.o1.pull.join(', ')}: a policy of this role, and where it is another account the policy of that repository.`,
        details: [
            'This allows the pull. In a policy of the role, with the resource:',
            JSON.stringify({ Effect: 'Allow', Action: iam/* actions */.o1.pull, Resource: arnOf(found, name) }, null, 2),
            `In the policy of the repository ${name}, with the principal:`,
            JSON.stringify({ Effect: 'Allow', Principal: { AWS: 'THE-ROLE' }, Action: iam/* actions */.o1.pull }, null, 2),
        ].join('\n'),
        cause: error,
    });
}
function arnOf({ place }, name) {
    return place === undefined
        ? `arn:aws:ecr:*:*:repository/${name}`
        : `arn:aws:ecr:${place.region}:${place.registryId}:repository/${name}`;
}

;// CONCATENATED MODULE: ./src/phases/repository.ts

async function ensureRepository(door, { create, repository }, { ports }) {
    if (create === undefined || door.creation === undefined)
        return;
    const isMissing = await door.opened().then(() => false, (error) => {
        if (error instanceof errors/* ShipError */.fS && error.code === 'repository-not-found')
            return true;
        throw error;
    });
    if (!isMissing)
        return;
    const outcome = await door.creation.create(create);
    ports.log.info(outcome === 'created'
        ? `Made the repository ${repository}, which was not there.`
        : `The repository ${repository} was made by somebody else a moment ago; nothing of it is changed.`);
}
function missingPolicies(name, { lifecycle, access }, wanted) {
    const missing = [
        ...(wanted?.lifecyclePolicy !== undefined && lifecycle === 'none' ? ['lifecycle policy'] : []),
        ...(wanted?.policy !== undefined && access === 'none' ? ['policy'] : []),
    ];
    if (missing.length === 0)
        return [];
    return [
        `The repository ${name} is there without the ${missing.join(' and the ')} of repository-settings, as a run leaves it ` +
            'that was cut off just after it had made it. Nothing of a repository that is there is changed: set what is missing by hand, or delete the repository while it is empty.',
    ];
}

;// CONCATENATED MODULE: ./src/phases/opening.ts










const opening = {
    name: 'login',
    async run({ inputs, registry, tags, unused = [], logins = [] }, run) {
        const door = registry.open(inputs.repository);
        await requireAccount(registry, inputs.allowedAccountIds);
        await ensureRepository(door, inputs, run);
        const [credentials, repository, scanSettings, tagged, looked, posture, caller] = await Promise.all([
            takeLogin(registry, run),
            door.opened(),
            settingsOf(door, inputs),
            door.tags.read(tags),
            lookAhead(door, unused),
            door.posture?.read(),
            inputs.evidenceFile === undefined ? undefined : registry.callerArn(),
        ]);
        run.keep('repository', factsOf(repository));
        if (posture !== undefined)
            run.keep('posture', { ...posture, scanning: scanSettings });
        if (caller !== undefined)
            run.keep('caller', caller);
        const host = (0,types_image/* registryHost */.U)(repository);
        const ecrImages = isBuilding(inputs) ? await ecrImagesOf(inputs.build, host, run) : [];
        const { type, region, registryId } = repository;
        const own = { credentials, target: inputs.target ?? { type, region, registryId } };
        const all = [
            { host, basic: credentials.basic },
            ...(await loginsForBaseImages(ecrImages, own, run)),
            ...logins.map(asDockerLogin),
        ];
        const { path, dockerEnv } = await installLogin(all, inputs.login, run);
        const addLogin = (login) => run.ports.dockerConfig.renew(path, login);
        return {
            repository,
            scanSettings,
            posture,
            role: inputs.target?.role,
            tagged,
            looked,
            dockerEnv,
            ecrImages,
            expiresAt: credentials.expiresAt,
            async renewLogin() {
                const { basic } = await takeLogin(registry, run);
                await addLogin({ host, basic });
            },
            addLogin,
        };
    },
    tell: ({ repository, scanSettings, posture, expiresAt }, { inputs }) => [
        ...(posture === undefined ? [] : (0,report_posture/* postureWarnings */.oi)(repository.name, posture).map(warning)),
        ...(posture === undefined ? [] : missingPolicies(repository.name, posture, inputs.create).map(warning)),
        ...(scanSettings.notice === undefined ? [] : [notice(scanSettings.notice)]),
        ...roleMessages(inputs.target),
        info(`Logged in to ${(0,types_image/* registryHost */.U)(repository)} until ${new Date(expiresAt).toISOString()} (${loginScope(inputs.login)}).`),
    ],
};
function unusedTags({ names, inputs }) {
    const isNew = inputs.mode === 'ship' && inputs.ifExists !== 'move';
    return isNew ? names.filter(({ kind }) => kind === 'fixed').map(({ tag }) => tag) : [];
}
function tagsToRead(plan) {
    return [...new Set([...plan.names.map(({ tag }) => tag), ...(baselineTags(plan) ?? [])])];
}
function isBuilding({ mode }) {
    return mode === 'ship' || mode === 'build';
}
const unread = { scanner: 'unknown', frequency: 'unknown' };
async function settingsOf({ scanner }, { scan }) {
    return scan === 'off' || scanner === undefined ? unread : scanner.settings();
}
function factsOf(repository) {
    const { name, uri, arn, type, registryId, region, mutability, encryption } = repository;
    return { name, uri, arn, type, registryId, region, mutability, ...(encryption && { encryption }) };
}

;// CONCATENATED MODULE: ./src/publish/copy-image.ts





const blobsAtOnce = 4;
const manifestsAtOnce = 4;
const copy_image_mostLevels = 3;
async function copyImage(order) {
    const { source, destination, digest } = order;
    const [there] = await destination.manifests.read([digest]);
    if (there !== undefined)
        return { manifests: 0, uploaded: 0, mounted: 0, present: 0, bytes: 0 };
    const levels = await readLevels(order);
    const blobs = blobsOf(levels.flat(), order);
    const mountFrom = isOneRegistry(source, destination) ? source.name : undefined;
    const outcomes = await (0,at_once/* eachAtOnce */.G)(blobsAtOnce, blobs, async (blob) => ({
        size: blob.size,
        how: (await destination.blobs.has(blob))
            ? 'present'
            : await destination.blobs.bring(blob, { mountFrom, open: () => source.blobs.open(blob) }),
    }));
    for (const level of levels.toReversed())
        await (0,at_once/* eachAtOnce */.G)(manifestsAtOnce, level, (manifest) => destination.manifests.write(manifest));
    const count = (wanted) => outcomes.filter(({ how }) => how === wanted).length;
    return {
        manifests: levels.flat().length,
        uploaded: count('uploaded'),
        mounted: count('mounted'),
        present: count('present'),
        bytes: outcomes.reduce((total, { how, size }) => (how === 'uploaded' ? total + size : total), 0),
    };
}
async function readLevels(order) {
    const levels = [];
    let wanted = [order.digest];
    while (wanted.length > 0) {
        if (levels.length === copy_image_mostLevels)
            throw copyFailed(order, `it is an index of more than ${String(copy_image_mostLevels)} levels`);
        const found = await order.source.manifests.read(wanted);
        const missing = wanted.find((digest) => !found.some((manifest) => manifest.digest === digest));
        if (missing !== undefined)
            throw copyFailed(order, `${order.source.uri} does not hold ${missing}`);
        levels.push(found);
        wanted = [
            ...new Set(found.flatMap((one) => referencesIn(one, order).manifests.map(({ digest }) => digest))),
        ];
    }
    return levels.map((level, at) => level.filter(({ digest }) => !levels.slice(at + 1).some((deeper) => deeper.some((one) => one.digest === digest))));
}
function blobsOf(manifests, order) {
    const blobs = manifests.flatMap((manifest) => referencesIn(manifest, order).blobs);
    return [...new Map(blobs.map(({ digest, size }) => [digest, { digest, size }])).values()];
}
function referencesIn(manifest, order) {
    try {
        return referencesOf(manifest);
    }
    catch (error) {
        throw error instanceof refusal/* Refusal */.P_ ? copyFailed(order, `of ${manifest.digest}, ${error.message}`) : error;
    }
}
function isOneRegistry(source, destination) {
    return (0,types_image/* registryHost */.U)(source) === (0,types_image/* registryHost */.U)(destination) && source.registryId === destination.registryId;
}
function copyFailed({ source, destination, digest }, why) {
    return new errors/* ShipError */.fS({
        code: 'copy-failed',
        what: `The image ${digest} cannot be copied from ${source.uri} to ${destination.uri}: ${why}.`,
        next: 'No tag was set there. Look at what else removes images from the source, and run the job again.',
    });
}

;// CONCATENATED MODULE: ./src/report/log-lines.ts






function verifiedLine(image) {
    const [first, ...others] = image.platforms;
    const platforms = others.length === 0 && first !== undefined
        ? `, ${first.platform}`
        : `: ${image.platforms.map(({ platform, size }) => `${platform} ${(0,report_format/* formatBytes */.z3)(size)}`).join(', ')}`;
    return `Verified ${image.digest} (${image.kind}, ${(0,report_format/* formatBytes */.z3)(image.size)} compressed${platforms}).`;
}
function scanLines(scan) {
    if (scan.kind === 'off')
        return [`Not scanned: ${scan.why}.`];
    return scan.platforms.map((platform) => platform.outcome === 'complete'
        ? `Scanned ${platform.platform} by ${(0,scanners/* scannersText */.D9)(platform)}: ${(0,report_format/* formatCounts */.gM)((0,counts/* countFindings */.Gt)(platform.findings))}.${insteadText(platform)}`
        : `No full scan of ${platform.platform}: ${platform.detail}. ${(0,scan_advice/* adviceFor */.c)(platform.reason)}`);
}
function insteadText({ instead }) {
    return instead === undefined ? '' : ` ECR's own scan is not part of it: ${instead}.`;
}
function verdictLine(verdict) {
    switch (verdict.outcome) {
        case 'passed':
            return `Verdict: passed with ${(0,report_format/* formatCounts */.gM)(verdict.counts)}${exemptText(verdict)}.`;
        case 'failed':
            return `Verdict: failed: ${verdict.breaches.map(describeBreach).join('; ')}${exemptText(verdict)}.`;
        case 'not-scanned':
            return `Verdict: not scanned: ${verdict.why}.`;
    }
}
function exemptText(verdict) {
    const isPlain = verdict.findings.every(({ standing }) => standing.kind === 'counts');
    return verdict.findings.length === 0 || (isPlain && verdict.outcome !== 'failed')
        ? ''
        : `; ${(0,policy_section/* standingSentence */.i_)(verdict)}`;
}
function copiedLine({ uploaded, mounted, present, bytes, manifests }, { source, destination, digest }) {
    if (manifests === 0)
        return `${destination.uri} has ${digest} already: nothing is copied from ${source.uri}.`;
    const counts = [
        (0,report_format/* plural */.LS)(manifests, 'manifest'),
        ...(uploaded === 0 ? [] : [`${(0,report_format/* plural */.LS)(uploaded, 'blob')} uploaded (${(0,report_format/* formatBytes */.z3)(bytes)})`]),
        ...(mounted === 0 ? [] : [`${(0,report_format/* plural */.LS)(mounted, 'blob')} mounted`]),
        ...(present === 0 ? [] : [`${(0,report_format/* plural */.LS)(present, 'blob')} there before`]),
    ];
    return `Copied ${source.uri}@${digest} to ${destination.uri}: ${counts.join(', ')}.`;
}

;// CONCATENATED MODULE: ./src/policy/compare.ts

function compare_compare(platforms, baseline) {
    if (baseline.kind !== 'read')
        return { comparison: baseline, isKnown: () => false };
    const before = keysByPlatform(baseline.platforms);
    const after = keysByPlatform(platforms);
    const isKnown = (platform, finding) => finding.id !== scan/* unnamed */.p1 && before.get(platform)?.has(keyOf(finding)) === true;
    const all = platforms.flatMap(({ platform, findings }) => findings.map((finding) => ({ platform, finding })));
    const stayed = all.filter(({ platform, finding }) => isKnown(platform, finding)).length;
    return {
        isKnown,
        comparison: {
            kind: 'compared',
            image: baseline.image,
            added: all.length - stayed,
            stayed,
            fixed: baseline.platforms.flatMap(({ platform, findings }) => {
                const now = after.get(platform);
                if (now === undefined)
                    return [];
                return findings.filter((one) => !now.has(keyOf(one))).map((finding) => ({ platform, finding }));
            }),
            newPlatforms: platforms.map(({ platform }) => platform).filter((platform) => !before.has(platform)),
        },
    };
}
function keysByPlatform(platforms) {
    const keys = new Map();
    for (const { platform, findings } of platforms) {
        const known = keys.get(platform) ?? new Set();
        for (const finding of findings)
            known.add(keyOf(finding));
        keys.set(platform, known);
    }
    return keys;
}
function keyOf(finding) {
    return JSON.stringify([finding.id, finding.package]);
}

// EXTERNAL MODULE: ./src/policy/exceptions.ts
var policy_exceptions = __webpack_require__(5866);
;// CONCATENATED MODULE: ./src/policy/judge.ts





function judge(scan, policy, circumstances) {
    const platforms = scan.kind === 'off' ? [] : scan.platforms;
    const grounds = groundsOf(platforms, scan.kind === 'complete', policy, circumstances);
    if (scan.kind === 'off')
        return { ...grounds, outcome: 'not-scanned', why: scan.why };
    const breaches = [
        ...severityBreaches(grounds.findings, policy),
        ...(policy.onIncompleteScan === 'fail' ? incompleteBreaches(platforms) : []),
    ];
    const [first, ...others] = breaches;
    if (first !== undefined)
        return { ...grounds, outcome: 'failed', breaches: [first, ...others] };
    const { counts } = grounds;
    if (scan.kind === 'incomplete' || counts === undefined)
        return { ...grounds, outcome: 'not-scanned', why: whyIncomplete(platforms) };
    return { ...grounds, counts, outcome: 'passed' };
}
function groundsOf(platforms, everythingScanned, policy, { exceptions, baseline, now }) {
    const complete = platforms.filter((platform) => platform.outcome === 'complete');
    const compared = baseline.kind === 'unasked' ? undefined : compare_compare(complete, baseline);
    const isKnown = compared?.isKnown ?? (() => false);
    const acceptance = (0,policy_exceptions/* acceptanceBy */.N$)(exceptions, now);
    const findings = complete
        .flatMap(({ platform, findings: found }) => found.map((finding) => ({ platform, finding })))
        .map((one) => ({
        ...one,
        standing: standingOf(one, policy, acceptance(one.finding), isKnown),
        isNew: !isKnown(one.platform, one.finding),
    }))
        .sort((a, b) => (0,counts/* worstFirst */.md)(a.finding, b.finding));
    return {
        counts: (0,counts/* countPlatforms */.yI)(platforms),
        findings,
        exceptions: (0,policy_exceptions/* exceptionUses */.yN)(exceptions, findings.map(({ finding }) => finding), now, everythingScanned),
        comparison: compared?.comparison,
    };
}
function standingOf({ platform, finding }, policy, { inForce, expired }, isKnown) {
    if (inForce !== undefined)
        return { kind: 'accepted', exception: inForce };
    if (policy.onlyNew && isKnown(platform, finding))
        return { kind: 'not-new' };
    if (policy.onlyFixable && (0,fixable/* fixOf */.B)(finding) === 'no')
        return { kind: 'not-fixable' };
    return { kind: 'counts', expired };
}
function severityBreaches(judged, policy) {
    return scan/* severities */.gO.flatMap((severity) => {
        const allowed = policy.limits[severity];
        const findings = judged
            .filter(({ finding, standing }) => finding.severity === severity && standing.kind === 'counts')
            .map(({ platform, finding }) => ({ platform, finding }));
        return allowed !== undefined && findings.length > allowed
            ? [{ kind: 'severity', severity, found: findings.length, allowed, findings }]
            : [];
    });
}
function incompleteBreaches(platforms) {
    return platforms.flatMap((platform) => platform.outcome === 'incomplete'
        ? [
            {
                kind: 'incomplete-scan',
                platform: platform.platform,
                reason: platform.reason,
                detail: platform.detail,
            },
        ]
        : []);
}
function whyIncomplete(platforms) {
    return platforms
        .filter((platform) => platform.outcome === 'incomplete')
        .map((platform) => `${platform.platform}: ${platform.detail}`)
        .join('; ');
}

;// CONCATENATED MODULE: ./src/policy/severities.ts


function nameSeverities(scan, words) {
    if (scan.kind === 'off' || words.size === 0)
        return scan;
    const named = (platform) => ({
        ...platform,
        findings: platform.findings.map((finding) => (0,severity_word/* meant */.wx)(finding, words)),
    });
    return scan.kind === 'complete'
        ? { kind: 'complete', platforms: scan.platforms.map(named) }
        : {
            kind: 'incomplete',
            platforms: scan.platforms.map((one) => (one.outcome === 'complete' ? named(one) : one)),
        };
}
function untriagedFindings(findings) {
    const words = wordsOf(findings, (finding) => finding.severity === 'undefined' && !(0,severity_word/* isForeign */.jq)(finding));
    return words && `The scanner gives severities that count as undefined: ${words}.`;
}
function unknownSeverities(findings, words) {
    const unknown = wordsOf(findings, (finding) => (0,severity_word/* isForeign */.jq)(finding) && words.get(finding.severityAsGiven?.toLowerCase() ?? '') === undefined);
    if (unknown === undefined)
        return undefined;
    const word = /(?:^|, )([A-Za-z][\w-]*) \(/.exec(unknown)?.[1]?.toLowerCase();
    const advice = word === undefined ? '' : ` Say in fail-on what such a word means: high,${word}=medium.`;
    return `The scanner gives severities that are not ECR's, and they count as critical: ${unknown}.${advice}`;
}
function wordsOf(findings, isWanted) {
    const counts = new Map();
    for (const finding of findings) {
        const { severityAsGiven: given } = finding;
        if (given !== undefined && isWanted(finding))
            counts.set(given, (counts.get(given) ?? 0) + 1);
    }
    if (counts.size === 0)
        return undefined;
    return (0,types_text/* clause */.sb)([...counts].map(([word, count]) => `${word} (${String(count)})`).join(', '));
}
function setAsideFindings(findings) {
    const counts = new Map();
    for (const { setAside } of findings)
        if (setAside !== undefined)
            counts.set(setAside, (counts.get(setAside) ?? 0) + 1);
    if (counts.size === 0)
        return undefined;
    const words = [...counts].map(([word, count]) => `${word} (${String(count)})`).join(', ');
    return (`Findings count like all others although their scanner does not show them as active: ${(0,types_text/* clause */.sb)(words)}. ` +
        'What the policy accepts is in the exceptions file.');
}

;// CONCATENATED MODULE: ./src/report/policy-notes.ts





const policy_notes_named = 5;
function policyNotes(verdict, policy) {
    const inState = (state) => verdict.exceptions.filter((use) => use.state === state).map((use) => use.exception);
    const sentences = (exceptions, begin, end) => exceptions.length === 0 ? [] : [`${begin}: ${(0,findings/* listed */.KE)(exceptions.map(policy_notes_describe), policy_notes_named)}. ${end}`];
    const all = verdict.findings.map(({ finding }) => finding);
    return {
        lines: [...comparisonLines(verdict), ...acceptedLines(verdict), ...ifAny(untriagedFindings(all))],
        warnings: [
            ...ifAny(unknownSeverities(all, policy.words)),
            ...sentences(inState('expired'), 'Exceptions have expired, and their findings count again', 'Update the package, or decide again.'),
            ...sentences(inState('ending'), 'Exceptions end soon', 'After that day their findings count again.'),
            ...(policy.onlyNew ? baselineWarnings(verdict) : []),
        ],
        notices: [
            ...sentences(inState('unused'), 'Exceptions match no finding', 'They can be removed, or their id or package is not what the scanner writes.'),
            ...ifAny(setAsideFindings(all)),
            ...(policy.onlyFixable ? unknownFixes(verdict) : []),
        ],
    };
}
function ifAny(sentence) {
    return sentence === undefined ? [] : [sentence];
}
function policy_notes_describe(exception) {
    const where = exception.package === undefined ? '' : ` in ${(0,findings/* shorten */.ml)(exception.package)}`;
    return `${(0,findings/* shorten */.ml)(exception.id)}${where} (line ${String(exception.line)}, until ${exception.expires})`;
}
function comparisonLines({ comparison }) {
    if (comparison?.kind !== 'compared')
        return [];
    const { image, added, stayed, fixed } = comparison;
    const names = fixed.length === 0 ? '' : `: ${(0,findings/* listed */.KE)((0,grouped/* grouped */.zD)(fixed).map(findings/* nameGroup */.VQ), policy_notes_named)}`;
    return [
        `Compared with ${image.tag} (${image.digest}): ${String(added)} new, ${String(stayed)} as before, ${String(fixed.length)} fixed${names}.`,
    ];
}
function acceptedLines({ exceptions }) {
    const used = exceptions.filter(({ state }) => state === 'applied' || state === 'ending');
    const more = used.length - policy_notes_named;
    return [
        ...used
            .slice(0, policy_notes_named)
            .map(({ exception }) => `Accepted: ${policy_notes_describe(exception)}: ${(0,findings/* shorten */.ml)(exception.reason, 200)}`),
        ...(more > 0 ? [`and ${(0,report_format/* plural */.LS)(more, 'exception')} more.`] : []),
    ];
}
function baselineWarnings({ comparison }) {
    if (comparison?.kind === 'absent')
        return ['No baseline: none of these tags exists yet, so every finding is new.'];
    if (comparison?.kind === 'unreadable')
        return [
            `The findings of the baseline ${comparison.image.tag} (${comparison.image.digest}) cannot be read in full: ${comparison.why}. Every finding is new.`,
        ];
    return [];
}
function unknownFixes({ findings }) {
    const unknown = findings.filter(({ finding, standing }) => standing.kind === 'counts' && (0,fixable/* fixOf */.B)(finding) === 'unknown').length;
    return unknown === 0
        ? []
        : [
            `Of ${(0,report_format/* plural */.LS)(unknown, 'finding')} the scanner does not say whether there is a fix; with only-fixable they count.`,
        ];
}

;// CONCATENATED MODULE: ./src/phases/tags-had.ts
function tagsHad(run) {
    const names = run.found('names') ?? [];
    return names.flatMap(({ tag, outcome }) => (outcome === 'set' || outcome === 'unchanged' ? [tag] : []));
}
function fateOfTags(run) {
    return tagsHad(run).length === 0 ? 'No tag was set.' : 'Its tags were set first, and stay.';
}

;// CONCATENATED MODULE: ./src/phases/fitting.ts




function requireRuntime({ inputs }, image, run) {
    const { errors, warnings } = misfitsOf(image, inputs.runtime, run.found('unpackedSize'));
    run.tell(warnings.map(warning));
    if (errors.length > 0)
        throw runtimeUnfit(errors, run);
}
function requireUnpackedSize({ inputs }, run) {
    const misfit = sizeMisfit(inputs.runtime, run.found('unpackedSize'));
    if (misfit !== undefined)
        throw runtimeUnfit([misfit], run);
}
function runtimeUnfit(clauses, run) {
    return new errors/* ShipError */.fS({
        code: 'runtime-unfit',
        what: `The image cannot run where the input runtime says: ${clauses.join('; ')}.`,
        next: `${fateOfTags(run)} Build it in the form that is taken there (docs/reference/runtimes.md), or correct the input runtime.`,
    });
}

// EXTERNAL MODULE: ./src/types/plan.ts
var plan = __webpack_require__(1406);
;// CONCATENATED MODULE: ./src/publish/candidate-tag.ts


function needsTagForScan(candidate, { tags }, { scanner, frequency }) {
    if (candidate.tag !== undefined || scanner === 'basic')
        return false;
    if (scanner === 'enhanced' && frequency === 'manual')
        return false;
    return tags.every((tag) => tag.startsWith(plan/* candidatePrefix */.I));
}
async function tagForScan({ candidateTag }, repository, { digest, manifest }, log) {
    const put = await repository.tags.set(candidateTag, manifest);
    if (put.kind === 'immutable') {
        const [holder] = await repository.images.describe([{ tag: candidateTag }]);
        if (holder?.digest !== digest) {
            throw new errors/* ShipError */.fS({
                code: 'tag-taken',
                what: `The candidate's tag ${candidateTag} already points to ${holder?.digest ?? 'another image'}.`,
                next: 'Run the job again; every run has a candidate tag of its own.',
            });
        }
    }
    log.info(`The candidate is tagged ${candidateTag} while it is scanned: enhanced scanning may not see an image without a tag.`);
}

// EXTERNAL MODULE: ./src/scan/foreign/merge.ts
var merge = __webpack_require__(2502);
;// CONCATENATED MODULE: ./src/scan/foreign/join-scans.ts


function joinScans(own, scans, platforms) {
    if (scans.length === 0)
        return own;
    const joined = platforms.flatMap((platform) => {
        const about = scans.filter((scan) => scan.platform === platform.platform);
        const registry = own.kind === 'off' ? own.why : own.platforms.find((scan) => join_scans_isOf(scan, platform));
        return joinPlatform(platform, registry, about);
    });
    const complete = joined.filter((scan) => scan.outcome === 'complete');
    return complete.length === joined.length
        ? { kind: 'complete', platforms: complete }
        : { kind: 'incomplete', platforms: joined };
}
function join_scans_isOf(scan, { platform, digest }) {
    return scan.platform === platform && scan.digest === digest;
}
function joinPlatform(platform, own, scans) {
    if (scans.length === 0)
        return [
            typeof own === 'object'
                ? own
                : incomplete(platform, 'not-given', 'no file of the input findings is about it'),
        ];
    if (typeof own !== 'object')
        return [without(platform, own, scans)];
    if (own.outcome === 'complete')
        return [together(own, scans)];
    return own.reason === 'unsupported'
        ? [without(platform, own.detail, scans)]
        : [own, without(platform, own.detail, scans)];
}
function together(own, scans) {
    return {
        ...own,
        others: toolsOf(scans),
        findings: (0,merge/* mergeFindings */.D)([own.findings, ...scans.map(({ findings }) => findings)]),
    };
}
function without({ platform, digest }, instead, scans) {
    const ends = scans.flatMap(({ endedAt }) => endedAt ?? []);
    return {
        outcome: 'complete',
        platform,
        digest,
        scanner: 'none',
        others: toolsOf(scans),
        ...(instead !== undefined && { instead }),
        completedAt: ends.length === 0 ? undefined : Math.max(...ends),
        findings: (0,merge/* mergeFindings */.D)(scans.map(({ findings }) => findings)),
    };
}
function toolsOf(scans) {
    return [...new Set(scans.flatMap(({ tools }) => tools))];
}

;// CONCATENATED MODULE: ./src/phases/foreign-findings.ts








async function readForeign({ inputs }, run) {
    if (inputs.target === undefined || inputs.findings.length === 0)
        return;
    const scans = [];
    for (const place of inputs.findings)
        scans.push(await foreign_findings_readOne(place, run));
    const all = scans.reduce((sum, { findings }) => sum + findings.length, 0);
    const last = scans.at(-1);
    if (all > bounds/* mostFindings */.Yb && last !== undefined)
        throw unusable(last, `with it there are more than ${String(bounds/* mostFindings */.Yb)} findings`);
    run.keep('foreign', scans);
    run.tell(scans.map(({ path, tools, findings }) => info(`Read ${(0,types_text/* clause */.sb)(path)} by ${tools.join(', ')}: findings ${String(findings.length)}.`)));
}
async function foreign_findings_readOne(place, { ports }) {
    const text = await ports.checkout.readLeft(place.path, bounds/* largestFindingsFile */.Du).catch((cause) => {
        const { what, next } = (0,errors/* asShipError */.Nn)(cause);
        throw new errors/* ShipError */.fS({ code: 'invalid-findings', what, next, cause });
    });
    if (text === undefined)
        throw new errors/* ShipError */.fS({
            code: 'invalid-findings',
            what: `The file ${(0,types_text/* clause */.sb)(place.path)} of the input findings is not there.`,
            next: 'Let a step before this one scan the image and write it; where that step fails, the job has to end: not scanned is not clean.',
        });
    const { readScan } = await __webpack_require__.e(/* import() */ 709).then(__webpack_require__.bind(__webpack_require__, 2709));
    try {
        return readScan(text, place);
    }
    catch (error) {
        if (error instanceof refusal/* Refusal */.P_)
            throw unusable(place, error.message);
        throw error;
    }
}
function assignForeign(plan, image, run) {
    const isStrange = plan.source.trust === 'stranger';
    const { words } = plan.inputs.policy;
    const scans = (run.found('foreign') ?? []).map((scan) => {
        if (isStrange && !(0,foreign_assign/* isProven */.n)(scan))
            throw unusable(scan, `it does not say which image it is about, and the checkout, which may hold such a file, may be a stranger's: ${plan.source.strangers ?? ''}`);
        return { ...assigned(scan, image, run), findings: scan.findings.map((finding) => (0,severity_word/* meant */.wx)(finding, words)) };
    });
    if (scans.length > 0)
        run.keep('foreign', scans);
    run.tell(scans.filter((scan) => !(0,foreign_assign/* isProven */.n)(scan)).map(unproven));
    return scans;
}
function assigned(scan, image, run) {
    try {
        return (0,foreign_assign/* assign */.k)(scan, image);
    }
    catch (error) {
        if (!(error instanceof refusal/* Refusal */.P_))
            throw error;
        throw new errors/* ShipError */.fS({
            code: 'invalid-findings',
            what: `The file ${(0,types_text/* clause */.sb)(scan.path)} of the input findings cannot be used: ${error.message}.`,
            next: `${fateOfTags(run)} Scan exactly the image that is published (docs/how-to/foreign-findings.md), or say with platform= which platform a file is about.`,
        });
    }
}
function unproven({ path, tools }) {
    return notice(`${(0,types_text/* clause */.sb)(path)} by ${tools.join(', ')} does not say by a digest which image it is about: that it is this one is taken on ` +
        'trust. Scan the image by its digest (docs/how-to/foreign-findings.md).');
}
function unusable({ path }, why) {
    return new errors/* ShipError */.fS({
        code: 'invalid-findings',
        what: `The file ${(0,types_text/* clause */.sb)(path)} of the input findings cannot be used: ${why}.`,
        next: 'Look at the step that writes it; what such a file has to have is in docs/how-to/foreign-findings.md.',
    });
}

;// CONCATENATED MODULE: ./src/phases/scanning.ts







const scanning = {
    name: 'scan',
    title: 'Scan',
    async run(verified, run) {
        const { plan, image } = verified;
        const others = assignForeign(plan, image, run);
        const own = nameSeverities(await scanHere(verified, run), plan.inputs.policy.words);
        return run.keep('scan', joinScans(own, others, image.platforms));
    },
    tell: (scan) => scanLines(scan).map(info),
};
async function scanHere(verified, run) {
    const { plan, target, candidate, image } = verified;
    const { repository, scanSettings: settings } = target;
    if (plan.inputs.scan === 'off')
        return { kind: 'off', why: 'the input scan is off' };
    if (needsTagForScan(candidate, image, settings))
        await tagCandidate(verified, run);
    const order = { repository, image, settings, timeoutMs: plan.inputs.scanTimeoutMs };
    return scanImage(order, run.ports);
}
async function tagCandidate({ plan, target, candidate, image }, run) {
    const undo = expectCandidateTag({ plan, target }, run);
    await tagForScan(plan, target.repository, image, run.ports.log);
    run.undo.change(undo, { state: 'there' });
    run.keep('candidate', { ...candidate, tag: plan.candidateTag });
}
function expectCandidateTag({ plan, target }, run) {
    const { repository } = target;
    return run.undo.plan({
        kind: 'candidate-tag',
        registryType: repository.type,
        region: repository.region,
        registryId: repository.registryId,
        ...(target.role !== undefined && { role: target.role }),
        repository: repository.name,
        tag: plan.candidateTag,
        runStartedAt: run.startedAt + repository.now() - run.ports.clock.now(),
        state: 'pushing',
    });
}

;// CONCATENATED MODULE: ./src/checks/size.ts
function tooLarge({ platforms }, maxSize) {
    if (maxSize === undefined)
        return undefined;
    const over = platforms.filter(({ size }) => size > maxSize);
    if (over.length === 0)
        return undefined;
    const each = over.map(({ platform, size }) => `${platform} has ${exactBytes(size)}`);
    return `${each.join(', ')} compressed, and max-size allows ${exactBytes(maxSize)}`;
}
function grownTooMuch(now, before, most, least = '') {
    const growth = now - before;
    if (most === undefined || growth <= 0)
        return undefined;
    const allowed = 'bytes' in most ? most.bytes : (before * most.percent) / 100;
    if (growth <= allowed)
        return undefined;
    const words = 'bytes' in most ? exactBytes(most.bytes) : `${String(most.percent)}%`;
    const part = before === 0 ? '' : ` (${((growth / before) * 100).toFixed(1)}%)`;
    return `it grew from ${exactBytes(before)} to ${least}${exactBytes(now)} compressed, by ${least}${exactBytes(growth)}${part}, and max-growth allows ${words}`;
}
function exactBytes(count) {
    if (count < 1000)
        return `${String(count)} bytes`;
    const [power, unit] = count >= 1e9 ? [9, 'GB'] : count >= 1e6 ? [6, 'MB'] : [3, 'kB'];
    return `${(count / 10 ** power).toFixed(1)} ${unit} (${String(count)} bytes)`;
}

;// CONCATENATED MODULE: ./src/phases/sizing.ts










const sizing = {
    name: 'size',
    async run({ verified, baseline, isToTell }, run) {
        const { image, plan } = verified;
        const { maxSize, maxGrowth } = plan.inputs;
        const before = await extentOfBaseline({ verified, baseline, isToTell }, run);
        const change = before === undefined ? keepSizeChange(image, run) : image.size - before.size;
        if (before !== undefined)
            run.keep('before', before);
        if (change !== undefined)
            run.keep('sizeChange', change);
        const large = tooLarge(image, maxSize);
        const grown = before === undefined ? undefined : grownTooMuch(image.size, before.size, maxGrowth);
        const why = [large, grown].filter((clause) => clause !== undefined);
        if (why.length > 0)
            throw new errors/* ShipError */.fS({
                code: 'too-large',
                what: `The image is too large: ${why.join('; ')}.`,
                next: `${fateOfTags(run)} ${largestText(image)}${smaller}`,
            });
        return change;
    },
    tell: (change) => change === undefined ? [] : [info(`Compressed size: ${(0,report_format/* signedBytes */.Sq)(change)} against the baseline.`)],
};
function keepSizeChange(image, run) {
    const before = run.found('before');
    if (before === undefined || run.found('baseline')?.digest === image.digest)
        return undefined;
    return run.keep('sizeChange', image.size - before.size);
}
async function extentOfBaseline({ verified: { plan, target }, baseline, isToTell }, run) {
    const { maxGrowth } = plan.inputs;
    if (baseline === undefined || (maxGrowth === undefined && !isToTell))
        return undefined;
    const level = maxGrowth === undefined ? 'debug' : 'warning';
    if (baseline.isArchived === true) {
        run.ports.log[level](`The size of the baseline ${baseline.tag} is not known: ${archivedBaseline}.`);
        return undefined;
    }
    const seen = run.found('before');
    if (seen !== undefined && (seen.platforms.length > 0 || !isToTell))
        return seen;
    return readBaselineImage(baseline, target, run.ports).catch((error) => {
        run.ports.log[level](`The size of the baseline is not known: ${(0,errors/* asShipError */.Nn)(error).what}`);
        return undefined;
    });
}
const smaller = 'Leave out what it does not need at run time (a stage of its own for the build, .dockerignore, a smaller base image), or raise the limit.';
function largestText(image) {
    const layers = (0,report_layers/* largestLayers */.tE)({ image }, 3).map(({ size, instruction, digest }) => `${(0,report_format/* formatBytes */.z3)(size)} of ${instruction === undefined ? digest : (0,types_text/* clause */.sb)((0,findings/* shorten */.ml)(instruction))}`);
    return layers.length === 0 ? '' : `Its largest layers are ${layers.join('; ')}. `;
}

;// CONCATENATED MODULE: ./src/phases/gate.ts











async function passGate(verified, exceptions, run) {
    const { plan } = verified;
    const { inputs } = plan;
    requireRuntime(plan, verified.image, run);
    const before = run.found('baseline');
    const isToTell = isDifferenceTold(plan) && before !== undefined;
    if (inputs.maxSize !== undefined || inputs.maxGrowth !== undefined || isToTell)
        await run.do(sizing, { verified, baseline: before, isToTell });
    else
        keepSizeChange(verified.image, run);
    const scan = await run.do(scanning, verified);
    const isCompared = (inputs.policy.onlyNew || isToTell) && scan.kind !== 'off';
    const baseline = isCompared ? await baselineFor(verified, run) : { kind: 'unasked' };
    const verdict = await run.do(judging, { scan, baseline, exceptions, policy: inputs.policy });
    if (verdict.outcome === 'failed')
        throw policyFailed(verdict, tagsHad(run));
}
async function baselineFor({ plan: { inputs }, target }, run) {
    const image = run.found('baseline');
    const decides = inputs.policy.onlyNew;
    if (inputs.scan === 'off' && !decides)
        return { kind: 'unasked' };
    if (inputs.scan === 'off' && image !== undefined)
        return { kind: 'unreadable', image, why: 'the input scan is off, so that ECR is not asked' };
    return run.do(readingBaseline, { image, target, inputs, decides });
}
const judging = {
    name: 'judge',
    run({ scan, baseline, exceptions, policy }, run) {
        const accepted = exceptions.kind === 'read' ? exceptions.list : [];
        const circumstances = { exceptions: accepted, baseline, now: run.ports.clock.now() };
        return Promise.resolve(run.keep('verdict', judge(scan, policy, circumstances)));
    },
    tell: (verdict, { policy }) => {
        const notes = policyNotes(verdict, policy);
        return [
            ...notes.lines.map(info),
            info(verdictLine(verdict)),
            ...notes.notices.map(notice),
            ...notes.warnings.map(warning),
            ...(verdict.outcome === 'not-scanned' ? [warning(verdictLine(verdict))] : []),
        ];
    },
};

;// CONCATENATED MODULE: ./src/phases/tagging.ts


function lookBeside({ plan, target }, { decision }) {
    const { scan, ifExists, scanRepository, destinations } = plan.inputs;
    const tags = unguardedTags(decision.names, target.repository);
    const isElsewhere = scanRepository !== undefined || destinations.length > 0;
    if (scan !== 'off' || isElsewhere || ifExists === 'move' || tags.length === 0)
        return undefined;
    const shown = target.repository.tags.read(tags);
    shown.catch(() => undefined);
    return shown;
}
const tagging = {
    name: 'tag',
    title: 'Tags',
    async run({ plan, target, image, decided, shown }, run) {
        run.keep('names', decided.decision.names.map(({ name: { tag, kind } }) => ({ tag, kind, outcome: 'not-tried' })));
        const { results, failure } = await tagImage({
            repository: target.repository,
            image,
            decisions: decided.decision.names,
            ifExists: plan.inputs.ifExists,
            ages: decided.ages,
            shown,
            onAnchored: () => dropCandidateTags(run, target.repository),
            clock: run.ports.clock,
            log: run.ports.log,
        });
        run.keep('names', results);
        if (failure !== undefined)
            throw failure;
        notNeeded(run, target.repository);
    },
};
const lookAtTags = async (run, ports) => {
    const [results, image, repository] = [run.found('names'), run.found('image'), run.found('repository')];
    const target = run.found('inputs')?.target;
    if (results === undefined || image === undefined || repository === undefined || target === undefined)
        return;
    const { images } = ports.connect(target).open(repository.name);
    const [now] = await images.describe([{ digest: image.digest }]);
    run.keep('names', asShown(results, now?.tags ?? []));
};
async function dropCandidateTags(run, of) {
    for (const undo of notNeeded(run, of))
        await run.takeBack(undo);
}
function isIn({ repository, registryType, registryId, region }, of) {
    return (repository === of.name && registryType === of.type && registryId === of.registryId && region === of.region);
}
function notNeeded(run, of) {
    return run.undo
        .left()
        .filter((undo) => undo.kind === 'candidate-tag')
        .filter((undo) => of === undefined || isIn(undo, of))
        .map((undo) => run.undo.change(undo, { state: 'not-needed' }));
}

;// CONCATENATED MODULE: ./src/phases/built-record.ts



async function checkOwnRecord({ record }, repository, { digest, manifest }, log) {
    const holder = (await readHolders([manifest], repository.manifests)).get(digest);
    if (holder === undefined || !holder.isReadable)
        return;
    if (holder.record === undefined) {
        if (record !== undefined)
            log.warning(`The builder left out the label ${recordLabel}, so no later run can reuse the image.`);
        return;
    }
    if (record !== undefined && formatRecord(record) === formatRecord(holder.record))
        return;
    throw new errors/* ShipError */.fS({
        code: 'verify-failed',
        what: `The image ${digest} carries another ${recordLabel} than this run gave it.`,
        next: 'No tag was set. Look for a # syntax= line in the Dockerfile whose builder changes labels.',
    });
}

;// CONCATENATED MODULE: ./src/phases/verifying.ts




const verifying = {
    name: 'verify',
    async run({ plan, target, candidate, isBuilt }, run) {
        const { repository } = target;
        const image = run.keep('image', await verifyImage(repository, candidate, run.ports));
        if (isBuilt)
            await checkOwnRecord(plan, repository, image, run.ports.log);
        return image;
    },
    tell: (image) => [info(verifiedLine(image))],
};

;// CONCATENATED MODULE: ./src/phases/scan-repository.ts











async function openGate({ inputs, target }, run) {
    const { scanRepository: place } = inputs;
    if (place?.target === undefined)
        return target;
    const registry = run.ports.connect(place.target);
    return run.do(openingScanRepository, { inputs, target, name: place.name, registry });
}
const openingScanRepository = {
    name: 'login',
    async run({ inputs, target, name, registry }, run) {
        const door = registry.open(name);
        const [credentials, repository, scanSettings] = await Promise.all([
            takeLogin(registry, run),
            door.opened(),
            settingsOf(door, inputs),
        ]);
        const host = (0,types_image/* registryHost */.U)(repository);
        await target.addLogin({ host, basic: credentials.basic });
        return {
            ...target,
            repository,
            scanSettings,
            expiresAt: Math.min(target.expiresAt, credentials.expiresAt),
            renewLogin: async () => {
                await target.renewLogin();
                const { basic } = await takeLogin(registry, run);
                await target.addLogin({ host, basic });
            },
        };
    },
    tell: ({ repository, scanSettings }, { target }) => [
        ...(scanSettings.notice === undefined ? [] : [notice(scanSettings.notice)]),
        info(`Logged in to ${(0,types_image/* registryHost */.U)(repository)}: the image is scanned in ${repository.name} before it comes to ` +
            `${target.repository.uri}.`),
    ],
};
const copying = {
    name: 'copy',
    title: ({ destination, isBaseline }) => `Copy ${isBaseline === true ? 'of the baseline ' : ''}to ${destination.uri}`,
    run: (order) => copyImage(order),
    tell: (copied, order) => [info(copiedLine(copied, order))],
};
async function bringToGate(digest, route, run) {
    const { target, gate, isBaseline = false } = route;
    if (gate === target)
        return;
    await run.do(copying, { source: target.repository, destination: gate.repository, digest, isBaseline });
}
async function passInto(target, verified, exceptions, run) {
    const { target: gate, plan } = verified;
    if (gate === target) {
        await passGate(verified, exceptions, run);
        return verified;
    }
    await bringBaseline({ target, gate }, plan.inputs, run);
    await passGate(verified, exceptions, run);
    await copyInto(target, verified, run);
    await dropCandidateTags(run, gate.repository);
    return readThere(target, verified, run);
}
async function carryInto(target, verified, run) {
    if (verified.target === target)
        return verified;
    await copyInto(target, verified, run);
    return readThere(target, verified, run);
}
async function judgeAfterTags(target, verified, exceptions, run) {
    const { target: gate, image, plan } = verified;
    if (gate === target) {
        const tags = [...new Set([...image.tags, ...tagsHad(run)])];
        await passGate({ ...verified, image: { ...image, tags } }, exceptions, run);
        return;
    }
    await bringBaseline({ target, gate }, plan.inputs, run);
    await passGate(verified, exceptions, run);
    await dropCandidateTags(run, gate.repository);
}
function copyInto(target, { target: gate, image }, run) {
    const { digest } = image;
    return run.do(copying, { source: gate.repository, destination: target.repository, digest });
}
async function readThere(target, verified, run) {
    const { plan } = verified;
    const isTaggedThere = run.undo
        .left()
        .some((undo) => undo.kind === 'candidate-tag' && isIn(undo, target.repository));
    const candidate = run.keep('candidate', {
        ...verified.candidate,
        tag: isTaggedThere ? verified.candidate.tag : undefined,
    });
    const there = await run.do(verifying, { plan, target, candidate, isBuilt: false });
    return { plan, target, candidate, image: there };
}
async function bringBaseline(route, { policy }, run) {
    const baseline = run.found('baseline');
    if (!policy.onlyNew || baseline === undefined || baseline.isArchived === true)
        return;
    try {
        await bringToGate(baseline.digest, { ...route, isBaseline: true }, run);
    }
    catch (error) {
        if (!(error instanceof errors/* ShipError */.fS))
            throw error;
        run.tell([
            notice(`The baseline ${baseline.tag} could not be brought to where it is scanned: ${error.what}`),
        ]);
    }
}

;// CONCATENATED MODULE: ./src/phases/destinations.ts










const openingDestinations = {
    name: 'login',
    async run({ plan, digest }, run) {
        const { destinations } = plan.inputs;
        run.keep('destinations', destinations.map(({ uri }) => ({ uri, state: 'not-reached', tags: [] })));
        return Promise.all(destinations.map((place) => at(place, run, () => destinations_open(place, { plan, digest }, run))));
    },
    tell: (opened) => opened.flatMap(({ repository, decided }) => [
        info(`Destination ${repository.uri}:`),
        ...(0,plan_lines/* decisionLines */.Wp)(decided.decision).map(info),
    ]),
};
async function destinations_open(place, { plan, digest }, run) {
    const registry = run.ports.connect(place.target);
    await requireAccount(registry, plan.inputs.allowedAccountIds);
    const door = registry.open(place.name);
    const [repository, tagged] = await Promise.all([
        door.opened(),
        door.tags.read(tagsToRead(plan)),
        takeLogin(registry, run),
    ]);
    const blank = { ...plan, record: undefined, inputs: { ...plan.inputs, reusePaths: [] } };
    const decided = await decideBeyondArchive(blank, { repository, tagged }, run.ports, digest);
    return { place, repository, decided };
}
async function copyToDestinations({ target, image }, destinations, run) {
    for (const { place, repository } of destinations) {
        await at(place, run, async () => {
            const order = { source: target.repository, destination: repository, digest: image.digest };
            await run.do(copying, order).catch(async (error) => {
                if (await holds(order, run))
                    note(run, place, { state: 'copied' });
                throw error;
            });
        });
        note(run, place, { state: 'copied' });
    }
}
const lookingBackMs = 10_000;
function holds({ destination, digest }, { ports }) {
    const look = destination.manifests.read([digest]).then((found) => found.length > 0, () => false);
    return Promise.race([look, ports.clock.sleep(lookingBackMs).then(() => false)]);
}
const taggingEverywhere = {
    name: 'tag',
    title: 'Tags',
    async run({ plan, target, image, decided, destinations }, run) {
        const shops = [
            {
                repository: target.repository,
                decided,
                keep: (results) => run.keep('names', results),
                fail: (error) => error,
                onAnchored: () => dropCandidateTags(run, target.repository),
            },
            ...destinations.map(({ place, repository, decided: theirs }) => ({
                repository,
                decided: theirs,
                keep: (results) => {
                    note(run, place, tagged(results));
                },
                fail: (error) => destinations_named(place, error),
                onAnchored: () => Promise.resolve(),
            })),
        ];
        const done = new Map();
        for (const shop of shops) {
            done.set(shop, shop.decided.decision.names.map(({ name: { tag, kind } }) => ({ tag, kind, outcome: 'not-tried' })));
            shop.keep(done.get(shop) ?? []);
        }
        for (const kind of ['fixed', 'moving'])
            for (const shop of shops) {
                const decisions = shop.decided.decision.names.filter(({ name }) => name.kind === kind);
                if (decisions.length === 0)
                    continue;
                run.tell([info(`${shop.repository.uri}:`)]);
                const { results, failure } = await tagImage({
                    ...shop,
                    image,
                    decisions,
                    ifExists: plan.inputs.ifExists,
                    ages: shop.decided.ages,
                    clock: run.ports.clock,
                    log: run.ports.log,
                });
                const known = (done.get(shop) ?? []).map((one) => results.find(({ tag }) => tag === one.tag) ?? one);
                done.set(shop, known);
                shop.keep(known);
                if (failure !== undefined)
                    throw shop.fail(failure);
            }
        await dropCandidateTags(run, target.repository);
    },
};
const lookEverywhere = async (run, ports) => {
    await Promise.allSettled([lookAtTags(run, ports), lookAtDestinations(run, ports)]);
};
const lookAtDestinations = async (run, ports) => {
    const [image, results = [], inputs] = [run.found('image'), run.found('destinations'), run.found('inputs')];
    if (image === undefined || inputs === undefined)
        return;
    const planned = (run.found('names') ?? []).map(({ tag }) => tag);
    const look = async (result) => {
        const place = inputs.destinations.find(({ uri }) => uri === result.uri);
        if (place === undefined)
            return result;
        const { images } = ports.connect(place.target).open(place.name);
        const [now] = await images.describe([{ digest: image.digest }]);
        return now === undefined ? result : { ...result, ...destinations_shown(planned, now.tags, result) };
    };
    const seen = await Promise.all(results.map((result) => look(result).catch(() => result)));
    run.keep('destinations', seen);
};
function destinations_shown(planned, tags, { state }) {
    const set = planned.filter((tag) => tags.includes(tag));
    if (set.length === 0)
        return { state: 'copied', tags: set };
    return {
        state: state === 'tagged' || set.length === planned.length ? 'tagged' : 'partly-tagged',
        tags: set,
    };
}
function tagged(results) {
    const set = results.filter(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
    const isWhole = results.every(({ outcome }) => outcome === 'set' || outcome === 'unchanged' || outcome === 'kept-back');
    return {
        state: set.length === 0 ? 'copied' : isWhole ? 'tagged' : 'partly-tagged',
        tags: set.map(({ tag }) => tag),
    };
}
async function at(place, run, work) {
    try {
        return await work();
    }
    catch (thrown) {
        const error = (0,errors/* asShipError */.Nn)(thrown);
        note(run, place, { error: error.what });
        throw destinations_named(place, error);
    }
}
function note(run, { uri }, now) {
    const before = run.found('destinations') ?? [];
    run.keep('destinations', before.map((one) => (one.uri === uri ? { ...one, ...now } : one)));
}
function destinations_named({ uri }, error) {
    if (error.what.includes(uri))
        return error;
    return new errors/* ShipError */.fS({
        code: error.code,
        what: `Destination ${uri}: ${error.what}`,
        next: error.next,
        ...(error.details !== undefined && { details: error.details }),
        cause: error,
    });
}

;// CONCATENATED MODULE: ./src/phases/handing-over.ts



const handingOver = {
    name: 'hand-over',
    async run(verified, run) {
        const isTagged = run.found('candidate')?.tag !== undefined;
        if (!isTagged) {
            await tagCandidate(verified, run);
            await requireTag(verified);
        }
        for (const undo of run.undo.left())
            if (undo.kind === 'candidate-tag')
                run.undo.strike(undo);
    },
    tell: (_, { image, plan, target }) => [
        info(`${target.repository.uri}@${image.digest} has no tag but ${plan.candidateTag}. mode: publish with from: ${image.digest} ` +
            'gives it its tags; if nobody does, a later run removes it after a day.'),
    ],
};
async function requireTag({ plan: { candidateTag }, target: { repository }, image, }) {
    const shown = (await repository.tags.read([candidateTag])).get(candidateTag);
    if (shown?.digest === image.digest)
        return;
    throw new errors/* ShipError */.fS({
        code: 'registry-failed',
        what: `The registry accepted the tag ${candidateTag}, but does not show it on ${image.digest}.`,
        next: 'Run the job again; every run has a candidate tag of its own.',
    });
}

;// CONCATENATED MODULE: ./src/phases/joining.ts



const joining = {
    name: 'join',
    async run({ plan, target, collected: { image, parts } }, run) {
        if (parts.length === 0)
            return run.keep('candidate', { digest: image.digest, tag: undefined, platform: undefined });
        const undo = expectCandidateTag({ plan, target }, run);
        const put = await target.repository.tags.set(plan.candidateTag, image);
        if (put.kind !== 'set' || put.digest !== image.digest)
            throw new errors/* ShipError */.fS({
                code: 'registry-failed',
                what: `The index ${image.digest} could not be put under its own tag ${plan.candidateTag}.`,
                next: 'Run the job again; every run has a candidate tag of its own.',
            });
        run.undo.change(undo, { state: 'there' });
        return run.keep('candidate', { digest: image.digest, tag: plan.candidateTag, platform: undefined });
    },
    tell: ({ digest, tag }) => (tag === undefined ? [] : [info(`Pushed the index ${digest}.`)]),
};

;// CONCATENATED MODULE: ./src/phases/logging-in.ts




const loggingIn = {
    name: 'login',
    async run({ inputs, registry }, run) {
        await requireAccount(registry, inputs.allowedAccountIds);
        const [credentials, repository] = await Promise.all([
            takeLogin(registry, run),
            inputs.repository === undefined ? undefined : registry.open(inputs.repository).opened(),
        ]);
        const host = repository === undefined ? await logging_in_hostOf(registry, credentials) : (0,types_image/* registryHost */.U)(repository);
        await installLogin([{ host, basic: credentials.basic }], inputs.login, run);
        const suffix = host.replace(/[^0-9a-z]/gi, '_');
        run.ports.job.setSecretOutput(`docker_username_${suffix}`, credentials.username);
        run.ports.job.setSecretOutput(`docker_password_${suffix}`, credentials.password);
        return run.keep('login', { host, expiresAt: credentials.expiresAt });
    },
    tell: ({ host, expiresAt }, { inputs }) => [
        ...roleMessages(inputs.target),
        info(`Logged in to ${host} until ${new Date(expiresAt).toISOString()} (${loginScope(inputs.login)}).`),
    ],
};
async function logging_in_hostOf({ ownHost }, { endpoint }) {
    if (endpoint !== undefined)
        return new URL(endpoint).host;
    if (ownHost === undefined)
        throw new Error('neither the login nor the registry says a host');
    return ownHost();
}

// EXTERNAL MODULE: ./src/docker/candidate.ts + 9 modules
var docker_candidate = __webpack_require__(8574);
// EXTERNAL MODULE: ./src/inputs/expressions.ts
var expressions = __webpack_require__(8602);
;// CONCATENATED MODULE: ./src/plan/labels.ts



const prefix = 'org.opencontainers.image.';
function refusalOf(name, value, standard) {
    if (name === recordLabel)
        return (0,parsed/* notAllowed */.mj)(`no ${recordLabel}, which ecr-ship sets itself`);
    const commit = standard.get(revisionLabel);
    if (name !== revisionLabel || value === commit)
        return undefined;
    return (0,parsed/* notAllowed */.mj)(commit === undefined
        ? `no ${revisionLabel} where it is not certain which commit is built, not ${(0,parsed/* quote */.hD)(value)}`
        : `as ${revisionLabel} the commit that is built, ${commit}, not ${(0,parsed/* quote */.hD)(value)}`);
}
function standardLabels({ repository, commit }, version, createdAt) {
    const labels = {
        title: repository.name,
        description: repository.description,
        url: repository.url,
        source: repository.url,
        version,
        created: new Date(createdAt).toISOString(),
        revision: commit,
        licenses: repository.license,
    };
    const known = Object.entries(labels).filter((entry) => entry[1] !== undefined && entry[1] !== '');
    return new Map(known.map(([name, value]) => [`${prefix}${name}`, value]));
}
function withOwn(standard, own, scope) {
    const all = new Map(standard);
    for (const line of own) {
        const equals = line.indexOf('=');
        const value = (0,expressions/* evaluate */._3)(line.slice(equals + 1), scope);
        if (!value.ok)
            return (0,parsed/* notAllowed */.mj)(`in ${(0,parsed/* quote */.hD)(line)} ${value.allowed}`);
        const name = line.slice(0, equals);
        const refusal = refusalOf(name, value.value, standard);
        if (refusal !== undefined)
            return refusal;
        all.set(name, value.value);
    }
    const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
    return (0,parsed.ok)(sorted.map(([name, value]) => `${name}=${value}`));
}

;// CONCATENATED MODULE: ./src/plan/annotations.ts



const annotations_levels = /^((?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?(?:,(?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?)*):(.*)$/s;
function withOwnAnnotations(standard, own, { scope, levels: usual, hasIndex }) {
    const byName = new Map();
    const set = (name, at, value) => {
        const known = byName.get(name) ?? new Map();
        for (const level of at)
            known.set(level, value);
        byName.set(name, known);
    };
    const hasPlace = (level) => hasIndex || !level.startsWith('index');
    for (const [name, value] of standard)
        set(name, usual.filter(hasPlace), value);
    const homeless = [];
    for (const line of own) {
        const [, given, rest = line] = annotations_levels.exec(line) ?? [];
        const equals = rest.indexOf('=');
        const value = (0,expressions/* evaluate */._3)(rest.slice(equals + 1), scope);
        if (!value.ok)
            return (0,parsed/* notAllowed */.mj)(`in ${(0,parsed/* quote */.hD)(line)} ${value.allowed}`);
        const name = rest.slice(0, equals);
        const refusal = refusalOf(name, value.value, standard);
        if (refusal !== undefined)
            return refusal;
        const at = given?.split(',') ?? usual;
        if (given !== undefined && !at.every(hasPlace))
            homeless.push(line);
        set(name, at.filter(hasPlace), value.value);
    }
    const names = [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return (0,parsed.ok)({ lines: names.flatMap(([name, at]) => annotations_linesOf(name, at, hasIndex)), homeless });
}
function annotations_linesOf(name, at, hasIndex) {
    const builders = hasIndex ? 'index,manifest' : 'manifest';
    return [...new Set(at.values())].map((value) => {
        const places = [...at].flatMap(([level, its]) => (its === value ? [level] : []));
        const where = places.toSorted().join(',');
        return where === builders ? `${name}=${value}` : `${where}:${name}=${value}`;
    });
}

;// CONCATENATED MODULE: ./src/plan/date-tokens.ts
function formatLocal(time, format) {
    const parts = partsOf(time);
    if ([...format.matchAll(anyToken)].some(([found]) => isUnknown.test(found)))
        return undefined;
    return format.replace(anyToken, (found) => {
        if (found.startsWith('['))
            return found.slice(1, -1);
        const token = Object.hasOwn(tokens, found) ? tokens[found] : undefined;
        return token === undefined ? found.slice(1) : String(token(parts));
    });
}
const millisecondsOfDay = 24 * 3600_000;
function partsOf({ at, offset }) {
    const local = at + offset * 60_000;
    const date = new Date(local);
    const day = Math.floor(local / millisecondsOfDay);
    const weekday = date.getUTCDay();
    return {
        at,
        offset,
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        dayOfMonth: date.getUTCDate(),
        dayOfYear: dayInYear(day),
        weekday,
        week: weekOf(day - weekday + 6),
        isoWeek: weekOf(day - ((weekday + 6) % 7) + 3),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        millisecond: date.getUTCMilliseconds(),
    };
}
function yearOf(day) {
    return new Date(day * millisecondsOfDay).getUTCFullYear();
}
function dayInYear(day) {
    return day - Date.UTC(yearOf(day), 0, 1) / millisecondsOfDay + 1;
}
function weekOf(day) {
    return { number: Math.floor((dayInYear(day) - 1) / 7) + 1, year: yearOf(day) };
}
const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const two = (value) => String(value).padStart(2, '0');
const lastTwo = (year) => two(year % 100);
const twelve = (hour) => hour % 12 || 12;
const month = ({ month: number }) => months[number - 1] ?? '';
const weekday = ({ weekday: number }) => weekdays[number] ?? '';
const fraction = (digits) => (parts) => String(parts.millisecond).padStart(3, '0').padEnd(9, '0').slice(0, digits);
const quarter = (parts) => Math.ceil(parts.month / 3);
function ordinal(value) {
    const last = Math.floor((value % 100) / 10) === 1 ? 0 : value % 10;
    return `${String(value)}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}
function offsetText(minutes, separator) {
    const size = Math.abs(minutes);
    return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}
const tokens = {
    Y: (t) => t.year,
    YY: (t) => lastTwo(t.year),
    YYYY: (t) => t.year,
    Q: quarter,
    Qo: (t) => ordinal(quarter(t)),
    M: (t) => t.month,
    Mo: (t) => ordinal(t.month),
    MM: (t) => two(t.month),
    MMM: (t) => month(t).slice(0, 3),
    MMMM: month,
    D: (t) => t.dayOfMonth,
    Do: (t) => ordinal(t.dayOfMonth),
    DD: (t) => two(t.dayOfMonth),
    DDD: (t) => t.dayOfYear,
    DDDo: (t) => ordinal(t.dayOfYear),
    DDDD: (t) => String(t.dayOfYear).padStart(3, '0'),
    d: (t) => t.weekday,
    do: (t) => ordinal(t.weekday),
    dd: (t) => weekday(t).slice(0, 2),
    ddd: (t) => weekday(t).slice(0, 3),
    dddd: weekday,
    e: (t) => t.weekday,
    E: (t) => t.weekday || 7,
    w: (t) => t.week.number,
    wo: (t) => ordinal(t.week.number),
    ww: (t) => two(t.week.number),
    gg: (t) => lastTwo(t.week.year),
    gggg: (t) => t.week.year,
    W: (t) => t.isoWeek.number,
    Wo: (t) => ordinal(t.isoWeek.number),
    WW: (t) => two(t.isoWeek.number),
    GG: (t) => lastTwo(t.isoWeek.year),
    GGGG: (t) => t.isoWeek.year,
    H: (t) => t.hour,
    HH: (t) => two(t.hour),
    h: (t) => twelve(t.hour),
    hh: (t) => two(twelve(t.hour)),
    k: (t) => t.hour || 24,
    kk: (t) => two(t.hour || 24),
    A: (t) => (t.hour < 12 ? 'AM' : 'PM'),
    a: (t) => (t.hour < 12 ? 'am' : 'pm'),
    m: (t) => t.minute,
    mm: (t) => two(t.minute),
    Hmm: (t) => `${String(t.hour)}${two(t.minute)}`,
    hmm: (t) => `${String(twelve(t.hour))}${two(t.minute)}`,
    Hmmss: (t) => `${String(t.hour)}${two(t.minute)}${two(t.second)}`,
    hmmss: (t) => `${String(twelve(t.hour))}${two(t.minute)}${two(t.second)}`,
    s: (t) => t.second,
    ss: (t) => two(t.second),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((digits) => ['S'.repeat(digits), fraction(digits)])),
    X: (t) => Math.floor(t.at / 1000),
    x: (t) => t.at,
    Z: (t) => offsetText(t.offset, ':'),
    ZZ: (t) => offsetText(t.offset, ''),
};
const date_tokens_unknown = ['N{1,5}', 'y{1,4}', 'Y{5,6}', 'g{5}', 'G{5}', 'zz?', 'L{1,4}', 'l{1,4}'];
const isUnknown = new RegExp(`^(?:${date_tokens_unknown.join('|')})$`);
const longestFirst = Object.keys(tokens).sort((a, b) => b.length - a.length);
const anyToken = new RegExp(String.raw `\[[^[]*\]|(?:\\)?(?:${[...date_tokens_unknown, ...longestFirst].join('|')})|\\`, 'g');

;// CONCATENATED MODULE: ./src/plan/dates.ts


function formatDate(at, { positional, named }) {
    const stranger = [...named.keys()].find((name) => name !== 'tz');
    if (stranger !== undefined)
        return (0,parsed/* notAllowed */.mj)(`for a date the argument tz, not ${(0,parsed/* quote */.hD)(stranger)}`);
    if (positional.length > 1)
        return (0,parsed/* notAllowed */.mj)(`one format for a date, not ${String(positional.length)}`);
    const zone = named.get('tz') ?? 'UTC';
    const offset = offsetOf(zone, at);
    if (offset === undefined)
        return (0,parsed/* notAllowed */.mj)(`a time zone such as UTC or Europe/Berlin, not ${(0,parsed/* quote */.hD)(zone)}`);
    const iso = `YYYY-MM-DDTHH:mm:ss${offset === 0 ? '[Z]' : 'Z'}`;
    const text = formatLocal({ at, offset }, positional[0] || iso);
    return text === undefined
        ? (0,parsed/* notAllowed */.mj)(`for a date tokens such as YYYY, MM, DD, HH, mm, ss, WW or X, not those for eras, zone names and ` +
            `languages (N, y, z, L); other letters in brackets, as in [v]YYYY (this one is not: ${(0,parsed/* quote */.hD)(positional[0] ?? '')})`)
        : (0,parsed.ok)(text);
}
function offsetOf(timeZone, at) {
    try {
        const options = { timeZone, hourCycle: 'h23' };
        const numbers = { year: 'numeric', month: 'numeric', day: 'numeric' };
        const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric' };
        const shown = new Intl.DateTimeFormat('en-US', { ...options, ...numbers, ...clock }).formatToParts(at);
        const part = (type) => Number(shown.find((candidate) => candidate.type === type)?.value);
        const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
        return Math.round((local - at) / 60_000);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/plan/scope.ts



function scopeOf(source, now) {
    const { ref, commit, shortLength, committedAt, baseBranch } = source;
    return {
        branch: (0,expressions/* plain */.pj)((0,parsed.ok)(ref.kind === 'branch' ? ref.name : '')),
        tag: (0,expressions/* plain */.pj)((0,parsed.ok)(ref.kind === 'tag' ? ref.name : '')),
        sha: (0,expressions/* plain */.pj)(commit === undefined
            ? (0,parsed/* notAllowed */.mj)('{{sha}} only where it is certain which commit is built; check out the repository before this step')
            : (0,parsed.ok)(commit.slice(0, shortLength))),
        base_ref: (0,expressions/* plain */.pj)((0,parsed.ok)(baseBranch ?? '')),
        is_default_branch: (0,expressions/* plain */.pj)(isDefaultBranch(source, (answer) => answer)),
        is_not_default_branch: (0,expressions/* plain */.pj)(isDefaultBranch(source, (answer) => !answer)),
        date: (call) => formatDate(now, call),
        commit_date: (call) => committedAt === undefined
            ? (0,parsed/* notAllowed */.mj)('{{commit_date}} only where the commit is known; check out the repository before this step, ' +
                'or let the input github-token have contents: read')
            : formatDate(committedAt, call),
    };
}
function isDefaultBranch({ ref, repository }, answer) {
    if (ref.kind !== 'branch')
        return (0,parsed.ok)('false');
    return repository.defaultBranch === undefined
        ? (0,parsed/* notAllowed */.mj)('{{is_default_branch}} only where the default branch is known; let the input github-token have contents: read')
        : (0,parsed.ok)(String(answer(ref.name === repository.defaultBranch)));
}

;// CONCATENATED MODULE: ./src/plan/claims.ts



function claimsOf(event) {
    const facts = readEvent(event);
    const payload = (0,plan_payload/* object */.Ik)(event.payload);
    const own = ownClaim(facts, (0,plan_payload/* object */.Ik)(payload['pull_request']));
    const others = [...runBefore(event), ...pullRequestOfComment(payload)];
    return { own, others };
}
function ownClaim(facts, pullRequest) {
    const { ref, baseBranch } = facts;
    if (ref.kind !== 'pull-request') {
        return { ref, baseBranch, commits: known([facts.commit, facts.dated?.sha]) };
    }
    const merge = facts.name === 'pull_request_target' ? undefined : facts.commit;
    const test = (0,plan_payload/* commit */.cd)((0,plan_payload/* text */.Qq)(pullRequest['merge_commit_sha']));
    return { ref, baseBranch, commits: known([merge, facts.headCommit, test]) };
}
function runBefore(event) {
    if (event.name !== 'workflow_run')
        return [];
    const payload = (0,plan_payload/* object */.Ik)(event.payload);
    const run = (0,plan_payload/* object */.Ik)(payload['workflow_run']);
    const sha = (0,plan_payload/* commit */.cd)((0,plan_payload/* text */.Qq)(run['head_sha']));
    if (sha === undefined)
        return [];
    if ((0,plan_payload/* text */.Qq)(run['event']).startsWith('pull_request')) {
        const [pullRequest] = Array.isArray(run['pull_requests']) ? run['pull_requests'].map(plan_payload/* object */.Ik) : [];
        const number = (0,plan_payload/* wholeNumber */.rD)(pullRequest?.['number']);
        if (number === undefined)
            return [];
        const baseBranch = (0,plan_payload/* nonEmpty */.hq)((0,plan_payload/* text */.Qq)((0,plan_payload/* object */.Ik)(pullRequest?.['base'])['ref']));
        return [{ ref: { kind: 'pull-request', number }, commits: [sha], baseBranch }];
    }
    const head = (0,plan_payload/* fullNameOf */.E4)(run['head_repository']);
    if (head === undefined || head !== (0,plan_payload/* fullNameOf */.E4)(payload['repository']))
        return [];
    const branch = (0,plan_payload/* text */.Qq)(run['head_branch']);
    const ref = refOf(`refs/${run['event'] === 'release' ? 'tags' : 'heads'}/${branch}`);
    return [{ ref, commits: [sha], baseBranch: undefined }];
}
function pullRequestOfComment(payload) {
    const issue = (0,plan_payload/* object */.Ik)(payload['issue']);
    const number = (0,plan_payload/* wholeNumber */.rD)(issue['number']);
    if (number === undefined || typeof issue['pull_request'] !== 'object' || issue['pull_request'] === null)
        return [];
    return [{ ref: { kind: 'pull-request', number }, commits: [], baseBranch: undefined }];
}
function known(commits) {
    return [...new Set(commits.filter((sha) => sha !== undefined))];
}

;// CONCATENATED MODULE: ./src/plan/strangers.ts

const causedByWriters = new Set([
    '',
    'branch_protection_rule',
    'create',
    'delete',
    'deployment',
    'deployment_status',
    'merge_group',
    'page_build',
    'push',
    'registry_package',
    'release',
    'repository_dispatch',
    'schedule',
    'workflow_dispatch',
]);
function strangersIn({ name, payload }) {
    const given = (0,plan_payload/* object */.Ik)(payload);
    const pull = given['pull_request'];
    if ((pull !== undefined && pull !== null) || name.startsWith('pull_request')) {
        const [head, base] = [(0,plan_payload/* object */.Ik)(pull)['head'], (0,plan_payload/* object */.Ik)(pull)['base']].map((side) => (0,plan_payload/* object */.Ik)(side)['repo']);
        return whyForeign('the pull request', head, base);
    }
    const earlier = given['workflow_run'];
    if ((earlier !== undefined && earlier !== null) || name === 'workflow_run')
        return whyForeign('the run that started this one', (0,plan_payload/* object */.Ik)(earlier)['head_repository'], given['repository']);
    const issued = (0,plan_payload/* object */.Ik)(given['issue'])['pull_request'];
    if (issued !== undefined && issued !== null)
        return 'the run was started from a pull request, and the event does not say whose it is';
    return causedByWriters.has(name)
        ? undefined
        : `the event ${name} can be caused by people who may not write to this repository`;
}
function whyForeign(what, headRepository, baseRepository) {
    const [head, base] = [(0,plan_payload/* fullNameOf */.E4)(headRepository), (0,plan_payload/* fullNameOf */.E4)(baseRepository)];
    if (head === undefined || base === undefined)
        return `the event does not say from which repository ${what} comes`;
    return head === base ? undefined : `${what} comes from another repository, ${head}`;
}

;// CONCATENATED MODULE: ./src/plan/voice.ts



function voiceOf(event, built) {
    const claims = claimsOf(event);
    const strangers = strangersIn(event);
    const { commit, certainty, tree, verb = 'built', advice } = built;
    const all = [claims.own, ...claims.others];
    const speak = (claim, why, known) => speakFor(claim, { event, own: claims.own, strangers, commit: known, why });
    const without = (why, known) => speakLess(all, { event, own: claims.own, strangers, commit: known, why, advice });
    switch (certainty) {
        case 'unknown':
            return without(built.why, strangers === undefined ? commit : undefined);
        case 'told':
            if (strangers !== undefined && event.name !== 'pull_request')
                return without(`${built.why}, and ${strangers}`, undefined);
            return speak(claims.own, built.why, claims.own.commits.find((sha) => sha === commit));
        case 'read': {
            const claim = all.find(({ commits }) => commit !== undefined && commits.includes(commit));
            if (claim === undefined) {
                const isTold = claims.own.ref.kind !== 'none' || claims.own.commits.length > 0;
                return isTold || strangers !== undefined
                    ? without(`${what(commit)} is ${verb}, ${told(claims.own, event.name)}`, commit)
                    : speak(claims.own, 'the event tells of none', commit);
            }
            if (claim.ref.kind !== 'pull-request' && strangers !== undefined && tree?.kind !== 'clean')
                return without(`${differs(tree)}, and ${strangers}`, undefined);
            return speak(claim, `${what(commit)} is ${verb}, which the event tells as its commit`, commit);
        }
    }
}
function speakFor({ ref, baseBranch }, { event, own, strangers, commit, why }) {
    const isStrangers = ref.kind === 'pull-request' && strangers !== undefined;
    return {
        about: own.ref,
        ref,
        says: `${ref.kind === 'none' ? 'no ref' : refs_describe({ ref, event: event.name })}: ${why}`,
        doubt: undefined,
        baseBranch,
        trust: isStrangers ? 'stranger' : 'ref',
        why,
        strangers,
        commit,
    };
}
function speakLess(claims, facts) {
    const { event, own, strangers, commit, why, advice = adviceOnCommit } = facts;
    const pullRequest = claims.find(({ ref }) => ref.kind === 'pull-request');
    const ref = pullRequest?.ref ?? { kind: 'none' };
    const trust = strangers !== undefined ? 'stranger' : pullRequest === undefined ? 'other' : 'ref';
    const name = refs_describe({ ref: own.ref, event: event.name });
    return {
        about: own.ref,
        ref,
        says: `${ref.kind === 'none' ? 'no ref' : refs_describe({ ref, event: event.name })}: ${why}`,
        doubt: {
            what: `This run may not speak for ${name}, because ${why}: its tag, latest and is_default_branch do not belong to what is built.`,
            next: trust === 'stranger' ? adviceOnStrangers : advice,
        },
        baseBranch: pullRequest?.baseBranch,
        trust,
        why,
        strangers,
        commit,
    };
}
const adviceOnStrangers = 'Check out, at the root of the workspace, what is to be built, and give it tags that hold the number of the pull ' +
    'request or the commit (type=ref,event=pr, type=sha); build what has other tags where only its writers start a run.';
const adviceOnCommit = 'Check out ${{ github.sha }} at the root of the workspace (a Git URL ends with #${{ github.sha }}), or give the tag ' +
    'by a rule of its own, such as a plain word.';
function told({ ref, commits }, event) {
    const [first] = commits;
    const name = refs_describe({ ref, event });
    return first === undefined
        ? `and the event tells no commit of ${name}`
        : `and ${name} is at ${what(first)}`;
}
function what(commit) {
    return commit?.slice(0, 12) ?? 'an unknown commit';
}
function differs(tree) {
    switch (tree?.kind) {
        case 'differs': {
            const more = tree.count - tree.paths.length;
            const list = `${tree.paths.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
            return `the files that are built are not those of the commit, which differ in ${list}`;
        }
        case 'unknown':
            return `it is not known whether the files that are built are those of the commit: ${tree.why}`;
        default:
            return 'it is not known whether the files that are built are those of the commit';
    }
}

;// CONCATENATED MODULE: ./src/plan/source.ts






const usualShortLength = 7;
function sourceOf(event, place) {
    const facts = readEvent(event);
    const [built, origin] = builtFrom(event, place);
    const voice = voiceOf(event, built);
    const isHead = place.pullRequestCommit === 'head' &&
        facts.headCommit !== undefined &&
        isOfPullRequest(event, voice.commit);
    const sha = isHead ? facts.headCommit : voice.commit;
    return {
        ...voice,
        event: event.name,
        built: voice.commit,
        shortLength: place.shortLength ?? usualShortLength,
        isMarkedPreRelease: facts.isMarkedPreRelease,
        commit: sha,
        commitOrigin: sha === undefined && built.certainty !== 'told' ? 'unverified' : isHead ? 'pull-request-head' : origin,
        committedAt: facts.dated?.sha === sha ? facts.dated?.at : place.image?.committedAt,
        repository: facts.repository,
    };
}
function builtFrom(event, place) {
    const { context, head, tree, image } = place;
    if (image !== undefined) {
        const advice = adviceOnImage;
        return image.commit === undefined
            ? [{ commit: undefined, certainty: 'unknown', why: image.why, tree, advice }, 'unverified']
            : [{ commit: image.commit, certainty: 'read', why: '', tree, verb: 'published', advice }, 'image'];
    }
    const { own } = claimsOf(event);
    const told = (0,plan_payload/* commit */.cd)(event.sha);
    const certain = { certainty: 'read', why: '', tree };
    if (head === undefined) {
        const pinned = (0,plan_payload/* commit */.cd)((0,build_context/* commitIn */.xt)(context) ?? '');
        const why = 'the build context is a Git URL that does not name a commit';
        return pinned === undefined
            ? [{ commit: undefined, certainty: 'unknown', why, tree }, 'unverified']
            : [{ ...certain, commit: pinned, tree: { kind: 'clean' } }, 'context'];
    }
    if (head.kind === 'unreadable') {
        const why = `the repository at the root of the workspace cannot be read: ${head.why}`;
        return [{ commit: undefined, certainty: 'unknown', why, tree }, 'unverified'];
    }
    const { inner } = head;
    if (inner !== undefined && !inner.isPinned) {
        if (inner.sha !== undefined && own.commits.includes(inner.sha))
            return [{ ...certain, commit: inner.sha }, 'checkout'];
        const where = inner.sha === undefined ? '' : `, at ${inner.sha.slice(0, 12)}`;
        const why = `the build context lies in a repository of its own, ${inner.path}${where}`;
        const root = head.kind === 'commit' ? head.sha : undefined;
        return [{ commit: root, certainty: 'unknown', why, tree }, 'checkout'];
    }
    if (head.kind === 'commit')
        return [{ ...certain, commit: head.sha }, 'checkout'];
    const why = 'there is no checkout that could say otherwise';
    return [{ commit: told ?? own.commits[0], certainty: 'told', why, tree }, 'event'];
}
const adviceOnImage = 'Publish, with the input from, the image of ${{ github.sha }}, or give the tag by a rule of its own, such as a plain word.';
function isOfPullRequest(event, sha) {
    const { own } = claimsOf(event);
    return own.ref.kind === 'pull-request' && sha !== undefined && own.commits.includes(sha);
}
function preReleaseOf({ ref, isMarkedPreRelease }) {
    if (isMarkedPreRelease)
        return 'the release is marked as a pre-release';
    return ref.kind === 'tag' && isPreRelease(ref.name) ? `the tag ${ref.name} is a pre-release` : undefined;
}
function missingFacts(source, wanted) {
    return {
        repository: wanted.repository && !source.repository.isDescribed,
        defaultBranch: wanted.defaultBranch && source.repository.defaultBranch === undefined,
        commitDate: wanted.commitDate && source.committedAt === undefined && source.commit !== undefined,
    };
}
function withApiFacts(source, { repository, committedAt }) {
    const { repository: known } = source;
    return {
        ...source,
        committedAt: source.committedAt ?? committedAt,
        repository: {
            isDescribed: known.isDescribed || repository !== undefined,
            name: known.name ?? repository?.name,
            description: known.description ?? repository?.description,
            url: known.url ?? repository?.url,
            defaultBranch: known.defaultBranch ?? repository?.defaultBranch,
            license: known.license ?? repository?.license,
        },
    };
}

;// CONCATENATED MODULE: ./src/plan/tags/given.ts

function given_nothing(why) {
    return (0,parsed.ok)({ value: undefined, why, isSurprise: false });
}
function surprise(why) {
    return (0,parsed.ok)({ value: undefined, why, isSurprise: true });
}

;// CONCATENATED MODULE: ./src/plan/tags/kinds.ts

const telling = 7;
function holdsCommit(text, { commit, built }) {
    return [commit, built].some((sha) => sha !== undefined && text.includes(sha.slice(0, telling)));
}
const wholeCommit = /(?<![0-9a-z])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-z])/;
const day = String.raw `(?:(?:19|20)\d\d([-._]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])([-._])(?:0[1-9]|[12]\d|3[01])\2(?:19|20)\d\d)`;
const days = new RegExp(String.raw `(?<!\d)${day}(?!\d)`, 'g');
const calendarVersion = /(?<!\d)(?:19|20)\d\d[-._]\d{1,2}(?!\d)/;
const fullVersion = /(?<![\d.])(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2,}(?!\d|\.\d)/;
function kindOfText(text, source) {
    if (holdsCommit(text, source) || wholeCommit.test(text))
        return 'fixed';
    return holdsVersion(text.replace(days, ' ')) ? 'fixed' : 'moving';
}
function kindOfGitTag(name, source) {
    const isCalendars = new RegExp(days.source).test(name) || calendarVersion.test(name);
    return isCalendars || holdsVersion(name) ? 'fixed' : kindOfText(name, source);
}
function holdsVersion(text) {
    const atEnd = versionAtEnd(text);
    return fullVersion.test(text) || (atEnd?.isPreRelease === true && /\d$/.test(atEnd.text));
}

;// CONCATENATED MODULE: ./src/plan/tags/versions.ts






function giveVersion(rule, found, source, scope) {
    const matched = rule.match === undefined ? found : rule.match.exec(found)?.[1];
    if (matched === undefined)
        return surprise(`${(0,parsed/* quote */.hD)(found)} does not match ${String(rule.match)}`);
    const version = parseVersion(rule.type, matched.replaceAll('/', '-'));
    if (version === undefined)
        return surprise(`${(0,parsed/* quote */.hD)(matched)} is not a version of ${rule.type === 'semver' ? 'SemVer' : 'PEP 440'}`);
    const refused = versions_refusalOf(rule.pattern, version, found, source);
    if (refused !== undefined)
        return refused;
    const wholePattern = rule.pattern.replace(partsOfVersion, '{{version}}');
    const pattern = version.isFinal ? rule.pattern : wholePattern;
    const inScope = { ...scope, ...scopeOfVersion(version) };
    const value = (0,expressions/* evaluate */._3)(pattern, inScope);
    if (!value.ok)
        return value;
    const whole = (0,expressions/* evaluate */._3)(wholePattern, inScope);
    if (!whole.ok)
        return whole;
    const words = (0,expressions/* wordsOf */.Z9)(pattern);
    return (0,parsed.ok)({
        value: value.value,
        kind: versions_isWhole(words, version) ? 'fixed' : 'moving',
        latest: version.isFinal && !isPreRelease(found),
        version: { version, within: withinOf(words), whole: whole.value },
        why: `${(0,parsed/* quote */.hD)(found)} is ${version.isFinal ? 'the version' : 'the pre-release'} ${version.version}`,
        ...(version.major === 0 && isMajorAlone(words) && { notice: noticeOfZero(value.value) }),
    });
}
function versions_refusalOf(pattern, version, found, source) {
    const words = (0,expressions/* wordsOf */.Z9)(pattern);
    const before = preReleaseOf(source) ?? (isPreRelease(found) ? `${(0,parsed/* quote */.hD)(found)} is a pre-release` : undefined);
    if (version.isFinal && before === undefined)
        return undefined;
    const why = before ?? `${(0,parsed/* quote */.hD)(found)} is the pre-release ${version.version}`;
    if (!words.some((word) => versionWords.includes(word)))
        return given_nothing(`${why}, and the pattern ${(0,parsed/* quote */.hD)(pattern)} has no part of its version`);
    return version.isFinal && !versions_isWhole(words, version)
        ? given_nothing(`${why}, and part of its version would be taken for a release`)
        : undefined;
}
const versionWords = ['raw', 'version', 'major', 'minor', 'patch'];
const partsOfVersion = /\{\{\s*(?:major|minor|patch)\s*\}\}(?:[._-]?\{\{\s*(?:major|minor|patch)\s*\}\})*/g;
function scopeOfVersion({ raw, version, major, minor, patch }) {
    const words = { raw, version, major, minor, patch };
    return Object.fromEntries(Object.entries(words).map(([word, part]) => [word, (0,expressions/* plain */.pj)((0,parsed.ok)(String(part)))]));
}
function versions_isWhole(words, { scheme, version }) {
    if (words.includes('version') || words.includes('raw'))
        return true;
    const isThree = scheme === 'semver' || /^(?:\d+!)?\d+(?:\.\d+){0,2}$/.test(version);
    return isThree && ['major', 'minor', 'patch'].every((part) => words.includes(part));
}
function isMajorAlone(words) {
    return (words.includes('major') && !['minor', 'patch', 'version', 'raw'].some((word) => words.includes(word)));
}
function noticeOfZero(name) {
    return (`${name} follows every version below 1.0, of which any may break the one before it. ` +
        "If nobody should follow it, give its rule enable=${{ !startsWith(github.ref, 'refs/tags/v0.') }}.");
}
function withinOf(words) {
    if (words.includes('patch') && words.includes('minor'))
        return 'patch';
    if (words.includes('minor'))
        return 'minor';
    return words.includes('major') ? 'major' : 'all';
}
function giveMatch(rule, found, source) {
    const value = rule.pattern.exec(found)?.[rule.group];
    if (value === undefined)
        return given_nothing(`${(0,parsed/* quote */.hD)(found)} does not match ${String(rule.pattern)}`);
    const kind = (rule.value === undefined ? kindOfGitTag : kindOfText)(value, source);
    const before = preReleaseOf(source) ?? (isPreRelease(found) ? `${(0,parsed/* quote */.hD)(found)} is a pre-release` : undefined);
    if (before !== undefined && /^v?\d+(?:\.\d+)?$/.test(value))
        return given_nothing(`${before}, and part of its version would be taken for a release`);
    return (0,parsed.ok)({
        value,
        kind,
        latest: !isPreRelease(value) && !isPreRelease(found),
        ...withVersionIn(value),
        why: `${(0,parsed/* quote */.hD)(found)} matches`,
    });
}
function withVersionIn(name) {
    const version = versionAtEnd(name)?.version;
    const isWhole = version !== undefined && /^\d+(?:\.\d+){2}/.test(version.raw);
    return isWhole ? { version: { version, within: 'all', whole: name } } : {};
}

;// CONCATENATED MODULE: ./src/plan/tags/give.ts







function give(rule, source, scope) {
    const { ref, event, commit } = source;
    switch (rule.type) {
        case 'schedule':
            return event === 'schedule'
                ? give_text(rule.pattern, source, scope, 'the event is schedule')
                : given_nothing(`the event is ${event === '' ? 'unknown' : event}, not schedule`);
        case 'semver':
        case 'pep440':
            return withVersionText(rule, source, scope, (found) => giveVersion(rule, found, source, scope));
        case 'match':
            return withVersionText(rule, source, scope, (found) => giveMatch(rule, found, source));
        case 'edge': {
            const branch = rule.branch ?? source.repository.defaultBranch;
            if (ref.kind !== 'branch')
                return given_nothing(`${refs_describe(source)} is not a branch`);
            if (branch === undefined)
                return given_nothing('the default branch is not known; name it with branch=');
            return ref.name === branch
                ? (0,parsed.ok)({ value: 'edge', kind: 'moving', latest: false, why: `the branch is ${branch}` })
                : given_nothing(`the branch is ${ref.name}, not ${branch}`);
        }
        case 'ref':
            return giveRef(rule.event, source);
        case 'raw':
            return give_text(rule.value, source, scope, 'it is always given');
        case 'sha':
            return commit === undefined
                ? given_nothing('no commit is known')
                : (0,parsed.ok)({
                    value: rule.format === 'long' ? commit : commit.slice(0, source.shortLength),
                    kind: 'fixed',
                    latest: false,
                    why: 'the commit is known',
                });
    }
}
function giveRef(event, source) {
    const { ref } = source;
    if (event === 'branch' && ref.kind === 'branch')
        return (0,parsed.ok)({ value: ref.name, kind: 'moving', latest: false, why: refs_describe(source) });
    if (event === 'pr' && ref.kind === 'pull-request')
        return (0,parsed.ok)({ value: String(ref.number), kind: 'moving', latest: false, why: refs_describe(source) });
    if (event === 'tag' && ref.kind === 'tag')
        return (0,parsed.ok)({
            value: ref.name,
            kind: kindOfGitTag(ref.name, source),
            latest: preReleaseOf(source) === undefined,
            ...withVersionIn(ref.name),
            why: refs_describe(source),
        });
    return given_nothing(`${refs_describe(source)} is not a ${event === 'pr' ? 'pull request' : event}`);
}
function withVersionText(rule, source, scope, use) {
    if (rule.value === undefined) {
        return source.ref.kind === 'tag'
            ? use(source.ref.name)
            : given_nothing(`${refs_describe(source)} is not a tag, and the rule has no value`);
    }
    const value = (0,expressions/* evaluate */._3)(rule.value, scope);
    if (!value.ok)
        return value;
    return value.value === '' ? given_nothing('its value is empty') : use(value.value);
}
function give_text(template, source, scope, why) {
    const value = (0,expressions/* evaluate */._3)(template, scope);
    if (!value.ok)
        return value;
    if (value.value.trim() === '')
        return given_nothing(`${(0,parsed/* quote */.hD)(template)} is empty for ${refs_describe(source)}`);
    const undated = (0,expressions/* evaluate */._3)(template, { ...scope, date: empty, commit_date: empty });
    const isBound = (0,expressions/* wordsOf */.Z9)(template).includes('sha') || kindOfText(undated.ok ? undated.value : '', source) === 'fixed';
    return (0,parsed.ok)({ value: value.value, kind: isBound ? 'fixed' : 'moving', latest: false, why });
}
const empty = () => (0,parsed.ok)(' ');

;// CONCATENATED MODULE: ./src/plan/tags/apply.ts






function applyRule(rule, setting) {
    const { source, scope } = setting;
    const enable = (0,expressions/* evaluate */._3)(rule.enable, scope);
    if (!enable.ok)
        return inRule(rule, enable);
    const isEnabled = enable.value.toLowerCase();
    if (isEnabled !== 'true' && isEnabled !== 'false')
        return inRule(rule, (0,parsed/* notAllowed */.mj)(`enable to give true or false, not ${(0,parsed/* quote */.hD)(enable.value)}`));
    if (isEnabled === 'false')
        return none(rule, (0,expressions/* wordsOf */.Z9)(rule.enable).length === 0 ? 'it is not enabled' : `${rule.enable} is false`);
    if (source.trust === 'stranger' &&
        source.commit === undefined &&
        wordsIn(rule, setting.flavor).includes('sha'))
        return none(rule, 'no commit is known');
    const given = give(rule, source, scope);
    if (!given.ok)
        return inRule(rule, given);
    if (given.value.value === undefined)
        return (0,parsed.ok)({ rule, given: given.value, name: undefined });
    const named = apply_nameOf(rule, given.value, setting);
    return named.ok ? named : inRule(rule, named);
}
function apply_nameOf(rule, given, { flavor, source, scope }) {
    const prefix = (0,expressions/* evaluate */._3)(rule.prefix ?? flavor.prefix, scope);
    if (!prefix.ok)
        return prefix;
    const suffix = (0,expressions/* evaluate */._3)(rule.suffix ?? flavor.suffix, scope);
    if (!suffix.ok)
        return suffix;
    const tag = legalTag(`${prefix.value}${given.value}${suffix.value}`);
    if (tag === undefined)
        return none(rule, 'what it gives is empty');
    const missing = missingRef(rule, tag, { flavor, source, scope });
    if (missing !== undefined)
        return none(rule, `${missing} is empty for ${refs_describe(source)}, so that ${tag} would be one tag for all that have none`);
    if (source.trust === 'stranger' && !isOfStranger(rule, tag, source))
        return none(rule, `${tag} is not a tag of the commit or of the pull request, and what is built may be a stranger's`);
    const isOfCommit = [prefix, suffix].some((affix) => holdsCommit(affix.value, source));
    const kind = isOfCommit || affixesOf(rule, flavor).includes('sha') ? 'fixed' : given.kind;
    const { version } = given;
    return (0,parsed.ok)({
        rule,
        given,
        name: {
            tag,
            kind: rule.moves === undefined ? kind : rule.moves ? 'moving' : 'fixed',
            ...(version !== undefined && { version: version.version }),
            ...(isNameOfRef(rule) && { isOfRef: true }),
            ...(flavor.latest === 'highest' &&
                version !== undefined && { claim: claimOf(version, prefix.value, suffix.value) }),
        },
    });
}
function none(rule, why) {
    return (0,parsed.ok)({ rule, given: { value: undefined, why, isSurprise: false }, name: undefined });
}
const refWords = ['branch', 'tag', 'base_ref'];
function missingRef(rule, tag, { flavor, source, scope }) {
    const own = rule.type === 'raw' ? rule.value : rule.type === 'schedule' ? rule.pattern : undefined;
    if (own === undefined)
        return undefined;
    const words = [...(0,expressions/* wordsOf */.Z9)(own), ...affixesOf(rule, flavor)];
    if (words.includes('sha') || holdsCommit(tag, source))
        return undefined;
    const asked = words.filter((word) => refWords.includes(word));
    const isGiven = asked.some((word) => {
        const value = (0,expressions/* evaluate */._3)(`{{${word}}}`, scope);
        return value.ok && value.value !== '';
    });
    return isGiven || asked[0] === undefined ? undefined : `{{${asked[0]}}}`;
}
function wordsIn(rule, flavor) {
    const own = 'value' in rule ? (rule.value ?? '') : '';
    const pattern = 'pattern' in rule && typeof rule.pattern === 'string' ? rule.pattern : '';
    return [...(0,expressions/* wordsOf */.Z9)(`${own}${pattern}`), ...affixesOf(rule, flavor)];
}
function affixesOf(rule, flavor) {
    return (0,expressions/* wordsOf */.Z9)(`${rule.prefix ?? flavor.prefix}${rule.suffix ?? flavor.suffix}`);
}
function isNameOfRef(rule) {
    return (rule.type === 'edge' ||
        (rule.type === 'ref' && rule.event !== 'tag') ||
        (rule.type === 'raw' && (0,expressions/* wordsOf */.Z9)(rule.value).includes('branch')));
}
function isOfStranger(rule, tag, source) {
    const { ref } = source;
    if (rule.type === 'sha' || rule.type === 'ref' || holdsCommit(tag, source))
        return true;
    if (ref.kind !== 'pull-request')
        return false;
    const words = 'pr|pull|pull-request|preview|review|mr';
    return new RegExp(`(?:^|[-_.])(?:${words})[-_]?${String(ref.number)}(?:[-_.]|$)`, 'i').test(tag);
}
function claimOf({ version, within, whole }, prefix, suffix) {
    const tag = legalTag(`${prefix}${whole}${suffix}`) ?? '';
    const [published = ''] = version.version.split('+');
    const [found] = [version.version, version.raw.replace(/^v/i, ''), published].filter((text) => tag.includes(text));
    if (found === undefined)
        return { version, within, before: prefix, after: suffix };
    const at = tag.indexOf(found);
    return { version, within, before: tag.slice(0, at), after: tag.slice(at + found.length) };
}
function inRule(rule, { allowed }) {
    return (0,parsed/* notAllowed */.mj)(`in the rule ${(0,parsed/* quote */.hD)(rule.text)} ${allowed}`);
}

;// CONCATENATED MODULE: ./src/plan/tags/reserved.ts


const anyVersion = String.raw `v?\d+(?:\.\d+)+(?:[^0-9.].*)?`;
const always = [
    { pattern: new RegExp(`^(?:${anyVersion}|v?\\d+)$`, 'i'), of: 'a version', forGitTags: true },
    { pattern: /^latest$/, of: 'the latest release', forGitTags: true },
    { pattern: /^sha-[0-9a-f]{7,64}$/i, of: 'a commit', forGitTags: false },
    { pattern: /^pr-\d+$/i, of: 'a pull request', forGitTags: false },
    { pattern: new RegExp(`^${plan/* candidatePrefix */.I}`), of: 'an image that has not passed', forGitTags: false },
];
function reservedFor(tag, from, rules, flavor) {
    const shapes = [...always, ...rules.flatMap((rule) => shapeOf(rule, flavor))];
    return shapes.find(({ pattern, forGitTags }) => (from === 'branch' || !forGitTags) && pattern.test(tag))
        ?.of;
}
function shapeOf(rule, flavor) {
    const shape = (inside, of, forGitTags) => {
        const [before, after] = [rule.prefix ?? flavor.prefix, rule.suffix ?? flavor.suffix].map(literal);
        return before === undefined || after === undefined
            ? []
            : [{ pattern: new RegExp(`^${before}${inside}${after}$`), of, forGitTags }];
    };
    switch (rule.type) {
        case 'semver':
        case 'pep440':
            return (0,expressions/* wordsOf */.Z9)(rule.pattern).length === 0
                ? []
                : shape(patternOf(rule.pattern), `what the rule ${rule.text} gives for a version`, true);
        case 'sha':
            return shape('[0-9a-fA-F]{4,64}', `what the rule ${rule.text} gives for a commit`, false);
        case 'edge':
            return shape('edge', `what the rule ${rule.text} gives`, true);
        case 'raw': {
            const value = literal(rule.value);
            return value === undefined ? [] : shape(value, `what the rule ${rule.text} gives`, true);
        }
        case 'ref':
            return rule.event === 'pr' ? shape(String.raw `\d+`, `what the rule ${rule.text} gives`, false) : [];
        case 'schedule':
        case 'match':
            return [];
    }
}
function patternOf(pattern) {
    const words = /\{\{\{?\s*(\w+)[^{}]*\}?\}\}/g;
    let expression = '';
    let end = 0;
    for (const match of pattern.matchAll(words)) {
        const [whole, word] = match;
        expression += escaped(pattern.slice(end, match.index));
        expression += ['major', 'minor', 'patch'].includes(word ?? '') ? String.raw `\d+` : `(?:${anyVersion})`;
        end = match.index + whole.length;
    }
    return expression + escaped(pattern.slice(end));
}
function literal(text) {
    return (0,expressions/* wordsOf */.Z9)(text).length > 0 ? undefined : escaped(text);
}
function escaped(text) {
    return text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/[.-]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./src/plan/tags/borrowed.ts




function borrowedName(applied, { flavor, source: { ref } }) {
    if (ref.kind !== 'branch' && ref.kind !== 'tag')
        return undefined;
    const isOfRef = ({ rule }) => (rule.type === 'ref' && rule.event === ref.kind) ||
        (rule.type === 'raw' &&
            (0,expressions/* wordsOf */.Z9)(`${rule.prefix ?? ''}${rule.value}${rule.suffix ?? ''}`).includes(ref.kind));
    const others = applied.filter((one) => !isOfRef(one));
    const rules = others.map(({ rule }) => rule);
    const allowed = new Set(others.map(({ name }) => name?.tag));
    for (const { rule, name } of applied.filter(isOfRef)) {
        if (name === undefined || allowed.has(name.tag))
            continue;
        const of = reservedFor(name.tag, ref.kind, rules, flavor);
        if (of !== undefined)
            return inRule(rule, (0,parsed/* notAllowed */.mj)(`a tag of the ${ref.kind} itself; ${(0,parsed/* quote */.hD)(name.tag)} speaks of ${of}, and the ${ref.kind} ${(0,parsed/* quote */.hD)(ref.name)} does not get it ` +
                `by being pushed (if it should, add the rule type=raw,value=${name.tag} with an enable= that says when)`));
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/plan/tags/latest.ts




function latestName(setting, first) {
    const { flavor, scope } = setting;
    const rule = `flavor latest=${flavor.latest}`;
    const none = (why) => (0,parsed.ok)({ name: undefined, outcome: { rule, tag: undefined, why, isSurprise: false } });
    if (first === undefined)
        return none(flavor.latest === 'false' ? 'it is switched off' : 'there is no other tag');
    const refusal = latest_whyNot(setting, first);
    if (refusal !== undefined)
        return none(refusal);
    const text = `${flavor.prefixLatest ? flavor.prefix : ''}latest${flavor.suffixLatest ? flavor.suffix : ''}`;
    const value = (0,expressions/* evaluate */._3)(text, scope);
    if (!value.ok)
        return value;
    const tag = legalTag(value.value);
    if (tag === undefined)
        return none('it is empty');
    const { claim, version } = first.name;
    const name = {
        tag,
        kind: 'moving',
        ...(version !== undefined && { version }),
        ...(flavor.latest === 'highest' && claim !== undefined && { claim: { ...claim, within: 'all' } }),
    };
    return (0,parsed.ok)({ name, outcome: { rule, tag, why: whyGiven(setting, first), isSurprise: false } });
}
function latest_whyNot({ flavor, source }, { given, name }) {
    if (flavor.latest === 'false')
        return 'it is switched off';
    if (source.trust !== 'ref')
        return source.why;
    if (flavor.latest === 'true')
        return undefined;
    const before = preReleaseOf(source);
    if (before !== undefined)
        return before;
    if (!given.latest)
        return `${name.tag}, the first of the tags, is not a release that a version or a git tag gives`;
    return flavor.latest === 'highest' && name.claim === undefined
        ? `${name.tag}, the first of the tags, holds no version that could be compared`
        : undefined;
}
function whyGiven({ flavor }, { name }) {
    switch (flavor.latest) {
        case 'true':
            return 'it is always given';
        case 'highest':
            return `only if ECR holds no higher version than ${name.claim?.version.version ?? ''}`;
        default:
            return `${name.tag}, the first of the tags, is a release`;
    }
}

;// CONCATENATED MODULE: ./src/plan/tags/names.ts




function planTags(rules, flavor, source, scope) {
    const setting = { flavor, source, scope };
    const applied = [];
    for (const rule of rules.toSorted((a, b) => b.priority - a.priority)) {
        const one = applyRule(rule, setting);
        if (!one.ok)
            return one;
        applied.push(one.value);
    }
    const borrowed = borrowedName(applied, setting);
    if (borrowed !== undefined)
        return borrowed;
    const names = [];
    const outcomes = [];
    let first;
    for (const { rule, given, name } of applied) {
        outcomes.push(outcomeOf(rule, given, name, names));
        if (name === undefined || given.value === undefined)
            continue;
        first ??= { given, name };
        if (!names.some(({ tag }) => tag === name.tag))
            names.push(name);
    }
    const latest = latestName(setting, first);
    if (!latest.ok)
        return latest;
    const { name, outcome } = latest.value;
    return (0,parsed.ok)({
        names: name === undefined ? names : withLatest(names, name),
        rules: [...outcomes, outcome],
    });
}
function outcomeOf(rule, given, name, before) {
    const again = before.some(({ tag }) => tag === name?.tag) ? '; another rule gives it too' : '';
    const notice = given.value === undefined ? undefined : given.notice;
    return {
        rule: rule.text,
        tag: name?.tag,
        why: `${given.why}${again}`,
        isSurprise: given.value === undefined && given.isSurprise,
        ...(notice !== undefined && { notice }),
    };
}
function withLatest(names, latest) {
    const isThere = names.some(({ tag }) => tag === latest.tag);
    return isThere
        ? names.map((name) => (name.tag === latest.tag ? { ...latest, ...name } : name))
        : [...names, latest];
}

;// CONCATENATED MODULE: ./src/plan/plan.ts










function makePlan(inputs, { run, source, now, shortId, settings }) {
    const scope = scopeOf(source, now);
    const { names, rules } = usable('tags', planTags(inputs.tagRules, inputs.flavor, source, scope));
    const standard = standardLabels(source, names[0]?.tag, createdAt(run, now));
    const hasIndex = inputs.build.platforms.length > 1;
    const levels = settings?.levels ?? (hasIndex ? ['manifest', 'index'] : ['manifest']);
    const annotations = usable('annotations', withOwnAnnotations(standard, inputs.build.annotations, { scope, levels, hasIndex }));
    const plan = {
        inputs,
        source,
        names,
        rules,
        labels: usable('labels', withOwn(standard, inputs.build.labels, scope)),
        annotations: annotations.lines,
        warnings: annotations.homeless.map((line) => `The annotation ${(0,parsed/* quote */.hD)(line)} is not used: an image of one platform has no index. Write it without index:, or give several platforms.`),
        notices: [...(settings?.notices ?? []), ...idleNotices(inputs), ...ruleNotices(rules)],
        record: undefined,
        candidateTag: candidateTag(run, shortId),
        smokeTests: [],
        runnerPlatform: undefined,
        secretFolder: '',
    };
    if (inputs.mode === 'ship' || inputs.mode === 'publish')
        requireTags(plan);
    return plan;
}
function requireTags({ inputs, names, rules, source }) {
    if (names.length === 0 && inputs.push)
        throw noTags(rules, source);
}
function idleNotices({ idle, mode }) {
    if (idle.length === 0)
        return [];
    const [inputs, mean] = idle.length === 1 ? ['input', 'means'] : ['inputs', 'mean'];
    return [`The ${inputs} ${idle.join(' and ')} ${mean} nothing in mode: ${mode}.`];
}
function ruleNotices(rules) {
    return rules.flatMap(({ notice }) => (notice === undefined ? [] : [notice])).slice(0, 1);
}
function withRecord(plan, record) {
    const label = `${recordLabel}=${record === undefined ? noRecord : formatRecord(record)}`;
    return { ...plan, record, labels: [...plan.labels, label].sort() };
}
function wantedFacts({ tagRules, flavor, build }) {
    const templates = [
        ...tagRules.flatMap((rule) => [rule.text, rule.enable]),
        flavor.prefix,
        flavor.suffix,
        ...build.labels,
        ...build.annotations,
    ];
    const words = new Set(templates.flatMap(expressions/* wordsOf */.Z9));
    return {
        repository: true,
        defaultBranch: words.has('is_default_branch') ||
            words.has('is_not_default_branch') ||
            tagRules.some((rule) => rule.type === 'edge' && rule.branch === undefined),
        commitDate: words.has('commit_date'),
    };
}
const lastSecond = Date.UTC(10_000, 0) / 1000 - 1;
function createdAt({ sourceDateEpoch }, now) {
    if (sourceDateEpoch === undefined)
        return now;
    if (!/^\d{1,12}$/.test(sourceDateEpoch) || Number(sourceDateEpoch) > lastSecond) {
        throw new errors/* ShipError */.fS({
            code: 'invalid-input',
            what: `SOURCE_DATE_EPOCH is ${JSON.stringify(sourceDateEpoch)}; allowed: whole seconds since 1970, at most to the year 9999.`,
            next: 'Correct the variable, or leave it out.',
        });
    }
    return Number(sourceDateEpoch) * 1000;
}
function candidateTag(run, shortId) {
    const tag = (0,types_names/* parseTag */.ED)(`${plan/* candidatePrefix */.I}${run.runLabel}-${shortId}`);
    if (tag === undefined)
        throw new Error(`not a tag: ${plan/* candidatePrefix */.I}${run.runLabel}-${shortId}`);
    return tag;
}
function usable(input, parsed) {
    if (parsed.ok)
        return parsed.value;
    throw new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input ${input} cannot be used in this run; allowed: ${parsed.allowed}.`,
        next: 'Correct it in the step.',
    });
}
function noTags(rules, { doubt }) {
    const each = rules.map(({ rule, why }) => `${rule}: ${why}`);
    return new errors/* ShipError */.fS({
        code: 'no-tags',
        what: `${doubt === undefined ? '' : `${doubt.what} `}No rule of the input tags gives this run a tag: ${each.join('; ')}.`,
        next: doubt?.next ??
            'Add a rule that fits this event, such as type=sha, or set push: false for it; mode: plan shows what each rule gives.',
    });
}

// EXTERNAL MODULE: ./src/docker/options.ts
var options = __webpack_require__(38);
;// CONCATENATED MODULE: ./src/docker/fit.ts


function requireFit({ inputs: { build }, ignoreFile }, builder, variable) {
    if (ignoreFile !== undefined && builder.tool === 'docker-build')
        throw fit_unread(ignoreFile, builder);
    if (build.cache !== 'off' && !builder.cacheExport)
        throw new errors/* ShipError */.fS({
            code: 'builder-unfit',
            what: `Input cache asks for ${whatFor['cache-export']}, which ${builder.description} cannot do.`,
            next: whatGives['cache-export'],
        });
    const [unable] = (0,options/* unableFor */.f3)(build.options, builder);
    if (unable !== undefined)
        throw new errors/* ShipError */.fS({
            code: 'builder-unfit',
            what: `Input ${unable.input} asks for ${whatFor[unable.ability]}, which ${builder.description} cannot do.`,
            next: whatGives[unable.ability],
        });
    if (asksAgent(build.options.ssh) && (variable('SSH_AUTH_SOCK') ?? '') === '')
        throw noAgent();
    if (build.call === 'check' && !builder.checks)
        throw new errors/* ShipError */.fS({
            code: 'builder-unfit',
            what: `Input call asks for build checks, which ${builder.description} cannot do.`,
            next: 'Add docker/setup-buildx-action before this step; build checks need buildx 0.15.',
        });
    if (build.platforms.length < 2 || builder.multiPlatform)
        return;
    throw new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: `Input platforms asks for ${String(build.platforms.length)} platforms in one build, which ${builder.description} cannot do.`,
        next: 'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine, ' +
            'or give one platform.',
    });
}
function fit_unread(ignoreFile, { description }) {
    return new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: `${ignoreFile} says what stays out of the image, and ${description} does not read it.`,
        next: 'Add docker/setup-buildx-action before this step, or move those lines into the .dockerignore of the context.',
    });
}
function asksAgent(ssh) {
    return ssh.some((one) => !one.includes('='));
}
function noAgent() {
    return new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: 'Input ssh asks for the ssh agent of the job, which has none: SSH_AUTH_SOCK is not set.',
        next: 'Start one before this step, as webfactory/ssh-agent does, or name a key: ssh: default=<path of the key>.',
    });
}
const whatFor = {
    buildx: 'something that only buildx knows',
    attestations: 'attestations',
    'cache-export': 'a cache outside the image',
};
const whatGives = {
    buildx: 'Add docker/setup-buildx-action before this step.',
    attestations: 'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine.',
    'cache-export': 'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine.',
};

// EXTERNAL MODULE: ./src/docker/engine-images.ts + 1 modules
var engine_images = __webpack_require__(8878);
// EXTERNAL MODULE: ./src/types/latch.ts
var latch = __webpack_require__(8223);
;// CONCATENATED MODULE: ./src/plan/cache.ts
const cachePrefix = 'cache-';
function planCache(kind, source, uri) {
    const own = source.ref.kind === 'branch' ? source.ref.name : undefined;
    const usual = source.repository.defaultBranch;
    const scopes = [...new Set([own, source.baseBranch, usual].filter((branch) => branch !== undefined))].map(cache_scopeOf);
    const [first = cache_scopeOf('main')] = scopes;
    const mayWrite = own !== undefined && source.trust === 'ref' && source.strangers === undefined;
    const known = scopes.length === 0 ? [first] : scopes;
    if (kind === 'gha')
        return {
            from: known.map((scope) => `type=gha,scope=${scope}`),
            to: mayWrite ? [`type=gha,scope=${first},mode=max`] : [],
            tag: undefined,
        };
    const ref = (scope) => `ref=${uri}:${cachePrefix}${scope}`;
    return {
        from: known.map((scope) => `type=registry,${ref(scope)}`),
        to: mayWrite ? [`type=registry,${ref(first)},mode=max,image-manifest=true,oci-mediatypes=true`] : [],
        tag: mayWrite ? `${cachePrefix}${first}` : undefined,
    };
}
function cache_scopeOf(branch) {
    return branch.replace(/[^\w.-]+/g, '-').slice(0, 100) || 'branch';
}
function withCache(options, { from, to }) {
    return { ...options, cacheFrom: [...options.cacheFrom, ...from], cacheTo: [...options.cacheTo, ...to] };
}

;// CONCATENATED MODULE: ./src/phases/cached.ts





function withPlannedCache(plan, repository) {
    const { build } = plan.inputs;
    if (build.cache === 'off')
        return plan;
    const cache = planCache(build.cache, plan.source, repository.uri);
    const tag = cache.tag === undefined ? undefined : (0,types_names/* parseTag */.ED)(cache.tag);
    if (tag !== undefined && !mayMove(tag, repository.mutability))
        throw new errors/* ShipError */.fS({
            code: 'tag-immovable',
            what: `Nothing was built: the cache would be kept under ${tag}, and ${repository.name} does not let that tag move.`,
            next: `Exclude caches from immutability, or set cache: gha. ${settingThatAllows(['cache-*'], repository)}`,
        });
    const options = withCache(build.options, cache);
    return { ...plan, inputs: { ...plan.inputs, build: { ...build, options } } };
}
function withCachePreview(plan) {
    const { build, push, repository, scanRepository } = plan.inputs;
    if (build.cache === 'off' || !push)
        return plan;
    const options = withCache(build.options, planCache(build.cache, plan.source, scanRepository?.name ?? repository));
    return { ...plan, inputs: { ...plan.inputs, build: { ...build, options } } };
}

;// CONCATENATED MODULE: ./src/phases/size-at-hand.ts










async function noteSizes({ name }, { graphDriver }, run) {
    const sizes = await (0,engine_images/* engineImages */.x)(run.ports).sizesOf(name, graphDriver);
    if (sizes.unpacked !== undefined)
        run.keep('unpackedSize', sizes.unpacked);
    return sizes;
}
function isSizeToKnow({ inputs }) {
    return inputs.runtime !== 'any' || inputs.maxSize !== undefined || inputs.maxGrowth !== undefined;
}
async function requireSizes({ plan, built, sizes, before }, run) {
    requireUnpackedSize(plan, run);
    const { maxSize, push } = plan.inputs;
    const { compressed, unpacked } = sizes;
    const why = compressed === undefined ? [] : excessOf({ plan, built, before }, compressed, run);
    if (why.length > 0)
        throw new errors/* ShipError */.fS({
            code: 'too-large',
            what: `The image is too large: ${why.join('; ')}.`,
            next: `Nothing was pushed. ${await size_at_hand_largestText(built, run)}${smaller}`,
        });
    if (maxSize !== undefined &&
        !push &&
        compressed === undefined &&
        (unpacked === undefined || unpacked > maxSize))
        run.tell([notice(size_at_hand_unknown)]);
}
function excessOf({ plan, built, before }, { bytes, isExact }, run) {
    const { maxSize, maxGrowth } = plan.inputs;
    const least = isExact ? '' : 'at least ';
    if (before !== undefined && isExact)
        run.keep('sizeChange', bytes - before.size);
    const large = maxSize === undefined || bytes <= maxSize
        ? undefined
        : `${built.platform ?? 'it'} has ${least}${exactBytes(bytes)} compressed, and max-size allows ${exactBytes(maxSize)}`;
    const grown = before === undefined ? undefined : grownTooMuch(bytes, before.size, maxGrowth, least);
    return [large, grown].filter((clause) => clause !== undefined);
}
const size_at_hand_unknown = 'Whether the image is larger than max-size is not known without a push: this engine keeps images unpacked (docs/reference/runtimes.md).';
async function size_at_hand_largestText({ name }, run) {
    const history = await (0,engine_images/* engineImages */.x)(run.ports).historyOf(name);
    const instructions = instructionsOf(history.map(({ instruction }) => instruction));
    const layers = history
        .map(({ size }, at) => ({ size, instruction: instructions[at] ?? '' }))
        .sort((a, b) => b.size - a.size)
        .slice(0, 3);
    if (layers.length === 0)
        return '';
    const each = layers.map(({ size, instruction }) => `${(0,report_format/* formatBytes */.z3)(size)} of ${instruction === '' ? 'a base image' : (0,types_text/* clause */.sb)((0,findings/* shorten */.ml)(instruction))}`);
    return `Its largest layers are, unpacked, ${each.join('; ')}. `;
}

;// CONCATENATED MODULE: ./src/checks/smoke-reach.ts


function isAsked({ proof }) {
    return proof.kind === 'http' || proof.kind === 'lambda';
}
const local = { address: '127.0.0.1', isOpen: false, why: undefined };
async function reachOf(tests, docker) {
    const asked = tests.filter(isAsked);
    const { address, isOpen, why } = (asked.length > 0 ? await docker.publishing?.() : undefined) ?? local;
    const refused = asked.find(({ openPort }) => address === undefined || (isOpen && !openPort));
    if (address !== undefined && refused === undefined)
        return { address, why };
    const beside = 'run the job beside the engine: on its machine, or in a container with options: --network host (docs/how-to/smoke-tests.md)';
    throw notBegun(refused?.name ?? '', `it asks its container on 127.0.0.1, and ${(0,types_text/* clause */.sb)(why ?? '')}`, address === undefined
        ? `prove it by health: true or by a command, which the engine itself runs, or ${beside}`
        : `say open-port: true in the test, which opens the container's port at ${address} for as long as the test takes, to all who ` +
            `reach that machine; or prove it by health: true or by a command; or ${beside}`);
}
function requireAddress(words, { name }, address) {
    if (!/cannot assign requested address/i.test(words))
        return;
    throw notBegun(name, `the engine's machine is reached at ${address}, and does not have that address itself`, 'prove it by health: true or by a command, which the engine itself runs (docs/how-to/smoke-tests.md)');
}
function notBegun(name, why, how) {
    return new errors/* ShipError */.fS({
        code: 'smoke-failed',
        what: `The smoke test ${name} was not started: ${why}.`,
        next: `Nothing was pushed. To have it proven, ${how}.`,
    });
}

;// CONCATENATED MODULE: ./src/checks/smoke-answers.ts
function judgeState({ proof }, { state }) {
    if (state.Running !== true && state.Status !== 'created') {
        const code = String(state.ExitCode ?? 'unknown');
        if (state.OOMKilled === true)
            return { isPassed: false, detail: 'it needed more memory than it was allowed' };
        const why = state.Error === undefined || state.Error === ''
            ? ''
            : `, and docker says: ${state.Error.slice(0, 300)}`;
        if (proof.kind === 'command')
            return { isPassed: state.ExitCode === 0, detail: `it ended with exit code ${code}${why}` };
        return { isPassed: false, detail: `it ended with exit code ${code} before it answered${why}` };
    }
    if (proof.kind !== 'health')
        return undefined;
    const { Health } = state;
    if (Health === undefined || Health === null)
        return { isPassed: false, detail: 'the image has no HEALTHCHECK, which the test asks for' };
    if (Health.Status === 'healthy')
        return { isPassed: true, detail: 'its HEALTHCHECK says healthy' };
    if (Health.Status !== 'unhealthy')
        return undefined;
    const said = (Health.Log?.at(-1)?.Output ?? '').trim().slice(0, 300);
    return { isPassed: false, detail: `its HEALTHCHECK says unhealthy${said === '' ? '' : `: ${said}`}` };
}
function judgeAnswer(proof, answer) {
    if (answer.kind === 'none')
        return { isFinal: false, isPassed: false, detail: `it did not answer: ${answer.why}` };
    const said = `it answered ${String(answer.status)} ${smoke_answers_short(answer.body)}`.trimEnd();
    if (proof.kind === 'lambda') {
        const isError = answer.status !== 200 || /^\s*\{[^]*"error(?:Type|Message)"\s*:/.test(answer.body);
        return { isFinal: true, isPassed: !isError, detail: said };
    }
    if (proof.kind !== 'http')
        return { isFinal: false, isPassed: false, detail: said };
    const isRight = answer.status === proof.status && (proof.body === undefined || answer.body.includes(proof.body));
    if (isRight)
        return { isFinal: true, isPassed: true, detail: `it answered ${String(answer.status)}` };
    const wanted = proof.body === undefined ? '' : ` with ${JSON.stringify(proof.body)} in its body`;
    return { isFinal: false, isPassed: false, detail: `${said}, and not ${String(proof.status)}${wanted}` };
}
function smoke_answers_short(body) {
    const text = body.trim().replace(/\s+/g, ' ');
    if (text === '')
        return '';
    return JSON.stringify(text.length > 300 ? `${text.slice(0, 299)}…` : text);
}

;// CONCATENATED MODULE: ./src/checks/smoke.ts



const smoke_pauseMs = 250;
const shownLines = 200;
async function runSmokeTest(order, tools) {
    const { test } = order;
    const { clock } = tools;
    const began = clock.now();
    const result = (outcome, detail) => ({
        name: test.name,
        outcome,
        detail,
        ms: clock.now() - began,
    });
    const refused = await start(order, tools);
    if (refused !== undefined)
        requireAddress(refused, test, order.address);
    if (refused !== undefined)
        return isOtherMachine(refused) ? result('skipped', otherMachine) : result('failed', refused);
    const { isPassed, detail } = await prove(order, began, tools);
    if (isPassed)
        return result('passed', detail);
    const log = await showLog(order, tools);
    return isOtherMachine(`${detail} ${log}`) ? result('skipped', otherMachine) : result('failed', detail);
}
const otherMachine = 'the image is for another kind of machine than this runner, which has no emulation (docker/setup-qemu-action gives it)';
function isOtherMachine(text) {
    return /exec format error/i.test(text);
}
async function start({ test, image, name, envFile, platform, address }, { docker }) {
    const network = await docker.run(['network', 'create', name], { show: false });
    if (network.exitCode !== 0)
        return smoke_wordsOf(network);
    const { proof, port, memory, readOnly } = test;
    const [program, ...words] = proof.kind === 'command' ? proof.command : [];
    const run = await docker.run([
        'run',
        '--detach',
        ...['--name', name, '--network', name, '--pull', 'never'],
        ...(platform === undefined ? [] : ['--platform', platform]),
        ...[
            '--env-file',
            envFile,
            '--memory',
            memory,
            '--pids-limit',
            '1024',
            '--security-opt',
            'no-new-privileges',
        ],
        ...(readOnly ? ['--read-only', '--tmpfs', '/tmp'] : []),
        ...(isAsked(test) ? ['--publish', `${smoke_hostOf(address)}::${String(port)}`] : []),
        ...(program === undefined ? [] : ['--entrypoint', program]),
        image,
        ...words,
    ], { show: false });
    return run.exitCode === 0 ? undefined : smoke_wordsOf(run);
}
const silent = 'it has not answered';
async function prove({ test, name, address }, began, tools) {
    const { clock } = tools;
    let last = {
        command: 'it has not ended',
        health: 'its HEALTHCHECK has not said healthy',
        http: silent,
        lambda: silent,
    }[test.proof.kind];
    for (;;) {
        const state = await inspect(name, tools);
        if (state === undefined)
            return { isPassed: false, detail: 'the engine does not say what became of the container' };
        const judged = judgeState(test, state);
        if (judged !== undefined)
            return judged;
        const url = urlOf(test, state, address);
        const leftMs = began + test.withinMs - clock.now();
        if (url !== undefined && leftMs > 0) {
            const said = await tools.probe(url, bodyOf(test), leftMs);
            const answer = judgeAnswer(test.proof, said);
            if (answer.isFinal)
                return { isPassed: answer.isPassed, detail: answer.detail };
            const isCut = said.kind === 'none' && clock.now() - began >= test.withinMs;
            if (!isCut || last === silent)
                last = answer.detail;
        }
        if (clock.now() - began >= test.withinMs)
            return { isPassed: false, detail: `within ${String(test.withinMs / 1000)} s ${last}` };
        await clock.sleep(smoke_pauseMs);
    }
}
async function inspect(name, { docker }) {
    const format = '{"state":{{json .State}},"ports":{{json .NetworkSettings.Ports}}}';
    const { exitCode, stdout } = await docker.run(['container', 'inspect', '--format', format, name], {
        show: false,
    });
    if (exitCode !== 0)
        return undefined;
    try {
        return JSON.parse(stdout);
    }
    catch {
        return undefined;
    }
}
function urlOf({ proof, port }, { ports }, address) {
    const published = ports?.[`${String(port)}/tcp`]?.[0]?.HostPort;
    if (published === undefined || !/^\d+$/.test(published))
        return undefined;
    const path = proof.kind === 'http' ? proof.path : '/2015-03-31/functions/function/invocations';
    return new URL(`http://${smoke_hostOf(address)}:${published}${path}`);
}
function smoke_hostOf(address) {
    return address.includes(':') ? `[${address}]` : address;
}
function bodyOf({ proof }) {
    return proof.kind === 'lambda' ? proof.event : undefined;
}
async function showLog({ name, test }, { docker, log }) {
    const args = ['logs', '--tail', String(shownLines), name];
    const { stdout, stderr } = await log.group(`Log of the smoke test ${test.name}`, () => docker.run(args, { show: true }));
    return `${stdout}\n${stderr}`;
}
function smoke_wordsOf({ stderr, stdout }) {
    const lines = (stderr.trim() || stdout.trim() || 'it said nothing').split('\n');
    const failing = lines.filter((line) => !line.startsWith('WARNING:'));
    return (0,types_text/* clause */.sb)((failing.length > 0 ? failing : lines).slice(0, 3).join(' '));
}

;// CONCATENATED MODULE: ./src/phases/smoke-testing.ts





const smokeTesting = {
    name: 'smoke',
    title: 'Smoke test',
    async run({ plan, built }, run) {
        const { ports, undo } = run;
        const { address, why } = await reachOf(plan.smokeTests, ports.docker);
        if (why !== undefined)
            run.tell([info(`A smoke test asks its container at ${address}: ${why}.`)]);
        const results = [];
        for (const [at, test] of plan.smokeTests.entries()) {
            const name = `ecr-ship-smoke-${plan.candidateTag.slice(-40)}-${String(at)}`.toLowerCase();
            const folder = ports.dockerConfig.choosePath();
            const left = [
                undo.plan({ kind: 'folder', path: folder, isForJob: false }),
                undo.plan({ kind: 'network', name }),
                undo.plan({ kind: 'container', name }),
            ];
            await ports.dockerConfig.putSecrets(folder, [{ name: 'env', text: `${test.env.join('\n')}\n` }]);
            const order = { test, image: built.name, name, envFile: `${folder}/env`, platform: undefined, address };
            const result = await runSmokeTest(order, ports);
            results.push(result);
            run.keep('smoke', results);
            for (const one of left.reverse())
                await run.takeBack(one);
            if (result.outcome === 'failed')
                throw failed(result, why === undefined ? undefined : address);
        }
        return results;
    },
    tell: (results) => results.map(({ name, outcome, detail, ms }) => outcome === 'skipped'
        ? notice(`The smoke test ${name} was left out: ${detail}.`)
        : info(`The smoke test ${name} passed: ${detail} (${(0,duration/* formatDuration */.a)(ms)}).`)),
};
function failed({ name, detail }, address) {
    const isUnheard = address !== undefined && detail.includes('it did not answer');
    return new errors/* ShipError */.fS({
        code: 'smoke-failed',
        what: `The image does not work. In the smoke test ${name}, ${detail}.`,
        next: 'Nothing was pushed. Look at what the container printed: a missing module, a missing variable (env of the test), ' +
            'another port, or a server that only listens on 127.0.0.1.' +
            (isUnheard
                ? ` It was asked at ${address}: a firewall before that, or an engine with userland-proxy: false, has it fail so too.`
                : ''),
    });
}

;// CONCATENATED MODULE: ./src/phases/making.ts

















const previewing = {
    name: 'build',
    async run({ plan: asked, probing }, run) {
        const builder = await probing.catch(errors/* asShipError */.Nn);
        const plan = withCachePreview(asked);
        if (!(builder instanceof errors/* ShipError */.fS)) {
            run.keep('builder', builder);
            run.keep('preview', (0,plan_lines/* previewOf */.oW)(plan, builder));
        }
        run.tell([
            ...(0,plan_lines/* builderLines */.h3)(plan, builder).map(info),
            ...(0,plan_lines/* builderWarnings */.RA)(plan, builder, variableOf(run)).map(warning),
        ]);
        requireTags(plan);
        if (!(builder instanceof errors/* ShipError */.fS))
            requireFit(plan, builder, variableOf(run));
    },
};
const building = {
    name: 'build',
    async run({ plan, probing, logins = [] }, run) {
        const builder = await fitBuilder(plan, probing, run);
        await putSecrets(plan, run);
        const { env, ecrImages } = await logInForBaseImages(plan, logins, run);
        const isLoaded = builder.push === 'by-tag' || plan.smokeTests.length > 0;
        const isUnloaded = plan.inputs.build.call === 'check' || !isLoaded;
        const building = isUnloaded
            ? (0,docker_candidate/* buildOnly */.F0)(plan, builder, env, run.ports).then(() => undefined)
            : loadFor(plan, builder, env, run);
        const built = await building.catch((error) => {
            throw explainPull(error, ecrImages);
        });
        if (built !== undefined && plan.smokeTests.length > 0)
            await run.do(smokeTesting, { plan, built });
    },
};
async function logInForBaseImages({ inputs }, logins, run) {
    const target = inputs.mode === 'ship' ? inputs.puller : undefined;
    const ecrImages = await ecrImagesToPull(inputs.build, target, run);
    const found = target === undefined ? [] : await loginsForBaseImages(ecrImages, { target }, run);
    const all = [...found, ...logins.map(asDockerLogin)];
    const env = all.length === 0 ? {} : (await installLogin(all, 'step', run)).dockerEnv;
    return { env, ecrImages };
}
async function loadFor(plan, builder, env, run) {
    run.undo.plan({ kind: 'local-image', name: (0,docker_candidate/* localName */.fk)(plan.candidateTag), isForJob: true });
    const built = builder.push === 'by-tag'
        ? await (0,docker_candidate/* buildLocally */.Bi)(plan, builder, { env }, run.ports)
        : await (0,docker_candidate/* loadForTest */.__)(plan, builder, { env }, run.ports);
    const id = await (0,engine_images/* engineImages */.x)(run.ports).idOf(built.name);
    if (id !== undefined)
        run.keep('imageId', id);
    const sizes = await noteSizes(built, builder, run);
    const known = builder.push === 'by-tag' ? sizes : { ...sizes, compressed: undefined };
    await requireSizes({ plan, built, sizes: known }, run);
    return built;
}
const longestStartMs = 60;
function beginBuild({ plan, probing, logins = [] }, run) {
    const dropped = new AbortController();
    const { opened: shownFrom, open: show } = (0,latch/* latch */.R)();
    const { opened: begun, open: onStarted } = (0,latch/* latch */.R)();
    const begin = async () => {
        const builder = await probing;
        requireFit(plan, builder, variableOf(run));
        const needsLogins = builder.push !== 'by-tag' || logins.length > 0;
        if (needsLogins || !(await isSelfContained(plan.inputs.build, run)))
            return undefined;
        dropped.signal.throwIfAborted();
        await putSecrets(plan, run);
        run.undo.plan({ kind: 'local-image', name: (0,docker_candidate/* localName */.fk)(plan.candidateTag) });
        const way = { shownFrom, signal: dropped.signal, onStarted };
        return (0,docker_candidate/* buildLocally */.Bi)(plan, builder, way, run.ports);
    };
    const building = begin();
    building.catch(() => undefined).finally(onStarted);
    return {
        begun: Promise.race([begun, run.ports.clock.sleep(longestStartMs)]),
        finish() {
            show();
            return building;
        },
        async drop() {
            dropped.abort(new Error('there is nothing to build'));
            await building.catch(() => undefined);
        },
    };
}
async function isSelfContained(build, run) {
    const { buildContexts, cacheFrom, cacheTo } = build.options;
    if (build.cache !== 'off' || [...buildContexts, ...cacheFrom, ...cacheTo].length > 0)
        return false;
    const bases = await baseImagesOf(build, run);
    return bases !== undefined && needsNoLogin(bases);
}
const making = {
    name: 'build',
    async run({ plan: asked, probing, target, early, before }, run) {
        const builder = await fitBuilder(asked, probing, run);
        const plan = withPlannedCache(asked, target.repository);
        const { repository, dockerEnv: env, renewLogin } = target;
        const tools = { ...run.ports, renewLogin };
        const push = { repository, env };
        const pulled = (built) => built.catch((error) => {
            throw explainPull(error, target.ecrImages);
        });
        if (builder.push === 'by-digest') {
            await putSecrets(plan, run);
            if (plan.smokeTests.length > 0) {
                run.undo.plan({ kind: 'local-image', name: (0,docker_candidate/* localName */.fk)(plan.candidateTag) });
                const built = await pulled((0,docker_candidate/* loadForTest */.__)(plan, builder, { env }, run.ports));
                await run.do(smokeTesting, { plan, built });
            }
            return run.keep('candidate', await pulled((0,docker_candidate/* buildAndPush */.sf)(plan, builder, push, tools)));
        }
        const local = (await early.finish()) ?? (await pulled(buildLate(plan, builder, env, run)));
        const noting = noteSizes(local, builder, run);
        if (isSizeToKnow(plan))
            await requireSizes({ plan, built: local, sizes: await noting, before: await before }, run);
        if (plan.smokeTests.length > 0)
            await run.do(smokeTesting, { plan, built: local });
        repository.connectAhead?.(connectionsFor(plan));
        const undo = expectCandidateTag({ plan, target }, run);
        run.undo.plan({ kind: 'local-image', name: (0,docker_candidate/* registryName */.jT)(repository, plan.candidateTag) });
        const [candidate] = await Promise.all([(0,docker_candidate/* pushBuilt */.x3)(local, push, tools), noting]);
        run.undo.change(undo, { state: 'there' });
        return run.keep('candidate', candidate);
    },
};
function connectionsFor({ names }) {
    return Math.min(tagsAtOnce, Math.max(1, names.filter(({ kind }) => kind === 'moving').length));
}
async function buildLate(plan, builder, env, run) {
    await putSecrets(plan, run);
    run.undo.plan({ kind: 'local-image', name: (0,docker_candidate/* localName */.fk)(plan.candidateTag) });
    return (0,docker_candidate/* buildLocally */.Bi)(plan, builder, { env }, run.ports);
}
async function fitBuilder(plan, probing, run) {
    const builder = run.keep('builder', await probing);
    requireFit(plan, builder, variableOf(run));
    run.tell([
        info(`Builder: ${builder.description}`),
        ...(builder.notice === undefined ? [] : [notice(builder.notice)]),
        ...(0,plan_lines/* builderWarnings */.RA)(plan, builder, variableOf(run)).map(warning),
    ]);
    return builder;
}
function variableOf({ ports }) {
    return (name) => ports.job.variable(name);
}
async function putSecrets({ inputs, secretFolder }, { ports, undo }) {
    const { secrets } = inputs.build.options;
    const values = secrets.flatMap((secret, at) => secret.kind === 'value' ? [{ name: String(at), text: secret.value }] : []);
    if (values.length === 0)
        return;
    undo.plan({ kind: 'folder', path: secretFolder, isForJob: false });
    await ports.dockerConfig.putSecrets(secretFolder, values);
}

// EXTERNAL MODULE: ./src/types/quota.ts
var quota = __webpack_require__(637);
;// CONCATENATED MODULE: ./src/phases/near-quotas.ts



function nearQuotas(image, counted) {
    return counted.flatMap((census) => [...nearImages(census), ...nearReferrers(image, census)]);
}
function nearImages({ repository, images }) {
    const { most, next } = quota/* quotas */.am.images;
    const { count, isWhole } = images() ?? { count: 0, isWhole: true };
    if (!(0,quota/* isNear */.HQ)(count, quota/* quotas */.am.images) || count > most)
        return [];
    const least = isWhole ? '' : 'at least ';
    return [
        warning(`${repository.name} has ${least}${inThousands(count)} images, and ECR's default quota is ${inThousands(most)}, with which ` +
            `nothing more can be pushed. ${next}`),
    ];
}
function nearReferrers(image, { repository, referrersOf }) {
    const { most, next } = quota/* quotas */.am.referrers;
    return subjectsOf(image).flatMap(({ digest, words }) => {
        const count = referrersOf(digest);
        if (!(0,quota/* isNear */.HQ)(count, quota/* quotas */.am.referrers))
            return [];
        const has = `${words} has ${String(count)} of the ${String(most)} signatures, attestations and other referrers`;
        return [warning(`In ${repository.name}, ${has} that ECR lets it have. ${next}`)];
    });
}
function subjectsOf({ digest, platforms }) {
    const listed = platforms.filter((one) => one.digest !== digest);
    return [
        { digest, words: 'the image' },
        ...listed.map((one) => ({ digest: one.digest, words: `${one.platform} (${(0,types_digest/* shortDigest */.VK)(one.digest)})` })),
    ];
}
function inThousands(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

;// CONCATENATED MODULE: ./src/phases/opening-source.ts








async function openSource({ inputs, target }, run) {
    const { repository: written } = inputs.from;
    const { name, uri } = target.repository;
    if (written === undefined || written === name || written === uri)
        return target;
    const parsed = (0,repository_input/* parseRepositoryInput */.mW)(written);
    if (!parsed.ok)
        throw notARepository(written, uri);
    const place = parsed.value;
    const own = target.repository;
    if (place.registryType === undefined && place.name === own.name)
        return target;
    const isSame = place.name === own.name && place.registryId === own.registryId && place.region === own.region;
    if (isSame)
        return target;
    const home = { ...inputs.target, ...(inputs.sourceRole !== undefined && { role: inputs.sourceRole }) };
    const registryTarget = place.registryType === undefined
        ? home
        : place.registryType === 'public'
            ? { ...home, type: 'public', region: regions/* publicRegion */.AJ, registryId: undefined }
            : { ...home, type: 'private', region: place.region ?? home.region, registryId: place.registryId };
    const registry = run.ports.connect(registryTarget);
    return run.do(openingSource, { inputs, target, name: place.name, registry, role: registryTarget.role });
}
const openingSource = {
    name: 'login',
    async run({ inputs, target, name, registry, role }, run) {
        const door = registry.open(name);
        await requireAccount(registry, inputs.allowedAccountIds);
        const [, repository, scanSettings] = await Promise.all([
            takeLogin(registry, run),
            door.opened(),
            settingsOf(door, inputs),
        ]);
        return { ...target, repository, scanSettings, role, tagged: new Map() };
    },
    tell: ({ repository, scanSettings }, { target }) => [
        ...(scanSettings.notice === undefined ? [] : [notice(scanSettings.notice)]),
        info(`Logged in to ${(0,types_image/* registryHost */.U)(repository)}: the image is judged in ${repository.uri}, and copied to ` +
            `${target.repository.uri} when it has passed.`),
    ],
};
function notARepository(written, uri) {
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input from names an image of ${JSON.stringify(written)}, which is neither ${uri} nor a repository of ECR.`,
        next: 'Give a digest or a tag alone, or the full URI of the repository from which the image is promoted.',
    });
}

;// CONCATENATED MODULE: ./src/checks/read-smoke-tests.ts

async function readSmokeTests(text) {
    if (text.trim() === '')
        return [];
    const { parseSmokeTests } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(485)]).then(__webpack_require__.bind(__webpack_require__, 485));
    const parsed = parseSmokeTests(text);
    if (parsed.ok)
        return parsed.tests;
    const problems = parsed.problems.map(({ line, what }) => `line ${String(line)}: ${what}`);
    throw new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input smoke-test cannot be used: ${problems.join('; ')}.`,
        next: 'Correct it in the step; docs/how-to/smoke-tests.md has what may be in it.',
    });
}

// EXTERNAL MODULE: ./src/types/redact.ts
var redact = __webpack_require__(2024);
;// CONCATENATED MODULE: ./src/plan/build-record.ts







const variables = ['SOURCE_DATE_EPOCH'];
const variablesOfPlatform = ['DOCKER_DEFAULT_PLATFORM', 'RUNNER_ARCH'];
async function recordOf(inputs, facts) {
    const { tree, source, variable } = facts;
    const { built } = source;
    if (built === undefined || tree === undefined || tree.kind === 'unknown')
        return undefined;
    const { build } = inputs;
    if (build.options.buildContexts.some(({ value }) => (0,build_context/* furtherContext */.EZ)(value) !== 'address'))
        return undefined;
    const scope = scopeOf(source, 0);
    const standard = new Map(source.commit === undefined ? [] : [[revisionLabel, source.commit]]);
    const labels = withOwn(standard, build.labels, scope);
    const place = { scope, levels: facts.levels ?? ['manifest'], hasIndex: build.platforms.length > 1 };
    const annotations = withOwnAnnotations(standard, build.annotations, place);
    const texts = {
        context: build_record_placeOf(build.context),
        file: build.file === undefined ? '' : build_record_placeOf(build.file),
        target: build.target ?? '',
        platforms: build.platforms.map(types_names/* usualPlatform */.Qq).toSorted(),
        'build-args': byName(build.buildArgs.map((argument) => withValue(argument, variable))),
        labels: labels.ok ? labels.value : build.labels,
        annotations: annotations.ok ? annotations.value.lines : build.annotations,
        environment: [
            ...[...variables, ...(build.platforms.length === 0 ? variablesOfPlatform : [])].map((name) => variable(name) ?? ''),
            ...optionTexts(build.options),
        ],
    };
    const names = Object.keys(texts);
    const hashed = await Promise.all(names.map(async (part) => [part, await shortHash(JSON.stringify(texts[part]))]));
    return {
        parts: {
            commit: built,
            tree: tree.kind === 'clean' ? 'clean' : tree.digest.slice('sha256:'.length),
            ...Object.fromEntries(hashed),
        },
        committedAt: source.committedAt,
    };
}
function optionTexts(options) {
    const { buildContexts, secrets, addHosts, allow, network, provenance, sbom, attests } = options;
    return [
        ...buildContexts.map(({ name, value }) => `context ${name}=${(0,redact/* withoutCredentials */.ri)(value)}`),
        ...secrets.map(({ id }) => `secret ${id}`),
        ...addHosts.map((host) => `host ${host}`),
        ...allow.map((entitlement) => `allow ${entitlement}`),
        ...attests.map((attest) => `attest ${attest}`),
        ...[
            network && `network ${network}`,
            provenance && `provenance ${provenance}`,
            sbom && `sbom ${sbom}`,
        ].filter((text) => text !== undefined && text !== ''),
    ].filter((text) => text !== undefined);
}
function build_record_placeOf(path) {
    const read = (0,build_context/* readContext */.yI)(path);
    if (read.kind === 'download')
        return (0,redact/* withoutCredentials */.ri)(withoutUser(read.address));
    if (read.kind === 'git') {
        const query = read.query === '' ? '' : `?${read.query}`;
        return (0,redact/* withoutCredentials */.ri)(`${withoutUser(read.address)}${query}${read.folder === '' ? '' : `:${read.folder}`}`);
    }
    const parts = path.split('/').filter((part, index) => part !== '.' && (part !== '' || index === 0));
    return parts.join('/') || '.';
}
function withoutUser(address) {
    return address.replace(/^([a-z]+:\/\/)[^/@]*@/i, '$1');
}
function withValue(argument, variable) {
    return argument.includes('=') ? argument : `${argument}=${variable(argument) ?? ''}`;
}
function byName(assignments) {
    const nameOf = (assignment) => assignment.slice(0, assignment.indexOf('='));
    return assignments.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

;// CONCATENATED MODULE: ./src/plan/files.ts



async function requireFiles({ build, target }, { exists, isFolder, head }) {
    const { context, file } = build;
    for (const { name, value } of build.options.buildContexts)
        if ((0,build_context/* furtherContext */.EZ)(value) === 'folder' && !(await exists(value)))
            throw missing('build-contexts', `${name}=${value}`, 'folder');
    for (const secret of build.options.secrets)
        if (secret.kind === 'file' && !(await exists(secret.path)))
            throw missing('secret-files', `${secret.id}=${secret.path}`, 'file');
    if ((0,build_context/* isRemote */.Vx)(context))
        return;
    if (!(await exists(context)))
        throw missingContext(context);
    if (!(await isFolder(context)))
        throw noFolder(context);
    if (file !== undefined) {
        if (!(0,build_context/* isRemote */.Vx)(file) && (await isFolder(file)))
            throw noFile(file);
        if ((0,build_context/* isRemote */.Vx)(file) || (await exists(file)))
            return;
        throw missingFile(file, context, await exists(files_joined(context, file)));
    }
    const usual = files_joined(context, 'Dockerfile');
    if ((await exists(usual)) || (await exists(files_joined(context, 'dockerfile'))))
        return;
    if (target === undefined && (await head('.')).kind === 'none')
        return;
    throw new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `There is no Dockerfile at ${(0,parsed/* quote */.hD)(usual)}, where the input context, ${(0,parsed/* quote */.hD)(context)}, has it.`,
        next: `Name it with the input file, by its path from the root of the workspace, or correct context. ${checkoutHint}`,
    });
}
async function ownIgnoreFile({ context, file }, { exists }) {
    if ((0,build_context/* isRemote */.Vx)(context))
        return undefined;
    const path = `${file ?? files_joined(context, 'Dockerfile')}.dockerignore`;
    return (await exists(path)) ? path : undefined;
}
function missing(input, line, what) {
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input ${input} has ${(0,parsed/* quote */.hD)(line)}, and there is no such ${what} in the workspace.`,
        next: `Give its path from the root of the workspace. ${checkoutHint}`,
    });
}
const checkoutHint = 'If the workspace is empty, add actions/checkout before this step.';
function missingContext(context) {
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input context is ${(0,parsed/* quote */.hD)(context)}, and there is no such folder in the workspace.`,
        next: `Give its path from the root of the workspace. ${checkoutHint}`,
    });
}
function noFolder(context) {
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input context is ${(0,parsed/* quote */.hD)(context)}, which is a file, not a folder.`,
        next: 'Give the folder whose files the build takes; the Dockerfile is named by the input file.',
    });
}
function noFile(file) {
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input file is ${(0,parsed/* quote */.hD)(file)}, which is a folder, not a Dockerfile.`,
        next: `Give the path of the Dockerfile itself, such as ${files_joined(file, 'Dockerfile')}; the folder that is built is the input context.`,
    });
}
function missingFile(file, context, isInContext) {
    const meant = isInContext ? ` Write file: ${files_joined(context, file)}.` : '';
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input file is ${(0,parsed/* quote */.hD)(file)}, and there is no such file in the workspace.`,
        next: `Give its path from the root of the workspace; it is not relative to context (${(0,parsed/* quote */.hD)(context)}).${meant}${isInContext ? '' : ` ${checkoutHint}`}`,
    });
}
function files_joined(folder, path) {
    const base = folder.replace(/^(?:\.\/+)+/, '').replace(/(?<!\/)\/+$/, '');
    return base === '' || base === '.' ? path : `${base}/${path}`;
}

// EXTERNAL MODULE: ./src/inputs/scalars.ts + 1 modules
var scalars = __webpack_require__(11);
;// CONCATENATED MODULE: ./src/plan/metadata-settings.ts




const metadata_settings_prefix = 'DOCKER_METADATA_';
const [fewest, most] = [4, 64];
const metadata_settings_known = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];
function metadataSettings(variable) {
    const text = (name) => (0,scalars/* plainWord */.hx)(variable(`${metadata_settings_prefix}${name}`) ?? '');
    return {
        shortLength: shortLengthOf(text('SHORT_SHA_LENGTH')),
        isHead: text('PR_HEAD_SHA') === 'true',
        levels: levelsOf(text('ANNOTATIONS_LEVELS')),
        notices: text('SET_OUTPUT_ENV') === 'true'
            ? [
                `${metadata_settings_prefix}SET_OUTPUT_ENV is not used: later steps read the outputs of this step, such as steps.<id>.outputs.tags.`,
            ]
            : [],
    };
}
function shortLengthOf(text) {
    if (text === '')
        return usualShortLength;
    const length = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (length >= fewest && length <= most)
        return length;
    throw metadata_settings_unusable('SHORT_SHA_LENGTH', text, `a whole number from ${String(fewest)} to ${String(most)}`);
}
function levelsOf(text) {
    if (text === '')
        return undefined;
    const levels = text.split(',').map((level) => level.trim());
    if (levels.every((level) => metadata_settings_known.includes(level)))
        return levels;
    throw metadata_settings_unusable('ANNOTATIONS_LEVELS', text, `${metadata_settings_known.join(', ')}, between commas`);
}
function metadata_settings_unusable(name, given, allowed) {
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `The variable ${metadata_settings_prefix}${name} is ${(0,parsed/* quote */.hD)(given)}; allowed: ${allowed}.`,
        next: 'Correct it in the env of the step or the job, or leave it out.',
    });
}

;// CONCATENATED MODULE: ./src/plan/secret-args.ts


function secretArguments({ buildArgs, options }, variable) {
    const names = buildArgs.flatMap((argument) => {
        const equals = argument.indexOf('=');
        const name = equals < 0 ? argument : argument.slice(0, equals);
        const value = equals < 0 ? (variable(name) ?? '') : argument.slice(equals + 1);
        return looksSecret(name, value) ? [name] : [];
    });
    const all = [options.provenance ?? '', ...options.attests].join(' ');
    if (names.length > 0 && /\bmode=max\b/.test(all))
        throw new errors/* ShipError */.fS({
            code: 'invalid-input',
            what: `The build argument${names.length === 1 ? '' : 's'} ${names.join(' and ')} would be published: provenance with mode=max holds the value of every build argument.`,
            next: 'Give it by the input secrets and mount it (RUN --mount=type=secret), or leave mode=max out.',
        });
    return names.map((name) => `The build argument ${name} looks like a secret, and whoever can pull the image can read it. Give it by the input secrets and mount it (RUN --mount=type=secret).`);
}

;// CONCATENATED MODULE: ./src/plan/prepare.ts












async function preparePlan(inputs, run, tools, image) {
    const variable = (name) => tools.job.variable(name);
    const settings = metadataSettings(variable);
    if (image !== undefined) {
        const source = await sourceOfImage(image, inputs, { run, tools, settings });
        return makePlan(inputs, { run, source, now: tools.clock.now(), shortId: tools.job.shortId(), settings });
    }
    await requireFiles(inputs, tools.checkout);
    const { source, tree } = await findSource(inputs, run, tools, settings);
    const facts = { run, source, now: tools.clock.now(), shortId: tools.job.shortId(), settings };
    const planned = makePlan(inputs, facts);
    const ignoreFile = await ownIgnoreFile(inputs.build, tools.checkout);
    const plan = {
        ...planned,
        warnings: [...planned.warnings, ...secretArguments(inputs.build, variable)],
        ...(ignoreFile !== undefined && { ignoreFile }),
    };
    const { levels } = settings;
    return inputs.push ? withRecord(plan, await recordOf(inputs, { source, tree, levels, variable })) : plan;
}
function sourceOfImage(image, inputs, around) {
    const { isHead, shortLength } = around.settings;
    const known = sourceOf(around.run.event, {
        context: inputs.build.context,
        head: undefined,
        tree: undefined,
        image,
        pullRequestCommit: isHead ? 'head' : inputs.pullRequestCommit,
        shortLength,
    });
    return completed(known, inputs, around.tools);
}
async function findSource(inputs, run, tools, { shortLength, isHead }) {
    const { checkout } = tools;
    const { context, file } = inputs.build;
    const pullRequestCommit = isHead ? 'head' : inputs.pullRequestCommit;
    if ((0,build_context/* isRemote */.Vx)(context)) {
        if (await checkout.exists(context))
            throw shadowed(context);
        const place = { context, head: undefined, tree: undefined, pullRequestCommit, shortLength };
        const known = sourceOf(run.event, place);
        return { source: await completed(known, inputs, tools), tree: { kind: 'clean' } };
    }
    const head = await checkout.head(context);
    const strangers = strangersIn(run.event);
    if (head.kind === 'unreadable' && strangers !== undefined)
        throw prepare_unreadable(head.why, strangers);
    const sha = head.kind === 'commit' ? head.sha : undefined;
    const reports = [inputs.resultFile, inputs.evidenceFile, inputs.sarifFile, inputs.envFile].filter((path) => path !== undefined);
    const isAsked = inputs.push || strangers !== undefined;
    const tree = isAsked ? await checkout.treeState(sha, context, file, reports) : undefined;
    const known = sourceOf(run.event, {
        context,
        head,
        tree: strangers === undefined ? undefined : await strangersTree(sha, tree, inputs, tools),
        pullRequestCommit,
        shortLength,
    });
    const committedAt = known.committedAt ??
        (sha === undefined || known.commit === undefined ? undefined : await checkout.committedAt(known.commit));
    return { source: await completed({ ...known, committedAt }, inputs, tools), tree };
}
async function completed(known, inputs, { github }) {
    const missing = missingFacts(known, wantedFacts(inputs));
    const [repository, committedAt] = await Promise.all([
        missing.repository || missing.defaultBranch ? github.repository() : undefined,
        missing.commitDate && known.commit !== undefined ? github.committedAt(known.commit) : undefined,
    ]);
    return withApiFacts(known, { repository, committedAt });
}
async function strangersTree(sha, tree, { exceptionsFile }, { checkout }) {
    if (sha === undefined || tree?.kind !== 'clean')
        return tree;
    return checkout.treeState(sha, folderOf(exceptionsFile ?? inputs/* defaultExceptionsFile */.w), undefined);
}
function shadowed(context) {
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input context is ${(0,parsed/* quote */.hD)(context)}; allowed: an address that is not a folder of the workspace too, for that would be built in its place.`,
        next: 'Remove that folder from the checkout, or give the folder as ./<path>.',
    });
}
function prepare_unreadable(why, strangers) {
    return new errors/* ShipError */.fS({
        code: 'checkout-unreadable',
        what: `The repository at the root of the workspace cannot be read, so that it cannot be told whose code is built, and ${strangers}: ${(0,types_text/* clause */.sb)(why)}.`,
        next: 'Check out with actions/checkout at the root of the workspace, as the user that runs this step.',
    });
}
function folderOf(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? '.' : path.slice(0, slash + 1);
}

;// CONCATENATED MODULE: ./src/policy/read-exceptions.ts


const namedProblems = 5;
async function readExceptions({ exceptionsFile, push }, foreign, { checkout, clock, log }) {
    const path = exceptionsFile ?? inputs/* defaultExceptionsFile */.w;
    const text = await checkout.readText(path).catch((cause) => {
        const { what, next } = (0,errors/* asShipError */.Nn)(cause);
        throw new errors/* ShipError */.fS({ code: 'invalid-exceptions', what, next, cause });
    });
    if (text === undefined) {
        if (exceptionsFile === undefined)
            return { kind: 'none' };
        throw new errors/* ShipError */.fS({
            code: 'invalid-exceptions',
            what: `The exceptions file ${path} is not in the checkout.`,
            next: 'Correct the input exceptions, or check the repository out before this step.',
        });
    }
    if (push && foreign !== undefined) {
        log.warning(`The exceptions in ${path} are not used, because ${foreign}. Every finding counts.`);
        return { kind: 'ignored', path, why: foreign };
    }
    const { parseExceptions } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(829)]).then(__webpack_require__.bind(__webpack_require__, 829));
    const parsed = parseExceptions(text, clock.now());
    if (parsed.ok)
        return { kind: 'read', path, list: parsed.list };
    const places = parsed.problems.map(({ line, what }) => ({
        file: path,
        line,
        what: `${path}, line ${String(line)}: ${what}.`,
    }));
    const problems = parsed.problems.map(({ line, what }) => `line ${String(line)}: ${what}`);
    const more = problems.length - namedProblems;
    throw new errors/* ShipError */.fS({
        code: 'invalid-exceptions',
        what: `The exceptions file ${path} cannot be used: ${problems.slice(0, namedProblems).join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`,
        next: 'Correct the file; what may be in it is in docs/reference/policy.md.',
        places,
    });
}

;// CONCATENATED MODULE: ./src/tell.ts


async function tryFiles(inputs, run, files) {
    const unwritten = await files.check(wantedFiles({ resultFile: run.resultFile, inputs }), usedFiles(inputs));
    if (unwritten.length === 0)
        return;
    run.keep('unwritten', unwritten);
    throw (0,report_unwritten/* unwrittenError */.L)(unwritten);
}
async function tell(found, files, setOutputs, show = (told) => told) {
    const told = await writeFiles(found, files, show);
    const unset = setOutputs(told.report);
    if (unset === undefined)
        return told;
    if (told.report.failure !== undefined)
        return { ...told, besides: [...told.besides, unset] };
    return writeFiles({ ...told.report, failure: unset }, files, show);
}
async function writeFiles(report, files, show) {
    let told = report;
    const failed = [];
    for (;;) {
        const before = failed.length;
        for (const file of filesOf(told, show(told))) {
            const unwritten = await files.write(file);
            if (unwritten !== undefined)
                failed.push(unwritten);
        }
        if (failed.length === before)
            break;
        told = {
            ...report,
            unwritten: [...report.unwritten, ...failed],
            failure: report.failure ?? (0,report_unwritten/* unwrittenError */.L)(failed),
        };
    }
    const besides = report.failure === undefined ? [] : failed.map((file) => (0,report_unwritten/* unwrittenError */.L)([file]));
    return { report: told, besides };
}

;// CONCATENATED MODULE: ./src/phases/planning.ts







const runnerArchs = {
    X64: 'amd64',
    ARM64: 'arm64',
    X86: '386',
    ARM: 'arm/v7',
};
const planning = {
    name: 'plan',
    title: 'Plan',
    async run({ inputs, image }, run) {
        await tryFiles(inputs, run, run.ports.files);
        const plan = await preparePlan(inputs, run.facts, run.ports, image);
        const smokeTests = await readSmokeTests(inputs.smokeTest);
        const runnerPlatform = (0,types_names/* parsePlatform */.FL)(`linux/${runnerArchs[run.ports.job.variable('RUNNER_ARCH') ?? ''] ?? ''}`);
        return run.keep('plan', {
            ...plan,
            smokeTests,
            runnerPlatform,
            defaultPlatform: run.ports.job.variable('DOCKER_DEFAULT_PLATFORM') || undefined,
            secretFolder: run.ports.dockerConfig.choosePath(),
        });
    },
    tell: (plan) => [
        ...(0,plan_lines/* planLines */.HN)(plan).map(info),
        ...(0,plan_lines/* planWarnings */.pH)(plan).map(warning),
        ...plan.notices.map(notice),
    ],
};
async function readAccepted({ inputs, source }, run) {
    const foreign = source.trust === 'stranger' ? source.strangers : undefined;
    return run.keep('exceptions', await readExceptions(inputs, foreign, run.ports));
}

;// CONCATENATED MODULE: ./src/publish/replicate.ts

const replicate_beginsWithinMs = 30_000;
const replicate_shortestPauseMs = 1000;
const replicate_longestPauseMs = 15_000;
const replicate_wordEveryMs = 60_000;
async function awaitReplicas(awaited) {
    const { replication, expected, digest, clock, timeoutMs, note } = awaited;
    if (expected?.length === 0)
        return 'none';
    const start = clock.now();
    let saidAt = start;
    for (;;) {
        const statuses = statusOfEach(expected, await replication.status(digest));
        note(statuses);
        const failed = statuses.filter(({ state }) => state === 'failed');
        if (failed.length > 0)
            throw failure(awaited, failed);
        const left = statuses.filter(({ state }) => state !== 'complete');
        const waitedMs = clock.now() - start;
        if (statuses.length > 0 && left.length === 0)
            return statuses;
        if (statuses.length === 0 && waitedMs >= Math.min(replicate_beginsWithinMs, timeoutMs))
            return 'none';
        if (waitedMs >= timeoutMs)
            throw replicate_notInTime(awaited, left);
        if (clock.now() - saidAt >= replicate_wordEveryMs) {
            saidAt = clock.now();
            awaited.log.info(`Waiting for ${replicate_namesOf(left)} for ${String(Math.round(waitedMs / 60_000))} min.`);
        }
        const pauseMs = Math.min(replicate_longestPauseMs, Math.max(replicate_shortestPauseMs, waitedMs / 4));
        await clock.sleep(Math.min(pauseMs, timeoutMs - waitedMs));
    }
}
function statusOfEach(expected, told) {
    if (expected === undefined)
        return told;
    return expected.map(({ registryId, region }) => told.find((one) => one.registryId === registryId && one.region === region) ?? {
        registryId,
        region,
        state: 'in-progress',
        failureCode: undefined,
    });
}
function failure({ repository, digest }, failed) {
    const why = failed.map((one) => `to ${replicate_placeOf(one)}: ${one.failureCode ?? 'it does not say why'}`);
    const accounts = failed.map((one) => one.registryId).filter((id) => id !== repository.registryId);
    const policy = accounts.length === 0
        ? ''
        : `Let the registry policy of account ${accounts.join(' and ')} allow account ${repository.registryId} ecr:ReplicateImage and ecr:CreateRepository. `;
    return new errors/* ShipError */.fS({
        code: 'replication-failed',
        what: `ECR did not replicate ${repository.uri}@${digest} ${why.join('; ')}. In ${repository.uri} it has its tags.`,
        next: `${policy}When the reason is gone, ${backfill(failed)}.`,
    });
}
function replicate_notInTime({ repository, digest, timeoutMs }, left) {
    const { name, region, registryId, uri } = repository;
    return new errors/* ShipError */.fS({
        code: 'replication-failed',
        what: `${uri}@${digest} is not in ${replicate_namesOf(left)} after ${String(Math.round(timeoutMs / 1000))} s. In ${uri} it has its tags.`,
        next: 'The copies go on without this run, and this shows how far they are: ' +
            `aws ecr describe-image-replication-status --region ${region} --registry-id ${registryId} --repository-name ${name} --image-id imageDigest=${digest}. ` +
            `Give the input wait-for-replication a longer time, such as 1h. Where the image was pushed before there was a rule, ${backfill(left)}.`,
    });
}
function backfill(replicas) {
    const commands = replicas.map(({ region, registryId }) => `aws ecr start-replication-backfill --destination region=${region},registryId=${registryId}`);
    return `this copies what is missing: ${commands.join('; ')}`;
}
function replicate_namesOf(replicas) {
    return replicas.map(replicate_placeOf).join(' and ');
}
function replicate_placeOf({ registryId, region }) {
    return `registry ${registryId} in ${region}`;
}

;// CONCATENATED MODULE: ./src/phases/replicating.ts


async function findReplicas(repositories, digest) {
    const looking = repositories.flatMap((repository) => {
        const { replication } = repository;
        if (replication === undefined)
            return [];
        const look = Promise.all([replication.replicas(), replication.status(digest)]);
        return [look.then(([expected]) => ({ repository, replication, expected }))];
    });
    return Promise.all(looking);
}
const replicating = {
    name: 'replicate',
    title: 'Replicas',
    run: ({ sources, digest, timeoutMs }, run) => Promise.all(sources.map(async (source) => {
        const { clock, log } = run.ports;
        const note = (statuses) => {
            noteReplicas(run, source.repository.uri, statuses);
        };
        const outcome = await awaitReplicas({ ...source, digest, timeoutMs, clock, log, note });
        return { source, outcome };
    })),
    tell: (all) => all.flatMap(replicating_wordsOf),
};
function noteReplicas(run, uri, statuses) {
    const others = (run.found('replicas') ?? []).filter((one) => one.uri !== uri);
    run.keep('replicas', [...others, ...statuses.map((one) => ({ uri, ...one }))]);
}
function replicating_wordsOf({ source: { repository, expected }, outcome }) {
    const { uri, registryId, region } = repository;
    const unknown = expected === undefined
        ? [
            notice(`The replication rules of registry ${registryId} in ${region} are not known, without ecr:DescribeRegistry or because ` +
                'it is another account; the run goes by what ECR says of the image.'),
        ]
        : [];
    if (outcome === 'none')
        return [...unknown, notice(`Nothing is replicated from ${uri}, so there was nothing to wait for.`)];
    return [...unknown, info(`${uri}: the image is in ${outcome.map(replicate_placeOf).join(' and ')}.`)];
}

// EXTERNAL MODULE: ./src/undo/sweep.ts
var sweep = __webpack_require__(914);
;// CONCATENATED MODULE: ./src/phases/retiring.ts



const retiringMs = 10_000;
async function retireCandidateTags(verified, collected, run) {
    const isTagged = run.found('names')?.some(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
    if (isTagged !== true)
        return;
    const { log } = run.ports;
    const retiring = retire(verified, collected, run).catch((thrown) => {
        const { code, what } = (0,errors/* asShipError */.Nn)(thrown);
        log[code === 'access-denied' ? 'notice' : 'debug'](`Candidate tags of earlier jobs stay: ${what}`);
    });
    await Promise.race([retiring, run.ports.clock.sleep(retiringMs)]);
}
async function retire({ target, image }, { parts }, run) {
    const { images, tags } = target.repository;
    const listed = parts.length === 0 ? [] : await images.describe(parts.map(({ digest }) => ({ digest })));
    const left = [...image.tags, ...listed.flatMap((one) => one.tags)].filter((tag) => (0,sweep/* candidateTime */.DU)(tag) !== undefined && tag !== run.found('candidate')?.tag);
    for (const text of left) {
        const tag = (0,types_names/* parseTag */.ED)(text);
        if (tag !== undefined)
            await tags.remove(tag);
    }
}

;// CONCATENATED MODULE: ./src/publish/census.ts


const firstPages = 10;
function takeCensus({ images, name }, log) {
    const referrers = new Map();
    const tags = [];
    let count = 0;
    let isWhole = false;
    const pages = images.list()[Symbol.asyncIterator]();
    const readPage = async () => {
        const page = await pages.next();
        if (page.done === true) {
            isWhole = true;
            return false;
        }
        count += page.value.length;
        for (const { subject } of page.value)
            if (subject !== undefined)
                referrers.set(subject, (referrers.get(subject) ?? 0) + 1);
        tags.push(...page.value.flatMap((image) => image.tags));
        return count <= quota/* quotas */.am.images.most;
    };
    const first = (async () => {
        let isMore = true;
        for (let page = 0; isMore && page < firstPages; page += 1)
            isMore = await readPage();
        return isMore;
    })();
    const rest = async (isMore) => {
        while (isMore && (await readPage()))
            tags.length = 0;
    };
    const firstTags = first.then(() => [...tags]);
    first.then(rest).catch((error) => {
        log.debug(`The images of ${name} were not counted to the end: ${(0,errors/* asShipError */.Nn)(error).what}`);
    });
    return {
        repository: { name },
        images: () => ({ count, isWhole }),
        referrersOf: (digest) => referrers.get(digest) ?? 0,
        firstTags,
    };
}
async function countReferrers({ name, referrers }, digest, log) {
    const count = await (referrers?.count(digest) ?? Promise.resolve(0)).catch((error) => {
        log.debug(`What is attached to ${digest} was not counted: ${(0,errors/* asShipError */.Nn)(error).what}`);
        return 0;
    });
    return {
        repository: { name },
        images: () => undefined,
        referrersOf: (asked) => (asked === digest ? count : 0),
    };
}

;// CONCATENATED MODULE: ./src/publish/lifecycle.ts

const lifecycle_dayMs = 24 * 3600_000;
function fateOf({ rules }, { tags, pushedAt }) {
    const rule = [...rules].sort((a, b) => a.priority - b.priority).find((one) => fits(one, tags));
    switch (rule?.countType) {
        case 'sinceImagePushed':
            return { rule, at: pushedAt + rule.count * lifecycle_dayMs };
        case 'imageCountMoreThan':
            return { rule, at: undefined };
        default:
            return undefined;
    }
}
function fits({ tagStatus, patterns, prefixes, isOfArchive }, tags) {
    if (isOfArchive || (tagStatus === 'untagged') === tags.length > 0)
        return false;
    if (tagStatus !== 'tagged')
        return true;
    return (patterns.every((pattern) => tags.some((tag) => (0,wildcard/* matchesWildcard */._)(tag, pattern))) &&
        prefixes.every((prefix) => tags.some((tag) => tag.startsWith(prefix))));
}

;// CONCATENATED MODULE: ./src/phases/before-tags.ts






const before_tags_dayMs = 24 * 3600_000;
const soonMs = 7 * before_tags_dayMs;
function beforeTags(outlook) {
    return [...nearTags(outlook), ...nearQuotas(outlook.image, outlook.counted), ...notForLong(outlook)];
}
function tagsAfter({ image, decision }) {
    const set = decision.names.filter(({ state }) => state !== 'kept-back').map(({ name }) => name.tag);
    return [...new Set([...image.tags, ...set])];
}
function nearTags(outlook) {
    const count = tagsAfter(outlook).length;
    if (!(0,quota/* isNear */.HQ)(count, quota/* quotas */.am.tags))
        return [];
    return [
        warning(`The image will have ${String(count)} of the ${String(quota/* quotas */.am.tags.most)} tags that ECR lets it have; this quota cannot be raised. ` +
            'Remove tags that nobody needs: aws ecr batch-delete-image.'),
    ];
}
function notForLong(outlook) {
    const { image, decision, posture, now } = outlook;
    const { lifecycle } = posture ?? {};
    if (decision.kind === 'build' || lifecycle === undefined || lifecycle === 'none')
        return [];
    const fate = fateOf(lifecycle, { tags: tagsAfter(outlook), pushedAt: image.pushedAt });
    if (fate === undefined)
        return [];
    const { rule, at } = fate;
    const pushed = `The image was pushed at ${(0,report_format/* formatTime */.fU)(image.pushedAt)}, and a new tag does not make it newer`;
    const why = `the lifecycle policy says: ${(0,report_posture/* ruleInWords */.Xx)(rule)}`;
    if (at === undefined)
        return now - image.pushedAt < soonMs ? [] : [notice(`${pushed}: ${why}. Newer images count before it.`)];
    if (at - now > soonMs)
        return [];
    const does = rule.action === 'archive' ? 'archives' : 'removes';
    const when = at <= now ? 'it within a day, with the tags that this run sets' : `it at ${(0,report_format/* formatTime */.fU)(at)}`;
    return [
        warning(`${pushed}: ECR ${does} ${when}, for ${why}. Push it anew, or let the policy leave its tags out.`),
    ];
}

// EXTERNAL MODULE: ./src/docker/display.ts
var display = __webpack_require__(4722);
;// CONCATENATED MODULE: ./src/book.ts

function openBook(asked, clock) {
    const startedAt = clock.now();
    const commands = [];
    const timings = [];
    const found = {};
    return {
        startedAt,
        keep(key, value) {
            found[key] = value;
            return value;
        },
        found: (key) => found[key],
        async timed(phase, work) {
            const began = clock.now();
            try {
                return await work();
            }
            finally {
                timings.push({ phase, ms: clock.now() - began });
            }
        },
        noting: (docker) => ({
            ...docker,
            run(args, options) {
                const note = () => {
                    commands.push((0,display/* displayCommand */.k)(args));
                };
                if (options.shownFrom === undefined && options.show)
                    note();
                else
                    options.shownFrom?.then(note, () => undefined);
                return docker.run(args, options);
            },
        }),
        report: (failure) => ({
            ...asked,
            ...book_nothing,
            ...found,
            commands,
            timings,
            startedAt,
            finishedAt: clock.now(),
            failure,
        }),
    };
}
const book_nothing = {
    inputs: undefined,
    plan: undefined,
    builder: undefined,
    preview: undefined,
    repository: undefined,
    login: undefined,
    caller: undefined,
    posture: undefined,
    decision: undefined,
    imageId: undefined,
    smoke: [],
    candidate: undefined,
    image: undefined,
    exceptions: undefined,
    baseline: undefined,
    unpackedSize: undefined,
    sizeChange: undefined,
    before: undefined,
    foreign: [],
    scan: undefined,
    verdict: undefined,
    names: [],
    destinations: [],
    replicas: [],
    candidateRemoved: false,
    unwritten: [],
};

// EXTERNAL MODULE: ./src/types/abort.ts
var abort = __webpack_require__(951);
;// CONCATENATED MODULE: ./src/types/undo.ts
function isForJob(undo) {
    if (undo.kind === 'shared-login')
        return true;
    return (undo.kind === 'job-variables' ||
        (undo.kind === 'local-image' && undo.isForJob === true) ||
        (undo.kind === 'folder' && undo.isForJob));
}

// EXTERNAL MODULE: ./src/undo/journal.ts
var journal = __webpack_require__(7537);
// EXTERNAL MODULE: ./src/undo/undo.ts + 1 modules
var undo_undo = __webpack_require__(8390);
;// CONCATENATED MODULE: ./src/run.ts






const rescueMs = 6_000;
const cleanUpMs = 15_000;
const besideMs = 3_000;
function startRun({ facts, resultFile, world, cancelled }) {
    const over = new AbortController();
    const stopFollowing = (0,abort/* follow */.e)(over, [cancelled]);
    const { signal } = over;
    const undo = (0,journal/* startJournal */.q)((text) => {
        ports.job.saveState('undo', text);
    });
    const ports = tie(world, signal, undo);
    const book = openBook({ run: facts, resultFile }, ports.clock);
    let failure;
    const besides = [];
    const note = ({ undo: one, outcome, failure: failed }) => {
        if (failed === undefined)
            undo.strike(one);
        if (outcome === 'image-removed')
            book.keep('candidateRemoved', true);
    };
    const run = {
        ports: { ...ports, docker: book.noting(ports.docker) },
        facts,
        resultFile,
        startedAt: book.startedAt,
        undo,
        keep: book.keep,
        found: book.found,
        tell: (messages) => {
            for (const { level, text } of messages)
                ports.log[level](text);
        },
        do: (phase, input) => book.timed(phase.name, () => perform(phase, input, run)),
        takeBack: async (one) => {
            note(await (0,undo_undo/* undoOne */.RY)(one, undoTools(ports), AbortSignal.timeout(cleanUpMs)));
        },
        beside: (work) => {
            besides.push(work(undoTools(ports)));
        },
    };
    return {
        ...run,
        async guard(story) {
            failure = await failureOf(story(), signal);
            stopFollowing();
        },
        async finish(lookBack = () => Promise.resolve()) {
            if (!signal.aborted && besides.length > 0)
                await Promise.race([Promise.all(besides), ports.clock.sleep(besideMs)]);
            const rescue = signal.aborted ? AbortSignal.timeout(rescueMs) : undefined;
            const last = rescue === undefined ? ports : tie(world, rescue, undo);
            if (rescue !== undefined)
                await (0,abort/* orAborted */.H)(lookBack(run, last), rescue).catch(() => undefined);
            const left = undo.left().filter((one) => !isForJob(one));
            const takeBack = () => (0,undo_undo/* undoAll */.wC)(left, undoTools(last), rescue ?? AbortSignal.timeout(cleanUpMs));
            const undone = left.length === 0 ? [] : await book.timed('clean-up', takeBack);
            undone.forEach(note);
            run.tell(undone.flatMap(tellUndone));
            over.abort(new Error('the run is over'));
            return book.report(failure);
        },
    };
}
const unwindingMs = 500;
async function failureOf(story, signal) {
    try {
        await (0,abort/* orAborted */.H)(story, signal);
        return undefined;
    }
    catch (error) {
        if (!signal.aborted)
            return (0,errors/* asShipError */.Nn)(error);
        await (0,abort/* orAborted */.H)(story, AbortSignal.timeout(unwindingMs)).catch(() => undefined);
        return (0,errors/* asShipError */.Nn)(signal.reason);
    }
}
function tie(world, signal, undo) {
    const running = new Map();
    return world({
        signal,
        children: {
            started(child) {
                running.set(child.pid, undo.plan({ kind: 'process', ...child }));
            },
            ended(pid) {
                const entry = running.get(pid);
                if (entry !== undefined)
                    undo.strike(entry);
                running.delete(pid);
            },
        },
        folders: {
            planned(path) {
                undo.plan({ kind: 'folder', path, isForJob: false });
            },
            removed(path) {
                undo.strike({ kind: 'folder', path, isForJob: false });
            },
        },
    });
}
async function perform(phase, input, run) {
    let messages = [];
    const work = async () => {
        const out = await phase.run(input, run);
        messages = phase.tell?.(out, input) ?? [];
        run.tell(messages.filter(({ level }) => level === 'info'));
        return out;
    };
    const title = typeof phase.title === 'function' ? phase.title(input) : phase.title;
    const out = await (title === undefined ? work() : run.ports.log.group(title, work));
    run.tell(messages.filter(({ level }) => level !== 'info'));
    return out;
}
function undoTools(ports) {
    return {
        ...ports,
        folders: ports.dockerConfig,
        docker: () => Promise.resolve(ports.docker),
        connect: (target) => Promise.resolve(ports.connect(target)),
    };
}
function tellUndone({ undo, failure }) {
    if (failure === undefined)
        return [];
    const text = `Could not ${(0,undo_undo/* describeUndo */.WJ)(undo)}; the post step tries again. ${failure.what}`;
    return [{ level: undo.kind === 'local-image' ? 'info' : 'warning', text }];
}

;// CONCATENATED MODULE: ./src/ship.ts



























async function ship(raw, start) {
    const run = startRun({ ...start, resultFile: raw['result-file'] || undefined });
    await run.guard(async () => {
        const structured = await readStructured(raw);
        const inputs = parseInputs(raw, run.facts.region, structured);
        switch (inputs.mode) {
            case 'login':
                await run.do(loggingIn, { inputs, registry: run.ports.connect(inputs.target) });
                return;
            case 'publish':
                return publish(inputs, run);
            default:
                return build(inputs, structured.logins, run);
        }
    });
    return run.finish(lookEverywhere);
}
async function build(inputs, logins, run) {
    run.keep('inputs', inputs);
    const probing = startProbe(inputs, run);
    const plan = await run.do(planning, { inputs });
    const exceptions = await readAccepted(plan, run);
    await readForeign(plan, run);
    if (inputs.mode === 'plan')
        return run.do(previewing, { plan, probing });
    if (inputs.target === undefined)
        return run.do(building, { plan, probing, logins });
    const early = beginBuild({ plan, probing, logins }, run);
    await early.begun;
    const registry = run.ports.connect(inputs.target);
    const begun = { inputs, logins, registry, probing, plan, exceptions, early };
    await finishBuild(begun, run).catch(async (error) => {
        await early.drop();
        throw error;
    });
}
async function finishBuild(begun, run) {
    const { inputs, logins, registry, probing, plan, exceptions, early } = begun;
    const asked = { tags: tagsToRead(plan), unused: unusedTags(plan) };
    const target = await run.do(opening, { inputs, registry, ...asked, logins });
    const gate = await openGate({ inputs, target }, run);
    const counted = [...new Set([target, gate])].map((place) => lookThrough(place, run));
    if (inputs.mode === 'build')
        await lookForBaseline({ plan, target }, run);
    const decided = inputs.mode === 'build' ? undefined : await run.do(deciding, { plan, target });
    const reused = decided?.decision.kind === 'reuse' ? decided.decision.digest : undefined;
    const destinations = await reachDestinations({ plan, digest: reused }, run);
    const isReused = decided?.decision.kind === 'reuse';
    const before = isReused ? Promise.resolve(undefined) : beginBaselineSize({ plan, target }, run);
    if (isReused) {
        await early.drop();
        run.tell(notTestedAgain(plan));
    }
    const candidate = isReused
        ? run.keep('candidate', reusedCandidate(decided.decision, inputs))
        : await run.do(making, { plan, probing, target: gate, early, before });
    if (isReused)
        await bringToGate(candidate.digest, { target, gate }, run);
    const shown = decided && lookBeside({ plan, target }, decided);
    const image = await run.do(verifying, { plan, target: gate, candidate, isBuilt: !isReused });
    const passed = await passInto(target, { plan, target: gate, candidate, image }, exceptions, run);
    if (decided === undefined) {
        run.tell(nearQuotas(passed.image, counted));
        return run.do(handingOver, passed);
    }
    const sources = await replicatedFrom(passed, destinations);
    await release({ ...passed, decided, destinations, counted, shown }, run);
    await ship_awaitReplicas(passed, sources, run);
}
async function publish(inputs, run) {
    run.keep('inputs', inputs);
    const registry = run.ports.connect(inputs.target);
    const opened = await run.do(opening, { inputs, registry, tags: [] });
    const source = await openSource({ inputs, target: opened }, run);
    const collected = await run.do(collecting, { inputs, target: source });
    const counting = countReferrers(opened.repository, collected.image.digest, run.ports.log);
    const plan = await run.do(planning, { inputs, image: collected.made });
    const exceptions = await readAccepted(plan, run);
    await readForeign(plan, run);
    const target = { ...opened, tagged: await opened.repository.tags.read(tagsToRead(plan)) };
    const decided = await run.do(deciding, { plan, target, given: collected.image.digest });
    const destinations = await reachDestinations({ plan, digest: collected.image.digest }, run);
    const from = source === opened ? target : source;
    const candidate = await run.do(joining, { plan, target: from, collected });
    const gate = await openGate({ inputs, target: from }, run);
    await bringToGate(candidate.digest, { target: from, gate }, run);
    const image = await run.do(verifying, { plan, target: gate, candidate, isBuilt: false });
    const verified = { plan, target: gate, candidate, image };
    const isTagsFirst = inputs.scan === 'after-tags';
    if (isTagsFirst)
        run.tell([warning(tags_first/* tagsFirstWarning */.gO)]);
    const passed = isTagsFirst
        ? await carryInto(target, verified, run)
        : await passInto(target, verified, exceptions, run);
    const sources = await replicatedFrom(passed, destinations);
    await release({ ...passed, decided, destinations, counted: [await counting] }, run);
    if (from === target)
        await retireCandidateTags(passed, collected, run);
    if (isTagsFirst)
        await judgeAfterTags(target, verified, exceptions, run);
    await ship_awaitReplicas(passed, sources, run);
}
async function reachDestinations(aim, run) {
    return aim.plan.inputs.destinations.length === 0 ? [] : run.do(openingDestinations, aim);
}
async function release(order, run) {
    run.tell(outlookOf(order));
    if (order.destinations.length === 0)
        return run.do(tagging, order);
    await copyToDestinations(order, order.destinations, run);
    await run.do(taggingEverywhere, order);
}
async function replicatedFrom({ plan, target, image }, destinations) {
    if (plan.inputs.replicationTimeoutMs === undefined)
        return [];
    const repositories = [target.repository, ...destinations.map(({ repository }) => repository)];
    return findReplicas(repositories, image.digest);
}
async function ship_awaitReplicas({ plan, image }, sources, run) {
    const { replicationTimeoutMs: timeoutMs } = plan.inputs;
    if (timeoutMs !== undefined)
        await run.do(replicating, { sources, digest: image.digest, timeoutMs });
}
function outlookOf({ image, target, decided, counted, }) {
    const { posture, repository } = target;
    return beforeTags({ image, posture, counted, decision: decided.decision, now: repository.now() });
}
function lookThrough({ repository, role }, run) {
    const census = takeCensus(repository, run.ports.log);
    run.beside((tools) => (0,sweep/* sweepCandidates */.Ne)({ repository, role, tags: census.firstTags }, tools));
    return census;
}
function startProbe({ build }, { ports }) {
    const probing = probeBuilder(ports.docker, build.options.builder);
    probing.catch(() => undefined);
    return probing;
}
function notTestedAgain({ smokeTests }) {
    return smokeTests.length === 0 ? [] : [notice('Nothing was built, so no smoke test was run.')];
}
function reusedCandidate({ digest }, { build: { platforms } }) {
    return { digest, tag: undefined, platform: platforms[0] };
}

;// CONCATENATED MODULE: ./src/main.ts
























async function main(cancelled) {
    const secrets = (0,machine_secrets/* startSecrets */.Q)();
    try {
        const raw = github_job/* readRawInputs */.yI();
        const { mask, variable } = github_job/* githubJob */.X9(secrets);
        [...github_job/* secretsIn */.VY(raw), ...secretValues(raw, variable)].forEach(mask);
        if (raw['registry-logins'] !== '')
            (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(497)]).then(__webpack_require__.bind(__webpack_require__, 1497))).passwordsIn(raw['registry-logins']).forEach(mask);
        for (const text of unknownInputs(givenInputNames()))
            github_job/* githubLog */.QL(secrets).warning(text);
        const facts = await github_job/* readRunFacts */.FA(github_job/* githubLog */.QL(secrets));
        const report = await ship(raw, { facts, world: worldOf(secrets), cancelled });
        await main_publish(report, secrets);
    }
    catch (error) {
        github_job/* fail */.fJ((0,errors/* asShipError */.Nn)(error), [], secrets);
    }
    (0,ending/* endSoon */.n)();
}
function worldOf(secrets) {
    const log = github_job/* githubLog */.QL(secrets);
    return ({ signal, children, folders }) => ({
        clock: (0,clock/* clockUntil */.V)(signal),
        log,
        job: github_job/* githubJob */.X9(secrets),
        ...gitCheckout(folders.planned),
        github: githubApi(log.debug),
        docker: (0,docker_cli.dockerCli)({ secrets, signal, children, folders }),
        dockerConfig: privateDockerConfig(),
        files: reportFiles(),
        processes: { end: processes/* endProcess */.JZ },
        probe: httpProbe(signal),
        connect: (0,registries.registries)(signal, github_job/* githubJob */.X9(secrets).mask),
    });
}
async function main_publish(found, secrets) {
    const log = github_job/* githubLog */.QL(secrets);
    const fit = (text) => (0,types_text/* visible */.RK)(secrets.hide(text));
    const show = (report) => presentable(report, fit);
    const setOutputs = (told) => github_job/* setOutputs */.n0(outputsOf(show(told)), secrets);
    const { report, besides } = await tell(found, reportFiles(), setOutputs, show);
    const shown = show(report);
    unwrittenNotices(report).forEach(log.notice);
    if (isTold(report))
        await github_job/* writeSummary */.Sy((0,summary/* summaryOf */.YG)(shown), log, secrets);
    if (report.inputs?.comment === true) {
        const { commentOn } = await __webpack_require__.e(/* import() */ 887).then(__webpack_require__.bind(__webpack_require__, 2887));
        await commentOn(report, shown, { github: githubApi(log.debug), log, fit });
    }
    if (report.failure !== undefined)
        github_job/* fail */.fJ(report.failure, besides, secrets);
    log.info(lastLine(shown));
}
function isTold({ inputs, login, failure }) {
    return login === undefined || failure !== undefined ? (inputs?.summary ?? true) : false;
}


/***/ }),

/***/ 5574:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ fullNameOf),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   cd: () => (/* binding */ commit),
/* harmony export */   hq: () => (/* binding */ nonEmpty),
/* harmony export */   rD: () => (/* binding */ wholeNumber)
/* harmony export */ });
function object(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function text(value) {
    return typeof value === 'string' ? value : '';
}
function nonEmpty(value) {
    return value === '' ? undefined : value;
}
function wholeNumber(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
function commit(sha) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) && !/^0+$/.test(sha) ? sha : undefined;
}
function fullNameOf(repository) {
    return nonEmpty(text(object(repository)['full_name']).toLowerCase());
}


/***/ }),

/***/ 5866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ acceptanceBy),
/* harmony export */   UK: () => (/* binding */ endingWithinDays),
/* harmony export */   yN: () => (/* binding */ exceptionUses)
/* harmony export */ });
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2700);

const endingWithinDays = 14;
function acceptanceBy(exceptions, now) {
    if (exceptions.length === 0)
        return () => noAcceptance;
    const [inForce, expired] = [firstByKey(), firstByKey()];
    for (const [at, exception] of exceptions.entries())
        (exception.endsAt > now ? inForce : expired).add(exception, at);
    return (finding) => ({ inForce: inForce.covering(finding), expired: expired.covering(finding) });
}
const noAcceptance = { inForce: undefined, expired: undefined };
function firstByKey() {
    const first = byIdAndPackage();
    return {
        add(exception, at) {
            if (first.of(exception) === undefined)
                first.set(exception, { exception, at });
        },
        covering(finding) {
            const [one, other] = first.covering(finding);
            return other !== undefined && one !== undefined && other.at < one.at ? other.exception : one?.exception;
        },
    };
}
function byIdAndPackage() {
    const ids = new Map();
    return {
        of: ({ id, package: name }) => ids.get(id)?.get(name),
        set({ id, package: name }, value) {
            ids.set(id, (ids.get(id) ?? new Map()).set(name, value));
        },
        covering({ id, package: name }) {
            const packages = id === _types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .unnamed */ .p1 ? undefined : ids.get(id);
            if (packages === undefined)
                return [];
            const names = name === undefined ? [undefined] : [undefined, name];
            return names.flatMap((one) => packages.get(one) ?? []);
        },
    };
}
function exceptionUses(exceptions, findings, now, everythingScanned) {
    const matching = matchingFindings(exceptions, findings, now);
    return exceptions.map((exception) => {
        const { all, unaccepted } = matching(exception);
        const covered = exception.endsAt > now ? all : unaccepted;
        return {
            exception,
            state: stateOf(exception, covered.length, now, everythingScanned),
            findings: covered,
        };
    });
}
function matchingFindings(exceptions, findings, now) {
    const table = byIdAndPackage();
    for (const exception of exceptions)
        if (table.of(exception) === undefined)
            table.set(exception, { all: [], unaccepted: [] });
    const acceptance = acceptanceBy(exceptions, now);
    for (const finding of exceptions.length === 0 ? [] : findings) {
        const isAccepted = acceptance(finding).inForce !== undefined;
        for (const { all, unaccepted } of table.covering(finding)) {
            all.push(finding);
            if (!isAccepted)
                unaccepted.push(finding);
        }
    }
    return (exception) => table.of(exception) ?? { all: [], unaccepted: [] };
}
function stateOf({ endsAt }, covered, now, everythingScanned) {
    if (covered === 0)
        return everythingScanned ? 'unused' : 'unknown';
    if (endsAt <= now)
        return 'expired';
    return endsAt - now <= endingWithinDays * 24 * 3600_000 ? 'ending' : 'applied';
}


/***/ }),

/***/ 957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ fixOf)
/* harmony export */ });
function fixOf(finding) {
    if (finding.fixedIn !== undefined || finding.fix === 'yes' || finding.fix === 'partial')
        return 'yes';
    return finding.fix === 'no' ? 'no' : 'unknown';
}


/***/ }),

/***/ 5595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ blockerSection),
/* harmony export */   n: () => (/* binding */ blockerTable)
/* harmony export */ });
/* harmony import */ var _policy_fixable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(957);
/* harmony import */ var _types_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8792);
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2700);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9334);
/* harmony import */ var _grouped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4388);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4285);
/* harmony import */ var _tags_set_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2644);







const shownBlockers = 10;
function blockerSection(report) {
    const groups = (0,_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)((0,_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .blocking */ .ub)(report.verdict));
    return groups.length === 0 ? [] : [...blockerTable(report, groups), ...remedy(report, groups)];
}
function blockerTable(report, groups, most = shownBlockers) {
    const { verdict, image } = report;
    const isTagged = (0,_tags_set_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsSet */ .k)(report).length > 0;
    const all = image?.platforms.map(({ platform }) => platform) ?? [];
    const rows = groups.slice(0, most).map((group) => [
        `${(0,_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .nameCell */ .UQ)(group, (0,_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .isCompared */ .uQ)(verdict))}${group.platforms.length < all.length ? `<br>${(0,_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .platformsCell */ .zU)(group.platforms, all)} only` : ''}`,
        (0,_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .versionsCell */ .yu)(group),
    ]);
    const more = groups.length - rows.length;
    const header = [isTagged ? 'Does not pass' : 'Blocks the release', 'Installed → fixed in'];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(header, rows).join('\n'), ...(more > 0 ? [`and ${String(more)} more, see below.`] : [])];
}
function remedy(report, groups) {
    const fixable = groups.filter(({ finding }) => (0,_policy_fixable_js__WEBPACK_IMPORTED_MODULE_3__/* .fixOf */ .B)(finding) === 'yes');
    const stuck = groups.filter((group) => !fixable.includes(group));
    return [remedyWords(fixable, stuck), ...entrySection(report, stuck.length === 0 ? groups : stuck)];
}
function remedyWords(fixable, stuck) {
    const all = fixable.length + stuck.length;
    if (fixable.length === 0)
        return all === 1
            ? '**It has no fix yet.** Change the base image, or accept it for a time.'
            : '**None has a fix yet.** Change the base image, or accept them for a time.';
    const packages = [...new Set(fixable.map(({ finding }) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .shorten */ .ml)(finding.package ?? 'what holds it')))];
    const update = `update ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(packages, 5))} or the base image, and push again.`;
    if (stuck.length === 0)
        return `**${all === 1 ? 'It has a fix' : 'Each has a fix'}:** ${update}`;
    const rest = stuck.length === 1 ? 'The other one has none yet' : 'The others have none yet';
    const having = `${String(fixable.length)} of ${String(all)} ${fixable.length === 1 ? 'has' : 'have'} a fix`;
    return `**${having}:** ${update} ${rest}, and can be accepted for a time.`;
}
function isNameable({ id, package: name = '' }) {
    return id !== _types_scan_js__WEBPACK_IMPORTED_MODULE_5__/* .unnamed */ .p1 && id.length <= 200 && name.length <= 200;
}
const shownEntries = 10;
function entrySection({ inputs, startedAt }, groups) {
    const findings = groups.map(({ finding }) => finding).filter(isNameable);
    if (findings.length === 0)
        return [];
    const path = inputs?.exceptionsFile ?? _types_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultExceptionsFile */ .w;
    const until = new Date(startedAt + 90 * 24 * 3600_000).toISOString().slice(0, 10);
    const keys = new Map(findings.map((finding) => [JSON.stringify([finding.id, finding.package]), finding]));
    const entries = [...keys.values()].slice(0, shownEntries).flatMap((finding) => entryLines(finding, until));
    const which = keys.size > shownEntries
        ? `the first ${String(shownEntries)} entries`
        : keys.size === 1
            ? 'an entry'
            : 'entries';
    const title = `To accept ${keys.size === 1 ? 'it' : 'them'}: ${which} for <code>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(path)}</code>`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .details */ .zH)(title, [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .block */ .om)('yaml', ['exceptions:', ...entries])]);
}
function entryLines({ id, package: name }, until) {
    return [
        `  - id: ${yamlText(id)}`,
        ...(name === undefined ? [] : [`    package: ${yamlText(name)}`]),
        '    reason: # why it does no harm here',
        `    expires: ${until}`,
    ];
}
function yamlText(text) {
    return /^[A-Za-z][\w.+/-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
        ? text
        : JSON.stringify(text);
}


/***/ }),

/***/ 5728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ countsOf)
/* harmony export */ });
/* harmony import */ var _scan_counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2749);

function countsOf(report) {
    return report.scan === undefined || report.scan.kind === 'off'
        ? undefined
        : (0,_scan_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .countPlatforms */ .yI)(report.scan.platforms);
}


/***/ }),

/***/ 9334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   VQ: () => (/* binding */ nameGroup),
/* harmony export */   XB: () => (/* binding */ isRemarkable),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   pA: () => (/* binding */ severityText),
/* harmony export */   yd: () => (/* binding */ standingText)
/* harmony export */ });
/* harmony import */ var _types_severity_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8959);

function listed(items, most) {
    const more = items.length - most;
    return `${items.slice(0, most).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}
function nameGroup({ finding, platforms: on }) {
    const where = finding.package === undefined ? '' : ` in ${shorten(finding.package)}`;
    const word = (0,_types_severity_word_js__WEBPACK_IMPORTED_MODULE_0__/* .isForeign */ .jq)(finding) ? `, severity ${finding.severityAsGiven ?? ''}` : '';
    const who = finding.saidBy === undefined ? '' : ` said by ${shorten(finding.saidBy.join(' and '))}`;
    const platforms = listed(on, 10);
    return `${shorten(finding.id)}${where} (${platforms}${word})${who}`;
}
function severityText({ severity, severityAsGiven }) {
    return (severityAsGiven === undefined ? severity : `${severity} (${severityAsGiven})`).toUpperCase();
}
function isRemarkable(standing) {
    return standing.kind !== 'counts' || standing.expired !== undefined;
}
function standingText(standing, blocks) {
    switch (standing.kind) {
        case 'accepted':
            return `accepted until ${standing.exception.expires}`;
        case 'not-new':
            return 'not new';
        case 'not-fixable':
            return 'no fix yet';
        case 'counts':
            return `${blocks ? 'blocks' : 'allowed'}${standing.expired === undefined ? '' : `, acceptance expired ${standing.expired.expires}`}`;
    }
}
function shorten(text, most = 80) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}


/***/ }),

/***/ 2060:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ foreignTable),
/* harmony export */   _: () => (/* binding */ foreignSection)
/* harmony export */ });
/* harmony import */ var _scan_foreign_assign_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9925);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4285);


function foreignSection(report) {
    const rows = foreignTable(report);
    return rows.length === 0 ? [] : ['### Other scanners', ...rows];
}
function foreignTable({ foreign }) {
    if (foreign.length === 0)
        return [];
    const rows = foreign.map((scan) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(scan.path),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(scan.tools.join(', ')),
        scan.platform === undefined ? '–' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(scan.platform),
        String(scan.findings.length),
        (0,_scan_foreign_assign_js__WEBPACK_IMPORTED_MODULE_0__/* .isProven */ .n)(scan) ? 'names its digest' : 'names none, taken on trust',
    ]);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['File', 'Scanner', 'Platform', 'Findings', 'This image'], rows, [3]).join('\n')];
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Sq: () => (/* binding */ signedBytes),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   gM: () => (/* binding */ formatCounts),
/* harmony export */   x8: () => (/* binding */ signed),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2700);


function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB'];
    const found = units.findIndex((_, index) => bytes / 1000 ** index < 999.5);
    const power = found < 0 ? units.length - 1 : found;
    const value = bytes / 1000 ** power;
    return `${power === 0 ? String(value) : value.toFixed(value < 99.95 ? 1 : 0)} ${units[power] ?? 'GB'}`;
}
function signedBytes(bytes) {
    return bytes === 0 ? '±0' : `${bytes > 0 ? '+' : '−'}${formatBytes(Math.abs(bytes))}`;
}
function signed(count) {
    return count === 0 ? '±0' : `${count > 0 ? '+' : '−'}${String(Math.abs(count))}`;
}
function formatTime(epochMs) {
    return new Date(epochMs)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC');
}
function formatCounts(counts) {
    const parts = _types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `${String(counts[severity])} ${severity}`);
    return parts.length === 0 ? 'no findings' : parts.join(', ');
}
function plural(count, noun) {
    return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 4388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UQ: () => (/* binding */ nameCell),
/* harmony export */   uQ: () => (/* binding */ isCompared),
/* harmony export */   ub: () => (/* binding */ blocking),
/* harmony export */   yu: () => (/* binding */ versionsCell),
/* harmony export */   zD: () => (/* binding */ grouped),
/* harmony export */   zU: () => (/* binding */ platformsCell)
/* harmony export */ });
/* harmony import */ var _policy_fixable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(957);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9334);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4285);



const longestShown = 200;
function grouped(findings) {
    const groups = new Map();
    for (const { finding, platform, isNew = false, standing } of findings) {
        const { id, package: name, installed, fixedIn, severity } = finding;
        const said = standing === undefined ? '' : (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .standingText */ .yd)(standing, false);
        const key = JSON.stringify([
            ...[id, name, installed, fixedIn].map((text) => text?.slice(0, longestShown)),
            severity,
            said,
            finding.saidBy,
        ]);
        const known = groups.get(key);
        groups.set(key, {
            finding,
            standing,
            platforms: [...new Set([...(known?.platforms ?? []), platform])],
            isNew: isNew || known?.isNew === true,
        });
    }
    return [...groups.values()];
}
function blocking(verdict) {
    if (verdict?.outcome !== 'failed')
        return [];
    const severities = new Set(verdict.breaches.flatMap((breach) => (breach.kind === 'severity' ? [breach.severity] : [])));
    return verdict.findings.filter(({ finding, standing }) => standing.kind === 'counts' && severities.has(finding.severity));
}
function isCompared(verdict) {
    return verdict?.comparison?.kind === 'compared';
}
function nameCell({ finding, isNew }, saysNew) {
    const where = finding.package === undefined ? '' : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .breakable */ .mo)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.package))} `;
    return `${where}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.id), finding.uri, _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .breakable */ .mo)}${saysNew && isNew ? ' 🆕' : ''}`;
}
function versionsCell({ finding }) {
    const installed = finding.installed === undefined ? '' : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .breakable */ .mo)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.installed))} → `;
    return `${installed}${fixText(finding)}`;
}
function fixText(finding) {
    if (finding.fixedIn !== undefined)
        return `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .breakable */ .mo)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.fixedIn))}**`;
    return { yes: 'a later version', no: 'no fix yet', unknown: 'no fix known' }[(0,_policy_fixable_js__WEBPACK_IMPORTED_MODULE_2__/* .fixOf */ .B)(finding)];
}
function platformsCell(on, all) {
    return on.length === all.length
        ? `all ${String(all.length)}`
        : on.map((one) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(one.replace(/^linux\//, ''))).join(', ');
}


/***/ }),

/***/ 4512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   RW: () => (/* binding */ outcomeLine),
/* harmony export */   wX: () => (/* binding */ outcomeWords)
/* harmony export */ });
/* unused harmony export breachWords */
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9334);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4285);
/* harmony import */ var _tags_first_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5162);
/* harmony import */ var _tags_set_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2644);




function headline(report) {
    return `${sign(report)} ${outcomeLine(report)}`;
}
function outcomeLine(report) {
    return `${subject(report)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(outcomeWords(report)).replaceAll('&#58; ', ': ')}`;
}
function subject(report) {
    const name = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(report.inputs?.repository ?? 'ecr-ship');
    const version = versionOf(report);
    return version === undefined || report.inputs?.mode === 'plan' ? name : `${name} ${version}`;
}
function versionOf(report) {
    const has = (0,_tags_set_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsSet */ .k)(report);
    const names = has.length > 0 ? report.names.filter(({ tag }) => has.includes(tag)) : (report.plan?.names ?? []);
    return (names.find(({ kind }) => kind === 'fixed') ?? names[0])?.tag;
}
function sign({ verdict, failure, inputs }) {
    if (failure !== undefined)
        return '❌';
    if (inputs?.mode === 'plan')
        return '📋';
    if ((0,_tags_first_js__WEBPACK_IMPORTED_MODULE_2__/* .isTagsFirst */ .EY)(inputs))
        return '⚠️';
    return verdict === undefined || verdict.outcome === 'passed' ? '✅' : '⚠️';
}
function outcomeWords(report) {
    const { verdict, failure, inputs } = report;
    if ((0,_tags_first_js__WEBPACK_IMPORTED_MODULE_2__/* .isTagsFirst */ .EY)(inputs) && (0,_tags_set_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsSet */ .k)(report).length > 0 && failure?.code !== 'file-failed')
        return (0,_tags_first_js__WEBPACK_IMPORTED_MODULE_2__/* .tagsFirstWords */ .bi)(report);
    if (failure !== undefined)
        return failureWords(report);
    if (inputs?.mode === 'plan')
        return planWords(report);
    if (verdict === undefined)
        return 'was built and not pushed';
    const isFull = verdict.outcome === 'passed';
    if (inputs?.mode === 'build')
        return isFull ? 'passed, and has no tag yet' : 'is pushed without a full scan, and has no tag yet';
    return isFull ? 'is published' : 'is published without a full scan';
}
function planWords({ plan }) {
    const names = plan?.names.map(({ tag }) => tag) ?? [];
    return names.length === 0 ? 'would get no tag' : `would get ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(names, 5)}`;
}
function failureWords(report) {
    const { inputs, failure } = report;
    if (failure === undefined)
        return '';
    const why = reasonOf(report);
    if (inputs === undefined)
        return `failed: ${why}`;
    if ((0,_tags_set_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsSet */ .k)(report).length > 0)
        return `is published, but ${partlyWords(report)}`;
    if (inputs.mode === 'plan')
        return `has no plan: ${why}`;
    if (inputs.mode === 'build' && failure.code === 'policy-failed')
        return `did not pass: ${why}`;
    return !inputs.push || inputs.mode === 'build' ? `is not ready: ${why}` : `was not published: ${why}`;
}
function partlyWords(report) {
    if (report.failure?.code === 'file-failed')
        return 'not every file was written';
    const isWhole = report.names.every(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
    return isWhole ? `the run failed: ${reasonOf(report)}` : `not under all tags: ${reasonOf(report)}`;
}
function reasonOf({ failure, verdict, smoke }) {
    if (failure === undefined)
        return '';
    if (failure.code === 'policy-failed' && verdict?.outcome === 'failed')
        return breachWords(verdict);
    const failed = smoke.find(({ outcome }) => outcome === 'failed');
    if (failure.code === 'smoke-failed' && failed !== undefined)
        return `the smoke test ${failed.name} failed`;
    return reasons[failure.code];
}
function breachWords({ breaches }) {
    return [...severityWords(breaches), ...incompleteWords(breaches)].join('; ');
}
function severityWords(breaches) {
    return breaches.flatMap((breach) => breach.kind === 'severity'
        ? [
            `${String(breach.found)} ${breach.severity} ${breach.found === 1 ? 'finding' : 'findings'}, ${String(breach.allowed)} allowed`,
        ]
        : []);
}
function incompleteWords(breaches) {
    const platforms = breaches.flatMap((breach) => breach.kind === 'incomplete-scan' ? [breach.platform] : []);
    return platforms.length === 0 ? [] : [`no full scan of ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(platforms, 3)}`];
}
const reasons = {
    'invalid-input': 'an input cannot be used',
    'no-tags': 'there is no tag for it',
    'invalid-exceptions': 'the exceptions file cannot be used',
    'invalid-findings': 'the findings of another scanner cannot be used',
    'checkout-unreadable': 'the checkout cannot be read',
    'docker-missing': 'there is no docker',
    'engine-unreachable': 'the Docker engine does not answer',
    'builder-unfit': 'the builder cannot do what is asked for',
    'builder-unreachable': 'the builder cannot be reached',
    'no-credentials': 'there are no AWS credentials',
    'credentials-refused': 'AWS refuses the credentials',
    'credentials-expired': 'the AWS credentials have expired',
    'no-oidc-token': 'GitHub gives no OIDC token',
    'role-refused': 'AWS refuses the role',
    'wrong-account': 'the credentials are of another account',
    'base-image-refused': 'a base image may not be pulled',
    'quota-reached': 'a quota of AWS is reached',
    'access-denied': 'the role lacks a permission',
    'repository-not-found': 'there is no such repository',
    'image-not-found': 'there is no such image',
    'image-archived': 'the image is archived',
    'registry-failed': 'the registry failed',
    'registry-unreachable': 'the registry cannot be reached',
    'build-failed': 'the build failed',
    'smoke-failed': 'a smoke test failed',
    'too-large': 'it is too large',
    'runtime-unfit': 'its runtime would not start it',
    'push-failed': 'the push failed',
    'push-stalled': 'the push stood still',
    'verify-failed': 'what was pushed cannot be verified',
    'policy-failed': 'it did not pass',
    'copy-failed': 'it could not be copied',
    'tag-taken': 'a tag is taken',
    'tag-immovable': 'a tag cannot move',
    'older-commit': 'a tag points to a newer commit',
    'tagging-failed': 'a tag could not be set',
    'replication-failed': 'a replica does not have it',
    'file-failed': 'a file cannot be written',
    cancelled: 'the run was cancelled',
    'timed-out': 'its time was over',
    internal: 'ecr-ship has a fault',
};


/***/ }),

/***/ 7478:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nt: () => (/* binding */ layerChanges),
/* harmony export */   nn: () => (/* binding */ unpackedText),
/* harmony export */   tE: () => (/* binding */ largestLayers)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);

function largestLayers({ image }, most) {
    const placed = new Map();
    for (const { platform, contents } of image?.platforms ?? [])
        for (const layer of contents?.layers ?? []) {
            const known = placed.get(layer.digest);
            const platforms = [...(known?.platforms ?? []), platform];
            placed.set(layer.digest, { ...layer, ...known, platforms: [...new Set(platforms)] });
        }
    return [...placed.values()].sort((a, b) => b.size - a.size).slice(0, most);
}
function layerChanges({ image, before }) {
    const now = largestLayers({ image }, Infinity);
    const then = largestLayers({ image: before }, Infinity);
    const digests = new Set(then.map(({ digest }) => digest));
    const changed = now.filter(({ digest }) => !digests.has(digest));
    const gone = then.filter(({ digest }) => !now.some((layer) => layer.digest === digest));
    return {
        kept: now.length - changed.length,
        changed: changed.map((layer) => {
            const was = gone.find((one) => isSuccessor(layer, one));
            return { ...layer, change: was && layer.size - was.size };
        }),
    };
}
function isSuccessor(layer, before) {
    return (layer.instruction !== undefined &&
        layer.instruction === before.instruction &&
        layer.platforms.some((platform) => before.platforms.includes(platform)));
}
function unpackedText({ unpackedSize }) {
    return unpackedSize === undefined
        ? 'unpacked size not known'
        : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(unpackedSize)} unpacked (as the engine says)`;
}


/***/ }),

/***/ 4285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   OV: () => (/* binding */ shellBlock),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   mo: () => (/* binding */ breakable),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
const special = /[&<>|`*_{}[\]()#!~\\@:$]|^[-+=]|(?<=^\d+)\.(?= |$)|(?<=www)\./gi;
const calling = /&#(?:64|35);(?=\S)/g;
function escapeMarkdown(text) {
    return text
        .replace(/\s+/g, ' ')
        .trim()
        .replace(special, (character) => `&#${String(character.codePointAt(0))};`)
        .replace(calling, '$&<!-- -->');
}
const longWord = /[^\s-]{16,}/g;
const seams = /[.:/_](?=.{4})|[^.:/_]{12}(?=[^.:/_]{4})/gu;
function breakable(text) {
    const parts = text
        .replace(/\s+/g, ' ')
        .replace(longWord, (word) => word.replace(seams, '$&\n'))
        .split('\n');
    return parts.map(escapeMarkdown).join('<wbr>');
}
function code(text) {
    return `\`${text.replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '¦')}\``;
}
const longestAddress = 2000;
function link(text, address, escape = escapeMarkdown) {
    const shown = escape(text);
    if (address === undefined || address.length > longestAddress || !URL.canParse(address))
        return shown;
    const url = new URL(address);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return shown;
    const target = url.href
        .replace(/[()|<>\\]/g, (character) => encodeURIComponent(character).replace(/[()]/g, percent))
        .replaceAll('&', '&amp;');
    return target.length > longestAddress ? shown : `[${shown}](${target})`;
}
function block(language, lines) {
    const runs = lines.join('\n').match(/`+/g) ?? [];
    const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
    return [`${fence}${language}`, ...lines, fence].join('\n');
}
function shellBlock(lines) {
    return block('sh', lines);
}
function details(title, parts, isOpen = false) {
    return [`<details${isOpen ? ' open' : ''}><summary>${title}</summary>`, ...parts, '</details>'];
}
function table(header, rows, alignRight = []) {
    const rule = header.map((_, column) => (alignRight.includes(column) ? '--:' : '---'));
    return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}


/***/ }),

/***/ 1061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ policyLine),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   KM: () => (/* binding */ decisionNotices),
/* harmony export */   QN: () => (/* binding */ reasonForReuse),
/* harmony export */   RA: () => (/* binding */ builderWarnings),
/* harmony export */   Wp: () => (/* binding */ decisionLines),
/* harmony export */   h3: () => (/* binding */ builderLines),
/* harmony export */   oW: () => (/* binding */ previewOf),
/* harmony export */   pH: () => (/* binding */ planWarnings)
/* harmony export */ });
/* harmony import */ var _docker_candidate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8574);
/* harmony import */ var _docker_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1721);
/* harmony import */ var _docker_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4722);
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6221);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4218);
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2700);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6157);







function planLines(plan) {
    const { inputs, names, rules, source } = plan;
    return [
        ...aligned([
            ['Repository', repositoryText(plan)],
            ['Event', eventText(source)],
            ['Commit', commitText(source)],
            ['Speaks for', source.says],
            ['Tags', namesText(plan)],
            ['Policy', policyLine(inputs)],
        ]),
        'Rules',
        ...aligned(rules.map(({ rule, tag, why }) => [`  ${rule}`, tag ?? '–', why])),
        ...(names.length > 0 && inputs.push ? [`If a tag is taken: ${ifTaken[inputs.ifExists]}`] : []),
    ];
}
const ifTaken = {
    reuse: 'an image made from the same commit and inputs is reused; an image of another commit is an error',
    fail: 'that is an error',
    move: 'the tag moves, where the repository lets it',
};
function planWarnings({ rules, source, warnings }) {
    const surprises = rules
        .filter((rule) => rule.isSurprise)
        .map(({ rule, why }) => `${rule} gives no tag: ${why}.`);
    const { doubt } = source;
    return [...(doubt === undefined ? [] : [`${doubt.what} ${doubt.next}`]), ...surprises, ...warnings];
}
function builderLines(plan, builder) {
    if (builder instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ShipError */ .fS)
        return [
            `Builder: none on this machine. ${builder.what}`,
            ...(plan.labels.length === 0 ? [] : ['Labels']),
            ...plan.labels.map((label) => `  ${label}`),
        ];
    const { inputs, candidateTag } = plan;
    const candidate = !inputs.push
        ? 'stays in the builder'
        : builder.push === 'by-digest'
            ? 'pushed by digest, without a tag'
            : `pushed as ${candidateTag}, a temporary tag that is removed at the end`;
    return [
        ...aligned([
            ['Builder', builder.description],
            ['Candidate', candidate],
        ]),
        ...commandsOf(plan, builder).map(_docker_display_js__WEBPACK_IMPORTED_MODULE_2__/* .wrappedCommand */ .L),
    ];
}
function previewOf(plan, builder) {
    return commandsOf(plan, builder).map((args) => (0,_docker_display_js__WEBPACK_IMPORTED_MODULE_2__/* .wrappedCommand */ .L)(args).replace(/^\$ /, ''));
}
function commandsOf(plan, builder) {
    const { inputs, candidateTag } = plan;
    const isPushedApart = inputs.push && builder.push === 'by-tag';
    return [
        (0,_docker_command_js__WEBPACK_IMPORTED_MODULE_1__/* .buildCommand */ .O)(plan, builder, goalOf(plan, builder)),
        ...(isPushedApart ? [['push', `${gateName(inputs)}:${candidateTag}`]] : []),
    ];
}
function goalOf({ inputs, candidateTag }, builder) {
    if (!inputs.push)
        return { kind: 'local' };
    return builder.push === 'by-tag'
        ? { kind: 'engine', name: (0,_docker_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .localName */ .fk)(candidateTag) }
        : { kind: 'push', uri: gateName(inputs), metadataFile: 'metadata.json' };
}
function gateName({ repository, scanRepository }) {
    return scanRepository?.name ?? repository;
}
function builderWarnings({ inputs }, builder, variable) {
    if (builder instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ShipError */ .fS)
        return [];
    const asksClassic = builder.tool === 'buildx' && /^(?:0|f|false)$/i.test(variable('DOCKER_BUILDKIT') ?? '');
    const isDropped = !builder.annotations && inputs.push && inputs.build.annotations.length > 0;
    return [...(asksClassic ? [notClassic] : []), ...(isDropped ? [withoutAnnotations(builder)] : [])];
}
const notClassic = 'DOCKER_BUILDKIT asks for the classic builder, and is not followed: buildx is there, and builds with BuildKit alone.';
function withoutAnnotations(builder) {
    return (`The input annotations is not used: ${builder.description} cannot write them to the manifest. ` +
        'Add docker/setup-buildx-action before this step.');
}
function decisionLines(decision) {
    return [...leadLines(decision), ...aligned(decision.names.map((name) => [name.name.tag, stateText(name)]))];
}
function leadLines(decision) {
    switch (decision.kind) {
        case 'given':
            return [`${decision.digest} is published; nothing is built.`];
        case 'reuse':
            return [`${decision.digest} ${reasonForReuse(decision)}: it is reused, and nothing is built.`];
        case 'build':
            return decision.remade.map(({ tag, digest, why }) => `${tag} points to ${digest}, which was made from this commit and cannot be used again: ${why}.`);
    }
}
function decisionNotices(decision, { source }) {
    if (decision.kind !== 'reuse' || source.event !== 'schedule')
        return [];
    return [
        'This scheduled run builds nothing: the image of its commit is there, and is judged by its newest findings. ' +
            "To build again, on newer base images, give scheduled runs no fixed name: type=sha,enable=${{ github.event_name != 'schedule' }}.",
    ];
}
function reasonForReuse({ since }) {
    return since === undefined
        ? 'was built from this commit with the same inputs'
        : `was built with the same inputs from ${since}, and nothing below reuse-paths has changed since`;
}
function stateText({ state, holder, because, name }) {
    const there = holder === undefined ? '' : ` (${(0,_types_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .shortDigest */ .VK)(holder)}…)`;
    switch (state) {
        case 'new':
            return `new, ${name.kind}`;
        case 'once':
            return 'new, and can be set only once in this repository';
        case 'same':
            return 'points to this image already';
        case 'moves':
            return `moves from the image that has it now${there}`;
        case 'kept-back':
            return `stays where it is${there}: ${because ?? ''}`;
    }
}
function repositoryText({ inputs }) {
    const where = [
        ...(inputs.registryType === 'public' ? ['public'] : []),
        ...(inputs.scanRepository === undefined ? [] : [`scanned in ${inputs.scanRepository.name} before`]),
        ...(inputs.region === undefined ? [] : [inputs.region]),
        ...(inputs.registryId === undefined ? [] : [`account ${inputs.registryId}`]),
    ];
    return where.length === 0 ? inputs.repository : `${inputs.repository} (${where.join(', ')})`;
}
function namesText({ inputs, names }) {
    const listed = names.map((name) => `${name.tag} (${name.kind})`).join(', ') || 'none';
    return inputs.push ? listed : `none are set, because push is false: ${listed}`;
}
function eventText(source) {
    const name = source.event === '' ? 'none' : source.event;
    const about = refText(source.about);
    const base = source.baseBranch === undefined ? '' : ` into ${source.baseBranch}`;
    return about === '' ? name : `${name}, ${about}${base}`;
}
function refText(ref) {
    switch (ref.kind) {
        case 'branch':
            return `branch ${ref.name}`;
        case 'tag':
            return `tag ${ref.name}`;
        case 'pull-request':
            return `pull request ${String(ref.number)}`;
        case 'merge-queue':
            return 'merge queue';
        case 'none':
            return '';
    }
}
function commitText({ commit, commitOrigin }) {
    if (commit === undefined)
        return 'not known';
    const origin = {
        checkout: 'the checkout',
        event: 'the event',
        'pull-request-head': "the pull request's own newest commit, as pull-request-commit: head asks for",
        context: 'the Git URL of the build context',
        image: 'the image that is published',
        unverified: 'nobody',
    }[commitOrigin];
    return `${commit} (from ${origin})`;
}
function policyLine({ policy, scan, scanTimeoutMs, findings, }) {
    if (scan === 'off' && findings.length === 0)
        return 'not scanned, because scan is off';
    const order = scan === 'after-tags' ? 'judged after the tags were set: ' : '';
    const others = findings.map(({ path }) => path).join(', ');
    const source = scan === 'off'
        ? `held against ${others} alone, because scan is off`
        : `waits at most ${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatDuration */ .a)(scanTimeoutMs)}${others === '' ? '' : `; also held against ${others}`}`;
    return `${order}${limitsText(policy)}${wordsText(policy)}${scopeText(policy)}; an incomplete scan ${policy.onIncompleteScan === 'fail' ? 'fails' : 'is a warning'}; ${source}`;
}
function limitsText(policy) {
    const limits = _types_scan_js__WEBPACK_IMPORTED_MODULE_6__/* .severities */ .gO.flatMap((severity) => {
        const most = policy.limits[severity];
        return most === undefined ? [] : [`${most === 0 ? 'no' : `at most ${String(most)}`} ${severity}`];
    });
    return limits.length === 0 ? 'any finding is allowed' : `${limits.join(', ')} allowed`;
}
function wordsText({ words }) {
    return [...words].map(([word, severity]) => `, ${word} counts as ${severity}`).join('');
}
function scopeText({ onlyFixable, onlyNew }) {
    const kinds = [
        ...(onlyFixable ? ['with a fix'] : []),
        ...(onlyNew ? ['that the baseline does not have'] : []),
    ];
    return kinds.length === 0 ? '' : `, counting only findings ${kinds.join(' and ')}`;
}
function aligned(rows) {
    const widthOf = (at) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)) + 2;
    return rows.map((row) => row.map((text, at) => (at === row.length - 1 ? text : text.padEnd(widthOf(at)))).join(''));
}


/***/ }),

/***/ 5936:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ exceptionSection),
/* harmony export */   B: () => (/* binding */ findingSection),
/* harmony export */   VF: () => (/* binding */ comparisonText),
/* harmony export */   i_: () => (/* binding */ standingSentence),
/* harmony export */   j: () => (/* binding */ whereAllAre),
/* harmony export */   vU: () => (/* binding */ comparisonSection)
/* harmony export */ });
/* harmony import */ var _policy_fixable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(957);
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2700);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9334);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2011);
/* harmony import */ var _grouped_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4388);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4285);
/* harmony import */ var _scanners_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6859);







const shownRows = 20;
const summaryBounds = { rows: 50, reason: 200 };
function findingSection({ scan, verdict, resultFile }) {
    if (scan === undefined || scan.kind === 'off' || verdict?.counts === undefined)
        return [];
    const { findings } = verdict;
    if (findings.length === 0)
        return ['### Findings', scan.kind === 'complete' ? 'None.' : 'None on the platforms that were scanned.'];
    const counting = findings.filter(({ standing }) => standing.kind === 'counts');
    const others = findings.filter(({ standing }) => standing.kind !== 'counts');
    const saysWhy = others.length > 0 || counting.some(({ standing }) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .isRemarkable */ .XB)(standing));
    const saysWho = (0,_scanners_js__WEBPACK_IMPORTED_MODULE_1__/* .isMixed */ .Oq)(findings);
    const blockers = new Set((0,_grouped_js__WEBPACK_IMPORTED_MODULE_2__/* .blocking */ .ub)(verdict));
    const header = [
        ...['Severity', 'Finding', 'Package', 'Installed', 'Fixed in', 'Platform'],
        ...(saysWho ? ['Said by'] : []),
        ...(saysWhy ? ['Standing'] : []),
    ];
    const rows = [...counting, ...others]
        .slice(0, shownRows)
        .map((one) => [
        ...findingRow(one, saysWho),
        ...(saysWhy ? [(0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .standingText */ .yd)(one.standing, blockers.has(one))] : []),
    ]);
    const more = findings.length - rows.length;
    return [
        '### Findings',
        ...(saysWhy ? [`${standingSentence(verdict)}.`] : []),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(header, rows).join('\n'),
        ...(more > 0 ? [`and ${String(more)} more: ${whereAllAre(resultFile)}.`] : []),
    ];
}
function standingSentence(verdict) {
    const { findings } = verdict;
    const having = (kind) => findings.filter(({ standing }) => standing.kind === kind).length;
    const blockers = (0,_grouped_js__WEBPACK_IMPORTED_MODULE_2__/* .blocking */ .ub)(verdict).length;
    const parts = [
        [blockers, blockers === 1 ? 'blocks' : 'block'],
        [having('counts') - blockers, 'allowed'],
        [having('accepted'), 'accepted'],
        [having('not-new'), 'not new'],
        [having('not-fixable'), 'without a fix'],
    ];
    const said = parts.flatMap(([count, words]) => (count === 0 ? [] : [`${String(count)} ${words}`]));
    return said.length === 0 ? 'no findings' : said.join(', ');
}
function findingRow({ finding, platform }, saysWho) {
    const fixedIn = finding.fixedIn ?? ((0,_policy_fixable_js__WEBPACK_IMPORTED_MODULE_4__/* .fixOf */ .B)(finding) === 'yes' ? 'a later version' : '–');
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .severityText */ .pA)(finding)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.id), finding.uri),
        ...[finding.package, finding.installed, fixedIn].map((text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(text ?? '–'))),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(platform),
        ...(saysWho ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_types_scan_js__WEBPACK_IMPORTED_MODULE_5__/* .scannersOf */ .$_)(finding).join(', ')))] : []),
    ];
}
function whereAllAre(resultFile) {
    return resultFile === undefined
        ? 'the input `result-file` writes all of them'
        : `all of them are in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(resultFile)}`;
}
function comparisonSection({ verdict }) {
    return verdict?.comparison === undefined
        ? []
        : ['### Against the baseline', ...comparisonText(verdict.comparison)];
}
function comparisonText(comparison) {
    switch (comparison.kind) {
        case 'absent':
            return ['No baseline: none of these tags exists yet, so every finding is new.'];
        case 'unreadable':
            return [
                `The findings of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(comparison.image.tag)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(comparison.image.digest)}) cannot be read in full: ` +
                    `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(comparison.why)}. Every finding is new.`,
            ];
        case 'compared': {
            const { image, added, stayed, fixed, newPlatforms } = comparison;
            const fixedNames = fixed.length === 0 ? '' : `: ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)((0,_grouped_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(fixed).map(_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .nameGroup */ .VQ), 10)}`;
            const without = newPlatforms.length === 0 ? '' : ` It does not have ${newPlatforms.map(_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY).join(', ')}.`;
            return [
                `Compared with ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(image.tag)} as it was before (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(image.digest)}): ${String(added)} new, ` +
                    `${String(stayed)} as before, ${String(fixed.length)} fixed${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(fixedNames)}.${without}`,
            ];
        }
    }
}
function exceptionSection({ verdict, exceptions }, bounds = summaryBounds) {
    if (exceptions?.kind === 'ignored')
        return [
            '### Accepted findings',
            `The exceptions in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(exceptions.path)} were not used, because ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(exceptions.why)}.`,
        ];
    const uses = [...(verdict?.exceptions ?? [])].sort((a, b) => rank(a) - rank(b));
    if (exceptions?.kind !== 'read' || uses.length === 0)
        return [];
    const rows = uses.slice(0, bounds.rows).map((use) => exceptionRow(use, bounds.reason));
    const more = uses.length - rows.length;
    return [
        '### Accepted findings',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Finding', 'Package', 'Covers', 'Until', 'Reason', 'Approved by'], rows).join('\n'),
        ...(more > 0 ? [`and ${String(more)} more in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(exceptions.path)}.`] : []),
    ];
}
function rank({ findings }) {
    return findings.length > 0 ? 0 : 1;
}
function exceptionRow({ exception, state, findings }, most) {
    const remarks = { applied: '', ending: ' (soon)', expired: ' (expired)', unused: '', unknown: '' };
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.id)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.package ?? 'any')),
        findings.length === 0 ? 'nothing' : (0,_format_js__WEBPACK_IMPORTED_MODULE_6__/* .plural */ .LS)(findings.length, 'finding'),
        `${exception.expires}${remarks[state]}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.reason, most)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.approvedBy ?? '–')),
    ];
}


/***/ }),

/***/ 450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xx: () => (/* binding */ ruleInWords),
/* harmony export */   ku: () => (/* binding */ posturePart),
/* harmony export */   oi: () => (/* binding */ postureWarnings),
/* harmony export */   ul: () => (/* binding */ postureFields),
/* harmony export */   yl: () => (/* binding */ postureSection)
/* harmony export */ });
/* unused harmony export postureRows */
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4285);

function postureRows({ repository, posture }) {
    if (repository === undefined || posture === undefined)
        return [];
    const { lifecycle, access, scanning } = posture;
    return [
        ['Region', `${repository.region}, account ${repository.registryId}`],
        ['Tags', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(mutabilityWords(repository.mutability))],
        ['Scanning', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(scanningWords(scanning))],
        [
            'Encryption',
            repository.encryption === undefined ? unknown : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(encryptionWords(repository.encryption)),
        ],
        ['Lifecycle', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(lifecycleWords(lifecycle))],
        ['May push', whoWords(access, 'push')],
        ['May pull', whoWords(access, 'pull')],
    ];
}
const unknown = 'not known to this role';
function posturePart(report) {
    const rows = postureRows(report);
    return rows.length === 0 ? [] : ['### How the repository is kept', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', ''], rows).join('\n')];
}
function postureSection(report) {
    const rows = postureRows(report);
    if (rows.length === 0)
        return [];
    return ['<details><summary>Repository</summary>', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', ''], rows).join('\n'), '</details>'];
}
function postureFields({ repository, posture }) {
    const access = posture?.access === 'none' ? undefined : posture?.access;
    return {
        repositoryMutability: repository === undefined ? null : mutabilityWords(repository.mutability),
        repositoryEncryption: repository?.encryption?.type ?? null,
        repositoryScanning: posture === undefined ? null : scanningWords(posture.scanning),
        repositoryLifecycle: posture?.lifecycle === undefined ? null : lifecycleWords(posture.lifecycle),
        repositoryPush: access?.push ?? [],
        repositoryPull: access?.pull ?? [],
        repositoryOpenTo: access?.open ?? [],
    };
}
function postureWarnings(name, { access }) {
    const open = access === undefined || access === 'none' ? [] : access.open;
    if (open.length === 0)
        return [];
    return [
        `The policy of the repository ${name} lets anybody with an AWS account ${open.join(' and ')}. ` +
            'Name accounts or roles in the place of the principal *, or narrow it down with a condition such as aws:PrincipalOrgID.',
    ];
}
function mutabilityWords({ default: usual, exceptFilters }) {
    return exceptFilters.length === 0 ? usual : `${usual}, except ${exceptFilters.join(', ')}`;
}
function scanningWords({ scanner, frequency }) {
    return scanner === 'unknown' ? 'not known' : `${scanner}, ${frequency}`;
}
function encryptionWords({ type, key, }) {
    return key === undefined ? type : `${type} ${key}`;
}
function lifecycleWords(lifecycle) {
    if (lifecycle === undefined)
        return unknown;
    return lifecycle === 'none'
        ? 'no policy: nothing is ever removed'
        : lifecycle.rules.map(ruleInWords).join('; ');
}
const since = {
    sinceImagePulled: ' without a pull',
    sinceImageTransitioned: ' in the archive',
};
function ruleInWords(rule) {
    const { tagStatus, patterns, prefixes, countType, count, action, isOfArchive } = rule;
    const which = [...patterns, ...prefixes.map((prefix) => `${prefix}*`)].filter((one) => one !== '*');
    const archived = isOfArchive ? 'archived ' : '';
    const images = `${archived}${tagStatus} images${which.length === 0 ? '' : ` of ${which.join(' and ')}`}`;
    const go = action === 'archive' ? 'are archived' : 'go';
    return countType === 'imageCountMoreThan'
        ? `of ${images} the newest ${String(count)} stay${action === 'archive' ? ', the others are archived' : ''}`
        : `${images} ${go} after ${String(count)} days${since[countType] ?? ''}`;
}
function whoWords(access, use) {
    if (access === undefined)
        return unknown;
    const named = access === 'none' ? [] : access[use];
    const others = named.map((one) => (one === 'everybody' ? '**everybody**' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(one)));
    return ['roles of the account whose own policies allow it', ...others].join(', ');
}


/***/ }),

/***/ 5769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ smokeTable),
/* harmony export */   Ji: () => (/* binding */ destinationTable),
/* harmony export */   Um: () => (/* binding */ replicaSection),
/* harmony export */   Uy: () => (/* binding */ destinationSection),
/* harmony export */   bN: () => (/* binding */ smokeSection),
/* harmony export */   tK: () => (/* binding */ replicaTable)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6157);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4285);


function smokeSection(report) {
    const rows = smokeTable(report);
    return rows.length === 0 ? [] : ['### Smoke tests', ...rows];
}
function smokeTable({ smoke }) {
    if (smoke.length === 0)
        return [];
    const rows = smoke.map(({ name, outcome, detail, ms }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(name),
        outcome === 'failed' ? '**failed**' : outcome === 'skipped' ? 'left out' : 'passed',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(detail),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(ms),
    ]);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Test', 'Outcome', 'Seen', 'Time'], rows, [3]).join('\n')];
}
function replicaSection(report) {
    const rows = replicaTable(report);
    return rows.length === 0 ? [] : ['### Replicas', ...rows];
}
function replicaTable({ replicas }) {
    if (replicas.length === 0)
        return [];
    const rows = replicas.map(({ uri, registryId, region, state, failureCode }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(uri),
        registryId,
        region,
        state === 'failed'
            ? `**failed**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(failureCode ?? 'no reason told')}`
            : state === 'complete'
                ? 'there'
                : 'on its way',
    ]);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Repository', 'Registry', 'Region', 'State'], rows).join('\n')];
}
const states = {
    'not-reached': 'not reached',
    copied: 'copied, not tagged',
    'partly-tagged': 'some tags set',
    tagged: 'tagged',
};
function destinationSection(report) {
    const rows = destinationTable(report);
    return rows.length === 0 ? [] : ['### Destinations', ...rows];
}
function destinationTable({ destinations }) {
    if (destinations.length === 0)
        return [];
    const rows = destinations.map(({ uri, state, tags, error }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(uri),
        error === undefined ? states[state] : `${states[state]}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(error)}`,
        tags.length === 0 ? 'none' : tags.map((tag) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(tag)).join(', '),
    ]);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Repository', 'State', 'Tags'], rows).join('\n')];
}


/***/ }),

/***/ 5362:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ referencesOf)
/* harmony export */ });
/* harmony import */ var _types_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5800);
/* harmony import */ var _refused_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(490);
/* harmony import */ var _tags_set_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2644);



function referencesOf(report) {
    const { image, repository, inputs, verdict } = report;
    const uri = repository?.uri ?? '';
    const pushed = image?.digest ?? report.candidate?.digest ?? '';
    const names = (0,_tags_set_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsSet */ .k)(report);
    const refused = (0,_refused_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H)(report);
    const digest = refused ? '' : pushed;
    const fixed = report.names.find(({ tag, kind }) => kind === 'fixed' && names.includes(tag))?.tag ?? '';
    return {
        digest,
        image: joined(uri, '@', digest),
        'candidate-digest': refused ? pushed : '',
        uri,
        registry: report.login?.host ?? uri.slice(0, Math.max(0, uri.indexOf('/'))),
        repository: repository?.name ?? inputs?.repository ?? '',
        version: names[0] ?? '',
        'fixed-tag': fixed,
        'image-tag': joined(uri, ':', fixed),
        'account-id': repository?.registryId ?? '',
        region: repository?.region ?? inputs?.region ?? '',
        'console-url': digest === '' ? '' : consoleUrl(repository, digest),
        size: image === undefined ? '' : String(image.size),
        'media-type': image?.manifest.mediaType ?? '',
        'pushed-at': image === undefined ? '' : new Date(image.pushedAt).toISOString(),
        verdict: verdict?.outcome ?? '',
    };
}
function joined(uri, separator, rest) {
    return uri === '' || rest === '' ? '' : `${uri}${separator}${rest}`;
}
function consoleUrl(repository, digest) {
    const host = repository && (0,_types_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .consoleOf */ .Fl)(repository.region);
    if (repository === undefined || host === undefined)
        return '';
    const { region, registryId, name, type } = repository;
    if (type === 'public')
        return `https://gallery.ecr.aws/${name}`;
    return `https://${region}.${host}/ecr/repositories/private/${registryId}/${name}/_/image/${digest}/details?region=${region}`;
}


/***/ }),

/***/ 490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isRefused)
/* harmony export */ });
/* harmony import */ var _tags_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2644);

function isRefused(report) {
    const { verdict, failure, candidateRemoved } = report;
    const isUnjudged = failure !== undefined && verdict === undefined;
    return (verdict?.outcome === 'failed' || isUnjudged || candidateRemoved) && (0,_tags_set_js__WEBPACK_IMPORTED_MODULE_0__/* .tagsSet */ .k)(report).length === 0;
}


/***/ }),

/***/ 6859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ scannersText),
/* harmony export */   GA: () => (/* binding */ scannersOfRun),
/* harmony export */   Oq: () => (/* binding */ isMixed)
/* harmony export */ });
function scannersText({ scanner, others = [] }) {
    const own = scanner === 'none' ? [] : [scanner === 'unknown' ? 'scanner not known' : `${scanner} scanning`];
    return [...own, ...others].join(', ');
}
function scannersOfRun({ scan }) {
    if (scan === undefined || scan.kind === 'off')
        return [];
    const names = scan.platforms.flatMap((platform) => {
        if (platform.outcome !== 'complete')
            return [];
        const { scanner, others = [] } = platform;
        const own = scanner === 'none' ? [] : [scanner === 'unknown' ? 'Amazon ECR' : `Amazon ECR ${scanner} scanning`];
        return [...own, ...others];
    });
    return [...new Set(names)];
}
function isMixed(findings) {
    return findings.some(({ finding }) => finding.saidBy !== undefined);
}


/***/ }),

/***/ 4133:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c7: () => (/* binding */ incompleteSection),
  zs: () => (/* binding */ opening),
  YG: () => (/* binding */ summaryOf)
});

// EXTERNAL MODULE: ./src/types/error-text.ts
var error_text = __webpack_require__(6799);
// EXTERNAL MODULE: ./src/scan/advice.ts
var advice = __webpack_require__(8733);
// EXTERNAL MODULE: ./src/report/findings.ts
var report_findings = __webpack_require__(9334);
// EXTERNAL MODULE: ./src/report/format.ts
var format = __webpack_require__(2011);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
;// CONCATENATED MODULE: ./src/report/accepted-table.ts



const shownRows = 50;
const longestReason = 200;
const dayMs = 24 * 3600_000;
function acceptedSection(report) {
    const { exceptions, verdict } = report;
    if (exceptions?.kind === 'ignored')
        return [
            `⚠️ The exceptions in ${(0,markdown/* code */.aY)(exceptions.path)} were not used, because ${(0,markdown/* escapeMarkdown */.FV)(exceptions.why)}.`,
        ];
    if (exceptions?.kind !== 'read' || verdict === undefined)
        return [];
    const used = verdict.exceptions.filter(({ findings }) => findings.length > 0);
    const idle = verdict.exceptions.filter(({ findings }) => findings.length === 0);
    return [
        ...useTable('Accepted', used, report),
        ...(idle.length === 0
            ? []
            : (0,markdown/* details */.zH)(`${(0,format/* plural */.LS)(idle.length, 'exception')} of <code>${(0,markdown/* escapeMarkdown */.FV)(exceptions.path)}</code> that ${idle.length === 1 ? 'matches' : 'match'} nothing`, useTable('Exception', idle, report))),
    ];
}
function useTable(title, uses, report) {
    if (uses.length === 0)
        return [];
    const rows = uses.slice(0, shownRows).map((use) => useRow(use, report.startedAt));
    const more = uses.length - rows.length;
    const path = report.exceptions?.kind === 'read' ? report.exceptions.path : '';
    return [
        (0,markdown/* table */.tp)([title, 'Until', 'Reason'], rows).join('\n'),
        ...(more > 0 ? [`and ${String(more)} more in ${(0,markdown/* code */.aY)(path)}.`] : []),
    ];
}
function useRow({ exception, state, findings }, now) {
    const { id, package: name, reason, approvedBy } = exception;
    const where = name ?? findings[0]?.package;
    const by = approvedBy === undefined ? '' : `, approved by ${(0,markdown/* escapeMarkdown */.FV)((0,report_findings/* shorten */.ml)(approvedBy))}`;
    return [
        `${where === undefined ? '' : `${(0,markdown/* escapeMarkdown */.FV)((0,report_findings/* shorten */.ml)(where))} `}${(0,markdown/* link */.nf)((0,report_findings/* shorten */.ml)(id), findings[0]?.uri)}`,
        untilText({ exception, state }, now),
        `${(0,markdown/* escapeMarkdown */.FV)((0,report_findings/* shorten */.ml)(reason, longestReason))}${by}`,
    ];
}
function untilText({ exception, state }, now) {
    if (state === 'expired')
        return `❌ **expired** ${exception.expires}`;
    if (state !== 'ending')
        return exception.expires;
    const days = Math.max(0, Math.ceil((exception.endsAt - now) / dayMs));
    return `⚠️ **${exception.expires}**, in ${(0,format/* plural */.LS)(days, 'day')}`;
}

// EXTERNAL MODULE: ./src/report/blockers.ts
var blockers = __webpack_require__(5595);
// EXTERNAL MODULE: ./src/scan/counts.ts
var counts = __webpack_require__(2749);
// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __webpack_require__(6221);
// EXTERNAL MODULE: ./src/report/layers.ts
var report_layers = __webpack_require__(7478);
;// CONCATENATED MODULE: ./src/report/contents.ts






const shownLayers = 5;
const barWidth = 24;
const shownPlatforms = 4;
function contentsSection(report) {
    const { image, failure, repository } = report;
    if (image === undefined || repository === undefined)
        return [];
    const shown = image.platforms.slice(0, shownPlatforms);
    const more = image.platforms.length - shown.length;
    const lines = shown.flatMap((platform, at) => [
        ...(at === 0 ? [] : ['']),
        ...platformLines(platform, report),
    ]);
    const about = [
        `Media type ${(0,markdown/* code */.aY)(image.manifest.mediaType)}`,
        `pushed ${(0,format/* formatTime */.fU)(image.pushedAt)}`,
        ...(report.unpackedSize === undefined ? [] : [(0,report_layers/* unpackedText */.nn)(report)]),
        ...attestationWords(report),
    ].join(' · ');
    const title = image.platforms.length === 1
        ? 'Layers'
        : `${(0,format/* plural */.LS)(image.platforms.length, 'platform')} and their layers`;
    return (0,markdown/* details */.zH)(title, [(0,markdown/* block */.om)('text', [...lines, ...(more > 0 ? ['', `and ${(0,format/* plural */.LS)(more, 'platform')} more`] : [])]), about], failure === undefined || failure.code === 'too-large');
}
function platformLines({ platform, digest, size, contents }, report) {
    const scans = report.scan === undefined || report.scan.kind === 'off' ? [] : report.scan.platforms;
    const found = scans.find((one) => one.digest === digest);
    const head = [
        platform,
        (0,format/* formatBytes */.z3)(size),
        `${digest.slice(0, 'sha256:'.length)}${(0,types_digest/* shortDigest */.VK)(digest)}…`,
        ...scanWords(found),
    ];
    return [head.join('  '), ...layerLines(contents?.layers ?? [], changesIn(report))];
}
function scanWords(scan) {
    if (scan === undefined)
        return [];
    return [scan.outcome === 'complete' ? (0,format/* formatCounts */.gM)((0,counts/* countFindings */.Gt)(scan.findings)) : 'no full scan'];
}
function changesIn(report) {
    if (report.before === undefined || report.before.platforms.length === 0)
        return new Map();
    return new Map((0,report_layers/* layerChanges */.Nt)(report).changed.map(({ digest, change }) => [
        digest,
        change === undefined ? '(new)' : `(${(0,format/* signedBytes */.Sq)(change)})`,
    ]));
}
function layerLines(layers, changes) {
    const sorted = [...layers].sort((a, b) => b.size - a.size);
    const shown = sorted.slice(0, sorted.length === shownLayers + 1 ? sorted.length : shownLayers);
    const rest = sorted.slice(shown.length);
    const most = shown[0]?.size ?? 0;
    const line = (size, words) => `  ${(0,format/* formatBytes */.z3)(size).padStart(8)}  ${bar(size, most).padEnd(barWidth)}  ${words}`;
    return [
        ...shown.map(({ size, instruction, digest }) => line(size, [instructionText(instruction), ...(changes.has(digest) ? [changes.get(digest)] : [])].join('  '))),
        ...(rest.length === 0
            ? []
            : [
                line(rest.reduce((sum, { size }) => sum + size, 0), (0,format/* plural */.LS)(rest.length, 'smaller layer')),
            ]),
    ];
}
function instructionText(instruction) {
    return instruction === undefined ? 'not said' : (0,report_findings/* shorten */.ml)(instruction.replace(/\s+/g, ' ').trim(), 100);
}
function bar(size, most) {
    return '█'.repeat(most === 0 ? 0 : Math.min(barWidth, Math.max(1, Math.round((size / most) * barWidth))));
}
const formWords = {
    image: 'image manifest',
    artifact: 'OCI artifact with a subject',
};
function attestationWords({ image, inputs }) {
    const attestations = image?.attestations ?? [];
    if (attestations.length === 0)
        return [];
    const { provenance, sbom } = inputs?.build.options ?? {};
    const kinds = [
        ...(provenance === undefined || provenance === 'false' ? [] : ['provenance']),
        ...(sbom === undefined || sbom === 'false' ? [] : ['SBOM']),
    ];
    const forms = [...new Set(attestations.map(({ form }) => formWords[form]))];
    const about = kinds.length === 0 ? '' : ` of ${kinds.join(' and ')}`;
    return [`${(0,format/* plural */.LS)(attestations.length, 'attestation')}${about}, stored as ${forms.join(' and ')}`];
}

// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
// EXTERNAL MODULE: ./src/report/grouped.ts
var grouped = __webpack_require__(4388);
// EXTERNAL MODULE: ./src/report/policy-section.ts
var policy_section = __webpack_require__(5936);
// EXTERNAL MODULE: ./src/report/scanners.ts
var scanners = __webpack_require__(6859);
;// CONCATENATED MODULE: ./src/report/finding-list.ts







const finding_list_shownRows = 20;
function findingList(report) {
    const { scan, verdict } = report;
    if (scan === undefined || scan.kind === 'off' || verdict?.counts === undefined)
        return comparisonNote(verdict);
    if (verdict.findings.length === 0 && fixedOf(verdict).length === 0)
        return [
            ...comparisonNote(verdict),
            scan.kind === 'complete'
                ? 'Nothing was found.'
                : 'Nothing was found on the platforms that were scanned.',
        ];
    const title = `${verdict.findings.length === 1 ? 'The one finding' : `All ${(0,format/* plural */.LS)(verdict.findings.length, 'finding')}`}${fixedTitle(verdict)}`;
    return [
        ...comparisonNote(verdict),
        ...(0,markdown/* details */.zH)(title, [...findingTable(report, verdict), ...fixedNote(verdict)]),
    ];
}
function fixedOf({ comparison }) {
    return comparison?.kind === 'compared' ? comparison.fixed : [];
}
function fixedTitle(verdict) {
    const { comparison } = verdict;
    if (comparison?.kind !== 'compared')
        return '';
    const since = `since <code>${(0,markdown/* escapeMarkdown */.FV)(comparison.image.tag)}</code>`;
    return ` · ${String(comparison.added)} new, ${String(comparison.fixed.length)} fixed ${since}`;
}
function comparisonNote(verdict) {
    return verdict?.comparison === undefined || verdict.comparison.kind === 'compared'
        ? []
        : (0,policy_section/* comparisonText */.VF)(verdict.comparison);
}
function fixedNote(verdict) {
    const fixed = fixedOf(verdict);
    const { comparison } = verdict;
    const without = comparison?.kind === 'compared' && comparison.newPlatforms.length > 0
        ? [`${(0,markdown/* code */.aY)(comparison.image.tag)} does not have ${comparison.newPlatforms.map(markdown/* code */.aY).join(', ')}.`]
        : [];
    return fixed.length === 0
        ? without
        : [`**Fixed:** ${(0,markdown/* escapeMarkdown */.FV)((0,report_findings/* listed */.KE)((0,grouped/* grouped */.zD)(fixed).map(report_findings/* nameGroup */.VQ), 10))}`, ...without];
}
function findingTable(report, verdict) {
    if (verdict.findings.length === 0)
        return [];
    const groups = [
        ...(0,grouped/* grouped */.zD)(verdict.findings.filter(({ standing }) => standing.kind === 'counts')),
        ...(0,grouped/* grouped */.zD)(verdict.findings.filter(({ standing }) => standing.kind !== 'counts')),
    ];
    const shown = groups.slice(0, finding_list_shownRows);
    const columns = columnsOf(report, verdict).filter(({ isShown }) => isShown);
    const rows = shown.map((group) => columns.map(({ cell }) => cell(group)));
    const more = groups.length - shown.length;
    return [
        `${(0,policy_section/* standingSentence */.i_)(verdict)}.`,
        (0,markdown/* table */.tp)(columns.map(({ title }) => title), rows).join('\n'),
        ...(more > 0 ? [`and ${String(more)} more: ${(0,policy_section/* whereAllAre */.j)(report.resultFile)}.`] : []),
    ];
}
function columnsOf({ image }, verdict) {
    const all = image?.platforms.map(({ platform }) => platform) ?? [];
    const { findings } = verdict;
    const blockers = new Set((0,grouped/* blocking */.ub)(verdict).map(({ finding }) => finding));
    return [
        { title: 'Severity', isShown: true, cell: ({ finding }) => (0,markdown/* escapeMarkdown */.FV)((0,report_findings/* severityText */.pA)(finding)) },
        { title: 'Finding', isShown: true, cell: (group) => (0,grouped/* nameCell */.UQ)(group, (0,grouped/* isCompared */.uQ)(verdict)) },
        { title: 'Installed → fixed in', isShown: true, cell: grouped/* versionsCell */.yu },
        { title: 'Platforms', isShown: all.length > 1, cell: ({ platforms }) => (0,grouped/* platformsCell */.zU)(platforms, all) },
        {
            title: 'Said by',
            isShown: (0,scanners/* isMixed */.Oq)(findings),
            cell: ({ finding }) => (0,markdown/* escapeMarkdown */.FV)((0,report_findings/* shorten */.ml)((0,scan/* scannersOf */.$_)(finding).join(', '))),
        },
        {
            title: 'Standing',
            isShown: findings.some(({ standing }) => (0,report_findings/* isRemarkable */.XB)(standing)),
            cell: ({ standing, finding }) => standing === undefined ? '' : (0,report_findings/* standingText */.yd)(standing, blockers.has(finding)),
        },
    ];
}

// EXTERNAL MODULE: ./src/report/foreign-section.ts
var foreign_section = __webpack_require__(2060);
// EXTERNAL MODULE: ./src/policy/exceptions.ts
var exceptions = __webpack_require__(5866);
;// CONCATENATED MODULE: ./src/report/glance.ts




function glance(report) {
    return [
        ...acceptedWords(report),
        ...sizeWords(report),
        ...platformWords(report),
        ...gateWords(report),
    ].join(' · ');
}
function acceptedWords({ verdict, startedAt }) {
    if (verdict === undefined || verdict.outcome === 'failed')
        return [];
    const accepted = verdict.findings.flatMap(({ finding, standing }) => standing.kind === 'accepted' ? [{ severity: finding.severity, exception: standing.exception }] : []);
    const worst = scan/* severities */.gO.find((severity) => accepted.some((one) => one.severity === severity));
    if (worst === undefined)
        return [];
    const count = accepted.filter(({ severity }) => severity === worst).length;
    const ends = accepted.map(({ exception }) => exception).sort((a, b) => a.endsAt - b.endsAt)[0];
    const isSoon = ends !== undefined && ends.endsAt - startedAt <= exceptions/* endingWithinDays */.UK * 24 * 3600_000;
    const others = accepted.length - count;
    const until = ends === undefined || !isSoon ? '' : `, the first only until ${ends.expires}`;
    const more = others === 0 ? '' : ` and ${String(others)} milder`;
    return [
        `⚠️ **${String(count)} ${worst} ${count === 1 ? 'finding is' : 'findings are'} accepted**${more}${(0,markdown/* escapeMarkdown */.FV)(until)}`,
    ];
}
function sizeWords({ image, sizeChange, unpackedSize, imageId }) {
    if (image === undefined)
        return imageId === undefined || unpackedSize === undefined
            ? []
            : [`${(0,format/* formatBytes */.z3)(unpackedSize)} unpacked`];
    const change = sizeChange === undefined ? '' : ` (${(0,format/* signedBytes */.Sq)(sizeChange)})`;
    return [`${(0,format/* formatBytes */.z3)(image.size)}${change}`];
}
function platformWords({ image }) {
    if (image === undefined)
        return [];
    const [first] = image.platforms;
    return [
        image.platforms.length === 1 && first !== undefined
            ? (0,markdown/* escapeMarkdown */.FV)(first.platform)
            : (0,format/* plural */.LS)(image.platforms.length, 'platform'),
    ];
}
function gateWords({ inputs }) {
    return inputs?.scanRepository === undefined
        ? []
        : [`scanned in ${(0,markdown/* escapeMarkdown */.FV)(inputs.scanRepository.name)}`];
}

// EXTERNAL MODULE: ./src/report/headline.ts
var headline = __webpack_require__(4512);
// EXTERNAL MODULE: ./src/types/regions.ts
var regions = __webpack_require__(5800);
// EXTERNAL MODULE: ./src/report/references.ts
var references = __webpack_require__(5362);
;// CONCATENATED MODULE: ./src/report/links.ts



function linkLine(report) {
    const { run, inputs } = report;
    return [
        ...(run.runUrl === undefined ? [] : [(0,markdown/* link */.nf)('Log', run.runUrl)]),
        ...consoleLink(report),
        ...commitLink(report),
        ...(inputs?.evidenceFile === undefined ? [] : [`evidence ${(0,markdown/* code */.aY)(inputs.evidenceFile)}`]),
    ].join(' · ');
}
function consoleLink(report) {
    const { repository, candidateRemoved } = report;
    const image = candidateRemoved ? '' : (0,references/* referencesOf */.C)(report)['console-url'];
    if (image !== '')
        return [(0,markdown/* link */.nf)(repository?.type === 'public' ? 'Gallery' : 'Image in ECR', image)];
    const host = repository && (0,regions/* consoleOf */.Fl)(repository.region);
    if (repository === undefined || host === undefined || repository.type === 'public')
        return [];
    const { region, registryId, name } = repository;
    return [
        (0,markdown/* link */.nf)('Repository in ECR', `https://${region}.${host}/ecr/repositories/private/${registryId}/${name}?region=${region}`),
    ];
}
function commitLink({ plan, run }) {
    const { commit, commitOrigin } = plan?.source ?? {};
    if (commit === undefined)
        return [];
    const short = (0,markdown/* code */.aY)(commit.slice(0, 7));
    const { serverUrl, repository } = run.event;
    const isOurs = commitOrigin !== 'context' && commitOrigin !== 'image';
    const address = `${serverUrl}/${repository}/commit/${commit}`;
    if (!isOurs || repository === '' || !URL.canParse(address))
        return [`commit ${short}`];
    const target = new URL(address).href;
    return [`commit [${short}](${target})`];
}

// EXTERNAL MODULE: ./src/report/plan-lines.ts
var plan_lines = __webpack_require__(1061);
// EXTERNAL MODULE: ./src/report/posture.ts
var posture = __webpack_require__(450);
// EXTERNAL MODULE: ./src/report/proof-sections.ts
var proof_sections = __webpack_require__(5769);
// EXTERNAL MODULE: ./src/report/refused.ts
var refused = __webpack_require__(490);
// EXTERNAL MODULE: ./src/report/counts-of.ts
var counts_of = __webpack_require__(5728);
;// CONCATENATED MODULE: ./src/report/severity-table.ts





const signs = {
    critical: '🔴 Critical',
    high: '🟠 High',
    medium: '🟡 Medium',
    low: '▫️ Low',
    informational: '▫️ Informational',
    undefined: '▫️ Undefined',
};
const mild = ['low', 'informational', 'undefined'];
function severitySection(report) {
    const counts = (0,counts_of/* countsOf */.m)(report);
    const rows = [...(counts === undefined ? [] : severityRows(report, counts)), ...sizeRows(report)];
    if (counts === undefined && report.sizeChange === undefined && report.inputs?.maxSize === undefined)
        return [];
    const shown = severity_table_columnsOf(report).filter(({ isShown }) => isShown);
    const cells = rows.map((row) => [row.name, row.now, ...shown.map(({ key }) => row[key])]);
    const header = [whereCounted(report), 'Now', ...shown.map(({ title }) => title)];
    return [(0,markdown/* table */.tp)(header, cells, header.map((_, at) => at).slice(1)).join('\n')];
}
function severity_table_columnsOf({ verdict, baseline, sizeChange }) {
    const { comparison } = verdict ?? {};
    const image = comparison?.kind === 'compared' ? comparison.image : baseline;
    const isAccepted = verdict?.findings.some(({ standing }) => standing.kind === 'accepted') === true;
    const isSince = comparison?.kind === 'compared' || sizeChange !== undefined;
    return [
        { key: 'since', title: image === undefined ? 'Change' : `Since ${(0,markdown/* code */.aY)(image.tag)}`, isShown: isSince },
        { key: 'accepted', title: 'Accepted', isShown: isAccepted },
        { key: 'allowed', title: 'Allowed', isShown: true },
    ];
}
function whereCounted({ image }) {
    const count = image?.platforms.length ?? 1;
    return count === 1 ? ' ' : `On ${(0,format/* plural */.LS)(count, 'platform')}`;
}
function severityRows(report, now) {
    const limits = report.inputs?.policy.limits ?? {};
    const change = changeOf(report);
    const accepted = (0,counts/* countFindings */.Gt)((report.verdict?.findings ?? []).flatMap(({ finding, standing }) => standing.kind === 'accepted' ? [finding] : []));
    const isPlain = mild.every((severity) => limits[severity] === undefined);
    const parts = isPlain
        ? [
            ...scan/* severities */.gO.filter((one) => !mild.includes(one)).map((one) => [signs[one], [one]]),
            ['▫️ Lower', mild],
        ]
        : scan/* severities */.gO.map((one) => [signs[one], [one]]);
    return parts.map(([name, some]) => {
        const sum = (of) => some.reduce((all, severity) => all + of[severity], 0);
        const [first] = some;
        const limit = first === undefined ? undefined : limits[first];
        const allowed = limit === undefined ? 'any' : String(limit);
        return {
            name,
            now: strong(sum(now), limit !== undefined && sum(now) > limit),
            since: change === undefined ? '' : strong((0,format/* signed */.x8)(sum(change)), sum(change) > 0 && limit !== undefined),
            accepted: sum(accepted) === 0 ? '' : String(sum(accepted)),
            allowed,
        };
    });
}
function strong(text, isStrong) {
    return isStrong ? `**${String(text)}**` : String(text);
}
function changeOf({ verdict }) {
    if (verdict?.comparison?.kind !== 'compared')
        return undefined;
    const added = (0,counts/* countFindings */.Gt)(verdict.findings.flatMap(({ finding, isNew }) => (isNew ? [finding] : [])));
    const fixed = (0,counts/* countFindings */.Gt)(verdict.comparison.fixed.map(({ finding }) => finding));
    return Object.fromEntries(scan/* severities */.gO.map((severity) => [severity, added[severity] - fixed[severity]]));
}
function sizeRows({ image, sizeChange, inputs }) {
    if (image === undefined)
        return [];
    const most = inputs?.maxSize;
    const growth = inputs?.maxGrowth;
    const limits = [
        ...(most === undefined ? [] : [`${(0,format/* formatBytes */.z3)(most)}${image.platforms.length === 1 ? '' : ' each'}`]),
        ...(growth === undefined
            ? []
            : ['bytes' in growth ? `+${(0,format/* formatBytes */.z3)(growth.bytes)}` : `+${String(growth.percent)} %`]),
    ];
    return [
        {
            name: '📦 Size',
            now: (0,format/* formatBytes */.z3)(image.size),
            since: sizeChange === undefined ? '–' : (0,format/* signedBytes */.Sq)(sizeChange),
            accepted: '',
            allowed: limits.length === 0 ? 'any' : limits.join(', '),
        },
    ];
}

// EXTERNAL MODULE: ./src/report/tag-line.ts
var tag_line = __webpack_require__(1897);
// EXTERNAL MODULE: ./src/report/tags-first.ts
var tags_first = __webpack_require__(5162);
// EXTERNAL MODULE: ./src/report/tags-set.ts
var tags_set = __webpack_require__(2644);
// EXTERNAL MODULE: ./src/types/duration.ts
var duration = __webpack_require__(6157);
;// CONCATENATED MODULE: ./src/report/timeline.ts


const worthNaming = 0.05;
const timeline_barWidth = 24;
function timelineSection({ timings: all, startedAt, finishedAt }) {
    const timings = summedUp(all);
    const total = finishedAt - startedAt;
    const named = timings
        .filter(({ ms }) => ms >= total * worthNaming && ms > 0)
        .map(({ phase, ms }) => `${phase} ${(0,duration/* formatDuration */.a)(ms)}`);
    const most = Math.max(1, ...timings.map(({ ms }) => ms));
    const lines = timings.map(({ phase, ms }) => `${phase.padEnd(10)} ${(0,duration/* formatDuration */.a)(ms).padStart(12)}  ${'█'.repeat(Math.round((ms / most) * timeline_barWidth))}`.trimEnd());
    const title = [`Timeline: ${(0,duration/* formatDuration */.a)(total)}`, ...named].join(' · ');
    return lines.length === 0 ? [title] : (0,markdown/* details */.zH)(title, [(0,markdown/* block */.om)('text', lines)]);
}
function summedUp(timings) {
    const sums = new Map();
    for (const { phase, ms } of timings)
        sums.set(phase, (sums.get(phase) ?? 0) + ms);
    return [...sums].map(([phase, ms]) => ({ phase, ms }));
}
function commandSection({ commands, plan }) {
    const labels = plan?.labels ?? [];
    const parts = [
        ...(commands.length === 0 ? [] : [(0,markdown/* shellBlock */.OV)(commands)]),
        ...(labels.length === 0 ? [] : [(0,markdown/* block */.om)('text', labels)]),
    ];
    const title = [
        ...(commands.length === 0 ? [] : ['commands']),
        ...(labels.length === 0 ? [] : ['labels']),
    ].join(' and ');
    return parts.length === 0 ? [] : (0,markdown/* details */.zH)(title.charAt(0).toUpperCase() + title.slice(1), parts);
}

// EXTERNAL MODULE: ./src/report/unwritten.ts
var report_unwritten = __webpack_require__(3896);
;// CONCATENATED MODULE: ./src/report/summary.ts





















function summaryOf(report) {
    return [
        `## ${(0,headline/* headline */.Pl)(report)}`,
        ...(0,tags_first/* tagsFirstNote */.Oz)(report),
        ...factLines(report),
        ...imageSection(report),
        ...tagSection(report),
        ...(0,blockers/* blockerSection */.M)(report),
        ...incompleteSection(report),
        ...planSection(report),
        ...severitySection(report),
        ...acceptedSection(report),
        ...findingList(report),
        ...foreignPart(report),
        ...smokePart(report),
        ...destinationPart(report),
        ...replicaPart(report),
        ...contentsSection(report),
        ...(0,posture/* postureSection */.yl)(report),
        ...timelineSection(report),
        ...commandSection(report),
    ].join('\n\n');
}
function factLines(report) {
    const { failure } = report;
    const isUntagged = failure !== undefined && isAboutTags(report) && (0,tags_set/* tagsSet */.k)(report).length === 0;
    const lines = [
        ...(isUntagged ? [(0,tag_line/* nothingSet */.iP)(report)] : []),
        ...(failure === undefined ? [glance(report)] : []),
        madeOf(report),
        [linkLine(report), ...policyHelp(report)].filter((part) => part !== '').join(' · '),
    ].filter((line) => line !== '');
    return [...opening(report), ...(lines.length === 0 ? [] : [lines.join('<br>\n')])];
}
function opening(report) {
    const { verdict, failure, unwritten, run } = report;
    const warned = verdict?.outcome === 'not-scanned' ? [`**Not scanned:** ${(0,markdown/* escapeMarkdown */.FV)(verdict.why)}.`] : [];
    const doubt = doubtOf(report);
    if (failure === undefined)
        return [...warned, ...doubt];
    const lost = failure.code === 'file-failed' ? [] : unwritten.map((file) => (0,markdown/* escapeMarkdown */.FV)((0,report_unwritten/* describeUnwritten */.W)(file)));
    if (failure.code === 'policy-failed')
        return [...lost, ...doubt];
    const next = `${(0,markdown/* escapeMarkdown */.FV)(failure.next)} ${helpLink(failure.code, run)}`;
    return [`**${(0,markdown/* escapeMarkdown */.FV)(failure.what)}**`, next, ...lost, ...doubt];
}
function policyHelp({ failure, run }) {
    return failure?.code === 'policy-failed' ? [helpLink(failure.code, run)] : [];
}
function isAboutTags({ decision, candidate }) {
    return decision !== undefined || candidate !== undefined;
}
function helpLink(errorCode, { docs }) {
    return docs === undefined
        ? `More: ${(0,markdown/* code */.aY)((0,error_text/* helpOn */.l)(errorCode))}`
        : `[More on ${errorCode}](${(0,error_text/* helpOn */.l)(errorCode, docs)})`;
}
function doubtOf({ inputs, plan }) {
    const source = plan?.source;
    if (source?.doubt === undefined || inputs?.mode === 'plan')
        return [];
    return [`**Speaks for** ${(0,markdown/* escapeMarkdown */.FV)(source.says)}. ${(0,markdown/* escapeMarkdown */.FV)(source.doubt.what)}`];
}
function madeOf({ decision, inputs }) {
    if (decision?.kind === 'reuse')
        return `Nothing was built: the repository has an image that ${(0,plan_lines/* reasonForReuse */.QN)(decision)}.`;
    if (inputs?.mode !== 'publish')
        return '';
    const { repository, images } = inputs.from;
    const which = 'tag' in images ? (0,markdown/* code */.aY)(images.tag) : images.digests.map((digest) => (0,markdown/* code */.aY)(digest)).join(', ');
    const where = repository === undefined ? '' : ` of ${(0,markdown/* code */.aY)(repository)}`;
    return `Nothing was built: this is ${which}${where}.`;
}
function imageSection(report) {
    const { image, repository, imageId } = report;
    if (image === undefined || repository === undefined)
        return imageId === undefined
            ? []
            : ['Later steps of this job find it in the engine as', (0,markdown/* block */.om)('text', [imageId])];
    return (0,refused/* isRefused */.H)(report) ? [] : [(0,markdown/* block */.om)('text', [`${repository.uri}@${image.digest}`])];
}
function tagSection(report) {
    const line = (0,tag_line/* tagLine */.Ng)(report);
    if (line !== undefined)
        return [line];
    const { inputs, plan } = report;
    const names = plan?.names.map(({ tag }) => (0,markdown/* code */.aY)(tag)) ?? [];
    if (names.length === 0 || inputs?.mode !== 'build' || report.failure !== undefined)
        return [];
    return [`**Tags** none yet; to come: ${names.join(', ')}`];
}
function incompleteSection({ scan, verdict }) {
    const platforms = scan === undefined || scan.kind === 'off' ? [] : scan.platforms;
    const isBreach = verdict?.outcome === 'failed';
    const way = isBreach ? ' If it may be published all the same, set `on-incomplete-scan: warn`.' : '';
    return platforms.flatMap((one) => one.outcome === 'incomplete'
        ? [
            `⚠️ **No full scan of ${(0,markdown/* escapeMarkdown */.FV)(one.platform)}:** ${(0,markdown/* escapeMarkdown */.FV)(one.detail)}. ${(0,markdown/* escapeMarkdown */.FV)((0,advice/* adviceFor */.c)(one.reason))}${way}`,
        ]
        : []);
}
function planSection({ inputs, plan, preview }) {
    if (inputs?.mode !== 'plan' || plan === undefined)
        return [];
    const { source } = plan;
    const rows = plan.rules.map(({ rule, tag, why }) => [
        (0,markdown/* code */.aY)(rule),
        tag === undefined ? '–' : (0,markdown/* code */.aY)(tag),
        (0,markdown/* escapeMarkdown */.FV)(why),
    ]);
    const doubt = source.doubt === undefined ? '' : ` ${(0,markdown/* escapeMarkdown */.FV)(source.doubt.what)}`;
    return [
        (0,markdown/* table */.tp)(['Rule', 'Tag', 'Why'], rows).join('\n'),
        `**Speaks for** ${(0,markdown/* escapeMarkdown */.FV)(source.says)}.${doubt}`,
        `**Policy** ${(0,markdown/* escapeMarkdown */.FV)((0,plan_lines/* policyLine */.Dx)(inputs))}.`,
        ...(preview === undefined ? [] : ['**Build**', (0,markdown/* shellBlock */.OV)(preview)]),
    ];
}
function foreignPart(report) {
    const rows = (0,foreign_section/* foreignTable */.F)(report);
    return rows.length === 0 ? [] : (0,markdown/* details */.zH)('Other scanners', rows);
}
function smokePart(report) {
    const rows = (0,proof_sections/* smokeTable */.Ik)(report);
    if (rows.length === 0)
        return [];
    const failed = report.smoke.filter(({ outcome }) => outcome === 'failed').length;
    const count = `${String(report.smoke.length - failed)} of ${String(report.smoke.length)} passed`;
    return (0,markdown/* details */.zH)(`Smoke tests: ${count}`, rows, failed > 0);
}
function destinationPart(report) {
    const rows = (0,proof_sections/* destinationTable */.Ji)(report);
    if (rows.length === 0)
        return [];
    const { destinations } = report;
    const done = destinations.filter(({ state }) => state === 'tagged').length;
    const isDone = done === destinations.length;
    return (0,markdown/* details */.zH)(`Destinations: ${String(done)} of ${String(destinations.length)} tagged`, rows, !isDone);
}
function replicaPart(report) {
    const rows = (0,proof_sections/* replicaTable */.tK)(report);
    if (rows.length === 0)
        return [];
    const { replicas } = report;
    const there = replicas.filter(({ state }) => state === 'complete').length;
    const isDone = there === replicas.length;
    return (0,markdown/* details */.zH)(`Replicas: ${String(there)} of ${String(replicas.length)} there`, rows, !isDone);
}


/***/ }),

/***/ 1897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ tagLine),
/* harmony export */   QV: () => (/* binding */ tagsCell),
/* harmony export */   iP: () => (/* binding */ nothingSet)
/* harmony export */ });
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4285);


function tagsCell(report) {
    return tagWordsOf(report).join(', ') || 'none';
}
function tagLine(report) {
    return report.names.length === 0 ? undefined : `**Tags** ${tagWordsOf(report).join(' · ')}`;
}
function tagWordsOf({ names, decision }) {
    const before = new Map(decision?.names.map((one) => [one.name.tag, one]));
    return names.map((one) => tagWords(one, before.get(one.tag)));
}
function tagWords({ tag, outcome, detail }, before) {
    const name = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(tag);
    switch (outcome) {
        case 'set':
            return `${name} ${setWords(before)}`;
        case 'unchanged':
            return `${name} was there already`;
        case 'kept-back':
            return `⚠️ ${name} not moved${detail === undefined ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(detail)}`}`;
        case 'overtaken':
            return `⚠️ ${name} was set by another run`;
        case 'failed':
            return `❌ ${name} failed`;
        case 'unknown':
            return `❓ ${name} may have been set`;
        case 'not-tried':
            return `${name} not set`;
    }
}
function setWords(before) {
    return before?.state === 'moves' && before.holder !== undefined
        ? `moved from ${holderWords(before)}`
        : 'new';
}
function holderWords({ holder, holderVersion, name }) {
    if (holder === undefined)
        return '';
    return holderVersion === undefined || holderVersion === name.tag
        ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_types_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(holder))
        : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(holderVersion)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_types_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(holder))})`;
}
function nothingSet(report) {
    const { decision, candidateRemoved, candidate } = report;
    const moving = decision?.names.filter(({ name, holder }) => name.kind === 'moving' && holder !== undefined);
    const live = moving?.find(({ name }) => name.tag === 'latest') ?? moving?.[0];
    const still = live === undefined ? '' : `; ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(live.name.tag)} is still ${holderWords(live)}`;
    const image = candidateRemoved
        ? ' The candidate was deleted.'
        : candidate === undefined || decision?.kind !== 'build'
            ? ''
            : ` The candidate stays without a tag: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(candidate.digest)}.`;
    return `No tag was set or moved${still}.${image}`;
}


/***/ }),

/***/ 5162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ isTagsFirst),
/* harmony export */   Oz: () => (/* binding */ tagsFirstNote),
/* harmony export */   bi: () => (/* binding */ tagsFirstWords),
/* harmony export */   gO: () => (/* binding */ tagsFirstWarning)
/* harmony export */ });
/* harmony import */ var _tags_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2644);

function isTagsFirst(inputs) {
    return inputs?.mode === 'publish' && inputs.scan === 'after-tags';
}
const tagsFirstWarning = 'scan: after-tags: the tags are set NOW, before anything is known of the image. It is scanned and judged afterwards; if it ' +
    'does not pass, the step fails and the tags stay. This is for emergencies: take the line out when it is over.';
function tagsFirstNote(report) {
    if (!isTagsFirst(report.inputs) || (0,_tags_set_js__WEBPACK_IMPORTED_MODULE_0__/* .tagsSet */ .k)(report).length === 0)
        return [];
    const { verdict } = report;
    const end = verdict === undefined
        ? 'It has **not been judged**.'
        : verdict.outcome === 'failed'
            ? 'It **did not pass**, and its tags stay.'
            : verdict.outcome === 'passed'
                ? 'It has passed since.'
                : 'There was no full scan.';
    return [`**The tags were set before the image was judged** (\`scan: after-tags\`). ${end}`];
}
function tagsFirstWords({ verdict }) {
    const published = 'was published before it was judged';
    switch (verdict?.outcome) {
        case undefined:
            return `${published}, and has NOT BEEN JUDGED`;
        case 'failed':
            return `${published}, and DID NOT PASS`;
        case 'passed':
            return `${published}, and has passed since`;
        case 'not-scanned':
            return `${published}, and there was no full scan`;
    }
}


/***/ }),

/***/ 2644:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ tagsSet)
/* harmony export */ });
function tagsSet(report) {
    return report.names
        .filter((name) => name.outcome === 'set' || name.outcome === 'unchanged')
        .map((name) => name.tag);
}


/***/ }),

/***/ 3896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ unwrittenError),
/* harmony export */   W: () => (/* binding */ describeUnwritten)
/* harmony export */ });
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9786);


function unwrittenError(files) {
    const inputs = files.map(({ input }) => input);
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'file-failed',
        what: files.map(describeUnwritten).join(' '),
        next: `Give the input${inputs.length === 1 ? '' : 's'} ${inputs.join(' and ')} a path inside the workspace or ` +
            'RUNNER_TEMP that can be written: a regular file, with no link that leads out.',
    });
}
function describeUnwritten({ input, path, why }) {
    return `The ${input.replace('-', ' ')} ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(path)} cannot be written: ${why}.`;
}


/***/ }),

/***/ 8733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ adviceFor)
/* harmony export */ });
function adviceFor(reason) {
    switch (reason) {
        case 'unsupported':
            return 'Build on a base image whose operating system the scanner knows; an image from scratch has none.';
        case 'failed':
            return 'Build the image again; the same image can be scanned again 24 hours after its last scan.';
        case 'timed-out':
            return 'Raise the input scan-timeout; if no scan begins at all, look at the scanning configuration of the registry.';
        case 'not-started':
            return "Add the repository to the filters of the registry's scanning configuration.";
        case 'expired':
            return 'Push the image again, or lengthen the re-scan duration in the settings of Amazon Inspector.';
        case 'limited':
            return "Wait until the quota is free again (basic scanning: 24 hours), or have the account's quota raised.";
        case 'archived':
            return 'Restore the image from the archive, or push it again.';
        case 'unavailable':
            return 'Run the job again; if it stays, look at the image in the console of Amazon ECR or Amazon Inspector.';
        case 'not-given':
            return 'Give a SARIF file for each platform in the input findings, with platform= behind it.';
        case 'unknown-status':
            return 'Update this action; if there is no newer version, please open an issue with this log.';
    }
}


/***/ }),

/***/ 2749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   yI: () => (/* binding */ countPlatforms)
/* harmony export */ });
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2700);

function countFindings(findings) {
    const counts = Object.fromEntries(_types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.map((severity) => [severity, 0]));
    for (const finding of findings)
        counts[finding.severity] += 1;
    return counts;
}
function countPlatforms(platforms) {
    const complete = platforms.filter((platform) => platform.outcome === 'complete');
    if (complete.length === 0)
        return undefined;
    return countFindings(complete.flatMap((platform) => platform.findings));
}
function worstFirst(a, b) {
    return (_types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(a.severity) - _types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(b.severity) ||
        (b.score ?? 0) - (a.score ?? 0) ||
        a.id.localeCompare(b.id, 'en') ||
        (a.package ?? '').localeCompare(b.package ?? '', 'en'));
}


/***/ }),

/***/ 9925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ assign),
/* harmony export */   n: () => (/* binding */ isProven)
/* harmony export */ });
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6221);
/* harmony import */ var _types_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2357);
/* harmony import */ var _types_refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3617);



function assign(scan, image) {
    const named = image.platforms.filter((platform) => isNamed(scan, platform));
    if (scan.subjects.length > 0 && named.length === 0 && !scan.subjects.includes(image.digest))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it is about another image: it names ${listed(scan.subjects)}, and this one is ${(0,_types_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(image.digest)}`);
    const [first, ...others] = scan.platform === undefined ? candidates(named, image) : given(scan, named, image);
    if (first === undefined || others.length > 0)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it does not say which platform it is about, and the image has ${platformsOf(image)}`);
    return { ...scan, platform: first.platform };
}
function isProven({ subjects }) {
    return subjects.length > 0;
}
function isNamed({ subjects }, { digest, contents }) {
    return subjects.includes(digest) || (contents !== undefined && subjects.includes(contents.config));
}
function candidates(named, { platforms }) {
    return named.length > 0 ? named : platforms;
}
function given({ platform, subjects }, named, image) {
    const found = image.platforms.filter((one) => (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPlatform */ .Qq)(one.platform) === platform);
    const [first] = found;
    if (first === undefined)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it is given for ${platform ?? ''}, and the image has ${platformsOf(image)}`);
    if (named.length > 0 && !named.includes(first))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it is given for ${platform ?? ''}, and names ${listed(subjects)}, which is ${named.map((one) => one.platform).join(' and ')}`);
    return [first];
}
function platformsOf({ platforms }) {
    return platforms.map(({ platform }) => platform).join(', ');
}
function listed(digests) {
    const most = 3;
    const more = digests.length - most;
    return `${digests.slice(0, most).map(_types_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}


/***/ }),

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
    return merged;
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ furtherContext),
/* harmony export */   Se: () => (/* binding */ dockerfilePath),
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   xt: () => (/* binding */ commitIn),
/* harmony export */   yI: () => (/* binding */ readContext)
/* harmony export */ });
const scpStyle = /^[^/?#@\s]+@[a-z0-9.-]+:/i;
function readContext(text) {
    const [, address = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
    const isHttp = /^https?:\/\//i.test(text);
    const isGit = isHttp
        ? address.endsWith('.git')
        : /^(?:(?:git|ssh):\/\/|github\.com\/)/i.test(text) || scpStyle.test(text);
    if (isGit)
        return { kind: 'git', address, query, fragment, folder: folderIn(query, fragment) };
    return isHttp ? { kind: 'download', address: text } : { kind: 'folder', path: text };
}
function isRemote(context) {
    return readContext(context).kind !== 'folder';
}
function furtherContext(value) {
    if (isRemote(value) || /^(?:docker-image|target):/.test(value))
        return 'address';
    return value.startsWith('oci-layout:') ? 'layout' : 'folder';
}
function folderIn(query, fragment) {
    const colon = fragment.indexOf(':');
    if (colon >= 0)
        return fragment.slice(colon + 1);
    return new URLSearchParams(query).get('subdir') ?? '';
}
function commitIn(context) {
    const read = readContext(context);
    if (read.kind !== 'git')
        return undefined;
    const [ref = ''] = read.fragment.split(':');
    const query = new URLSearchParams(read.query);
    return [ref, query.get('commit') ?? '', query.get('checksum') ?? ''].find((text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text));
}
function dockerfilePath({ context, file }) {
    const read = readContext(context);
    const base = read.kind === 'folder' ? read.path : read.kind === 'git' ? `./${read.folder}` : '.';
    const path = read.kind === 'folder' && file !== undefined ? file : `${base}/${file ?? 'Dockerfile'}`;
    const parts = path.split(/[\\/]+/).filter((part) => part !== '.' && part !== '');
    return path.startsWith('/') || parts.includes('..') ? 'Dockerfile' : parts.join('/');
}


/***/ }),

/***/ 8792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ defaultExceptionsFile)
/* harmony export */ });
const defaultExceptionsFile = '.github/ecr-ship.yml';


/***/ }),

/***/ 8223:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ latch)
/* harmony export */ });
function latch() {
    let open = () => undefined;
    const opened = new Promise((resolve) => {
        open = resolve;
    });
    return { opened, open };
}


/***/ }),

/***/ 859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kh: () => (/* binding */ plainSettings),
/* harmony export */   io: () => (/* binding */ lifecyclePolicyFor),
/* harmony export */   ov: () => (/* binding */ settingsWithout)
/* harmony export */ });
function settingsWithout(settings, type) {
    const { mutability, exclusionFilters, encryption, lifecyclePolicy, catalog } = settings;
    if (type === 'private')
        return catalog === undefined ? [] : ['catalog'];
    const given = {
        mutability: mutability === 'immutable',
        'exclusion-filters': exclusionFilters.length > 0,
        encryption: encryption !== undefined,
        lifecycle: lifecyclePolicy !== undefined,
    };
    return Object.entries(given).flatMap(([name, isGiven]) => (isGiven ? [name] : []));
}
const plainSettings = {
    mutability: 'mutable',
    exclusionFilters: [],
    encryption: undefined,
    lifecyclePolicy: undefined,
    policy: undefined,
    tags: [],
    catalog: undefined,
};
function lifecyclePolicyFor(keep, untaggedDays) {
    const untagged = untaggedDays !== undefined && {
        description: `untagged images are removed after ${String(untaggedDays)} days`,
        selection: {
            tagStatus: 'untagged',
            countType: 'sinceImagePushed',
            countUnit: 'days',
            countNumber: untaggedDays,
        },
    };
    const tagged = keep !== undefined && {
        description: `the newest ${String(keep)} tagged images are kept`,
        selection: {
            tagStatus: 'tagged',
            tagPatternList: ['*'],
            countType: 'imageCountMoreThan',
            countNumber: keep,
        },
    };
    const rules = [untagged, tagged].filter((rule) => rule !== false);
    if (rules.length === 0)
        return undefined;
    return JSON.stringify({
        rules: rules.map((rule, index) => ({ rulePriority: index + 1, ...rule, action: { type: 'expire' } })),
    });
}


/***/ })

};
