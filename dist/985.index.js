export const id = 985;
export const ids = [985];
export const modules = {

/***/ 8692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ clockUntil)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

function clockUntil(signal) {
    return {
        now: () => Date.now(),
        async sleep(ms) {
            signal.throwIfAborted();
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, { signal }).catch(() => undefined);
            signal.throwIfAborted();
        },
    };
}


/***/ }),

/***/ 1155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ endProcess),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   P2: () => (/* binding */ startTimeOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);


function startTimeOf(pid) {
    const stat = statOf(pid);
    return stat === undefined || hasEnded(stat) ? '' : stat.startTime;
}
const graceMs = 2_000;
const killedMs = 2_000;
const lookMs = 20;
async function endProcess({ pid, startedAt }) {
    if (startedAt === '' || startTimeOf(pid) !== startedAt)
        return 'gone';
    await endGroup(pid);
    return 'ended';
}
async function endGroup(pid, atOnce = false) {
    const kill = ['SIGKILL', killedMs];
    for (const [name, ms] of atOnce ? [kill] : [['SIGTERM', graceMs], kill]) {
        if (!signalGroup(pid, name))
            return;
        const until = performance.now() + ms;
        while (groupLives(pid) && performance.now() < until)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(lookMs);
    }
}
function signalGroup(pid, signal) {
    try {
        return process.kill(process.platform === 'win32' ? pid : -pid, signal);
    }
    catch {
        return false;
    }
}
function groupLives(pid) {
    return signalGroup(pid, 0) && (isListed(pid) || isListed(pid));
}
function isListed(pid) {
    const members = processes().filter((each) => each.group === pid);
    return members.length === 0 || members.some((each) => !hasEnded(each));
}
function hasEnded({ state }) {
    return state === 'Z' || state === 'X';
}
function processes() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc')
            .filter((name) => /^\d+$/.test(name))
            .flatMap((name) => statOf(Number(name)) ?? []);
    }
    catch {
        return [];
    }
}
function statOf(pid) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${String(pid)}/stat`, 'utf8');
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        const [state = '', , group = ''] = fields;
        return { state, group: Number(group), startTime: fields[19] ?? '' };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ startSecrets)
});

// EXTERNAL MODULE: ./src/types/redact.ts
var redact = __webpack_require__(2024);
;// CONCATENATED MODULE: ./src/types/secret-writings.ts
const shortest = 8;
const brokenAfter = 76;
function writings(secret) {
    const text = secret.replace(/\p{Cs}/gu, '\ufffd');
    const inAddress = encodeURIComponent(text);
    const others = [
        JSON.stringify(secret).slice(1, -1),
        inAddress,
        inAddress.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        encodeURI(text),
        ...base64Writings(text),
    ].filter((writing) => writing.length >= shortest);
    return [...new Set([secret, ...others])];
}
function base64Writings(text) {
    const bytes = new TextEncoder().encode(text);
    const whole = encode(bytes);
    const lines = whole.length > brokenAfter ? (whole.match(new RegExp(`.{1,${String(brokenAfter)}}`, 'g')) ?? []) : [];
    const placed = [0, 1, 2].map((before) => {
        const shifted = new Uint8Array(before + bytes.length);
        shifted.set(bytes, before);
        const from = Math.ceil((before * 8) / 6);
        return encode(shifted).slice(from, Math.floor(((before + bytes.length) * 8) / 6));
    });
    const all = [whole, ...placed, ...lines];
    return [...all, ...all.map((one) => one.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))];
}
function encode(bytes) {
    let text = '';
    for (const byte of bytes)
        text += String.fromCharCode(byte);
    return btoa(text);
}

;// CONCATENATED MODULE: ./src/adapters/machine/secrets.ts


function startSecrets() {
    const known = new Set();
    let forms = [];
    let anyForm;
    return {
        add(secret) {
            if (secret === '' || known.has(secret))
                return;
            known.add(secret);
            forms = [...new Set([...forms, ...writings(secret)])].sort((a, b) => b.length - a.length);
            anyForm = new RegExp(forms.map(literal).join('|'));
        },
        hide(text) {
            const open = (0,redact/* withoutCredentials */.ri)(text);
            if (anyForm === undefined)
                return open;
            const whole = anyForm.test(open) ? (0,redact/* withoutSecrets */.cT)(open, forms) : open;
            return withoutBeginnings(whole, forms);
        },
        longest: () => forms[0]?.length ?? 0,
    };
}
const shortestBeginning = 8;
function withoutBeginnings(text, secrets) {
    if (!text.includes('…'))
        return text;
    return text
        .split('…')
        .map((part, at, parts) => (at === parts.length - 1 ? part : withoutBeginning(part, secrets)))
        .join('…');
}
function withoutBeginning(part, secrets) {
    const lengths = secrets.map((secret) => {
        for (let length = secret.length - 1; length >= shortestBeginning; length -= 1)
            if (part.endsWith(secret.slice(0, length)))
                return length;
        return 0;
    });
    const longest = Math.max(0, ...lengths);
    return longest === 0 ? part : `${part.slice(0, -longest)}***`;
}
function literal(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw `\$&`);
}


/***/ }),

/***/ 5240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ endSoon)
/* harmony export */ });
const lingeringMs = 1_000;
function endSoon(ms = lingeringMs) {
    const end = () => {
        const hasFailed = process.exitCode !== undefined && process.exitCode !== 0;
        const hangs = process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));
        if (hasFailed && hangs)
            process.kill(process.pid, 'SIGKILL');
        else
            process.exit();
    };
    setTimeout(end, ms).unref();
}


/***/ }),

/***/ 4722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ wrappedCommand),
/* harmony export */   k: () => (/* binding */ displayCommand)
/* harmony export */ });
/* harmony import */ var _types_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2024);

function displayCommand(args) {
    return displayWords(args).join(' ');
}
const lineWidth = 100;
function wrappedCommand(args) {
    const words = displayWords(args);
    const units = words.reduce((some, word, at) => {
        const option = words[at - 1] ?? '';
        const isValue = /^--[a-z-]+$/.test(option) && !/^--(?:load|push|pull|no-cache)$/.test(option);
        const last = some.pop();
        return last === undefined ? [word] : isValue ? [...some, `${last} ${word}`] : [...some, last, word];
    }, []);
    const lines = [];
    for (const unit of units) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + unit.length < lineWidth)
            lines.splice(-1, 1, `${last} ${unit}`);
        else
            lines.push(last === undefined ? `$ ${unit}` : `    ${unit}`);
    }
    return lines.join(' \\\n');
}
function displayWords(args) {
    const words = args
        .filter((word, index) => word !== '--metadata-file' && args[index - 1] !== '--metadata-file')
        .map((word, index, shown) => {
        if (shown[index - 1] === '--build-arg')
            return withoutValue(word);
        return (0,_types_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redacted */ .pc)(shown[index - 1] === '--secret' ? word.replace(/,src=.*\/\d+$/, '') : word);
    });
    return ['docker', ...words].map(quoteWord);
}
function withoutValue(buildArg) {
    const equals = buildArg.indexOf('=');
    return equals < 0 ? buildArg : `${buildArg.slice(0, equals)}=…`;
}
function quoteWord(word) {
    return /^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`;
}


/***/ }),

/***/ 8878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ engineImages)
});

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/docker/display.ts
var display = __webpack_require__(4722);
;// CONCATENATED MODULE: ./src/docker/engine-sizes.ts
const largestManifest = 65_536;
function sizesIn(body, isGraphDriver) {
    const image = parsed(body);
    const [size] = bytes(image?.Size);
    if (isGraphDriver)
        return size === undefined ? {} : { unpacked: size };
    if (!Array.isArray(image?.Manifests))
        return size === undefined || size <= largestManifest
            ? {}
            : { compressed: { bytes: size - largestManifest, isExact: false } };
    const images = image.Manifests.filter((manifest) => manifest?.Kind === 'image');
    const [only] = images.length === 1 ? images : [];
    const [unpacked] = bytes(only?.ImageData?.Size?.Unpacked);
    const [content] = only?.Available === true ? bytes(only.Size?.Content) : [];
    const [manifest] = bytes(only?.Descriptor?.size);
    return {
        ...(unpacked !== undefined && { unpacked }),
        ...(content !== undefined &&
            manifest !== undefined && { compressed: { bytes: content - manifest, isExact: true } }),
    };
}
function historyIn(body) {
    const history = parsed(body);
    const entries = Array.isArray(history) ? history : [];
    return [...entries].reverse().flatMap((entry) => {
        const { Size: size, CreatedBy: by } = (entry ?? {});
        return bytes(size).map((count) => ({ size: count, instruction: typeof by === 'string' ? by : '' }));
    });
}
function bytes(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? [value] : [];
}
function parsed(body) {
    try {
        return JSON.parse(body) ?? undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/docker/engine-images.ts




async function askOf(docker, path) {
    const answer = await docker.engine?.request('GET', `/images/${path}`).catch(() => undefined);
    return answer?.status === 200 ? answer.body : undefined;
}
function engineImages({ docker, log }) {
    return {
        async tag(source, name) {
            const colon = name.lastIndexOf(':');
            const query = new URLSearchParams({ repo: name.slice(0, colon), tag: name.slice(colon + 1) });
            const args = ['tag', source, name];
            log.info((0,display/* wrappedCommand */.L)(args));
            const answer = await docker.engine
                ?.request('POST', `/images/${source}/tag?${query.toString()}`)
                .catch(() => undefined);
            if (answer?.status === 201)
                return;
            const { exitCode, stderr } = await docker.run(args, { show: false });
            if (exitCode !== 0)
                throw new errors/* ShipError */.fS({
                    code: 'push-failed',
                    what: `The image was built, but the engine does not give it the name to push: ${(0,types_text/* clause */.sb)(stderr)}.`,
                    next: 'Look at the engine of this runner, then run the job again.',
                });
        },
        async idOf(name) {
            const answer = await docker.engine?.request('GET', `/images/${name}/json`).catch(() => undefined);
            const said = answer?.status === 200
                ? answer.body
                : (await docker.run(['image', 'inspect', name, '--format', '{"Id":{{json .Id}}}'], { show: false }))
                    .stdout;
            return /"Id"\s*:\s*"(sha256:[0-9a-f]{64})"/.exec(said)?.[1];
        },
        async sizesOf(name, isGraphDriver) {
            const said = await askOf(docker, `${name}/json?manifests=true`);
            return said === undefined ? {} : sizesIn(said, isGraphDriver);
        },
        async historyOf(name) {
            const said = await askOf(docker, `${name}/history`);
            return said === undefined ? [] : historyIn(said);
        },
        async untag(names) {
            const isGone = async (name) => {
                const asking = docker.engine?.request('DELETE', `/images/${name}?noprune=true`);
                const answer = await asking?.catch(() => undefined);
                return answer?.status === 200 || answer?.status === 404;
            };
            const gone = await Promise.all(names.map(isGone));
            const left = names.filter((_, index) => gone[index] === false);
            if (left.length === 0)
                return;
            const { exitCode, stderr } = await docker.run(['image', 'rm', '--no-prune', ...left], { show: false });
            if (exitCode === 0 || /no such image/i.test(stderr))
                return;
            throw new errors/* ShipError */.fS({
                code: 'engine-unreachable',
                what: `The engine keeps ${left.join(' and ')}: ${(0,types_text/* clause */.sb)(stderr)}.`,
                next: 'Remove it with docker image rm where the engine is not made anew for each job.',
            });
        },
    };
}


/***/ }),

/***/ 951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ orAborted),
/* harmony export */   e: () => (/* binding */ follow)
/* harmony export */ });
async function orAborted(work, signal) {
    work.catch(() => undefined);
    let listener = () => undefined;
    const aborted = new Promise((_, reject) => {
        listener = () => {
            reject(signal.reason);
        };
        signal.addEventListener('abort', listener, { once: true });
    });
    try {
        signal.throwIfAborted();
        return await Promise.race([work, aborted]);
    }
    finally {
        signal.removeEventListener('abort', listener);
    }
}
function follow(controller, signals) {
    const followed = signals.map((signal) => {
        const abort = () => {
            controller.abort(signal.reason);
        };
        if (signal.aborted)
            abort();
        signal.addEventListener('abort', abort);
        return () => {
            signal.removeEventListener('abort', abort);
        };
    });
    return () => {
        followed.forEach((stop) => {
            stop();
        });
    };
}


/***/ }),

/***/ 2566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ jobSecrets)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2024);

const names = [
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'GITHUB_TOKEN',
    'GH_TOKEN',
];
const addresses = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);
const shortestKey = 16;
const shortestPassword = 8;
function jobSecrets(variable) {
    const passwords = addresses.flatMap((name) => (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .credentialsInText */ .$b)(variable(name) ?? ''));
    return [
        ...names.map((name) => variable(name) ?? '').filter(isAtLeast(shortestKey)),
        ...passwords.filter(isAtLeast(shortestPassword)),
    ];
}
function isAtLeast(characters) {
    return (text) => text.trim().length >= characters;
}


/***/ }),

/***/ 2357:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ parseRepositoryName),
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   Qq: () => (/* binding */ usualPlatform),
/* harmony export */   cK: () => (/* binding */ parseAccountId),
/* harmony export */   cf: () => (/* binding */ parseRegion)
/* harmony export */ });
function parseTag(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text) ? text : undefined;
}
function parseRepositoryName(text) {
    const legal = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
    return text.length >= 2 && text.length <= 256 && legal.test(text) ? text : undefined;
}
function parseAccountId(text) {
    return /^\d{12}$/.test(text) ? text : undefined;
}
function parseRegion(text) {
    return /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(text) ? text : undefined;
}
function parsePlatform(text) {
    return /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(text) ? text : undefined;
}
function usualPlatform(platform) {
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    const [usual = architecture, ownVariant = ''] = spellings.get(architecture) ?? [];
    const given = (variant || ownVariant).replace(/^(?=\d)/, 'v');
    const shown = given === defaultVariants.get(usual) ? '' : given;
    return (shown === '' ? `${os}/${usual}` : `${os}/${usual}/${shown}`);
}
const spellings = new Map([
    ['x86_64', ['amd64']],
    ['aarch64', ['arm64']],
    ['i386', ['386']],
    ['armhf', ['arm', 'v7']],
    ['armel', ['arm', 'v6']],
]);
const defaultVariants = new Map([
    ['amd64', 'v1'],
    ['arm64', 'v8'],
    ['arm', 'v7'],
]);


/***/ }),

/***/ 4141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ parseRoleArn),
/* harmony export */   N5: () => (/* binding */ chainStatement),
/* harmony export */   YI: () => (/* binding */ accountOfCaller),
/* harmony export */   fv: () => (/* binding */ accountOfRole),
/* harmony export */   iE: () => (/* binding */ partitionOfRole),
/* harmony export */   si: () => (/* binding */ trustStatement),
/* harmony export */   w5: () => (/* binding */ isSessionName)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2357);

const form = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/[\w+=,.@/-]{1,576}$/;
function parseRoleArn(text) {
    return form.test(text) ? text : undefined;
}
function accountOfRole(arn) {
    const [, , account = ''] = form.exec(arn) ?? [];
    const id = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAccountId */ .cK)(account);
    if (id === undefined)
        throw new Error(`no role: ${arn}`);
    return id;
}
function partitionOfRole(arn) {
    return form.exec(arn)?.[1] ?? 'aws';
}
function isSessionName(text) {
    return /^[\w+=,.@-]{2,64}$/.test(text);
}
function accountOfCaller(arn) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAccountId */ .cK)(/^arn:aws[a-z-]*:(?:iam|sts)::(\d{12}):/.exec(arn)?.[1] ?? '');
}
function trustStatement(role, { iss, sub, aud }) {
    const provider = iss.replace(/^https?:\/\//, '').replace(/\/$/, '');
    return {
        Effect: 'Allow',
        Principal: {
            Federated: `arn:${partitionOfRole(role.arn)}:iam::${accountOfRole(role.arn)}:oidc-provider/${provider}`,
        },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${provider}:aud`]: aud, [`${provider}:sub`]: sub } },
    };
}
function chainStatement(callerArn) {
    return { Effect: 'Allow', Principal: { AWS: roleOfSession(callerArn) }, Action: 'sts:AssumeRole' };
}
function roleOfSession(arn) {
    return arn.replace(/^(arn:aws[a-z-]*:)sts(::\d{12}:)assumed-role\/([^/]+)\/.*$/, '$1iam$2role/$3');
}


/***/ }),

/***/ 7537:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readJournal),
/* harmony export */   q: () => (/* binding */ startJournal)
/* harmony export */ });
function startJournal(save) {
    let entries = [];
    const keep = (now) => {
        entries = now;
        save(JSON.stringify(entries));
    };
    return {
        plan(undo) {
            keep([...entries, undo]);
            return undo;
        },
        change(undo, now) {
            const changed = { ...undo, ...now };
            if (entries.some((entry) => isSame(entry, undo)))
                keep(entries.map((entry) => (isSame(entry, undo) ? changed : entry)));
            return changed;
        },
        strike(undo) {
            if (entries.some((entry) => isSame(entry, undo)))
                keep(entries.filter((entry) => !isSame(entry, undo)));
        },
        left: () => entries.toReversed(),
    };
}
function isSame(one, other) {
    return one.kind === other.kind && whatOf(one) === whatOf(other);
}
function whatOf(undo) {
    switch (undo.kind) {
        case 'candidate-tag':
            return undo.tag;
        case 'local-image':
        case 'container':
        case 'network':
            return undo.name;
        case 'process':
            return `${String(undo.pid)} ${undo.startedAt}`;
        case 'folder':
        case 'shared-login':
            return undo.path;
        case 'job-variables':
            return '';
    }
}
function readJournal(text) {
    return text === '' ? [] : JSON.parse(text).toReversed();
}


/***/ }),

/***/ 8390:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WJ: () => (/* binding */ describeUndo),
  wC: () => (/* binding */ undoAll),
  RY: () => (/* binding */ undoOne)
});

// EXTERNAL MODULE: ./src/docker/engine-images.ts + 1 modules
var engine_images = __webpack_require__(8878);
// EXTERNAL MODULE: ./src/types/abort.ts
var abort = __webpack_require__(951);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/types/names.ts
var names = __webpack_require__(2357);
// EXTERNAL MODULE: ./src/types/role.ts
var types_role = __webpack_require__(4141);
;// CONCATENATED MODULE: ./src/undo/candidate-tag.ts



const clockSkewMs = 5 * 60_000;
const lateMs = [0, 500, 1500];
async function removeCandidateTag(undo, { connect, log, clock }) {
    const { tag, target, name } = parsed(undo);
    const repository = (await connect(target)).open(name);
    if (undo.state === 'not-needed') {
        await repository.tags.remove(tag);
        log.info(`Removed the candidate's tag ${tag}.`);
        return undefined;
    }
    const image = await findImage(repository, tag, undo.state === 'pushing' ? lateMs : [0], clock);
    if (image === undefined) {
        await requireAbsence(repository, undo, tag);
        return undefined;
    }
    const isLast = image.tags.length === 1;
    if (isLast && image.pushedAt < undo.runStartedAt - clockSkewMs) {
        log.warning(`The candidate ${image.digest} was in ${name} before this run, without a tag. Removing ${tag} would remove ` +
            'the image, which may be in use by its digest, so the tag stays. Delete it where the image is not needed.');
        return undefined;
    }
    await repository.tags.remove(tag);
    log.info(isLast
        ? `Removed the candidate ${image.digest} from ${name}: it got no tag, and ${tag} was its only one.`
        : `Removed the candidate's tag ${tag}.`);
    return isLast ? 'image-removed' : undefined;
}
async function requireAbsence({ tags }, { state, repository }, tag) {
    if (state !== 'there' || !(await tags.read([tag])).has(tag))
        return;
    throw new errors/* ShipError */.fS({
        code: 'registry-failed',
        what: `The registry has a manifest for ${tag} in ${repository}, and says nothing of its image.`,
        next: 'A run of the next day removes the tag, if the post step does not.',
    });
}
async function findImage({ images }, tag, delaysMs, clock) {
    for (const delayMs of delaysMs) {
        if (delayMs > 0)
            await clock.sleep(delayMs);
        const [image] = await images.describe([{ tag }]);
        if (image !== undefined)
            return image;
    }
    return undefined;
}
function parsed(undo) {
    const region = (0,names/* parseRegion */.cf)(undo.region);
    const name = (0,names/* parseRepositoryName */.$M)(undo.repository);
    const tag = (0,names/* parseTag */.ED)(undo.tag);
    if (region === undefined || name === undefined || tag === undefined)
        throw new Error(`not a candidate: ${JSON.stringify(undo)}`);
    const registryId = (0,names/* parseAccountId */.cK)(undo.registryId);
    const type = undo.registryType === 'public' ? 'public' : 'private';
    const target = {
        type,
        region,
        registryId,
        ...(undo.role !== undefined && { role: parsedRole(undo.role) }),
    };
    return { target, name, tag };
}
function parsedRole({ arn, sessionName, durationSeconds, audience }) {
    const role = (0,types_role/* parseRoleArn */.DM)(arn);
    if (role === undefined)
        throw new Error(`not a role: ${JSON.stringify(arn)}`);
    return { arn: role, sessionName, durationSeconds, audience };
}

;// CONCATENATED MODULE: ./src/undo/undo.ts





const how = {
    'candidate-tag': removeCandidateTag,
    'local-image': async ({ name }, tools) => {
        await (0,engine_images/* engineImages */.x)({ docker: await tools.docker(), log: tools.log }).untag([name]);
        return undefined;
    },
    container: async ({ name }, tools) => {
        await removeFromEngine(['container', 'rm', '--force', '--volumes', name], tools);
        return undefined;
    },
    network: async ({ name }, tools) => {
        await removeFromEngine(['network', 'rm', name], tools);
        return undefined;
    },
    process: async ({ pid, startedAt, command }, { processes, log }) => {
        const end = await processes.end({ pid, startedAt, command });
        if (end === 'ended')
            log.info(`Ended what was left of \`${command}\`.`);
        return undefined;
    },
    folder: async ({ path, isForJob }, { folders, log }) => {
        await folders.remove(path);
        if (isForJob)
            log.info('Removed the login of this step.');
        return undefined;
    },
    'shared-login': async ({ path }, { folders, log }) => {
        await folders.unshare(path);
        log.info("Put back what was in the person's own docker configuration.");
        return undefined;
    },
    'job-variables': ({ before }, { job }) => {
        for (const [name, value] of Object.entries(before))
            job.exportVariable(name, value);
        return Promise.resolve(undefined);
    },
};
const undo_lateMs = 1_000;
async function removeFromEngine(args, { docker, clock }) {
    const engine = await docker();
    const isAbsent = ({ stderr }) => /no such|not found/i.test(stderr);
    let removed = await engine.run(args, { show: false });
    if (removed.exitCode !== 0 && isAbsent(removed)) {
        await clock.sleep(undo_lateMs);
        removed = await engine.run(args, { show: false });
    }
    const { exitCode, stderr } = removed;
    if (exitCode === 0 || isAbsent(removed))
        return;
    throw new errors/* ShipError */.fS({
        code: 'engine-unreachable',
        what: `The engine keeps ${args.at(-1) ?? ''}: ${(0,types_text/* clause */.sb)(stderr.trim() || 'it said nothing')}.`,
        next: `Remove it with docker ${args.join(' ')} where the engine is not made anew for each job.`,
    });
}
async function undoOne(undo, tools, end) {
    const takeBack = how[undo.kind];
    try {
        const work = takeBack(undo, tools);
        return { undo, outcome: await (end === undefined ? work : (0,abort/* orAborted */.H)(work, end)), failure: undefined };
    }
    catch (error) {
        return { undo, outcome: undefined, failure: end?.aborted === true ? noTime() : (0,errors/* asShipError */.Nn)(error) };
    }
}
function noTime() {
    return new errors/* ShipError */.fS({
        code: 'timed-out',
        what: 'There was no answer in the time that was left for it.',
        next: 'Look at what hangs: the registry, the engine, or the disk of this runner.',
    });
}
async function undoAll(undos, tools, end) {
    const done = [];
    for (const kinds of [['process'], ['container']]) {
        const some = undos.filter(({ kind }) => kinds.includes(kind));
        done.push(...(await Promise.all(some.map((undo) => undoOne(undo, tools, end)))));
    }
    const rest = undos.filter(({ kind }) => kind !== 'process' && kind !== 'container');
    return [...done, ...(await Promise.all(rest.map((undo) => undoOne(undo, tools, end))))];
}
function describeUndo(undo) {
    switch (undo.kind) {
        case 'candidate-tag':
            return `remove the candidate's tag ${undo.tag} from ${undo.repository}`;
        case 'local-image':
            return `remove ${undo.name} from the engine of this machine`;
        case 'container':
            return `remove the container ${undo.name}`;
        case 'network':
            return `remove the network ${undo.name}`;
        case 'process':
            return `end \`${undo.command}\` (process ${String(undo.pid)})`;
        case 'folder':
            return undo.isForJob ? 'log out' : `remove the folder ${undo.path}`;
        case 'shared-login':
            return "put back what was in the person's own docker configuration";
        case 'job-variables':
            return 'restore the docker variables of the job';
    }
}


/***/ })

};
