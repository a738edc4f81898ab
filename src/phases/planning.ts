import { readSmokeTests } from '../checks/read-smoke-tests.ts';
import { preparePlan } from '../plan/prepare.ts';
import type { MadeFrom } from '../plan/source.ts';
import { readExceptions } from '../policy/read-exceptions.ts';
import type { Phase, Run } from '../run.ts';
import { planLines, planWarnings } from '../report/plan-lines.ts';
import { tryFiles } from '../tell.ts';
import type { Exceptions } from '../types/exceptions.ts';
import type { Inputs } from '../types/inputs.ts';
import { info, notice, warning } from '../types/message.ts';
import { parsePlatform } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';

/** Source: GitHub docs, "Default environment variables", RUNNER_ARCH. */
const runnerArchs: Readonly<Record<string, string>> = {
  X64: 'amd64',
  ARM64: 'arm64',
  X86: '386',
  ARM: 'arm/v7',
};

/**
 * Finds out what is built and for which ref the run may speak, checks every file that it is to write, and plans the run.
 */
export const planning: Phase<{ readonly inputs: Inputs; readonly image?: MadeFrom }, Plan> = {
  name: 'plan',
  title: 'Plan',
  async run({ inputs, image }, run) {
    await tryFiles(inputs, run, run.ports.files);
    const plan = await preparePlan(inputs, run.facts, run.ports, image);
    const smokeTests = await readSmokeTests(inputs.smokeTest);
    const runnerPlatform = parsePlatform(
      `linux/${runnerArchs[run.ports.job.variable('RUNNER_ARCH') ?? ''] ?? ''}`,
    );
    return run.keep('plan', {
      ...plan,
      smokeTests,
      runnerPlatform,
      defaultPlatform: run.ports.job.variable('DOCKER_DEFAULT_PLATFORM') || undefined,
      secretFolder: run.ports.dockerConfig.choosePath(),
    });
  },
  tell: (plan) => [
    ...planLines(plan).map(info),
    ...planWarnings(plan).map(warning),
    ...plan.notices.map(notice),
  ],
};

/** Reads the checkout's accepted findings, which are ignored if strangers may have written the checkout. */
export async function readAccepted({ inputs, source }: Plan, run: Run): Promise<Exceptions> {
  const foreign = source.trust === 'stranger' ? source.strangers : undefined;
  return run.keep('exceptions', await readExceptions(inputs, foreign, run.ports));
}
