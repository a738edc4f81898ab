import { gitCheckout } from './adapters/git/checkout.ts';
import { clockUntil } from './adapters/machine/clock.ts';
import { dockerCli } from './adapters/docker/docker-cli.ts';
import { privateDockerConfig } from './adapters/docker/docker-config.ts';
import { connecting } from './adapters/ecr/connecting.ts';
import { endSoon } from './adapters/runner/ending.ts';
import { givenInputNames } from './adapters/runner/given-inputs.ts';
import { githubApi } from './adapters/github/github-api.ts';
import * as github from './adapters/runner/github-job.ts';
import { httpProbe } from './adapters/docker/http-probe.ts';
import { endProcess } from './adapters/machine/processes.ts';
import { search } from './adapters/machine/search.ts';
import { reportFiles } from './adapters/machine/report-files.ts';
import { startSecrets, type Secrets } from './adapters/machine/secrets.ts';
import { secretValues } from './inputs/secret-values.ts';
import { unknownInputs } from './inputs/unknown.ts';
import type { World } from './ports.ts';
import { ship } from './ship.ts';
import { asShipError } from './types/errors.ts';

/**
 * The main step: makes the adapters, runs the story, and is the only place that fails the step.
 * @param cancelled aborts when the runner cancels the step
 */
export async function main(cancelled: AbortSignal): Promise<void> {
  const secrets = startSecrets();
  try {
    // Before anything else: a secret that is not known yet would be shown.
    const raw = github.readRawInputs();
    const { mask, variable } = github.githubJob(secrets);
    secretValues(raw, variable).forEach(mask);
    if (raw['registry-logins'] !== '')
      (await import('./inputs/registry-logins.ts')).passwordsIn(raw['registry-logins']).forEach(mask);
    for (const text of unknownInputs(givenInputNames())) github.githubLog(secrets).warning(text);
    const facts = await github.readRunFacts(github.githubLog(secrets));
    const report = await ship(raw, { facts, world: worldOf(secrets), cancelled });
    const { giveResults } = await import('./later.ts');
    await giveResults(report, secrets);
  } catch (error) {
    github.fail(asShipError(error), [], secrets);
  }
  endSoon();
}

function worldOf(secrets: Secrets): World {
  const log = github.githubLog(secrets);
  return ({ signal, children, folders }) => ({
    clock: clockUntil(signal),
    log,
    job: github.githubJob(secrets),
    ...gitCheckout(folders.planned),
    github: githubApi(log.debug),
    docker: dockerCli({ secrets, signal, children, folders }),
    dockerConfig: privateDockerConfig(),
    files: reportFiles(),
    processes: { end: endProcess },
    probe: httpProbe(signal),
    search,
    ...connecting(signal, github.githubJob(secrets).mask),
  });
}
