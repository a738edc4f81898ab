export const id = 490;
export const ids = [490];
export const modules = {

/***/ 3490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishing: () => (/* binding */ publishing)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1553);
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_dns_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _machine_deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6092);
/* harmony import */ var _engine_endpoint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5401);





const thisMachine = {
    name: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)(),
    isContainer: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)('/.dockerenv'),
    find: async (host) => (await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(host)).address,
};
const here = { address: '127.0.0.1', isOpen: false, why: undefined };
const loopback = /^(?:localhost|127(?:\.\d+){3}|::1)$/;
async function publishing(env, ask, machine = thisMachine) {
    const address = await (0,_engine_endpoint_js__WEBPACK_IMPORTED_MODULE_3__/* .engineAddress */ .ZK)(env);
    const remote = address === undefined ? undefined : remoteHost(address);
    if (remote !== undefined)
        return onMachine(remote, machine);
    if (!machine.isContainer)
        return here;
    const format = '{"mode":{{json .HostConfig.NetworkMode}},"networks":{{json .NetworkSettings.Networks}}}';
    const { exitCode, stdout } = await ask(['container', 'inspect', '--format', format, machine.name]);
    const inspected = exitCode === 0 ? parsed(stdout) : undefined;
    if (inspected === undefined || inspected.mode === 'host')
        return here;
    const gateway = Object.values(inspected.networks ?? {}).find((network) => network?.Gateway)?.Gateway;
    return {
        address: gateway,
        isOpen: false,
        why: 'this job runs in a container of that engine, with a network of its own',
    };
}
const nameMs = 10_000;
async function onMachine(host, { find }) {
    const late = () => new Error('no answer');
    const found = await (0,_machine_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .u)({ signals: [], ms: nameMs, late }, () => find(host)).catch(() => undefined);
    const address = found === undefined || loopback.test(found) ? undefined : found;
    return { address, isOpen: true, why: `the engine is on another machine, ${host}` };
}
function remoteHost(address) {
    if (!/^(?:tcp|ssh|https?):/.test(address) || !URL.canParse(address))
        return undefined;
    const { hostname: bracketed } = new URL(address.replace(/^\w+:/, 'http:'));
    const host = bracketed.replace(/^\[(.*)\]$/, '$1');
    return loopback.test(host) && !address.startsWith('ssh:') ? undefined : host;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
