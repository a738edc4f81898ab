export const id = 270;
export const ids = [270];
export const modules = {

/***/ 592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ connectionsAhead)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);


const usualUseMs = 20_000;
function connectionsAhead(agentOf, useMs = usualUseMs) {
    const ready = [];
    let made;
    let connect = () => undefined;
    const take = (host) => {
        const at = ready.findIndex((waiting) => waiting.host === host);
        return at < 0 ? undefined : ready.splice(at, 1)[0]?.release();
    };
    return {
        open(url, count) {
            const agent = agentOf(url);
            if (!(agent instanceof node_http__WEBPACK_IMPORTED_MODULE_0__.Agent))
                return;
            const [host, port] = addressOf(url);
            if (made !== agent) {
                made = agent;
                const own = agent.createConnection.bind(agent);
                connect = own;
                agent.createConnection = (options, done) => take(`${String(options.host)}:${String(options.port)}`) ?? own(options, done);
            }
            const line = { host, port, servername: (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? host : '' };
            const isThere = ready.filter((waiting) => waiting.host === `${host}:${String(port)}`).length;
            for (let opened = isThere; opened < count; opened += 1) {
                const socket = connect(line);
                if (!(socket instanceof node_net__WEBPACK_IMPORTED_MODULE_1__.Socket))
                    return;
                ready.push(hold(socket, { host: `${host}:${String(port)}`, useMs }, ready));
            }
        },
    };
}
function hold(socket, { host, useMs }, among) {
    const forget = () => {
        const at = among.indexOf(waiting);
        if (at >= 0)
            among.splice(at, 1);
        clearTimeout(timer);
        socket.destroy();
    };
    const timer = setTimeout(forget, useMs).unref();
    const ends = ['end', 'close', 'error', 'timeout'];
    for (const end of ends)
        socket.on(end, forget);
    socket.unref();
    const waiting = {
        host,
        release() {
            clearTimeout(timer);
            for (const end of ends)
                socket.off(end, forget);
            return socket.ref();
        },
    };
    return waiting;
}
function addressOf({ hostname, port, protocol }) {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    return [host, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)];
}


/***/ }),

/***/ 7196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   VL: () => (/* binding */ TooLong),
/* harmony export */   d3: () => (/* binding */ sendHttp),
/* harmony export */   wC: () => (/* binding */ askHttp)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _machine_deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6092);




class TooLong extends Error {
}
async function askHttp(url, question, bounds, client) {
    const late = () => new Error(`no complete answer came within ${String(bounds.ms / 1000)} s`);
    const signals = bounds.signal === undefined ? [] : [bounds.signal];
    return (0,_machine_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .within */ .u)({ signals, ms: bounds.ms, late }, async (signal) => {
        const incoming = await sendHttp(url, question, signal, client);
        const { statusCode: status = 0, headers: said } = incoming;
        const bytes = await collect(incoming, bounds.bytes(status), Number(said['content-length'] ?? 0));
        return { status, headers: said, body: bytes };
    });
}
async function sendHttp(url, { method, headers, body }, signal, client) {
    const send = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    return new Promise((resolve, reject) => {
        const options = {
            method,
            headers: { 'user-agent': 'ecr-ship', ...headers },
            agent: client.getAgent(url.href),
            signal,
        };
        const request = send(url, options, (answer) => {
            if (method === 'HEAD' && !/\bclose\b/i.test(answer.headers.connection ?? ''))
                request.shouldKeepAlive = true;
            resolve(answer);
        }).on('error', reject);
        if (typeof body === 'object' && !(body instanceof Uint8Array)) {
            (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(body, request).catch(reject);
        }
        else
            request.end(body);
    });
}
async function collect(stream, most, announced = 0) {
    const chunks = [];
    let size = 0;
    const tooLong = (bytes) => new TooLong(`the answer has ${String(bytes)} bytes or more, and may have ${String(most)}`);
    if (announced > most) {
        stream.destroy();
        throw tooLong(announced);
    }
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > most)
            throw tooLong(size);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
}


/***/ }),

/***/ 7021:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ proxyAwareAgents)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_1__);


function proxyAwareAgents() {
    const options = { keepAlive: true, maxSockets: 16, proxyEnv: process.env };
    return { httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(options), httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(options) };
}


/***/ }),

/***/ 7900:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ protocolOf),
/* harmony export */   CQ: () => (/* binding */ following),
/* harmony export */   FX: () => (/* binding */ isConfidential),
/* harmony export */   J6: () => (/* binding */ isSameOrigin),
/* harmony export */   N6: () => (/* binding */ isRedirect),
/* harmony export */   mH: () => (/* binding */ getFollowing)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4942);
/* harmony import */ var _types_refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3617);
/* harmony import */ var _http_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7196);




const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);
async function getFollowing(get, client) {
    return following(get, client, _http_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .askHttp */ .wC);
}
async function following(get, client, ask) {
    const deadline = Date.now() + get.bounds.ms;
    let { url } = get;
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
        const isHome = isSameOrigin(url, get.url);
        const headers = { ...get.headers, ...(isHome && { authorization: get.authorization }) };
        const bounds = { ...get.bounds, ms: Math.max(1, deadline - Date.now()) };
        const answer = await ask(url, { method: 'GET', headers }, bounds, isHome ? client : new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Qq('ecr-ship'));
        if (!isRedirect(answer.status))
            return answer;
        const target = redirectTarget(answer.headers.location, url);
        if (!get.leaves && !isSameOrigin(target, get.url))
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_(`${get.url.host} redirects to ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(target.origin)}, which is another server`);
        url = target;
    }
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_(`${get.url.host} redirects more than ${String(mostRedirects)} times`);
}
function redirectTarget(location, from) {
    const target = URL.canParse(location ?? '', from.href) ? new URL(location ?? '', from) : undefined;
    if (location === undefined || target === undefined)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_(`${from.host} redirects to ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(location ?? 'nowhere')}, which is not an address`);
    const isNamed = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(target.hostname.replace(/^\[|\]$/g, '')) === 0 && !isLoopback(target);
    if (target.protocol === 'https:' && isNamed)
        return target;
    if (isPlainLoopback(from) && isLoopback(target) && /^https?:$/.test(target.protocol))
        return target;
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_(`${from.host} redirects to ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(target.origin === 'null' ? target.protocol : target.origin)}; ` +
        'only a host by its name over https is followed');
}
function isRedirect(status) {
    return redirects.has(status);
}
function isSameOrigin(one, other) {
    return one.protocol === other.protocol && one.host === other.host;
}
function protocolOf(host) {
    return isLoopback(new URL(`http://${host}`)) ? 'http:' : 'https:';
}
function isConfidential(url) {
    return url.protocol === 'https:' || isPlainLoopback(url);
}
function isPlainLoopback(url) {
    return url.protocol === 'http:' && isLoopback(url);
}
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}


/***/ }),

/***/ 8036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ servicePrefix),
/* harmony export */   MJ: () => (/* binding */ policyText),
/* harmony export */   Pu: () => (/* binding */ parseDenial),
/* harmony export */   XP: () => (/* binding */ accountOf),
/* harmony export */   gF: () => (/* binding */ deniedError),
/* harmony export */   kc: () => (/* binding */ actionsOfRequest),
/* harmony export */   o1: () => (/* binding */ actions)
/* harmony export */ });
/* unused harmony exports publicActions, statementFor, shipPolicy, publicPolicy, policyOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9786);


const actions = {
    login: ['ecr:GetAuthorizationToken'],
    push: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:CompleteLayerUpload',
        'ecr:GetDownloadUrlForLayer',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
    ],
    tag: ['ecr:PutImage'],
    verify: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:DescribeRepositories'],
    taken: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:GetDownloadUrlForLayer'],
    scan: ['ecr:DescribeImageScanFindings'],
    startScan: ['ecr:StartImageScan'],
    enhancedScan: ['inspector2:ListCoverage', 'inspector2:ListFindings'],
    scanSettings: ['ecr:BatchGetRepositoryScanningConfiguration', 'ecr:GetRegistryScanningConfiguration'],
    candidateTag: ['ecr:BatchDeleteImage'],
    pull: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    create: ['ecr:CreateRepository', 'ecr:PutLifecyclePolicy', 'ecr:SetRepositoryPolicy', 'ecr:TagResource'],
    createUndo: ['ecr:DeleteRepository'],
    restore: ['ecr:UpdateImageStorageClass'],
    replication: ['ecr:DescribeImageReplicationStatus', 'ecr:DescribeRegistry'],
    referrers: ['ecr:ListImageReferrers'],
    posture: ['ecr:GetLifecyclePolicy', 'ecr:GetRepositoryPolicy'],
};
const ofShip = [
    'login',
    'push',
    'verify',
    'taken',
    'scan',
    'startScan',
    'scanSettings',
    'candidateTag',
];
const publicActions = {
    login: ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'],
    push: [
        'ecr-public:BatchCheckLayerAvailability',
        'ecr-public:CompleteLayerUpload',
        'ecr-public:InitiateLayerUpload',
        'ecr-public:PutImage',
        'ecr-public:UploadLayerPart',
    ],
    verify: ['ecr-public:DescribeImages', 'ecr-public:DescribeRepositories'],
    alias: ['ecr-public:DescribeRegistries'],
    candidateTag: ['ecr-public:BatchDeleteImage'],
    create: ['ecr-public:CreateRepository', 'ecr-public:SetRepositoryPolicy', 'ecr-public:TagResource'],
};
const ofPublicShip = ['login', 'push', 'verify', 'candidateTag'];
function servicePrefix(type) {
    return type === 'public' ? 'ecr-public' : 'ecr';
}
const onAllResources = new Set([
    'ecr:GetAuthorizationToken',
    'ecr:DescribeRegistry',
    'ecr:GetRegistryScanningConfiguration',
    'inspector2:ListCoverage',
    'inspector2:ListFindings',
    'ecr-public:GetAuthorizationToken',
    'ecr-public:DescribeRegistries',
    'sts:GetServiceBearerToken',
]);
function statementFor(action, repositoryArn) {
    const isGlobal = [action].flat().every((one) => onAllResources.has(one));
    return { Effect: 'Allow', Action: action, Resource: isGlobal ? '*' : repositoryArn };
}
function shipPolicy(repositoryArn, denied = []) {
    return policyOf([{ actions: withDenied(actions, ofShip, denied), on: [repositoryArn] }]);
}
function publicPolicy(repositoryArn, denied = []) {
    return policyOf([{ actions: withDenied(publicActions, ofPublicShip, denied), on: [repositoryArn] }]);
}
function withDenied(table, rows, denied) {
    const usual = rows.flatMap((row) => table[row]);
    const further = Object.values(table).filter((row) => row.some((action) => denied.includes(action) && !usual.includes(action)));
    return [...usual, ...further.flat()];
}
function policyOf(grants) {
    const sorted = (names) => [...new Set(names)].sort();
    const everywhere = sorted(grants.flatMap(({ actions: names }) => names.filter((one) => onAllResources.has(one))));
    const here = grants.flatMap(({ actions: names, on }) => {
        const some = sorted(names.filter((one) => !onAllResources.has(one)));
        return some.length === 0 ? [] : [allow(some, on)];
    });
    return {
        Version: '2012-10-17',
        Statement: [...(everywhere.length === 0 ? [] : [allow(everywhere, ['*'])]), ...here],
    };
}
function allow(names, on) {
    return { Effect: 'Allow', Action: names, Resource: on.length === 1 ? (on[0] ?? '') : on };
}
function parseDenial(message) {
    const match = /(?:User: (\S+) )?is not authorized to perform: ([\w-]+:\w+)(?: on resource: (\S+))?/.exec(message);
    if (match?.[2] === undefined)
        return undefined;
    const forbiddenBy = /with an explicit deny in an? ([\w -]{3,40}policy|permissions boundary)/.exec(message)?.[1];
    return {
        principal: match[1],
        action: match[2],
        resource: match[3],
        ...(forbiddenBy !== undefined && { forbiddenBy }),
    };
}
function policyText(repositoryArn, denied = []) {
    const isPublic = /^arn:[\w-]+:ecr-public:/.test(repositoryArn);
    return JSON.stringify((isPublic ? publicPolicy : shipPolicy)(repositoryArn, denied));
}
const reasons = {
    'sts:GetServiceBearerToken': ', without which there is no login to ECR Public: it is needed beside ecr-public:GetAuthorizationToken',
};
function grantText(denied, repositoryArn) {
    const pairs = [actions.enhancedScan, publicActions.login];
    const wanted = [...new Set(denied.flatMap((one) => pairs.find((pair) => pair.includes(one)) ?? [one]))];
    const statements = [
        wanted.filter((action) => !onAllResources.has(action)),
        wanted.filter((action) => onAllResources.has(action)),
    ]
        .filter((group) => group.length > 0)
        .map((group) => statementFor(group.length === 1 ? (group[0] ?? '') : group, repositoryArn));
    return `To grant no more than what is missing:\n${statements.map((one) => JSON.stringify(one, null, 2)).join('\n')}`;
}
function deniedError(denials, repositoryArn, cause) {
    const [first] = denials;
    const denied = [...new Set(denials.map(({ action }) => action))];
    const forbidden = denials.find(({ forbiddenBy }) => forbiddenBy !== undefined);
    const who = first.principal ?? 'The role of this job';
    const why = forbidden === undefined ? '' : `: an explicit deny in its ${forbidden.forbiddenBy ?? ''} forbids it`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'access-denied',
        what: `${who} may not call ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(denied)}${denied.map((action) => reasons[action] ?? '').join('')}${why}.${otherAccount(first, repositoryArn)}`,
        next: forbidden === undefined
            ? `Give the role this policy, which is all that a run needs: ${policyText(repositoryArn, denied)}`
            : `Have that deny taken out, for no other policy outweighs it. All that a run needs is this: ${policyText(repositoryArn, denied)}`,
        details: grantText(denied, repositoryArn),
        cause,
    });
}
function otherAccount({ principal = '' }, repositoryArn) {
    const [theirs, its] = [accountOf(principal), accountOf(repositoryArn)];
    if (theirs === undefined || its === undefined || theirs === its)
        return '';
    return (` The credentials of this job are of account ${theirs}, and the repository is in ${its}: use credentials of that ` +
        'account, or let the policy of the repository allow these as well.');
}
function accountOf(arn) {
    return /^arn:[\w-]+:[\w-]*:[\w-]*:(\d{12}):/.exec(arn)?.[1];
}
function actionsOfRequest(method, path, type = 'private') {
    const route = /\/(manifests|blobs\/uploads|blobs)\//.exec(path)?.[1];
    const found = route === undefined ? undefined : httpActions[`${method} ${route}`];
    if (type === 'private' || found === undefined)
        return found;
    const wanted = publicActions.push;
    const needed = found
        .map((action) => action.replace('ecr:', 'ecr-public:'))
        .filter((one) => wanted.includes(one));
    return needed.length === 0 ? undefined : needed;
}
const httpActions = {
    'HEAD manifests': ['ecr:BatchGetImage'],
    'GET manifests': ['ecr:BatchGetImage'],
    'PUT manifests': ['ecr:PutImage'],
    'HEAD blobs': ['ecr:BatchCheckLayerAvailability'],
    'GET blobs': ['ecr:GetDownloadUrlForLayer'],
    'POST blobs/uploads': ['ecr:InitiateLayerUpload'],
    'PATCH blobs/uploads': ['ecr:UploadLayerPart'],
    'PUT blobs/uploads': ['ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'],
};


/***/ }),

/***/ 637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ isNear),
/* harmony export */   am: () => (/* binding */ quotas),
/* harmony export */   pJ: () => (/* binding */ quotaReached)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9786);


const quotas = {
    images: {
        most: 100_000,
        says: /maximum (?:allowed )?number of images|images per repository/i,
        what: 'The repository has as many images as it may have',
        next: 'Give it a lifecycle policy that removes old ones (repository-settings of a new repository: lifecycle), delete some, or ask for a larger quota "Images per repository".',
    },
    tags: {
        most: 1000,
        says: /maximum (?:allowed )?number of (?:image )?tags|tags per image/i,
        what: 'The image has as many tags as it may have, which are 1,000',
        next: 'Remove tags that nobody needs: aws ecr batch-delete-image; this quota cannot be raised.',
    },
    referrers: {
        most: 100,
        says: /maximum (?:allowed )?number of (?:referrers|artifacts)|referrers per/i,
        what: 'The image has as many signatures, attestations and other referrers as it may have, which are 100',
        next: 'Remove old ones, or sign the image less often: a run that finds an image again need not sign it anew.',
    },
};
const allQuotas = [
    ...Object.values(quotas),
    {
        says: /maximum (?:allowed )?number of repositories|repositories per region/i,
        what: 'The registry has as many repositories as it may have',
        next: 'Delete repositories that nobody needs, or ask for a larger quota "Registered repositories".',
    },
    {
        says: /exceeded a service limit|service limit for your account/i,
        what: 'A quota of Amazon ECR is used up; which one it does not say',
        next: 'Look at the quotas of Amazon ECR for this account and region, images per repository first.',
    },
];
function isNear(count, { most }) {
    return count >= most * 0.9;
}
function quotaReached(said, cause) {
    const quota = allQuotas.find(({ says }) => says.test(said));
    if (quota === undefined)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'quota-reached',
        what: `${quota.what}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(said)}.`,
        next: quota.next,
        cause,
    });
}


/***/ }),

/***/ 3617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
class Refusal extends Error {
}
function quoted(word) {
    return JSON.stringify(shortened(word));
}
function shortened(text) {
    const most = 100;
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}


/***/ }),

/***/ 8959:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H$: () => (/* binding */ severityKey),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   lv: () => (/* binding */ parseSeverity),
/* harmony export */   wx: () => (/* binding */ meant)
/* harmony export */ });
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2700);

const noSeverity = 'not given';
const untriaged = 'untriaged';
const mostCharacters = 40;
function parseSeverity(given) {
    const word = typeof given === 'string' ? given.trim() : '';
    const lower = word.toLowerCase();
    const known = _scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.find((candidate) => candidate === lower);
    if (known !== undefined)
        return { severity: known };
    if (lower === untriaged)
        return { severity: 'undefined', severityAsGiven: untriaged.toUpperCase() };
    return { severity: worst, severityAsGiven: word === '' ? noSeverity : visible(word) };
}
const [worst] = _scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO;
function isForeign({ severityAsGiven: given }) {
    return given !== undefined && given !== untriaged.toUpperCase();
}
function severityKey(word) {
    return isForeign(word) ? (word.severityAsGiven ?? noSeverity).toUpperCase() : word.severity.toUpperCase();
}
function meant(word, words) {
    const { severityAsGiven: given } = word;
    const severity = given === undefined ? undefined : words.get(given.toLowerCase());
    return severity === undefined ? word : { ...word, severity };
}
function visible(word) {
    const shown = word.replace(/[\p{C}\p{Z}\p{M}]/gu, (character) => character === ' ' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    const characters = Array.from(shown);
    return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : shown;
}


/***/ }),

/***/ 8919:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ matchesSteps),
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
function matchesSteps(steps, text) {
    let here = withEmptyMatches(steps, [{ at: 0, isInside: false }]);
    for (const character of text) {
        const next = [];
        for (const progress of here)
            next.push(...after(steps, progress, character));
        here = withEmptyMatches(steps, next);
        if (here.length === 0)
            return false;
    }
    return here.some(({ at, isInside }) => at === steps.length && !isInside);
}
function after(steps, { at, isInside }, character) {
    const step = steps[at];
    const stay = { at, isInside };
    const goOn = { at: at + 1, isInside: false };
    switch (step?.kind) {
        case undefined:
            return [];
        case 'literal':
            return step.character === character ? [goOn] : [];
        case 'one':
            return character === '/' ? [] : [goOn];
        case 'any':
            return [goOn];
        case 'name':
            return character === '/' ? [] : [stay];
        case 'all':
            return [stay];
        case 'folders':
            return character === '/' ? [{ at, isInside: true }, goOn] : [{ at, isInside: true }];
    }
}
function withEmptyMatches(steps, places) {
    const seen = new Set();
    const found = [];
    const queue = [...places];
    for (let progress = queue.pop(); progress !== undefined; progress = queue.pop()) {
        const { at, isInside } = progress;
        const key = at * 2 + (isInside ? 1 : 0);
        if (seen.has(key))
            continue;
        seen.add(key);
        found.push(progress);
        const kind = steps[at]?.kind;
        const mayBeEmpty = kind === 'name' || kind === 'all' || (kind === 'folders' && !isInside);
        if (mayBeEmpty)
            queue.push({ at: at + 1, isInside: false });
    }
    return found;
}
function matchesWildcard(text, pattern, { question = false } = {}) {
    const steps = Array.from(pattern, (character) => {
        if (character === '*')
            return { kind: 'all' };
        return question && character === '?' ? { kind: 'any' } : { kind: 'literal', character };
    });
    return matchesSteps(steps, text);
}


/***/ })

};
