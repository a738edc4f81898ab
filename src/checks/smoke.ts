import type { Clock, Docker, DockerResult, HttpProbe, Log } from '../ports.ts';
import type { Platform } from '../types/names.ts';
import type { SmokeResult, SmokeTest } from '../types/smoke.ts';
import { clause } from '../types/text.ts';
import { notExecuted } from './smoke-machine.ts';
import { isAsked, requireAddress } from './smoke-reach.ts';
import { judgeAnswer, judgeState, type ContainerState } from './smoke-answers.ts';

/** A smoke test, and what it runs with. */
interface SmokeOrder {
  readonly test: SmokeTest;
  /** An image in the engine of this machine. */
  readonly image: string;
  /** The name of the container and of its network; both are already in the journal. */
  readonly name: string;
  /** A file with the container's environment variables. */
  readonly envFile: string;
  readonly platform: Platform | undefined;
  /** The address on which its port is published, and at which it is asked. */
  readonly address: string;
}

interface Tools {
  readonly docker: Docker;
  readonly probe: HttpProbe;
  readonly clock: Clock;
  readonly log: Log;
}

/** The pause between two attempts; short, so that a server is found soon after it is up. */
const pauseMs = 250;

/** How many lines of a container's log are shown. */
const shownLines = 200;

/**
 * Starts the image in a network of its own, with none of the job's variables and credentials, and checks the proof
 * that the test asks for. Shows the container's log if it fails. The caller removes what this has started.
 */
export async function runSmokeTest(order: SmokeOrder, tools: Tools): Promise<SmokeResult> {
  const { test } = order;
  const { clock } = tools;
  const began = clock.now();
  const result = (outcome: SmokeResult['outcome'], detail: string): SmokeResult => ({
    name: test.name,
    outcome,
    detail,
    ms: clock.now() - began,
  });
  const refused = await start(order, tools);
  if (refused !== undefined) requireAddress(refused, test, order.address);
  const proven =
    refused === undefined ? await prove(order, began, tools) : { isPassed: false, detail: refused };
  if (proven.isPassed) return result('passed', proven.detail);
  const printed = refused ?? (await showLog(order, tools));
  const unexecuted = await notExecuted(order.image, printed, tools.docker);
  if (unexecuted?.isElsewhere === true) return result('skipped', unexecuted.why);
  return result('failed', [proven.detail, ...(unexecuted === undefined ? [] : [unexecuted.why])].join(': '));
}

/** Starts the container. Returns docker's message if it does not start. */
async function start(
  { test, image, name, envFile, platform, address }: SmokeOrder,
  { docker }: Tools,
): Promise<string | undefined> {
  const network = await docker.run(['network', 'create', name], { show: false });
  if (network.exitCode !== 0) return wordsOf(network);
  const { proof, port, memory, readOnly } = test;
  const [program, ...words] = proof.kind === 'command' ? proof.command : [];
  const run = await docker.run(
    [
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
    ],
    { show: false },
  );
  return run.exitCode === 0 ? undefined : wordsOf(run);
}

const silent = 'it has not answered';

interface Proven {
  readonly isPassed: boolean;
  readonly detail: string;
}

/** Asks until there is a proof, the container ends, or the time is up. */
async function prove({ test, name, address }: SmokeOrder, began: number, tools: Tools): Promise<Proven> {
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
    if (judged !== undefined) return judged;
    const url = urlOf(test, state, address);
    const leftMs = began + test.withinMs - clock.now();
    if (url !== undefined && leftMs > 0) {
      const said = await tools.probe(url, bodyOf(test), leftMs);
      const answer = judgeAnswer(test.proof, said);
      if (answer.isFinal) return { isPassed: answer.isPassed, detail: answer.detail };
      // An attempt that was cut off at the deadline says less than the answer before it.
      const isCut = said.kind === 'none' && clock.now() - began >= test.withinMs;
      if (!isCut || last === silent) last = answer.detail;
    }
    if (clock.now() - began >= test.withinMs)
      return { isPassed: false, detail: `within ${String(test.withinMs / 1000)} s ${last}` };
    await clock.sleep(pauseMs);
  }
}

async function inspect(name: string, { docker }: Tools): Promise<ContainerState | undefined> {
  const format = '{"state":{{json .State}},"ports":{{json .NetworkSettings.Ports}}}';
  const { exitCode, stdout } = await docker.run(['container', 'inspect', '--format', format, name], {
    show: false,
  });
  if (exitCode !== 0) return undefined;
  try {
    return JSON.parse(stdout) as ContainerState;
  } catch {
    return undefined;
  }
}

/** The URL at which to ask the container; undefined until the engine has given it a port. */
function urlOf({ proof, port }: SmokeTest, { ports }: ContainerState, address: string): URL | undefined {
  const published = ports?.[`${String(port)}/tcp`]?.[0]?.HostPort;
  if (published === undefined || !/^\d+$/.test(published)) return undefined;
  // The only path that invokes a function. Source: aws/aws-lambda-runtime-interface-emulator, README.
  const path = proof.kind === 'http' ? proof.path : '/2015-03-31/functions/function/invocations';
  return new URL(`http://${hostOf(address)}:${published}${path}`);
}

/** Formats an address as a URL's host: IPv6 goes in brackets. */
function hostOf(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function bodyOf({ proof }: SmokeTest): string | undefined {
  return proof.kind === 'lambda' ? proof.event : undefined;
}

/** Shows what the container has printed, as foreign text. */
async function showLog({ name, test }: SmokeOrder, { docker, log }: Tools): Promise<string> {
  const args = ['logs', '--tail', String(shownLines), name];
  const { stdout, stderr } = await log.group(`Log of the smoke test ${test.name}`, () =>
    docker.run(args, { show: true }),
  );
  return `${stdout}\n${stderr}`;
}

function wordsOf({ stderr, stdout }: DockerResult): string {
  const lines = (stderr.trim() || stdout.trim() || 'it said nothing').split('\n');
  // docker prints the engine's warnings before the error itself.
  const failing = lines.filter((line) => !line.startsWith('WARNING:'));
  return clause((failing.length > 0 ? failing : lines).slice(0, 3).join(' '));
}
