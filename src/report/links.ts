import { consoleOf } from '../types/regions.ts';
import type { Report } from '../types/report.ts';
import { code, link } from './markdown.ts';
import { referencesOf } from './references.ts';

/** Where more is: log, console, commit and the files of the run, on one line of Markdown; empty where nothing is known. */
export function linkLine(report: Report): string {
  const { run, inputs } = report;
  return [
    ...(run.runUrl === undefined ? [] : [link('Log', run.runUrl)]),
    ...consoleLink(report),
    ...commitLink(report),
    ...(inputs?.evidenceFile === undefined ? [] : [`evidence ${code(inputs.evidenceFile)}`]),
  ].join(' · ');
}

/** The image, as long as it is there, and otherwise its repository. */
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

/** What was built, where that is a commit of the repository of this workflow. */
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
