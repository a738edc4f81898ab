export const id = 441;
export const ids = [441,94];
export const modules = {

/***/ 1593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dockerCli: () => (/* binding */ dockerCli)
});

// EXTERNAL MODULE: ./src/types/bounds.ts
var bounds = __webpack_require__(2764);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/docker/display.ts
var display = __webpack_require__(4722);
// EXTERNAL MODULE: ./src/adapters/runner/debug.ts
var debug = __webpack_require__(1508);
// EXTERNAL MODULE: ./src/adapters/machine/regular-file.ts
var regular_file = __webpack_require__(9929);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/adapters/docker/engine-endpoint.ts
var engine_endpoint = __webpack_require__(5401);
;// CONCATENATED MODULE: ./src/adapters/docker/buildx-files.ts





class NotUnderstood extends Error {
}
async function chosenDriver(env) {
    const folder = env['BUILDX_CONFIG'] || (0,external_node_path_.join)((0,engine_endpoint/* dockerFolder */.NC)(env), 'buildx');
    const context = await (0,engine_endpoint/* currentContext */.Fi)(env);
    if (context === undefined)
        return undefined;
    try {
        const named = env['BUILDX_BUILDER'] ?? '';
        const driver = named === '' ? await currentDriver(folder, endpointOf(context, env)) : await driverOf(folder, named);
        if (driver !== undefined)
            return driver;
        if (named !== '' && named !== context)
            return undefined;
        return (await driverOf(folder, context)) ?? '';
    }
    catch (error) {
        if (error instanceof NotUnderstood)
            return undefined;
        throw error;
    }
}
function endpointOf(context, env) {
    return context === 'default' ? env['DOCKER_HOST'] || 'unix:///var/run/docker.sock' : context;
}
async function currentDriver(folder, endpoint) {
    const current = await object((0,external_node_path_.join)(folder, 'current'));
    const { Name: name = '', Key: key = '', Global: isGlobal = false } = current ?? {};
    if (typeof name !== 'string' || typeof key !== 'string' || typeof isGlobal !== 'boolean')
        throw new NotUnderstood();
    if (name !== '') {
        const driver = await driverOf(folder, name);
        if (isGlobal && driver !== undefined)
            return driver;
        if (key === endpoint)
            return driver;
    }
    const hash = (0,external_node_crypto_.createHash)('sha256').update(endpoint).digest('hex').slice(0, 20);
    const byDefault = await (0,regular_file/* readLinked */.c1)((0,external_node_path_.join)(folder, 'defaults', hash), bounds/* longestBuilderName */.lL).catch(() => {
        throw new NotUnderstood();
    });
    return byDefault === undefined ? undefined : driverOf(folder, byDefault);
}
async function driverOf(folder, name) {
    if (!/^[a-z][a-z0-9._-]*$/i.test(name))
        return undefined;
    const instance = await object((0,external_node_path_.join)(folder, 'instances', name.toLowerCase()));
    if (instance === undefined)
        return undefined;
    const { Driver: driver } = instance;
    if (typeof driver !== 'string' || driver === '')
        throw new NotUnderstood();
    return driver;
}
async function object(path) {
    const absent = {};
    const read = await (0,engine_endpoint/* readObject */.Ag)(path, absent);
    if (read === undefined)
        throw new NotUnderstood();
    return read === absent ? undefined : read;
}

// EXTERNAL MODULE: ./src/adapters/machine/workspace.ts
var workspace = __webpack_require__(1071);
;// CONCATENATED MODULE: ./src/adapters/docker/buildx-plugin.ts




const systemFolders = [
    '/usr/local/lib/docker/cli-plugins',
    '/usr/local/libexec/docker/cli-plugins',
    '/usr/lib/docker/cli-plugins',
    '/usr/libexec/docker/cli-plugins',
];
const pluginVariable = 'DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND';
const metadataCommand = 'docker-cli-plugin-metadata';
async function findBuildxPlugin(env) {
    if (process.platform === 'win32')
        return undefined;
    const config = await (0,engine_endpoint/* readDockerConfig */.TO)(env);
    if (config === undefined || config['cliPluginsExtraDirs'] !== undefined)
        return undefined;
    const folders = [(0,external_node_path_.join)((0,engine_endpoint/* dockerFolder */.NC)(env), 'cli-plugins'), ...systemFolders];
    const found = (await Promise.all(folders.map((folder) => look((0,external_node_path_.join)(folder, 'docker-buildx'))))).filter((each) => each !== undefined);
    const [place, ...others] = new Set(found.map((each) => each.place));
    const isCertain = place !== undefined && others.length === 0 && !(0,workspace/* isBelow */.Yw)(place, (0,workspace/* workspaceRoot */.oS)());
    return isCertain ? found[0]?.path : undefined;
}
async function look(path) {
    try {
        await (0,promises_.lstat)(path);
    }
    catch {
        return undefined;
    }
    try {
        return { path, place: await (0,promises_.realpath)(path) };
    }
    catch {
        return { path };
    }
}
async function isNative(program) {
    try {
        const handle = await (0,promises_.open)(program, 'r');
        try {
            const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
            return buffer.toString('latin1') !== '#!';
        }
        finally {
            await handle.close();
        }
    }
    catch {
        return false;
    }
}
function versionFromMetadata(text) {
    try {
        const metadata = JSON.parse(text);
        const { SchemaVersion: schema, Vendor: vendor, Version: version } = metadata ?? {};
        const isPlugin = schema === '0.1.0' && typeof vendor === 'string' && vendor !== '';
        return isPlugin && typeof version === 'string' ? version : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/adapters/machine/find-program.ts
var find_program = __webpack_require__(1266);
;// CONCATENATED MODULE: ./src/adapters/docker/docker-program.ts



async function nativeDocker() {
    const docker = (0,find_program/* findProgram */.K)('docker');
    return docker !== undefined && (await isNative(docker)) ? docker : undefined;
}
async function programsFor(args, env) {
    const docker = (0,find_program/* findProgram */.K)('docker');
    if (docker === undefined)
        return [];
    const direct = args[0] === 'buildx' && (await isNative(docker)) ? await findBuildxPlugin(env) : undefined;
    return [
        ...(direct === undefined ? [] : [{ path: direct, env: { [pluginVariable]: docker } }]),
        { path: docker, env: {} },
    ];
}
function dockerMissing(cause) {
    return new errors/* ShipError */.fS({
        code: 'docker-missing',
        what: 'There is no docker command on this runner.',
        next: 'Use a runner that has Docker (ubuntu-latest has), or install it before this step.',
        cause,
    });
}
const withoutGit = { BUILDX_GIT_INFO: 'false', BUILDX_GIT_LABELS: 'false', BUILDX_GIT_CHECK_DIRTY: 'false' };
const withoutConsole = { BUILDKIT_PROGRESS: 'plain' };
function dockerVariables() {
    const given = Object.entries(process.env).filter((entry) => entry[1] !== undefined && !/^(?:INPUT|STATE)_/.test(entry[0]));
    return { ...Object.fromEntries(given), ...withoutGit, ...withoutConsole };
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./src/docker/patience.ts
var patience = __webpack_require__(1429);
// EXTERNAL MODULE: ./src/types/abort.ts
var abort = __webpack_require__(951);
;// CONCATENATED MODULE: ./src/adapters/docker/docker-limits.ts


function startLimits(args, { quietMs, totalMs }, giveUp) {
    const whole = setTimeout(() => {
        giveUp(gaveUp(args, `it had not ended after ${inWords(totalMs)}`));
    }, totalMs);
    const quiet = setTimeout(() => {
        giveUp(gaveUp(args, `it had said nothing for ${inWords(quietMs)}`));
    }, quietMs);
    return {
        heard: () => {
            quiet.refresh();
        },
        async excused(work) {
            const excuse = setInterval(() => quiet.refresh(), Math.ceil(quietMs / 2));
            try {
                return await work;
            }
            finally {
                clearInterval(excuse);
            }
        },
        stop() {
            clearTimeout(whole);
            clearTimeout(quiet);
        },
    };
}
function gaveUp(args, why) {
    const { code, next } = kindOf(args);
    return new errors/* ShipError */.fS({ code, what: `\`${nameOf(args)}\` hung and was ended: ${why}.`, next });
}
function engineFrozen(args, ms) {
    return new errors/* ShipError */.fS({
        code: 'engine-unreachable',
        what: `The Docker engine has not answered for ${inWords(ms)}, so \`${nameOf(args)}\` was ended.`,
        next: 'Look at the engine: it, or the machine that it runs on, is stopped or out of memory. Then run the job again.',
    });
}
function pushStalled(args, ms) {
    return new errors/* ShipError */.fS({
        code: 'push-stalled',
        what: `\`${nameOf(args)}\` stalled: for ${inWords(ms)} it has said nothing, and next to nothing has left this machine.`,
        next: 'Look at the connection between the runner and the registry (a proxy, a firewall), then run the job again.',
    });
}
function uselessAnswer(args, why) {
    return new errors/* ShipError */.fS({
        code: 'engine-unreachable',
        what: `\`${nameOf(args)}\` gave an answer that cannot be used: ${why}.`,
        next: 'Look at the docker command and at the engine of this runner.',
    });
}
function kindOf(args) {
    if (args[0] === 'push')
        return {
            code: 'push-failed',
            next: 'Look at the connection between the runner and the registry, then run the job again.',
        };
    if (args[0] === 'build' || args[1] === 'build')
        return {
            code: 'build-failed',
            next: 'Look in the log for the step that hung; correct the Dockerfile, or look at the builder.',
        };
    return {
        code: 'engine-unreachable',
        next: 'Look at the engine of this runner: it, or the machine that it runs on, hangs.',
    };
}
function nameOf(args) {
    const words = args.slice(0, ['buildx', 'image'].includes(args[0] ?? '') ? 2 : 1);
    return (0,display/* displayCommand */.k)(words);
}
function inWords(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${String(seconds)} s`;
    const minutes = Math.round(seconds / 60);
    return minutes < 120 ? `${String(minutes)} minutes` : `${String(Math.round(minutes / 60))} hours`;
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./src/adapters/docker/docker-output.ts



function tailOf(most) {
    let kept = [];
    let size = 0;
    const text = () => kept.join('');
    return {
        add(piece) {
            kept.push(piece);
            size += piece.length;
            if (size < 2 * most)
                return;
            kept = [Buffer.from(text().slice(-most)).toString()];
            size = most;
        },
        text,
    };
}
function showable(secrets) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let held = [];
    let heldLength = 0;
    let carriageReturn = '';
    const fit = (text) => (0,types_text/* visibleInColour */.yV)(secrets.hide(text.replace(/\r+\n?/g, '\n'))).replaceAll('##[', String.raw `#\#[`);
    const hold = (text) => {
        held.push(text);
        heldLength += text.length;
    };
    const release = (upTo) => {
        const text = held.join('');
        const cut = upTo(text);
        [held, heldLength] = [[], 0];
        hold(text.slice(cut));
        return fit(text.slice(0, cut));
    };
    return {
        next(chunk) {
            const piece = carriageReturn + decoder.write(chunk);
            carriageReturn = piece.endsWith('\r') ? '\r' : '';
            const text = piece.slice(0, piece.length - carriageReturn.length);
            hold(text);
            const lineEnd = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
            if (lineEnd > 0)
                return release((all) => all.length - text.length + lineEnd);
            return heldLength > bounds/* longestLine */.N9 ? release((all) => cutInLine(all, secrets.longest())) : '';
        },
        end() {
            hold(carriageReturn + decoder.end());
            return release((all) => all.length);
        },
    };
}
const mostRemembered = 10_000;
function onlyNews() {
    const seen = new Set();
    const isNew = (line) => {
        if (seen.has(line))
            return false;
        if (seen.size < mostRemembered)
            seen.add(line);
        return true;
    };
    return (shown) => shown
        .split(/(?<=\n)/)
        .filter((line) => !line.endsWith('\n') || isNew(line))
        .join('');
}
function cutInLine(text, longestSecret) {
    const cut = Math.max(0, text.length - Math.max(longestSecret, bounds/* longestSequence */.op));
    return /[\ud800-\udbff]/.test(text.charAt(cut - 1)) ? cut - 1 : cut;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/adapters/machine/processes.ts
var processes = __webpack_require__(1155);
;// CONCATENATED MODULE: ./src/adapters/docker/docker-process.ts



const lingeringMs = 10_000;
async function runProcess({ program, args, env, command, read, isDropped = () => false }, signal, children) {
    signal.throwIfAborted();
    const child = (0,external_node_child_process_.spawn)(program, [...args], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
        detached: process.platform !== 'win32',
    });
    const { pid } = child;
    if (pid !== undefined)
        children.started({ pid, startedAt: (0,processes/* startTimeOf */.P2)(pid), command });
    const letGo = () => {
        child.stdout.destroy();
        child.stderr.destroy();
    };
    let ending;
    const stop = () => {
        ending = pid === undefined ? undefined : (0,processes/* endGroup */.N4)(pid, isDropped());
        letGo();
    };
    signal.addEventListener('abort', stop);
    let lingering;
    const ended = new Promise((resolve, reject) => {
        child.on('error', reject).on('exit', (code, by) => {
            resolve(code ?? 128 + (by === null ? 0 : external_node_os_.constants.signals[by]));
            lingering = setTimeout(letGo, lingeringMs).unref();
        });
    });
    try {
        const [exitCode, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)]);
        signal.throwIfAborted();
        return { exitCode, stdout, stderr };
    }
    catch (error) {
        if (!signal.aborted && pid !== undefined && child.exitCode === null && child.signalCode === null)
            stop();
        throw signal.aborted ? signal.reason : error;
    }
    finally {
        clearTimeout(lingering);
        signal.removeEventListener('abort', stop);
        await ending;
        if (pid !== undefined)
            children.ended(pid);
    }
}
async function* chunksOf(from) {
    try {
        for await (const chunk of from)
            yield chunk;
    }
    catch (error) {
        if (!from.destroyed)
            throw error;
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./src/adapters/docker/engine-socket.ts



async function requestEngine(socketPath, { method, path, ms }, over) {
    const end = new AbortController();
    const { signal } = end;
    const stopFollowing = (0,abort/* follow */.e)(end, over === undefined ? [] : [over]);
    const late = setTimeout(() => {
        end.abort(new Error(`it gave no answer within ${String(ms / 1000)} s`));
    }, ms);
    try {
        return await new Promise((resolve, reject) => {
            const call = (0,external_node_http_.request)({ socketPath, method, path, headers: { host: 'docker' }, agent: false, signal }, (response) => {
                const chunks = [];
                let size = 0;
                response.on('data', (chunk) => {
                    size += chunk.length;
                    if (size <= bounds/* largestEngineAnswer */.vW)
                        chunks.push(chunk);
                    else
                        call.destroy(new Error(`it answered with more than ${String(bounds/* largestEngineAnswer */.vW)} bytes`));
                });
                response.on('error', reject).on('end', () => {
                    resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
                });
            });
            call.on('error', reject).end();
        });
    }
    catch (error) {
        throw signal.aborted ? signal.reason : error;
    }
    finally {
        clearTimeout(late);
        stopFollowing();
    }
}

;// CONCATENATED MODULE: ./src/adapters/docker/engine-traffic.ts



const answerMs = 5_000;
async function engineTraffic(env, over) {
    const bridge = await bridgeOf(env, over).catch(() => undefined);
    return async () => {
        if (bridge === undefined)
            return undefined;
        return bytesSent(await (0,promises_.readFile)('/proc/net/dev', 'utf8').catch(() => ''), bridge);
    };
}
async function bridgeOf(env, over) {
    const socket = await (0,engine_endpoint/* engineSocket */.I6)(env);
    if (socket === undefined)
        return undefined;
    const order = { method: 'GET', path: '/networks/bridge', ms: answerMs };
    const { body } = await requestEngine(socket, order, over);
    const { Options: options } = JSON.parse(body);
    const name = options?.['com.docker.network.bridge.name'];
    return typeof name === 'string' ? name : undefined;
}
function bytesSent(text, bridge) {
    const lines = text.split('\n').flatMap((line) => {
        const [, name = '', counts = ''] = /^\s*([^\s:]+):(.*)$/.exec(line) ?? [];
        const sent = Number(counts.trim().split(/\s+/)[8]);
        return name !== '' && Number.isFinite(sent) ? [{ name, sent }] : [];
    });
    if (!lines.some(({ name }) => name === bridge))
        return undefined;
    return lines.reduce((total, { sent }) => total + sent, 0);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/adapters/docker/process-watch.ts
function watchProcess(watch) {
    const over = new AbortController();
    let heardAt = performance.now();
    watch(() => heardAt, over.signal).catch(() => undefined);
    return {
        heard: () => {
            heardAt = performance.now();
        },
        stop: () => {
            over.abort();
        },
    };
}

;// CONCATENATED MODULE: ./src/adapters/docker/engine-watch.ts


const engineTimings = {
    askAfterMs: 10_000,
    answerMs: 10_000,
    againMs: 2_000,
    frozenMs: 30_000,
};
function watchEngine(timings, ask, frozen) {
    return watchProcess(async (heardAt, over) => {
        let missingSince;
        const look = async () => {
            const silent = performance.now() - heardAt();
            if (silent < timings.askAfterMs) {
                missingSince = undefined;
                return timings.askAfterMs - silent;
            }
            const askedAt = performance.now();
            if (await ask(timings.answerMs, over))
                missingSince = undefined;
            else
                missingSince ??= askedAt;
            return timings.againMs;
        };
        for (;;) {
            await (0,external_node_timers_promises_.setTimeout)(await look(), undefined, { signal: over });
            if (missingSince === undefined || heardAt() > missingSince)
                continue;
            const missing = performance.now() - missingSince;
            if (missing < timings.frozenMs)
                continue;
            frozen(missing);
            return;
        }
    });
}

// EXTERNAL MODULE: ./src/adapters/runner/github-job.ts + 1 modules
var github_job = __webpack_require__(2379);
;// CONCATENATED MODULE: ./src/adapters/docker/stall-watch.ts


const leastPerSecond = 1024;
const looks = 12;
function watchForStall(stillMs, count, stalled) {
    const pauseMs = Math.ceil(stillMs / looks);
    return watchProcess(async (heardAt, over) => {
        let sent;
        let last;
        for (;;) {
            await (0,external_node_timers_promises_.setTimeout)(pauseMs, undefined, { signal: over });
            if (performance.now() - heardAt() < 2 * pauseMs) {
                last = undefined;
                continue;
            }
            sent ??= await count(over);
            const [bytes, at] = [await sent(), performance.now()];
            if (bytes === undefined)
                return;
            if (last === undefined || last.at < heardAt())
                last = { at, bytes };
            const stillFor = at - last.at;
            if (bytes - last.bytes > (leastPerSecond * Math.max(stillMs, stillFor)) / 1000)
                last = { at, bytes };
            else if (at - Math.max(heardAt(), last.at) >= stillMs) {
                stalled();
                return;
            }
        }
    });
}

;// CONCATENATED MODULE: ./src/adapters/docker/docker-run.ts















function runShown(job) {
    const { secrets } = job.setting;
    const fence = startFence(job.options.shownFrom);
    const reading = runWatched(job, async (from, { limits, signal }) => {
        const tail = tailOf(bounds/* keptOfShown */.pM);
        const output = showable(secrets);
        const news = job.options.onlyNews === true ? onlyNews() : (shown) => shown;
        const print = async (shown) => {
            const plain = (0,types_text/* withoutColour */.Zb)(shown);
            tail.add(plain);
            job.options.onShown?.(plain);
            if (shown !== '' && !process.stdout.write(shown))
                await limits.excused((0,external_node_events_.once)(process.stdout, 'drain', { signal }));
        };
        const opened = limits.excused((0,abort/* orAborted */.H)(fence.opened, signal));
        for await (const chunk of heldUntil(opened, chunksOf(from))) {
            const shown = news(output.next(chunk));
            if (shown !== '' || job.options.onlyNews !== true)
                limits.heard();
            await print(shown);
        }
        await print(news(output.end()));
        return tail.text();
    });
    return reading.finally(fence.close);
}
async function* heldUntil(moment, chunks) {
    const held = [];
    let size = 0;
    let next = chunks.next();
    next.catch(() => undefined);
    while (size < bounds/* mostHeldOutput */.Yf) {
        const result = await Promise.race([next, moment]);
        if (result === undefined || result.done === true)
            break;
        held.push(result.value);
        size += result.value.length;
        next = chunks.next();
        next.catch(() => undefined);
    }
    await moment;
    yield* held;
    for (let result = await next; result.done !== true; result = await chunks.next())
        yield result.value;
}
function startFence(shownFrom) {
    let resume = shownFrom === undefined ? (0,github_job/* stopCommands */.FN)() : undefined;
    let isOver = false;
    const opened = (shownFrom ?? Promise.resolve()).then(() => {
        if (!isOver)
            resume ??= (0,github_job/* stopCommands */.FN)();
    });
    return {
        opened,
        close() {
            isOver = true;
            resume?.();
        },
    };
}
function runQuietly(job) {
    return runWatched(job, async (from, { limits, giveUp }) => {
        const chunks = [];
        let size = 0;
        for await (const chunk of chunksOf(from)) {
            limits.heard();
            size += chunk.length;
            if (size <= bounds/* largestDockerAnswer */.$$)
                chunks.push(chunk);
            else
                giveUp(uselessAnswer(job.args, `it printed more than ${String(bounds/* largestDockerAnswer */.$$)} bytes`));
        }
        return job.setting.secrets.hide(Buffer.concat(chunks).toString('utf8'));
    });
}
async function runWatched(job, read) {
    job.setting.signal.throwIfAborted();
    const env = { ...dockerVariables(), ...job.options.env };
    let notStarted;
    for (const program of job.plugin === undefined
        ? await programsFor(job.args, env)
        : [{ path: job.plugin, env: {} }]) {
        try {
            return await runProgram(job, { ...program, env: { ...env, ...program.env } }, read);
        }
        catch (error) {
            if (!['ENOENT', 'EACCES', 'ENOEXEC'].includes(error.code ?? ''))
                throw error;
            notStarted = error;
        }
    }
    throw dockerMissing(notStarted);
}
async function runProgram({ args, options, setting }, { path, env }, read) {
    const end = new AbortController();
    const own = options.signal === undefined ? [] : [options.signal];
    const stopFollowing = (0,abort/* follow */.e)(end, [setting.signal, ...own]);
    const giveUp = (why) => {
        end.abort(why);
    };
    const limits = startLimits(args, options.patience ?? patience/* answerPatience */.YH, giveUp);
    const engine = options.engine === true ? watchOver(args, env, setting, giveUp) : undefined;
    const stall = watchBytes(args, env, options.patience?.stillMs, giveUp);
    const heard = () => {
        limits.heard();
        engine?.heard();
        stall?.heard();
    };
    const watched = { limits: { ...limits, heard }, giveUp, signal: end.signal };
    const order = {
        program: path,
        args,
        env,
        command: nameOf(args),
        read: (from) => read(from, watched),
        isDropped: () => options.signal?.aborted === true && !setting.signal.aborted,
    };
    try {
        const { started, ended } = setting.children;
        const children = {
            ended,
            started(child) {
                started(child);
                options.onStarted?.();
            },
        };
        return await runProcess(order, end.signal, children);
    }
    finally {
        stopFollowing();
        limits.stop();
        engine?.stop();
        stall?.stop();
    }
}
function watchBytes(args, env, stillMs, giveUp) {
    if (stillMs === undefined)
        return undefined;
    return watchForStall(stillMs, (over) => engineTraffic(env, over), () => giveUp(pushStalled(args, stillMs)));
}
function watchOver(args, env, setting, giveUp) {
    const ask = async (ms, over) => {
        const socket = await (0,engine_endpoint/* engineSocket */.I6)(env);
        if (socket !== undefined)
            return isAnswered(requestEngine(socket, { method: 'GET', path: '/_ping', ms }, over));
        const end = new AbortController();
        const stopFollowing = (0,abort/* follow */.e)(end, [setting.signal, over]);
        const asking = { ...setting, signal: end.signal };
        const options = { env, show: false, patience: { quietMs: ms, totalMs: ms } };
        const words = ['version', '--format', '{{.Server.Version}}'];
        const { exitCode } = await runQuietly({ args: words, options, setting: asking })
            .catch(() => ({ exitCode: 1 }))
            .finally(stopFollowing);
        return exitCode === 0;
    };
    return watchEngine(setting.timings ?? engineTimings, ask, (ms) => giveUp(engineFrozen(args, ms)));
}
function isAnswered(answer) {
    return answer.then(() => true, () => false);
}

// EXTERNAL MODULE: ./src/adapters/machine/temporary-folder.ts
var temporary_folder = __webpack_require__(3742);
;// CONCATENATED MODULE: ./src/adapters/docker/docker-cli.ts















function dockerCli(setting) {
    return {
        run(args, options) {
            const job = { args, options, setting };
            return (0,debug/* timedCall */.O)(() => setting.secrets.hide((0,display/* displayCommand */.k)(args)), () => (options.show ? runShown(job) : runQuietly(job)), ({ exitCode }) => `exit code ${String(exitCode)}`);
        },
        engine: { request: requestOwnEngine },
        buildx: {
            driver: async () => ((await ownBuildx()) === undefined ? undefined : chosenDriver(process.env)),
            version: () => buildxVersion(setting),
        },
        async publishing() {
            const { publishing } = await __webpack_require__.e(/* import() */ 490).then(__webpack_require__.bind(__webpack_require__, 3490));
            return publishing(process.env, (args) => runQuietly({ args, options: { show: false }, setting }));
        },
        async withOutputFile(use) {
            const directory = (0,temporary_folder/* makeTemporaryFolder */.wE)('ecr-ship-build-', setting.folders?.planned);
            const path = (0,external_node_path_.join)(directory, 'metadata.json');
            try {
                return await use(path, () => readMetadata(path));
            }
            finally {
                await (0,promises_.rm)(directory, { recursive: true, force: true });
                setting.folders?.removed(directory);
            }
        },
    };
}
async function readMetadata(path) {
    try {
        return (await (0,regular_file/* readLinked */.c1)(path, bounds/* largestBuildMetadata */.Ah)) ?? '';
    }
    catch (cause) {
        throw new errors/* ShipError */.fS({
            code: 'push-failed',
            what: `What docker wrote about the build cannot be read: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}.`,
            next: 'Update Docker and buildx on the runner.',
            cause,
        });
    }
}
const engineAnswerMs = 10_000;
async function requestOwnEngine(method, path) {
    if ((await nativeDocker()) === undefined)
        return undefined;
    const socket = await (0,engine_endpoint/* engineSocket */.I6)(process.env);
    return socket === undefined ? undefined : requestEngine(socket, { method, path, ms: engineAnswerMs });
}
async function ownBuildx() {
    return (await nativeDocker()) === undefined ? undefined : findBuildxPlugin(process.env);
}
async function buildxVersion(setting) {
    const plugin = await ownBuildx();
    if (plugin === undefined)
        return undefined;
    const metadata = await runQuietly({ args: [metadataCommand], options: { show: false }, setting, plugin });
    return metadata.exitCode === 0 ? versionFromMetadata(metadata.stdout) : undefined;
}


/***/ }),

/***/ 5401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   Fi: () => (/* binding */ currentContext),
/* harmony export */   I6: () => (/* binding */ engineSocket),
/* harmony export */   NC: () => (/* binding */ dockerFolder),
/* harmony export */   TO: () => (/* binding */ readDockerConfig),
/* harmony export */   ZK: () => (/* binding */ engineAddress)
/* harmony export */ });
/* harmony import */ var _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2764);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _machine_regular_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9929);






function dockerFolder(env) {
    return env['DOCKER_CONFIG'] || (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(env['HOME'] || (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)(), '.docker');
}
async function readDockerConfig(env) {
    return readObject((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(dockerFolder(env), 'config.json'), {});
}
async function currentContext(env) {
    if (env['DOCKER_HOST'])
        return 'default';
    if (env['DOCKER_CONTEXT'])
        return env['DOCKER_CONTEXT'];
    const config = await readDockerConfig(env);
    const chosen = config?.['currentContext'] ?? '';
    return config === undefined || typeof chosen !== 'string' ? undefined : chosen || 'default';
}
async function engineSocket(env) {
    if (process.platform === 'win32' || env['DOCKER_TLS'] || env['DOCKER_TLS_VERIFY'])
        return undefined;
    const context = await currentContext(env);
    if (context === undefined)
        return undefined;
    return context === 'default'
        ? pathOf(env['DOCKER_HOST'] || 'unix:///var/run/docker.sock')
        : socketOfContext(context, env);
}
async function engineAddress(env) {
    const context = await currentContext(env);
    if (context === undefined)
        return undefined;
    return context === 'default'
        ? env['DOCKER_HOST'] || 'unix:///var/run/docker.sock'
        : addressOfContext(context, env);
}
async function socketOfContext(name, env) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(dockerFolder(env), 'contexts', 'tls', idOf(name))))
        return undefined;
    const address = await addressOfContext(name, env);
    return address === undefined ? undefined : pathOf(address);
}
async function addressOfContext(name, env) {
    const context = await readObject((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(dockerFolder(env), 'contexts', 'meta', idOf(name), 'meta.json'));
    if (context?.['Name'] !== name)
        return undefined;
    const { docker } = (context['Endpoints'] ?? {});
    return typeof docker?.Host === 'string' ? docker.Host : undefined;
}
function idOf(context) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)('sha256').update(context).digest('hex');
}
function pathOf(host) {
    return /^unix:\/\/(\/.+)$/.exec(host)?.[1];
}
async function readObject(path, absent) {
    try {
        const text = await (0,_machine_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readLinked */ .c1)(path, _types_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .largestDockerSetting */ .hM);
        if (text === undefined)
            return absent;
        const parsed = JSON.parse(text);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
            ? parsed
            : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5737:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fetch),
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
class ProxyAgent {
    #options;
    #agent;
    constructor(options) {
        this.#options = options;
    }
    agent(undici) {
        return (this.#agent ??= new undici.ProxyAgent(this.#options));
    }
}
async function fetch(url, { dispatcher, ...init } = {}) {
    const undici = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 1990, 19));
    const through = dispatcher === undefined ? {} : { dispatcher: dispatcher.agent(undici) };
    return undici.fetch(url, { ...init, ...through });
}


/***/ }),

/***/ 6092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline),
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _types_abort_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(951);

const filePatienceMs = 20_000;
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

/***/ 1266:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1071);



function findProgram(name) {
    const root = (0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .workspaceRoot */ .oS)();
    for (const folder of (process.env['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(folder))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, process.platform === 'win32' ? `${name}.exe` : name);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile() && !(0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .isBelow */ .Yw)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path), root) && !(0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .isBelow */ .Yw)(path, root))
                return path;
        }
        catch {
        }
    }
    return undefined;
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

/***/ 1508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ enterFence),
/* harmony export */   O: () => (/* binding */ timedCall)
/* harmony export */ });
/* harmony import */ var _types_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6157);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9786);


let fences = 0;
function enterFence() {
    fences += 1;
    return () => {
        fences -= 1;
    };
}
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
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
function debugLine(text) {
    const line = (0,_types_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutOrders */ .g4)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text).replace(/\s+/g, ' '));
    process.stdout.write(fences > 0 ? `[debug] ${line}\n` : `::debug::${line.replaceAll('%', '%25')}\n`);
}


/***/ }),

/***/ 2379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fJ: () => (/* binding */ fail),
  X9: () => (/* binding */ githubJob),
  QL: () => (/* binding */ githubLog),
  yI: () => (/* binding */ readRawInputs),
  FA: () => (/* binding */ readRunFacts),
  n0: () => (/* binding */ setOutputs),
  FN: () => (/* binding */ stopCommands),
  Sy: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: ./src/types/bounds.ts
var bounds = __webpack_require__(2764);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(143);
// EXTERNAL MODULE: ./src/inputs/table.ts + 20 modules
var table = __webpack_require__(516);
// EXTERNAL MODULE: ./src/types/error-text.ts
var error_text = __webpack_require__(6799);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __webpack_require__(4218);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/undo/sweep.ts
var sweep = __webpack_require__(914);
// EXTERNAL MODULE: ./src/adapters/runner/debug.ts
var debug = __webpack_require__(1508);
// EXTERNAL MODULE: ./src/types/duration.ts
var duration = __webpack_require__(6157);
;// CONCATENATED MODULE: ./src/adapters/runner/log-groups.ts


const silenceMs = 15_000;
function logGroups(everyMs = silenceMs) {
    const seen = new Map();
    return async (title, work) => {
        const count = (seen.get(title) ?? 0) + 1;
        seen.set(title, count);
        const name = count === 1 ? title : `${title} (${String(count)})`;
        const began = performance.now();
        const took = () => (0,duration/* formatDuration */.a)(performance.now() - began);
        const quiet = whileQuiet(everyMs, () => {
            core/* info */.pq(`${name}: still going after ${took()}.`);
        });
        core/* startGroup */.Oh(name);
        let sign = '✗';
        try {
            const result = await work();
            sign = '✓';
            return result;
        }
        finally {
            clearInterval(quiet);
            core/* endGroup */.N4();
            core/* info */.pq(`${sign} ${name}: ${took()}`);
        }
    };
}
function whileQuiet(everyMs, tell) {
    const printed = () => process.stdout.bytesWritten;
    let before = printed();
    return setInterval(() => {
        const now = printed();
        if (now === undefined || now === before)
            tell();
        before = printed();
    }, everyMs).unref();
}

// EXTERNAL MODULE: ./src/adapters/machine/regular-file.ts
var regular_file = __webpack_require__(9929);
;// CONCATENATED MODULE: ./src/adapters/runner/github-job.ts












function readRawInputs() {
    const names = Object.keys(table/* inputDefaults */.V0);
    return Object.fromEntries(names.map((name) => [name, core/* getInput */.V4(name)]));
}
async function readRunFacts(log) {
    const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
    const { AWS_REGION, AWS_DEFAULT_REGION, SOURCE_DATE_EPOCH } = process.env;
    return {
        event: await readRunnerEvent(log),
        runLabel: GITHUB_RUN_ID === undefined ? 'local' : `${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT ?? '1'}`,
        runUrl: GITHUB_SERVER_URL === undefined || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined
            ? undefined
            : `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
        region: [AWS_REGION, AWS_DEFAULT_REGION].find((region) => region !== undefined && region !== ''),
        sourceDateEpoch: SOURCE_DATE_EPOCH === '' ? undefined : SOURCE_DATE_EPOCH,
        docs: docsFolder(),
    };
}
async function readRunnerEvent(log) {
    const { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, GITHUB_REPOSITORY, GITHUB_SERVER_URL } = process.env;
    return {
        name: GITHUB_EVENT_NAME ?? '',
        ref: GITHUB_REF ?? '',
        sha: GITHUB_SHA ?? '',
        repository: GITHUB_REPOSITORY ?? '',
        serverUrl: GITHUB_SERVER_URL ?? '',
        payload: await readPayload(process.env['GITHUB_EVENT_PATH'], log),
    };
}
async function readPayload(path, log) {
    if (path === undefined || path === '')
        return undefined;
    try {
        const text = await (0,regular_file/* readLinked */.c1)(path, bounds/* largestPayload */.zW);
        if (text === undefined)
            throw new Error('there is no such file');
        return JSON.parse(text);
    }
    catch (error) {
        log.warning(`The event's payload ${path} cannot be read: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(error))}.`);
        return undefined;
    }
}
function githubJob(secrets) {
    return {
        mask: (secret) => {
            const lines = secret.split(/[\r\n]+/).filter((line) => line.trim().length >= 4);
            for (const text of new Set([secret, ...lines])) {
                if (text.trim() === '')
                    continue;
                secrets.add(text);
                core/* setSecret */.Pq(text);
            }
        },
        saveState: (key, value) => {
            orFailed("the job's state", 'GITHUB_STATE', () => core/* saveState */.LZ(key, value));
        },
        exportVariable: (name, value) => {
            orFailed('a variable of the job', 'GITHUB_ENV', () => core/* exportVariable */.dN(name, value));
        },
        setSecretOutput: (name, value) => {
            orFailed('an output of the step', 'GITHUB_OUTPUT', () => {
                core/* setOutput */.uH(name, value);
            });
        },
        variable: (name) => process.env[name],
        shortId: () => (0,sweep/* candidateId */.lN)(Date.now(), (0,external_node_crypto_.randomUUID)().slice(0, 4)),
    };
}
function orFailed(what, variable, write) {
    try {
        write();
    }
    catch (cause) {
        throw new errors/* ShipError */.fS({
            code: 'file-failed',
            what: `The runner's file for ${what}, ${variable}, cannot be written: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}.`,
            next: 'Look at the disk of the runner, and at the permissions of its work folder.',
            cause,
        });
    }
}
function setOutputs(outputs, secrets) {
    try {
        for (const [name, value] of Object.entries(outputs))
            core/* setOutput */.uH(name, (0,types_text/* visible */.RK)(secrets.hide(value)));
        return undefined;
    }
    catch (cause) {
        return new errors/* ShipError */.fS({
            code: 'file-failed',
            what: `The outputs of this step cannot be written: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}.`,
            next: 'Look at the disk of the runner; it may be full.',
            cause,
        });
    }
}
async function writeSummary(markdown, log, secrets) {
    try {
        await core/* summary */.z.addRaw((0,types_text/* visible */.RK)(secrets.hide(markdown)), true).write();
    }
    catch (error) {
        log.warning(`The job summary could not be written: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(error))}.`);
    }
}
function fail(error, besides, secrets) {
    const log = githubLog(secrets);
    for (const { message } of besides)
        log.warning(message);
    if (error.details !== undefined)
        log.info(error.details);
    if (error.cause !== undefined)
        log.debug((0,external_node_util_.inspect)(error.cause));
    const [first, ...others] = error.places.map(({ file, line, what }) => ({
        at: { file: shown(file, secrets), startLine: line },
        what,
    }));
    const title = `ecr-ship: ${error.code}`;
    for (const { at, what } of others.slice(0, 9))
        core/* warning */.$e(annotation(what, secrets), { title, ...at });
    core/* error */.z3(annotation((0,error_text/* errorText */.k)(error, docsFolder()), secrets), {
        title,
        ...first?.at,
    });
    process.exitCode = 1;
}
function docsFolder() {
    const { GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY = '', GITHUB_ACTION_REF = '' } = process.env;
    return GITHUB_ACTION_REPOSITORY === '' || GITHUB_ACTION_REF === ''
        ? undefined
        : `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF}/docs/`;
}
function githubLog(secrets) {
    const group = logGroups();
    return {
        info: (text) => {
            core/* info */.pq(shown(text, secrets));
        },
        debug: (text) => {
            core/* debug */.Yz(shown(text, secrets));
        },
        notice: (text) => {
            core/* notice */.lm(annotation(text, secrets), { title: 'ecr-ship' });
        },
        warning: (text, at) => {
            const place = at && { file: shown(at.file, secrets), startLine: at.line };
            core/* warning */.$e(annotation(text, secrets), { title: 'ecr-ship', ...place });
        },
        group: (title, work) => group(shown(title, secrets), work),
    };
}
function shown(text, secrets) {
    return (0,types_text/* withoutOrders */.g4)((0,types_text/* visible */.RK)(secrets.hide(text.replace(/\r\n?/g, '\n'))));
}
const longestAnnotation = 4096;
function annotation(text, secrets) {
    const whole = shown((0,types_text/* shortHashes */.H5)(text), secrets);
    if (whole.length <= longestAnnotation)
        return whole;
    core/* info */.pq(whole);
    return `${whole.slice(0, longestAnnotation - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
function stopCommands() {
    const token = (0,external_node_crypto_.randomUUID)();
    process.stdout.write(`::stop-commands::${token}\n`);
    const leave = (0,debug/* enterFence */.A)();
    return () => {
        leave();
        process.stdout.write(`\n::${token}::\n`);
    };
}


/***/ }),

/***/ 1429:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kq: () => (/* binding */ buildPatience),
/* harmony export */   Mg: () => (/* binding */ pushPatience),
/* harmony export */   YH: () => (/* binding */ answerPatience)
/* harmony export */ });
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const answerPatience = { quietMs: 30 * second, totalMs: 30 * second };
const pushPatience = { quietMs: 30 * minute, totalMs: 2 * hour, stillMs: 2 * minute };
const buildPatience = { quietMs: hour, totalMs: 6 * hour };


/***/ }),

/***/ 8042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OC: () => (/* binding */ parseNamedContext),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   f: () => (/* binding */ parseFlagValue),
/* harmony export */   il: () => (/* binding */ parseParts),
/* harmony export */   pm: () => (/* binding */ parseFlagLines),
/* harmony export */   sI: () => (/* binding */ parseAttestation),
/* harmony export */   sV: () => (/* binding */ parseSecretEnvs),
/* harmony export */   ve: () => (/* binding */ parseSecretFiles)
/* harmony export */ });
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2344);

function parseParts(text) {
    const read = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .parseList */ .E1)(text, 'parts', ({ parts }) => {
        const words = parts.map((part) => part.text).filter((part) => part !== '');
        const other = words.map(_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .otherForm */ .j6).find((form) => form !== undefined);
        return other === undefined ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)(words) : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)(`values between commas or one per line, ${other}`);
    });
    return read.ok ? { ok: true, value: read.value.flat() } : read;
}
function parseFlagLines(text) {
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLines */ .Li)(text, (line) => {
        const other = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .otherForm */ .j6)(line);
        if (other !== undefined)
            return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)(`values one per line, ${other}`);
        return line.startsWith('-') ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)('values without the option itself, one per line') : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)(line);
    });
}
function parseFlagValue(text) {
    if (text === '')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)(undefined);
    return /^-|\s/.test(text) ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)('one value, without the option itself') : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)(text);
}
function parseAttestation(text) {
    if (text === '')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)(undefined);
    const word = text.trim();
    if (/^(?:true|false)$/i.test(word))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)(word.toLowerCase());
    return /^[a-z-]+=[^\s]+$/i.test(word)
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)(word)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)('true, false, or parameters such as mode=max or generator=<image>');
}
function parseNamedContext(line) {
    const equals = line.indexOf('=');
    const [name, value] = [line.slice(0, Math.max(0, equals)).trim(), line.slice(equals + 1).trim()];
    if (!/^[\w.:/@-]+$/.test(name) || name.startsWith('-') || value === '')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)(withForm('name=<folder or address>, such as shared=../shared or alpine=docker-image://alpine:3.22', line));
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ name, value });
}
function withForm(form, text) {
    const other = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .otherForm */ .j6)(text);
    return other === undefined ? form : `${form}, ${other}`;
}
const idForm = /^[\w.-]+$/;
function parseSecrets(text) {
    const read = (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLines */ .Li)(text, (line) => {
        const equals = line.indexOf('=');
        const id = line.slice(0, Math.max(0, equals));
        if (!idForm.test(id))
            return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)('id=value, one per line; put a value of several lines in double quotes with its id');
        if (line.length === equals + 1)
            return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)(`a value for ${id}; the secret of the repository may not be set for this run`);
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ kind: 'value', id, value: line.slice(equals + 1) });
    });
    return read.ok ? read : { ok: false, bad: read.bad.map(withoutText) };
}
function withoutText(bad) {
    return { ...bad, item: '…' };
}
function parseSecretEnvs(text) {
    const parts = parseParts(text);
    if (!parts.ok)
        return parts;
    return all(parts.value, (part) => {
        const equals = part.indexOf('=');
        const id = equals < 0 ? part : part.slice(0, equals);
        const variable = equals < 0 ? part : part.slice(equals + 1);
        return idForm.test(id) && /^[A-Za-z_]\w*$/.test(variable)
            ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ kind: 'env', id, variable })
            : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)('id=VARIABLE, such as npm=NPM_TOKEN');
    });
}
function parseSecretFiles(text) {
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLines */ .Li)(text, (line) => {
        const equals = line.indexOf('=');
        const [id, path] = [line.slice(0, Math.max(0, equals)), line.slice(equals + 1)];
        return idForm.test(id) && path !== ''
            ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ kind: 'file', id, path })
            : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)(withForm('id=path, such as npmrc=./.npmrc', line));
    });
}
function all(words, parse) {
    const values = [];
    const bad = [];
    for (const word of words) {
        const parsed = parse(word);
        if (parsed.ok)
            values.push(parsed.value);
        else
            bad.push({ item: word, allowed: parsed.allowed, line: undefined });
    }
    return bad.length === 0 ? { ok: true, value: values } : { ok: false, bad };
}


/***/ }),

/***/ 8602:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ unknownWord),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   _3: () => (/* binding */ evaluate),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _types_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9623);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2344);


function plain(value) {
    return ({ positional, named }) => positional.length + named.size === 0
        ? value
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)(`arguments for {{date}} and {{commit_date}} only, not ${(0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)([...positional, ...named.values()].join(' '))}`);
}
const expression = /(?<!\{)(?:\{\{\{([^{}]*)\}\}\}|\{\{([^{}]*)\}\})/g;
function evaluate(text, scope) {
    let problem;
    const value = text.replace(expression, (whole, three, two) => {
        const given = evaluateOne(whole, three ?? two, scope);
        if (given.ok)
            return given.value;
        problem ??= given;
        return whole;
    });
    if (problem !== undefined)
        return problem;
    if (text.replace(expression, '').includes('{{'))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)(`expressions that are closed, such as {{sha}} (in ${(0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text)} one is not)`);
    return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__.ok)(value);
}
function wordsOf(text) {
    return [...text.matchAll(expression)].map(([, three, two = '']) => (three ?? two).trim().split(/\s/)[0] ?? '');
}
function evaluateOne(whole, inside, scope) {
    const call = parseCall(inside.trim());
    if (call === undefined)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)(`expressions such as {{sha}} or {{date 'YYYYMMDD' tz='Asia/Seoul'}}, not ${(0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(whole)}`);
    const word = Object.hasOwn(scope, call.word) ? scope[call.word] : undefined;
    if (word === undefined)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .notAllowed */ .mj)(unknownWord('the expressions', call.word, Object.keys(scope)));
    return word(call);
}
function parseCall(text) {
    const match = /^(\w+)((?:\s+(?:\w+=)?(?:'[^']*'|"[^"]*"))*)$/.exec(text);
    if (match?.[1] === undefined)
        return undefined;
    const positional = [];
    const named = new Map();
    for (const [, name, quoted = ''] of (match[2] ?? '').matchAll(/(?:(\w+)=)?('[^']*'|"[^"]*")/g)) {
        const value = quoted.slice(1, -1);
        if (name === undefined)
            positional.push(value);
        else
            named.set(name, value);
    }
    return { word: match[1], positional, named };
}
function unknownWord(what, given, known) {
    const nearest = (0,_types_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestWord */ .z)(given.toLowerCase(), known, Math.max(2, Math.floor(given.length / 3)));
    const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
    return `${what} ${known.join(', ')}, not ${(0,_parsed_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(given)}${hint}`;
}


/***/ }),

/***/ 4233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readable),
/* harmony export */   L: () => (/* binding */ readList)
/* harmony export */ });
function readList(input, kind) {
    const text = input.replace(/\r+\n/g, '\n');
    const entries = [];
    let line = 1;
    for (let at = 0; at < text.length;) {
        const first = text.slice(at, endOfLine(text, at)).trim();
        const isEntry = first !== '' && !first.startsWith('#');
        const read = isEntry ? readEntry(text, at, kind) : undefined;
        if (read !== undefined)
            entries.push({ ...read.entry, line });
        const end = read?.end ?? endOfLine(text, at);
        line += text.slice(at, end + 1).split('\n').length - 1;
        at = end + 1;
    }
    return entries;
}
function readEntry(text, start, kind) {
    const parts = [];
    for (let at = start;;) {
        const part = readPart(text, at, kind);
        if (typeof part === 'string') {
            const end = endOfLine(text, start);
            return { entry: { text: text.slice(start, end).trim(), why: part }, end };
        }
        parts.push(part);
        if (text[part.end] !== ',')
            return { entry: { text: text.slice(start, part.end).trim(), parts }, end: part.end };
        at = part.end + 1;
    }
}
function readPart(text, start, kind) {
    const quoted = /[ \t]*"((?:[^"]|"")*)"[ \t]*/y;
    quoted.lastIndex = start;
    const match = quoted.exec(text);
    if (match !== null) {
        const end = quoted.lastIndex;
        const isEnd = end >= text.length || text[end] === '\n' || (kind === 'parts' && text[end] === ',');
        return isEnd
            ? { text: (match[1] ?? '').replaceAll('""', '"'), isQuoted: true, end }
            : kind === 'parts'
                ? 'field'
                : 'text-after-quote';
    }
    const line = text.slice(start, endOfLine(text, start));
    if (/^[ \t]*"/.test(line))
        return kind === 'parts' ? 'field' : 'open-quote';
    if (kind === 'parts' && /^\s*[\w-]+\s*=\s*"/.test(line))
        return 'field';
    if (kind === 'lines' && isOpenValue(line))
        return 'open-quote';
    const comma = kind === 'parts' ? line.indexOf(',') : -1;
    const length = comma < 0 ? line.length : comma;
    return { text: line.slice(0, length).trim(), isQuoted: false, end: start + length };
}
function isOpenValue(line) {
    return /^\s*[^\s="]+="/.test(line) && line.split('"').length % 2 === 0;
}
function endOfLine(text, from) {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
}
function readable({ why }) {
    switch (why) {
        case 'field':
            return 'double quotes around a whole field, as in "value=a,b", and closed';
        case 'open-quote':
            return 'double quotes around a whole entry, as in "NAME=value", and closed';
        case 'text-after-quote':
            return 'double quotes around a whole entry, as in "NAME=a,b", with nothing after them';
    }
}


/***/ }),

/***/ 2344:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   Li: () => (/* binding */ parseLines),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   j6: () => (/* binding */ otherForm),
/* harmony export */   mj: () => (/* binding */ notAllowed),
/* harmony export */   nl: () => (/* binding */ parseWords),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
/* harmony import */ var _types_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2024);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9786);
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4233);



function ok(value) {
    return { ok: true, value };
}
function notAllowed(allowed) {
    return { ok: false, allowed };
}
function parseList(text, kind, parse, explain = () => undefined) {
    const values = [];
    const bad = [];
    for (const entry of (0,_list_js__WEBPACK_IMPORTED_MODULE_2__/* .readList */ .L)(text, kind)) {
        const parsed = 'why' in entry ? notAllowed(explain(entry.text) ?? (0,_list_js__WEBPACK_IMPORTED_MODULE_2__/* .readable */ .H)(entry)) : parse(entry);
        if (parsed.ok)
            values.push(parsed.value);
        else
            bad.push({ item: entry.text, allowed: parsed.allowed, line: entry.line });
    }
    return bad.length === 0 ? { ok: true, value: values } : { ok: false, bad };
}
function parseLines(text, parse) {
    return parseList(text, 'lines', ({ parts }) => parse(parts[0]?.text ?? ''));
}
function parseWords(text, parse, key) {
    const values = new Map();
    const bad = [];
    for (const entry of (0,_list_js__WEBPACK_IMPORTED_MODULE_2__/* .readList */ .L)(text, 'parts')) {
        if ('why' in entry)
            bad.push({ item: entry.text, allowed: (0,_list_js__WEBPACK_IMPORTED_MODULE_2__/* .readable */ .H)(entry), line: entry.line });
        else
            for (const { text: word } of entry.parts.filter((part) => part.text !== '')) {
                const parsed = parse(word);
                if (parsed.ok) {
                    if (!values.has(key(parsed.value)))
                        values.set(key(parsed.value), parsed.value);
                }
                else
                    bad.push({ item: word, allowed: parsed.allowed, line: entry.line });
            }
    }
    return bad.length === 0 ? { ok: true, value: [...values.values()] } : { ok: false, bad };
}
function otherForm(text) {
    if (/^-\s/.test(text))
        return 'without the hyphen of a YAML list';
    if (/^[[{\]}]/.test(text))
        return 'not JSON';
    return /^'.*'$/s.test(text) ? 'without the single quotes' : undefined;
}
function quote(given) {
    const safe = (0,_types_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redacted */ .pc)(given);
    const shown = safe.length > 120 ? `${safe.slice(0, 117)}...` : safe;
    return (0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(JSON.stringify(shown));
}


/***/ }),

/***/ 9552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ol: () => (/* binding */ privateRegistryOf),
/* harmony export */   XC: () => (/* binding */ isPublicName),
/* harmony export */   bb: () => (/* binding */ parseScanRepository),
/* harmony export */   mW: () => (/* binding */ parseRepositoryInput),
/* harmony export */   sw: () => (/* binding */ isPublicHost),
/* harmony export */   u1: () => (/* binding */ publicForm)
/* harmony export */ });
/* harmony import */ var _types_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2357);
/* harmony import */ var _types_regions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5800);
/* harmony import */ var _parsed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2344);



const endings = {
    'amazonaws.com': 'aws',
    'on.aws': 'aws',
    'amazonaws.com.cn': 'aws-cn',
    'on.amazonwebservices.com.cn': 'aws-cn',
    'amazonaws.eu': 'aws-eusc',
    'c2s.ic.gov': 'aws-iso',
    'sc2s.sgov.gov': 'aws-iso-b',
    'cloud.adc-e.uk': 'aws-iso-e',
    'csp.hci.ic.gov': 'aws-iso-f',
};
const privateHost = new RegExp(String.raw `^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9][a-z0-9-]*)\.(${Object.keys(endings)
    .map((ending) => ending.replaceAll('.', String.raw `\.`))
    .join('|')})$`);
const publicHosts = new Set(['public.ecr.aws', 'ecr-public.aws.com']);
function isPublicHost(host) {
    return publicHosts.has(host);
}
const privateForm = 'the name of a private repository such as team/app, or its URI such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
const form = `${privateForm}; a public one as public.ecr.aws/alias/name`;
const publicForm = "the alias of the public registry and the repository's name, such as alias/name, or its URI such as public.ecr.aws/alias/name";
function parseRepositoryInput(text) {
    return parsePlace(text, form);
}
function parseScanRepository(text) {
    const parsed = parsePlace(text, privateForm);
    return parsed.ok && parsed.value.registryType === 'public'
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${privateForm}; ECR Public has no scanner`)
        : parsed;
}
function isPublicName(name) {
    const slash = name.indexOf('/');
    const own = name.slice(slash + 1);
    return slash > 0 && own.length >= 2 && own.length <= 205;
}
function parsePlace(text, allowed) {
    if (text === '')
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(allowed);
    if (/^https?:\/\//.test(text))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${allowed}, without https://`);
    if (text.includes('@'))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${allowed}, without a digest`);
    const slash = text.indexOf('/');
    const host = slash < 0 ? text : text.slice(0, slash);
    const afterLastSlash = text.slice(text.lastIndexOf('/') + 1);
    if (afterLastSlash.includes(':'))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${allowed}, without a tag; tags go into the input tags`);
    if (publicHosts.has(host))
        return parsePublic(text.slice(host.length + 1), host);
    const match = privateHost.exec(host);
    if (match === null)
        return parseNameAlone(text, host, allowed);
    if (slash < 0)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${allowed}; this is the registry, without a repository`);
    const [, account = '', regionName = '', ending = ''] = match;
    const region = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegion */ .cf)(regionName);
    const wrong = wrongRegion(regionName, region, ending);
    if (wrong !== undefined)
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${allowed}; ${wrong}`);
    const path = text.slice(slash + 1);
    const name = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepositoryName */ .$M)(path);
    return name === undefined
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${allowed}${lowerCaseOf(path, `${host}/`)}`)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ name, registryType: 'private', registryId: (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAccountId */ .cK)(account), region });
}
function parsePublic(path, host) {
    const name = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepositoryName */ .$M)(path);
    return name === undefined || !isPublicName(name)
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${publicForm}${lowerCaseOf(path, `${host}/`)}`)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ name, registryType: 'public', registryId: undefined, region: undefined });
}
function parseNameAlone(text, host, allowed) {
    if (host !== text && (host.includes('.') || host.includes(':')))
        return (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${allowed}; ${host} is not a host of ECR`);
    const name = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepositoryName */ .$M)(text);
    return name === undefined
        ? (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__/* .notAllowed */ .mj)(`${allowed}; a name has 2 to 256 lower-case letters, digits, and single . _ - / between them${lowerCaseOf(text, '') || bareOf(text)}`)
        : (0,_parsed_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ name, registryType: undefined, registryId: undefined, region: undefined });
}
function privateRegistryOf(host) {
    const [, account = '', regionName = ''] = privateHost.exec(host) ?? [];
    const registryId = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAccountId */ .cK)(account);
    const region = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegion */ .cf)(regionName);
    return registryId === undefined || region === undefined ? undefined : { registryId, region };
}
function wrongRegion(given, region, ending) {
    if (region === undefined) {
        const nearest = (0,_types_regions_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestRegion */ .$f)(given);
        return `${given} is not a region${nearest === undefined ? '' : ` (did you mean ${nearest}?)`}`;
    }
    if ((0,_types_regions_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionOf */ .iQ)(region) === endings[ending])
        return undefined;
    const [right = ''] = Object.keys(endings)
        .find((other) => endings[other] === (0,_types_regions_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionOf */ .iQ)(region))
        ?.split(' ') ?? [];
    return `hosts of ${region} end with ${right}, not with ${ending}`;
}
function bareOf(text) {
    const bare = text.replace(/^(["'])(.*)\1$/, '$2').replace(/^\/+|(?<!\/)\/+$/g, '');
    return bare !== text && (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepositoryName */ .$M)(bare) !== undefined ? ` (did you mean ${bare}?)` : '';
}
function lowerCaseOf(name, before) {
    const lower = name.toLowerCase();
    return lower !== name && (0,_types_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepositoryName */ .$M)(lower) !== undefined
        ? ` (did you mean ${before}${lower}?)`
        : '';
}


/***/ }),

/***/ 11:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yG: () => (/* binding */ parseBoolean),
  HU: () => (/* binding */ parseChoice),
  E9: () => (/* binding */ parseDuration),
  AP: () => (/* binding */ parseOnlyNew),
  t$: () => (/* binding */ parseReplicationWait),
  wr: () => (/* binding */ parseSpan),
  hx: () => (/* binding */ plainWord)
});

// EXTERNAL MODULE: ./src/types/nearest.ts
var nearest = __webpack_require__(9623);
// EXTERNAL MODULE: ./src/types/names.ts
var names = __webpack_require__(2357);
;// CONCATENATED MODULE: ./src/types/replica.ts
const usualReplicationMs = 30 * 60_000;

// EXTERNAL MODULE: ./src/inputs/parsed.ts
var parsed = __webpack_require__(2344);
;// CONCATENATED MODULE: ./src/inputs/scalars.ts




const trueWords = ['yes', 'y', 'on', 't', '1', 'enabled'];
const falseWords = ['no', 'n', 'off', 'f', '0', 'disabled', 'never'];
function plainWord(text) {
    return text
        .trim()
        .replace(/^(["'])(.*)\1$/s, '$2')
        .trim()
        .toLowerCase();
}
function parseBoolean(text) {
    const word = plainWord(text);
    if (word === 'true' || word === 'false')
        return (0,parsed.ok)(word === 'true');
    const meant = trueWords.includes(word) ? 'true' : falseWords.includes(word) ? 'false' : undefined;
    return (0,parsed/* notAllowed */.mj)(meant === undefined ? 'true or false' : `true or false (write ${meant})`);
}
function parseOnlyNew(text) {
    const asBoolean = parseBoolean(text);
    if (asBoolean.ok)
        return (0,parsed.ok)({ onlyNew: asBoolean.value, baselineTag: undefined });
    const hint = asBoolean.allowed.replace(/^true or false/, '');
    const tag = hint === '' ? (0,names/* parseTag */.ED)(text) : undefined;
    return tag === undefined
        ? (0,parsed/* notAllowed */.mj)(`true, false, or the tag of the image to compare with, such as main${hint}`)
        : (0,parsed.ok)({ onlyNew: true, baselineTag: tag });
}
function parseChoice(choices, instead = {}) {
    return (text) => {
        const word = plainWord(text);
        const choice = choices.find((candidate) => candidate === word);
        if (choice !== undefined)
            return (0,parsed.ok)(choice);
        const meant = Object.hasOwn(instead, word) ? instead[word] : (0,nearest/* nearestWord */.z)(word, choices, 2);
        return (0,parsed/* notAllowed */.mj)(`${listed(choices)}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`);
    };
}
function listed(choices) {
    return choices.length < 3
        ? choices.join(' or ')
        : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
}
function parseDuration(text) {
    return parseSpan(text, {
        from: 1,
        to: 6 * 3600_000,
        form: 'a time with its unit, from 1s to 6h, such as 90s, 10m or 1h30m',
    });
}
function parseReplicationWait(text) {
    const asBoolean = parseBoolean(text);
    if (asBoolean.ok)
        return (0,parsed.ok)(asBoolean.value ? usualReplicationMs : undefined);
    const hint = asBoolean.allowed.replace(/^true or false/, '');
    const asDuration = hint === '' ? parseDuration(text) : asBoolean;
    return asDuration.ok
        ? asDuration
        : (0,parsed/* notAllowed */.mj)(`true, false, or how long to wait: ${hint === '' ? asDuration.allowed : 'such as 1h'}${hint}`);
}
function parseSpan(text, { from, to, form }) {
    const word = text.replace(/^(["'])(.*)\1$/, '$2');
    const match = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/.exec(word);
    if (match === null || word === '') {
        return (0,parsed/* notAllowed */.mj)(/^\d{1,6}$/.test(word) ? `${form} (for ${word} seconds write ${word}s)` : form);
    }
    const [, hours, minutes, seconds] = match.map(Number);
    const total = ((hours || 0) * 3600 + (minutes || 0) * 60 + (seconds || 0)) * 1000;
    return total >= from && total <= to ? (0,parsed.ok)(total) : (0,parsed/* notAllowed */.mj)(form);
}


/***/ }),

/***/ 516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V0: () => (/* binding */ inputDefaults),
  vj: () => (/* binding */ inputNames),
  Fu: () => (/* binding */ inputTable)
});

// UNUSED EXPORTS: inputGroups

// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __webpack_require__(6221);
// EXTERNAL MODULE: ./src/types/names.ts
var names = __webpack_require__(2357);
// EXTERNAL MODULE: ./src/inputs/parsed.ts
var inputs_parsed = __webpack_require__(2344);
;// CONCATENATED MODULE: ./src/inputs/from.ts



const from_form = 'digests such as sha256:0123… (64 digits), one per line, or one tag; each may follow its repository, as in <uri>@sha256:… or <uri>:1.4.2';
function parseFrom(text) {
    const read = (0,inputs_parsed/* parseLines */.Li)(text, parseSubject);
    if (!read.ok)
        return read;
    const [first] = read.value;
    if (first === undefined)
        return (0,inputs_parsed.ok)(undefined);
    const digests = read.value.flatMap(({ id }) => ('digest' in id ? id.digest : []));
    if (digests.length < read.value.length) {
        if (read.value.length > 1 || 'digest' in first.id)
            return (0,inputs_parsed/* notAllowed */.mj)('several digests, or one tag alone: a tag may point to another image by the time it is read');
        return (0,inputs_parsed.ok)({ repository: first.repository, images: first.id });
    }
    if (read.value.some(({ repository }) => repository !== first.repository))
        return (0,inputs_parsed/* notAllowed */.mj)('digests of one repository');
    return (0,inputs_parsed.ok)({ repository: first.repository, images: { digests: [...new Set(digests)] } });
}
function parseSubject(line) {
    const at = line.indexOf('@');
    if (at >= 0) {
        const digest = (0,types_digest/* parseDigest */.m)(line.slice(at + 1));
        const repository = line.slice(0, at).replace(/:[\w.-]+$/, '');
        return digest === undefined || !isReference(repository)
            ? (0,inputs_parsed/* notAllowed */.mj)(from_form)
            : (0,inputs_parsed.ok)({ repository, id: { digest } });
    }
    const digest = (0,types_digest/* parseDigest */.m)(line);
    if (digest !== undefined)
        return (0,inputs_parsed.ok)({ repository: undefined, id: { digest } });
    if (/^sha256:/i.test(line))
        return (0,inputs_parsed/* notAllowed */.mj)(`${from_form}; a digest has 64 digits of 0-9 and a-f`);
    const colon = line.lastIndexOf(':');
    const repository = colon > 0 ? line.slice(0, colon) : undefined;
    const tag = (0,names/* parseTag */.ED)(colon > 0 ? line.slice(colon + 1) : line);
    if (tag === undefined || (repository !== undefined && !isReference(repository)))
        return (0,inputs_parsed/* notAllowed */.mj)(from_form);
    return (0,inputs_parsed.ok)({ repository, id: { tag } });
}
function isReference(text) {
    return /^(?:[a-z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/i.test(text) && text.length < 512;
}

// EXTERNAL MODULE: ./src/inputs/scalars.ts + 1 modules
var scalars = __webpack_require__(11);
;// CONCATENATED MODULE: ./src/inputs/row.ts

const making = ['ship', 'build', 'plan'];
const imaging = ['ship', 'build', 'publish', 'plan'];
function row(one) {
    return one;
}
function optional(parse) {
    return (text) => (text === '' ? (0,inputs_parsed.ok)(undefined) : parse(text));
}

;// CONCATENATED MODULE: ./src/inputs/table/job.ts




const jobInputs = {
    mode: row({
        default: 'ship',
        parse: (0,scalars/* parseChoice */.HU)(['ship', 'build', 'publish', 'plan', 'login'], {
            preview: 'plan',
            'dry-run': 'plan',
            push: 'ship',
            release: 'publish',
            promote: 'publish',
            rollback: 'publish',
            retag: 'publish',
        }),
        doc: "`ship` builds the image and publishes it; `build` does all of it but the tags, for a job that `publish`es later; `publish` scans, judges and tags images that are in the registry (input `from`): releases, promotion, rollback; `plan` says for the current event what each rule gives and what would be done, touches nothing and needs no AWS credentials; `login` only logs the job's docker in.",
    }),
    from: row({
        default: '',
        modes: ['publish'],
        parse: parseFrom,
        doc: 'With `mode: publish`, what gets the tags: a digest, or one tag; or several digests, one per line, which are joined into an index (one image for each platform). `<uri>@sha256:…`, as the output `image` of an earlier job gives it, is fine.',
    }),
    'github-token': row({
        default: '${{ github.token }}',
        parse: inputs_parsed.ok,
        doc: 'Asks GitHub for what the event does not say of the repository (`contents: read` is enough), and writes the comment (`pull-requests: write`). GitHub is not asked if the event says everything.',
    }),
};

// EXTERNAL MODULE: ./src/types/regions.ts
var regions = __webpack_require__(5800);
// EXTERNAL MODULE: ./src/inputs/repository-input.ts
var repository_input = __webpack_require__(9552);
// EXTERNAL MODULE: ./src/types/role.ts
var role = __webpack_require__(4141);
;// CONCATENATED MODULE: ./src/inputs/role.ts




function parseRole(text) {
    const form = 'the ARN of a role such as arn:aws:iam::123456789012:role/deploy';
    const arn = (0,role/* parseRoleArn */.DM)(text);
    if (arn !== undefined)
        return (0,inputs_parsed.ok)(arn);
    if (/:assumed-role\//.test(text))
        return (0,inputs_parsed/* notAllowed */.mj)(`${form}, not that of a session of the role`);
    if (!text.startsWith('arn:'))
        return (0,inputs_parsed/* notAllowed */.mj)(`${form}, with the account in front of the name`);
    return (0,inputs_parsed/* notAllowed */.mj)(form);
}
function parseSessionName(text) {
    return (0,role/* isSessionName */.w5)(text) ? (0,inputs_parsed.ok)(text) : (0,inputs_parsed/* notAllowed */.mj)('2 to 64 letters, digits and _ + = , . @ -');
}
function parseRoleDuration(text) {
    const form = 'a time with its unit, from 15m to 12h, such as 1h or 90m';
    const span = (0,scalars/* parseSpan */.wr)(text, { from: 900_000, to: 12 * 3600_000, form });
    return span.ok ? (0,inputs_parsed.ok)(span.value / 1000) : span;
}
function parseAllowedAccount(text) {
    const id = (0,names/* parseAccountId */.cK)(text);
    return id === undefined ? (0,inputs_parsed/* notAllowed */.mj)('AWS account ids of 12 digits, in quotes') : (0,inputs_parsed.ok)(id);
}

;// CONCATENATED MODULE: ./src/inputs/destinations.ts




const destinations_form = 'full URIs of repositories, one per line, such as 210987654321.dkr.ecr.us-east-1.amazonaws.com/team/app or public.ecr.aws/team/app, optionally followed by role=<ARN>';
function parseDestination(line) {
    const [uri = '', ...rest] = line.split(/[\s,]+/).filter((word) => word !== '');
    const role = parseRoleOf(rest);
    if (!role.ok)
        return role;
    const parsed = (0,repository_input/* parseRepositoryInput */.mW)(uri);
    if (!parsed.ok)
        return (0,inputs_parsed/* notAllowed */.mj)(`${destinations_form}; ${parsed.allowed}`);
    const { name, registryId, registryType, region } = parsed.value;
    const shared = { uri, name, role: role.value };
    if (registryType === 'public')
        return (0,inputs_parsed.ok)({ ...shared, target: { type: 'public', region: regions/* publicRegion */.AJ, registryId } });
    if (region === undefined || registryId === undefined)
        return (0,inputs_parsed/* notAllowed */.mj)(destinations_form);
    return (0,inputs_parsed.ok)({ ...shared, target: { type: 'private', region, registryId } });
}
function parseRoleOf([word, ...more]) {
    if (word === undefined)
        return (0,inputs_parsed.ok)(undefined);
    if (!word.startsWith('role=') || more.length > 0)
        return (0,inputs_parsed/* notAllowed */.mj)(destinations_form);
    return parseRole(word.slice('role='.length));
}

;// CONCATENATED MODULE: ./src/inputs/table/registry.ts








const registryInputs = {
    repository: row({
        default: '',
        parse: repository_input/* parseRepositoryInput */.mW,
        doc: 'The ECR repository: a private one by name (`team/app`) or by full URI, which then also gives account and region; a public one as `alias/name` with `registry-type: public`, or by full URI (`public.ecr.aws/alias/name`). Every mode needs it but `login`.',
    }),
    'registry-type': row({
        default: '',
        parse: optional((0,scalars/* parseChoice */.HU)(['private', 'public'], {
            ecr: 'private',
            'ecr-private': 'private',
            'ecr-public': 'public',
        })),
        doc: "`private` or `public`. Default is what the repository's URI says, else `private`. docs/how-to/ecr-public.md says what is different with ECR Public.",
    }),
    'registry-id': row({
        default: '',
        parse: optional(parseAccount),
        doc: "The account that owns the registry, 12 digits in quotes. Default is the caller's own account.",
    }),
    'aws-region': row({
        default: '',
        parse: optional(parseAwsRegion),
        doc: "The region of the registry. Default is the region of the repository's URI, else `AWS_REGION` or `AWS_DEFAULT_REGION` of the environment. ECR Public is always asked in us-east-1; then this is the region of `scan-repository`.",
    }),
    'role-to-assume': row({
        default: '',
        idleIn: ['plan'],
        parse: optional(parseRole),
        doc: 'The ARN of the role to work in. It is assumed with the OIDC token of the job (`permissions: id-token: write`), so no step before this one is needed; if the job has no token, with its AWS credentials. docs/explain/credentials.md has the trust policy.',
    }),
    'source-role-to-assume': row({
        modes: ['publish'],
        default: '',
        parse: optional(parseRole),
        doc: 'The role that may read the image to promote (`from`), if `role-to-assume` is the one that may write to the target.',
    }),
    'role-session-name': row({
        default: 'GitHubActions',
        idleIn: ['plan'],
        parse: parseSessionName,
        doc: "The name of the role's session in CloudTrail.",
    }),
    'role-duration': row({
        default: '1h',
        idleIn: ['plan'],
        parse: parseRoleDuration,
        doc: 'How long the credentials of the role last, from `15m` to `12h`, at most as long as the role allows. A run that takes longer gets new ones.',
    }),
    audience: row({
        default: '',
        idleIn: ['plan'],
        parse: optional(inputs_parsed.ok),
        doc: 'Whom the OIDC token is for. Default is `sts.amazonaws.com`, and `sts.amazonaws.com.cn` for a role in China.',
    }),
    'allowed-account-ids': row({
        default: '',
        idleIn: ['plan'],
        parse: (text) => (0,inputs_parsed/* parseWords */.nl)(text, parseAllowedAccount, (id) => id),
        doc: 'Accounts that the AWS credentials may belong to, each 12 digits in quotes; with any other, the run ends before it does anything. Default is any.',
    }),
    'registry-logins': row({
        modes: imaging,
        default: '',
        idleIn: ['plan', 'publish'],
        parse: inputs_parsed.ok,
        doc: 'Further registries that base images are pulled from, in YAML: a list of `registry`, `username` and `password` (without a registry Docker Hub). They are for this step only, and kept nowhere else.',
    }),
    'create-repository': row({
        modes: imaging,
        default: 'false',
        idleIn: ['plan'],
        parse: scalars/* parseBoolean */.yG,
        doc: '`true` creates the repository if it is missing, as `repository-settings` say. An existing one is never changed.',
    }),
    'repository-settings': row({
        modes: imaging,
        default: '',
        idleIn: ['plan'],
        parse: inputs_parsed.ok,
        doc: 'How `create-repository` creates it, in YAML: `mutability`, `exclusion-filters`, `encryption`, `kms-key`, `lifecycle` (`keep: 50`, `untagged-days: 14`, or JSON), `policy`, `tags`, and for ECR Public `catalog`. docs/how-to/repositories.md has an example of each.',
    }),
    destinations: row({
        modes: ['ship', 'publish', 'plan'],
        idleIn: ['plan'],
        default: '',
        parse: (text) => (0,inputs_parsed/* parseLines */.Li)(text, parseDestination),
        doc: 'Further repositories, one full URI per line, optionally followed by `role=<ARN>`, private or public, in any account and region: the image is built and judged once, copied to each by its digest, and tagged in the same way: fixed tags everywhere first, moving ones once every repository has the image.',
    }),
    'wait-for-replication': row({
        modes: ['ship', 'publish', 'plan'],
        idleIn: ['plan'],
        default: 'false',
        parse: scalars/* parseReplicationWait */.t$,
        doc: 'Whether the step ends only when every registry that ECR replicates the repository to has the image: `true` waits up to 30 minutes, a time such as `1h` as long as it says. A copy that failed, or is not there in time, fails the step; the tags are set by then. docs/how-to/repositories.md says more.',
    }),
    login: row({
        default: 'job',
        idleIn: ['plan'],
        parse: (0,scalars/* parseChoice */.HU)(['job', 'step', 'shared'], { true: 'job', false: 'step', none: 'step' }),
        doc: "`job` lets later steps of the job pull from the registry; `step` leaves nothing for them; `shared` is like `job` and also puts the login into `~/.docker/config.json`, for tools that read nothing else (sigstore's), until the job ends.",
    }),
};
function parseAccount(text) {
    const id = (0,names/* parseAccountId */.cK)(text);
    return id === undefined
        ? (0,inputs_parsed/* notAllowed */.mj)('an AWS account id of 12 digits; write it in quotes, or YAML drops leading zeros')
        : (0,inputs_parsed.ok)(id);
}
function parseAwsRegion(text) {
    const region = (0,names/* parseRegion */.cf)(text);
    const nearest = (0,regions/* nearestRegion */.$f)(text);
    return region === undefined
        ? (0,inputs_parsed/* notAllowed */.mj)(`a region such as eu-west-1${nearest === undefined ? '' : ` (did you mean ${nearest}?)`}`)
        : (0,inputs_parsed.ok)(region);
}

;// CONCATENATED MODULE: ./src/inputs/names-and-values.ts

const notAName = /^["'#{}[\]-]/;
const several = 'put a value of several lines in double quotes as a whole: "NAME=first line, second line"';
function parseBuildArg(text) {
    const form = 'one NAME=value a line, or NAME alone to take it from the environment';
    if (notAName.test(text))
        return (0,inputs_parsed/* notAllowed */.mj)(rightForm(form, text));
    const pair = /^[A-Za-z_][\w.-]*: /.test(text) ? ', with an equals sign and not a colon' : '';
    return /^[^=\s"'{}]+=/.test(text) || /^[A-Za-z_][\w.-]*$/.test(text)
        ? (0,inputs_parsed.ok)(text)
        : (0,inputs_parsed/* notAllowed */.mj)(`${form}${pair}`);
}
function parseLabel(text) {
    const form = 'one name=value a line';
    if (notAName.test(text))
        return (0,inputs_parsed/* notAllowed */.mj)(rightForm(form, text));
    const pair = /^[A-Za-z_][\w./-]*: /.test(text) ? ', with an equals sign and not a colon' : '';
    return /^[^=\s"'{}]+=/.test(text) ? (0,inputs_parsed.ok)(text) : (0,inputs_parsed/* notAllowed */.mj)(`${form}${pair}`);
}
function rightForm(form, text) {
    const other = (0,inputs_parsed/* otherForm */.j6)(text);
    return other === undefined ? `${form}; ${several}` : `${form}, ${other}`;
}
function parseGlob(text) {
    const path = text.replace(/^!/, '').replace(/^\.\//, '');
    const isInside = path !== '' && !path.startsWith('/') && !path.startsWith(':') && !path.split('/').includes('..');
    return isInside
        ? (0,inputs_parsed.ok)(text.startsWith('!') ? `!${path}` : path)
        : (0,inputs_parsed/* notAllowed */.mj)('paths of the repository such as services/api/** (a leading ! takes paths out)');
}

// EXTERNAL MODULE: ./src/inputs/expressions.ts
var expressions = __webpack_require__(8602);
// EXTERNAL MODULE: ./src/inputs/list.ts
var list = __webpack_require__(4233);
;// CONCATENATED MODULE: ./src/inputs/tags/flavor.ts




const known = ['latest', 'prefix', 'suffix', 'onlatest'];
const ways = ['auto', 'true', 'false', 'highest'];
function parseFlavor(text) {
    let flavor = { latest: 'auto', prefix: '', prefixLatest: false, suffix: '', suffixLatest: false };
    for (const entry of (0,list/* readList */.L)(text, 'parts')) {
        if ('why' in entry)
            return (0,inputs_parsed/* notAllowed */.mj)(`${(0,list/* readable */.H)(entry)}, not ${(0,inputs_parsed/* quote */.hD)(entry.text)}`);
        if (/\s#/.test(entry.text))
            return (0,inputs_parsed/* notAllowed */.mj)('a comment on a line of its own, not after a key');
        const line = parseLine(entry.parts);
        if (!line.ok)
            return line;
        flavor = { ...flavor, ...line.value };
    }
    return (0,inputs_parsed.ok)(flavor);
}
function parseLine(parts) {
    let found = {};
    let affix;
    for (const { text } of parts) {
        const equals = text.indexOf('=');
        const name = (equals < 0 ? text : text.slice(0, equals)).trim().toLowerCase();
        if (!known.includes(name))
            return (0,inputs_parsed/* notAllowed */.mj)((0,expressions/* unknownWord */.$5)('the keys', name, known));
        const value = equals < 0 ? undefined : text.slice(equals + 1).trim();
        if (name === 'prefix' || name === 'suffix')
            affix = name;
        const read = parseKey(name, value, affix);
        if (read === undefined)
            return (0,inputs_parsed/* notAllowed */.mj)(name === 'latest'
                ? `latest=auto, latest=highest, latest=true or latest=false, not ${(0,inputs_parsed/* quote */.hD)(text)}`
                : 'onlatest=true or onlatest=false after a prefix or a suffix on the same line');
        found = { ...found, ...read };
    }
    return (0,inputs_parsed.ok)(found);
}
function parseKey(name, value, affix) {
    if (name === 'prefix' || name === 'suffix')
        return { [name]: value ?? '' };
    if (name === 'latest') {
        if (value === undefined)
            return undefined;
        const latest = ways.find((way) => way === ((0,scalars/* plainWord */.hx)(value) || 'auto'));
        return latest && { latest };
    }
    const onLatest = (0,scalars/* parseBoolean */.yG)(value === '' || value === undefined ? 'false' : value);
    return affix === undefined || !onLatest.ok ? undefined : { [`${affix}Latest`]: onLatest.value };
}

;// CONCATENATED MODULE: ./src/inputs/tags/attributes.ts

function parseAttributes(fields) {
    const attributes = new Map();
    for (const { text } of fields) {
        if (text === '')
            return (0,inputs_parsed/* notAllowed */.mj)('something before and after each comma');
        const { name = 'value', value } = splitField(text);
        if (attributes.has(name)) {
            return (0,inputs_parsed/* notAllowed */.mj)(`each attribute once, and ${name} is there twice in ${(0,inputs_parsed/* quote */.hD)(fields.map((field) => field.text).join(','))}; ` +
                'tags stand on lines of their own, and a field that holds a comma is put in double quotes');
        }
        attributes.set(name, value);
    }
    return (0,inputs_parsed.ok)(attributes);
}
function splitField(field) {
    const match = /^\s*([\w-]+)\s*=(.*)$/s.exec(field);
    return { name: match?.[1]?.toLowerCase(), value: match?.[2]?.trim() ?? field };
}

;// CONCATENATED MODULE: ./src/inputs/tags/not-a-tag.ts

const not_a_tag_expressions = /\{\{\{?[^{}]*\}?\}\}/g;
function notALine(line) {
    const item = /^-\s+(.+)$/.exec(line)?.[1];
    if (item !== undefined)
        return `one rule a line, without the hyphen of a YAML list: ${unquoted(item)}`;
    if (/^[[\]]/.test(line) || /^\{(?!\{)/.test(line) || /^\}(?!\})/.test(line)) {
        const names = line.includes('{') ? [] : line.split(',').map((one) => unquoted(one.replace(/[[\]]/g, '')));
        const shown = names.filter((one) => one !== '').slice(0, 3);
        return `one rule a line, not JSON${shown.length === 0 ? '' : `: ${shown.join(' and ')}`}${shown.length > 1 ? ', each on a line of its own' : ''}`;
    }
    const pair = /^(["']?)([a-z]+)\1:\s+(.+)$/i.exec(line);
    return pair === null
        ? undefined
        : `${pair[2]?.toLowerCase() ?? ''}=${unquoted(pair[3] ?? '')}, with an equals sign and not a colon`;
}
function notAWord(word) {
    const literal = word.replace(not_a_tag_expressions, '');
    const words = word.split(/[ \t]+/);
    if (/[^ \t][ \t]+[^ \t]/.test(literal) && words.length > 1)
        return `one tag a line: ${words.map((each) => (0,inputs_parsed/* quote */.hD)(each)).join(' and ')} are ${String(words.length)}; if the blank is meant, write value=${word}`;
    const shell = /^\$\{?([a-z_]\w*)\}?$|^%([a-z_]\w*)%$/i.exec(literal);
    if (shell !== null)
        return `a tag, not a variable of a shell, which nothing puts in here; write \${{ env.${shell[1] ?? shell[2] ?? ''} }}`;
    if (/^[|>][-+]?$/.test(literal))
        return `rules on the lines below; ${word} goes after the colon in YAML, on the same line`;
    if (/^(['`"]).*\1$/.test(literal))
        return `${word.slice(1, -1)}, without quotes`;
    const [, joint] = /[^\\;](\\n|;)[^\\;]/.exec(literal) ?? [];
    if (joint !== undefined)
        return `one tag a line: ${word
            .split(joint)
            .map((each) => (0,inputs_parsed/* quote */.hD)(each))
            .join(' and ')}, without ${joint}`;
    return literal.includes('=')
        ? `a tag without =, or attributes such as type=raw,value=${word.slice(word.indexOf('=') + 1)}`
        : undefined;
}
const registryHost = /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}|[\w.-]+(?=:\d+\/))(?::\d+)?\//i;
function notAReference(value) {
    const literal = value.replace(not_a_tag_expressions, 'x');
    if (/^sha256:[0-9a-f]{32,}$/i.test(literal))
        return 'tag names only; a digest names an image and is not a tag';
    const digest = literal.includes('@sha256:');
    const hasTag = /^(?:[\w.-]+(?::\d+)?\/)*[\w.-]*[a-z][\w.-]*:\w[\w.-]*$/i.test(literal);
    if (!digest && !hasTag && !registryHost.test(literal))
        return undefined;
    const colon = value.lastIndexOf(':');
    const hint = digest || !hasTag ? '' : `; did you mean ${value.slice(colon + 1)}?`;
    return `tag names only, for the input repository says where they are${hint}`;
}
function unquoted(text) {
    return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}

;// CONCATENATED MODULE: ./src/inputs/tags/rules.ts





const types = {
    schedule: { attributes: ['pattern'], priority: 1000 },
    semver: { attributes: ['pattern', 'value', 'match'], priority: 900 },
    pep440: { attributes: ['pattern', 'value', 'match'], priority: 900 },
    match: { attributes: ['pattern', 'group', 'value'], priority: 800 },
    edge: { attributes: ['branch'], priority: 700 },
    ref: { attributes: ['event'], priority: 600 },
    raw: { attributes: ['value'], priority: 200 },
    sha: { attributes: ['format'], priority: 100 },
};
const commonAttributes = ['enable', 'priority', 'prefix', 'suffix', 'moves'];
function parseTagRules(text) {
    const rules = (0,inputs_parsed/* parseList */.E1)(text, 'parts', parseTagRule, notALine);
    return rules.ok && rules.value.length === 0
        ? {
            ok: false,
            bad: [
                { item: text, allowed: 'at least one rule, such as type=sha or a plain word', line: undefined },
            ],
        }
        : rules;
}
const longestRule = 4096;
function parseTagRule({ text: line, parts }) {
    if (line.length > longestRule)
        return (0,inputs_parsed/* notAllowed */.mj)(`a rule of at most ${String(longestRule)} characters`);
    if (/\s#/.test(line))
        return (0,inputs_parsed/* notAllowed */.mj)('a comment on a line of its own, not after a rule');
    const otherForm = notALine(line);
    if (otherForm !== undefined)
        return (0,inputs_parsed/* notAllowed */.mj)(otherForm);
    const record = parseAttributes(parts);
    if (!record.ok)
        return record;
    const attributes = record.value;
    const given = (name) => attributes.get(name) || undefined;
    const type = given('type') ?? 'raw';
    if (!isType(type))
        return (0,inputs_parsed/* notAllowed */.mj)((0,expressions/* unknownWord */.$5)('the types', type, Object.keys(types)));
    const problem = unknownAttribute(type, attributes, parts);
    if (problem !== undefined)
        return (0,inputs_parsed/* notAllowed */.mj)(problem);
    const common = parseCommon(type, given, attributes);
    if (!common.ok)
        return common;
    const own = parseOwn(type, given, attributes);
    if (!own.ok)
        return own;
    const isOff = common.value.enable === 'false';
    const mistaken = own.value.type !== 'raw' || isOff ? undefined : mistakenFor(own.value.value, parts);
    if (mistaken !== undefined)
        return (0,inputs_parsed/* notAllowed */.mj)(mistaken);
    const defaultPrefix = { ref: given('event') === 'pr' ? 'pr-' : undefined, sha: 'sha-' };
    const prefix = attributes.get('prefix') ?? (type === 'ref' || type === 'sha' ? defaultPrefix[type] : undefined);
    return (0,inputs_parsed.ok)({ text: line, prefix, suffix: attributes.get('suffix'), ...common.value, ...own.value });
}
function unknownAttribute(type, attributes, parts) {
    const nameless = parts.find(({ text }) => splitField(text).name === undefined);
    if (nameless !== undefined && type !== 'raw')
        return `for type=${type} name=value between commas, not ${(0,inputs_parsed/* quote */.hD)(nameless.text)}; put a field with a comma in double quotes`;
    const known = ['type', ...types[type].attributes, ...commonAttributes];
    const unknown = [...attributes.keys()].find((name) => !known.includes(name));
    if (unknown === undefined)
        return undefined;
    const hint = (0,expressions/* unknownWord */.$5)(`for type=${type} the attributes`, unknown, known);
    const [only] = parts;
    const isWord = parts.length === 1 && type === 'raw' && !hint.includes('did you mean');
    return (isWord && only !== undefined ? notAWord(only.text) : undefined) ?? hint;
}
function parseCommon(type, given, attributes) {
    const priority = wholeNumber(given('priority') ?? String(types[type].priority));
    if (priority === undefined)
        return (0,inputs_parsed/* notAllowed */.mj)(`a whole number as priority, not ${(0,inputs_parsed/* quote */.hD)(given('priority') ?? '')}`);
    const enable = attributes.get('enable') ?? 'true';
    const isOn = (0,scalars/* parseBoolean */.yG)(enable);
    if ((0,expressions/* wordsOf */.Z9)(enable).length === 0 && !isOn.ok)
        return (0,inputs_parsed/* notAllowed */.mj)(`enable=true, enable=false or an expression that gives one, not ${(0,inputs_parsed/* quote */.hD)(enable)}${isOn.allowed.replace(/^true or false/, '')}`);
    const moves = given('moves') === undefined ? undefined : (0,scalars/* parseBoolean */.yG)(given('moves') ?? '');
    if (moves?.ok === false)
        return (0,inputs_parsed/* notAllowed */.mj)(`moves=true or moves=false, not ${(0,inputs_parsed/* quote */.hD)(given('moves') ?? '')}`);
    return (0,inputs_parsed.ok)({ enable: isOn.ok ? String(isOn.value) : enable, priority, moves: moves?.value });
}
function mistakenFor(value, parts) {
    const [only] = parts;
    const isPlain = parts.length === 1 && only !== undefined && splitField(only.text).name === undefined;
    return notAReference(value) ?? (isPlain ? notAWord(value) : undefined);
}
function parseOwn(type, given, attributes) {
    switch (type) {
        case 'schedule':
            return (0,inputs_parsed.ok)({ type, pattern: given('pattern') ?? 'nightly' });
        case 'semver':
        case 'pep440':
            return parseVersionRule(type, given);
        case 'match':
            return parseMatchRule(given);
        case 'edge':
            return (0,inputs_parsed.ok)({ type, branch: given('branch') });
        case 'ref': {
            const event = given('event');
            return event === 'branch' || event === 'tag' || event === 'pr'
                ? (0,inputs_parsed.ok)({ type, event })
                : (0,inputs_parsed/* notAllowed */.mj)(`for type=ref event=branch, event=tag or event=pr${insteadOf(event)}`);
        }
        case 'raw': {
            const value = attributes.get('value');
            return value === undefined ? (0,inputs_parsed/* notAllowed */.mj)('for type=raw a value') : (0,inputs_parsed.ok)({ type, value });
        }
        case 'sha': {
            const format = given('format') ?? 'short';
            return format === 'short' || format === 'long'
                ? (0,inputs_parsed.ok)({ type, format })
                : (0,inputs_parsed/* notAllowed */.mj)(`for type=sha format=short or format=long${insteadOf(format)}`);
        }
    }
}
function parseVersionRule(type, given) {
    const pattern = given('pattern') ?? '';
    if (pattern === '')
        return (0,inputs_parsed/* notAllowed */.mj)(`for type=${type} a pattern such as {{version}}`);
    const text = given('match');
    const match = text === undefined ? undefined : parseRegExp(text);
    if (text !== undefined && (match === undefined || groupsOf(match) === 0))
        return (0,inputs_parsed/* notAllowed */.mj)(`as match a regular expression with a group around the version, not ${(0,inputs_parsed/* quote */.hD)(text)}`);
    return (0,inputs_parsed.ok)({ type, pattern, value: given('value'), match });
}
function parseMatchRule(given) {
    const text = given('pattern') ?? '';
    const pattern = text === '' ? undefined : parseRegExp(text);
    if (pattern === undefined)
        return (0,inputs_parsed/* notAllowed */.mj)(String.raw `for type=match a pattern such as \d+\.\d+ or /v(\d+)/i${insteadOf(text)}`);
    const group = wholeNumber(given('group') ?? '0');
    const most = groupsOf(pattern);
    if (group === undefined || group < 0 || group > most)
        return (0,inputs_parsed/* notAllowed */.mj)(`a group from 0 to ${String(most)}, which the pattern ${(0,inputs_parsed/* quote */.hD)(text)} has`);
    return (0,inputs_parsed.ok)({ type: 'match', pattern, group, value: given('value') });
}
function parseRegExp(text) {
    const delimited = /^\/(.+)\/([a-z]*)$/.exec(text);
    try {
        return new RegExp(delimited?.[1] ?? text, (delimited?.[2] ?? '').replace(/[gy]/g, ''));
    }
    catch {
        return undefined;
    }
}
function groupsOf(expression) {
    return (new RegExp(`${expression.source}|`, expression.flags).exec('')?.length ?? 1) - 1;
}
function wholeNumber(text) {
    return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}
function insteadOf(given) {
    return given === undefined || given === '' ? '' : `, not ${(0,inputs_parsed/* quote */.hD)(given)}`;
}
function isType(text) {
    return Object.hasOwn(types, text);
}

;// CONCATENATED MODULE: ./src/inputs/table/tags.ts






const tagsInputs = {
    tags: row({
        modes: imaging,
        default: 'type=schedule\ntype=ref,event=branch\ntype=ref,event=tag\ntype=ref,event=pr\ntype=sha',
        parse: parseTagRules,
        doc: 'The tags that the image gets when it has passed, one rule per line, in the grammar of docker/metadata-action: `schedule`, `semver`, `pep440`, `match`, `edge`, `ref`, `raw` and `sha`. A plain word is that tag. Lines that begin with `#` are comments, as in every list. docs/reference/tags.md has every rule, and what the default gives for each event.',
    }),
    flavor: row({
        modes: imaging,
        default: '',
        parse: parseFlavor,
        doc: 'What applies to all rules: `latest=auto`, `true`, `false` or `highest` (only where ECR holds no higher version), `prefix=` and `suffix=`, each with `onlatest=true` to apply to `latest` too.',
    }),
    'if-exists': row({
        modes: imaging,
        default: 'reuse',
        parse: (0,scalars/* parseChoice */.HU)(['reuse', 'fail', 'move'], {
            overwrite: 'move',
            replace: 'move',
            force: 'move',
            skip: 'reuse',
            keep: 'reuse',
            error: 'fail',
        }),
        doc: 'What to do if a commit- or version-bound tag is taken: `reuse` goes on with its image, without a build, if that was made from the same inputs (commit, files, build-args, target, platforms, labels), builds again if only the commit is the same, and is an error for any other; `fail` is an error; `move` moves the tag if the repository allows it.',
    }),
    'reuse-paths': row({
        modes: ['ship', 'plan'],
        default: '',
        parse: (text) => (0,inputs_parsed/* parseLines */.Li)(text, parseGlob),
        doc: 'Globs, one per line, a leading `!` takes paths out: an image also counts as made from this commit if nothing below them has changed since its own (needs the history: `fetch-depth: 0`).',
    }),
    'if-older': row({
        modes: imaging,
        default: 'keep',
        parse: (0,scalars/* parseChoice */.HU)(['keep', 'fail', 'move'], {
            skip: 'keep',
            overwrite: 'move',
            rollback: 'move',
            error: 'fail',
        }),
        doc: 'What to do if a moving tag points to an image of a commit that this one does not descend from: `keep` leaves the tag and goes on, `fail` is an error, `move` moves it back (a rollback).',
    }),
    'pull-request-commit': row({
        modes: imaging,
        default: 'merge',
        parse: (0,scalars/* parseChoice */.HU)(['merge', 'head']),
        doc: "Which commit of a pull request tags and labels refer to: `merge`, the one that is checked out by default and built, or `head`, the newest one of the pull request's own branch.",
    }),
};

// EXTERNAL MODULE: ./src/inputs/build-options.ts
var build_options = __webpack_require__(8042);
// EXTERNAL MODULE: ./src/types/nearest.ts
var types_nearest = __webpack_require__(9623);
;// CONCATENATED MODULE: ./src/inputs/platforms.ts



const systems = 'linux windows darwin freebsd netbsd openbsd solaris illumos dragonfly plan9 aix android ios js wasip1 wasi'.split(' ');
const architectures = '386 amd64 arm arm64 loong64 mips mipsle mips64 mips64le ppc64 ppc64le riscv64 s390x wasm'.split(' ');
const usual = 'linux/amd64 linux/arm64 linux/arm/v7 linux/arm/v6 linux/386 linux/ppc64le linux/s390x linux/riscv64 linux/loong64 linux/mips64le windows/amd64'.split(' ');
const platforms_form = 'platforms such as linux/amd64 or linux/arm/v7';
function parseOnePlatform(text) {
    const given = (0,names/* parsePlatform */.FL)(text.toLowerCase());
    const platform = given && (0,names/* usualPlatform */.Qq)(given);
    const [os = '', architecture = '', variant = ''] = platform?.split('/') ?? [];
    const isKnown = systems.includes(os) && architectures.includes(architecture) && (variant === '' || /^v\d/.test(variant));
    if (given !== undefined && isKnown)
        return (0,inputs_parsed.ok)(given);
    const other = (0,inputs_parsed/* otherForm */.j6)(text);
    if (other !== undefined)
        return (0,inputs_parsed/* notAllowed */.mj)(`${platforms_form}, ${other}`);
    if (/[\s;,]/.test(text))
        return (0,inputs_parsed/* notAllowed */.mj)(`${platforms_form}, between commas or one per line`);
    const word = text.toLowerCase().replace(/^(linux|windows)[-_:]/, '$1/');
    const whole = word.includes('/') ? word : `linux/${word}`;
    const spelt = (0,names/* parsePlatform */.FL)(whole);
    const nearest = spelt !== undefined && usual.includes((0,names/* usualPlatform */.Qq)(spelt)) ? (0,names/* usualPlatform */.Qq)(spelt) : nearestUsual(whole);
    return (0,inputs_parsed/* notAllowed */.mj)(nearest === undefined ? platforms_form : `${platforms_form} (did you mean ${nearest}?)`);
}
function nearestUsual(whole) {
    const { length } = whole.slice(whole.indexOf('/') + 1);
    return length < 2 ? undefined : (0,types_nearest/* nearestWord */.z)(whole, usual, Math.min(3, Math.floor(length / 2)));
}

;// CONCATENATED MODULE: ./src/inputs/table/build.ts







const buildInputs = {
    context: row({
        modes: making,
        default: '.',
        parse: parseContext,
        doc: 'The build context, a folder of the checkout, a Git URL or the address of an archive; docs/how-to/git-contexts.md says what is known about it.',
    }),
    file: row({
        modes: making,
        default: '',
        parse: optional(parseFile),
        doc: 'Path of the Dockerfile, from the root of the workspace (not from the context), and with a Git URL from the folder named in it; or its address. Default is `Dockerfile` in the context.',
    }),
    target: row({
        modes: making,
        default: '',
        parse: optional(inputs_parsed.ok),
        doc: 'The stage to build.',
    }),
    platforms: row({
        modes: making,
        default: '',
        parse: (text) => (0,inputs_parsed/* parseWords */.nl)(text, parseOnePlatform, names/* usualPlatform */.Qq),
        doc: "The platforms to build for, such as `linux/amd64,linux/arm64`. Default is the builder's own.",
    }),
    'build-args': row({
        modes: making,
        default: '',
        parse: (text) => (0,inputs_parsed/* parseLines */.Li)(text, parseBuildArg),
        doc: 'Build arguments, one `NAME=value` per line; `NAME` alone takes the value from the environment. Put a value of several lines in double quotes, together with its name. Not for secrets.',
    }),
    labels: row({
        modes: making,
        default: '',
        parse: (text) => (0,inputs_parsed/* parseLines */.Li)(text, parseLabel),
        doc: 'Labels of the image, one `name=value` per line; expressions such as `{{sha}}` are evaluated. The standard `org.opencontainers.image` labels are set anyway; one that is given here wins.',
    }),
    annotations: row({
        modes: making,
        default: '',
        parse: (text) => (0,inputs_parsed/* parseLines */.Li)(text, parseLabel),
        doc: 'Annotations of the manifest, one `name=value` or `level:name=value` per line, in addition to the standard ones. They need a builder that pushes by itself (docker/setup-buildx-action); without one a warning says that they are not used.',
    }),
    builder: row({
        modes: making,
        default: '',
        parse: build_options/* parseFlagValue */.f,
        doc: 'The buildx builder that builds, by name: any driver (docker, docker-container, kubernetes, remote, cloud). Default is the one in use, `BUILDX_BUILDER` included.',
    }),
    'build-contexts': row({
        modes: making,
        default: '',
        parse: (text) => (0,inputs_parsed/* parseLines */.Li)(text, build_options/* parseNamedContext */.OC),
        doc: 'Further build contexts, one `name=<folder or address>` per line, such as `shared=../shared` or `alpine=docker-image://alpine:3.22`.',
    }),
    secrets: row({
        modes: making,
        isSecret: true,
        default: '',
        parse: build_options/* parseSecrets */.dC,
        doc: 'Secrets for `RUN --mount=type=secret`, one `id=value` per line; put a value of several lines in double quotes with its id. The values reach the builder in private files, and are in no argument, log, state or image.',
    }),
    'secret-envs': row({
        modes: making,
        default: '',
        parse: build_options/* parseSecretEnvs */.sV,
        doc: 'The same from variables of the job, `id=VARIABLE`.',
    }),
    'secret-files': row({
        modes: making,
        default: '',
        parse: build_options/* parseSecretFiles */.ve,
        doc: 'The same from files, one `id=path` per line.',
    }),
    ssh: row({
        modes: making,
        default: '',
        parse: build_options/* parseParts */.il,
        doc: 'SSH agent sockets or keys for `RUN --mount=type=ssh`, such as `default`.',
    }),
    cache: row({
        modes: making,
        default: 'off',
        parse: (0,scalars/* parseChoice */.HU)(['off', 'registry', 'gha'], {
            ecr: 'registry',
            github: 'gha',
            false: 'off',
            none: 'off',
        }),
        doc: "A build cache that needs no flags: `registry` keeps it in the repository itself, under `cache-<branch>`, in the form that ECR accepts; `gha` in GitHub's cache. A branch starts from the default branch's cache; pull requests and strangers' code only read. A tag that an image has stays the image's. Not used with `push: false`.",
    }),
    'cache-from': row({
        modes: making,
        default: '',
        parse: build_options/* parseFlagLines */.pm,
        doc: 'Where the builder looks for its cache, one per line, such as `type=registry,ref=<uri>:cache`.',
    }),
    'cache-to': row({
        modes: making,
        default: '',
        parse: build_options/* parseFlagLines */.pm,
        doc: 'Where the builder leaves its cache, one per line. Needs a builder that can (docker/setup-buildx-action).',
    }),
    'no-cache': row({
        modes: making,
        default: 'false',
        parse: scalars/* parseBoolean */.yG,
        doc: '`true` builds without a cache.',
    }),
    'no-cache-filters': row({
        modes: making,
        default: '',
        parse: build_options/* parseParts */.il,
        doc: 'Stages that are built without a cache.',
    }),
    pull: row({
        modes: making,
        default: 'false',
        parse: scalars/* parseBoolean */.yG,
        doc: '`true` looks for newer base images, even if the builder has them.',
    }),
    'add-hosts': row({
        modes: making,
        default: '',
        parse: build_options/* parseParts */.il,
        doc: 'Further hosts for the build, `name:address`.',
    }),
    allow: row({
        modes: making,
        default: '',
        parse: build_options/* parseParts */.il,
        doc: 'Entitlements for the build, such as `network.host`.',
    }),
    network: row({
        modes: making,
        default: '',
        parse: build_options/* parseFlagValue */.f,
        doc: 'The network of `RUN` instructions.',
    }),
    'shm-size': row({
        modes: making,
        default: '',
        parse: build_options/* parseFlagValue */.f,
        doc: 'Size of /dev/shm in the build, such as `2g`.',
    }),
    ulimit: row({
        modes: making,
        default: '',
        parse: build_options/* parseFlagLines */.pm,
        doc: 'Limits in the build, one per line, such as `nofile=1024:1024`.',
    }),
    'cgroup-parent': row({
        modes: making,
        default: '',
        parse: build_options/* parseFlagValue */.f,
        doc: 'The parent cgroup of the build.',
    }),
    provenance: row({
        modes: making,
        default: '',
        parse: build_options/* parseAttestation */.sI,
        doc: 'A provenance attestation: `true`, `false` or `mode=max`. Default is none, whatever the builder would do by itself: one platform stays one manifest, as AWS Lambda needs it.',
    }),
    sbom: row({
        modes: making,
        default: '',
        parse: build_options/* parseAttestation */.sI,
        doc: 'An SBOM attestation: `true`, `false` or `generator=<image>`. Default is none.',
    }),
    attests: row({
        modes: making,
        default: '',
        parse: build_options/* parseFlagLines */.pm,
        doc: 'Attestations, one per line, such as `type=sbom,generator=<image>`.',
    }),
    call: row({
        modes: making,
        default: 'build',
        parse: (0,scalars/* parseChoice */.HU)(['build', 'check'], { checks: 'check', lint: 'check' }),
        doc: '`check` runs the build checks of docker on the Dockerfile, and builds nothing.',
    }),
    runtime: row({
        modes: imaging,
        default: 'any',
        parse: (0,scalars/* parseChoice */.HU)(['any', 'lambda', 'ecs', 'eks'], { fargate: 'ecs', kubernetes: 'eks', none: 'any' }),
        doc: '`lambda`, `ecs` or `eks`: what is to run the image. What it does not accept is an error, before the build if the inputs show it, otherwise before any tag is set: an index or attestations (Lambda), platforms that it does not have, an image that is too large for it. docs/reference/runtimes.md has the table.',
    }),
    'smoke-test': row({
        modes: making,
        default: '',
        isSecret: true,
        parse: inputs_parsed.ok,
        doc: 'YAML: the image is started before anything is pushed, and has to prove that it works: `command: [node, --version]` (exit code 0), `http: { path: /health, status: 200, body: ok, within: 60s }`, `lambda: { event: {} }` (the emulator in the image), or `health: true` (its HEALTHCHECK); beside it `env`, `port`, `read-only`, `open-port`, `memory`, `name`. A list has several tests. docs/how-to/smoke-tests.md says more.',
    }),
    push: row({
        modes: ['ship', 'plan'],
        default: 'true',
        parse: scalars/* parseBoolean */.yG,
        doc: '`false` builds only: no push, no scan, and no login except for base images in ECR, if the job has credentials. For pull requests from forks.',
    }),
};
function parseContext(text) {
    return text.startsWith('-') ? (0,inputs_parsed/* notAllowed */.mj)('a folder of the checkout, or a Git URL') : (0,inputs_parsed.ok)(text);
}
function parseFile(text) {
    return text.startsWith('-')
        ? (0,inputs_parsed/* notAllowed */.mj)('the path of a Dockerfile; docker would read one that is called - from standard input, which is empty')
        : (0,inputs_parsed.ok)(text);
}

// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
;// CONCATENATED MODULE: ./src/inputs/fail-on.ts




const fail_on_form = `none, one of ${scan/* severities */.gO.join(', ')}, or a budget such as critical=0,high=5`;
const otherWords = {
    moderate: 'medium',
    important: 'high',
    crit: 'critical',
    info: 'informational',
    negligible: 'informational',
    unknown: 'undefined',
    untriaged: 'undefined',
    never: 'none',
    off: 'none',
    false: 'none',
    no: 'none',
};
const ranked = scan/* severities */.gO.slice(0, -1);
function parseFailOn(text) {
    const limits = {};
    const words = new Map();
    const alone = [];
    for (const entry of (0,scalars/* plainWord */.hx)(text).split(',')) {
        const [, name, , value] = /^\s*([a-z][a-z0-9_-]{0,39})\s*(=\s*([a-z0-9]+)\s*)?$/.exec(entry) ?? [];
        if (name === undefined)
            return (0,inputs_parsed/* notAllowed */.mj)(fail_on_form);
        if (value === undefined) {
            alone.push(name);
            continue;
        }
        const isTwice = words.has(name) || (isSeverity(name) && limits[name] !== undefined);
        if (isTwice)
            return (0,inputs_parsed/* notAllowed */.mj)(`each severity once (${(0,inputs_parsed/* quote */.hD)(name)} is there twice)`);
        if (isSeverity(name) && /^\d{1,6}$/.test(value))
            limits[name] = Number(value);
        else if (!isSeverity(name) && name !== 'none' && isSeverity(value))
            words.set(name, value);
        else if (!isSeverity(name) && name !== 'none' && /^\d+$/.test(value))
            return (0,inputs_parsed/* notAllowed */.mj)(`${fail_on_form}; ${(0,inputs_parsed/* quote */.hD)(name)} is not ECR's, so say which of these it means: ${name}=high`);
        else
            return (0,inputs_parsed/* notAllowed */.mj)(fail_on_form);
    }
    const budget = Object.keys(limits).length > 0;
    const [only, ...others] = alone;
    if (others.length > 0 || (only === undefined) !== budget)
        return (0,inputs_parsed/* notAllowed */.mj)(fail_on_form);
    if (only === undefined)
        return (0,inputs_parsed.ok)({ limits: withWorseOnes(limits), words });
    if (only === 'none')
        return (0,inputs_parsed.ok)({ limits: {}, words });
    if (isSeverity(only))
        return (0,inputs_parsed.ok)({ limits: withWorseOnes({ [only]: 0 }), words });
    const meant = Object.hasOwn(otherWords, only)
        ? otherWords[only]
        : (0,types_nearest/* nearestWord */.z)(only, ['none', ...scan/* severities */.gO], 2);
    return (0,inputs_parsed/* notAllowed */.mj)(meant === undefined ? fail_on_form : `${fail_on_form} (did you mean ${meant}?)`);
}
function withWorseOnes(named) {
    const mildest = ranked.findLastIndex((severity) => named[severity] !== undefined) + 1 ||
        (named.undefined === undefined ? 0 : ranked.length);
    const worse = Object.fromEntries(ranked.slice(0, mildest).map((severity) => [severity, 0]));
    return { ...worse, ...named };
}
function isSeverity(text) {
    return scan/* severities */.gO.includes(text);
}

;// CONCATENATED MODULE: ./src/inputs/findings.ts



const findings_form = 'paths of files of scanners, one per line, such as trivy.sarif, each optionally followed by platform=linux/arm64';
function parseFindingsPlace(line) {
    const [, path = '', word] = /^(.*?)(?:[ \t]+platform=(\S*))?$/.exec(line) ?? [];
    if (path === '' || path.startsWith('platform=') || /[*?]/.test(path))
        return (0,inputs_parsed/* notAllowed */.mj)(findings_form);
    if (word === undefined)
        return (0,inputs_parsed.ok)({ path, platform: undefined });
    const platform = parseOnePlatform(word);
    return platform.ok
        ? (0,inputs_parsed.ok)({ path, platform: (0,names/* usualPlatform */.Qq)(platform.value) })
        : (0,inputs_parsed/* notAllowed */.mj)(`${findings_form}; ${platform.allowed}`);
}

;// CONCATENATED MODULE: ./src/inputs/sizes.ts


const units = {
    b: 1,
    k: 1000,
    kb: 1000,
    kib: 1024,
    m: 1000 ** 2,
    mb: 1000 ** 2,
    mib: 1024 ** 2,
    g: 1000 ** 3,
    gb: 1000 ** 3,
    gib: 1024 ** 3,
};
const sizes_form = 'a size with its unit, such as 500MB, 1.5GiB or 80000000B';
function parseSize(text) {
    if (text === '')
        return (0,inputs_parsed.ok)(undefined);
    const word = (0,scalars/* plainWord */.hx)(text);
    const [, number = '', unit = ''] = /^(\d{1,12}(?:\.\d{1,6})?)\s*([a-z]+)$/.exec(word) ?? [];
    const factor = units[unit];
    if (factor === undefined)
        return (0,inputs_parsed/* notAllowed */.mj)(/^\d+$/.test(word) ? `${sizes_form} (for bytes write ${word}B)` : sizes_form);
    const bytes = Math.round(Number(number) * factor);
    return bytes > 0 ? (0,inputs_parsed.ok)(bytes) : (0,inputs_parsed/* notAllowed */.mj)(`${sizes_form}, of at least one byte`);
}
function parseGrowth(text) {
    const percent = /^(\d{1,6}(?:\.\d{1,3})?)\s*%$/.exec((0,scalars/* plainWord */.hx)(text))?.[1];
    if (percent !== undefined)
        return (0,inputs_parsed.ok)({ percent: Number(percent) });
    const size = parseSize(text);
    if (!size.ok)
        return (0,inputs_parsed/* notAllowed */.mj)(`${size.allowed}, or a part such as 10%`);
    return (0,inputs_parsed.ok)(size.value === undefined ? undefined : { bytes: size.value });
}

;// CONCATENATED MODULE: ./src/inputs/table/policy.ts







const policyInputs = {
    'max-size': row({
        modes: imaging,
        default: '',
        parse: parseSize,
        doc: 'The largest compressed size that one platform of the image may have, such as `500MB` or `1.5GiB`. Checked before the push if the engine knows the compressed size by then, otherwise before the scan; docs/reference/runtimes.md says which does.',
    }),
    'max-growth': row({
        modes: imaging,
        default: '',
        parse: parseGrowth,
        doc: 'The most by which the image may be larger than the baseline (see `only-new`), such as `10%` or `50MB`. Without a baseline any size is allowed.',
    }),
    scan: row({
        modes: imaging,
        default: 'auto',
        parse: (0,scalars/* parseChoice */.HU)(['auto', 'off', 'after-tags'], {
            true: 'auto',
            on: 'auto',
            yes: 'auto',
            false: 'off',
            no: 'off',
            none: 'off',
        }),
        doc: "`auto` waits for the registry's scan and judges it; `off` tags the image without one. `after-tags`, in `mode: publish` only, is for emergencies: the tags move first, and the image is judged afterwards.",
    }),
    'fail-on': row({
        modes: imaging,
        default: 'critical',
        parse: parseFailOn,
        doc: "What must not be in the image: a severity (`critical`, `high`, `medium`, `low`, `informational`, `undefined`; that one and every worse one), `none`, or a budget for some severities (`critical=0,high=5`; what is worse than these and not named is forbidden). A severity that is not ECR's counts as critical, or as `high,severe=medium` says.",
    }),
    'only-fixable': row({
        modes: imaging,
        default: 'false',
        parse: scalars/* parseBoolean */.yG,
        doc: '`true` counts only findings that an update can fix. A finding counts also when the scanner does not say whether there is a fix.',
    }),
    'only-new': row({
        modes: imaging,
        default: 'false',
        parse: scalars/* parseOnlyNew */.AP,
        doc: '`true` counts only findings that the baseline does not have: the image that the first moving tag among `tags` points to before this run; a tag, such as `main`, compares with the image that it points to. Without a baseline everything is new.',
    }),
    exceptions: row({
        modes: imaging,
        default: '',
        parse: optional(inputs_parsed.ok),
        doc: "File of accepted findings, each with a reason and an end date. Default is `.github/ecr-ship.yml`, if it is there. Not used if the checkout may be a fork's.",
    }),
    'on-incomplete-scan': row({
        modes: imaging,
        default: 'fail',
        parse: (0,scalars/* parseChoice */.HU)(['fail', 'warn'], { error: 'fail', warning: 'warn', ignore: 'warn', pass: 'warn' }),
        doc: '`fail` or `warn` when a scan is incomplete (unsupported image, failed, timed out).',
    }),
    findings: row({
        modes: imaging,
        idleIn: ['plan'],
        default: '',
        parse: (text) => (0,inputs_parsed/* parseLines */.Li)(text, parseFindingsPlace),
        doc: "Files of other scanners, one per line: SARIF (Trivy, Grype, Snyk, Docker Scout), CycloneDX with vulnerabilities, and the JSON of Trivy, Grype and OSV-Scanner, in the workspace or in RUNNER_TEMP: their findings are judged by the same policy and with the same exceptions, in addition to ECR's scan, or instead of it if ECR cannot scan or `scan` is `off`. `platform=linux/arm64` after the path says which platform a file is about. docs/how-to/foreign-findings.md says how a file comes to be about this image. Not read with `push: false`.",
    }),
    'scan-timeout': row({
        modes: imaging,
        default: '10m',
        parse: scalars/* parseDuration */.E9,
        doc: 'How long to wait for the scan, such as `90s`, `10m` or `1h30m`.',
    }),
    'scan-repository': row({
        default: '',
        parse: optional(repository_input/* parseScanRepository */.bb),
        doc: 'A private repository, by name or full URI, in which a public image is scanned and judged before it is published: ECR Public has no scanner. The image that passed is copied from there, digest for digest.',
    }),
};

// EXTERNAL MODULE: ./src/types/references.ts
var references = __webpack_require__(935);
;// CONCATENATED MODULE: ./src/inputs/env-names.ts



const env_names_form = `NAME=output, such as DOCKER_IMAGE_BACKEND=image; the outputs are ${references/* referenceNames */.w.join(', ')}`;
function parseEnvName(line) {
    const equals = line.indexOf('=');
    const [name, given] = [line.slice(0, Math.max(0, equals)).trim(), line.slice(equals + 1).trim()];
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        return (0,inputs_parsed/* notAllowed */.mj)(env_names_form);
    const output = references/* referenceNames */.w.find((one) => one === given);
    if (output !== undefined)
        return (0,inputs_parsed.ok)({ name, output });
    const nearest = (0,types_nearest/* nearestWord */.z)(given, [...references/* referenceNames */.w], 3);
    return (0,inputs_parsed/* notAllowed */.mj)(`${env_names_form}${nearest === undefined ? '' : ` (did you mean ${nearest}?)`}`);
}

;// CONCATENATED MODULE: ./src/inputs/table/reports.ts




const reportsInputs = {
    summary: row({
        default: 'true',
        parse: scalars/* parseBoolean */.yG,
        doc: 'Whether to write the job summary.',
    }),
    comment: row({
        modes: imaging,
        idleIn: ['plan'],
        default: 'false',
        parse: scalars/* parseBoolean */.yG,
        doc: 'Whether to keep one comment on the pull request up to date: verdict, size and findings against the image of the branch that it is merged into. Needs `pull-requests: write`. docs/how-to/pull-requests.md says more.',
    }),
    'result-file': row({
        modes: imaging,
        default: '',
        parse: optional(inputs_parsed.ok),
        doc: 'Where to write the result as one flat JSON object, also when the run fails: in the workspace or in RUNNER_TEMP, as every file of a run. Default is nowhere.',
    }),
    'evidence-file': row({
        modes: imaging,
        default: '',
        parse: optional(inputs_parsed.ok),
        doc: "Where to write the evidence of the run as Markdown, also when it fails: who, what, how, scan and verdict. In an existing document, this repository's part is replaced, or added at the end. Default is nowhere.",
    }),
    'sarif-file': row({
        default: '',
        modes: imaging,
        idleIn: ['plan'],
        parse: optional(inputs_parsed.ok),
        doc: 'Where to write the findings as SARIF 2.1.0, for code scanning, also when the image does not pass. Not written without a full scan. Default is nowhere.',
    }),
    'env-file': row({
        modes: imaging,
        idleIn: ['plan'],
        default: '',
        parse: optional(inputs_parsed.ok),
        doc: 'Where to write `NAME=value` lines for compose and scripts, such as `.env`. Lines with other names stay, so several steps can write to one file. Not touched by a run that fails. Default is nowhere.',
    }),
    'env-names': row({
        modes: imaging,
        idleIn: ['plan'],
        default: 'IMAGE=image\nTAG=version',
        parse: (text) => (0,inputs_parsed/* parseLines */.Li)(text, parseEnvName),
        doc: 'The lines of `env-file`, one `NAME=output` per line, such as `DOCKER_IMAGE_BACKEND=image` and `TAG=fixed-tag`. Every output can be taken that names the image or what is known of it; a line with any other is an error that lists them.',
    }),
};

;// CONCATENATED MODULE: ./src/inputs/table.ts






const inputGroups = {
    job: jobInputs,
    registry: registryInputs,
    tags: tagsInputs,
    build: buildInputs,
    policy: policyInputs,
    reports: reportsInputs,
};
const inputTable = {
    ...inputGroups.job,
    ...inputGroups.registry,
    ...inputGroups.tags,
    ...inputGroups.build,
    ...inputGroups.policy,
    ...inputGroups.reports,
};
const inputNames = Object.keys(inputTable);
const inputDefaults = Object.fromEntries(inputNames.map((name) => [name, inputTable[name].default]));


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
const kilobytes = 1024;
const megabytes = 1024 * kilobytes;
const largestAwsAnswer = 16 * megabytes;
const largestTokenAnswer = 256 * kilobytes;
const largestErrorAnswer = 64 * kilobytes;
const largestManifest = 4 * megabytes;
const largestConfig = 4 * megabytes;
const largestKeptConfig = 64 * kilobytes;
const mostKeptConfigs = 64;
const largestGitHubAnswer = 16 * megabytes;
const largestProbeAnswer = 1 * megabytes;
const largestEngineAnswer = 4 * megabytes;
const largestDockerAnswer = 4 * megabytes;
const keptOfShown = 256 * kilobytes;
const mostHeldOutput = 4 * megabytes;
const longestLine = 64 * kilobytes;
const longestSequence = 64;
const largestBuildMetadata = 16 * megabytes;
const largestGitAnswer = 64 * megabytes;
const largestText = 1 * megabytes;
const largestFindingsFile = 32 * megabytes;
const largestDocument = 16 * megabytes;
const largestPayload = 25 * megabytes;
const largestDockerSetting = 1 * megabytes;
const longestBuilderName = 1 * kilobytes;
const largestGitFile = 64 * megabytes;
const mostContextFiles = 300_000;
const largestContext = 8 * 1024 * megabytes;
const deepestJson = 100;
const deepestYaml = 100;
const mostIndented = 1000;
const mostIndexEntries = 100;
const mostFindings = 50_000;


/***/ }),

/***/ 6221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ digestOfText),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
function parseDigest(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text) ? text : undefined;
}
async function digestOfText(text) {
    const hash = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `sha256:${hex}`;
}
function shortDigest(digest) {
    return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}


/***/ }),

/***/ 6157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
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

/***/ 6799:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ errorText),
/* harmony export */   l: () => (/* binding */ helpOn)
/* harmony export */ });
const errorsPage = 'reference/errors.md';
function helpOn(code, docs = 'docs/') {
    return `${docs}${errorsPage}#${code}`;
}
function errorText({ code, what, next }, docs) {
    return `${what}\n${next} More: ${helpOn(code, docs)}`;
}


/***/ }),

/***/ 9623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ nearestWord)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7785);

const longest = 100;
function nearestWord(given, words, maxDistance) {
    if (given.length > longest)
        return undefined;
    return (0,leven__WEBPACK_IMPORTED_MODULE_0__/* .closestMatch */ .h)(given, [...words], { maxDistance });
}


/***/ }),

/***/ 1406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ candidatePrefix)
/* harmony export */ });
const candidatePrefix = 'candidate-';


/***/ }),

/***/ 935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ referenceNames)
/* harmony export */ });
const referenceNames = [
    'digest',
    'image',
    'candidate-digest',
    'uri',
    'registry',
    'repository',
    'version',
    'fixed-tag',
    'image-tag',
    'account-id',
    'region',
    'console-url',
    'size',
    'media-type',
    'pushed-at',
    'verdict',
];


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


const knownRegions = ('us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ' +
    'ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ' +
    'ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 ' +
    'eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-gov-east-1 us-gov-west-1 ' +
    'cn-north-1 cn-northwest-1 eusc-de-east-1').split(' ');
function nearestRegion(text) {
    const given = text
        .trim()
        .toLowerCase()
        .replace(/[_\s]+/g, '-');
    if (knownRegions.includes(text))
        return undefined;
    const begins = knownRegions.find((region) => given.startsWith(region) || region.startsWith(`${given}-`));
    return begins ?? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestWord */ .z)(given, knownRegions, 3);
}
const publicRegion = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegion */ .cf)('us-east-1');
function partitionOf(region) {
    return partitions.find(([begins]) => region.startsWith(begins))?.[1] ?? 'aws';
}
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
const severities = ['critical', 'high', 'medium', 'low', 'informational', 'undefined'];
const ownScanner = 'Amazon ECR';
function scannersOf({ saidBy = [ownScanner] }) {
    return saidBy;
}
const unnamed = 'unnamed';


/***/ }),

/***/ 914:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ candidateTime),
/* harmony export */   Ne: () => (/* binding */ sweepCandidates),
/* harmony export */   lN: () => (/* binding */ candidateId)
/* harmony export */ });
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4218);
/* harmony import */ var _types_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2357);
/* harmony import */ var _types_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1406);
/* harmony import */ var _undo_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8390);




const oldMs = 24 * 3600_000;
const mostAtOnce = 20;
async function sweepCandidates({ repository, tags, role }, tools) {
    const { log } = tools;
    try {
        const found = (await tags).flatMap((tag) => leftOver(tag, repository)).slice(0, mostAtOnce);
        const old = role === undefined ? found : found.map((one) => ({ ...one, role }));
        for (const undo of await ofOldImages(old, repository))
            tellSwept(undo, (await (0,_undo_js__WEBPACK_IMPORTED_MODULE_2__/* .undoOne */ .RY)(undo, tools)).failure?.what, log);
    }
    catch (error) {
        log.debug(`Old candidates were not looked for: ${(0,_types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asShipError */ .Nn)(error).what}`);
    }
}
function leftOver(tag, repository) {
    const { type: registryType, region, registryId, name, now } = repository;
    const runStartedAt = candidateTime(tag);
    if (runStartedAt === undefined || now() - runStartedAt < oldMs || (0,_types_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(tag) === undefined)
        return [];
    const place = { registryType, region, registryId, repository: name };
    return [{ kind: 'candidate-tag', ...place, tag, runStartedAt, state: 'there' }];
}
async function ofOldImages(old, { images, now }) {
    if (old.length === 0)
        return [];
    const there = await images.describe(old.flatMap(({ tag }) => idOf(tag)));
    return old.filter(({ tag, runStartedAt }) => there.some(({ tags, pushedAt }) => tags.includes(tag) && now() - pushedAt >= oldMs && (tags.length > 1 || pushedAt >= runStartedAt)));
}
function idOf(text) {
    const tag = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(text);
    return tag === undefined ? [] : [{ tag }];
}
function tellSwept({ tag }, failure, log) {
    if (failure === undefined)
        log.info(`${tag} was left by a run of more than a day ago.`);
    else
        log.debug(`${tag}, which a run of more than a day ago has left, could not be removed: ${failure}`);
}
function candidateTime(tag) {
    if (!tag.startsWith(_types_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .candidatePrefix */ .I))
        return undefined;
    const seconds = /-t([0-9a-z]{7})[0-9a-z]{4}$/.exec(tag)?.[1];
    return seconds === undefined ? undefined : Number.parseInt(seconds, 36) * 1000;
}
function candidateId(now, random) {
    return `t${Math.floor(now / 1000)
        .toString(36)
        .padStart(7, '0')}${random}`;
}


/***/ })

};
