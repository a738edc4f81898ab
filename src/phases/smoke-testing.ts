import { reachOf } from '../checks/smoke-reach.ts';
import { runSmokeTest } from '../checks/smoke.ts';
import type { LocalBuild } from '../docker/build-image.ts';
import { formatDuration } from '../report/format.ts';
import type { Phase } from '../run.ts';
import { ShipError } from '../types/errors.ts';
import { info, notice } from '../types/message.ts';
import type { Plan } from '../types/plan.ts';
import type { SmokeResult } from '../types/smoke.ts';

interface Order {
  readonly plan: Plan;
  readonly built: Pick<LocalBuild, 'name' | 'platform'>;
}

/**
 * Starts the image that was built, before anything leaves this machine. Throws `smoke-failed` for the first test that
 * fails.
 */
export const smokeTesting: Phase<Order, readonly SmokeResult[]> = {
  name: 'smoke',
  title: 'Smoke test',
  async run({ plan, built }, run) {
    const { ports, undo } = run;
    const { address, why } = await reachOf(plan.smokeTests, ports.docker);
    if (why !== undefined) run.tell([info(`A smoke test asks its container at ${address}: ${why}.`)]);
    const results: SmokeResult[] = [];
    for (const [at, test] of plan.smokeTests.entries()) {
      const name = `ecr-ship-smoke-${plan.candidateTag.slice(-40)}-${String(at)}`.toLowerCase();
      const folder = ports.dockerConfig.choosePath();
      const left = [
        undo.plan({ kind: 'folder', path: folder, isForJob: false }),
        undo.plan({ kind: 'network', name }),
        undo.plan({ kind: 'container', name }),
      ];
      await ports.dockerConfig.putSecrets(folder, [{ name: 'env', text: `${test.env.join('\n')}\n` }]);
      const order = { test, image: built.name, name, envFile: `${folder}/env`, platform: undefined, address };
      const result = await runSmokeTest(order, ports);
      results.push(result);
      run.keep('smoke', results);
      for (const one of left.reverse()) await run.takeBack(one);
      if (result.outcome === 'failed') throw failed(result, why === undefined ? undefined : address);
    }
    return results;
  },
  tell: (results) =>
    results.map(({ name, outcome, detail, ms }) =>
      outcome === 'skipped'
        ? notice(`The smoke test ${name} was left out: ${detail}.`)
        : info(`The smoke test ${name} passed: ${detail} (${formatDuration(ms)}).`),
    ),
};

/** @param address where its container was asked, if not on this machine */
function failed({ name, detail }: SmokeResult, address: string | undefined): ShipError {
  const isUnheard = address !== undefined && detail.includes('it did not answer');
  return new ShipError({
    code: 'smoke-failed',
    what: `The image does not work. In the smoke test ${name}, ${detail}.`,
    next:
      'Nothing was pushed. Look at what the container printed: a missing module, a missing variable (env of the test), ' +
      'another port, or a server that only listens on 127.0.0.1.' +
      (isUnheard
        ? ` It was asked at ${address}: a firewall before that, or an engine with userland-proxy: false, has it fail so too.`
        : ''),
  });
}
