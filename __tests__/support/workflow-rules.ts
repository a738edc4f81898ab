import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Each permission that a job may have, and the action whose step is the reason. */
const reasons: Readonly<Record<string, RegExp>> = {
  'contents: read': /^actions\/checkout@/,
  'contents: write': /^(?:release|commit)@/,
  'id-token: write':
    /^(?:aws-actions\/configure-aws-credentials|actions\/attest(?:-build-provenance)?|sigstore\/cosign-installer|role-to-assume)@/,
  'attestations: write': /^actions\/attest(?:-build-provenance)?@/,
  'pull-requests: write': /^comment@/,
  'security-events: write': /^github\/codeql-action\/upload-sarif@/,
  'actions: read': /^(?:github\/codeql-action\/upload-sarif|artifact-of-another-run)@/,
};

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly jobs?: Readonly<Record<string, Job>>;
}

/** This project's own action has no commit yet that its pages could name. */
const isOwn = (action: string) =>
  action.startsWith('./') || /^org\/ecr-ship(?:\/\.github\/workflows\/\w+\.yml)?@v\d+$/.test(action);

/** The `uses:` of a text, of YAML or of a page with YAML in it, except those in comments. */
export function usesOf(text: string): { readonly action: string; readonly comment: string }[] {
  return [...text.matchAll(/^[ \t]*(?:- +)?['"]?uses['"]?: *['"]?([^\s'"#]+)['"]?[ \t]*(#.*)?$/gm)].map(
    ([, action = '', comment = '']) => ({ action, comment }),
  );
}

/** Actions that are not pinned to their full commit with the version beside it. */
export function unpinned(text: string): string[] {
  return usesOf(text)
    .filter(({ action }) => !isOwn(action))
    .filter(({ action, comment }) => !/@[0-9a-f]{40}$/.test(action) || !/^# v\d+\.\d+\.\d+$/.test(comment))
    .map(({ action, comment }) => `${action} ${comment}`.trim());
}

/** What is wrong with the permissions, checkouts and scripts of a workflow, one line each. */
export function problemsOf(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const problems: string[] = [];
  if (JSON.stringify(workflow.permissions) !== '{}') problems.push('permissions at the top are not {}');
  if (/pull_request_target/.test(JSON.stringify(workflow.on))) problems.push('pull_request_target');
  for (const [id, job] of Object.entries(workflow.jobs ?? {}))
    problems.push(
      ...[...permissionProblems(job), ...(job.steps ?? []).flatMap(stepProblems)].map((p) => `${id}: ${p}`),
    );
  return problems;
}

/** What a step does by itself if it is told to: this action, another run's artifact, GitHub's API. */
function deedsOf({ with: inputs, run = '' }: Step): string[] {
  return [
    ...(/\bgh release create\b/.test(run) ? ['release@'] : []),
    ...(/\bgh api graphql\b/.test(run) ? ['commit@'] : []),
    ...(inputs?.['run-id'] === undefined ? [] : ['artifact-of-another-run@']),
    ...(inputs?.['role-to-assume'] === undefined ? [] : ['role-to-assume@']),
    ...(inputs?.['comment'] === true ? ['comment@'] : []),
  ];
}

/** A job has exactly the permissions for which its steps are a reason. */
function permissionProblems({ permissions = {}, steps: own = [], uses }: Job): string[] {
  if (typeof permissions === 'string') return [`permissions are ${permissions}`];
  const steps = [...own, ...stepsOf(uses)];
  const granted = Object.entries(permissions).map(([scope, level]) => `${scope}: ${level}`);
  const wanted = Object.entries(reasons)
    .filter(([, action]) =>
      steps.some((step) => [step.uses ?? '', ...deedsOf(step)].some((deed) => action.test(deed))),
    )
    .map(([permission]) => permission);
  // Whoever may write for a reason may also read.
  const isPartOf = (each: string) => {
    const more = each.replace(/read$/, 'write');
    return granted.includes(more) && wanted.includes(more);
  };
  return [
    ...granted.filter((each) => !wanted.includes(each)).map((each) => `no step needs ${each}`),
    ...wanted
      .filter((each) => !granted.includes(each) && !isPartOf(each))
      .map((each) => `a step needs ${each}`),
  ];
}

/** The steps of a workflow of ours that a job calls. It has no more permissions than the job. */
function stepsOf(called: string | undefined): readonly Step[] {
  const [, path] = /^org\/ecr-ship\/(\.github\/workflows\/\w+\.yml)@/.exec(called ?? '') ?? [];
  if (path === undefined) return [];
  const { jobs = {} } = parse(readFileSync(path, 'utf8')) as Workflow;
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}

function stepProblems({ uses, run, with: inputs }: Step): string[] {
  const problems: string[] = [];
  if (uses?.startsWith('actions/checkout@') === true && inputs?.['persist-credentials'] !== false)
    problems.push('the checkout leaves its token in .git/config');
  if (run?.includes('${{') === true) problems.push('an expression becomes part of a script');
  return problems;
}
