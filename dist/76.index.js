export const id = 76;
export const ids = [76];
export const modules = {

/***/ 2661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ awsCalls),
  F: () => (/* binding */ registryOf)
});

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/adapters/aws/aws-errors.ts
var aws_errors = __webpack_require__(5131);
;// CONCATENATED MODULE: ./src/adapters/aws/answer-shapes.ts

const common = {
    aliases: 'objects',
    authorizationToken: 'text',
    destinations: 'objects',
    digest: 'text',
    encryptionConfiguration: 'object',
    encryptionType: 'text',
    expiresAt: 'time',
    failureCode: 'text',
    failureReason: 'text',
    failures: 'objects',
    filter: 'text',
    image: 'object',
    imageDetails: 'objects',
    imageDigest: 'text',
    imageId: 'object',
    imageIds: 'objects',
    imageManifest: 'text',
    imageManifestMediaType: 'text',
    imagePushedAt: 'time',
    imageStatus: 'text',
    imageTag: 'text',
    imageTagMutability: 'text',
    imageTagMutabilityExclusionFilters: 'objects',
    imageTags: 'texts',
    images: 'objects',
    kmsKey: 'text',
    lifecyclePolicyText: 'text',
    name: 'text',
    nextToken: 'text',
    policyText: 'text',
    proxyEndpoint: 'text',
    referrers: 'objects',
    region: 'text',
    registries: 'objects',
    registryId: 'text',
    registryUri: 'text',
    replicationConfiguration: 'object',
    replicationStatuses: 'objects',
    repositories: 'objects',
    repository: 'object',
    repositoryArn: 'text',
    repositoryFilters: 'objects',
    repositoryName: 'text',
    repositoryUri: 'text',
    rules: 'objects',
    scanFrequency: 'text',
    scanType: 'text',
    scanningConfiguration: 'object',
    scanningConfigurations: 'objects',
    status: 'text',
    subjectManifestDigest: 'text',
};
const kindsOf = {
    ecr: new Map([...Object.entries(common), ['authorizationData', 'objects']]),
    'ecr-public': new Map([...Object.entries(common), ['authorizationData', 'object']]),
};
const judgedElsewhere = ['DescribeImageScanFindings', 'StartImageScan'];
const kindWords = {
    text: 'text',
    texts: 'a list of texts',
    object: 'an object',
    objects: 'a list of objects',
    time: 'a time',
};
function wellFormed(answer, action, service) {
    if (judgedElsewhere.includes(action) || !isObject(answer))
        return answer;
    const kinds = kindsOf[service];
    const member = (name, value) => {
        const kind = kinds.get(name);
        if (kind === undefined)
            return value;
        if (!isOf(kind, value))
            throw (0,aws_errors/* badAnswer */.k6)(action, `${name} that is not ${kindWords[kind]}`, service);
        if (kind === 'object')
            return members(value);
        return kind === 'objects' ? value.map(members) : value;
    };
    const members = (value) => Object.fromEntries(Object.entries(value)
        .filter(([, one]) => one !== null && one !== undefined)
        .map(([name, one]) => [name, member(name, one)]));
    return members(answer);
}
function isOf(kind, value) {
    switch (kind) {
        case 'text':
            return typeof value === 'string';
        case 'texts':
            return Array.isArray(value) && value.every((one) => typeof one === 'string');
        case 'object':
            return isObject(value);
        case 'objects':
            return Array.isArray(value) && value.every(isObject);
        case 'time':
            return value instanceof Date && !Number.isNaN(value.getTime());
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/adapters/aws/denials.ts

const togetherMs = 2_000;
function watchDenials(ms = togetherMs) {
    const running = new Set();
    const denied = new Map();
    return {
        async follow(call, facts) {
            const noted = call.catch((error) => {
                if ((0,aws_errors/* isDenial */.c6)(error)) {
                    const denial = (0,aws_errors/* denialOf */.Z9)(error, facts);
                    denied.set(denial.action, denial);
                }
            });
            running.add(noted);
            try {
                return await call;
            }
            finally {
                running.delete(noted);
            }
        },
        async all() {
            let timer;
            const late = new Promise((resolve) => {
                timer = setTimeout(resolve, ms);
            });
            await Promise.race([Promise.all(running), late]);
            clearTimeout(timer);
            return [...denied.values()];
        },
    };
}

// EXTERNAL MODULE: ./src/types/nearest.ts
var nearest = __webpack_require__(9623);
;// CONCATENATED MODULE: ./src/adapters/aws/near-repositories.ts

const mostPages = 3;
const mostNames = 3;
const farthest = 0.3;
async function nearRepositories(wanted, list) {
    const names = [];
    try {
        let nextToken;
        for (let page = 0; page === 0 || (page < mostPages && nextToken !== undefined); page += 1) {
            const answer = await list(nextToken);
            names.push(...(answer.repositories ?? []).flatMap(({ repositoryName }) => repositoryName ?? []));
            nextToken = answer.nextToken || undefined;
        }
    }
    catch {
    }
    return near_repositories_nearest(wanted, names);
}
function near_repositories_nearest(wanted, names) {
    const alike = names.filter((name) => bare(name) === bare(wanted));
    const slip = (0,nearest/* nearestWord */.z)(wanted, names, Math.max(1, Math.floor(wanted.length * farthest)));
    const sameEnd = names.filter((name) => lastPart(name) === lastPart(wanted));
    return [...new Set([...alike, ...(slip === undefined ? [] : [slip]), ...sameEnd])].slice(0, mostNames);
}
function lastPart(name) {
    return bare(name.slice(name.lastIndexOf('/') + 1));
}
function bare(name) {
    return name.toLowerCase().replace(/[^a-z0-9/]/g, '');
}

;// CONCATENATED MODULE: ./src/adapters/aws/aws-translator.ts



function awsTranslator(list) {
    const denials = watchDenials();
    let latest;
    const known = new Map();
    const nearTo = (name) => {
        const near = known.get(name) ?? (list === undefined ? Promise.resolve([]) : nearRepositories(name, list));
        known.set(name, near);
        return near;
    };
    return {
        follow(call, facts) {
            latest = facts.repository ?? latest;
            return denials.follow(call, facts);
        },
        async translate(error, facts) {
            if ((0,aws_errors/* isNoRepository */.oW)(error))
                return (0,aws_errors/* translateAwsError */.q4)(error, facts, { near: await nearTo(facts.repository ?? '') });
            if (!(0,aws_errors/* isDenial */.c6)(error))
                return (0,aws_errors/* translateAwsError */.q4)(error, facts);
            const repository = facts.repository ?? latest;
            return (0,aws_errors/* translateAwsError */.q4)(error, { ...facts, repository }, { denials: await denials.all() });
        },
    };
}

// EXTERNAL MODULE: ./src/adapters/aws/bounded-answers.ts
var bounded_answers = __webpack_require__(2629);
// EXTERNAL MODULE: ./src/adapters/aws/credential-errors.ts
var credential_errors = __webpack_require__(5093);
// EXTERNAL MODULE: ./src/adapters/machine/deadline.ts
var deadline = __webpack_require__(6092);
// EXTERNAL MODULE: ./src/adapters/runner/debug.ts
var debug = __webpack_require__(1508);
;// CONCATENATED MODULE: ./src/adapters/aws/provider-words.ts
const passes = /^@smithy\/property-provider -> ([^]+)/;
const nothingToTry = /Unable to find environment variable|\bskipping\b|using profile: \[default\]|Profile default could not|did not contain credential_process|Web identity configuration not specified|access disabled|No HTTP credential provider host|not configured with SSO|does not contain login_session|not set in env|not set in config/i;
function listenToProviders() {
    let words = [];
    const ignore = () => undefined;
    return {
        logger: {
            trace: ignore,
            debug(text) {
                const said = typeof text === 'string' ? passes.exec(text)?.[1] : undefined;
                if (said !== undefined && !nothingToTry.test(said))
                    words.push(said);
            },
            info: ignore,
            warn: ignore,
            error: ignore,
        },
        take() {
            const [first] = words;
            words = [];
            return first;
        },
    };
}

// EXTERNAL MODULE: ./src/adapters/http/proxy.ts
var proxy = __webpack_require__(7021);
// EXTERNAL MODULE: ./src/adapters/aws/session.ts
var aws_session = __webpack_require__(1694);
;// CONCATENATED MODULE: ./src/adapters/aws/aws-calls.ts











const patience = {
    connectionTimeout: 10_000,
    requestTimeout: 15_000,
    throwOnRequestTimeout: true,
    socketTimeout: 15_000,
};
const nearMs = 10_000;
const callMs = 45_000;
function awsCalls({ prefix, place, make, agents = (0,proxy/* proxyAwareAgents */.j)(), isAnswer, list, session }, time, signal) {
    const providers = listenToProviders();
    const requestHandler = { ...agents, ...patience };
    const makeClients = () => {
        const common = {
            region: place.region,
            requestHandler,
            logger: providers.logger,
            ...(0,aws_session/* credentialsOf */.Y)(session),
        };
        const patient = make({ ...common, maxAttempts: 5 });
        const once = make({ ...common, maxAttempts: 1 });
        for (const client of [patient, once])
            (0,bounded_answers/* boundAnswers */.G)(client, time);
        return { patient, once };
    };
    let clients = makeClients();
    const listing = { signals: [signal], ms: nearMs, late: () => new Error('it takes too long') };
    const translator = awsTranslator(list && ((nextToken) => (0,deadline/* within */.u)(listing, (abortSignal) => list(clients.once, nextToken, { abortSignal }))));
    return async (action, repository, call, { once = false, withinMs = callMs } = {}) => {
        signal.throwIfAborted();
        const late = () => tooLate(facts, withinMs);
        const attempt = async (abortSignal) => {
            const client = once ? clients.once : clients.patient;
            await client.config.credentials().catch((error) => {
                throw (0,credential_errors/* noCredentials */.gT)(error, providers.take());
            });
            return wellFormed(await call(client, { abortSignal }), action, prefix);
        };
        const { region, registryId } = place;
        const facts = { action: `${prefix}:${action}`, region, registryId, repository, role: session?.role };
        try {
            const calling = (0,deadline/* within */.u)({ signals: [signal], ms: Math.max(1, withinMs), late }, (end) => attempt(end).catch((error) => {
                if ((0,credential_errors/* hasExpired */.oN)(error)) {
                    session?.forget();
                    clients = makeClients();
                }
                else if (!(error instanceof SyntaxError))
                    throw error;
                return attempt(end);
            }));
            return await logged(facts, () => translator.follow(calling, facts));
        }
        catch (error) {
            signal.throwIfAborted();
            if (isAnswer(error, action))
                throw error;
            throw error instanceof SyntaxError
                ? (0,aws_errors/* badAnswer */.k6)(action, 'something that is not JSON', prefix)
                : await translator.translate(error, facts);
        }
    };
}
function logged({ action, region, repository }, work) {
    const of = repository === undefined ? '' : ` of ${repository}`;
    return (0,debug/* timedCall */.O)(() => `${action} in ${region}${of}`, work);
}
function registryOf({ registryId }) {
    return registryId === undefined ? {} : { registryId };
}
function tooLate({ action, region }, withinMs) {
    return new errors/* ShipError */.fS({
        code: 'registry-unreachable',
        what: `The API of Amazon ECR in ${region} gave no answer to ${action} within ${String(Math.round(withinMs / 1000))} s.`,
        next: 'Check the network and proxy settings of the runner; if they are right, run the job again.',
    });
}


/***/ }),

/***/ 5131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ denialOf),
/* harmony export */   c6: () => (/* binding */ isDenial),
/* harmony export */   k6: () => (/* binding */ badAnswer),
/* harmony export */   oW: () => (/* binding */ isNoRepository),
/* harmony export */   q4: () => (/* binding */ translateAwsError)
/* harmony export */ });
/* unused harmony export withCode */
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _types_iam_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8036);
/* harmony import */ var _types_quota_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(637);
/* harmony import */ var _types_regions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5800);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9786);
/* harmony import */ var _credential_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5093);






function translateAwsError(error, call, beside = {}) {
    if (error instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS)
        return error;
    if (isDenial(error))
        return accessDenied(error, call, beside.denials ?? []);
    if (isNoRepository(error))
        return repositoryNotFound(error, call, beside.near ?? []);
    const quota = nameOf(error) === 'LimitExceededException' ? (0,_types_quota_js__WEBPACK_IMPORTED_MODULE_2__/* .quotaReached */ .pJ)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error), error) : undefined;
    if (quota !== undefined)
        return quota;
    if (nameOf(error) === 'UnsupportedCommandException')
        return unsupported(call, error);
    const refused = (0,_credential_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .refusedCredentials */ .PK)(error, call);
    if (refused !== undefined)
        return refused;
    const code = codeOf(error);
    if (code !== undefined)
        return unreachable(withCode(code, (0,_types_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)), call, error);
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'registry-failed',
        what: `${call.action} failed in ${call.region}: ${withCode(nameOf(error), (0,_types_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error))}.`,
        next: 'If this looks like a temporary fault at AWS, run the job again.',
        cause: error,
    });
}
function isDenial(error) {
    return error instanceof Error && error.name === 'AccessDeniedException';
}
function isNoRepository(error) {
    return error instanceof Error && error.name === 'RepositoryNotFoundException';
}
function denialOf(error, { action }) {
    return (0,_types_iam_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDenial */ .Pu)(error.message) ?? { principal: undefined, action, resource: undefined };
}
function accessDenied(error, call, others) {
    const denial = denialOf(error, call);
    const all = [denial, ...others];
    const isOurs = (arn) => arn !== undefined && /:ecr(?:-public)?:.*:repository\//.test(arn);
    const named = all.map(({ resource }) => resource).find(isOurs);
    return (0,_types_iam_js__WEBPACK_IMPORTED_MODULE_1__/* .deniedError */ .gF)(all, named ?? repositoryArn(call, denial.principal), error);
}
function isPublic({ action }) {
    return action.startsWith('ecr-public:');
}
function unsupported({ action, region }, cause) {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'registry-failed',
        what: `There is no ${action} in ${region}.`,
        next: 'ECR Public is asked in us-east-1: look at AWS_ENDPOINT_URL_ECR_PUBLIC, and at what lies between the runner and AWS.',
        cause,
    });
}
function repositoryArn(call, principal = '') {
    const name = call.repository ?? '*';
    const account = call.registryId ?? (0,_types_iam_js__WEBPACK_IMPORTED_MODULE_1__/* .accountOf */ .XP)(principal) ?? '*';
    return isPublic(call)
        ? `arn:aws:ecr-public::${account}:repository/${name.slice(name.indexOf('/') + 1)}`
        : `arn:${(0,_types_regions_js__WEBPACK_IMPORTED_MODULE_3__/* .partitionOf */ .iQ)(call.region)}:ecr:${call.region}:${account}:repository/${name}`;
}
function publicRepositoryNotFound({ repository = '', registryId }, cause) {
    const slash = repository.indexOf('/');
    const [alias, own] = [repository.slice(0, slash), repository.slice(slash + 1)];
    const whose = registryId === undefined ? 'this account' : `the account ${registryId}`;
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'repository-not-found',
        what: `There is no repository ${own} in the public registry of ${whose}.`,
        next: `Correct the input repository, of which ${alias} is taken for the alias of the registry and ${own} for the name, or ` +
            'create it with create-repository: true, or by hand: ' +
            `aws ecr-public create-repository --region us-east-1 --repository-name ${own}`,
        cause,
    });
}
function repositoryNotFound(error, call, near) {
    if (isPublic(call))
        return publicRepositoryNotFound(call, error);
    const { region, repository = '', registryId } = call;
    const account = /registry with id '(\d{12})'/.exec(error.message)?.[1] ?? registryId;
    const whose = account === undefined || registryId !== undefined ? '' : ', the account of the credentials of this job';
    const where = `the registry${account === undefined ? '' : ` of account ${account}`} in ${region}${whose}`;
    const meant = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
    const owner = registryId === undefined ? '' : ` --registry-id ${registryId}`;
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'repository-not-found',
        what: `There is no repository ${repository} in ${where}.${meant}`,
        next: `Correct the inputs repository, aws-region or registry-id, or create it: ` +
            `aws ecr create-repository --region ${region}${owner} --repository-name ${repository} (or set create-repository: true).`,
        cause: error,
    });
}
function unreachable(why, { action, region }, cause) {
    const near = (0,_types_regions_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestRegion */ .$f)(region);
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'registry-unreachable',
        what: near === undefined
            ? `The API of Amazon ECR in ${region} cannot be reached for ${action}: ${why}.`
            : `There is no API of Amazon ECR in the region ${region}; did you mean ${near}?`,
        next: near === undefined
            ? 'Check the input aws-region, and the network and proxy settings of the runner.'
            : `Correct the input aws-region; if ${region} is right, check the network of the runner: ${why}.`,
        cause,
    });
}
function withCode(code, message) {
    return (0,_types_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clause */ .sb)(message.includes(code) ? message : `${code}: ${message}`);
}
function nameOf(error) {
    return error instanceof Error ? error.name : 'Error';
}
function codeOf(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' &&
        /^(?:E[A-Z]{3,}|ERR_TLS|UND_ERR|CERT_|UNABLE_TO_)|_SELF_SIGNED_CERT$|^SELF_SIGNED_CERT_/.test(code)
        ? code
        : undefined;
}
function badAnswer(action, what, service = 'ecr') {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'registry-failed',
        what: `${service}:${action} answered with ${what}.`,
        next: 'Look for a proxy between the runner and AWS; if there is none, run the job again.',
    });
}


/***/ }),

/***/ 2629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ boundAnswers)
/* harmony export */ });
/* harmony import */ var _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2764);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5131);
/* harmony import */ var _http_http_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7196);




const bodyMs = 20_000;
function boundAnswers(client, time, { bytes, ms } = { bytes: _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .largestAwsAnswer */ .ss, ms: bodyMs }) {
    const { middlewareStack } = client;
    middlewareStack.add((next, context) => async (args) => {
        const result = await next(args);
        const response = result.response;
        const body = response?.body;
        time.note(response?.headers?.['date']);
        if (response === undefined || !(body instanceof node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable))
            return result;
        const late = new Error(`no complete answer came within ${String(ms / 1000)} s`);
        late.name = 'TimeoutError';
        const timer = setTimeout(() => body.destroy(late), ms);
        try {
            response.body = await (0,_http_http_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .collect */ .Fo)(body, bytes);
        }
        catch (error) {
            if (!(error instanceof _http_http_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .TooLong */ .VL))
                throw error;
            throw (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .badAnswer */ .k6)(context.commandName?.replace(/Command$/, '') ?? 'a call', `too much: ${error.message}`);
        }
        finally {
            clearTimeout(timer);
        }
        return result;
    }, { name: 'boundAnswers', step: 'deserialize', priority: 'low' });
}


/***/ }),

/***/ 5093:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PK: () => (/* binding */ refusedCredentials),
/* harmony export */   gT: () => (/* binding */ noCredentials),
/* harmony export */   oN: () => (/* binding */ hasExpired)
/* harmony export */ });
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9786);


const login = 'Set the input role-to-assume, or run aws-actions/configure-aws-credentials before this step, and give the job ' +
    '"permissions: id-token: write"';
function noCredentials(thrown, said) {
    if (thrown instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS)
        return thrown;
    const message = (0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown);
    const isUntold = nameOf(thrown) === 'CredentialsProviderError' && absent.test(message);
    const isAbsent = isUntold && said === undefined;
    const words = isUntold && said !== undefined ? said : wordsOf(thrown);
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'no-credentials',
        what: isAbsent
            ? `This job has no AWS credentials${halfOfKey(process.env)}.`
            : `The AWS credentials of this job could not be obtained from where the job says they are: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(words)}.`,
        next: isAbsent
            ? `${login}; pull requests from forks get no credentials, so use push: false there.`
            : adviceOn(words),
        cause: thrown,
    });
}
function halfOfKey(env) {
    const [id, secret] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
    const isSet = (name) => (env[name] ?? '') !== '';
    if (isSet(id) === isSet(secret))
        return '';
    const [there, missing] = isSet(id) ? [id, secret] : [secret, id];
    return `: ${there} is set, and ${missing} is not, or is empty`;
}
const absent = /Could not load credentials from any providers|Credential is missing/;
const providers = [
    [
        /InvalidIdentityToken|No OpenIDConnect provider|IDPCommunicationError|IDPRejectedClaim|Incorrect token audience/,
        'Add token.actions.githubusercontent.com to the identity providers of the account, with the audience sts.amazonaws.com.',
    ],
    [
        /AccessDenied|not authorized to perform: sts:/i,
        'Let the trust policy of the role allow this workflow: its subject (token.actions.githubusercontent.com:sub) and the audience sts.amazonaws.com.',
    ],
    [
        /ENOENT|EACCES|ENOTDIR|EISDIR/,
        'Write that file before this step, or unset the variable that names it (AWS_WEB_IDENTITY_TOKEN_FILE, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE).',
    ],
    [/\bSSO\b|aws sso login|aws login/i, `A job cannot sign in by a browser. ${login}, or unset AWS_PROFILE.`],
    [
        /expired/i,
        'Get the credentials right before this step, or ask for more time: role-duration-seconds of aws-actions/configure-aws-credentials.',
    ],
    [/profile/i, `Correct AWS_PROFILE, or unset it. ${login}.`],
];
function adviceOn(words) {
    const known = providers.find(([pattern]) => pattern.test(words))?.[1];
    return (known ?? `Look at the AWS_ variables of the job, which say where its credentials come from. ${login}.`);
}
function wordsOf(thrown) {
    const [name, message] = [nameOf(thrown), (0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)];
    const isTold = ['Error', 'CredentialsProviderError', 'TokenProviderError', 'ProviderError'].includes(name);
    return isTold || message.includes(name) ? message : `${name}: ${message}`;
}
const expiredNames = new Set([
    'ExpiredTokenException',
    'ExpiredToken',
    'RequestExpired',
    'TokenRefreshRequired',
]);
function hasExpired(error) {
    return expiredNames.has(nameOf(error));
}
const refusedNames = {
    UnrecognizedClientException: 'They may be deleted or of another partition, a session token may be missing, or the account has not enabled that region.',
    InvalidClientTokenId: 'They may be deleted or of another partition, a session token may be missing, or the account has not enabled that region.',
    InvalidSignatureException: 'The secret key may be wrong, or the clock of the runner.',
    SignatureDoesNotMatch: 'The secret key may be wrong, or the clock of the runner.',
    IncompleteSignature: 'AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY may contain a space or a line break.',
    MissingAuthenticationTokenException: 'A proxy between the runner and AWS may remove the signature.',
};
function refusedCredentials(error, asked) {
    const { action, region, role } = asked;
    const [name, message] = [nameOf(error), (0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)];
    if (hasExpired(error))
        return expired(message, asked, error);
    if (name === 'CredentialsProviderError')
        return noCredentials(error);
    const meaning = refusedNames[name];
    if (meaning === undefined)
        return undefined;
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'credentials-refused',
        what: `AWS refused ${whose(role)} for ${action} in ${region}: ${name}: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(message)}.`,
        next: `${meaning} ${role === undefined
            ? 'Look at the step that gives them, and at AWS_ variables that others leave behind.'
            : 'This run got them from AWS STS just before: look at the inputs role-to-assume and aws-region, and at AWS_ENDPOINT_URL variables.'}${action.startsWith('ecr-public:')
            ? ' ECR Public only knows accounts of commercial AWS, not those of China or GovCloud.'
            : ''}`,
        cause: error,
    });
}
function expired(message, { action, region, role }, cause) {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'credentials-expired',
        what: `${sentence(whose(role))} expired before ${action} in ${region}: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(message)}.`,
        next: role === undefined
            ? 'Ask for more time (role-duration-seconds of aws-actions/configure-aws-credentials), or get them right before ' +
                'this step: a long build outlives credentials of an hour. With the input role-to-assume a run gets new ones by itself.'
            : 'Ask for more time with the input role-duration, at most the MaxSessionDuration of the role; where new credentials ' +
                'have expired as well, look at the clock of the runner.',
        cause,
    });
}
function whose(role) {
    return role === undefined
        ? 'the credentials of this job'
        : `the credentials of ${role}, which this run has assumed,`;
}
function sentence(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
}
function nameOf(error) {
    return error instanceof Error ? error.name : 'Error';
}


/***/ }),

/***/ 1694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ sessionsOf),
/* harmony export */   Y: () => (/* binding */ credentialsOf)
/* harmony export */ });
function sessionsOf(tools) {
    const known = new Map();
    return async (place) => {
        const { role, region } = place;
        if (role === undefined)
            return undefined;
        const key = `${region} ${role.arn}`;
        const session = known.get(key) ?? open({ region }, role, tools);
        known.set(key, session);
        return session;
    };
}
async function open(place, role, tools) {
    const [{ roleSession }, sdk] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(136), __webpack_require__.e(899)]).then(__webpack_require__.bind(__webpack_require__, 6899)), Promise.all(/* import() */[__webpack_require__.e(136), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19))]);
    return roleSession(place, role, { ...tools, sdk });
}
function credentialsOf(session) {
    return session === undefined ? {} : { credentials: session.credentials };
}


/***/ }),

/***/ 3099:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* reexport safe */ _aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__.F),
/* harmony export */   c: () => (/* binding */ loadClient)
/* harmony export */ });
/* harmony import */ var _aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2661);
/* harmony import */ var _http_proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7021);
/* harmony import */ var _http_registry_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2906);




async function loadClient(target, signal, { sessions, agentsFor = _http_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyAwareAgents */ .j } = {}) {
    const agents = agentsFor(target.region);
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(136), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    const session = await sessions?.(target);
    const time = (0,_http_registry_time_js__WEBPACK_IMPORTED_MODULE_2__/* .registryTime */ .P)();
    const service = {
        prefix: 'ecr',
        place: target,
        agents,
        make: (settings) => new sdk.ECRClient(settings),
        isAnswer,
        list: (client, nextToken, options) => client.send(new sdk.DescribeRepositoriesCommand({ ...(0,_aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .registryOf */ .F)(target), maxResults: 1000, nextToken }), options),
        session,
    };
    return { sdk, target, time, session, send: (0,_aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCalls */ .J)(service, time, signal) };
}
const answers = {
    CreateRepository: ['LimitExceededException'],
    DescribeImageReplicationStatus: ['ImageNotFoundException'],
    DescribeImages: ['ImageNotFoundException'],
    DescribeImageScanFindings: ['ScanNotFoundException', 'ImageNotFoundException'],
    StartImageScan: [
        'ImageArchivedException',
        'ImageNotFoundException',
        'LimitExceededException',
        'UnsupportedImageTypeException',
        'ValidationException',
    ],
    UpdateImageStorageClass: ['ImageStorageClassUpdateNotSupportedException'],
};
function isAnswer(error, action) {
    return error instanceof Error && answers[action]?.includes(error.name) === true;
}


/***/ }),

/***/ 5432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ publicNameOf),
/* harmony export */   Nk: () => (/* binding */ authorizePublic),
/* harmony export */   dS: () => (/* binding */ describePublicRepository),
/* harmony export */   mh: () => (/* binding */ publicHost),
/* harmony export */   ye: () => (/* binding */ requireAlias)
/* harmony export */ });
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _types_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2357);
/* harmony import */ var _aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2661);
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5131);




function publicNameOf(name) {
    const slash = name.indexOf('/');
    const own = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepositoryName */ .$M)(name.slice(slash + 1));
    if (slash < 0 || own === undefined)
        throw new Error(`${name} is not a name that a public repository can have`);
    return { alias: name.slice(0, slash), own };
}
async function authorizePublic({ sdk, send }) {
    const { authorizationData: data } = await send('GetAuthorizationToken', undefined, (client, options) => client.send(new sdk.GetAuthorizationTokenCommand({}), options));
    const basic = data?.authorizationToken ?? '';
    const decoded = Buffer.from(basic, 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    if (colon < 0)
        throw (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .badAnswer */ .k6)('GetAuthorizationToken', 'no token for a registry', 'ecr-public');
    return {
        endpoint: undefined,
        username: decoded.slice(0, colon),
        password: decoded.slice(colon + 1),
        basic,
        expiresAt: data?.expiresAt?.getTime() ?? 0,
    };
}
async function describePublicRepository(client, name) {
    const { sdk, send, place } = client;
    const { alias, own } = publicNameOf(name);
    const answer = await send('DescribeRepositories', name, (api, options) => api.send(new sdk.DescribeRepositoriesCommand({ ...(0,_aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .registryOf */ .F)(place), repositoryNames: [own] }), options)).catch(async (error) => {
        if (!(error instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS) || error.code !== 'repository-not-found')
            throw error;
        const aliases = await aliasesOf(client).catch(() => undefined);
        if (aliases?.some((one) => one.name === alias) === false)
            throw unusableAlias(alias, undefined, { own, uri: undefined, aliases });
        throw error;
    });
    const [found] = answer.repositories ?? [];
    const registryId = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAccountId */ .cK)(found?.registryId ?? '');
    const [, host, path] = /^([^/]+)\/(.+)$/.exec(found?.repositoryUri ?? '') ?? [];
    if (host === undefined || found?.repositoryArn === undefined || registryId === undefined)
        throw (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .badAnswer */ .k6)('DescribeRepositories', 'a repository without URI, ARN or account', 'ecr-public');
    if (path !== name) {
        const aliases = await aliasesOf(client);
        const known = aliases.find((one) => one.name === alias);
        if (known?.status !== 'ACTIVE')
            throw unusableAlias(alias, known, { own, uri: found.repositoryUri, aliases });
    }
    return {
        name,
        uri: `${host}/${name}`,
        arn: found.repositoryArn,
        type: 'public',
        registryId,
        region: place.region,
        mutability: { default: 'mutable', exceptFilters: [] },
    };
}
async function requireAlias(client, name) {
    const { alias, own } = publicNameOf(name);
    if (client.place.registryId !== undefined)
        return;
    const aliases = await aliasesOf(client);
    const found = aliases.find((one) => one.name === alias);
    if (found?.status !== 'ACTIVE')
        throw unusableAlias(alias, found, { own, uri: undefined, aliases });
}
async function publicHost({ sdk, send }) {
    const { registries = [] } = await send('DescribeRegistries', undefined, (client, options) => client.send(new sdk.DescribeRegistriesCommand({}), options));
    const host = registries[0]?.registryUri?.split('/')[0] ?? '';
    if (host === '')
        throw (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .badAnswer */ .k6)('DescribeRegistries', 'no registry with a URI', 'ecr-public');
    return host;
}
async function aliasesOf({ sdk, send, place }) {
    if (place.registryId !== undefined)
        return [];
    const { registries = [] } = await send('DescribeRegistries', undefined, (client, options) => client.send(new sdk.DescribeRegistriesCommand({}), options));
    return registries.flatMap(({ aliases = [] }) => aliases);
}
function unusableAlias(alias, found, { own, uri, aliases }) {
    const active = aliases.filter(({ status }) => status === 'ACTIVE').map(({ name }) => name);
    const known = active.length === 0 ? '' : ` It has ${active.join(' and ')}.`;
    const right = uri ?? (active[0] === undefined ? undefined : `${active[0]}/${own}`);
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'repository-not-found',
        what: found === undefined
            ? `The public registry of this account has no alias ${alias}.${known}`
            : `The alias ${alias} of the public registry cannot be used: it is ${found.status ?? 'not active'}.${known}`,
        next: `${right === undefined ? 'Correct the alias' : `Write the repository as ${right}`}, or use credentials of the ` +
            `account that has the alias ${alias}.`,
    });
}


/***/ }),

/***/ 1076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  registries: () => (/* binding */ registries)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./src/types/bounds.ts
var types_bounds = __webpack_require__(2764);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./src/adapters/http/http-answer.ts
var http_answer = __webpack_require__(7196);
;// CONCATENATED MODULE: ./src/adapters/aws/caller.ts



const bounds = { ms: 5000, bytes: () => types_bounds/* largestErrorAnswer */.BQ };
const mostSkewMs = 5 * 60_000;
const body = 'Action=GetCallerIdentity&Version=2011-06-15';
async function callerArn(config, region) {
    try {
        const ecr = config.endpointProvider({ Region: region }).url;
        const url = new URL(process.env['AWS_ENDPOINT_URL_STS'] ?? `https://${stsHost(ecr.hostname)}`);
        const signer = await config.signer({
            name: 'sigv4',
            signingName: 'sts',
            signingRegion: region,
            properties: {},
        });
        const ask = async (signingDate) => {
            const { headers } = await signer.sign({
                method: 'POST',
                protocol: url.protocol,
                hostname: url.hostname,
                path: '/',
                query: {},
                headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
                body,
            }, { signingDate });
            return (0,http_answer/* askHttp */.wC)(url, { method: 'POST', headers, body }, bounds, new lib/* HttpClient */.Qq());
        };
        let answer = await ask(new Date());
        const told = Date.parse(answer.headers.date ?? '');
        if (answer.status === 403 && Math.abs(told - Date.now()) > mostSkewMs)
            answer = await ask(new Date(told));
        return /<Arn>(arn:[\w+=,.@:/-]+)<\/Arn>/.exec(answer.body.toString('utf8'))?.[1];
    }
    catch {
        return undefined;
    }
}
function stsHost(ecrHost) {
    return ecrHost.replace(/^api\.ecr(?:-public)?\./, 'sts.');
}

// EXTERNAL MODULE: ./src/types/names.ts
var names = __webpack_require__(2357);
// EXTERNAL MODULE: ./src/adapters/aws/aws-errors.ts
var aws_errors = __webpack_require__(5131);
// EXTERNAL MODULE: ./src/adapters/ecr/ecr-client.ts
var ecr_client = __webpack_require__(3099);
;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-access.ts



async function authorize({ sdk, send, target }) {
    const registryIds = target.registryId === undefined ? {} : { registryIds: [target.registryId] };
    const answer = await send('GetAuthorizationToken', undefined, (client, options) => client.send(new sdk.GetAuthorizationTokenCommand(registryIds), options));
    const [data] = answer.authorizationData ?? [];
    const decoded = Buffer.from(data?.authorizationToken ?? '', 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    if (data?.proxyEndpoint === undefined || !URL.canParse(data.proxyEndpoint) || colon < 0)
        throw (0,aws_errors/* badAnswer */.k6)('GetAuthorizationToken', 'no token for a registry');
    return {
        endpoint: data.proxyEndpoint,
        username: decoded.slice(0, colon),
        password: decoded.slice(colon + 1),
        basic: data.authorizationToken ?? '',
        expiresAt: data.expiresAt?.getTime() ?? 0,
    };
}
async function describeRepository({ sdk, send, target }, name) {
    const answer = await send('DescribeRepositories', name, (client, options) => client.send(new sdk.DescribeRepositoriesCommand({ ...(0,ecr_client/* registryOf */.F)(target), repositoryNames: [name] }), options));
    const [found] = answer.repositories ?? [];
    const registryId = (0,names/* parseAccountId */.cK)(found?.registryId ?? '');
    if (found?.repositoryUri === undefined || found.repositoryArn === undefined || registryId === undefined) {
        throw (0,aws_errors/* badAnswer */.k6)('DescribeRepositories', 'a repository without URI, ARN or account');
    }
    const isOther = (found.repositoryName ?? name) !== name || (target.registryId ?? registryId) !== registryId;
    if (isOther)
        throw (0,aws_errors/* badAnswer */.k6)('DescribeRepositories', 'another repository than the one that was asked for');
    return {
        name,
        uri: found.repositoryUri,
        arn: found.repositoryArn,
        type: 'private',
        registryId,
        region: target.region,
        mutability: {
            default: found.imageTagMutability?.startsWith('IMMUTABLE') === true ? 'immutable' : 'mutable',
            exceptFilters: (found.imageTagMutabilityExclusionFilters ?? []).map((filter) => filter.filter ?? ''),
        },
        ...encryptionOf(found.encryptionConfiguration),
    };
}
function encryptionOf(given) {
    const { encryptionType: type, kmsKey: key } = given ?? {};
    return type === undefined ? {} : { encryption: { type, key } };
}

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-archive.ts



async function restoreImage({ sdk, send, target }, name, digest) {
    try {
        await send('UpdateImageStorageClass', name, (client, options) => client.send(new sdk.UpdateImageStorageClassCommand({
            ...(0,ecr_client/* registryOf */.F)(target),
            repositoryName: name,
            imageId: { imageDigest: digest },
            targetStorageClass: 'STANDARD',
        }), options));
    }
    catch (error) {
        if (!(error instanceof sdk.ImageStorageClassUpdateNotSupportedException))
            throw error;
        throw new errors/* ShipError */.fS({
            code: 'image-archived',
            what: `The image ${digest} in ${name} is archived, and ECR does not restore it: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(error))}.`,
            next: 'Restore it in the console of Amazon ECR, or push it again, then run the job again.',
            cause: error,
        });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/image/manifest.ts
var manifest = __webpack_require__(596);
// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __webpack_require__(6221);
// EXTERNAL MODULE: ./src/types/media-types.ts
var media_types = __webpack_require__(5949);
// EXTERNAL MODULE: ./src/types/quota.ts
var types_quota = __webpack_require__(637);
;// CONCATENATED MODULE: ./src/adapters/ecr/image-answers.ts


const mostIds = 100;
async function describeEach(describing, ids) {
    if (ids.length > mostIds) {
        const first = await describeEach(describing, ids.slice(0, mostIds));
        return [...first, ...(await describeEach(describing, ids.slice(mostIds)))];
    }
    if (ids.length === 0)
        return [];
    try {
        const imageIds = ids.map((id) => ('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag }));
        const { imageDetails = [] } = await describing.ask({ imageIds });
        return imageDetails.map((detail) => imageFacts(detail, describing.service));
    }
    catch (error) {
        if (!describing.isAbsent(error))
            throw error;
        if (ids.length === 1)
            return [];
        const each = await Promise.all(ids.map((id) => describeEach(describing, [id])));
        return each.flat();
    }
}
function imageFacts(detail, service) {
    const digest = (0,types_digest/* parseDigest */.m)(detail.imageDigest ?? '');
    if (digest === undefined)
        throw (0,aws_errors/* badAnswer */.k6)('DescribeImages', 'an image without a digest', service);
    return {
        digest,
        tags: detail.imageTags ?? [],
        mediaType: detail.imageManifestMediaType,
        pushedAt: detail.imagePushedAt?.getTime() ?? 0,
        ...(detail.imageStatus === 'ARCHIVED' && { archive: 'archived' }),
        ...(detail.imageStatus === 'ACTIVATING' && { archive: 'activating' }),
    };
}
const mostPages = 1000;
async function* listEach({ service, ask }) {
    const seen = new Set();
    let nextToken;
    do {
        const answer = await ask({ maxResults: 1000, ...(nextToken !== undefined && { nextToken }) });
        yield (answer.imageDetails ?? []).map(({ imageTags: tags = [], subjectManifestDigest = '' }) => ({
            tags,
            subject: (0,types_digest/* parseDigest */.m)(subjectManifestDigest),
        }));
        nextToken = answer.nextToken || undefined;
        if (nextToken !== undefined && (seen.has(nextToken) || seen.size >= mostPages))
            throw (0,aws_errors/* badAnswer */.k6)('DescribeImages', 'pages of images that have no end', service);
        if (nextToken !== undefined)
            seen.add(nextToken);
    } while (nextToken !== undefined);
}
async function tagsOfEach(describing) {
    const tags = [];
    for await (const page of listEach(describing))
        tags.push(...page.flatMap((image) => image.tags));
    return tags;
}
function removalOf({ imageIds = [], failures = [] }, tag, service) {
    if (imageIds.some(({ imageTag }) => imageTag === tag))
        return 'removed';
    const [failure] = failures;
    if (failure === undefined)
        throw (0,aws_errors/* badAnswer */.k6)('BatchDeleteImage', `nothing of ${tag}, which was to be removed`, service);
    const { failureCode = 'a failure', failureReason = '' } = failure;
    if (failureCode === 'ImageNotFound')
        return 'absent';
    throw (0,aws_errors/* badAnswer */.k6)('BatchDeleteImage', `${failureCode}: ${failureReason}`, service);
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-images.ts








async function readManifests(client, name, digests) {
    const images = await batchGetImage(client, name, digests.map((imageDigest) => ({ imageDigest })));
    return images.map(storedManifest);
}
async function readTagged(client, name, tags) {
    const images = await batchGetImage(client, name, tags.map((imageTag) => ({ imageTag })));
    const found = images.map((image) => {
        const tag = tags.find((candidate) => candidate === image.imageId?.imageTag);
        if (tag === undefined)
            throw (0,aws_errors/* badAnswer */.k6)('BatchGetImage', 'an image that was not asked for');
        return [tag, storedManifest(image)];
    });
    return new Map(found);
}
function listImages(client, name) {
    return listEach(describing(client, name, { tagStatus: 'ANY', imageStatus: 'ANY' }));
}
function listTags(client, name) {
    return tagsOfEach(describing(client, name, { tagStatus: 'TAGGED', imageStatus: 'ANY' }));
}
async function batchGetImage({ sdk, send, target }, name, imageIds) {
    const found = [];
    for (let start = 0; start < imageIds.length; start += 100) {
        const answer = await send('BatchGetImage', name, (client, options) => client.send(new sdk.BatchGetImageCommand({
            ...(0,ecr_client/* registryOf */.F)(target),
            repositoryName: name,
            imageIds: imageIds.slice(start, start + 100),
            acceptedMediaTypes: [...media_types/* manifestMediaTypes */.$P],
        }), options));
        found.push(...(answer.images ?? []));
    }
    return found;
}
function storedManifest(image) {
    const body = image.imageManifest ?? '';
    const digest = (0,types_digest/* parseDigest */.m)(`sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`);
    if (digest === undefined || digest !== image.imageId?.imageDigest) {
        throw (0,aws_errors/* badAnswer */.k6)('BatchGetImage', `a manifest whose bytes are not those of ${image.imageId?.imageDigest ?? 'its digest'}`);
    }
    return { digest, mediaType: image.imageManifestMediaType ?? (0,manifest/* mediaTypeOf */.c0)(body) ?? '', body };
}
function describeImages(client, name, ids) {
    return describeEach(describing(client, name), ids);
}
function describing({ sdk, send, target }, name, filter) {
    return {
        service: 'ecr',
        ask: (wanted) => send('DescribeImages', name, (client, options) => client.send(new sdk.DescribeImagesCommand({ ...(0,ecr_client/* registryOf */.F)(target), repositoryName: name, filter, ...wanted }), options)),
        isAbsent: (error) => error instanceof sdk.ImageNotFoundException,
    };
}
async function countReferrers({ sdk, send, target }, name, digest) {
    const deadline = Date.now() + patienceMs;
    let count = 0;
    let nextToken;
    do {
        const { referrers = [], nextToken: next } = await send('ListImageReferrers', name, (client, options) => client.send(new sdk.ListImageReferrersCommand({
            ...(0,ecr_client/* registryOf */.F)(target),
            repositoryName: name,
            subjectId: { imageDigest: digest },
            filter: { artifactStatus: 'ANY' },
            maxResults: mostReferrersAnswered,
            nextToken,
        }), options), { withinMs: Math.max(1, deadline - Date.now()) });
        count += referrers.length;
        nextToken = referrers.length === 0 ? undefined : next || undefined;
    } while (nextToken !== undefined && count < types_quota/* quotas */.am.referrers.most);
    return count;
}
const mostReferrersAnswered = 50;
const patienceMs = 5_000;
async function removeTag({ sdk, send, target }, name, tag) {
    const answer = await send('BatchDeleteImage', name, (client, options) => client.send(new sdk.BatchDeleteImageCommand({
        ...(0,ecr_client/* registryOf */.F)(target),
        repositoryName: name,
        imageIds: [{ imageTag: tag }],
    }), options));
    return removalOf(answer, tag, 'ecr');
}

// EXTERNAL MODULE: ./src/types/wildcard.ts
var wildcard = __webpack_require__(8919);
;// CONCATENATED MODULE: ./src/adapters/ecr/repository-access.ts

const deciding = { push: 'ecr:PutImage', pull: 'ecr:BatchGetImage' };
const uses = ['push', 'pull'];
function accessIn(policyText) {
    const { Statement: given } = JSON.parse(policyText);
    const statements = [given ?? []].flat();
    const open = uses.filter((use) => statements.some((one) => one.Effect === 'Allow' && covers(one, use) && isForAll(one)) &&
        !statements.some((one) => one.Effect === 'Deny' && covers(one, use) && isForAll(one)));
    const whoMay = (use) => [
        ...new Set(statements.filter((one) => one.Effect === 'Allow' && covers(one, use)).flatMap(principalsOf)),
    ];
    return { push: whoMay('push'), pull: whoMay('pull'), open };
}
function covers({ Action, NotAction }, use) {
    const action = deciding[use].toLowerCase();
    const meets = (patterns) => textsIn(patterns).some((pattern) => (0,wildcard/* matchesWildcard */._)(action, pattern.toLowerCase(), { question: true }));
    return NotAction === undefined ? meets(Action) : !meets(NotAction);
}
function isForAll(statement) {
    const { Condition } = statement;
    const isNarrowed = typeof Condition === 'object' && Condition !== null && Object.keys(Condition).length > 0;
    return !isNarrowed && namesOf(statement).includes('*');
}
function namesOf({ Principal }) {
    const isGrouped = typeof Principal === 'object' && Principal !== null;
    return isGrouped ? Object.values(Principal).flatMap(textsIn) : textsIn(Principal);
}
function textsIn(value) {
    return [value]
        .flat()
        .flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));
}
function principalsOf(statement) {
    const isNarrowed = !isForAll(statement) && namesOf(statement).includes('*');
    return namesOf(statement).map((name) => name === '*' ? (isNarrowed ? 'whoever meets the conditions' : 'everybody') : name);
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-posture.ts


async function readPosture(client, name) {
    const [lifecycle, access] = await Promise.all([
        lifecycleOf(client, name).catch(noneWhere('LifecyclePolicyNotFoundException')),
        accessOf(client, name).catch(noneWhere('RepositoryPolicyNotFoundException')),
    ]);
    return { lifecycle, access };
}
const ecr_posture_bounds = { once: true, withinMs: 10_000 };
async function lifecycleOf({ sdk, send, target }, name) {
    const { lifecyclePolicyText: text } = await send('GetLifecyclePolicy', name, (ecr, options) => ecr.send(new sdk.GetLifecyclePolicyCommand({ ...(0,ecr_client/* registryOf */.F)(target), repositoryName: name }), options), ecr_posture_bounds);
    return text === undefined ? undefined : { rules: rulesIn(text) };
}
async function accessOf({ sdk, send, target }, name) {
    const { policyText } = await send('GetRepositoryPolicy', name, (ecr, options) => ecr.send(new sdk.GetRepositoryPolicyCommand({ ...(0,ecr_client/* registryOf */.F)(target), repositoryName: name }), options), ecr_posture_bounds);
    return policyText === undefined ? undefined : accessIn(policyText);
}
function noneWhere(name) {
    return (error) => {
        const { cause } = error;
        return cause instanceof Error && cause.name === name ? 'none' : undefined;
    };
}
function rulesIn(text) {
    const { rules } = JSON.parse(text);
    return (Array.isArray(rules) ? rules : []).map(ruleOf);
}
function ruleOf(rule) {
    const { rulePriority, selection, action } = (rule ?? {});
    const of = (name) => textsIn(selection?.[name]);
    return {
        priority: Number(rulePriority),
        tagStatus: of('tagStatus')[0] ?? 'any',
        patterns: of('tagPatternList'),
        prefixes: of('tagPrefixList'),
        isOfArchive: of('storageClass')[0] === 'archive',
        countType: of('countType')[0] ?? '',
        count: Number(selection?.['countNumber']),
        action: action?.type === 'transition' ? 'archive' : 'remove',
    };
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-replication.ts


async function readReplicas({ sdk, send }, { name, registryId }) {
    const answer = await send('DescribeRegistry', undefined, (client, options) => client.send(new sdk.DescribeRegistryCommand({}), options)).catch((error) => {
        if (error instanceof errors/* ShipError */.fS && error.code === 'access-denied')
            return undefined;
        throw error;
    });
    if (answer?.registryId !== registryId)
        return undefined;
    const replicas = (answer.replicationConfiguration?.rules ?? [])
        .filter((rule) => isFor(rule, name))
        .flatMap(({ destinations = [] }) => destinations)
        .map((one) => ({ registryId: one.registryId ?? '', region: one.region ?? '' }));
    return [...new Map(replicas.map((one) => [`${one.registryId} ${one.region}`, one])).values()];
}
function isFor({ repositoryFilters: filters = [] }, name) {
    return filters.length === 0 || filters.some(({ filter }) => name.startsWith(filter ?? ''));
}
async function readReplication({ sdk, send, target }, { name }, digest) {
    const { replicationStatuses = [] } = await send('DescribeImageReplicationStatus', name, (client, options) => client.send(new sdk.DescribeImageReplicationStatusCommand({
        ...(0,ecr_client/* registryOf */.F)(target),
        repositoryName: name,
        imageId: { imageDigest: digest },
    }), options)).catch((error) => {
        if (error instanceof sdk.ImageNotFoundException)
            return { replicationStatuses: [] };
        throw error;
    });
    return replicationStatuses.map(({ registryId = '', region = '', status, failureCode }) => ({
        registryId,
        region,
        state: status === 'COMPLETE' ? 'complete' : status === 'FAILED' ? 'failed' : 'in-progress',
        failureCode,
    }));
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-scan-settings.ts


async function readScanSettings(client, name) {
    const [registry, repository] = await Promise.all([
        unlessDenied(readScanner(client)),
        unlessDenied(readFrequency(client, name)),
    ]);
    const denials = [registry, repository].flatMap((part) => (part.denied ? [(0,types_text/* clause */.sb)(part.what)] : []));
    const notice = denials.length > 0 && {
        notice: learnt(`The scanning configuration cannot be read: ${denials.join('; ')}`),
    };
    const { registryId } = client.target;
    if (registryId !== undefined && registry.denied)
        return { scanner: 'unknown', frequency: 'unknown', ...notice };
    if (registryId !== undefined && !registry.denied && registry.value.registryId !== registryId) {
        return {
            scanner: 'unknown',
            frequency: 'unknown',
            notice: learnt(`The scanning configuration of account ${registryId} can only be read from within it`),
        };
    }
    const frequency = repository.denied ? 'unknown' : repository.value;
    const scanner = registry.denied ? 'unknown' : registry.value.scanner;
    return { scanner: scanner === 'unknown' ? scannerWith(frequency) : scanner, frequency, ...notice };
}
function learnt(why) {
    return `${why}; the scan is judged by what the registry answers.`;
}
function scannerWith(frequency) {
    return frequency === 'continuous' ? 'enhanced' : 'unknown';
}
async function readScanner({ sdk, send }) {
    const answer = await send('GetRegistryScanningConfiguration', undefined, (client, options) => client.send(new sdk.GetRegistryScanningConfigurationCommand({}), options));
    return { scanner: scannerOf(answer.scanningConfiguration?.scanType), registryId: answer.registryId };
}
function scannerOf(scanType) {
    switch (scanType) {
        case 'BASIC':
            return 'basic';
        case 'ENHANCED':
            return 'enhanced';
        default:
            return 'unknown';
    }
}
async function readFrequency({ sdk, send }, name) {
    const answer = await send('BatchGetRepositoryScanningConfiguration', name, (client, options) => client.send(new sdk.BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [name] }), options)).catch((error) => {
        if (error instanceof errors/* ShipError */.fS && error.code === 'repository-not-found')
            return undefined;
        throw error;
    });
    switch (answer?.scanningConfigurations?.[0]?.scanFrequency) {
        case 'SCAN_ON_PUSH':
            return 'on-push';
        case 'CONTINUOUS_SCAN':
            return 'continuous';
        case 'MANUAL':
            return 'manual';
        default:
            return 'unknown';
    }
}
async function unlessDenied(reading) {
    try {
        return { denied: false, value: await reading };
    }
    catch (error) {
        if (!(error instanceof errors/* ShipError */.fS) || error.code !== 'access-denied')
            throw error;
        return { denied: true, what: error.what };
    }
}

// EXTERNAL MODULE: ./src/types/severity-word.ts
var severity_word = __webpack_require__(8959);
// EXTERNAL MODULE: ./src/types/tally.ts
var tally = __webpack_require__(215);
// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-findings.ts


function fromBasic(finding) {
    const attributes = objectsOf(finding.attributes);
    const attribute = (key) => textOf(attributes.find((candidate) => candidate['key'] === key)?.['value']);
    const score = Number(attribute('CVSS3_SCORE') ?? attribute('CVSS2_SCORE') ?? Number.NaN);
    return withoutUndefined({
        id: textOf(finding.name) ?? scan/* unnamed */.p1,
        ...(0,severity_word/* parseSeverity */.lv)(finding.severity),
        package: attribute('package_name'),
        installed: attribute('package_version'),
        fixedIn: attribute('patched_version'),
        fix: attribute('patched_version') === undefined ? undefined : 'yes',
        score: Number.isFinite(score) ? score : undefined,
        description: textOf(finding.description),
        uri: textOf(finding.uri),
    });
}
function fromEnhanced(finding) {
    const details = objectOf(finding.packageVulnerabilityDetails);
    const shared = {
        id: textOf(details?.['vulnerabilityId']) ?? textOf(finding.title) ?? textOf(finding.findingArn) ?? scan/* unnamed */.p1,
        ...(0,severity_word/* parseSeverity */.lv)(finding.severity),
        score: Number.isFinite(finding.score) ? finding.score : undefined,
        fix: fixes.get(textOf(finding.fixAvailable) ?? ''),
        description: textOf(finding.description),
        uri: textOf(details?.['sourceUrl']),
        setAside: setAsideWord(finding),
    };
    const packages = objectsOf(details?.['vulnerablePackages']);
    if (packages.length === 0)
        return [withoutUndefined(shared)];
    return packages.map((item) => {
        const fixedIn = textOf(item['fixedInVersion']);
        return withoutUndefined({
            ...shared,
            package: textOf(item['name']),
            installed: textOf(item['version']),
            fixedIn: fixedIn === 'NotAvailable' ? undefined : fixedIn,
        });
    });
}
const fixes = new Map([
    ['YES', 'yes'],
    ['PARTIAL', 'partial'],
    ['NO', 'no'],
]);
function setAsideWord({ status }) {
    const word = textOf(status);
    return word === undefined || word === 'ACTIVE' ? undefined : word;
}
function imagesOf({ resources }) {
    return objectsOf(resources).flatMap((resource) => {
        const image = objectOf(objectOf(resource['details'])?.['awsEcrContainerImage']);
        return textOf(image?.['imageHash']) ?? [];
    });
}
function textOf(value) {
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
function objectsOf(value) {
    return Array.isArray(value)
        ? value.map(objectOf).filter((item) => item !== undefined)
        : [];
}
function withoutUndefined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

;// CONCATENATED MODULE: ./src/adapters/ecr/scan-answer.ts




function scanAnswer(answer, asked) {
    const other = otherSubject(answer, asked);
    if (other !== undefined)
        return contradiction(other);
    const status = textOf(objectOf(answer.imageScanStatus)?.['status']);
    if (status === undefined)
        return { kind: 'no-scan', detail: 'the answer has no status' };
    if (!namesImage(answer))
        return contradiction('ECR answered without saying about which image');
    const found = answer.imageScanFindings ?? undefined;
    if (found !== undefined && objectOf(found) === undefined)
        return contradiction('ECR answered with findings that are not an object');
    const basic = listOf(found?.findings);
    const enhanced = listOf(found?.enhancedFindings);
    const counts = countsOf(found?.findingSeverityCounts);
    if (basic === 'broken' || enhanced === 'broken')
        return contradiction('ECR answered with a list of findings that is not a list');
    if (typeof counts === 'string')
        return contradiction(counts);
    if ((basic?.length ?? 0) > 0 && (enhanced?.length ?? 0) > 0)
        return contradiction('ECR answered with findings of basic and of enhanced scanning at once');
    const stranger = (enhanced ?? []).flatMap(imagesOf).find((image) => image !== asked.digest);
    if (stranger !== undefined)
        return contradiction(`ECR was asked about ${asked.digest} and listed a finding of ${shown(stranger)}`);
    const completedAt = timeOf(found?.imageScanCompletedAt);
    const detail = textOf(answer.imageScanStatus?.description);
    const nextToken = textOf(answer.nextToken);
    const page = {
        scanner: scan_answer_scannerOf(status, basic, enhanced),
        status,
        ...(detail !== undefined && { detail }),
        ...(completedAt !== undefined && { completedAt }),
        ...(counts !== undefined && { counts }),
        hasList: basic !== undefined || enhanced !== undefined,
        listed: (0,tally/* tallyOf */.sv)([...(basic ?? []), ...(enhanced ?? [])].map(keyOf)),
        setAside: (0,tally/* tallyOf */.sv)((enhanced ?? []).filter((finding) => setAsideWord(finding) !== undefined).map(keyOf)),
        findings: [...(basic ?? []).map(fromBasic), ...(enhanced ?? []).flatMap(fromEnhanced)],
        ...(nextToken !== undefined && { nextToken }),
    };
    return { kind: 'status', page };
}
function otherStart(answer, asked) {
    return (otherSubject(answer, asked) ??
        (namesImage(answer) ? undefined : 'ECR answered without saying which image it scans'));
}
function otherSubject(said, { repository, digest }) {
    const members = [
        ['image', digest, objectOf(said.imageId)?.['imageDigest']],
        ['repository', repository.name, said.repositoryName],
        ['registry', repository.registryId, said.registryId],
    ];
    const wrong = members.find(([, wanted, is]) => is !== undefined && is !== null && is !== wanted);
    if (wrong === undefined)
        return undefined;
    const [what, wanted, is] = wrong;
    return `ECR was asked about ${what} ${wanted} and answered about ${shown(is)}`;
}
function namesImage({ imageId }) {
    return textOf(objectOf(imageId)?.['imageDigest']) !== undefined;
}
function listOf(promised) {
    const value = promised ?? undefined;
    if (value === undefined)
        return undefined;
    const isList = Array.isArray(value) && value.every((item) => objectOf(item) !== undefined);
    return isList ? promised : 'broken';
}
function countsOf(value) {
    if (value === undefined || value === null)
        return undefined;
    const members = objectOf(value);
    if (members === undefined)
        return 'ECR answered with counts of findings that are not an object';
    const counts = new Map();
    for (const [word, count] of Object.entries(members)) {
        const key = (0,severity_word/* severityKey */.H$)((0,severity_word/* parseSeverity */.lv)(word));
        if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > types_bounds/* mostFindings */.Yb)
            return `ECR counts ${shown(count)} ${key} findings; from 0 to ${String(types_bounds/* mostFindings */.Yb)} can be`;
        counts.set(key, (counts.get(key) ?? 0) + count);
    }
    return counts;
}
function keyOf({ severity }) {
    return (0,severity_word/* severityKey */.H$)((0,severity_word/* parseSeverity */.lv)(severity));
}
function timeOf(value) {
    const time = value instanceof Date ? value.getTime() : Number.NaN;
    return Number.isFinite(time) ? time : undefined;
}
function scan_answer_scannerOf(status, basic, enhanced) {
    if (enhanced !== undefined || status === 'ACTIVE')
        return 'enhanced';
    return basic !== undefined && basic.length > 0 ? 'basic' : 'unknown';
}
function contradiction(detail) {
    return { kind: 'contradiction', detail };
}
function shown(value) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : typeof value;
    return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-scans.ts



async function startScan({ sdk, send, target }, asked, withinMs) {
    const { name } = asked.repository;
    try {
        const answer = await send('StartImageScan', name, (client, options) => client.send(new sdk.StartImageScanCommand({
            ...(0,ecr_client/* registryOf */.F)(target),
            repositoryName: name,
            imageId: { imageDigest: asked.digest },
        }), options), { once: true, withinMs });
        const other = otherStart(answer, asked);
        return other === undefined
            ? { kind: 'started' }
            : { kind: 'refused', reason: 'unavailable', detail: other };
    }
    catch (error) {
        if (error instanceof sdk.LimitExceededException)
            return { kind: 'already-scanned' };
        if (error instanceof sdk.ImageNotFoundException)
            return { kind: 'not-now', detail: error.message };
        if (error instanceof sdk.UnsupportedImageTypeException) {
            return { kind: 'refused', reason: 'unsupported', detail: error.message };
        }
        if (error instanceof sdk.ImageArchivedException)
            return { kind: 'refused', reason: 'archived', detail: error.message };
        if (error instanceof sdk.ValidationException) {
            return /feature is disabled/i.test(error.message)
                ? { kind: 'starts-by-itself' }
                : { kind: 'refused', reason: 'unavailable', detail: error.message };
        }
        if (isPassing(error))
            return { kind: 'not-now', detail: error.what };
        throw error;
    }
}
function isPassing(error) {
    if (!(error instanceof errors/* ShipError */.fS))
        return false;
    if (error.code === 'registry-unreachable')
        return true;
    const { name, $metadata } = (error.cause ?? {});
    return /Throttl|TooManyRequests|^TimeoutError$/.test(name ?? '') || ($metadata?.httpStatusCode ?? 0) >= 500;
}
async function readScan({ sdk, send, target }, asked, { size, token, withinMs }) {
    const { name } = asked.repository;
    try {
        const answer = await send('DescribeImageScanFindings', name, (client, options) => client.send(new sdk.DescribeImageScanFindingsCommand({
            ...(0,ecr_client/* registryOf */.F)(target),
            repositoryName: name,
            imageId: { imageDigest: asked.digest },
            maxResults: size,
            ...(token !== undefined && { nextToken: token }),
        }), options), withinMs === undefined ? {} : { withinMs });
        return scanAnswer(answer, asked);
    }
    catch (error) {
        if (error instanceof sdk.ScanNotFoundException || error instanceof sdk.ImageNotFoundException) {
            return { kind: 'no-scan', detail: error.message };
        }
        if (isPassing(error))
            return { kind: 'busy', detail: error.what };
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/adapters/registry/registry-lines.ts
function connections(connectTo) {
    const known = new Map();
    return (place) => {
        const found = known.get(registry_lines_keyOf(place));
        if (found !== undefined)
            return found;
        const registry = connectTo(place, (registryId) => {
            const told = registry_lines_keyOf({ ...place, registryId });
            known.set(told, known.get(told) ?? registry);
        });
        known.set(registry_lines_keyOf(place), registry);
        return registry;
    };
}
function registry_lines_keyOf({ region, registryId, role }) {
    return `${region} ${registryId ?? ''} ${role?.arn ?? ''}`;
}
function registry_lines_timeOf(loading) {
    let now = Date.now;
    loading.then(({ time }) => {
        now = () => time.now();
    }, () => undefined);
    return () => now();
}
function once(ask) {
    let asked;
    return {
        ask: () => (asked ??= ask()),
        forget: () => {
            asked = undefined;
        },
    };
}

// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __webpack_require__(8036);
// EXTERNAL MODULE: ./src/adapters/http/redirects.ts
var redirects = __webpack_require__(7900);
;// CONCATENATED MODULE: ./src/adapters/registry/registry-errors.ts




function isImmutable({ message }) {
    return (/cannot be overwritten because the (?:repository|tag) is immutable/.test(message) ||
        /\bImage(?:Tag)?AlreadyExistsException\b/.test(message));
}
function firstError(body) {
    const text = body.toString('utf8');
    try {
        const { errors } = JSON.parse(text);
        const { code, message } = errors?.[0] ?? {};
        return {
            code: typeof code === 'string' ? code : '',
            message: typeof message === 'string' ? message : text,
        };
    }
    catch {
        return { code: '', message: text };
    }
}
function refused(doing, { status, error, action }, repository) {
    const quota = (0,types_quota/* quotaReached */.pJ)(error.message, undefined);
    if (quota !== undefined)
        return quota;
    const denial = (0,iam/* parseDenial */.Pu)(error.message);
    if (denial !== undefined)
        return (0,iam/* deniedError */.gF)([denial], repository.arn, error.message);
    return new errors/* ShipError */.fS({
        code: 'registry-failed',
        what: `The registry did not let this run ${doing}, with HTTP status ${String(status)}: ${(0,types_text/* clause */.sb)(error.message)}.`,
        next: adviceOn({ status, error, action: `${(0,iam/* servicePrefix */.M$)(repository.type)}:${action}` }, repository.arn),
    });
}
function saysExpired({ message }) {
    return /token has expired/i.test(message);
}
function adviceOn({ status, error, action }, repositoryArn) {
    if (status === 401 || saysExpired(error))
        return ('The login is not accepted, and neither was a new one: look at the clock of the runner, and at what lies between ' +
            'it and the registry.');
    if (status === 403)
        return `The role may lack ${action}: give it this policy, which is all that a run needs: ${(0,iam/* policyText */.MJ)(repositoryArn)}`;
    if (status !== 405)
        return 'Run the job again.';
    const noRegistry = 'a registry takes this request, a proxy or another web server may not';
    return action.endsWith(':PutImage')
        ? `Look at what answers there: ${noRegistry}, and neither does a registry that knows no subject where the image has ` +
            'attestations of BuildKit 0.32 or newer: BUILDX_NO_DEFAULT_OCI_ARTIFACT: true in the job that builds gives the older form.'
        : `Look at what answers there: ${noRegistry}.`;
}
function unreachable(host, cause) {
    return new errors/* ShipError */.fS({
        code: 'registry-unreachable',
        what: `The registry ${host} cannot be reached: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}.`,
        next: 'Check the network and proxy settings of the runner.',
        cause,
    });
}
function badRegistry(what) {
    return new errors/* ShipError */.fS({
        code: 'registry-failed',
        what: `The registry's answer cannot be trusted: ${what}.`,
        next: 'Look for a proxy between the runner and the registry, and at what else pushes to this repository.',
    });
}

;// CONCATENATED MODULE: ./src/adapters/registry/config-reader.ts





const aheadPatience = { answerMs: 3_000, totalMs: 3_000 };
function configReader(about) {
    const kept = keepBlobs();
    const ahead = new Map();
    return {
        readAhead(repository, digest) {
            const asking = about(repository, { ...gettingBlob(digest), patience: aheadPatience }).then(({ status, body }) => (status === 200 && hashOf(body) === digest ? body : undefined), () => undefined);
            ahead.set(digest, asking);
        },
        async read(repository, blob) {
            const { digest, size } = blob;
            const known = kept.get(digest);
            if (known !== undefined)
                return known;
            if (size > types_bounds/* largestConfig */.R0)
                throw badRegistry(`the blob ${digest} is to have ${String(size)} bytes, and a config of more than ${String(types_bounds/* largestConfig */.R0)} is not read`);
            const early = await ahead.get(digest);
            if (early !== undefined)
                return kept.keep(digest, textOfBlob(early, blob));
            const { status, body } = await about(repository, gettingBlob(digest, size));
            if (status === 200)
                return kept.keep(digest, textOfBlob(body, blob));
            const error = firstError(body);
            if (status === 403 && (0,iam/* parseDenial */.Pu)(error.message) !== undefined)
                return undefined;
            const action = 'GetDownloadUrlForLayer';
            throw refused('read an image config', { status, error, action }, repository);
        },
    };
}
function gettingBlob(digest, size) {
    const bytes = (status) => (status === 200 ? (size ?? types_bounds/* largestConfig */.R0) : types_bounds/* largestErrorAnswer */.BQ);
    return {
        path: `/blobs/${digest}`,
        what: `the blob ${digest}`,
        async send({ url, authorization, client, ...line }) {
            const get = { url, headers: {}, authorization, leaves: true, bounds: { bytes, ...line } };
            const answer = await (0,redirects/* getFollowing */.mH)(get, client);
            const isHalf = answer.status === 200 && size !== undefined && answer.body.length < size;
            if (isHalf)
                throw otherLength(digest, answer.body, size);
            return answer;
        },
    };
}
function keepBlobs() {
    const blobs = new Map();
    return {
        get: (digest) => blobs.get(digest),
        keep(digest, text) {
            if (text.length <= types_bounds/* largestKeptConfig */.Ji && blobs.size < types_bounds/* mostKeptConfigs */.VE)
                blobs.set(digest, text);
            return text;
        },
    };
}
function otherLength(digest, body, size) {
    return badRegistry(`the blob ${digest} has ${String(body.length)} bytes, and its manifest says ${String(size)}`);
}
function hashOf(body) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
}
function textOfBlob(body, { digest, size }) {
    if (body.length !== size)
        throw otherLength(digest, body, size);
    const hash = hashOf(body);
    if (hash !== digest)
        throw badRegistry(`what it gave for the blob ${digest} is ${hash}`);
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    }
    catch {
        throw badRegistry(`the blob ${digest} is not UTF-8 text`);
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/types/abort.ts
var abort = __webpack_require__(951);
;// CONCATENATED MODULE: ./src/adapters/registry/loopback-front.ts









async function openFront(machine, behind) {
    if ((0,external_node_os_.hostname)() !== machine)
        return undefined;
    const basic = Buffer.from(`ecr-ship:${(0,external_node_crypto_.randomBytes)(24).toString('base64url')}`).toString('base64');
    const seen = { isUsed: false, hasPut: false, fault: undefined };
    const server = (0,external_node_http_.createServer)({ requestTimeout: 0, keepAliveTimeout: 0 }, (request, response) => {
        if (!knows(request, basic)) {
            response.writeHead(401, { 'www-authenticate': 'Basic realm="ecr-ship"' }).end();
            return;
        }
        seen.isUsed = true;
        passOn(request, response, { ...behind, seen }).catch((error) => {
            if (!(error instanceof GivenUp))
                seen.fault ??= (0,errors/* asShipError */.Nn)(error).what;
            response.destroy();
        });
    });
    if (!(await listens(server)))
        return undefined;
    const close = () => {
        behind.signal.removeEventListener('abort', close);
        server.close();
        server.closeAllConnections();
    };
    behind.signal.addEventListener('abort', close);
    return {
        host: `127.0.0.1:${String(server.address().port)}`,
        basic,
        isUsed: () => seen.isUsed,
        takeFault() {
            const { fault } = seen;
            seen.fault = undefined;
            return fault;
        },
        close,
    };
}
function listens(server) {
    return new Promise((resolve) => {
        server.once('error', () => {
            resolve(false);
        });
        server.listen(0, '127.0.0.1', () => {
            resolve(true);
        });
        server.unref();
    });
}
function knows({ headers }, basic) {
    const hash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    return (0,external_node_crypto_.timingSafeEqual)(hash(headers.authorization ?? ''), hash(`Basic ${basic}`));
}
class GivenUp extends Error {
}
async function passOn(request, response, { ask, repository, signal, seen }) {
    const { url: path = '', method = '' } = request;
    if (path === '/v2/')
        return void response.end();
    if (!isMethod(method) || !path.startsWith('/v2/'))
        return void response.writeHead(404).end();
    const isTag = /\/manifests\/(?!sha256:)/.test(path);
    if (method === 'HEAD' && isTag && !seen.hasPut)
        return void response.writeHead(404).end();
    seen.hasPut ||= method === 'PUT' && isTag;
    const gone = new AbortController();
    response.once('close', () => {
        if (!response.writableFinished)
            gone.abort(new GivenUp('the engine has given up'));
    });
    const stopFollowing = (0,abort/* follow */.e)(gone, [signal]);
    const mayRepeat = !(method === 'PUT' && isTag);
    const passed = { path, method, request, mayRepeat, signal: gone.signal };
    const answering = questionOf(passed).then((question) => ask.about(repository, question));
    const { status, headers, body } = await answering.finally(stopFollowing).catch((error) => {
        throw gone.signal.aborted ? gone.signal.reason : error;
    });
    if (status >= 400 && status !== 404)
        seen.fault = wordsOf(body) ?? seen.fault;
    request.resume();
    response.writeHead(status, answerHeaders(headers)).end(method === 'HEAD' ? undefined : body);
}
function wordsOf(body) {
    const { code, message } = firstError(body);
    return code === '' ? undefined : `${code.toLowerCase()}: ${message}`;
}
const longestMs = 2 * 60 * 60 * 1000;
async function questionOf({ path, method, request, mayRepeat, signal }) {
    const { headers } = request;
    const length = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Infinity;
    const kept = length <= types_bounds/* largestManifest */.oU ? await (0,http_answer/* collect */.Fo)(request, types_bounds/* largestManifest */.oU) : undefined;
    const ask = async ({ url, authorization, client }) => {
        const target = new URL(path, url);
        if (!(0,redirects/* isSameOrigin */.J6)(target, url))
            throw badRegistry(`${path} is asked for, which is not a path of it`);
        const body = kept ?? request.iterator({ destroyOnReturn: false });
        const sends = kept?.length !== 0;
        const question = {
            method,
            headers: { ...questionHeaders(headers), authorization },
            ...(sends && { body }),
        };
        const bytes = () => (method === 'HEAD' ? Infinity : types_bounds/* largestManifest */.oU);
        const answer = await (0,http_answer/* askHttp */.wC)(target, question, { bytes, ms: longestMs, signal }, client);
        return { ...answer, headers: fromHere(answer, target) };
    };
    const askAgain = (line) => ask(line).catch((error) => {
        if (!mayRepeat || signal.aborted || error instanceof errors/* ShipError */.fS)
            throw error;
        return ask(line);
    });
    let sent;
    return {
        path: '/',
        what: `the answer to ${method} ${path}`,
        send: kept === undefined ? (line) => (sent ??= ask(line)) : askAgain,
        patience: { answerMs: longestMs, totalMs: longestMs },
    };
}
const methods = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
function isMethod(method) {
    return methods.includes(method);
}
const asked = ['user-agent', 'accept', 'content-type', 'content-length', 'content-range'];
function questionHeaders(headers) {
    return Object.fromEntries(asked.flatMap((name) => {
        const value = headers[name];
        return value === undefined ? [] : [[name, value]];
    }));
}
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'trailer', 'date']);
function answerHeaders(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));
}
function fromHere({ status, headers }, asked) {
    const { location } = headers;
    if (location === undefined || status >= 300)
        return headers;
    const address = URL.canParse(location, asked.href) ? new URL(location, asked) : undefined;
    if (address === undefined || !(0,redirects/* isSameOrigin */.J6)(address, asked))
        throw badRegistry(`an upload is to go on at ${address?.origin ?? location}, which is another server`);
    return { ...headers, location: `${address.pathname}${address.search}` };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/types/image.ts
var types_image = __webpack_require__(5768);
// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __webpack_require__(3617);
// EXTERNAL MODULE: ./src/adapters/runner/debug.ts
var debug = __webpack_require__(1508);
// EXTERNAL MODULE: ./src/adapters/http/connections-ahead.ts
var connections_ahead = __webpack_require__(592);
;// CONCATENATED MODULE: ./src/adapters/registry/registry-login.ts

const leastLoginMs = 60_000;
function keepLogin(login, now) {
    let held;
    const renew = () => {
        const taking = login();
        held = taking;
        taking.catch(() => {
            if (held === taking)
                held = undefined;
        });
        return taking;
    };
    return {
        async current() {
            const credentials = await (held ?? renew());
            return credentials.expiresAt - now() < leastLoginMs ? renew() : credentials;
        },
        renew,
    };
}
function mayHaveExpired({ status, body }) {
    return status === 401 || (status === 403 && saysExpired(firstError(body)));
}

;// CONCATENATED MODULE: ./src/adapters/registry/registry-asker.ts











class SourceFailed extends Error {
    failure;
    constructor(failure) {
        super('there is nothing to send');
        this.failure = failure;
    }
}
const usualPatience = { answerMs: 15_000, totalMs: 40_000 };
const retryDelaysMs = [300, 900, 2700, 8100];
function registryAsker({ login, scheme = 'Basic', now, signal, patience = usualPatience, }) {
    const client = new lib/* HttpClient */.Qq('ecr-ship', undefined, { keepAlive: true });
    const ahead = (0,connections_ahead/* connectionsAhead */.T)(({ href }) => client.getAgent(href));
    const holder = keepLogin(login, now);
    return {
        renew: holder.renew,
        connectAhead(repository, count) {
            ahead.open(addressOf(repository, '/', undefined), count);
        },
        async about(repository, { path, what, send, patience: own = patience }) {
            const attempt = async ({ basic, endpoint }) => {
                const url = addressOf(repository, path, endpoint);
                const authorization = `${scheme} ${basic}`;
                const asked = (ms) => (0,debug/* timedCall */.O)(() => `${url.host}${url.pathname}: ${what}`, () => send({ url, authorization, ms, signal, client }), ({ status }) => `HTTP ${String(status)}`);
                return askWithRetries({ what, host: url.host, signal, patience: own }, asked);
            };
            const answer = await attempt(await holder.current());
            return mayHaveExpired(answer) ? attempt(await holder.renew()) : answer;
        },
    };
}
function addressOf(repository, path, endpoint) {
    const host = (0,types_image/* registryHost */.U)(repository);
    const protocol = endpoint === undefined ? (0,redirects/* protocolOf */.AT)(host) : new URL(endpoint).protocol;
    const url = new URL(`${protocol}//${host}/v2/${repository.name}${path}`);
    if (!(0,redirects/* isConfidential */.FX)(url))
        throw badRegistry(`${url.host} speaks no TLS, so the login is not sent there`);
    return url;
}
async function askWithRetries({ what, host, signal, patience }, ask) {
    const deadline = Date.now() + patience.totalMs;
    for (const delayMs of [...retryDelaysMs, 0]) {
        signal.throwIfAborted();
        const left = Math.max(1, deadline - Date.now());
        const isLast = delayMs === 0 || left <= delayMs + patience.answerMs;
        try {
            const answer = await ask(Math.min(patience.answerMs, left));
            if (isLast || !([408, 429].includes(answer.status) || answer.status >= 500))
                return answer;
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof SourceFailed)
                throw error.failure;
            if (error instanceof refusal/* Refusal */.P_ || error instanceof http_answer/* TooLong */.VL)
                throw badRegistry(`${what}: ${error.message}`);
            if (isLast)
                throw error instanceof errors/* ShipError */.fS ? error : unreachable(host, error);
        }
        await (0,promises_.setTimeout)(delayMs, undefined, { signal }).catch(() => undefined);
    }
    throw new Error('unreachable code: the last try returns or throws');
}

;// CONCATENATED MODULE: ./src/adapters/registry/registry-http.ts







function registryHttp(means) {
    const ask = registryAsker(means);
    return {
        login: () => ask.renew(),
        configs: configReader(ask.about),
        about: ask.about,
        openFront: (machine, repository) => openFront(machine, { ask, repository, signal: means.signal }),
        connectAhead: (repository, count) => {
            ask.connectAhead(repository, count);
        },
        async putManifest(repository, reference, manifest) {
            const { status, body, headers } = await ask.about(repository, puttingManifest(reference, manifest));
            if (status === 201) {
                const digest = (0,types_digest/* parseDigest */.m)(headerOf(headers, 'docker-content-digest'));
                return { kind: 'set', digest: digest ?? manifest.digest };
            }
            if (status < 400)
                throw badRegistry(`HTTP ${String(status)} is not an answer to ${puttingOf(reference)}`);
            const error = firstError(body);
            if (isImmutable(error))
                return { kind: 'immutable', detail: error.message };
            throw refused(doingOf(reference), { status, error, action: 'PutImage' }, repository);
        },
    };
}
function doingOf(reference) {
    return (0,types_digest/* parseDigest */.m)(reference) === undefined
        ? `set the tag ${reference}`
        : `store the manifest ${reference}`;
}
function puttingOf(reference) {
    return doingOf(reference)
        .replace(/^set/, 'setting')
        .replace(/^store/, 'storing');
}
function puttingManifest(reference, { mediaType, body }) {
    return {
        path: `/manifests/${reference}`,
        what: `the answer about ${(0,types_digest/* parseDigest */.m)(reference) === undefined ? 'the tag' : 'the manifest'} ${reference}`,
        send: ({ url, authorization, client, ...line }) => {
            const headers = { authorization, 'content-type': mediaType };
            return (0,http_answer/* askHttp */.wC)(url, { method: 'PUT', headers, body }, { bytes: () => types_bounds/* largestErrorAnswer */.BQ, ...line }, client);
        },
    };
}
function headerOf(headers, name) {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
}

// EXTERNAL MODULE: ./src/adapters/machine/deadline.ts
var deadline = __webpack_require__(6092);
;// CONCATENATED MODULE: ./src/adapters/registry/registry-blobs.ts








const stallMs = 60_000;
const leastBytesPerSecond = 100 * 1024;
const answerMs = 30_000;
const triesOfUpload = 3;
function registryBlobs(http, described, signal) {
    return {
        async has(blob) {
            const repository = await described();
            const { status, body } = await http.about(repository, lookingAt(blob));
            if (status === 200)
                return true;
            if (status === 404)
                return false;
            const said = { status, error: firstError(body), action: 'BatchCheckLayerAvailability' };
            throw refused(`look for the blob ${blob.digest}`, said, repository);
        },
        async open(blob) {
            const repository = await described();
            const answer = await http.about(repository, opening(blob, signal));
            if (answer.stream !== undefined)
                return checked(answer.stream, blob);
            const said = {
                status: answer.status,
                error: firstError(answer.body),
                action: 'GetDownloadUrlForLayer',
            };
            throw refused(`read the blob ${blob.digest}`, said, repository);
        },
        async bring(blob, source) {
            const repository = await described();
            const { status, body, isMounted } = await http.about(repository, bringing(blob, source));
            if (status === 201)
                return isMounted ? 'mounted' : 'uploaded';
            const said = { status, error: firstError(body), action: 'InitiateLayerUpload' };
            throw refused(`upload the blob ${blob.digest}`, said, repository);
        },
    };
}
function lookingAt({ digest }) {
    return {
        path: `/blobs/${digest}`,
        what: `the answer about the blob ${digest}`,
        send: ({ url, authorization, client, ...line }) => (0,http_answer/* askHttp */.wC)(url, { method: 'HEAD', headers: { authorization } }, { bytes: () => Infinity, ...line }, client),
    };
}
function opening({ digest }, signal) {
    return {
        path: `/blobs/${digest}`,
        what: `the blob ${digest}`,
        send: ({ url, authorization, client, ms, signal: end }) => {
            const bounds = { bytes: () => types_bounds/* largestErrorAnswer */.BQ, ms, signal: end };
            const get = { url, headers: {}, authorization, leaves: true, bounds };
            return (0,redirects/* following */.CQ)(get, client, (...asked) => openHttp(...asked, signal));
        },
        patience: { answerMs, totalMs: 3 * answerMs },
    };
}
async function openHttp(url, question, { bytes, ms }, ...[client, signal]) {
    const late = () => new Error(`no answer came within ${String(ms / 1000)} s`);
    return (0,deadline/* within */.u)({ signals: [signal], ms, late }, async () => {
        const stream = await (0,http_answer/* sendHttp */.d3)(url, question, signal, client);
        const { statusCode: status = 0, headers } = stream;
        if (status === 200)
            return { status, headers, body: Buffer.alloc(0), stream };
        return { status, headers, body: await (0,http_answer/* collect */.Fo)(stream, bytes(status)) };
    });
}
async function* checked(stream, { digest, size }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    stream.setTimeout(stallMs, () => {
        stream.destroy(new Error(`of the blob ${digest} nothing more came within ${String(stallMs / 1000)} s`));
    });
    for await (const chunk of stream) {
        bytes += chunk.length;
        if (bytes > size)
            throw new refusal/* Refusal */.P_(`the blob ${digest} has more than the ${String(size)} bytes that it is to have`);
        hash.update(chunk);
        yield chunk;
    }
    if (bytes < size)
        throw new Error(`the blob ${digest} ended after ${String(bytes)} of ${String(size)} bytes`);
    const found = `sha256:${hash.digest('hex')}`;
    if (found !== digest)
        throw new refusal/* Refusal */.P_(`what came for the blob ${digest} is ${found}`);
}
function bringing(blob, source) {
    const { digest } = blob;
    const mount = source.mountFrom === undefined ? '' : `?mount=${digest}&from=${encodeURIComponent(source.mountFrom)}`;
    return {
        path: `/blobs/uploads/${mount}`,
        what: `the upload of the blob ${digest}`,
        patience: patienceFor(blob),
        async send(line) {
            const began = await begin(line);
            if (began.status !== 202)
                return { ...began, isMounted: began.status === 201 };
            return { ...(await upload(blob, source, uploadAddress(began, line.url), line)), isMounted: false };
        },
    };
}
function patienceFor({ size }) {
    const ms = answerMs + stallMs + (size / leastBytesPerSecond) * 1000;
    return { answerMs: ms, totalMs: triesOfUpload * ms };
}
function begin({ url, authorization, client, signal, ms }) {
    const headers = { authorization, 'content-length': '0' };
    const bounds = { bytes: () => types_bounds/* largestErrorAnswer */.BQ, ms: Math.min(ms, answerMs), signal };
    return (0,http_answer/* askHttp */.wC)(url, { method: 'POST', headers }, bounds, client);
}
async function upload({ digest, size }, source, address, { authorization, client, signal, ms }) {
    const url = new URL(address);
    url.searchParams.set('digest', digest);
    const headers = {
        authorization,
        'content-type': 'application/octet-stream',
        'content-length': String(size),
    };
    const body = await source.open().catch((error) => {
        throw new SourceFailed(error);
    });
    return (0,http_answer/* askHttp */.wC)(url, { method: 'PUT', headers, body }, { bytes: () => types_bounds/* largestErrorAnswer */.BQ, ms, signal }, client);
}
function uploadAddress({ headers }, from) {
    const { location = '' } = headers;
    if (location === '' || !URL.canParse(location, from.href))
        throw badRegistry('an upload was begun, and it does not say where its bytes are to go');
    const address = new URL(location, from);
    if (!(0,redirects/* isSameOrigin */.J6)(address, from))
        throw badRegistry(`an upload was begun, and its bytes are to go to ${address.origin}, which is another server`);
    return address;
}

;// CONCATENATED MODULE: ./src/adapters/registry/registry-manifests.ts







async function readManifest(http, repository, reference) {
    const { status, body, headers } = await http.about(repository, getting(reference));
    if (status === 404)
        return undefined;
    if (status !== 200) {
        const said = { status, error: firstError(body), action: 'BatchGetImage' };
        throw refused(`read the manifest ${reference}`, said, repository);
    }
    const digest = digestOf(body);
    for (const said of [(0,types_digest/* parseDigest */.m)(reference), headers['docker-content-digest']])
        if (said !== undefined && said !== digest)
            throw badRegistry(`for the manifest ${reference} it gave bytes that are not those of ${String(said)}`);
    const text = registry_manifests_textOf(body, reference);
    const type = headers['content-type']?.split(';')[0]?.trim();
    const isManifest = type !== undefined && media_types/* manifestMediaTypes */.$P.includes(type);
    return { digest, mediaType: (isManifest ? type : (0,manifest/* mediaTypeOf */.c0)(text)) ?? type ?? '', body: text };
}
async function writeManifest(http, repository, manifest) {
    const { digest } = manifest;
    const outcome = await http.putManifest(repository, digest, manifest);
    if (outcome.kind === 'set' && outcome.digest !== digest)
        throw badRegistry(`it stored the manifest ${digest} as ${outcome.digest}`);
}
function getting(reference) {
    const bytes = (status) => (status === 200 ? types_bounds/* largestManifest */.oU : types_bounds/* largestErrorAnswer */.BQ);
    return {
        path: `/manifests/${reference}`,
        what: `the manifest ${reference}`,
        send: ({ url, authorization, client, ...line }) => {
            const headers = { accept: media_types/* manifestMediaTypes */.$P.join(', ') };
            return (0,redirects/* getFollowing */.mH)({ url, headers, authorization, leaves: false, bounds: { bytes, ...line } }, client);
        },
    };
}
function digestOf(body) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
}
function registry_manifests_textOf(body, reference) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    }
    catch {
        throw badRegistry(`the manifest ${reference} is not UTF-8 text`);
    }
}

;// CONCATENATED MODULE: ./src/adapters/ecr/repository-ports.ts



function onItsWay(loading) {
    loading.catch(() => undefined);
    return { client: () => loading, now: registry_lines_timeOf(loading) };
}
function commonPorts(describe, { http, now, signal }) {
    const { ask: described, forget } = once(describe);
    return {
        described,
        ports: {
            now,
            connectAhead(count) {
                described()
                    .then((repository) => {
                    http.connectAhead(repository, count);
                })
                    .catch(() => undefined);
            },
            openFront: (machine) => described()
                .then((repository) => http.openFront(machine, repository))
                .catch(() => undefined),
            blobs: registryBlobs(http, described, signal),
        },
        manifests: {
            readAhead(digest) {
                described()
                    .then((repository) => {
                    http.configs.readAhead(repository, digest);
                })
                    .catch(() => undefined);
            },
            readBlob: async (blob) => http.configs.read(await described(), blob),
            write: async (manifest) => writeManifest(http, await described(), manifest),
        },
        setTag: async (tag, manifest) => http.putManifest(await described(), tag, manifest),
        creation: (create) => ({
            async create(settings) {
                const outcome = await create(settings);
                forget();
                return outcome;
            },
        }),
    };
}
function openingOf(ports, described) {
    return { ...ports, opened: async () => ({ ...(await described()), ...ports }) };
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-private.ts












function ecrPrivate(signal, ways = {}) {
    return connections((target, sayAccount) => connectTo(target, { signal, sayAccount, ways }));
}
function connectTo(target, { signal, sayAccount, ways }) {
    const { client, now } = onItsWay((0,ecr_client/* loadClient */.c)(target, signal, ways));
    const http = registryHttp({ login: async () => authorize(await client()), now, signal });
    const lines = { client, http, now, signal, sayAccount };
    return {
        login: () => http.login(),
        callerArn: async () => {
            const { sdk, session } = await client();
            if (session !== undefined)
                return session.arn();
            return callerArn(new sdk.ECRClient({ region: target.region }).config, target.region);
        },
        open: (name) => openRepository(name, lines),
    };
}
function openRepository(name, { client, sayAccount, ...line }) {
    const { described, ports, manifests, setTag, creation } = commonPorts(async () => {
        const repository = await describeRepository(await client(), name);
        sayAccount(repository.registryId);
        return repository;
    }, line);
    return openingOf({
        ...ports,
        manifests: { ...manifests, read: async (digests) => readManifests(await client(), name, digests) },
        images: {
            describe: async (ids) => describeImages(await client(), name, ids),
            async *list() {
                yield* listImages(await client(), name);
            },
        },
        referrers: { count: async (digest) => countReferrers(await client(), name, digest) },
        tags: {
            read: async (tags) => readTagged(await client(), name, tags),
            list: async () => listTags(await client(), name),
            set: setTag,
            remove: async (tag) => removeTag(await client(), name, tag),
        },
        scanner: ecr_private_scannerOf(name, client, described),
        creation: creation(async (settings) => {
            const { createRepository } = await __webpack_require__.e(/* import() */ 664).then(__webpack_require__.bind(__webpack_require__, 1664));
            return createRepository(await client(), name, settings);
        }),
        posture: { read: async () => readPosture(await client(), name) },
        archive: { restore: async (digest) => restoreImage(await client(), name, digest) },
        replication: {
            replicas: async () => readReplicas(await client(), await described()),
            status: async (digest) => readReplication(await client(), { name }, digest),
        },
    }, described);
}
function ecr_private_scannerOf(name, client, described) {
    return {
        settings: async () => readScanSettings(await client(), name),
        start: async (digest, withinMs) => startScan(await client(), { repository: await described(), digest }, withinMs),
        read: async (digest, page) => readScan(await client(), { repository: await described(), digest }, page),
    };
}

// EXTERNAL MODULE: ./src/publish/at-once.ts
var at_once = __webpack_require__(8930);
// EXTERNAL MODULE: ./src/adapters/ecr/ecr-public-access.ts
var ecr_public_access = __webpack_require__(5432);
// EXTERNAL MODULE: ./src/adapters/aws/aws-calls.ts + 5 modules
var aws_calls = __webpack_require__(2661);
// EXTERNAL MODULE: ./src/adapters/http/registry-time.ts
var registry_time = __webpack_require__(2906);
;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-public-client.ts


async function loadPublicClient(place, signal, sessions) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(136), __webpack_require__.e(861), __webpack_require__.e(821)]).then(__webpack_require__.t.bind(__webpack_require__, 9821, 19));
    const session = await sessions?.(place);
    const time = (0,registry_time/* registryTime */.P)();
    const service = {
        prefix: 'ecr-public',
        place,
        make: (settings) => new sdk.ECRPUBLICClient(settings),
        isAnswer: (error, action) => action === 'DescribeImages' && error instanceof sdk.ImageNotFoundException,
        session,
    };
    return { sdk, place, time, session, send: (0,aws_calls/* awsCalls */.J)(service, time, signal) };
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-public-images.ts



function describePublicImages(client, name, ids) {
    return describeEach(ecr_public_images_describing(client, name), ids);
}
function listPublicImages(client, name) {
    return listEach(ecr_public_images_describing(client, name));
}
function listPublicTags(client, name) {
    return tagsOfEach(ecr_public_images_describing(client, name));
}
async function removePublicTag({ sdk, send, place }, name, tag) {
    const { own } = (0,ecr_public_access/* publicNameOf */.IW)(name);
    const answer = await send('BatchDeleteImage', name, (client, options) => client.send(new sdk.BatchDeleteImageCommand({
        ...(0,aws_calls/* registryOf */.F)(place),
        repositoryName: own,
        imageIds: [{ imageTag: tag }],
    }), options));
    return removalOf(answer, tag, 'ecr-public');
}
function ecr_public_images_describing({ sdk, send, place }, name) {
    const { own } = (0,ecr_public_access/* publicNameOf */.IW)(name);
    return {
        service: 'ecr-public',
        ask: (wanted) => send('DescribeImages', name, (client, options) => client.send(new sdk.DescribeImagesCommand({ ...(0,aws_calls/* registryOf */.F)(place), repositoryName: own, ...wanted }), options)),
        isAbsent: (error) => error instanceof sdk.ImageNotFoundException,
    };
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-public.ts









const readsAtOnce = 4;
function ecrPublic(signal, sessions) {
    return connections((place) => ecr_public_connectTo(place, signal, sessions));
}
function ecr_public_connectTo(place, signal, sessions) {
    const { client, now } = onItsWay(loadPublicClient(place, signal, sessions));
    const login = async () => (0,ecr_public_access/* authorizePublic */.Nk)(await client());
    const http = registryHttp({ login, scheme: 'Bearer', now, signal });
    const lines = { client, http, now, signal };
    return {
        login: () => http.login(),
        callerArn: async () => {
            const { sdk, session } = await client();
            if (session !== undefined)
                return session.arn();
            return callerArn(new sdk.ECRPUBLICClient({ region: place.region }).config, place.region);
        },
        ownHost: async () => (0,ecr_public_access/* publicHost */.mh)(await client()),
        open: (name) => ecr_public_openRepository(name, lines),
    };
}
function ecr_public_openRepository(name, { client, ...line }) {
    const { http } = line;
    const { described, ports, manifests, setTag, creation } = commonPorts(async () => (0,ecr_public_access/* describePublicRepository */.dS)(await client(), name), line);
    return openingOf({
        ...ports,
        manifests: {
            ...manifests,
            async read(digests) {
                const repository = await described();
                const found = await (0,at_once/* eachAtOnce */.G)(readsAtOnce, digests, (digest) => readManifest(http, repository, digest));
                return found.filter((manifest) => manifest !== undefined);
            },
        },
        images: {
            describe: async (ids) => describePublicImages(await client(), name, ids),
            async *list() {
                yield* listPublicImages(await client(), name);
            },
        },
        tags: {
            async read(tags) {
                const repository = await described();
                const found = await (0,at_once/* eachAtOnce */.G)(readsAtOnce, tags, async (tag) => {
                    const manifest = await readManifest(http, repository, tag);
                    return manifest === undefined ? [] : [[tag, manifest]];
                });
                return new Map(found.flat());
            },
            list: async () => listPublicTags(await client(), name),
            set: setTag,
            remove: async (tag) => removePublicTag(await client(), name, tag),
        },
        creation: creation(async (settings) => {
            const { createPublicRepository } = await __webpack_require__.e(/* import() */ 586).then(__webpack_require__.bind(__webpack_require__, 1586));
            return createPublicRepository(await client(), name, settings);
        }),
    }, described);
}

// EXTERNAL MODULE: ./src/adapters/aws/session.ts
var session = __webpack_require__(1694);
;// CONCATENATED MODULE: ./src/adapters/ecr/registries.ts




function registries(signal, mask, agentsFor) {
    (0,external_node_events_.setMaxListeners)(Infinity, signal);
    const sessions = (0,session/* sessionsOf */.H)({ signal, mask });
    const connect = {
        private: ecrPrivate(signal, { sessions, ...(agentsFor && { agentsFor }) }),
        public: ecrPublic(signal, sessions),
    };
    return (target) => connect[target.type](target);
}


/***/ }),

/***/ 2906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ registryTime)
/* harmony export */ });
const sameMs = 5_000;
function registryTime(machine = Date.now) {
    let offsetMs = 0;
    return {
        note(date) {
            const at = Date.parse(date ?? '');
            if (Number.isNaN(at))
                return;
            const differs = at - machine();
            if (Math.abs(differs - offsetMs) >= sameMs)
                offsetMs = differs;
        },
        now: () => machine() + offsetMs,
    };
}


/***/ }),

/***/ 5328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   qq: () => (/* binding */ readDescriptor),
/* harmony export */   sX: () => (/* binding */ isEmptyJson)
/* harmony export */ });
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);
/* harmony import */ var _types_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9055);
/* harmony import */ var _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3617);



const emptyJson = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
const emptyJsonInBase64 = 'e30=';
function isEmptyJson({ digest, size }) {
    return digest === emptyJson && size === 2;
}
const descriptorNames = [
    'mediaType',
    'digest',
    'size',
    'urls',
    'annotations',
    'data',
    'platform',
    'artifactType',
];
function readDescriptor(value, what) {
    const members = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(value, descriptorNames, what);
    const mediaType = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(members, 'mediaType', what);
    const given = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(members, 'digest', what);
    const digest = (0,_types_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(given ?? '');
    const size = members.get('size');
    if (mediaType === undefined)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} has no mediaType`);
    if (digest === undefined)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} has ${given === undefined ? 'no digest' : `the digest ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(given)}`}; sha256 is what ECR stores`);
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} has the size ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(size)}, which is not a number of bytes`);
    const descriptor = { mediaType, digest, size };
    refuseOtherPlaces(members.get('urls'), what);
    refuseData(members.get('data'), descriptor, what);
    return { ...descriptor, members };
}
function refuseOtherPlaces(urls, what) {
    if (urls === undefined || urls === null || (Array.isArray(urls) && urls.length === 0))
        return;
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} may be fetched from elsewhere, its urls being ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(urls)}`);
}
function refuseData(data, descriptor, what) {
    if (data === undefined || data === null || data === '')
        return;
    if (isEmptyJson(descriptor) && data === emptyJsonInBase64)
        return;
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} carries content of its own beside its digest (data)`);
}
function textsOf(value, what) {
    if (value === undefined || value === null)
        return new Map();
    if (!(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} are no object`);
    return new Map(Object.entries(value).map(([name, text]) => {
        if (typeof text !== 'string')
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} have a ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(name)} that is not text`);
        return [name, text];
    }));
}


/***/ }),

/***/ 596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   c0: () => (/* binding */ mediaTypeOf),
/* harmony export */   n3: () => (/* binding */ compressedSize)
/* harmony export */ });
/* harmony import */ var _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2764);
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6221);
/* harmony import */ var _types_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9055);
/* harmony import */ var _types_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5949);
/* harmony import */ var _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3617);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5328);






const topNames = [
    'schemaVersion',
    'mediaType',
    'artifactType',
    'config',
    'layers',
    'manifests',
    'subject',
    'annotations',
    'fsLayers',
];
function parseManifest({ body, mediaType, }) {
    const top = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)((0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(body), topNames, 'the manifest');
    const own = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(top, 'mediaType', 'the manifest');
    if (own !== undefined && own !== mediaType)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`it calls itself ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(own)} and is stored as ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(mediaType)}`);
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(mediaType) && !(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isImageManifestType */ .tr)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`its media type is ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(mediaType)}, which is not that of a container image`);
    if (top.get('schemaVersion') !== 2)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`its schemaVersion is ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(top.get('schemaVersion'))}, and not 2`);
    return (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(mediaType) ? parseIndex(top) : parseImage(top);
}
function mediaTypeOf(body) {
    try {
        const top = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)((0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(body), topNames, 'the manifest');
        const own = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(top, 'mediaType', 'the manifest');
        if (own !== undefined)
            return own;
        const isManifest = top.has('config') || top.has('layers');
        if (top.has('fsLayers') || isManifest === top.has('manifests'))
            return undefined;
        return `application/vnd.oci.image.${isManifest ? 'manifest' : 'index'}.v1+json`;
    }
    catch (error) {
        if (error instanceof _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_)
            return undefined;
        throw error;
    }
}
function refuseMembers(top, what, names) {
    const found = names.filter((name) => top.has(name));
    if (found.length > 0)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`it is ${what} and has ${found.join(' and ')} as well`);
}
function parseIndex(top) {
    refuseMembers(top, 'an index', ['config', 'layers', 'fsLayers']);
    const manifests = top.get('manifests');
    if (!Array.isArray(manifests))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_('it is an index without a list of manifests');
    if (manifests.length > _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .mostIndexEntries */ .aJ)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`it lists ${String(manifests.length)} entries; ${String(_types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .mostIndexEntries */ .aJ)} is the most that is judged`);
    return { kind: 'index', entries: manifests.map(parseEntry) };
}
function parseEntry(value, at) {
    const what = `entry ${String(at + 1)} of the index`;
    const { members, ...descriptor } = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(value, what);
    const { mediaType } = descriptor;
    if ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`${what} is an index itself; only one level is judged`);
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isImageManifestType */ .tr)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`${what} is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(mediaType)}, which is not that of an image`);
    const annotations = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)(members.get('annotations'), `the annotations of ${what}`);
    return {
        ...descriptor,
        platform: parseEntryPlatform(members.get('platform'), what),
        refersTo: (0,_types_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDigest */ .m)(annotations.get('vnd.docker.reference.digest') ?? ''),
    };
}
function parseEntryPlatform(value, what) {
    if (value === undefined || value === null)
        return undefined;
    const names = ['architecture', 'os', 'os.version', 'os.features', 'variant', 'features'];
    const platform = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)(value, names, `the platform of ${what}`);
    const [os = '', architecture = '', variant = ''] = ['os', 'architecture', 'variant'].map((name) => (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(platform, name, `the platform of ${what}`));
    return platform.size === 0 ? undefined : { os, architecture, variant };
}
function parseImage(top) {
    refuseMembers(top, 'a manifest', ['manifests', 'fsLayers']);
    const list = top.get('layers');
    if (!Array.isArray(list) && list !== null)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_('it is a manifest without a list of layers');
    const { mediaType, digest, size } = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(top.get('config'), 'its config');
    const config = { mediaType, digest, size };
    const layers = (list ?? []).map((value, at) => {
        const layer = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(value, `layer ${String(at + 1)}`);
        return { mediaType: layer.mediaType, digest: layer.digest, size: layer.size };
    });
    if (isAttestation(config, layers))
        return {
            kind: 'attestation',
            form: (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyJson */ .sX)(config) ? 'artifact' : 'image',
            subject: top.has('subject') ? (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(top.get('subject'), 'its subject').digest : undefined,
        };
    if (isArtifact(config, layers))
        return { kind: 'artifact' };
    refuseUnjudged(config, layers);
    return { kind: 'image', config, layers };
}
function isAttestation(config, layers) {
    return (layers.length > 0 &&
        layers.every((layer) => (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isAttestationType */ .j3)(layer.mediaType)) &&
        ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isImageConfigType */ .Ky)(config.mediaType) || (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyJson */ .sX)(config)));
}
function isArtifact(config, layers) {
    return ((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyJson */ .sX)(config) &&
        !(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isImageConfigType */ .Ky)(config.mediaType) &&
        !layers.some((layer) => (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mayBeUnpacked */ .Og)(layer.mediaType)));
}
function refuseUnjudged(config, layers) {
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isImageConfigType */ .Ky)(config.mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`its config is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(config.mediaType)}, which is neither an image's nor that of an artifact nobody runs`);
    layers.forEach(({ mediaType }, at) => {
        const layer = `layer ${String(at + 1)}`;
        if ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isForeignLayerType */ .mi)(mediaType))
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`${layer} is foreign, of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(mediaType)}: engines may fetch it from elsewhere`);
        if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isLayerType */ .IO)(mediaType))
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`${layer} is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(mediaType)}, which is not that of a layer that scanners know`);
    });
}
function compressedSize(images) {
    const blobs = new Map();
    for (const { config, layers } of images)
        for (const blob of [config, ...layers])
            blobs.set(blob.digest, blob.size);
    return [...blobs.values()].reduce((total, size) => total + size, 0);
}


/***/ }),

/***/ 8930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ eachAtOnce)
/* harmony export */ });
async function eachAtOnce(limit, items, work) {
    const results = new Array(items.length);
    const queue = [...items.entries()];
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift())
            results[next[0]] = await work(next[1]).catch((error) => {
                queue.length = 0;
                throw error;
            });
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 5768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ registryHost)
/* harmony export */ });
function registryHost({ uri }) {
    return uri.slice(0, uri.indexOf('/'));
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


/***/ }),

/***/ 5949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ manifestMediaTypes),
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   IO: () => (/* binding */ isLayerType),
/* harmony export */   Ky: () => (/* binding */ isImageConfigType),
/* harmony export */   Og: () => (/* binding */ mayBeUnpacked),
/* harmony export */   j3: () => (/* binding */ isAttestationType),
/* harmony export */   mi: () => (/* binding */ isForeignLayerType),
/* harmony export */   tr: () => (/* binding */ isImageManifestType)
/* harmony export */ });
const imageManifestTypes = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const indexTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const manifestMediaTypes = [...imageManifestTypes, ...indexTypes];
const imageConfigTypes = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
const layerTypes = [
    'application/vnd.oci.image.layer.v1.tar',
    'application/vnd.oci.image.layer.v1.tar+gzip',
    'application/vnd.oci.image.layer.v1.tar+zstd',
    'application/vnd.docker.image.rootfs.diff.tar',
    'application/vnd.docker.image.rootfs.diff.tar.gzip',
    'application/vnd.docker.image.rootfs.diff.tar.zstd',
];
function isImageManifestType(type) {
    return imageManifestTypes.includes(type);
}
function isIndexType(type) {
    return indexTypes.includes(type);
}
function isImageConfigType(type) {
    return imageConfigTypes.includes(type);
}
function isLayerType(type) {
    return layerTypes.includes(type);
}
function isForeignLayerType(type) {
    return /^application\/vnd\.(?:oci\.image\.layer\.nondistributable|docker\.image\.rootfs\.foreign)\./.test(type);
}
function isAttestationType(type) {
    return (/^application\/vnd\.in-toto(?:\.[a-z0-9-]+)?\+(?:json|dsse)$/.test(type) ||
        type === 'application/vnd.dsse.envelope.v1+json');
}
function mayBeUnpacked(type) {
    const lower = type.toLowerCase();
    return (lower === '' ||
        /^application\/vnd\.(?:oci\.image|docker|erofs|containerd)(?:\.|$)/.test(lower) ||
        /\btar\b/.test(lower));
}


/***/ }),

/***/ 215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nr: () => (/* binding */ isSameTally),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   sv: () => (/* binding */ tallyOf)
/* harmony export */ });
function tallyOf(keys) {
    const tally = new Map();
    for (const key of keys)
        tally.set(key, (tally.get(key) ?? 0) + 1);
    return tally;
}
function total(tally) {
    return [...tally.values()].reduce((sum, count) => sum + count, 0);
}
function sumOf(a, b) {
    const sum = new Map(a);
    for (const [key, count] of b)
        sum.set(key, (sum.get(key) ?? 0) + count);
    return sum;
}
function isSameTally(a, b) {
    return [...a.keys(), ...b.keys()].every((key) => (a.get(key) ?? 0) === (b.get(key) ?? 0));
}


/***/ })

};
