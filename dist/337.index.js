export const id = 337;
export const ids = [337,94];
export const modules = {

/***/ 5417:
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
;// CONCATENATED MODULE: ./src/adapters/aws/denials.ts

/** Calls that were begun together end together; one that lists a large repository is not waited for. In milliseconds. */
const togetherMs = 2_000;
/** Begins with nothing denied. */
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

/** A hint is worth a few requests: so many thousand repositories are looked at. */
const mostPages = 3;
/** So many names are told. */
const mostNames = 3;
/** So much of a name may be another one, as a part of its length. */
const farthest = 0.3;
/**
 * The repositories of a registry whose names are near to one that is not there: those with the same last part or only
 * other capitals and marks, else the one that takes the fewest changes. None where they may not be listed.
 * @param list gives one page of them
 */
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
        // It is only a hint, and a role need not be allowed to list.
    }
    return near_repositories_nearest(wanted, names);
}
/** Pure: which of some names a person may have meant. */
function near_repositories_nearest(wanted, names) {
    const alike = names.filter((name) => bare(name) === bare(wanted));
    const slip = (0,nearest/* nearestWord */.z)(wanted, names, Math.max(1, Math.floor(wanted.length * farthest)));
    const sameEnd = names.filter((name) => lastPart(name) === lastPart(wanted));
    return [...new Set([...alike, ...(slip === undefined ? [] : [slip]), ...sameEnd])].slice(0, mostNames);
}
function lastPart(name) {
    return bare(name.slice(name.lastIndexOf('/') + 1));
}
/** Letters and digits alone: `my_app`, `my-app` and `my.app` are easily taken for each other. */
function bare(name) {
    return name.toLowerCase().replace(/[^a-z0-9/]/g, '');
}

;// CONCATENATED MODULE: ./src/adapters/aws/aws-translator.ts



/**
 * Begins with nothing known. A denial is told with all that was denied beside it, a missing repository with those whose
 * names are near.
 * @param list undefined where a registry has no list that would help
 */
function awsTranslator(list) {
    const denials = watchDenials();
    /** What was denied without a repository, such as the login, belongs to a run on the one that others were about. */
    let latest;
    const known = new Map();
    // Several calls find out at once that a repository is missing.
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
/** How a provider says that it passes. Source: @smithy/core, property-provider/ProviderError.ts. */
const passes = /^@smithy\/property-provider -> ([^]+)/;
/** What a provider says that has nothing to try, because nothing names it. Sources: @aws-sdk/credential-provider-*. */
const nothingToTry = /Unable to find environment variable|\bskipping\b|using profile: \[default\]|Profile default could not|did not contain credential_process|Web identity configuration not specified|access disabled|No HTTP credential provider host|not configured with SSO|does not contain login_session|not set in env|not set in config/i;
/**
 * Listens to the chain of providers: where each passes on to the next, its error at the end says that none was found, and not
 * why the one that the job names has failed.
 */
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










/** A connection or an answer that never comes: the SDK tries again. In milliseconds. */
const patience = {
    connectionTimeout: 10_000,
    requestTimeout: 15_000,
    throwOnRequestTimeout: true,
    socketTimeout: 15_000,
};
/** A hint must not hold an error up. In milliseconds. */
const nearMs = 10_000;
/** A call with all its tries; what has no answer by then will not have one. In milliseconds. */
const callMs = 45_000;
/**
 * Makes a service's clients, and gives the one way to call it.
 * @param time takes the registry's time from every answer
 * @param signal the end of the run: whatever is asked then is given up, and nothing is asked any more
 */
function awsCalls({ prefix, place, make, isAnswer, list, session }, time, signal) {
    const providers = listenToProviders();
    const requestHandler = { ...(0,proxy/* proxyAwareAgents */.j)(), ...patience };
    const makeClients = () => {
        const common = {
            region: place.region,
            requestHandler,
            logger: providers.logger,
            ...(0,aws_session/* credentialsOf */.Y)(session),
        };
        const patient = make({ ...common, maxAttempts: 5 });
        // The SDK counts LimitExceededException as throttling and sends it again; for StartImageScan it is an answer.
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
            // Asked for apart, so that whatever fails there is known to be no failure of ECR. The client keeps what it gets.
            await client.config.credentials().catch((error) => {
                throw (0,credential_errors/* noCredentials */.gT)(error, providers.take());
            });
            return call(client, { abortSignal });
        };
        const { region, registryId } = place;
        const facts = { action: `${prefix}:${action}`, region, registryId, repository, role: session?.role };
        try {
            const calling = (0,deadline/* within */.u)({ signals: [signal], ms: Math.max(1, withinMs), late }, (end) => attempt(end).catch((error) => {
                // A chain of providers keeps what it was given; a new one asks again, where there is somebody to ask.
                if ((0,credential_errors/* hasExpired */.oN)(error)) {
                    session?.forget();
                    clients = makeClients();
                }
                else if (!(error instanceof SyntaxError))
                    throw error;
                return attempt(end);
            }));
            return await told(facts, () => translator.follow(calling, facts));
        }
        catch (error) {
            signal.throwIfAborted();
            if (isAnswer(error))
                throw error;
            throw error instanceof SyntaxError
                ? (0,aws_errors/* badAnswer */.k6)(action, 'something that is no JSON', prefix)
                : await translator.translate(error, facts);
        }
    };
}
/** A call of the API, as a debug line tells of it. */
function told({ action, region, repository }, work) {
    const of = repository === undefined ? '' : ` of ${repository}`;
    return (0,debug/* timedCall */.O)(() => `${action} in ${region}${of}`, work);
}
/** The member by which another account's registry is asked. */
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






/** Gives any error of an AWS call as the one error a person should read: what happened and what to do. */
function translateAwsError(error, call, beside = {}) {
    if (error instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS)
        return error;
    if (isDenial(error))
        return accessDenied(error, call, beside.denials ?? []);
    if (isNoRepository(error))
        return repositoryNotFound(error, call, beside.near ?? []);
    const quota = nameOf(error) === 'LimitExceededException' ? (0,_types_quota_js__WEBPACK_IMPORTED_MODULE_2__/* .quotaReached */ .p)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error), error) : undefined;
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
        next: 'If this looks like a passing fault of AWS, run the job again.',
        cause: error,
    });
}
/** Whether a call failed for want of a permission. */
function isDenial(error) {
    return error instanceof Error && error.name === 'AccessDeniedException';
}
function isNoRepository(error) {
    return error instanceof Error && error.name === 'RepositoryNotFoundException';
}
/** What a denied call was denied. AWS does not always say it. */
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
/** Source: ECR Public API reference, UnsupportedCommandException. */
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
    // A public repository belongs to no region, and its ARN does not have the alias.
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
    // ECR says in which registry it has looked, which is the account of the credentials where none was asked for.
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
/** Somebody else's words with the code or the name of the error, once. */
function withCode(code, message) {
    return (0,_types_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clause */ .sb)(message.includes(code) ? message : `${code}: ${message}`);
}
function nameOf(error) {
    return error instanceof Error ? error.name : 'Error';
}
/** The code of a failed connection (`ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`), if that is what it is. */
function codeOf(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' &&
        /^(?:E[A-Z]{3,}|ERR_TLS|UND_ERR|CERT_|UNABLE_TO_)|_SELF_SIGNED_CERT$|^SELF_SIGNED_CERT_/.test(code)
        ? code
        : undefined;
}
/** The error for an answer that cannot be what was asked for; `what` follows "answered with". */
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




/** For the body alone: the client's own time-out ends where an answer begins. In milliseconds. */
const bodyMs = 20_000;
/**
 * Reads the body of every answer before the SDK does, which has no bound of its own: an endless one is an error that is not
 * tried again, and one that drips is a time-out like any other, which is. Takes the registry's time from each.
 */
function boundAnswers(client, time, { bytes, ms } = { bytes: _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .largestAwsAnswer */ .ss, ms: bodyMs }) {
    // What is added looks at bytes and at no member of any command, so that either client's stack will do.
    const { middlewareStack } = client;
    middlewareStack.add((next, context) => async (args) => {
        const result = await next(args);
        const response = result.response;
        const body = response?.body;
        time.note(response?.headers?.['date']);
        if (response === undefined || !(body instanceof node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable))
            return result;
        const late = new Error(`no whole answer came within ${String(ms / 1000)} s`);
        late.name = 'TimeoutError';
        const timer = setTimeout(() => body.destroy(late), ms);
        try {
            // As bytes: of a stream the SDK would make two more copies.
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
    }, 
    // Between the HTTP handler and the deserializer, which comes before it in the same step.
    { name: 'boundAnswers', step: 'deserialize', priority: 'low' });
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
/**
 * The error where the SDK has no credentials to sign with: there are none, or what gives them failed (a file, STS, SSO, a
 * container's or an instance's endpoint). It is never ECR's fault, and never mended by running again.
 * An error that says all that already stays as it is.
 * @param said why the provider that the job names has failed, where the error does not say it
 */
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
            ? 'This job has no AWS credentials.'
            : `The AWS credentials of this job cannot be had from where it says they are: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(words)}.`,
        next: isAbsent
            ? `${login}; pull requests from forks get no credentials, so use push: false there.`
            : adviceOn(words),
        cause: thrown,
    });
}
/** The words of the SDK's chain of providers where none of them has found anything to try. */
const absent = /Could not load credentials from any providers|Credential is missing/;
/** What to do about a provider's failure, by its name and words. Sources: docs/contributing/facts.md, "Credentials". */
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
        'Write that file before this step, or take away the variable that names it (AWS_WEB_IDENTITY_TOKEN_FILE, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE).',
    ],
    [
        /\bSSO\b|aws sso login|aws login/i,
        `A job cannot sign in by a browser. ${login}, or take away AWS_PROFILE.`,
    ],
    [
        /expired/i,
        'Get the credentials right before this step, or ask for more time: role-duration-seconds of aws-actions/configure-aws-credentials.',
    ],
    [/profile/i, `Correct AWS_PROFILE, or take it away. ${login}.`],
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
/** Names under which credentials fail whose time is over. Source: AWS common errors; botocore, credentials.py. */
const expiredNames = new Set([
    'ExpiredTokenException',
    'ExpiredToken',
    'RequestExpired',
    'TokenRefreshRequired',
]);
/** Whether a call failed because its credentials have expired. */
function hasExpired(error) {
    return expiredNames.has(nameOf(error));
}
/** Names under which credentials fail before any permission is looked at, and what that means. Source: AWS common errors. */
const refusedNames = {
    UnrecognizedClientException: 'They may be deleted or of another partition, a session token may be missing, or the account has not turned that region on.',
    InvalidClientTokenId: 'They may be deleted or of another partition, a session token may be missing, or the account has not turned that region on.',
    InvalidSignatureException: 'The secret key may be wrong, or the clock of the runner.',
    SignatureDoesNotMatch: 'The secret key may be wrong, or the clock of the runner.',
    IncompleteSignature: 'AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY may have a blank or a line end in it.',
    MissingAuthenticationTokenException: 'A proxy between the runner and AWS may take the signature away.',
};
/** The error for credentials that are there and that AWS does not accept; undefined where that is not what it is. */
function refusedCredentials(error, asked) {
    const { action, region, role } = asked;
    const [name, message] = [nameOf(error), (0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)];
    if (hasExpired(error))
        return expired(message, asked, error);
    // The chain of providers fails by this name, and so does a call that was made without looking at it first.
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
            ? ' ECR Public knows the accounts of commercial AWS alone, not those of China or GovCloud.'
            : ''}`,
        cause: error,
    });
}
/** Whose time it is that is over decides where more of it can be asked for. */
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
/**
 * The roles of a run: each is taken on once in a region, whoever works in it. What takes them on is loaded only then.
 * @param tools the end of the run, and who is told every secret
 */
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
/** What a client of the SDK is given; nothing, so that it looks for credentials itself, without a role. */
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
/* harmony import */ var _aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5417);
/* harmony import */ var _http_registry_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2906);



/**
 * Loads the SDK and makes its clients.
 * @param signal the end of the run: whatever is asked then is given up, and nothing is asked any more
 * @param sessions the roles that can be taken on; without them there is none
 */
async function loadClient(target, signal, sessions) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(136), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    const session = await sessions?.(target);
    const time = (0,_http_registry_time_js__WEBPACK_IMPORTED_MODULE_1__/* .registryTime */ .P)();
    const service = {
        prefix: 'ecr',
        place: target,
        make: (settings) => new sdk.ECRClient(settings),
        isAnswer: (error) => isAnswer(sdk, error),
        list: (client, nextToken, options) => client.send(new sdk.DescribeRepositoriesCommand({ ...(0,_aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .registryOf */ .F)(target), maxResults: 1000, nextToken }), options),
        session,
    };
    return { sdk, target, time, session, send: (0,_aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCalls */ .J)(service, time, signal) };
}
/** Exceptions that tell the caller something rather than stop the run. */
function isAnswer(sdk, error) {
    return (error instanceof sdk.ScanNotFoundException ||
        error instanceof sdk.ImageNotFoundException ||
        error instanceof sdk.LimitExceededException ||
        error instanceof sdk.UnsupportedImageTypeException ||
        error instanceof sdk.ImageArchivedException ||
        error instanceof sdk.ImageStorageClassUpdateNotSupportedException ||
        error instanceof sdk.ValidationException);
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
/* harmony import */ var _aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5417);
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5131);




/** Takes `alias/name` apart. The inputs see to it that it has both. */
function publicNameOf(name) {
    const slash = name.indexOf('/');
    const own = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepositoryName */ .$M)(name.slice(slash + 1));
    if (slash < 0 || own === undefined)
        throw new Error(`${name} is no name of a public repository`);
    return { alias: name.slice(0, slash), own };
}
/** A login to ECR Public, for docker and as a bearer token. */
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
/**
 * What ECR Public says of a repository. A registry may have several aliases, of which a repository's URI shows one: for
 * another one the registry is asked. Throws `repository-not-found` where the alias is none of this account's.
 */
async function describePublicRepository(client, name) {
    const { sdk, send, place } = client;
    const { alias, own } = publicNameOf(name);
    const answer = await send('DescribeRepositories', name, (api, options) => api.send(new sdk.DescribeRepositoriesCommand({ ...(0,_aws_aws_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .registryOf */ .F)(place), repositoryNames: [own] }), options)).catch(async (error) => {
        if (!(error instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS) || error.code !== 'repository-not-found')
            throw error;
        // The name may be right, in the registry of somebody else: the alias tells.
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
        // There is no setting for it. Source: ECR Public API reference, which has no PutImageTagMutability.
        mutability: { default: 'mutable', exceptFilters: [] },
    };
}
/** Throws `repository-not-found` where a name begins with an alias that is none of the account's: it cannot be made there. */
async function requireAlias(client, name) {
    const { alias, own } = publicNameOf(name);
    if (client.place.registryId !== undefined)
        return;
    const aliases = await aliasesOf(client);
    const found = aliases.find((one) => one.name === alias);
    if (found?.status !== 'ACTIVE')
        throw unusableAlias(alias, found, { own, uri: undefined, aliases });
}
/** The host of ECR Public, from what it says of the caller's own registry. */
async function publicHost({ sdk, send }) {
    const { registries = [] } = await send('DescribeRegistries', undefined, (client, options) => client.send(new sdk.DescribeRegistriesCommand({}), options));
    const host = registries[0]?.registryUri?.split('/')[0] ?? '';
    if (host === '')
        throw (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .badAnswer */ .k6)('DescribeRegistries', 'no registry with a URI', 'ecr-public');
    return host;
}
/** The aliases of the caller's own registry, which are all that ECR Public tells. */
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

/***/ 3601:
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



/** Who one is must not hold a run up, and takes a few hundred bytes. */
const bounds = { ms: 5000, bytes: () => types_bounds/* largestErrorAnswer */.BQ };
/** How far AWS lets the clock of a signature be off. Source: IAM user guide, "AWS Signature Version 4". */
const mostSkewMs = 5 * 60_000;
const body = 'Action=GetCallerIdentity&Version=2011-06-15';
/**
 * The ARN of the caller, from AWS STS, which needs no permission for that; undefined where STS cannot be reached.
 * @param config of a client of its own, for its signer keeps the service for which it signed first
 * One request, or a second one where this machine's clock is off, signed by the SDK's own signer, and not followed anywhere else: a second SDK client for it would add half a megabyte to the bundle.
 * Source: AWS STS API reference, GetCallerIdentity.
 */
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
        // As the SDK does it: the answer that refuses a time says which one is right.
        const told = Date.parse(answer.headers.date ?? '');
        if (answer.status === 403 && Math.abs(told - Date.now()) > mostSkewMs)
            answer = await ask(new Date(told));
        return /<Arn>(arn:[\w+=,.@:/-]+)<\/Arn>/.exec(answer.body.toString('utf8'))?.[1];
    }
    catch {
        return undefined;
    }
}
/** The host of STS in the region and partition of ECR's API, which the SDK knows: the two differ in their first labels. */
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



/**
 * A login. It opens every registry that the caller may use; which one is asked for decides the endpoint alone.
 * Source: ECR API reference, GetAuthorizationToken (`registryIds`).
 */
async function authorize({ sdk, send, target }) {
    const registryIds = target.registryId === undefined ? {} : { registryIds: [target.registryId] };
    const answer = await send('GetAuthorizationToken', undefined, (client, options) => client.send(new sdk.GetAuthorizationTokenCommand(registryIds), options));
    const [data] = answer.authorizationData ?? [];
    const decoded = Buffer.from(data?.authorizationToken ?? '', 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    if (data?.proxyEndpoint === undefined || colon < 0)
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



/**
 * Asks for an archived image back; whether it is there already, and from when on it is, DescribeImages says.
 * Source: ECR API reference, UpdateImageStorageClass. Throws `image-archived` where ECR does not do that.
 */
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
/** A repository holds 100,000 images at most unless AWS raises that; ten times as many is an answer without an end. */
const mostTagPages = 1000;
/** Every tag, a thousand an answer. */
async function listTags({ sdk, send, target }, name, mostPages = Infinity) {
    const tags = [];
    const seen = new Set();
    let nextToken;
    do {
        const answer = await send('DescribeImages', name, (client, options) => client.send(new sdk.DescribeImagesCommand({
            ...(0,ecr_client/* registryOf */.F)(target),
            repositoryName: name,
            // Archived images keep their tags, and are left out where nobody asks for them.
            filter: { tagStatus: 'TAGGED', imageStatus: 'ANY' },
            maxResults: 1000,
            nextToken,
        }), options));
        for (const image of answer.imageDetails ?? [])
            tags.push(...(image.imageTags ?? []));
        // An empty token is the end of a list as well.
        nextToken = answer.nextToken || undefined;
        if (nextToken !== undefined && (seen.has(nextToken) || seen.size >= mostTagPages))
            throw (0,aws_errors/* badAnswer */.k6)('DescribeImages', 'pages of images that have no end');
        if (nextToken !== undefined)
            seen.add(nextToken);
    } while (nextToken !== undefined && seen.size < mostPages);
    return tags;
}
/** The images that are there; the others are among the answer's failures. */
async function batchGetImage({ sdk, send, target }, name, imageIds) {
    const found = [];
    // BatchGetImage takes 1 to 100 identifiers.
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
/** Trusts no answer: the digest is computed from the bytes. */
function storedManifest(image) {
    const body = image.imageManifest ?? '';
    const digest = (0,types_digest/* parseDigest */.m)(`sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`);
    if (digest === undefined || digest !== image.imageId?.imageDigest) {
        throw (0,aws_errors/* badAnswer */.k6)('BatchGetImage', `a manifest whose bytes are not those of ${image.imageId?.imageDigest ?? 'its digest'}`);
    }
    return { digest, mediaType: image.imageManifestMediaType ?? (0,manifest/* mediaTypeOf */.c0)(body) ?? '', body };
}
/** DescribeImages takes 100 identifiers at most. */
const mostIds = 100;
async function describeImages(client, name, ids) {
    if (ids.length > mostIds) {
        const rest = await describeImages(client, name, ids.slice(mostIds));
        return [...(await describeImages(client, name, ids.slice(0, mostIds))), ...rest];
    }
    const { sdk, send, target } = client;
    try {
        const answer = await send('DescribeImages', name, (api, options) => api.send(new sdk.DescribeImagesCommand({
            ...(0,ecr_client/* registryOf */.F)(target),
            repositoryName: name,
            imageIds: ids.map((id) => ('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag })),
        }), options));
        return (answer.imageDetails ?? []).map(imageFacts);
    }
    catch (error) {
        // One absent image makes the whole call fail, and the answer does not always say which.
        if (!(error instanceof sdk.ImageNotFoundException))
            throw error;
        if (ids.length === 1)
            return [];
        const each = await Promise.all(ids.map((id) => describeImages(client, name, [id])));
        return each.flat();
    }
}
function imageFacts(detail) {
    const digest = (0,types_digest/* parseDigest */.m)(detail.imageDigest ?? '');
    if (digest === undefined)
        throw (0,aws_errors/* badAnswer */.k6)('DescribeImages', 'an image without a digest');
    return {
        digest,
        tags: detail.imageTags ?? [],
        mediaType: detail.imageManifestMediaType,
        pushedAt: detail.imagePushedAt?.getTime() ?? 0,
        ...(detail.imageStatus === 'ARCHIVED' && { archive: 'archived' }),
        ...(detail.imageStatus === 'ACTIVATING' && { archive: 'activating' }),
    };
}
async function removeTag({ sdk, send, target }, name, tag) {
    const answer = await send('BatchDeleteImage', name, (client, options) => client.send(new sdk.BatchDeleteImageCommand({
        ...(0,ecr_client/* registryOf */.F)(target),
        repositoryName: name,
        imageIds: [{ imageTag: tag }],
    }), options));
    const [failure] = answer.failures ?? [];
    // What is gone is named: an answer that names nothing has removed nothing.
    if (answer.imageIds?.some(({ imageTag }) => imageTag === tag) === true)
        return 'removed';
    if (failure === undefined)
        throw (0,aws_errors/* badAnswer */.k6)('BatchDeleteImage', `nothing of ${tag}, which was to be removed`);
    if (failure.failureCode === 'ImageNotFound')
        return 'absent';
    throw (0,aws_errors/* badAnswer */.k6)('BatchDeleteImage', `${failure.failureCode ?? 'a failure'}: ${failure.failureReason ?? ''}`);
}

// EXTERNAL MODULE: ./src/types/wildcard.ts
var wildcard = __webpack_require__(8919);
;// CONCATENATED MODULE: ./src/adapters/ecr/repository-access.ts

/** One action stands for each: whoever has it has been let in on purpose. Source: ECR user guide, "Repository policy examples". */
const deciding = { push: 'ecr:PutImage', pull: 'ecr:BatchGetImage' };
const uses = ['push', 'pull'];
/**
 * Who may push and pull by a repository's policy. Everybody are those without a name whom no condition narrows down: a
 * condition may ask for an organisation, which is not everybody. What a policy denies to everybody it allows to nobody.
 */
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
/** One text or several, as policies write both; anything else is none. */
function textsIn(value) {
    return [value]
        .flat()
        .flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));
}
function principalsOf(statement) {
    const isNarrowed = !isForAll(statement) && namesOf(statement).includes('*');
    return namesOf(statement).map((name) => name === '*' ? (isNarrowed ? 'whoever the conditions let in' : 'everybody') : name);
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-posture.ts


/**
 * How a repository is kept. What this role may not see, or has no answer in time, is not known: nothing of it decides about
 * the run. Nothing is changed.
 */
async function readPosture(client, name) {
    const [lifecycle, access] = await Promise.all([
        lifecycleOf(client, name).catch(noneWhere('LifecyclePolicyNotFoundException')),
        accessOf(client, name).catch(noneWhere('RepositoryPolicyNotFoundException')),
    ]);
    return { lifecycle, access };
}
/** What is shown must not hold a run up. In milliseconds. */
const ecr_posture_bounds = { once: true, withinMs: 10_000 };
async function lifecycleOf({ sdk, send, target }, name) {
    const { lifecyclePolicyText: text } = await send('GetLifecyclePolicy', name, (ecr, options) => ecr.send(new sdk.GetLifecyclePolicyCommand({ ...(0,ecr_client/* registryOf */.F)(target), repositoryName: name }), options), ecr_posture_bounds);
    return text === undefined ? undefined : { rules: rulesIn(text) };
}
async function accessOf({ sdk, send, target }, name) {
    const { policyText } = await send('GetRepositoryPolicy', name, (ecr, options) => ecr.send(new sdk.GetRepositoryPolicyCommand({ ...(0,ecr_client/* registryOf */.F)(target), repositoryName: name }), options), ecr_posture_bounds);
    return policyText === undefined ? undefined : accessIn(policyText);
}
/** The answer that there is none, as against none that can be had. */
function noneWhere(name) {
    return (error) => {
        const { cause } = error;
        return cause instanceof Error && cause.name === name ? 'none' : undefined;
    };
}
/** Source: ECR user guide, "Lifecycle policy properties". */
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


/**
 * The registries to which a repository is replicated by the rules of its own; undefined where this role may not read them, or
 * where they are another account's: DescribeRegistry speaks of the caller's registry alone.
 * Source: ECR API reference, DescribeRegistry, ReplicationRule.
 */
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
/** A rule without filters is for every repository; PREFIX_MATCH is the only kind of filter. */
function isFor({ repositoryFilters: filters = [] }, name) {
    return filters.length === 0 || filters.some(({ filter }) => name.startsWith(filter ?? ''));
}
/** How far the copies of an image are; nothing where none has begun. Source: ECR API reference, DescribeImageReplicationStatus. */
async function readReplication({ sdk, send, target }, { name }, digest) {
    const { replicationStatuses = [] } = await send('DescribeImageReplicationStatus', name, (client, options) => client.send(new sdk.DescribeImageReplicationStatusCommand({
        ...(0,ecr_client/* registryOf */.F)(target),
        repositoryName: name,
        imageId: { imageDigest: digest },
    }), options)).catch((error) => {
        // It has yet to come.
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


/**
 * How the registry scans this repository: the kind of scanner is a setting of the registry, when it scans is the result
 * of the registry's rules, whose filters ECR itself applies to the repository's name. What may not be read is `unknown`.
 * `scanOnPush` of the repository is deprecated and can say something else.
 * Source: ECR API reference, GetRegistryScanningConfiguration, BatchGetRepositoryScanningConfiguration.
 */
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
    // Neither call takes a registry id: they speak of the caller's own registry, which may be another one.
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
/** Only Amazon Inspector scans continuously. */
function scannerWith(frequency) {
    return frequency === 'continuous' ? 'enhanced' : 'unknown';
}
async function readScanner({ sdk, send }) {
    const answer = await send('GetRegistryScanningConfiguration', undefined, (client, options) => client.send(new sdk.GetRegistryScanningConfigurationCommand({}), options));
    return { scanner: scannerOf(answer.scanningConfiguration?.scanType), registryId: answer.registryId };
}
/** A kind that is new is not taken for basic scanning, whose empty answers are believed soonest. */
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
        // A repository that is missing is told by DescribeRepositories; this one may be in another account.
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


// The SDK's types are what the API promises; it passes on whatever comes, so that nothing here relies on them.
/** A finding of the basic scanner in our words. Attribute keys: see docs/contributing/facts.md, "Basic findings". */
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
/** A finding of the enhanced scanner (Amazon Inspector): one for each package that it names. */
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
/** What `fixAvailable` can be; any other word is no answer. Source: Inspector2 API reference, Finding. */
const fixes = new Map([
    ['YES', 'yes'],
    ['PARTIAL', 'partial'],
    ['NO', 'no'],
]);
/** Inspector's word for a finding that is not active: SUPPRESSED or CLOSED. Source: Inspector2 API reference, Finding. */
function setAsideWord({ status }) {
    const word = textOf(status);
    return word === undefined || word === 'ACTIVE' ? undefined : word;
}
/** The images that a finding of the enhanced scanner is about, by digest; none where it does not say. */
function imagesOf({ resources }) {
    return objectsOf(resources).flatMap((resource) => {
        const image = objectOf(objectOf(resource['details'])?.['awsEcrContainerImage']);
        return textOf(image?.['imageHash']) ?? [];
    });
}
/** A text that is there and not blank. */
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




/**
 * One answer of DescribeImageScanFindings in our words. It is evidence only about the image that it names, so that it has
 * to name the one that was asked for; what contradicts itself is no evidence at all. Never throws, whatever the answer
 * holds: the SDK checks no types.
 */
function scanAnswer(answer, asked) {
    const other = otherSubject(answer, asked);
    if (other !== undefined)
        return contradiction(other);
    const status = textOf(objectOf(answer.imageScanStatus)?.['status']);
    // Reported of images whose scan has not begun, in place of an exception (aws/containers-roadmap#2656).
    if (status === undefined)
        return { kind: 'no-scan', detail: 'the answer has no status' };
    if (!namesImage(answer))
        return contradiction('ECR answered without saying about which image');
    const found = answer.imageScanFindings ?? undefined;
    if (found !== undefined && objectOf(found) === undefined)
        return contradiction('ECR answered with findings that are no object');
    const basic = listOf(found?.findings);
    const enhanced = listOf(found?.enhancedFindings);
    const counts = countsOf(found?.findingSeverityCounts);
    if (basic === 'broken' || enhanced === 'broken')
        return contradiction('ECR answered with a list of findings that is none');
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
/** Why the answer to StartImageScan is not about the image that was to be scanned; undefined where it is. */
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
/** A list of objects; undefined where there is none, `broken` where it is something else. */
function listOf(promised) {
    const value = promised ?? undefined;
    if (value === undefined)
        return undefined;
    const isList = Array.isArray(value) && value.every((item) => objectOf(item) !== undefined);
    return isList ? promised : 'broken';
}
/** ECR's counts by severity, or what is wrong with them as a clause. */
function countsOf(value) {
    if (value === undefined || value === null)
        return undefined;
    const members = objectOf(value);
    if (members === undefined)
        return 'ECR answered with counts of findings that are no object';
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
/** An enhanced registry can answer with an empty list of basic findings, so that an empty list tells nothing. */
function scan_answer_scannerOf(status, basic, enhanced) {
    if (enhanced !== undefined || status === 'ACTIVE')
        return 'enhanced';
    return basic !== undefined && basic.length > 0 ? 'basic' : 'unknown';
}
function contradiction(detail) {
    return { kind: 'contradiction', detail };
}
/** Something of another type than promised, too, as a few characters. */
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
        // Answered for a while just after a push.
        if (error instanceof sdk.ImageNotFoundException)
            return { kind: 'not-now', detail: error.message };
        if (error instanceof sdk.UnsupportedImageTypeException) {
            return { kind: 'refused', reason: 'unsupported', detail: error.message };
        }
        if (error instanceof sdk.ImageArchivedException)
            return { kind: 'refused', reason: 'archived', detail: error.message };
        if (error instanceof sdk.ValidationException) {
            // What enhanced scanning answers, as observed by several tools; AWS documents no text.
            return /feature is disabled/i.test(error.message)
                ? { kind: 'starts-by-itself' }
                : { kind: 'refused', reason: 'unavailable', detail: error.message };
        }
        // The call is sent once, so that what the SDK would try again comes out here; whoever polls asks again.
        if (isPassing(error))
            return { kind: 'not-now', detail: error.what };
        throw error;
    }
}
/** Too many requests at once, or a fault within AWS. Source: AWS common errors. */
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
        // Both are answered for a while just after a push.
        if (error instanceof sdk.ScanNotFoundException || error instanceof sdk.ImageNotFoundException) {
            return { kind: 'no-scan', detail: error.message };
        }
        // The SDK has tried several times; whoever polls has more patience.
        if (isPassing(error))
            return { kind: 'busy', detail: error.what };
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/adapters/registry/registry-lines.ts
/**
 * One registry is connected to once, however often it is asked for: also where it is first asked for as that of the
 * credentials, and later by its account.
 */
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
/** The registry's time; the machine's own before the client that learns it is there. */
function registry_lines_timeOf(loading) {
    let now = Date.now;
    loading.then(({ time }) => {
        now = () => time.now();
    }, () => undefined);
    return () => now();
}
/** Asks when it is first wanted, and gives the same answer from then on, until that is forgotten. */
function once(ask) {
    let asked;
    return {
        ask: () => (asked ??= ask()),
        forget: () => {
            asked = undefined;
        },
    };
}

// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __webpack_require__(3617);
// EXTERNAL MODULE: ./src/adapters/machine/deadline.ts
var deadline = __webpack_require__(6092);
// EXTERNAL MODULE: ./src/adapters/http/redirects.ts
var redirects = __webpack_require__(7900);
// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __webpack_require__(8036);
// EXTERNAL MODULE: ./src/types/quota.ts
var types_quota = __webpack_require__(637);
;// CONCATENATED MODULE: ./src/adapters/registry/registry-errors.ts




/**
 * Two generations of ECR's words for the same refusal (the code is TAG_INVALID in both), and the names of the API's
 * exceptions. None of them tells whether the tag names this very image: whoever gets this answer compares digests.
 * Source: collected answers of ECR, 2019 to 2026; see docs/contributing/facts.md.
 */
function isImmutable({ message }) {
    return (/cannot be overwritten because the (?:repository|tag) is immutable/.test(message) ||
        /\bImage(?:Tag)?AlreadyExistsException\b/.test(message));
}
/** The first error of an answer's body; the whole body where it has another form. */
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
/** The registry said no. `doing` is what it did not let this run do. */
function refused(doing, { status, error, action }, repository) {
    const quota = (0,types_quota/* quotaReached */.p)(error.message, undefined);
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
/** Words of a login whose time is over; ECR gives them with 401 and with 403. Source: see docs/contributing/facts.md. */
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
/** No answer came, or none that ended. */
function unreachable(host, cause) {
    return new errors/* ShipError */.fS({
        code: 'registry-unreachable',
        what: `The registry ${host} cannot be reached: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}.`,
        next: 'Check the network and proxy settings of the runner.',
        cause,
    });
}
/** An answer that is not what was asked for. `what` is a clause. */
function badRegistry(what) {
    return new errors/* ShipError */.fS({
        code: 'registry-failed',
        what: `The registry's answer is not believed: ${what}.`,
        next: 'Look for a proxy between the runner and the registry, and at what else pushes to this repository.',
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/types/image.ts
var types_image = __webpack_require__(5768);
// EXTERNAL MODULE: ./src/adapters/runner/debug.ts
var debug = __webpack_require__(1508);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/adapters/registry/connections-ahead.ts


/**
 * Gives the requests of a client connections that are there already. One that ends while nobody uses it is forgotten, and
 * none keeps the process alive.
 */
function connectionsAhead(client) {
    const ready = [];
    let made;
    let connect = () => undefined;
    const take = (host) => {
        const at = ready.findIndex((waiting) => waiting.host === host);
        return at < 0 ? undefined : ready.splice(at, 1)[0]?.release();
    };
    return {
        open(url, count) {
            // A proxy's agent is none of node's: it has ways of its own.
            const agent = client.getAgent(url.href);
            if (!(agent instanceof external_node_http_.Agent))
                return;
            const [host, port] = addressOf(url);
            if (made !== agent) {
                made = agent;
                const own = agent.createConnection.bind(agent);
                connect = own;
                agent.createConnection = (options, done) => take(`${String(options.host)}:${String(options.port)}`) ?? own(options, done);
            }
            const line = { host, port, servername: (0,external_node_net_.isIP)(host) === 0 ? host : '' };
            for (let opened = 0; opened < count; opened += 1) {
                const socket = connect(line);
                if (!(socket instanceof external_node_net_.Socket))
                    return;
                ready.push(hold(socket, `${host}:${String(port)}`, ready));
            }
        },
    };
}
function hold(socket, host, among) {
    const forget = () => {
        const at = among.indexOf(waiting);
        if (at >= 0)
            among.splice(at, 1);
        socket.destroy();
    };
    const ends = ['end', 'close', 'error', 'timeout'];
    for (const end of ends)
        socket.on(end, forget);
    socket.unref();
    const waiting = {
        host,
        release() {
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

;// CONCATENATED MODULE: ./src/adapters/registry/registry-http.ts














/** What was to be sent could not be had, after all tries of its own: asking here again does not help. */
class SourceFailed extends Error {
    failure;
    constructor(failure) {
        super('there is nothing to send');
        this.failure = failure;
    }
}
/** Far beyond what ECR takes for a manifest or a config; three answers that take longer are a fault that stays. */
const usualPatience = { answerMs: 15_000, totalMs: 40_000 };
/** Waits between tries of a request that met throttling or a passing fault. */
const retryDelaysMs = [300, 900, 2700, 8100];
/** A login that is over so soon is renewed before it is used. In milliseconds. */
const leastLoginMs = 60_000;
/**
 * Talks to a repository's registry, whose host is that of its URI, over connections that are kept. Goes through the job's
 * proxy (HTTPS_PROXY, NO_PROXY). Credentials are sent with every request, as ECR wants it, and nowhere but to the
 * registry's own scheme, host and port; only the GET of a blob follows redirects. A login that has expired is renewed
 * once.
 */
function registryHttp(means) {
    const ask = askerOf(means);
    const keptBlobs = keepBlobs();
    return {
        login: () => ask.renew(),
        about: (repository, question) => ask.about(repository, question),
        connectAhead: (repository, count) => {
            ask.connectAhead(repository, count);
        },
        async putManifest(repository, reference, manifest) {
            const { status, body, headers } = await ask.about(repository, puttingManifest(reference, manifest));
            if (status === 201) {
                const digest = (0,types_digest/* parseDigest */.m)(headerOf(headers, 'docker-content-digest'));
                return { kind: 'set', digest: digest ?? manifest.digest };
            }
            // Something in between that answers for everybody, such as a page to log in at.
            if (status < 400)
                throw badRegistry(`HTTP ${String(status)} is no answer to ${puttingOf(reference)}`);
            const error = firstError(body);
            if (isImmutable(error))
                return { kind: 'immutable', detail: error.message };
            throw refused(doingOf(reference), { status, error, action: 'PutImage' }, repository);
        },
        async readBlob(repository, blob) {
            const { digest, size } = blob;
            const known = keptBlobs.get(digest);
            if (known !== undefined)
                return known;
            if (size > types_bounds/* largestConfig */.R0)
                throw badRegistry(`the blob ${digest} is to have ${String(size)} bytes, and a config of more than ${String(types_bounds/* largestConfig */.R0)} is not read`);
            const { status, body } = await ask.about(repository, gettingBlob(blob));
            if (status === 200)
                return keptBlobs.keep(digest, textOfBlob(body, blob));
            const error = firstError(body);
            if (status === 403 && (0,iam/* parseDenial */.Pu)(error.message) !== undefined)
                return undefined;
            const action = 'GetDownloadUrlForLayer';
            throw refused('read an image config', { status, error, action }, repository);
        },
    };
}
function askerOf({ login, scheme = 'Basic', now, signal, patience = usualPatience }) {
    const client = new lib/* HttpClient */.Qq('ecr-ship', undefined, { keepAlive: true });
    const ahead = connectionsAhead(client);
    const holder = keepLogin(login, now);
    return {
        renew: holder.renew,
        connectAhead(repository, count) {
            ahead.open(registry_http_addressOf(repository, '/', undefined), count);
        },
        async about(repository, { path, what, send, patience: own = patience }) {
            const attempt = async ({ basic, endpoint }) => {
                const url = registry_http_addressOf(repository, path, endpoint);
                const authorization = `${scheme} ${basic}`;
                const asked = (ms) => (0,debug/* timedCall */.O)(() => `${url.host}${url.pathname}: ${what}`, () => send({ url, authorization, ms, signal, client }), ({ status }) => `HTTP ${String(status)}`);
                return insist({ what, host: url.host, signal, patience: own }, asked);
            };
            const answer = await attempt(await holder.current());
            return mayHaveExpired(answer) ? attempt(await holder.renew()) : answer;
        },
    };
}
/** ECR answers 401 or 403 to a login whose time is over, and says so. Source: see docs/contributing/facts.md, "Expired logins". */
function mayHaveExpired({ status, body }) {
    return status === 401 || (status === 403 && saysExpired(firstError(body)));
}
/** What was to be done, after "did not let this run". */
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
function gettingBlob({ digest, size }) {
    const bytes = (status) => (status === 200 ? size : types_bounds/* largestErrorAnswer */.BQ);
    return {
        path: `/blobs/${digest}`,
        what: `the blob ${digest}`,
        async send({ url, authorization, client, ...line }) {
            const get = { url, headers: {}, authorization, leaves: true, bounds: { bytes, ...line } };
            const answer = await (0,redirects/* getFollowing */.mH)(get, client);
            // Half a blob is asked for again like no answer at all; other bytes are a lie.
            if (answer.status === 200 && answer.body.length < size)
                throw otherLength(digest, answer.body, size);
            return answer;
        },
    };
}
function registry_http_addressOf(repository, path, endpoint) {
    const host = (0,types_image/* registryHost */.U)(repository);
    const protocol = endpoint === undefined ? (0,redirects/* protocolOf */.AT)(host) : new URL(endpoint).protocol;
    const url = new URL(`${protocol}//${host}/v2/${repository.name}${path}`);
    if (!(0,redirects/* isConfidential */.FX)(url))
        throw badRegistry(`${url.host} speaks no TLS, so the login is not sent there`);
    return url;
}
/** The login in use: taken once for all who want one at the same time, and renewed before it is over. */
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
/** What was read once: a blob never changes. The config of an image that is used again is looked at twice. */
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
/** Asks until there is an answer that is no passing fault. Throws `registry-unreachable` and `registry-failed`. */
async function insist({ what, host, signal, patience }, ask) {
    const deadline = Date.now() + patience.totalMs;
    for (const delayMs of [...retryDelaysMs, 0]) {
        signal.throwIfAborted();
        const left = Math.max(1, deadline - Date.now());
        const isLast = delayMs === 0 || left <= delayMs + patience.answerMs;
        try {
            const answer = await ask(Math.min(patience.answerMs, left));
            // 408 is what a server gives to a connection that was opened ahead and then waited too long.
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
function otherLength(digest, body, size) {
    return badRegistry(`the blob ${digest} has ${String(body.length)} bytes, and its manifest says ${String(size)}`);
}
/** The bytes that were asked for and no others, as text. Throws `registry-failed`. */
function textOfBlob(body, { digest, size }) {
    const hash = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
    if (body.length !== size)
        throw otherLength(digest, body, size);
    if (hash !== digest)
        throw badRegistry(`what it gave for the blob ${digest} is ${hash}`);
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    }
    catch {
        throw badRegistry(`the blob ${digest} is no text in UTF-8`);
    }
}
function headerOf(headers, name) {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./src/adapters/registry/registry-blobs.ts








/** A blob of which no byte has come for so long does not come any more. In milliseconds. */
const stallMs = 60_000;
/** The slowest line that is waited for: a layer of a gigabyte takes three hours on it. In bytes per second. */
const leastBytesPerSecond = 100 * 1024;
/** An answer about a blob has begun by then. In milliseconds. */
const answerMs = 30_000;
/** Each try opens the source anew, so that one that breaks off in the middle is no loss but of time. */
const triesOfUpload = 3;
/**
 * The blobs of one repository through the registry's HTTP interface, as they come and go, none of them kept in memory.
 * Source: OCI distribution specification, "Pushing blobs"; ECR user guide, "Blob mounting".
 */
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
        send: ({ url, authorization, client, ...line }) => 
        // A HEAD has no body, whatever length its headers tell of.
        (0,http_answer/* askHttp */.wC)(url, { method: 'HEAD', headers: { authorization } }, { bytes: () => Infinity, ...line }, client),
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
/** Waits for the beginning of an answer; its body follows until the run's end. */
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
/** The bytes of a blob and no others: of another length or with another digest they end with an error. */
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
/** Begins an upload, which a registry that mounts ends at once, and sends the bytes in one request. */
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
/** Where the bytes are to go: to the registry itself, for the login goes with them. */
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







/**
 * A manifest from the registry's HTTP interface, where the API gives none; undefined where there is none. Trusts no
 * answer: the digest is computed from the bytes.
 */
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
/** Stores a manifest under its digest. Throws where the registry does not, or calls it otherwise. */
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
        throw badRegistry(`the manifest ${reference} is no text in UTF-8`);
    }
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-private.ts













/**
 * A private registry through the AWS SDK and the registry's HTTP interface.
 * The SDK is the largest part of the bundle: loading begins here, so that it goes on while docker builds, and never
 * where no registry is needed. One registry is connected to once, however often it is asked for.
 * @param signal the end of the run, after which nothing is asked any more
 * @param sessions the roles that can be taken on; without them there is none
 */
function ecrPrivate(signal, sessions) {
    return connections((target, sayAccount) => connectTo(target, { signal, sayAccount, sessions }));
}
function connectTo(target, { signal, sayAccount, sessions }) {
    const loading = (0,ecr_client/* loadClient */.c)(target, signal, sessions);
    // Whoever uses the client first meets the failure, if there is one.
    loading.catch(() => undefined);
    const client = () => loading;
    const login = async () => authorize(await client());
    const now = registry_lines_timeOf(loading);
    const http = registryHttp({ login, now, signal });
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
function openRepository(name, { client, http, now, signal, sayAccount }) {
    const { ask: described, forget } = once(async () => {
        const repository = await describeRepository(await client(), name);
        sayAccount(repository.registryId);
        return repository;
    });
    const ports = {
        now,
        connectAhead(count) {
            described()
                .then((repository) => {
                http.connectAhead(repository, count);
            })
                .catch(() => undefined);
        },
        manifests: {
            read: async (digests) => readManifests(await client(), name, digests),
            readBlob: async (blob) => http.readBlob(await described(), blob),
            write: async (manifest) => writeManifest(http, await described(), manifest),
        },
        blobs: registryBlobs(http, described, signal),
        images: { describe: async (ids) => describeImages(await client(), name, ids) },
        tags: {
            read: async (tags) => readTagged(await client(), name, tags),
            list: async (mostPages) => listTags(await client(), name, mostPages),
            set: async (tag, manifest) => http.putManifest(await described(), tag, manifest),
            remove: async (tag) => removeTag(await client(), name, tag),
        },
        scanner: ecr_private_scannerOf(name, client, described),
        creation: {
            async create(settings) {
                const { createRepository } = await __webpack_require__.e(/* import() */ 664).then(__webpack_require__.bind(__webpack_require__, 1664));
                const outcome = await createRepository(await client(), name, settings);
                forget();
                return outcome;
            },
        },
        posture: { read: async () => readPosture(await client(), name) },
        archive: { restore: async (digest) => restoreImage(await client(), name, digest) },
        replication: {
            replicas: async () => readReplicas(await client(), await described()),
            status: async (digest) => readReplication(await client(), { name }, digest),
        },
    };
    return { ...ports, opened: async () => ({ ...(await described()), ...ports }) };
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
// EXTERNAL MODULE: ./src/adapters/aws/aws-calls.ts + 4 modules
var aws_calls = __webpack_require__(5417);
// EXTERNAL MODULE: ./src/adapters/http/registry-time.ts
var registry_time = __webpack_require__(2906);
;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-public-client.ts


/**
 * Loads the SDK, which is a part of its own of the bundle: a run with private registries alone never loads it.
 * @param signal the end of the run: whatever is asked then is given up, and nothing is asked any more
 * @param sessions the roles that can be taken on; without them there is none
 */
async function loadPublicClient(place, signal, sessions) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(136), __webpack_require__.e(861), __webpack_require__.e(821)]).then(__webpack_require__.t.bind(__webpack_require__, 9821, 19));
    const session = await sessions?.(place);
    const time = (0,registry_time/* registryTime */.P)();
    const service = {
        prefix: 'ecr-public',
        place,
        make: (settings) => new sdk.ECRPUBLICClient(settings),
        isAnswer: (error) => error instanceof sdk.ImageNotFoundException,
        session,
    };
    return { sdk, place, time, session, send: (0,aws_calls/* awsCalls */.J)(service, time, signal) };
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-public-images.ts




/** DescribeImages takes 1 to 100 identifiers. Source: ECR Public API reference. */
const ecr_public_images_mostIds = 100;
/** What ECR Public says of images; those that are not there are left out. */
async function describePublicImages(client, name, ids) {
    if (ids.length > ecr_public_images_mostIds) {
        const first = await describePublicImages(client, name, ids.slice(0, ecr_public_images_mostIds));
        return [...first, ...(await describePublicImages(client, name, ids.slice(ecr_public_images_mostIds)))];
    }
    if (ids.length === 0)
        return [];
    const { sdk } = client;
    try {
        const imageIds = ids.map((id) => ('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag }));
        const { imageDetails = [] } = await ecr_public_images_describeImages(client, name, { imageIds });
        return imageDetails.map(ecr_public_images_imageFacts);
    }
    catch (error) {
        // One absent image makes the whole call fail.
        if (!(error instanceof sdk.ImageNotFoundException))
            throw error;
        if (ids.length === 1)
            return [];
        const each = await Promise.all(ids.map((id) => describePublicImages(client, name, [id])));
        return each.flat();
    }
}
/** A repository holds 100,000 images at most unless AWS raises that; ten times as many is an answer without an end. */
const mostPagesEver = 1000;
/** Every tag, a thousand images an answer. */
async function listPublicTags(client, name, mostPages = Infinity) {
    const tags = [];
    const seen = new Set();
    let nextToken;
    do {
        const page = { maxResults: 1000, ...(nextToken !== undefined && { nextToken }) };
        const answer = await ecr_public_images_describeImages(client, name, page);
        for (const { imageTags = [] } of answer.imageDetails ?? [])
            tags.push(...imageTags);
        // An empty token is the end of a list as well.
        nextToken = answer.nextToken || undefined;
        if (nextToken !== undefined && (seen.has(nextToken) || seen.size >= mostPagesEver))
            throw (0,aws_errors/* badAnswer */.k6)('DescribeImages', 'pages of images that have no end', 'ecr-public');
        if (nextToken !== undefined)
            seen.add(nextToken);
    } while (nextToken !== undefined && seen.size < mostPages);
    return tags;
}
/** Removes a tag, and with an image's last tag the image. */
async function removePublicTag({ sdk, send, place }, name, tag) {
    const { own } = (0,ecr_public_access/* publicNameOf */.IW)(name);
    const answer = await send('BatchDeleteImage', name, (client, options) => client.send(new sdk.BatchDeleteImageCommand({
        ...(0,aws_calls/* registryOf */.F)(place),
        repositoryName: own,
        imageIds: [{ imageTag: tag }],
    }), options));
    const [failure] = answer.failures ?? [];
    // What is gone is named: an answer that names nothing has removed nothing.
    if (answer.imageIds?.some(({ imageTag }) => imageTag === tag) === true)
        return 'removed';
    if (failure === undefined)
        throw (0,aws_errors/* badAnswer */.k6)('BatchDeleteImage', `nothing of ${tag}, which was to be removed`, 'ecr-public');
    if (failure.failureCode === 'ImageNotFound')
        return 'absent';
    throw (0,aws_errors/* badAnswer */.k6)('BatchDeleteImage', `${failure.failureCode ?? 'a failure'}: ${failure.failureReason ?? ''}`, 'ecr-public');
}
function ecr_public_images_describeImages({ sdk, send, place }, name, wanted) {
    const { own } = (0,ecr_public_access/* publicNameOf */.IW)(name);
    return send('DescribeImages', name, (client, options) => client.send(new sdk.DescribeImagesCommand({ ...(0,aws_calls/* registryOf */.F)(place), repositoryName: own, ...wanted }), options));
}
function ecr_public_images_imageFacts(detail) {
    const digest = (0,types_digest/* parseDigest */.m)(detail.imageDigest ?? '');
    if (digest === undefined)
        throw (0,aws_errors/* badAnswer */.k6)('DescribeImages', 'an image without a digest', 'ecr-public');
    return {
        digest,
        tags: detail.imageTags ?? [],
        mediaType: detail.imageManifestMediaType,
        pushedAt: detail.imagePushedAt?.getTime() ?? 0,
    };
}

;// CONCATENATED MODULE: ./src/adapters/ecr/ecr-public.ts









/** ECR Public lets a caller pull ten times a second. Source: ECR Public user guide, "Service quotas". */
const readsAtOnce = 4;
/**
 * A registry of ECR Public through the AWS SDK and the registry's HTTP interface. It has no scanner, and its API gives no
 * manifests: these come from the registry, as whoever pulls gets them.
 * @param signal the end of the run, after which nothing is asked any more
 * @param sessions the roles that can be taken on; without them there is none
 */
function ecrPublic(signal, sessions) {
    return connections((place) => ecr_public_connectTo(place, signal, sessions));
}
function ecr_public_connectTo(place, signal, sessions) {
    const loading = loadPublicClient(place, signal, sessions);
    // Whoever uses the client first meets the failure, if there is one.
    loading.catch(() => undefined);
    const client = () => loading;
    const now = registry_lines_timeOf(loading);
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
function ecr_public_openRepository(name, { client, http, now, signal }) {
    const { ask: described, forget } = once(async () => (0,ecr_public_access/* describePublicRepository */.dS)(await client(), name));
    const ports = {
        now,
        connectAhead(count) {
            described()
                .then((repository) => {
                http.connectAhead(repository, count);
            })
                .catch(() => undefined);
        },
        manifests: {
            async read(digests) {
                const repository = await described();
                const found = await (0,at_once/* eachAtOnce */.G)(readsAtOnce, digests, (digest) => readManifest(http, repository, digest));
                return found.filter((manifest) => manifest !== undefined);
            },
            readBlob: async (blob) => http.readBlob(await described(), blob),
            write: async (manifest) => writeManifest(http, await described(), manifest),
        },
        blobs: registryBlobs(http, described, signal),
        images: { describe: async (ids) => describePublicImages(await client(), name, ids) },
        creation: {
            async create(settings) {
                const { createPublicRepository } = await __webpack_require__.e(/* import() */ 586).then(__webpack_require__.bind(__webpack_require__, 1586));
                const outcome = await createPublicRepository(await client(), name, settings);
                forget();
                return outcome;
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
            list: async (mostPages) => listPublicTags(await client(), name, mostPages),
            set: async (tag, manifest) => http.putManifest(await described(), tag, manifest),
            remove: async (tag) => removePublicTag(await client(), name, tag),
        },
    };
    return { ...ports, opened: async () => ({ ...(await described()), ...ports }) };
}

// EXTERNAL MODULE: ./src/adapters/aws/session.ts
var session = __webpack_require__(1694);
;// CONCATENATED MODULE: ./src/adapters/ecr/registries.ts




/**
 * Amazon ECR's registries of both kinds, each with the part of the SDK that it takes.
 * @param signal the end of the run, after which nothing is asked any more
 * @param mask is told the credentials of a role that is taken on
 */
function registries(signal, mask) {
    // Every call listens to the end of the run, and several destinations are asked at once: node takes that for a leak.
    (0,external_node_events_.setMaxListeners)(Infinity, signal);
    const sessions = (0,session/* sessionsOf */.H)({ signal, mask });
    const connect = { private: ecrPrivate(signal, sessions), public: ecrPublic(signal, sessions) };
    return (target) => connect[target.type](target);
}


/***/ }),

/***/ 5737:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fetch),
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
/**
 * Stands before undici in the bundle: `paths` in tsconfig.json leads here. `@actions/http-client` imports undici at its own
 * beginning for a class that only `@actions/github` uses; the real one is 0.9 MB, and loading it was more than half of the
 * time until main or post began. It is a chunk of its own, and loaded when somebody fetches.
 * Source: actions/toolkit, packages/http-client/src/index.ts, `_getProxyAgentDispatcher`, and packages/github/src/internal/utils.ts.
 */
class ProxyAgent {
    #options;
    #agent;
    constructor(options) {
        this.#options = options;
    }
    /** The real one, made once, so that its connections are kept. */
    agent(undici) {
        return (this.#agent ??= new undici.ProxyAgent(this.#options));
    }
}
/** What undici's `fetch` does, with the agent above for its `dispatcher`. */
async function fetch(url, { dispatcher, ...init } = {}) {
    const undici = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19));
    const through = dispatcher === undefined ? {} : { dispatcher: dispatcher.agent(undici) };
    return undici.fetch(url, { ...init, ...through });
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




/** An answer has more bytes than it may have: no further try makes it shorter. */
class TooLong extends Error {
}
/**
 * One question and its whole answer, or an error: TooLong as soon as the body is longer than it may be, or one that says
 * that the answer did not end in time, however steadily it drips. A redirect is an answer like any other: who asked decides
 * whether to follow it, and with which headers. `client` gives the connection, through the job's proxy.
 */
async function askHttp(url, question, bounds, client) {
    const late = () => new Error(`no whole answer came within ${String(bounds.ms / 1000)} s`);
    const signals = bounds.signal === undefined ? [] : [bounds.signal];
    return (0,_machine_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .within */ .u)({ signals, ms: bounds.ms, late }, async (signal) => {
        const incoming = await sendHttp(url, question, signal, client);
        const { statusCode: status = 0, headers: said } = incoming;
        const bytes = await collect(incoming, bounds.bytes(status), Number(said['content-length'] ?? 0));
        return { status, headers: said, body: bytes };
    });
}
/**
 * Sends a question; what is answered has begun to come then, and is the caller's to read to its end, or to destroy.
 * `client` gives the connection, through the job's proxy.
 */
async function sendHttp(url, { method, headers, body }, signal, client) {
    const send = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    return new Promise((resolve, reject) => {
        const options = {
            method,
            headers: { ...headers, 'user-agent': 'ecr-ship' },
            agent: client.getAgent(url.href),
            signal,
        };
        const request = send(url, options, resolve).on('error', reject);
        if (typeof body === 'object') {
            // Whoever answers before the last byte has come has said all; what breaks then is no error of its own.
            (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(body, request).catch(reject);
        }
        else
            request.end(body);
    });
}
/** The bytes of a stream, which is destroyed as soon as there are too many. Throws TooLong. */
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


/** Connections that are kept between calls and go through the job's proxy, for the AWS SDK's request handler. */
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




/** ECR sends whoever reads a blob to Amazon S3 once; a second and a third time are somebody's mirror. */
const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);
/** Gets an address, through a few redirects. Throws Refusal for one that is not followed, and what `askHttp` throws. */
async function getFollowing(get, client) {
    return following(get, client, _http_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .askHttp */ .wC);
}
/**
 * The same, with an `ask` of one's own for what comes from each address: an answer too large to be kept, for example.
 * The bounds that it is given have what is left of the time.
 */
async function following(get, client, ask) {
    const deadline = Date.now() + get.bounds.ms;
    let { url } = get;
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
        const isHome = isSameOrigin(url, get.url);
        const headers = { ...get.headers, ...(isHome && { authorization: get.authorization }) };
        const bounds = { ...get.bounds, ms: Math.max(1, deadline - Date.now()) };
        // Connections are kept to one's own host; whoever is redirected to is asked once.
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
/**
 * Where a redirect leads. Only to a host by its name over https, so that no answer of a registry makes this process ask a
 * machine's metadata service or a neighbour; a registry on loopback without TLS, which is a test's, may lead to loopback.
 * Throws Refusal, without the part of the address that may be a secret.
 */
function redirectTarget(location, from) {
    const target = URL.canParse(location ?? '', from.href) ? new URL(location ?? '', from) : undefined;
    if (location === undefined || target === undefined)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_(`${from.host} redirects to ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(location ?? 'nowhere')}, which is no address`);
    const isNamed = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(target.hostname.replace(/^\[|\]$/g, '')) === 0 && !isLoopback(target);
    if (target.protocol === 'https:' && isNamed)
        return target;
    if (isPlainLoopback(from) && isLoopback(target) && /^https?:$/.test(target.protocol))
        return target;
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_(`${from.host} redirects to ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(target.origin === 'null' ? target.protocol : target.origin)}; ` +
        'only a host by its name over https is followed');
}
/** Whether an answer sends whoever asked to another address. */
function isRedirect(status) {
    return redirects.has(status);
}
/** Scheme, host and port: what a secret must not leave. */
function isSameOrigin(one, other) {
    return one.protocol === other.protocol && one.host === other.host;
}
/** How a registry's host is spoken to where nobody says it: without TLS on this machine alone, as docker has it. */
function protocolOf(host) {
    return isLoopback(new URL(`http://${host}`)) ? 'http:' : 'https:';
}
/** Whether a secret may be sent there: without TLS to this machine alone. */
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

/***/ 2906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ registryTime)
/* harmony export */ });
/** A `Date` header has whole seconds, and an answer takes a while to come: what differs less is the same time. */
const sameMs = 5_000;
/**
 * A runner's clock may be off by hours, and when an image was pushed or a scan ended is said in the registry's time:
 * the two must not be compared. Source: RFC 9110, 6.6.1, Date.
 */
function registryTime(machine = Date.now) {
    let offsetMs = 0;
    return {
        note(date) {
            const at = Date.parse(date ?? '');
            if (Number.isNaN(at))
                return;
            const differs = at - machine();
            // It stays as it was first seen, so that it does not go to and fro with every answer.
            if (Math.abs(differs - offsetMs) >= sameMs)
                offsetMs = differs;
        },
        now: () => machine() + offsetMs,
    };
}


/***/ }),

/***/ 6092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline),
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _types_abort_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(951);

/** A file on this machine is there at once; what is not is a file system that hangs. In milliseconds. */
const filePatienceMs = 20_000;
/** Runs `work`, and gives it up after a time: an operation on a file cannot be stopped, only left alone. */
async function withDeadline(work, ms = filePatienceMs) {
    let timer;
    const end = new Promise((_, reject) => {
        timer = setTimeout(() => {
            reject(new Error(`it did not end within ${String(ms / 1000)} s`));
        }, ms);
    });
    try {
        return await Promise.race([work(), end]);
    }
    finally {
        clearTimeout(timer);
    }
}
/** Does one piece of work whose signal ends with the first of some others, and in time at the latest. */
async function within({ signals, ms, late, }, work) {
    const end = new AbortController();
    const stopFollowing = (0,_types_abort_js__WEBPACK_IMPORTED_MODULE_0__/* .follow */ .e)(end, signals);
    const timer = setTimeout(() => {
        end.abort(late());
    }, ms);
    try {
        return await (0,_types_abort_js__WEBPACK_IMPORTED_MODULE_0__/* .orAborted */ .H)(work(end.signal), end.signal);
    }
    finally {
        clearTimeout(timer);
        stopFollowing();
    }
}


/***/ }),

/***/ 1508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ enterFence),
/* harmony export */   O: () => (/* binding */ timedCall)
/* harmony export */ });
/* harmony import */ var _types_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6157);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9786);


/** How many of the texts that are printed stand where the runner obeys nothing. */
let fences = 0;
/** What is printed from here on until the function is called that this gives is obeyed by nobody. */
function enterFence() {
    fences += 1;
    return () => {
        fences -= 1;
    };
}
/** Whether the person has asked for debug lines. Source: GitHub docs, "Enabling debug logging", RUNNER_DEBUG. */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Does something and, with `ACTIONS_STEP_DEBUG`, says how long it took and what came of it.
 * @param what has no secret in it
 * @param outcomeOf of a result, in a word
 */
async function timedCall(what, work, outcomeOf = () => 'done') {
    if (!isDebug())
        return work();
    const began = performance.now();
    const tell = (outcome) => {
        debugLine(`${what()}: ${outcome} in ${(0,_types_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(performance.now() - began)}`);
    };
    try {
        const result = await work();
        tell(outcomeOf(result));
        return result;
    }
    catch (error) {
        tell(error instanceof Error ? error.name : 'failed');
        throw error;
    }
}
/** One line, in which nothing acts on the runner or on a terminal: a command has whatever the event and the inputs say. */
function debugLine(text) {
    const line = (0,_types_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutOrders */ .g4)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).replace(/\s+/g, ' '));
    process.stdout.write(fences > 0 ? `[debug] ${line}\n` : `::debug::${line.replaceAll('%', '%25')}\n`);
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



/** The digest of the two bytes `{}`, which stand for "no config". Source: OCI image specification, manifest.md. */
const emptyJson = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
const emptyJsonInBase64 = 'e30=';
/** Whether a blob is `{}` and no more, by its digest, whatever its media type says. */
function isEmptyJson({ digest, size }) {
    return digest === emptyJson && size === 2;
}
/** Source: OCI image specification, descriptor.md. */
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
/** Reads a descriptor; `what` is how messages call it. Throws Refusal. */
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
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} has the size ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(size)}, which is no number of bytes`);
    const descriptor = { mediaType, digest, size };
    refuseOtherPlaces(members.get('urls'), what);
    refuseData(members.get('data'), descriptor, what);
    return { ...descriptor, members };
}
/** Content that an engine may fetch from somewhere else is content that nobody here has looked at. */
function refuseOtherPlaces(urls, what) {
    if (urls === undefined || urls === null || (Array.isArray(urls) && urls.length === 0))
        return;
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} may be fetched from elsewhere, its urls being ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(urls)}`);
}
/** Content inside the manifest is taken for the blob by some programs and not by others; only `{}` is told by its digest. */
function refuseData(data, descriptor, what) {
    if (data === undefined || data === null || data === '')
        return;
    if (isEmptyJson(descriptor) && data === emptyJsonInBase64)
        return;
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} carries content of its own beside its digest (data)`);
}
/** A map of texts, such as annotations; empty where there is none. Its names are a person's and stay as they are. */
function textsOf(value, what) {
    if (value === undefined || value === null)
        return new Map();
    if (!(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} are no object`);
    return new Map(Object.entries(value).map(([name, text]) => {
        if (typeof text !== 'string')
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} have a ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(name)} that is no text`);
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






/**
 * What engines read at the top of a manifest or an index, `fsLayers` that of schema 1.
 * Source: OCI image specification; moby, daemon/internal/distribution/manifest.go; containerd, core/images/image.go.
 */
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
/**
 * Reads a manifest so that nobody can read another thing in it. Its media type alone says which kind it is.
 * Throws Refusal with what was found where it is no container image or a part of it cannot be judged: what is left out here
 * would be neither counted nor scanned.
 */
function parseManifest({ body, mediaType, }) {
    const top = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)((0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(body), topNames, 'the manifest');
    const own = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(top, 'mediaType', 'the manifest');
    if (own !== undefined && own !== mediaType)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`it calls itself ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(own)} and is stored as ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(mediaType)}`);
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(mediaType) && !(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isImageManifestType */ .tr)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`its media type is ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(mediaType)}, which is that of no container image`);
    if (top.get('schemaVersion') !== 2)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`its schemaVersion is ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(top.get('schemaVersion'))}, and not 2`);
    return (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(mediaType) ? parseIndex(top) : parseImage(top);
}
/**
 * The media type of a body where the registry does not say it: the one that it says itself, or else the OCI type of what it
 * has, as docker takes it. Undefined where that cannot be told.
 * Source: moby, daemon/internal/distribution/manifest.go, detectManifestBlobMediaType.
 */
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
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`${what} is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(mediaType)}, which is that of no image`);
    const annotations = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)(members.get('annotations'), `the annotations of ${what}`);
    return {
        ...descriptor,
        platform: parseEntryPlatform(members.get('platform'), what),
        refersTo: (0,_types_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDigest */ .m)(annotations.get('vnd.docker.reference.digest') ?? ''),
    };
}
/** Source: OCI image specification, image-index.md. An empty one is none, as docker has it. */
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
    // BuildKit writes null where an image has no layers.
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
/** Both of BuildKit's forms: with a config as images have it, and with an empty one. */
function isAttestation(config, layers) {
    return (layers.length > 0 &&
        layers.every((layer) => (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isAttestationType */ .j3)(layer.mediaType)) &&
        ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isImageConfigType */ .Ky)(config.mediaType) || (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyJson */ .sX)(config)));
}
/**
 * A config that is `{}` by its digest names no file system, so that no engine runs it whatever its layers are; and no
 * layer is of a type that an engine may unpack. `artifactType` says nothing here: engines do not look at it.
 */
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
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .Refusal */ .P_(`${layer} is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(mediaType)}, which is no layer that scanners know`);
    });
}
/** Compressed bytes of a set of images, each blob counted once. */
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
/**
 * Works on the items in their order, so many at a time; the results are in the items' order. After the first failure
 * nothing more is begun.
 */
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

/***/ 2764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ largestDockerAnswer),
/* harmony export */   Ac: () => (/* binding */ largestGitHubAnswer),
/* harmony export */   Ah: () => (/* binding */ largestBuildMetadata),
/* harmony export */   BQ: () => (/* binding */ largestErrorAnswer),
/* harmony export */   DK: () => (/* binding */ deepestJson),
/* harmony export */   Du: () => (/* binding */ largestFindingsFile),
/* harmony export */   Ji: () => (/* binding */ largestKeptConfig),
/* harmony export */   Ln: () => (/* binding */ largestProbeAnswer),
/* harmony export */   N9: () => (/* binding */ longestLine),
/* harmony export */   R0: () => (/* binding */ largestConfig),
/* harmony export */   Rn: () => (/* binding */ largestGitAnswer),
/* harmony export */   VE: () => (/* binding */ mostKeptConfigs),
/* harmony export */   WZ: () => (/* binding */ largestDocument),
/* harmony export */   Yb: () => (/* binding */ mostFindings),
/* harmony export */   Yf: () => (/* binding */ mostHeldOutput),
/* harmony export */   aJ: () => (/* binding */ mostIndexEntries),
/* harmony export */   hM: () => (/* binding */ largestDockerSetting),
/* harmony export */   io: () => (/* binding */ largestText),
/* harmony export */   l: () => (/* binding */ mostIndented),
/* harmony export */   lL: () => (/* binding */ longestBuilderName),
/* harmony export */   nK: () => (/* binding */ largestGitFile),
/* harmony export */   oU: () => (/* binding */ largestManifest),
/* harmony export */   op: () => (/* binding */ longestSequence),
/* harmony export */   pM: () => (/* binding */ keptOfShown),
/* harmony export */   sQ: () => (/* binding */ largestContext),
/* harmony export */   ss: () => (/* binding */ largestAwsAnswer),
/* harmony export */   uh: () => (/* binding */ largestTokenAnswer),
/* harmony export */   vW: () => (/* binding */ largestEngineAnswer),
/* harmony export */   wW: () => (/* binding */ deepestYaml),
/* harmony export */   wZ: () => (/* binding */ mostContextFiles),
/* harmony export */   zW: () => (/* binding */ largestPayload)
/* harmony export */ });
// How much is taken in of what others have written, wherever it comes in: answers, files, outputs, texts. Each number has
// its reason, and what is beyond it is an error that says the number. A test finds reads that have none.
const kilobytes = 1024;
const megabytes = 1024 * kilobytes;
// Answers of AWS, of registries and of GitHub, in bytes.
/**
 * The largest answer is one of BatchGetImage, whose manifests may have 4 MiB each; a hundred of those that builders write
 * have less than one. Kept in memory, parsed and judged it stays below what a small runner has.
 */
const largestAwsAnswer = 16 * megabytes;
/** A token has some 2 KB, and what STS says of a role no more. */
const largestTokenAnswer = 256 * kilobytes;
/** An error, or an answer that says no more than done, has a few lines. */
const largestErrorAnswer = 64 * kilobytes;
/** The largest manifest that ECR takes. Source: ECR API reference, PutImage, imageManifest. */
const largestManifest = 4 * megabytes;
/** A config is a few kilobytes, a few hundred with BuildKit's inline cache; what is larger than this is not one. */
const largestConfig = 4 * megabytes;
/** What is remembered of configs stays small, however many a hostile index has: their size, and how many. */
const largestKeptConfig = 64 * kilobytes;
const mostKeptConfigs = 64;
/** A commit of many files is an answer of some megabytes. */
const largestGitHubAnswer = 16 * megabytes;
/** A health endpoint of a smoke test says little. */
const largestProbeAnswer = 1 * megabytes;
// What docker, its engine and git print, in bytes or characters.
/** What an engine says about itself has some kilobytes. */
const largestEngineAnswer = 4 * megabytes;
/** What docker says about itself, its builder or an image that it removes has some kilobytes. */
const largestDockerAnswer = 4 * megabytes;
/**
 * So much of each stream is kept of a command that is shown, in characters: the words of an error and the digest of a
 * push are in the last lines, and a build may print as much as it likes before them.
 */
const keptOfShown = 256 * kilobytes;
/** So much is kept of what a command prints before it is shown: a few seconds of a build. */
const mostHeldOutput = 4 * megabytes;
/** A line that is longer is shown in pieces. In characters. */
const longestLine = 64 * kilobytes;
/** No escape sequence that means anything is longer. In characters. */
const longestSequence = 64;
/** buildx writes some kilobytes, and with a long provenance some hundred. */
const largestBuildMetadata = 16 * megabytes;
/** The list of half a million files. */
const largestGitAnswer = 64 * megabytes;
// Files, in bytes.
/** A list of exceptions or of paths to ignore, or a Dockerfile, that is larger was not written by people. */
const largestText = 1 * megabytes;
/** The largest images have some ten megabytes of findings; GitHub takes ten, compressed. */
const largestFindingsFile = 32 * megabytes;
/** A document that people read, of which a part is replaced. */
const largestDocument = 16 * megabytes;
/** GitHub sends no larger payload of an event. Source: GitHub docs, "Webhook events and payloads", Payload cap. */
const largestPayload = 25 * megabytes;
/** A context or a configuration of docker is a few kilobytes, also with the logins of many registries. */
const largestDockerSetting = 1 * megabytes;
/** A builder's name is short. */
const longestBuilderName = 1 * kilobytes;
/** A file that holds a ref has some fifty bytes; packed-refs and the list of a shallow checkout have a line for each. */
const largestGitFile = 64 * megabytes;
/** So many files of a build context are looked at, and so many bytes of them read: docker would copy as many. */
const mostContextFiles = 300_000;
const largestContext = 8 * 1024 * megabytes;
// Texts that are taken apart.
/** Manifests and image configs are five levels deep; what is far deeper is made to be expensive. */
const deepestJson = 100;
/** Nothing that is asked for in YAML is nested half as deep. */
const deepestYaml = 100;
/** Indentation that is deeper than this is no structure any more. In characters. */
const mostIndented = 1000;
/** An index of twenty platforms with two attachments each has sixty; one that has more than this is made to be expensive. */
const mostIndexEntries = 100;
/**
 * So many findings of one image are read. Images with ten thousand are known; what is far beyond them is an answer that
 * has no end, and would fill the memory.
 */
const mostFindings = 50_000;


/***/ }),

/***/ 6221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ digestOfText),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/**
 * Takes any text and gives the digest it is, or undefined.
 * Only sha256 is accepted, because it is the only algorithm that ECR computes.
 */
function parseDigest(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text) ? text : undefined;
}
/** The digest of a text in UTF-8. */
async function digestOfText(text) {
    const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `sha256:${hex}`;
}
/** The first twelve hexadecimal digits, as docker prints them. */
function shortDigest(digest) {
    return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}


/***/ }),

/***/ 6157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/** `350 ms`, `4.2 s`, `3 min 20 s`. */
function formatDuration(ms) {
    if (ms < 999.5)
        return `${String(Math.round(ms))} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    const rest = seconds % 60 === 0 ? '' : ` ${String(seconds % 60)} s`;
    return `${String(Math.floor(seconds / 60))} min${rest}`;
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

/** The IAM actions that one run can need, and what for. The permission statements in docs and errors come from here. */
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
    /** All that is written where the image is in the repository already. */
    tag: ['ecr:PutImage'],
    verify: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:DescribeRepositories'],
    taken: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:GetDownloadUrlForLayer'],
    scan: ['ecr:DescribeImageScanFindings'],
    /** Basic scanning alone is ever started. Source: ECR API reference, StartImageScan. */
    startScan: ['ecr:StartImageScan'],
    /** Besides them, where the registry's scanner is Amazon Inspector: ECR asks it in the name of the caller. */
    enhancedScan: ['inspector2:ListCoverage', 'inspector2:ListFindings'],
    scanSettings: ['ecr:BatchGetRepositoryScanningConfiguration', 'ecr:GetRegistryScanningConfiguration'],
    candidateTag: ['ecr:BatchDeleteImage'],
    /** On the repositories of base images that lie in ECR. */
    pull: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    /** Where the repository is missing and `create-repository` is set. */
    create: ['ecr:CreateRepository', 'ecr:PutLifecyclePolicy', 'ecr:SetRepositoryPolicy', 'ecr:TagResource'],
    /** Takes a repository back that could not be made whole. */
    createUndo: ['ecr:DeleteRepository'],
    /** Where an image that is published or used again is archived. */
    restore: ['ecr:UpdateImageStorageClass'],
    /** Where replicas are waited for. */
    replication: ['ecr:DescribeImageReplicationStatus', 'ecr:DescribeRegistry'],
    /** What is shown of the repository; without them less is. */
    posture: ['ecr:GetLifecyclePolicy', 'ecr:GetRepositoryPolicy'],
};
/** What every run of `mode: ship` with a scan needs. */
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
/** The same for ECR Public, which is pulled from without any permission, and has no scanner. */
const publicActions = {
    /** The second one because ECR Public's logins are bearer tokens of AWS STS. */
    login: ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'],
    push: [
        'ecr-public:BatchCheckLayerAvailability',
        'ecr-public:CompleteLayerUpload',
        'ecr-public:InitiateLayerUpload',
        'ecr-public:PutImage',
        'ecr-public:UploadLayerPart',
    ],
    verify: ['ecr-public:DescribeImages', 'ecr-public:DescribeRepositories'],
    /** Where the alias in the input is not the one that a repository's URI has. */
    alias: ['ecr-public:DescribeRegistries'],
    candidateTag: ['ecr-public:BatchDeleteImage'],
    /** Where the repository is missing and `create-repository` is set. */
    create: ['ecr-public:CreateRepository', 'ecr-public:SetRepositoryPolicy', 'ecr-public:TagResource'],
};
const ofPublicShip = ['login', 'push', 'verify', 'candidateTag'];
/** What the IAM actions of a kind of registry begin with. */
function servicePrefix(type) {
    return type === 'public' ? 'ecr-public' : 'ecr';
}
/** Actions that AWS grants only on all resources. Source: service authorization reference for Amazon ECR and Inspector2. */
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
/** The statement that grants one action, or several on the repository. */
function statementFor(action, repositoryArn) {
    const isGlobal = [action].flat().every((one) => onAllResources.has(one));
    return { Effect: 'Allow', Action: action, Resource: isGlobal ? '*' : repositoryArn };
}
/**
 * A whole policy for `mode: ship` on one private repository, with no action that a run does not use.
 * @param denied what a run was denied: it needs all that this belongs to, besides
 */
function shipPolicy(repositoryArn, denied = []) {
    return policyOf([{ actions: withDenied(actions, ofShip, denied), on: [repositoryArn] }]);
}
/** A whole policy for `mode: ship` on one public repository. */
function publicPolicy(repositoryArn, denied = []) {
    return policyOf([{ actions: withDenied(publicActions, ofPublicShip, denied), on: [repositoryArn] }]);
}
/** The actions of some rows of a table, and of every further row that what was denied can only be of. */
function withDenied(table, rows, denied) {
    const usual = rows.flatMap((row) => table[row]);
    const further = Object.values(table).filter((row) => row.some((action) => denied.includes(action) && !usual.includes(action)));
    return [...usual, ...further.flat()];
}
/** A policy that grants this and nothing else: in the first statement what AWS grants only on all resources. */
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
/** Reads `User: X is not authorized to perform: Y on resource: Z because ...`, from the API or through docker. */
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
/** The policy of a run on one repository, on one line, so that it can be read and copied wherever an error is shown. */
function policyText(repositoryArn, denied = []) {
    const isPublic = /^arn:[\w-]+:ecr-public:/.test(repositoryArn);
    return JSON.stringify((isPublic ? publicPolicy : shipPolicy)(repositoryArn, denied));
}
/** What an action is for, where nobody would guess it. Source: ECR Public API reference, GetAuthorizationToken. */
const reasons = {
    'sts:GetServiceBearerToken': ', without which there is no login to ECR Public: it is needed beside ecr-public:GetAuthorizationToken',
};
/** The statements that grant what is missing alone, with lines to read and to copy from the log. */
function grantText(denied, repositoryArn) {
    // A denial names one action only; whoever lacks one of a pair lacks the other as well, or will.
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
/**
 * The error for permissions that are missing: all that are known of, and the whole policy of a run, so that the next run
 * does not end at the next one.
 * @param denials one at least
 */
function deniedError(denials, repositoryArn, cause) {
    const [first] = denials;
    const denied = [...new Set(denials.map(({ action }) => action))];
    const forbidden = denials.find(({ forbiddenBy }) => forbiddenBy !== undefined);
    const who = first.principal ?? 'The role of this job';
    const why = forbidden === undefined ? '' : `: an explicit deny in its ${forbidden.forbiddenBy ?? ''} forbids it`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code: 'access-denied',
        what: `${who} may not call ${allOf(denied)}${denied.map((action) => reasons[action] ?? '').join('')}${why}.${otherAccount(first, repositoryArn)}`,
        next: forbidden === undefined
            ? `Give the role this policy, which is all that a run needs: ${policyText(repositoryArn, denied)}`
            : `Have that deny taken out, for no other policy outweighs it. All that a run needs is this: ${policyText(repositoryArn, denied)}`,
        details: grantText(denied, repositoryArn),
        cause,
    });
}
/** Whose credentials these are, where that is another account than the repository's. */
function otherAccount({ principal = '' }, repositoryArn) {
    const [theirs, its] = [accountOf(principal), accountOf(repositoryArn)];
    if (theirs === undefined || its === undefined || theirs === its)
        return '';
    return (` The credentials of this job are of account ${theirs}, and the repository is in ${its}: use credentials of that ` +
        'account, or let the policy of the repository allow these as well.');
}
/** The account in an ARN. Source: AWS General Reference, "Amazon Resource Names". */
function accountOf(arn) {
    return /^arn:[\w-]+:[\w-]*:[\w-]*:(\d{12}):/.exec(arn)?.[1];
}
function allOf(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
/**
 * The actions that the registry's HTTP interface wants for a request; undefined for a request that is none of its own.
 * BuildKit reports a refused request by method and address, without the registry's own words.
 * Source: ECR user guide, "Pushing an image", required permissions.
 */
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

/***/ 5768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ registryHost)
/* harmony export */ });
/** The host of a repository's registry, and its port where it is not the usual one. */
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


/**
 * Reads JSON that others read too, so that nobody can read another thing in it: no byte order mark, nothing behind the
 * value, no name twice in one object at any depth (Go's reader takes the last one and merges, others the first), and at
 * most a hundred levels. Whoever calls this has bounded the text's length.
 * Throws Refusal.
 */
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
/** Goes through the tokens of a text that is known to be JSON. */
function refuseRepeatedNames(text) {
    /** The names of each object that is open; undefined for a list. */
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
/** The place behind the closing quote. */
function endOfString(text, start) {
    let at = start + 1;
    while (text[at] !== '"')
        at += text[at] === '\\' ? 2 : 1;
    return at + 1;
}
/** A string that a colon follows is a member's name; none stands elsewhere. */
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
/**
 * The members of an object that programs read by the given names. A name that differs from one of them in case alone is
 * refused: Go's reader takes it for the same (and `ſ` for `s`, the Kelvin sign for `k`), others do not.
 * Source: Go, encoding/json, Unmarshal and fold.go. `what` is how messages call the object. Throws Refusal.
 */
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
/** A text, or undefined where there is none. Throws Refusal for anything else. */
function textOf(members, name, what) {
    const value = members.get(name);
    if (value === undefined || typeof value === 'string')
        return value;
    throw new _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`${what} has a ${name} that is no text`);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A value in a message: as JSON, and not endless. */
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
/** One platform's image, or an artifact in the shape of one. Source: OCI image specification; Docker image manifest v2.2. */
const imageManifestTypes = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const indexTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
/** The media types in which an image can be stored. */
const manifestMediaTypes = [...imageManifestTypes, ...indexTypes];
const imageConfigTypes = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/**
 * Layers that every engine unpacks and that lie in the registry.
 * Source: OCI image specification, layer.md; containerd, core/images/mediatypes.go.
 */
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
/** Layers that may be fetched from anywhere. Source: containerd, core/images/mediatypes.go, IsNonDistributable. */
function isForeignLayerType(type) {
    return /^application\/vnd\.(?:oci\.image\.layer\.nondistributable|docker\.image\.rootfs\.foreign)\./.test(type);
}
/**
 * Statements about an image: BuildKit's, plain, and the same in a signed envelope. No engine unpacks them.
 * Source: moby/buildkit, docs/attestations/attestation-storage.md; docker/attest (`application/vnd.in-toto.spdx+dsse`);
 * sigstore/cosign, ATTESTATION_SPEC.md.
 */
function isAttestationType(type) {
    return (/^application\/vnd\.in-toto(?:\.[a-z0-9-]+)?\+(?:json|dsse)$/.test(type) ||
        type === 'application/vnd.dsse.envelope.v1+json');
}
/**
 * Whether some engine may take a blob of that type for a part of a file system: the families of Docker and OCI image
 * types, EROFS, containerd's own, and whatever calls itself a tar.
 * Source: moby, daemon/internal/distribution/registry.go, supportedMediaTypes; containerd, core/images/mediatypes.go.
 */
function mayBeUnpacked(type) {
    const lower = type.toLowerCase();
    return (lower === '' ||
        /^application\/vnd\.(?:oci\.image|docker|erofs|containerd)(?:\.|$)/.test(lower) ||
        /\btar\b/.test(lower));
}


/***/ }),

/***/ 9623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ nearestWord)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7785);

/** Nobody means a word by a text that is so long, and comparing takes time in proportion to both. In characters. */
const longest = 100;
/**
 * The word that somebody may have meant, where one is near enough.
 * @param maxDistance characters that are missing, too many or others
 */
function nearestWord(given, words, maxDistance) {
    if (given.length > longest)
        return undefined;
    return (0,leven__WEBPACK_IMPORTED_MODULE_0__/* .closestMatch */ .h)(given, [...words], { maxDistance });
}


/***/ }),

/***/ 637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ quotaReached)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9786);


/**
 * The quotas of ECR that a run can meet, by what the API and the registry say; the registry answers some of them with a 403.
 * Source: ECR user guide, "Amazon ECR service quotas"; ECR API reference, LimitExceededException.
 */
const quotas = [
    {
        says: /maximum (?:allowed )?number of images|images per repository/i,
        what: 'The repository has as many images as it may have',
        next: 'Give it a lifecycle policy that removes old ones (repository-settings of a new repository: lifecycle), delete some, or ask for a larger quota "Images per repository".',
    },
    {
        says: /maximum (?:allowed )?number of (?:image )?tags|tags per image/i,
        what: 'The image has as many tags as it may have, which are 1,000',
        next: 'Remove tags that nobody needs: aws ecr batch-delete-image; this quota cannot be raised.',
    },
    {
        // The second is what people were shown: onyx-dot-app/onyx#13996.
        says: /maximum (?:allowed )?number of (?:referrers|artifacts)|referrers per/i,
        what: 'The image has as many signatures, attestations and other referrers as it may have, which are 100',
        next: 'Remove old ones, or sign the image less often: a run that finds an image again need not sign it anew.',
    },
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
/** The error for a quota that is used up; undefined for everything else that a registry may say. */
function quotaReached(said, cause) {
    const quota = quotas.find(({ says }) => says.test(said));
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
/**
 * Why bytes that somebody else wrote are not believed: a clause without a full stop. Thrown while they are read; whoever
 * asked for them makes it an error that says what to do, or goes without them.
 */
class Refusal extends Error {
}
/** Somebody else's word in a sentence of ours: quoted, with control characters escaped, and not endless. */
function quoted(word) {
    return JSON.stringify(shortened(word));
}
/** A text of at most a hundred characters. */
function shortened(text) {
    const most = 100;
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}


/***/ }),

/***/ 5800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ nearestRegion),
/* harmony export */   AJ: () => (/* binding */ publicRegion),
/* harmony export */   Fl: () => (/* binding */ consoleOf),
/* harmony export */   iQ: () => (/* binding */ partitionOf)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9623);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2357);


/**
 * Regions with ECR, for a hint only: a region that is not here may be new, and its endpoint decides.
 * Source: AWS General Reference, "Amazon ECR endpoints and quotas".
 */
const knownRegions = ('us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ' +
    'ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ' +
    'ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 ' +
    'eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-gov-east-1 us-gov-west-1 ' +
    'cn-north-1 cn-northwest-1 eusc-de-east-1').split(' ');
/** The region whose name is nearest to what was written; undefined where none is near. A known region has no hint. */
function nearestRegion(text) {
    const given = text
        .trim()
        .toLowerCase()
        .replace(/[_\s]+/g, '-');
    if (knownRegions.includes(text))
        return undefined;
    // A zone, or a name without its number, is its region's.
    const begins = knownRegions.find((region) => given.startsWith(region) || region.startsWith(`${given}-`));
    return begins ?? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestWord */ .z)(given, knownRegions, 3);
}
/**
 * Where ECR Public is asked, whatever the region of everything else: it has its logins nowhere else, and its repositories
 * belong to no region. Source: ECR Public user guide, "Registry authentication"; AWS General Reference, ecr-public.
 */
const publicRegion = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegion */ .cf)('us-east-1');
/**
 * Which partition a region belongs to: those of the hosts that ECR has there.
 * Source: aws-sdk, partitions.json, regionRegex of each partition.
 */
function partitionOf(region) {
    return partitions.find(([begins]) => region.startsWith(begins))?.[1] ?? 'aws';
}
/**
 * What the console's hosts of a region end with; undefined where that is not known (isolated partitions).
 * Source: AWS documentation of each partition's console ("Getting started with the AWS Management Console").
 */
function consoleOf(region) {
    if (region.startsWith('us-gov-'))
        return 'console.amazonaws-us-gov.com';
    return consoles[partitionOf(region)];
}
const consoles = {
    aws: 'console.aws.amazon.com',
    'aws-cn': 'console.amazonaws.cn',
    'aws-eusc': 'console.amazonaws-eusc.eu',
};
const partitions = [
    ['cn-', 'aws-cn'],
    ['eusc-', 'aws-eusc'],
    ['us-isob-', 'aws-iso-b'],
    ['us-isof-', 'aws-iso-f'],
    ['eu-isoe-', 'aws-iso-e'],
    ['us-iso-', 'aws-iso'],
];


/***/ }),

/***/ 2700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ scannersOf),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   p1: () => (/* binding */ unnamed)
/* harmony export */ });
/* unused harmony export ownScanner */
/** From the worst to the mildest. `undefined` is ECR's own word for "no priority known". */
const severities = ['critical', 'high', 'medium', 'low', 'informational', 'undefined'];
/** How the registry's own scanners are called beside others. */
const ownScanner = 'Amazon ECR';
/** Who says a finding, by name. */
function scannersOf({ saidBy = [ownScanner] }) {
    return saidBy;
}
/** The id of a finding that has none: no two of these are the same one, and no exception can mean one of them. */
const unnamed = 'unnamed';


/***/ }),

/***/ 8959:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H$: () => (/* binding */ severityKey),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   lv: () => (/* binding */ parseSeverity),
/* harmony export */   wx: () => (/* binding */ meant)
/* harmony export */ });
/* unused harmony export noSeverity */
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2700);

/** What stands in the place of a word where a finding has none. */
const noSeverity = 'not given';
/** Amazon Inspector's word for "nobody has looked yet". Source: Inspector2 API reference, Severity. */
const untriaged = 'untriaged';
/** A word longer than this is no word; it is cut where it is shown. */
const mostCharacters = 40;
/**
 * Takes a severity as a scanner wrote it, in any case and with blanks around it. A word that is not ECR's counts as the
 * worst there is until the policy says what it means, and so does no word at all: a finding must not slip through because
 * nobody knows how bad it is. What cannot be seen is not dropped but makes another word, which is shown escaped.
 */
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
/** Whether a severity is none of ECR's, so that only the policy can say what it means. */
function isForeign({ severityAsGiven: given }) {
    return given !== undefined && given !== untriaged.toUpperCase();
}
/** What findings and counts are compared by: one of our severities, or the word that is not ECR's. */
function severityKey(word) {
    return isForeign(word) ? (word.severityAsGiven ?? noSeverity).toUpperCase() : word.severity.toUpperCase();
}
/** What the policy makes of a finding's word, where it says so. */
function meant(word, words) {
    const { severityAsGiven: given } = word;
    const severity = given === undefined ? undefined : words.get(given.toLowerCase());
    return severity === undefined ? word : { ...word, severity };
}
/** A foreign word with everything that is blank, invisible or a mark written as its code. */
function visible(word) {
    const shown = word.replace(/[\p{C}\p{Z}\p{M}]/gu, (character) => character === ' ' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    const characters = Array.from(shown);
    return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : shown;
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
/** Whether both say the same; what is counted as none is the same as what is not counted. */
function isSameTally(a, b) {
    return [...a.keys(), ...b.keys()].every((key) => (a.get(key) ?? 0) === (b.get(key) ?? 0));
}


/***/ }),

/***/ 8919:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ matchesSteps),
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
/**
 * Whether a text is what a pattern describes, from its first character to its last. Takes time in proportion to text and
 * pattern, where a regular expression takes more with every star, and whoever writes the pattern may mean it.
 */
function matchesSteps(steps, text) {
    let here = reached(steps, [{ at: 0, isInside: false }]);
    for (const character of text) {
        const next = [];
        for (const place of here)
            next.push(...after(steps, place, character));
        here = reached(steps, next);
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
/** Those places and all that are reached from them without a character, each once. */
function reached(steps, places) {
    const seen = new Set();
    const found = [];
    const queue = [...places];
    for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
        const { at, isInside } = place;
        const key = at * 2 + (isInside ? 1 : 0);
        if (seen.has(key))
            continue;
        seen.add(key);
        found.push(place);
        const kind = steps[at]?.kind;
        const mayBeEmpty = kind === 'name' || kind === 'all' || (kind === 'folders' && !isInside);
        if (mayBeEmpty)
            queue.push({ at: at + 1, isInside: false });
    }
    return found;
}
/** Whether a text is what a pattern describes in which `*` stands for any run of characters, and `?`, if asked for, for one. */
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
