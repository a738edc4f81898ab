import type { ErrorCode } from '../types/errors.ts';
import type { Report } from '../types/report.ts';
import type { Breach, Verdict } from '../types/verdict.ts';
import { listed } from './findings.ts';
import { escapeMarkdown } from './markdown.ts';
import { isTagsFirst, tagsFirstWords } from './tags-first.ts';
import { tagsSet } from './tags-set.ts';

/** What the run was about and how it ended: one line of Markdown, beginning with a sign. */
export function headline(report: Report): string {
  return `${sign(report)} ${outcomeLine(report)}`;
}

/** The same without the sign, for documents that are read long after the run. */
export function outcomeLine(report: Report): string {
  // A colon before a blank belongs to no address or emoji, and stays readable in the Markdown source.
  return `${subject(report)} ${escapeMarkdown(outcomeWords(report)).replaceAll('&#58; ', ': ')}`;
}

/** Repository and version. */
function subject(report: Report): string {
  const name = escapeMarkdown(report.inputs?.repository ?? 'ecr-ship');
  const version = versionOf(report);
  return version === undefined || report.inputs?.mode === 'plan' ? name : `${name} ${version}`;
}

/** The tag by which people know the image: the first fixed one, or else the first, of those that it has or was to get. */
export function versionOf(report: Report): string | undefined {
  const has = tagsSet(report);
  const tags =
    has.length > 0 ? report.tags.filter(({ tag }) => has.includes(tag)) : (report.plan?.tags ?? []);
  return (tags.find(({ kind }) => kind === 'fixed') ?? tags[0])?.tag;
}

function sign({ verdict, failure, inputs }: Report): string {
  if (failure !== undefined) return '❌';
  if (inputs?.mode === 'plan') return '📋';
  if (isTagsFirst(inputs)) return '⚠️';
  return verdict === undefined || verdict.outcome === 'passed' ? '✅' : '⚠️';
}

/** How a run ended and why, in words that follow the image's name, the same in every report and in the log. */
export function outcomeWords(report: Report): string {
  const { verdict, failure, inputs } = report;
  if (isTagsFirst(inputs) && tagsSet(report).length > 0 && failure?.code !== 'file-failed')
    return tagsFirstWords(report);
  if (failure !== undefined) return failureWords(report);
  if (inputs?.mode === 'plan') return planWords(report);
  if (verdict === undefined) return 'was built and not pushed';
  const isFull = verdict.outcome === 'passed';
  if (inputs?.mode === 'build')
    return isFull ? 'passed, and has no tag yet' : 'is pushed without a full scan, and has no tag yet';
  return isFull ? 'is published' : 'is published without a full scan';
}

function planWords({ plan }: Report): string {
  const tags = plan?.tags.map(({ tag }) => tag) ?? [];
  return tags.length === 0 ? 'would get no tag' : `would get ${listed(tags, 5)}`;
}

function failureWords(report: Report): string {
  const { inputs, failure } = report;
  if (failure === undefined) return '';
  const why = reasonOf(report);
  // Before its inputs are known, and with `mode: login`, a run is not about an image.
  if (inputs === undefined) return `failed: ${why}`;
  if (tagsSet(report).length > 0) return `is published, but ${partlyWords(report)}`;
  if (inputs.mode === 'plan') return `has no plan: ${why}`;
  if (inputs.mode === 'build' && failure.code === 'policy-failed') return `did not pass: ${why}`;
  return !inputs.push || inputs.mode === 'build' ? `is not ready: ${why}` : `was not published: ${why}`;
}

/** An image that has a tag is published, whatever failed afterwards. */
function partlyWords(report: Report): string {
  if (report.failure?.code === 'file-failed') return 'not every file was written';
  const isWhole = report.tags.every(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
  return isWhole ? `the run failed: ${reasonOf(report)}` : `not under all tags: ${reasonOf(report)}`;
}

/** Why a run failed, as a clause short enough for a heading. */
function reasonOf({ failure, verdict, smoke }: Report): string {
  if (failure === undefined) return '';
  if (failure.code === 'policy-failed' && verdict?.outcome === 'failed') return breachWords(verdict);
  const failed = smoke.find(({ outcome }) => outcome === 'failed');
  if (failure.code === 'smoke-failed' && failed !== undefined) return `the smoke test ${failed.name} failed`;
  return reasons[failure.code];
}

/** `2 critical findings, 0 allowed`; for an incomplete scan, on which platform. */
function breachWords({ breaches }: Extract<Verdict, { outcome: 'failed' }>): string {
  return [...severityWords(breaches), ...incompleteWords(breaches)].join('; ');
}

function severityWords(breaches: readonly Breach[]): string[] {
  return breaches.flatMap((breach) =>
    breach.kind === 'severity'
      ? [
          `${String(breach.found)} ${breach.severity} ${breach.found === 1 ? 'finding' : 'findings'}, ${String(breach.allowed)} allowed`,
        ]
      : [],
  );
}

function incompleteWords(breaches: readonly Breach[]): string[] {
  const platforms = breaches.flatMap((breach) =>
    breach.kind === 'incomplete-scan' ? [breach.platform] : [],
  );
  return platforms.length === 0 ? [] : [`no full scan of ${listed(platforms, 3)}`];
}

const reasons: Readonly<Record<ErrorCode, string>> = {
  'invalid-input': 'an input cannot be used',
  'no-tags': 'there is no tag for it',
  'invalid-exceptions': 'the exceptions file cannot be used',
  'invalid-findings': 'the findings of another scanner cannot be used',
  'checkout-unreadable': 'the checkout cannot be read',
  'docker-missing': 'there is no docker',
  'engine-unreachable': 'the Docker engine does not answer',
  'builder-unfit': 'the builder cannot do what is asked for',
  'builder-unreachable': 'the builder cannot be reached',
  'no-credentials': 'there are no AWS credentials',
  'credentials-refused': 'AWS refuses the credentials',
  'credentials-expired': 'the AWS credentials have expired',
  'no-oidc-token': 'GitHub gives no OIDC token',
  'role-refused': 'AWS refuses the role',
  'wrong-account': 'the credentials are of another account',
  'base-image-refused': 'a base image may not be pulled',
  'quota-reached': 'a quota of AWS is reached',
  'access-denied': 'the role lacks a permission',
  'repository-not-found': 'there is no such repository',
  'image-not-found': 'there is no such image',
  'image-archived': 'the image is archived',
  'registry-failed': 'the registry failed',
  'registry-unreachable': 'the registry cannot be reached',
  'build-failed': 'the build failed',
  'smoke-failed': 'a smoke test failed',
  'too-large': 'it is too large',
  'runtime-unfit': 'its runtime would not start it',
  'push-failed': 'the push failed',
  'push-stalled': 'the push stood still',
  'verify-failed': 'what was pushed cannot be verified',
  'policy-failed': 'it did not pass',
  'copy-failed': 'it could not be copied',
  'tag-taken': 'a tag is taken',
  'tag-immovable': 'a tag cannot move',
  'older-commit': 'a tag points to a newer commit',
  'tagging-failed': 'a tag could not be set',
  'replication-failed': 'a replica does not have it',
  'file-failed': 'a file cannot be written',
  cancelled: 'the run was cancelled',
  'timed-out': 'its time was over',
  internal: 'ecr-ship has a fault',
};
