export const id = 664;
export const ids = [664];
export const modules = {

/***/ 1664:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isThere),
/* harmony export */   H: () => (/* binding */ halfMade),
/* harmony export */   createRepository: () => (/* binding */ createRepository)
/* harmony export */ });
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _types_quota_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(637);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9786);
/* harmony import */ var _ecr_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3099);




async function createRepository(client, name, settings) {
    const { sdk, send, target } = client;
    try {
        await send('CreateRepository', name, (ecr, options) => ecr.send(new sdk.CreateRepositoryCommand({
            ...(0,_ecr_client_js__WEBPACK_IMPORTED_MODULE_3__/* .registryOf */ .F)(target),
            repositoryName: name,
            ...membersOf(settings),
        }), options));
    }
    catch (error) {
        if (isThere(error))
            return 'there';
        throw (0,_types_quota_js__WEBPACK_IMPORTED_MODULE_1__/* .quotaReached */ .pJ)(error instanceof Error ? error.message : '', error) ?? error;
    }
    await addPolicies(client, name, settings);
    return 'created';
}
function isThere(error) {
    const { cause } = error;
    return cause instanceof Error && cause.name === 'RepositoryAlreadyExistsException';
}
function membersOf({ mutability, exclusionFilters, encryption, tags }) {
    const base = mutability === 'immutable' ? 'IMMUTABLE' : 'MUTABLE';
    return {
        ...(exclusionFilters.length === 0
            ? { imageTagMutability: base }
            : {
                imageTagMutability: `${base}_WITH_EXCLUSION`,
                imageTagMutabilityExclusionFilters: exclusionFilters.map((filter) => ({
                    filterType: 'WILDCARD',
                    filter,
                })),
            }),
        ...(encryption !== undefined && {
            encryptionConfiguration: {
                encryptionType: encryption.type,
                ...(encryption.key !== undefined && { kmsKey: encryption.key }),
            },
        }),
        ...(tags.length > 0 && { tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
    };
}
async function addPolicies(client, name, { lifecyclePolicy, policy }) {
    const { sdk, send, target } = client;
    const of = { ...(0,_ecr_client_js__WEBPACK_IMPORTED_MODULE_3__/* .registryOf */ .F)(target), repositoryName: name };
    try {
        if (lifecyclePolicy !== undefined)
            await send('PutLifecyclePolicy', name, (ecr, options) => ecr.send(new sdk.PutLifecyclePolicyCommand({ ...of, lifecyclePolicyText: lifecyclePolicy }), options));
        if (policy !== undefined)
            await send('SetRepositoryPolicy', name, (ecr, options) => ecr.send(new sdk.SetRepositoryPolicyCommand({ ...of, policyText: policy }), options));
    }
    catch (error) {
        throw await halfMade(name, error, () => send('DeleteRepository', name, (ecr, options) => ecr.send(new sdk.DeleteRepositoryCommand({ ...(0,_ecr_client_js__WEBPACK_IMPORTED_MODULE_3__/* .registryOf */ .F)(target), repositoryName: name }), options)));
    }
}
async function halfMade(name, cause, remove) {
    const { code, what, next, details } = (0,_types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asShipError */ .Nn)(cause);
    const removed = await remove().then(() => true, () => false);
    const state = removed
        ? `The repository ${name} was made, and removed again because its policies could not be set.`
        : `The repository ${name} was made, and is there without all its policies: no later run sets them.`;
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .fS({
        code,
        what: `${state} ${what}`,
        next: removed ? next : `${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clause */ .sb)(next)}; then delete the repository, or set them by hand.`,
        ...(details !== undefined && { details }),
        cause,
    });
}


/***/ })

};
