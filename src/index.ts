import { gitCheckout } from './adapters/checkout.ts';
import { systemClock } from './adapters/clock.ts';
import { dockerCli } from './adapters/docker-cli.ts';
import { privateDockerConfig } from './adapters/docker-config.ts';
import { ecrPrivate } from './adapters/ecr-private.ts';
import { githubApi } from './adapters/github-api.ts';
import * as github from './adapters/github-job.ts';
import { writeReportFile } from './adapters/report-files.ts';
import { startSecrets } from './adapters/secrets.ts';
import { cleanUpAfterJob } from './post.ts';
import { filesOf, unwrittenNotice } from './report/files.ts';
import { outputsOf } from './report/outputs.ts';
import { presentable } from './report/presentable.ts';
import { summaryOf } from './report/summary.ts';
import { ship } from './ship.ts';
import { asShipError } from './types/errors.ts';
import type { Report } from './types/report.ts';
import { visible } from './types/text.ts';

const secrets = startSecrets();
const log = github.githubLog(secrets);
const job = github.githubJob(secrets);
const dockerConfig = privateDockerConfig();

async function main(): Promise<void> {
  const ports = {
    clock: systemClock,
    log,
    job,
    ...gitCheckout(),
    github: githubApi(),
    docker: dockerCli(secrets),
    dockerConfig,
    connect: ecrPrivate,
  };
  const report = await ship(github.readRawInputs(), await github.readRunFacts(log), ports);
  await publish(report);
}

/** Outputs first: they are there also when a file cannot be written. Then files, then the one error; what failed besides is a warning. */
async function publish(report: Report): Promise<void> {
  const shown = presentable(report, (text) => visible(secrets.hide(text)));
  github.setOutputs(outputsOf(shown), secrets);
  const failures = [report.failure];
  for (const file of filesOf(report, shown)) failures.push(await writeReportFile(file));
  const unwritten = unwrittenNotice(report);
  if (unwritten !== undefined) log.notice(unwritten);
  if (report.inputs?.summary ?? true) await github.writeSummary(summaryOf(shown), log, secrets);
  const [failure, ...besides] = failures.filter((candidate) => candidate !== undefined);
  if (failure !== undefined) github.fail(failure, besides, secrets);
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
