import { gitCheckout } from './adapters/checkout.ts';
import { systemClock } from './adapters/clock.ts';
import { dockerCli } from './adapters/docker-cli.ts';
import { privateDockerConfig } from './adapters/docker-config.ts';
import { ecrPrivate } from './adapters/ecr-private.ts';
import { endSoon } from './adapters/ending.ts';
import { givenInputNames } from './adapters/given-inputs.ts';
import { githubApi } from './adapters/github-api.ts';
import * as github from './adapters/github-job.ts';
import { reportFiles } from './adapters/report-files.ts';
import { startSecrets } from './adapters/secrets.ts';
import { unknownInputs } from './inputs/unknown.ts';
import { cleanUpAfterJob } from './post.ts';
import { unwrittenNotice } from './report/files.ts';
import { outputsOf } from './report/outputs.ts';
import { presentable } from './report/presentable.ts';
import { summaryOf } from './report/summary.ts';
import { ship } from './ship.ts';
import { tell } from './tell.ts';
import { asShipError } from './types/errors.ts';
import type { Report } from './types/report.ts';
import { visible } from './types/text.ts';

const secrets = startSecrets();
const log = github.githubLog(secrets);
const job = github.githubJob(secrets);
const dockerConfig = privateDockerConfig();
const files = reportFiles();

async function main(): Promise<void> {
  const ports = {
    clock: systemClock,
    log,
    job,
    ...gitCheckout(),
    github: githubApi(),
    docker: dockerCli(secrets),
    dockerConfig,
    files,
    connect: ecrPrivate,
  };
  unknownInputs(givenInputNames()).forEach(log.warning);
  const report = await ship(github.readRawInputs(), await github.readRunFacts(log), ports);
  await publish(report);
}

/**
 * Files first: that one of them cannot be written is part of what outputs, summary and the other files say. Then the
 * one error; what failed besides is a warning.
 */
async function publish(found: Report): Promise<void> {
  const show = (report: Report) => presentable(report, (text) => visible(secrets.hide(text)));
  const setOutputs = (told: Report) => github.setOutputs(outputsOf(show(told)), secrets);
  const { report, besides } = await tell(found, files, setOutputs, show);
  const shown = show(report);
  const unwritten = unwrittenNotice(report);
  if (unwritten !== undefined) log.notice(unwritten);
  if (report.inputs?.summary ?? true) await github.writeSummary(summaryOf(shown), log, secrets);
  if (report.failure !== undefined) github.fail(report.failure, besides, secrets);
}

async function post(): Promise<void> {
  await cleanUpAfterJob(github.readStates(), { log, job, dockerConfig, connect: ecrPrivate });
}

try {
  // Before anything else: what is not known to be secret would be shown.
  github.secretsIn(github.readRawInputs()).forEach(job.mask);
  await (github.isPost() ? post() : main());
} catch (error) {
  github.fail(asShipError(error), [], secrets);
}
endSoon();
