import type { RunnerEvent } from '../types/source.ts';

/**
 * Whether the files of the job's checkout may be a stranger's, told from the event that started the run. With some
 * events the workflow is the repository's own and has its permissions, while what is built comes from a fork.
 * Source: GitHub docs, "Events that trigger workflows" (pull_request_target, workflow_run) and "Webhook payloads".
 * @returns a clause that follows "because", or undefined where the files are the repository's own
 */
export function foreignCheckout({
  name,
  payload,
}: Pick<RunnerEvent, 'name' | 'payload'>): string | undefined {
  const pull = member(payload, 'pull_request');
  if (pull !== undefined || name.startsWith('pull_request')) {
    const head = repositoryOf(member(member(pull, 'head'), 'repo'));
    return whyForeign('the pull request', head, repositoryOf(member(member(pull, 'base'), 'repo')));
  }
  const earlier = member(payload, 'workflow_run');
  if (earlier !== undefined || name === 'workflow_run') {
    const head = repositoryOf(member(earlier, 'head_repository'));
    return whyForeign('the run that started this one', head, repositoryOf(member(payload, 'repository')));
  }
  // A comment on a pull request: its payload does not say from which repository the pull request comes.
  if (member(member(payload, 'issue'), 'pull_request') !== undefined)
    return 'the run was started from a pull request, and the event does not say whose it is';
  return undefined;
}

function whyForeign(what: string, head: string | undefined, base: string | undefined): string | undefined {
  if (head === undefined || base === undefined)
    return `the event does not say from which repository ${what} comes`;
  return head === base ? undefined : `${what} comes from another repository (${head})`;
}

/** `owner/name` in small letters, as GitHub takes both; a fork that was deleted has none. */
function repositoryOf(repository: unknown): string | undefined {
  const name = member(repository, 'full_name');
  return typeof name === 'string' && name !== '' ? name.toLowerCase() : undefined;
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key] ?? undefined;
}
