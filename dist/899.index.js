export const id = 899;
export const ids = [899];
export const modules = {

/***/ 6899:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  roleSession: () => (/* binding */ roleSession)
});

// EXTERNAL MODULE: ./src/types/bounds.ts
var bounds = __webpack_require__(2764);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/nested-clients/dist-cjs/submodules/sts/index.js
var sts = __webpack_require__(1136);
// EXTERNAL MODULE: ./src/types/job-credentials.ts
var job_credentials = __webpack_require__(6985);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/adapters/aws/bounded-answers.ts
var bounded_answers = __webpack_require__(2629);
// EXTERNAL MODULE: ./src/adapters/machine/deadline.ts
var deadline = __webpack_require__(6092);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/adapters/http/http-answer.ts
var http_answer = __webpack_require__(7196);
// EXTERNAL MODULE: ./src/adapters/machine/regular-file.ts
var regular_file = __webpack_require__(9929);
;// CONCATENATED MODULE: ./src/adapters/aws/oidc-token.ts







const oidc_token_bounds = { ms: 15_000, bytes: () => bounds/* largestTokenAnswer */.uh };
const pausesMs = [0, 500, 2000];
function hasIdTokens() {
    return address() !== '' && bearer() !== '';
}
const address = () => process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
const bearer = () => process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
async function requestIdToken(audience, { signal, mask }) {
    const url = new URL(address());
    url.searchParams.set('audience', audience);
    const { status, body } = await askPatiently(url, signal);
    const text = valueIn(body.toString('utf8'));
    if (status !== 200 || text === undefined)
        throw noAnswer(`it answered with status ${String(status)}`);
    mask(text);
    const claims = claimsOf(text);
    if (claims === undefined)
        throw noAnswer('what it gave is not a token');
    return { text, claims };
}
async function askPatiently(url, signal) {
    const headers = { authorization: `Bearer ${bearer()}`, accept: 'application/json; api-version=2.0' };
    let failed;
    for (const pauseMs of pausesMs) {
        if (pauseMs > 0)
            await new Promise((resolve) => setTimeout(resolve, pauseMs));
        signal.throwIfAborted();
        try {
            const answer = await (0,http_answer/* askHttp */.wC)(url, { method: 'GET', headers }, { ...oidc_token_bounds, signal }, new lib/* HttpClient */.Qq());
            const isWhole = answer.status !== 200 || isJson(answer.body.toString('utf8'));
            if (answer.status < 500 && answer.status !== 429 && isWhole)
                return answer;
            failed = new Error(isWhole ? `it answered with status ${String(answer.status)}` : 'its answer is not JSON');
        }
        catch (error) {
            signal.throwIfAborted();
            failed = error;
        }
    }
    throw noAnswer((0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(failed)), failed);
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
function valueIn(body) {
    try {
        const { value } = JSON.parse(body);
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function claimsOf(token) {
    try {
        const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
        const { iss, sub, aud } = JSON.parse(payload);
        const first = Array.isArray(aud) ? aud[0] : aud;
        if (typeof iss !== 'string' || typeof sub !== 'string' || typeof first !== 'string')
            return undefined;
        return { iss, sub, aud: first };
    }
    catch {
        return undefined;
    }
}
function noAnswer(why, cause) {
    return new errors/* ShipError */.fS({
        code: 'no-oidc-token',
        what: `GitHub gave this job no OIDC token for role-to-assume: ${why}.`,
        next: 'If this looks like a temporary fault at GitHub, run the job again; else look at the proxy settings of the runner.',
        cause,
    });
}
async function withoutIdTokens(cause) {
    const fork = await forkOfEvent().catch(() => undefined);
    if (fork !== undefined)
        return new errors/* ShipError */.fS({
            code: 'no-oidc-token',
            what: `This is a pull request from the fork ${fork}: GitHub gives such a job no OIDC token, whatever its permissions say, so the role cannot be assumed.`,
            next: 'Build it with push: false, and publish when it is merged.',
            cause,
        });
    return new errors/* ShipError */.fS({
        code: 'no-oidc-token',
        what: 'This job has no OIDC token for role-to-assume (ACTIONS_ID_TOKEN_REQUEST_URL is not set), and no AWS credentials of its own.',
        next: 'Give the job "permissions: id-token: write", beside "contents: read"; of a reusable workflow, the job that calls ' +
            'it needs it as well.',
        cause,
    });
}
async function forkOfEvent() {
    if (process.env['GITHUB_EVENT_NAME'] !== 'pull_request')
        return undefined;
    const text = await (0,regular_file/* readLinked */.c1)(process.env['GITHUB_EVENT_PATH'] ?? '', bounds/* largestPayload */.zW);
    const event = JSON.parse(text ?? '{}');
    const head = event.pull_request?.head;
    if (head?.repo === null)
        return 'that was deleted';
    const name = head?.repo?.full_name;
    return name === undefined || name === process.env['GITHUB_REPOSITORY'] ? undefined : name;
}

// EXTERNAL MODULE: ./src/adapters/http/proxy.ts
var proxy = __webpack_require__(7021);
// EXTERNAL MODULE: ./src/adapters/http/registry-time.ts
var registry_time = __webpack_require__(2906);
// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __webpack_require__(8036);
// EXTERNAL MODULE: ./src/types/role.ts
var types_role = __webpack_require__(4141);
;// CONCATENATED MODULE: ./src/adapters/aws/role-errors.ts




const refusals = new Set([
    'AccessDenied',
    'AccessDeniedException',
    'InvalidIdentityToken',
    'InvalidIdentityTokenException',
]);
function isRefusal(error) {
    return error instanceof Error && refusals.has(error.name);
}
function tokenRefused(role, claims, error) {
    const message = (0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(error));
    const provider = claims.iss.replace(/^https?:\/\//, '');
    if (/No OpenIDConnect provider found/i.test(message))
        return new errors/* ShipError */.fS({
            code: 'role-refused',
            what: `The account ${(0,types_role/* accountOfRole */.fv)(role.arn)} of the role ${role.arn} does not know GitHub's tokens: ${message}.`,
            next: `Make the provider once: aws iam create-open-id-connect-provider --url ${claims.iss} --client-id-list ${claims.aud}`,
            cause: error,
        });
    if (/incorrect token audience/i.test(message))
        return new errors/* ShipError */.fS({
            code: 'role-refused',
            what: `The OIDC provider ${provider} in ${(0,types_role/* accountOfRole */.fv)(role.arn)} does not take tokens for the audience ${claims.aud}: ${message}.`,
            next: `Correct the input audience, or add it: aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:${(0,types_role/* partitionOfRole */.iE)(role.arn)}:iam::${(0,types_role/* accountOfRole */.fv)(role.arn)}:oidc-provider/${provider} --client-id ${claims.aud}`,
            cause: error,
        });
    return new errors/* ShipError */.fS({
        code: 'role-refused',
        what: `AWS STS did not let this job assume ${role.arn}: ${message}. The token has sub ${claims.sub} and aud ${claims.aud}.`,
        next: `${hintOf(claims)}Compare the trust policy of the role with this statement, which lets exactly this token in; if they agree, check that the role exists: ${JSON.stringify((0,types_role/* trustStatement */.si)(role, claims))}`,
        details: `This statement of the role's trust policy lets the token of this job in:\n${JSON.stringify((0,types_role/* trustStatement */.si)(role, claims), null, 2)}`,
        cause: error,
    });
}
function hintOf({ sub }) {
    const [, owner = '', repository = '', rest = ''] = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+:(.*)$/.exec(sub) ?? [];
    if (owner !== '')
        return `GitHub puts numbers behind owner and name in the sub of repositories that were made, renamed or moved since 2026-07-15: a policy with repo:${owner}/${repository}:${rest} does not match. `;
    if (/:environment:/.test(sub))
        return 'The job has an environment, which takes the place of the branch in the sub. ';
    if (/:pull_request$/.test(sub))
        return 'For a pull request the sub names no branch. ';
    return '';
}
function chainRefused(role, error) {
    const caller = (0,iam/* parseDenial */.Pu)((0,types_text/* messageOf */.bD)(error))?.principal;
    const statement = caller === undefined ? undefined : (0,types_role/* chainStatement */.N5)(caller);
    return new errors/* ShipError */.fS({
        code: 'role-refused',
        what: `The AWS credentials of this job may not assume ${role.arn}: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(error))}.`,
        next: 'Two policies have to allow it: the trust policy of that role, and a policy of the role that the job has already ' +
            '(sts:AssumeRole). With "permissions: id-token: write" the role is assumed with an OIDC token instead.',
        ...(statement !== undefined && {
            details: `This statement of the role's trust policy lets these credentials in:\n${JSON.stringify(statement, null, 2)}`,
        }),
        cause: error,
    });
}
function stsFailed(role, region, error) {
    if (error instanceof errors/* ShipError */.fS)
        return error;
    const message = (0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(error));
    if (/DurationSeconds|session limit/i.test(message))
        return new errors/* ShipError */.fS({
            code: 'role-refused',
            what: `The role ${role.arn} gives no credentials for ${String(role.durationSeconds / 60)} minutes: ${message}.`,
            next: 'Shorten the input role-duration, or raise MaxSessionDuration of the role; a role that is assumed from another role lasts an hour at most.',
            cause: error,
        });
    if (/RegionDisabled/.test(nameOf(error)))
        return new errors/* ShipError */.fS({
            code: 'role-refused',
            what: `AWS STS is switched off in ${region} for the account ${(0,types_role/* accountOfRole */.fv)(role.arn)}: ${message}.`,
            next: `Switch it on under "Account settings" of IAM, or set AWS_ENDPOINT_URL_STS to the endpoint of another region.`,
            cause: error,
        });
    return new errors/* ShipError */.fS({
        code: 'role-refused',
        what: `AWS STS in ${region} gave no credentials of ${role.arn}: ${nameOf(error)}: ${message}.`,
        next: 'If this looks like a temporary fault at AWS, run the job again; else check aws-region, network and proxy of the runner.',
        cause: error,
    });
}
function stsLate(region, ms) {
    return new errors/* ShipError */.fS({
        code: 'registry-unreachable',
        what: `AWS STS in ${region} gave no answer within ${String(ms / 1000)} s.`,
        next: 'Check the network and proxy settings of the runner; if they are right, run the job again.',
    });
}
function nameOf(error) {
    return error instanceof Error ? error.name : 'Error';
}

;// CONCATENATED MODULE: ./src/adapters/aws/role.ts










const patience = {
    connectionTimeout: 10_000,
    requestTimeout: 15_000,
    throwOnRequestTimeout: true,
    socketTimeout: 15_000,
};
const callMs = 40_000;
const answer = { bytes: bounds/* largestTokenAnswer */.uh, ms: 15_000 };
const marginMs = 5 * 60_000;
function roleSession({ region }, role, tools) {
    let current;
    let endsAt = Number.POSITIVE_INFINITY;
    const take = () => {
        const taking = assume(region, role, tools);
        endsAt = Number.POSITIVE_INFINITY;
        taking.then(({ expiration }) => {
            endsAt = expiration.getTime();
        }, () => {
            if (current === taking)
                current = undefined;
        });
        return taking;
    };
    const credentials = () => {
        if (endsAt - Date.now() < marginMs)
            current = undefined;
        return (current ??= take());
    };
    return {
        role: role.arn,
        credentials,
        arn: async () => (await credentials()).arn,
        forget: () => {
            current = undefined;
        },
    };
}
async function assume(region, role, tools) {
    const { signal, mask } = tools;
    const late = () => stsLate(region, callMs);
    const given = await (0,deadline/* within */.u)({ signals: [signal], ms: callMs, late }, async (end) => {
        if (!hasIdTokens())
            return chained(region, role, tools, end);
        try {
            return await withToken(region, role, { ...tools, signal: end });
        }
        catch (error) {
            const isRefused = error instanceof errors/* ShipError */.fS && isRefusal(error.cause);
            if (!isRefused || !(0,job_credentials/* hasCredentials */.L)((name) => process.env[name]))
                throw error;
            return chained(region, role, tools, end).catch(() => Promise.reject(error));
        }
    });
    mask(given.secretAccessKey);
    mask(given.sessionToken);
    return given;
}
async function withToken(region, role, { signal, mask }) {
    const token = await requestIdToken(role.audience, { signal, mask });
    const command = new sts.AssumeRoleWithWebIdentityCommand({
        ...orderOf(role),
        WebIdentityToken: token.text,
    });
    try {
        const client = stsClient({ region });
        return await readably(() => client.send(command, { abortSignal: signal }));
    }
    catch (error) {
        signal.throwIfAborted();
        throw isRefusal(error) ? tokenRefused(role, token.claims, error) : stsFailed(role, region, error);
    }
}
async function chained(region, role, { sdk }, signal) {
    const own = new sdk.ECRClient({ region });
    const credentials = async () => own.config.credentials();
    try {
        const client = stsClient({ region, credentials });
        return await readably(() => client.send(new sts.AssumeRoleCommand(orderOf(role)), { abortSignal: signal }));
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof Error && error.name === 'CredentialsProviderError')
            throw await withoutIdTokens(error);
        throw isRefusal(error) ? chainRefused(role, error) : stsFailed(role, region, error);
    }
}
function stsClient(config) {
    const requestHandler = { ...(0,proxy/* proxyAwareAgents */.j)(), ...patience };
    const client = new sts.STSClient({ ...config, requestHandler, maxAttempts: 4 });
    (0,bounded_answers/* boundAnswers */.G)(client, (0,registry_time/* registryTime */.P)(), answer);
    return client;
}
function orderOf({ arn, sessionName, durationSeconds }) {
    return { RoleArn: arn, RoleSessionName: sessionName, DurationSeconds: durationSeconds };
}
async function readably(ask) {
    const attempt = async () => {
        const answer = await ask().catch((error) => {
            if (!isUnreadable(error))
                throw error;
        });
        return answer && credentialsIn(answer);
    };
    const given = (await attempt()) ?? (await attempt());
    if (given === undefined)
        throw new Error('its answer cannot be read');
    return given;
}
function isUnreadable(error) {
    const { $metadata: facts } = error;
    return facts?.httpStatusCode === 200;
}
function credentialsIn({ Credentials: given, AssumedRoleUser: user }) {
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
    if (AccessKeyId === undefined ||
        SecretAccessKey === undefined ||
        SessionToken === undefined ||
        Expiration === undefined ||
        user?.Arn === undefined)
        return undefined;
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        expiration: Expiration,
        arn: user.Arn,
    };
}


/***/ }),

/***/ 244:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ workFolders),
/* harmony export */   QY: () => (/* binding */ unlessAbsent),
/* harmony export */   _W: () => (/* binding */ placeToWrite),
/* harmony export */   v$: () => (/* binding */ placeToRead)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _temporary_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3742);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1071);




const obeyedVariables = [
    'DOCKER_CONFIG',
    'BUILDX_CONFIG',
    'AWS_CONFIG_FILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
];
const runnerVariables = [
    'GITHUB_OUTPUT',
    'GITHUB_ENV',
    'GITHUB_STATE',
    'GITHUB_PATH',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_EVENT_PATH',
];
const runnerFolders = ['_runner_file_commands', '_github_workflow', '_github_home'];
const kernelFolders = ['/proc', '/sys', '/dev'];
async function placeToWrite(path) {
    const roots = await Promise.all(workFolders().map(rootAt));
    const full = fullPath(path);
    const { real, missing } = await deepestFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(full));
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, ...missing, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(full));
    requireInside(place, full, roots);
    for (const { variable, folder } of await obeyedPlaces(roots))
        if ((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(place, folder))
            throw new Error(`${variable} is kept there, which other steps obey`);
    return { path: place, missing: missing.map((_, at) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, ...missing.slice(0, at + 1))) };
}
function workFolders() {
    const temp = process.env['RUNNER_TEMP'] ?? '';
    return temp === '' ? [(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)()] : [(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)(), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(temp)];
}
async function placeToRead(path, folders = [(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)()]) {
    const full = fullPath(path);
    const roots = await Promise.all(folders.map(rootAt));
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(full).catch(unlessAbsent)) === undefined)
        return undefined;
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full);
    requireInside(real, full, roots);
    return real;
}
function fullPath(path) {
    if (/[\u0000-\u001f\u007f-\u009f]/.test(path))
        throw new Error('its path has a control character');
    if (/[/\\]$/.test(path))
        throw new Error('its path ends as that of a folder does');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)(), path);
}
function requireInside(place, full, roots) {
    const [nearest] = roots
        .filter(({ given, real }) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(full, given) || (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(full, real))
        .sort((a, b) => b.real.length - a.real.length);
    const allowed = nearest === undefined ? roots : [nearest];
    const root = allowed.find(({ real }) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(place, real) && place !== real);
    const isOfKernel = kernelFolders.some((folder) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(place, folder) && !(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(root?.real ?? '/', folder));
    if (roots.some(({ real }) => real === place))
        throw new Error('it is a folder, not a file');
    if (root === undefined || isOfKernel)
        throw new Error(nearest === undefined
            ? `it is not inside ${roots.map(({ given }) => given).join(' or ')}`
            : `a link on the way leads out of ${nearest.given}`);
    const parts = place.slice(root.real.length).toLowerCase().split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    if (parts.includes('.git'))
        throw new Error('it is inside a .git folder');
    if (parts.some((part) => runnerFolders.includes(part)))
        throw new Error('the runner keeps its own files there, which other steps obey');
    if (parts.some((part) => part.startsWith(_temporary_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .privateFolderPrefix */ .Og)))
        throw new Error('the private docker configuration of a run is there');
}
async function deepestFolder(folder) {
    const missing = [];
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(at).catch(unlessAbsent)) !== undefined)
            return { real: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(at), missing };
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            throw new Error('there is no folder for it');
        missing.unshift((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(at));
    }
}
async function rootAt(folder) {
    return { given: folder, real: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder).catch(() => folder) };
}
async function obeyedPlaces(roots) {
    const named = [...runnerVariables, ...obeyedVariables].flatMap((variable) => {
        const path = process.env[variable] ?? '';
        return path === '' ? [] : [{ variable, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path) }];
    });
    const real = await Promise.all(named.map(async ({ variable, path }) => ({ variable, path: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => path) })));
    return real.flatMap(({ variable, path }) => {
        const beside = runnerVariables.includes(variable) ? [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)] : [];
        return [path, ...beside]
            .filter((folder) => !roots.some((root) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(root.real, folder)))
            .map((folder) => ({ variable, folder }));
    });
}
function unlessAbsent(error) {
    const { code } = error;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    throw error;
}


/***/ }),

/***/ 9929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VX: () => (/* binding */ readRegular),
/* harmony export */   c1: () => (/* binding */ readLinked),
/* harmony export */   lf: () => (/* binding */ openRegular),
/* harmony export */   oD: () => (/* binding */ readWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6092);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(244);




const careful = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK;
const flags = {
    read: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY,
    change: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR,
    make: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_EXCL,
};
async function openRegular(path, way) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, flags[way] | careful, 0o666).catch((error) => {
        const { code } = error;
        if (code === 'ELOOP' || code === 'EMLINK')
            throw new Error('it is a link');
        if (code === 'EISDIR')
            throw new Error('it is a folder');
        if (code === 'ENXIO')
            throw new Error('it is not a regular file');
        throw error;
    });
    try {
        const facts = await handle.stat();
        if (!facts.isFile())
            throw new Error(facts.isDirectory() ? 'it is a folder' : 'it is not a regular file');
        if (way !== 'read' && facts.nlink > 1)
            throw new Error('it is a hard link: another file has the same content');
        const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
        if (there.ino !== facts.ino || there.dev !== facts.dev)
            throw new Error('it is a link, or was just replaced');
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
async function readWhole(handle, most) {
    const { size } = await handle.stat();
    if (size > most)
        throw new Error(`it has ${String(size)} bytes, and at most ${String(most)} are read`);
    const bytes = Buffer.alloc(size + 1);
    let length = 0;
    while (length < bytes.length) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
        if (bytesRead === 0)
            break;
        length += bytesRead;
    }
    if (length > size)
        throw new Error('it grows while it is read');
    return bytes.subarray(0, length);
}
async function readRegular(path, most) {
    return (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .N)(async () => {
        const handle = await openRegular(path, 'read').catch(_places_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessAbsent */ .QY);
        if (handle === undefined)
            return undefined;
        try {
            return (await readWhole(handle, most)).toString('utf8');
        }
        finally {
            await handle.close();
        }
    });
}
async function readLinked(path, most) {
    const real = await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .N)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path).catch(_places_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessAbsent */ .QY));
    return real === undefined ? undefined : readRegular(real, most);
}


/***/ }),

/***/ 3742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HK: () => (/* binding */ temporaryUnusable),
/* harmony export */   Og: () => (/* binding */ privateFolderPrefix),
/* harmony export */   wE: () => (/* binding */ makeTemporaryFolder),
/* harmony export */   wZ: () => (/* binding */ makeFolders),
/* harmony export */   yy: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9786);






const privateFolderPrefix = 'ecr-ship-docker-';
function temporaryFolder() {
    return process.env['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
}
function makeTemporaryFolder(prefix, planned) {
    const parent = temporaryFolder();
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    planned?.(path);
    try {
        makeFolders(parent);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
        return path;
    }
    catch (cause) {
        throw temporaryUnusable(parent, cause);
    }
}
function makeFolders(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return;
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) !== path)
        makeFolders((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path);
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
    }
}
function temporaryUnusable(path, cause) {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ShipError */ .fS({
        code: 'file-failed',
        what: `The folder for temporary files cannot be used, ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .nameInLine */ .BT)(path)}: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(cause))}.`,
        next: 'Look at RUNNER_TEMP: this user has to be able to make that folder and to write to it, and its disk needs some space.',
        cause,
    });
}


/***/ }),

/***/ 1071:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yw: () => (/* binding */ isBelow),
/* harmony export */   oS: () => (/* binding */ workspaceRoot),
/* harmony export */   ve: () => (/* binding */ inWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


function workspaceRoot() {
    const given = process.env['GITHUB_WORKSPACE'] ?? '';
    const root = given === '' ? process.cwd() : given;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
    }
    catch {
        return root;
    }
}
function isBelow(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way) && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);
}
function inWorkspace(root, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : `${root}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${path}`;
}


/***/ }),

/***/ 6985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ hasCredentials)
/* harmony export */ });
const names = [
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'AWS_CONFIG_FILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];
function hasCredentials(variable) {
    return names.some((name) => (variable(name) ?? '') !== '');
}


/***/ })

};
