export const id = 96;
export const ids = [96];
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
    const { folder, isFolderOurs } = await homeFolder();
    const key = (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(host);
    const theirs = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfig */ .Xg)(folder);
    const before = {
        folder,
        key,
        ours: basic,
        auth: theirs.auths?.[key],
        helper: theirs.credHelpers?.[key],
        wasThere: Object.keys(theirs).length > 0,
        isFolderOurs,
    };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, JSON.stringify(before), { mode: 0o600, flag: 'wx' });
    await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceConfig */ .L9)(folder, (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .withLogins */ .FH)(theirs, [{ host, basic }]));
}
async function homeFolder() {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker');
    const made = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true, mode: 0o700 });
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json')).catch(() => undefined);
    return {
        folder: real?.endsWith('/config.json') === true ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(real) : folder,
        isFolderOurs: made !== undefined,
    };
}
async function unshare(path) {
    const text = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readSetting */ .LA)(path).catch(() => undefined);
    if (text !== undefined && text !== '') {
        const before = JSON.parse(text);
        const now = await (0,_docker_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfig */ .Xg)(before.folder);
        const { auth } = (now.auths?.[before.key] ?? {});
        if (auth === before.ours)
            await putBack(before, now);
        if (before.isFolderOurs)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(before.folder).catch(() => undefined);
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

/***/ 9299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ githubApi)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(143);
// EXTERNAL MODULE: ./src/plan/event.ts
var plan_event = __webpack_require__(9271);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
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

// EXTERNAL MODULE: ./src/types/bounds.ts
var bounds = __webpack_require__(2764);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __webpack_require__(3617);
// EXTERNAL MODULE: ./src/adapters/machine/deadline.ts
var deadline = __webpack_require__(6092);
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
                await (0,promises_.setTimeout)(ms, undefined, { signal });
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
            const { data } = await askGitHub({ ...asked, pauses, tell }, (octokit) => request(octokit, asked.route));
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
            const answer = await ask('the repository', ({ rest }, route) => rest.repos.get(route));
            return answer === undefined ? undefined : (0,plan_event/* repositoryFromApi */.C)(answer);
        },
        async committedAt(sha) {
            const answer = await ask(`the commit ${sha}`, ({ rest }, route) => rest.repos.getCommit({ ...route, ref: sha }));
            const at = Date.parse(answer?.commit?.committer?.date ?? '');
            return Number.isNaN(at) ? undefined : at;
        },
        async compare(base, head) {
            const answer = await ask(`${base} and ${head}`, ({ rest }, route) => rest.repos.compareCommitsWithBasehead({
                ...route,
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
                const keep = (octokit) => keepComment(octokit, asked.route, comment);
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
    return { url, token, route: { owner, repo, headers: { 'x-github-api-version': '2022-11-28' } } };
}
const relations = {
    identical: 'same',
    ahead: 'descends',
    behind: 'precedes',
    diverged: 'diverged',
};


/***/ }),

/***/ 668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ reportFiles)
/* harmony export */ });
/* harmony import */ var _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2764);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9786);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6092);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(244);
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9929);







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
                            decode(await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(opened.handle, _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .largestDocument */ .WZ));
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
        await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_6__/* .withDeadline */ .N)(work);
        return undefined;
    }
    catch (error) {
        return (0,_types_text_js__WEBPACK_IMPORTED_MODULE_3__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error));
    }
}
async function writeOne({ path, isPart, text }) {
    const opened = await openPlace(path);
    const { handle } = opened;
    try {
        const before = isPart && !opened.isNew ? await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(handle, _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .largestDocument */ .WZ) : undefined;
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
    const { path, missing } = await (0,_places_js__WEBPACK_IMPORTED_MODULE_4__/* .placeToWrite */ ._W)(asked);
    const folders = [];
    try {
        for (const folder of missing) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder);
            folders.push(folder);
        }
        const { handle, isNew } = await openOrMake(path);
        const { dev, ino } = await handle.stat();
        const opened = { path, handle, isNew, folders, id: idOf({ dev, ino }) };
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path))) === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path))
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
    const handle = await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .openRegular */ .lf)(path, 'change').catch(_places_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessAbsent */ .QY);
    return handle === undefined
        ? { handle: await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .openRegular */ .lf)(path, 'make'), isNew: true }
        : { handle, isNew: false };
}
async function leaveAsItWas({ path, handle, isNew, folders }) {
    await handle.close().catch(() => undefined);
    if (isNew)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.unlink)(path).catch(() => undefined);
    await removeFolders(folders);
}
async function removeFolders(folders) {
    for (const folder of [...folders].reverse())
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rmdir)(folder).catch(() => undefined);
}
async function identified(used) {
    const known = new Map();
    for (const { input, path } of used) {
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
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


/***/ }),

/***/ 2169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ olderForm)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38);
/* harmony import */ var _printed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(210);


const told = 'The registry refused a manifest, as registries do that do not know its subject field. Pushing the attestations in the older ' +
    'form, which every registry takes; nothing is built again.';
function olderForm({ inputs }, take) {
    return (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .asksAttestations */ .ak)(inputs.build.options) ? { suits: refusesForm, told, take } : undefined;
}
const manifestRefused = /\bPUT request to https?:\/\/\S+\/manifests\/sha256:[0-9a-f]{64}\S*: 405\b|\bunsupported: Invalid parameter at 'ImageManifest'/;
function refusesForm(output) {
    return manifestRefused.test((0,_printed_js__WEBPACK_IMPORTED_MODULE_1__/* .lastWords */ .aN)(output));
}


/***/ }),

/***/ 397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bi: () => (/* binding */ buildLocally),
  F0: () => (/* binding */ buildOnly),
  S9: () => (/* binding */ dockerfileOf),
  __: () => (/* binding */ loadForTest),
  tj: () => (/* binding */ platformOf)
});

// EXTERNAL MODULE: ./src/types/abort.ts
var abort = __webpack_require__(951);
// EXTERNAL MODULE: ./src/types/build-context.ts
var build_context = __webpack_require__(5851);
// EXTERNAL MODULE: ./src/types/latch.ts
var latch = __webpack_require__(8223);
// EXTERNAL MODULE: ./src/types/names.ts
var names = __webpack_require__(2357);
// EXTERNAL MODULE: ./src/docker/attestation-form.ts
var attestation_form = __webpack_require__(2169);
// EXTERNAL MODULE: ./src/docker/build-warnings.ts
var build_warnings = __webpack_require__(3656);
// EXTERNAL MODULE: ./src/docker/command.ts
var command = __webpack_require__(1721);
// EXTERNAL MODULE: ./src/docker/display.ts
var display = __webpack_require__(4722);
// EXTERNAL MODULE: ./src/docker/docker-failure.ts + 5 modules
var docker_failure = __webpack_require__(3401);
// EXTERNAL MODULE: ./src/docker/image-names.ts
var image_names = __webpack_require__(1468);
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
// EXTERNAL MODULE: ./src/docker/printed.ts
var printed = __webpack_require__(210);
;// CONCATENATED MODULE: ./src/docker/build-image.ts













function buildLocally(plan, builder, way, tools) {
    return buildInto({ name: (0,image_names/* localName */.fk)(plan.candidateTag), ...way }, plan, builder, tools);
}
async function buildInto({ name, ...way }, plan, builder, tools) {
    const result = await build(plan, builder, { kind: 'engine', name, ...way }, tools);
    const config = (0,printed/* configFromBuild */.HR)((0,printed/* outputOf */.jH)(result));
    const again = (0,attestation_form/* olderForm */.P)(plan, () => rebuild(plan, builder, { name, env: way.env ?? {} }, tools));
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
    const failed = { exitCode: result.exitCode, output: (0,printed/* outputOf */.jH)(result), dockerfile: dockerfileOf(plan) };
    throw (0,docker_failure/* dockerFailed */.i)({ step: 'build', repository: undefined, ...failed });
}
function loadForTest(plan, builder, { env }, tools) {
    return buildInto({ name: (0,image_names/* localName */.fk)(plan.candidateTag), env }, onePlatform(plan), builder, tools);
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
    const variables = { ...env, ...cloneFolder(plan, builder) };
    const { opened, open } = (0,latch/* latch */.R)();
    const limits = { show: true, patience: patience/* buildPatience */.Kq, engine, ...(signal !== undefined && { signal }) };
    const running = docker.run(args, {
        env: variables,
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
        const second = result.exitCode === 0 ? undefined : secondBuild(args, (0,printed/* outputOf */.jH)(result));
        if (second !== undefined) {
            log.info(second.why);
            result = await docker.run(second.args, { env: variables, ...limits });
        }
        const output = (0,printed/* outputOf */.jH)(result);
        const dockerfile = dockerfileOf(plan);
        const { exitCode } = result;
        if (exitCode === 0) {
            if (!isBuiltAgain(plan, builder, goal))
                (0,build_warnings/* tellBuildWarnings */.hz)(output, dockerfile, log);
            return result;
        }
        const found = goal.kind === 'check' ? (0,build_warnings/* failedCheck */.WU)(output, dockerfile) : undefined;
        throw found ?? (0,docker_failure/* dockerFailed */.i)({ step: 'build', exitCode, output, dockerfile, repository: undefined });
    });
}
function cloneFolder({ inputs, secretFolder }, { tool }) {
    const isCloned = tool === 'docker-build' && (0,build_context/* readContext */.yI)(inputs.build.context).kind === 'git';
    return isCloned ? { TMPDIR: secretFolder } : {};
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
function dockerfileOf({ inputs }) {
    const { context, file } = inputs.build;
    const path = file ?? `${context}/Dockerfile`;
    const isOutside = path.startsWith('/') || path.split(/[\\/]/).includes('..');
    const isElsewhere = (0,build_context/* isRemote */.Vx)(context) || isOutside || (0,build_context/* isDockerfileElsewhere */.Bi)(inputs.build);
    return isElsewhere ? undefined : (0,build_context/* dockerfilePath */.Se)(inputs.build);
}
function platformOf({ inputs, defaultPlatform }, builder) {
    const [asked] = inputs.build.platforms;
    return asked ?? (defaultPlatform === undefined ? builder.nativePlatform : (0,names/* parsePlatform */.FL)(defaultPlatform));
}


/***/ }),

/***/ 3656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WU: () => (/* binding */ failedCheck),
/* harmony export */   hz: () => (/* binding */ tellBuildWarnings)
/* harmony export */ });
/* unused harmony export warningsIn */
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9786);


const shownWarnings = 5;
function warningsIn(output) {
    const text = (0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutColour */ .Zb)(output).replaceAll('\r\n', '\n');
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
        return { what: (0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(what), line: at === undefined ? undefined : Number(at) };
    });
}
function checkedWarnings(text) {
    const blocks = text.matchAll(/^WARNING: (\w{1,100})(?: - \S{1,500})?\n([^\n]{1,1000})\n\n?(?:[^\n]{1,500}:(\d{1,7})\n-{20})?/gm);
    return [...blocks].map(([, rule = '', detail = '', at]) => ({
        what: `${rule}: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(detail)}`,
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
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'build-failed',
        what: `The checks of the Dockerfile found something: ${named.join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`,
        next: 'Correct those lines; a comment such as # check=skip=JSONArgsRecommended at the top of the Dockerfile turns a check off.',
        places,
    });
}
function lineText(line) {
    return line === undefined ? '' : `line ${String(line)}: `;
}


/***/ }),

/***/ 1721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ buildCommand)
/* harmony export */ });
/* harmony import */ var _git_credential_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5828);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38);


function buildCommand({ inputs, labels, annotations, secretFolder, }, builder, goal) {
    const build = builder.tool === 'buildx' ? (0,_git_credential_js__WEBPACK_IMPORTED_MODULE_1__/* .forBuildx */ .C)(inputs.build) : inputs.build;
    return [
        ...(builder.tool === 'buildx' ? ['buildx', 'build'] : ['build']),
        ...destinationOf(builder, goal),
        ...(builder.provenanceFlag ? (0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .provenanceArgument */ .tw)(build.options) : []),
        ...commonArguments(build),
        ...(0,_options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionArguments */ ._k)(build.options, secretFolder),
        ...labels.flatMap((label) => ['--label', label]),
        ...(builder.annotations && goal.kind === 'push'
            ? annotationArguments(annotations, build.platforms.length > 1)
            : []),
        build.context,
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

/***/ 3401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ dockerFailed),
  R: () => (/* binding */ pushFailureOf)
});

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __webpack_require__(8036);
// EXTERNAL MODULE: ./src/types/quota.ts
var types_quota = __webpack_require__(637);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
;// CONCATENATED MODULE: ./src/docker/download-causes.ts
const downloadCauses = [
    {
        pattern: /\bunable to download remote context\b|\bfailed to (?:read downloaded context|resolve httpcontext)\b/,
        where: 'words',
        code: 'build-failed',
        next: 'Correct the address in the input context, and look at whether the machine that builds reaches its host. Where not ' +
            'everybody may read it, download and unpack it in a step before, and give its folder.',
    },
    {
        pattern: /^ > \[internal\] load https?:\/\/\S+:$/m,
        where: 'output',
        code: 'build-failed',
        next: 'Correct the address in the input file, and look at whether the machine that builds reaches its host. Where not ' +
            'everybody may read it, download it in a step before, and give its path.',
    },
    {
        pattern: /unknown instruction: <(?:!DOCTYPE|html)\b/i,
        where: 'words',
        code: 'build-failed',
        next: 'What came is a web page: correct the address, which has to give the archive or the Dockerfile itself (on GitHub the ' +
            'raw one), and no page about it or to log in.',
    },
];

;// CONCATENATED MODULE: ./src/docker/git-causes.ts
const where = 'words';
const gitCauses = [
    {
        pattern: /repository does not contain ref |couldn't find remote ref |\breference is not a tree\b|\bnot our ref\b|expected checksum to match /,
        where,
        code: 'build-failed',
        next: 'Correct the ref in the Git URL, behind its # or in its query: a branch, a tag, or all digits of a commit that the ' +
            'repository has.',
    },
    {
        pattern: /Server does not allow request for unadvertised object/,
        where,
        code: 'build-failed',
        next: 'This host gives a commit only to who names a branch or a tag that ends with it: name that in the Git URL, or check the ' +
            'commit out with actions/checkout and give its folder.',
    },
    {
        pattern: /unsupported context source (?:ssh|[^\s@]+@\S+) for /,
        where,
        code: 'builder-unfit',
        next: 'BuildKit takes no further build context from an address that begins with ssh:// (git@host:path in newer versions): ' +
            'take the address over https, or check the repository out with actions/checkout and give its folder.',
    },
    {
        pattern: /\binvalid subdir\b|error setting git context|\bdocker-build-git\d+\/.*no such file or directory/,
        where,
        code: 'build-failed',
        next: 'Correct the folder in the Git URL, which stands behind the ref and a colon: a folder that the repository has at that commit.',
    },
    {
        pattern: /could not read (?:Username|Password) for|Authentication failed for '|\bterminal prompts disabled\b/,
        where,
        code: 'build-failed',
        next: 'Correct the user and the password in the address, or give a token that may read the repository by the input secrets, ' +
            'GIT_AUTH_TOKEN=<token>, or check the repository out with actions/checkout and give its folder.',
    },
    {
        pattern: /Permission denied \(publickey|Host key verification failed/,
        where,
        code: 'build-failed',
        next: 'Give a key that may read the repository by the input ssh, such as ssh: default, and its host to known_hosts, or take the address over https.',
    },
    {
        pattern: /failed to fetch remote |error fetching default branch|unable to 'git clone'/,
        where,
        code: 'build-failed',
        next: 'Correct the address of the repository, and look at whether the machine that builds reaches its host. A host may say ' +
            'of a private repository that there is none: give a token by the input secrets, GIT_AUTH_TOKEN=<token>.',
    },
    {
        pattern: /moby\.buildkit\.frontend\.gitquerystring/,
        where,
        code: 'builder-unfit',
        next: 'This BuildKit reads no query in a Git URL: write the ref and the folder behind #, as in ' +
            'https://host/repository.git#<branch, tag or commit>:<folder>, or take BuildKit 0.24 or newer.',
    },
];

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
    {
        pattern: /^ > exporting cache to [^\n]+$/m,
        where: 'output',
        code: 'build-failed',
        next: 'The Dockerfile was built, and its cache could not be written: look at the address that the input cache-to gives, and at the login ' +
            'there. A cache that may be missing has ignore-error=true in cache-to.',
    },
];
const buildCauses = [
    ...lost,
    ...unfit,
    ...gitCauses,
    ...downloadCauses,
    ...others,
];

// EXTERNAL MODULE: ./src/docker/printed.ts
var printed = __webpack_require__(210);
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
    [/Invalid parameter at '/, 'manifest-refused'],
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
const preparing = /\bunable to prepare context:/i;
function failedPushing(words) {
    return pushing.test(words) && ![pulling, unsolved, preparing].some((other) => other.test(words));
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
    const words = (0,printed/* lastWords */.aN)(output);
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

;// CONCATENATED MODULE: ./src/docker/docker-failure.ts







function pushFailureOf({ step, output, }) {
    const words = (0,printed/* lastWords */.aN)(output);
    return step === 'push' || failedPushing(words) ? classifyPushFailure(words) : undefined;
}
function dockerFailed(failed) {
    const failure = pushFailureOf(failed);
    if (failure === undefined)
        return buildFailed(failed);
    const words = (0,printed/* lastWords */.aN)(failed.output);
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
        case 'manifest-refused':
            return ('ECR does not take the manifest of this image. An image needs a layer, so an instruction that adds a file; without attestations ' +
                '(provenance: false, sbom: false) it has the plainest form.');
        case 'denied':
        case 'refused':
            return 'Look at what the policies of the role and of the repository grant; docs/reference/permissions.md has the actions of a push.';
        case 'passing':
        case 'other':
            return 'Run the job again; if it fails again, look at the connection between the runner and the registry.';
    }
}


/***/ }),

/***/ 345:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ requireFit)
});

// EXTERNAL MODULE: ./src/types/build-context.ts
var build_context = __webpack_require__(5851);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
;// CONCATENATED MODULE: ./src/docker/download-fit.ts


function requireFitForDownload({ file }, { tool, description }) {
    if (tool === 'buildx' || file === undefined || !(0,build_context/* isDownloaded */.UZ)(file))
        return;
    throw new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: `Input file is an address, and ${description} does not download a Dockerfile.`,
        next: 'Add docker/setup-buildx-action before this step, or download the Dockerfile in a step before and give its path.',
    });
}

// EXTERNAL MODULE: ./src/types/redact.ts
var redact = __webpack_require__(2024);
;// CONCATENATED MODULE: ./src/docker/git-fit.ts



function requireFitForGit({ context, options }, builder) {
    const further = options.buildContexts.map(({ value }) => ({ input: 'build-contexts', value }));
    const all = [{ input: 'context', value: context }, ...further];
    const asked = all.find(({ value }) => queryOf(value) !== '');
    if (asked !== undefined && !builder.gitQuery)
        throw unread(asked.input, builder);
    if (builder.tool === 'docker-build' && isGit(context) && (0,redact/* credentialsInContext */.Ny)(context).length > 0)
        throw published(builder);
    if (builder.tool === 'docker-build' && (0,build_context/* isOverSsh */.rg)(context) && !context.startsWith('git@'))
        throw unknownToDocker(builder);
}
function isGit(context) {
    return (0,build_context/* readContext */.yI)(context).kind === 'git';
}
function queryOf(context) {
    const read = (0,build_context/* readContext */.yI)(context);
    return read.kind === 'git' ? read.query : '';
}
function unread(input, { description }) {
    return new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: `Input ${input} is a Git URL with a query, which ${description} does not read.`,
        next: 'Write the ref and the folder behind #, as in https://host/repository.git#<branch, tag or commit>:<folder>, or add ' +
            'docker/setup-buildx-action before this step; a query needs buildx 0.29 and BuildKit 0.24.',
    });
}
function published({ description }) {
    return new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: `Input context is a Git URL with a credential, which ${description} would write to .git/config among the files of the build, so that COPY . takes it into the image.`,
        next: 'Add docker/setup-buildx-action before this step, or check the repository out with actions/checkout and give its folder.',
    });
}
function unknownToDocker({ description }) {
    return new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: `Input context is a Git URL over ssh that ${description} takes for a path.`,
        next: 'Write it as git@host:<path of the repository>, or add docker/setup-buildx-action before this step.',
    });
}

// EXTERNAL MODULE: ./src/docker/options.ts
var options = __webpack_require__(38);
;// CONCATENATED MODULE: ./src/docker/fit.ts





function requireFit({ inputs: { build }, ignoreFile }, builder, variable) {
    if (ignoreFile !== undefined && builder.tool === 'docker-build')
        throw fit_unread(ignoreFile, builder);
    requireFitForGit(build, builder);
    requireFitForDownload(build, builder);
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
    const agent = asksAgent(build, builder);
    if (agent !== undefined && (variable('SSH_AUTH_SOCK') ?? '') === '')
        throw noAgent(agent);
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
function asksAgent({ context, options: { ssh } }, { tool }) {
    if (ssh.some((one) => !one.includes('=')))
        return 'ssh';
    return ssh.length === 0 && tool === 'buildx' && (0,build_context/* isOverSsh */.rg)(context) ? 'context' : undefined;
}
function noAgent(input) {
    return new errors/* ShipError */.fS({
        code: 'builder-unfit',
        what: `Input ${input} asks for the ssh agent of the job, which has none: SSH_AUTH_SOCK is not set.`,
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


/***/ }),

/***/ 5828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ forBuildx)
/* harmony export */ });
/* harmony import */ var _types_git_credential_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2211);

function forBuildx(build) {
    const { context, options } = build;
    const all = [context, ...options.buildContexts.map(({ value }) => value)];
    const byHost = new Map(all.flatMap((address) => {
        const found = (0,_types_git_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .gitCredentialIn */ .T)(address);
        return found === undefined ? [] : [[found.host, found.header]];
    }));
    if (byHost.size === 0)
        return build;
    const secrets = [...byHost].map(([host, value]) => {
        return { kind: 'value', id: `GIT_AUTH_HEADER.${host}`, value };
    });
    const buildContexts = options.buildContexts.map(({ name, value }) => ({ name, value: bare(value) }));
    return {
        ...build,
        context: bare(context),
        options: { ...options, buildContexts, secrets: [...options.secrets, ...secrets] },
    };
}
function bare(address) {
    return (0,_types_git_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .gitCredentialIn */ .T)(address)?.address ?? address;
}


/***/ }),

/***/ 1468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fk: () => (/* binding */ localName),
/* harmony export */   jT: () => (/* binding */ registryName),
/* harmony export */   xx: () => (/* binding */ frontName)
/* harmony export */ });
function localName(tag) {
    return `ecr-ship.invalid/candidate:${tag}`;
}
function registryName(repository, tag) {
    return `${repository.uri}:${tag}`;
}
function frontName({ host }, { name }, tag) {
    return `${host}/${name}:${tag}`;
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

/***/ 210:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ configFromBuild),
/* harmony export */   L3: () => (/* binding */ digestFromPush),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   jH: () => (/* binding */ outputOf),
/* harmony export */   yW: () => (/* binding */ digestFromMetadata)
/* harmony export */ });
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);


function outputOf({ stdout, stderr }) {
    return `${stdout}\n${stderr}`;
}
function lastWords(output) {
    const lines = output
        .split('\n')
        .map((line) => line.trim().replace(/^: /, ''))
        .filter((line) => line !== '' && !line.startsWith('View build details:'));
    const last = lines.findLastIndex((line) => /^error\b/i.test(line));
    const from = last >= 0
        ? last
        : lines.findLastIndex((line) => /^(?:denied|failed|unable to prepare context)\b/i.test(line));
    const words = from >= 0 ? lines.slice(from, from + mostLines) : lines.slice(-1);
    return (words.join(': ') || 'it said nothing').replace(/^error:\s*/i, '');
}
const mostLines = 4;
function digestFromMetadata(text) {
    const digest = (0,_types_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(digestField(text));
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
    const digest = (0,_types_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(/\bdigest: (sha256:[0-9a-f]{64})\b/.exec(stdout)?.[1] ?? '');
    if (digest === undefined)
        throw noDigest('docker push printed no digest');
    return digest;
}
function configFromBuild(output) {
    const found = new Set([...output.matchAll(/ exporting config (sha256:[0-9a-f]{64})\b/g)].map(([, one]) => one));
    const [only = ''] = found.size === 1 ? found : [];
    return (0,_types_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(only);
}
function noDigest(what) {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'push-failed',
        what: `The image was built, but ${what}, so it is not known which image was pushed.`,
        next: 'Update Docker and buildx on the runner.',
    });
}


/***/ }),

/***/ 8096:
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
            what: `The file ${(0,types_text/* nameInLine */.BT)(path)} cannot be read: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}.`,
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
            for (const { isException, steps } of readable)
                if (isOut === isException && around.some((one) => (0,wildcard/* matchesSteps */.B)(steps, one)))
                    isOut = !isException;
            return isOut;
        },
        hasExceptions: readable.some(({ isException }) => isException),
    };
}
const longest = 4096;
function readPattern(line) {
    const isException = line.startsWith('!');
    const path = cleaned(isException ? line.slice(1).trim() : line);
    if (/[[\]\\]/.test(path) || path.length > longest)
        return undefined;
    return { isException, steps: stepsOf(path) };
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
// EXTERNAL MODULE: ./src/adapters/docker/docker-cli.ts + 12 modules
var docker_cli = __webpack_require__(1593);
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
            await (0,deadline/* withDeadline */.N)(() => (0,promises_.rm)(path, { recursive: true, force: true }).catch(places/* unlessAbsent */.QY));
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

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/adapters/http/connections-ahead.ts
var connections_ahead = __webpack_require__(592);
// EXTERNAL MODULE: ./src/types/regions.ts
var regions = __webpack_require__(5800);
// EXTERNAL MODULE: ./src/adapters/http/proxy.ts
var proxy = __webpack_require__(7021);
;// CONCATENATED MODULE: ./src/adapters/aws/api-ahead.ts



function apiAhead(variables) {
    const opened = new Map();
    return {
        open(region, count) {
            if (!opened.has(region))
                opened.set(region, connectToApi(region, variables, count));
        },
        take(region) {
            const agents = opened.get(region) ?? (0,proxy/* proxyAwareAgents */.j)();
            opened.delete(region);
            return agents;
        },
    };
}
function connectToApi(region, variables, count) {
    const agents = (0,proxy/* proxyAwareAgents */.j)();
    const url = likelyApi(region, variables);
    if (url !== undefined)
        (0,connections_ahead/* connectionsAhead */.T)(({ protocol }) => (protocol === 'https:' ? agents.httpsAgent : agents.httpAgent)).open(url, count);
    return agents;
}
const otherWays = [
    'AWS_USE_FIPS_ENDPOINT',
    'AWS_USE_DUALSTACK_ENDPOINT',
    'AWS_PROFILE',
    'AWS_CONFIG_FILE',
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
];
function likelyApi(region, variables) {
    if (otherWays.some((name) => (variables[name] ?? '') !== ''))
        return undefined;
    const own = [variables['AWS_ENDPOINT_URL_ECR'], variables['AWS_ENDPOINT_URL']].find(Boolean);
    if (own !== undefined && variables['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() !== 'true')
        return URL.canParse(own) ? new URL(own) : undefined;
    return (0,regions/* partitionOf */.iQ)(region) === 'aws' ? new URL(`https://api.ecr.${region}.amazonaws.com/`) : undefined;
}

;// CONCATENATED MODULE: ./src/adapters/ecr/connecting.ts


function connecting(signal, mask) {
    const ahead = apiAhead(process.env);
    const load = async () => {
        const { registries } = await __webpack_require__.e(/* import() */ 76).then(__webpack_require__.bind(__webpack_require__, 1076));
        return registries(signal, mask, ahead.take);
    };
    let loading;
    return {
        approach({ type, region }, questions) {
            if (type === 'private')
                ahead.open(region, questions);
        },
        async connect(target) {
            if (loading === undefined)
                await (0,external_node_timers_promises_.setImmediate)();
            return (await (loading ??= load()))(target);
        },
    };
}

// EXTERNAL MODULE: ./src/adapters/runner/ending.ts
var ending = __webpack_require__(5240);
;// CONCATENATED MODULE: ./src/adapters/runner/given-inputs.ts
function givenInputNames() {
    const prefix = 'INPUT_';
    return Object.keys(process.env)
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length).toLowerCase());
}

// EXTERNAL MODULE: ./src/adapters/github/github-api.ts + 3 modules
var github_api = __webpack_require__(9299);
// EXTERNAL MODULE: ./src/adapters/runner/github-job.ts + 1 modules
var github_job = __webpack_require__(2379);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./src/adapters/http/http-answer.ts
var http_answer = __webpack_require__(7196);
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
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./src/adapters/machine/search.ts

const search_mostMs = 1000;
const search = (expression, text) => {
    const find = () => expression.exec(text);
    try {
        return (0,external_node_vm_.runInNewContext)('find()', { find }, { timeout: search_mostMs });
    }
    catch (error) {
        if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            return 'endless';
        throw error;
    }
};

// EXTERNAL MODULE: ./src/adapters/machine/report-files.ts
var report_files = __webpack_require__(668);
// EXTERNAL MODULE: ./src/adapters/machine/secrets.ts + 1 modules
var machine_secrets = __webpack_require__(4207);
// EXTERNAL MODULE: ./src/types/job-secrets.ts
var job_secrets = __webpack_require__(2566);
// EXTERNAL MODULE: ./src/types/redact.ts
var redact = __webpack_require__(2024);
// EXTERNAL MODULE: ./src/types/secret-names.ts
var secret_names = __webpack_require__(8324);
// EXTERNAL MODULE: ./src/inputs/build-options.ts
var build_options = __webpack_require__(8042);
;// CONCATENATED MODULE: ./src/inputs/secret-values.ts




const shortest = 6;
function secretValues(raw, variable) {
    const buildArgs = readBuildArgs(raw['build-args'], variable);
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
        ...addressCredentials(raw, buildArgs),
        ...misplacedSecrets([...buildArgs, ...smokeTestVariables(raw['smoke-test'])]),
    ].filter((text) => text.trim() !== '');
}
function readBuildArgs(text, variable) {
    const lines = text.split('\n').map((line) => line.trim().replace(/^"(.*)"$/, '$1'));
    return lines.map((line) => {
        const equals = line.indexOf('=');
        return equals < 0 ? [line, variable(line) ?? ''] : [line.slice(0, equals), line.slice(equals + 1)];
    });
}
function smokeTestVariables(text) {
    const found = text.matchAll(/([\w.-]{1,80})["']?\s{0,8}[:=]\s{0,8}(?=("[^"\n]{0,4096}"|'[^'\n]{0,4096}'|[^\s,}\]]{1,4096}))/g);
    return [...found].map(([, name = '', value = '']) => [name, value.replace(/^(["'])(.*)\1$/, '$2')]);
}
function addressCredentials(raw, buildArgs) {
    const others = Object.entries(raw).filter(([name]) => name !== 'context' && name !== 'github-token');
    const texts = [...others.map(([, text]) => text), ...buildArgs.map(([, value]) => value)];
    return [...(0,redact/* credentialsInContext */.Ny)(raw.context), ...texts.flatMap(redact/* credentialsInText */.$b)];
}
function misplacedSecrets(given) {
    return given
        .filter(([name, value]) => value.length >= shortest && (0,secret_names/* looksSecret */.n)(name, value))
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
        gitQuery: false,
        annotations: false,
        graphDriver: !usesContainerdStore(info),
        machine: machineOf(info),
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
        gitQuery: atLeast(version, 0, 29),
        annotations: byDigest && atLeast(version, 0, 12),
        graphDriver: driver === 'docker' && !containerdStore,
        machine: driver === 'docker' ? machineOf(info) : undefined,
        nativePlatform: driver === 'docker' ? platformOf(info) : undefined,
        description: `buildx${version === undefined ? '' : ` ${version.replace(/^v/, '')}`}, driver ${driver}${engine}${store}`,
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
function machineOf(info) {
    const isRootless = (info.SecurityOptions ?? []).some((option) => option.startsWith('name=rootless'));
    const isNear = info.OSType === 'linux' && usesContainerdStore(info) && !isRootless;
    return isNear && (info.Name ?? '') !== '' ? info.Name : undefined;
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
    const match = /^v?(\d+)\.(\d+)/.exec(version ?? '');
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



function probeBuilder(docker, name) {
    const facts = name === undefined ? askSocket(docker) : Promise.resolve(undefined);
    let certain;
    return {
        likely: facts
            .then((found) => found && chooseFromSocket({ ...found, buildx: { driver: found.driver, version: undefined } }))
            .catch(() => undefined),
        certain: () => (certain ??= decide(docker, facts, name)),
    };
}
async function askSocket({ engine, buildx }) {
    const [info, driver] = await Promise.all([
        engine?.request('GET', '/info').catch(() => undefined),
        buildx?.driver().catch(() => undefined),
    ]);
    return info?.status !== 200 || driver === undefined ? undefined : { info: info.body, driver };
}
async function decide(docker, facts, name) {
    const found = await facts;
    const version = found && (await docker.buildx?.version().catch(() => undefined));
    const chosen = found === undefined || version === undefined
        ? undefined
        : chooseFromSocket({ info: found.info, buildx: { driver: found.driver, version } });
    return chosen ?? fromDocker(docker, name);
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

// EXTERNAL MODULE: ./src/types/runtimes.ts
var runtimes = __webpack_require__(9816);
;// CONCATENATED MODULE: ./src/inputs/runtime-problems.ts

function runtimeProblems(raw, values, type) {
    const { runtime = 'any', platforms = [], from } = values;
    if (runtime === 'any')
        return [];
    const problem = (input, allowed) => ({ input, given: raw[input], allowed });
    const misfit = (0,runtimes/* platformMisfit */.qk)(runtime, platforms);
    const noIndex = (0,runtimes/* indexMisfit */.L7)(runtime);
    const joined = from !== undefined && 'digests' in from.images && from.images.digests.length > 1;
    const attestations = ['provenance', 'sbom', 'attests'].filter((input) => asksFor(values[input]));
    return [
        ...(runtime === 'lambda' && type === 'public'
            ? [problem('runtime', `any, ecs or eks: ${(0,runtimes/* runtimeName */.qO)(runtime)} takes images from private ECR alone`)]
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

// EXTERNAL MODULE: ./src/docker/fit.ts + 2 modules
var fit = __webpack_require__(345);
// EXTERNAL MODULE: ./src/docker/build-image.ts + 1 modules
var build_image = __webpack_require__(397);
// EXTERNAL MODULE: ./src/docker/command.ts
var command = __webpack_require__(1721);
// EXTERNAL MODULE: ./src/docker/image-names.ts
var image_names = __webpack_require__(1468);
// EXTERNAL MODULE: ./src/plan/base-images.ts
var base_images = __webpack_require__(3353);
// EXTERNAL MODULE: ./src/types/latch.ts
var latch = __webpack_require__(8223);
// EXTERNAL MODULE: ./src/phases/base-images.ts
var phases_base_images = __webpack_require__(606);
// EXTERNAL MODULE: ./src/phases/build-secrets.ts
var build_secrets = __webpack_require__(6752);
;// CONCATENATED MODULE: ./src/phases/early-build.ts








const longestStartMs = 60;
function beginBuild({ plan, probe, logins = [] }, run) {
    const dropped = new AbortController();
    const { opened: shownFrom, open: show } = (0,latch/* latch */.R)();
    const { opened: begun, open: onStarted } = (0,latch/* latch */.R)();
    const { opened: decided, open: decide } = (0,latch/* latch */.R)();
    let begunWith;
    const begin = async () => {
        const [likely, selfContained] = await Promise.all([
            probe.likely,
            logins.length === 0 && isSelfContained(plan.inputs.build, run),
        ]);
        const builder = likely ?? (await probe.certain());
        if (builder.push !== 'by-tag' || !selfContained || !isFit(plan, builder, run))
            return undefined;
        dropped.signal.throwIfAborted();
        await (0,build_secrets/* putSecrets */.F)(plan, run);
        run.undo.plan({ kind: 'local-image', name: (0,image_names/* localName */.fk)(plan.candidateTag) });
        begunWith = builder;
        decide();
        return (0,build_image/* buildLocally */.Bi)(plan, builder, { shownFrom, signal: dropped.signal, onStarted }, run.ports);
    };
    const building = begin();
    building
        .catch(() => undefined)
        .finally(() => {
        decide();
        onStarted();
    });
    void begun.then(() => probe.certain().catch(() => undefined));
    const drop = async () => {
        dropped.abort(new Error('there is nothing to build'));
        await building.catch(() => undefined);
    };
    return {
        begun: Promise.race([begun, run.ports.clock.sleep(longestStartMs)]),
        async finish(builder) {
            await decided;
            if (begunWith !== undefined && !buildsAlike(plan, begunWith, builder)) {
                await drop();
                return undefined;
            }
            show();
            return building;
        },
        drop,
    };
}
function buildsAlike(plan, one, other) {
    const goal = { kind: 'engine', name: (0,image_names/* localName */.fk)(plan.candidateTag) };
    const [a, b] = [one, other].map((builder) => (0,command/* buildCommand */.O)(plan, builder, goal).join('\0'));
    return a === b;
}
function isFit(plan, builder, run) {
    try {
        (0,fit/* requireFit */.v)(plan, builder, run.ports.job.variable);
        return true;
    }
    catch {
        return false;
    }
}
async function isSelfContained(build, run) {
    const { buildContexts, cacheFrom, cacheTo } = build.options;
    if (build.cache !== 'off' || [...buildContexts, ...cacheFrom, ...cacheTo].length > 0)
        return false;
    const bases = await (0,phases_base_images/* baseImagesOf */.r)(build, run);
    return bases !== undefined && (0,base_images/* needsNoLogin */.M)(bases);
}

// EXTERNAL MODULE: ./src/phases/foreign-findings.ts
var foreign_findings = __webpack_require__(4191);
// EXTERNAL MODULE: ./src/phases/planning.ts + 9 modules
var planning = __webpack_require__(2901);
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
            ...nothing,
            ...found,
            commands,
            timings,
            startedAt,
            finishedAt: clock.now(),
            failure,
        }),
    };
}
const nothing = {
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
    tags: [],
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
        if (inputs.target !== undefined)
            run.ports.approach(inputs.target, firstQuestions[inputs.mode]);
        switch (inputs.mode) {
            case 'login': {
                const { logIn } = await __webpack_require__.e(/* import() */ 817).then(__webpack_require__.bind(__webpack_require__, 5817));
                return logIn(inputs, run);
            }
            case 'publish': {
                const { publish } = await __webpack_require__.e(/* import() */ 817).then(__webpack_require__.bind(__webpack_require__, 5817));
                return publish(inputs, run);
            }
            default:
                return build(inputs, structured.logins, run);
        }
    });
    return run.finish(lookBack);
}
const firstQuestions = { ship: 8, build: 8, publish: 8, plan: 0, login: 2 };
async function build(inputs, logins, run) {
    run.keep('inputs', inputs);
    const probe = probeBuilder(run.ports.docker, inputs.build.options.builder);
    if (inputs.target === undefined)
        probe.certain().catch(() => undefined);
    const plan = await run.do(planning/* planning */.I, { inputs });
    const exceptions = await (0,planning/* readAccepted */.o)(plan, run);
    await (0,foreign_findings/* readForeign */.v)(plan, run);
    if (inputs.mode === 'plan' || inputs.target === undefined) {
        const { building, previewing } = await __webpack_require__.e(/* import() */ 817).then(__webpack_require__.bind(__webpack_require__, 5817));
        return inputs.mode === 'plan'
            ? run.do(previewing, { plan, probe })
            : run.do(building, { plan, probe, logins });
    }
    const early = beginBuild({ plan, probe, logins }, run);
    await early.begun;
    const begun = { inputs, target: inputs.target, logins, probe, plan, exceptions, early };
    const goOn = async () => (await __webpack_require__.e(/* import() */ 817).then(__webpack_require__.bind(__webpack_require__, 5817))).finishBuild(begun, run);
    await goOn().catch(async (error) => {
        await early.drop();
        throw error;
    });
}
const lookBack = async (run, ports) => {
    const { lookEverywhere } = await __webpack_require__.e(/* import() */ 817).then(__webpack_require__.bind(__webpack_require__, 5817));
    return lookEverywhere(run, ports);
};

;// CONCATENATED MODULE: ./src/main.ts


















async function main(cancelled) {
    const secrets = (0,machine_secrets/* startSecrets */.Q)();
    try {
        const raw = github_job/* readRawInputs */.yI();
        const { mask, variable } = github_job/* githubJob */.X9(secrets);
        secretValues(raw, variable).forEach(mask);
        if (raw['registry-logins'] !== '')
            (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(497)]).then(__webpack_require__.bind(__webpack_require__, 1497))).passwordsIn(raw['registry-logins']).forEach(mask);
        for (const text of unknownInputs(givenInputNames()))
            github_job/* githubLog */.QL(secrets).warning(text);
        const facts = await github_job/* readRunFacts */.FA(github_job/* githubLog */.QL(secrets));
        const report = await ship(raw, { facts, world: worldOf(secrets), cancelled });
        const { giveResults } = await __webpack_require__.e(/* import() */ 817).then(__webpack_require__.bind(__webpack_require__, 5817));
        await giveResults(report, secrets);
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
        github: (0,github_api/* githubApi */.M)(log.debug),
        docker: (0,docker_cli.dockerCli)({ secrets, signal, children, folders }),
        dockerConfig: privateDockerConfig(),
        files: (0,report_files/* reportFiles */.I)(),
        processes: { end: processes/* endProcess */.JZ },
        probe: httpProbe(signal),
        search: search,
        ...connecting(signal, github_job/* githubJob */.X9(secrets).mask),
    });
}


/***/ }),

/***/ 606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ baseImagesOf)
/* harmony export */ });
/* harmony import */ var _plan_base_images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3353);
/* harmony import */ var _types_build_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5851);


async function baseImagesOf({ context, file, buildArgs }, { ports }) {
    if ((0,_types_build_context_js__WEBPACK_IMPORTED_MODULE_1__/* .isRemote */ .Vx)(context))
        return undefined;
    const text = await ports.checkout.readText(file ?? `${context}/Dockerfile`).catch(() => undefined);
    return text === undefined ? undefined : (0,_plan_base_images_js__WEBPACK_IMPORTED_MODULE_0__/* .readBaseImages */ .k)(text, buildArgs);
}


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ putSecrets)
/* harmony export */ });
/* harmony import */ var _docker_git_credential_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5828);
/* harmony import */ var _types_build_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5851);


async function putSecrets({ inputs, secretFolder }, { ports, undo }) {
    const { context, options } = (0,_docker_git_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .forBuildx */ .C)(inputs.build);
    const { secrets } = options;
    const values = secrets.flatMap((secret, at) => secret.kind === 'value' ? [{ name: String(at), text: secret.value }] : []);
    if (values.length === 0 && (0,_types_build_context_js__WEBPACK_IMPORTED_MODULE_1__/* .readContext */ .yI)(context).kind !== 'git')
        return;
    undo.plan({ kind: 'folder', path: secretFolder, isForJob: false });
    await ports.dockerConfig.putSecrets(secretFolder, values);
}


/***/ }),

/***/ 4191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ assignForeign),
/* harmony export */   v: () => (/* binding */ readForeign)
/* harmony export */ });
/* harmony import */ var _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2764);
/* harmony import */ var _scan_foreign_assign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9925);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4218);
/* harmony import */ var _types_message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2090);
/* harmony import */ var _types_refusal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3617);
/* harmony import */ var _types_severity_word_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8959);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9786);
/* harmony import */ var _tags_had_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(679);








async function readForeign({ inputs }, run) {
    if (inputs.target === undefined || inputs.findings.length === 0)
        return;
    const scans = [];
    for (const place of inputs.findings)
        scans.push(await readOne(place, run));
    const all = scans.reduce((sum, { findings }) => sum + findings.length, 0);
    const last = scans.at(-1);
    if (all > _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .mostFindings */ .Yb && last !== undefined)
        throw unusable(last, `with it there are more than ${String(_types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .mostFindings */ .Yb)} findings`);
    run.keep('foreign', scans);
    run.tell(scans.map(({ path, tools, findings }) => (0,_types_message_js__WEBPACK_IMPORTED_MODULE_4__/* .info */ .pq)(`Read ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_3__/* .nameInLine */ .BT)(path)} by ${tools.join(', ')}: findings ${String(findings.length)}.`)));
}
async function readOne(place, { ports }) {
    const text = await ports.checkout.readLeft(place.path, _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .largestFindingsFile */ .Du).catch((cause) => {
        const { what, next } = (0,_types_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asShipError */ .Nn)(cause);
        throw new _types_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ShipError */ .fS({ code: 'invalid-findings', what, next, cause });
    });
    if (text === undefined)
        throw new _types_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ShipError */ .fS({
            code: 'invalid-findings',
            what: `The file ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_3__/* .nameInLine */ .BT)(place.path)} of the input findings is not there.`,
            next: 'Let a step before this one scan the image and write it; where that step fails, the job has to end: not scanned is not clean.',
        });
    const { readScan } = await __webpack_require__.e(/* import() */ 709).then(__webpack_require__.bind(__webpack_require__, 2709));
    try {
        return readScan(text, place);
    }
    catch (error) {
        if (error instanceof _types_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .Refusal */ .P_)
            throw unusable(place, error.message);
        throw error;
    }
}
function assignForeign(plan, image, run) {
    const isStrange = plan.source.trust === 'stranger';
    const { words } = plan.inputs.policy;
    const scans = (run.found('foreign') ?? []).map((scan) => {
        if (isStrange && !(0,_scan_foreign_assign_js__WEBPACK_IMPORTED_MODULE_1__/* .isProven */ .n)(scan))
            throw unusable(scan, `it does not say which image it is about, and the checkout, which may hold such a file, may be a stranger's: ${plan.source.strangers ?? ''}`);
        return { ...assigned(scan, image, run), findings: scan.findings.map((finding) => (0,_types_severity_word_js__WEBPACK_IMPORTED_MODULE_6__/* .meant */ .wx)(finding, words)) };
    });
    if (scans.length > 0)
        run.keep('foreign', scans);
    run.tell(scans.filter((scan) => !(0,_scan_foreign_assign_js__WEBPACK_IMPORTED_MODULE_1__/* .isProven */ .n)(scan)).map(unproven));
    return scans;
}
function assigned(scan, image, run) {
    try {
        return (0,_scan_foreign_assign_js__WEBPACK_IMPORTED_MODULE_1__/* .assign */ .k)(scan, image);
    }
    catch (error) {
        if (!(error instanceof _types_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .Refusal */ .P_))
            throw error;
        throw new _types_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ShipError */ .fS({
            code: 'invalid-findings',
            what: `The file ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_3__/* .nameInLine */ .BT)(scan.path)} of the input findings cannot be used: ${error.message}.`,
            next: `${(0,_tags_had_js__WEBPACK_IMPORTED_MODULE_7__/* .fateOfTags */ .x)(run)} Scan exactly the image that is published (docs/how-to/foreign-findings.md), or say with platform= which platform a file is about.`,
        });
    }
}
function unproven({ path, tools }) {
    return (0,_types_message_js__WEBPACK_IMPORTED_MODULE_4__/* .notice */ .lm)(`${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_3__/* .nameInLine */ .BT)(path)} by ${tools.join(', ')} does not say by a digest which image it is about: that it is this one is taken on ` +
        'trust. Scan the image by its digest (docs/how-to/foreign-findings.md).');
}
function unusable({ path }, why) {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ShipError */ .fS({
        code: 'invalid-findings',
        what: `The file ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_3__/* .nameInLine */ .BT)(path)} of the input findings cannot be used: ${why}.`,
        next: 'Look at the step that writes it; what such a file has to have is in docs/how-to/foreign-findings.md.',
    });
}


/***/ }),

/***/ 2901:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ planning),
  o: () => (/* binding */ readAccepted)
});

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
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

// EXTERNAL MODULE: ./src/types/build-context.ts
var build_context = __webpack_require__(5851);
// EXTERNAL MODULE: ./src/types/inputs.ts
var inputs = __webpack_require__(8792);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/types/git-credential.ts
var git_credential = __webpack_require__(2211);
// EXTERNAL MODULE: ./src/types/redact.ts
var redact = __webpack_require__(2024);
;// CONCATENATED MODULE: ./src/plan/address-credentials.ts




function addressCredentials(build) {
    requireOneByHost(build);
    const left = contextsOf(build).filter(hasCredential);
    const shown = shownBy(build.options);
    const published = left.find(({ value }) => hasCredential({ value: shown(value) }));
    if (published !== undefined)
        throw new errors/* ShipError */.fS({
            code: 'invalid-input',
            what: `The credential in the ${published.place} would be published: provenance holds that address.`,
            next: `${published.instead}, or ask for no provenance.`,
        });
    const file = {
        place: 'input file',
        value: build.file ?? '',
        instead: 'Download it in a step before, and give its path',
    };
    return [...left, ...[file].filter(({ value }) => (0,build_context/* isDownloaded */.UZ)(value) && hasCredential({ value }))].map(({ place, instead }) => `The credential in the ${place} can be read by whoever else uses the machine, in docker's arguments and in what buildx keeps of a build: docker takes it in no other way. ${instead}.`);
}
function shownBy({ provenance = 'false', attests }) {
    const asked = [
        ...(provenance === 'false' ? [] : [provenance]),
        ...attests.filter((attest) => /(?:^|,)type=provenance(?:,|$)/.test(attest)),
    ];
    if (asked.some((text) => /\bmode=max\b/.test(text)))
        return (address) => address;
    return asked.length === 0 ? () => '' : (address) => address.replace(/^(https?:\/\/)[^/?#]*@/i, '$1');
}
function contextsOf({ context, options }) {
    const further = options.buildContexts.map(({ name, value }) => ({
        place: `line ${name} of the input build-contexts`,
        value,
    }));
    return [{ place: 'input context', value: context }, ...further].map((one) => ({
        ...one,
        instead: (0,build_context/* readContext */.yI)(one.value).kind === 'download'
            ? 'Download it in a step before, and give its folder'
            : 'Give it by the input secrets, GIT_AUTH_TOKEN=<token>, or a key by the input ssh',
    }));
}
function hasCredential({ value }) {
    const address = (0,git_credential/* gitCredentialIn */.T)(value)?.address ?? value;
    return (0,build_context/* isRemote */.Vx)(address) && (0,redact/* credentialsInContext */.Ny)(address).length > 0;
}
function requireOneByHost(build) {
    const known = new Map();
    for (const { place, value } of contextsOf(build)) {
        const found = (0,git_credential/* gitCredentialIn */.T)(value) ?? gitSecretFor(value, build.options);
        if (found === undefined)
            continue;
        const { host, header } = found;
        const other = known.get(host);
        if (other !== undefined && other.header !== header)
            throw new errors/* ShipError */.fS({
                code: 'invalid-input',
                what: `The ${other.place} and the ${place} have different credentials for ${host}, and BuildKit takes one for each host.`,
                next: 'Give both the same one, that of a user or a token that may read both repositories, or check one of them out with actions/checkout and give its folder.',
            });
        known.set(host, { place, header });
    }
}
function gitSecretFor(address, { secrets }) {
    const host = /^https?:\/\/([^/?#@]+)/i.exec(address)?.[1];
    if (host === undefined || (0,build_context/* readContext */.yI)(address).kind !== 'git')
        return undefined;
    const names = [`GIT_AUTH_HEADER.${host}`, `GIT_AUTH_TOKEN.${host}`, 'GIT_AUTH_HEADER', 'GIT_AUTH_TOKEN'];
    const header = names.find((name) => secrets.some(({ id }) => id === name));
    return header === undefined ? undefined : { host, header };
}

// EXTERNAL MODULE: ./src/types/names.ts
var types_names = __webpack_require__(2357);
// EXTERNAL MODULE: ./src/types/build-record.ts
var build_record = __webpack_require__(7155);
// EXTERNAL MODULE: ./src/plan/annotations.ts
var plan_annotations = __webpack_require__(6585);
// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/plan/scope.ts + 2 modules
var plan_scope = __webpack_require__(3878);
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
    const scope = (0,plan_scope/* scopeOf */.O)(source, 0);
    const standard = new Map(source.commit === undefined ? [] : [[build_record/* revisionLabel */.wc, source.commit]]);
    const labels = (0,plan_labels/* withOwn */.Lw)(standard, build.labels, scope);
    const place = { scope, levels: facts.levels ?? ['manifest'], hasIndex: build.platforms.length > 1 };
    const annotations = (0,plan_annotations/* withOwnAnnotations */.f)(standard, build.annotations, place);
    const texts = {
        context: placeOf(build.context),
        file: build.file === undefined ? '' : placeOf(build.file),
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
    const hashed = await Promise.all(names.map(async (part) => [part, await (0,build_record/* shortHash */.BC)(JSON.stringify(texts[part]))]));
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
function placeOf(path) {
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

// EXTERNAL MODULE: ./src/inputs/parsed.ts
var parsed = __webpack_require__(2344);
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
        if (!(0,build_context/* isDownloaded */.UZ)(file) && (await isFolder(file)))
            throw noFile(file);
        if ((0,build_context/* isDownloaded */.UZ)(file) || (await exists(file)))
            return;
        throw missingFile(file, context, await exists(joined(context, file)));
    }
    const usual = joined(context, 'Dockerfile');
    if ((await exists(usual)) || (await exists(joined(context, 'dockerfile'))))
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
    const path = `${file ?? joined(context, 'Dockerfile')}.dockerignore`;
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
        next: `Give the path of the Dockerfile itself, such as ${joined(file, 'Dockerfile')}; the folder that is built is the input context.`,
    });
}
function missingFile(file, context, isInContext) {
    const meant = isInContext ? ` Write file: ${joined(context, file)}.` : '';
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input file is ${(0,parsed/* quote */.hD)(file)}, and there is no such file in the workspace.`,
        next: `Give its path from the root of the workspace; it is not relative to context (${(0,parsed/* quote */.hD)(context)}).${meant}${isInContext ? '' : ` ${checkoutHint}`}`,
    });
}
function joined(folder, path) {
    const base = folder.replace(/^(?:\.\/+)+/, '').replace(/(?<!\/)\/+$/, '');
    return base === '' || base === '.' ? path : `${base}/${path}`;
}

// EXTERNAL MODULE: ./src/inputs/scalars.ts + 1 modules
var scalars = __webpack_require__(11);
// EXTERNAL MODULE: ./src/plan/source.ts + 2 modules
var source = __webpack_require__(5450);
;// CONCATENATED MODULE: ./src/plan/metadata-settings.ts




const prefix = 'DOCKER_METADATA_';
const [fewest, most] = [4, 64];
const known = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];
function metadataSettings(variable) {
    const text = (name) => (0,scalars/* plainWord */.hx)(variable(`${prefix}${name}`) ?? '');
    return {
        shortLength: shortLengthOf(text('SHORT_SHA_LENGTH')),
        isHead: text('PR_HEAD_SHA') === 'true',
        levels: levelsOf(text('ANNOTATIONS_LEVELS')),
        notices: text('SET_OUTPUT_ENV') === 'true'
            ? [
                `${prefix}SET_OUTPUT_ENV is not used: later steps read the outputs of this step, such as steps.<id>.outputs.tags.`,
            ]
            : [],
    };
}
function shortLengthOf(text) {
    if (text === '')
        return source/* usualShortLength */.Ze;
    const length = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (length >= fewest && length <= most)
        return length;
    throw unusable('SHORT_SHA_LENGTH', text, `a whole number from ${String(fewest)} to ${String(most)}`);
}
function levelsOf(text) {
    if (text === '')
        return undefined;
    const levels = text.split(',').map((level) => level.trim());
    if (levels.every((level) => known.includes(level)))
        return levels;
    throw unusable('ANNOTATIONS_LEVELS', text, `${known.join(', ')}, between commas`);
}
function unusable(name, given, allowed) {
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `The variable ${prefix}${name} is ${(0,parsed/* quote */.hD)(given)}; allowed: ${allowed}.`,
        next: 'Correct it in the env of the step or the job, or leave it out.',
    });
}

// EXTERNAL MODULE: ./src/plan/plan.ts + 9 modules
var plan_plan = __webpack_require__(3928);
// EXTERNAL MODULE: ./src/types/secret-names.ts
var secret_names = __webpack_require__(8324);
;// CONCATENATED MODULE: ./src/plan/secret-args.ts


function secretArguments({ buildArgs, options }, variable) {
    const names = buildArgs.flatMap((argument) => {
        const equals = argument.indexOf('=');
        const name = equals < 0 ? argument : argument.slice(0, equals);
        const value = equals < 0 ? (variable(name) ?? '') : argument.slice(equals + 1);
        return (0,secret_names/* looksSecret */.n)(name, value) ? [name] : [];
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

;// CONCATENATED MODULE: ./src/plan/secret-variables.ts
function unsetSecrets({ options }, variable) {
    return options.secrets.flatMap((secret) => secret.kind === 'env' && variable(secret.variable) === undefined
        ? [
            `The input secret-envs takes the secret ${secret.id} from ${secret.variable}, a variable that this job does not have: the build ` +
                `gets an empty one. Set it by env: in the step, or leave the secret out.`,
        ]
        : []);
}

// EXTERNAL MODULE: ./src/plan/strangers.ts
var plan_strangers = __webpack_require__(8640);
;// CONCATENATED MODULE: ./src/plan/prepare.ts














async function preparePlan(inputs, run, tools, image) {
    const variable = (name) => tools.job.variable(name);
    const settings = metadataSettings(variable);
    if (image !== undefined) {
        const source = await sourceOfImage(image, inputs, { run, tools, settings });
        return (0,plan_plan/* makePlan */.Cs)(inputs, { ...factsOf(run, tools), source, settings });
    }
    await requireFiles(inputs, tools.checkout);
    const { source, tree } = await findSource(inputs, run, tools, settings);
    const planned = (0,plan_plan/* makePlan */.Cs)(inputs, { ...factsOf(run, tools), source, settings });
    const ignoreFile = await ownIgnoreFile(inputs.build, tools.checkout);
    const plan = {
        ...planned,
        warnings: [
            ...planned.warnings,
            ...secretArguments(inputs.build, variable),
            ...unsetSecrets(inputs.build, variable),
            ...addressCredentials(inputs.build),
        ],
        ...(ignoreFile !== undefined && { ignoreFile }),
    };
    const { levels } = settings;
    return inputs.push ? (0,plan_plan/* withRecord */.q8)(plan, await recordOf(inputs, { source, tree, levels, variable })) : plan;
}
function sourceOfImage(image, inputs, around) {
    const { isHead, shortLength } = around.settings;
    const known = (0,source/* sourceOf */.vz)(around.run.event, {
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
        const tree = remoteTree(inputs.build);
        const known = (0,source/* sourceOf */.vz)(run.event, { context, head: undefined, tree, pullRequestCommit, shortLength });
        return { source: await completed(known, inputs, tools), tree };
    }
    const head = await checkout.head(context);
    const strangers = (0,plan_strangers/* strangersIn */.Z)(run.event);
    if (head.kind === 'unreadable' && strangers !== undefined)
        throw unreadable(head.why, strangers);
    const sha = head.kind === 'commit' ? head.sha : undefined;
    const reports = [inputs.resultFile, inputs.evidenceFile, inputs.sarifFile, inputs.envFile].filter((path) => path !== undefined);
    const isAsked = inputs.push || strangers !== undefined;
    const tree = isAsked
        ? await treeOf(inputs.build, () => checkout.treeState(sha, context, file, reports))
        : undefined;
    const known = (0,source/* sourceOf */.vz)(run.event, {
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
async function treeOf({ file }, ofCheckout) {
    if (file === undefined || !(0,build_context/* isDownloaded */.UZ)(file))
        return ofCheckout();
    return { kind: 'unknown', why: `the Dockerfile, ${(0,parsed/* quote */.hD)(file)}, does not lie in the checkout` };
}
function remoteTree(build) {
    return (0,build_context/* isDockerfileElsewhere */.Bi)(build)
        ? {
            kind: 'unknown',
            why: `the Dockerfile, ${(0,parsed/* quote */.hD)(build.file ?? '')}, does not lie in the repository of the build context`,
        }
        : { kind: 'clean' };
}
async function completed(known, inputs, { github }) {
    const missing = (0,source/* missingFacts */.Yq)(known, (0,plan_plan/* wantedFacts */.nZ)(inputs));
    const [repository, committedAt] = await Promise.all([
        missing.repository || missing.defaultBranch ? github.repository() : undefined,
        missing.commitDate && known.commit !== undefined ? github.committedAt(known.commit) : undefined,
    ]);
    return (0,source/* withApiFacts */.mZ)(known, { repository, committedAt });
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
function unreadable(why, strangers) {
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
function factsOf(run, { clock, job, search }) {
    return { run, now: clock.now(), shortId: job.shortId(), search };
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

// EXTERNAL MODULE: ./src/report/plan-lines.ts
var plan_lines = __webpack_require__(1061);
// EXTERNAL MODULE: ./src/tell.ts
var tell = __webpack_require__(44);
// EXTERNAL MODULE: ./src/types/message.ts
var message = __webpack_require__(2090);
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
        await (0,tell/* tryFiles */.j)(inputs, run, run.ports.files);
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
        ...(0,plan_lines/* planLines */.HN)(plan).map(message/* info */.pq),
        ...(0,plan_lines/* planWarnings */.pH)(plan).map(message/* warning */.$e),
        ...plan.notices.map(message/* notice */.lm),
    ],
};
async function readAccepted({ inputs, source }, run) {
    const foreign = source.trust === 'stranger' ? source.strangers : undefined;
    return run.keep('exceptions', await readExceptions(inputs, foreign, run.ports));
}


/***/ }),

/***/ 679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ tagsHad),
/* harmony export */   x: () => (/* binding */ fateOfTags)
/* harmony export */ });
function tagsHad(run) {
    const tags = run.found('tags') ?? [];
    return tags.flatMap(({ tag, outcome }) => (outcome === 'set' || outcome === 'unchanged' ? [tag] : []));
}
function fateOfTags(run) {
    return tagsHad(run).length === 0 ? 'No tag was set.' : 'Its tags were set first, and stay.';
}


/***/ }),

/***/ 6585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ withOwnAnnotations)
/* harmony export */ });
/* harmony import */ var _inputs_expressions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8602);
/* harmony import */ var _inputs_parsed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2344);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3848);



const levels = /^((?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?(?:,(?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?)*):(.*)$/s;
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
        const [, given, rest = line] = levels.exec(line) ?? [];
        const equals = rest.indexOf('=');
        const value = (0,_inputs_expressions_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._3)(rest.slice(equals + 1), scope);
        if (!value.ok)
            return (0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .notAllowed */ .mj)(`in ${(0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(line)} ${value.allowed}`);
        const name = rest.slice(0, equals);
        const refusal = (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalOf */ .Of)(name, value.value, standard);
        if (refusal !== undefined)
            return refusal;
        const at = given?.split(',') ?? usual;
        if (given !== undefined && !at.every(hasPlace))
            homeless.push(line);
        set(name, at.filter(hasPlace), value.value);
    }
    const names = [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return (0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_1__.ok)({ lines: names.flatMap(([name, at]) => linesOf(name, at, hasIndex)), homeless });
}
function linesOf(name, at, hasIndex) {
    const builders = hasIndex ? 'index,manifest' : 'manifest';
    return [...new Set(at.values())].map((value) => {
        const places = [...at].flatMap(([level, its]) => (its === value ? [level] : []));
        const where = places.toSorted().join(',');
        return where === builders ? `${name}=${value}` : `${where}:${name}=${value}`;
    });
}


/***/ }),

/***/ 3353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ needsNoLogin),
/* harmony export */   k: () => (/* binding */ readBaseImages)
/* harmony export */ });
function readBaseImages(dockerfile, buildArgs = []) {
    const values = argumentsOf(instructionsOf(dockerfile), buildArgs);
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
    for (const line of instructionsOf(dockerfile)) {
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
function instructionsOf(dockerfile) {
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


/***/ }),

/***/ 769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qy: () => (/* binding */ keptCaches),
/* harmony export */   _A: () => (/* binding */ cacheTags),
/* harmony export */   _s: () => (/* binding */ planCache),
/* harmony export */   nT: () => (/* binding */ withCache)
/* harmony export */ });
/* harmony import */ var _inputs_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4233);
/* harmony import */ var _types_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2357);


const cachePrefix = 'cache-';
function planCache(kind, source, uri) {
    const known = scopesOf(source);
    const [first] = known;
    const mayWrite = source.ref.kind === 'branch' && source.trust === 'ref' && source.strangers === undefined;
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
function cacheTags(source) {
    return scopesOf(source).map((scope) => `${cachePrefix}${scope}`);
}
function scopesOf({ ref, baseBranch, repository }) {
    const own = ref.kind === 'branch' ? ref.name : undefined;
    const branches = [own, baseBranch, repository.defaultBranch].filter((branch) => branch !== undefined);
    const [first = scopeOf('main'), ...others] = [...new Set(branches)].map(scopeOf);
    return [first, ...others];
}
function scopeOf(branch) {
    return branch.replace(/[^\w.-]+/g, '-').slice(0, 100) || 'branch';
}
function withCache(options, { from, to }) {
    return { ...options, cacheFrom: [...options.cacheFrom, ...from], cacheTo: [...options.cacheTo, ...to] };
}
function keptCaches({ cacheTo }, uri) {
    return cacheTo.flatMap((entry) => {
        const ref = registryRef(entry);
        if (ref === undefined || !`${ref}:`.startsWith(`${uri}:`))
            return [];
        const tag = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .ED)(ref.slice(uri.length + 1) || 'latest');
        return tag === undefined ? [] : [{ entry, tag }];
    });
}
function registryRef(entry) {
    const [read] = (0,_inputs_list_js__WEBPACK_IMPORTED_MODULE_1__/* .readList */ .L)(entry, 'parts');
    if (read === undefined || !('parts' in read))
        return undefined;
    if (read.parts.length === 1 && !entry.includes('='))
        return entry;
    const options = new Map(read.parts.map(({ text }) => {
        const [name = '', ...value] = text.split('=');
        return [name.trim().toLowerCase(), value.join('=')];
    }));
    return options.get('type') === 'registry' ? options.get('ref') : undefined;
}


/***/ }),

/***/ 9271:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ repositoryFromApi),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5574);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3305);


function readEvent(event) {
    const payload = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(event.payload);
    const pullRequest = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['pull_request']);
    const common = {
        name: event.name,
        commit: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd)(event.sha),
        headCommit: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(pullRequest['head'])['sha'])),
        baseBranch: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(pullRequest['base'])['ref'])),
        isMarkedPreRelease: event.name === 'release' && (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['release'])['prerelease'] === true,
        dated: datedCommit((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['head_commit'])),
        repository: repositoryOf(event, payload),
    };
    switch (event.name) {
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment':
        case 'pull_request_target': {
            const number = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(pullRequest['number']) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(payload['number']);
            const isMerged = event.name === 'pull_request' && pullRequest['merged'] === true;
            const onBranch = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref);
            if (number === undefined || (isMerged && onBranch.kind === 'branch'))
                return { ...common, ref: onBranch };
            return { ...common, ref: { kind: 'pull-request', number } };
        }
        case 'merge_group': {
            const group = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['merge_group']);
            const base = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(group['base_ref']).replace(/^refs\/heads\//, '');
            return {
                ...common,
                ref: base === '' ? (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref) : { kind: 'merge-queue', base },
                commit: common.commit ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(group['head_sha'])),
                baseBranch: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)(base),
                dated: datedCommit((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(group['head_commit'])),
            };
        }
        case 'release': {
            const tag = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['release'])['tag_name']);
            const ref = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref);
            return { ...common, ref: ref.kind === 'none' && tag !== '' ? { kind: 'tag', name: tag } : ref };
        }
        case 'push':
            return { ...common, ref: (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref), baseBranch: branchOf((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload['base_ref'])) };
        default:
            return { ...common, ref: (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref) };
    }
}
function branchOf(ref) {
    const found = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(ref);
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
    const repository = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['repository']);
    const branch = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref);
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
    const repository = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(answer);
    return {
        isDescribed: Object.keys(repository).length > 0,
        name: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(repository['name'])),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(repository['description'])),
        url: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(repository['html_url'])),
        defaultBranch: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(repository['default_branch'])),
        license: licenseOf(repository),
    };
}
function licenseOf(repository) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(repository['license'])['spdx_id']);
    return id === '' || id === 'NOASSERTION' ? undefined : id;
}
function datedCommit(head) {
    const sha = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(head['id']));
    const at = Date.parse((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(head['timestamp']));
    return sha === undefined || Number.isNaN(at) ? undefined : { sha, at };
}


/***/ }),

/***/ 3848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ standardLabels),
/* harmony export */   Lw: () => (/* binding */ withOwn),
/* harmony export */   Of: () => (/* binding */ refusalOf)
/* harmony export */ });
/* harmony import */ var _types_build_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7155);
/* harmony import */ var _inputs_expressions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8602);
/* harmony import */ var _inputs_parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2344);



const prefix = 'org.opencontainers.image.';
function refusalOf(name, value, standard) {
    if (name === _types_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordLabel */ .Gn)
        return (0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`no ${_types_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordLabel */ .Gn}, which ecr-ship sets itself`);
    const commit = standard.get(_types_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionLabel */ .wc);
    if (name !== _types_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionLabel */ .wc || value === commit)
        return undefined;
    return (0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(commit === undefined
        ? `no ${_types_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionLabel */ .wc} where it is not certain which commit is built, not ${(0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}`
        : `as ${_types_build_record_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionLabel */ .wc} the commit that is built, ${commit}, not ${(0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}`);
}
function standardLabels({ repository, commit, elsewhere }, version, createdAt) {
    const labels = {
        title: repository.name,
        description: repository.description,
        url: repository.url,
        source: elsewhere ?? repository.url,
        version,
        created: new Date(createdAt).toISOString(),
        revision: commit,
        licenses: elsewhere === undefined ? repository.license : undefined,
    };
    const known = Object.entries(labels).filter((entry) => entry[1] !== undefined && entry[1] !== '');
    return new Map(known.map(([name, value]) => [`${prefix}${name}`, value]));
}
function withOwn(standard, own, scope) {
    const all = new Map(standard);
    for (const line of own) {
        const equals = line.indexOf('=');
        const value = (0,_inputs_expressions_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluate */ ._3)(line.slice(equals + 1), scope);
        if (!value.ok)
            return (0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`in ${(0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(line)} ${value.allowed}`);
        const name = line.slice(0, equals);
        const refusal = refusalOf(name, value.value, standard);
        if (refusal !== undefined)
            return refusal;
        all.set(name, value.value);
    }
    const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
    return (0,_inputs_parsed_js__WEBPACK_IMPORTED_MODULE_2__.ok)(sorted.map(([name, value]) => `${name}=${value}`));
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

/***/ 3928:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cs: () => (/* binding */ makePlan),
  b5: () => (/* binding */ requireTags),
  nZ: () => (/* binding */ wantedFacts),
  q8: () => (/* binding */ withRecord)
});

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/build-record.ts
var build_record = __webpack_require__(7155);
// EXTERNAL MODULE: ./src/types/names.ts
var names = __webpack_require__(2357);
// EXTERNAL MODULE: ./src/types/plan.ts
var plan = __webpack_require__(1406);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/inputs/expressions.ts
var expressions = __webpack_require__(8602);
// EXTERNAL MODULE: ./src/plan/annotations.ts
var plan_annotations = __webpack_require__(6585);
// EXTERNAL MODULE: ./src/plan/cache.ts
var cache = __webpack_require__(769);
// EXTERNAL MODULE: ./src/plan/labels.ts
var labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/inputs/parsed.ts
var parsed = __webpack_require__(2344);
// EXTERNAL MODULE: ./src/plan/scope.ts + 2 modules
var plan_scope = __webpack_require__(3878);
// EXTERNAL MODULE: ./src/plan/refs.ts
var refs = __webpack_require__(3305);
// EXTERNAL MODULE: ./src/plan/source.ts + 2 modules
var plan_source = __webpack_require__(5450);
;// CONCATENATED MODULE: ./src/plan/tags/given.ts

function nothing(why) {
    return (0,parsed.ok)({ value: undefined, why, isSurprise: false });
}
function surprise(why) {
    return (0,parsed.ok)({ value: undefined, why, isSurprise: true });
}

// EXTERNAL MODULE: ./src/types/version.ts
var types_version = __webpack_require__(2025);
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
    const atEnd = (0,types_version/* versionAtEnd */.F1)(text);
    return fullVersion.test(text) || (atEnd?.isPreRelease === true && /\d$/.test(atEnd.text));
}

;// CONCATENATED MODULE: ./src/plan/tags/versions.ts






function giveVersion(rule, found, { source, scope, search }) {
    const groups = rule.match === undefined ? [found, found] : search(rule.match, found);
    if (groups === 'endless')
        return (0,parsed/* notAllowed */.mj)(endless(rule.match, found));
    const matched = groups?.[1];
    if (matched === undefined)
        return surprise(`${(0,parsed/* quote */.hD)(found)} does not match ${String(rule.match)}`);
    const version = (0,types_version/* parseVersion */.ot)(rule.type, matched.replaceAll('/', '-'));
    if (version === undefined)
        return surprise(`${(0,parsed/* quote */.hD)(matched)} is not a version of ${rule.type === 'semver' ? 'SemVer' : 'PEP 440'}`);
    const refused = refusalOf(rule.pattern, version, found, source);
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
        kind: isWhole(words, version) ? 'fixed' : 'moving',
        latest: version.isFinal && !(0,types_version/* isPreRelease */.Ty)(found),
        version: { version, within: withinOf(words), whole: whole.value },
        why: `${(0,parsed/* quote */.hD)(found)} is ${version.isFinal ? 'the version' : 'the pre-release'} ${version.version}`,
        ...(version.major === 0 && isMajorAlone(words) && { notice: noticeOfZero(value.value) }),
    });
}
function refusalOf(pattern, version, found, source) {
    const words = (0,expressions/* wordsOf */.Z9)(pattern);
    const before = (0,plan_source/* preReleaseOf */.Q6)(source) ?? ((0,types_version/* isPreRelease */.Ty)(found) ? `${(0,parsed/* quote */.hD)(found)} is a pre-release` : undefined);
    if (version.isFinal && before === undefined)
        return undefined;
    const why = before ?? `${(0,parsed/* quote */.hD)(found)} is the pre-release ${version.version}`;
    if (!words.some((word) => versionWords.includes(word)))
        return nothing(`${why}, and the pattern ${(0,parsed/* quote */.hD)(pattern)} has no part of its version`);
    return version.isFinal && !isWhole(words, version)
        ? nothing(`${why}, and part of its version would be taken for a release`)
        : undefined;
}
const versionWords = ['raw', 'version', 'major', 'minor', 'patch'];
const partsOfVersion = /\{\{\s*(?:major|minor|patch)\s*\}\}(?:[._-]?\{\{\s*(?:major|minor|patch)\s*\}\})*/g;
function scopeOfVersion({ raw, version, major, minor, patch }) {
    const words = { raw, version, major, minor, patch };
    return Object.fromEntries(Object.entries(words).map(([word, part]) => [word, (0,expressions/* plain */.pj)((0,parsed.ok)(String(part)))]));
}
function isWhole(words, { scheme, version }) {
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
function endless(expression, found) {
    return (`a regular expression that comes to an end: ${String(expression)} was still trying ${(0,parsed/* quote */.hD)(found)} after a second; ` +
        'the usual cause is a repetition inside a repetition');
}
function giveMatch(rule, found, { source, search }) {
    const groups = search(rule.pattern, found);
    if (groups === 'endless')
        return (0,parsed/* notAllowed */.mj)(endless(rule.pattern, found));
    const value = groups?.[rule.group];
    if (value === undefined)
        return nothing(`${(0,parsed/* quote */.hD)(found)} does not match ${String(rule.pattern)}`);
    const kind = (rule.value === undefined ? kindOfGitTag : kindOfText)(value, source);
    const before = (0,plan_source/* preReleaseOf */.Q6)(source) ?? ((0,types_version/* isPreRelease */.Ty)(found) ? `${(0,parsed/* quote */.hD)(found)} is a pre-release` : undefined);
    if (before !== undefined && /^v?\d+(?:\.\d+)?$/.test(value))
        return nothing(`${before}, and part of its version would be taken for a release`);
    return (0,parsed.ok)({
        value,
        kind,
        latest: !(0,types_version/* isPreRelease */.Ty)(value) && !(0,types_version/* isPreRelease */.Ty)(found),
        ...withVersionIn(value),
        why: `${(0,parsed/* quote */.hD)(found)} matches`,
    });
}
function withVersionIn(name) {
    const version = (0,types_version/* versionAtEnd */.F1)(name)?.version;
    const isWhole = version !== undefined && /^\d+(?:\.\d+){2}/.test(version.raw);
    return isWhole ? { version: { version, within: 'all', whole: name } } : {};
}

;// CONCATENATED MODULE: ./src/plan/tags/give.ts







function give(rule, setting) {
    const { source, scope } = setting;
    const { ref, event, commit } = source;
    switch (rule.type) {
        case 'schedule':
            return event === 'schedule'
                ? give_text(rule.pattern, source, scope, 'the event is schedule')
                : nothing(`the event is ${event === '' ? 'unknown' : event}, not schedule`);
        case 'semver':
        case 'pep440':
            return withVersionText(rule, source, scope, (found) => giveVersion(rule, found, setting));
        case 'match':
            return withVersionText(rule, source, scope, (found) => giveMatch(rule, found, setting));
        case 'edge': {
            const branch = rule.branch ?? source.repository.defaultBranch;
            if (ref.kind !== 'branch')
                return nothing(`${(0,refs/* describe */.q)(source)} is not a branch`);
            if (branch === undefined)
                return nothing('the default branch is not known; name it with branch=');
            return ref.name === branch
                ? (0,parsed.ok)({ value: 'edge', kind: 'moving', latest: false, why: `the branch is ${branch}` })
                : nothing(`the branch is ${ref.name}, not ${branch}`);
        }
        case 'ref':
            return giveRef(rule.event, source);
        case 'raw':
            return give_text(rule.value, source, scope, 'it is always given');
        case 'sha':
            return commit === undefined
                ? nothing('no commit is known')
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
        return (0,parsed.ok)({ value: ref.name, kind: 'moving', latest: false, why: (0,refs/* describe */.q)(source) });
    if (event === 'pr' && ref.kind === 'pull-request')
        return (0,parsed.ok)({ value: String(ref.number), kind: 'moving', latest: false, why: (0,refs/* describe */.q)(source) });
    if (event === 'tag' && ref.kind === 'tag')
        return (0,parsed.ok)({
            value: ref.name,
            kind: kindOfGitTag(ref.name, source),
            latest: (0,plan_source/* preReleaseOf */.Q6)(source) === undefined,
            ...withVersionIn(ref.name),
            why: (0,refs/* describe */.q)(source),
        });
    return nothing(`${(0,refs/* describe */.q)(source)} is not a ${event === 'pr' ? 'pull request' : event}`);
}
function withVersionText(rule, source, scope, use) {
    if (rule.value === undefined) {
        return source.ref.kind === 'tag'
            ? use(source.ref.name)
            : nothing(`${(0,refs/* describe */.q)(source)} is not a tag, and the rule has no value`);
    }
    const value = (0,expressions/* evaluate */._3)(rule.value, scope);
    if (!value.ok)
        return value;
    return value.value === '' ? nothing('its value is empty') : use(value.value);
}
function give_text(template, source, scope, why) {
    const value = (0,expressions/* evaluate */._3)(template, scope);
    if (!value.ok)
        return value;
    if (value.value.trim() === '')
        return nothing(`${(0,parsed/* quote */.hD)(template)} is empty for ${(0,refs/* describe */.q)(source)}`);
    const undated = (0,expressions/* evaluate */._3)(template, { ...scope, date: empty, commit_date: empty });
    const isBound = (0,expressions/* wordsOf */.Z9)(template).includes('sha') || kindOfText(undated.ok ? undated.value : '', source) === 'fixed';
    return (0,parsed.ok)({ value: value.value, kind: isBound ? 'fixed' : 'moving', latest: false, why });
}
const empty = () => (0,parsed.ok)(' ');

// EXTERNAL MODULE: ./src/plan/tags/legal.ts
var legal = __webpack_require__(1724);
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
    const given = give(rule, setting);
    if (!given.ok)
        return inRule(rule, given);
    if (given.value.value === undefined)
        return (0,parsed.ok)({ rule, given: given.value, planned: undefined });
    const named = planTag(rule, given.value, setting);
    return named.ok ? named : inRule(rule, named);
}
function planTag(rule, given, setting) {
    const { flavor, source, scope } = setting;
    const prefix = (0,expressions/* evaluate */._3)(rule.prefix ?? flavor.prefix, scope);
    if (!prefix.ok)
        return prefix;
    const suffix = (0,expressions/* evaluate */._3)(rule.suffix ?? flavor.suffix, scope);
    if (!suffix.ok)
        return suffix;
    const tag = (0,legal/* legalTag */.a)(`${prefix.value}${given.value}${suffix.value}`);
    if (tag === undefined)
        return none(rule, 'what it gives is empty');
    const missing = missingRef(rule, tag, setting);
    if (missing !== undefined)
        return none(rule, `${missing} is empty for ${(0,refs/* describe */.q)(source)}, so that ${tag} would be one tag for all that have none`);
    if (source.trust === 'stranger' && !isOfStranger(rule, tag, source))
        return none(rule, `${tag} is not a tag of the commit or of the pull request, and what is built may be a stranger's`);
    const isOfCommit = [prefix, suffix].some((affix) => holdsCommit(affix.value, source));
    const kind = isOfCommit || affixesOf(rule, flavor).includes('sha') ? 'fixed' : given.kind;
    const { version } = given;
    return (0,parsed.ok)({
        rule,
        given,
        planned: {
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
    return (0,parsed.ok)({ rule, given: { value: undefined, why, isSurprise: false }, planned: undefined });
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
    const tag = (0,legal/* legalTag */.a)(`${prefix}${whole}${suffix}`) ?? '';
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
    const allowed = new Set(others.map(({ planned }) => planned?.tag));
    for (const { rule, planned } of applied.filter(isOfRef)) {
        if (planned === undefined || allowed.has(planned.tag))
            continue;
        const of = reservedFor(planned.tag, ref.kind, rules, flavor);
        if (of !== undefined)
            return inRule(rule, (0,parsed/* notAllowed */.mj)(`a tag of the ${ref.kind} itself; ${(0,parsed/* quote */.hD)(planned.tag)} speaks of ${of}, and the ${ref.kind} ${(0,parsed/* quote */.hD)(ref.name)} does not get it ` +
                `by being pushed (if it should, add the rule type=raw,value=${planned.tag} with an enable= that says when)`));
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/plan/tags/latest.ts




function latestName(setting, first) {
    const { flavor, scope } = setting;
    const rule = `flavor latest=${flavor.latest}`;
    const none = (why) => (0,parsed.ok)({ planned: undefined, outcome: { rule, tag: undefined, why, isSurprise: false } });
    if (first === undefined)
        return none(flavor.latest === 'false' ? 'it is switched off' : 'there is no other tag');
    const refusal = whyNot(setting, first);
    if (refusal !== undefined)
        return none(refusal);
    const text = `${flavor.prefixLatest ? flavor.prefix : ''}latest${flavor.suffixLatest ? flavor.suffix : ''}`;
    const value = (0,expressions/* evaluate */._3)(text, scope);
    if (!value.ok)
        return value;
    const tag = (0,legal/* legalTag */.a)(value.value);
    if (tag === undefined)
        return none('it is empty');
    const { claim, version } = first.planned;
    const planned = {
        tag,
        kind: 'moving',
        ...(version !== undefined && { version }),
        ...(flavor.latest === 'highest' && claim !== undefined && { claim: { ...claim, within: 'all' } }),
    };
    return (0,parsed.ok)({ planned, outcome: { rule, tag, why: whyGiven(setting, first), isSurprise: false } });
}
function whyNot({ flavor, source }, { given, planned }) {
    if (flavor.latest === 'false')
        return 'it is switched off';
    if (source.trust !== 'ref')
        return source.why;
    if (flavor.latest === 'true')
        return undefined;
    const before = (0,plan_source/* preReleaseOf */.Q6)(source);
    if (before !== undefined)
        return before;
    if (!given.latest)
        return `${planned.tag}, the first of the tags, is not a release that a version or a git tag gives`;
    return flavor.latest === 'highest' && planned.claim === undefined
        ? `${planned.tag}, the first of the tags, holds no version that could be compared`
        : undefined;
}
function whyGiven({ flavor }, { planned }) {
    switch (flavor.latest) {
        case 'true':
            return 'it is always given';
        case 'highest':
            return `only if ECR holds no higher version than ${planned.claim?.version.version ?? ''}`;
        default:
            return `${planned.tag}, the first of the tags, is a release`;
    }
}

;// CONCATENATED MODULE: ./src/plan/tags/plan-tags.ts




function planTags(rules, setting) {
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
    const tags = [];
    const outcomes = [];
    let first;
    for (const { rule, given, planned } of applied) {
        outcomes.push(outcomeOf(rule, given, planned, tags));
        if (planned === undefined || given.value === undefined)
            continue;
        first ??= { given, planned };
        if (!tags.some(({ tag }) => tag === planned.tag))
            tags.push(planned);
    }
    const latest = latestName(setting, first);
    if (!latest.ok)
        return latest;
    const { planned, outcome } = latest.value;
    return (0,parsed.ok)({
        tags: planned === undefined ? tags : withLatest(tags, planned),
        rules: [...outcomes, outcome],
    });
}
function outcomeOf(rule, given, planned, before) {
    const again = before.some(({ tag }) => tag === planned?.tag) ? '; another rule gives it too' : '';
    const notice = given.value === undefined ? undefined : given.notice;
    return {
        rule: rule.text,
        tag: planned?.tag,
        why: `${given.why}${again}`,
        isSurprise: given.value === undefined && given.isSurprise,
        ...(notice !== undefined && { notice }),
    };
}
function withLatest(tags, latest) {
    const isThere = tags.some(({ tag }) => tag === latest.tag);
    return isThere
        ? tags.map((planned) => (planned.tag === latest.tag ? { ...latest, ...planned } : planned))
        : [...tags, latest];
}

;// CONCATENATED MODULE: ./src/plan/plan.ts












function makePlan(inputs, facts) {
    const { run, source, now, shortId, search, settings } = facts;
    const scope = (0,plan_scope/* scopeOf */.O)(source, now);
    const setting = { flavor: inputs.flavor, source, scope, search };
    const { tags, rules } = usable('tags', planTags(inputs.tagRules, setting));
    requireOwnTags(inputs, source, tags);
    const standard = (0,labels/* standardLabels */.Fn)(source, tags[0]?.tag, createdAt(run, now));
    const hasIndex = inputs.build.platforms.length > 1;
    const levels = settings?.levels ?? (hasIndex ? ['manifest', 'index'] : ['manifest']);
    const annotations = usable('annotations', (0,plan_annotations/* withOwnAnnotations */.f)(standard, inputs.build.annotations, { scope, levels, hasIndex }));
    const plan = {
        inputs,
        source,
        tags,
        rules,
        labels: usable('labels', (0,labels/* withOwn */.Lw)(standard, inputs.build.labels, scope)),
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
function requireTags({ inputs, tags, rules, source }) {
    if (tags.length === 0 && inputs.push)
        throw noTags(rules, source);
}
function requireOwnTags(inputs, source, tags) {
    const { build, push, scanRepository } = inputs;
    if (build.cache !== 'registry' || !push || scanRepository !== undefined)
        return;
    const caches = (0,cache/* cacheTags */._A)(source);
    const shared = tags.find(({ tag }) => caches.includes(tag));
    if (shared === undefined)
        return;
    throw new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input cache is "registry", which keeps the build cache of a branch under ${shared.tag}; that is a tag of this run too.`,
        next: 'Give the image another tag, or set cache: gha.',
    });
}
function idleNotices({ idle, mode, push, findings }) {
    const [inputs, mean] = idle.length === 1 ? ['input', 'means'] : ['inputs', 'mean'];
    return [
        ...(idle.length === 0 ? [] : [`The ${inputs} ${(0,types_text/* inWords */.r4)(idle)} ${mean} nothing in mode: ${mode}.`]),
        ...(push || findings.length === 0 || idle.includes('findings')
            ? []
            : ['The input findings is not read with push: false: only what is pushed is judged.']),
    ];
}
function ruleNotices(rules) {
    return rules.flatMap(({ notice }) => (notice === undefined ? [] : [notice])).slice(0, 1);
}
function withRecord(plan, record) {
    const label = `${build_record/* recordLabel */.Gn}=${record === undefined ? build_record/* noRecord */.zE : (0,build_record/* formatRecord */.bM)(record)}`;
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
    const tag = (0,names/* parseTag */.ED)(`${plan/* candidatePrefix */.I}${run.runLabel}-${shortId}`);
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


/***/ }),

/***/ 3305:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ refOf),
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5574);

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
    const number = kind === 'pull' ? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(Number(/^\d+/.exec(name)?.[0])) : undefined;
    return number === undefined ? { kind: 'none' } : { kind: 'pull-request', number };
}
function describe({ ref, event }) {
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


/***/ }),

/***/ 3878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ scopeOf)
});

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
const unknown = ['N{1,5}', 'y{1,4}', 'Y{5,6}', 'g{5}', 'G{5}', 'zz?', 'L{1,4}', 'l{1,4}'];
const isUnknown = new RegExp(`^(?:${unknown.join('|')})$`);
const longestFirst = Object.keys(tokens).sort((a, b) => b.length - a.length);
const anyToken = new RegExp(String.raw `\[[^[]*\]|(?:\\)?(?:${[...unknown, ...longestFirst].join('|')})|\\`, 'g');

// EXTERNAL MODULE: ./src/inputs/parsed.ts
var parsed = __webpack_require__(2344);
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

// EXTERNAL MODULE: ./src/inputs/expressions.ts
var expressions = __webpack_require__(8602);
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


/***/ }),

/***/ 5450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yq: () => (/* binding */ missingFacts),
  Q6: () => (/* binding */ preReleaseOf),
  vz: () => (/* binding */ sourceOf),
  Ze: () => (/* binding */ usualShortLength),
  mZ: () => (/* binding */ withApiFacts)
});

// EXTERNAL MODULE: ./src/types/build-context.ts
var build_context = __webpack_require__(5851);
// EXTERNAL MODULE: ./src/types/version.ts
var version = __webpack_require__(2025);
// EXTERNAL MODULE: ./src/plan/event.ts
var plan_event = __webpack_require__(9271);
// EXTERNAL MODULE: ./src/plan/payload.ts
var plan_payload = __webpack_require__(5574);
// EXTERNAL MODULE: ./src/plan/refs.ts
var refs = __webpack_require__(3305);
;// CONCATENATED MODULE: ./src/plan/claims.ts



function claimsOf(event) {
    const facts = (0,plan_event/* readEvent */.j)(event);
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
    const ref = (0,refs/* refOf */.H)(`refs/${run['event'] === 'release' ? 'tags' : 'heads'}/${branch}`);
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

// EXTERNAL MODULE: ./src/plan/strangers.ts
var plan_strangers = __webpack_require__(8640);
;// CONCATENATED MODULE: ./src/plan/voice.ts



function voiceOf(event, built) {
    const claims = claimsOf(event);
    const strangers = (0,plan_strangers/* strangersIn */.Z)(event);
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
        says: `${ref.kind === 'none' ? 'no ref' : (0,refs/* describe */.q)({ ref, event: event.name })}: ${why}`,
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
    const name = (0,refs/* describe */.q)({ ref: own.ref, event: event.name });
    return {
        about: own.ref,
        ref,
        says: `${ref.kind === 'none' ? 'no ref' : (0,refs/* describe */.q)({ ref, event: event.name })}: ${why}`,
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
    const name = (0,refs/* describe */.q)({ ref, event });
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
function sourceOf(event, given) {
    const facts = (0,plan_event/* readEvent */.j)(event);
    const [built, origin] = builtFrom(event, given);
    const voice = voiceOf(event, built);
    const isHead = given.pullRequestCommit === 'head' &&
        facts.headCommit !== undefined &&
        isOfPullRequest(event, voice.commit);
    const sha = isHead ? facts.headCommit : voice.commit;
    const elsewhere = given.image === undefined ? otherOrigin(event, given.context) : undefined;
    return {
        ...voice,
        event: event.name,
        built: voice.commit,
        shortLength: given.shortLength ?? usualShortLength,
        isMarkedPreRelease: facts.isMarkedPreRelease,
        commit: sha,
        commitOrigin: sha === undefined && built.certainty !== 'told' ? 'unverified' : isHead ? 'pull-request-head' : origin,
        committedAt: facts.dated?.sha === sha ? facts.dated?.at : given.image?.committedAt,
        repository: facts.repository,
        ...(elsewhere !== undefined && { elsewhere }),
    };
}
function otherOrigin({ serverUrl, repository }, context) {
    const origin = (0,build_context/* originOf */.yv)(context);
    return origin !== undefined && (0,build_context/* isSameRepository */.ve)(origin, `${serverUrl}/${repository}`) ? undefined : origin;
}
function builtFrom(event, given) {
    const { context, head, tree, image } = given;
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
        const isGit = (0,build_context/* readContext */.yI)(context).kind === 'git';
        const why = `the build context is ${isGit ? 'a Git URL that does not name a commit' : 'an archive at an address, which names no commit'}`;
        return pinned === undefined
            ? [{ commit: undefined, certainty: 'unknown', why, tree }, 'unverified']
            : [{ ...certain, commit: pinned }, 'context'];
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
    return ref.kind === 'tag' && (0,version/* isPreRelease */.Ty)(ref.name) ? `the tag ${ref.name} is a pre-release` : undefined;
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


/***/ }),

/***/ 8640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ strangersIn)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5574);

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
    const given = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload);
    const pull = given['pull_request'];
    if ((pull !== undefined && pull !== null) || name.startsWith('pull_request')) {
        const [head, base] = [(0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(pull)['head'], (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(pull)['base']].map((side) => (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(side)['repo']);
        return whyForeign('the pull request', head, base);
    }
    const earlier = given['workflow_run'];
    if ((earlier !== undefined && earlier !== null) || name === 'workflow_run')
        return whyForeign('the run that started this one', (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(earlier)['head_repository'], given['repository']);
    const issued = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(given['issue'])['pull_request'];
    if (issued !== undefined && issued !== null)
        return 'the run was started from a pull request, and the event does not say whose it is';
    return causedByWriters.has(name)
        ? undefined
        : `the event ${name} can be caused by people who may not write to this repository`;
}
function whyForeign(what, headRepository, baseRepository) {
    const [head, base] = [(0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .fullNameOf */ .E4)(headRepository), (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .fullNameOf */ .E4)(baseRepository)];
    if (head === undefined || base === undefined)
        return `the event does not say from which repository ${what} comes`;
    return head === base ? undefined : `${what} comes from another repository, ${head}`;
}


/***/ }),

/***/ 1724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ legalTag)
/* harmony export */ });
/* harmony import */ var _types_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5221);
/* harmony import */ var _types_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2357);


const longest = 128;
const hashLength = 8;
function legalTag(text) {
    if (text.trim() === '')
        return undefined;
    const cleaned = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
    const isWhole = cleaned !== '' && cleaned.length <= longest && !/[^\u0000-\u007f]/.test(text);
    if (isWhole)
        return (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .ED)(cleaned);
    const kept = cleaned.slice(0, longest - hashLength - 1).replace(/[.-]+$/, '');
    return (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .ED)(kept === '' ? shortHash(text) : `${kept}-${shortHash(text)}`);
}
function shortHash(text) {
    return (0,_types_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .hash64 */ .D)(text).toString(36).padStart(hashLength, '0').slice(-hashLength);
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

/***/ 8332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B2: () => (/* binding */ filePaths),
  R8: () => (/* binding */ filesOf),
  OP: () => (/* binding */ unwrittenNotices),
  lJ: () => (/* binding */ usedFiles),
  l0: () => (/* binding */ wantedFiles)
});

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
var format = __webpack_require__(2011);
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
// EXTERNAL MODULE: ./src/report/policy-error.ts
var policy_error = __webpack_require__(7057);
// EXTERNAL MODULE: ./src/report/posture.ts
var posture = __webpack_require__(450);
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
        ...(0,posture/* posturePart */.ku)(report),
        ...howPart(report),
        ...scanPart(report),
        ...(0,foreign_section/* foreignSection */._)(report),
        ...(0,proof_sections/* smokeSection */.bN)(report),
        ...(0,proof_sections/* destinationSection */.Uy)(report),
        ...(0,proof_sections/* replicaSection */.Um)(report),
        ...(0,policy_section/* comparisonSection */.vU)(report),
        ...(0,policy_section/* findingSection */.B)(report),
        ...(0,policy_section/* exceptionSection */.$X)(report),
    ].join('\n\n');
}
function verdictPart({ verdict, failure, inputs, unwritten, startedAt, finishedAt }) {
    const policy = inputs === undefined ? [] : [`- Policy: ${(0,plan_lines/* policyLine */.Dx)(inputs)}`];
    const words = verdict === undefined ? `none, because ${whyNot(failure)}` : verdict.outcome;
    const why = verdict?.outcome === 'failed'
        ? verdict.breaches.map((breach) => `- Broken rule: ${(0,markdown/* escapeMarkdown */.FV)((0,policy_error/* describeBreach */.D)(breach))}`)
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
            `- Run from ${(0,format/* formatTime */.fU)(startedAt)} to ${(0,format/* formatTime */.fU)(finishedAt)}`,
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
                    `${(0,format/* formatBytes */.z3)(image.size)} compressed (${String(image.size)} bytes), ${(0,report_layers/* unpackedText */.nn)(report)}`,
                ],
                ['Media type', (0,markdown/* code */.aY)(image.manifest.mediaType)],
                ...image.platforms.map((one) => [
                    'Platform',
                    `${(0,markdown/* code */.aY)(one.platform)} ${(0,markdown/* code */.aY)(one.digest)}, ${(0,format/* formatBytes */.z3)(one.size)} compressed`,
                ]),
                ['Pushed', (0,format/* formatTime */.fU)(image.pushedAt)],
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
        scan.completedAt === undefined ? 'not said' : (0,format/* formatTime */.fU)(scan.completedAt),
        (0,format/* formatCounts */.gM)((0,counts/* countFindings */.Gt)(scan.findings)),
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
        breaches: verdict?.outcome === 'failed' ? verdict.breaches.map(policy_error/* describeBreach */.D) : [],
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
        reason: reasonOf(standing) || null,
    };
}
function reasonOf(standing) {
    return standing.kind === 'accepted' ? standing.exception.reason : '';
}

;// CONCATENATED MODULE: ./src/report/result-file.ts











function resultFileOf(report) {
    const { image, repository, verdict, scan, failure } = report;
    const references = (0,report_references/* referencesOf */.C)(report);
    const counts = (0,counts_of/* countsOf */.m)(report);
    const tags = (0,tags_set/* tagsSet */.k)(report);
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
        tags,
        version: tags[0] ?? null,
        fixedTag: references['fixed-tag'] || null,
        imageTag: references['image-tag'] || null,
        consoleUrl: references['console-url'] || null,
        ...copyFields(report),
        reused: report.decision?.kind === 'reuse',
        candidateRemoved: report.candidateRemoved,
        ...smokeFields(report),
        verdict: verdict?.outcome ?? null,
        tagsBeforeVerdict: (0,tags_first/* isTagsFirst */.EY)(report.inputs) && tags.length > 0,
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
        ...(0,posture/* postureFields */.ul)(report),
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
// EXTERNAL MODULE: ./src/types/hash.ts
var hash = __webpack_require__(5221);
// EXTERNAL MODULE: ./src/types/severity-word.ts
var severity_word = __webpack_require__(8959);
// EXTERNAL MODULE: ./src/report/findings.ts
var findings = __webpack_require__(9334);
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
        return `${(0,hash/* hash64 */.D)(identity).toString(16).padStart(16, '0')}:${String(occurrence)}`;
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
function usedFiles({ exceptionsFile, findings, build, mode, }) {
    const dockerfile = { input: 'file', path: build.file ?? `${build.context}/Dockerfile` };
    return [
        { input: 'exceptions', path: exceptionsFile ?? inputs/* defaultExceptionsFile */.w },
        ...findings.map(({ path }) => ({ input: 'findings', path })),
        ...(mode === 'publish' ? [] : [dockerfile, ...secretFiles(build)]),
    ];
}
function secretFiles({ options }) {
    return options.secrets.flatMap((secret) => secret.kind === 'file' ? [{ input: 'secret-files', path: secret.path }] : []);
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
    const tags = has.length > 0 ? report.tags.filter(({ tag }) => has.includes(tag)) : (report.plan?.tags ?? []);
    return (tags.find(({ kind }) => kind === 'fixed') ?? tags[0])?.tag;
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
    const tags = plan?.tags.map(({ tag }) => tag) ?? [];
    return tags.length === 0 ? 'would get no tag' : `would get ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(tags, 5)}`;
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
    const isWhole = report.tags.every(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
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
/* harmony import */ var _docker_image_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1468);
/* harmony import */ var _docker_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1721);
/* harmony import */ var _docker_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4722);
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6221);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4218);
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2700);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6157);







function planLines(plan) {
    const { inputs, tags, rules, source } = plan;
    return [
        ...aligned([
            ['Repository', repositoryText(plan)],
            ['Event', eventText(source)],
            ['Commit', commitText(source)],
            ['Speaks for', source.says],
            ['Tags', tagsText(plan)],
            ['Policy', policyLine(inputs)],
        ]),
        'Rules',
        ...aligned(rules.map(({ rule, tag, why }) => [`  ${rule}`, tag ?? '–', why])),
        ...(tags.length > 0 && inputs.push ? [`If a tag is taken: ${ifTaken[inputs.ifExists]}`] : []),
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
    if (builder instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ShipError */ .fS)
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
        ...commandsOf(plan, builder).map(_docker_display_js__WEBPACK_IMPORTED_MODULE_1__/* .wrappedCommand */ .L),
    ];
}
function previewOf(plan, builder) {
    return commandsOf(plan, builder).map((args) => (0,_docker_display_js__WEBPACK_IMPORTED_MODULE_1__/* .wrappedCommand */ .L)(args).replace(/^\$ /, ''));
}
function commandsOf(plan, builder) {
    const { inputs, candidateTag } = plan;
    const isPushedApart = inputs.push && builder.push === 'by-tag';
    return [
        (0,_docker_command_js__WEBPACK_IMPORTED_MODULE_0__/* .buildCommand */ .O)(plan, builder, goalOf(plan, builder)),
        ...(isPushedApart ? [['push', `${gateName(inputs)}:${candidateTag}`]] : []),
    ];
}
function goalOf({ inputs, candidateTag }, builder) {
    if (!inputs.push)
        return { kind: 'local' };
    return builder.push === 'by-tag'
        ? { kind: 'engine', name: (0,_docker_image_names_js__WEBPACK_IMPORTED_MODULE_3__/* .localName */ .fk)(candidateTag) }
        : { kind: 'push', uri: gateName(inputs), metadataFile: 'metadata.json' };
}
function gateName({ repository, scanRepository }) {
    return scanRepository?.name ?? repository;
}
function builderWarnings({ inputs }, builder, variable) {
    if (builder instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ShipError */ .fS)
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
    return [
        ...leadLines(decision),
        ...aligned(decision.tags.map((decided) => [decided.planned.tag, stateText(decided)])),
    ];
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
            "To build again, on newer base images, give scheduled runs no fixed tag: type=sha,enable=${{ github.event_name != 'schedule' }}.",
    ];
}
function reasonForReuse({ since }) {
    return since === undefined
        ? 'was built from this commit with the same inputs'
        : `was built with the same inputs from ${since}, and nothing below reuse-paths has changed since`;
}
function stateText({ state, holder, because, planned }) {
    const there = holder === undefined ? '' : ` (${(0,_types_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .shortDigest */ .VK)(holder)}…)`;
    switch (state) {
        case 'new':
            return `new, ${planned.kind}`;
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
function tagsText({ inputs, tags }) {
    const listed = tags.map((planned) => `${planned.tag} (${planned.kind})`).join(', ') || 'none';
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

/***/ 7057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ describeBreach),
/* harmony export */   o: () => (/* binding */ policyFailed)
/* harmony export */ });
/* harmony import */ var _scan_advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8733);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9334);
/* harmony import */ var _grouped_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4388);




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
        ...new Set(verdict.breaches.flatMap((breach) => breach.kind === 'incomplete-scan' ? [(0,_scan_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceFor */ .c)(breach.reason)] : [])),
        ...(verdict.breaches.some((breach) => breach.kind === 'incomplete-scan')
            ? ['If an image without a full scan may be published, set on-incomplete-scan: warn.']
            : []),
    ];
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'policy-failed',
        what: `The image did not pass and ${tags.length === 0 ? 'got no tag' : `HAS ITS TAGS ${tags.join(', ')}, which scan: after-tags set first`}: ${verdict.breaches.map(describeBreach).join('; ')}.`,
        next: advice.join(' '),
    });
}
function describeBreach(breach) {
    switch (breach.kind) {
        case 'severity':
            return `${String(breach.found)} ${breach.severity.toUpperCase()} ${breach.found === 1 ? 'finding' : 'findings'}, ${breach.allowed === 0 ? 'none' : `at most ${String(breach.allowed)}`} allowed: ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)((0,_grouped_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(breach.findings).map(_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .nameGroup */ .VQ), namedFindings)}`;
        case 'incomplete-scan':
            return `no full scan of ${breach.platform}: ${breach.detail}`;
    }
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
function exceptionSection({ verdict, exceptions }) {
    if (exceptions?.kind === 'ignored')
        return [
            '### Accepted findings',
            `The exceptions in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(exceptions.path)} were not used, because ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(exceptions.why)}.`,
        ];
    const uses = [...(verdict?.exceptions ?? [])].sort((a, b) => rank(a) - rank(b));
    if (exceptions?.kind !== 'read' || uses.length === 0)
        return [];
    const header = ['Finding', 'Package', 'Covers', 'Until', 'Reason', 'Approved by'];
    return ['### Accepted findings', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(header, uses.map(exceptionRow)).join('\n')];
}
function rank({ findings }) {
    return findings.length > 0 ? 0 : 1;
}
function exceptionRow({ exception, state, findings }) {
    const remarks = { applied: '', ending: ' (soon)', expired: ' (expired)', unused: '', unknown: '' };
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.id)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.package ?? 'any')),
        findings.length === 0 ? 'nothing' : (0,_format_js__WEBPACK_IMPORTED_MODULE_6__/* .plural */ .LS)(findings.length, 'finding'),
        `${exception.expires}${remarks[state]}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(exception.reason),
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
    const tags = (0,_tags_set_js__WEBPACK_IMPORTED_MODULE_1__/* .tagsSet */ .k)(report);
    const refused = (0,_refused_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H)(report);
    const digest = refused ? '' : pushed;
    const fixed = report.tags.find(({ tag, kind }) => kind === 'fixed' && tags.includes(tag))?.tag ?? '';
    return {
        digest,
        image: joined(uri, '@', digest),
        'candidate-digest': refused ? pushed : '',
        uri,
        registry: report.login?.host ?? uri.slice(0, Math.max(0, uri.indexOf('/'))),
        repository: repository?.name ?? inputs?.repository ?? '',
        version: tags[0] ?? '',
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
    return report.tags.length === 0 ? undefined : `**Tags** ${tagWordsOf(report).join(' · ')}`;
}
function tagWordsOf({ tags, decision }) {
    const before = new Map(decision?.tags.map((one) => [one.planned.tag, one]));
    return tags.map((one) => tagWords(one, before.get(one.tag)));
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
function holderWords({ holder, holderVersion, planned }) {
    if (holder === undefined)
        return '';
    return holderVersion === undefined || holderVersion === planned.tag
        ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_types_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(holder))
        : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(holderVersion)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_types_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(holder))})`;
}
function nothingSet(report) {
    const { decision, candidateRemoved, candidate } = report;
    const moving = decision?.tags.filter(({ planned, holder }) => planned.kind === 'moving' && holder !== undefined);
    const live = moving?.find(({ planned }) => planned.tag === 'latest') ?? moving?.[0];
    const still = live === undefined ? '' : `; ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(live.planned.tag)} is still ${holderWords(live)}`;
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
    return report.tags
        .filter((result) => result.outcome === 'set' || result.outcome === 'unchanged')
        .map((result) => result.tag);
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
        next: `Give the input${inputs.length === 1 ? '' : 's'} ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(inputs)} a path inside the workspace or ` +
            'RUNNER_TEMP that can be written: a regular file, with no link that leads out.',
    });
}
function describeUnwritten({ input, path, why }) {
    return `The ${input.replace('-', ' ')} ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .nameInLine */ .BT)(path)} cannot be written: ${why}.`;
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
    return complete.length === 0 ? undefined : countFindings(complete.flatMap(({ findings }) => findings));
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
    const [first, ...others] = distinct(scan.platform === undefined ? candidates(named, image) : given(scan, named, image));
    if (first === undefined || others.length > 0)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it does not say which platform it is about, and the image has ${platformsOf(image)}`);
    return { ...scan, platform: first.platform, digest: first.digest };
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
    if (found.length === 0)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it is given for ${platform ?? ''}, and the image has ${platformsOf(image)}`);
    const meant = named.length === 0 ? found : found.filter((one) => named.includes(one));
    if (meant.length === 0)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it is given for ${platform ?? ''}, and names ${listed(subjects)}, which is ${named.map((one) => one.platform).join(' and ')}`);
    if (distinct(meant).length > 1)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`it is given for ${platform ?? ''}, of which the image has ${String(found.length)}: the one that it is about has to be named by its digest`);
    return meant;
}
function distinct(platforms) {
    return platforms.filter((one, at) => platforms.findIndex(({ digest }) => digest === one.digest) === at);
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

/***/ 44:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ tryFiles),
/* harmony export */   q: () => (/* binding */ tell)
/* harmony export */ });
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8332);
/* harmony import */ var _report_unwritten_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3896);


async function tryFiles(inputs, run, files) {
    const unwritten = await files.check((0,_report_files_js__WEBPACK_IMPORTED_MODULE_0__/* .wantedFiles */ .l0)({ resultFile: run.resultFile, inputs }), (0,_report_files_js__WEBPACK_IMPORTED_MODULE_0__/* .usedFiles */ .lJ)(inputs));
    if (unwritten.length === 0)
        return;
    run.keep('unwritten', unwritten);
    throw (0,_report_unwritten_js__WEBPACK_IMPORTED_MODULE_1__/* .unwrittenError */ .L)(unwritten);
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
        for (const file of (0,_report_files_js__WEBPACK_IMPORTED_MODULE_0__/* .filesOf */ .R8)(told, show(told))) {
            const unwritten = await files.write(file);
            if (unwritten !== undefined)
                failed.push(unwritten);
        }
        if (failed.length === before)
            break;
        told = {
            ...report,
            unwritten: [...report.unwritten, ...failed],
            failure: report.failure ?? (0,_report_unwritten_js__WEBPACK_IMPORTED_MODULE_1__/* .unwrittenError */ .L)(failed),
        };
    }
    const besides = report.failure === undefined ? [] : failed.map((file) => (0,_report_unwritten_js__WEBPACK_IMPORTED_MODULE_1__/* .unwrittenError */ .L)([file]));
    return { report: told, besides };
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ isDockerfileElsewhere),
/* harmony export */   EZ: () => (/* binding */ furtherContext),
/* harmony export */   Se: () => (/* binding */ dockerfilePath),
/* harmony export */   UZ: () => (/* binding */ isDownloaded),
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   rg: () => (/* binding */ isOverSsh),
/* harmony export */   ve: () => (/* binding */ isSameRepository),
/* harmony export */   xt: () => (/* binding */ commitIn),
/* harmony export */   yI: () => (/* binding */ readContext),
/* harmony export */   yv: () => (/* binding */ originOf)
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
function isOverSsh(context) {
    return readContext(context).kind === 'git' && (/^ssh:/i.test(context) || scpStyle.test(context));
}
function isDownloaded(file) {
    return /^https?:\/\//i.test(file);
}
function isDockerfileElsewhere({ context, file }) {
    return file !== undefined && (isDownloaded(file) || (isRemote(context) && file.startsWith('/')));
}
function originOf(context) {
    const read = readContext(context);
    if (read.kind === 'folder')
        return undefined;
    const address = read.address.replace(/[?#].*$/s, '');
    const [, host, path] = /^(?:[^/]*@)?([^/@:]+):(?!\/\/)(.*)$/s.exec(address) ?? [];
    if (host !== undefined && path !== undefined)
        return `ssh://${host}/${path.replace(/^\//, '')}`;
    const url = address.replace(/^([a-z]+:\/\/)(?:[^/]*@|[^/:]*:(?!\d*(?:\/|$)).*@)/is, '$1');
    return url.includes('://') ? url : `https://${url}`;
}
function isSameRepository(one, other) {
    const [a, b] = [one, other].map((address) => address
        .toLowerCase()
        .replace(/^[a-z]+:\/\//, '')
        .replace(/(?:\.git)?\/*$/, ''));
    return a === b;
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
    if (isDockerfileElsewhere({ context, file }))
        return 'Dockerfile';
    const read = readContext(context);
    const base = read.kind === 'folder' ? read.path : read.kind === 'git' ? `./${read.folder}` : '.';
    const path = read.kind === 'folder' && file !== undefined ? file : `${base}/${file ?? 'Dockerfile'}`;
    const parts = path.split(/[\\/]+/).filter((part) => part !== '.' && part !== '');
    return path.startsWith('/') || parts.includes('..') ? 'Dockerfile' : parts.join('/');
}


/***/ }),

/***/ 7155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ shortHash),
/* harmony export */   Gn: () => (/* binding */ recordLabel),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   bM: () => (/* binding */ formatRecord),
/* harmony export */   tX: () => (/* binding */ differences),
/* harmony export */   wX: () => (/* binding */ partNames),
/* harmony export */   wc: () => (/* binding */ revisionLabel),
/* harmony export */   zE: () => (/* binding */ noRecord)
/* harmony export */ });
/* unused harmony export recordParts */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6221);

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
const format = 'v1';
const noRecord = `${format},unknown`;
function formatRecord({ parts, committedAt }) {
    const at = committedAt === undefined ? [] : [`at=${String(Math.round(committedAt / 1000))}`];
    return [format, ...at, ...recordParts.map((part) => `${part}=${parts[part]}`)].join(',');
}
function parseRecord(text) {
    const [version, ...fields] = text.split(',');
    if (version !== format)
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
    const digest = await (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOfText */ .Nv)(text);
    return digest.slice('sha256:'.length, 'sha256:'.length + 32);
}


/***/ }),

/***/ 2211:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ gitCredentialIn)
/* harmony export */ });
/* harmony import */ var _build_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5851);

function gitCredentialIn(context) {
    const [, scheme = '', info, host = '', rest = ''] = /^(https?:\/\/)([^/?#]*)@([^/?#@]+)(.*)$/is.exec(context) ?? [];
    if (info === undefined || (0,_build_context_js__WEBPACK_IMPORTED_MODULE_0__/* .readContext */ .yI)(context).kind !== 'git')
        return undefined;
    const [user = '', ...password] = info.split(':');
    const header = `basic ${base64(`${decoded(user)}:${decoded(password.join(':'))}`)}`;
    return { address: `${scheme}${host}${rest}`, host, header };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function base64(text) {
    return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}


/***/ }),

/***/ 5221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ hash64)
/* harmony export */ });
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

/***/ 2090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   pq: () => (/* binding */ info)
/* harmony export */ });
function info(text) {
    return { level: 'info', text };
}
function notice(text) {
    return { level: 'notice', text };
}
function warning(text) {
    return { level: 'warning', text };
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


/***/ }),

/***/ 9816:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L7: () => (/* binding */ indexMisfit),
/* harmony export */   o6: () => (/* binding */ sizeMisfit),
/* harmony export */   qO: () => (/* binding */ runtimeName),
/* harmony export */   qk: () => (/* binding */ platformMisfit),
/* harmony export */   tc: () => (/* binding */ misfitsOf)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2357);

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
    return platforms.some((platform) => known.includes((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPlatform */ .Qq)(platform)))
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


/***/ }),

/***/ 8324:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ looksSecret)
/* harmony export */ });
const secretName = /(?:^|[_.-])(?:token|secret|passw(?:or)?d|pwd|credentials?|private[_-]?key|api[_-]?key|access[_-]?key)(?:$|[_.-])|(?:token|secret|password|apikey)$/i;
const secretValue = /^(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abpr]-|AKIA[0-9A-Z]{12}|-----BEGIN [A-Z ]*PRIVATE KEY)/;
function looksSecret(name, value) {
    return value !== '' && (secretName.test(name) || secretValue.test(value));
}


/***/ }),

/***/ 2025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ versionAtEnd),
/* harmony export */   Ty: () => (/* binding */ isPreRelease),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8898);
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8469);
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6353);
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_2__);



function parseVersion(scheme, raw) {
    return scheme === 'semver' ? fromSemver(raw.trim()) : fromPep440(raw.trim());
}
function compareVersions(a, b) {
    return a.scheme === 'semver' ? semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_1___default()(a.version, b.version) : _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.compare(a.version, b.version);
}
function fromSemver(raw) {
    const parsed = semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_2___default()(raw);
    if (parsed === null)
        return undefined;
    const { version, major, minor, patch, prerelease } = parsed;
    return { scheme: 'semver', raw, version, major, minor, patch, isFinal: prerelease.length === 0 };
}
function fromPep440(raw) {
    const [published = '', local] = raw.split('+');
    const version = _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.clean(published);
    const parts = _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.explain(raw);
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
    const parts = version === undefined ? null : _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.explain(text);
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


/***/ })

};
