export const id = 817;
export const ids = [817];
export const modules = {

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

/***/ 5817:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  building: () => (/* reexport */ building),
  finishBuild: () => (/* reexport */ finishBuild),
  giveResults: () => (/* reexport */ giveResults),
  logIn: () => (/* reexport */ logIn),
  lookEverywhere: () => (/* reexport */ lookEverywhere),
  previewing: () => (/* reexport */ previewing),
  publish: () => (/* reexport */ publish)
});

// EXTERNAL MODULE: ./src/docker/build-image.ts + 1 modules
var build_image = __webpack_require__(397);
// EXTERNAL MODULE: ./src/docker/engine-images.ts + 1 modules
var engine_images = __webpack_require__(8878);
// EXTERNAL MODULE: ./src/docker/fit.ts + 2 modules
var fit = __webpack_require__(345);
// EXTERNAL MODULE: ./src/docker/image-names.ts
var image_names = __webpack_require__(1468);
// EXTERNAL MODULE: ./src/plan/plan.ts + 9 modules
var plan_plan = __webpack_require__(3928);
// EXTERNAL MODULE: ./src/report/plan-lines.ts
var plan_lines = __webpack_require__(1061);
;// CONCATENATED MODULE: ./src/types/credentials.ts
function asDockerLogin({ host, username, password }) {
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    return { host, basic: btoa(String.fromCharCode(...bytes)) };
}

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/message.ts
var message = __webpack_require__(2090);
// EXTERNAL MODULE: ./src/inputs/repository-input.ts
var repository_input = __webpack_require__(9552);
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
// EXTERNAL MODULE: ./src/types/job-credentials.ts
var job_credentials = __webpack_require__(6985);
// EXTERNAL MODULE: ./src/types/regions.ts
var regions = __webpack_require__(5800);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/phases/base-images.ts
var base_images = __webpack_require__(606);
;// CONCATENATED MODULE: ./src/phases/docker-login.ts


async function takeLogin(registry, { ports }) {
    const credentials = await registry.login();
    ports.job.mask(credentials.password);
    ports.job.mask(credentials.basic);
    return credentials;
}
function besideOurs(ours, given) {
    const hosts = new Set(ours.map(({ host }) => host));
    return {
        further: given.filter(({ host }) => !hosts.has(host)).map(asDockerLogin),
        messages: given
            .filter(({ host }) => hosts.has(host))
            .map(({ host }) => (0,message/* notice */.lm)(`The login to ${host} in the input registry-logins is not used: this step logs in there itself.`)),
    };
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

;// CONCATENATED MODULE: ./src/phases/base-image-logins.ts








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
async function credentialsFor({ isPublic, place }, { target, credentials }, run) {
    if (isPublic) {
        const region = regions/* publicRegion */.AJ;
        return takeLogin(await run.ports.connect({ ...target, type: 'public', region, registryId: undefined }), run);
    }
    const isOwn = target.type === 'private' && (place === undefined || place.region === target.region);
    if ((isOwn || place === undefined) && credentials !== undefined)
        return credentials;
    return takeLogin(await run.ports.connect({ ...target, type: 'private', ...place }), run);
}
async function ecrImagesOf(build, host, run) {
    return ecrImagesIn(await imagesOf(build, run), host);
}
async function imagesOf(build, run) {
    const bases = await (0,base_images/* baseImagesOf */.r)(build, run);
    const contexts = build.options.buildContexts.flatMap(({ value }) => /^docker-image:\/\/(.+)$/.exec(value)?.[1] ?? []);
    return [...new Set([...(bases?.images ?? []), ...contexts])];
}
async function ecrImagesToPull(build, puller, run) {
    const { job } = run.ports;
    if (puller === undefined || (puller.role === undefined && !(0,job_credentials/* hasCredentials */.L)(job.variable)))
        return [];
    const endpoint = job.variable('AWS_ENDPOINT_URL_ECR') ?? '';
    const near = URL.canParse(endpoint) ? new URL(endpoint).host : '';
    return ecrImagesIn(await imagesOf(build, run), '', near);
}
const refusal = /denied|not authorized|unauthorized|no basic auth|\b40[13]\b/i;
function explainPull(error, images) {
    if (!(error instanceof errors/* ShipError */.fS) || error.code !== 'build-failed' || !refusal.test(error.what))
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

// EXTERNAL MODULE: ./src/types/json.ts
var json = __webpack_require__(9055);
// EXTERNAL MODULE: ./src/types/refusal.ts
var types_refusal = __webpack_require__(3617);
;// CONCATENATED MODULE: ./src/image/build-cache.ts


const cacheConfigType = 'application/vnd.buildkit.cacheconfig.v0';
function isBuildCache(body) {
    try {
        const top = (0,json/* readJson */.Vh)(body);
        if (!(0,json/* isObject */.Gv)(top))
            return false;
        const { config, manifests } = top;
        return [config, ...(Array.isArray(manifests) ? manifests : [])].some((descriptor) => (0,json/* isObject */.Gv)(descriptor) && descriptor['mediaType'] === cacheConfigType);
    }
    catch (error) {
        if (error instanceof types_refusal/* Refusal */.P_)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/plan/cache.ts
var plan_cache = __webpack_require__(769);
// EXTERNAL MODULE: ./src/types/wildcard.ts
var wildcard = __webpack_require__(8919);
;// CONCATENATED MODULE: ./src/publish/mutability.ts

function mayMove(tag, mutability) {
    const excepted = mutability.exceptFilters.some((filter) => (0,wildcard/* matchesWildcard */._)(tag, filter));
    return (mutability.default === 'mutable') !== excepted;
}

// EXTERNAL MODULE: ./src/types/build-record.ts
var build_record = __webpack_require__(7155);
;// CONCATENATED MODULE: ./src/publish/taken.ts




function taken(tags, { repository, held, holders }, { ifExists, commit }, remade = []) {
    const each = tags.map((planned) => {
        const digest = held.get(planned.tag);
        const holder = digest === undefined ? undefined : holders.get(digest);
        const why = remade.find(({ tag }) => tag === planned.tag)?.why;
        return `${planned.tag} already points to ${digest ?? 'an image'}, ${originOf(holder)}${why === undefined ? '' : `, and ${why}`}`;
    });
    const here = commit === undefined ? 'the commit of this run is not certain' : `this run builds ${commit}`;
    return new errors/* ShipError */.fS({
        code: 'tag-taken',
        what: `Nothing was built: in ${repository.name} ${each.join('; ')}; ${here}.`,
        next: {
            reuse: remade.length > 0
                ? `Give this image tags of its own (such as a suffix in the input flavor), or let the tag move in the settings of the repository.${ofOtherFiles(remade)}`
                : 'Give this image another version, or run the job for the commit of that image. ' +
                    'Where the repository allows it, if-exists: move lets the tag move.',
            fail: 'Give this image another version; if-exists: reuse goes on with an image of the same commit.',
            move: `The repository does not let the tag move: give this image another version, or delete the tag.`,
        }[ifExists],
    });
}
function ofOtherFiles(remade) {
    return remade.some(({ why }) => why.includes(build_record/* partNames */.wX.tree))
        ? ' Files that earlier steps leave in the checkout and that are no part of the image belong in .dockerignore.'
        : '';
}
function originOf(holder) {
    const revision = holder?.revision;
    if (revision?.kind === 'known')
        return `which was made from ${revision.commit}`;
    return `and it is not known from which commit that was made${revision === undefined ? '' : `: ${revision.why}`}`;
}
function immovable(tags, repository, held, holders) {
    const each = tags.map((planned) => {
        const digest = held.get(planned.tag);
        const revision = digest === undefined ? undefined : holders.get(digest)?.revision;
        const made = revision?.kind === 'known' ? ` (made from ${revision.commit})` : '';
        return `${planned.tag} points to ${digest ?? 'an image'}${made}`;
    });
    const [word, it] = tags.length === 1 ? ['tag', 'it'] : ['tags', 'them'];
    return new errors/* ShipError */.fS({
        code: 'tag-immovable',
        what: `Nothing was built: ${repository.name} does not let tags move, but ${(0,types_text/* inWords */.r4)(each)}, ` +
            `and this run would have to move ${it}.`,
        next: `Leave the ${word} out of the input tags, or let ${it} move. ${settingThatAllows(tags.map((planned) => planned.tag), repository)}`,
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
        return `This setting lets ${(0,types_text/* inWords */.r4)(tags)} move${limit}: ${command} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION ${option} ${filters(wanted)}`;
    }
    const rest = mutability.exceptFilters.filter((filter) => !tags.some((tag) => (0,wildcard/* matchesWildcard */._)(tag, filter)));
    const setting = rest.length === 0
        ? '--image-tag-mutability MUTABLE'
        : `--image-tag-mutability MUTABLE_WITH_EXCLUSION ${option} ${filters(rest)}`;
    return `This setting lets ${(0,types_text/* inWords */.r4)(tags)} move: ${command} ${setting}`;
}
function warningsOfSetOnce(decision, repository) {
    const once = decision.tags.filter(({ state }) => state === 'once').map(({ planned }) => planned.tag);
    if (once.length === 0)
        return [];
    return [
        `${repository.name} does not let tags move: ${(0,types_text/* inWords */.r4)(once)} can be set this once, and the next image cannot ` +
            `have ${once.length === 1 ? 'it' : 'them'}. ${settingThatAllows(once, repository)}`,
    ];
}
function takenByTwo(tags, repository, held) {
    const each = tags.map((planned) => `${planned.tag} points to ${held.get(planned.tag) ?? ''}`);
    return new errors/* ShipError */.fS({
        code: 'tag-taken',
        what: `Nothing was built: in ${repository.name} tags of this run point to different images of its commit: ${each.join(', ')}.`,
        next: 'Delete the tag that is wrong, or leave it out of the input tags.',
    });
}
function lostRace(planned, repository, holder, mine) {
    return new errors/* ShipError */.fS({
        code: 'tag-taken',
        what: `Another run was faster: ${planned.tag} in ${repository.name} now points to ${holder ?? 'another image'}, ` +
            `and not to ${mine}, the image of this run.`,
        next: 'Its tags stay as they are. Run this job again: where it builds, it goes on with that image if it was made from the same commit; an image that it publishes needs another version.',
    });
}

// EXTERNAL MODULE: ./src/types/names.ts
var names = __webpack_require__(2357);
;// CONCATENATED MODULE: ./src/phases/cached.ts







async function withPlannedCache(asked, repository, run) {
    const plan = withInputCache(asked, repository);
    requireOtherTags(plan, run);
    const kept = (0,plan_cache/* keptCaches */.Qy)(plan.inputs.build.options, repository.uri);
    if (kept.length === 0)
        return plan;
    const held = await repository.tags.read([...new Set(kept.map(({ tag }) => tag))]);
    const ofImages = kept.filter(({ tag }) => {
        const holder = held.get(tag);
        return holder !== undefined && !isBuildCache(holder.body);
    });
    run.tell(ofImages.map(({ tag }) => (0,message/* warning */.$e)(`The build cache is not kept: in ${repository.name} the tag ${tag} points to an image, which the cache would replace. ` +
        'Give the image or the cache another tag, or set cache: gha.')));
    const options = withoutCaches(plan.inputs.build.options, ofImages);
    return withOptions(plan, options);
}
function withInputCache(plan, repository) {
    const { build } = plan.inputs;
    if (build.cache === 'off')
        return plan;
    const cache = (0,plan_cache/* planCache */._s)(build.cache, plan.source, repository.uri);
    const tag = cache.tag === undefined ? undefined : (0,names/* parseTag */.ED)(cache.tag);
    if (tag !== undefined && !mayMove(tag, repository.mutability))
        throw new errors/* ShipError */.fS({
            code: 'tag-immovable',
            what: `Nothing was built: the cache would be kept under ${tag}, and ${repository.name} does not let that tag move.`,
            next: `Exclude caches from immutability, or set cache: gha. ${settingThatAllows(['cache-*'], repository)}`,
        });
    return withOptions(plan, (0,plan_cache/* withCache */.nT)(build.options, cache));
}
function requireOtherTags({ inputs, tags }, run) {
    const own = run.found('repository')?.uri;
    const places = [...(own === undefined ? [] : [own]), ...inputs.destinations.map(({ uri }) => uri)];
    for (const uri of places) {
        const kept = (0,plan_cache/* keptCaches */.Qy)(inputs.build.options, uri);
        const shared = kept.find((cache) => tags.some(({ tag }) => tag === cache.tag));
        if (shared !== undefined)
            throw new errors/* ShipError */.fS({
                code: 'invalid-input',
                what: `Nothing was built: input cache-to keeps a build cache under ${uri}:${shared.tag}, and that is a tag of this run too.`,
                next: 'Give the cache another tag.',
            });
    }
}
function withoutCaches(options, left) {
    const entries = new Set(left.map(({ entry }) => entry));
    return { ...options, cacheTo: options.cacheTo.filter((entry) => !entries.has(entry)) };
}
function withOptions(plan, options) {
    const { build } = plan.inputs;
    return { ...plan, inputs: { ...plan.inputs, build: { ...build, options } } };
}
function withCachePreview(plan) {
    const { build, push, repository, scanRepository } = plan.inputs;
    if (build.cache === 'off' || !push)
        return plan;
    const cache = (0,plan_cache/* planCache */._s)(build.cache, plan.source, scanRepository?.name ?? repository);
    return withOptions(plan, (0,plan_cache/* withCache */.nT)(build.options, cache));
}

// EXTERNAL MODULE: ./src/phases/build-secrets.ts
var build_secrets = __webpack_require__(6752);
;// CONCATENATED MODULE: ./src/phases/fit-builder.ts



async function fitBuilder(plan, probe, run) {
    const builder = run.keep('builder', await probe.certain());
    (0,fit/* requireFit */.v)(plan, builder, run.ports.job.variable);
    run.tell([
        (0,message/* info */.pq)(`Builder: ${builder.description}`),
        ...(builder.notice === undefined ? [] : [(0,message/* notice */.lm)(builder.notice)]),
        ...(0,plan_lines/* builderWarnings */.RA)(plan, builder, run.ports.job.variable).map(message/* warning */.$e),
    ]);
    return builder;
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

// EXTERNAL MODULE: ./src/report/findings.ts
var findings = __webpack_require__(9334);
// EXTERNAL MODULE: ./src/report/format.ts
var format = __webpack_require__(2011);
// EXTERNAL MODULE: ./src/types/runtimes.ts
var runtimes = __webpack_require__(9816);
// EXTERNAL MODULE: ./src/phases/tags-had.ts
var tags_had = __webpack_require__(679);
;// CONCATENATED MODULE: ./src/phases/fitting.ts




function requireRuntime({ inputs }, image, run) {
    const { errors, warnings } = (0,runtimes/* misfitsOf */.tc)(image, inputs.runtime, run.found('unpackedSize'));
    run.tell(warnings.map(message/* warning */.$e));
    if (errors.length > 0)
        throw runtimeUnfit(errors, run);
}
function requireUnpackedSize({ inputs }, run) {
    const misfit = (0,runtimes/* sizeMisfit */.o6)(inputs.runtime, run.found('unpackedSize'));
    if (misfit !== undefined)
        throw runtimeUnfit([misfit], run);
}
function runtimeUnfit(clauses, run) {
    return new errors/* ShipError */.fS({
        code: 'runtime-unfit',
        what: `The image cannot run where the input runtime says: ${clauses.join('; ')}.`,
        next: `${(0,tags_had/* fateOfTags */.x)(run)} Build it in the form that is taken there (docs/reference/runtimes.md), or correct the input runtime.`,
    });
}

// EXTERNAL MODULE: ./src/publish/at-once.ts
var at_once = __webpack_require__(8930);
// EXTERNAL MODULE: ./src/image/descriptor.ts
var descriptor = __webpack_require__(5328);
;// CONCATENATED MODULE: ./src/image/config.ts





const configsAtOnce = 4;
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
        throw error instanceof types_refusal/* Refusal */.P_ ? new types_refusal/* Refusal */.P_(`its config ${config.digest}: ${error.message}`) : error;
    }
}
function parseImageConfig(text) {
    const what = 'the image config';
    const top = (0,json/* membersOf */.lS)((0,json/* readJson */.Vh)(text), configNames, what);
    const [os = '', architecture = '', variant = ''] = ['os', 'architecture', 'variant'].map((name) => (0,json/* textOf */.b6)(top, name, what));
    const run = top.get('config') ?? null;
    const labels = run === null ? undefined : (0,json/* membersOf */.lS)(run, ['Labels'], `config of ${what}`).get('Labels');
    const version = top.get('os.version');
    const features = top.get('os.features');
    const isList = Array.isArray(features) && features.every((one) => typeof one === 'string');
    return {
        platform: platformName(os, architecture, variant),
        osDetails: {
            ...(typeof version === 'string' && version !== '' && { 'os.version': version }),
            ...(isList && features.length > 0 && { 'os.features': features }),
        },
        labels: (0,descriptor/* textsOf */.CB)(labels, `the labels of ${what}`),
        instructions: layerInstructions(top.get('history')),
    };
}
function platformName(os, architecture, variant) {
    const suffix = variant === '' || (architecture === 'arm64' && variant === 'v8') ? '' : `/${variant}`;
    return (0,names/* parsePlatform */.FL)(`${os}/${architecture}${suffix}`);
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
    const runnable = read.filter((one) => isRunnable(one, images));
    if (runnable.length === 0)
        throw new types_refusal/* Refusal */.P_('the index lists no image, only attestations and artifacts');
    return {
        images: runnable.map(({ entry, manifest }) => ({
            digest: entry.digest,
            manifest,
            platform: platformOf(entry),
        })),
        attestations: read.flatMap(({ entry, manifest }) => manifest.kind === 'attestation' && entry.refersTo !== undefined
            ? [{ about: entry.refersTo, form: manifest.form }]
            : []),
    };
}
function platformOf(entry) {
    const { platform } = entry;
    if (platform === undefined)
        return undefined;
    const name = platformName(platform.os, platform.architecture, platform.variant);
    if (name !== undefined)
        return name;
    throw new types_refusal/* Refusal */.P_(`the index lists ${entry.digest} for ${shownPlatform(entry)}, which is not a platform`);
}
function manifestOf(entry, stored) {
    const found = stored.find((manifest) => manifest.digest === entry.digest);
    if (found === undefined)
        throw new types_refusal/* Refusal */.P_(`the index lists ${entry.digest}, which the repository does not hold`);
    const refuse = (why) => new types_refusal/* Refusal */.P_(`the index lists ${entry.digest}, but ${why}`);
    if (found.mediaType !== entry.mediaType)
        throw refuse(`as ${entry.mediaType}, and it is stored as ${found.mediaType}`);
    const bytes = new TextEncoder().encode(found.body).length;
    if (bytes !== entry.size)
        throw refuse(`says that it has ${String(entry.size)} bytes, and it has ${String(bytes)}`);
    try {
        return (0,image_manifest/* parseManifest */.Ng)(found);
    }
    catch (error) {
        if (error instanceof types_refusal/* Refusal */.P_)
            throw refuse(error.message);
        throw error;
    }
}
function isRunnable({ entry, manifest }, images) {
    const isUnknown = isForNobody(entry);
    const refuse = (why) => new types_refusal/* Refusal */.P_(`the index lists ${entry.digest} for ${shownPlatform(entry)}, but ${why}`);
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
        readOne(repository, digest, tools),
        describeOne(repository, digest, tools),
    ]);
    if (facts.mediaType !== undefined && facts.mediaType !== manifest.mediaType) {
        throw verifyFailed(`DescribeImages gives ${digest} the media type ${facts.mediaType}, BatchGetImage gives it ${manifest.mediaType}`);
    }
    try {
        const { kind, platforms, attestations } = await readPlatforms(repository, manifest, candidate, tools);
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
        throw error instanceof types_refusal/* Refusal */.P_ ? refused(manifest, error, candidate) : error;
    }
}
async function readPlatforms(repository, stored, candidate, tools) {
    const parsed = (0,image_manifest/* parseManifest */.Ng)(stored);
    switch (parsed.kind) {
        case 'image':
            return {
                kind: 'manifest',
                platforms: [
                    await describeOnly(repository, { digest: stored.digest, manifest: parsed }, candidate, tools),
                ],
                attestations: [],
            };
        case 'index':
            return { kind: 'index', ...(await describeListed(repository, parsed.entries, tools)) };
        case 'attestation':
            throw new types_refusal/* Refusal */.P_('it holds attestations, not an image');
        case 'artifact':
            throw new types_refusal/* Refusal */.P_('it is an artifact that no engine runs, not an image');
    }
}
async function describeOnly(repository, image, { platform: expected, isGiven = false }, { log }) {
    const config = await readImageConfig(image.manifest.config, repository.manifests);
    const platform = config?.platform ?? expected;
    if (platform === undefined && config === undefined)
        throw verifyFailed('the image config, which says for which platform the image is, cannot be read; ' +
            `grant ecr:GetDownloadUrlForLayer on the repository${isGiven ? '' : ', or give the input platforms'}`);
    if (platform === undefined)
        throw verifyFailed(`the image config does not say for which platform it is; ${isGiven ? 'publish one that says it, or an index that does' : 'give the input platforms'}`);
    if (config === undefined)
        log.notice('The config of the image cannot be read without ecr:GetDownloadUrlForLayer on the repository: the platform is taken ' +
            `to be ${platform}, and from which commit the image was made is not known.`);
    return onPlatform(platform, image, config);
}
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
        throw new types_refusal/* Refusal */.P_(`the index does not say for which platform ${digest} is, and its config does not say it or cannot be read`);
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
    return (0,names/* usualPlatform */.Qq)(platform).split('/').slice(0, 2).join('/');
}
async function readOne(repository, digest, tools) {
    const found = await retryWhileAbsent(`the manifest ${digest}`, tools, () => repository.manifests.read([digest]));
    return found ?? absent(digest);
}
async function describeOne(repository, digest, tools) {
    const found = await retryWhileAbsent(`the image ${digest}`, tools, () => repository.images.describe([{ digest }]));
    return found ?? absent(digest);
}
function absent(digest) {
    throw verifyFailed(`${digest} was pushed, but the repository does not hold it`);
}
function verifyFailed(what) {
    return new errors/* ShipError */.fS({
        code: 'verify-failed',
        what: `The image in the registry could not be verified: ${what}.`,
        next: 'No tag was set. Run the job again; if it fails again, look at what else pushes to this repository.',
    });
}
function refused({ digest, mediaType }, { message }, { isGiven = false }) {
    return new errors/* ShipError */.fS({
        code: 'verify-failed',
        what: `The image ${digest} of ${mediaType === '' ? 'no media type' : `the media type ${mediaType}`} is refused: ${message}.`,
        next: 'No tag was set: an image gets its tags only if all that an engine can get from it was judged (docs/explain/scanning.md). ' +
            `${isGiven ? 'Name an image in the input from, one that mode: build has made for example' : 'Build it again'}, and look at what else pushes to this repository.`,
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
        return Math.min(900, 500 + waitedMs / 40);
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
    if (scanner === 'basic')
        return 1000;
    if ((0,tally/* total */.X5)(listed) > 0)
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

// EXTERNAL MODULE: ./src/types/bounds.ts
var bounds = __webpack_require__(2764);
;// CONCATENATED MODULE: ./src/scan/read-findings.ts



const pollPage = { size: 100 };
function wholePage({ scanner }) {
    return { size: scanner === 'enhanced' ? 250 : 500 };
}
const mostPages = 1000;
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
        if (seen.size >= mostPages)
            return tooMany;
        request = { ...first, token };
    }
}
const tooMany = {
    kind: 'unbelievable',
    why: `ECR lists more than ${String(bounds/* mostFindings */.Yb)} findings or ${String(mostPages)} pages of them`,
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
        listed: [],
        trouble: undefined,
    };
    return {
        async beforePoll() {
            if (following.asked !== undefined || job.settings.frequency !== 'manual')
                return undefined;
            const end = await ask(following);
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
        listed: () => following.listed,
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
async function ask(following) {
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
        const end = await ask(following);
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
        const end = await ask(following);
        if (end === 'not-now')
            return waitFor('a new scan to be taken');
        if (end !== 'answered')
            return end;
    }
    const { asked } = following;
    if (asked?.kind === 'started' && isFromBefore(completedAt, asked.at))
        return waitFor('the new scan');
    following.listed = page.findings;
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
    const follower = followScan(job, tools);
    const end = await pollToEnd(job, tools, follower);
    const findings = follower.listed();
    return end.outcome === 'complete' || findings.length === 0 ? end : { ...end, findings };
}
async function pollToEnd(job, tools, follower) {
    const { clock, log } = tools;
    const { platform, settings, deadline } = job;
    const atMost = span(job.timeoutMs);
    const startedAt = clock.now();
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
function findBaseline(tags, given, { tagged, archived = new Map() }) {
    const archivedImage = (tag) => {
        const digest = archived.get(tag);
        return digest && { tag, digest, isArchived: true };
    };
    if (given !== undefined) {
        for (const tag of given) {
            const image = tagged.get(tag);
            if (image !== undefined)
                return { tag, digest: image.digest };
            if (archived.has(tag))
                return archivedImage(tag);
        }
        return undefined;
    }
    const moving = tags.filter(({ planned }) => planned.kind === 'moving');
    const keptBack = moving.filter(({ state }) => state === 'kept-back');
    for (const { planned, holder } of [...moving.filter(({ state }) => state !== 'kept-back'), ...keptBack])
        if (holder !== undefined)
            return { tag: planned.tag, digest: holder };
    for (const { planned } of moving)
        if (archived.has(planned.tag))
            return archivedImage(planned.tag);
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

// EXTERNAL MODULE: ./src/report/layers.ts
var report_layers = __webpack_require__(7478);
;// CONCATENATED MODULE: ./src/phases/sizing.ts










const sizing = {
    name: 'size',
    async run(order, run) {
        const { image, plan } = order.verified;
        const { maxSize, maxGrowth } = plan.inputs;
        const before = await extentOfBaseline(order, run);
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
                next: `${(0,tags_had/* fateOfTags */.x)(run)} ${largestText(image)}${smaller}`,
            });
        return change;
    },
    tell: (change) => change === undefined ? [] : [(0,message/* info */.pq)(`Compressed size: ${(0,format/* signedBytes */.Sq)(change)} against the baseline.`)],
};
function keepSizeChange(image, run) {
    const before = run.found('before');
    if (before === undefined || run.found('baseline')?.digest === image.digest)
        return undefined;
    return run.keep('sizeChange', image.size - before.size);
}
async function extentOfBaseline({ verified: { plan }, home, baseline, isToTell }, run) {
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
    return readBaselineImage(baseline, home, run.ports).catch((error) => {
        run.ports.log[level](`The size of the baseline is not known: ${(0,errors/* asShipError */.Nn)(error).what}`);
        return undefined;
    });
}
const smaller = 'Leave out what it does not need at run time (a stage of its own for the build, .dockerignore, a smaller base image), or raise the limit.';
function largestText(image) {
    const layers = (0,report_layers/* largestLayers */.tE)({ image }, 3).map(({ size, instruction, digest }) => `${(0,format/* formatBytes */.z3)(size)} of ${instruction === undefined ? digest : (0,types_text/* clause */.sb)((0,findings/* shorten */.ml)(instruction))}`);
    return layers.length === 0 ? '' : `Its largest layers are ${layers.join('; ')}. `;
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
        run.tell([(0,message/* notice */.lm)(unknown)]);
}
function excessOf({ plan, built, before }, { bytes, isExact }, run) {
    const { maxSize, maxGrowth, build } = plan.inputs;
    const least = isExact ? '' : 'at least ';
    const whose = build.platforms.length > 1 ? 'one of its platforms' : (built.platform ?? 'it');
    if (before !== undefined && isExact)
        run.keep('sizeChange', bytes - before.size);
    const large = maxSize === undefined || bytes <= maxSize
        ? undefined
        : `${whose} has ${least}${exactBytes(bytes)} compressed, and max-size allows ${exactBytes(maxSize)}`;
    const grown = before === undefined ? undefined : grownTooMuch(bytes, before.size, maxGrowth, least);
    return [large, grown].filter((clause) => clause !== undefined);
}
const unknown = 'Whether the image is larger than max-size is not known without a push: this engine keeps images unpacked (docs/reference/runtimes.md).';
async function size_at_hand_largestText({ name }, run) {
    const history = await (0,engine_images/* engineImages */.x)(run.ports).historyOf(name);
    const instructions = instructionsOf(history.map(({ instruction }) => instruction));
    const layers = history
        .map(({ size }, at) => ({ size, instruction: instructions[at] ?? '' }))
        .sort((a, b) => b.size - a.size)
        .slice(0, 3);
    if (layers.length === 0)
        return '';
    const each = layers.map(({ size, instruction }) => `${(0,format/* formatBytes */.z3)(size)} of ${instruction === '' ? 'a base image' : (0,types_text/* clause */.sb)((0,findings/* shorten */.ml)(instruction))}`);
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

;// CONCATENATED MODULE: ./src/checks/smoke-machine.ts
const onlyRefusal = /^[^\n]*\bexec\b[^\n]*: exec format error(?:: unknown)?\.?\s*$/i;
async function notExecuted(image, printed, docker) {
    if (!onlyRefusal.test(printed.trim()))
        return undefined;
    const ask = async (...args) => {
        const { exitCode, stdout } = await docker.run(args, { show: false });
        return exitCode === 0 ? stdout.trim() : '';
    };
    const [made, engine] = await Promise.all([
        ask('image', 'inspect', '--format', '{{.Os}}/{{.Architecture}}', image),
        ask('version', '--format', '{{.Server.Os}}/{{.Server.Arch}}'),
    ]);
    if (made !== '' && engine !== '' && made !== engine)
        return {
            isElsewhere: true,
            why: `the image is for ${made} and the engine is ${engine}, without emulation (docker/setup-qemu-action gives it)`,
        };
    return {
        isElsewhere: false,
        why: 'its program cannot be executed: a script needs a first line such as #!/bin/sh, and a compiled program has to be ' +
            `for ${made === '' ? 'the platform of its image' : made}`,
    };
}

;// CONCATENATED MODULE: ./src/checks/smoke-answers.ts
function judgeState({ proof, memory }, { state }) {
    if (state.Running !== true && state.Status !== 'created') {
        const code = String(state.ExitCode ?? 'unknown');
        if (state.OOMKilled === true)
            return {
                isPassed: false,
                detail: `it needed more memory than the ${memory} that it may have (memory in the test)`,
            };
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
    const proven = refused === undefined ? await prove(order, began, tools) : { isPassed: false, detail: refused };
    if (proven.isPassed)
        return result('passed', proven.detail);
    const printed = refused ?? (await showLog(order, tools));
    const unexecuted = await notExecuted(order.image, printed, tools.docker);
    if (unexecuted?.isElsewhere === true)
        return result('skipped', unexecuted.why);
    return result('failed', [proven.detail, ...(unexecuted === undefined ? [] : [unexecuted.why])].join(': '));
}
async function start({ test, image, name, envFile, platform, address }, { docker }) {
    const network = await docker.run(['network', 'create', name], { show: false });
    if (network.exitCode !== 0)
        return wordsOf(network);
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
        ...(isAsked(test) ? ['--publish', `${hostOf(address)}::${String(port)}`] : []),
        ...(program === undefined ? [] : ['--entrypoint', program]),
        image,
        ...words,
    ], { show: false });
    return run.exitCode === 0 ? undefined : wordsOf(run);
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
    return new URL(`http://${hostOf(address)}:${published}${path}`);
}
function hostOf(address) {
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
function wordsOf({ stderr, stdout }) {
    const lines = (stderr.trim() || stdout.trim() || 'it said nothing').split('\n');
    const failing = lines.filter((line) => !line.startsWith('WARNING:'));
    return (0,types_text/* clause */.sb)((failing.length > 0 ? failing : lines).slice(0, 3).join(' '));
}

// EXTERNAL MODULE: ./src/types/duration.ts
var duration = __webpack_require__(6157);
;// CONCATENATED MODULE: ./src/phases/smoke-testing.ts





const smokeTesting = {
    name: 'smoke',
    title: 'Smoke test',
    async run({ plan, built }, run) {
        const { ports, undo } = run;
        const { address, why } = await reachOf(plan.smokeTests, ports.docker);
        if (why !== undefined)
            run.tell([(0,message/* info */.pq)(`A smoke test asks its container at ${address}: ${why}.`)]);
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
        ? (0,message/* notice */.lm)(`The smoke test ${name} was left out: ${detail}.`)
        : (0,message/* info */.pq)(`The smoke test ${name} passed: ${detail} (${(0,duration/* formatDuration */.a)(ms)}).`)),
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

;// CONCATENATED MODULE: ./src/phases/building.ts
















const previewing = {
    name: 'build',
    async run({ plan: asked, probe }, run) {
        const builder = await probe.certain().catch(errors/* asShipError */.Nn);
        const plan = withCachePreview(asked);
        if (!(builder instanceof errors/* ShipError */.fS)) {
            run.keep('builder', builder);
            run.keep('preview', (0,plan_lines/* previewOf */.oW)(plan, builder));
        }
        run.tell([
            ...(0,plan_lines/* builderLines */.h3)(plan, builder).map(message/* info */.pq),
            ...(0,plan_lines/* builderWarnings */.RA)(plan, builder, run.ports.job.variable).map(message/* warning */.$e),
        ]);
        (0,plan_plan/* requireTags */.b5)(plan);
        if (!(builder instanceof errors/* ShipError */.fS))
            (0,fit/* requireFit */.v)(plan, builder, run.ports.job.variable);
    },
};
const building = {
    name: 'build',
    async run({ plan, probe, logins = [] }, run) {
        const builder = await fitBuilder(plan, probe, run);
        await (0,build_secrets/* putSecrets */.F)(plan, run);
        const { env, ecrImages } = await logInForBaseImages(plan, logins, run);
        const isLoaded = builder.push === 'by-tag' || plan.smokeTests.length > 0;
        const isUnloaded = plan.inputs.build.call === 'check' || !isLoaded;
        const building = isUnloaded
            ? (0,build_image/* buildOnly */.F0)(plan, builder, env, run.ports).then(() => undefined)
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
    run.undo.plan({ kind: 'local-image', name: (0,image_names/* localName */.fk)(plan.candidateTag), isForJob: true });
    const built = builder.push === 'by-tag'
        ? await (0,build_image/* buildLocally */.Bi)(plan, builder, { env }, run.ports)
        : await (0,build_image/* loadForTest */.__)(plan, builder, { env }, run.ports);
    const id = await (0,engine_images/* engineImages */.x)(run.ports).idOf(built.name);
    if (id !== undefined)
        run.keep('imageId', id);
    const sizes = await noteSizes(built, builder, run);
    const known = builder.push === 'by-tag' ? sizes : { ...sizes, compressed: undefined };
    await requireSizes({ plan, built, sizes: known }, run);
    return built;
}

// EXTERNAL MODULE: ./src/types/version.ts
var types_version = __webpack_require__(2025);
;// CONCATENATED MODULE: ./src/publish/age.ts

async function ageOf(planned, mine, holder, tools) {
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
            return ofDivergedCommits(planned, mine, { ...theirs, version: holder.version });
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
function ofDivergedCommits(planned, mine, theirs) {
    const order = versionOrder(planned.version, theirs.version);
    if (order !== undefined && order !== 0) {
        const what = `it has the version ${theirs.version ?? ''}, on another line of commits`;
        return { kind: order > 0 ? 'newer' : 'older', why: what, isResort: true };
    }
    const lines = 'neither of the two commits descends from the other';
    if (planned.isOfRef === true)
        return byTime(mine, theirs, lines);
    return { kind: 'older', why: `it was made from ${age_short(theirs)}, and ${lines}`, isResort: false };
}
function versionOrder(mine, label) {
    const theirs = mine === undefined || label === undefined ? undefined : (0,types_version/* parseVersion */.ot)(mine.scheme, label);
    return mine === undefined || theirs === undefined ? undefined : (0,types_version/* compareVersions */.Zy)(mine, theirs);
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

;// CONCATENATED MODULE: ./src/publish/highest.ts

function keptBackBy(planned, tags) {
    const { claim } = planned;
    if (claim === undefined || planned.kind === 'fixed')
        return undefined;
    return tags.find((tag) => {
        const version = versionIn(tag, claim);
        return version !== undefined && isRival(version, claim) && (0,types_version/* compareVersions */.Zy)(version, claim.version) > 0;
    });
}
function versionIn(tag, { before, after, version }) {
    if (!tag.startsWith(before) || !tag.endsWith(after))
        return undefined;
    return (0,types_version/* parseVersion */.ot)(version.scheme, tag.slice(before.length, tag.length - after.length));
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

;// CONCATENATED MODULE: ./src/publish/decide.ts




function decide(before, wish) {
    const { repository, held } = before;
    const kept = keptBack(before);
    const tags = before.tags.filter((planned) => !kept.has(planned));
    const bound = tags.filter((planned) => held.has(planned.tag) && isBound(planned, repository, wish.ifExists));
    const { reused, remade } = wish.ifExists === 'reuse' ? reuse(bound, tags, before, wish) : refuse(bound, before, wish);
    const decided = before.tags.map((planned) => kept.get(planned) ??
        { planned, state: stateOf(planned, before, reused), holder: held.get(planned.tag) });
    const named = withVersions(decided, before);
    if (reused === undefined)
        return { kind: 'build', tags: named, remade };
    const commit = before.holders.get(reused)?.record?.parts.commit;
    return {
        kind: 'reuse',
        digest: reused,
        tags: named,
        since: commit === wish.commit ? undefined : commit,
    };
}
function withVersions(tags, { holders }) {
    return tags.map((one) => {
        const holderVersion = one.holder && holders.get(one.holder)?.version;
        return { ...one, ...(holderVersion !== undefined && { holderVersion }) };
    });
}
function keptBack({ tags, held, allTags }) {
    const kept = new Map();
    for (const planned of tags) {
        const higher = keptBackBy(planned, allTags);
        if (higher === undefined)
            continue;
        const because = `${higher} is a higher version`;
        kept.set(planned, { planned, state: 'kept-back', holder: held.get(planned.tag), because });
    }
    return kept;
}
function isBound(planned, repository, ifExists) {
    if (!mayMove(planned.tag, repository.mutability))
        return true;
    return planned.kind === 'fixed' && ifExists !== 'move';
}
function boundTags(tags, repository, ifExists) {
    return tags.filter((planned) => isBound(planned, repository, ifExists));
}
function refuse(bound, before, wish) {
    const { repository, held, holders } = before;
    const movable = bound.filter((planned) => planned.kind === 'moving');
    if (movable.length > 0)
        throw immovable(movable, repository, held, holders);
    if (bound.length > 0)
        throw taken(bound, before, wish);
    return { reused: undefined, remade: [] };
}
function reuse(bound, tags, before, wish) {
    const { repository, held, holders } = before;
    const kinds = new Map(bound.map((planned) => [planned, kinshipOf(holders.get(digestOf(planned, held)), wish)]));
    const having = (kind) => bound.filter((planned) => kinds.get(planned)?.kind === kind);
    const strangers = having('other');
    const versions = strangers.filter((planned) => planned.kind === 'fixed');
    if (versions.length > 0)
        throw taken(versions, before, wish);
    if (strangers.length > 0)
        throw immovable(strangers, repository, held, holders);
    const same = new Set(having('same').map((planned) => digestOf(planned, held)));
    const remade = having('remade').map((planned) => {
        const kinship = kinds.get(planned);
        return {
            tag: planned.tag,
            digest: digestOf(planned, held),
            why: kinship?.kind === 'remade' ? kinship.why : '',
        };
    });
    const fast = having('remade').filter((planned) => !mayMove(planned.tag, repository.mutability));
    if (same.size > 1 || (same.size === 1 && fast.length > 0))
        throw takenByTwo(bound, repository, held);
    if (fast.length > 0)
        throw taken(fast, before, wish, remade);
    const [digest] = same;
    return {
        reused: digest ?? (remade.length === 0 ? unchangedImage(tags, before, wish) : undefined),
        remade,
    };
}
function unchangedImage(tags, { held }, wish) {
    return tags
        .map((planned) => held.get(planned.tag))
        .find((digest) => digest !== undefined && wish.unchanged.has(digest));
}
function kinshipOf(holder, wish) {
    const { commit, record, unchanged, isFurther = false } = wish;
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
    const parts = (0,build_record/* differences */.tX)(record, holder.record);
    if (parts.length > 0)
        return { kind: 'remade', why: `it differs in ${parts.map((part) => build_record/* partNames */.wX[part]).join(', ')}` };
    return isFurther
        ? {
            kind: 'remade',
            why: 'the repository of this run, from which it would come, does not have it under its tags',
        }
        : { kind: 'same' };
}
function digestOf(planned, held) {
    const digest = held.get(planned.tag);
    if (digest === undefined)
        throw new Error(`${planned.tag} is not held`);
    return digest;
}
function stateOf(planned, { held, repository }, reused) {
    const holder = held.get(planned.tag);
    if (holder !== undefined)
        return holder === reused ? 'same' : 'moves';
    return planned.kind === 'moving' && !mayMove(planned.tag, repository.mutability) ? 'once' : 'new';
}

;// CONCATENATED MODULE: ./src/publish/decide-given.ts




function decideGiven(before, digest, ifExists) {
    const { repository, held, holders } = before;
    const kept = keptBack(before);
    const free = before.tags.filter((planned) => !kept.has(planned));
    const others = boundTags(free, repository, ifExists).filter((planned) => {
        const holder = held.get(planned.tag);
        return holder !== undefined && holder !== digest;
    });
    const fixed = others.filter((planned) => planned.kind === 'fixed');
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
    const tags = before.tags.map((planned) => {
        const holder = held.get(planned.tag);
        const moves = planned.kind === 'moving' && !mayMove(planned.tag, repository.mutability) ? 'once' : 'new';
        const state = holder === undefined ? moves : holder === digest ? 'same' : 'moves';
        return kept.get(planned) ?? { planned, state, holder };
    });
    return { kind: 'given', digest, tags: withVersions(tags, before) };
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
        if (!(error instanceof types_refusal/* Refusal */.P_))
            throw error;
        return { digest, ...holders_unknown((0,types_text/* clause */.sb)(error.message)), platforms: [] };
    }
}
async function readParts(stored, manifests) {
    const read = (manifest) => readImageConfig(manifest.config, manifests);
    const parsed = (0,image_manifest/* parseManifest */.Ng)(stored);
    if (parsed.kind === 'image') {
        const config = await read(parsed);
        return [{ digest: stored.digest, manifest: parsed, platform: config?.platform, config }];
    }
    if (parsed.kind !== 'index')
        throw new types_refusal/* Refusal */.P_('it is not a container image');
    const { images: listed } = await readListedImages(parsed.entries, manifests);
    return (0,at_once/* eachAtOnce */.G)(configsAtOnce, listed, async ({ digest, platform, manifest }) => {
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
        if (!(error instanceof types_refusal/* Refusal */.P_))
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
            return { ...holders_unknown(unreadable), isReadable: false };
        all.push(describedBy(config));
    }
    const [first] = all;
    if (first === undefined)
        return holders_unknown('it has no platform');
    return all.every((one) => identity(one) === identity(first))
        ? first
        : holders_unknown('its platforms do not all say that they were made from the same');
}
function identity({ revision, record, version }) {
    return JSON.stringify([revision, record === undefined ? '' : (0,build_record/* formatRecord */.bM)(record), version]);
}
function describedBy({ labels }) {
    const revision = labels.get(build_record/* revisionLabel */.wc) ?? '';
    return {
        isReadable: true,
        revision: revision === ''
            ? { kind: 'unknown', why: `it has no label ${build_record/* revisionLabel */.wc}` }
            : { kind: 'known', commit: revision },
        record: (0,build_record/* parseRecord */.Hh)(labels.get(build_record/* recordLabel */.Gn) ?? ''),
        version: labels.get('org.opencontainers.image.version') || undefined,
    };
}
function holders_unknown(why) {
    return { isReadable: true, revision: { kind: 'unknown', why }, record: undefined, version: undefined };
}
const unreadable = 'its config cannot be read; grant ecr:GetDownloadUrlForLayer on the repository to the role of this job';

;// CONCATENATED MODULE: ./src/publish/tags-before.ts







async function decideTags(plan, { repository, tagged, isFurther = false }, tools, given) {
    const { inputs, source, tags, record } = plan;
    const images = tags.flatMap(({ tag }) => tagged.get(tag) ?? []);
    const holders = await readHolders(images, repository.manifests);
    const held = new Map([...tagged].map(([tag, { digest }]) => [tag, digest]));
    const before = {
        repository,
        tags,
        held,
        holders,
        allTags: await rivalTags(tags, repository, held, holders),
    };
    const { ifExists } = inputs;
    const decision = given === undefined
        ? decide(before, {
            ifExists,
            commit: source.built,
            record,
            isFurther,
            unchanged: await unchangedImages(plan, [...holders.values()], tools),
        })
        : decideGiven(before, given, ifExists);
    const reused = decision.kind === 'reuse' ? holders.get(decision.digest) : undefined;
    const mine = reused === undefined ? { commit: source.built, at: source.committedAt } : madeBy(reused);
    const known = new Map(holders);
    const ages = {
        ifOlder: inputs.ifOlder,
        async of(planned, image) {
            const holder = known.get(image.digest) ?? (await readHolders([image], repository.manifests)).get(image.digest);
            if (holder === undefined)
                throw new Error(`nothing was read of ${image.digest}`);
            known.set(image.digest, holder);
            return ageOf(planned, mine, holder, tools);
        },
    };
    const kept = await keepOlder(decision.tags, tagged, ages, tools.log);
    return { decision: { ...decision, tags: kept }, ages, holders };
}
async function rivalTags(tags, repository, held, holders) {
    const claiming = tags.filter((planned) => planned.kind === 'moving' && planned.claim !== undefined);
    const versions = claiming.flatMap((planned) => {
        const holder = held.get(planned.tag);
        return (holder === undefined ? undefined : holders.get(holder)?.version) ?? [];
    });
    const isTold = claiming.every((planned) => keptBackBy(planned, versions) !== undefined);
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
        if ((0,build_record/* differences */.tX)(record, holder.record).some((part) => part !== 'commit'))
            continue;
        const changed = await history.changed(commit, built, inputs.reusePaths);
        if (changed.kind === 'unknown')
            log.warning(`It is not known what has changed below reuse-paths since ${commit.slice(0, 12)}: ${changed.why}. The image is built again.`);
        else if (changed.paths.length === 0)
            unchanged.add(holder.digest);
    }
    return unchanged;
}
async function keepOlder(tags, tagged, ages, log) {
    if (ages.ifOlder === 'move')
        return [...tags];
    return Promise.all(tags.map(async (decision) => {
        const image = tagged.get(decision.planned.tag);
        if (decision.state !== 'moves' || decision.planned.kind !== 'moving' || image === undefined)
            return decision;
        const age = await ages.of(decision.planned, image);
        if (age.kind === 'older' && ages.ifOlder === 'fail')
            throw olderCommit(decision.planned, image.digest, age);
        if (age.isResort)
            log.notice(`${decision.planned.tag} ${age.kind === 'older' ? 'stays' : 'moves'}, although the Git history does not show which commit is newer: ${age.why}.`);
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


async function settleFixedTags(target, tags, shown) {
    const { repository, image } = target;
    const missing = tags
        .map((planned) => ({ planned, holder: shown.get(planned.tag)?.digest }))
        .filter(({ holder }) => holder !== image.digest);
    const [first] = missing;
    if (first === undefined || first.planned !== tags[0])
        return setAgain(target, missing);
    return {
        overtaken: missing.map(resultOf),
        failure: lostRace(first.planned, repository, first.holder, image.digest),
    };
}
const pausesMs = [500, 1_000, 2_000, 4_000];
async function settleAllTags(target, tags, look) {
    const overtaken = [];
    let isLast = !look.isContended;
    for (const pauseMs of [...pausesMs, undefined]) {
        const mine = tags.filter(({ tag }) => !overtaken.some((one) => one.tag === tag));
        const missing = await tagsElsewhere(target, mine);
        const lost = missing.find(({ planned, holder }) => planned.kind === 'fixed' && holder !== undefined);
        if (lost !== undefined) {
            return {
                overtaken: [...overtaken, ...missing.map(resultOf)],
                failure: lostRace(lost.planned, target.repository, lost.holder, target.image.digest),
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
        const { planned, holder } = found;
        target.log.warning(`${planned.tag} points to ${holder ?? 'another image'}, which ${why}; it stays so.`);
    }
    return gone;
}
async function setOnceMore({ repository, image, log }, missing) {
    for (const { planned } of missing) {
        log.info(`${planned.tag} was moved away by another run at the same moment; it is set again.`);
        await repository.tags.set(planned.tag, image.manifest);
    }
}
async function setAgain(target, missing) {
    if (missing.length === 0)
        return { overtaken: [], failure: undefined };
    await setOnceMore(target, missing);
    const tags = missing.map(({ planned }) => planned);
    const lost = await tagsElsewhere(target, tags);
    return { overtaken: [], failure: lost.length === 0 ? undefined : notShown(lost, target.image) };
}
async function tagsElsewhere({ repository, image }, tags) {
    const [now] = await repository.images.describe([{ digest: image.digest }]);
    const missing = tags.filter((planned) => now?.tags.includes(planned.tag) !== true);
    return Promise.all(missing.map(async (planned) => {
        const [facts] = await repository.images.describe([{ tag: planned.tag }]);
        const isOther = facts !== undefined && facts.digest !== image.digest;
        return { planned, facts, holder: isOther ? facts.digest : undefined };
    }));
}
async function whyOvertaken({ repository, image }, { planned, holder, facts }, ages) {
    if (holder === undefined || facts === undefined)
        return undefined;
    const [manifest] = ages.ifOlder === 'move' ? [] : await repository.manifests.read([holder]);
    const age = manifest === undefined ? undefined : await ages.of(planned, manifest);
    if (age?.kind === 'older')
        return 'another run has set and which is of a newer commit';
    if (age?.kind === 'newer')
        return undefined;
    return isLater(facts, image) ? 'another run pushed after this one' : undefined;
}
function isLater(other, mine) {
    return other.pushedAt === mine.pushedAt ? other.digest > mine.digest : other.pushedAt > mine.pushedAt;
}
function resultOf({ planned, holder }) {
    const { tag, kind } = planned;
    return { tag, kind, outcome: 'overtaken', detail: `another run set it to ${holder ?? 'another image'}` };
}
function notShown(lost, image) {
    const tags = lost.map(({ planned }) => planned.tag).join(', ');
    return new errors/* ShipError */.fS({
        code: 'tagging-failed',
        what: `The registry accepted ${tags}, but does not show it on ${image.digest}.`,
        next: 'Another run may have moved the tag at the same moment; look at what else pushes to this repository.',
    });
}

;// CONCATENATED MODULE: ./src/publish/read-back.ts


const openOutcomes = ['failed', 'unknown'];
const openCodes = ['registry-failed', 'registry-unreachable', 'internal'];
async function readBack(tagging, repository, image) {
    if (tagging.failure === undefined)
        return tagging;
    const { failure } = tagging;
    try {
        const [now] = await repository.images.describe([{ digest: image.digest }]);
        return { failure, results: asShown(tagging.results, now?.tags ?? []) };
    }
    catch (error) {
        const results = tagging.results.map((result) => asProven(result, failure));
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
        results.set(decision.planned.tag, withoutPut(decision, order));
    const { fixed, unguarded, moving } = inOrder(wanted, repository);
    if (order.ifExists !== 'move' && unguarded.length > 0)
        await attempt(progress, () => takenMeanwhile(order, unguarded));
    await setEach(progress, fixed, 1);
    await attempt(progress, () => lookAgain(progress, unguarded, moving));
    const removing = isAnchored(progress, moving.length > 0) ? order.onAnchored() : undefined;
    const current = moving.filter(({ planned }) => !results.has(planned.tag));
    await setEach(progress, current, tagsAtOnce);
    const isKept = ({ state, planned }) => state === 'kept-back' || results.get(planned.tag)?.outcome === 'kept-back';
    const tags = decisions.filter((decision) => !isKept(decision)).map(({ planned }) => planned);
    await attempt(progress, async () => {
        const { isContended } = progress;
        return settled(progress, await settleAllTags(order, tags, { ages, clock: order.clock, isContended }));
    });
    await removing?.catch((error) => {
        log.debug(`The candidate's tag is removed later: ${(0,errors/* asShipError */.Nn)(error).what}`);
    });
    return {
        results: decisions.map(({ planned }) => results.get(planned.tag) ?? { ...tagOf(planned), outcome: 'not-tried' }),
        failure: progress.failure,
    };
}
async function attempt(progress, work) {
    progress.failure ??= await work().catch(errors/* asShipError */.Nn);
}
async function setEach(progress, some, atOnce) {
    const { order, results, pace } = progress;
    await (0,at_once/* eachAtOnce */.G)(atOnce, some, async ({ planned }) => {
        if (progress.failure === undefined)
            await pace();
        if (progress.failure !== undefined)
            return;
        try {
            results.set(planned.tag, await setTag(order, planned));
        }
        catch (error) {
            progress.failure = (0,errors/* asShipError */.Nn)(error);
            results.set(planned.tag, { ...tagOf(planned), outcome: 'failed', detail: progress.failure.what });
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
function withoutPut({ planned, because }, { image, log }) {
    if (because === undefined) {
        log.info(`${planned.tag} already points to ${image.digest}`);
        return { ...tagOf(planned), outcome: 'unchanged' };
    }
    log.info(`${planned.tag} stays where it is: ${because}`);
    return { ...tagOf(planned), outcome: 'kept-back', detail: because };
}
async function takenMeanwhile({ repository, image, shown }, unguarded) {
    const now = await (shown ?? repository.tags.read(unguarded.map(({ planned }) => planned.tag)));
    const lost = unguarded.find(({ planned, holder }) => {
        const digest = now.get(planned.tag)?.digest;
        return digest !== undefined && digest !== image.digest && digest !== holder;
    });
    return lost && lostRace(lost.planned, repository, now.get(lost.planned.tag)?.digest, image.digest);
}
async function lookAgain(progress, unguarded, moving) {
    if (moving.length === 0)
        return undefined;
    const { order } = progress;
    const watched = order.ages.ifOlder === 'move' ? [] : moving;
    const asked = [...unguarded, ...watched].map(({ planned }) => planned.tag);
    if (asked.length === 0)
        return undefined;
    const shown = await order.repository.tags.read(asked);
    const fixed = unguarded.map(({ planned }) => planned);
    const failure = settled(progress, await settleFixedTags(order, fixed, shown));
    return failure ?? (await keepNewer(progress, watched, shown));
}
const mostLooks = 5;
async function keepNewer(progress, moving, first) {
    const { repository, image } = progress.order;
    const known = new Set();
    let shown = first;
    for (let looks = 0; looks < mostLooks; looks++) {
        const left = moving.filter(({ planned }) => !progress.results.has(planned.tag));
        const changed = left.filter(({ planned, holder }) => {
            const digest = shown.get(planned.tag)?.digest;
            return (![undefined, holder, image.digest].includes(digest) && !known.has(`${planned.tag} ${String(digest)}`));
        });
        if (changed.length === 0)
            return undefined;
        progress.isContended = true;
        const failure = await judgeMoved(progress, changed, shown);
        if (failure !== undefined)
            return failure;
        for (const { planned } of changed)
            known.add(`${planned.tag} ${String(shown.get(planned.tag)?.digest)}`);
        shown = await repository.tags.read(left.map(({ planned }) => planned.tag));
    }
    return undefined;
}
async function judgeMoved({ order, results }, moved, shown) {
    const { ages, log } = order;
    for (const { planned } of moved) {
        const other = shown.get(planned.tag);
        if (other === undefined)
            continue;
        const age = await ages.of(planned, other);
        if (age.kind !== 'older')
            continue;
        if (ages.ifOlder === 'fail')
            return olderCommit(planned, other.digest, age);
        log.info(`${planned.tag} stays where another run has set it meanwhile: ${age.why}`);
        results.set(planned.tag, { ...tagOf(planned), outcome: 'kept-back', detail: age.why });
    }
    return undefined;
}
function unguardedTags(decisions, { mutability }) {
    return inOrder(decisions.filter(isWanted), { mutability }).unguarded.map(({ planned }) => planned.tag);
}
function isWanted({ state }) {
    return state !== 'same' && state !== 'kept-back';
}
function inOrder(tags, { mutability }) {
    const fixed = tags.filter(({ planned }) => planned.kind === 'fixed');
    const unguarded = fixed.filter(({ planned }) => mayMove(planned.tag, mutability));
    return {
        fixed: [...fixed.filter((decided) => !unguarded.includes(decided)), ...unguarded],
        unguarded,
        moving: tags.filter(({ planned }) => planned.kind === 'moving'),
    };
}
async function setTag({ repository, image, log }, planned) {
    const put = await repository.tags.set(planned.tag, image.manifest);
    if (put.kind === 'set') {
        if (put.digest !== image.digest)
            throw wrongDigest(planned, put.digest, image.digest);
        log.info(`${planned.tag} now points to ${image.digest}`);
        return { ...tagOf(planned), outcome: 'set' };
    }
    const [holder] = await repository.images.describe([{ tag: planned.tag }]);
    if (holder?.digest !== image.digest)
        throw lostRace(planned, repository, holder?.digest, image.digest);
    log.info(`${planned.tag} already points to ${image.digest}`);
    return { ...tagOf(planned), outcome: 'unchanged' };
}
function tagOf({ tag, kind }) {
    return { tag, kind };
}
function wrongDigest(planned, got, wanted) {
    return new errors/* ShipError */.fS({
        code: 'tagging-failed',
        what: `The registry says that ${planned.tag} is ${got} and not ${wanted}, although it was given the same bytes.`,
        next: 'Look for a proxy between the runner and the registry that changes manifests.',
    });
}

// EXTERNAL MODULE: ./src/types/media-types.ts
var media_types = __webpack_require__(5949);
;// CONCATENATED MODULE: ./src/image/references.ts




const mostLevels = 3;
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
        return { blobs: [], manifests: listOf(top.get('manifests'), 'entry') };
    const config = top.get('config');
    if (config === undefined)
        throw new types_refusal/* Refusal */.P_('it is a manifest without a config');
    return {
        blobs: [descriptorOf(config, 'its config'), ...listOf(top.get('layers'), 'layer')],
        manifests: [],
    };
}
function listOf(list, what) {
    if (list === null)
        return [];
    if (!Array.isArray(list))
        throw new types_refusal/* Refusal */.P_(`it has no list where there is one for each ${what}`);
    return list.map((value, at) => descriptorOf(value, `${what} ${String(at + 1)}`));
}
function descriptorOf(value, what) {
    const { mediaType, digest, size } = (0,descriptor/* readDescriptor */.qq)(value, what);
    return { mediaType, digest, size };
}

;// CONCATENATED MODULE: ./src/publish/waiting.ts
const shortestPauseMs = 1000;
const longestPauseMs = 15_000;
const wordEveryMs = 60_000;
function startWaiting({ clock, log }) {
    const start = clock.now();
    let saidAt = start;
    const waitedMs = () => clock.now() - start;
    return {
        waitedMs,
        async pause(text, mostMs = Infinity) {
            const now = clock.now();
            if (now - saidAt >= wordEveryMs) {
                saidAt = now;
                log.info(text(String(Math.round((now - start) / 60_000))));
            }
            const quarter = Math.min(longestPauseMs, Math.max(shortestPauseMs, (now - start) / 4));
            await clock.sleep(Math.min(quarter, mostMs));
        },
    };
}

;// CONCATENATED MODULE: ./src/publish/restore.ts




const mostMs = 30 * 60_000;
async function restoreArchived(repository, ids, tools) {
    if (repository.archive === undefined)
        return;
    const deadline = tools.clock.now() + mostMs;
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
        if (error instanceof types_refusal/* Refusal */.P_)
            return [];
        throw error;
    }
}
async function restoreAll(repository, away, { clock, log, deadline }) {
    for (const image of away)
        await askBack(repository, image, log);
    const digests = away.map(({ digest }) => digest);
    const waiting = startWaiting({ clock, log });
    for (;;) {
        const left = await stillArchived(repository, digests);
        if (left.length === 0)
            break;
        if (clock.now() >= deadline)
            throw notInTime(left, repository);
        await waiting.pause((minutes) => `Waiting for ${left.join(', ')} from the archive for ${minutes} min; ECR takes up to 20 minutes.`);
    }
    const seconds = String(Math.round(waiting.waitedMs() / 1000));
    log.info(`Restored from the archive after ${seconds} s: ${digests.join(', ')}.`);
}
async function stillArchived(repository, digests) {
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
        what: `In ${name} ${digests.join(' and ')} did not come back from the archive within ${String(mostMs / 60_000)} minutes.`,
        next: 'The restore goes on without this run: run the job again as soon as the image is ACTIVE, which this shows: ' +
            `aws ecr describe-images --region ${region} --registry-id ${registryId} --repository-name ${name} --image-ids imageDigest=${first ?? ''}`,
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
    const bound = boundTags(plan.tags.filter(({ tag }) => archived.has(tag)), repository, ifExists);
    if (bound.length === 0)
        return { ...decided, archived };
    if (given !== undefined || ifExists !== 'reuse')
        throw takenByArchived(bound, archived, repository);
    await restoreArchived(repository, bound.map(({ tag }) => ({ tag })), tools);
    const back = await repository.tags.read(bound.map(({ tag }) => tag));
    const left = new Map([...archived].filter(([tag]) => !back.has(tag)));
    const again = { ...place, tagged: new Map([...tagged, ...back]) };
    return { ...(await decideTags(plan, again, tools, given)), archived: left };
}
const looksAtOnce = 8;
async function lookAhead({ archive, images }, tags) {
    if (archive === undefined || tags.length > looksAtOnce)
        return new Map();
    return new Map(await Promise.all(tags.map(async (tag) => [tag, (await images.describe([{ tag }]))[0]])));
}
async function archivedTags({ tags, inputs }, { repository, tagged, compared = [], looked = new Map() }) {
    if (repository.archive === undefined)
        return new Map();
    const isCompared = inputs.policy.onlyNew || inputs.maxGrowth !== undefined;
    const mattering = isCompared ? tags : boundTags(tags, repository, inputs.ifExists);
    const absent = [...new Set([...mattering.map(({ tag }) => tag), ...compared])].filter((tag) => !tagged.has(tag));
    const found = await (0,at_once/* eachAtOnce */.G)(looksAtOnce, absent, async (tag) => {
        const image = looked.has(tag) ? looked.get(tag) : (await repository.images.describe([{ tag }]))[0];
        return image?.archive === undefined ? [] : [[tag, image.digest]];
    });
    return new Map(found.flat());
}
function takenByArchived(tags, archived, { name }) {
    const each = tags.map(({ tag }) => `${tag} already points to ${archived.get(tag) ?? 'an image'}`);
    return new errors/* ShipError */.fS({
        code: 'tag-taken',
        what: `Nothing was tagged: in ${name} ${each.join('; ')}, which is archived.`,
        next: 'Give this image another version; if-exists: reuse restores the archived image, and goes on with it if it was made from the same.',
    });
}

// EXTERNAL MODULE: ./src/types/role.ts
var role = __webpack_require__(4141);
;// CONCATENATED MODULE: ./src/phases/account.ts



function roleMessages(target) {
    const role = target?.role;
    return role === undefined ? [] : [(0,message/* info */.pq)(`Assumed ${role.arn} as ${role.sessionName}.`)];
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

;// CONCATENATED MODULE: ./src/phases/missing-repository.ts

function missingFrom(input, thrown) {
    if (!(thrown instanceof errors/* ShipError */.fS) || thrown.code !== 'repository-not-found')
        return thrown;
    return new errors/* ShipError */.fS({
        code: thrown.code,
        what: thrown.what,
        next: input === 'from'
            ? 'Correct the input from: it names the repository in which the image lies.'
            : `Correct the input ${input}, or make that repository before: create-repository makes the one of the input repository alone.`,
        ...(thrown.details !== undefined && { details: thrown.details }),
        cause: thrown,
    });
}

// EXTERNAL MODULE: ./src/plan/tags/legal.ts
var legal = __webpack_require__(1724);
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
    return [branch, isDefault ? 'latest' : undefined].flatMap((name) => (0,legal/* legalTag */.a)(name ?? '') ?? []);
}

// EXTERNAL MODULE: ./src/report/posture.ts
var report_posture = __webpack_require__(450);
// EXTERNAL MODULE: ./src/types/image.ts
var types_image = __webpack_require__(5768);
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
        const ours = [{ host, basic: credentials.basic }, ...(await loginsForBaseImages(ecrImages, own, run))];
        const { further, messages } = besideOurs(ours, logins);
        run.tell(messages);
        const { path, dockerEnv } = await installLogin([...ours, ...further], inputs.login, run);
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
        ...(posture === undefined ? [] : (0,report_posture/* postureWarnings */.oi)(repository.name, posture).map(message/* warning */.$e)),
        ...(posture === undefined ? [] : missingPolicies(repository.name, posture, inputs.create).map(message/* warning */.$e)),
        ...(scanSettings.notice === undefined ? [] : [(0,message/* notice */.lm)(scanSettings.notice)]),
        ...roleMessages(inputs.target),
        (0,message/* info */.pq)(`Logged in to ${(0,types_image/* registryHost */.U)(repository)} until ${new Date(expiresAt).toISOString()} (${loginScope(inputs.login)}).`),
    ],
};
function unusedTags({ tags, inputs }) {
    const isNew = inputs.mode === 'ship' && inputs.ifExists !== 'move';
    return isNew ? tags.filter(({ kind }) => kind === 'fixed').map(({ tag }) => tag) : [];
}
function tagsToRead(plan) {
    return [...new Set([...plan.tags.map(({ tag }) => tag), ...(baselineTags(plan) ?? [])])];
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
        if (levels.length === mostLevels)
            throw copyFailed(order, `it is an index of more than ${String(mostLevels)} levels`);
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
        throw error instanceof types_refusal/* Refusal */.P_ ? copyFailed(order, `of ${manifest.digest}, ${error.message}`) : error;
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

// EXTERNAL MODULE: ./src/scan/advice.ts
var advice = __webpack_require__(8733);
// EXTERNAL MODULE: ./src/scan/counts.ts
var counts = __webpack_require__(2749);
// EXTERNAL MODULE: ./src/report/policy-error.ts
var policy_error = __webpack_require__(7057);
// EXTERNAL MODULE: ./src/report/policy-section.ts
var policy_section = __webpack_require__(5936);
// EXTERNAL MODULE: ./src/report/scanners.ts
var scanners = __webpack_require__(6859);
;// CONCATENATED MODULE: ./src/report/log-lines.ts






function verifiedLine(image) {
    const [first, ...others] = image.platforms;
    const platforms = others.length === 0 && first !== undefined
        ? `, ${first.platform}`
        : `: ${image.platforms.map(({ platform, size }) => `${platform} ${(0,format/* formatBytes */.z3)(size)}`).join(', ')}`;
    return `Verified ${image.digest} (${image.kind}, ${(0,format/* formatBytes */.z3)(image.size)} compressed${platforms}).`;
}
function scanLines(scan) {
    if (scan.kind === 'off')
        return [`Not scanned: ${scan.why}.`];
    return scan.platforms.map((platform) => platform.outcome === 'complete'
        ? `Scanned ${platform.platform} by ${(0,scanners/* scannersText */.D9)(platform)}: ${(0,format/* formatCounts */.gM)((0,counts/* countFindings */.Gt)(platform.findings))}.${insteadText(platform)}`
        : `No full scan of ${platform.platform}: ${platform.detail}.${listedText(platform)} ${(0,advice/* adviceFor */.c)(platform.reason)}`);
}
function listedText({ findings }) {
    return findings === undefined
        ? ''
        : ` ECR had listed ${(0,format/* formatCounts */.gM)((0,counts/* countFindings */.Gt)(findings))}, and these count.`;
}
function insteadText({ instead }) {
    return instead === undefined ? '' : ` ECR's own scan is not part of it: ${instead}.`;
}
function verdictLine(verdict) {
    switch (verdict.outcome) {
        case 'passed':
            return `Verdict: passed with ${(0,format/* formatCounts */.gM)(verdict.counts)}${exemptText(verdict)}.`;
        case 'failed':
            return `Verdict: failed: ${verdict.breaches.map(policy_error/* describeBreach */.D).join('; ')}${exemptText(verdict)}.`;
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
        (0,format/* plural */.LS)(manifests, 'manifest'),
        ...(uploaded === 0 ? [] : [`${(0,format/* plural */.LS)(uploaded, 'blob')} uploaded (${(0,format/* formatBytes */.z3)(bytes)})`]),
        ...(mounted === 0 ? [] : [`${(0,format/* plural */.LS)(mounted, 'blob')} mounted`]),
        ...(present === 0 ? [] : [`${(0,format/* plural */.LS)(present, 'blob')} there before`]),
    ];
    return `Copied ${source.uri}@${digest} to ${destination.uri}: ${counts.join(', ')}.`;
}

// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
;// CONCATENATED MODULE: ./src/policy/compare.ts

function compare(platforms, baseline) {
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
// EXTERNAL MODULE: ./src/policy/fixable.ts
var fixable = __webpack_require__(957);
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
    const compared = baseline.kind === 'unasked' ? undefined : compare(complete, baseline);
    const isKnown = compared?.isKnown ?? (() => false);
    const acceptance = (0,policy_exceptions/* acceptanceBy */.N$)(exceptions, now);
    const findings = platforms
        .flatMap(({ platform, findings: found = [] }) => found.map((finding) => ({ platform, finding })))
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

// EXTERNAL MODULE: ./src/types/severity-word.ts
var severity_word = __webpack_require__(8959);
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
            platforms: scan.platforms.map((one) => one.findings === undefined ? one : named({ ...one, findings: one.findings })),
        };
}
function untriagedFindings(findings) {
    const words = severities_wordsOf(findings, (finding) => finding.severity === 'undefined' && !(0,severity_word/* isForeign */.jq)(finding));
    return words && `The scanner gives severities that count as undefined: ${words}.`;
}
function unknownSeverities(findings, words) {
    const unknown = severities_wordsOf(findings, (finding) => (0,severity_word/* isForeign */.jq)(finding) && words.get(finding.severityAsGiven?.toLowerCase() ?? '') === undefined);
    if (unknown === undefined)
        return undefined;
    const word = /(?:^|, )([A-Za-z][\w-]*) \(/.exec(unknown)?.[1]?.toLowerCase();
    const advice = word === undefined ? '' : ` Say in fail-on what such a word means: high,${word}=medium.`;
    return `The scanner gives severities that are not ECR's, and they count as critical: ${unknown}.${advice}`;
}
function severities_wordsOf(findings, isWanted) {
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

// EXTERNAL MODULE: ./src/report/grouped.ts
var grouped = __webpack_require__(4388);
;// CONCATENATED MODULE: ./src/report/policy-notes.ts





const policy_notes_named = 5;
function policyNotes(verdict, policy) {
    const inState = (state) => verdict.exceptions.filter((use) => use.state === state).map((use) => use.exception);
    const sentences = (exceptions, begin, end) => exceptions.length === 0 ? [] : [`${begin}: ${(0,findings/* listed */.KE)(exceptions.map(describe), policy_notes_named)}. ${end}`];
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
function describe(exception) {
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
            .map(({ exception }) => `Accepted: ${describe(exception)}: ${(0,findings/* shorten */.ml)(exception.reason, 200)}`),
        ...(more > 0 ? [`and ${(0,format/* plural */.LS)(more, 'exception')} more.`] : []),
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
            `Of ${(0,format/* plural */.LS)(unknown, 'finding')} the scanner does not say whether there is a fix; with only-fixable they count.`,
        ];
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
        const about = scans.filter((scan) => scan.digest === platform.digest);
        const registry = own.kind === 'off' ? own.why : own.platforms.find((scan) => isOf(scan, platform));
        return joinPlatform(platform, registry, about);
    });
    const complete = joined.filter((scan) => scan.outcome === 'complete');
    return complete.length === joined.length
        ? { kind: 'complete', platforms: complete }
        : { kind: 'incomplete', platforms: joined };
}
function isOf(scan, { platform, digest }) {
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
    return own.reason === 'unsupported' && own.findings === undefined
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

// EXTERNAL MODULE: ./src/phases/foreign-findings.ts
var foreign_findings = __webpack_require__(4191);
;// CONCATENATED MODULE: ./src/phases/scanning.ts







const scanning = {
    name: 'scan',
    title: 'Scan',
    async run(verified, run) {
        const { plan, image } = verified;
        const others = (0,foreign_findings/* assignForeign */.M)(plan, image, run);
        const own = nameSeverities(await scanHere(verified, run), plan.inputs.policy.words);
        return run.keep('scan', joinScans(own, others, image.platforms));
    },
    tell: (scan) => scanLines(scan).map(message/* info */.pq),
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

;// CONCATENATED MODULE: ./src/phases/gate.ts











async function passGate(verified, exceptions, run, compared = { home: verified.target, scanned: verified.target }) {
    const { plan } = verified;
    const { inputs } = plan;
    requireRuntime(plan, verified.image, run);
    const before = run.found('baseline');
    const isToTell = isDifferenceTold(plan) && before !== undefined;
    if (inputs.maxSize !== undefined || inputs.maxGrowth !== undefined || isToTell)
        await run.do(sizing, { verified, home: compared.home, baseline: before, isToTell });
    else
        keepSizeChange(verified.image, run);
    const scan = await run.do(scanning, verified);
    const isCompared = (inputs.policy.onlyNew || isToTell) && scan.kind !== 'off';
    const baseline = isCompared ? await baselineFor(verified, compared, run) : { kind: 'unasked' };
    const verdict = await run.do(judging, { scan, baseline, exceptions, policy: inputs.policy });
    if (verdict.outcome === 'failed')
        throw (0,policy_error/* policyFailed */.o)(verdict, (0,tags_had/* tagsHad */.p)(run));
}
async function baselineFor({ plan: { inputs } }, { scanned, lacking }, run) {
    const image = run.found('baseline');
    const decides = inputs.policy.onlyNew;
    if (inputs.scan === 'off' && !decides)
        return { kind: 'unasked' };
    if (inputs.scan === 'off' && image !== undefined)
        return { kind: 'unreadable', image, why: 'the input scan is off, so that ECR is not asked' };
    if (lacking !== undefined && image !== undefined && image.isArchived !== true)
        return { kind: 'unreadable', image, why: lacking };
    return run.do(readingBaseline, { image, target: scanned, inputs, decides });
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
            ...notes.lines.map(message/* info */.pq),
            (0,message/* info */.pq)(verdictLine(verdict)),
            ...notes.notices.map(message/* notice */.lm),
            ...notes.warnings.map(message/* warning */.$e),
            ...(verdict.outcome === 'not-scanned' ? [(0,message/* warning */.$e)(verdictLine(verdict))] : []),
        ];
    },
};

;// CONCATENATED MODULE: ./src/phases/tagging.ts


function lookBeside({ plan, target }, { decision }) {
    const { scan, ifExists, scanRepository, destinations } = plan.inputs;
    const tags = unguardedTags(decision.tags, target.repository);
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
        run.keep('tags', decided.decision.tags.map(({ planned: { tag, kind } }) => ({ tag, kind, outcome: 'not-tried' })));
        const { results, failure } = await tagImage({
            repository: target.repository,
            image,
            decisions: decided.decision.tags,
            ifExists: plan.inputs.ifExists,
            ages: decided.ages,
            shown,
            onAnchored: () => dropCandidateTags(run, target.repository),
            clock: run.ports.clock,
            log: run.ports.log,
        });
        run.keep('tags', results);
        if (failure !== undefined)
            throw failure;
        notNeeded(run, target.repository);
    },
};
const lookAtTags = async (run, ports) => {
    const [results, image, repository] = [run.found('tags'), run.found('image'), run.found('repository')];
    const target = run.found('inputs')?.target;
    if (results === undefined || image === undefined || repository === undefined || target === undefined)
        return;
    const { images } = (await ports.connect(target)).open(repository.name);
    const [now] = await images.describe([{ digest: image.digest }]);
    run.keep('tags', asShown(results, now?.tags ?? []));
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
            log.warning(`The builder left out the label ${build_record/* recordLabel */.Gn}, so no later run can reuse the image.`);
        return;
    }
    if (record !== undefined && (0,build_record/* formatRecord */.bM)(record) === (0,build_record/* formatRecord */.bM)(holder.record))
        return;
    throw new errors/* ShipError */.fS({
        code: 'verify-failed',
        what: `The image ${digest} carries another ${build_record/* recordLabel */.Gn} than this run gave it.`,
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
    tell: (image) => [(0,message/* info */.pq)(verifiedLine(image))],
};

;// CONCATENATED MODULE: ./src/phases/scan-repository.ts














async function openGate({ inputs, target }, run) {
    const { scanRepository: place } = inputs;
    if (place?.target === undefined)
        return target;
    const registry = await run.ports.connect(place.target);
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
        ]).catch((error) => {
            throw missingFrom('scan-repository', error);
        });
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
        ...(scanSettings.notice === undefined ? [] : [(0,message/* notice */.lm)(scanSettings.notice)]),
        (0,message/* info */.pq)(`Logged in to ${(0,types_image/* registryHost */.U)(repository)}: the image is scanned in ${repository.name} before it comes to ` +
            `${target.repository.uri}.`),
    ],
};
const copying = {
    name: 'copy',
    title: ({ destination, isBaseline }) => `Copy ${isBaseline === true ? 'of the baseline ' : ''}to ${destination.uri}`,
    run: (order) => copyImage(order),
    tell: (copied, order) => [(0,message/* info */.pq)(copiedLine(copied, order))],
};
function mayJudgeInTarget({ inputs, from, target }) {
    if (from === target || inputs.scan === 'off')
        return false;
    return from.repository.scanner === undefined && target.repository.scanner !== undefined;
}
async function leaveSource(candidate, from, run) {
    await dropCandidateTags(run, from.repository);
    return run.keep('candidate', { ...candidate, tag: undefined });
}
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
    await passGate(verified, exceptions, run, await compareIn({ target, gate }, plan, run));
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
        const tags = [...new Set([...image.tags, ...(0,tags_had/* tagsHad */.p)(run)])];
        await passGate({ ...verified, image: { ...image, tags } }, exceptions, run);
        return;
    }
    await passGate(verified, exceptions, run, await compareIn({ target, gate }, plan, run));
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
async function compareIn(route, plan, run) {
    const { target: home, gate } = route;
    const baseline = run.found('baseline');
    const { onlyNew } = plan.inputs.policy;
    const isAsked = onlyNew || isDifferenceTold(plan);
    if (home.repository.scanner !== undefined)
        return { home, scanned: home };
    if (!isAsked || baseline === undefined || baseline.isArchived === true)
        return { home, scanned: gate };
    try {
        if (onlyNew)
            await bringToGate(baseline.digest, { ...route, isBaseline: true }, run);
        const [there] = await gate.repository.manifests.read([baseline.digest]);
        const lacking = `it is not in ${gate.repository.name}, where images are scanned`;
        return { home, scanned: gate, ...(there === undefined && { lacking }) };
    }
    catch (error) {
        if (!(error instanceof errors/* ShipError */.fS))
            throw error;
        return {
            home,
            scanned: gate,
            lacking: `it cannot be brought to where it is scanned: ${(0,types_text/* clause */.sb)(error.what)}`,
        };
    }
}

;// CONCATENATED MODULE: ./src/phases/destinations.ts











const openingDestinations = {
    name: 'login',
    async run({ plan, own, digest }, run) {
        const { destinations } = plan.inputs;
        run.keep('destinations', destinations.map(({ uri }) => ({ uri, state: 'not-reached', tags: [] })));
        const opened = await Promise.all(destinations.map((place) => at(place, run, () => destinations_open(place, { plan, digest }, run))));
        requireOthers(own, opened);
        return opened;
    },
    tell: (opened) => opened.flatMap(({ repository, decided }) => [
        (0,message/* info */.pq)(`Destination ${repository.uri}:`),
        ...(0,plan_lines/* decisionLines */.Wp)(decided.decision).map(message/* info */.pq),
    ]),
};
function requireOthers(own, opened) {
    const seen = new Set([own]);
    for (const { place, repository } of opened) {
        if (seen.has(repository.uri))
            throw new errors/* ShipError */.fS({
                code: 'invalid-input',
                what: repository.uri === own
                    ? `Input destinations names ${place.uri}, which is the repository of this run itself.`
                    : `Input destinations names ${place.uri} twice.`,
                next: 'Leave that line out: a destination is a further repository, and each is named once.',
            });
        seen.add(repository.uri);
    }
}
async function destinations_open(place, { plan, digest }, run) {
    const registry = await run.ports.connect(place.target);
    await requireAccount(registry, plan.inputs.allowedAccountIds);
    const door = registry.open(place.name);
    const [repository, tagged] = await Promise.all([
        door.opened(),
        door.tags.read(tagsToRead(plan)),
        takeLogin(registry, run),
    ]);
    const further = { ...plan, inputs: { ...plan.inputs, reusePaths: [] } };
    const tools = { ...run.ports, log: logOf(place, run.ports.log) };
    const decided = await decideBeyondArchive(further, { repository, tagged, isFurther: true }, tools, digest);
    return { place, repository, decided };
}
function logOf({ uri }, log) {
    return { ...log, notice: (text) => log.notice(`Destination ${uri}: ${text}`) };
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
        const recipients = [
            {
                repository: target.repository,
                decided,
                keep: (results) => run.keep('tags', results),
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
        for (const recipient of recipients) {
            done.set(recipient, recipient.decided.decision.tags.map(({ planned: { tag, kind } }) => ({
                tag,
                kind,
                outcome: 'not-tried',
            })));
            recipient.keep(done.get(recipient) ?? []);
        }
        for (const kind of ['fixed', 'moving'])
            for (const recipient of recipients) {
                const decisions = recipient.decided.decision.tags.filter(({ planned }) => planned.kind === kind);
                if (decisions.length === 0)
                    continue;
                run.tell([(0,message/* info */.pq)(`${recipient.repository.uri}:`)]);
                const { results, failure } = await tagImage({
                    ...recipient,
                    image,
                    decisions,
                    ifExists: plan.inputs.ifExists,
                    ages: recipient.decided.ages,
                    clock: run.ports.clock,
                    log: run.ports.log,
                });
                const known = (done.get(recipient) ?? []).map((one) => results.find(({ tag }) => tag === one.tag) ?? one);
                done.set(recipient, known);
                recipient.keep(known);
                if (failure !== undefined)
                    throw recipient.fail(failure);
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
    const planned = (run.found('tags') ?? []).map(({ tag }) => tag);
    const look = async (result) => {
        const place = inputs.destinations.find(({ uri }) => uri === result.uri);
        if (place === undefined)
            return result;
        const { images } = (await ports.connect(place.target)).open(place.name);
        const [now] = await images.describe([{ digest: image.digest }]);
        return now === undefined ? result : { ...result, ...shown(planned, now.tags, result) };
    };
    const seen = await Promise.all(results.map((result) => look(result).catch(() => result)));
    run.keep('destinations', seen);
};
function shown(planned, tags, { state }) {
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
        const error = (0,errors/* asShipError */.Nn)(missingFrom('destinations', thrown));
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

// EXTERNAL MODULE: ./src/adapters/github/github-api.ts + 3 modules
var github_api = __webpack_require__(9299);
// EXTERNAL MODULE: ./src/adapters/machine/report-files.ts
var report_files = __webpack_require__(668);
// EXTERNAL MODULE: ./src/adapters/runner/github-job.ts + 1 modules
var github_job = __webpack_require__(2379);
// EXTERNAL MODULE: ./src/report/files.ts + 11 modules
var files = __webpack_require__(8332);
// EXTERNAL MODULE: ./src/report/headline.ts
var headline = __webpack_require__(4512);
// EXTERNAL MODULE: ./src/report/tags-first.ts
var tags_first = __webpack_require__(5162);
// EXTERNAL MODULE: ./src/report/tags-set.ts
var tags_set = __webpack_require__(2644);
;// CONCATENATED MODULE: ./src/report/last-line.ts




function lastLine(report) {
    return `${ending(report)} (${(0,duration/* formatDuration */.a)(report.finishedAt - report.startedAt)})`;
}
function ending(report) {
    const { failure, login, inputs, repository, imageId, verdict } = report;
    if (login !== undefined && failure === undefined)
        return `Logged in to ${login.host} until ${(0,format/* formatTime */.fU)(login.expiresAt)}`;
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
// EXTERNAL MODULE: ./src/report/counts-of.ts
var counts_of = __webpack_require__(5728);
// EXTERNAL MODULE: ./src/report/references.ts
var report_references = __webpack_require__(5362);
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
    const tags = tagsOf(report);
    const uri = repository?.uri ?? '';
    const compared = verdict?.comparison?.kind === 'compared' ? verdict.comparison : undefined;
    return {
        ...(0,report_references/* referencesOf */.C)(report),
        'image-id': report.imageId ?? '',
        tags: uri === '' ? '' : tags.map((tag) => `${uri}:${tag}`).join('\n'),
        'tag-names': tags.join('\n'),
        version: tags[0] ?? '',
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
        ...(0,files/* filePaths */.B2)(report),
        'error-code': failure?.code ?? '',
        error: (failure?.message ?? '').replace(/\s+/g, ' '),
    };
}
function acceptedIn({ findings }) {
    return findings.filter(({ standing }) => standing.kind === 'accepted').length;
}
function tagsOf(report) {
    return report.inputs?.mode === 'plan' ? (report.plan?.tags ?? []).map(({ tag }) => tag) : (0,tags_set/* tagsSet */.k)(report);
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
            done.set(one, Array.isArray(one) ? presentable_listOf(one, walk) : objectOf(one, walk));
        return done.get(one);
    };
    return walk(value);
}
function isPlain(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
function presentable_listOf(list, walk) {
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
// EXTERNAL MODULE: ./src/tell.ts
var tell = __webpack_require__(44);
;// CONCATENATED MODULE: ./src/results.ts










async function giveResults(found, secrets) {
    const log = github_job/* githubLog */.QL(secrets);
    const fit = (text) => (0,types_text/* visible */.RK)(secrets.hide(text));
    const show = (report) => presentable(report, fit);
    const setOutputs = (told) => github_job/* setOutputs */.n0(outputsOf(show(told)), secrets);
    const { report, besides } = await (0,tell/* tell */.q)(found, (0,report_files/* reportFiles */.I)(), setOutputs, show);
    const shown = show(report);
    (0,files/* unwrittenNotices */.OP)(report).forEach(log.notice);
    if (isTold(report))
        await github_job/* writeSummary */.Sy((0,summary/* summaryOf */.YG)(shown), log, secrets);
    if (report.inputs?.comment === true) {
        const { commentOn } = await __webpack_require__.e(/* import() */ 887).then(__webpack_require__.bind(__webpack_require__, 2887));
        await commentOn(report, shown, { github: (0,github_api/* githubApi */.M)(log.debug), log, fit });
    }
    if (report.failure !== undefined)
        github_job/* fail */.fJ(report.failure, besides, secrets);
    log.info(lastLine(shown));
}
function isTold({ inputs, login, failure }) {
    return login === undefined || failure !== undefined ? (inputs?.summary ?? true) : false;
}

;// CONCATENATED MODULE: ./src/phases/deciding.ts







const deciding = {
    name: 'decide',
    title: 'Decide',
    async run({ plan, target, given }, run) {
        const { archived, ...decided } = await decideBeyondArchive(plan, withCompared(plan, target), run.ports, given);
        run.keep('decision', decided.decision);
        keepBaseline(decided.decision.tags, { plan, target, archived, holders: decided.holders }, run);
        return decided;
    },
    tell: ({ decision }, { plan, target }) => [
        ...(0,plan_lines/* decisionLines */.Wp)(decision).map(message/* info */.pq),
        ...(0,plan_lines/* decisionNotices */.KM)(decision, plan).map(message/* notice */.lm),
        ...warningsOfSetOnce(decision, target.repository).map(message/* warning */.$e),
    ],
};
async function lookForBaseline(about, run) {
    const { tagged } = about.target;
    const tags = about.plan.tags.map((planned) => ({
        planned,
        state: 'new',
        holder: tagged.get(planned.tag)?.digest,
    }));
    const { policy, maxGrowth } = about.plan.inputs;
    const isCompared = policy.onlyNew || maxGrowth !== undefined || isDifferenceTold(about.plan);
    const archived = isCompared
        ? await archivedTags(about.plan, withCompared(about.plan, about.target))
        : new Map();
    keepBaseline(tags, { ...about, archived }, run);
}
function withCompared(plan, { repository, tagged, looked }) {
    return { repository, tagged, looked, compared: comparedTags(plan) };
}
function keepBaseline(tags, looked, run) {
    const { plan, target, archived, holders } = looked;
    const baseline = findBaseline(tags, baselineTags(plan), { tagged: target.tagged, archived });
    if (baseline === undefined)
        return;
    run.keep('baseline', baseline);
    const stored = target.tagged.get(baseline.tag);
    const extent = holders?.get(baseline.digest)?.extent ??
        (stored?.digest === baseline.digest ? extentAtHand(stored) : undefined);
    if (extent !== undefined)
        run.keep('before', extent);
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
        (0,message/* info */.pq)(`${target.repository.uri}@${image.digest} has no tag but ${plan.candidateTag}. mode: publish with from: ${image.digest} ` +
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

// EXTERNAL MODULE: ./src/docker/attestation-form.ts
var attestation_form = __webpack_require__(2169);
// EXTERNAL MODULE: ./src/docker/build-warnings.ts
var build_warnings = __webpack_require__(3656);
// EXTERNAL MODULE: ./src/docker/command.ts
var command = __webpack_require__(1721);
// EXTERNAL MODULE: ./src/docker/display.ts
var display = __webpack_require__(4722);
// EXTERNAL MODULE: ./src/docker/patience.ts
var patience = __webpack_require__(1429);
// EXTERNAL MODULE: ./src/docker/printed.ts
var printed = __webpack_require__(210);
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

;// CONCATENATED MODULE: ./src/docker/push-ways.ts


function pushWays(tag, { repository, env, front }) {
    const direct = { name: (0,image_names/* registryName */.jT)(repository, tag), env };
    let way = front === undefined ? direct : { name: (0,image_names/* frontName */.xx)(front, repository, tag), env: front.env };
    return {
        now: () => way,
        giveUp() {
            if (front === undefined || way === direct || front.isUsed())
                return false;
            way = direct;
            return true;
        },
        told(result) {
            if (front === undefined || way === direct)
                return result;
            const itself = (text) => text.replaceAll(front.host, (0,types_image/* registryHost */.U)(repository));
            const fault = front.takeFault();
            const why = fault === undefined || result.exitCode === 0 ? '' : `; ${fault}`;
            return {
                ...result,
                stdout: itself(result.stdout),
                stderr: `${itself(result.stderr).trimEnd()}${why}`,
            };
        },
    };
}

// EXTERNAL MODULE: ./src/docker/docker-failure.ts + 5 modules
var docker_failure = __webpack_require__(3401);
;// CONCATENATED MODULE: ./src/docker/retried-push.ts


const retried_push_pausesMs = [1_000, 3_000, 9_000];
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
        const failure = (0,docker_failure/* pushFailureOf */.R)(failed);
        const pause = retried_push_pausesMs[tries - 1];
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
            throw (0,docker_failure/* dockerFailed */.i)(failed);
        }
    }
}
function mayNeedLogin(kind) {
    return kind === 'login-expired' || kind === 'refused';
}

;// CONCATENATED MODULE: ./src/docker/push-image.ts











async function pushBuilt(local, target, tools) {
    const { candidateTag, platform, olderForm: older } = local;
    const { repository } = target;
    const { stdout } = await tools.log.group('Push', async () => {
        const ways = pushWays(candidateTag, target);
        const take = async () => {
            tools.onNamed(ways.now().name);
            await rename();
            tools.log.info((0,display/* wrappedCommand */.L)(['push', ways.now().name]));
        };
        const rename = async () => {
            if (local.name !== ways.now().name)
                await (0,engine_images/* engineImages */.x)(tools).tag(local.name, ways.now().name);
        };
        const push = async () => {
            const { name, env } = ways.now();
            return ways.told(await tools.docker.run(['push', name], { ...pushOptions(local, repository), env }));
        };
        const run = async () => {
            const result = await push();
            if (result.exitCode === 0 || !ways.giveUp())
                return result;
            tools.log.info('The engine does not reach this step there, so it pushes to the registry itself.');
            await take();
            return push();
        };
        await take();
        const otherForm = older && { ...older, take: () => older.take().then(rename) };
        return pushRetried({ step: 'push', repository, run, otherForm }, tools);
    });
    return { digest: (0,printed/* digestFromPush */.L3)(stdout), tag: candidateTag, platform };
}
function pushOptions({ config }, { manifests }) {
    const onShown = whenLayersAreThere(() => {
        if (config !== undefined)
            manifests?.readAhead?.(config);
    });
    return { show: true, patience: patience/* pushPatience */.Mg, engine: true, onlyNews: true, onShown };
}
async function buildAndPush(plan, builder, { repository, env }, tools) {
    return tools.docker.withOutputFile(async (metadataFile, readMetadata) => {
        const goal = { kind: 'push', uri: repository.uri, metadataFile };
        let args = (0,command/* buildCommand */.O)(plan, builder, goal);
        const otherForm = (0,attestation_form/* olderForm */.P)(plan, () => {
            args = (0,command/* buildCommand */.O)(plan, builder, { ...goal, attestations: 'image' });
            tools.log.info((0,display/* wrappedCommand */.L)(args));
            return Promise.resolve();
        });
        await tools.log.group('Build and push', async () => {
            tools.log.info((0,display/* wrappedCommand */.L)(args));
            const options = { env, show: true, patience: patience/* buildPatience */.Kq };
            const run = () => tools.docker.run(args, options);
            const dockerfile = (0,build_image/* dockerfileOf */.S9)(plan);
            const result = await pushRetried({ step: 'build', repository, dockerfile, run, otherForm }, tools);
            (0,build_warnings/* tellBuildWarnings */.hz)((0,printed/* outputOf */.jH)(result), dockerfile, tools.log);
        });
        const digest = (0,printed/* digestFromMetadata */.yW)(await readMetadata());
        return { digest, tag: undefined, platform: (0,build_image/* platformOf */.tj)(plan, builder) };
    });
}

;// CONCATENATED MODULE: ./src/phases/pushing.ts






const connectionsOfPush = 3;
async function openFrontFor({ plan, builder, target }, run) {
    const { repository } = target;
    if (builder.machine === undefined || repository.openFront === undefined)
        return undefined;
    try {
        const bases = await (0,base_images/* baseImagesOf */.r)(plan.inputs.build, run);
        const own = `${(0,types_image/* registryHost */.U)(repository)}/`;
        if (bases?.images.some((image) => image.startsWith(own)) === true)
            return undefined;
        const front = await repository.openFront(builder.machine);
        if (front === undefined)
            return undefined;
        repository.connectAhead?.(connectionsOfPush);
        const { basic, ...rest } = front;
        const { dockerEnv } = await installLogin([{ host: front.host, basic }], 'step', run);
        return { ...rest, env: dockerEnv };
    }
    catch {
        return undefined;
    }
}
async function pushCandidate(local, { plan, target, front, }, run) {
    const { repository, dockerEnv: env, renewLogin } = target;
    const atOnce = Math.min(tagsAtOnce, plan.tags.filter(({ kind }) => kind === 'moving').length);
    repository.connectAhead?.(Math.max(front === undefined ? 1 : connectionsOfPush, atOnce));
    const undo = expectCandidateTag({ plan, target }, run);
    const onNamed = (name) => run.undo.plan({ kind: 'local-image', name });
    const tools = { ...run.ports, renewLogin, onNamed };
    const candidate = await pushBuilt(local, { repository, env, front }, tools).finally(() => front?.close());
    run.undo.change(undo, { state: 'there' });
    return candidate;
}

;// CONCATENATED MODULE: ./src/phases/making.ts










const making = {
    name: 'build',
    async run({ plan: asked, probe, target, early, before }, run) {
        const builder = await fitBuilder(asked, probe, run);
        const plan = await withPlannedCache(asked, target.repository, run);
        const { repository, dockerEnv: env, renewLogin } = target;
        const tools = { ...run.ports, renewLogin };
        const push = { repository, env };
        const pulled = (built) => built.catch((error) => {
            throw explainPull(error, target.ecrImages);
        });
        if (builder.push === 'by-digest') {
            await (0,build_secrets/* putSecrets */.F)(plan, run);
            if (plan.smokeTests.length > 0) {
                run.undo.plan({ kind: 'local-image', name: (0,image_names/* localName */.fk)(plan.candidateTag) });
                const built = await pulled((0,build_image/* loadForTest */.__)(plan, builder, { env }, run.ports));
                await run.do(smokeTesting, { plan, built });
            }
            return run.keep('candidate', await pulled(buildAndPush(plan, builder, push, tools)));
        }
        const front = openFrontFor({ plan, builder, target }, run);
        const local = (await early.finish(builder)) ?? (await pulled(buildLate(plan, builder, env, run)));
        const noting = noteSizes(local, builder, run);
        if (isSizeToKnow(plan))
            await requireSizes({ plan, built: local, sizes: await noting, before: await before }, run);
        if (plan.smokeTests.length > 0)
            await run.do(smokeTesting, { plan, built: local });
        const pushed = pushCandidate(local, { plan, target, front: await front }, run);
        const [candidate] = await Promise.all([pushed, noting]);
        return run.keep('candidate', candidate);
    },
};
async function buildLate(plan, builder, env, run) {
    await (0,build_secrets/* putSecrets */.F)(plan, run);
    run.undo.plan({ kind: 'local-image', name: (0,image_names/* localName */.fk)(plan.candidateTag) });
    return (0,build_image/* buildLocally */.Bi)(plan, builder, { env }, run.ports);
}

// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __webpack_require__(6221);
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
        (0,message/* warning */.$e)(`${repository.name} has ${least}${inThousands(count)} images, and ECR's default quota is ${inThousands(most)}, with which ` +
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
        return [(0,message/* warning */.$e)(`In ${repository.name}, ${has} that ECR lets it have. ${next}`)];
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
    const set = decision.tags.filter(({ state }) => state !== 'kept-back').map(({ planned }) => planned.tag);
    return [...new Set([...image.tags, ...set])];
}
function nearTags(outlook) {
    const count = tagsAfter(outlook).length;
    if (!(0,quota/* isNear */.HQ)(count, quota/* quotas */.am.tags))
        return [];
    return [
        (0,message/* warning */.$e)(`The image will have ${String(count)} of the ${String(quota/* quotas */.am.tags.most)} tags that ECR lets it have; this quota cannot be raised. ` +
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
    const pushed = `The image was pushed at ${(0,format/* formatTime */.fU)(image.pushedAt)}, and a new tag does not make it newer`;
    const why = `the lifecycle policy says: ${(0,report_posture/* ruleInWords */.Xx)(rule)}`;
    if (at === undefined)
        return now - image.pushedAt < soonMs ? [] : [(0,message/* notice */.lm)(`${pushed}: ${why}. Newer images count before it.`)];
    if (at - now > soonMs)
        return [];
    const does = rule.action === 'archive' ? 'archives' : 'removes';
    const when = at <= now ? 'it within a day, with the tags that this run sets' : `it at ${(0,format/* formatTime */.fU)(at)}`;
    return [
        (0,message/* warning */.$e)(`${pushed}: ECR ${does} ${when}, for ${why}. Push it anew, or let the policy leave its tags out.`),
    ];
}

;// CONCATENATED MODULE: ./src/publish/replicate.ts


const replicate_beginsWithinMs = 30_000;
async function awaitReplicas(awaited) {
    const { replication, expected, digest, timeoutMs, note } = awaited;
    if (expected?.length === 0)
        return 'none';
    const waiting = startWaiting(awaited);
    for (;;) {
        const statuses = statusOfEach(expected, await replication.status(digest));
        note(statuses);
        const failed = statuses.filter(({ state }) => state === 'failed');
        if (failed.length > 0)
            throw failure(awaited, failed);
        const left = statuses.filter(({ state }) => state !== 'complete');
        const waitedMs = waiting.waitedMs();
        if (statuses.length > 0 && left.length === 0)
            return statuses;
        if (statuses.length === 0 && waitedMs >= Math.min(replicate_beginsWithinMs, timeoutMs))
            return 'none';
        if (waitedMs >= timeoutMs)
            throw replicate_notInTime(awaited, left);
        await waiting.pause((minutes) => `Waiting for ${namesOf(left)} for ${minutes} min.`, timeoutMs - waitedMs);
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
    const why = failed.map((one) => `to ${placeOf(one)}: ${one.failureCode ?? 'it does not say why'}`);
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
        what: `${uri}@${digest} is not in ${namesOf(left)} after ${String(Math.round(timeoutMs / 1000))} s. In ${uri} it has its tags.`,
        next: 'The copies go on without this run, and this shows how far they are: ' +
            `aws ecr describe-image-replication-status --region ${region} --registry-id ${registryId} --repository-name ${name} --image-id imageDigest=${digest}. ` +
            `Give the input wait-for-replication a longer time, such as 1h. Where the image was pushed before there was a rule, ${backfill(left)}.`,
    });
}
function backfill(replicas) {
    const commands = replicas.map(({ region, registryId }) => `aws ecr start-replication-backfill --destination region=${region},registryId=${registryId}`);
    return `this copies what is missing: ${commands.join('; ')}`;
}
function namesOf(replicas) {
    return replicas.map(placeOf).join(' and ');
}
function placeOf({ registryId, region }) {
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
            (0,message/* notice */.lm)(`The replication rules of registry ${registryId} in ${region} are not known, without ecr:DescribeRegistry or because ` +
                'it is another account; the run goes by what ECR says of the image.'),
        ]
        : [];
    if (outcome === 'none')
        return [...unknown, (0,message/* notice */.lm)(`Nothing is replicated from ${uri}, so there was nothing to wait for.`)];
    return [...unknown, (0,message/* info */.pq)(`${uri}: the image is in ${outcome.map(placeOf).join(' and ')}.`)];
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

// EXTERNAL MODULE: ./src/undo/sweep.ts
var sweep = __webpack_require__(914);
;// CONCATENATED MODULE: ./src/stories/release.ts






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
async function release_awaitReplicas({ plan, image }, sources, run) {
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

;// CONCATENATED MODULE: ./src/stories/finish-build.ts











async function finishBuild(begun, run) {
    const { inputs, logins, probe, plan, exceptions, early } = begun;
    const registry = await run.ports.connect(begun.target);
    const asked = { tags: tagsToRead(plan), unused: unusedTags(plan) };
    const target = await run.do(opening, { inputs, registry, ...asked, logins });
    const gate = await openGate({ inputs, target }, run);
    const counted = [...new Set([target, gate])].map((place) => lookThrough(place, run));
    if (inputs.mode === 'build')
        await lookForBaseline({ plan, target }, run);
    const decided = inputs.mode === 'build' ? undefined : await run.do(deciding, { plan, target });
    const reused = decided?.decision.kind === 'reuse' ? decided.decision.digest : undefined;
    const destinations = await reachDestinations({ plan, own: target.repository.uri, digest: reused }, run);
    const isReused = decided?.decision.kind === 'reuse';
    const before = isReused ? Promise.resolve(undefined) : beginBaselineSize({ plan, target }, run);
    if (isReused) {
        await early.drop();
        run.tell(notTestedAgain(plan));
    }
    const candidate = isReused
        ? run.keep('candidate', reusedCandidate(decided.decision, inputs))
        : await run.do(making, { plan, probe, target: gate, early, before });
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
    await release_awaitReplicas(passed, sources, run);
}
function notTestedAgain({ smokeTests }) {
    return smokeTests.length === 0 ? [] : [(0,message/* notice */.lm)('Nothing was built, so no smoke test was run.')];
}
function reusedCandidate({ digest }, { build: { platforms } }) {
    return { digest, tag: undefined, platform: platforms[0] };
}

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
        (0,message/* info */.pq)(`Logged in to ${host} until ${new Date(expiresAt).toISOString()} (${loginScope(inputs.login)}).`),
    ],
};
async function logging_in_hostOf({ ownHost }, { endpoint }) {
    if (endpoint !== undefined)
        return new URL(endpoint).host;
    if (ownHost === undefined)
        throw new Error('neither the login nor the registry says a host');
    return ownHost();
}

;// CONCATENATED MODULE: ./src/stories/log-in.ts

async function logIn(inputs, run) {
    const registry = await run.ports.connect(inputs.target);
    await run.do(loggingIn, { inputs, registry });
}

;// CONCATENATED MODULE: ./src/image/join.ts





const indexType = 'application/vnd.oci.image.index.v1+json';
async function joinImages(images, manifests) {
    const lists = await Promise.all(images.map((image) => entriesOf(image, manifests)));
    const entries = lists.flat().sort((one, other) => join_compare(sortKey(one), sortKey(other)));
    refuseUnclear(entries);
    const body = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests: entries });
    return { digest: await (0,types_digest/* digestOfText */.Nv)(body), mediaType: indexType, body };
}
async function entriesOf(image, manifests) {
    const { digest, mediaType, body } = image;
    const refuse = (why) => new types_refusal/* Refusal */.P_(`${digest} cannot be joined: ${why}`);
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
        return [{ mediaType, digest, size, platform: join_platformOf(config.platform, config.osDetails) }];
    }
    catch (error) {
        throw error instanceof types_refusal/* Refusal */.P_ && !error.message.startsWith(digest) ? refuse(error.message) : error;
    }
}
function join_platformOf(platform, details) {
    const [os = '', architecture = '', variant] = platform.split('/');
    return { architecture, os, ...details, ...(variant !== undefined && { variant }) };
}
function refuseUnclear(entries) {
    const images = entries.filter((entry) => nameOf(entry) !== forNobody);
    const unnamed = images.find((entry) => nameOf(entry) === undefined);
    if (unnamed !== undefined && images.length > 1)
        throw new types_refusal/* Refusal */.P_(`an index lists ${unnamed.digest} for no platform, so that engines would take it for that of each other image`);
    const seen = new Set();
    for (const entry of images) {
        const key = JSON.stringify([nameOf(entry), entry.platform?.['os.version']]);
        if (seen.has(key))
            throw new types_refusal/* Refusal */.P_(`two of the images are for ${nameOf(entry) ?? ''}: an index has one for each platform`);
        seen.add(key);
    }
}
const forNobody = 'unknown/unknown';
function nameOf({ platform }) {
    if (platform === undefined || platform === null || Object.keys(platform).length === 0)
        return undefined;
    const { os, architecture, variant = '' } = platform;
    const name = platformName(os, architecture, variant);
    return name === undefined ? [os, architecture, variant].join('/') : (0,names/* usualPlatform */.Qq)(name);
}
function sortKey(entry) {
    const name = nameOf(entry) ?? '';
    return `${name === forNobody ? '1' : '0'} ${name} ${entry.platform?.['os.version'] ?? ''} ${entry.digest}`;
}
function join_compare(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}

;// CONCATENATED MODULE: ./src/phases/collecting.ts









const collecting = {
    name: 'collect',
    title: 'Collect',
    async run({ inputs, target }, run) {
        const { repository } = target;
        const images = await collecting_imagesOf(inputs.from, target, run);
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
        ...('tag' in from.images ? [(0,message/* info */.pq)(`${from.images.tag} points to ${image.digest}.`)] : []),
        ...(parts.length === 0
            ? []
            : [
                (0,message/* info */.pq)(`Joins ${parts.map(({ digest }) => (0,types_digest/* shortDigest */.VK)(digest)).join(', ')} to the index ${image.digest}.`),
            ]),
        (0,message/* info */.pq)(`Made from ${made.commit ?? `an unknown commit: ${made.why}`}.`),
    ],
};
async function collecting_imagesOf({ images }, { repository }, { ports }) {
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
        if (!(error instanceof types_refusal/* Refusal */.P_))
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

;// CONCATENATED MODULE: ./src/phases/joining.ts



const joining = {
    name: 'join',
    async run({ plan, target, collected: { image, parts } }, run) {
        if (parts.length === 0)
            return run.keep('candidate', {
                digest: image.digest,
                tag: undefined,
                platform: undefined,
                isGiven: true,
            });
        const undo = expectCandidateTag({ plan, target }, run);
        const put = await target.repository.tags.set(plan.candidateTag, image);
        if (put.kind !== 'set' || put.digest !== image.digest)
            throw new errors/* ShipError */.fS({
                code: 'registry-failed',
                what: `The index ${image.digest} could not be put under its own tag ${plan.candidateTag}.`,
                next: 'Run the job again; every run has a candidate tag of its own.',
            });
        run.undo.change(undo, { state: 'there' });
        const tag = plan.candidateTag;
        return run.keep('candidate', { digest: image.digest, tag, platform: undefined, isGiven: true });
    },
    tell: ({ digest, tag }) => (tag === undefined ? [] : [(0,message/* info */.pq)(`Pushed the index ${digest}.`)]),
};

;// CONCATENATED MODULE: ./src/phases/opening-source.ts










async function openSource({ inputs, target }, run) {
    const { repository: written } = inputs.from;
    const { name, uri } = target.repository;
    if (written === undefined || written === name || written === uri)
        return target;
    const parsed = (0,repository_input/* parseRepositoryInput */.mW)(inOwnRegistry(written, target.repository));
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
    const registry = await run.ports.connect(registryTarget);
    return run.do(openingSource, { inputs, target, name: place.name, registry, role: registryTarget.role });
}
function inOwnRegistry(written, own) {
    const host = `${(0,types_image/* registryHost */.U)(own)}/`;
    return own.type === 'private' && written.startsWith(host) ? written.slice(host.length) : written;
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
        ]).catch((error) => {
            throw missingFrom('from', error);
        });
        return { ...target, repository, scanSettings, role, tagged: new Map() };
    },
    tell: (from, { target, inputs }) => [
        ...(from.scanSettings.notice === undefined ? [] : [(0,message/* notice */.lm)(from.scanSettings.notice)]),
        (0,message/* info */.pq)(wayOf(from, target, mayJudgeInTarget({ inputs, from, target }))),
    ],
};
function wayOf({ repository }, { repository: { uri } }, isJudgedThere) {
    const way = isJudgedThere
        ? `copied to ${uri} without a tag, and judged there, for ${repository.uri} has no scanner`
        : `judged in ${repository.uri}, and copied to ${uri} when it has passed`;
    return `Logged in to ${(0,types_image/* registryHost */.U)(repository)}: the image is ${way}.`;
}
function notARepository(written, uri) {
    return new errors/* ShipError */.fS({
        code: 'invalid-input',
        what: `Input from names an image of ${JSON.stringify(written)}, which is neither ${uri} nor a repository of ECR.`,
        next: 'Give a digest or a tag alone, or the full URI of the repository from which the image is promoted.',
    });
}

// EXTERNAL MODULE: ./src/phases/planning.ts + 9 modules
var planning = __webpack_require__(2901);
;// CONCATENATED MODULE: ./src/phases/retiring.ts



const retiringMs = 10_000;
async function retireCandidateTags(verified, collected, run) {
    const isTagged = run.found('tags')?.some(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
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
        const tag = (0,names/* parseTag */.ED)(text);
        if (tag !== undefined)
            await tags.remove(tag);
    }
}

;// CONCATENATED MODULE: ./src/stories/publish.ts














async function publish(inputs, run) {
    run.keep('inputs', inputs);
    const registry = await run.ports.connect(inputs.target);
    const opened = await run.do(opening, { inputs, registry, tags: [] });
    const source = await openSource({ inputs, target: opened }, run);
    const collected = await run.do(collecting, { inputs, target: source });
    const counting = countReferrers(opened.repository, collected.image.digest, run.ports.log);
    const plan = await run.do(planning/* planning */.I, { inputs, image: collected.made });
    const exceptions = await (0,planning/* readAccepted */.o)(plan, run);
    await (0,foreign_findings/* readForeign */.v)(plan, run);
    const target = { ...opened, tagged: await opened.repository.tags.read(tagsToRead(plan)) };
    const decided = await run.do(deciding, { plan, target, given: collected.image.digest });
    const destinations = await reachDestinations({ plan, own: target.repository.uri, digest: collected.image.digest }, run);
    const from = source === opened ? target : source;
    const joined = await run.do(joining, { plan, target: from, collected });
    const isJudgedThere = mayJudgeInTarget({ inputs, from, target });
    const gate = isJudgedThere ? target : await openGate({ inputs, target: from }, run);
    await bringToGate(joined.digest, { target: from, gate }, run);
    const candidate = isJudgedThere ? await leaveSource(joined, from, run) : joined;
    const image = await run.do(verifying, { plan, target: gate, candidate, isBuilt: false });
    const verified = { plan, target: gate, candidate, image };
    const isTagsFirst = inputs.scan === 'after-tags';
    if (isTagsFirst)
        run.tell([(0,message/* warning */.$e)(tags_first/* tagsFirstWarning */.gO)]);
    const passed = isTagsFirst
        ? await carryInto(target, verified, run)
        : await passInto(target, verified, exceptions, run);
    const sources = await replicatedFrom(passed, destinations);
    await release({ ...passed, decided, destinations, counted: [await counting] }, run);
    if (from === target)
        await retireCandidateTags(passed, collected, run);
    if (isTagsFirst)
        await judgeAfterTags(target, verified, exceptions, run);
    await release_awaitReplicas(passed, sources, run);
}

;// CONCATENATED MODULE: ./src/later.ts








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
    const tags = plan?.tags.map(({ tag }) => (0,markdown/* code */.aY)(tag)) ?? [];
    if (tags.length === 0 || inputs?.mode !== 'build' || report.failure !== undefined)
        return [];
    return [`**Tags** none yet; to come: ${tags.join(', ')}`];
}
function incompleteSection({ scan, verdict }) {
    const platforms = scan === undefined || scan.kind === 'off' ? [] : scan.platforms;
    const isBreach = verdict?.outcome === 'failed' && verdict.breaches.some(({ kind }) => kind === 'incomplete-scan');
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
    const fix = fixes.find((said) => one.fix === said || other.fix === said);
    return fix === undefined ? merged : { ...merged, fix };
}
const fixes = ['yes', 'partial', 'no'];


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
