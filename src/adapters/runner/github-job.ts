import { largestPayload } from '../../types/bounds.ts';
import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import * as core from '@actions/core';
import { inputDefaults } from '../../inputs/table.ts';
import type { InputName, RawInputs } from '../../types/inputs.ts';
import { errorText } from '../../types/error-text.ts';
import { ShipError } from '../../types/errors.ts';
import type { RunFacts } from '../../types/plan.ts';
import type { RunnerEvent } from '../../types/source.ts';
import type { Job, Log } from '../../ports.ts';
import { clause, messageOf, shortHashes, visible, withoutOrders } from '../../types/text.ts';
import { candidateId } from '../../undo/sweep.ts';
import { enterFence } from './debug.ts';
import { logGroups } from './log-groups.ts';
import { readLinked } from '../machine/regular-file.ts';
import type { Secrets } from '../machine/secrets.ts';

/** The texts of all inputs, as the runner passes them. */
export function readRawInputs(): RawInputs {
  const names = Object.keys(inputDefaults) as InputName[];
  return Object.fromEntries(names.map((name) => [name, core.getInput(name)])) as RawInputs;
}

/** Facts about this run, from the runner's documented variables. Source: GitHub docs, "Default environment variables". */
export async function readRunFacts(log: Log): Promise<RunFacts> {
  const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  const { AWS_REGION, AWS_DEFAULT_REGION, SOURCE_DATE_EPOCH } = process.env;
  return {
    event: await readRunnerEvent(log),
    runLabel: GITHUB_RUN_ID === undefined ? 'local' : `${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT ?? '1'}`,
    runUrl:
      GITHUB_SERVER_URL === undefined || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined
        ? undefined
        : `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
    region: [AWS_REGION, AWS_DEFAULT_REGION].find((region) => region !== undefined && region !== ''),
    sourceDateEpoch: SOURCE_DATE_EPOCH === '' ? undefined : SOURCE_DATE_EPOCH,
    docs: docsFolder(),
  };
}

async function readRunnerEvent(log: Log): Promise<RunnerEvent> {
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

/** A payload that cannot be read is logged, because tags and labels then lack its facts. */
async function readPayload(path: string | undefined, log: Log): Promise<unknown> {
  if (path === undefined || path === '') return undefined;
  try {
    const text = await readLinked(path, largestPayload);
    if (text === undefined) throw new Error('there is no such file');
    return JSON.parse(text);
  } catch (error) {
    log.warning(`The event's payload ${path} cannot be read: ${clause(messageOf(error))}.`);
    return undefined;
  }
}

/** The job around this step, through the runner's file commands. */
export function githubJob(secrets: Secrets): Job {
  return {
    // Each line too: what prints a secret of several lines may print only some of them. Lines of fewer than four
    // characters, such as a brace, are not secret.
    mask: (secret) => {
      const lines = secret.split(/[\r\n]+/).filter((line) => line.trim().length >= 4);
      for (const text of new Set([secret, ...lines])) {
        if (text.trim() === '') continue;
        secrets.add(text);
        core.setSecret(text);
      }
    },
    saveState: (key, value) => {
      orFailed("the job's state", 'GITHUB_STATE', () => core.saveState(key, value));
    },
    exportVariable: (name, value) => {
      orFailed('a variable of the job', 'GITHUB_ENV', () => core.exportVariable(name, value));
    },
    setSecretOutput: (name, value) => {
      orFailed('an output of the step', 'GITHUB_OUTPUT', () => {
        core.setOutput(name, value);
      });
    },
    variable: (name) => process.env[name],
    shortId: () => candidateId(Date.now(), randomUUID().slice(0, 4)),
  };
}

/** Writes to one of the runner's files. Throws `file-failed`. */
function orFailed(what: string, variable: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    throw new ShipError({
      code: 'file-failed',
      what: `The runner's file for ${what}, ${variable}, cannot be written: ${clause(messageOf(cause))}.`,
      next: 'Look at the disk of the runner, and at the permissions of its work folder.',
      cause,
    });
  }
}

/** Sets the step's outputs, overwriting earlier values. Returns the error if the runner's file cannot be written. */
export function setOutputs(
  outputs: Readonly<Record<string, string>>,
  secrets: Pick<Secrets, 'hide'>,
): ShipError | undefined {
  try {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, visible(secrets.hide(value)));
    return undefined;
  } catch (cause) {
    return new ShipError({
      code: 'file-failed',
      what: `The outputs of this step cannot be written: ${clause(messageOf(cause))}.`,
      next: 'Look at the disk of the runner; it may be full.',
      cause,
    });
  }
}

/** Writes the job summary. A run does not fail because its summary could not be written. */
export async function writeSummary(
  markdown: string,
  log: Log,
  secrets: Pick<Secrets, 'hide'>,
): Promise<void> {
  try {
    await core.summary.addRaw(visible(secrets.hide(markdown)), true).write();
  } catch (error) {
    log.warning(`The job summary could not be written: ${clause(messageOf(error))}.`);
  }
}

/**
 * Fails the step with exactly one error, at the line that it is about, if there is one. Further lines and further
 * failures are warnings, because they need to be fixed too.
 */
export function fail(error: ShipError, besides: readonly ShipError[], secrets: Pick<Secrets, 'hide'>): void {
  const log = githubLog(secrets);
  for (const { message } of besides) log.warning(message);
  if (error.details !== undefined) log.info(error.details);
  if (error.cause !== undefined) log.debug(inspect(error.cause));
  const [first, ...others] = error.places.map(({ file, line, what }) => ({
    at: { file: shown(file, secrets), startLine: line },
    what,
  }));
  const title = `ecr-ship: ${error.code}`;
  // The runner accepts ten annotations of each kind per step. Source: GitHub docs, "Workflow commands", limits.
  for (const { at, what } of others.slice(0, 9)) core.warning(annotation(what, secrets), { title, ...at });
  core.error(annotation(errorText(error, docsFolder()), secrets), {
    title,
    ...first?.at,
  });
  process.exitCode = 1;
}

/** The docs of exactly the version of this action that runs. Source: GitHub docs, "Default environment variables". */
function docsFolder(): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY = '', GITHUB_ACTION_REF = '' } = process.env;
  return GITHUB_ACTION_REPOSITORY === '' || GITHUB_ACTION_REF === ''
    ? undefined
    : `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_ACTION_REPOSITORY}/blob/${GITHUB_ACTION_REF}/docs/`;
}

/** The runner's log. Foreign text acts neither as a workflow command nor on a terminal, and shows no secret. */
export function githubLog(secrets: Pick<Secrets, 'hide'>): Log {
  const group = logGroups();
  return {
    info: (text) => {
      core.info(shown(text, secrets));
    },
    debug: (text) => {
      core.debug(shown(text, secrets));
    },
    notice: (text) => {
      core.notice(annotation(text, secrets), { title: 'ecr-ship' });
    },
    warning: (text, at) => {
      const place = at && { file: shown(at.file, secrets), startLine: at.line };
      core.warning(annotation(text, secrets), { title: 'ecr-ship', ...place });
    },
    group: (title, work) => group(shown(title, secrets), work),
  };
}

/** Makes a text fit for the log. */
function shown(text: string, secrets: Pick<Secrets, 'hide'>): string {
  return withoutOrders(visible(secrets.hide(text.replace(/\r\n?/g, '\n'))));
}

/** The runner cuts longer annotations. Source: actions/runner, ExecutionContext.cs, `_maxIssueMessageLength`. */
const longestAnnotation = 4096;

/** Makes the text of an annotation. If it has to be cut, the log gets all of it. */
function annotation(text: string, secrets: Pick<Secrets, 'hide'>): string {
  const whole = shown(shortHashes(text), secrets);
  if (whole.length <= longestAnnotation) return whole;
  core.info(whole);
  return `${whole.slice(0, longestAnnotation - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * Stops the runner from obeying commands in the log, so that a build may print anything. Returns the function that
 * ends this. Source: GitHub docs, "Workflow commands", Stopping and starting workflow commands.
 */
export function stopCommands(): () => void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n`);
  const leave = enterFence();
  return () => {
    leave();
    process.stdout.write(`\n::${token}::\n`);
  };
}
