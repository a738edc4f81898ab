import type { RunnerEvent } from '../types/source.ts';
import { fullNameOf, object } from './payload.ts';

/**
 * Events that only somebody with write access can cause, and that bring no code of others.
 * Source: GitHub docs, "Events that trigger workflows".
 */
const causedByWriters = new Set([
  '',
  'branch_protection_rule',
  'create',
  'delete',
  'deployment',
  'deployment_status',
  'merge_group',
  'page_build',
  'push',
  'registry_package',
  'release',
  'repository_dispatch',
  'schedule',
  'workflow_dispatch',
]);

/**
 * Whether strangers may have written the files of the job's checkout, judged by the event that started the run. For
 * some events the workflow is the repository's own and has its permissions, while what is built comes from a fork, or
 * anybody can start the run.
 * Source: GitHub docs, "Events that trigger workflows" (pull_request_target, workflow_run) and "Webhook payloads".
 * @returns a clause that follows "because", or undefined if the files are the repository's own
 */
export function strangersIn({ name, payload }: Pick<RunnerEvent, 'name' | 'payload'>): string | undefined {
  const given = object(payload);
  const pull = given['pull_request'];
  if ((pull !== undefined && pull !== null) || name.startsWith('pull_request')) {
    const [head, base] = [object(pull)['head'], object(pull)['base']].map((side) => object(side)['repo']);
    return whyForeign('the pull request', head, base);
  }
  const earlier = given['workflow_run'];
  if ((earlier !== undefined && earlier !== null) || name === 'workflow_run')
    return whyForeign(
      'the run that started this one',
      object(earlier)['head_repository'],
      given['repository'],
    );
  const issued = object(given['issue'])['pull_request'];
  // A comment on a pull request does not say which repository the pull request comes from.
  if (issued !== undefined && issued !== null)
    return 'the run was started from a pull request, and the event does not say whose it is';
  return causedByWriters.has(name)
    ? undefined
    : `the event ${name} can be caused by people who may not write to this repository`;
}

function whyForeign(what: string, headRepository: unknown, baseRepository: unknown): string | undefined {
  const [head, base] = [fullNameOf(headRepository), fullNameOf(baseRepository)];
  if (head === undefined || base === undefined)
    return `the event does not say from which repository ${what} comes`;
  return head === base ? undefined : `${what} comes from another repository, ${head}`;
}
