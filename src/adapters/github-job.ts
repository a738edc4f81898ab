import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import * as core from '@actions/core';
import { inputDefaults, type InputName, type RawInputs } from '../types/inputs.ts';
import { ShipError } from '../types/errors.ts';
import type { RunFacts } from '../types/plan.ts';
import type { RunnerEvent } from '../types/source.ts';
import type { Job, Log, StateKey } from '../ports.ts';
import { clause, messageOf } from '../types/text.ts';

/** The texts of all inputs, as the runner hands them over. */
export function readRawInputs(): RawInputs {
  const names = Object.keys(inputDefaults) as InputName[];
  return Object.fromEntries(names.map((name) => [name, core.getInput(name)])) as RawInputs;
}

/** Facts of this run, from the runner's documented variables. Source: GitHub docs, "Default environment variables". */
export function readRunFacts(): RunFacts {
  const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  const { AWS_REGION, AWS_DEFAULT_REGION, SOURCE_DATE_EPOCH } = process.env;
  return {
    event: readRunnerEvent(),
    runLabel: GITHUB_RUN_ID === undefined ? 'local' : `${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT ?? '1'}`,
    runUrl:
      GITHUB_SERVER_URL === undefined || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined
        ? undefined
        : `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
    region: [AWS_REGION, AWS_DEFAULT_REGION].find((region) => region !== undefined && region !== ''),
    sourceDateEpoch: SOURCE_DATE_EPOCH === '' ? undefined : SOURCE_DATE_EPOCH,
  };
}

function readRunnerEvent(): RunnerEvent {
  const { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, GITHUB_REPOSITORY, GITHUB_SERVER_URL } = process.env;
  return {
    name: GITHUB_EVENT_NAME ?? '',
    ref: GITHUB_REF ?? '',
    sha: GITHUB_SHA ?? '',
    repository: GITHUB_REPOSITORY ?? '',
    serverUrl: GITHUB_SERVER_URL ?? '',
    payload: readPayload(process.env['GITHUB_EVENT_PATH']),
  };
}

/** A payload that cannot be read is worth a line: names and labels are the poorer for it. */
function readPayload(path: string | undefined): unknown {
  if (path === undefined || path === '') return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    core.warning(`The event's payload ${path} cannot be read: ${messageOf(error)}`, { title: 'ecr-ship' });
    return undefined;
  }
}

/** The job around this step, through the runner's file commands. */
export function githubJob(): Job {
  return {
    mask: (secret) => {
      core.setSecret(secret);
    },
    saveState: (key, value) => {
      core.saveState(key, value);
    },
    exportVariable: (name, value) => {
      core.exportVariable(name, value);
    },
    variable: (name) => process.env[name],
    shortId: () => randomUUID().slice(0, 8),
  };
}

/** What the main step handed over to the post step; empty texts where it got no further. */
export function readStates(): Readonly<Record<StateKey, string>> {
  return {
    'docker-config': core.getState('docker-config'),
    exported: core.getState('exported'),
    candidate: core.getState('candidate'),
    'candidate-removed': core.getState('candidate-removed'),
  };
}

/** Tells main and post apart: both run the same file, and the first of them leaves a mark. */
export function isPost(): boolean {
  if (core.getState('main-ran') !== '') return true;
  core.saveState('main-ran', 'true');
  return false;
}

/** Sets the step's outputs; gives the error where the runner's file cannot be written. */
export function setOutputs(outputs: Readonly<Record<string, string>>): ShipError | undefined {
  try {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    return undefined;
  } catch (cause) {
    return new ShipError({
      code: 'file-failed',
      what: `The outputs of this step cannot be written (${clause(messageOf(cause))}).`,
      next: 'Look at the disk of the runner; it may be full.',
      cause,
    });
  }
}

/** Writes the job summary. A run is not worth less because its summary could not be written. */
export async function writeSummary(markdown: string, log: Log): Promise<void> {
  try {
    await core.summary.addRaw(markdown, true).write();
  } catch (error) {
    log.warning(`The job summary could not be written: ${messageOf(error)}`);
  }
}

/** Ends the step as failed, with exactly one error; what failed besides is a warning, for it wants mending too. */
export function fail(error: ShipError, besides: readonly ShipError[] = []): void {
  for (const { message } of besides) core.warning(message, { title: 'ecr-ship' });
  if (error.details !== undefined) core.info(harmless(error.details));
  if (error.cause !== undefined) core.debug(inspect(error.cause));
  core.setFailed(error.message);
}

/** The runner's log. Foreign text in a line cannot act as a workflow command. */
export function githubLog(): Log {
  return {
    info: (text) => {
      core.info(harmless(text));
    },
    debug: (text) => {
      core.debug(text);
    },
    notice: (text) => {
      core.notice(text, { title: 'ecr-ship' });
    },
    warning: (text) => {
      core.warning(text, { title: 'ecr-ship' });
    },
    group: (title, work) => core.group(title, async () => work()),
  };
}

/**
 * Runs `work` while the runner obeys no command in the log, so that a build may print whatever it likes.
 * Source: GitHub docs, "Workflow commands", Stopping and starting workflow commands.
 */
export async function withoutCommands<T>(work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n`);
  try {
    return await work();
  } finally {
    process.stdout.write(`\n::${token}::\n`);
  }
}

/**
 * A line that begins with `::` or holds `##[` would be read as a command by the runner. To the runner a carriage return
 * ends a line as well, and a next-line character (U+0085) before a command is a blank.
 * Source: actions/runner, ProcessInvoker.cs (StreamReader.ReadLine) and ActionCommand.cs (TrimStart).
 */
function harmless(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^([\s\u0085]*)::/, '$1\u200b::').replaceAll('##[', '#\u200b#['))
    .join('\n');
}
