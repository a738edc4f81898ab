export const id = 10;
export const ids = [10];
export const modules = {

/***/ 7010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  roleSession: () => (/* binding */ roleSession)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/nested-clients/dist-cjs/submodules/sts/index.js
var sts = __webpack_require__(1136);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/adapters/bounded-answers.ts
var bounded_answers = __webpack_require__(391);
// EXTERNAL MODULE: ./src/adapters/deadline.ts
var deadline = __webpack_require__(5094);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/adapters/http-answer.ts
var http_answer = __webpack_require__(9269);
// EXTERNAL MODULE: ./src/adapters/regular-file.ts
var regular_file = __webpack_require__(8175);
;// CONCATENATED MODULE: ./src/adapters/oidc-token.ts





/** A token has some 2 KB; the answer is there in a second or not at all. */
const bounds = { ms: 15_000, bytes: () => 256 * 1024 };
/** GitHub's token service has short faults; each wait before another try in milliseconds. */
const pausesMs = [0, 500, 2000];
/** Whether the runner gives this job OIDC tokens. Source: GitHub docs, "OpenID Connect reference". */
function hasIdTokens() {
    return address() !== '' && bearer() !== '';
}
const address = () => process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
const bearer = () => process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
/**
 * Asks the runner's service for a token, as `core.getIDToken` does, which has no deadline and cannot be given up.
 * Throws `no-oidc-token`.
 * @param mask is told the token before anything else is done with it
 */
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
        throw noAnswer('what it gave is no token');
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
            const answer = await (0,http_answer/* askHttp */.wC)(url, { method: 'GET', headers }, { ...bounds, signal }, new lib/* HttpClient */.Qq());
            const isWhole = answer.status !== 200 || isJson(answer.body.toString('utf8'));
            if (answer.status < 500 && answer.status !== 429 && isWhole)
                return answer;
            failed = new Error(isWhole ? `it answered with status ${String(answer.status)}` : 'what it answered is no JSON');
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
/** What a token says of itself; whether it is true is for AWS to find out. Source: RFC 7519. */
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
        next: 'If this looks like a passing fault of GitHub, run the job again; else look at the proxy settings of the runner.',
        cause,
    });
}
/** A payload is 25 MB at most. Source: GitHub docs, "Webhook events and payloads". */
const largestPayload = 25 * 1024 * 1024;
/** Why this job has no OIDC tokens, and no credentials of its own either: the two reasons that there are, each with its way out. */
async function withoutIdTokens(cause) {
    const fork = await forkOfEvent().catch(() => undefined);
    if (fork !== undefined)
        return new errors/* ShipError */.fS({
            code: 'no-oidc-token',
            what: `This is a pull request from the fork ${fork}: GitHub gives such a job no OIDC token, whatever its permissions say, so that the role cannot be assumed.`,
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
/** The fork that a pull request comes from; undefined where it comes from the repository itself, or there is none. */
async function forkOfEvent() {
    if (process.env['GITHUB_EVENT_NAME'] !== 'pull_request')
        return undefined;
    const text = await (0,regular_file/* readLinked */.c1)(process.env['GITHUB_EVENT_PATH'] ?? '', largestPayload);
    const event = JSON.parse(text ?? '{}');
    const head = event.pull_request?.head;
    // A fork that was deleted meanwhile has no repository any more.
    if (head?.repo === null)
        return 'that was deleted';
    const name = head?.repo?.full_name;
    return name === undefined || name === process.env['GITHUB_REPOSITORY'] ? undefined : name;
}

// EXTERNAL MODULE: ./src/adapters/proxy.ts
var proxy = __webpack_require__(8316);
// EXTERNAL MODULE: ./src/adapters/registry-time.ts
var registry_time = __webpack_require__(355);
// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __webpack_require__(8036);
// EXTERNAL MODULE: ./src/types/role.ts
var types_role = __webpack_require__(4141);
;// CONCATENATED MODULE: ./src/adapters/role-errors.ts




/** Names under which STS lets nobody in. Source: AWS STS API reference, AssumeRoleWithWebIdentity, errors. */
const refusals = new Set([
    'AccessDenied',
    'AccessDeniedException',
    'InvalidIdentityToken',
    'InvalidIdentityTokenException',
]);
/** Whether the role does not let this token or this caller in, so that another way in may be tried. */
function isRefusal(error) {
    return error instanceof Error && refusals.has(error.name);
}
/** The error for a token that STS did not take, with the trust statement that would. It holds claims, never the token. */
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
        next: `${hintOf(claims)}Hold the trust policy of the role against this statement, which lets this very token in; where that is right, see whether the role is there: ${JSON.stringify((0,types_role/* trustStatement */.si)(role, claims))}`,
        details: `This statement of the role's trust policy lets the token of this job in:\n${JSON.stringify((0,types_role/* trustStatement */.si)(role, claims), null, 2)}`,
        cause: error,
    });
}
/** What most often makes a trust policy that looks right not match. Source: GitHub docs, "OpenID Connect reference". */
function hintOf({ sub }) {
    const [, owner = '', repository = '', rest = ''] = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+:(.*)$/.exec(sub) ?? [];
    if (owner !== '')
        return `GitHub puts numbers behind owner and name in the sub of repositories that were made, renamed or moved since 2026-07-15: a policy with repo:${owner}/${repository}:${rest} does not match. `;
    if (/:environment:/.test(sub))
        return 'The job has an environment, which stands in the sub in the place of the branch. ';
    if (/:pull_request$/.test(sub))
        return 'For a pull request the sub names no branch. ';
    return '';
}
/** The error for a role that the job's own credentials may not take on. */
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
/** Everything else that STS says, and that STS says nothing. */
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
        next: 'If this looks like a passing fault of AWS, run the job again; else check aws-region, network and proxy of the runner.',
        cause: error,
    });
}
/** The error for STS that gives no answer in time. */
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

;// CONCATENATED MODULE: ./src/adapters/role.ts








/** As patient as with ECR's API: a connection or an answer that never comes, and all tries together. In milliseconds. */
const patience = {
    connectionTimeout: 10_000,
    requestTimeout: 15_000,
    throwOnRequestTimeout: true,
    socketTimeout: 15_000,
};
const callMs = 40_000;
/** An answer has some kilobytes. */
const answer = { bytes: 256 * 1024, ms: 15_000 };
/** Credentials with less time left are taken anew, as the SDK has it for its own. In milliseconds. */
const marginMs = 5 * 60_000;
/**
 * Takes a role on when its credentials are first wanted: with the OIDC token of the job, else with the credentials that the
 * job has already. A role that does not let the token in may let those in: where there are any, they are tried as well.
 * Nothing of it is kept but in memory. Throws `no-oidc-token`, `role-refused`, `registry-unreachable`.
 */
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
            if (!(error instanceof errors/* ShipError */.fS && isRefusal(error.cause)) || !hasOwnCredentials())
                throw error;
            // What the token was refused with tells more than what follows from it.
            return chained(region, role, tools, end).catch(() => Promise.reject(error));
        }
    });
    mask(given.secretAccessKey);
    mask(given.sessionToken);
    return given;
}
/** Whether somebody has put credentials into the job; those of a machine are not meant to be looked for here. */
function hasOwnCredentials() {
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'];
    return names.some((name) => (process.env[name] ?? '') !== '');
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
    // The chain of providers is the ECR client's: environment, profile, SSO, container, machine.
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
/** What STS gives; asked once more where its answer came in pieces, for which the SDK has no name and no second try. */
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
/** Whether the answer said that all is well, and then nothing that can be understood. */
function isUnreadable(error) {
    const { $metadata: facts } = error;
    return facts?.httpStatusCode === 200;
}
/** Undefined where some of it is missing. */
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


/***/ })

};
