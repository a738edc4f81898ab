export const id = 504;
export const ids = [504];
export const modules = {

/***/ 7504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ecrPrivate: () => (/* binding */ ecrPrivate)
});

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./src/adapters/http-answer.ts
var http_answer = __webpack_require__(9269);
;// CONCATENATED MODULE: ./src/adapters/caller.ts


/** Who one is must not hold a run up, and takes a few hundred bytes. */
const bounds = { ms: 5000, bytes: () => 64 * 1024 };
const body = 'Action=GetCallerIdentity&Version=2011-06-15';
/**
 * The ARN of the caller, from AWS STS, which needs no permission for that; undefined where STS cannot be reached.
 * One request, signed by the SDK's own signer, and not followed anywhere else: a second SDK client for it would add half a megabyte to the bundle.
 * Source: AWS STS API reference, GetCallerIdentity.
 */
async function callerArn({ sdk, target }) {
    try {
        // A client of its own, for the signer keeps the service for which it signed first.
        const { config } = new sdk.ECRClient({ region: target.region });
        const ecr = config.endpointProvider({ Region: target.region }).url;
        const url = new URL(process.env['AWS_ENDPOINT_URL_STS'] ?? `https://${stsHost(ecr.hostname)}`);
        const signer = await config.signer({
            name: 'sigv4',
            signingName: 'sts',
            signingRegion: target.region,
            properties: {},
        });
        const { headers } = await signer.sign({
            method: 'POST',
            protocol: url.protocol,
            hostname: url.hostname,
            path: '/',
            query: {},
            headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
            body,
        });
        const answer = await (0,http_answer/* askHttp */.wC)(url, { method: 'POST', headers, body }, bounds, new lib/* HttpClient */.Qq());
        return /<Arn>(arn:[\w+=,.@:/-]+)<\/Arn>/.exec(answer.body.toString('utf8'))?.[1];
    }
    catch {
        return undefined;
    }
}
/** The host of STS in the region and partition of ECR's API, which the SDK knows: the two differ in their first labels. */
function stsHost(ecrHost) {
    return ecrHost.replace(/^api\.ecr\./, 'sts.');
}

// EXTERNAL MODULE: ./src/types/names.ts
var names = __webpack_require__(2357);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __webpack_require__(8036);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
;// CONCATENATED MODULE: ./src/adapters/aws-errors.ts



/** Names under which credentials fail whose time is over. Source: AWS common errors; botocore, credentials.py. */
const expiredCredentials = new Set([
    'ExpiredTokenException',
    'ExpiredToken',
    'RequestExpired',
    'TokenRefreshRequired',
]);
/** Whether a call failed because its credentials have expired. */
function hasExpired(error) {
    return expiredCredentials.has(nameOf(error));
}
/** Names under which credentials fail before any permission is looked at. Source: AWS common errors. */
const badCredentials = new Set([
    'CredentialsProviderError',
    'UnrecognizedClientException',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'IncompleteSignature',
    'MissingAuthenticationTokenException',
    'SignatureDoesNotMatch',
]);
/** Gives any error of an AWS call as the one error a person should read: what happened and what to do. */
function translateAwsError(error, call) {
    if (error instanceof errors/* ShipError */.f)
        return error;
    const name = nameOf(error);
    const message = (0,types_text/* messageOf */.bD)(error);
    if (name === 'AccessDeniedException')
        return accessDenied(message, call, error);
    if (name === 'RepositoryNotFoundException')
        return repositoryNotFound(call, error);
    if (hasExpired(error))
        return expired(message, call, error);
    if (badCredentials.has(name)) {
        return new errors/* ShipError */.f({
            code: 'no-credentials',
            what: `AWS did not accept this job's credentials for ${call.action} in ${call.region} (${name}: ${(0,types_text/* clause */.sb)(message)}).`,
            next: 'Run aws-actions/configure-aws-credentials before this step, and give the job "permissions: id-token: write"; ' +
                'pull requests from forks get no credentials, so use push: false there.',
            cause: error,
        });
    }
    const code = codeOf(error);
    if (code !== undefined) {
        return new errors/* ShipError */.f({
            code: 'registry-unreachable',
            what: `The API of Amazon ECR in ${call.region} cannot be reached for ${call.action} (${code}: ${(0,types_text/* clause */.sb)(message)}).`,
            next: 'Check the input aws-region, and the network and proxy settings of the runner.',
            cause: error,
        });
    }
    return new errors/* ShipError */.f({
        code: 'registry-failed',
        what: `${call.action} failed in ${call.region} (${name}: ${(0,types_text/* clause */.sb)(message)}).`,
        next: 'If this looks like a passing fault of AWS, run the job again.',
        cause: error,
    });
}
function expired(message, call, cause) {
    return new errors/* ShipError */.f({
        code: 'no-credentials',
        what: `The AWS credentials of this job have expired; ${call.action} in ${call.region} was refused (${(0,types_text/* clause */.sb)(message)}).`,
        next: 'Give them more time (role-duration-seconds of aws-actions/configure-aws-credentials), or get them right before ' +
            'this step: a long build outlives credentials of an hour.',
        cause,
    });
}
function accessDenied(message, call, cause) {
    const denial = (0,iam/* parseDenial */.Pu)(message);
    return (0,iam/* deniedError */.gF)(denial?.action ?? call.action, denial?.principal, denial?.resource ??
        `arn:aws:ecr:${call.region}:${call.registryId ?? '*'}:repository/${call.repository ?? '*'}`, cause);
}
function repositoryNotFound(call, cause) {
    const where = `${call.region}${call.registryId === undefined ? '' : `, account ${call.registryId}`}`;
    return new errors/* ShipError */.f({
        code: 'repository-not-found',
        what: `There is no repository ${call.repository ?? ''} in the registry (${where}).`,
        next: 'Create it (aws ecr create-repository), or correct the inputs repository, aws-region or registry-id; ' +
            'the name stands alone, without the registry in front of it.',
        cause,
    });
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
function badAnswer(action, what) {
    return new errors/* ShipError */.f({
        code: 'registry-failed',
        what: `ecr:${action} answered with ${what}.`,
        next: 'Look for a proxy between the runner and AWS; if there is none, run the job again.',
    });
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./src/adapters/bounded-answers.ts



/**
 * The largest answer is one of BatchGetImage, whose manifests may have 4 MiB each; a hundred of those that builders write
 * have less than one. Kept in memory, parsed and judged it stays below what a small runner has.
 */
const mostBytes = 16 * 1024 * 1024;
/** For the body alone: the client's own time-out ends where an answer begins. In milliseconds. */
const bodyMs = 20_000;
/**
 * Reads the body of every answer before the SDK does, which has no bound of its own: an endless one is an error that is not
 * tried again, and one that drips is a time-out like any other, which is. Takes the registry's time from each.
 */
function boundAnswers(client, time, { bytes, ms } = { bytes: mostBytes, ms: bodyMs }) {
    client.middlewareStack.add((next, context) => async (args) => {
        const result = await next(args);
        const response = result.response;
        const body = response?.body;
        time.note(response?.headers?.['date']);
        if (response === undefined || !(body instanceof external_node_stream_.Readable))
            return result;
        const late = new Error(`no whole answer came within ${String(ms / 1000)} s`);
        late.name = 'TimeoutError';
        const timer = setTimeout(() => body.destroy(late), ms);
        try {
            // As bytes: of a stream the SDK would make two more copies.
            response.body = await (0,http_answer/* collect */.Fo)(body, bytes);
        }
        catch (error) {
            if (!(error instanceof http_answer/* TooLong */.VL))
                throw error;
            throw badAnswer(context.commandName?.replace(/Command$/, '') ?? 'a call', `too much: ${error.message}`);
        }
        finally {
            clearTimeout(timer);
        }
        return result;
    }, 
    // Between the HTTP handler and the deserializer, which comes before it in the same step.
    { name: 'boundAnswers', step: 'deserialize', priority: 'low' });
}

// EXTERNAL MODULE: ./src/adapters/deadline.ts
var deadline = __webpack_require__(5094);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./src/adapters/proxy.ts


/** Connections that are kept between calls and go through the job's proxy, for the AWS SDK's request handler. */
function proxyAwareAgents() {
    const options = { keepAlive: true, maxSockets: 16, proxyEnv: process.env };
    return { httpAgent: new external_node_http_.Agent(options), httpsAgent: new external_node_https_.Agent(options) };
}

;// CONCATENATED MODULE: ./src/adapters/registry-time.ts
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

;// CONCATENATED MODULE: ./src/adapters/ecr-client.ts






/** A connection or an answer that never comes: the SDK tries again. In milliseconds. */
const patience = {
    connectionTimeout: 10_000,
    requestTimeout: 15_000,
    throwOnRequestTimeout: true,
    socketTimeout: 15_000,
};
/** A call with all its tries; what has no answer by then will not have one. In milliseconds. */
const callMs = 45_000;
/**
 * Loads the SDK and makes its clients.
 * @param signal the end of the run: whatever is asked then is given up, and nothing is asked any more
 */
async function loadClient(target, signal) {
    const sdk = await __webpack_require__.e(/* import() */ 249).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    const time = registryTime();
    const requestHandler = { ...proxyAwareAgents(), ...patience };
    const makeClients = () => {
        const patient = new sdk.ECRClient({ region: target.region, requestHandler, maxAttempts: 5 });
        // The SDK counts LimitExceededException as throttling and sends it again; for StartImageScan it is an answer.
        const once = new sdk.ECRClient({ region: target.region, requestHandler, maxAttempts: 1 });
        for (const client of [patient, once])
            boundAnswers(client, time);
        return { patient, once };
    };
    let clients = makeClients();
    const send = async (action, repository, call, { once = false, withinMs = callMs } = {}) => {
        signal.throwIfAborted();
        const late = () => tooLate(facts, withinMs);
        const attempt = (abortSignal) => call(once ? clients.once : clients.patient, { abortSignal });
        const facts = {
            action: `ecr:${action}`,
            region: target.region,
            registryId: target.registryId,
            repository,
        };
        try {
            return await (0,deadline/* within */.u)({ signals: [signal], ms: Math.max(1, withinMs), late }, (end) => attempt(end).catch((error) => {
                // A chain of providers keeps what it was given; a new one asks again, where there is somebody to ask.
                if (hasExpired(error))
                    clients = makeClients();
                else if (!(error instanceof SyntaxError))
                    throw error;
                return attempt(end);
            }));
        }
        catch (error) {
            signal.throwIfAborted();
            if (isAnswer(sdk, error))
                throw error;
            throw error instanceof SyntaxError
                ? badAnswer(action, 'something that is no JSON')
                : translateAwsError(error, facts);
        }
    };
    return { sdk, target, time, send };
}
/** Exceptions that tell the caller something rather than stop the run. */
function isAnswer(sdk, error) {
    return (error instanceof sdk.ScanNotFoundException ||
        error instanceof sdk.ImageNotFoundException ||
        error instanceof sdk.LimitExceededException ||
        error instanceof sdk.UnsupportedImageTypeException ||
        error instanceof sdk.ImageArchivedException ||
        error instanceof sdk.ValidationException);
}
function registryOf(target) {
    return target.registryId === undefined ? {} : { registryId: target.registryId };
}
function tooLate({ action, region }, withinMs) {
    return new errors/* ShipError */.f({
        code: 'registry-unreachable',
        what: `The API of Amazon ECR in ${region} gave no answer to ${action} within ${String(Math.round(withinMs / 1000))} s.`,
        next: 'Check the network and proxy settings of the runner; if they are right, run the job again.',
    });
}

;// CONCATENATED MODULE: ./src/adapters/ecr-access.ts



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
        throw badAnswer('GetAuthorizationToken', 'no token for a registry');
    return {
        endpoint: data.proxyEndpoint,
        username: decoded.slice(0, colon),
        password: decoded.slice(colon + 1),
        basic: data.authorizationToken ?? '',
        expiresAt: data.expiresAt?.getTime() ?? 0,
    };
}
async function describeRepository({ sdk, send, target }, name) {
    const answer = await send('DescribeRepositories', name, (client, options) => client.send(new sdk.DescribeRepositoriesCommand({ ...registryOf(target), repositoryNames: [name] }), options));
    const [found] = answer.repositories ?? [];
    const registryId = (0,names/* parseAccountId */.cK)(found?.registryId ?? '');
    if (found?.repositoryUri === undefined || found.repositoryArn === undefined || registryId === undefined) {
        throw badAnswer('DescribeRepositories', 'a repository without URI, ARN or account');
    }
    return {
        name,
        uri: found.repositoryUri,
        arn: found.repositoryArn,
        registryId,
        region: target.region,
        mutability: {
            default: found.imageTagMutability?.startsWith('IMMUTABLE') === true ? 'immutable' : 'mutable',
            exceptFilters: (found.imageTagMutabilityExclusionFilters ?? []).map((filter) => filter.filter ?? ''),
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/image/manifest.ts
var manifest = __webpack_require__(596);
// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __webpack_require__(6221);
// EXTERNAL MODULE: ./src/types/media-types.ts
var media_types = __webpack_require__(5949);
;// CONCATENATED MODULE: ./src/adapters/ecr-images.ts






async function readManifests(client, name, digests) {
    const images = await batchGetImage(client, name, digests.map((imageDigest) => ({ imageDigest })));
    return images.map(storedManifest);
}
async function readTagged(client, name, tags) {
    const images = await batchGetImage(client, name, tags.map((imageTag) => ({ imageTag })));
    const found = images.map((image) => {
        const tag = tags.find((candidate) => candidate === image.imageId?.imageTag);
        if (tag === undefined)
            throw badAnswer('BatchGetImage', 'an image that was not asked for');
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
            ...registryOf(target),
            repositoryName: name,
            filter: { tagStatus: 'TAGGED' },
            maxResults: 1000,
            nextToken,
        }), options));
        for (const image of answer.imageDetails ?? [])
            tags.push(...(image.imageTags ?? []));
        nextToken = answer.nextToken;
        if (nextToken !== undefined && (seen.has(nextToken) || seen.size >= mostTagPages))
            throw badAnswer('DescribeImages', 'pages of images that have no end');
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
            ...registryOf(target),
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
        throw badAnswer('BatchGetImage', `a manifest whose bytes are not those of ${image.imageId?.imageDigest ?? 'its digest'}`);
    }
    return { digest, mediaType: image.imageManifestMediaType ?? (0,manifest/* mediaTypeOf */.c0)(body) ?? '', body };
}
async function describeImages(client, name, ids) {
    const { sdk, send, target } = client;
    try {
        const answer = await send('DescribeImages', name, (api, options) => api.send(new sdk.DescribeImagesCommand({
            ...registryOf(target),
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
        throw badAnswer('DescribeImages', 'an image without a digest');
    return {
        digest,
        tags: detail.imageTags ?? [],
        mediaType: detail.imageManifestMediaType,
        pushedAt: detail.imagePushedAt?.getTime() ?? 0,
    };
}
async function removeTag({ sdk, send, target }, name, tag) {
    const answer = await send('BatchDeleteImage', name, (client, options) => client.send(new sdk.BatchDeleteImageCommand({
        ...registryOf(target),
        repositoryName: name,
        imageIds: [{ imageTag: tag }],
    }), options));
    const [failure] = answer.failures ?? [];
    if (failure === undefined)
        return 'removed';
    if (failure.failureCode === 'ImageNotFound')
        return 'absent';
    throw badAnswer('BatchDeleteImage', `${failure.failureCode ?? 'a failure'}: ${failure.failureReason ?? ''}`);
}

;// CONCATENATED MODULE: ./src/adapters/ecr-scan-settings.ts


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
        if (error instanceof errors/* ShipError */.f && error.code === 'repository-not-found')
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
        if (!(error instanceof errors/* ShipError */.f) || error.code !== 'access-denied')
            throw error;
        return { denied: true, what: error.what };
    }
}

// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
// EXTERNAL MODULE: ./src/types/severity-word.ts
var severity_word = __webpack_require__(8959);
// EXTERNAL MODULE: ./src/types/tally.ts
var tally = __webpack_require__(215);
;// CONCATENATED MODULE: ./src/adapters/ecr-findings.ts


// The SDK's types are what the API promises; it passes on whatever comes, so that nothing here relies on them.
/** A finding of the basic scanner in our words. Attribute keys: see docs/facts.md, "Basic findings". */
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

;// CONCATENATED MODULE: ./src/adapters/scan-answer.ts




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
        if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > scan/* mostFindings */.Yb)
            return `ECR counts ${shown(count)} ${key} findings; from 0 to ${String(scan/* mostFindings */.Yb)} can be`;
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

;// CONCATENATED MODULE: ./src/adapters/ecr-scans.ts



async function startScan({ sdk, send, target }, asked, withinMs) {
    const { name } = asked.repository;
    try {
        const answer = await send('StartImageScan', name, (client, options) => client.send(new sdk.StartImageScanCommand({
            ...registryOf(target),
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
    if (!(error instanceof errors/* ShipError */.f))
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
            ...registryOf(target),
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/types/image.ts
var types_image = __webpack_require__(5768);
// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __webpack_require__(3617);
// EXTERNAL MODULE: ./src/adapters/redirects.ts
var redirects = __webpack_require__(7769);
;// CONCATENATED MODULE: ./src/adapters/registry-errors.ts



/**
 * Two generations of ECR's words for the same refusal (the code is TAG_INVALID in both), and the names of the API's
 * exceptions. None of them tells whether the tag names this very image: whoever gets this answer compares digests.
 * Source: collected answers of ECR, 2019 to 2026; see docs/facts.md.
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
    const denial = (0,iam/* parseDenial */.Pu)(error.message);
    if (denial !== undefined)
        return (0,iam/* deniedError */.gF)(denial.action, denial.principal, denial.resource ?? repository.arn, error.message);
    return new errors/* ShipError */.f({
        code: 'registry-failed',
        what: `The registry did not let this run ${doing} (HTTP ${String(status)}: ${(0,types_text/* clause */.sb)(error.message)}).`,
        next: adviceOn(status, error, action),
    });
}
/** Words of a login whose time is over; ECR gives them with 401 and with 403. Source: see docs/facts.md. */
function saysExpired({ message }) {
    return /token has expired/i.test(message);
}
function adviceOn(status, error, action) {
    if (status === 401 || saysExpired(error))
        return ('The login is not accepted, and neither was a new one: look at the clock of the runner, and at what lies between ' +
            'it and the registry.');
    return status === 403 ? `Grant ${action} on the repository to the role of this job.` : 'Run the job again.';
}
/** No answer came, or none that ended. */
function unreachable(host, cause) {
    return new errors/* ShipError */.f({
        code: 'registry-unreachable',
        what: `The registry ${host} cannot be reached (${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}).`,
        next: 'Check the network and proxy settings of the runner.',
        cause,
    });
}
/** An answer that is not what was asked for. `what` is a clause. */
function badRegistry(what) {
    return new errors/* ShipError */.f({
        code: 'registry-failed',
        what: `The registry's answer is not believed: ${what}.`,
        next: 'Look for a proxy between the runner and the registry, and at what else pushes to this repository.',
    });
}

;// CONCATENATED MODULE: ./src/adapters/registry-http.ts











/** Far beyond what ECR takes for a manifest or a config; three answers that take longer are a fault that stays. */
const usualPatience = { answerMs: 15_000, totalMs: 40_000 };
/** Waits between tries of a request that met throttling or a passing fault. */
const retryDelaysMs = [300, 900, 2700, 8100];
/** A config is a few kilobytes, a few hundred with BuildKit's inline cache; what is larger than this is not one. */
const largestBlob = 4 * 1024 * 1024;
/** An answer that is no blob is an error of a few lines, or nothing. */
const largestOther = 64 * 1024;
/** What is remembered of blobs stays small, however many configs a hostile index has. */
const largestKept = 64 * 1024;
const mostKept = 64;
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
        async putManifest(repository, tag, manifest) {
            const { status, body, headers } = await ask.about(repository, puttingTag(tag, manifest));
            if (status === 201) {
                const digest = (0,types_digest/* parseDigest */.m)(headerOf(headers, 'docker-content-digest'));
                return { kind: 'set', digest: digest ?? manifest.digest };
            }
            // Something in between that answers for everybody, such as a page to log in at.
            if (status < 400)
                throw badRegistry(`HTTP ${String(status)} is no answer to setting the tag ${tag}`);
            const error = firstError(body);
            if (isImmutable(error))
                return { kind: 'immutable', detail: error.message };
            throw refused(`set the tag ${tag}`, { status, error, action: 'ecr:PutImage' }, repository);
        },
        async readBlob(repository, blob) {
            const { digest, size } = blob;
            const known = keptBlobs.get(digest);
            if (known !== undefined)
                return known;
            if (size > largestBlob)
                throw badRegistry(`the blob ${digest} is to have ${String(size)} bytes, and a config of more than ${String(largestBlob)} is not read`);
            const { status, body } = await ask.about(repository, gettingBlob(blob));
            if (status === 200)
                return keptBlobs.keep(digest, textOfBlob(body, blob));
            const error = firstError(body);
            if (status === 403 && (0,iam/* parseDenial */.Pu)(error.message) !== undefined)
                return undefined;
            const action = 'ecr:GetDownloadUrlForLayer';
            throw refused('read an image config', { status, error, action }, repository);
        },
    };
}
function askerOf({ login, now, signal, patience = usualPatience }) {
    const client = new lib/* HttpClient */.Qq('ecr-ship', undefined, { keepAlive: true });
    const holder = keepLogin(login, now);
    return {
        renew: holder.renew,
        async about(repository, { path, what, send }) {
            const attempt = async (credentials) => {
                const { url, authorization } = addressOf(repository, path, credentials);
                const asked = (ms) => send({ url, authorization, ms, signal, client });
                return insist({ what, host: url.host, signal, patience }, asked);
            };
            const answer = await attempt(await holder.current());
            return mayHaveExpired(answer) ? attempt(await holder.renew()) : answer;
        },
    };
}
/** ECR answers 401 or 403 to a login whose time is over, and says so. Source: see docs/facts.md, "Expired logins". */
function mayHaveExpired({ status, body }) {
    return status === 401 || (status === 403 && saysExpired(firstError(body)));
}
function puttingTag(tag, { mediaType, body }) {
    return {
        path: `/manifests/${tag}`,
        what: `the answer about the tag ${tag}`,
        send: ({ url, authorization, client, ...line }) => {
            const headers = { authorization, 'content-type': mediaType };
            return (0,http_answer/* askHttp */.wC)(url, { method: 'PUT', headers, body }, { bytes: () => largestOther, ...line }, client);
        },
    };
}
function gettingBlob({ digest, size }) {
    const bytes = (status) => (status === 200 ? size : largestOther);
    return {
        path: `/blobs/${digest}`,
        what: `the blob ${digest}`,
        async send({ url, authorization, client, ...line }) {
            const get = { url, headers: {}, authorization, leaves: true, bounds: { bytes, ...line } };
            const answer = await (0,redirects/* getFollowing */.m)(get, client);
            // Half a blob is asked for again like no answer at all; other bytes are a lie.
            if (answer.status === 200 && answer.body.length < size)
                throw otherLength(digest, answer.body, size);
            return answer;
        },
    };
}
function addressOf(repository, path, { endpoint, basic }) {
    const { protocol } = new URL(endpoint);
    const url = new URL(`${protocol}//${(0,types_image/* registryHost */.U)(repository)}/v2/${repository.name}${path}`);
    if (!(0,redirects/* isConfidential */.F)(url))
        throw badRegistry(`${url.host} speaks no TLS, so the login is not sent there`);
    return { url, authorization: `Basic ${basic}` };
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
            if (text.length <= largestKept && blobs.size < mostKept)
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
            if (isLast || !(answer.status === 429 || answer.status >= 500))
                return answer;
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof refusal/* Refusal */.P_ || error instanceof http_answer/* TooLong */.VL)
                throw badRegistry(`${what}: ${error.message}`);
            if (isLast)
                throw error instanceof errors/* ShipError */.f ? error : unreachable(host, error);
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

;// CONCATENATED MODULE: ./src/adapters/ecr-private.ts







/**
 * A private registry through the AWS SDK and the registry's HTTP interface.
 * The SDK is the largest part of the bundle: loading begins here, so that it goes on while docker builds, and never
 * where no registry is needed. One registry is connected to once, however often it is asked for.
 * @param signal the end of the run, after which nothing is asked any more
 */
function ecrPrivate(signal) {
    const known = new Map();
    return (target) => {
        const key = `${target.region} ${target.registryId ?? ''}`;
        const registry = known.get(key) ?? connectTo(target, signal);
        known.set(key, registry);
        return registry;
    };
}
function connectTo(target, signal) {
    const loading = loadClient(target, signal);
    // Whoever uses the client first meets the failure, if there is one.
    loading.catch(() => undefined);
    const client = () => loading;
    const login = async () => authorize(await client());
    const now = ecr_private_timeOf(loading);
    const http = registryHttp({ login, now, signal });
    const lines = { client, http, now };
    return {
        login: () => http.login(),
        callerArn: async () => callerArn(await client()),
        open: (name) => openRepository(name, lines),
    };
}
/** The registry's time; the machine's own before the client that learns it is there. */
function ecr_private_timeOf(loading) {
    let now = Date.now;
    loading.then(({ time }) => {
        now = () => time.now();
    }, () => undefined);
    return () => now();
}
function openRepository(name, { client, http, now }) {
    const described = once(async () => describeRepository(await client(), name));
    const ports = {
        now,
        manifests: {
            read: async (digests) => readManifests(await client(), name, digests),
            readBlob: async (blob) => http.readBlob(await described(), blob),
        },
        images: { describe: async (ids) => describeImages(await client(), name, ids) },
        tags: {
            read: async (tags) => readTagged(await client(), name, tags),
            list: async (mostPages) => listTags(await client(), name, mostPages),
            set: async (tag, manifest) => http.putManifest(await described(), tag, manifest),
            remove: async (tag) => removeTag(await client(), name, tag),
        },
        scanner: ecr_private_scannerOf(name, client, described),
    };
    return { ...ports, opened: async () => ({ ...(await described()), ...ports }) };
}
/** Asks when it is first wanted, and gives the same answer from then on. */
function once(ask) {
    let asked;
    return () => (asked ??= ask());
}
function ecr_private_scannerOf(name, client, described) {
    return {
        settings: async () => readScanSettings(await client(), name),
        start: async (digest, withinMs) => startScan(await client(), { repository: await described(), digest }, withinMs),
        read: async (digest, page) => readScan(await client(), { repository: await described(), digest }, page),
    };
}


/***/ }),

/***/ 9269:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   VL: () => (/* binding */ TooLong),
/* harmony export */   wC: () => (/* binding */ askHttp)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5094);



/** An answer has more bytes than it may have: no further try makes it shorter. */
class TooLong extends Error {
}
/**
 * One question and its whole answer, or an error: TooLong as soon as the body is longer than it may be, or one that says
 * that the answer did not end in time, however steadily it drips. A redirect is an answer like any other: who asked decides
 * whether to follow it, and with which headers. `client` gives the connection, through the job's proxy.
 */
async function askHttp(url, { method, headers, body }, bounds, client) {
    const send = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    const late = () => new Error(`no whole answer came within ${String(bounds.ms / 1000)} s`);
    const signals = bounds.signal === undefined ? [] : [bounds.signal];
    return (0,_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .within */ .u)({ signals, ms: bounds.ms, late }, async (signal) => {
        const incoming = await new Promise((resolve, reject) => {
            const options = {
                method,
                headers: { ...headers, 'user-agent': 'ecr-ship' },
                agent: client.getAgent(url.href),
                signal,
            };
            send(url, options, resolve).on('error', reject).end(body);
        });
        const { statusCode: status = 0, headers: said } = incoming;
        const bytes = await collect(incoming, bounds.bytes(status), Number(said['content-length'] ?? 0));
        return { status, headers: said, body: bytes };
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

/***/ 7769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isConfidential),
/* harmony export */   m: () => (/* binding */ getFollowing)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4942);
/* harmony import */ var _types_refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3617);
/* harmony import */ var _http_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9269);




/** ECR sends whoever reads a blob to Amazon S3 once; a second and a third time are somebody's mirror. */
const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);
/** Gets an address, through a few redirects. Throws Refusal for one that is not followed, and what `askHttp` throws. */
async function getFollowing(get, client) {
    const deadline = Date.now() + get.bounds.ms;
    let { url } = get;
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
        const isHome = isSameOrigin(url, get.url);
        const headers = { ...get.headers, ...(isHome && { authorization: get.authorization }) };
        const bounds = { ...get.bounds, ms: Math.max(1, deadline - Date.now()) };
        // Connections are kept to one's own host; whoever is redirected to is asked once.
        const answer = await (0,_http_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .askHttp */ .wC)(url, { method: 'GET', headers }, bounds, isHome ? client : new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Qq());
        if (!redirects.has(answer.status))
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
/** Scheme, host and port: what a secret must not leave. */
function isSameOrigin(one, other) {
    return one.protocol === other.protocol && one.host === other.host;
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
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} may be fetched from elsewhere (urls: ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(urls)})`);
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
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6221);
/* harmony import */ var _types_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9055);
/* harmony import */ var _types_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5949);
/* harmony import */ var _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3617);
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
/** An index of twenty platforms with two attachments each has sixty; one that has more than this is made to be expensive. */
const mostEntries = 100;
/**
 * Reads a manifest so that nobody can read another thing in it. Its media type alone says which kind it is.
 * Throws Refusal with what was found where it is no container image or a part of it cannot be judged: what is left out here
 * would be neither counted nor scanned.
 */
function parseManifest({ body, mediaType, }) {
    const top = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)((0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(body), topNames, 'the manifest');
    const own = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(top, 'mediaType', 'the manifest');
    if (own !== undefined && own !== mediaType)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`it calls itself ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(own)} and is stored as ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(mediaType)}`);
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isIndexType */ .$U)(mediaType) && !(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageManifestType */ .tr)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`its media type is ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(mediaType)}, which is that of no container image`);
    if (top.get('schemaVersion') !== 2)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`its schemaVersion is ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(top.get('schemaVersion'))}, and not 2`);
    return (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isIndexType */ .$U)(mediaType) ? parseIndex(top) : parseImage(top);
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
        if (error instanceof _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_)
            return undefined;
        throw error;
    }
}
function refuseMembers(top, what, names) {
    const found = names.filter((name) => top.has(name));
    if (found.length > 0)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`it is ${what} and has ${found.join(' and ')} as well`);
}
function parseIndex(top) {
    refuseMembers(top, 'an index', ['config', 'layers', 'fsLayers']);
    const manifests = top.get('manifests');
    if (!Array.isArray(manifests))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_('it is an index without a list of manifests');
    if (manifests.length > mostEntries)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`it lists ${String(manifests.length)} entries; ${String(mostEntries)} is the most that is judged`);
    return { kind: 'index', entries: manifests.map(parseEntry) };
}
function parseEntry(value, at) {
    const what = `entry ${String(at + 1)} of the index`;
    const { members, ...descriptor } = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(value, what);
    const { mediaType } = descriptor;
    if ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isIndexType */ .$U)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} is an index itself; only one level is judged`);
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageManifestType */ .tr)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(mediaType)}, which is that of no image`);
    const annotations = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)(members.get('annotations'), `the annotations of ${what}`);
    return {
        ...descriptor,
        platform: parseEntryPlatform(members.get('platform'), what),
        refersTo: (0,_types_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(annotations.get('vnd.docker.reference.digest') ?? ''),
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
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_('it is a manifest without a list of layers');
    const { mediaType, digest, size } = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(top.get('config'), 'its config');
    const config = { mediaType, digest, size };
    const layers = (list ?? []).map((value, at) => {
        const layer = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(value, `layer ${String(at + 1)}`);
        return { mediaType: layer.mediaType, digest: layer.digest, size: layer.size };
    });
    if (isAttestation(config, layers))
        return { kind: 'attestation' };
    if (isArtifact(config, layers))
        return { kind: 'artifact' };
    refuseUnjudged(config, layers);
    return { kind: 'image', config, layers };
}
/** Both of BuildKit's forms: with a config as images have it, and with an empty one. */
function isAttestation(config, layers) {
    return (layers.length > 0 &&
        layers.every((layer) => (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isAttestationType */ .j3)(layer.mediaType)) &&
        ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageConfigType */ .Ky)(config.mediaType) || (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyJson */ .sX)(config)));
}
/**
 * A config that is `{}` by its digest names no file system, so that no engine runs it whatever its layers are; and no
 * layer is of a type that an engine may unpack. `artifactType` says nothing here: engines do not look at it.
 */
function isArtifact(config, layers) {
    return ((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyJson */ .sX)(config) &&
        !(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageConfigType */ .Ky)(config.mediaType) &&
        !layers.some((layer) => (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .mayBeUnpacked */ .Og)(layer.mediaType)));
}
function refuseUnjudged(config, layers) {
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageConfigType */ .Ky)(config.mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`its config is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(config.mediaType)}, which is neither an image's nor that of an artifact nobody runs`);
    layers.forEach(({ mediaType }, at) => {
        const layer = `layer ${String(at + 1)}`;
        if ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isForeignLayerType */ .mi)(mediaType))
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${layer} is foreign (${mediaType}): engines may fetch it from elsewhere`);
        if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isLayerType */ .IO)(mediaType))
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${layer} is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(mediaType)}, which is no layer that scanners know`);
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

/***/ 8036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pu: () => (/* binding */ parseDenial),
/* harmony export */   gF: () => (/* binding */ deniedError),
/* harmony export */   kc: () => (/* binding */ actionsOfRequest),
/* harmony export */   un: () => (/* binding */ grantText)
/* harmony export */ });
/* unused harmony exports actions, statementFor, shipPolicy */
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
    verify: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:DescribeRepositories'],
    taken: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:GetDownloadUrlForLayer'],
    scan: ['ecr:DescribeImageScanFindings', 'ecr:StartImageScan'],
    /** Besides them, where the registry's scanner is Amazon Inspector: ECR asks it in the name of the caller. */
    enhancedScan: ['inspector2:ListCoverage', 'inspector2:ListFindings'],
    scanSettings: ['ecr:BatchGetRepositoryScanningConfiguration', 'ecr:GetRegistryScanningConfiguration'],
    candidateTag: ['ecr:BatchDeleteImage'],
};
/** Actions that AWS grants only on all resources. Source: service authorization reference for Amazon ECR and Inspector2. */
const onAllResources = new Set([
    'ecr:GetAuthorizationToken',
    'ecr:GetRegistryScanningConfiguration',
    'inspector2:ListCoverage',
    'inspector2:ListFindings',
]);
/** The statement that grants one action, or several on the repository. */
function statementFor(action, repositoryArn) {
    const isGlobal = [action].flat().every((one) => onAllResources.has(one));
    return { Effect: 'Allow', Action: action, Resource: isGlobal ? '*' : repositoryArn };
}
/** A whole policy for `mode: ship` on one private repository, with no action that a run does not use. */
function shipPolicy(repositoryArn, scanner = 'basic') {
    const { enhancedScan, ...always } = actions;
    const wanted = [...Object.values(always), ...(scanner === 'enhanced' ? [enhancedScan] : [])];
    const all = [...new Set(wanted.flat())].sort();
    const everywhere = all.filter((action) => onAllResources.has(action));
    const here = all.filter((action) => !onAllResources.has(action));
    return {
        Version: '2012-10-17',
        Statement: [
            { Effect: 'Allow', Action: everywhere, Resource: '*' },
            { Effect: 'Allow', Action: here, Resource: repositoryArn },
        ],
    };
}
/** Reads `User: X is not authorized to perform: Y on resource: Z because ...`, from the API or through docker. */
function parseDenial(message) {
    const match = /(?:User: (\S+) )?is not authorized to perform: ([\w-]+:\w+)(?: on resource: (\S+))?/.exec(message);
    if (match?.[2] === undefined)
        return undefined;
    return { principal: match[1], action: match[2], resource: match[3] };
}
/** The statement that grants what is missing, to copy from the log. */
function grantText(action, resource) {
    return `This statement grants what is missing:\n${JSON.stringify(statementFor(action, resource), null, 2)}`;
}
/** The denial names one action only; whoever lacks one of Inspector's two lacks the other as well. */
function grantedTogether(action) {
    const pair = actions.enhancedScan;
    return pair.includes(action) ? pair : action;
}
/** The error for a permission that is missing, with the statement that grants it. */
function deniedError(action, principal, resource, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .f({
        code: 'access-denied',
        what: `${principal ?? 'The role of this job'} may not call ${action}.`,
        next: `Add the statement printed above to the policy of the role; a whole policy is in docs/iam.md.`,
        details: grantText(grantedTogether(action), resource),
        cause,
    });
}
/**
 * The actions that the registry's HTTP interface wants for a request; undefined for a request that is none of its own.
 * BuildKit reports a refused request by method and address, without the registry's own words.
 * Source: ECR user guide, "Pushing an image", required permissions.
 */
function actionsOfRequest(method, path) {
    const route = /\/(manifests|blobs\/uploads|blobs)\//.exec(path)?.[1];
    return route === undefined ? undefined : httpActions[`${method} ${route}`];
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
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3617);

/** Manifests and image configs are five levels deep; what is far deeper is made to be expensive. */
const deepest = 100;
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
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('it is not JSON');
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
            if (open.length > deepest)
                throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`it is more than ${String(deepest)} levels deep`);
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
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`it has the member ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)} twice in one object`);
    names?.add(name);
}
/**
 * The members of an object that programs read by the given names. A name that differs from one of them in case alone is
 * refused: Go's reader takes it for the same (and `ſ` for `s`, the Kelvin sign for `k`), others do not.
 * Source: Go, encoding/json, Unmarshal and fold.go. `what` is how messages call the object. Throws Refusal.
 */
function membersOf(value, names, what) {
    if (!isObject(value))
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`${what} is no object`);
    const members = new Map(Object.entries(value));
    const known = new Map(names.map((name) => [folded(name), name]));
    for (const name of members.keys()) {
        const meant = known.get(folded(name));
        if (meant !== undefined && meant !== name)
            throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`${what} has the member ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)}, which some programs read as ${meant}`);
    }
    return members;
}
/** A text, or undefined where there is none. Throws Refusal for anything else. */
function textOf(members, name, what) {
    const value = members.get(name);
    if (value === undefined || typeof value === 'string')
        return value;
    throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`${what} has a ${name} that is no text`);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A value in a message: as JSON, and not endless. */
function shownJson(value) {
    return value === undefined ? 'nothing' : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(JSON.stringify(value));
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


/***/ })

};
