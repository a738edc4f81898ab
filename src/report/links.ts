import { consoleOf } from '../types/regions.ts';
import type { Report } from '../types/report.ts';
import { code, link } from './markdown.ts';
import { referencesOf } from './references.ts';

/** Where to find more: log, console, commit and the run's files, on one line of Markdown; empty if nothing is known. */
export function linkLine(report: Report): string {
  const { run, inputs } = report;
  return [
    ...(run.runUrl === undefined ? [] : [link('Log', run.runUrl)]),
    ...consoleLink(report),
    ...commitLink(report),
    ...(inputs?.evidenceFile === undefined ? [] : [`evidence ${code(inputs.evidenceFile)}`]),
  ].join(' · ');
}

/** Links to the image if it still exists, and otherwise to its repository. */
function consoleLink(report: Report): string[] {
  const { repository, candidateRemoved } = report;
  const image = candidateRemoved ? '' : referencesOf(report)['console-url'];
  if (image !== '') return [link(repository?.type === 'public' ? 'Gallery' : 'Image in ECR', image)];
  const host = repository && consoleOf(repository.region);
  if (repository === undefined || host === undefined || repository.type === 'public') return [];
  const { region, registryId, name } = repository;
  return [
    link(
      'Repository in ECR',
      `https://${region}.${host}/ecr/repositories/private/${registryId}/${name}?region=${region}`,
    ),
  ];
}

/** What was built, if it is a commit of the workflow's repository. */
function commitLink({ plan, run }: Report): string[] {
  const { commit, commitOrigin } = plan?.source ?? {};
  if (commit === undefined) return [];
  const short = code(commit.slice(0, 7));
  const { serverUrl, repository } = run.event;
  const isOurs = commitOrigin !== 'context' && commitOrigin !== 'image';
  const address = `${serverUrl}/${repository}/commit/${commit}`;
  if (!isOurs || repository === '' || !URL.canParse(address)) return [`commit ${short}`];
  const target = new URL(address).href;
  return [`commit [${short}](${target})`];
}
