export const id = 91;
export const ids = [91];
export const modules = {

/***/ 6091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/adapters/machine/clock.ts
var clock = __webpack_require__(8692);
// EXTERNAL MODULE: ./src/adapters/runner/ending.ts
var ending = __webpack_require__(5240);
// EXTERNAL MODULE: ./src/adapters/machine/processes.ts
var processes = __webpack_require__(1155);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
;// CONCATENATED MODULE: ./src/adapters/runner/runner-commands.ts



function runnerLog({ hide }) {
    const fit = (text) => shown(hide(text));
    return {
        info: (text) => {
            write(fit(text));
        },
        debug: (text) => {
            command('debug', '', fit((0,types_text/* shortHashes */.H5)(text)));
        },
        notice: (text) => {
            command('notice', ' title=ecr-ship', fit((0,types_text/* shortHashes */.H5)(text)));
        },
        warning: (text) => {
            command('warning', ' title=ecr-ship', fit((0,types_text/* shortHashes */.H5)(text)));
        },
        group: async (_, work) => work(),
    };
}
function exportVariable(name, value) {
    process.env[name] = value;
    const file = process.env['GITHUB_ENV'] ?? '';
    if (file === '')
        return;
    const delimiter = delimiterFor(value);
    (0,external_node_fs_.appendFileSync)(file, [`${name}<<${delimiter}`, value, delimiter, ''].join(external_node_os_.EOL), 'utf8');
}
function delimiterFor(value) {
    for (let number = 0;; number += 1) {
        const delimiter = `ghadelimiter_${number.toString(16)}`;
        if (!value.includes(delimiter))
            return delimiter;
    }
}
function mask(secret) {
    const data = secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    if (secret.trim() !== '')
        write(`::add-mask::${data}`);
}
function command(name, properties, text) {
    const data = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    write(`::${name}${properties}::${data}`);
}
function write(line) {
    process.stdout.write(`${line}${external_node_os_.EOL}`);
}
function shown(text) {
    return (0,types_text/* withoutOrders */.g4)((0,types_text/* visible */.RK)(text.replace(/\r\n?/g, '\n')));
}

// EXTERNAL MODULE: ./src/adapters/machine/secrets.ts + 1 modules
var machine_secrets = __webpack_require__(4207);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/job-secrets.ts
var job_secrets = __webpack_require__(2566);
// EXTERNAL MODULE: ./src/undo/journal.ts
var journal = __webpack_require__(7537);
// EXTERNAL MODULE: ./src/undo/undo.ts + 1 modules
var undo_undo = __webpack_require__(8390);
;// CONCATENATED MODULE: ./src/post.ts










const budgetMs = 120_000;
async function post(state) {
    const signal = AbortSignal.timeout(budgetMs);
    const secrets = (0,machine_secrets/* startSecrets */.Q)();
    (0,job_secrets/* jobSecrets */.p)((name) => process.env[name]).forEach(secrets.add);
    const log = runnerLog(secrets);
    try {
        for (const { undo, failure } of await (0,undo_undo/* undoAll */.wC)((0,journal/* readJournal */.a)(state), toolsUntil(signal, secrets), signal))
            if (failure !== undefined)
                log[undo.kind === 'local-image' ? 'info' : 'warning'](`Could not ${(0,undo_undo/* describeUndo */.WJ)(undo)}: ${failure.message}`);
    }
    catch (error) {
        log.warning((0,errors/* asShipError */.Nn)(error).message);
    }
    (0,ending/* endSoon */.n)();
}
function toolsUntil(signal, secrets) {
    return {
        log: runnerLog(secrets),
        clock: (0,clock/* clockUntil */.V)(signal),
        job: { exportVariable: exportVariable },
        folders: {
            remove: async (path) => (0,promises_.rm)(path, { recursive: true, force: true }),
            async unshare(path) {
                const { unshare } = await __webpack_require__.e(/* import() */ 411).then(__webpack_require__.bind(__webpack_require__, 4792));
                await unshare(path);
            },
        },
        processes: { end: processes/* endProcess */.JZ },
        async docker() {
            const { dockerCli } = await Promise.all(/* import() */[__webpack_require__.e(114), __webpack_require__.e(143), __webpack_require__.e(441)]).then(__webpack_require__.bind(__webpack_require__, 1593));
            const children = { started: () => undefined, ended: () => undefined };
            return dockerCli({ secrets, signal, children });
        },
        async connect(target) {
            const { registries } = await Promise.all(/* import() */[__webpack_require__.e(114), __webpack_require__.e(76), __webpack_require__.e(270), __webpack_require__.e(94)]).then(__webpack_require__.bind(__webpack_require__, 1076));
            return registries(signal, (secret) => {
                secrets.add(secret);
                mask(secret);
            })(target);
        },
    };
}


/***/ })

};
